/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-evaluation.h"

#include <glib/gi18n-lib.h>

static const AjChoice as_planned[] = {
  { "yes", N_ ("yes") },
  { "partly", N_ ("partly") },
  { "no", N_ ("no") },
  { NULL },
};

static const AjField fields[] = {
  { "rollout", AJ_FIELD_REFERENCE, N_ ("Rollout"), .target = "rollout", .required = TRUE },
  { "date", AJ_FIELD_DATE, N_ ("Date"), .required = TRUE },
  { "by", AJ_FIELD_REFERENCE, N_ ("Filled in by"), .target = "person" },
  { "as-planned", AJ_FIELD_CHOICE, N_ ("Did it run as planned?"), .choices = as_planned,
    .required = TRUE, .initial = "yes" },
  { "helped", AJ_FIELD_TEXT, N_ ("What helped"), .multiline = TRUE, .searchable = TRUE },
  { "hindered", AJ_FIELD_TEXT, N_ ("What hindered"), .multiline = TRUE, .searchable = TRUE },
  { "lessons", AJ_FIELD_TEXT, N_ ("Lessons"), .multiline = TRUE, .searchable = TRUE },
  { "conditions", AJ_FIELD_TEXT, N_ ("What must be there at least"), .multiline = TRUE,
    .searchable = TRUE },
  /* As Dutch schools give marks: 6 is enough. */
  { "score", AJ_FIELD_INTEGER, N_ ("Mark (1 to 10)"), .min = 1, .max = 10 },
};

/* What was learned goes only when somebody says so, never because its rollout goes. */
static gboolean
evaluation_check_change (const AjValues *owner,
                         const AjValues *before,
                         const AjValues *after,
                         GError **error)
{
  g_autofree char *day = NULL;

  /* Its rollout is gone already. */
  if (after != NULL || owner != NULL)
    return TRUE;
  day = aj_date_format_plain (aj_values_get_date (before, "date"));
  g_set_error (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
      /* Translators: the day of an evaluation. */
      _ ("The evaluation of %s, with what was learned, would go with this rollout. Set the "
         "rollout to stopped instead, or remove the evaluation first."),
      day);
  return FALSE;
}

static const char *const found_by[] = { "rollout", NULL };

static const char *const identity[] = { "rollout", "date", NULL };

const AjRecordType aj_evaluation_record_type = {
  .name = "evaluation",
  .label = N_ ("Evaluation"),
  .plural_label = N_ ("Evaluations"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "rollout" } }, .in_what = { "date" } },
  .order_field = "date",
  .owner_field = "rollout",
  .identity = identity,
  .found_by = found_by,
  .get_type = aj_evaluation_get_type,
  .check_change = evaluation_check_change,
};

AJ_DEFINE_RECORD (AjEvaluation, aj_evaluation)
