/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A part of the region with a lead of its own; municipalities belong to one. */
#define AJ_TYPE_DISTRICT (aj_district_get_type ())
AJ_DECLARE_RECORD (AjDistrict, aj_district, DISTRICT)

G_END_DECLS
