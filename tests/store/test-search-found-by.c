/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has no title of its own is found by what it refers to. */
#include "aj-search.h"
#include "store-fixture.h"

#define LIMIT 5

static GPtrArray *
search (AjStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = aj_store_search (store, text, NULL, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (groups);
  return groups;
}

/* "person: Anna, Bart; group: Team+" with + for more. */
static char *
describe (GPtrArray *groups)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const AjSearchGroup *group = groups->pdata[i];

      g_string_append_printf (all, "%s%s: ", i > 0 ? "; " : "", group->type->name);
      for (guint n = 0; n < group->hits->len; n++)
        {
          g_autofree char *title = aj_search_hit_dup_title (group->hits->pdata[n]);

          g_string_append_printf (all, "%s%s", n > 0 ? " | " : "", title);
        }
      g_string_append (all, group->has_more ? "+" : "");
    }
  return g_string_free (all, FALSE);
}

static void
assert_found (AjStore *store, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) groups = search (store, text);
  g_autofree char *found = describe (groups);

  g_test_message ("searched: %s", text);
  g_assert_cmpstr (found, ==, expected);
}

/* Pairs of field and text, then NULL. (transfer full) */
static char *
add (AjStore *store, const char *type, const char *field, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add");
  AjValues *values = aj_edit_add (edit, aj_record_type_lookup (type));
  char *id = g_strdup (aj_values_get_id (values));
  va_list pairs;

  va_start (pairs, field);
  for (; field != NULL; field = va_arg (pairs, const char *))
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  store_commit (edit);
  return id;
}

/* What has no title is found by what it is of and where it is, and follows how those are called; not by people. */
static void
test_found_by (StoreFixture *self, gconstpointer data)
{
  const AjRecordType *town_type = aj_record_type_lookup ("municipality");
  g_autofree char *what = add (self->store, "intervention", "name", "Echt-Nep", NULL);
  g_autofree char *town = add (self->store, "municipality", "name", "Deventer", "code", "GM0150",
                               NULL);
  g_autofree char *bike = add (self->store, "material", "name", "Bakfiets", NULL);
  g_autofree char *person = add_person (self->store, "Anna Bos");
  g_autofree char *rollout = add (self->store, "rollout", "intervention", what, "municipality",
                                  town, NULL);
  g_autofree char *loan = add (self->store, "loan", "material", bike, "municipality", town, "from",
                               "2026-05-04", "until", "2026-05-08", NULL);
  g_autofree char *training = add (self->store, "training", "intervention", what, "municipality",
                                   town, "person", person, NULL);
  g_autofree char *evaluation = add (self->store, "evaluation", "rollout", rollout, "date",
                                     "2026-04-01", NULL);
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("rollout"));

  assert_found (self->store, "echt-nep deventer",
                "rollout: Echt-Nep, Deventer; training: Anna Bos, Echt-Nep;"
                " evaluation: Echt-Nep, Deventer, Wed 1 Apr 2026");
  assert_found (self->store, "bakfiets dev", "loan: Bakfiets, Deventer");
  assert_found (self->store, "anna", "person: Anna Bos");
  aj_query_search (query, "dev echt");
  g_assert_cmpint (aj_store_count (self->store, query, NULL), ==, 1);
  /* Called otherwise, they are found by that, down to the evaluation of the rollout. */
  set_field (self->store, town_type, town, "name", "Daventria");
  assert_found (self->store, "echt deventer", "");
  assert_found (self->store, "echt daventria",
                "rollout: Echt-Nep, Daventria; training: Anna Bos, Echt-Nep;"
                " evaluation: Echt-Nep, Daventria, Wed 1 Apr 2026");
  assert_store_sound (self->store);
  store_undo (self->store, NULL);
  assert_found (self->store, "bakfiets deventer", "loan: Bakfiets, Deventer");
  remove_record (self->store, aj_record_type_lookup ("evaluation"), evaluation);
  remove_record (self->store, aj_record_type_lookup ("rollout"), rollout);
  assert_found (self->store, "echt deventer", "training: Anna Bos, Echt-Nep");
  store_undo (self->store, NULL);
  store_undo (self->store, NULL);
  assert_found (self->store, "echt deventer",
                "rollout: Echt-Nep, Deventer; training: Anna Bos, Echt-Nep;"
                " evaluation: Echt-Nep, Deventer, Wed 1 Apr 2026");
  assert_store_sound (self->store);
}

/* Whatever stands first in one edit. */
static void
test_found_by_later (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *rollout = aj_edit_add (edit, aj_record_type_lookup ("rollout"));
  AjValues *what = aj_edit_add (edit, aj_record_type_lookup ("intervention"));
  AjValues *town = aj_edit_add (edit, aj_record_type_lookup ("municipality"));

  aj_values_set_text (rollout, "intervention", aj_values_get_id (what));
  aj_values_set_text (rollout, "municipality", aj_values_get_id (town));
  aj_values_set_text (what, "name", "HackShield");
  aj_values_set_text (town, "name", "Ede");
  aj_values_set_text (town, "code", "GM0228");
  store_commit (edit);
  assert_found (self->store, "hackshield ede", "rollout: HackShield, Ede");
  assert_store_sound (self->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/search-found-by/follows", test_found_by);
  store_fixture_add ("/store/search-found-by/later", test_found_by_later);
  return g_test_run ();
}
