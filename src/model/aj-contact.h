/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A line in the log of contact with an organisation, a municipality or a person. */
#define AJ_TYPE_CONTACT (aj_contact_get_type ())
AJ_DECLARE_RECORD (AjContact, aj_contact, CONTACT)

G_END_DECLS
