/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-template.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-checklist.h"
#include "aj-cycle.h"
#include "aj-known-step.h"
#include "aj-meeting.h"
#include "aj-paper.h"
#include "aj-pass.h"
#include "aj-preparation-step.h"
#include "aj-standing-item.h"
#include "aj-task.h"
#include "aj-text.h"

/* In the order in which they are read. */
typedef enum
{
  PART_CYCLES,
  PART_STEPS, /* of all cycles: a network has few */
  PART_ITEMS, /* likewise */
  PART_MEETINGS,
  PART_TASKS,
  PART_AGENDA,
  PART_PAPERS, /* of agenda items, of all groups: a paper names none */
  N_PARTS,
} Part;

struct _AjCycleTemplate
{
  char *group_id;
  AjDate today;
  GPtrArray *parts[N_PARTS]; /* (owned) (element-type AjValues) */
  GPtrArray *steps;          /* (owned) (element-type AjValues): of the cycle; borrowed */
  GPtrArray *items;          /* (owned) (element-type AjValues): likewise */
};

static const AjRecordType *const types[N_PARTS] = {
  [PART_CYCLES] = &aj_cycle_record_type,        [PART_STEPS] = &aj_preparation_step_record_type,
  [PART_ITEMS] = &aj_standing_item_record_type, [PART_MEETINGS] = &aj_meeting_record_type,
  [PART_TASKS] = &aj_task_record_type,          [PART_AGENDA] = &aj_agenda_item_record_type,
  [PART_PAPERS] = &aj_paper_record_type,
};

static AjCycleTemplate *
template_new (AjStore *store, const char *group_id)
{
  AjCycleTemplate *self = g_new0 (AjCycleTemplate, 1);

  self->group_id = g_strdup (group_id);
  self->today = aj_clock_get_today (aj_store_get_clock (store));
  for (guint i = 0; i < N_PARTS; i++)
    self->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->steps = g_ptr_array_new ();
  self->items = g_ptr_array_new ();
  return self;
}

void
aj_cycle_template_free (AjCycleTemplate *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_ptr_array_unref (self->parts[i]);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->items);
  g_free (self->group_id);
  g_free (self);
}

/* (element-type AjQuery) (transfer full) */
static GPtrArray *
make_queries (AjCycleTemplate *self)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  g_autofree char *today = aj_date_to_iso (self->today);

  for (guint i = 0; i < N_PARTS; i++)
    {
      AjQuery *query = aj_query_new (types[i]);

      if (aj_record_type_find (types[i], "group") >= 0)
        aj_query_where_text (query, "group", AJ_QUERY_EQUAL, self->group_id);
      if (i == PART_MEETINGS)
        aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, today);
      if (i == PART_TASKS)
        aj_query_where_empty (query, "step", AJ_QUERY_NOT_EMPTY);
      if (i == PART_PAPERS)
        aj_query_where_empty (query, "agenda-item", AJ_QUERY_NOT_EMPTY);
      g_ptr_array_add (queries, query);
    }
  return queries;
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjCycleTemplate *self = user_data;

  for (guint i = 0; i < N_PARTS; i++)
    if (types[i] == aj_values_get_record_type (values) &&
        (i != PART_MEETINGS || aj_meeting_is_open (values)))
      g_ptr_array_add (self->parts[i], (gpointer) aj_values_ref (values));
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  int at_end = aj_values_get_boolean (first, "at-end") - aj_values_get_boolean (second, "at-end");
  gint64 left = aj_values_get_integer (first, "position");
  gint64 right = aj_values_get_integer (second, "position");

  return at_end != 0 ? at_end : left < right ? -1 : left > right;
}

static void
list_of_cycle (AjCycleTemplate *self, Part part, GPtrArray *list)
{
  const AjValues *cycle = aj_cycle_template_get_cycle (self);

  for (guint i = 0; cycle != NULL && i < self->parts[part]->len; i++)
    if (g_strcmp0 (aj_values_get_text (self->parts[part]->pdata[i], "cycle"),
                   aj_values_get_id (cycle)) == 0)
      g_ptr_array_add (list, self->parts[part]->pdata[i]);
}

/* The steps come by their days. */
static void
arrange (AjCycleTemplate *self)
{
  list_of_cycle (self, PART_STEPS, self->steps);
  list_of_cycle (self, PART_ITEMS, self->items);
  g_ptr_array_sort (self->items, compare_items);
}

AjCycleTemplate *
aj_cycle_template_load (AjStore *store, const char *group_id, GError **error)
{
  g_autoptr (AjCycleTemplate) self = NULL;
  g_autoptr (GPtrArray) queries = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store) && group_id != NULL, NULL);

  self = template_new (store, group_id);
  queries = make_queries (self);
  if (!aj_pass_run (store, queries, take_cb, self, error))
    return NULL;
  arrange (self);
  return g_steal_pointer (&self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjCycleTemplate *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (source), result, &error))
    {
      aj_cycle_template_free (self);
      g_task_return_error (task, error);
      return;
    }
  arrange (self);
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_pointer (task, self, (GDestroyNotify) aj_cycle_template_free);
}

void
aj_cycle_template_load_async (AjStore *store,
                              const char *group_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  AjCycleTemplate *self = template_new (store, group_id);
  g_autoptr (GPtrArray) queries = make_queries (self);

  g_task_set_source_tag (task, aj_cycle_template_load_async);
  /* read_cb() takes it. */
  g_task_set_task_data (task, self, NULL);
  aj_pass_run_async (store, queries, take_cb, self, cancellable, read_cb, task);
}

AjCycleTemplate *
aj_cycle_template_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_cycle_template_is_concerned (AjCycleTemplate *self, AjChanges *changes)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (aj_changes_concern (changes, types[i]))
      return TRUE;
  return FALSE;
}

const AjValues *
aj_cycle_template_get_cycle (AjCycleTemplate *self)
{
  return self->parts[PART_CYCLES]->len > 0 ? self->parts[PART_CYCLES]->pdata[0] : NULL;
}

GPtrArray *
aj_cycle_template_get_steps (AjCycleTemplate *self)
{
  return self->steps;
}

GPtrArray *
aj_cycle_template_get_items (AjCycleTemplate *self)
{
  return self->items;
}

static gboolean
is_to_come (AjCycleTemplate *self, const char *meeting)
{
  GPtrArray *meetings = self->parts[PART_MEETINGS];

  for (guint i = 0; meeting != NULL && i < meetings->len; i++)
    if (g_str_equal (aj_values_get_id (meetings->pdata[i]), meeting))
      return TRUE;
  return FALSE;
}

GPtrArray *
aj_cycle_template_list_waiting (AjCycleTemplate *self)
{
  GPtrArray *agenda = self->parts[PART_AGENDA];
  GPtrArray *waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  for (guint i = 0; i < agenda->len; i++)
    {
      const AjValues *item = agenda->pdata[i];

      if (aj_agenda_item_is_open (item) &&
          g_strcmp0 (aj_values_get_text (item, "kind"), AJ_AGENDA_STANDING) != 0 &&
          !is_to_come (self, aj_values_get_text (item, "meeting")))
        g_ptr_array_add (waiting, (gpointer) aj_values_ref (item));
    }
  return waiting;
}

GPtrArray *
aj_cycle_template_get_papers (AjCycleTemplate *self)
{
  return self->parts[PART_PAPERS];
}

static gboolean
is_of (const AjValues *part, const AjValues *meeting)
{
  return g_strcmp0 (aj_values_get_text (part, "meeting"), aj_values_get_id (meeting)) == 0;
}

static const AjValues *
find_task (AjCycleTemplate *self, const AjValues *meeting, const AjValues *step)
{
  GPtrArray *tasks = self->parts[PART_TASKS];

  for (guint i = 0; i < tasks->len; i++)
    if (is_of (tasks->pdata[i], meeting) &&
        g_strcmp0 (aj_values_get_text (tasks->pdata[i], "step"), aj_values_get_id (step)) == 0)
      return tasks->pdata[i];
  return NULL;
}

/* Whoever types "opening" means the "Opening" that is there. */
static gboolean
have_same_name (const AjValues *one, const AjValues *other)
{
  g_autofree char *first = aj_text_fold (aj_values_get_text (one, "name"));
  g_autofree char *second = aj_text_fold (aj_values_get_text (other, "name"));

  return g_str_equal (first, second);
}

gboolean
aj_cycle_template_has_item (AjCycleTemplate *self, const char *name)
{
  g_autofree char *wanted = aj_text_fold (name);

  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *other = aj_text_fold (aj_values_get_text (self->items->pdata[i], "name"));

      if (g_str_equal (other, wanted))
        return TRUE;
    }
  return FALSE;
}

/* Before @end of @all. */
static gboolean
has_name (GPtrArray *all, guint end, const AjValues *one)
{
  for (guint i = 0; i < end; i++)
    if (have_same_name (all->pdata[i], one))
      return TRUE;
  return FALSE;
}

/* Where it stands on an agenda at first. */
static gint64
get_position (const AjValues *standing)
{
  gint64 position = aj_values_get_integer (standing, "position");

  return aj_values_get_boolean (standing, "at-end") ? MIN (position + AJ_AGENDA_END, G_MAXINT32)
                                                    : position;
}

/* Of an item that does not know which it is, of an older file: what stands in its place and is of its kind, but is called as
 * nothing in the template, was renamed at the meeting. */
static gboolean
is_renamed (AjCycleTemplate *self, const AjValues *item, const AjValues *standing)
{
  return aj_values_is_empty (item, "standing") &&
         aj_values_get_integer (item, "position") == get_position (standing) &&
         g_strcmp0 (aj_values_get_text (item, "kind"), aj_values_get_text (standing, "kind")) ==
             0 &&
         !has_name (self->items, self->items->len, item);
}

static gboolean
is_standing (const AjValues *item, const AjValues *standing)
{
  return g_strcmp0 (aj_values_get_text (item, "standing"), aj_values_get_id (standing)) == 0;
}

static gboolean
has_item (AjCycleTemplate *self, const AjValues *meeting, const AjValues *standing)
{
  GPtrArray *agenda = self->parts[PART_AGENDA];

  for (guint i = 0; i < agenda->len; i++)
    if (is_of (agenda->pdata[i], meeting) &&
        (is_standing (agenda->pdata[i], standing) || have_same_name (agenda->pdata[i], standing) ||
         is_renamed (self, agenda->pdata[i], standing)))
      return TRUE;
  return FALSE;
}

/* What a task takes from its step as long as it is to be done. */
static void
follow_step (AjValues *task, const AjValues *step)
{
  aj_values_set_text (task, "name", aj_values_get_text (step, "name"));
  if (!aj_values_get_boolean (task, "pinned"))
    aj_values_set_integer (task, "days", aj_values_get_integer (step, "days"));
  aj_values_set_text (task, "role", aj_values_get_text (step, "role"));
  aj_values_set_text (task, "done-when", aj_values_get_text (step, "done-when"));
  if (aj_values_is_empty (step, "role"))
    aj_values_set_text (task, "assignee", aj_values_get_text (step, "assignee"));
}

static void
add_task (AjEdit *edit, const AjValues *meeting, const AjValues *step)
{
  AjValues *task = aj_edit_add_once (edit, &aj_task_record_type);

  aj_values_set_text (task, "kind", AJ_TASK_PREPARATION);
  aj_values_set_text (task, "group", aj_values_get_text (meeting, "group"));
  aj_values_set_text (task, "meeting", aj_values_get_id (meeting));
  aj_values_set_text (task, "step", aj_values_get_id (step));
  follow_step (task, step);
}

static void
add_item (AjEdit *edit, const AjValues *meeting, const AjValues *standing)
{
  AjValues *item = aj_edit_add_once (edit, &aj_agenda_item_record_type);

  aj_values_set_text (item, "group", aj_values_get_text (meeting, "group"));
  aj_values_set_text (item, "meeting", aj_values_get_id (meeting));
  aj_values_set_text (item, "standing", aj_values_get_id (standing));
  aj_values_set_integer (item, "position", get_position (standing));
  aj_values_set_text (item, "name", aj_values_get_text (standing, "name"));
  aj_values_set_text (item, "kind", aj_values_get_text (standing, "kind"));
  aj_values_set_integer (item, "minutes", aj_values_get_integer (standing, "minutes"));
}

void
aj_cycle_template_fill (AjEdit *edit, const AjValues *meeting, GPtrArray *steps, GPtrArray *items)
{
  for (guint i = 0; i < steps->len; i++)
    add_task (edit, meeting, steps->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    if (!has_name (items, i, items->pdata[i]))
      add_item (edit, meeting, items->pdata[i]);
}

/* Who is named for a task, and the days of one that has its own, are of the meeting and not of the step. */
static gboolean
is_behind (const AjValues *task, const AjValues *step)
{
  g_autoptr (AjValues) wanted = NULL;

  if (!aj_task_is_open (task))
    return FALSE;
  wanted = aj_values_copy (task);
  follow_step (wanted, step);
  return aj_values_differ (task, wanted, "name") || aj_values_differ (task, wanted, "days") ||
         aj_values_differ (task, wanted, "done-when");
}

static void
catch_up (AjCycleTemplate *self,
          AjEdit *edit,
          const AjValues *meeting,
          GPtrArray *steps,
          GPtrArray *items)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const AjValues *step = steps->pdata[i];
      const AjValues *task = find_task (self, meeting, step);

      if (task == NULL)
        add_task (edit, meeting, step);
      else if (is_behind (task, step))
        {
          AjValues *changed = aj_edit_change_values (edit, task);

          aj_values_set_text (changed, "name", aj_values_get_text (step, "name"));
          aj_values_set_text (changed, "done-when", aj_values_get_text (step, "done-when"));
          if (!aj_values_get_boolean (changed, "pinned"))
            aj_values_set_integer (changed, "days", aj_values_get_integer (step, "days"));
        }
    }
  for (guint i = 0; i < items->len; i++)
    if (!has_item (self, meeting, items->pdata[i]) && !has_name (items, i, items->pdata[i]))
      add_item (edit, meeting, items->pdata[i]);
}

static gboolean
is_meeting_behind (AjCycleTemplate *self, const AjValues *meeting)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const AjValues *task = find_task (self, meeting, self->steps->pdata[i]);

      if (task == NULL || is_behind (task, self->steps->pdata[i]))
        return TRUE;
    }
  for (guint i = 0; i < self->items->len; i++)
    if (!has_item (self, meeting, self->items->pdata[i]))
      return TRUE;
  return FALSE;
}

guint
aj_cycle_template_count_behind (AjCycleTemplate *self)
{
  GPtrArray *meetings = self->parts[PART_MEETINGS];
  guint n = 0;

  for (guint i = 0; i < meetings->len; i++)
    n += is_meeting_behind (self, meetings->pdata[i]) ? 1 : 0;
  return n;
}

AjEdit *
aj_cycle_template_catch_up (AjCycleTemplate *self, AjStore *store)
{
  GPtrArray *meetings = self->parts[PART_MEETINGS];
  guint n = aj_cycle_template_count_behind (self);
  g_autofree char *label = NULL;
  AjEdit *edit;

  if (n == 0)
    return NULL;
  /* Translators: a line of history; a number of meetings. */
  label = g_strdup_printf (ngettext ("Bring checklist and agenda of %u meeting up to date",
                                     "Bring checklist and agenda of %u meetings up to date", n),
                           n);
  edit = aj_edit_new (store, label);
  for (guint i = 0; i < meetings->len; i++)
    catch_up (self, edit, meetings->pdata[i], self->steps, self->items);
  return edit;
}

/* (element-type AjValues) (transfer container): what the cycle has, and as new ones what it lacks of the usual. */
static GPtrArray *
add_usual_steps (AjCycleTemplate *self, AjEdit *edit)
{
  GPtrArray *steps = g_ptr_array_copy (self->steps, NULL, NULL);
  guint n_usual;
  const AjUsualStep *usual = aj_checklist_get_usual_steps (&n_usual);

  g_ptr_array_set_free_func (steps, NULL);
  for (guint i = 0; i < n_usual && self->steps->len == 0; i++)
    {
      AjValues *step = aj_edit_add (edit, &aj_preparation_step_record_type);

      aj_values_set_text (step, "cycle", aj_values_get_id (aj_cycle_template_get_cycle (self)));
      aj_values_set_text (step, "name", _ (usual[i].name));
      aj_values_set_integer (step, "days", usual[i].days);
      aj_values_set_text (step, "role", usual[i].role);
      /* The tasks of the meetings take it from here. */
      aj_known_step_fill_in (NULL, step);
      g_ptr_array_add (steps, step);
    }
  return steps;
}

static GPtrArray *
add_usual_items (AjCycleTemplate *self, AjEdit *edit)
{
  GPtrArray *items = g_ptr_array_copy (self->items, NULL, NULL);
  guint n_usual;
  const AjUsualItem *usual = aj_checklist_get_usual_items (&n_usual);

  g_ptr_array_set_free_func (items, NULL);
  for (guint i = 0; i < n_usual && self->items->len == 0; i++)
    {
      AjValues *item = aj_edit_add (edit, &aj_standing_item_record_type);

      aj_values_set_text (item, "cycle", aj_values_get_id (aj_cycle_template_get_cycle (self)));
      aj_values_set_integer (item, "position", (gint64) (i + 1) * 10);
      aj_values_set_text (item, "name", _ (usual[i].name));
      aj_values_set_integer (item, "minutes", usual[i].minutes);
      aj_values_set_boolean (item, "at-end", usual[i].at_end);
      g_ptr_array_add (items, item);
    }
  return items;
}

AjEdit *
aj_cycle_template_begin (AjCycleTemplate *self, AjStore *store)
{
  GPtrArray *meetings = self->parts[PART_MEETINGS];
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (aj_cycle_template_get_cycle (self) == NULL)
    return NULL;
  edit = aj_edit_new (store, _ ("Begin with the usual checklist and agenda"));
  steps = add_usual_steps (self, edit);
  items = add_usual_items (self, edit);
  for (guint i = 0; i < meetings->len; i++)
    catch_up (self, edit, meetings->pdata[i], steps, items);
  return aj_edit_is_empty (edit) ? NULL : g_steal_pointer (&edit);
}
