/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-district.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "store-fixture.h"

#define PERSON (&aj_person_record_type)

/* The sanitizers make everything slow; what they look for is the same in fewer. */
#ifdef __SANITIZE_ADDRESS__
#define N_LARGE 10000
#else
#define N_LARGE 100000
#endif

typedef struct
{
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
  guint n_items; /* as the signals say */
  GString *log;  /* "position-removed+added" of each */
} Watch;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  watch->n_signals++;
  watch->n_removed += removed;
  watch->n_added += added;
  watch->n_items += added - removed;
  g_string_append_printf (watch->log, "%u-%u+%u ", position, removed, added);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, watch->n_items);
}

static void
watch_set_up (Watch *watch, AjList *list)
{
  watch->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  watch->log = g_string_new (NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), watch);
}

static void
watch_reset (Watch *watch)
{
  watch->n_signals = watch->n_removed = watch->n_added = 0;
  g_string_truncate (watch->log, 0);
}

static void
watch_clear (Watch *watch, AjList *list)
{
  g_signal_handlers_disconnect_by_data (list, watch);
  g_string_free (watch->log, TRUE);
}

/* "Person 000" and so on; their ids are UUIDs unless @plain. */
static void
add_people (AjStore *store, guint n, gboolean plain)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add people");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %06u", i);
      g_autofree char *id = plain ? g_strdup_printf ("p%u", i) : g_uuid_string_random ();

      aj_values_set_text (aj_edit_add_with_id (edit, PERSON, id), "name", name);
    }
  store_commit (edit);
}

static AjList *
make_list (AjStore *store, const char *search)
{
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  AjList *list;

  aj_query_search (query, search);
  list = aj_list_new (store, query);
  g_assert_true (aj_list_is_loading (list));
  assert_eventually (!aj_list_is_loading (list));
  g_assert_null (aj_list_get_error (list));
  return list;
}

static char *
dup_name (AjList *list, guint position)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (record);
  assert_eventually (aj_record_is_loaded (record));
  return g_strdup (aj_record_get_title (record));
}

static void
assert_name (AjList *list, guint position, const char *expected)
{
  g_autofree char *name = dup_name (list, position);

  g_assert_cmpstr (name, ==, expected);
}

static char *
dup_id (AjList *list, guint position)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (list), position);

  return g_strdup (aj_record_get_id (record));
}

static void
test_fills (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  g_autoptr (AjRecord) first = NULL;
  g_autoptr (AjRecord) again = NULL;

  add_people (self->store, 10, FALSE);
  list = make_list (self->store, NULL);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == AJ_TYPE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  /* The first page is there at once. */
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (aj_record_is_loaded (first));
  g_assert_cmpstr (aj_record_get_title (first), ==, "Person 000000");
  g_assert_true (AJ_IS_PERSON (first));
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);
  g_assert_cmpuint (aj_list_find (list, aj_record_get_id (first)), ==, 0);
  g_assert_cmpuint (aj_list_find (list, "nobody"), ==, G_MAXUINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 10));
  g_assert_finalize_object (g_steal_pointer (&list));
}

static void
test_two_lists (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) all = NULL;
  g_autoptr (AjList) found = NULL;
  g_autoptr (AjRecord) a = NULL;
  g_autoptr (AjRecord) b = NULL;

  add_people (self->store, 10, FALSE);
  all = make_list (self->store, NULL);
  found = make_list (self->store, "000007");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 1);
  a = g_list_model_get_item (G_LIST_MODEL (all), 7);
  b = g_list_model_get_item (G_LIST_MODEL (found), 0);
  g_assert_true (a == b);
}

static void
rename_person (AjStore *store, const char *id, const char *name)
{
  set_field (store, PERSON, id, "name", name);
}

static void
test_follows (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  g_autofree char *third = NULL;
  g_autofree char *added = NULL;
  g_autoptr (AjRecord) selected = NULL;
  g_autoptr (AjRecord) found = NULL;
  Watch watch = { 0 };

  add_people (self->store, 10, FALSE);
  list = make_list (self->store, NULL);
  watch_set_up (&watch, list);
  third = dup_id (list, 3);

  /* A change that neither orders nor filters moves nothing. */
  set_field (self->store, PERSON, third, "phone", "038-1234567");
  added = add_group (self->store, "Expert team");
  g_free (added);
  added = add_person (self->store, "Person 000004a");
  assert_eventually (watch.n_signals > 0);
  g_assert_cmpstr (watch.log->str, ==, "5-0+1 ");
  watch_reset (&watch);

  remove_record (self->store, PERSON, added);
  assert_eventually (watch.n_signals > 0);
  g_assert_cmpstr (watch.log->str, ==, "5-1+0 ");
  watch_reset (&watch);

  store_undo (self->store, NULL);
  assert_eventually (watch.n_signals > 0);
  g_assert_cmpstr (watch.log->str, ==, "5-0+1 ");
  watch_reset (&watch);

  /* A move is one signal over the stretch, in which the object comes back: by that a selection knows it again. */
  selected = g_list_model_get_item (G_LIST_MODEL (list), 3);
  rename_person (self->store, third, "Person 000006a");
  assert_eventually (watch.n_signals > 0);
  g_assert_cmpstr (watch.log->str, ==, "3-5+5 ");
  g_assert_cmpuint (aj_list_find (list, third), ==, 7);
  found = g_list_model_get_item (G_LIST_MODEL (list), 7);
  g_assert_true (found == selected);
  watch_clear (&watch, list);
}

/* A record comes and goes as what it refers to moves. */
static void
test_follows_paths (StoreFixture *self, gconstpointer data)
{
  static const char *const paths[] = { "organisation.district", NULL };
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *district = aj_edit_add (edit, &aj_district_record_type);
  AjValues *organisation = aj_edit_add (edit, &aj_organisation_record_type);
  AjValues *person = aj_edit_add (edit, PERSON);
  g_autofree char *district_id = g_strdup (aj_values_get_id (district));
  g_autofree char *organisation_id = g_strdup (aj_values_get_id (organisation));
  g_autoptr (AjList) list = NULL;

  aj_values_set_text (district, "name", "Twente");
  aj_values_set_text (organisation, "name", "Politie");
  aj_values_set_text (organisation, "kind", "police");
  aj_values_set_text (person, "name", "Anna");
  aj_values_set_text (person, "organisation", organisation_id);
  store_commit (edit);
  aj_query_where_leads_to (query, paths, district_id);
  list = aj_list_new (self->store, query);
  assert_eventually (!aj_list_is_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  set_field (self->store, &aj_organisation_record_type, organisation_id, "district", district_id);
  assert_eventually (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1);
  set_field (self->store, &aj_organisation_record_type, organisation_id, "district", "");
  assert_eventually (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
}

/* Several commits before the list gets to it are one question; changes far apart are told apart. */
static void
test_minimal (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  g_autofree char *second = NULL;
  g_autofree char *eighth = NULL;
  g_autofree char *added = NULL;
  g_autoptr (AjRecord) fifth = NULL;
  g_autoptr (AjRecord) still = NULL;
  Watch watch = { 0 };

  add_people (self->store, 10, FALSE);
  list = make_list (self->store, NULL);
  fifth = g_list_model_get_item (G_LIST_MODEL (list), 5);
  second = dup_id (list, 2);
  eighth = dup_id (list, 8);
  watch_set_up (&watch, list);
  remove_record (self->store, PERSON, second);
  remove_record (self->store, PERSON, eighth);
  added = add_person (self->store, "Zoë");
  assert_eventually (watch.n_signals == 3);
  g_assert_cmpstr (watch.log->str, ==, "10-0+1 8-1+0 2-1+0 ");
  still = g_list_model_get_item (G_LIST_MODEL (list), 4);
  g_assert_true (fifth == still);
  watch_clear (&watch, list);
}

static void
count_cb (gpointer source, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_late_answers (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  Watch watch = { 0 };
  guint n_loading = 0;

  add_people (self->store, 300, FALSE);
  list = make_list (self->store, NULL);
  watch_set_up (&watch, list);
  g_signal_connect (list, "notify::loading", G_CALLBACK (count_cb), &n_loading);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%06u", i);
      g_autoptr (AjQuery) query = aj_query_new (PERSON);

      aj_query_search (query, text);
      aj_list_set_query (list, query);
      g_assert_true (aj_list_get_query (list) == query);
    }
  assert_eventually (!aj_list_is_loading (list));
  g_assert_cmpuint (n_loading, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_name (list, 0, "Person 000019");
  /* Only the answer to the last question showed. */
  g_assert_cmpuint (watch.n_signals, <=, 2);
  watch_clear (&watch, list);
}

static void
test_other_type (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_group_record_type);
  g_autoptr (AjList) list = NULL;

  g_free (add_group (self->store, "Expert team"));
  add_people (self->store, 3, FALSE);
  list = make_list (self->store, NULL);
  aj_list_set_query (list, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  assert_eventually (!aj_list_is_loading (list));
  assert_name (list, 0, "Expert team");
  aj_list_set_query (list, NULL);
  g_assert_false (aj_list_is_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  aj_list_set_query (list, query);
  assert_eventually (!aj_list_is_loading (list));
  assert_name (list, 0, "Expert team");
}

/* Ids of any form, also when the first of them comes late. */
static void
test_plain_ids (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  Watch watch = { 0 };

  add_people (self->store, 5, FALSE);
  list = make_list (self->store, NULL);
  watch_set_up (&watch, list);
  add_people (self->store, 5, TRUE);
  assert_eventually (watch.n_items == 10);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = dup_id (list, i);

      g_assert_cmpuint (aj_list_find (list, id), ==, i);
    }
  assert_name (list, 9, "Person 000004");
  watch_clear (&watch, list);
}

static void
test_error (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  g_autoptr (AjQuery) query = aj_query_new (PERSON);

  add_people (self->store, 5, FALSE);
  list = make_list (self->store, NULL);
  aj_store_close (self->store);
  aj_list_set_query (list, query);
  g_assert_true (aj_list_is_loading (list));
  assert_eventually (!aj_list_is_loading (list));
  g_assert_nonnull (aj_list_get_error (list));
  g_clear_object (&list);
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

/* A list that goes while it is being answered, with rows that are loading. */
static void
test_gone (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (PERSON);
  AjList *list;

  add_people (self->store, 300, FALSE);
  list = aj_list_new (self->store, query);
  g_assert_finalize_object (list);
  list = make_list (self->store, NULL);
  for (guint i = 0; i < 300; i += 10)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  g_assert_finalize_object (list);
  list = make_list (self->store, NULL);
  for (guint i = 0; i < 300; i += 10)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (list);
}

/* What another window removes while the page that has it is on its way. */
static void
test_page_of_the_gone (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjStore) other = store_open_again (self, "Bart");
  g_autoptr (AjList) list = NULL;
  g_autoptr (AjRecord) record = NULL;
  g_autofree char *id = NULL;

  add_people (self->store, 200, FALSE);
  list = make_list (self->store, NULL);
  id = dup_id (list, 150);
  remove_record (other, PERSON, id);
  record = g_list_model_get_item (G_LIST_MODEL (list), 150);
  g_assert_false (aj_record_is_loaded (record));
  assert_eventually (g_list_model_get_n_items (G_LIST_MODEL (list)) == 199);
  g_assert_false (aj_record_is_loaded (record));
  g_assert_true (aj_record_is_removed (record));
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
test_large (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjList) list = NULL;
  g_autoptr (AjRecord) far = NULL;
  g_autoptr (AjRecord) next = NULL;
  g_autofree char *id = NULL;
  Watch watch = { 0 };
  gint64 start = g_get_monotonic_time ();
  guint n = N_LARGE;

  add_people (self->store, n, FALSE);
  g_test_message ("%u added in %.0f ms", n, (double) (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  list = make_list (self->store, NULL);
  g_test_message ("listed in %.0f ms", (double) (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);

  /* A page comes as a whole. */
  far = g_list_model_get_item (G_LIST_MODEL (list), 7777);
  g_assert_false (aj_record_is_loaded (far));
  assert_eventually (aj_record_is_loaded (far));
  g_assert_cmpstr (aj_record_get_title (far), ==, "Person 007777");
  next = g_list_model_get_item (G_LIST_MODEL (list), 7778);
  g_assert_true (aj_record_is_loaded (next));

  watch_set_up (&watch, list);
  id = dup_id (list, 5000);
  remove_record (self->store, PERSON, id);
  assert_eventually (watch.n_signals == 1);
  g_assert_cmpstr (watch.log->str, ==, "5000-1+0 ");
  watch_clear (&watch, list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/list/fills", test_fills);
  store_fixture_add ("/store/list/two-lists", test_two_lists);
  store_fixture_add ("/store/list/follows", test_follows);
  store_fixture_add ("/store/list/follows-paths", test_follows_paths);
  store_fixture_add ("/store/list/minimal", test_minimal);
  store_fixture_add ("/store/list/late-answers", test_late_answers);
  store_fixture_add ("/store/list/other-type", test_other_type);
  store_fixture_add ("/store/list/plain-ids", test_plain_ids);
  store_fixture_add ("/store/list/error", test_error);
  store_fixture_add ("/store/list/gone", test_gone);
  store_fixture_add ("/store/list/page-of-the-gone", test_page_of_the_gone);
  store_fixture_add ("/store/list/large", test_large);
  return g_test_run ();
}
