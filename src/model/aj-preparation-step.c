/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-preparation-step.h"

#include <glib/gi18n-lib.h>

#include "aj-known-step.h"
#include "aj-task.h"

/* A year around the meeting is as far as anybody plans ahead. */
#define MAX_DAYS 366

static const AjField fields[] = {
  { "cycle", AJ_FIELD_REFERENCE, N_ ("Cycle"), .target = "cycle", .required = TRUE },
  { "name", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE },
  /* Before the meeting below zero, after it above. */
  { "days", AJ_FIELD_INTEGER, N_ ("Days from the meeting"), .min = -MAX_DAYS, .max = MAX_DAYS,
    .required = TRUE, .initial = "-14" },
  { "assignee", AJ_FIELD_REFERENCE, N_ ("Who"), .target = "person" },
  /* Whoever that is at the meeting. */
  { "role", AJ_FIELD_CHOICE, N_ ("In the role of"), .choices = aj_task_roles },
  { "done-when", AJ_FIELD_CHOICE, N_ ("Done by itself when"), .choices = aj_known_steps },
};

static const char *const identity[] = { "cycle", "name", NULL };

const AjRecordType aj_preparation_step_record_type = {
  .name = "preparation-step",
  .label = N_ ("Preparation step"),
  .plural_label = N_ ("Preparation steps"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "days",
  .owner_field = "cycle",
  .identity = identity,
  .prepare = aj_known_step_fill_in,
  .get_type = aj_preparation_step_get_type,
};

AJ_DEFINE_RECORD (AjPreparationStep, aj_preparation_step)
