/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-history.h"
#include "aj-record.h"

G_BEGIN_DECLS

/**
 * AjIdentity:
 *
 * The one object for every record that somebody holds. It holds none itself. Belongs to the owner's thread.
 */
typedef struct _AjIdentity AjIdentity;

AjIdentity *aj_identity_new (void);
void aj_identity_free (AjIdentity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjIdentity, aj_identity_free)

/* (transfer full): the object, made when nobody holds it yet. */
AjRecord *aj_identity_ref (AjIdentity *self, const AjRecordType *type, const char *id);
/* (transfer none) (nullable): the object when somebody holds it. */
AjRecord *aj_identity_peek (AjIdentity *self, const AjRecordType *type, const char *id);
/* (transfer full): the object, in this state or a newer one. */
AjRecord *aj_identity_ref_with_values (AjIdentity *self, const AjValues *values);
/* Puts the state into the object when somebody holds it. */
void aj_identity_put_values (AjIdentity *self, const AjValues *values);
/* Brings all objects up to date with what was committed. */
void aj_identity_apply (AjIdentity *self, AjChanges *changes);

G_END_DECLS
