/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-clock.h"
#include "aj-error.h"

static void
test_fixed (void)
{
  const AjWallTime now = { aj_date_new (2026, 7, 1), 10 * 60 };
  g_autoptr (AjClock) clock = aj_clock_new_fixed (&now, "Europe/Amsterdam");
  AjWallTime read = aj_clock_get_now (clock);

  g_assert_cmpint (aj_wall_time_compare (&read, &now), ==, 0);
  g_assert_cmpint (aj_clock_get_today (clock), ==, now.date);
  /* 08:00 UTC in summer. */
  g_assert_cmpint (aj_clock_get_unix (clock), ==, 1782892800);
}

/* In the zone where it hangs, with the summer time of that day. */
static void
test_look_back (void)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-12", "Europe/Amsterdam");
  AjWallTime time;
  g_autofree char *text = NULL;

  /* 22:30 UTC, the day before. */
  g_assert_true (aj_clock_look_back (clock, 1782858600, &time));
  text = aj_wall_time_to_string (&time);
  g_assert_cmpstr (text, ==, "2026-07-01T00:30");
  g_assert_false (aj_clock_look_back (clock, G_MAXINT64, &time));
}

static void
test_from_string (void)
{
  static const struct
  {
    const char *text;
    const char *now; /* NULL: refused */
  } cases[] = {
    { "2026-03-12", "2026-03-12T00:00" },
    { "2026-03-12T10:00", "2026-03-12T10:00" },
    { "2026-03-12T24:00", NULL },
    { "2026-02-29", NULL },
    { "12-3-2026", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjClock) clock = aj_clock_new_from_string (cases[i].text, "UTC");
      g_autofree char *now = NULL;

      if (clock != NULL)
        {
          AjWallTime read = aj_clock_get_now (clock);
          now = aj_wall_time_to_string (&read);
        }
      g_assert_cmpstr (now, ==, cases[i].now);
    }
}

static void
test_system (void)
{
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (AjClock) clock = aj_clock_new ("Pacific/Kiritimati");
  g_autoptr (AjClock) local = aj_clock_new (NULL);
  g_autoptr (AjClock) unknown = aj_clock_new ("Atlantis/Capital");
  gint64 now = aj_clock_get_unix (clock);
  AjDate utc_day = (AjDate) (now / 86400);
  AjDate far_day = aj_clock_get_today (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, before + 60);
  /* UTC+14: the same day or the next. */
  g_assert_cmpint (far_day, >=, utc_day);
  g_assert_cmpint (far_day, <=, utc_day + 1);
  /* TZ is UTC in the tests. */
  g_assert_cmpint (ABS (aj_clock_get_today (local) - utc_day), <=, 1);
  g_assert_cmpint (ABS (aj_clock_get_today (unknown) - utc_day), <=, 1);
}

static void
test_no_time (void)
{
  const AjWallTime none = { AJ_DATE_NONE, 0 };

  g_assert_null (aj_clock_new_fixed (&none, "UTC"));
}

static void
test_set_string (void)
{
  g_autofree char *text = NULL;

  g_assert_false (aj_set_string (&text, NULL));
  g_assert_true (aj_set_string (&text, "Arnhem"));
  g_assert_false (aj_set_string (&text, "Arnhem"));
  /* A part of itself. */
  g_assert_true (aj_set_string (&text, text + 3));
  g_assert_cmpstr (text, ==, "hem");
  g_assert_true (aj_set_string (&text, NULL));
  g_assert_null (text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/look-back", test_look_back);
  g_test_add_func ("/clock/from-string", test_from_string);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/no-time", test_no_time);
  g_test_add_func ("/error/set-string", test_set_string);
  return g_test_run ();
}
