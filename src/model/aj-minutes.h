/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* The minutes of a meeting are the meeting itself with its agenda items, decisions and attendance. Once they are fixed,
 * nothing of them changes until somebody reopens them, with a reason. */

#define AJ_MINUTES_CONCEPT "concept"
#define AJ_MINUTES_COMMENT "comment" /* sent to those who were there, who may remark on it */
#define AJ_MINUTES_FIXED   "fixed"

/* @meeting: (nullable) */
gboolean aj_minutes_are_fixed (const AjValues *meeting);
/* For aj_record_type check_change: AJ_MODEL_ERROR_RULE when the minutes of @owner are fixed and the record would be added,
 * removed, or differ in one of @fields (ends with NULL). */
gboolean aj_minutes_check_change (const AjValues *owner,
                                  const AjValues *before,
                                  const AjValues *after,
                                  const char *const *fields,
                                  GError **error);

G_END_DECLS
