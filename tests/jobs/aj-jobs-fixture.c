/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-jobs-fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("aj-jobs-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.aanjager", NULL);
  self->clock = aj_clock_new_from_string ("2026-01-15T10:00", "Europe/Amsterdam");
  self->store = aj_store_open (self->path, AJ_STORE_OPEN_CREATE, "Test", self->clock, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  aj_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
fill (AjValues *values, va_list arguments)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *name;

  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_auto (AjValue) value = AJ_VALUE_INIT;
      int index = aj_record_type_find (type, name);

      g_assert_cmpint (index, >=, 0);
      aj_field_parse (&type->fields[index], va_arg (arguments, const char *), &value, &error);
      g_assert_no_error (error);
      aj_values_set (values, (guint) index, &value);
    }
}

const char *
fixture_add (Fixture *self, const char *type, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add (edit, aj_record_type_lookup (type));
  const char *id = g_intern_string (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, type);
  fill (values, arguments);
  va_end (arguments);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return id;
}

/* The fields that are named, bit i for field i: what a person who edits them has set. */
static guint64
list_set (const AjRecordType *type, va_list arguments)
{
  guint64 set = 0;

  for (const char *field = va_arg (arguments, const char *); field != NULL;
       field = va_arg (arguments, const char *))
    {
      set |= G_GUINT64_CONSTANT (1) << aj_record_type_find (type, field);
      va_arg (arguments, const char *);
    }
  return set;
}

gboolean
fixture_set (Fixture *self, const char *type, const char *id, ...)
{
  g_autoptr (GError) error = NULL;
  const AjRecordType *record_type = aj_record_type_lookup (type);
  g_autoptr (AjRecord) record = aj_store_load_record (self->store, record_type, id, &error);
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Set");
  AjValues *changed;
  va_list arguments;

  g_assert_no_error (error);
  changed = aj_edit_change (edit, record);
  va_start (arguments, id);
  fill (changed, arguments);
  va_end (arguments);
  va_start (arguments, id);
  aj_values_follow (aj_record_get_values (record), changed, list_set (record_type, arguments));
  va_end (arguments);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_edit_get_revision (edit) != 0;
}

void
fixture_remove (Fixture *self, const char *type, const char *id)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;

  aj_edit_remove (edit, aj_record_type_lookup (type), id);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

gint64
fixture_count (Fixture *self, const char *type)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GError) error = NULL;
  gint64 count = aj_store_count (self->store, query, &error);

  g_assert_no_error (error);
  return count;
}

AjRecord *
fixture_find (Fixture *self, const char *type, const char *field, const char *text)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  records = aj_store_fetch (self->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, >, 0);
  return g_object_ref (records->pdata[0]);
}

GPtrArray *
fixture_meetings (Fixture *self, const char *group)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup ("meeting"));
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  aj_query_where_text (query, "group", AJ_QUERY_EQUAL, group);
  aj_query_order_by (query, "starts-at", FALSE);
  records = aj_store_fetch (self->store, query, &error);
  g_assert_no_error (error);
  return records;
}

void
waiter_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiter *self = user_data;

  self->result = g_object_ref (result);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("no answer within %d seconds", JOBS_DEADLINE_SECONDS);
  return G_SOURCE_REMOVE;
}

GAsyncResult *
waiter_wait (Waiter *self)
{
  guint deadline = g_timeout_add_seconds (JOBS_DEADLINE_SECONDS, give_up_cb, NULL);

  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
  return self->result;
}
