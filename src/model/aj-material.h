/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A thing that goes round: a cargo bike, an escape box, a stand. */
#define AJ_TYPE_MATERIAL (aj_material_get_type ())
AJ_DECLARE_RECORD (AjMaterial, aj_material, MATERIAL)

G_END_DECLS
