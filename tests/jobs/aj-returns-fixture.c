/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-returns-fixture.h"

#include "aj-form-file.h"
#include "aj-form-sheet.h"

char *returns_folder;
const char *returns_zwolle, *returns_kampen, *returns_edition, *returns_last_edition;

void
returns_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *other;

  fixture_set_up (self, data);
  returns_folder = g_dir_make_tmp ("aj-returns-XXXXXX", &error);
  g_assert_no_error (error);
  returns_zwolle = fixture_add (self, "municipality", "name", "Zwolle", "code", "GM0193", NULL);
  returns_kampen = fixture_add (self, "municipality", "name", "Kampen", "code", "GM0166", NULL);
  other = fixture_add (self, "municipality", "name", "Berg en Dal", "code", "GM1945", NULL);
  returns_last_edition = fixture_add (self, "edition", "name", "Echt Niet Vandaag 2025",
                                      "starts-on", "2025-10-09", NULL);
  returns_edition = fixture_add (self, "edition", "name", "Echt Niet Vandaag 2026", "starts-on",
                                 "2026-10-08", "previous", returns_last_edition, NULL);
  fixture_add (self, "participation", "edition", returns_edition, "municipality", returns_zwolle,
               "state", "invited", NULL);
  fixture_add (self, "participation", "edition", returns_edition, "municipality", returns_kampen,
               NULL);
  fixture_add (self, "participation", "edition", returns_edition, "municipality", other, NULL);
}

void
returns_tear_down (Fixture *self, gconstpointer data)
{
  const char *const argv[] = { "rm", "-rf", returns_folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (returns_folder);
  fixture_tear_down (self, data);
}

char *
returns_put_file (const char *name, const char *data, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (returns_folder, name, NULL);

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

AjForm *
returns_make_form (const char *municipality, const char *code, const char *name)
{
  AjForm *form = aj_form_new ();

  form->id = g_uuid_string_random ();
  form->edition_id = g_strdup (returns_edition);
  form->edition_name = g_strdup ("Echt Niet Vandaag 2026");
  form->starts_on = RETURNS_DAY;
  form->ends_on = RETURNS_DAY;
  form->deadline = AJ_DATE_NONE;
  form->written_on = RETURNS_TODAY - 60;
  form->municipality_id = g_strdup (municipality);
  form->municipality_code = g_strdup (code);
  form->municipality_name = g_strdup (name);
  return form;
}

/* Columns and their texts, up to NULL. */
AjFormRow *
returns_add_row (AjForm *form, const char *title, ...)
{
  AjFormRow *row = aj_form_add_row (form);
  va_list arguments;
  const char *name;

  aj_form_set_text (form, row, AJ_FORM_COLUMN_NAME, title);
  va_start (arguments, title);
  while ((name = va_arg (arguments, const char *)) != NULL)
    aj_form_set_text (form, row, (AjFormColumn) aj_record_type_find (aj_form_get_row_type (), name),
                      va_arg (arguments, const char *));
  va_end (arguments);
  return row;
}

/* (transfer full): as a spreadsheet, or as a form file by its name. */
char *
returns_put_form (const char *name, const AjForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_str_has_suffix (name, ".xlsx") ? aj_form_sheet_write (form, &error)
                                                              : aj_form_file_write (form);

  g_assert_no_error (error);
  return returns_put_file (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

AjReturns *
returns_load (Fixture *self, const char *path, ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  AjReturns *returns;
  va_list arguments;

  va_start (arguments, path);
  for (; path != NULL; path = va_arg (arguments, const char *))
    g_ptr_array_add (paths, (gpointer) path);
  va_end (arguments);
  g_ptr_array_add (paths, NULL);
  returns = aj_returns_load (self->store, returns_edition, (const char *const *) paths->pdata,
                             RETURNS_TODAY, "Anna", &error);
  g_assert_no_error (error);
  return returns;
}

AjReturnRow *
returns_find_row (AjReturns *returns, AjReturnKind kind, const char *title, const char *file)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (returns)); i++)
    {
      g_autoptr (AjReturnRow) row = g_list_model_get_item (G_LIST_MODEL (returns), i);

      if (aj_return_row_get_kind (row) == kind &&
          g_str_equal (aj_return_row_get_title (row), title) &&
          (file == NULL || g_str_equal (aj_return_row_get_file (row), file)))
        return row;
    }
  g_error ("no row “%s”", title);
}

AjReturnRow *
returns_find_activity (AjReturns *returns, const char *title)
{
  return returns_find_row (returns, AJ_RETURN_ACTIVITY, title, NULL);
}

AjReturnRow *
returns_find_answer (AjReturns *returns, const char *title)
{
  return returns_find_row (returns, AJ_RETURN_ANSWER, title, NULL);
}

void
returns_assert_verdict (AjReturnRow *row,
                        AjImportVerdict verdict,
                        gboolean doubtful,
                        const char *pattern)
{
  const char *reason = aj_return_row_get_reason (row);

  g_test_message ("%s: %s%s: %s", aj_return_row_get_title (row),
                  aj_import_verdict_get_code (aj_return_row_get_verdict (row)),
                  aj_return_row_is_doubtful (row) ? ", doubtful" : "",
                  reason != NULL ? reason : "");
  g_assert_cmpint (aj_return_row_get_verdict (row), ==, verdict);
  g_assert_cmpint (aj_return_row_is_doubtful (row), ==, doubtful);
  if (pattern == NULL)
    g_assert_null (reason);
  else
    g_assert_true (g_pattern_match_simple (pattern, reason != NULL ? reason : ""));
}

void
returns_assert_change (
    AjReturns *returns, AjReturnRow *row, const char *field, const char *before, const char *after)
{
  g_autoptr (GPtrArray) changes = aj_returns_list_changes (returns, row);

  for (guint i = 0; i < changes->len; i++)
    {
      const AjImportChange *change = changes->pdata[i];

      if (!g_str_equal (change->field->name, field))
        continue;
      g_assert_cmpstr (change->before, ==, before);
      g_assert_cmpstr (change->after, ==, after);
      return;
    }
  g_error ("%s does not change", field);
}

int
returns_find_cell (AjReturnRow *row, const char *label)
{
  for (guint i = 0; i < aj_return_row_get_n_cells (row); i++)
    if (g_str_equal (aj_return_row_get_cell_label (row, i), label))
      return (int) i;
  g_error ("no cell %s", label);
}

void
returns_correct (AjReturns *returns, AjReturnRow *row, const char *label, const char *text)
{
  aj_returns_set_cell (returns, row, (guint) returns_find_cell (row, label), text);
}

void
returns_take (AjReturns *returns)
{
  g_autoptr (AjEdit) edit = aj_returns_make_edit (returns);
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static gboolean
keep_cb (const AjValues *values, gpointer kept, GError **error)
{
  AjValues **found = kept;

  g_clear_pointer (found, aj_values_unref);
  *found = (AjValues *) aj_values_ref (values);
  return TRUE;
}

/* (transfer full): the one with that text, or the last of several. */
AjValues *
returns_fetch (Fixture *self, const char *type, const char *field, const char *text)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GError) error = NULL;
  AjValues *found = NULL;

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  g_assert_true (aj_store_each (self->store, query, keep_cb, &found, &error));
  g_assert_nonnull (found);
  return found;
}
