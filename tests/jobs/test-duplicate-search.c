/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duplicate-search.h"
#include "aj-jobs-fixture.h"
#include "aj-organisation.h"
#include "aj-person.h"

static GArray *
search (Fixture *self, const AjRecordType *type)
{
  Waiter waiter = { NULL };
  g_autoptr (GError) error = NULL;
  GArray *pairs;

  aj_duplicate_search_async (self->store, type, NULL, waiter_ready_cb, &waiter);
  pairs = aj_duplicate_search_finish (self->store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_object_unref (waiter.result);
  return pairs;
}

static void
test_people (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Anna Bos", "mail", "a@x.example",
                                   "phone", "1", NULL);
  const char *second = fixture_add (self, "person", "name", "Bea", "mail", "A@x.example", NULL);
  g_autoptr (GArray) pairs = search (self, &aj_person_record_type);
  const AjDuplicate *pair;

  g_assert_cmpuint (pairs->len, ==, 1);
  pair = &g_array_index (pairs, AjDuplicate, 0);
  g_assert_cmpstr (aj_values_get_id (pair->first), ==, first);
  g_assert_cmpstr (aj_values_get_id (pair->second), ==, second);
  g_assert_cmpint (pair->reason, ==, AJ_DUPLICATE_SAME_MAIL);
}

/* Whoever may wait gets the same. */
static void
test_waiting (Fixture *self, gconstpointer data)
{
  const char *first = fixture_add (self, "person", "name", "Anna Bos", "mail", "a@x.example",
                                   "phone", "1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pairs = NULL;

  fixture_add (self, "person", "name", "Bea", "mail", "A@x.example", NULL);
  pairs = aj_duplicate_search (self->store, &aj_person_record_type, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpstr (aj_values_get_id (g_array_index (pairs, AjDuplicate, 0).first), ==, first);
  aj_store_close (self->store);
  g_assert_null (aj_duplicate_search (self->store, &aj_person_record_type, &error));
  g_assert_nonnull (error);
}

static void
test_none (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) none = search (self, &aj_organisation_record_type);
  g_autoptr (GArray) one = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  fixture_add (self, "organisation", "name", "Politie", "kind", "police", NULL);
  one = search (self, &aj_organisation_record_type);
  g_assert_cmpuint (one->len, ==, 0);
}

/* More than one page is read, and all of it is compared. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *mail = g_strdup_printf ("p%u@x.example", i % 2999);
      AjValues *values = aj_edit_add (edit, &aj_person_record_type);

      aj_values_set_text (values, "name", mail);
      aj_values_set_text (values, "mail", mail);
    }
  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  pairs = search (self, &aj_person_record_type);
  g_assert_cmpuint (pairs->len, ==, 1);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_cancellable_cancel (cancellable);
  aj_duplicate_search_async (self->store, &aj_person_record_type, cancellable, waiter_ready_cb,
                             &waiter);
  g_assert_null (aj_duplicate_search_finish (self->store, waiter_wait (&waiter), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/duplicate-search/" name, Fixture, NULL, fixture_set_up, function,             \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("people", test_people);
  ADD ("waiting", test_waiting);
  ADD ("none", test_none);
  ADD ("many", test_many);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
