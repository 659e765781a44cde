/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-municipality.h"
#include "store-fixture.h"

#define GROUP        (&aj_group_record_type)
#define MUNICIPALITY (&aj_municipality_record_type)

static GPtrArray *
list (AjStore *store, const AjHistoryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = aj_store_list_history (store, filter, &error);

  g_assert_no_error (error);
  return entries;
}

static void
test_entries (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  AjHistoryFilter filter = { .with_changes = TRUE };
  g_autoptr (GPtrArray) entries = NULL;
  const AjHistoryEntry *entry;
  const AjHistoryChange *change;

  set_field (self->store, GROUP, id, "mail", "team@example.nl");
  store_undo (self->store, NULL);
  entries = list (self->store, &filter);
  g_assert_cmpuint (entries->len, ==, 3);

  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->revision, ==, 3);
  g_assert_cmpint (entry->kind, ==, AJ_HISTORY_UNDO);
  g_assert_cmpint (entry->target, ==, 2);
  g_assert_cmpstr (entry->label, ==, "Set mail to team@example.nl");
  g_assert_false (entry->undone);

  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpint (entry->kind, ==, AJ_HISTORY_EDIT);
  g_assert_true (entry->undone);
  g_assert_cmpstr (entry->author, ==, "Anna");
  g_assert_cmpint (entry->at, ==, aj_clock_get_unix (self->clock));
  g_assert_cmpuint (entry->changes->len, ==, 1);
  change = g_ptr_array_index (entry->changes, 0);
  g_assert_true (change->type == GROUP);
  g_assert_cmpstr (change->id, ==, id);
  g_assert_true (aj_values_is_empty (change->before, "mail"));
  g_assert_cmpstr (aj_values_get_text (change->after, "mail"), ==, "team@example.nl");
  /* Only what differs. */
  g_assert_true (aj_values_is_empty (change->after, "name"));

  entry = g_ptr_array_index (entries, 2);
  change = g_ptr_array_index (entry->changes, 0);
  g_assert_null (change->before);
  g_assert_cmpstr (aj_values_get_text (change->after, "name"), ==, "Expert team");
}

static void
test_author (StoreFixture *self, gconstpointer data)
{
  static const char *const authors[] = { "Anna", "Anna (Halt)", "Anna Jansen", "Hanna (Halt)" };
  const AjHistoryFilter filter = { .author = "Anna" };
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (authors); i++)
    {
      aj_store_set_author (self->store, authors[i]);
      g_free (add_group (self->store, authors[i]));
    }
  entries = list (self->store, &filter);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((AjHistoryEntry *) entries->pdata[0])->author, ==, "Anna (Halt)");
}

static void
test_filter (StoreFixture *self, gconstpointer data)
{
  g_autofree char *first = add_group (self->store, "Expert team");
  g_autofree char *second = add_group (self->store, "Platform");
  g_autofree char *meeting = add_meeting (self->store, first, "Kick-off", "2026-03-12T10:00");
  const AjHistoryFilter by_type = { .type = GROUP };
  const AjHistoryFilter by_record = { .type = GROUP, .id = second };
  const AjHistoryFilter by_id = { .id = meeting };
  const AjHistoryFilter newest = { .limit = 1 };
  const AjHistoryFilter later = { .since = aj_clock_get_unix (self->clock) + 1 };
  const struct
  {
    const AjHistoryFilter *filter;
    guint n_entries;
    gint64 newest;
  } cases[] = {
    { NULL, 3, 3 },   { &by_type, 2, 2 }, { &by_record, 1, 2 },
    { &by_id, 1, 3 }, { &newest, 1, 3 },  { &later, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = list (self->store, cases[i].filter);

      g_assert_cmpuint (entries->len, ==, cases[i].n_entries);
      if (entries->len > 0)
        {
          const AjHistoryEntry *entry = g_ptr_array_index (entries, 0);

          g_assert_cmpint (entry->revision, ==, cases[i].newest);
          g_assert_cmpuint (entry->changes->len, ==, 0);
        }
    }
}

/* Every kind of value must come back from history exactly as it was. */
static void
test_values_survive (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text;
  } fields[] = {
    { "code", "GM0193" },
    { "name", "“Zwolle” \\ {\"a\": [1]} ’t Harde 😀 שלום" },
    { "school-region", "noord" },
    { "population", "133000" },
    { "latitude", "52.516774999999996" },
    { "longitude", "6" },
    { "tile-column", "0" },
    { "tile-row", "99" },
    { "valid-from", "0001-01-01" },
    { "notes", "One\n\ttwo\n\nthree" },
  };
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add “Zwolle”\n\"quoted\"");
  AjValues *values = aj_edit_add_with_id (edit, MUNICIPALITY, "gm0193");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int index = aj_record_type_find (MUNICIPALITY, fields[i].field);
      g_auto (AjValue) value = AJ_VALUE_INIT;

      g_assert_true (aj_field_parse (&MUNICIPALITY->fields[index], fields[i].text, &value, NULL));
      aj_values_set (values, (guint) index, &value);
    }
  store_commit (edit);
  remove_record (self->store, MUNICIPALITY, "gm0193");
  store_undo (self->store, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    assert_stored (self->store, MUNICIPALITY, "gm0193", fields[i].field, fields[i].text);
}

static void
test_notes_are_no_steps (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Noted");
  g_autoptr (AjRecord) group = aj_store_load_record (self->store, GROUP, id, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  const AjHistoryEntry *entry;

  aj_edit_set_undoable (edit, FALSE);
  aj_values_set_text (aj_edit_change (edit, group), "notes", "Seen");
  store_commit (edit);
  entries = list (self->store, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->kind, ==, AJ_HISTORY_NOTE);
  g_assert_cmpstr (entry->label, ==, "Noted");
}

/* The check of the file tells when a row and its history part ways. */
static void
test_check_finds (StoreFixture *self, gconstpointer data)
{
  g_autofree char *id = add_group (self->store, "Expert team");
  g_autofree char *other = add_group (self->store, "Platform");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *const argv[] = { "python3",
                               "-c",
                               "import sqlite3, sys\n"
                               "d = sqlite3.connect (sys.argv[1], isolation_level=None)\n"
                               "d.execute ('UPDATE \"group\" SET name = ? WHERE id = ?',"
                               " ('Changed', sys.argv[2]))\n"
                               "d.execute ('DELETE FROM \"group\" WHERE id = ?', (sys.argv[3],))\n"
                               "d.execute ('UPDATE \"group\" SET kind = ?', ('tea party',))\n",
                               self->path,
                               id,
                               other,
                               NULL };
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  problems = aj_store_check (self->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  /* Three of records, and the index of search no longer says what they say. */
  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "Changed"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 2), other));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 3), "Search"));
  /* The fixture would find it as well. */
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/history/entries", test_entries);
  store_fixture_add ("/store/history/filter", test_filter);
  store_fixture_add ("/store/history/author", test_author);
  store_fixture_add ("/store/history/values-survive", test_values_survive);
  store_fixture_add ("/store/history/notes-are-no-steps", test_notes_are_no_steps);
  store_fixture_add ("/store/history/check-finds", test_check_finds);
  return g_test_run ();
}
