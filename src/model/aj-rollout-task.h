/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What has to be done in a rollout, so many days from its first day. */
#define AJ_TYPE_ROLLOUT_TASK (aj_rollout_task_get_type ())
AJ_DECLARE_RECORD (AjRolloutTask, aj_rollout_task, ROLLOUT_TASK)

G_END_DECLS
