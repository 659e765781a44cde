/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of papers, beside the data file. */
#include "aj-paper-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-paper.h"

static void
test_names (void)
{
  static const struct
  {
    const char *path;
    const char *name;
  } cases[] = {
    { "/tmp/Handreiking jeugd.pdf", "Handreiking jeugd.pdf" },
    { "/tmp/Ünïcode 😀.docx", "Ünïcode 😀.docx" },
    { "/tmp/..", "stuk" },
    { "/tmp/.hidden", "hidden" },
    { "/tmp/...", "stuk" },
    { "/tmp/a\\..\\..\\b.txt", "a-..-..-b.txt" },
    { "/tmp/C:evil?.txt", "C-evil-.txt" },
    { "/tmp/nul.txt", "_nul.txt" },
    { "/tmp/com1", "_com1" },
    { "/tmp/common.txt", "common.txt" },
    { "/tmp/trailing. . ", "trailing" },
    { "/tmp/two\nlines.pdf", "two lines.pdf" },
    { "/tmp/rtl\xe2\x80\xae"
      "fdp.exe",
      "rtlfdp.exe" },
    { "/tmp/\xff\xfe.bin", "ÿþ.bin" },
    { "/tmp/.aanjager", "aanjager" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = aj_paper_folder_make_name (cases[i].path);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_long_name (void)
{
  g_autoptr (GString) path = g_string_new ("/tmp/");
  g_autofree char *name = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (path, "é");
  g_string_append (path, ".pdf");
  name = aj_paper_folder_make_name (path->str);
  g_assert_cmpuint (strlen (name), <=, 120);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, "é.pdf"));
}

static void
test_titles (void)
{
  static const char *const cases[][2] = {
    { "/tmp/Handreiking_jeugd.pdf", "Handreiking jeugd" },
    { "/tmp/v1.2 verslag.docx", "v1.2 verslag" },
    { "/tmp/notes", "notes" },
    { "/tmp/__.txt", "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = aj_paper_folder_make_title (cases[i][0]);

      g_assert_cmpstr (title, ==, cases[i][1]);
    }
}

static void
test_folder (void)
{
  static const char *const cases[][2] = {
    { "/home/jan/oost.aanjager", "/home/jan/oost-stukken" },
    { "/home/jan/oost", "/home/jan/oost-stukken" },
    { "/home/jan/.aanjager", "/home/jan/.aanjager-stukken" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = aj_paper_folder_get_path (cases[i][0]);

      g_assert_cmpstr (path, ==, cases[i][1]);
    }
}

/* A file of the fixture's folder: (transfer full) its path. */
static char *
write_source (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static char *
add (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *name = aj_paper_folder_add (self->path, path, NULL, &error);

  g_assert_no_error (error);
  return name;
}

static void
assert_holds (Fixture *self, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) paper = aj_store_load_record (self->store, &aj_paper_record_type, id,
                                                     &error);
  g_autofree char *path = aj_paper_folder_find (self->path, aj_record_get_values (paper), &error);
  g_autofree char *contents = NULL;

  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, text);
}

/* Each keeps its own, also when two are called the same. */
static void
test_add (Fixture *self, gconstpointer data)
{
  g_autofree char *source = write_source (self, "plan.pdf", "een");
  g_autofree char *first = add (self, source);
  g_autofree char *second = NULL;
  g_autofree char *folder = aj_paper_folder_get_path (self->path);
  const char *one, *two;
  GStatBuf info;

  g_assert_cmpstr (first, ==, "plan.pdf");
  g_free (g_steal_pointer (&source));
  source = write_source (self, "plan.pdf", "twee");
  second = add (self, source);
  g_assert_cmpstr (second, ==, "plan (2).pdf");
  one = fixture_add (self, "document", "name", "Een", "file", first, NULL);
  two = fixture_add (self, "document", "name", "Twee", "file", second, NULL);
  assert_holds (self, one, "een");
  assert_holds (self, two, "twee");
  /* For its owner alone. */
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  /* Who removes a paper may want it back. */
  fixture_remove (self, "document", two);
  g_assert_true (aj_store_undo (self->store, NULL, NULL));
  assert_holds (self, two, "twee");
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autofree char *source = write_source (self, "plan.pdf", "een");
  g_autofree char *name = add (self, source);
  g_autofree char *elsewhere = g_build_filename (self->folder, "elders", NULL);
  g_autofree char *moved_data = g_build_filename (elsewhere, "test.aanjager", NULL);
  g_autofree char *folder = aj_paper_folder_get_path (self->path);
  g_autofree char *moved_folder = aj_paper_folder_get_path (moved_data);
  g_autofree char *found = NULL;
  g_autoptr (AjValues) paper = aj_values_new (&aj_paper_record_type, NULL);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (paper, "name", "Plan");
  aj_values_set_text (paper, "file", name);
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (g_rename (folder, moved_folder), ==, 0);
  found = aj_paper_folder_find (moved_data, paper, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_null (aj_paper_folder_find (self->path, paper, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "“plan.pdf” is not in the folder “test-stukken” beside the data file. Put it "
                   "back there.");
}

/* A name that somebody wrote into the file leads nowhere. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "../geheim.txt",        "..",
                                       ".verborgen",           "/etc/passwd",
                                       "map/../../geheim.txt", "..\\geheim.txt" };
  g_autofree char *secret = write_source (self, "geheim.txt", "geheim");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AjValues) paper = aj_values_new (&aj_paper_record_type, NULL);
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
      g_autoptr (GError) error = NULL;

      aj_values_set_text (paper, "name", "Plan");
      aj_values_set_text (paper, "file", names[i]);
      g_assert_null (aj_paper_folder_find (self->path, paper, &error));
      g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
      g_clear_error (&error);
      aj_values_set_text (aj_edit_add (edit, &aj_paper_record_type), "file", names[i]);
      g_assert_false (aj_edit_commit (edit, &error));
      g_assert_nonnull (error);
    }
}

/* What cannot be copied leaves nothing behind. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = aj_paper_folder_get_path (self->path);
  g_autofree char *missing = g_build_filename (self->folder, "weg.pdf", NULL);
  g_autofree char *source = write_source (self, "plan.pdf", "een");
  g_autofree char *target = g_build_filename (folder, "plan.pdf", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (aj_paper_folder_add (self->path, missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_null (aj_paper_folder_add (self->path, self->folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (aj_paper_folder_add (self->path, source, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
test_without_waiting (Fixture *self, gconstpointer data)
{
  g_autofree char *source = write_source (self, "plan.pdf", "een");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  Waiter waiter = { NULL };

  aj_paper_folder_add_async (self->path, source, NULL, waiter_ready_cb, &waiter);
  name = aj_paper_folder_add_finish (waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "plan.pdf");
  g_clear_object (&waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/paper-folder/" name, Fixture, NULL, fixture_set_up, function,                 \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/paper-folder/names", test_names);
  g_test_add_func ("/jobs/paper-folder/long-name", test_long_name);
  g_test_add_func ("/jobs/paper-folder/titles", test_titles);
  g_test_add_func ("/jobs/paper-folder/folder", test_folder);
  ADD ("add", test_add);
  ADD ("moved", test_moved);
  ADD ("hostile", test_hostile);
  ADD ("refused", test_refused);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
