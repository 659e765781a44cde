/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjChoice phases[AJ_N_PHASES + 1] = {
  [AJ_PHASE_IDEA] = { "idea", N_ ("idea") },
  [AJ_PHASE_AGREED] = { "agreed", N_ ("agreed") },
  [AJ_PHASE_PREPARING] = { "preparing", N_ ("being prepared") },
  [AJ_PHASE_RUNNING] = { "running", N_ ("running") },
  [AJ_PHASE_DONE] = { "done", N_ ("done") },
  [AJ_PHASE_EVALUATED] = { "evaluated", N_ ("evaluated") },
  [AJ_PHASE_STOPPED] = { "stopped", N_ ("stopped") },
  { NULL },
};

#define REACH(NAME, LABEL)                                                                         \
  {                                                                                                \
    NAME, AJ_FIELD_INTEGER, LABEL, .min = 0, .max = AJ_TARGET_MAX_REACH                            \
  }

static const AjField fields[] = {
  { "intervention", AJ_FIELD_REFERENCE, N_ ("Intervention"), .target = "intervention",
    .required = TRUE },
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality" },
  { "district", AJ_FIELD_REFERENCE, N_ ("District as a whole"), .target = "district" },
  { "phase", AJ_FIELD_CHOICE, N_ ("Phase"), .choices = phases, .required = TRUE,
    .initial = "idea" },
  { "stop-reason", AJ_FIELD_TEXT, N_ ("Why it was stopped"), .max = 2000, .searchable = TRUE },
  { "starts-on", AJ_FIELD_DATE, N_ ("First day") },
  { "ends-on", AJ_FIELD_DATE, N_ ("Last day") },
  { "lead", AJ_FIELD_REFERENCE, N_ ("Lead"), .target = "person" },
  { "partners", AJ_FIELD_TEXT, N_ ("Partners"), .max = 2000, .searchable = TRUE },
  REACH ("goal-business", N_ ("Business to be reached")),
  REACH ("goal-youth", N_ ("Youth to be reached")),
  REACH ("goal-elderly", N_ ("Elderly and less digitally skilled to be reached")),
  REACH ("goal-residents", N_ ("Residents to be reached")),
  REACH ("reach-business", N_ ("Business reached")),
  REACH ("reach-youth", N_ ("Youth reached")),
  REACH ("reach-elderly", N_ ("Elderly and less digitally skilled reached")),
  REACH ("reach-residents", N_ ("Residents reached")),
  { "budget", AJ_FIELD_INTEGER, N_ ("Budget (euro)"), .min = 0, .max = G_MAXINT32 },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
  { "sequence", AJ_FIELD_INTEGER, N_ ("Calendar version"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE, .initial = "0" },
};

const char *
aj_phase_get_code (AjPhase self)
{
  g_return_val_if_fail (self < AJ_N_PHASES, NULL);

  return phases[self].code;
}

const char *
aj_phase_get_label (AjPhase self)
{
  g_return_val_if_fail (self < AJ_N_PHASES, NULL);

  return _ (phases[self].label);
}

AjPhase
aj_rollout_get_phase (const AjValues *rollout)
{
  const char *code = aj_values_get_text (rollout, "phase");

  for (AjPhase phase = 0; phase < AJ_N_PHASES; phase++)
    if (g_strcmp0 (phases[phase].code, code) == 0)
      return phase;
  return AJ_PHASE_IDEA;
}

gboolean
aj_rollout_is_open (const AjValues *rollout)
{
  return aj_rollout_get_phase (rollout) < AJ_PHASE_DONE;
}

static gint64
sum (const AjValues *rollout, const char *(*get_field) (AjTarget))
{
  gint64 total = -1;

  for (AjTarget target = 0; target < AJ_N_TARGETS; target++)
    if (!aj_values_is_empty (rollout, get_field (target)))
      total = MAX (total, 0) + aj_values_get_integer (rollout, get_field (target));
  return total;
}

gint64
aj_rollout_sum_goal (const AjValues *rollout)
{
  return sum (rollout, aj_target_get_goal_field);
}

gint64
aj_rollout_sum_reach (const AjValues *rollout)
{
  return sum (rollout, aj_target_get_reach_field);
}

/* A moved rollout lasts as long as it did, and one that is given to a district is no longer of one municipality in it. */
static void
rollout_follow (const AjValues *before, AjValues *after, guint64 set)
{
  AjDate old_start = aj_values_get_date (before, "starts-on");
  AjDate old_end = aj_values_get_date (before, "ends-on");
  AjDate start = aj_values_get_date (after, "starts-on");

  if (aj_values_was_set (after, set, "starts-on") && !aj_values_was_set (after, set, "ends-on") &&
      old_start != AJ_DATE_NONE && old_end != AJ_DATE_NONE && start != AJ_DATE_NONE)
    aj_values_set_date (after, "ends-on", start + (old_end - old_start));
  /* Who says why it was stopped says that it is; so the reason, which stopping asks for, comes first. */
  if (aj_values_was_set (after, set, "stop-reason") && !aj_values_was_set (after, set, "phase") &&
      !aj_values_is_empty (after, "stop-reason"))
    aj_values_set_text (after, "phase", phases[AJ_PHASE_STOPPED].code);
  if (aj_values_was_set (after, set, "district") &&
      !aj_values_was_set (after, set, "municipality") && !aj_values_is_empty (after, "district"))
    aj_values_clear (after, "municipality");
}

/* Whether who has it in a calendar must be told (RFC 5545, 3.8.7.4). */
static gboolean
calls_for_update (const AjValues *before, const AjValues *after)
{
  static const char *const shown[] = { "starts-on", "ends-on", "municipality", "district" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (aj_values_differ (before, after, shown[i]))
      return TRUE;
  return (aj_rollout_get_phase (before) == AJ_PHASE_STOPPED) !=
         (aj_rollout_get_phase (after) == AJ_PHASE_STOPPED);
}

static void
rollout_prepare (const AjValues *before, AjValues *after)
{
  if (!aj_values_is_empty (after, "municipality"))
    aj_values_clear (after, "district");
  /* Why it stopped is said of one that is stopped; whoever takes it up again has answered that. */
  if (aj_rollout_get_phase (after) != AJ_PHASE_STOPPED)
    aj_values_clear (after, "stop-reason");
  if (before != NULL && calls_for_update (before, after))
    aj_values_set_integer (after, "sequence", aj_values_get_integer (after, "sequence") + 1);
}

static gboolean
rollout_check (const AjValues *values, GError **error)
{
  AjPhase phase = aj_rollout_get_phase (values);

  if (aj_values_is_empty (values, "municipality") && aj_values_is_empty (values, "district"))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("Say where it is rolled out: in a municipality, or in a district as "
                              "a whole."));
      return FALSE;
    }
  if (phase == AJ_PHASE_STOPPED && aj_values_is_empty (values, "stop-reason"))
    {
      g_set_error_literal (
          error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
          _ ("Fill in why it was stopped, for whoever thinks of it again; then it is."));
      return FALSE;
    }
  if (phase >= AJ_PHASE_RUNNING && phase <= AJ_PHASE_EVALUATED &&
      aj_values_is_empty (values, "starts-on"))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("Say on which day it started."));
      return FALSE;
    }
  return aj_check_order (values, "starts-on", "ends-on",
                         _ ("A rollout cannot end before it starts."), error);
}

static const char *const found_by[] = { "intervention", "municipality", "district", NULL };

static const char *const identity[] = { "intervention", "municipality", "district", "starts-on",
                                        NULL };

const AjRecordType aj_rollout_record_type = {
  .name = "rollout",
  .label = N_ ("Rollout"),
  .plural_label = N_ ("Rollouts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "intervention" } }, .in_what = { "municipality", "district" } },
  .order_field = "starts-on",
  .identity = identity,
  .found_by = found_by,
  .get_type = aj_rollout_get_type,
  .follow = rollout_follow,
  .prepare = rollout_prepare,
  .check = rollout_check,
};

AJ_DEFINE_RECORD (AjRollout, aj_rollout)
