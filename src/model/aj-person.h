/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A contact, or a role mailbox that outlives whoever reads it. */
#define AJ_TYPE_PERSON (aj_person_get_type ())
AJ_DECLARE_RECORD (AjPerson, aj_person, PERSON)

/* Whether it is of somebody who was forgotten: there is nothing to fill in any more. FALSE for other kinds of records, and
 * while it is not loaded. */
gboolean aj_person_is_forgotten (AjRecord *record);

G_END_DECLS
