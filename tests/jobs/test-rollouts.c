/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where interventions are rolled out and where the material is: what is read of it, and the pictures, the report and the
 * calendar that are made of that. */
#include <string.h>

#include "aj-board-card.h"
#include "aj-jobs-fixture.h"
#include "aj-loan.h"
#include "aj-rollout-calendar.h"
#include "aj-rollout-facts.h"
#include "aj-rollout-job.h"
#include "aj-rollout-pictures.h"
#include "aj-rollout-report.h"
#include "aj-timeline-bar.h"

typedef struct
{
  Fixture base;
  const char *district;
  const char *deventer, *zwolle, *ede;
  const char *echt_nep, *hackshield;
  const char *bike;
} World;

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  fixture_set_up (base, data);
  self->district = fixture_add (base, "district", "name", "IJsselland", NULL);
  self->deventer = fixture_add (base, "municipality", "name", "Deventer", "code", "GM0150",
                                "district", self->district, "tile-column", "1", "tile-row", "1",
                                NULL);
  self->zwolle = fixture_add (base, "municipality", "name", "Zwolle", "code", "GM0193", "district",
                              self->district, "tile-column", "1", "tile-row", "2", NULL);
  self->ede = fixture_add (base, "municipality", "name", "Ede", "code", "GM0228", "tile-column",
                           "2", "tile-row", "1", NULL);
  self->echt_nep = fixture_add (base, "intervention", "name", "Echt-Nep", "summary",
                                "Sessions for seniors", "for-elderly", "true", NULL);
  self->hackshield = fixture_add (base, "intervention", "name", "HackShield", NULL);
  self->bike = fixture_add (base, "material", "name", "Cargo bike", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjRolloutFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

static AjRolloutFacts *
load_whole (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load_whole (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

/* Three of Echt-Nep, of which one has no day and one was stopped, and one of HackShield in a district as a whole. */
static void
add_rollouts (World *self)
{
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->zwolle,
               "phase", "running", "starts-on", "2026-03-02", "ends-on", "2026-03-20",
               "reach-elderly", "64", "reach-residents", "6", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality",
               self->deventer, "phase", "stopped", "stop-reason", "No trainer", "starts-on",
               "2025-11-03", "reach-elderly", "10", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->ede,
               NULL);
  fixture_add (&self->base, "rollout", "intervention", self->hackshield, "district", self->district,
               "phase", "agreed", "starts-on", "2026-02-02", "reach-youth", "30", NULL);
}

static void
assert_places (AjRolloutFacts *facts, const char *expected)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < rollouts->len; i++)
    g_string_append_printf (places, "%s%s", i > 0 ? ", " : "",
                            aj_rollout_facts_get_place (facts, rollouts->pdata[i]));
  g_assert_cmpstr (places->str, ==, expected);
}

static void
test_facts (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  GPtrArray *rollouts;

  add_rollouts (self);
  facts = load (self);
  /* Those without a day come last. */
  assert_places (facts, "Deventer, IJsselland, Zwolle, Ede");
  rollouts = aj_rollout_facts_get_rollouts (facts);
  g_assert_cmpstr (aj_rollout_facts_get_district (facts, rollouts->pdata[0]), ==, "IJsselland");
  g_assert_cmpstr (aj_rollout_facts_get_district (facts, rollouts->pdata[1]), ==, "IJsselland");
  g_assert_null (aj_rollout_facts_get_district (facts, rollouts->pdata[3]));
  g_assert_cmpstr (aj_rollout_facts_get_name (facts, self->echt_nep), ==, "Echt-Nep");
  g_assert_null (aj_rollout_facts_get_name (facts, NULL));
  g_assert_null (aj_rollout_facts_get (facts, "nothing"));
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  add_rollouts (self);
  aj_rollout_facts_load_async (self->base.store, NULL, waiter_ready_cb, &waiter);
  facts = aj_rollout_facts_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  assert_places (facts, "Deventer, IJsselland, Zwolle, Ede");
}

/* What counts: the intervention, the group, and that it started within the time of the goal. */
static void
test_reach (World *self, gconstpointer data)
{
  static const struct
  {
    const char *target, *from, *until;
    gboolean of_echt_nep;
    gint64 expected;
  } cases[] = {
    { "elderly", NULL, NULL, TRUE, 74 },
    { "elderly", "2026-01-01", "2026-12-31", TRUE, 64 },
    { "elderly", "2026-01-01", "2026-03-01", TRUE, 0 },
    { "elderly", "2026-03-02", "2026-03-02", TRUE, 64 },
    { NULL, "2026-01-01", NULL, TRUE, 70 },
    { "youth", NULL, NULL, FALSE, 30 },
    { "youth", NULL, NULL, TRUE, 0 },
    { NULL, NULL, NULL, FALSE, 110 },
  };
  g_autoptr (AjRolloutFacts) facts = NULL;

  add_rollouts (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      fixture_add (&self->base, "reach-goal", "name", name, "number", "300", "target",
                   cases[i].target != NULL ? cases[i].target : "", "from",
                   cases[i].from != NULL ? cases[i].from : "", "until",
                   cases[i].until != NULL ? cases[i].until : "", "intervention",
                   cases[i].of_echt_nep ? self->echt_nep : "", NULL);
    }
  facts = load (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AjValues *goal = aj_rollout_facts_get_goals (facts)->pdata[i];
      guint number = (guint) g_ascii_strtoull (aj_values_get_text (goal, "name"), NULL, 10);

      g_assert_cmpint (aj_rollout_facts_count_reach (facts, goal), ==, cases[number].expected);
    }
}

static void
test_bars (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GListModel) rollouts = NULL;
  g_autoptr (GListModel) loans = NULL;
  g_autoptr (AjTimelineBar) stopped = NULL, running = NULL, away = NULL;

  add_rollouts (self);
  fixture_add (&self->base, "loan", "material", self->bike, "kind", AJ_LOAN_AWAY, "from",
               "2026-05-04", NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->ede, "from",
               "2026-05-04", "until", "2026-05-05", "state", AJ_LOAN_CANCELLED, NULL);
  facts = load (self);
  rollouts = aj_rollout_pictures_list_rollouts (facts);
  /* The one without a day has no place in time. */
  g_assert_cmpuint (g_list_model_get_n_items (rollouts), ==, 3);
  stopped = g_list_model_get_item (rollouts, 0);
  g_assert_cmpstr (aj_timeline_bar_get (stopped)->row_label, ==, "Deventer");
  g_assert_false (aj_timeline_bar_get (stopped)->movable);
  g_assert_cmpint (aj_timeline_bar_get (stopped)->days.last, ==, aj_date_new (2025, 11, 3));
  running = g_list_model_get_item (rollouts, 2);
  g_assert_cmpstr (aj_timeline_bar_get (running)->title, ==, "Echt-Nep");
  g_assert_true (aj_timeline_bar_get (running)->movable);
  loans = aj_rollout_pictures_list_loans (facts);
  g_assert_cmpuint (g_list_model_get_n_items (loans), ==, 1);
  away = g_list_model_get_item (loans, 0);
  g_assert_cmpstr (aj_timeline_bar_get (away)->title, ==, "damaged or away");
  g_assert_cmpint (aj_timeline_bar_get (away)->days.last, ==, AJ_DATE_NONE);
}

/* "Deventer 2026-03-09..2026-03-11, …" of the loans and of what lies between them. */
static void
test_journeys (World *self, gconstpointer data)
{
  const char *first, *second;
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GListModel) bars = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  fixture_set (&self->base, "material", self->bike, "transport-days", "1", NULL);
  /* From Monday to Wednesday and from Friday on: the Thursday between is one journey. */
  first = fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->deventer,
                       "from", "2026-03-09", "until", "2026-03-11", NULL);
  second = fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->zwolle,
                        "from", "2026-03-13", "until", "2026-03-16", NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->ede, "from",
               "2026-05-04", "until", "2026-05-05", "state", AJ_LOAN_CANCELLED, NULL);
  facts = load (self);
  bars = aj_rollout_pictures_list_loans (facts);
  for (guint i = 0; i < g_list_model_get_n_items (bars); i++)
    {
      g_autoptr (AjTimelineBar) bar = g_list_model_get_item (bars, i);
      const AjTimelineFacts *shown = aj_timeline_bar_get (bar);
      g_autofree char *from = aj_date_to_iso (shown->days.first);
      g_autofree char *until = aj_date_to_iso (shown->days.last);
      g_autofree char *id = aj_rollout_pictures_dup_record_id (bar);

      g_assert_true (g_str_equal (id, first) || g_str_equal (id, second));
      g_assert_cmpint (shown->movable, ==, i < 2);
      g_string_append_printf (text, "%s%s %s..%s", i > 0 ? ", " : "", shown->title, from, until);
    }
  g_assert_cmpstr (text->str, ==,
                   "Deventer 2026-03-09..2026-03-11, Zwolle 2026-03-13..2026-03-16, "
                   "Deventer 2026-03-06..2026-03-08, Deventer 2026-03-12..2026-03-12, "
                   "Zwolle 2026-03-17..2026-03-17");
}

/* What is printed is what is in view, and all of it where nothing is. */
static void
test_paper (World *self, gconstpointer data)
{
  AjDate today = aj_date_new (2026, 1, 15);
  AjDateRange all = { AJ_DATE_NONE, AJ_DATE_NONE };
  AjDateRange some = { aj_date_new (2026, 2, 1), aj_date_new (2026, 12, 31) };
  AjDateRange nothing = { aj_date_new (2030, 1, 1), aj_date_new (2030, 12, 31) };
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjTimelinePaper) whole = NULL, part = NULL, beside = NULL, loans = NULL;

  add_rollouts (self);
  facts = load (self);
  whole = aj_rollout_pictures_make_paper (facts, &aj_rollout_record_type, all, today);
  g_assert_cmpstr (whole->title, ==, "Rollouts in Time");
  g_assert_cmpuint (whole->bars->len, ==, 3);
  g_assert_cmpint (whole->days.first, ==, aj_date_new (2025, 11, 3));
  g_assert_cmpint (whole->days.last, ==, aj_date_new (2026, 3, 20));
  /* Christmas, both days, and the first of January. */
  g_assert_cmpuint (whole->days_off->len, ==, 3);
  part = aj_rollout_pictures_make_paper (facts, &aj_rollout_record_type, some, today);
  g_assert_cmpint (part->days.first, ==, some.first);
  g_assert_cmpint (part->days.last, ==, aj_date_new (2026, 3, 20));
  beside = aj_rollout_pictures_make_paper (facts, &aj_rollout_record_type, nothing, today);
  g_assert_cmpint (beside->days.first, ==, aj_date_new (2025, 11, 3));
  loans = aj_rollout_pictures_make_paper (facts, &aj_loan_record_type, all, today);
  g_assert_cmpstr (loans->title, ==, "Loans in Time");
  g_assert_cmpuint (loans->bars->len, ==, 0);
}

static const char *
get_class_of (AjMapState *map, const char *name)
{
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (map, i);

      if (g_str_equal (tile->name, name))
        return aj_map_state_get_class (map, tile->state)->label;
    }
  g_error ("%s is not on the map", name);
}

/* What has got furthest; what is of a district is of each municipality in it; stopped is less than an idea. */
static void
test_map (World *self, gconstpointer data)
{
  AjDate day = aj_date_new (2026, 1, 15);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjMapState) all = NULL;
  g_autoptr (AjMapState) one = NULL;

  add_rollouts (self);
  facts = load (self);
  all = aj_rollout_pictures_make_map (facts, NULL, day);
  g_assert_cmpuint (aj_map_state_get_n_tiles (all), ==, 3);
  g_assert_cmpstr (get_class_of (all, "Deventer"), ==, "agreed");
  g_assert_cmpstr (get_class_of (all, "Zwolle"), ==, "running");
  g_assert_cmpstr (get_class_of (all, "Ede"), ==, "idea");
  one = aj_rollout_pictures_make_map (facts, self->echt_nep, day);
  g_assert_cmpstr (get_class_of (one, "Deventer"), ==, "stopped");
}

static void
test_report (World *self, gconstpointer data)
{
  AjDate day = aj_date_new (2026, 1, 15);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjDocument) all = NULL;
  g_autoptr (AjDocument) one = NULL;
  g_autofree char *text = NULL, *sheet = NULL;
  g_autoptr (AjRecord) rollout = NULL;

  add_rollouts (self);
  rollout = fixture_find (&self->base, "rollout", "municipality", self->zwolle);
  fixture_add (&self->base, "evaluation", "rollout", aj_record_get_id (rollout), "date",
               "2026-04-01", "as-planned", "partly", "lessons", "Ask the library first", NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->ede, "from",
               "2026-01-05", "until", "2026-01-09", "handed-over-on", "2026-01-05", NULL);
  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->zwolle, "from",
               "2025-05-05", "until", "2025-05-09", "returned-on", "2025-05-09", NULL);
  facts = load_whole (self);
  all = aj_rollout_report_make (facts, NULL, day);
  text = aj_document_to_text (all);
  g_assert_nonnull (strstr (text, "HackShield"));
  g_assert_nonnull (strstr (text, "Ask the library first"));
  /* Late; the one that is back is of no use any more. */
  g_assert_nonnull (strstr (text, "not back yet"));
  g_assert_null (strstr (text, "May 2025"));
  one = aj_rollout_report_make (facts, self->echt_nep, day);
  sheet = aj_document_to_text (one);
  g_assert_nonnull (strstr (sheet, "Sessions for seniors"));
  g_assert_nonnull (strstr (sheet, "For elderly and less digitally skilled"));
  g_assert_null (strstr (sheet, "HackShield"));
}

static void
test_report_of_nothing (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = load_whole (self);
  g_autoptr (AjDocument) document = aj_rollout_report_make (facts, self->hackshield,
                                                            aj_date_new (2026, 1, 15));
  g_autofree char *text = aj_document_to_text (document);

  g_assert_nonnull (strstr (text, "Not rolled out anywhere yet."));
}

static void
test_calendar (World *self, gconstpointer data)
{
  AjRolloutCalendarRequest request = { .with_rollouts = TRUE, .with_loans = TRUE };
  g_autofree char *path = g_build_filename (self->base.folder, "out.ics", NULL);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *handover = NULL;
  const char *loan;
  guint n_written = 0, n_left_out = 0;

  add_rollouts (self);
  loan = fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->ede,
                      "from", "2026-05-04", "until", "2026-05-08", "handover-at",
                      "2026-05-04T09:00", NULL);
  facts = load (self);
  aj_rollout_calendar_write (facts, &request, path, 1767603600, &n_written, &n_left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, 4);
  g_assert_cmpuint (n_left_out, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  handover = g_strdup_printf ("UID:%s-handover-at\r\n", loan);
  g_assert_nonnull (strstr (text, handover));
  g_assert_nonnull (strstr (text, "TRIGGER:-P1D\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:CANCELLED: Echt-Nep in Deventer (stopped)\r\n"));
}

/* Only what is there, and only that thing; nothing at all is no calendar. */
static void
test_calendar_of_one (World *self, gconstpointer data)
{
  const char *box = fixture_add (&self->base, "material", "name", "Escape box", NULL);
  AjRolloutCalendarRequest request = { .with_loans = TRUE, .material = box };
  g_autofree char *path = g_build_filename (self->base.folder, "out.ics", NULL);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  guint n_written = 0, n_left_out = 0;

  fixture_add (&self->base, "loan", "material", self->bike, "municipality", self->ede, "from",
               "2026-05-04", "until", "2026-05-08", NULL);
  fixture_add (&self->base, "loan", "material", box, "municipality", self->zwolle, "from",
               "2026-05-04", "until", "2026-05-08", NULL);
  facts = load (self);
  g_assert_true (aj_rollout_calendar_write (facts, &request, path, 1767603600, &n_written,
                                            &n_left_out, &error));
  g_assert_cmpuint (n_written, ==, 1);
  request.municipality = self->ede;
  g_assert_false (aj_rollout_calendar_write (facts, &request, path, 1767603600, &n_written,
                                             &n_left_out, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY);
  /* What stood there still does. */
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static AjEdit *
begin (World *self, AjRolloutFacts *facts, const char *starts_on, guint *n_begun, guint *n_over)
{
  AjRolloutStart start = { self->echt_nep, AJ_PHASE_AGREED, AJ_DATE_NONE, AJ_DATE_NONE, NULL };
  g_autoptr (GPtrArray) towns = g_ptr_array_new ();

  aj_date_parse_iso (starts_on, &start.starts_on);
  g_ptr_array_add (towns, (gpointer) self->deventer);
  g_ptr_array_add (towns, (gpointer) self->zwolle);
  g_ptr_array_add (towns, (gpointer) self->ede);
  return aj_rollout_job_begin (self->base.store, facts, &start, towns, n_begun, n_over);
}

/* In several at once, each with its tasks; where it is under way it is left alone; one Ctrl+Z takes it all back. */
static void
test_begin (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjRolloutFacts) later = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjRecord) task = NULL;
  g_autoptr (GError) error = NULL;
  guint n_begun, n_passed_over;

  fixture_add (&self->base, "intervention-step", "intervention", self->echt_nep, "name",
               "Book a room", "days", "-14", NULL);
  fixture_add (&self->base, "intervention-step", "intervention", self->hackshield, "name",
               "Ask a school", "days", "-90", NULL);
  add_rollouts (self);
  facts = load (self);
  edit = begin (self, facts, "2026-04-07", &n_begun, &n_passed_over);
  g_assert_cmpuint (n_begun, ==, 1);
  g_assert_cmpuint (n_passed_over, ==, 2);
  g_assert_cmpstr (aj_edit_get_label (edit), ==, "Roll out Echt-Nep in Deventer");
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&self->base, "rollout-task"), ==, 1);
  task = fixture_find (&self->base, "rollout-task", "name", "Book a room");
  g_assert_cmpstr (aj_record_get_text (task, "due"), ==, "2026-03-24");

  later = load (self);
  g_assert_null (begin (self, later, "2026-04-07", &n_begun, &n_passed_over));
  g_assert_cmpuint (n_passed_over, ==, 3);
  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_cmpint (fixture_count (&self->base, "rollout"), ==, 4);
  g_assert_cmpint (fixture_count (&self->base, "rollout-task"), ==, 0);
}

static void
set_phase (World *self, const char *town, AjPhase phase, const char *reason)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjRecord) rollout = fixture_find (&self->base, "rollout", "municipality", town);
  g_autoptr (AjEdit) edit = aj_rollout_job_set_phase (self->base.store, facts,
                                                      aj_record_get_values (rollout), phase, reason,
                                                      aj_date_new (2026, 1, 15));
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* What runs started today when nobody said when, and what is done ended then. */
static void
test_set_phase (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) rollout = NULL;

  add_rollouts (self);
  set_phase (self, self->ede, AJ_PHASE_RUNNING, NULL);
  rollout = fixture_find (&self->base, "rollout", "municipality", self->ede);
  g_assert_cmpstr (aj_record_get_text (rollout, "starts-on"), ==, "2026-01-15");
  g_assert_null (aj_record_get_text (rollout, "ends-on"));
  set_phase (self, self->ede, AJ_PHASE_DONE, NULL);
  g_assert_cmpstr (aj_record_get_text (rollout, "ends-on"), ==, "2026-01-15");
  set_phase (self, self->ede, AJ_PHASE_STOPPED, "No trainer");
  g_assert_cmpstr (aj_record_get_text (rollout, "stop-reason"), ==, "No trainer");
  set_phase (self, self->ede, AJ_PHASE_AGREED, NULL);
  g_assert_null (aj_record_get_text (rollout, "stop-reason"));
}

/* A card says what tells it from the others there, and what is late says so. */
static void
test_cards (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GPtrArray) all = NULL, of_one = NULL;
  g_autofree char *late = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_rollouts (self);
  facts = load (self);
  all = aj_rollout_pictures_list_cards (facts, NULL, aj_date_new (2026, 3, 24));
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *line = aj_board_card_describe (all->pdata[i]);

      g_string_append_printf (text, "%u %s\n", aj_board_card_get (all->pdata[i])->column, line);
    }
  g_assert_cmpstr (text->str, ==,
                   "6 Echt-Nep, Deventer, 3 November 2025\n"
                   "1 HackShield, IJsselland, was to start Mon 2 Feb 2026\n"
                   "3 Echt-Nep, Zwolle, was to end Fri 20 Mar 2026\n"
                   "0 Echt-Nep, Ede\n");
  of_one = aj_rollout_pictures_list_cards (facts, self->echt_nep, aj_date_new (2026, 3, 10));
  g_assert_cmpuint (of_one->len, ==, 3);
  late = aj_board_card_describe (of_one->pdata[1]);
  g_assert_cmpstr (late, ==, "Zwolle, IJsselland, 2 March to 20 March 2026");
}

static gboolean
remove_one (World *self, const char *type, const char *id, GError **error)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Remove");

  aj_edit_remove (edit, aj_record_type_lookup (type), id);
  return aj_edit_commit (edit, error);
}

/* What was learned does not go along unseen; tasks do. */
static void
test_remove (World *self, gconstpointer data)
{
  const char *rollout = fixture_add (&self->base, "rollout", "intervention", self->echt_nep,
                                     "municipality", self->ede, NULL);
  const char *evaluation = fixture_add (&self->base, "evaluation", "rollout", rollout, "date",
                                        "2026-04-01", "lessons", "Ask the library first", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;

  fixture_add (&self->base, "rollout-task", "rollout", rollout, "name", "Book a room", NULL);
  g_assert_false (remove_one (self, "rollout", rollout, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_cmpstr (error->message, ==,
                   "The evaluation of 1 April 2026, with what was learned, would go with this "
                   "rollout. Set the rollout to stopped instead, or remove the evaluation first.");
  g_assert_true (remove_one (self, "evaluation", evaluation, &none));
  g_assert_true (remove_one (self, "rollout", rollout, &none));
  g_assert_no_error (none);
}

#define ADD(path, func) g_test_add ("/jobs/rollouts/" path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("facts", test_facts);
  ADD ("without-waiting", test_without_waiting);
  ADD ("reach", test_reach);
  ADD ("bars", test_bars);
  ADD ("journeys", test_journeys);
  ADD ("paper", test_paper);
  ADD ("map", test_map);
  ADD ("cards", test_cards);
  ADD ("report", test_report);
  ADD ("report-of-nothing", test_report_of_nothing);
  ADD ("calendar", test_calendar);
  ADD ("calendar-of-one", test_calendar_of_one);
  ADD ("begin", test_begin);
  ADD ("set-phase", test_set_phase);
  ADD ("remove", test_remove);
  return g_test_run ();
}
