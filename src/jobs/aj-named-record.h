/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* Records of which no more than a name is known, to be filled in later. */

/* Whether a name is enough: nothing else is required that has no initial value and no choices. */
gboolean aj_named_record_is_enough (const AjRecordType *type);
/* The code that a choice which must be made starts with: what @name tells ("Gemeente Zwolle" is a municipality), else the
 * likeliest. */
const char *
aj_named_record_guess (const AjRecordType *type, const AjField *field, const char *name);
/* Fills in @name as the title, and the choices that must be made and are not. */
void aj_named_record_fill (AjValues *values, const char *name);

G_END_DECLS
