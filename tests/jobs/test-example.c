/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-composition.h"
#include "aj-cycle-facts.h"
#include "aj-edition-facts.h"
#include "aj-error.h"
#include "aj-example.h"
#include "aj-jobs-fixture.h"
#include "aj-reference.h"

static void
fill (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_no_error (error);
}

static void
test_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (AjCsv) municipalities = aj_reference_load_table (AJ_REFERENCE_MUNICIPALITIES, NULL);
  g_autoptr (AjCsv) organisations = aj_reference_load_table (AJ_REFERENCE_ORGANISATIONS, NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  g_assert_cmpint (fixture_count (self, "municipality"), ==, aj_csv_get_n_rows (municipalities));
  g_assert_cmpint (fixture_count (self, "district"), ==, 5);
  g_assert_cmpint (fixture_count (self, "organisation"), >, aj_csv_get_n_rows (organisations));
  g_assert_cmpint (fixture_count (self, "cycle"), ==, 1);
  g_assert_cmpint (fixture_count (self, "meeting"), ==, 6);
  problems = aj_store_check (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static gint64
sum_minutes (Fixture *self, const char *meeting)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("agenda-item"));
  g_autoptr (GPtrArray) items = NULL;
  gint64 sum = 0;

  aj_query_where_text (query, "meeting", AJ_QUERY_EQUAL, meeting);
  items = aj_store_fetch (self->store, query, NULL);
  for (guint i = 0; i < items->len; i++)
    sum += aj_record_get_integer (items->pdata[i], "minutes");
  return sum;
}

/* A year of meetings that was held: each has an agenda that fits, and only of the last something is left to do. */
static void
test_meetings (Fixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("meeting"));
  g_autoptr (AjRecord) last = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (AjQuery) open = aj_query_new (aj_record_type_lookup ("task"));
  g_autoptr (GPtrArray) tasks = NULL;

  fill (self);
  aj_query_order_by (query, "starts-at", FALSE);
  meetings = aj_store_fetch (self->store, query, NULL);
  g_assert_cmpuint (meetings->len, ==, 6);
  for (guint i = 0; i < meetings->len; i++)
    {
      gboolean is_last = i == meetings->len - 1;

      g_assert_cmpstr (aj_record_get_text (meetings->pdata[i], "state"), ==, "held");
      g_assert_cmpstr (aj_record_get_text (meetings->pdata[i], "minutes-state"), ==,
                       is_last ? "concept" : "fixed");
      g_assert_cmpint (sum_minutes (self, aj_record_get_id (meetings->pdata[i])), ==, 120);
    }
  last = g_object_ref (meetings->pdata[meetings->len - 1]);
  aj_query_where_text (open, "kind", AJ_QUERY_EQUAL, "preparation");
  aj_query_where_text (open, "state", AJ_QUERY_EQUAL, "open");
  tasks = aj_store_fetch (self->store, open, NULL);
  g_assert_cmpuint (tasks->len, >, 0);
  for (guint i = 0; i < tasks->len; i++)
    g_assert_cmpstr (aj_record_get_text (tasks->pdata[i], "meeting"), ==, aj_record_get_id (last));
}

static AjEditionFacts *
load_edition (Fixture *self, const char *name)
{
  g_autoptr (AjRecord) edition = fixture_find (self, "edition", "name", name);
  g_autoptr (GError) error = NULL;
  AjEditionFacts *facts = aj_edition_facts_load (self->store, aj_record_get_id (edition), &error);

  g_assert_no_error (error);
  return facts;
}

/* Of those that take part none has fewer people than one that does not. */
static void
check_largest_take_part (AjCoverage *coverage)
{
  GPtrArray *lines = aj_coverage_get_lines (coverage);
  gint64 smallest_in = G_MAXINT64, largest_out = 0;
  guint n_in = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];
      gint64 population = aj_values_get_integer (line->municipality, "population");

      if (line->standing == AJ_STANDING_OUT)
        largest_out = MAX (largest_out, population);
      else
        smallest_in = MIN (smallest_in, population);
      n_in += line->standing != AJ_STANDING_OUT;
    }
  g_assert_cmpuint (n_in, ==, 67);
  g_assert_cmpint (smallest_in, >=, largest_out);
}

static guint
count_standing (AjCoverage *coverage, AjStanding standing)
{
  GPtrArray *lines = aj_coverage_get_lines (coverage);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const AjCoverageLine *) lines->pdata[i])->standing == standing;
  return n;
}

/* One action day that was held, and the next, with something of all there is to do. */
static void
test_editions (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEditionFacts) facts = NULL;
  AjCoverage *now, *before;

  fill (self);
  facts = load_edition (self, "Echt Niet Vandaag 2027");
  now = aj_edition_facts_get_coverage (facts);
  before = aj_edition_facts_get_previous (facts);
  g_assert_nonnull (
      strstr (aj_values_get_text (aj_coverage_get_edition (now), "notes"), "de 67 grootste"));
  check_largest_take_part (now);
  check_largest_take_part (before);
  for (guint standing = 0; standing < AJ_N_STANDINGS; standing++)
    g_assert_cmpuint (count_standing (now, standing), >, 0);
  g_assert_cmpint (aj_coverage_get_total (before)->n_activities, >=, 100);
  g_assert_cmpint (aj_coverage_get_total (before)->n_held, ==,
                   aj_coverage_get_total (before)->n_activities);
  g_assert_cmpint (aj_coverage_get_total (now)->n_activities, <,
                   aj_values_get_integer (aj_coverage_get_edition (now), "goal"));
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    g_assert_cmpuint (aj_coverage_get_total (now)->n_for[target], >, 0);
}

/* What is done again is known as such, in the same municipality, and nobody is named. */
static void
test_activities (Fixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("activity"));
  g_autoptr (GPtrArray) activities = NULL;
  guint n_again = 0;

  fill (self);
  activities = aj_store_fetch (self->store, query, NULL);
  for (guint i = 0; i < activities->len; i++)
    {
      AjRecord *activity = activities->pdata[i];
      const char *previous = aj_record_get_text (activity, "previous");
      g_autoptr (AjRecord) before = NULL;

      g_assert_null (aj_record_get_text (activity, "contact"));
      if (previous == NULL)
        continue;
      n_again++;
      before = fixture_find (self, "activity", "id", previous);
      g_assert_cmpstr (aj_record_get_title (activity), ==, aj_record_get_title (before));
      g_assert_cmpstr (aj_record_get_text (activity, "municipality"), ==,
                       aj_record_get_text (before, "municipality"));
      g_assert_cmpstr (aj_record_get_text (activity, "edition"), !=,
                       aj_record_get_text (before, "edition"));
    }
  g_assert_cmpuint (n_again, >, 0);
}

/* Each municipality lies in the district that the table names. */
static void
test_districts (Fixture *self, gconstpointer data)
{
  g_autoptr (AjCsv) csv = aj_reference_load_table (AJ_REFERENCE_MUNICIPALITIES, NULL);
  guint code = (guint) aj_csv_find_column (csv, "code");
  guint column = (guint) aj_csv_find_column (csv, "district");
  guint population = (guint) aj_csv_find_column (csv, "population");

  fill (self);
  for (guint row = 0; row < aj_csv_get_n_rows (csv); row++)
    {
      g_autoptr (AjRecord) municipality = fixture_find (self, "municipality", "code",
                                                        aj_csv_get (csv, row, code));
      g_autoptr (AjRecord) district = fixture_find (self, "district", "id",
                                                    aj_record_get_text (municipality, "district"));

      g_assert_cmpstr (aj_record_get_title (district), ==, aj_csv_get (csv, row, column));
      g_assert_cmpint (aj_record_get_integer (municipality, "population"), ==,
                       g_ascii_strtoll (aj_csv_get (csv, row, population), NULL, 10));
    }
}

/* Who is named is a role: no mail address outside the names that are kept for examples. */
static void
check_no_real_people (Fixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("person"));
  g_autoptr (GPtrArray) people = NULL;

  people = aj_store_fetch (self->store, query, NULL);
  g_assert_cmpuint (people->len, >, 0);
  for (guint i = 0; i < people->len; i++)
    {
      g_assert_true (aj_record_get_boolean (people->pdata[i], "role-mailbox"));
      g_assert_true (g_str_has_suffix (aj_record_get_text (people->pdata[i], "mail"), ".example"));
    }
}

static void
test_no_real_people (Fixture *self, gconstpointer data)
{
  fill (self);
  check_no_real_people (self);
}

static guint
count_seats (Fixture *self, const char *group)
{
  g_autoptr (AjRecord) record = fixture_find (self, "group", "name", group);
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("membership"));

  aj_query_where_text (query, "group", AJ_QUERY_EQUAL, aj_record_get_id (record));
  return (guint) aj_store_count (self->store, query, NULL);
}

static void
test_groups (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = NULL;
  g_autoptr (AjRecord) elderly = NULL;
  g_autoptr (AjRecord) cycle = NULL;
  g_autoptr (AjCycleFacts) facts = NULL;

  fill (self);
  team = fixture_find (self, "group", "kind", "expert-team");
  elderly = fixture_find (self, "group", "target-group", "elderly");
  cycle = fixture_find (self, "cycle", "group", aj_record_get_id (team));
  g_assert_cmpstr (aj_record_get_title (team), ==, "Expertteam Cyber");
  /* Five district leads, eight partners, and who chairs. */
  g_assert_cmpuint (count_seats (self, "Expertteam Cyber"), ==, 14);
  /* Six mayors and their secretary. */
  g_assert_cmpuint (count_seats (self, "Platform Cyberburgemeesters Oost-Nederland"), ==, 7);
  g_assert_cmpint (aj_record_get_date (elderly, "active-from"), ==, aj_date_new (2026, 1, 1));
  g_assert_cmpint (aj_record_get_integer (cycle, "every-months"), ==, 2);
  g_assert_cmpint (aj_record_get_integer (cycle, "nth"), ==, 2);
  g_assert_cmpstr (aj_record_get_text (cycle, "weekday"), ==, "thursday");
  facts = aj_cycle_facts_load (self->store, aj_record_get_id (team), 2026, NULL);
  g_assert_cmpuint (aj_cycle_facts_get_regions (facts, aj_date_new (2026, 12, 31)), ==,
                    AJ_SCHOOL_REGION_ALL);
  /* There is a seat for one, and the district leads take turns. */
  g_assert_null (aj_cycle_facts_get_chair (facts, aj_date_new (2026, 3, 12)));
}

static void
check_districts_have_leads (Fixture *self)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("district"));
  g_autoptr (GPtrArray) districts = NULL;

  districts = aj_store_fetch (self->store, query, NULL);
  for (guint i = 0; i < districts->len; i++)
    {
      g_autoptr (AjRecord) lead = fixture_find (self, "person", "id",
                                                aj_record_get_text (districts->pdata[i], "lead"));

      g_assert_nonnull (
          strstr (aj_record_get_title (lead), aj_record_get_title (districts->pdata[i])));
    }
}

/* The bodies that the plan for the year names, and how many sit there or should. */
static void
test_bodies (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *kind;
    guint n_sitters, n_empty;
  } bodies[] = {
    { "Expertteam Cyber", "expert-team", 14, 0 },
    { "Werkgroep MKB", "working-group", 7, 1 },
    { "Werkgroep Jeugd", "working-group", 10, 0 },
    { "Werkgroep Ouderen en minder digitaal vaardigen", "working-group", 2, 4 },
    { "Projectgroep Incident Response", "working-group", 6, 0 },
    { "Districtelijke werkgroep IJsselland", "district-group", 2, 1 },
    { "Districtelijke werkgroep Twente", "district-group", 3, 0 },
    { "Districtelijke werkgroep Noord- en Oost-Gelderland", "district-group", 2, 1 },
    { "Districtelijke werkgroep Gelderland-Midden", "district-group", 2, 1 },
    { "Districtelijke werkgroep Gelderland-Zuid", "district-group", 2, 1 },
    { "Platform Cyberburgemeesters Oost-Nederland", "platform", 7, 0 },
    { "Learning community MKB: professionals", "learning-community", 3, 0 },
    { "Learning community MKB: ondernemers", "learning-community", 3, 3 },
  };
  g_autoptr (AjGroupBook) book = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  book = aj_group_book_load (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_group_book_get_groups (book)->len, ==, G_N_ELEMENTS (bodies));
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (AjRecord) group = fixture_find (self, "group", "name", bodies[i].name);
      g_autoptr (AjComposition) composition = aj_composition_new (book, aj_record_get_id (group),
                                                                  aj_date_new (2026, 1, 15));

      g_assert_cmpstr (aj_record_get_text (group, "kind"), ==, bodies[i].kind);
      g_assert_cmpuint (composition->sitters->len, ==, bodies[i].n_sitters);
      g_assert_cmpuint (composition->n_empty, ==, bodies[i].n_empty);
      /* Whoever sits there takes a seat. */
      for (guint j = 0; j < composition->sitters->len; j++)
        g_assert_nonnull (g_array_index (composition->sitters, AjSitter, j).seat);
    }
}

/* The standing seats of the expert team, in the words of the plan's own list of partners. */
static void
test_standing_seats (Fixture *self, gconstpointer data)
{
  static const char *const partners[] = {
    "Politie-eenheid Oost-Nederland",
    "Platform Veilig Ondernemen Oost-Nederland",
    "Centrum voor Veiligheid en Digitalisering",
    "Hogeschool Saxion",
    "Openbaar Ministerie Oost-Nederland",
    "CCV",
    "VNG",
    "RIEC Oost-Nederland",
  };
  g_autoptr (AjGroupBook) book = NULL;
  g_autoptr (AjRecord) team = NULL;
  g_autoptr (AjComposition) composition = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) districts = g_hash_table_new (g_direct_hash, g_direct_equal);

  fill (self);
  book = aj_group_book_load (self->store, NULL);
  team = fixture_find (self, "group", "name", "Expertteam Cyber");
  composition = aj_composition_new (book, aj_record_get_id (team), aj_date_new (2026, 1, 15));
  for (guint i = 0; i < composition->sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (composition->sitters, AjSitter, i);

      g_hash_table_add (names, (char *) aj_sitter_get_name (sitter));
      if (g_strcmp0 (aj_values_get_text (sitter->seat, "kind"), "municipality") == 0)
        g_hash_table_add (districts, (gpointer) sitter->district);
    }
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    g_assert_true (g_hash_table_contains (names, partners[i]));
  g_assert_cmpuint (g_hash_table_size (districts), ==, 5);
}

/* Nobody's own mailbox: every address ends as those do that are kept for examples. */
static void
test_addresses (Fixture *self, gconstpointer data)
{
  static const char *const types[] = { "person", "organisation", "group" };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (types[i]));
      g_autoptr (GPtrArray) records = NULL;

      aj_query_where_empty (query, "mail", AJ_QUERY_NOT_EMPTY);
      records = aj_store_fetch (self->store, query, NULL);
      g_assert_cmpuint (records->len, >, 0);
      for (guint j = 0; j < records->len; j++)
        g_assert_true (
            g_str_has_suffix (aj_record_get_text (records->pdata[j], "mail"), ".example"));
    }
}

static void
test_districts_have_leads (Fixture *self, gconstpointer data)
{
  fill (self);
  check_districts_have_leads (self);
}

/* One line of history, and nothing to take back. */
static void
test_one_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  history = aj_store_list_history (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpint (((AjHistoryEntry *) history->pdata[0])->kind, ==, AJ_HISTORY_NOTE);
  g_assert_false (aj_store_undo (self->store, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOTHING);
}

static void
test_twice (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n_people;

  fill (self);
  n_people = fixture_count (self, "person");
  g_assert_false (aj_example_fill (self->store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_EXISTS);
  g_assert_cmpint (fixture_count (self, "person"), ==, n_people);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->store, "empty", &error));
  g_assert_no_error (error);
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    g_assert_cmpint (fixture_count (self, (*type)->name), ==, (*type)->single_id != NULL ? 1 : 0);
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_example_fill (self->store, "atlantis", &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, AJ_EXAMPLE_DEFAULT));
  for (const AjExample *example = aj_examples_all (); example->name != NULL; example++)
    g_assert_true (aj_example_lookup (example->name, NULL) == example);
}

static void
test_without_waiting (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int code; /* -1: done */
  } cases[] = { { "atlantis", AJ_ERROR_NOT_FOUND },
                { "empty", -1 },
                { AJ_EXAMPLE_DEFAULT, -1 },
                { AJ_EXAMPLE_DEFAULT, AJ_ERROR_EXISTS } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Waiter waiter = { NULL };
      g_autoptr (GError) error = NULL;

      aj_example_fill_async (self->store, cases[i].name, NULL, waiter_ready_cb, &waiter);
      g_assert_true (aj_example_fill_finish (self->store, waiter_wait (&waiter), &error) ==
                     (cases[i].code < 0));
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, AJ_ERROR, cases[i].code);
      g_object_unref (waiter.result);
    }
  g_assert_cmpint (fixture_count (self, "district"), ==, 5);
}

static void
fill_midden (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->store, AJ_EXAMPLE_MIDDEN, &error));
  g_assert_no_error (error);
}

static gint64
count_on (Fixture *self, AjDate date)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("municipality"));

  aj_query_where_exist_on (query, date);
  return aj_store_count (self->store, query, NULL);
}

/* Thirty-nine when the network began; Weesp has gone since. */
static void
test_midden (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (AjRecord) team = NULL;
  g_autoptr (AjRecord) exercise = NULL;
  g_autoptr (AjRecord) weesp = NULL;
  g_autoptr (GError) error = NULL;

  fill_midden (self);
  g_assert_cmpint (count_on (self, aj_date_new (2019, 1, 1)), ==, 39);
  g_assert_cmpint (count_on (self, aj_date_new (2025, 1, 1)), ==, 38);
  g_assert_cmpint (fixture_count (self, "district"), ==, 5);
  /* Its groups: two that steer, one in every district, and three more. */
  g_assert_cmpint (fixture_count (self, "group"), ==, 10);
  team = fixture_find (self, "group", "name",
                       "Bestuurlijke werkgroep Digitale Veiligheid en Cybercrime");
  exercise = fixture_find (self, "group", "name", "Werkgroep cyberoefendriehoek");
  weesp = fixture_find (self, "municipality", "code", "GM0457");
  g_assert_cmpint (aj_record_get_date (team, "active-from"), ==, aj_date_new (2023, 4, 1));
  g_assert_cmpint (aj_record_get_date (exercise, "active-until"), ==, aj_date_new (2025, 4, 30));
  g_assert_cmpint (aj_record_get_date (weesp, "valid-until"), ==, aj_date_new (2022, 3, 23));
  problems = aj_store_check (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_midden_people (Fixture *self, gconstpointer data)
{
  fill_midden (self);
  check_no_real_people (self);
}

static void
test_midden_districts_have_leads (Fixture *self, gconstpointer data)
{
  fill_midden (self);
  check_districts_have_leads (self);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/example/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counts", test_counts);
  ADD ("meetings", test_meetings);
  ADD ("editions", test_editions);
  ADD ("activities", test_activities);
  ADD ("districts", test_districts);
  ADD ("districts-have-leads", test_districts_have_leads);
  ADD ("no-real-people", test_no_real_people);
  ADD ("groups", test_groups);
  ADD ("bodies", test_bodies);
  ADD ("standing-seats", test_standing_seats);
  ADD ("addresses", test_addresses);
  ADD ("one-edit", test_one_edit);
  ADD ("twice", test_twice);
  ADD ("empty", test_empty);
  ADD ("unknown", test_unknown);
  ADD ("midden", test_midden);
  ADD ("midden-people", test_midden_people);
  ADD ("midden-districts-have-leads", test_midden_districts_have_leads);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
