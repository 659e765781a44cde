/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forget-world.h"

#include <locale.h>

#include "aj-contact.h"
#include "aj-organisation.h"
#include "aj-person.h"

#define N_STATES 60
#define N_PEOPLE 100

/* Somebody whose notes were written anew again and again: more of them than one pattern can hold. */
static void
test_many_states (StoreFixture *self, gconstpointer data)
{
  static const char *const traces[] = { "Sjoukje", "Hoekstra", "quilten met", NULL };
  g_autofree char *person = forget_add_record (self->store, &aj_person_record_type, "New person",
                                               "name", "Sjoukje Hoekstra", NULL);
  g_autofree char *organisation = forget_add_record (self->store, &aj_organisation_record_type,
                                                     "New", "name", "Bieb", "kind", "library",
                                                     NULL);
  g_autofree char *contact = NULL;

  for (guint i = 0; i < N_STATES; i++)
    {
      g_autofree char *notes = g_strdup_printf (
          "Houdt van quilten met tante nummer %03u, en van lange wandelingen in het bos bij "
          "de rivier van toen, zegt ze.",
          i);

      set_field (self->store, &aj_person_record_type, person, "notes", notes);
    }
  contact = forget_add_record (self->store, &aj_contact_record_type,
                               "Contact with Sjoukje Hoekstra", "organisation", organisation,
                               "date", "2026-01-12", "way", "phone", "summary",
                               "Sjoukje Hoekstra gebeld", NULL);
  set_field (self->store, &aj_contact_record_type, contact, "summary", "SJOUKJE HOEKSTRA gemaild");
  g_assert_nonnull (forget_find_trace (self->path, traces));
  forget_now (self->store, person);
  g_assert_cmpstr (forget_find_trace (self->path, traces), ==, NULL);
  assert_stored (self->store, &aj_contact_record_type, contact, "summary", "[…] gemaild");
  assert_store_sound (self->store);
}

/* (transfer full): the ids of so many people (ending with NULL), and in @others those of as many organisations, each with
 * one of them in its notes. */
static GPtrArray *
add_people (StoreFixture *self, GPtrArray *others)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Many");
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      AjValues *person = aj_edit_add (edit, &aj_person_record_type);
      AjValues *other = aj_edit_add (edit, &aj_organisation_record_type);
      g_autofree char *name = g_strdup_printf ("Persoon Nummer%04u", i);
      g_autofree char *mail = g_strdup_printf ("persoon%04u@gemeente.example", i);
      g_autofree char *mobile = g_strdup_printf ("06-7%07u", i);
      g_autofree char *title = g_strdup_printf ("Organisation %u", i);
      g_autofree char *notes = g_strdup_printf ("%s,\n%s of 00316 7%07u", name, mail, i);

      aj_values_set_text (person, "name", name);
      aj_values_set_text (person, "mail", mail);
      aj_values_set_text (person, "mobile", mobile);
      aj_values_set_text (other, "name", title);
      aj_values_set_text (other, "kind", "library");
      aj_values_set_text (other, "notes", notes);
      g_ptr_array_add (ids, g_strdup (aj_values_get_id (person)));
      g_ptr_array_add (others, g_strdup (aj_values_get_id (other)));
    }
  g_ptr_array_add (ids, NULL);
  store_commit (edit);
  return ids;
}

static void
test_many_people (StoreFixture *self, gconstpointer data)
{
  static const char *const traces[] = { "Persoon Nummer", "@gemeente.example", "06-70000",
                                        "00316 70000", NULL };
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) people = add_people (self, others);
  const char *const *ids = (const char *const *) people->pdata;
  AjForgetting what = { &aj_person_record_type, ids,  FORGET_NEUTRAL,
                        "Forgot 100 people",    NULL, AJ_FORGET_DEFAULT };
  g_autoptr (GPtrArray) mentions = NULL;
  g_autoptr (GError) error = NULL;

  mentions = aj_store_find_mentions (self->store, &aj_person_record_type, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mentions->len, ==, N_PEOPLE);
  g_assert_nonnull (forget_find_trace (self->path, traces));
  g_assert_true (aj_store_forget (self->store, &what, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (forget_find_trace (self->path, traces), ==, NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    assert_stored (self->store, &aj_organisation_record_type, others->pdata[i], "notes",
                   "[…],\n[…] of […]");
  assert_store_sound (self->store);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  store_fixture_add ("/forget/many-states", test_many_states);
  store_fixture_add ("/forget/many-people", test_many_people);
  return g_test_run ();
}
