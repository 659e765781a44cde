/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An edition of the action day: how it begins, who is asked and what they answer, and what the maps of it show. */
#include "aj-edition-job.h"
#include "aj-edition-map.h"
#include "aj-jobs-fixture.h"
#include "aj-municipality.h"
#include "aj-participation.h"

#define TODAY (aj_date_new (2026, 1, 15))

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Almelo", "Borne", "Ede" };
  const char *twente;

  fixture_set_up (self, data);
  twente = fixture_add (self, "district", "name", "Twente", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fixture_add (self, "municipality", "name", names[i], "code", names[i], "district",
                 i < 2 ? twente : NULL, NULL);
}

static AjEditionFacts *
load (Fixture *self, const char *edition)
{
  g_autoptr (GError) error = NULL;
  AjEditionFacts *facts = aj_edition_facts_load (self->store, edition, &error);

  g_assert_no_error (error);
  return facts;
}

static const AjCoverageLine *
find_line (AjEditionFacts *facts, const char *name)
{
  GPtrArray *lines = aj_coverage_get_lines (aj_edition_facts_get_coverage (facts));

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];

      if (g_str_equal (aj_values_get_text (line->municipality, "name"), name))
        return line;
    }
  g_error ("no line of %s", name);
}

static void
commit (AjEdit *edit)
{
  g_autoptr (AjEdit) done = edit;
  g_autoptr (GError) error = NULL;

  aj_edit_commit (done, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_municipalities (Fixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch (self->store, query, &error);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (all, aj_values_ref (aj_record_get_values (records->pdata[i])));
  return all;
}

/* (transfer full): the id of the new edition. */
static char *
begin (Fixture *self, AjDate date, AjEditionFacts *like)
{
  g_autoptr (GPtrArray) municipalities = list_municipalities (self);
  const char *id;
  g_autofree char *copy = NULL;
  AjEdit *edit = aj_edition_job_begin (self->store, date, AJ_DATE_NONE,
                                       like != NULL ? aj_edition_facts_get_coverage (like) : NULL,
                                       municipalities, &id);

  copy = g_strdup (id);
  commit (edit);
  return g_steal_pointer (&copy);
}

/* The first takes every municipality along that exists on the day, each not asked yet. */
static void
test_begin (Fixture *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (AjEditionFacts) facts = NULL;
  const AjValues *edition;

  fixture_add (self, "municipality", "name", "Gone", "code", "Gone", "valid-until", "2025-12-31",
               NULL);
  id = begin (self, aj_date_new (2026, 10, 8), NULL);
  facts = load (self, id);
  edition = aj_edition_facts_get_edition (facts);
  g_assert_cmpstr (aj_values_get_text (edition, "name"), ==, "Action day 2026");
  g_assert_cmpstr (aj_values_get_text (edition, "ends-on"), ==, "2026-10-08");
  g_assert_cmpint (fixture_count (self, "participation"), ==, 3);
  g_assert_cmpint (find_line (facts, "Ede")->standing, ==, AJ_STANDING_OPEN);
  g_assert_null (aj_edition_facts_get_previous (facts));
}

/* The next is as the one before it: who took part, who need not be asked, the goal and the days to register. */
static void
test_begin_as_before (Fixture *self, gconstpointer data)
{
  g_autofree char *first = begin (self, aj_date_new (2026, 10, 8), NULL);
  g_autoptr (AjEditionFacts) before = NULL;
  g_autofree char *second = NULL;
  g_autoptr (AjEditionFacts) facts = NULL;
  const AjValues *edition;

  fixture_set (self, "edition", first, "name", "Echt Niet Vandaag 2026", "deadline", "2026-09-24",
               "goal", "100", "chase-days", "10", NULL);
  before = load (self, first);
  commit (aj_edition_job_set_taking_part (self->store, before, find_line (before, "Ede"), FALSE));
  commit (aj_edition_job_set_state (self->store, before, find_line (before, "Borne"),
                                    AJ_PARTICIPATION_NO_NEED, TODAY));
  aj_edition_facts_free (before);
  before = load (self, first);
  second = begin (self, aj_date_new (2027, 10, 7), before);
  facts = load (self, second);
  edition = aj_edition_facts_get_edition (facts);

  g_assert_cmpstr (aj_values_get_text (edition, "name"), ==, "Echt Niet Vandaag 2027");
  g_assert_cmpstr (aj_values_get_text (edition, "deadline"), ==, "2027-09-23");
  g_assert_cmpint (aj_values_get_integer (edition, "goal"), ==, 100);
  g_assert_cmpint (aj_values_get_integer (edition, "chase-days"), ==, 10);
  g_assert_cmpint (find_line (facts, "Almelo")->standing, ==, AJ_STANDING_OPEN);
  g_assert_cmpint (find_line (facts, "Borne")->standing, ==, AJ_STANDING_NO_NEED);
  g_assert_cmpint (find_line (facts, "Ede")->standing, ==, AJ_STANDING_OUT);
  g_assert_nonnull (aj_edition_facts_get_previous (facts));
}

static void
ask (Fixture *self, const char *edition, const char *name, AjDate today)
{
  g_autoptr (AjEditionFacts) facts = load (self, edition);
  const AjCoverageLine *line = find_line (facts, name);
  AjAsked asked = { (char *) aj_values_get_id (line->municipality),
                    aj_chase_get_round (line, FALSE), NULL, NULL, NULL };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, &asked);
  commit (aj_edition_job_note_asked (self->store, facts, all, "mail", today, "Ria"));
}

/* The first time it is an invitation, then a reminder each time; every time is in the log, and undo takes it back whole. */
static void
test_ask (Fixture *self, gconstpointer data)
{
  g_autofree char *id = begin (self, aj_date_new (2026, 10, 8), NULL);
  g_autoptr (AjEditionFacts) facts = NULL;
  g_autoptr (AjRecord) log = NULL;
  g_autoptr (GError) error = NULL;
  const AjCoverageLine *line;

  ask (self, id, "Borne", TODAY);
  ask (self, id, "Borne", TODAY + 14);
  ask (self, id, "Borne", TODAY + 28);
  facts = load (self, id);
  line = find_line (facts, "Borne");
  g_assert_cmpint (line->standing, ==, AJ_STANDING_REMINDED);
  g_assert_cmpint (aj_values_get_integer (line->participation, "round"), ==, 2);
  g_assert_cmpint (aj_values_get_date (line->participation, "invited-on"), ==, TODAY);
  g_assert_cmpint (aj_coverage_line_get_asked_on (line), ==, TODAY + 28);
  g_assert_cmpint (fixture_count (self, "contact"), ==, 3);
  log = fixture_find (self, "contact", "summary", "Reminder 2 of Action day 2026");
  g_assert_cmpstr (aj_record_get_text (log, "by"), ==, "Ria");
  g_assert_cmpstr (aj_record_get_text (log, "edition"), ==, id);

  aj_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, "contact"), ==, 2);
}

/* An answer has its day; who need not answer after all has none. */
static void
test_answer (Fixture *self, gconstpointer data)
{
  g_autofree char *id = begin (self, aj_date_new (2026, 10, 8), NULL);
  g_autoptr (AjEditionFacts) facts = load (self, id);

  commit (aj_edition_job_set_state (self->store, facts, find_line (facts, "Ede"),
                                    AJ_PARTICIPATION_DECLINED, TODAY));
  aj_edition_facts_free (facts);
  facts = load (self, id);
  g_assert_cmpint (find_line (facts, "Ede")->standing, ==, AJ_STANDING_DECLINED);
  g_assert_cmpint (aj_values_get_date (find_line (facts, "Ede")->participation, "answered-on"), ==,
                   TODAY);
  commit (aj_edition_job_set_state (self->store, facts, find_line (facts, "Ede"),
                                    AJ_PARTICIPATION_NO_NEED, TODAY + 1));
  aj_edition_facts_free (facts);
  facts = load (self, id);
  g_assert_true (aj_values_is_empty (find_line (facts, "Ede")->participation, "answered-on"));
}

static const AjMapTile *
find_tile (AjMapState *map, const char *name)
{
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    if (g_str_equal (aj_map_state_get_tile (map, i)->name, name))
      return aj_map_state_get_tile (map, i);
  g_error ("no tile of %s", name);
}

static void
assert_tile (AjEditionFacts *facts,
             AjEditionMapSubject subject,
             const char *name,
             const char *class,
             gint64 count)
{
  g_autoptr (AjMapState) map = aj_edition_map_draw (facts, subject, TODAY);
  const AjMapTile *tile = find_tile (map, name);

  g_assert_cmpstr (aj_map_state_get_class (map, tile->state)->label, ==, class);
  g_assert_cmpint (tile->count, ==, count);
}

static void
test_maps (Fixture *self, gconstpointer data)
{
  g_autofree char *id = begin (self, aj_date_new (2026, 10, 8), NULL);
  g_autoptr (AjRecord) borne = fixture_find (self, "municipality", "name", "Borne");
  g_autoptr (AjRecord) ede = fixture_find (self, "municipality", "name", "Ede");
  g_autoptr (AjEditionFacts) facts = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_add (self, "activity", "name", "Escape box", "edition", id, "municipality",
                 aj_record_get_id (borne), "for-youth", i == 0 ? "true" : NULL, NULL);
  fixture_add (self, "activity", "name", "Lezing", "edition", id, "municipality",
               aj_record_get_id (ede), "for-elderly", "true", "state", "cancelled", NULL);
  facts = load (self, id);
  assert_tile (facts, AJ_EDITION_MAP_ANSWER, "Borne", "registered", 3);
  assert_tile (facts, AJ_EDITION_MAP_ANSWER, "Ede", "not invited", -1);
  assert_tile (facts, AJ_EDITION_MAP_NUMBER, "Borne", "2 to 3", 3);
  assert_tile (facts, AJ_EDITION_MAP_NUMBER, "Ede", "none", -1);
  assert_tile (facts, AJ_EDITION_MAP_TARGET + AJ_TARGET_YOUTH, "Borne", "something for youth", 1);
  assert_tile (facts, AJ_EDITION_MAP_TARGET + AJ_TARGET_BUSINESS, "Borne",
               "activities, but nothing for business", -1);
  assert_tile (facts, AJ_EDITION_MAP_TARGET + AJ_TARGET_ELDERLY, "Ede", "no activities yet", -1);
  {
    g_autoptr (AjMapState) map = aj_edition_map_draw (facts,
                                                      AJ_EDITION_MAP_TARGET + AJ_TARGET_YOUTH,
                                                      TODAY);

    g_assert_cmpstr (aj_map_state_get_count_label (map), ==, "Activities for youth");
  }
}

/* Who said no is not waited for on any map. */
static void
test_declined (Fixture *self, gconstpointer data)
{
  g_autofree char *id = begin (self, aj_date_new (2026, 10, 8), NULL);
  g_autoptr (AjRecord) ede = fixture_find (self, "municipality", "name", "Ede");
  g_autoptr (AjRecord) participation = fixture_find (self, "participation", "municipality",
                                                     aj_record_get_id (ede));
  g_autoptr (AjEditionFacts) facts = NULL;

  fixture_set (self, "participation", aj_record_get_id (participation), "state", "declined", NULL);
  facts = load (self, id);
  assert_tile (facts, AJ_EDITION_MAP_ANSWER, "Ede", "does not take part", -1);
  assert_tile (facts, AJ_EDITION_MAP_NUMBER, "Ede", "does not take part", -1);
  assert_tile (facts, AJ_EDITION_MAP_TARGET + AJ_TARGET_YOUTH, "Ede", "does not take part", -1);
}

/* Without waiting it is the same; what is not there is told. */
static void
test_async (Fixture *self, gconstpointer data)
{
  g_autofree char *id = begin (self, aj_date_new (2026, 10, 8), NULL);
  g_autoptr (AjEditionFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  aj_edition_facts_load_async (self->store, id, NULL, waiter_ready_cb, &waiter);
  facts = aj_edition_facts_load_finish (self->store, waiter_wait (&waiter), &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_coverage_get_total (aj_edition_facts_get_coverage (facts))->n_asked, ==, 3);

  fixture_remove (self, "edition", id);
  g_assert_cmpint (fixture_count (self, "participation"), ==, 0);
  g_assert_null (aj_edition_facts_load (self->store, id, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/jobs/edition/begin", test_begin);
  ADD ("/jobs/edition/begin-as-before", test_begin_as_before);
  ADD ("/jobs/edition/ask", test_ask);
  ADD ("/jobs/edition/answer", test_answer);
  ADD ("/jobs/edition/maps", test_maps);
  ADD ("/jobs/edition/declined", test_declined);
  ADD ("/jobs/edition/async", test_async);
  return g_test_run ();
}
