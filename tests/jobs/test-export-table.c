/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-table.h"

#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "aj-example.h"
#include "aj-import-fixture.h"
#include "aj-output-file.h"
#include "aj-person.h"

/* As the data file's own, for the network of another. */
static AjStore *
open_other (ImportWorld *self)
{
  g_autofree char *path = g_build_filename (self->base.folder, "other.aanjager", NULL);
  g_autoptr (GError) error = NULL;
  AjStore *store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Test", self->base.clock, &error);

  g_assert_no_error (error);
  return store;
}

static char *
get_path (ImportWorld *self, const char *name)
{
  return g_build_filename (self->base.folder, name, NULL);
}

static char *export(ImportWorld *self, AjStore *store, const AjExportTableRequest *request)
{
  g_autofree char *path = get_path (self, "out.txt");
  g_autoptr (GError) error = NULL;
  AjExportTableResult result = { 0 };
  char *text = NULL;

  aj_export_table_run (store, request, path, &result, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static AjImport *
import (AjStore *store, const AjRecordType *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AjImportTable *table = aj_import_table_read (type, "x.csv", bytes, &error);
  AjImport *self;

  g_assert_no_error (error);
  self = aj_import_load (store, table, &error);
  g_assert_no_error (error);
  return self;
}

/* An example with one of everything that needs care on the way. */
static void
fill (ImportWorld *self)
{
  Fixture *base = &self->base;
  g_autoptr (AjRecord) group = fixture_find (base, "group", "name", "Expertteam");
  g_autoptr (AjRecord) zwolle = fixture_find (base, "municipality", "name", "Zwolle");
  const char *person = fixture_add (base, "person", "name", "=1+1; \"x\"\nZoë 😀", "notes",
                                    "- een\n- twee", "deputy", self->anna, "left-on", "2025-12-31",
                                    NULL);

  fixture_add (base, "person", "name", "Piet de Vries", "mail", "p@x.example", NULL);
  fixture_add (base, "person", "name", "Coördinator", "mail", "post@x.example", "role-mailbox",
               "true", "notes", "Anna Jansen leest mee", "organisation", self->saxion, NULL);
  fixture_add (base, "municipality", "code", "GM0001", "name", "Oud", "latitude", "52.19",
               "valid-until", "2025-12-31", "merged-into", aj_record_get_id (zwolle), NULL);
  fixture_add (base, "membership", "group", aj_record_get_id (group), "person", person, "from",
               "2026-01-01", NULL);
  fixture_add (base, "contact", "date", "2026-01-10", "person", self->anna, "summary",
               "Gebeld met Anna", "by", "Piet", NULL);
  fixture_add (base, "meeting", "group", aj_record_get_id (group), "starts-at", "2026-03-12T10:00",
               "ends-at", "2026-03-12T12:00", NULL);
  fixture_add (base, "cycle", "group", aj_record_get_id (group), "nth", "-1", NULL);
}

/* Everything that is written is read back as the same, and makes the same anew in an empty file. */
static void
assert_round_trip (ImportWorld *self, AjExportFormat format)
{
  g_autoptr (AjStore) other = open_other (self);

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      const AjExportTableRequest request = { *type, format, TRUE };
      g_autofree char *text = export(self, self->base.store, &request);
      g_autoptr (AjImport) same = import (self->base.store, *type, text);
      g_autoptr (AjImport) anew = import (other, *type, text);
      g_autoptr (AjEdit) edit = aj_import_make_edit (anew);
      g_autoptr (GError) error = NULL;
      g_autofree char *description = import_describe (same);
      guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (same));

      g_test_message ("%s: %s", (*type)->name, description);
      g_assert_cmpint (n_rows, ==, fixture_count (&self->base, (*type)->name));
      g_assert_cmpuint (aj_import_count (same, AJ_IMPORT_SAME), ==, n_rows);
      /* What there is one of is in the other file too, and the same. */
      g_assert_cmpuint (aj_import_count_wanted (anew), ==, (*type)->single_id != NULL ? 0 : n_rows);
      aj_edit_commit (edit, &error);
      g_assert_no_error (error);
    }
  /* When all are there: a district's lead is made along with a name, and filled in by the people. */
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      const AjExportTableRequest request = { *type, format, TRUE };
      g_autofree char *text = export(self, self->base.store, &request);
      g_autofree char *again = export(self, other, &request);

      g_assert_cmpstr (text, ==, again);
    }
  aj_store_close (other);
}

static void
test_round_trip (ImportWorld *self, gconstpointer data)
{
  fill (self);
  assert_round_trip (self, AJ_EXPORT_CSV);
}

static void
test_round_trip_excel (ImportWorld *self, gconstpointer data)
{
  fill (self);
  assert_round_trip (self, AJ_EXPORT_EXCEL);
}

/* Where the comma makes decimals, the semicolon divides, or the file would open as one column. */
static void
test_dutch_spreadsheet (ImportWorld *self, gconstpointer data)
{
  const AjExportTableRequest request = { aj_record_type_lookup ("municipality"), AJ_EXPORT_EXCEL,
                                         TRUE };
  g_autofree char *text = NULL;

  if (setlocale (LC_NUMERIC, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("there is no Dutch here");
      return;
    }
  fill (self);
  text = export(self, self->base.store, &request);
  g_assert_nonnull (strstr (text, ";\"52,19\";"));
  assert_round_trip (self, AJ_EXPORT_EXCEL);
  setlocale (LC_NUMERIC, "C");
}

static void
test_form (ImportWorld *self, gconstpointer data)
{
  const AjExportTableRequest plain = { aj_record_type_lookup ("organisation"), AJ_EXPORT_CSV,
                                       TRUE };
  const AjExportTableRequest excel = { aj_record_type_lookup ("organisation"), AJ_EXPORT_EXCEL,
                                       TRUE };
  g_autofree char *machine = export(self, self->base.store, &plain);
  g_autofree char *human = export(self, self->base.store, &excel);

  g_assert_true (g_str_has_prefix (machine,
                                   "name,kind,municipality,district,address,mail,phone,website,"
                                   "notes,id\r\nHogeschool Saxion,education,Enschede,,,,,,,"));
  g_assert_true (g_str_has_prefix (human, "\xef\xbb\xbfName,Kind,Municipality,District,Address,"
                                          "Mail,Phone,Website,Notes,id\r\nHogeschool Saxion,"
                                          "Education,Enschede,"));
}

/* Whatever the type and the form: no name, no address, no note of anybody. */
static void
test_without_personal (ImportWorld *self, gconstpointer data)
{
  static const char *const secrets[] = { "Anna",        "Piet",      "1+1",
                                         "een",         "Gebeld",    "Docent",
                                         "p@x.example", "leest mee", "Bel Quirina" };

  g_autoptr (AjRecord) twente = fixture_find (&self->base, "district", "name", "Twente");

  fill (self);
  fixture_set (&self->base, "district", aj_record_get_id (twente), "lead", self->anna, "notes",
               "Bel Quirina", NULL);
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    for (AjExportFormat format = AJ_EXPORT_CSV; format <= AJ_EXPORT_VCARD_3; format++)
      {
        const AjExportTableRequest request = { *type, format, FALSE };
        g_autofree char *text = NULL;

        if (aj_export_format_is_for_people (format) && *type != &aj_person_record_type)
          continue;
        text = export(self, self->base.store, &request);
        for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
          if (strstr (text, secrets[i]) != NULL)
            g_error ("%s, format %d: %s in %s", (*type)->name, (int) format, secrets[i], text);
        if (*type == &aj_person_record_type)
          g_assert_nonnull (strstr (text, "post@x.example"));
      }
}

static void
test_counts (ImportWorld *self, gconstpointer data)
{
  static const struct
  {
    AjExportTableRequest request;
    guint n_written, n_left_out;
  } cases[] = {
    { { &aj_person_record_type, AJ_EXPORT_CSV, TRUE }, 5, 0 },
    { { &aj_person_record_type, AJ_EXPORT_CSV, FALSE }, 1, 4 },
    { { &aj_person_record_type, AJ_EXPORT_VCARD_4, TRUE }, 4, 1 },
    { { &aj_person_record_type, AJ_EXPORT_OUTLOOK_DUTCH, TRUE }, 4, 1 },
  };
  g_autofree char *path = get_path (self, "out.txt");

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AjExportTableResult result = { 0 };
      g_autoptr (GError) error = NULL;

      aj_export_table_run (self->base.store, &cases[i].request, path, &result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_written, ==, cases[i].n_written);
      g_assert_cmpuint (result.n_left_out, ==, cases[i].n_left_out);
    }
}

/* Address books that know ids, and Outlook, which does not. */
static void
test_address_books (ImportWorld *self, gconstpointer data)
{
  fixture_add (&self->base, "person", "name", "Zoë van Łódź 😀", "mail", "z@x.example", NULL);
  for (AjExportFormat format = AJ_EXPORT_OUTLOOK_ENGLISH; format <= AJ_EXPORT_VCARD_3; format++)
    {
      const AjExportTableRequest request = { &aj_person_record_type, format, TRUE };
      g_autofree char *text = export(self, self->base.store, &request);
      g_autoptr (AjImport) again = import (self->base.store, &aj_person_record_type, text);
      g_autofree char *description = import_describe (again);

      g_test_message ("%s", description);
      if (aj_export_format_is_for_people (format) &&
          g_str_equal (aj_export_format_get_ending (format), "vcf"))
        g_assert_cmpuint (aj_import_count (again, AJ_IMPORT_SAME), ==, 3);
      else
        /* What has no place in its alphabet is written as what is like it. */
        g_assert_cmpuint (aj_import_count (again, AJ_IMPORT_SAME), >=, 2);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 3);
    }
}

static void
test_async (ImportWorld *self, gconstpointer data)
{
  const AjExportTableRequest request = { &aj_person_record_type, AJ_EXPORT_CSV, TRUE };
  g_autofree char *path = get_path (self, "out.csv");
  g_autofree char *expected = export(self, self->base.store, &request);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  AjExportTableResult result = { 0 };
  Waiter waiter = { NULL };

  aj_export_table_run_async (self->base.store, &request, path, NULL, waiter_ready_cb, &waiter);
  g_assert_true (
      aj_export_table_run_finish (self->base.store, waiter_wait (&waiter), &result, &error));
  g_object_unref (waiter.result);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_written, ==, 2);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_only (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir));
}

/* What stood there still stands, and nothing else. */
static void
test_cancel (ImportWorld *self, gconstpointer data)
{
  const AjExportTableRequest request = { &aj_person_record_type, AJ_EXPORT_CSV, TRUE };
  g_autofree char *folder = get_path (self, "out");
  g_autofree char *path = g_build_filename (folder, "old.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "old.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  AjExportTableResult result = { 0 };
  Waiter waiter = { NULL };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  aj_export_table_run_async (self->base.store, &request, path, cancellable, waiter_ready_cb,
                             &waiter);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      aj_export_table_run_finish (self->base.store, waiter_wait (&waiter), &result, &error));
  g_object_unref (waiter.result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_cmpstr (text, ==, "old");
  assert_only (folder, "old.csv");

  g_assert_false (aj_export_table_run (self->base.store, &request, nowhere, &result, &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/export-table/" name, ImportWorld, NULL, import_world_set_up, function,        \
              import_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("round-trip-excel", test_round_trip_excel);
  ADD ("dutch-spreadsheet", test_dutch_spreadsheet);
  ADD ("form", test_form);
  ADD ("without-personal", test_without_personal);
  ADD ("counts", test_counts);
  ADD ("address-books", test_address_books);
  ADD ("async", test_async);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
