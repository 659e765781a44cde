/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-known-steps.h"

#include <glib/gi18n-lib.h>

#include "aj-meeting.h"
#include "aj-minutes.h"
#include "aj-task.h"
#include "aj-text.h"

/* The name in the line of history, which is one line. */
#define MAX_LABEL 60

static gboolean
is_open_step (const AjValues *task, const char *step)
{
  return aj_task_is_open (task) &&
         g_strcmp0 (aj_values_get_text (task, "kind"), AJ_TASK_PREPARATION) == 0 &&
         g_strcmp0 (aj_values_get_text (task, "done-when"), step) == 0;
}

/* (nullable): the first. */
static const AjValues *
find_step (AjMeetingFacts *facts, const char *step)
{
  GPtrArray *tasks = aj_meeting_facts_get_tasks (facts);

  for (guint i = 0; i < tasks->len; i++)
    if (is_open_step (tasks->pdata[i], step))
      return tasks->pdata[i];
  return NULL;
}

gboolean
aj_known_steps_tick (AjEdit *edit, AjMeetingFacts *facts, const char *step)
{
  GPtrArray *tasks = aj_meeting_facts_get_tasks (facts);

  for (guint i = 0; i < tasks->len; i++)
    if (is_open_step (tasks->pdata[i], step))
      aj_values_set_text (aj_edit_change_values (edit, tasks->pdata[i]), "state", AJ_TASK_DONE);
  return find_step (facts, step) != NULL;
}

const char *
aj_known_steps_get_of_minutes (const char *state)
{
  if (g_strcmp0 (state, AJ_MINUTES_FIXED) == 0)
    return AJ_STEP_MINUTES_FIXED;
  return g_strcmp0 (state, AJ_MINUTES_COMMENT) == 0 ? AJ_STEP_MINUTES_COMMENT : NULL;
}

gboolean
aj_known_steps_tick_for (
    AjEdit *edit, AjStore *store, const AjValues *before, const AjValues *after, GError **error)
{
  g_autoptr (AjMeetingFacts) facts = NULL;
  const char *step;

  if (aj_values_get_record_type (after) != &aj_meeting_record_type ||
      !aj_values_differ (before, after, "minutes-state"))
    return TRUE;
  step = aj_known_steps_get_of_minutes (aj_values_get_text (after, "minutes-state"));
  if (step == NULL)
    return TRUE;
  facts = aj_meeting_facts_load (store, NULL, aj_values_get_id (after), error);
  if (facts == NULL)
    return FALSE;
  aj_known_steps_tick (edit, facts, step);
  return TRUE;
}

AjEdit *
aj_known_steps_make_edit (AjStore *store, AjMeetingFacts *facts, const char *step)
{
  const AjValues *first = find_step (facts, step);
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  AjEdit *edit;

  if (first == NULL)
    return NULL;
  what = aj_text_truncate_utf16 (aj_values_get_text (first, "name"), MAX_LABEL);
  /* Translators: an action point, or a step of the preparation. */
  label = g_strdup_printf (_ ("“%s” is done"), what);
  edit = aj_edit_new (store, label);
  aj_known_steps_tick (edit, facts, step);
  return edit;
}
