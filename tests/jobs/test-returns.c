/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms that come back: what each row would do, and what is stored of it. */
#include "aj-returns.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aj-activity.h"
#include "aj-edition.h"
#include "aj-form-file.h"
#include "aj-form-head.h"
#include "aj-form-sheet.h"
#include "aj-jobs-fixture.h"

#define DAY   (aj_date_new (2026, 10, 8))
#define TODAY (aj_date_new (2026, 9, 1))

/* Filled anew for each case. */
static char *folder;
static const char *zwolle, *kampen, *edition, *last_edition;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (self, data);
  folder = g_dir_make_tmp ("aj-returns-XXXXXX", &error);
  g_assert_no_error (error);
  zwolle = fixture_add (self, "municipality", "name", "Zwolle", "code", "GM0193", NULL);
  kampen = fixture_add (self, "municipality", "name", "Kampen", "code", "GM0166", NULL);
  fixture_add (self, "municipality", "name", "Berg en Dal", "code", "GM1945", NULL);
  last_edition = fixture_add (self, "edition", "name", "Echt Niet Vandaag 2025", "starts-on",
                              "2025-10-09", NULL);
  edition = fixture_add (self, "edition", "name", "Echt Niet Vandaag 2026", "starts-on",
                         "2026-10-08", "previous", last_edition, NULL);
  fixture_add (self, "participation", "edition", edition, "municipality", zwolle, "state",
               "invited", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *const argv[] = { "rm", "-rf", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (folder);
  fixture_tear_down (self, data);
}

static char *
put_file (const char *name, const char *data, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

static AjForm *
make_form (const char *municipality, const char *code, const char *name)
{
  AjForm *form = aj_form_new ();

  form->id = g_uuid_string_random ();
  form->edition_id = g_strdup (edition);
  form->edition_name = g_strdup ("Echt Niet Vandaag 2026");
  form->starts_on = DAY;
  form->ends_on = DAY;
  form->deadline = AJ_DATE_NONE;
  form->written_on = TODAY - 60;
  form->municipality_id = g_strdup (municipality);
  form->municipality_code = g_strdup (code);
  form->municipality_name = g_strdup (name);
  return form;
}

/* Columns and their texts, up to NULL. */
static AjFormRow *
add_row (AjForm *form, const char *title, ...)
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
static char *
put_form (const char *name, const AjForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_str_has_suffix (name, ".xlsx") ? aj_form_sheet_write (form, &error)
                                                              : aj_form_file_write (form);

  g_assert_no_error (error);
  return put_file (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static AjReturns *
load (Fixture *self, const char *path, ...)
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
  returns = aj_returns_load (self->store, edition, (const char *const *) paths->pdata, TODAY,
                             "Anna", &error);
  g_assert_no_error (error);
  return returns;
}

static AjReturnRow *
find_row (AjReturns *returns, AjReturnKind kind, const char *title, const char *file)
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

#define activity(returns, title) find_row (returns, AJ_RETURN_ACTIVITY, title, NULL)
#define answer(returns, title)   find_row (returns, AJ_RETURN_ANSWER, title, NULL)

static void
assert_verdict (AjReturnRow *row, AjImportVerdict verdict, gboolean doubtful, const char *pattern)
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

static void
assert_change (
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

static int
find_cell (AjReturnRow *row, const char *label)
{
  for (guint i = 0; i < aj_return_row_get_n_cells (row); i++)
    if (g_str_equal (aj_return_row_get_cell_label (row, i), label))
      return (int) i;
  g_error ("no cell %s", label);
}

static void
correct (AjReturns *returns, AjReturnRow *row, const char *label, const char *text)
{
  aj_returns_set_cell (returns, row, (guint) find_cell (row, label), text);
}

static void
take (AjReturns *returns)
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
static AjValues *
fetch (Fixture *self, const char *type, const char *field, const char *text)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GError) error = NULL;
  AjValues *found = NULL;

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  g_assert_true (aj_store_each (self->store, query, keep_cb, &found, &error));
  g_assert_nonnull (found);
  return found;
}

/* A form in each shape registers, is stored as one edit, and does nothing the second time; one undo takes all back. */
static void
test_register (Fixture *self, gconstpointer file)
{
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) first = NULL;
  g_autoptr (AjReturns) second = NULL;
  g_autoptr (AjValues) stored = NULL;
  g_autoptr (AjValues) said = NULL;
  g_autoptr (GError) error = NULL;

  form->contact_name = g_strdup ("Bea de Vries");
  form->contact_mail = g_strdup ("bea@zwolle.example");
  add_row (form, "Escape box", "organisation", "Bibliotheek Zwolle", "from", "9.30", "until",
           "11:00", "kind", "performance", "for-youth", "yes", "expected-reach", "120", NULL);
  add_row (form, "Les", "date", "8-10-2026", "contact-name", "Cor", "contact-mail",
           "cor@school.example", NULL);
  path = put_form (file, form);
  first = load (self, path, NULL);
  g_assert_cmpuint (aj_returns_get_problems (first)->len, ==, 0);
  g_assert_cmpuint (aj_returns_count_forms (first), ==, 1);
  assert_verdict (activity (first, "Escape box"), AJ_IMPORT_NEW, FALSE, NULL);
  assert_verdict (activity (first, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  assert_verdict (answer (first, "Zwolle"), AJ_IMPORT_CHANGED, FALSE, NULL);
  assert_change (first, activity (first, "Escape box"), "organisation", "", "Bibliotheek Zwolle");
  assert_change (first, answer (first, "Zwolle"), "state", "invited", "registered");
  assert_change (first, answer (first, "Zwolle"), "contact", "", "Bea de Vries");
  take (first);

  stored = fetch (self, "activity", "name", "Escape box");
  g_assert_cmpstr (aj_values_get_text (stored, "from"), ==, "09:30");
  g_assert_cmpstr (aj_values_get_text (stored, "state"), ==, "submitted");
  g_assert_cmpstr (aj_values_get_text (stored, "date"), ==, "2026-10-08");
  g_assert_true (aj_values_get_boolean (stored, "for-youth"));
  g_assert_cmpint (aj_values_get_integer (stored, "expected-reach"), ==, 120);
  g_assert_cmpint (fixture_count (self, "person"), ==, 2);
  g_assert_cmpint (fixture_count (self, "organisation"), ==, 1);
  said = fetch (self, "contact", "municipality", zwolle);
  g_assert_cmpstr (aj_values_get_text (said, "summary"), ==, "Form came back. Activities: 2 new.");
  g_assert_cmpstr (aj_values_get_text (said, "by"), ==, "Anna");

  second = load (self, path, NULL);
  g_assert_cmpuint (aj_returns_count (second, AJ_IMPORT_SAME), ==, 3);
  g_assert_cmpuint (aj_returns_count_wanted (second), ==, 0);
  g_assert_cmpuint (aj_returns_count_doubtful (second), ==, 0);

  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, "activity"), ==, 0);
  g_assert_cmpint (fixture_count (self, "person"), ==, 0);
  g_assert_cmpint (fixture_count (self, "organisation"), ==, 0);
  g_assert_cmpint (fixture_count (self, "contact"), ==, 0);
}

/* What comes back changed: which fields, from what to what; what was accepted is changed then. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                "name", "Les", "place", "School", "state", "accepted", NULL);
  const char *off = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                 "name", "Markt", NULL);
  const char *gone = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                  "name", "Vergeten", NULL);
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjValues) stored = NULL;
  AjReturnRow *row;

  g_assert_nonnull (gone);
  add_row (form, "Lessen", "place", "Bibliotheek", NULL)->activity = g_strdup (id);
  add_row (form, "Markt", "takes-place", "no", NULL)->activity = g_strdup (off);
  path = put_form ("Zwolle.xlsx", form);
  returns = load (self, path, NULL);
  row = activity (returns, "Lessen");
  assert_verdict (row, AJ_IMPORT_CHANGED, FALSE, NULL);
  assert_change (returns, row, "name", "Les", "Lessen");
  assert_change (returns, row, "place", "School", "Bibliotheek");
  assert_change (returns, row, "state", "accepted", "changed");
  row = activity (returns, "Markt");
  assert_verdict (row, AJ_IMPORT_CHANGED, FALSE, NULL);
  assert_change (returns, row, "state", "submitted", "cancelled");
  row = find_row (returns, AJ_RETURN_LEFT_OUT, "Vergeten", NULL);
  assert_verdict (row, AJ_IMPORT_CHANGED, TRUE, "*does not stand in the form*");
  g_assert_false (aj_return_row_get_wanted (row));
  take (returns);
  stored = fetch (self, "activity", "name", "Vergeten");
  g_assert_cmpstr (aj_values_get_text (stored, "state"), ==, "submitted");
}

/* Of last time: again, not again, and nothing said. */
static void
test_again (Fixture *self, gconstpointer data)
{
  const char *last = fixture_add (self, "activity", "edition", last_edition, "municipality", zwolle,
                                  "name", "Les", NULL);
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjReturns) again = NULL;
  g_autoptr (AjValues) stored = NULL;
  AjReturnRow *row;

  add_row (form, "Les", NULL)->previous = g_strdup (last);
  add_row (form, "Niet meer", "takes-place", "nee", NULL)->previous = g_uuid_string_random ();
  path = put_form ("Zwolle.xlsx", form);
  returns = load (self, path, NULL);
  row = activity (returns, "Les");
  assert_verdict (row, AJ_IMPORT_REFUSED, TRUE, "*“Les” take place again*");
  assert_verdict (answer (returns, "Zwolle"), AJ_IMPORT_REFUSED, TRUE, "*whether they take part*");
  g_assert_cmpint (aj_return_row_get_fault_cell (row), ==, find_cell (row, "Takes place"));
  assert_verdict (activity (returns, "Niet meer"), AJ_IMPORT_SAME, FALSE, "*not take place*");
  correct (returns, row, "Takes place", "ja");
  assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_true (aj_return_row_get_wanted (row));
  assert_verdict (answer (returns, "Zwolle"), AJ_IMPORT_CHANGED, FALSE, NULL);
  take (returns);
  stored = fetch (self, "activity", "edition", edition);
  g_assert_cmpstr (aj_values_get_text (stored, "previous"), ==, last);
  again = load (self, path, NULL);
  assert_verdict (activity (again, "Niet meer"), AJ_IMPORT_SAME, FALSE, "*");
  g_assert_cmpuint (aj_returns_count_wanted (again), ==, 0);
}

/* What people make of a table themselves, in Dutch, with a title above it. */
static const char own_table[] =
    "Activiteiten Echt Niet Vandaag;;;;;;;;;\r\n"
    ";;;;;;;;;\r\n"
    "Gemeente;Naam activiteit;Datum;Tijd;Locatie;Doelgroep;Verwacht bereik;Soort;E-mail;Wij "
    "vinden\r\n"
    "Zwolle;Escapebox;8 okt;9u30 - 11.00 uur;Bieb;jongeren, mkb;ca. 120 "
    "leerlingen;workshop;a@b.example;leuk\r\n"
    "gemeente Kampen;Markt;do 8 okt. 2026;hele dag;;Ouderen;1.200;Campagne;;\r\n"
    "Zwole;Les;08-10-2026;0930;;;;;;\r\n"
    "GM0166;Lezing;2026-10-08;9;;;100-150;;;\r\n";

static void
test_own_table (Fixture *self, gconstpointer data)
{
  g_autofree char *path = put_file ("lijst.csv", own_table, -1);
  g_autoptr (AjReturns) returns = load (self, path, NULL);
  const AjValues *after;
  AjReturnRow *row;

  g_assert_cmpuint (aj_returns_get_problems (returns)->len, ==, 0);
  g_assert_cmpuint (aj_returns_get_ignored (returns)->len, ==, 1);
  g_assert_cmpstr (aj_returns_get_ignored (returns)->pdata[0], ==, "Wij vinden");
  row = activity (returns, "Escapebox");
  assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Zwolle");
  g_assert_cmpuint (aj_return_row_get_line (row), ==, 4);
  after = aj_return_row_get_after (row);
  g_assert_cmpint (aj_values_get_date (after, "date"), ==, DAY);
  g_assert_cmpstr (aj_values_get_text (after, "from"), ==, "09:30");
  g_assert_cmpstr (aj_values_get_text (after, "until"), ==, "11:00");
  g_assert_cmpstr (aj_values_get_text (after, "kind"), ==, "workshop");
  g_assert_cmpint (aj_values_get_integer (after, "expected-reach"), ==, 120);
  g_assert_true (aj_values_get_boolean (after, "for-youth"));
  g_assert_true (aj_values_get_boolean (after, "for-business"));
  g_assert_false (aj_values_get_boolean (after, "for-elderly"));
  row = activity (returns, "Markt");
  assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Kampen");
  after = aj_return_row_get_after (row);
  g_assert_true (aj_values_is_empty (after, "from"));
  g_assert_cmpint (aj_values_get_integer (after, "expected-reach"), ==, 1200);
  row = activity (returns, "Les");
  assert_verdict (row, AJ_IMPORT_REFUSED, TRUE, "*“Zwole” is no municipality*");
  g_assert_cmpint (aj_return_row_get_fault_cell (row), ==, 0);
  g_assert_cmpstr (aj_return_row_get_cell_suggestion (row, 0), ==, "Zwolle");
  row = answer (returns, "Zwole");
  aj_returns_set_cell (returns, row, 0, "Zwolle");
  assert_verdict (activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  assert_verdict (activity (returns, "Lezing"), AJ_IMPORT_REFUSED, TRUE, "*100-150*");
  correct (returns, activity (returns, "Lezing"), "Expected reach", "125");
  assert_verdict (activity (returns, "Lezing"), AJ_IMPORT_NEW, FALSE, NULL);
}

/* The municipality follows from the name of the file where nothing else says it. */
static void
test_file_name (Fixture *self, gconstpointer data)
{
  g_autofree char *path = put_file ("Formulier_Berg en Dal (1).csv", "Titel;Datum\nLes;8-10-2026\n",
                                    -1);
  g_autofree char *other = put_file ("formulier.csv", "Titel;Datum\nLezing;8-10-2026\n", -1);
  g_autoptr (AjReturns) returns = load (self, path, other, NULL);

  assert_verdict (activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  assert_verdict (answer (returns, "Berg en Dal"), AJ_IMPORT_NEW, FALSE, "*name of the file*");
  assert_verdict (activity (returns, "Lezing"), AJ_IMPORT_REFUSED, TRUE,
                  "*does not say of which municipality*");
}

/* What needs a look: each is left out until somebody says so. */
static void
test_doubts (Fixture *self, gconstpointer data)
{
  const char *theirs = fixture_add (self, "activity", "edition", edition, "municipality", kampen,
                                    "name", "Van Kampen", NULL);
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *row;

  fixture_add (self, "organisation", "name", "Bibliotheek Zwolle", "kind", "library", NULL);
  add_row (form, "Dag later", "date", "9-10-2026", NULL);
  add_row (form, "Bieb", "organisation", "Bibliotheek Zwole", NULL);
  add_row (form, "Van Kampen", "place", "Ergens", NULL)->activity = g_strdup (theirs);
  add_row (form, "Weg", NULL)->activity = g_uuid_string_random ();
  add_row (form, "Twee keer", "from", "10:00", NULL);
  add_row (form, "Twee keer", "from", "14:00", NULL);
  add_row (form, "Ver", "date", "8-10-2036", NULL);
  add_row (form, "Te laat", "from", "12:00", "until", "11:00", NULL);
  path = put_form ("Zwolle.xlsx", form);
  returns = load (self, path, NULL);
  row = activity (returns, "Dag later");
  assert_verdict (row, AJ_IMPORT_NEW, TRUE, "9 October 2026 is not a day of *");
  g_assert_false (aj_return_row_get_wanted (row));
  correct (returns, row, "Date", "8 okt");
  assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_true (aj_return_row_get_wanted (row));
  row = activity (returns, "Bieb");
  assert_verdict (row, AJ_IMPORT_NEW, TRUE, "*“Bibliotheek Zwole” is not known*");
  g_assert_cmpstr (aj_return_row_get_cell_suggestion (row,
                                                      (guint) aj_return_row_get_fault_cell (row)),
                   ==, "Bibliotheek Zwolle");
  correct (returns, row, "Organisation", "Bibliotheek Zwolle");
  assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  row = activity (returns, "Van Kampen");
  assert_verdict (row, AJ_IMPORT_CHANGED, TRUE, "*registered in Kampen*form of Zwolle*");
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Kampen");
  assert_verdict (activity (returns, "Weg"), AJ_IMPORT_NEW, TRUE, "*was removed since*");
  row = activity (returns, "Twee keer");
  assert_verdict (row, AJ_IMPORT_NEW, TRUE, "It stands on line * as well*");
  assert_verdict (activity (returns, "Ver"), AJ_IMPORT_REFUSED, TRUE, "*far from*");
  assert_verdict (activity (returns, "Te laat"), AJ_IMPORT_REFUSED, TRUE, "*end after it starts*");
}

/* A line pasted from the form of another municipality says so in its hidden cells. */
static void
test_pasted (Fixture *self, gconstpointer data)
{
  static const char table[] = "Gemeente;Zwolle;;\nTitle;Date;municipality-code;edition\n"
                              "Les;8-10-2026;GM0193;x\nMarkt;8-10-2026;GM0166;\nFout;;GM9;\n";
  g_autofree char *path = put_file ("z.csv", table, -1);
  g_autoptr (AjReturns) returns = load (self, path, NULL);
  AjReturnRow *row = activity (returns, "Markt");

  assert_verdict (activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
  assert_verdict (row, AJ_IMPORT_NEW, TRUE, "*form of Kampen*taken for Zwolle*");
  aj_returns_set_cell (returns, row, 0, "Kampen");
  assert_verdict (row, AJ_IMPORT_NEW, FALSE, NULL);
  g_assert_cmpstr (aj_return_row_get_municipality (row), ==, "Kampen");
  assert_verdict (activity (returns, "Fout"), AJ_IMPORT_NEW, TRUE, "*“GM9” is no municipality*");
}

/* Two people return one activity differently: both are shown, and one is chosen. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                "name", "Les", NULL);
  g_autoptr (AjForm) one = make_form (zwolle, "GM0193", "Zwolle");
  g_autoptr (AjForm) two = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *a, *b;

  add_row (one, "Les", "place", "School", NULL)->activity = g_strdup (id);
  add_row (one, "Samen", "place", "Plein", NULL);
  add_row (two, "Les", "place", "Bieb", "from", "10:00", NULL)->activity = g_strdup (id);
  add_row (two, "Samen", "place", "Plein", NULL);
  first = put_form ("a.xlsx", one);
  second = put_form ("b.aanjager-form", two);
  returns = load (self, first, second, NULL);
  a = find_row (returns, AJ_RETURN_ACTIVITY, "Les", "a.xlsx");
  b = find_row (returns, AJ_RETURN_ACTIVITY, "Les", "b.aanjager-form");
  assert_verdict (a, AJ_IMPORT_CHANGED, TRUE, "*b.aanjager-form*From and Place*Choose one*");
  assert_verdict (b, AJ_IMPORT_CHANGED, TRUE, "*a.xlsx*");
  g_assert_false (aj_return_row_get_wanted (a));
  g_assert_false (aj_return_row_get_wanted (b));
  aj_return_row_set_wanted (a, TRUE);
  g_assert_true (aj_return_row_get_wanted (a));
  aj_return_row_set_wanted (b, TRUE);
  g_assert_true (aj_return_row_get_wanted (b));
  g_assert_false (aj_return_row_get_wanted (a));
  assert_verdict (find_row (returns, AJ_RETURN_ACTIVITY, "Samen", "a.xlsx"), AJ_IMPORT_NEW, FALSE,
                  NULL);
  assert_verdict (find_row (returns, AJ_RETURN_ACTIVITY, "Samen", "b.aanjager-form"),
                  AJ_IMPORT_SAME, FALSE, "*a.xlsx as well, just like this*");
  assert_verdict (find_row (returns, AJ_RETURN_ANSWER, "Zwolle", "b.aanjager-form"), AJ_IMPORT_SAME,
                  FALSE, "*a.xlsx as well*");
  take (returns);
  {
    g_autoptr (AjValues) stored = fetch (self, "activity", "name", "Les");

    g_assert_cmpstr (aj_values_get_text (stored, "place"), ==, "Bieb");
    g_assert_cmpint (fixture_count (self, "activity"), ==, 2);
  }
}

/* Two at different times of one day, of which one was taken: the file says no more the second time. */
static void
test_twice (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) first = NULL;
  g_autoptr (AjReturns) second = NULL;
  g_autoptr (AjReturns) third = NULL;

  add_row (form, "Les", "from", "10:00", NULL);
  add_row (form, "Les", "from", "14:00", NULL);
  path = put_form ("Zwolle.aanjager-form", form);
  first = load (self, path, NULL);
  assert_verdict (activity (first, "Les"), AJ_IMPORT_NEW, TRUE, "It stands on line 1 as well*");
  g_assert_cmpuint (aj_returns_count_wanted (first), ==, 2);
  take (first);
  second = load (self, path, NULL);
  assert_verdict (activity (second, "Les"), AJ_IMPORT_CHANGED, TRUE,
                  "It stands on line 1 as well*");
  g_assert_cmpuint (aj_returns_count_wanted (second), ==, 0);
  fixture_add (self, "activity", "edition", edition, "municipality", zwolle, "name", "Les", "from",
               "14:00", NULL);
  third = load (self, path, NULL);
  g_assert_cmpuint (aj_returns_count (third, AJ_IMPORT_SAME), ==, 3);
}

/* Who copies a line in a spreadsheet copies the hidden id along. */
static void
test_copied_line (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                "name", "Les", NULL);
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;

  add_row (form, "Andere les", NULL)->activity = g_strdup (id);
  add_row (form, "Les", NULL)->activity = g_strdup (id);
  path = put_form ("Zwolle.aanjager-form", form);
  returns = load (self, path, NULL);
  assert_verdict (activity (returns, "Andere les"), AJ_IMPORT_NEW, FALSE, NULL);
  assert_verdict (activity (returns, "Les"), AJ_IMPORT_SAME, FALSE, NULL);
}

static void
test_declines (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autoptr (AjForm) torn = make_form (kampen, "GM0166", "Kampen");
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (AjValues) stored = NULL;
  g_autoptr (AjValues) said = NULL;

  form->answer = AJ_FORM_ANSWER_DECLINES;
  form->reason = g_strdup ("Geen tijd");
  torn->answer = AJ_FORM_ANSWER_DECLINES;
  add_row (torn, "Toch wat", NULL);
  path = put_form ("Zwolle.xlsx", form);
  other = put_form ("Kampen.xlsx", torn);
  returns = load (self, path, other, NULL);
  assert_verdict (answer (returns, "Zwolle"), AJ_IMPORT_CHANGED, FALSE, NULL);
  assert_verdict (answer (returns, "Kampen"), AJ_IMPORT_NEW, TRUE, "*Ask which of the two*");
  take (returns);
  stored = fetch (self, "participation", "municipality", zwolle);
  g_assert_cmpstr (aj_values_get_text (stored, "state"), ==, "declined");
  g_assert_cmpstr (aj_values_get_text (stored, "notes"), ==, "Geen tijd");
  g_assert_cmpint (aj_values_get_date (stored, "answered-on"), ==, TODAY);
  said = fetch (self, "contact", "municipality", zwolle);
  g_assert_cmpstr (aj_values_get_text (said, "summary"), ==,
                   "Form came back: does not take part. Geen tijd");
}

static void
test_other_edition (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;

  aj_form_set_head (form, AJ_FORM_HEAD_EDITION, last_edition, NULL);
  aj_form_set_head (form, AJ_FORM_HEAD_EDITION_NAME, "Echt Niet Vandaag 2025", NULL);
  add_row (form, "Les", NULL);
  path = put_form ("Zwolle.xlsx", form);
  returns = load (self, path, NULL);
  assert_verdict (activity (returns, "Les"), AJ_IMPORT_REFUSED, TRUE, "*Echt Niet Vandaag 2025*");
  g_assert_cmpuint (aj_returns_count_wanted (returns), ==, 0);
}

/* After the day: whom it reached, and what worked. */
static void
test_look_back (Fixture *self, gconstpointer data)
{
  const char *id = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                "name", "Les", NULL);
  const char *off = fixture_add (self, "activity", "edition", edition, "municipality", zwolle,
                                 "name", "Markt", NULL);
  g_autoptr (AjForm) form = make_form (zwolle, "GM0193", "Zwolle");
  g_autofree char *path = NULL;
  g_autoptr (AjReturns) returns = NULL;
  AjReturnRow *row;

  form->purpose = AJ_FORM_LOOK_BACK;
  add_row (form, "Les", "actual-reach", "80", "worked", "Kort houden", NULL)->activity = g_strdup (
      id);
  add_row (form, "Markt", "takes-place", "nee", NULL)->activity = g_strdup (off);
  path = put_form ("Zwolle.xlsx", form);
  returns = load (self, path, NULL);
  row = activity (returns, "Les");
  assert_verdict (row, AJ_IMPORT_CHANGED, FALSE, NULL);
  assert_change (returns, row, "actual-reach", "", "80");
  assert_change (returns, row, "state", "submitted", "held");
  assert_change (returns, activity (returns, "Markt"), "state", "submitted", "cancelled");
  assert_verdict (answer (returns, "Zwolle"), AJ_IMPORT_SAME, FALSE, NULL);
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char *good = put_file ("Zwolle.csv", "Titel;Datum\nLes;8-10-2026\n", -1);
  g_autofree char *bad = put_file ("x.xlsx", "PK\003\004 and no more", -1);
  g_autofree char *plain = put_file ("brief.txt", "Beste Anna,\nwij doen mee.\n", -1);
  g_autofree char *missing = g_build_filename (folder, "none.xlsx", NULL);
  g_autofree char *form = put_file ("x.aanjager-form", "{ \"no\": 1 }", -1);
  g_autoptr (AjReturns) returns = load (self, bad, plain, missing, form, good, NULL);
  GPtrArray *problems = aj_returns_get_problems (returns);

  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_true (g_pattern_match_simple ("x.xlsx*damaged*", problems->pdata[0]));
  g_assert_true (g_pattern_match_simple ("brief.txt*no table of activities*", problems->pdata[1]));
  g_assert_true (g_str_has_prefix (problems->pdata[2], "none.xlsx"));
  g_assert_true (g_str_has_prefix (problems->pdata[3], "x.aanjager-form"));
  assert_verdict (activity (returns, "Les"), AJ_IMPORT_NEW, FALSE, NULL);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/returns/register/spreadsheet", "Zwolle.xlsx", test_register);
  ADD ("/returns/register/form-file", "Zwolle.aanjager-form", test_register);
  ADD ("/returns/changed", NULL, test_changed);
  ADD ("/returns/again", NULL, test_again);
  ADD ("/returns/own-table", NULL, test_own_table);
  ADD ("/returns/file-name", NULL, test_file_name);
  ADD ("/returns/doubts", NULL, test_doubts);
  ADD ("/returns/pasted", NULL, test_pasted);
  ADD ("/returns/versions", NULL, test_versions);
  ADD ("/returns/twice", NULL, test_twice);
  ADD ("/returns/copied-line", NULL, test_copied_line);
  ADD ("/returns/declines", NULL, test_declines);
  ADD ("/returns/other-edition", NULL, test_other_edition);
  ADD ("/returns/look-back", NULL, test_look_back);
  ADD ("/returns/unreadable", NULL, test_unreadable);
  return g_test_run ();
}
