/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-register.h"

#include <glib/gi18n-lib.h>

#include "aj-decision.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-person.h"
#include "aj-surroundings.h"
#include "aj-task.h"

typedef struct
{
  AjSurroundings *around;
  AjDate today;
  AjDocument *document;
} Writing;

static const char *
get_text (const AjValues *values, const char *field)
{
  const char *text = aj_values_get_text (values, field);

  return text != NULL ? text : "";
}

/* The day of the meeting that it comes from. */
static char *
format_meeting_day (Writing *self, const AjValues *values)
{
  const char *id = aj_values_get_text (values, "meeting");
  const AjValues *meeting = id != NULL ? aj_surroundings_look_up (self->around,
                                                                  &aj_meeting_record_type, id)
                                       : NULL;
  AjWallTime start;

  return meeting != NULL && aj_values_get_wall_time (meeting, "starts-at", &start)
             ? aj_date_format_short (start.date)
             : g_strdup ("");
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  gint64 left = aj_values_get_integer (first, "year");
  gint64 right = aj_values_get_integer (second, "year");

  if (left == right)
    {
      left = aj_values_get_integer (first, "number");
      right = aj_values_get_integer (second, "number");
    }
  return left < right ? 1 : left > right ? -1 : 0;
}

/* (transfer full): those of the group that are @wanted (NULL: all). */
static GPtrArray *
list (Writing *self,
      const AjRecordType *type,
      gboolean (*wanted) (const AjValues *values),
      GCompareFunc compare)
{
  GPtrArray *all = aj_surroundings_list (self->around, type, "group");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (wanted == NULL || wanted (all->pdata[i]))
      g_ptr_array_add (found, all->pdata[i]);
  g_ptr_array_sort (found, compare);
  return found;
}

static void
write_decisions (Writing *self)
{
  g_autoptr (GPtrArray) decisions = list (self, &aj_decision_record_type, NULL,
                                          compare_newest_first);
  const char *const headings[] = { _ ("Decision number"), _ ("Decision"), _ ("Meeting"),
                                   _ ("State"), NULL };

  if (decisions->len == 0)
    {
      aj_document_add_paragraph (self->document, _ ("Nothing was decided yet."));
      return;
    }
  aj_document_begin_table (self->document, _ ("Decisions"), headings);
  for (guint i = 0; i < decisions->len; i++)
    {
      const AjValues *decision = decisions->pdata[i];
      const AjField *state = aj_record_type_get_field (&aj_decision_record_type, "state", NULL);
      g_autofree char *number = aj_decision_dup_number (decision);
      g_autofree char *day = format_meeting_day (self, decision);

      aj_document_add_row (self->document,
                           (const char *[]){
                               number, get_text (decision, "text"), day,
                               aj_field_get_choice_label (state, get_text (decision, "state")),
                               NULL });
    }
}

static gboolean
is_open_action (const AjValues *task)
{
  return g_strcmp0 (aj_values_get_text (task, "kind"), AJ_TASK_ACTION) == 0 &&
         aj_task_is_open (task);
}

/* Late is said in a word, for who cannot see a colour, or prints in black. */
static char *
format_due (Writing *self, const AjValues *task)
{
  AjDate due = aj_values_get_date (task, "due");
  g_autofree char *day = due != AJ_DATE_NONE ? aj_date_format_short (due) : g_strdup ("");

  if (!aj_task_is_overdue (task, self->today))
    return g_steal_pointer (&day);
  /* Translators: a day that is over: "Thu 12 Mar 2026 (overdue)". */
  return g_strdup_printf (_ ("%s (overdue)"), day);
}

static void
write_actions (Writing *self)
{
  g_autoptr (GPtrArray) tasks = list (self, &aj_task_record_type, is_open_action,
                                      aj_task_compare_due);
  const char *const headings[] = { _ ("What"), _ ("Who"), _ ("Due"), _ ("Meeting"), NULL };

  if (tasks->len == 0)
    {
      aj_document_add_paragraph (self->document, _ ("There is nothing left to do."));
      return;
    }
  aj_document_begin_table (self->document, _ ("Action points"), headings);
  for (guint i = 0; i < tasks->len; i++)
    {
      const AjValues *task = tasks->pdata[i];
      const char *id = aj_values_get_text (task, "assignee");
      const AjValues *who = id != NULL
                                ? aj_surroundings_look_up (self->around, &aj_person_record_type, id)
                                : NULL;
      g_autofree char *due = format_due (self, task);
      g_autofree char *day = format_meeting_day (self, task);

      aj_document_add_row (self->document,
                           (const char *[]){ get_text (task, "name"),
                                             who != NULL ? get_text (who, "name") : "", due, day,
                                             NULL });
    }
}

const char *
aj_group_register_get_title (AjGroupRegister what)
{
  return what == AJ_GROUP_REGISTER_DECISIONS ? _ ("Decisions") : _ ("Action points");
}

static AjDocument *
draw (AjStore *store, AjSurroundings *around, AjGroupRegister what)
{
  AjDate today = aj_clock_get_today (aj_store_get_clock (store));
  g_autofree char *day = aj_date_format_long (today);
  g_autofree char *as_of = NULL;
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s"), aj_group_register_get_title (what),
                                            get_text (aj_surroundings_get_record (around), "name"));
  Writing writing = { around, today, aj_document_new (title, NULL) };

  /* Translators: a day. */
  as_of = g_strdup_printf (_ ("As it stands on %s."), day);
  aj_document_add_paragraph (writing.document, as_of);
  if (what == AJ_GROUP_REGISTER_DECISIONS)
    write_decisions (&writing);
  else
    write_actions (&writing);
  return writing.document;
}

AjDocument *
aj_group_register_load (AjStore *store, const char *group_id, AjGroupRegister what, GError **error)
{
  g_autoptr (AjSurroundings) around = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (group_id != NULL, NULL);

  around = aj_store_read_surroundings (store, &aj_group_record_type, group_id,
                                       AJ_SURROUNDINGS_DEFAULT, error);
  return around != NULL ? draw (store, around, what) : NULL;
}

static void
surroundings_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AjSurroundings) around = aj_store_read_surroundings_finish (AJ_STORE (source), result,
                                                                         &error);

  if (around == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           draw (AJ_STORE (source), around,
                                 GPOINTER_TO_UINT (g_task_get_task_data (task))),
                           (GDestroyNotify) aj_document_unref);
}

void
aj_group_register_load_async (AjStore *store,
                              const char *group_id,
                              AjGroupRegister what,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_group_register_load_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (what), NULL);
  aj_store_read_surroundings_async (store, &aj_group_record_type, group_id, AJ_SURROUNDINGS_DEFAULT,
                                    cancellable, surroundings_read_cb, task);
}

AjDocument *
aj_group_register_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
