/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-fixture.h"

#include <string.h>

void
import_world_set_up (ImportWorld *self, gconstpointer data)
{
  Fixture *base = &self->base;
  const char *twente, *enschede, *police;

  fixture_set_up (base, data);
  twente = fixture_add (base, "district", "name", "Twente", NULL);
  enschede = fixture_add (base, "municipality", "code", "GM0153", "name", "Enschede", "district",
                          twente, NULL);
  fixture_add (base, "municipality", "code", "GM0193", "name", "Zwolle", NULL);
  self->saxion = fixture_add (base, "organisation", "name", "Hogeschool Saxion", "kind",
                              "education", "municipality", enschede, NULL);
  police = fixture_add (base, "organisation", "name", "Politie Oost", "kind", "police", NULL);
  self->anna = fixture_add (base, "person", "name", "Anna Jansen", "mail", "anna@saxion.example",
                            "organisation", self->saxion, "function", "Docent", NULL);
  fixture_add (base, "person", "name", "Piet de Vries", "organisation", police, NULL);
  fixture_add (base, "group", "name", "Expertteam", "kind", "expert-team", NULL);
}

void
import_world_tear_down (ImportWorld *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

AjImport *
import_load_bytes (ImportWorld *self, const char *type, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  AjImportTable *table = aj_import_table_read (aj_record_type_lookup (type), "x.csv", bytes,
                                               &error);
  AjImport *import;

  g_assert_no_error (error);
  import = aj_import_load (self->base.store, table, &error);
  g_assert_no_error (error);
  return import;
}

AjImport *
import_load (ImportWorld *self, const char *type, const char *text)
{
  return import_load_bytes (self, type, text, strlen (text));
}

AjImportRow *
import_get_row (AjImport *import, guint line)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import)); i++)
    {
      g_autoptr (AjImportRow) row = g_list_model_get_item (G_LIST_MODEL (import), i);

      if (aj_import_row_get_line (row) == line)
        return row;
    }
  g_assert_not_reached ();
}

static void
append_changes (GString *text, AjImport *import, AjImportRow *row)
{
  g_autoptr (GPtrArray) changes = aj_import_list_changes (import, row);

  for (guint i = 0; i < changes->len; i++)
    {
      AjImportChange *change = changes->pdata[i];

      g_string_append_printf (text, " %s=%s>%s", change->field->name, change->before,
                              change->after);
    }
}

char *
import_describe (AjImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import)); i++)
    {
      g_autoptr (AjImportRow) row = g_list_model_get_item (G_LIST_MODEL (import), i);
      const char *reason = aj_import_row_get_reason (row);
      AjImportVerdict verdict = aj_import_row_get_verdict (row);

      g_string_append_printf (text, "%u %s%s %s", aj_import_row_get_line (row),
                              aj_import_verdict_get_code (verdict),
                              aj_import_row_get_wanted (row) ? "+" : "",
                              aj_import_row_get_title (row));
      if (verdict == AJ_IMPORT_CHANGED)
        append_changes (text, import, row);
      if (reason != NULL)
        g_string_append_printf (text, ": %s", reason);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

void
import_accept (ImportWorld *self, AjImport *import)
{
  g_autoptr (AjEdit) edit = aj_import_make_edit (import);
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}
