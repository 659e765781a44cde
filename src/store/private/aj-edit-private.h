/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

AjConflict *aj_conflict_new (AjConflictCause cause,
                             const AjRecordType *type,
                             const char *id,
                             const AjField *field,
                             const AjValue *mine,
                             const AjValue *theirs);
void aj_conflict_free (AjConflict *self);

G_END_DECLS
