/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date.h"

static void
test_parse (void)
{
  static const char *const refused[] = {
    "",
    "2026-03-12",
    "2026-03-12T24:00",
    "2026-03-12T10:60",
    "2026-03-12 10:00",
    "2026-03-12T 9:30",
    "2026-03-12T9:30 ",
    "2026-03-12T10.00",
    "2026-03-12T10:00Z",
    "2026-03-12t10:00",
    "2026-03-12T+1:00",
    NULL,
  };
  g_autofree char *text = NULL;
  AjWallTime time;

  g_assert_true (aj_wall_time_parse ("2026-03-12T23:59", &time));
  g_assert_cmpint (time.minute, ==, 1439);
  text = aj_wall_time_to_string (&time);
  g_assert_cmpstr (text, ==, "2026-03-12T23:59");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (aj_wall_time_parse (refused[i], &time));
}

static void
test_arithmetic (void)
{
  static const struct
  {
    const char *from;
    gint64 minutes;
    const char *to; /* NULL: outside the calendar */
  } cases[] = {
    { "2026-03-12T23:30", 60, "2026-03-13T00:30" },
    { "2026-03-12T00:30", -60, "2026-03-11T23:30" },
    { "1970-01-01T00:00", -1, "1969-12-31T23:59" },
    { "2026-03-28T10:00", 1440, "2026-03-29T10:00" },
    { "9999-12-31T23:59", 1, NULL },
    { "0001-01-01T00:00", -1, NULL },
    { "2026-01-01T00:00", G_MAXINT64, NULL },
    { "2026-01-01T00:00", G_MININT64, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      AjWallTime from, to;

      g_assert_true (aj_wall_time_parse (cases[i].from, &from));
      to = aj_wall_time_add_minutes (&from, cases[i].minutes);
      text = aj_wall_time_to_string (&to);
      g_assert_cmpstr (text, ==, cases[i].to);
      if (text == NULL)
        continue;
      g_assert_cmpint (aj_wall_time_minutes_between (&from, &to), ==, cases[i].minutes);
      g_assert_cmpint (aj_wall_time_compare (&from, &to), ==, cases[i].minutes < 0 ? 1 : -1);
    }
}

/* The instants are those the IANA rules give; gaps take the offset before, double hours their first. */
static void
test_to_unix (void)
{
  static const struct
  {
    const char *zone, *wall;
    gint64 unix_time;
    const char *back; /* when the clock on the wall never showed it */
  } cases[] = {
    { "UTC", "1970-01-01T00:00", 0, NULL },
    { "Europe/Amsterdam", "2026-03-12T10:00", 1773306000, NULL },
    { "Europe/Amsterdam", "2026-07-01T10:00", 1782892800, NULL },
    { "Europe/Amsterdam", "2026-03-29T01:59", 1774745940, NULL },
    { "Europe/Amsterdam", "2026-03-29T02:00", 1774746000, "2026-03-29T03:00" },
    { "Europe/Amsterdam", "2026-03-29T02:30", 1774747800, "2026-03-29T03:30" },
    { "Europe/Amsterdam", "2026-03-29T03:00", 1774746000, NULL },
    { "Europe/Amsterdam", "2026-10-25T01:59", 1792886340, NULL },
    { "Europe/Amsterdam", "2026-10-25T02:00", 1792886400, NULL },
    { "Europe/Amsterdam", "2026-10-25T02:30", 1792888200, NULL },
    { "Europe/Amsterdam", "2026-10-25T03:00", 1792893600, NULL },
    { "America/St_Johns", "2026-03-08T01:59", 1772947740, NULL },
    { "America/St_Johns", "2026-03-08T02:30", 1772949600, "2026-03-08T03:30" },
    { "America/St_Johns", "2026-11-01T01:30", 1793505600, NULL },
    { "America/St_Johns", "2026-11-01T02:00", 1793511000, NULL },
    { "Pacific/Apia", "2011-12-29T23:59", 1325239140, NULL },
    { "Pacific/Apia", "2011-12-30T00:00", 1325239200, "2011-12-31T00:00" },
    { "Pacific/Apia", "2011-12-30T12:00", 1325282400, "2011-12-31T12:00" },
    { "Pacific/Apia", "2011-12-31T00:00", 1325239200, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *back = NULL;
      AjWallTime wall, again;
      gint64 unix_time;

      g_assert_true (aj_wall_time_parse (cases[i].wall, &wall));
      g_assert_true (aj_wall_time_to_unix (&wall, cases[i].zone, &unix_time));
      g_test_message ("%s %s", cases[i].zone, cases[i].wall);
      g_assert_cmpint (unix_time, ==, cases[i].unix_time);
      g_assert_true (aj_wall_time_from_unix (unix_time, cases[i].zone, &again));
      back = aj_wall_time_to_string (&again);
      g_assert_cmpstr (back, ==, cases[i].back != NULL ? cases[i].back : cases[i].wall);
    }
}

/* Every half hour of a year comes back as what it was, in zones on both sides of the globe. */
static void
test_round_trip (void)
{
  static const char *const zones[] = { "Europe/Amsterdam",    "America/St_Johns", "Pacific/Apia",
                                       "Australia/Lord_Howe", "Asia/Kathmandu",   "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (gint64 instant = 1293840000; instant < 1325548800; instant += 1800)
      {
        AjWallTime wall;
        gint64 back;

        g_assert_true (aj_wall_time_from_unix (instant, zones[i], &wall));
        g_assert_true (aj_wall_time_to_unix (&wall, zones[i], &back));
        /* The second time round of a double hour reads as the first. */
        if (back != instant && back != instant - 3600 && back != instant - 1800)
          g_error ("%s: %" G_GINT64_FORMAT " came back as %" G_GINT64_FORMAT, zones[i], instant,
                   back);
      }
}

static void
test_outside (void)
{
  const AjWallTime none = { AJ_DATE_NONE, 0 }, late = { 0, 1440 };
  AjWallTime wall;
  gint64 unix_time;

  g_assert_null (aj_wall_time_to_string (&none));
  g_assert_false (aj_wall_time_to_unix (&none, "UTC", &unix_time));
  g_assert_false (aj_wall_time_to_unix (&late, "UTC", &unix_time));
  g_assert_false (aj_wall_time_from_unix (G_MAXINT64, "UTC", &wall));
  g_assert_false (aj_wall_time_from_unix (G_MININT64, "UTC", &wall));
  g_assert_false (aj_wall_time_from_unix (G_GINT64_CONSTANT (253402300800), "UTC", &wall));
  g_assert_true (aj_wall_time_from_unix (G_GINT64_CONSTANT (253402300799), "UTC", &wall));
  g_assert_true (aj_wall_time_from_unix (G_GINT64_CONSTANT (-62135596800), "UTC", &wall));
  g_assert_false (aj_wall_time_from_unix (G_GINT64_CONSTANT (-62135596801), "UTC", &wall));
}

static void
test_zones (void)
{
  static const char *const known[] = { "Europe/Amsterdam", "UTC", "America/Argentina/Buenos_Aires",
                                       "Etc/GMT+5" };
  static const char *const unknown[] = { "",
                                         "Z",
                                         "+02:00",
                                         "Europe",
                                         "Atlantis/X",
                                         "../zoneinfo/UTC",
                                         "/etc/localtime",
                                         "CET-1CEST,M3.5.0,M10.5.0/3",
                                         "Europe/Amsterdam\n",
                                         "Europe/Ämsterdam",
                                         NULL };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (aj_zone_is_known (known[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (aj_zone_is_known (unknown[i]));
}

static void
test_time_of_day (void)
{
  static const struct
  {
    const char *text;
    int minute; /* -1: refused */
  } cases[] = {
    { "10:00", 600 },    { "10.00", 600 }, { "9:30", 570 },   { "0930", 570 }, { "930", 570 },
    { "9", 540 },        { "09", 540 },    { " 9:30 ", 570 }, { "0:00", 0 },   { "23:59", 1439 },
    { "24:00", -1 },     { "10:60", -1 },  { "10:5", -1 },    { "10:", -1 },   { ":30", -1 },
    { "9:30:00", -1 },   { "100000", -1 }, { "99", -1 },      { "960", -1 },   { "-1", -1 },
    { "10:00 uur", -1 }, { "tien", -1 },   { "", -1 },        { NULL, -1 },    { "1 0", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minute = -1;
      gboolean taken = aj_time_of_day_parse (cases[i].text, &minute);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (minute, ==, cases[i].minute);
      g_assert_cmpint (taken, ==, cases[i].minute >= 0);
      if (taken)
        {
          g_autofree char *text = aj_time_of_day_to_string (minute);
          int again;

          g_assert_true (aj_time_of_day_parse (text, &again));
          g_assert_cmpint (again, ==, minute);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-time/parse", test_parse);
  g_test_add_func ("/wall-time/arithmetic", test_arithmetic);
  g_test_add_func ("/wall-time/to-unix", test_to_unix);
  g_test_add_func ("/wall-time/round-trip", test_round_trip);
  g_test_add_func ("/wall-time/outside", test_outside);
  g_test_add_func ("/wall-time/zones", test_zones);
  g_test_add_func ("/wall-time/time-of-day", test_time_of_day);
  return g_test_run ();
}
