/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* For the store alone, which keeps one object per record: this path is given to no other room. */

/* An object that is not loaded yet. */
AjRecord *aj_record_new (const AjRecordType *type, const char *id);
/* Puts the record in a state and notifies what differs. A state not newer than the present one is ignored, so late answers
 * do no harm; so is a state of a record that was removed by a later edit. */
void aj_record_put_values (AjRecord *self, const AjValues *values);
/* The edit numbered @revision removed it. */
void aj_record_put_removed (AjRecord *self, gint64 revision);

G_END_DECLS
