/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/* Somebody gets another function: @next is the person as they will be, with the function and organisation of then, from @date
 * on. What they did becomes an earlier function, until the day before. */

/* Why it cannot be, as a sentence with AJ_MODEL_ERROR_RULE. */
gboolean
aj_career_check (const AjValues *person, const AjValues *next, AjDate date, GError **error);
/* (transfer full): the one edit, to be committed by whoever asked for it; aj_career_check() has passed. */
AjEdit *
aj_career_prepare (AjStore *store, const AjValues *person, const AjValues *next, AjDate date);

G_END_DECLS
