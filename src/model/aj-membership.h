/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A seat in a group: a person's, or an organisation's, from one day to another. */
#define AJ_TYPE_MEMBERSHIP (aj_membership_get_type ())
AJ_DECLARE_RECORD (AjMembership, aj_membership, MEMBERSHIP)

/* What a member of a group is in it. */
extern const AjChoice aj_membership_roles[];

G_END_DECLS
