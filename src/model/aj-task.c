/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-task.h"

#include <glib/gi18n-lib.h>

#include "aj-known-step.h"

static const AjChoice kinds[] = {
  { AJ_TASK_PREPARATION, N_ ("preparation") },
  { AJ_TASK_ACTION, N_ ("action point") },
  { NULL },
};

static const AjChoice states[] = {
  { AJ_TASK_OPEN, N_ ("to do") },
  { AJ_TASK_DONE, N_ ("done") },
  { AJ_TASK_DROPPED, N_ ("dropped") },
  { NULL },
};

/* The codes are the fields of the meeting that say who it is. */
const AjChoice aj_task_roles[] = {
  { "chair", N_ ("chair") },
  { "host", N_ ("host") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE, .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds, .required = TRUE,
    .initial = AJ_TASK_ACTION },
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group" },
  /* The one that it prepares, or that agreed on it. */
  { "meeting", AJ_FIELD_REFERENCE, N_ ("Meeting"), .target = "meeting" },
  { "agenda-item", AJ_FIELD_REFERENCE, N_ ("Agenda item"), .target = "agenda-item", .loose = TRUE },
  { "assignee", AJ_FIELD_REFERENCE, N_ ("Who"), .target = "person" },
  /* Whoever that is at the meeting, also after a swap. */
  { "role", AJ_FIELD_CHOICE, N_ ("In the role of"), .choices = aj_task_roles },
  { "due", AJ_FIELD_DATE, N_ ("Due") },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_TASK_OPEN },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
  { "step", AJ_FIELD_REFERENCE, N_ ("Preparation step"), .target = "preparation-step",
    .loose = TRUE, .internal = TRUE },
  { "days", AJ_FIELD_INTEGER, N_ ("Days from the meeting"), .min = -366, .max = 366 },
  { "pinned", AJ_FIELD_BOOLEAN, N_ ("Keep this date") },
  { "done-when", AJ_FIELD_CHOICE, N_ ("Done by itself when"), .choices = aj_known_steps },
};

static gboolean
has_state (const AjValues *task, const char *state)
{
  return g_strcmp0 (aj_values_get_text (task, "state"), state) == 0;
}

gboolean
aj_task_is_open (const AjValues *task)
{
  return has_state (task, AJ_TASK_OPEN);
}

int
aj_task_compare_due (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  AjDate left = aj_values_get_date (first, "due");
  AjDate right = aj_values_get_date (second, "due");

  if (left == right)
    return g_strcmp0 (aj_values_get_id (first), aj_values_get_id (second));
  if (left == AJ_DATE_NONE || right == AJ_DATE_NONE)
    return left == AJ_DATE_NONE ? 1 : -1;
  return left < right ? -1 : 1;
}

gboolean
aj_task_is_overdue (const AjValues *task, AjDate today)
{
  AjDate due = aj_values_get_date (task, "due");

  return aj_task_is_open (task) && due != AJ_DATE_NONE && due < today;
}

/* One that comes from a step of the checklist does what that says, also when it says nothing. */
static void
task_prepare (const AjValues *before, AjValues *after)
{
  if (aj_values_is_empty (after, "step") &&
      g_strcmp0 (aj_values_get_text (after, "kind"), AJ_TASK_PREPARATION) == 0)
    aj_known_step_fill_in (before, after);
}

/* Who gives a step of the preparation a day of its own means that day, also when the meeting moves; and who names somebody
 * for it means them, also when another one chairs. */
static void
task_follow (const AjValues *before, AjValues *after, guint64 set)
{
  if (aj_values_was_set (after, set, "assignee") && !aj_values_was_set (after, set, "role") &&
      aj_values_differ (before, after, "assignee"))
    aj_values_clear (after, "role");
  if (aj_values_was_set (after, set, "due") && !aj_values_was_set (after, set, "pinned") &&
      !aj_values_is_empty (after, "days") && aj_values_differ (before, after, "due"))
    aj_values_set_boolean (after, "pinned", !aj_values_is_empty (after, "due"));
}

/* What is done keeps the day it was due and who did it, for that is what it was done for. */
static void
task_derive (const AjValues *owner, const AjValues *before, AjValues *self)
{
  const char *role = aj_values_get_text (self, "role");
  AjWallTime start;

  /* What was agreed on follows the group until it is done, so whose it is must be known. */
  if (aj_values_is_empty (self, "group"))
    aj_values_set_text (self, "group", aj_values_get_text (owner, "group"));
  if (!aj_task_is_open (self))
    return;
  if (role != NULL)
    aj_values_set_text (self, "assignee", aj_values_get_text (owner, role));
  if (!aj_values_get_boolean (self, "pinned") && !aj_values_is_empty (self, "days") &&
      aj_values_get_wall_time (owner, "starts-at", &start))
    aj_values_set_date (self, "due", start.date + (AjDate) aj_values_get_integer (self, "days"));
}

/* What prepares a meeting is no use without it; what was agreed on there is still to be done, whatever becomes of the meeting. */
static gboolean
task_check_change (const AjValues *owner,
                   const AjValues *before,
                   const AjValues *after,
                   GError **error)
{
  if (after != NULL || owner != NULL || aj_values_is_empty (before, "meeting") ||
      g_strcmp0 (aj_values_get_text (before, "kind"), AJ_TASK_ACTION) != 0 ||
      !aj_task_is_open (before))
    return TRUE;
  g_set_error (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
      /* Translators: an action point. */
      _ ("The action point “%s” was agreed on at this meeting and would go with it. Cancel "
         "the meeting instead, or remove the action point first."),
      aj_values_get_text (before, "name"));
  return FALSE;
}

/* A step of the checklist is one task of a meeting. */
static const char *const once_for[] = { "step", NULL };

static const char *const identity[] = { "name", "meeting", "due", NULL };

const AjRecordType aj_task_record_type = {
  .name = "task",
  .label = N_ ("Task"),
  .plural_label = N_ ("Tasks"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "due",
  .owner_field = "meeting",
  .once_for = once_for,
  .identity = identity,
  .follow = task_follow,
  .prepare = task_prepare,
  .derive = task_derive,
  .check_change = task_check_change,
  .get_type = aj_task_get_type,
};

AJ_DEFINE_RECORD (AjTask, aj_task)
