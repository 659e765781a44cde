/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A municipality as it exists from one day to another: mergers end some and begin others, and old records keep theirs. */
#define AJ_TYPE_MUNICIPALITY (aj_municipality_get_type ())
AJ_DECLARE_RECORD (AjMunicipality, aj_municipality, MUNICIPALITY)

G_END_DECLS
