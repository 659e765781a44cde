/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-merger.h"
#include "aj-municipality.h"

#define FIRST_DAY (aj_date_new (2027, 1, 1))

/* Three municipalities, with what belongs to one of them. */
typedef struct
{
  Fixture base;
  const char *laren;
  const char *blaricum;
  const char *hilversum;
  const char *organisation;
  const char *contact;
} World;

static void
set_up (World *self, gconstpointer data)
{
  const char *district;

  fixture_set_up (&self->base, data);
  district = fixture_add (&self->base, "district", "name", "Gooi", NULL);
  self->laren = fixture_add (&self->base, "municipality", "name", "Laren", "code", "GM0417",
                             "population", "11000", NULL);
  self->blaricum = fixture_add (&self->base, "municipality", "name", "Blaricum", "code", "GM0376",
                                "population", "12000", "district", district, "school-region",
                                "noord", "latitude", "52.27", "longitude", "5.25", "tile-column",
                                "3", "tile-row", "4", "notes", "Een dorp", NULL);
  self->hilversum = fixture_add (&self->base, "municipality", "name", "Hilversum", "code", "GM0402",
                                 "population", "93000", NULL);
  self->organisation = fixture_add (&self->base, "organisation", "name", "Gemeente Laren", "kind",
                                    "municipality", "municipality", self->laren, NULL);
  self->contact = fixture_add (&self->base, "contact", "date", "2026-01-10", "municipality",
                               self->laren, "summary", "Gebeld", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjRecord *
load (World *self, const char *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  AjRecord *record = aj_store_load_record (self->base.store, aj_record_type_lookup (type), id,
                                           &error);

  g_assert_no_error (error);
  return record;
}

static AjValues *
get_values (World *self, const char *id)
{
  g_autoptr (AjRecord) record = load (self, "municipality", id);

  return aj_values_ref (aj_record_get_values (record));
}

static GPtrArray *
list_known (World *self)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GPtrArray) records = aj_store_fetch (self->base.store, query, NULL);
  GPtrArray *known = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (known, aj_values_ref (aj_record_get_values (records->pdata[i])));
  return known;
}

/* (element-type AjValues): ends with NULL. */
static GPtrArray *
collect (World *self, const char *first, const char *second)
{
  GPtrArray *old = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  g_ptr_array_add (old, get_values (self, first));
  if (second != NULL)
    g_ptr_array_add (old, get_values (self, second));
  return old;
}

static void
commit (World *self, const AjMerger *merger)
{
  g_autoptr (GPtrArray) known = list_known (self);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_merger_check (merger, known, &error));
  g_assert_no_error (error);
  edit = aj_merger_prepare (merger, self->base.store);
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static char *
list_on (World *self, AjDate date)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  aj_query_where_exist_on (query, date);
  records = aj_store_fetch (self->base.store, query, NULL);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s ", aj_record_get_title (records->pdata[i]));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_list_on (World *self, AjDate date, const char *expected)
{
  g_autofree char *names = list_on (self, date);

  g_assert_cmpstr (names, ==, expected);
}

static void
assert_went_into (World *self, const char *id, const char *target)
{
  g_autoptr (AjRecord) record = load (self, "municipality", id);

  g_assert_cmpstr (aj_record_get_text (record, "merged-into"), ==, target);
  g_assert_cmpint (aj_record_get_date (record, "valid-until"), ==,
                   target != NULL ? FIRST_DAY - 1 : AJ_DATE_NONE);
}

/* Whatever was written of an old municipality still says so. */
static void
assert_nothing_moved (World *self)
{
  g_autoptr (AjRecord) organisation = load (self, "organisation", self->organisation);
  g_autoptr (AjRecord) contact = load (self, "contact", self->contact);

  g_assert_cmpstr (aj_record_get_text (organisation, "municipality"), ==, self->laren);
  g_assert_cmpstr (aj_record_get_text (contact, "municipality"), ==, self->laren);
}

static AjValues *
make_new (GPtrArray *old, const char *name, const char *code)
{
  AjValues *fresh = aj_merger_propose (old, NULL);

  aj_values_set_text (fresh, "name", name);
  aj_values_set_text (fresh, "code", code);
  return fresh;
}

static void
test_proposal (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) fresh = aj_merger_propose (old, NULL);

  g_assert_true (aj_values_is_empty (fresh, "name"));
  g_assert_true (aj_values_is_empty (fresh, "code"));
  g_assert_true (aj_values_is_empty (fresh, "notes"));
  g_assert_cmpint (aj_values_get_integer (fresh, "population"), ==, 23000);
  /* Blaricum is the larger. */
  for (guint i = 0; i < 6; i++)
    {
      static const char *const fields[] = { "district",  "school-region", "latitude",
                                            "longitude", "tile-column",   "tile-row" };

      g_assert_false (aj_values_differ (fresh, old->pdata[1], fields[i]));
    }
}

/* A sum of which a part is unknown is none. */
static void
test_proposal_unknown (World *self, gconstpointer data)
{
  const char *bussum = fixture_add (&self->base, "municipality", "name", "Bussum", "code", "GM0381",
                                    NULL);
  g_autoptr (GPtrArray) old = collect (self, self->laren, bussum);
  g_autoptr (GPtrArray) alone = collect (self, bussum, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (AjValues) hilversum = get_values (self, self->hilversum);
  g_autoptr (AjValues) fresh = aj_merger_propose (old, NULL);
  g_autoptr (AjValues) stays = aj_merger_propose (alone, hilversum);
  g_autoptr (AjValues) nothing = aj_merger_propose (none, NULL);

  g_assert_true (aj_values_is_empty (fresh, "population"));
  g_assert_cmpint (aj_values_get_integer (stays, "population"), ==, 93000);
  g_assert_true (aj_values_is_empty (nothing, "population"));
}

static void
test_into_new (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) fresh = make_new (old, "Gooi", "GM2000");
  AjMerger merger = { old, NULL, fresh, FIRST_DAY };
  g_autofree char *label = aj_merger_describe (&merger);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = aj_values_get_id (fresh);

  g_assert_cmpstr (label, ==, "Merge Laren and Blaricum into Gooi on 1 January 2027");
  commit (self, &merger);
  assert_went_into (self, self->laren, id);
  assert_went_into (self, self->blaricum, id);
  assert_nothing_moved (self);
  assert_list_on (self, FIRST_DAY - 1, "Blaricum Hilversum Laren ");
  assert_list_on (self, FIRST_DAY, "Gooi Hilversum ");

  g_assert_true (aj_store_undo (self->base.store, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
  assert_went_into (self, self->laren, NULL);
  assert_went_into (self, self->blaricum, NULL);
  assert_list_on (self, FIRST_DAY, "Blaricum Hilversum Laren ");
  g_assert_cmpint (fixture_count (&self->base, "municipality"), ==, 3);

  g_assert_true (aj_store_redo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  assert_list_on (self, FIRST_DAY, "Gooi Hilversum ");
  assert_went_into (self, self->laren, id);
  assert_nothing_moved (self);
}

static void
test_into_one (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) hilversum = get_values (self, self->hilversum);
  g_autoptr (AjValues) result = aj_merger_propose (old, hilversum);
  AjMerger merger = { old, hilversum, result, FIRST_DAY };
  g_autoptr (AjValues) after = NULL;
  g_autoptr (AjValues) back = NULL;
  g_autoptr (GError) error = NULL;

  commit (self, &merger);
  after = get_values (self, self->hilversum);
  g_assert_cmpint (aj_values_get_integer (after, "population"), ==, 116000);
  g_assert_cmpstr (aj_values_get_text (after, "name"), ==, "Hilversum");
  g_assert_true (aj_values_is_empty (after, "valid-from"));
  assert_went_into (self, self->laren, self->hilversum);
  assert_list_on (self, FIRST_DAY - 1, "Blaricum Hilversum Laren ");
  assert_list_on (self, FIRST_DAY, "Hilversum ");
  assert_nothing_moved (self);

  g_assert_true (aj_store_undo (self->base.store, NULL, &error));
  g_assert_no_error (error);
  back = get_values (self, self->hilversum);
  g_assert_cmpint (aj_values_get_integer (back, "population"), ==, 93000);
  assert_went_into (self, self->laren, NULL);
  g_assert_true (aj_store_redo (self->base.store, NULL, &error));
  assert_went_into (self, self->laren, self->hilversum);
}

static void
assert_refused (World *self, const AjMerger *merger, const char *part)
{
  g_autoptr (GPtrArray) known = list_known (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_merger_check (merger, known, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_refused_choices (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = collect (self, self->laren, NULL);
  g_autoptr (GPtrArray) two = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) laren = get_values (self, self->laren);
  g_autoptr (AjValues) unnamed = make_new (two, NULL, "GM2000");
  g_autoptr (AjValues) uncoded = make_new (two, "Gooi", NULL);
  g_autoptr (AjValues) taken = make_new (two, "Gooi", "GM0402");
  g_autoptr (AjValues) own = make_new (two, "Gooi", "GM0417");
  g_autoptr (AjValues) good = make_new (two, "Gooi", "GM2000");

  assert_refused (self, &(AjMerger){ none, NULL, good, FIRST_DAY }, "Choose which");
  assert_refused (self, &(AjMerger){ one, NULL, good, FIRST_DAY }, "Choose which");
  assert_refused (self, &(AjMerger){ none, laren, laren, FIRST_DAY }, "Choose which");
  assert_refused (self, &(AjMerger){ two, laren, laren, FIRST_DAY }, "into itself");
  assert_refused (self, &(AjMerger){ two, NULL, good, AJ_DATE_NONE }, "which day");
  assert_refused (self, &(AjMerger){ two, NULL, unnamed, FIRST_DAY }, "is called");
  assert_refused (self, &(AjMerger){ two, NULL, uncoded, FIRST_DAY }, "code");
  assert_refused (self, &(AjMerger){ two, NULL, taken, FIRST_DAY }, "that of Hilversum");
  /* The old one keeps its code. */
  assert_refused (self, &(AjMerger){ two, NULL, own, FIRST_DAY }, "that of Laren");
  g_assert_cmpint (fixture_count (&self->base, "municipality"), ==, 3);
}

static void
test_refused_days (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) ended = NULL;
  g_autoptr (AjValues) fresh = NULL;
  g_autoptr (AjValues) hilversum = NULL;
  g_autoptr (GPtrArray) blaricum = collect (self, self->blaricum, NULL);

  fixture_set (&self->base, "municipality", self->laren, "valid-from", "2027-01-01", NULL);
  old = collect (self, self->laren, self->blaricum);
  fresh = make_new (old, "Gooi", "GM2000");
  assert_refused (self, &(AjMerger){ old, NULL, fresh, FIRST_DAY }, "from 1 January 2027 on");
  fixture_set (&self->base, "municipality", self->laren, "valid-from", "", "valid-until",
               "2025-12-31", NULL);
  ended = collect (self, self->laren, self->blaricum);
  assert_refused (self, &(AjMerger){ ended, NULL, fresh, FIRST_DAY }, "ends on 31 December 2025");
  fixture_set (&self->base, "municipality", self->hilversum, "valid-until", "2026-06-30", NULL);
  hilversum = get_values (self, self->hilversum);
  assert_refused (self, &(AjMerger){ blaricum, hilversum, hilversum, FIRST_DAY },
                  "until 30 June 2026 only");
}

static void
test_refused_twice (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) fresh = make_new (old, "Gooi", "GM2000");
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (AjValues) second = NULL;

  commit (self, &(AjMerger){ old, NULL, fresh, FIRST_DAY });
  again = collect (self, self->laren, self->hilversum);
  second = make_new (again, "Groot-Gooi", "GM2001");
  assert_refused (self, &(AjMerger){ again, NULL, second, FIRST_DAY },
                  "already goes into another municipality after 31 December 2026");
}

/* What an imported register told of the end is filled up. */
static void
test_known_end (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (AjValues) fresh = NULL;

  fixture_set (&self->base, "municipality", self->laren, "valid-until", "2026-12-31", NULL);
  old = collect (self, self->laren, self->blaricum);
  fresh = make_new (old, "Gooi", "GM2000");
  commit (self, &(AjMerger){ old, NULL, fresh, FIRST_DAY });
  assert_went_into (self, self->laren, aj_values_get_id (fresh));
}

/* One goes on from one merger into the next. */
static void
test_chain (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) fresh = make_new (old, "Gooi", "GM2000");
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (AjValues) hilversum = get_values (self, self->hilversum);
  g_autoptr (AjValues) result = NULL;

  commit (self, &(AjMerger){ old, NULL, fresh, FIRST_DAY });
  later = collect (self, aj_values_get_id (fresh), NULL);
  result = aj_merger_propose (later, hilversum);
  assert_refused (self, &(AjMerger){ later, hilversum, result, FIRST_DAY }, "later day");
  commit (self, &(AjMerger){ later, hilversum, result, aj_date_new (2030, 1, 1) });
  assert_list_on (self, aj_date_new (2030, 1, 1), "Hilversum ");
  assert_list_on (self, aj_date_new (2028, 1, 1), "Gooi Hilversum ");
}

/* Somebody else changed one of them meanwhile: nothing is half done. */
static void
test_conflict (World *self, gconstpointer data)
{
  g_autoptr (GPtrArray) old = collect (self, self->laren, self->blaricum);
  g_autoptr (AjValues) fresh = make_new (old, "Gooi", "GM2000");
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = aj_merger_prepare (&(AjMerger){ old, NULL, fresh, FIRST_DAY }, self->base.store);
  fixture_set (&self->base, "municipality", self->laren, "valid-until", "2028-12-31", NULL);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  assert_went_into (self, self->blaricum, NULL);
  g_assert_cmpint (fixture_count (&self->base, "municipality"), ==, 3);
}

static void
test_usual_date (World *self, gconstpointer data)
{
  g_assert_cmpint (aj_merger_get_usual_date (aj_date_new (2026, 3, 1)), ==, FIRST_DAY);
  g_assert_cmpint (aj_merger_get_usual_date (aj_date_new (2026, 12, 31)), ==, FIRST_DAY);
  g_assert_cmpint (aj_merger_get_usual_date (aj_date_new (2026, 1, 1)), ==, FIRST_DAY);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/merger/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("proposal", test_proposal);
  ADD ("proposal-unknown", test_proposal_unknown);
  ADD ("into-new", test_into_new);
  ADD ("into-one", test_into_one);
  ADD ("refused-choices", test_refused_choices);
  ADD ("refused-days", test_refused_days);
  ADD ("refused-twice", test_refused_twice);
  ADD ("known-end", test_known_end);
  ADD ("chain", test_chain);
  ADD ("conflict", test_conflict);
  ADD ("usual-date", test_usual_date);
  return g_test_run ();
}
