/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-jobs-fixture.h"
#include "aj-municipality-mail.h"
#include "aj-municipality.h"

#define TODAY (aj_date_new (2026, 1, 15))

static const char *
add_municipality (Fixture *self, const char *name, const char *district)
{
  g_autofree char *code = g_strdup_printf ("GM%s", name);

  return fixture_add (self, "municipality", "name", name, "code", code, "district", district, NULL);
}

static const char *
add_hall (Fixture *self, const char *municipality, const char *district, const char *mail)
{
  return fixture_add (self, "organisation", "name", "Gemeente", "kind", "municipality",
                      "municipality", municipality, "district", district, "mail", mail, NULL);
}

static void
add_person (Fixture *self,
            const char *name,
            const char *organisation,
            const char *mail,
            const char *left_on)
{
  fixture_add (self, "person", "name", name, "organisation", organisation, "mail", mail, "left-on",
               left_on, NULL);
}

/* All municipalities, by name. */
static GPtrArray *
list_all (Fixture *self)
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

static void
assert_mail (const AjGroupMail *mail, const char *addresses, const char *without)
{
  g_autofree char *found = g_strjoinv (" ", mail->addresses);
  g_autofree char *missing = g_strjoinv (" ", mail->without);

  g_assert_cmpstr (found, ==, addresses);
  g_assert_cmpstr (missing, ==, without);
}

static void
fill (Fixture *self)
{
  const char *twente = fixture_add (self, "district", "name", "Twente", NULL);
  const char *almelo = add_municipality (self, "Almelo", twente);
  const char *borne = add_municipality (self, "Borne", twente);
  const char *epe = add_municipality (self, "Epe", NULL);
  const char *hall = add_hall (self, almelo, NULL, "info@almelo.example");

  add_municipality (self, "Dinkelland", twente);
  add_municipality (self, "Ede", NULL);
  /* People come before the mailbox, except who left or has nothing to be written to. */
  add_person (self, "Anna", hall, "jan@almelo.example", NULL);
  add_person (self, "Bert", hall, "JAN@almelo.example", NULL);
  add_person (self, "Carla", hall, "gone@almelo.example", "2026-01-14");
  add_person (self, "Dirk", hall, "last-day@almelo.example", "2026-01-15");
  add_hall (self, borne, twente, "info@borne.example");
  /* One for all of the district, of whom only Dinkelland has nobody of its own. */
  add_hall (self, NULL, twente, "all@twente.example");
  /* Who is in the municipality, but not of it, is not written to. */
  fixture_add (self, "organisation", "name", "School", "kind", "education", "municipality", epe,
               "mail", "school@epe.example", NULL);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (AjGroupMail) mail = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  all = list_all (self);
  mail = aj_municipality_mail_load (self->store, all, NULL, TODAY, &error);
  g_assert_no_error (error);
  assert_mail (mail,
               "jan@almelo.example last-day@almelo.example info@borne.example all@twente.example",
               "Ede Epe");
}

/* Who was chosen comes before everybody, unless they left; they need not be of the municipality. */
static void
test_contact (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Carla", "Eva" };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) contacts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AjGroupMail) mail = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  add_person (self, "Eva", NULL, "eva@home.example", NULL);
  all = list_all (self);
  g_ptr_array_set_size (all, 2);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_ptr_array_add (people, fixture_find (self, "person", "name", names[i]));
      g_hash_table_insert (contacts, (char *) aj_values_get_id (all->pdata[i]),
                           (char *) aj_record_get_id (people->pdata[i]));
    }
  mail = aj_municipality_mail_load (self->store, all, contacts, TODAY, &error);
  g_assert_no_error (error);
  assert_mail (mail, "jan@almelo.example last-day@almelo.example eva@home.example", "");
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (AjGroupMail) mail = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  fill (self);
  all = list_all (self);
  g_ptr_array_set_size (all, 2);
  aj_municipality_mail_load_async (self->store, all, NULL, TODAY, NULL, waiter_ready_cb, &waiter);
  mail = aj_municipality_mail_load_finish (self->store, waiter_wait (&waiter), &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  assert_mail (mail, "jan@almelo.example last-day@almelo.example info@borne.example", "");
}

/* Whoever is still of a municipality that went into another one is written to with that one. */
static void
test_merged (Fixture *self, gconstpointer data)
{
  const char *old = add_municipality (self, "Oud", NULL);
  const char *heir = add_municipality (self, "Nieuw", NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (AjGroupMail) before = NULL;
  g_autoptr (AjGroupMail) after = NULL;
  g_autoptr (GError) error = NULL;

  add_hall (self, old, NULL, "info@oud.example");
  fixture_set (self, "municipality", old, "valid-until", "2026-01-14", "merged-into", heir, NULL);
  all = list_all (self);
  g_ptr_array_set_size (all, 1);
  g_assert_cmpstr (aj_values_get_id (all->pdata[0]), ==, heir);
  before = aj_municipality_mail_load (self->store, all, NULL, TODAY - 1, &error);
  g_assert_no_error (error);
  assert_mail (before, "", "Nieuw");
  after = aj_municipality_mail_load (self->store, all, NULL, TODAY, &error);
  g_assert_no_error (error);
  assert_mail (after, "info@oud.example", "");
}

/* Of a municipality that is over, on a map of an earlier day, who came after it is written to as well. */
static void
test_over (Fixture *self, gconstpointer data)
{
  const char *old = add_municipality (self, "Oud", NULL);
  const char *heir = add_municipality (self, "Nieuw", NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (AjGroupMail) mail = NULL;
  g_autoptr (GError) error = NULL;

  add_hall (self, heir, NULL, "info@nieuw.example");
  fixture_set (self, "municipality", old, "valid-until", "2026-01-14", "merged-into", heir, NULL);
  all = list_all (self);
  g_ptr_array_remove_index (all, 0);
  g_assert_cmpstr (aj_values_get_id (all->pdata[0]), ==, old);
  mail = aj_municipality_mail_load (self->store, all, NULL, TODAY, &error);
  g_assert_no_error (error);
  assert_mail (mail, "info@nieuw.example", "");
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (AjGroupMail) mail = NULL;
  g_autoptr (GError) error = NULL;

  mail = aj_municipality_mail_load (self->store, none, NULL, TODAY, &error);
  g_assert_no_error (error);
  assert_mail (mail, "", "");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/municipality-mail/" name, Fixture, NULL, fixture_set_up, function,                 \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("async", test_async);
  ADD ("contact", test_contact);
  ADD ("merged", test_merged);
  ADD ("over", test_over);
  ADD ("nobody", test_nobody);
  return g_test_run ();
}
