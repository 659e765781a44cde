/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* An organisation that takes part. One without a municipality or district works in the whole region. */
#define AJ_TYPE_ORGANISATION (aj_organisation_get_type ())
AJ_DECLARE_RECORD (AjOrganisation, aj_organisation, ORGANISATION)

/* What organisations are: seats ask for one of them. */
extern const AjChoice aj_organisation_kinds[];

G_END_DECLS
