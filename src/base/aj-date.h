/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AjDate:
 *
 * A day in the Gregorian calendar, as the number of days since 1 January 1970. A plain number, so
 * that dates compare, sort and subtract as numbers do. %AJ_DATE_NONE is no date.
 */
typedef gint32 AjDate;

#define AJ_DATE_NONE G_MININT32
/* ISO 8601 writes years of four digits. */
#define AJ_DATE_MIN_YEAR 1
#define AJ_DATE_MAX_YEAR 9999

/* ISO 8601 weekdays: Monday is 1, Sunday 7. */
typedef enum
{
  AJ_WEEKDAY_MONDAY = 1,
  AJ_WEEKDAY_TUESDAY,
  AJ_WEEKDAY_WEDNESDAY,
  AJ_WEEKDAY_THURSDAY,
  AJ_WEEKDAY_FRIDAY,
  AJ_WEEKDAY_SATURDAY,
  AJ_WEEKDAY_SUNDAY,
} AjWeekday;

/* The day, or AJ_DATE_NONE when there is no such day (30 February, month 13). */
AjDate aj_date_new (int year, int month, int day);
/* Zeros for AJ_DATE_NONE; year, month and day alone likewise. Each pointer is nullable. */
void aj_date_get_ymd (AjDate date, int *year, int *month, int *day);
int aj_date_get_year (AjDate date);
int aj_date_get_month (AjDate date);
int aj_date_get_day (AjDate date);
AjWeekday aj_date_get_weekday (AjDate date);
/* The ISO 8601 week number, 1 to 53; @year (nullable) receives the year the week belongs to. */
int aj_date_get_week (AjDate date, int *year);
int aj_date_days_in_month (int year, int month);
/* The day @months later (or earlier); the day of the month is lowered to the month's last when needed. */
AjDate aj_date_add_months (AjDate date, int months);
/* The @nth @weekday of a month, @nth 1 to 5, or -1 for the last; AJ_DATE_NONE when the month has no fifth. */
AjDate aj_date_nth_weekday (int year, int month, AjWeekday weekday, int nth);
/* Which one of its weekday in its month this day is, 1 to 5. */
int aj_date_get_nth (AjDate date);

/* Reads exactly "2026-03-12"; FALSE (and @date untouched) for anything else. */
gboolean aj_date_parse_iso (const char *text, AjDate *date);
/* Reads what a Dutch coordinator types as well: "12-3-2026", "12-3" , "12/3/26", "12 mrt", "do 12 maart 2026",
 * and the same with English names ("March 12, 2026" too). A missing year is that of the date nearest after @today less
 * 90 days; a year of two digits lies in 1969 to 2068. A weekday that is not the date's own makes it FALSE: one of the
 * two is a slip of the pen. */
gboolean aj_date_parse_human (const char *text, AjDate today, AjDate *date);
/* "2026-03-12"; NULL for AJ_DATE_NONE. */
char *aj_date_to_iso (AjDate date);
/* In the language of the messages: "do 12 mrt 2026" / "Thu 12 Mar 2026". This one and the next three give "" for
 * AJ_DATE_NONE. */
char *aj_date_format_short (AjDate date);
/* "donderdag 12 maart 2026" / "Thursday 12 March 2026". */
char *aj_date_format_long (AjDate date);
/* "12 maart" / "12 March": for labels of edits, where the year is plain. */
char *aj_date_format_day_month (AjDate date);
/* "12 maart 2026" / "12 March 2026": for sentences. */
char *aj_date_format_plain (AjDate date);
/* "donderdag" / "Thursday"; "do" / "Thu"; "maart" / "March"; "mrt" / "Mar". In the language of the messages. */
const char *aj_weekday_get_name (AjWeekday weekday);
const char *aj_weekday_get_short_name (AjWeekday weekday);
const char *aj_month_get_name (int month);
const char *aj_month_get_short_name (int month);

/* A run of days, both ends included; either end may be AJ_DATE_NONE, which means open. */
typedef struct
{
  AjDate first;
  AjDate last;
} AjDateRange;

gboolean aj_date_range_contains (const AjDateRange *range, AjDate date);
gboolean aj_date_range_overlaps (const AjDateRange *a, const AjDateRange *b);

/* A wall-clock time: what the clock on the wall says, in a zone that is kept beside it. */
typedef struct
{
  AjDate date;
  int minute; /* of the day, 0 to 1439 */
} AjWallTime;

/* Reads exactly "2026-03-12T10:00". */
gboolean aj_wall_time_parse (const char *text, AjWallTime *time);
/* "2026-03-12T10:00"; NULL when it is no time at all. */
char *aj_wall_time_to_string (const AjWallTime *time);
int aj_wall_time_compare (const AjWallTime *a, const AjWallTime *b);
/* On the wall, as aj_wall_time_minutes_between(); the date is AJ_DATE_NONE when it leaves the calendar. */
AjWallTime aj_wall_time_add_minutes (const AjWallTime *time, gint64 minutes);
/* Minutes on the wall from @a to @b: the clock change of a night between them does not count. */
gint64 aj_wall_time_minutes_between (const AjWallTime *a, const AjWallTime *b);
/* Seconds since 1970 in UTC. @zone is an IANA name; NULL or an unknown one fails. A time in the spring gap is taken
 * with the offset from before the change (RFC 5545, 3.3.5), a time that comes twice is its first. */
gboolean aj_wall_time_to_unix (const AjWallTime *time, const char *zone, gint64 *unix_time);
gboolean aj_wall_time_from_unix (gint64 unix_time, const char *zone, AjWallTime *time);
gboolean aj_zone_is_known (const char *zone);

/* Time of day: reads "10:00", "10.00", "9:30", "0930", "930", "9"; gives minutes of the day. */
gboolean aj_time_of_day_parse (const char *text, int *minute);
/* "10:00" */
char *aj_time_of_day_to_string (int minute);

G_END_DECLS
