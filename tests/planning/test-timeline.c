/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "aj-timeline-plan.h"

static AjDate
day (const char *text)
{
  AjDate date = AJ_DATE_NONE;

  if (text != NULL)
    g_assert_true (aj_date_parse_iso (text, &date));
  return date;
}

static void
test_first_and_next (void)
{
  static const struct
  {
    AjTimelineUnit unit;
    const char *date;
    const char *first;
    const char *next; /* NULL: the last there is */
  } cases[] = {
    { AJ_TIMELINE_DAYS, "2028-02-28", "2028-02-28", "2028-02-29" },
    { AJ_TIMELINE_WEEKS, "2026-03-01", "2026-02-23", "2026-03-02" },
    { AJ_TIMELINE_WEEKS, "2027-01-01", "2026-12-28", "2027-01-04" },
    { AJ_TIMELINE_MONTHS, "2028-02-29", "2028-02-01", "2028-03-01" },
    { AJ_TIMELINE_MONTHS, "2027-02-28", "2027-02-01", "2027-03-01" },
    { AJ_TIMELINE_MONTHS, "2026-12-31", "2026-12-01", "2027-01-01" },
    { AJ_TIMELINE_QUARTERS, "2028-03-31", "2028-01-01", "2028-04-01" },
    { AJ_TIMELINE_QUARTERS, "2027-02-01", "2027-01-01", "2027-04-01" },
    { AJ_TIMELINE_QUARTERS, "2026-09-30", "2026-07-01", "2026-10-01" },
    { AJ_TIMELINE_QUARTERS, "2026-11-30", "2026-10-01", "2027-01-01" },
    { AJ_TIMELINE_YEARS, "2028-07-01", "2028-01-01", "2029-01-01" },
    { AJ_TIMELINE_YEARS, "2100-03-01", "2100-01-01", "2101-01-01" },
    { AJ_TIMELINE_DAYS, "9999-12-31", "9999-12-31", NULL },
    { AJ_TIMELINE_WEEKS, "9999-12-31", "9999-12-27", NULL },
    { AJ_TIMELINE_MONTHS, "9999-12-31", "9999-12-01", NULL },
    { AJ_TIMELINE_QUARTERS, "9999-12-31", "9999-10-01", NULL },
    { AJ_TIMELINE_YEARS, "9999-12-31", "9999-01-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDate date = day (cases[i].date);

      g_assert_cmpint (aj_timeline_unit_get_first (cases[i].unit, date), ==, day (cases[i].first));
      g_assert_cmpint (aj_timeline_unit_get_next (cases[i].unit, date), ==, day (cases[i].next));
    }
}

/* The first of a unit is the first of itself, and two follow each other without a gap, for eight years on end. */
static void
test_units_join (void)
{
  for (AjTimelineUnit unit = AJ_TIMELINE_DAYS; unit <= AJ_TIMELINE_YEARS; unit++)
    for (AjDate date = day ("2023-12-25"); date < day ("2032-01-10"); date++)
      {
        AjDate first = aj_timeline_unit_get_first (unit, date);
        AjDate next = aj_timeline_unit_get_next (unit, date);

        g_assert_cmpint (first, <=, date);
        g_assert_cmpint (next, >, date);
        g_assert_cmpint (aj_timeline_unit_get_first (unit, next), ==, next);
        g_assert_cmpint (aj_timeline_unit_get_first (unit, next - 1), ==, first);
      }
}

static void
test_labels (void)
{
  static const struct
  {
    AjTimelineUnit unit;
    const char *first;
    gboolean upper;
    const char *labels[AJ_TIMELINE_N_LABELS];
  } cases[] = {
    { AJ_TIMELINE_DAYS, "2026-03-12", FALSE, { "Thu 12", "12", "12" } },
    { AJ_TIMELINE_WEEKS, "2026-03-09", FALSE, { "Week 11", "Week 11", "11" } },
    /* The last week of one year and the first of the next, and a year of 53 weeks. */
    { AJ_TIMELINE_WEEKS, "2026-12-28", FALSE, { "Week 53", "Week 53", "53" } },
    { AJ_TIMELINE_WEEKS, "2027-01-04", FALSE, { "Week 1", "Week 1", "1" } },
    { AJ_TIMELINE_WEEKS,
      "2026-12-28",
      TRUE,
      { "Week 53, December 2026", "Wk 53, Dec 2026", "53" } },
    { AJ_TIMELINE_WEEKS, "2025-12-29", TRUE, { "Week 1, January 2026", "Wk 1, Jan 2026", "1" } },
    { AJ_TIMELINE_MONTHS, "2026-03-01", TRUE, { "March 2026", "Mar 2026", "Mar" } },
    { AJ_TIMELINE_MONTHS, "2026-03-01", FALSE, { "March", "Mar", "Mar" } },
    { AJ_TIMELINE_QUARTERS, "2026-01-01", FALSE, { "Q1", "Q1", "Q1" } },
    { AJ_TIMELINE_QUARTERS, "2026-10-01", FALSE, { "Q4", "Q4", "Q4" } },
    { AJ_TIMELINE_YEARS, "2026-01-01", TRUE, { "2026", "2026", "2026" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int length = 0; length < AJ_TIMELINE_N_LABELS; length++)
      {
        g_autofree char *text = aj_timeline_unit_format (cases[i].unit, day (cases[i].first),
                                                         cases[i].upper, length);

        g_assert_cmpstr (text, ==, cases[i].labels[length]);
      }
}

/* From near to far the units only become larger, all of them are passed, and large letters get larger units. */
static void
test_choose_units (void)
{
  AjTimelineUnit before = AJ_TIMELINE_DAYS, lower, upper, large;
  guint seen = 0;

  for (double width = AJ_TIMELINE_MOST_DAY; width >= AJ_TIMELINE_LEAST_DAY; width *= 0.9)
    {
      aj_timeline_choose_units (width, 16, &large, &upper);
      aj_timeline_choose_units (width, 8, &lower, &upper);
      g_assert_cmpint (lower, >=, before);
      g_assert_cmpint (large, >=, lower);
      g_assert_true (upper > lower || lower == AJ_TIMELINE_YEARS);
      seen |= 1U << lower;
      before = lower;
    }
  g_assert_cmpuint (seen, ==, (1U << (AJ_TIMELINE_YEARS + 1)) - 1);
}

static void
test_zoom (void)
{
  double width = aj_timeline_zoom (5, 0), there = width;

  for (int i = 0; i < 6; i++)
    {
      double next = aj_timeline_zoom (there, 1);

      g_assert_cmpfloat (next, >, there);
      there = next;
    }
  g_assert_cmpfloat_with_epsilon (aj_timeline_zoom (there, -6), width, 1e-9);
  g_assert_cmpfloat (aj_timeline_zoom (width, 1000), ==, AJ_TIMELINE_MOST_DAY);
  g_assert_cmpfloat (aj_timeline_zoom (width, -1000), ==, AJ_TIMELINE_LEAST_DAY);
  /* From the limits, which are on no step, it still moves. */
  g_assert_cmpfloat (aj_timeline_zoom (AJ_TIMELINE_MOST_DAY, -1), <, AJ_TIMELINE_MOST_DAY);
  g_assert_cmpfloat (aj_timeline_zoom (AJ_TIMELINE_LEAST_DAY, 1), >, AJ_TIMELINE_LEAST_DAY);
  g_assert_cmpfloat_with_epsilon (aj_timeline_fit (365, 730), 2, 1e-9);
  g_assert_cmpfloat (aj_timeline_fit (0, 1000), ==, AJ_TIMELINE_MOST_DAY);
  g_assert_cmpfloat (aj_timeline_fit (3000000, 100), ==, AJ_TIMELINE_LEAST_DAY);
}

/* Every day is found where it is, at its first point and at its last, in the whole calendar. */
static void
test_places (void)
{
  static const double widths[] = { AJ_TIMELINE_LEAST_DAY, 0.37, 1, 5.5, AJ_TIMELINE_MOST_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      AjTimelineScale scale = { day ("2026-01-01"), widths[i] };

      for (AjDate date = day ("0001-01-01"); date < day ("9999-12-01"); date += 977)
        {
          double x = aj_timeline_scale_get_x (&scale, date);

          g_assert_cmpint (aj_timeline_scale_find_day (&scale, x + widths[i] * 0.01), ==, date);
          g_assert_cmpint (aj_timeline_scale_find_day (&scale, x + widths[i] * 0.99), ==, date);
        }
      g_assert_cmpint (aj_timeline_scale_find_day (&scale, -1e12), ==, day ("0001-01-01"));
      g_assert_cmpint (aj_timeline_scale_find_day (&scale, 1e12), ==, day ("9999-12-31"));
    }
}

static AjTimelineBar *
make_bar (const char *id, const char *row, const char *first, const char *last)
{
  static const AjMapClass state = { "running", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE };
  AjTimelineFacts facts = { .id = id,
                            .row = row,
                            .row_label = row,
                            .title = id,
                            .days = { day (first), day (last) },
                            .state = &state,
                            .kind = AJ_TIMELINE_KIND_SPAN,
                            .movable = TRUE,
                            .stretchable = TRUE };

  return aj_timeline_bar_new (&facts, NULL);
}

static AjTimelineBar *
make_milestone (const char *id, const char *row, const char *on)
{
  AjTimelineFacts facts = { .id = id,
                            .row = row,
                            .row_label = row,
                            .title = id,
                            .days = { day (on), AJ_DATE_NONE },
                            .kind = AJ_TIMELINE_KIND_MILESTONE,
                            .movable = TRUE,
                            .stretchable = TRUE };

  return aj_timeline_bar_new (&facts, NULL);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *text;
  } cases[] = {
    { "2026-03-03", "2026-05-05", "Echt-Nep, Deventer, 3 March to 5 May 2026, running" },
    { "2025-11-03", "2026-05-05", "Echt-Nep, Deventer, 3 November 2025 to 5 May 2026, running" },
    { "2026-03-03", "2026-03-03", "Echt-Nep, Deventer, 3 March 2026, running" },
    { "2026-03-03", NULL, "Echt-Nep, Deventer, from 3 March 2026, running" },
    { NULL, "2026-05-05", "Echt-Nep, Deventer, to 5 May 2026, running" },
    { NULL, NULL, "Echt-Nep, Deventer, no first or last day, running" },
  };
  g_autoptr (AjTimelineBar) same = make_milestone ("Deventer", "Deventer", "2026-03-03");
  g_autofree char *text = aj_timeline_bar_describe (same, NULL);

  g_assert_cmpstr (text, ==, "Deventer, 3 March 2026");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjTimelineBar) bar = make_bar ("Echt-Nep", "Deventer", cases[i].first,
                                                cases[i].last);
      g_autofree char *line = aj_timeline_bar_describe (bar, NULL);

      g_assert_cmpstr (line, ==, cases[i].text);
    }
}

static void
test_shift (void)
{
  static const struct
  {
    AjTimelineGrip grip;
    const char *first;
    const char *last;
    int by;
    const char *new_first;
    const char *new_last;
  } cases[] = {
    { AJ_TIMELINE_GRIP_WHOLE, "2026-03-03", "2026-05-05", 1, "2026-03-04", "2026-05-06" },
    { AJ_TIMELINE_GRIP_WHOLE, "2028-02-28", "2028-03-01", 1, "2028-02-29", "2028-03-02" },
    { AJ_TIMELINE_GRIP_WHOLE, "2026-12-31", "2027-01-01", -1, "2026-12-30", "2026-12-31" },
    { AJ_TIMELINE_GRIP_WHOLE, "2026-03-03", NULL, -2, "2026-03-01", NULL },
    { AJ_TIMELINE_GRIP_WHOLE, NULL, "2026-03-03", 3, NULL, "2026-03-06" },
    { AJ_TIMELINE_GRIP_WHOLE, NULL, NULL, 3, NULL, NULL },
    { AJ_TIMELINE_GRIP_LAST, "2026-03-03", "2026-05-05", 10, "2026-03-03", "2026-05-15" },
    { AJ_TIMELINE_GRIP_LAST, "2026-03-03", "2026-03-05", -9, "2026-03-03", "2026-03-03" },
    { AJ_TIMELINE_GRIP_LAST, NULL, "2026-03-05", -9, NULL, "2026-02-24" },
    { AJ_TIMELINE_GRIP_LAST, "2026-03-03", NULL, -9, "2026-03-03", NULL },
    { AJ_TIMELINE_GRIP_FIRST, "2026-03-03", "2026-03-05", 9, "2026-03-05", "2026-03-05" },
    { AJ_TIMELINE_GRIP_FIRST, "2026-03-03", "2026-03-05", -3, "2026-02-28", "2026-03-05" },
    { AJ_TIMELINE_GRIP_FIRST, NULL, "2026-03-05", 1, NULL, "2026-03-05" },
    { AJ_TIMELINE_GRIP_NONE, "2026-03-03", "2026-03-05", 1, "2026-03-03", "2026-03-05" },
    /* Nothing leaves the calendar, nor is it shortened there. */
    { AJ_TIMELINE_GRIP_WHOLE, "9999-12-01", "9999-12-30", 9, "9999-12-02", "9999-12-31" },
    { AJ_TIMELINE_GRIP_WHOLE, "0001-01-02", "0001-02-01", -9, "0001-01-01", "0001-01-31" },
    { AJ_TIMELINE_GRIP_LAST, "9999-12-01", "9999-12-30", G_MAXINT, "9999-12-01", "9999-12-31" },
    { AJ_TIMELINE_GRIP_FIRST, "0001-01-02", "0001-02-01", -G_MAXINT, "0001-01-01", "0001-02-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjDateRange before = { day (cases[i].first), day (cases[i].last) };
      AjDateRange after = aj_timeline_shift (&before, cases[i].grip, cases[i].by);

      g_assert_cmpint (after.first, ==, day (cases[i].new_first));
      g_assert_cmpint (after.last, ==, day (cases[i].new_last));
    }
}

static void
test_grips (void)
{
  g_autoptr (AjTimelineBar) bar = make_bar ("A", "Row", "2026-03-03", "2026-05-05");
  g_autoptr (AjTimelineBar) open = make_bar ("B", "Row", NULL, "2026-05-05");
  g_autoptr (AjTimelineBar) milestone = make_milestone ("C", "Row", "2026-05-05");
  AjTimelineFacts facts = *aj_timeline_bar_get (bar);
  g_autoptr (AjTimelineBar) fixed = NULL;

  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 0, 100, 8), ==, AJ_TIMELINE_GRIP_FIRST);
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 7.9, 100, 8), ==, AJ_TIMELINE_GRIP_FIRST);
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 8, 100, 8), ==, AJ_TIMELINE_GRIP_WHOLE);
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 91.9, 100, 8), ==, AJ_TIMELINE_GRIP_WHOLE);
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 92, 100, 8), ==, AJ_TIMELINE_GRIP_LAST);
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 100, 100, 8), ==, AJ_TIMELINE_GRIP_NONE);
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, -1, 100, 8), ==, AJ_TIMELINE_GRIP_NONE);
  /* The middle of a short one is still for moving. */
  g_assert_cmpint (aj_timeline_bar_find_grip (bar, 5, 10, 8), ==, AJ_TIMELINE_GRIP_WHOLE);
  g_assert_cmpint (aj_timeline_bar_find_grip (open, 0, 100, 8), ==, AJ_TIMELINE_GRIP_WHOLE);
  g_assert_cmpint (aj_timeline_bar_find_grip (open, 99, 100, 8), ==, AJ_TIMELINE_GRIP_LAST);
  g_assert_cmpint (aj_timeline_bar_find_grip (milestone, 0, 20, 8), ==, AJ_TIMELINE_GRIP_WHOLE);
  facts.movable = facts.stretchable = FALSE;
  fixed = aj_timeline_bar_new (&facts, NULL);
  g_assert_cmpint (aj_timeline_bar_find_grip (fixed, 50, 100, 8), ==, AJ_TIMELINE_GRIP_NONE);
  g_assert_cmpint (aj_timeline_bar_find_grip (fixed, 0, 100, 8), ==, AJ_TIMELINE_GRIP_NONE);
}

static const AjTimelineMeasure measure = { .day = 10, .lane = 20, .gap = 4, .least = 8 };

#define FAR 1e6

static double
get_y (AjTimelinePlan *plan, guint index)
{
  return aj_timeline_plan_get_rect (plan, index, NULL, -FAR, FAR).y;
}

static void
test_lanes (void)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AjTimelinePlan) plan = NULL;
  AjMapRect rect;
  AjDateRange moved = { day ("2026-01-11"), day ("2026-01-11") };

  g_ptr_array_add (bars, make_bar ("a", "One", "2026-01-01", "2026-01-10"));
  g_ptr_array_add (bars, make_bar ("z", "Two", "2026-01-01", "2026-01-01"));
  /* The day after the last one is free; the last one is not. */
  g_ptr_array_add (bars, make_bar ("b", "One", "2026-01-11", "2026-01-12"));
  g_ptr_array_add (bars, make_bar ("c", "One", "2026-01-10", "2026-01-20"));
  g_ptr_array_add (bars, make_bar ("d", "One", NULL, "2025-12-31"));
  g_ptr_array_add (bars, make_bar ("e", "One", "2026-01-21", NULL));
  plan = aj_timeline_plan_new (bars, day ("2026-01-01"), &measure);
  g_assert_cmpuint (aj_timeline_plan_get_n_rows (plan), ==, 2);
  g_assert_cmpstr (aj_timeline_plan_get_row (plan, 0).label, ==, "One");
  g_assert_cmpfloat (aj_timeline_plan_get_row (plan, 0).height, ==, 2 * 24 + 4);
  g_assert_cmpfloat (aj_timeline_plan_get_row (plan, 1).y, ==, 52);
  g_assert_cmpfloat (aj_timeline_plan_get_height (plan), ==, 52 + 28);
  g_assert_cmpfloat (get_y (plan, 0), ==, 4);
  g_assert_cmpfloat (get_y (plan, 2), ==, 4);
  g_assert_cmpfloat (get_y (plan, 3), ==, 28);
  g_assert_cmpfloat (get_y (plan, 4), ==, 4);
  g_assert_cmpfloat (aj_timeline_plan_get_room_end (plan, 0), ==, 100);
  g_assert_cmpfloat (aj_timeline_plan_get_room_end (plan, 5), ==, (double) INFINITY);
  rect = aj_timeline_plan_get_rect (plan, 0, NULL, -FAR, FAR);
  g_assert_cmpfloat (rect.x, ==, 0);
  g_assert_cmpfloat (rect.width, ==, 100);
  /* What is open goes on as far as is looked. */
  rect = aj_timeline_plan_get_rect (plan, 4, NULL, -50, 30);
  g_assert_cmpfloat (rect.x, ==, -50);
  g_assert_cmpfloat (rect.width, ==, 50);
  rect = aj_timeline_plan_get_rect (plan, 5, NULL, 0, 300);
  g_assert_cmpfloat (rect.x, ==, 200);
  g_assert_cmpfloat (rect.width, ==, 100);
  g_assert_cmpfloat (aj_timeline_plan_get_rect (plan, 4, NULL, 10, 300).width, ==, 0);
  rect = aj_timeline_plan_get_rect (plan, 0, &moved, -FAR, FAR);
  g_assert_cmpfloat (rect.x, ==, 100);
  g_assert_cmpfloat (rect.width, ==, 10);
  g_assert_cmpint (aj_timeline_plan_find (plan, "e"), ==, 5);
  g_assert_cmpint (aj_timeline_plan_find (plan, "f"), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find (plan, NULL), ==, -1);
}

static void
test_find_at (void)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AjTimelinePlan) plan = NULL;

  g_ptr_array_add (bars, make_bar ("a", "One", "2026-01-01", "2026-01-10"));
  g_ptr_array_add (bars, make_bar ("b", "One", "2026-01-05", "2026-01-12"));
  g_ptr_array_add (bars, make_milestone ("m", "Two", "2026-01-02"));
  g_ptr_array_add (bars, make_bar ("o", "Two", "2026-02-01", NULL));
  plan = aj_timeline_plan_new (bars, day ("2026-01-01"), &measure);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 0, 4), ==, 0);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 99.9, 23.9), ==, 0);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 100, 10), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, -0.1, 10), ==, -1);
  /* Between two lanes. */
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 60, 25), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 60, 30), ==, 1);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 60, 2), ==, -1);
  /* A milestone has the size of a lane, around the middle of its day. */
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 5, 60), ==, 2);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 24.9, 60), ==, 2);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 25, 60), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 1e9, 60), ==, 3);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 5, 1000), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 5, -5), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find_row (plan, -5), ==, 0);
  g_assert_cmpint (aj_timeline_plan_find_row (plan, 52), ==, 1);
  g_assert_cmpint (aj_timeline_plan_find_row (plan, 1000), ==, 1);
}

static void
test_walk (void)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AjTimelinePlan) plan = NULL;

  g_ptr_array_add (bars, make_bar ("late", "One", "2026-06-01", "2026-06-10"));
  g_ptr_array_add (bars, make_bar ("early", "One", "2026-01-01", "2026-01-10"));
  g_ptr_array_add (bars, make_bar ("two-early", "Two", "2026-01-02", "2026-01-03"));
  g_ptr_array_add (bars, make_bar ("two-late", "Two", "2026-05-01", "2026-05-02"));
  g_ptr_array_add (bars, make_bar ("three", "Three", NULL, NULL));
  plan = aj_timeline_plan_new (bars, day ("2026-01-01"), &measure);
  g_assert_cmpuint (aj_timeline_plan_walk (plan, 1, 1), ==, 0);
  g_assert_cmpuint (aj_timeline_plan_walk (plan, 0, 1), ==, 0);
  g_assert_cmpuint (aj_timeline_plan_walk (plan, 0, -1), ==, 1);
  g_assert_cmpuint (aj_timeline_plan_walk (plan, 0, -G_MAXINT), ==, 1);
  g_assert_cmpuint (aj_timeline_plan_walk_rows (plan, 0, 1), ==, 3);
  g_assert_cmpuint (aj_timeline_plan_walk_rows (plan, 1, 1), ==, 2);
  g_assert_cmpuint (aj_timeline_plan_walk_rows (plan, 1, 100), ==, 4);
  g_assert_cmpuint (aj_timeline_plan_walk_rows (plan, 4, -1), ==, 2);
  g_assert_cmpuint (aj_timeline_plan_walk_rows (plan, 4, 1), ==, 4);
  g_assert_cmpuint (aj_timeline_plan_walk_rows (plan, 1, -1), ==, 1);
  g_assert_cmpuint (aj_timeline_plan_find_near (plan, 1, day ("2026-12-31")), ==, 0);
  g_assert_cmpuint (aj_timeline_plan_find_near (plan, 0, day ("2026-01-05")), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AjTimelinePlan) plan = aj_timeline_plan_new (bars, day ("2026-01-01"), &measure);
  AjMapRect all = { -FAR, -FAR, 2 * FAR, 2 * FAR };
  g_autoptr (GArray) found = aj_timeline_plan_list_in (plan, &all);
  AjDateRange range = aj_timeline_find_range (bars);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpint (aj_timeline_plan_find_row (plan, 0), ==, -1);
  g_assert_cmpint (aj_timeline_plan_find_at (plan, 0, 0), ==, -1);
  g_assert_cmpfloat (aj_timeline_plan_get_height (plan), ==, 0);
  g_assert_cmpint (range.first, ==, AJ_DATE_NONE);
  g_assert_cmpint (range.last, ==, AJ_DATE_NONE);
  g_ptr_array_add (bars, make_bar ("open", "Row", NULL, "2026-05-05"));
  g_ptr_array_add (bars, make_bar ("none", "Row", NULL, NULL));
  g_ptr_array_add (bars, make_bar ("early", "Row", "2025-05-05", NULL));
  range = aj_timeline_find_range (bars);
  g_assert_cmpint (range.first, ==, day ("2025-05-05"));
  g_assert_cmpint (range.last, ==, day ("2026-05-05"));
}

static gboolean
overlap (const AjMapRect *a, const AjMapRect *b)
{
  return a->x + 1e-6 < b->x + b->width && b->x + 1e-6 < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Of many bars, none lies over another, in no more lanes than there are bars over each other, near and far; and what is
 * found in a rectangle is what one finds by looking at each. */
static void
test_many (gconstpointer data)
{
  double width = *(const double *) data;
  AjTimelineMeasure zoomed = { .day = width, .lane = 20, .gap = 4, .head = 18, .least = 8 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260301);
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AjTimelinePlan) plan = NULL;
  AjDate origin = day ("2026-01-01");

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *id = g_strdup_printf ("bar %u", i);
      g_autofree char *row = g_strdup_printf ("row %d", g_rand_int_range (random, 0, 20));
      AjDate first = origin + g_rand_int_range (random, 0, 1000);
      g_autofree char *from = aj_date_to_iso (first);
      g_autofree char *to = aj_date_to_iso (first + g_rand_int_range (random, 0, 60));

      g_ptr_array_add (bars, i % 7 == 0 ? make_milestone (id, row, from)
                                        : make_bar (id, row, i % 51 == 0 ? NULL : from,
                                                    i % 53 == 0 ? NULL : to));
    }
  plan = aj_timeline_plan_new (bars, origin, &zoomed);
  for (guint i = 0; i < bars->len; i++)
    {
      AjMapRect rect = aj_timeline_plan_get_rect (plan, i, NULL, -FAR, FAR);
      double middle = rect.x + rect.width / 2;

      g_assert_cmpfloat (rect.width, >=, 8 - 1e-6);
      g_assert_cmpint (aj_timeline_plan_find_at (plan, middle, rect.y + 10), ==, i);
      for (guint j = 0; j < i; j++)
        {
          AjMapRect other = aj_timeline_plan_get_rect (plan, j, NULL, -FAR, FAR);

          g_assert_false (overlap (&rect, &other));
        }
    }
  for (guint i = 0; i < 50; i++)
    {
      AjMapRect view = { g_rand_double_range (random, -50, 1000 * width),
                         g_rand_double_range (random, -50, aj_timeline_plan_get_height (plan)),
                         g_rand_double_range (random, 1, 900),
                         g_rand_double_range (random, 1, 700) };
      g_autoptr (GArray) found = aj_timeline_plan_list_in (plan, &view);
      guint n = 0;

      for (guint j = 0; j < bars->len; j++)
        {
          AjMapRect rect = aj_timeline_plan_get_rect (plan, j, NULL, -FAR, FAR);

          n += rect.x < view.x + view.width && rect.x + rect.width > view.x &&
               rect.y < view.y + view.height && rect.y + rect.height > view.y;
        }
      g_assert_cmpuint (found->len, ==, n);
    }
}

/* No more lanes than bars that lie over each other on one day. */
static void
test_few_lanes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  AjDate origin = day ("2026-01-01");

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (AjTimelinePlan) plan = NULL;
      guint at_once[80] = { 0 }, most = 0;

      for (guint i = 0; i < 25; i++)
        {
          int first = g_rand_int_range (random, 0, 60);
          int last = first + g_rand_int_range (random, 0, 20);
          g_autofree char *from = aj_date_to_iso (origin + first);
          g_autofree char *to = aj_date_to_iso (origin + last);

          g_ptr_array_add (bars, make_bar (from, "Row", from, to));
          for (int j = first; j <= last; j++)
            {
              at_once[j]++;
              most = MAX (most, at_once[j]);
            }
        }
      plan = aj_timeline_plan_new (bars, origin, &measure);
      g_assert_cmpfloat (aj_timeline_plan_get_height (plan), ==, most * 24 + 4);
    }
}

int
main (int argc, char **argv)
{
  static const double widths[] = { AJ_TIMELINE_LEAST_DAY, 1, 12 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/timeline/first-and-next", test_first_and_next);
  g_test_add_func ("/planning/timeline/units-join", test_units_join);
  g_test_add_func ("/planning/timeline/labels", test_labels);
  g_test_add_func ("/planning/timeline/choose-units", test_choose_units);
  g_test_add_func ("/planning/timeline/zoom", test_zoom);
  g_test_add_func ("/planning/timeline/places", test_places);
  g_test_add_func ("/planning/timeline/describe", test_describe);
  g_test_add_func ("/planning/timeline/shift", test_shift);
  g_test_add_func ("/planning/timeline/grips", test_grips);
  g_test_add_func ("/planning/timeline/lanes", test_lanes);
  g_test_add_func ("/planning/timeline/find-at", test_find_at);
  g_test_add_func ("/planning/timeline/walk", test_walk);
  g_test_add_func ("/planning/timeline/empty", test_empty);
  g_test_add_func ("/planning/timeline/few-lanes", test_few_lanes);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *path = g_strdup_printf ("/planning/timeline/many/%g", widths[i]);

      g_test_add_data_func (path, &widths[i], test_many);
    }
  return g_test_run ();
}
