/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All municipalities answer at once, in every shape that there is, and some of them make mistakes; and what LibreOffice makes
 * of a form when somebody fills it in there. */
#include "aj-returns.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-many-forms.h"

#define N_MUNICIPALITIES MANY_FORMS
#define N_ACTIVITIES     MANY_FORMS_ACTIVITIES
#define TODAY            (aj_date_new (2026, 9, 1))

static char *folder;
static const char *edition;
static const char *ids[N_MUNICIPALITIES];
static ManyForms forms;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (self, data);
  folder = g_dir_make_tmp ("aj-returns-many-XXXXXX", &error);
  g_assert_no_error (error);
  edition = fixture_add (self, "edition", "name", "Echt Niet Vandaag 2026", "starts-on",
                         "2026-10-08", NULL);
  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    {
      g_autofree char *name = many_forms_dup_municipality (i);
      g_autofree char *code = many_forms_dup_code (i);

      ids[i] = fixture_add (self, "municipality", "name", name, "code", code, NULL);
      fixture_add (self, "participation", "edition", edition, "municipality", ids[i], "state",
                   "invited", NULL);
    }
  fixture_add (self, "organisation", "name", MANY_FORMS_KNOWN_ORGANISATION, "kind", "library",
               NULL);
  forms = (ManyForms){
    edition, "Echt Niet Vandaag 2026", aj_date_new (2026, 10, 8), TODAY - 60, ids, folder
  };
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *output = run ((const char *const[]){ "rm", "-rf", folder, NULL });

  g_free (folder);
  fixture_tear_down (self, data);
}

static AjReturns *
load (Fixture *self, GPtrArray *paths)
{
  g_autoptr (GError) error = NULL;
  AjReturns *returns = aj_returns_load (self->store, edition, (const char *const *) paths->pdata,
                                        TODAY, "Anna", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < aj_returns_get_problems (returns)->len; i++)
    g_test_message ("%s", (char *) aj_returns_get_problems (returns)->pdata[i]);
  g_assert_cmpuint (aj_returns_get_problems (returns)->len, ==, 0);
  return returns;
}

static AjReturnRow *
find_row (AjReturns *returns, AjReturnKind kind, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (returns)); i++)
    {
      g_autoptr (AjReturnRow) row = g_list_model_get_item (G_LIST_MODEL (returns), i);

      if (aj_return_row_get_kind (row) == kind &&
          g_str_equal (aj_return_row_get_title (row), title))
        return row;
    }
  g_error ("no row “%s”", title);
}

/* Prints what stands in the way, so that a failure can be read. */
static void
print_doubts (AjReturns *returns)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (returns)); i++)
    {
      g_autoptr (AjReturnRow) row = g_list_model_get_item (G_LIST_MODEL (returns), i);

      if (aj_return_row_is_doubtful (row))
        g_test_message ("%s: %s: %s", aj_return_row_get_file (row), aj_return_row_get_title (row),
                        aj_return_row_get_reason (row));
    }
}

static void
correct (AjReturns *returns, AjReturnRow *row, const char *text)
{
  g_assert_true (aj_return_row_is_doubtful (row));
  g_assert_cmpint (aj_return_row_get_fault_cell (row), >=, 0);
  aj_returns_set_cell (returns, row, (guint) aj_return_row_get_fault_cell (row), text);
  g_assert_false (aj_return_row_is_doubtful (row));
  g_assert_true (aj_return_row_get_wanted (row));
}

static void
take (AjReturns *returns)
{
  g_autoptr (AjEdit) edit = aj_returns_make_edit (returns);
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* Five repairs, each of one cell or one tick, and all is in. */
static void
test_all (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = many_forms_put_all (&forms);
  g_autoptr (AjReturns) returns = load (self, paths);
  g_autoptr (AjReturns) again = NULL;
  g_autofree char *name = many_forms_dup_municipality (17);
  guint n_rows = N_MUNICIPALITIES * (N_ACTIVITIES + 1);
  g_autoptr (GError) error = NULL;
  AjReturnRow *row;

  print_doubts (returns);
  g_assert_cmpuint (aj_returns_count_forms (returns), ==, N_MUNICIPALITIES);
  /* Without the three of who does not take part. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (returns)), ==, n_rows - 3);
  /* What stands in ours is ours. */
  g_assert_cmpuint (aj_returns_get_ignored (returns)->len, ==, 0);
  /* A date, a time, a municipality with three activities, an edition with three. */
  g_assert_cmpuint (aj_returns_count (returns, AJ_IMPORT_REFUSED), ==, 2 + 4 + 4);
  /* Those, a name, and one that is there twice. */
  g_assert_cmpuint (aj_returns_count_doubtful (returns), ==, 10 + 2);
  g_assert_cmpuint (aj_returns_count (returns, AJ_IMPORT_CHANGED), ==, N_MUNICIPALITIES - 2);
  g_assert_cmpuint (aj_returns_count (returns, AJ_IMPORT_SAME), ==, 0);

  correct (returns, find_row (returns, AJ_RETURN_ACTIVITY, "Activiteit 1 van 5"), "8 okt");
  row = find_row (returns, AJ_RETURN_ACTIVITY, "Activiteit 2 van 9");
  correct (returns, row,
           aj_return_row_get_cell_suggestion (row, (guint) aj_return_row_get_fault_cell (row)));
  correct (returns, find_row (returns, AJ_RETURN_ACTIVITY, "Activiteit 3 van 13"), "16u");
  correct (returns, find_row (returns, AJ_RETURN_ANSWER, "Gemeentenaam Xx"), name);
  /* The second of the two is the one to look at, and those come first. */
  row = find_row (returns, AJ_RETURN_ACTIVITY, "Activiteit 2 van 21");
  g_assert_true (aj_return_row_is_doubtful (row));
  aj_return_row_set_wanted (row, TRUE);
  g_assert_cmpuint (aj_returns_count_wanted (returns), ==, n_rows - 3 - 4);
  take (returns);
  g_assert_cmpint (fixture_count (self, "activity"), ==, (N_MUNICIPALITIES - 2) * N_ACTIVITIES);
  /* One line in the log for each form that did something. */
  g_assert_cmpint (fixture_count (self, "contact"), ==, N_MUNICIPALITIES - 1);

  again = load (self, paths);
  print_doubts (again);
  g_assert_cmpuint (aj_returns_count_wanted (again), ==, 0);

  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, "activity"), ==, 0);
  g_assert_cmpint (fixture_count (self, "contact"), ==, 0);
  g_assert_cmpint (fixture_count (self, "person"), ==, 0);
}

/* (transfer full): what LibreOffice makes of @path when it saves it as @ending. */
static char *
save_as (const char *path, const char *ending)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *out = g_build_filename (folder, ending, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *stem = g_strndup (base, (gsize) (strrchr (base, '.') - base));
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, ending);
  g_autofree char *output = run ((const char *const[]){
      "soffice", profile, "--headless", "--convert-to", ending, "--outdir", out, path, NULL });

  g_test_message ("%s", output);
  return g_build_filename (out, name, NULL);
}

static void
replace_in_file (const char *path, const char *old, const char *with)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, old, -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  joined = g_strjoinv (with, parts);
  g_file_set_contents (path, joined, -1, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_one (const char *path)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (paths, g_strdup (path));
  g_ptr_array_add (paths, NULL);
  return paths;
}

/* Ours is taken in; what LibreOffice saves says the same, in both of its kinds; what somebody changes there is changed. */
static void
test_office (Fixture *self, gconstpointer data)
{
  g_autoptr (AjForm) form = many_forms_make (&forms, 0);
  g_autofree char *ours = many_forms_put (&forms, form, 0);
  g_autofree char *document = save_as (ours, "ods");
  g_autofree char *flat = save_as (ours, "fods");
  g_autofree char *changed = NULL;
  const char *const same[] = { ours, document };
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (AjReturns) returns = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const AjImportChange *change;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GPtrArray) one = list_one (same[i]);
      g_autoptr (AjReturns) read = load (self, one);

      print_doubts (read);
      g_assert_cmpuint (aj_returns_count_doubtful (read), ==, 0);
      g_assert_cmpuint (aj_returns_count (read, i == 0 ? AJ_IMPORT_NEW : AJ_IMPORT_SAME), ==,
                        i == 0 ? N_ACTIVITIES : N_ACTIVITIES + 1);
      if (i == 0)
        take (read);
    }
  replace_in_file (flat, "Activiteit 2 van 0", "Andere titel");
  changed = save_as (flat, "xlsx");
  paths = list_one (changed);
  returns = load (self, paths);
  print_doubts (returns);
  /* Without an id, another title is another activity. */
  g_assert_cmpuint (aj_returns_count (returns, AJ_IMPORT_SAME), ==, N_ACTIVITIES);
  g_assert_cmpuint (aj_returns_count (returns, AJ_IMPORT_NEW), ==, 1);
  g_clear_object (&returns);
  replace_in_file (flat, "Andere titel", "Activiteit 2 van 0");
  replace_in_file (flat, "PT13H00M00S", "PT14H15M00S");
  g_free (changed);
  changed = save_as (flat, "xlsx");
  returns = load (self, paths);
  print_doubts (returns);
  g_assert_cmpuint (aj_returns_count (returns, AJ_IMPORT_CHANGED), ==, 2);
  changes = aj_returns_list_changes (returns,
                                     find_row (returns, AJ_RETURN_ACTIVITY, "Activiteit 2 van 0"));
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpstr (change->field->name, ==, "from");
  g_assert_cmpstr (change->before, ==, "13:00");
  g_assert_cmpstr (change->after, ==, "14:15");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/returns-many/all", test_all);
  ADD ("/returns-many/office", test_office);
  return g_test_run ();
}
