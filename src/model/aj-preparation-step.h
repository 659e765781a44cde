/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A line of the list of what a cycle asks for around each of its meetings, so many days before or after it. */
#define AJ_TYPE_PREPARATION_STEP (aj_preparation_step_get_type ())
AJ_DECLARE_RECORD (AjPreparationStep, aj_preparation_step, PREPARATION_STEP)

G_END_DECLS
