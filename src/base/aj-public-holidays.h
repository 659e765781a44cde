/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* The years for which the Dutch public holidays are known: from the first King's Day (before that it was Queen's Day, on
 * another date) to the last year for which Easter was checked against a published table. */
#define AJ_PUBLIC_HOLIDAYS_MIN_YEAR 2014
#define AJ_PUBLIC_HOLIDAYS_MAX_YEAR 2099
#define AJ_PUBLIC_HOLIDAYS_A_YEAR   11

typedef enum
{
  AJ_PUBLIC_HOLIDAY_FREE,               /* nobody plans a meeting on it */
  AJ_PUBLIC_HOLIDAY_NOT_GENERALLY_FREE, /* Good Friday and 5 May: many are free, many are not */
} AjPublicHolidayKind;

typedef struct
{
  AjDate date;
  AjPublicHolidayKind kind;
  const char *name; /* in English, as it is stored; aj_public_holiday_to_text() translates it */
} AjPublicHoliday;

/* Easter Sunday in the Gregorian calendar, for any year a date can have; else AJ_DATE_NONE. */
AjDate aj_easter_sunday (int year);
/* Fills @holidays in order of date and gives their number: AJ_PUBLIC_HOLIDAYS_A_YEAR, or 0 for a year outside the known
 * ones. Two can share a day: in 2016 Ascension Day was 5 May. */
guint aj_public_holidays_of_year (int year, AjPublicHoliday holidays[AJ_PUBLIC_HOLIDAYS_A_YEAR]);
/* The public holiday on @date, a free one before one that is not generally free; FALSE when there is none. */
gboolean aj_public_holiday_find (AjDate date, AjPublicHoliday *holiday);
/* (transfer full): a stored English name in the language of the messages, with "(not generally free)" behind Good Friday
 * and Liberation Day; NULL when it is not the name of a public holiday. */
char *aj_public_holiday_to_text (const char *name);

G_END_DECLS
