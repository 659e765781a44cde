/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-vtimezone.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define SECONDS_A_DAY (24 * 60 * 60)
/* The system's tables end in 2037, so this is the last year that lies in them for sure. */
#define LAST_YEAR  2036
#define FIRST_YEAR 1970
/* A rule that held for fewer years up to the last is a coincidence. */
#define LEAST_YEARS 6

/* One change of the clock a year: the @nth (or -1, the last) @weekday of @month, when the clock says @minute. */
typedef struct
{
  int month;
  AjWeekday weekday;
  int nth;
  int minute;
} Onset;

struct _AjVtimezone
{
  const char *id;
  const char *text;
  int first_year;
  int daylight_minutes; /* how far the clock goes forward; 0: it never changes */
  Onset to_daylight;
  Onset to_standard;
};

/* A change of the clock as it happened in some year. */
typedef struct
{
  AjWallTime wall; /* by the clock before the change */
  int offset_before;
  int offset_after;
  const char *name_after;
} Change;

typedef struct
{
  Change changes[2];
  guint n_changes;
  int offset; /* on 1 January */
  const char *name;
} Year;

static const AjVtimezone amsterdam = {
  .id = "Europe/Amsterdam",
  .text = "BEGIN:VTIMEZONE\r\n"
          "TZID:Europe/Amsterdam\r\n"
          "BEGIN:STANDARD\r\n"
          "DTSTART:19701025T030000\r\n"
          "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
          "TZOFFSETFROM:+0200\r\n"
          "TZOFFSETTO:+0100\r\n"
          "TZNAME:CET\r\n"
          "END:STANDARD\r\n"
          "BEGIN:DAYLIGHT\r\n"
          "DTSTART:19700329T020000\r\n"
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
          "TZOFFSETFROM:+0100\r\n"
          "TZOFFSETTO:+0200\r\n"
          "TZNAME:CEST\r\n"
          "END:DAYLIGHT\r\n"
          "END:VTIMEZONE\r\n",
  .first_year = 1996,
  .daylight_minutes = 60,
  .to_daylight = { 3, AJ_WEEKDAY_SUNDAY, -1, 120 },
  .to_standard = { 10, AJ_WEEKDAY_SUNDAY, -1, 180 },
};

static int
offset_at (GTimeZone *zone, gint64 moment, const char **name)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);

  if (name != NULL)
    *name = g_time_zone_get_abbreviation (zone, interval);
  return g_time_zone_get_offset (zone, interval);
}

/* The change between two moments that lie a day apart, to the second. */
static Change
find_change (GTimeZone *zone, gint64 before, gint64 after)
{
  Change change = { 0 };
  gint64 wall;

  change.offset_before = offset_at (zone, before, NULL);
  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (offset_at (zone, middle, NULL) == change.offset_before)
        before = middle;
      else
        after = middle;
    }
  change.offset_after = offset_at (zone, after, &change.name_after);
  wall = after + change.offset_before;
  change.wall.date = (AjDate) (wall / SECONDS_A_DAY);
  change.wall.minute = (int) (wall % SECONDS_A_DAY / 60);
  return change;
}

/* FALSE when the clock changes in a way that one STANDARD and one DAYLIGHT cannot say. */
static gboolean
read_year (GTimeZone *zone, int year, Year *found)
{
  gint64 first = (gint64) aj_date_new (year, 1, 1) * SECONDS_A_DAY;
  gint64 last = (gint64) aj_date_new (year + 1, 1, 1) * SECONDS_A_DAY;
  int offset;

  *found = (Year){ 0 };
  offset = found->offset = offset_at (zone, first, &found->name);
  for (gint64 day = first; day < last; day += SECONDS_A_DAY)
    {
      int next = offset_at (zone, day + SECONDS_A_DAY, NULL);

      if (next == offset)
        continue;
      if (found->n_changes == G_N_ELEMENTS (found->changes))
        return FALSE;
      found->changes[found->n_changes++] = find_change (zone, day, day + SECONDS_A_DAY);
      offset = next;
    }
  if (found->offset % 60 != 0)
    return FALSE;
  return found->n_changes == 0 || (found->n_changes == 2 && offset == found->offset &&
                                   (found->changes[0].offset_after - found->offset) % 60 == 0);
}

static AjWallTime
onset_in (const Onset *onset, int year)
{
  return (AjWallTime){ aj_date_nth_weekday (year, onset->month, onset->weekday, onset->nth),
                       onset->minute };
}

static gboolean
same_offsets (const Year *a, const Year *b)
{
  if (a->n_changes != b->n_changes || a->offset != b->offset)
    return FALSE;
  return a->n_changes == 0 || a->changes[0].offset_after == b->changes[0].offset_after;
}

/* The first year since which the clock changed at @onset, and the offsets were those of the last year. */
static int
holds_since (GTimeZone *zone, const Year *last, guint which, const Onset *onset)
{
  int year = LAST_YEAR;

  while (year > FIRST_YEAR)
    {
      Year earlier;

      if (!read_year (zone, year - 1, &earlier) || !same_offsets (&earlier, last))
        break;
      if (onset != NULL)
        {
          AjWallTime expected = onset_in (onset, year - 1);

          if (aj_wall_time_compare (&expected, &earlier.changes[which].wall) != 0)
            break;
        }
      year--;
    }
  return year;
}

/* The way to name the day of a change that held longest: "second" and "last" may both fit the last year. */
static int
find_onset (GTimeZone *zone, const Year *last, guint which, Onset *onset)
{
  const AjWallTime *wall = &last->changes[which].wall;
  int nth = aj_date_get_nth (wall->date);
  int since = G_MAXINT;
  int year, month, day;

  aj_date_get_ymd (wall->date, &year, &month, &day);
  *onset = (Onset){ month, aj_date_get_weekday (wall->date), nth, wall->minute };
  if (nth < 5)
    since = holds_since (zone, last, which, onset);
  if (day + 7 > aj_date_days_in_month (year, month))
    {
      Onset by_end = *onset;
      int since_by_end;

      by_end.nth = -1;
      since_by_end = holds_since (zone, last, which, &by_end);
      if (since_by_end < since)
        {
          *onset = by_end;
          since = since_by_end;
        }
    }
  return since;
}

static void
append_offset (GString *text, const char *name, int seconds)
{
  int minutes = ABS (seconds) / 60;

  g_string_append_printf (text, "%s:%c%02d%02d\r\n", name, seconds < 0 ? '-' : '+', minutes / 60,
                          minutes % 60);
}

static void
append_part (GString *text, const char *part, const Onset *onset, const Change *change)
{
  static const char *const weekdays[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  AjWallTime start = { aj_date_new (FIRST_YEAR, 1, 1), 0 };

  if (onset != NULL)
    start = onset_in (onset, FIRST_YEAR);
  g_string_append_printf (text, "BEGIN:%s\r\nDTSTART:%04d%02d%02dT%02d%02d00\r\n", part, FIRST_YEAR,
                          aj_date_get_month (start.date), aj_date_get_day (start.date),
                          start.minute / 60, start.minute % 60);
  if (onset != NULL)
    g_string_append_printf (text, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s\r\n", onset->month,
                            onset->nth, weekdays[onset->weekday]);
  append_offset (text, "TZOFFSETFROM", change->offset_before);
  append_offset (text, "TZOFFSETTO", change->offset_after);
  g_string_append_printf (text, "TZNAME:%s\r\nEND:%s\r\n", change->name_after, part);
}

static AjVtimezone *
make (const char *id, GTimeZone *zone)
{
  g_autofree AjVtimezone *self = g_new0 (AjVtimezone, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  Year last;

  if (!read_year (zone, LAST_YEAR, &last))
    return NULL;
  g_string_printf (text, "BEGIN:VTIMEZONE\r\nTZID:%s\r\n", id);
  if (last.n_changes == 0)
    {
      const Change none = { .offset_before = last.offset,
                            .offset_after = last.offset,
                            .name_after = last.name };

      self->first_year = holds_since (zone, &last, 0, NULL);
      append_part (text, "STANDARD", NULL, &none);
    }
  else
    {
      /* North of the equator the year begins in standard time. What the tables call daylight is not asked: Ireland's
       * call the winter so. */
      guint spring = last.changes[0].offset_after > last.changes[0].offset_before ? 0 : 1;
      const Change *change = &last.changes[spring];
      int since[2];

      since[0] = find_onset (zone, &last, spring, &self->to_daylight);
      since[1] = find_onset (zone, &last, 1 - spring, &self->to_standard);
      self->first_year = MAX (since[0], since[1]);
      self->daylight_minutes = (change->offset_after - change->offset_before) / 60;
      append_part (text, "STANDARD", &self->to_standard, &last.changes[1 - spring]);
      append_part (text, "DAYLIGHT", &self->to_daylight, change);
    }
  g_string_append (text, "END:VTIMEZONE\r\n");

  if (LAST_YEAR - self->first_year + 1 < LEAST_YEARS)
    return NULL;
  self->id = g_strdup (id);
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
  return g_steal_pointer (&self);
}

static const AjVtimezone *
find_or_make (const char *id)
{
  static GMutex lock;
  static GHashTable *zones = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  gpointer known;

  locker = g_mutex_locker_new (&lock);
  if (zones == NULL)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_lookup_extended (zones, id, NULL, &known))
    return known;

  zone = g_time_zone_new_identifier (id);
  known = zone != NULL ? make (id, zone) : NULL;
  g_hash_table_insert (zones, g_strdup (id), known);
  return known;
}

const AjVtimezone *
aj_vtimezone_get (const char *zone, GError **error)
{
  const AjVtimezone *self;

  if (g_strcmp0 (zone, amsterdam.id) == 0)
    return &amsterdam;
  if (zone == NULL || !aj_zone_is_known (zone))
    {
      g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE,
                   _ ("“%s” is not a known time zone. Write it like Europe/Amsterdam."),
                   zone != NULL ? zone : "");
      return NULL;
    }
  self = find_or_make (zone);
  if (self == NULL)
    g_set_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE,
                 _ ("The clock of “%s” changes by no yearly rule that a calendar file can hold."),
                 zone);
  return self;
}

const char *
aj_vtimezone_get_id (const AjVtimezone *self)
{
  return self->id;
}

const char *
aj_vtimezone_get_text (const AjVtimezone *self)
{
  return self->text;
}

gboolean
aj_vtimezone_is_plain (const AjVtimezone *self, const AjWallTime *time)
{
  int year = aj_date_get_year (time->date);
  AjWallTime forward, back;
  gint64 after_forward, after_back;

  if (year < self->first_year)
    return FALSE;
  if (self->daylight_minutes == 0)
    return TRUE;
  forward = onset_in (&self->to_daylight, year);
  back = onset_in (&self->to_standard, year);
  after_forward = aj_wall_time_minutes_between (&forward, time);
  after_back = aj_wall_time_minutes_between (&back, time);
  return !(after_forward >= 0 && after_forward < self->daylight_minutes) &&
         !(after_back >= -self->daylight_minutes && after_back < 0);
}
