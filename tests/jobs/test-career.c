/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-career.h"
#include "aj-jobs-fixture.h"
#include "aj-person.h"

#define FIRST_DAY (aj_date_new (2026, 3, 1))

static AjValues *
get_person (Fixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, &aj_person_record_type, id,
                                                      &error);

  g_assert_no_error (error);
  return aj_values_ref (aj_record_get_values (record));
}

static AjValues *
make_next (const AjValues *person, const char *function, const char *organisation)
{
  AjValues *next = aj_values_copy (person);

  aj_values_set_text (next, "function", function);
  aj_values_set_text (next, "organisation", organisation);
  return next;
}

static void
test_change (Fixture *self, gconstpointer data)
{
  const char *police = fixture_add (self, "organisation", "name", "Politie", "kind", "police",
                                    NULL);
  const char *school = fixture_add (self, "organisation", "name", "Saxion", "kind", "education",
                                    NULL);
  const char *id = fixture_add (self, "person", "name", "Anna", "function", "Agent", "organisation",
                                police, "mail", "anna@x.example", NULL);
  g_autoptr (AjValues) person = get_person (self, id);
  g_autoptr (AjValues) next = make_next (person, "Docent", school);
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjValues) after = NULL;
  g_autoptr (AjValues) back = NULL;
  g_autoptr (AjRecord) earlier = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_career_check (person, next, FIRST_DAY, &error));
  edit = aj_career_prepare (self->store, person, next, FIRST_DAY);
  g_assert_cmpstr (aj_edit_get_label (edit), ==, "Anna has another function");
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  after = get_person (self, id);
  g_assert_cmpstr (aj_values_get_text (after, "function"), ==, "Docent");
  g_assert_cmpstr (aj_values_get_text (after, "organisation"), ==, school);
  g_assert_cmpstr (aj_values_get_text (after, "mail"), ==, "anna@x.example");
  earlier = fixture_find (self, "position", "person", id);
  g_assert_cmpstr (aj_record_get_text (earlier, "function"), ==, "Agent");
  g_assert_cmpstr (aj_record_get_text (earlier, "organisation"), ==, police);
  g_assert_null (aj_record_get_text (earlier, "from"));
  g_assert_cmpstr (aj_record_get_text (earlier, "until"), ==, "2026-02-28");

  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  back = get_person (self, id);
  g_assert_cmpstr (aj_values_get_text (back, "function"), ==, "Agent");
  g_assert_cmpint (fixture_count (self, "position"), ==, 0);
}

/* Of who did nothing yet there is nothing to keep. */
static void
test_first (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "person", "name", "Anna", NULL);
  g_autoptr (AjValues) person = get_person (self, id);
  g_autoptr (AjValues) next = make_next (person, "Docent", NULL);
  g_autoptr (AjEdit) edit = aj_career_prepare (self->store, person, next, FIRST_DAY);

  g_assert_true (aj_edit_commit (edit, NULL));
  g_assert_cmpint (fixture_count (self, "position"), ==, 0);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "person", "name", "Anna", "function", "Agent", NULL);
  g_autoptr (AjValues) person = get_person (self, id);
  g_autoptr (AjValues) none = make_next (person, NULL, NULL);
  g_autoptr (AjValues) other = make_next (person, "Docent", NULL);
  const struct
  {
    const AjValues *next;
    AjDate date;
    const char *part;
  } cases[] = {
    { none, FIRST_DAY, "Fill in the new function" },
    { person, FIRST_DAY, "what they do now" },
    { other, AJ_DATE_NONE, "first day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (aj_career_check (person, cases[i].next, cases[i].date, &error));
      g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/career/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("change", test_change);
  ADD ("first", test_first);
  ADD ("refused", test_refused);
  return g_test_run ();
}
