/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-trainer.h"

#include <glib/gi18n-lib.h>

static const AjField fields[] = {
  { "rollout", AJ_FIELD_REFERENCE, N_ ("Rollout"), .target = "rollout", .required = TRUE },
  { "person", AJ_FIELD_REFERENCE, N_ ("Person"), .target = "person", .required = TRUE },
};

static const char *const once_for[] = { "person", NULL };

static const char *const identity[] = { "rollout", "person", NULL };

const AjRecordType aj_rollout_trainer_record_type = {
  .name = "rollout-trainer",
  .label = N_ ("Trainer of a rollout"),
  .plural_label = N_ ("Trainers of rollouts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "person" } }, .in_what = { "rollout" } },
  .order_field = "person",
  .owner_field = "rollout",
  .once_for = once_for,
  .identity = identity,
  .get_type = aj_rollout_trainer_get_type,
};

AJ_DEFINE_RECORD (AjRolloutTrainer, aj_rollout_trainer)
