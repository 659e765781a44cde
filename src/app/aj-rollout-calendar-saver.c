/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-calendar-saver.h"

#include <glib/gi18n.h>

#include "aj-feedback.h"
#include "aj-file-saver.h"
#include "aj-text.h"

/* What is written, and until then what was asked for. */
typedef struct
{
  GtkWidget *from;       /* (nullable): weak */
  AjServices *services;  /* (owned) */
  AjRolloutFacts *facts; /* (owned) (nullable): until they were read */
  char *municipality;    /* (owned) (nullable) */
  char *material;        /* (owned) (nullable) */
  AjRolloutCalendarRequest request;
  gint64 stamp;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_weak_pointer (&self->from);
  g_object_unref (self->services);
  aj_rollout_facts_unref (self->facts);
  g_free (self->municipality);
  g_free (self->material);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* How much went into a file. */
typedef struct
{
  guint n_written;
  guint n_left_out;
} Written;

/* The facts do not change, so another thread may read them. */
static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *self = g_object_get_data (G_OBJECT (task), "saving");
  Written *written = g_new0 (Written, 1);
  GError *error = NULL;

  if (aj_rollout_calendar_write (self->facts, &self->request, data, self->stamp,
                                 &written->n_written, &written->n_left_out, &error))
    {
      g_task_return_pointer (task, written, g_free);
      return;
    }
  g_free (written);
  g_task_return_error (task, error);
}

static void
save_async (AjStore *store,
            gconstpointer what,
            const char *path,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, save_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (task), "saving", (gpointer) what);
  g_task_run_in_thread (task, write_in_thread);
}

static char *
save_finish (
    AjStore *store, gconstpointer what, GAsyncResult *result, const char *name, GError **error)
{
  g_autofree Written *written = g_task_propagate_pointer (G_TASK (result), error);
  g_autofree char *sentence = NULL;

  if (written == NULL)
    return NULL;
  sentence = g_strdup_printf (
      /* Translators: a number of rollouts and loans, and the name of a file. */
      ngettext ("%1$u saved in %2$s. Outlook opens it as a calendar beside your own.",
                "%1$u saved in %2$s. Outlook opens them as a calendar beside your own.",
                written->n_written),
      written->n_written, name);
  if (written->n_left_out == 0)
    return g_steal_pointer (&sentence);
  return g_strdup_printf (
      /* Translators: a sentence, and a number of rollouts. */
      ngettext ("%1$s %2$u rollout has no first day yet and is left out.",
                "%1$s %2$u rollouts have no first day yet and are left out.", written->n_left_out),
      sentence, written->n_left_out);
}

static const AjFileSaverKind saver_kind = {
  .title = N_ ("Save as Calendar File"),
  .kind = AJ_FILE_CHOOSER_CALENDAR,
  .doing = N_ ("Writing the calendar file…"),
  .save_async = save_async,
  .save_finish = save_finish,
};

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *base = NULL, *name = NULL;
  AjServices *services = self->services;
  GtkWidget *from = self->from;

  self->facts = aj_rollout_facts_load_finish (AJ_STORE (source), result, &error);
  if (from == NULL)
    return;
  if (self->facts == NULL)
    {
      aj_feedback_error (from, error);
      return;
    }
  title = aj_rollout_calendar_dup_name (self->facts, &self->request);
  base = aj_text_to_file_name (title);
  name = g_strconcat (base, ".ics", NULL);
  aj_file_saver_save (from, services, &saver_kind, name, g_steal_pointer (&self), saving_free);
}

void
aj_rollout_calendar_saver_save (GtkWidget *from,
                                AjServices *services,
                                const AjRolloutCalendarRequest *request)
{
  Saving *self = g_new0 (Saving, 1);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  self->municipality = g_strdup (request->municipality);
  self->material = g_strdup (request->material);
  self->request = *request;
  self->request.municipality = self->municipality;
  self->request.material = self->material;
  self->stamp = aj_clock_get_unix (aj_services_get_clock (services));
  aj_rollout_facts_load_async (aj_services_get_store (services), NULL, loaded_cb, self);
}
