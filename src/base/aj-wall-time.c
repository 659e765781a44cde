/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-zone-private.h"

#include <string.h>

#define MINUTES_A_DAY (24 * 60)
#define SECONDS_A_DAY (24 * 60 * 60)

static gint64
floor_divide (gint64 number, gint64 by)
{
  gint64 whole = number / by;

  return number % by < 0 ? whole - 1 : whole;
}

static gboolean
is_date (AjDate date)
{
  return aj_date_get_year (date) != 0;
}

static gboolean
is_wall_time (const AjWallTime *time)
{
  return is_date (time->date) && time->minute >= 0 && time->minute < MINUTES_A_DAY;
}

gboolean
aj_wall_time_parse (const char *text, AjWallTime *time)
{
  g_autofree char *day = NULL;
  AjWallTime read;

  g_return_val_if_fail (time != NULL, FALSE);

  if (text == NULL || strlen (text) != strlen ("2026-03-12T10:00") || text[10] != 'T' ||
      !g_ascii_isdigit (text[11]) || text[13] != ':' || !g_ascii_isdigit (text[15]))
    return FALSE;

  day = g_strndup (text, 10);
  if (!aj_date_parse_iso (day, &read.date) || !aj_time_of_day_parse (text + 11, &read.minute))
    return FALSE;
  *time = read;
  return TRUE;
}

char *
aj_wall_time_to_string (const AjWallTime *time)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  if (!is_wall_time (time))
    return NULL;
  day = aj_date_to_iso (time->date);
  return g_strdup_printf ("%sT%02d:%02d", day, time->minute / 60, time->minute % 60);
}

int
aj_wall_time_compare (const AjWallTime *a, const AjWallTime *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->date != b->date)
    return a->date < b->date ? -1 : 1;
  return (a->minute > b->minute) - (a->minute < b->minute);
}

AjWallTime
aj_wall_time_add_minutes (const AjWallTime *time, gint64 minutes)
{
  const AjWallTime none = { AJ_DATE_NONE, 0 };
  gint64 total, date;

  g_return_val_if_fail (time != NULL, none);

  /* Ten thousand years in minutes: more than that leaves the calendar from any date. */
  if (!is_wall_time (time) || minutes > G_GINT64_CONSTANT (5300000000) ||
      minutes < -G_GINT64_CONSTANT (5300000000))
    return none;

  total = (gint64) time->date * MINUTES_A_DAY + time->minute + minutes;
  date = floor_divide (total, MINUTES_A_DAY);
  if (!is_date ((AjDate) date))
    return none;
  return (AjWallTime){ (AjDate) date, (int) (total - date * MINUTES_A_DAY) };
}

gint64
aj_wall_time_minutes_between (const AjWallTime *a, const AjWallTime *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return ((gint64) b->date - a->date) * MINUTES_A_DAY + b->minute - a->minute;
}

/* IANA names hold letters, digits and a few signs and begin with a letter. GLib itself would also take "+02:00", rules in
 * the manner of POSIX ("CET-1CEST,M3.5.0") and paths, none of which a calendar could name. */
static gboolean
is_zone_name (const char *name)
{
  if (!g_ascii_isalpha (name[0]) || name[1] == '\0')
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("_+-/", *p) == NULL)
      return FALSE;
  return TRUE;
}

GTimeZone *
aj_zone_get (const char *name)
{
  static GMutex lock;
  static GHashTable *zones = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  GTimeZone *zone;

  if (name == NULL || !is_zone_name (name))
    return NULL;

  locker = g_mutex_locker_new (&lock);
  if (zones == NULL)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  zone = g_hash_table_lookup (zones, name);
  if (zone == NULL)
    {
      zone = g_time_zone_new_identifier (name);
      if (zone != NULL)
        g_hash_table_insert (zones, g_strdup (name), zone);
    }
  return zone;
}

static gint64
offset_at (GTimeZone *zone, gint64 unix_time)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_time);

  return g_time_zone_get_offset (zone, interval);
}

gboolean
aj_zone_to_unix (GTimeZone *zone, const AjWallTime *time, gint64 *unix_time)
{
  gint64 wall, before, after;
  gboolean is_before, is_after;

  if (!is_wall_time (time))
    return FALSE;

  wall = (gint64) time->date * SECONDS_A_DAY + time->minute * 60;
  /* No offset reaches a day, so these two lie on either side of the moment looked for. */
  before = wall - offset_at (zone, wall - SECONDS_A_DAY);
  after = wall - offset_at (zone, wall + SECONDS_A_DAY);
  is_before = wall - offset_at (zone, before) == before;
  is_after = wall - offset_at (zone, after) == after;

  if (is_before && is_after)
    *unix_time = MIN (before, after);
  else
    *unix_time = is_after ? after : before;
  return TRUE;
}

gboolean
aj_zone_from_unix (GTimeZone *zone, gint64 unix_time, AjWallTime *time)
{
  gint64 wall, date;

  /* Keeps what follows far from overflow; no date of the calendar lies beyond. */
  if (unix_time < -G_GINT64_CONSTANT (100000000000) || unix_time > G_GINT64_CONSTANT (300000000000))
    return FALSE;

  wall = unix_time + offset_at (zone, unix_time);
  date = floor_divide (wall, SECONDS_A_DAY);
  if (!is_date ((AjDate) date))
    return FALSE;
  *time = (AjWallTime){ (AjDate) date, (int) ((wall - date * SECONDS_A_DAY) / 60) };
  return TRUE;
}

gboolean
aj_wall_time_to_unix (const AjWallTime *time, const char *zone, gint64 *unix_time)
{
  GTimeZone *known;

  g_return_val_if_fail (time != NULL && unix_time != NULL, FALSE);

  known = aj_zone_get (zone);
  return known != NULL && aj_zone_to_unix (known, time, unix_time);
}

gboolean
aj_wall_time_from_unix (gint64 unix_time, const char *zone, AjWallTime *time)
{
  GTimeZone *known;

  g_return_val_if_fail (time != NULL, FALSE);

  known = aj_zone_get (zone);
  return known != NULL && aj_zone_from_unix (known, unix_time, time);
}

gboolean
aj_zone_is_known (const char *zone)
{
  return aj_zone_get (zone) != NULL;
}

/* Up to two digits at the start of @text; gives how many there were. */
static int
read_up_to_two (const char *text, int *number)
{
  int length = 0;

  *number = 0;
  while (length < 2 && g_ascii_isdigit (text[length]))
    *number = *number * 10 + g_ascii_digit_value (text[length++]);
  return length;
}

gboolean
aj_time_of_day_parse (const char *text, int *minute)
{
  g_autofree char *trimmed = NULL;
  const char *rest;
  int hours, minutes = 0;
  size_t length;

  g_return_val_if_fail (minute != NULL, FALSE);

  if (text == NULL || strlen (text) > 16)
    return FALSE;
  trimmed = g_strstrip (g_strdup (text));
  length = strlen (trimmed);

  /* "930": the last two are the minutes. */
  if (length == 3 && strspn (trimmed, "0123456789") == 3)
    {
      hours = g_ascii_digit_value (trimmed[0]);
      rest = trimmed + 1;
    }
  else
    {
      int digits = read_up_to_two (trimmed, &hours);
      if (digits == 0)
        return FALSE;
      rest = trimmed + digits;
      if (*rest == ':' || *rest == '.')
        rest++;
      else if (*rest != '\0' && digits != 2)
        return FALSE;
      if (*rest == '\0' && rest != trimmed + digits)
        return FALSE;
    }
  if (*rest != '\0' && (read_up_to_two (rest, &minutes) != 2 || rest[2] != '\0'))
    return FALSE;
  if (hours > 23 || minutes > 59)
    return FALSE;
  *minute = hours * 60 + minutes;
  return TRUE;
}

char *
aj_time_of_day_to_string (int minute)
{
  g_return_val_if_fail (minute >= 0 && minute < MINUTES_A_DAY, NULL);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}
