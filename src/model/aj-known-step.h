/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* What the program knows of by itself, and with which a step of the preparation is done: the field "done-when" of a step and of
 * a task says which, so that it may be called anything. */
#define AJ_STEP_INVITATION      "invitation"
#define AJ_STEP_AGENDA          "agenda"
#define AJ_STEP_MINUTES_COMMENT "minutes-comment"
#define AJ_STEP_MINUTES_FIXED   "minutes-fixed"

/* Ends with a NULL code. */
extern const AjChoice aj_known_steps[];

/* (nullable): which one is meant by a step that is called as the usual one for it, whatever its case, in either language. */
const char *aj_known_step_find (const char *name);
/* For the preparation of a step or a task: one that is called so is done with that, until somebody says otherwise. */
void aj_known_step_fill_in (const AjValues *before, AjValues *after);

G_END_DECLS
