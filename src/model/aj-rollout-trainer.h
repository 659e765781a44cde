/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* Who gives it where it is rolled out. */
#define AJ_TYPE_ROLLOUT_TRAINER (aj_rollout_trainer_get_type ())
AJ_DECLARE_RECORD (AjRolloutTrainer, aj_rollout_trainer, ROLLOUT_TRAINER)

G_END_DECLS
