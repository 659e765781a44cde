/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duplicates.h"

#include <stdarg.h>

#include "aj-likeness.h"
#include "aj-organisation.h"
#include "aj-person.h"

static void
test_people (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean alike;
  } cases[] = {
    { "Anna Jansen", "anna jánsen", TRUE },
    { "Jansen, Anna", "Anna Jansen", TRUE },
    { "A. Jansen", "Anna Jansen", TRUE },
    { "P.J. Jansen", "Piet Jansen", TRUE },
    { "Anna M. Jansen", "Anna Jansen", TRUE },
    { "Anna Jansen", "Anna Janssen", TRUE },
    { "Zoë van der Berg", "Berg, Zoe van der", TRUE },
    { "Anna van den Berg", "Anna van den Breg", FALSE }, /* too short to tell */
    { "Anna Bakker", "Anna Baker", TRUE },
    { "Anna Bakker", "Anna Bakkre", TRUE },
    { "Anna Jansen", "Bert Jansen", FALSE },
    { "A. Jansen", "B. Jansen", FALSE },
    { "A. Jansen", "A. Bakker", FALSE },
    { "Jan Jansen", "Jon Jansen", FALSE },
    { "Anna Jansen", "Anna", FALSE },
    { "Meldkamer", "Meldkamers", TRUE },
    { "Team 1 Almelo", "Team 2 Almelo", FALSE },
    { "A", "Anna", FALSE },
    { "", "", FALSE },
    { "", "Anna", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjLikeness) a = aj_likeness_new (cases[i].a);
      g_autoptr (AjLikeness) b = aj_likeness_new (cases[i].b);

      g_test_message ("“%s” and “%s”", cases[i].a, cases[i].b);
      g_assert_cmpint (aj_likeness_people (a, b), ==, cases[i].alike);
      g_assert_cmpint (aj_likeness_people (b, a), ==, cases[i].alike);
    }
}

static void
test_organisations (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean alike;
  } cases[] = {
    { "Gemeente Borne", "Borne", TRUE },
    { "Stichting De Tuin", "De Tuin", TRUE },
    { "Politie Twente", "Twente, politie", TRUE },
    { "Saxion", "Saxoin", TRUE },
    { "Kapitein B.V.", "Kapitein BV", TRUE },
    { "Gemeente Almelo", "Gemeente Almere", FALSE },
    { "Basisteam 1 Twente", "Basisteam 2 Twente", FALSE },
    { "Bibliotheek Borne", "Gemeente Borne", FALSE },
    { "Gemeente", "Stichting", FALSE },
    { "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjLikeness) a = aj_likeness_new (cases[i].a);
      g_autoptr (AjLikeness) b = aj_likeness_new (cases[i].b);

      g_test_message ("“%s” and “%s”", cases[i].a, cases[i].b);
      g_assert_cmpint (aj_likeness_organisations (a, b), ==, cases[i].alike);
      g_assert_cmpint (aj_likeness_organisations (b, a), ==, cases[i].alike);
    }
}

/* Pairs of field and text, then NULL. */
static AjValues *
add (GPtrArray *records, const AjRecordType *type, const char *id, ...)
{
  AjValues *values = aj_values_new (type, id);
  const char *field;
  va_list pairs;

  va_start (pairs, id);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const char *text = va_arg (pairs, const char *);

      if (g_str_equal (field, "role-mailbox"))
        aj_values_set_boolean (values, field, TRUE);
      else
        aj_values_set_text (values, field, text);
    }
  va_end (pairs);
  g_ptr_array_add (records, values);
  return values;
}

static void
assert_pair (GArray *found, guint index, const char *a, const char *b, AjDuplicateReason reason)
{
  const AjDuplicate *pair = &g_array_index (found, AjDuplicate, index);

  g_assert_cmpstr (aj_values_get_id (pair->first), ==, a);
  g_assert_cmpstr (aj_values_get_id (pair->second), ==, b);
  g_assert_cmpint (pair->reason, ==, reason);
}

static void
test_find_people (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  const AjRecordType *type = &aj_person_record_type;
  g_autoptr (GArray) found = NULL;

  /* The same address, whatever the names; the fuller one comes first. */
  add (records, type, "1", "name", "Anna", "mail", "A@x.example", NULL);
  add (records, type, "2", "name", "Bert", "mail", "a@X.example", "phone", "1", NULL);
  /* A like name, and the same. */
  add (records, type, "3", "name", "Chris Bakker", "organisation", "o", NULL);
  add (records, type, "4", "name", "C. Bakker", "organisation", "o", NULL);
  add (records, type, "5", "name", "bakker, chris", "organisation", "o", NULL);
  add (records, type, "6", "name", "Chris Bakker", "organisation", "p", NULL);
  /* Two mailboxes of the same name. */
  add (records, type, "7", "name", "Info", "mail", "a@y.example", "role-mailbox", "",
       "organisation", "q", NULL);
  add (records, type, "8", "name", "Info", "mail", "b@y.example", "role-mailbox", "",
       "organisation", "q", NULL);
  /* Who came after whom. */
  add (records, type, "9", "name", "Dirk Smit", "successor", "10", "organisation", "r", NULL);
  add (records, type, "10", "name", "D. Smit", "organisation", "r", NULL);
  found = aj_duplicates_find (records);
  g_assert_cmpuint (found->len, ==, 4);
  assert_pair (found, 0, "2", "1", AJ_DUPLICATE_SAME_MAIL);
  assert_pair (found, 1, "3", "5", AJ_DUPLICATE_SAME_NAME);
  assert_pair (found, 2, "4", "5", AJ_DUPLICATE_LIKE_NAME);
  assert_pair (found, 3, "3", "4", AJ_DUPLICATE_LIKE_NAME);
}

static void
test_find_organisations (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  const AjRecordType *type = &aj_organisation_record_type;
  g_autoptr (GArray) found = NULL;

  add (records, type, "1", "name", "Gemeente Borne", "kind", "municipality", NULL);
  add (records, type, "2", "name", "Borne", "kind", "municipality", NULL);
  add (records, type, "3", "name", "Borne", "kind", "library", NULL);
  add (records, type, "4", "name", "Wijkteam", "kind", "police", "municipality", "x", NULL);
  add (records, type, "5", "name", "Wijkteam", "kind", "police", "municipality", "y", NULL);
  found = aj_duplicates_find (records);
  g_assert_cmpuint (found->len, ==, 1);
  assert_pair (found, 0, "1", "2", AJ_DUPLICATE_LIKE_NAME);
}

/* What somebody said once is remembered, also of who was merged since; who was forgotten is nobody's double. */
static void
test_kept_apart (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  const AjRecordType *type = &aj_person_record_type;
  g_autoptr (GArray) found = NULL;

  add (records, type, "1", "name", "Anna Bos", "organisation", "o", "distinct-from", "x 2 8", NULL);
  add (records, type, "2", "name", "Anna Bos", "organisation", "o", NULL);
  add (records, type, "3", "name", "Anna Bos", "organisation", "p", NULL);
  add (records, type, "4", "name", "Anna Bos", "organisation", "p", "distinct-from", "3", NULL);
  add (records, type, "5", "name", "Anna Bos", "organisation", "q", "distinct-from", "8", NULL);
  add (records, type, "6", "name", "Anna Bos", "organisation", "q", "merged-from", "7 8", NULL);
  add (records, type, "9", "name", "Forgotten", "organisation", "r", "forgotten-on", "2026-01-01",
       NULL);
  add (records, type, "10", "name", "Forgotten", "organisation", "r", "forgotten-on", "2026-01-01",
       NULL);
  found = aj_duplicates_find (records);
  g_assert_cmpuint (found->len, ==, 0);
  /* Part of an id is none. */
  add (records, type, "11", "name", "Anna Bos", "organisation", "s", "distinct-from", "121", NULL);
  add (records, type, "12", "name", "Anna Bos", "organisation", "s", NULL);
  g_array_unref (found);
  found = aj_duplicates_find (records);
  g_assert_cmpuint (found->len, ==, 1);
  assert_pair (found, 0, "11", "12", AJ_DUPLICATE_SAME_NAME);
}

/* Thousands at one organisation: those of the same name are found all the same. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Naam%u Jansen", i % 4999);
      g_autofree char *id = g_strdup_printf ("%u", i);

      add (records, &aj_person_record_type, id, "name", name, NULL);
    }
  found = aj_duplicates_find (records);
  g_assert_cmpuint (found->len, ==, 1);
  assert_pair (found, 0, "0", "4999", AJ_DUPLICATE_SAME_NAME);
  g_ptr_array_set_size (records, 0);
  g_array_unref (found);
  found = aj_duplicates_find (records);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/people", test_people);
  g_test_add_func ("/duplicates/organisations", test_organisations);
  g_test_add_func ("/duplicates/find-people", test_find_people);
  g_test_add_func ("/duplicates/find-organisations", test_find_organisations);
  g_test_add_func ("/duplicates/kept-apart", test_kept_apart);
  g_test_add_func ("/duplicates/many", test_many);
  return g_test_run ();
}
