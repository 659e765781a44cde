/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-training.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjChoice levels[] = {
  { "gives", N_ ("gives it") },
  { "trains", N_ ("trains others for it") },
  { NULL },
};

static const AjField fields[] = {
  { "intervention", AJ_FIELD_REFERENCE, N_ ("Intervention"), .target = "intervention",
    .required = TRUE },
  { "person", AJ_FIELD_REFERENCE, N_ ("Person"), .target = "person", .required = TRUE },
  /* Where they give it. */
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality" },
  { "level", AJ_FIELD_CHOICE, N_ ("May do what"), .choices = levels, .required = TRUE,
    .initial = "gives" },
  { "trained-on", AJ_FIELD_DATE, N_ ("Trained on") },
  { "valid-until", AJ_FIELD_DATE, N_ ("Valid until (last day)") },
  { "trained-by", AJ_FIELD_REFERENCE, N_ ("Trained by"), .target = "person" },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE, .personal = TRUE,
    .about = "person" },
};

static gboolean
training_check (const AjValues *values, GError **error)
{
  return aj_check_order (values, "trained-on", "valid-until",
                         _ ("A training cannot run out before it was given."), error);
}

static const char *const found_by[] = { "intervention", "municipality", NULL };

static const char *const identity[] = { "intervention", "person", "trained-on", NULL };

const AjRecordType aj_training_record_type = {
  .name = "training",
  .label = N_ ("Training"),
  .plural_label = N_ ("Trainings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "person" } }, .in_what = { "intervention" } },
  .order_field = "trained-on",
  .until_field = "valid-until",
  .identity = identity,
  .found_by = found_by,
  .get_type = aj_training_get_type,
  .check = training_check,
};

AJ_DEFINE_RECORD (AjTraining, aj_training)
