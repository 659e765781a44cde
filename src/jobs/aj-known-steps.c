/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-known-steps.h"

#include <glib/gi18n-lib.h>

#include "aj-task.h"
#include "aj-text.h"

/* The name in the line of history, which is one line. */
#define MAX_LABEL 60

static gboolean
is_open_step (const AjValues *task, AjKnownStep step)
{
  return aj_task_is_open (task) &&
         g_strcmp0 (aj_values_get_text (task, "kind"), AJ_TASK_PREPARATION) == 0 &&
         aj_checklist_is_known (aj_values_get_text (task, "name"), step);
}

/* (nullable): the first. */
static const AjValues *
find_step (AjMeetingFacts *facts, AjKnownStep step)
{
  GPtrArray *tasks = aj_meeting_facts_get_tasks (facts);

  for (guint i = 0; i < tasks->len; i++)
    if (is_open_step (tasks->pdata[i], step))
      return tasks->pdata[i];
  return NULL;
}

gboolean
aj_known_steps_tick (AjEdit *edit, AjMeetingFacts *facts, AjKnownStep step)
{
  GPtrArray *tasks = aj_meeting_facts_get_tasks (facts);

  for (guint i = 0; i < tasks->len; i++)
    if (is_open_step (tasks->pdata[i], step))
      aj_values_set_text (aj_edit_change_values (edit, tasks->pdata[i]), "state", AJ_TASK_DONE);
  return find_step (facts, step) != NULL;
}

AjEdit *
aj_known_steps_make_edit (AjStore *store, AjMeetingFacts *facts, AjKnownStep step)
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
