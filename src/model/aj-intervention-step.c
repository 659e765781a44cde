/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-step.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 1000

static const AjField fields[] = {
  { "intervention", AJ_FIELD_REFERENCE, N_ ("Intervention"), .target = "intervention",
    .required = TRUE },
  { "name", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE },
  /* Before the first day below zero, after it above. */
  { "days", AJ_FIELD_INTEGER, N_ ("Days from the first day"), .min = -MAX_DAYS, .max = MAX_DAYS,
    .required = TRUE, .initial = "-14" },
};

static const char *const identity[] = { "intervention", "name", NULL };

const AjRecordType aj_intervention_step_record_type = {
  .name = "intervention-step",
  .label = N_ ("Step of a rollout"),
  .plural_label = N_ ("Steps of a rollout"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "days",
  .owner_field = "intervention",
  .identity = identity,
  .get_type = aj_intervention_step_get_type,
};

AJ_DEFINE_RECORD (AjInterventionStep, aj_intervention_step)
