/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <libical/ical.h>

#include "aj-vtimezone.h"

#define HALF_HOUR     (30 * 60)
#define SECONDS_A_DAY (24 * 60 * 60)

static const char *const zones[] = { "Europe/Amsterdam",
                                     "Europe/London",
                                     "Europe/Dublin",
                                     "America/New_York",
                                     "America/St_Johns",
                                     "America/Sao_Paulo",
                                     "Australia/Lord_Howe",
                                     "Australia/Sydney",
                                     "Asia/Kolkata",
                                     "Africa/Johannesburg",
                                     "UTC" };

/* The program's component as another program reads it. */
static icaltimezone *
read_zone (const char *name)
{
  g_autoptr (GError) error = NULL;
  const AjVtimezone *zone = aj_vtimezone_get (name, &error);
  icaltimezone *read = icaltimezone_new ();
  icalcomponent *component;

  g_assert_no_error (error);
  g_assert_cmpstr (aj_vtimezone_get_id (zone), ==, name);
  component = icalparser_parse_string (aj_vtimezone_get_text (zone));
  g_assert_nonnull (component);
  g_assert_cmpint (icalcomponent_count_errors (component), ==, 0);
  g_assert_true (icaltimezone_set_component (read, component));
  return read;
}

static int
offset_at (GTimeZone *zone, gint64 moment)
{
  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment));
}

static icaltimetype
to_ical (const AjWallTime *time)
{
  icaltimetype ical = icaltime_null_time ();

  aj_date_get_ymd (time->date, &ical.year, &ical.month, &ical.day);
  ical.hour = time->minute / 60;
  ical.minute = time->minute % 60;
  return ical;
}

/* Both ways, as libical reads the component and as the system's tables say. */
static void
check_moment (const char *name, GTimeZone *zone, icaltimezone *read, gint64 moment)
{
  const AjVtimezone *ours = aj_vtimezone_get (name, NULL);
  icaltimetype utc = icaltime_from_timet_with_zone ((time_t) moment, 0,
                                                    icaltimezone_get_utc_timezone ());
  int in_daylight = 0;
  AjWallTime wall;
  gint64 back;

  if (icaltimezone_get_utc_offset_of_utc_time (read, &utc, &in_daylight) !=
      offset_at (zone, moment))
    g_error ("%s differs at %" G_GINT64_FORMAT, name, moment);

  g_assert_true (aj_wall_time_from_unix (moment, name, &wall));
  if (!aj_vtimezone_is_plain (ours, &wall))
    return;
  g_assert_true (aj_wall_time_to_unix (&wall, name, &back));
  g_assert_cmpint (back, ==, moment);
  g_assert_cmpint (icaltime_as_timet_with_zone (to_ical (&wall), read), ==, moment);
}

static void
test_conversion (gconstpointer data)
{
  const char *name = data;
  icaltimezone *read = read_zone (name);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  guint changes = 0;

  for (int year = 2024; year <= 2035; year++)
    {
      gint64 last = (gint64) aj_date_new (year + 1, 1, 1) * SECONDS_A_DAY;

      for (gint64 day = (gint64) aj_date_new (year, 1, 1) * SECONDS_A_DAY; day < last;
           day += SECONDS_A_DAY)
        {
          /* Every half hour from a day before a change of the clock to a day after it. */
          if (offset_at (zone, day) != offset_at (zone, day + SECONDS_A_DAY))
            {
              changes++;
              for (gint64 moment = day - SECONDS_A_DAY; moment < day + 2 * SECONDS_A_DAY;
                   moment += HALF_HOUR)
                check_moment (name, zone, read, moment);
            }
        }
      check_moment (name, zone, read, last - 180 * SECONDS_A_DAY);
      check_moment (name, zone, read, last - HALF_HOUR);
    }
  g_assert_true (changes == 0 || changes == 2 * 12);
  icaltimezone_free (read, TRUE);
}

/* No wall-clock time that the change of the clock skips or repeats is plain, and every other one is. */
static void
test_plain (void)
{
  const AjVtimezone *zone = aj_vtimezone_get ("Europe/Amsterdam", NULL);
  const struct
  {
    const char *time;
    gboolean plain;
  } cases[] = {
    { "2026-03-29T01:59", TRUE },  { "2026-03-29T02:00", FALSE }, { "2026-03-29T02:59", FALSE },
    { "2026-03-29T03:00", TRUE },  { "2026-10-25T01:59", TRUE },  { "2026-10-25T02:00", FALSE },
    { "2026-10-25T02:59", FALSE }, { "2026-10-25T03:00", TRUE },  { "2026-10-24T02:30", TRUE },
    { "1995-06-01T10:00", FALSE }, { "1996-06-01T10:00", TRUE },  { "2071-06-01T10:00", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjWallTime time;

      g_assert_true (aj_wall_time_parse (cases[i].time, &time));
      g_test_message ("%s", cases[i].time);
      g_assert_cmpint (aj_vtimezone_is_plain (zone, &time), ==, cases[i].plain);
    }
}

/* Outlook reads one STANDARD and one DAYLIGHT with a rule each, and nothing else. */
static void
test_shape (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      const char *text = aj_vtimezone_get_text (aj_vtimezone_get (zones[i], NULL));
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
      guint n_standard = 0, n_daylight = 0, n_rules = 0;

      for (guint l = 0; lines[l] != NULL; l++)
        {
          g_assert_cmpuint (strlen (lines[l]), <=, 75);
          g_assert_null (strpbrk (lines[l], "\r\n"));
          n_standard += g_str_equal (lines[l], "BEGIN:STANDARD") ? 1 : 0;
          n_daylight += g_str_equal (lines[l], "BEGIN:DAYLIGHT") ? 1 : 0;
          n_rules += g_str_has_prefix (lines[l], "RRULE:FREQ=YEARLY;BYMONTH=") ? 1 : 0;
          g_assert_false (g_str_has_prefix (lines[l], "RDATE"));
          if (g_str_has_prefix (lines[l], "DTSTART"))
            g_assert_true (g_str_has_prefix (lines[l], "DTSTART:1970"));
        }
      g_assert_cmpuint (n_standard, ==, 1);
      g_assert_cmpuint (n_daylight, <=, 1);
      g_assert_cmpuint (n_rules, ==, 2 * n_daylight);
    }
}

static void
test_refused (void)
{
  const char *const refused[] = { "Asia/Gaza",        "Mars/Olympus",     "",
                                  "../../etc/passwd", "CET-1CEST,M3.5.0", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (aj_vtimezone_get (refused[i], &error));
      g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ZONE);
    }
}

static gpointer
get_zones_cb (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    g_assert_nonnull (aj_vtimezone_get (zones[i], NULL));
  return (gpointer) aj_vtimezone_get ("Europe/London", NULL);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zones", get_zones_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == aj_vtimezone_get ("Europe/London", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vtimezone/threads", test_threads);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vtimezone/conversion/%s", zones[i]);
      g_test_add_data_func (path, zones[i], test_conversion);
    }
  g_test_add_func ("/vtimezone/plain", test_plain);
  g_test_add_func ("/vtimezone/shape", test_shape);
  g_test_add_func ("/vtimezone/refused", test_refused);
  return g_test_run ();
}
