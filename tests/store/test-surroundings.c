/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record with all that has to do with it, now and in the past. */
#include "aj-contact.h"
#include "aj-group.h"
#include "aj-latest.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-seat.h"
#include "aj-surroundings.h"
#include "store-fixture.h"

#define PERSON     (&aj_person_record_type)
#define MEMBERSHIP (&aj_membership_record_type)
#define CONTACT    (&aj_contact_record_type)

static char *
add_record (AjStore *store, const AjRecordType *type, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  char *id = g_strdup (aj_values_get_id (values));
  const char *field;
  va_list pairs;

  va_start (pairs, type);
  while ((field = va_arg (pairs, const char *)) != NULL)
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  store_commit (edit);
  return id;
}

static AjSurroundings *
read_around (StoreFixture *self, const char *person)
{
  g_autoptr (GError) error = NULL;
  AjSurroundings *around = aj_store_read_surroundings (self->store, PERSON, person,
                                                       AJ_SURROUNDINGS_HISTORY, &error);

  g_assert_no_error (error);
  return around;
}

static void
assert_described (AjSurroundings *around,
                  const AjRecordType *type,
                  const char *field,
                  guint index,
                  const char *expected)
{
  GPtrArray *found = aj_surroundings_list (around, type, field);
  g_autofree char *text = NULL;

  g_assert_cmpuint (found->len, >, index);
  text = aj_surroundings_describe (around, found->pdata[index]);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_displayed (AjSurroundings *around,
                  const AjValues *values,
                  const char *field,
                  const char *expected)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autofree char *text = aj_surroundings_display (around, values,
                                                   aj_record_type_get_field (type, field, NULL));

  g_assert_cmpstr (text, ==, expected);
}

/* Each is called by name, also what has none of its own, and what that refers to. */
static void
test_names (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *halt = add_record (self->store, &aj_organisation_record_type, "name", "Halt",
                                      "kind", "support", NULL);
  g_autofree char *seat = add_record (self->store, &aj_seat_record_type, "group", group,
                                      "organisation", halt, NULL);
  g_autofree char *deputy = add_person (self->store, "Bea");
  g_autofree char *person = add_record (self->store, PERSON, "name", "Anna", "deputy", deputy,
                                        "organisation", halt, NULL);
  g_autofree char *meeting = add_meeting (self->store, group, NULL, "2026-03-12T10:00");
  g_autoptr (AjSurroundings) around = NULL;
  GPtrArray *memberships;

  g_free (add_record (self->store, MEMBERSHIP, "group", group, "person", person, "seat", seat,
                      "from", "2025-01-01", NULL));
  g_free (add_record (self->store, MEMBERSHIP, "group", group, "person", deputy, NULL));
  g_free (add_record (self->store, CONTACT, "person", person, "date", "2026-01-12", "summary",
                      "Called", NULL));
  set_field (self->store, &aj_meeting_record_type, meeting, "chair", person);
  around = read_around (self, person);
  memberships = aj_surroundings_list (around, MEMBERSHIP, "person");
  g_assert_cmpuint (memberships->len, ==, 1);
  assert_described (around, MEMBERSHIP, "person", 0, "Expert team");
  assert_described (around, CONTACT, "person", 0, "Mon 12 Jan 2026");
  assert_described (around, &aj_meeting_record_type, "chair", 0,
                    "Expert team, Thu 12 Mar 2026, 10:00");
  assert_displayed (around, memberships->pdata[0], "seat", "Halt, Expert team");
  assert_displayed (around, memberships->pdata[0], "role", "Member");
  assert_displayed (around, memberships->pdata[0], "until", "");
  assert_displayed (around, aj_surroundings_get_record (around), "deputy", "Bea");
  g_assert_null (aj_surroundings_look_up (around, PERSON, "nobody"));
  g_assert_nonnull (aj_surroundings_look_up (around, &aj_organisation_record_type, halt));
}

static guint
count_changes (AjSurroundings *around, const AjRecordType *type)
{
  GPtrArray *entries = aj_surroundings_get_history (around);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const AjHistoryEntry *entry = entries->pdata[i];

      g_assert_cmpuint (entry->changes->len, >, 0);
      if (i > 0)
        g_assert_cmpint (entry->revision, <, ((AjHistoryEntry *) entries->pdata[i - 1])->revision);
      for (guint j = 0; j < entry->changes->len; j++)
        n += ((AjHistoryChange *) entry->changes->pdata[j])->type == type;
    }
  return n;
}

/* What was said of somebody is theirs for as long as it was about them, and not what came before or after. */
static void
test_history (StoreFixture *self, gconstpointer data)
{
  g_autofree char *anna = add_person (self->store, "Anna");
  g_autofree char *bea = add_person (self->store, "Bea");
  g_autofree char *moved = add_record (self->store, CONTACT, "person", anna, "date", "2026-01-12",
                                       "summary", "One", NULL);
  g_autofree char *gone = NULL;
  g_autoptr (AjSurroundings) around_anna = NULL;
  g_autoptr (AjSurroundings) around_bea = NULL;

  set_field (self->store, CONTACT, moved, "summary", "Two");
  set_field (self->store, CONTACT, moved, "person", bea);
  set_field (self->store, CONTACT, moved, "summary", "Three");
  gone = add_record (self->store, CONTACT, "person", bea, "date", "2026-01-13", "summary", "Four",
                     NULL);
  set_field (self->store, CONTACT, gone, "summary", "Five");
  remove_record (self->store, CONTACT, gone);
  set_field (self->store, PERSON, bea, "name", "Beatrix");

  around_anna = read_around (self, anna);
  g_assert_cmpuint (count_changes (around_anna, PERSON), ==, 1);
  /* Added, changed, given to Bea. */
  g_assert_cmpuint (count_changes (around_anna, CONTACT), ==, 3);
  g_assert_cmpuint (aj_surroundings_list (around_anna, CONTACT, "person")->len, ==, 0);

  around_bea = read_around (self, bea);
  g_assert_cmpuint (count_changes (around_bea, PERSON), ==, 2);
  /* Taken over, changed; added, changed and removed. */
  g_assert_cmpuint (count_changes (around_bea, CONTACT), ==, 5);
  g_assert_cmpuint (aj_surroundings_list (around_bea, CONTACT, "person")->len, ==, 1);
}

/* An edit of many speaks only of the one that is asked for. */
static void
test_among_many (StoreFixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Many");
  g_autofree char *id = NULL;
  g_autoptr (AjSurroundings) around = NULL;
  GPtrArray *entries;

  for (guint i = 0; i < 100; i++)
    {
      AjValues *values = aj_edit_add (edit, PERSON);

      aj_values_set_text (values, "name", "Somebody");
      if (i == 50)
        id = g_strdup (aj_values_get_id (values));
    }
  store_commit (edit);
  around = read_around (self, id);
  entries = aj_surroundings_get_history (around);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpuint (((AjHistoryEntry *) entries->pdata[0])->changes->len, ==, 1);
}

/* A reference in the past may be to what is no longer there. */
static void
test_removed_since (StoreFixture *self, gconstpointer data)
{
  g_autofree char *halt = add_record (self->store, &aj_organisation_record_type, "name", "Halt",
                                      "kind", "support", NULL);
  g_autofree char *person = add_record (self->store, PERSON, "name", "Anna", "organisation", halt,
                                        NULL);
  g_autoptr (AjSurroundings) around = NULL;
  const AjHistoryEntry *oldest;
  GPtrArray *entries;

  set_field (self->store, PERSON, person, "organisation", NULL);
  remove_record (self->store, &aj_organisation_record_type, halt);
  around = read_around (self, person);
  entries = aj_surroundings_get_history (around);
  g_assert_cmpuint (entries->len, ==, 2);
  oldest = entries->pdata[1];
  assert_displayed (around, ((AjHistoryChange *) oldest->changes->pdata[0])->after, "organisation",
                    "removed since");
}

/* Who was merged into somebody is that one, and so is what was written of them. */
static void
test_merged (StoreFixture *self, gconstpointer data)
{
  g_autofree char *anna = add_person (self->store, "Anna");
  g_autofree char *double_of_anna = add_person (self->store, "A. Zwart");
  g_autofree char *contact = NULL;
  g_autoptr (AjSurroundings) around = NULL;

  set_field (self->store, PERSON, double_of_anna, "mail", "anna@halt.example");
  contact = add_record (self->store, CONTACT, "person", double_of_anna, "date", "2026-01-12",
                        "summary", "Called", NULL);
  {
    g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Merge");
    g_autoptr (AjRecord) kept = aj_store_load_record (self->store, PERSON, anna, NULL);
    g_autoptr (AjRecord) called = aj_store_load_record (self->store, CONTACT, contact, NULL);

    aj_values_set_text (aj_edit_change (edit, kept), "merged-from", double_of_anna);
    aj_values_set_text (aj_edit_change (edit, called), "person", anna);
    aj_edit_remove (edit, PERSON, double_of_anna);
    store_commit (edit);
  }
  around = read_around (self, anna);
  /* Both added, a mail address, and the merge of both; a contact, and the merge of it. */
  g_assert_cmpuint (count_changes (around, PERSON), ==, 5);
  g_assert_cmpuint (count_changes (around, CONTACT), ==, 2);
  g_assert_cmpuint (aj_surroundings_get_history (around)->len, ==, 5);
}

/* What was removed is still in history, and so is still held. */
static void
test_removed (StoreFixture *self, gconstpointer data)
{
  g_autofree char *anna = add_person (self->store, "Anna");
  g_autofree char *bea = add_person (self->store, "Bea");
  g_autoptr (AjSurroundings) around = NULL;
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const AjRemoved *first;

  set_field (self->store, PERSON, anna, "mail", "anna@halt.example");
  remove_record (self->store, PERSON, bea);
  store_undo (self->store, "Remove");
  remove_record (self->store, PERSON, anna);
  around = read_around (self, anna);
  g_assert_true (aj_surroundings_is_removed (around));
  g_assert_cmpstr (aj_values_get_text (aj_surroundings_get_record (around), "mail"), ==,
                   "anna@halt.example");
  g_assert_cmpuint (count_changes (around, PERSON), ==, 3);

  removed = aj_store_list_removed (self->store, PERSON, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (removed->len, ==, 1);
  first = removed->pdata[0];
  g_assert_cmpstr (aj_values_get_text (first->values, "name"), ==, "Anna");
  g_assert_cmpint (first->at, ==, aj_clock_get_unix (self->clock));
  store_undo (self->store, "Remove");
  none = aj_store_list_removed (self->store, PERSON, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Of who is met the organisation is read only where it is wished. */
static void
test_organisations (StoreFixture *self, gconstpointer data)
{
  g_autofree char *group = add_group (self->store, "Expert team");
  g_autofree char *halt = add_record (self->store, &aj_organisation_record_type, "name", "Halt",
                                      "kind", "support", NULL);
  g_autofree char *person = add_record (self->store, PERSON, "name", "Anna", "organisation", halt,
                                        NULL);
  g_autofree char *meeting = add_meeting (self->store, group, NULL, "2026-03-12T10:00");

  set_field (self->store, &aj_meeting_record_type, meeting, "chair", person);
  for (guint wished = 0; wished < 2; wished++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjSurroundings) around = aj_store_read_surroundings (
          self->store, &aj_meeting_record_type, meeting,
          wished ? AJ_SURROUNDINGS_ORGANISATIONS : AJ_SURROUNDINGS_DEFAULT, &error);

      g_assert_no_error (error);
      g_assert_nonnull (aj_surroundings_look_up (around, PERSON, person));
      g_assert_cmpint (aj_surroundings_look_up (around, &aj_organisation_record_type, halt) != NULL,
                       ==, wished);
    }
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_unknown (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_null (
      aj_store_read_surroundings (self->store, PERSON, "nobody", AJ_SURROUNDINGS_DEFAULT, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  aj_store_read_surroundings_async (self->store, PERSON, "nobody", AJ_SURROUNDINGS_DEFAULT, NULL,
                                    ready_cb, &result);
  assert_eventually (result != NULL);
  g_assert_null (aj_store_read_surroundings_finish (self->store, result, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

static void
test_without_waiting (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = add_person (self->store, "Anna");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AjSurroundings) around = NULL;

  aj_store_read_surroundings_async (self->store, PERSON, person, AJ_SURROUNDINGS_DEFAULT, NULL,
                                    ready_cb, &result);
  assert_eventually (result != NULL);
  around = aj_store_read_surroundings_finish (self->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (aj_values_get_text (aj_surroundings_get_record (around), "name"), ==, "Anna");
  g_assert_cmpuint (aj_surroundings_get_history (around)->len, ==, 0);
}

static void
test_latest (StoreFixture *self, gconstpointer data)
{
  g_autofree char *anna = add_person (self->store, "Anna");
  g_autofree char *bea = add_person (self->store, "Bea");
  g_autofree char *halt = add_record (self->store, &aj_organisation_record_type, "name", "Halt",
                                      "kind", "support", NULL);
  g_autoptr (AjQuery) all = aj_query_new (CONTACT);
  g_autoptr (AjQuery) calls = aj_query_new (CONTACT);
  g_autoptr (GHashTable) latest = NULL;
  g_autoptr (GHashTable) called = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_free (add_record (self->store, CONTACT, "person", anna, "date", "2026-01-12", "way", "phone",
                      "summary", "One", NULL));
  g_free (add_record (self->store, CONTACT, "person", anna, "date", "2026-01-14", "way", "mail",
                      "summary", "Two", NULL));
  g_free (add_record (self->store, CONTACT, "person", anna, "date", "2025-12-31", "way", "phone",
                      "summary", "Three", NULL));
  g_free (add_record (self->store, CONTACT, "person", bea, "date", "2024-02-29", "way", "mail",
                      "summary", "Four", NULL));
  g_free (add_record (self->store, CONTACT, "organisation", halt, "date", "2026-02-01", "summary",
                      "Five", NULL));
  latest = aj_store_find_latest (self->store, all, "person", "date", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (latest), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (latest, anna), ==, "2026-01-14");
  g_assert_cmpstr (g_hash_table_lookup (latest, bea), ==, "2024-02-29");

  aj_query_where_text (calls, "way", AJ_QUERY_EQUAL, "phone");
  aj_store_find_latest_async (self->store, calls, "person", "date", NULL, ready_cb, &result);
  assert_eventually (result != NULL);
  called = aj_store_find_latest_finish (self->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (called), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (called, anna), ==, "2026-01-12");
}

static gint64
get_last_edit (StoreFixture *self, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) without_waiting = NULL;
  g_autoptr (GHashTable) edits = aj_store_find_last_edits (self->store, PERSON, &error);
  const gint64 *at, *same;

  g_assert_no_error (error);
  aj_store_find_last_edits_async (self->store, PERSON, NULL, ready_cb, &result);
  assert_eventually (result != NULL);
  without_waiting = aj_store_find_last_edits_finish (self->store, result, &error);
  g_assert_no_error (error);
  at = g_hash_table_lookup (edits, id);
  same = g_hash_table_lookup (without_waiting, id);
  g_assert_cmpint (at != NULL ? *at : 0, ==, same != NULL ? *same : 0);
  return at != NULL ? *at : 0;
}

/* Another store on the same file, on a later day. */
static AjStore *
open_later (StoreFixture *self, const char *now)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string (now, "Europe/Amsterdam");
  g_autoptr (GError) error = NULL;
  AjStore *store = aj_store_open (self->path, AJ_STORE_OPEN_DEFAULT, "Anna", clock, &error);

  g_assert_no_error (error);
  return store;
}

static void
test_last_edits (StoreFixture *self, gconstpointer data)
{
  g_autofree char *person = add_person (self->store, "Anna");
  gint64 first = get_last_edit (self, person);
  g_autoptr (AjStore) later = open_later (self, "2026-05-01T09:00");
  g_autoptr (AjEdit) note = NULL;
  gint64 second;

  g_assert_cmpint (first, ==, aj_clock_get_unix (self->clock));
  set_field (later, PERSON, person, "mail", "anna@halt.example");
  second = get_last_edit (self, person);
  g_assert_cmpint (second, ==, aj_clock_get_unix (aj_store_get_clock (later)));
  g_assert_true (aj_store_undo (later, NULL, NULL));
  g_assert_cmpint (get_last_edit (self, person), ==, first);
  g_assert_true (aj_store_redo (later, NULL, NULL));
  g_assert_cmpint (get_last_edit (self, person), ==, second);
  g_assert_true (aj_store_undo (later, NULL, NULL));
  {
    g_autoptr (AjRecord) record = aj_store_load_record (later, PERSON, person, NULL);

    note = aj_edit_new (later, "Note");
    aj_edit_set_undoable (note, FALSE);
    aj_values_set_text (aj_edit_change (note, record), "notes", "Noted");
    store_commit (note);
  }
  g_assert_cmpint (get_last_edit (self, person), ==, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/surroundings/names", test_names);
  store_fixture_add ("/surroundings/history", test_history);
  store_fixture_add ("/surroundings/among-many", test_among_many);
  store_fixture_add ("/surroundings/removed-since", test_removed_since);
  store_fixture_add ("/surroundings/merged", test_merged);
  store_fixture_add ("/surroundings/removed", test_removed);
  store_fixture_add ("/surroundings/organisations", test_organisations);
  store_fixture_add ("/surroundings/unknown", test_unknown);
  store_fixture_add ("/surroundings/without-waiting", test_without_waiting);
  store_fixture_add ("/latest/dates", test_latest);
  store_fixture_add ("/latest/edits", test_last_edits);
  return g_test_run ();
}
