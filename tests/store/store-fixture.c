/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-person.h"

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("aanjager-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "network.aanjager", NULL);
  self->clock = aj_clock_new_from_string ("2026-03-02T09:00", "Europe/Amsterdam");
  self->store = aj_store_open (self->path, AJ_STORE_OPEN_CREATE, "Anna", self->clock, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  if (self->store != NULL)
    {
      assert_store_sound (self->store);
      g_assert_finalize_object (g_steal_pointer (&self->store));
    }
  remove_folder (self->folder);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->folder);
}

AjStore *
store_open_again (StoreFixture *self, const char *author)
{
  g_autoptr (GError) error = NULL;
  AjStore *store = aj_store_open (self->path, AJ_STORE_OPEN_DEFAULT, author, self->clock, &error);

  g_assert_no_error (error);
  return store;
}

void
store_commit (AjEdit *edit)
{
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static char *
add_named (AjStore *store, const AjRecordType *type, const char *name)
{
  g_autofree char *label = g_strdup_printf ("Add %s", name);
  g_autoptr (AjEdit) edit = aj_edit_new (store, label);
  AjValues *values = aj_edit_add (edit, type);
  char *id = g_strdup (aj_values_get_id (values));

  aj_values_set_text (values, "name", name);
  store_commit (edit);
  return id;
}

char *
add_group (AjStore *store, const char *name)
{
  return add_named (store, &aj_group_record_type, name);
}

char *
add_person (AjStore *store, const char *name)
{
  return add_named (store, &aj_person_record_type, name);
}

char *
add_meeting (AjStore *store, const char *group, const char *theme, const char *starts_at)
{
  g_autofree char *label = g_strdup_printf ("Add %s", theme);
  g_autoptr (AjEdit) edit = aj_edit_new (store, label);
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
  char *id = g_strdup (aj_values_get_id (values));
  AjWallTime start, end;

  g_assert_true (aj_wall_time_parse (starts_at, &start));
  end = aj_wall_time_add_minutes (&start, 120);
  aj_values_set_text (values, "group", group);
  aj_values_set_text (values, "theme", theme);
  aj_values_set_wall_time (values, "starts-at", &start);
  aj_values_set_wall_time (values, "ends-at", &end);
  store_commit (edit);
  return id;
}

void
set_field (
    AjStore *store, const AjRecordType *type, const char *id, const char *field, const char *text)
{
  g_autofree char *label = g_strdup_printf ("Set %s to %s", field, text);
  g_autoptr (AjEdit) edit = aj_edit_new (store, label);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (store, type, id, &error);
  g_auto (AjValue) value = AJ_VALUE_INIT;
  AjValues *changed;
  guint index;

  g_assert_no_error (error);
  index = (guint) aj_record_type_find (type, field);
  g_assert_cmpuint (index, <, type->n_fields);
  g_assert_true (aj_field_parse (&type->fields[index], text, &value, NULL));
  changed = aj_edit_change (edit, record);
  aj_values_set (changed, index, &value);
  aj_values_follow (aj_record_get_values (record), changed, G_GUINT64_CONSTANT (1) << index);
  store_commit (edit);
}

void
remove_record (AjStore *store, const AjRecordType *type, const char *id)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Remove");

  aj_edit_remove (edit, type, id);
  store_commit (edit);
}

typedef struct
{
  const char *field;
  char *text;
} Reading;

static gboolean
read_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const AjRecordType *type = aj_values_get_record_type (values);
  int index = aj_record_type_find (type, reading->field);

  g_assert_cmpint (index, >=, 0);
  reading->text = aj_field_format (&type->fields[index], aj_values_peek (values, (guint) index));
  return TRUE;
}

char *
stored (AjStore *store, const AjRecordType *type, const char *id, const char *field)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GError) error = NULL;
  Reading reading = { .field = field };

  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  aj_store_each (store, query, read_cb, &reading, &error);
  g_assert_no_error (error);
  return reading.text;
}

void
assert_stored (AjStore *store,
               const AjRecordType *type,
               const char *id,
               const char *field,
               const char *expected)
{
  g_autofree char *text = stored (store, type, id, field);

  g_assert_cmpstr (text, ==, expected);
}

gboolean
is_stored (AjStore *store, const AjRecordType *type, const char *id)
{
  g_autofree char *text = stored (store, type, id, type->fields[0].name);

  return text != NULL;
}

void
store_undo (AjStore *store, const char *expected_label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  aj_store_undo (store, &label, &error);
  g_assert_no_error (error);
  if (expected_label != NULL)
    g_assert_cmpstr (label, ==, expected_label);
}

void
store_redo (AjStore *store, const char *expected_label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  aj_store_redo (store, &label, &error);
  g_assert_no_error (error);
  if (expected_label != NULL)
    g_assert_cmpstr (label, ==, expected_label);
}

char *
store_undo_fails (AjStore *store, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_store_undo (store, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, code);
  return g_strdup (error->message);
}

char *
store_redo_fails (AjStore *store, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (aj_store_redo (store, NULL, &error));
  g_assert_error (error, AJ_STORE_ERROR, code);
  return g_strdup (error->message);
}

void
assert_store_sound (AjStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = aj_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("problem: %s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
