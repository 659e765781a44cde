/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* Who was trained to give an intervention, or to train others for it: train-the-trainer. */
#define AJ_TYPE_TRAINING (aj_training_get_type ())
AJ_DECLARE_RECORD (AjTraining, aj_training, TRAINING)

G_END_DECLS
