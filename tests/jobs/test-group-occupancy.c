/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who was in which seat at the meetings of a year: by organisation, by district, and who stayed away. It is 15 January
 * 2026 by the clock; most is asked as of a later day. */
#include "aj-group-occupancy.h"

#include "aj-attendance.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

#define N_MEETINGS 4
#define DECEMBER   (aj_date_new (2026, 12, 31))

typedef struct
{
  Fixture base;
  const char *group;
  const char *meetings[N_MEETINGS];
  const char *before; /* the last one of 2025 */
  const char *zwolle;
  const char *anna; /* of Zwolle */
  const char *bert; /* of nobody */
} World;

static const char *
add_meeting (World *self, const char *day)
{
  g_autofree char *start = g_strconcat (day, "T10:00", NULL);
  g_autofree char *end = g_strconcat (day, "T12:00", NULL);

  return fixture_add (&self->base, "meeting", "group", self->group, "starts-at", start, "ends-at",
                      end, NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  static const char *const days[N_MEETINGS] = { "2026-03-12", "2026-05-21", "2026-07-09",
                                                "2026-09-10" };
  const char *district, *municipality;

  fixture_set_up (&self->base, data);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->before = add_meeting (self, "2025-11-13");
  for (guint i = 0; i < N_MEETINGS; i++)
    self->meetings[i] = add_meeting (self, days[i]);
  district = fixture_add (&self->base, "district", "name", "IJsselland", NULL);
  municipality = fixture_add (&self->base, "municipality", "name", "Zwolle", "code", "GM0193",
                              "district", district, NULL);
  self->zwolle = fixture_add (&self->base, "organisation", "name", "Gemeente Zwolle", "kind",
                              "municipality", "municipality", municipality, NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "organisation", self->zwolle,
                            NULL);
  self->bert = fixture_add (&self->base, "person", "name", "Bert", NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->bert, "from",
               "2026-05-01", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static const char *
be (World *self, const char *meeting, const char *person, const char *presence)
{
  return fixture_add (&self->base, "attendance", "meeting", meeting, "person", person, "presence",
                      presence, NULL);
}

static AjGroupOccupancy *
load (World *self, AjDate date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjGroupYear) year = aj_group_year_load (self->base.store, self->group, 2026, &error);

  g_assert_no_error (error);
  return aj_group_occupancy_new (year, date);
}

/* "Name:" and one letter a meeting; rows are parted by blanks. */
static void
assert_rows (World *self, AjDate date, const char *expected)
{
  static const char letters[] = ".-?PEAV";
  g_autoptr (AjGroupOccupancy) occupancy = load (self, date);
  GArray *rows = aj_group_occupancy_get_rows (occupancy);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const AjOccupancyRow *row = &g_array_index (rows, AjOccupancyRow, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", row->name);
      for (guint j = 0; j < aj_group_occupancy_get_meetings (occupancy)->len; j++)
        g_string_append_c (text, letters[row->cells[j]]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_warned (World *self, AjDate date, const char *expected)
{
  g_autoptr (AjGroupOccupancy) occupancy = load (self, date);
  g_auto (GStrv) warnings = aj_group_occupancy_list_warnings (occupancy);
  g_autofree char *text = g_strjoinv (" ", warnings);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rows (World *self, gconstpointer data)
{
  const char *guest = fixture_add (&self->base, "person", "name", "Gast", NULL);

  assert_rows (self, DECEMBER, "Gemeente Zwolle:---- Bert:.---");
  be (self, self->meetings[0], self->anna, AJ_PRESENCE_PRESENT);
  be (self, self->meetings[1], self->anna, AJ_PRESENCE_ABSENT);
  be (self, self->meetings[2], self->bert, AJ_PRESENCE_EXCUSED);
  fixture_add (&self->base, "attendance", "meeting", self->meetings[0], "person", guest,
               "invited-as", AJ_INVITED_GUEST, "presence", AJ_PRESENCE_PRESENT, NULL);
  assert_rows (self, DECEMBER, "Gemeente Zwolle:PA?- Bert:.?E-");
  /* As far as the year has gone. */
  assert_rows (self, aj_date_new (2026, 5, 21), "Gemeente Zwolle:PA Bert:.?");
  assert_rows (self, aj_date_new (2026, 5, 20), "Gemeente Zwolle:P");
  assert_rows (self, aj_date_new (2026, 3, 1), "");
}

/* A colleague who was there was there for all. */
static void
test_colleagues (World *self, gconstpointer data)
{
  const char *cor = fixture_add (&self->base, "person", "name", "Cor", "organisation", self->zwolle,
                                 NULL);

  fixture_add (&self->base, "membership", "group", self->group, "person", cor, NULL);
  be (self, self->meetings[0], self->anna, AJ_PRESENCE_ABSENT);
  be (self, self->meetings[0], cor, AJ_PRESENCE_PRESENT);
  be (self, self->meetings[1], self->anna, AJ_PRESENCE_ABSENT);
  assert_rows (self, aj_date_new (2026, 6, 1), "Gemeente Zwolle:P? Bert:.?");
}

static void
test_no_name (World *self, gconstpointer data)
{
  const char *police = fixture_add (&self->base, "organisation", "name", "Politie", "kind",
                                    "police", NULL);

  fixture_add (&self->base, "membership", "group", self->group, "organisation", police, NULL);
  fixture_add (&self->base, "attendance", "meeting", self->meetings[0], "organisation", police,
               "presence", AJ_PRESENCE_PRESENT, NULL);
  assert_rows (self, aj_date_new (2026, 4, 1), "Gemeente Zwolle:? Politie:P");
}

/* A seat that nobody takes is in the picture; one that is for an organisation under its name. */
static void
test_vacant (World *self, gconstpointer data)
{
  const char *police = fixture_add (&self->base, "organisation", "name", "Politie", "kind",
                                    "police", NULL);

  fixture_add (&self->base, "seat", "group", self->group, "kind", "education", NULL);
  fixture_add (&self->base, "seat", "group", self->group, "organisation", police, "until",
               "2026-06-30", NULL);
  assert_rows (self, DECEMBER, "Gemeente Zwolle:---- Bert:.--- Education:VVVV Politie:VV..");
  assert_warned (self, aj_date_new (2026, 6, 30),
                 "The seat Education stayed empty 3 times in a row. Politie was not there 3 times "
                 "in a row.");
}

static void
test_warnings (World *self, gconstpointer data)
{
  assert_warned (self, DECEMBER, "");
  be (self, self->meetings[0], self->anna, AJ_PRESENCE_ABSENT);
  be (self, self->meetings[1], self->anna, AJ_PRESENCE_EXCUSED);
  assert_warned (self, DECEMBER, "");
  /* It began in the year before. */
  be (self, self->before, self->anna, AJ_PRESENCE_ABSENT);
  assert_warned (self, DECEMBER, "Gemeente Zwolle was not there 3 times in a row.");
  be (self, self->meetings[3], self->anna, AJ_PRESENCE_ABSENT);
  assert_warned (self, DECEMBER, "Gemeente Zwolle was not there 4 times in a row.");
  be (self, self->meetings[2], self->anna, AJ_PRESENCE_PRESENT);
  assert_warned (self, DECEMBER, "");
  assert_warned (self, aj_date_new (2026, 7, 8), "Gemeente Zwolle was not there 3 times in a row.");
}

static void
test_cancelled (World *self, gconstpointer data)
{
  fixture_set (&self->base, "meeting", self->meetings[0], "state", AJ_MEETING_CANCELLED, NULL);
  fixture_set (&self->base, "meeting", self->meetings[1], "state", AJ_MEETING_CONCEPT, NULL);
  assert_rows (self, DECEMBER, "Gemeente Zwolle:-- Bert:--");
}

static void
test_districts (World *self, gconstpointer data)
{
  g_autoptr (AjGroupOccupancy) occupancy = NULL;
  GArray *districts;
  const AjOccupancyDistrict *first;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autofree char *words = NULL;

  be (self, self->meetings[0], self->anna, AJ_PRESENCE_PRESENT);
  be (self, self->meetings[1], self->anna, AJ_PRESENCE_ABSENT);
  be (self, self->meetings[1], self->bert, AJ_PRESENCE_EXCUSED);
  occupancy = load (self, DECEMBER);
  districts = aj_group_occupancy_get_districts (occupancy);
  g_assert_cmpuint (districts->len, ==, 2);
  first = &g_array_index (districts, AjOccupancyDistrict, 0);
  g_assert_cmpstr (aj_values_get_text (first->district, "name"), ==, "IJsselland");
  text = aj_occupancy_counts_describe (&first->counts);
  g_assert_cmpstr (text, ==, "present 1 of 4 times · absent 1");
  g_assert_null (first[1].district);
  other = aj_occupancy_counts_describe (&first[1].counts);
  g_assert_cmpstr (other, ==, "present 0 of 3 times · excused 1");
  words = aj_occupancy_row_describe (occupancy,
                                     &g_array_index (aj_group_occupancy_get_rows (occupancy),
                                                     AjOccupancyRow, 1));
  g_assert_cmpstr (words, ==,
                   "present 0 of 3 times · excused 1\n21 May: excused · 9 July: nothing noted · "
                   "10 September: nothing noted");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/group-occupancy/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("colleagues", test_colleagues);
  ADD ("no-name", test_no_name);
  ADD ("vacant", test_vacant);
  ADD ("warnings", test_warnings);
  ADD ("cancelled", test_cancelled);
  ADD ("districts", test_districts);
  return g_test_run ();
}
