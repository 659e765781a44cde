/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of an action day: how it is covered, against the years before, and who was active in them. */
#include "aj-coverage-report.h"

#include <string.h>

#include "aj-active-organisations.h"
#include "aj-edition-years.h"
#include "aj-jobs-fixture.h"

#define TODAY (aj_date_new (2026, 9, 1))

typedef struct
{
  Fixture base;
  const char *almelo;
  const char *ede;
  const char *zwolle;
  const char *editions[3]; /* the latest first */
} World;

static void
take_part (World *self, const char *edition, const char *municipality, const char *state)
{
  fixture_add (&self->base, "participation", "edition", edition, "municipality", municipality,
               "state", state, "answered-on",
               g_str_equal (state, "registered") ? "2026-09-30" : NULL, NULL);
}

static const char *
add_activity (World *self,
              guint year,
              const char *municipality,
              const char *name,
              const char *organisation,
              const char *partners)
{
  return fixture_add (&self->base, "activity", "edition", self->editions[year], "municipality",
                      municipality, "name", name, "organisation", organisation, "partners",
                      partners, "for-youth", "true", "expected-reach", "100", NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  const char *twente;

  fixture_set_up (&self->base, data);
  twente = fixture_add (&self->base, "district", "name", "Twente", NULL);
  self->almelo = fixture_add (&self->base, "municipality", "name", "Almelo", "code", "GM0141",
                              "district", twente, NULL);
  self->ede = fixture_add (&self->base, "municipality", "name", "Ede", "code", "GM0228", NULL);
  self->zwolle = fixture_add (&self->base, "municipality", "name", "Zwolle", "code", "GM0193",
                              NULL);
  self->editions[2] = fixture_add (&self->base, "edition", "name", "Actiedag 2024", "starts-on",
                                   "2024-10-08", NULL);
  self->editions[1] = fixture_add (&self->base, "edition", "name", "Actiedag 2025", "starts-on",
                                   "2025-10-08", "previous", self->editions[2], NULL);
  self->editions[0] = fixture_add (&self->base, "edition", "name", "Actiedag 2026", "starts-on",
                                   "2026-10-08", "deadline", "2026-09-24", "goal", "100",
                                   "previous", self->editions[1], NULL);
  take_part (self, self->editions[0], self->almelo, "registered");
  take_part (self, self->editions[0], self->ede, "invited");
  take_part (self, self->editions[1], self->almelo, "declined");
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static char *
read_coverage (World *self, const char *edition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDocument) document = aj_coverage_report_load (self->base.store, edition, TODAY,
                                                             &error);

  g_assert_no_error (error);
  return aj_document_to_text (document);
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* The goal, the map, the districts, the white spots, and the years before. */
static void
test_coverage (World *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_activity (self, 0, self->almelo, "Escape box", NULL, NULL);
  add_activity (self, 1, self->zwolle, "Lezing", NULL, NULL);
  add_activity (self, 2, self->zwolle, "Markt", NULL, NULL);
  text = read_coverage (self, self->editions[0]);
  assert_says (text, "Coverage of Actiedag 2026\n");
  assert_says (text, "Registering until Thursday 24 September 2026\n");
  assert_says (text, "- 1 activity; the goal is 100\n"
                     "- 1 of 2 municipalities have answered\n"
                     "- 0 of these answered on time\n"
                     "- Expected reach: 100\n");
  assert_says (text, "Who Has Answered\n----------------\n");
  assert_says (text, "- registered: 1\n");
  assert_says (text, "Twente          1         1         0        1           100\n");
  assert_says (text, "In no district  1         0         0        0           0\n");
  assert_says (text, "Together        2         1         0        1           100\n");
  assert_says (text, "Twente          0 of 1    1 of 1  0 of 1");
  assert_says (text, "Almelo        Twente          registered  business, elderly and less "
                     "digitally skilled, residents\n");
  assert_says (text, "Ede           In no district  invited     anybody yet\n");
  assert_says (text, "Actiedag 2026  1 of 2    1           0     100             0\n"
                     "Actiedag 2025  2 of 2    1           0     100             0\n"
                     "Actiedag 2024  1 of 1    1           0     100             0\n");
  g_assert_null (strstr (text, "Zwolle"));
  g_free (text);
  text = read_coverage (self, self->editions[2]);
  g_assert_null (strstr (text, "Over the Years"));
}

/* Who said no does not take part any more, and who need not be asked is told of. */
static void
test_absent (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = fixture_find (&self->base, "participation", "municipality", self->ede);
  g_autofree char *text = NULL;

  add_activity (self, 0, self->almelo, "Escape box", NULL, NULL);
  fixture_set (&self->base, "participation", aj_record_get_id (ede), "state", "declined", NULL);
  fixture_add (&self->base, "participation", "edition", self->editions[0], "municipality",
               self->zwolle, "state", "no-need", NULL);
  text = read_coverage (self, self->editions[0]);
  assert_says (text, "- 2 of 2 municipalities have answered\n"
                     "- 1 municipality need not be asked, and is not counted here\n");
  assert_says (text, "Twente          0 of 1    1 of 1  0 of 1");
  assert_says (text, "In no district  0 of 1    0 of 1  0 of 1");
  assert_says (text, "does not take part  –\n");
}

static void
test_async (World *self, gconstpointer data)
{
  g_autoptr (AjDocument) coverage = NULL;
  g_autoptr (AjDocument) active = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->base.folder, "actief.csv", NULL);
  g_autofree char *waited = read_coverage (self, self->editions[0]);
  g_autofree char *text = NULL;
  g_autofree char *who = NULL;
  Waiter waiter = { NULL };
  guint n = 0;

  aj_coverage_report_load_async (self->base.store, self->editions[0], TODAY, NULL, waiter_ready_cb,
                                 &waiter);
  coverage = aj_coverage_report_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  text = aj_document_to_text (coverage);
  g_assert_cmpstr (text, ==, waited);
  add_activity (self, 0, self->almelo, "Escape box", NULL, NULL);
  aj_active_organisations_load_async (self->base.store, self->editions[0], NULL, waiter_ready_cb,
                                      &waiter);
  active = aj_active_organisations_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  who = aj_document_to_text (active);
  assert_says (who, "Municipality of Almelo");
  aj_active_organisations_save_table_async (self->base.store, self->editions[0], AJ_CSV_EXCEL, path,
                                            NULL, waiter_ready_cb, &waiter);
  aj_active_organisations_save_table_finish (self->base.store, waiter_wait (&waiter), &n, &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (aj_coverage_report_load (self->base.store, "weg", TODAY, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (aj_active_organisations_load (self->base.store, "weg", &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

/* Editions that come after each other in a circle are told once. */
static void
test_circle (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_set (&self->base, "edition", self->editions[2], "previous", self->editions[0], NULL);
  years = aj_edition_years_load (self->base.store, self->editions[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 3);
  text = read_coverage (self, self->editions[0]);
  assert_says (text, "Over the Years");
}

/* Alone and as a partner, of the municipality itself, and of who is no organisation that is known. */
static void
test_active (World *self, gconstpointer data)
{
  const char *library = fixture_add (&self->base, "organisation", "name", "Bibliotheek", "kind",
                                     "library", NULL);
  const char *town = fixture_add (&self->base, "organisation", "name", "Gemeente Almelo", "kind",
                                  "municipality", "municipality", self->almelo, NULL);
  const char *held;
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (self->base.folder, "actief.csv", NULL);
  g_autofree char *table = NULL;
  guint n = 0;

  g_assert_nonnull (town);
  held = add_activity (self, 0, self->almelo, "Escape box", library, "Politie; bibliotheek");
  fixture_set (&self->base, "activity", held, "actual-reach", "1250", "state", "held", NULL);
  add_activity (self, 0, self->ede, "Lezing", library, NULL);
  add_activity (self, 0, self->almelo, "Markt", NULL, "BIBLIOTHEEK, politie");
  add_activity (self, 1, self->zwolle, "Koffie", NULL, "Bank");
  fixture_set (&self->base, "activity",
               add_activity (self, 0, self->ede, "Vervallen", library, NULL), "state", "cancelled",
               NULL);
  document = aj_active_organisations_load (self->base.store, self->editions[0], &error);
  g_assert_no_error (error);
  text = aj_document_to_text (document);
  assert_says (text, "Actiedag 2026, Actiedag 2025 and Actiedag 2024\n");
  assert_says (text,
               "Bibliotheek             3     0     0     1           2               1250\n");
  assert_says (text, "Politie                 2     0     0     2 ");
  assert_says (text, "Gemeente Almelo         1 ");
  assert_says (text, "- Bank (Actiedag 2025: 1 activity)\n");
  assert_says (text, "- Municipality of Zwolle (Actiedag 2025: 1 activity)\n");
  assert_says (text, "- Actiedag 2026: Escape box (Almelo); Lezing (Ede); Markt (Almelo)\n");
  g_assert_null (strstr (text, "Vervallen"));
  aj_active_organisations_save_table (self->base.store, self->editions[0], AJ_CSV_PLAIN, path, &n,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  assert_says (table, "organisation,edition,activities,as-partner,municipalities,held,"
                      "expected-reach,actual-reach,what\r\n");
  assert_says (table, "Bibliotheek,Actiedag 2026,2,1,2,1,300,1250,");
}

/* Partners that are joined by a word are counted each; a name that has the word in it stays whole. */
static void
test_joined (World *self, gconstpointer data)
{
  const char *titles[] = { "Een", "Twee", "Drie", "Vier", "Vijf" };
  const char *partners[] = { "Halt en Politie", "Bureau Jeugd & Bank", "Bank, Hart en Ziel",
                             "Wijkteam en politie", "Ouderenbond en wijkteam" };
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_add (&self->base, "organisation", "name", "Halt en Politie", "kind", "support", NULL);
  fixture_add (&self->base, "organisation", "name", "Politie", "kind", "police", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_activity (self, 0, self->almelo, titles[i], NULL, partners[i]);
  document = aj_active_organisations_load (self->base.store, self->editions[0], &error);
  g_assert_no_error (error);
  text = aj_document_to_text (document);
  assert_says (text, "Halt en Politie         1 ");
  assert_says (text, "Bank                    2 ");
  assert_says (text, "Bureau Jeugd            1 ");
  assert_says (text, "Hart en Ziel            1 ");
  assert_says (text, "Wijkteam                2 ");
  assert_says (text, "Ouderenbond             1 ");
  assert_says (text, "Politie                 1 ");
}

/* A kind of which there is one tells where a name ends; any other may be part of a name. */
static void
test_kinds (World *self, gconstpointer data)
{
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_activity (self, 0, self->almelo, "Een", NULL, "Education en Jeugd Kampen en Library");
  document = aj_active_organisations_load (self->base.store, self->editions[0], &error);
  g_assert_no_error (error);
  text = aj_document_to_text (document);
  assert_says (text, "Education en Jeugd Kampen  1 ");
  assert_says (text, "Library                    1 ");
}

/* Who says how many came says that it was held; what was cancelled was not. */
static void
test_held (World *self, gconstpointer data)
{
  const char *held = add_activity (self, 0, self->almelo, "Escape box", NULL, NULL);
  const char *off = add_activity (self, 0, self->almelo, "Lezing", NULL, NULL);
  g_autoptr (AjRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (&self->base, "activity", held, "actual-reach", "80", NULL);
  record = aj_store_load_record (self->base.store, aj_record_type_lookup ("activity"), held,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpstr (aj_record_get_text (record, "state"), ==, "held");
  /* What somebody says all the same stands. */
  fixture_set (&self->base, "activity", held, "state", "accepted", NULL);
  g_assert_cmpstr (aj_record_get_text (record, "state"), ==, "accepted");
  fixture_set (&self->base, "activity", held, "actual-reach", "90", NULL);
  g_assert_cmpstr (aj_record_get_text (record, "state"), ==, "accepted");
  g_clear_object (&record);
  fixture_set (&self->base, "activity", off, "state", "cancelled", NULL);
  fixture_set (&self->base, "activity", off, "actual-reach", "0", NULL);
  record = aj_store_load_record (self->base.store, aj_record_type_lookup ("activity"), off, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (aj_record_get_text (record, "state"), ==, "cancelled");
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/jobs/coverage-report/coverage", test_coverage);
  ADD ("/jobs/coverage-report/absent", test_absent);
  ADD ("/jobs/coverage-report/async", test_async);
  ADD ("/jobs/coverage-report/circle", test_circle);
  ADD ("/jobs/coverage-report/active", test_active);
  ADD ("/jobs/coverage-report/joined", test_joined);
  ADD ("/jobs/coverage-report/kinds", test_kinds);
  ADD ("/jobs/coverage-report/held", test_held);
  return g_test_run ();
}
