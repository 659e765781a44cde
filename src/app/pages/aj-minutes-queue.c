/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes-queue.h"

#include "aj-agenda-item.h"
#include "aj-feedback.h"
#include "aj-minutes-book.h"
#include "aj-minutes-job.h"

typedef struct
{
  char *meeting_id;
  char *record_id;
  char *text;
} Line;

struct _AjMinutesQueue
{
  GObject parent_instance;

  AjServices *services; /* (owned) */
  GtkWidget *widget;    /* (nullable): weak */
  GQueue waiting;       /* (element-type Line) (owned) */
  GQueue failed;        /* (element-type Line) (owned) */
  Line *line;           /* (owned) (nullable): the one that is being stored */
};

G_DEFINE_FINAL_TYPE (AjMinutesQueue, aj_minutes_queue, G_TYPE_OBJECT)

static guint failed_signal;

static void store_next (AjMinutesQueue *self);

static void
line_free (Line *line)
{
  g_free (line->meeting_id);
  g_free (line->record_id);
  g_free (line->text);
  g_free (line);
}

/* Takes @self, which lives on for the next line. */
static void
end_line (AjMinutesQueue *self, gboolean is_stored)
{
  g_autoptr (AjMinutesQueue) owned = self;
  Line *line = g_steal_pointer (&self->line);
  g_autofree char *id = g_strdup (line->record_id);

  if (is_stored)
    line_free (line);
  else
    g_queue_push_tail (&self->failed, line);
  if (!is_stored)
    g_signal_emit (self, failed_signal, 0, id);
  store_next (self);
  aj_services_end_work (self->services);
}

static void
stored_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  end_line (user_data, error == NULL);
}

static void
tell (AjMinutesQueue *self, const GError *error)
{
  if (self->widget != NULL)
    aj_feedback_error (self->widget, error);
}

static void
commit (AjMinutesQueue *self, AjEdit *edit)
{
  /* Who closed the window is told nothing, as with every commit. */
  g_autoptr (GtkWidget) widget = self->widget != NULL ? g_object_ref (self->widget)
                                                      : g_object_ref_sink (gtk_label_new (""));

  aj_feedback_commit (widget, edit, AJ_COMMIT_QUIET, stored_cb, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AjMinutesQueue *self = user_data;
  AjStore *store = AJ_STORE (source);
  const Line *line = self->line;
  gboolean is_of_meeting = g_str_equal (line->record_id, line->meeting_id);
  const AjValues *item;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMinutesBook) book = aj_minutes_book_load_finish (store, result, &error);
  g_autoptr (AjMinuteLine) read = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (book == NULL)
    {
      tell (self, error);
      end_line (self, FALSE);
      return;
    }
  item = is_of_meeting
             ? NULL
             : aj_minutes_book_look_up (book, &aj_agenda_item_record_type, line->record_id);
  read = aj_minutes_book_read_line (book, line->text, aj_services_get_today (self->services));
  /* What it belongs to was taken away, or the day it names is not the same any more. */
  if ((item == NULL && !is_of_meeting) || read->fault != AJ_MINUTE_LINE_NO_FAULT)
    {
      end_line (self, FALSE);
      return;
    }
  edit = aj_minutes_job_add_line (store, book, item, read);
  commit (self, edit);
}

static void
store_next (AjMinutesQueue *self)
{
  if (self->line != NULL)
    return;
  self->line = g_queue_pop_head (&self->waiting);
  if (self->line == NULL)
    return;
  aj_services_begin_work (self->services);
  aj_minutes_book_load_async (aj_services_get_store (self->services), self->line->meeting_id, NULL,
                              loaded_cb, g_object_ref (self));
}

static void
aj_minutes_queue_finalize (GObject *object)
{
  AjMinutesQueue *self = AJ_MINUTES_QUEUE (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) line_free);
  g_queue_clear_full (&self->failed, (GDestroyNotify) line_free);
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->services);
  G_OBJECT_CLASS (aj_minutes_queue_parent_class)->finalize (object);
}

static void
aj_minutes_queue_class_init (AjMinutesQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_minutes_queue_finalize;
  failed_signal = g_signal_new ("failed", AJ_TYPE_MINUTES_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
aj_minutes_queue_init (AjMinutesQueue *self)
{
  g_queue_init (&self->waiting);
  g_queue_init (&self->failed);
}

AjMinutesQueue *
aj_minutes_queue_new (AjServices *services, GtkWidget *widget)
{
  AjMinutesQueue *self = g_object_new (AJ_TYPE_MINUTES_QUEUE, NULL);

  self->services = g_object_ref (services);
  g_set_weak_pointer (&self->widget, widget);
  return self;
}

void
aj_minutes_queue_push (AjMinutesQueue *self,
                       const char *meeting_id,
                       const char *record_id,
                       const char *text)
{
  Line *line = g_new0 (Line, 1);

  line->meeting_id = g_strdup (meeting_id);
  line->record_id = g_strdup (record_id);
  line->text = g_strdup (text);
  g_queue_push_tail (&self->waiting, line);
  store_next (self);
}

char *
aj_minutes_queue_take_failed (AjMinutesQueue *self, const char *record_id)
{
  for (GList *link = self->failed.head; link != NULL; link = link->next)
    {
      Line *line = link->data;

      if (g_str_equal (line->record_id, record_id))
        {
          char *text = g_steal_pointer (&line->text);

          line_free (line);
          g_queue_delete_link (&self->failed, link);
          return text;
        }
    }
  return NULL;
}
