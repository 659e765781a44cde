/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The three regions in which the Ministry of Education spreads the school holidays; a set of them is their sum. */
typedef enum
{
  AJ_SCHOOL_REGION_NONE = 0,
  AJ_SCHOOL_REGION_NOORD = 1 << 0,
  AJ_SCHOOL_REGION_MIDDEN = 1 << 1,
  AJ_SCHOOL_REGION_ZUID = 1 << 2,
  AJ_SCHOOL_REGION_ALL = (1 << 3) - 1,
} AjSchoolRegion;

/* Reads one region, "noord", "midden" or "zuid" in any case; FALSE (and @region untouched) for anything else. */
gboolean aj_school_region_parse (const char *text, AjSchoolRegion *region);
/* "noord", "midden", "zuid", as a municipality stores it; NULL when @region is not exactly one. */
const char *aj_school_region_get_code (AjSchoolRegion region);
/* The names of a set, "Midden, Zuid"; "" for the empty set. Proper names, the same in every language. */
char *aj_school_region_get_names (AjSchoolRegion regions);

G_END_DECLS
