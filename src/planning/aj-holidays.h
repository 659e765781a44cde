/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "aj-date.h"
#include "aj-school-region.h"

G_BEGIN_DECLS

/* The school holidays of one region: one line of the data. */
typedef struct
{
  char *name; /* Dutch, as schools call it: "herfstvakantie" */
  AjSchoolRegion region;
  AjDateRange days;
  int school_year; /* the year in which it begins: 2025 for 2025-2026 */
  gboolean advice; /* schools may deviate */
} AjSchoolHoliday;

#define AJ_TYPE_HOLIDAYS (aj_holidays_get_type ())
/* The school holidays that are known. Unchanging once made, so that any thread may read it. */
G_DECLARE_FINAL_TYPE (AjHolidays, aj_holidays, AJ, HOLIDAYS, GObject)

/* Knows no school holidays at all: every date is uncovered. */
AjHolidays *aj_holidays_new (void);
/* Reads the lines school_year,region,holiday,first_day,last_day,binding of @length bytes (-1: up to the NUL). A byte
 * order mark, any line ends, quoted fields, and semicolons (as Dutch spreadsheets write) are taken. Fails with
 * AJ_ERROR_INVALID, or AJ_ERROR_LIMIT above a megabyte; the message names the line. */
AjHolidays *aj_holidays_new_from_csv (const char *text, gssize length, GError **error);

/* Whether the school holidays of every one of @regions are known on @date. A school year counts once all its five
 * holidays are there: autumn, Christmas, spring, May, summer. It begins on 1 September and ends on 31 August, or with its
 * summer holiday when that runs on; its first ten days count only when the year before, whose summer may reach into them, is
 * there too. */
gboolean aj_holidays_covers (AjHolidays *self, AjDate date, AjSchoolRegion regions);
/* The holidays of any of @regions that have a day in @range, by first day; the holidays themselves are borrowed.
 * Element-type: const AjSchoolHoliday. */
GPtrArray *
aj_holidays_list_school (AjHolidays *self, const AjDateRange *range, AjSchoolRegion regions);
/* The school holidays of @regions on @date in words: "herfstvakantie Zuid", "voorjaarsvakantie Midden, Zuid"; without
 * regions when all three have it: "meivakantie". NULL when there are none. @advice (nullable) tells that no school is
 * bound to any of them. */
char *aj_holidays_describe_school (AjHolidays *self,
                                   AjDate date,
                                   AjSchoolRegion regions,
                                   gboolean *advice);

G_END_DECLS
