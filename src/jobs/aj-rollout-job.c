/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-job.h"

#include <glib/gi18n-lib.h>

#include "aj-rollout-task.h"

static gboolean
is_under_way (AjRolloutFacts *facts, const char *intervention, const char *municipality)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);

  for (guint i = 0; i < rollouts->len; i++)
    {
      const AjValues *rollout = rollouts->pdata[i];

      if (aj_rollout_is_open (rollout) &&
          g_strcmp0 (aj_values_get_text (rollout, "intervention"), intervention) == 0 &&
          g_strcmp0 (aj_values_get_text (rollout, "municipality"), municipality) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_task (AjEdit *edit, const char *rollout, const AjValues *step)
{
  AjValues *task = aj_edit_add (edit, &aj_rollout_task_record_type);

  aj_values_set_text (task, "rollout", rollout);
  aj_values_set_text (task, "name", aj_values_get_text (step, "name"));
  aj_values_set_integer (task, "days", aj_values_get_integer (step, "days"));
  aj_values_set_text (task, "step", aj_values_get_id (step));
}

static void
add_rollout (AjEdit *edit,
             AjRolloutFacts *facts,
             const AjRolloutStart *start,
             const char *municipality)
{
  GPtrArray *steps = aj_rollout_facts_get_steps (facts);
  AjValues *rollout = aj_edit_add (edit, &aj_rollout_record_type);

  aj_values_set_text (rollout, "intervention", start->intervention);
  aj_values_set_text (rollout, "municipality", municipality);
  aj_values_set_text (rollout, "phase", aj_phase_get_code (start->phase));
  aj_values_set_date (rollout, "starts-on", start->starts_on);
  aj_values_set_date (rollout, "ends-on", start->ends_on);
  aj_values_set_text (rollout, "lead", start->lead);
  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (aj_values_get_text (steps->pdata[i], "intervention"), start->intervention) == 0)
      add_task (edit, aj_values_get_id (rollout), steps->pdata[i]);
}

/* (transfer full) */
static char *
describe_begin (AjRolloutFacts *facts, const AjRolloutStart *start, GPtrArray *begun)
{
  const char *name = aj_rollout_facts_get_name (facts, start->intervention);

  if (begun->len == 1)
    /* Translators: an intervention and a municipality. */
    return g_strdup_printf (_ ("Roll out %1$s in %2$s"), name,
                            aj_rollout_facts_get_name (facts, begun->pdata[0]));
  return g_strdup_printf (
      /* Translators: an intervention, and a number. */
      ngettext ("Roll out %1$s in %2$u municipality", "Roll out %1$s in %2$u municipalities",
                begun->len),
      name, begun->len);
}

AjEdit *
aj_rollout_job_begin (AjStore *store,
                      AjRolloutFacts *facts,
                      const AjRolloutStart *start,
                      GPtrArray *municipalities,
                      guint *n_begun,
                      guint *n_passed_over)
{
  g_autoptr (GPtrArray) begun = g_ptr_array_new ();
  g_autofree char *label = NULL;
  AjEdit *edit;

  *n_passed_over = 0;
  for (guint i = 0; i < municipalities->len; i++)
    if (is_under_way (facts, start->intervention, municipalities->pdata[i]))
      (*n_passed_over)++;
    else
      g_ptr_array_add (begun, municipalities->pdata[i]);
  *n_begun = begun->len;
  if (begun->len == 0)
    return NULL;
  label = describe_begin (facts, start, begun);
  edit = aj_edit_new (store, label);
  for (guint i = 0; i < begun->len; i++)
    add_rollout (edit, facts, start, begun->pdata[i]);
  return edit;
}

AjEdit *
aj_rollout_job_set_phase (AjStore *store,
                          AjRolloutFacts *facts,
                          const AjValues *rollout,
                          AjPhase phase,
                          const char *reason,
                          AjDate today)
{
  g_autofree char *label = g_strdup_printf (
      /* Translators: an intervention, a place and a phase: "Echt-Nep in Deventer: running". */
      _ ("%1$s in %2$s: %3$s"), aj_rollout_facts_get_subject (facts, rollout),
      aj_rollout_facts_get_place (facts, rollout), aj_phase_get_label (phase));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *after = aj_edit_change_values (edit, rollout);
  gboolean has_run = phase == AJ_PHASE_DONE || phase == AJ_PHASE_EVALUATED;

  aj_values_set_text (after, "phase", aj_phase_get_code (phase));
  if (phase == AJ_PHASE_STOPPED)
    aj_values_set_text (after, "stop-reason", reason);
  if ((phase == AJ_PHASE_RUNNING || has_run) && aj_values_is_empty (after, "starts-on"))
    aj_values_set_date (after, "starts-on", today);
  if (has_run && aj_values_is_empty (after, "ends-on"))
    aj_values_set_date (after, "ends-on", MAX (today, aj_values_get_date (after, "starts-on")));
  return edit;
}
