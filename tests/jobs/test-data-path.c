/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "aj-data-path.h"
#include "aj-example.h"

static void
test_default (void)
{
  g_autofree char *path = aj_default_data_path ();
  g_autofree char *last = aj_get_last_data_path (NULL);

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/aanjager/network.aanjager"));
  g_assert_cmpstr (last, ==, path);
}

/* An example takes nobody's place, and is called what somebody would call it. */
static void
test_example (void)
{
  g_autofree char *path = aj_example_data_path (AJ_EXAMPLE_DEFAULT);
  g_autofree char *other = aj_example_data_path (AJ_EXAMPLE_MIDDEN);

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/aanjager/Voorbeeld Oost-Nederland.aanjager"));
  g_assert_true (g_str_has_suffix (other, "/aanjager/Voorbeeld Midden-Nederland.aanjager"));
}

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = aj_open_settings ();
  g_autofree char *author = NULL;
  g_autofree char *path = NULL;

  g_assert_nonnull (settings);
  g_settings_set_string (settings, "data-file", "/srv/netwerk.aanjager");
  g_settings_set_string (settings, "own-name", "  Anke\nde Vries ");
  path = aj_get_last_data_path (settings);
  author = aj_get_author (settings);
  g_assert_cmpstr (path, ==, "/srv/netwerk.aanjager");
  g_assert_cmpstr (author, ==, "Anke de Vries");
  g_settings_set_string (settings, "organisation", " Gemeente\tZwolle ");
  g_free (author);
  author = aj_get_author (settings);
  g_assert_cmpstr (author, ==, "Anke de Vries (Gemeente Zwolle)");
  g_settings_reset (settings, "organisation");
  g_settings_reset (settings, "data-file");
  g_settings_reset (settings, "own-name");
}

static void
test_author_without_settings (void)
{
  g_autofree char *author = aj_get_author (NULL);

  g_assert_cmpstr (author, !=, "");
  g_assert_cmpstr (author, !=, "Unknown");
}

static void
test_earlier_authors (void)
{
  g_autoptr (GSettings) settings = aj_open_settings ();
  g_auto (GStrv) none = aj_get_earlier_authors (settings);
  g_auto (GStrv) without = aj_get_earlier_authors (NULL);
  g_auto (GStrv) names = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (without), ==, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Anke %u", i);

      aj_keep_earlier_author (settings, name);
    }
  aj_keep_earlier_author (settings, "Anke 20");
  names = aj_get_earlier_authors (settings);
  g_assert_cmpuint (g_strv_length (names), ==, 20);
  g_assert_cmpstr (names[0], ==, "Anke 20");
  g_assert_cmpstr (names[1], ==, "Anke 29");
  g_assert_cmpstr (names[19], ==, "Anke 10");
  g_settings_reset (settings, "earlier-names");
}

static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("aj-path-XXXXXX", NULL);
  g_autofree char *made = g_build_filename (folder, "a", NULL);
  g_autofree char *path = g_build_filename (made, "x.aanjager", NULL);
  g_autofree char *in_file = g_build_filename (made, "file", "b", NULL);
  g_autofree char *file = g_build_filename (made, "file", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_data_path_make_folder (path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (made, G_FILE_TEST_IS_DIR));
  g_assert_true (aj_data_path_make_folder (path, &error));
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  g_assert_false (aj_data_path_make_folder (in_file, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (g_strrstr (error->message, file));
  g_remove (file);
  g_rmdir (made);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/data-path/default", test_default);
  g_test_add_func ("/jobs/data-path/example", test_example);
  g_test_add_func ("/jobs/data-path/settings", test_settings);
  g_test_add_func ("/jobs/data-path/author-without-settings", test_author_without_settings);
  g_test_add_func ("/jobs/data-path/earlier-authors", test_earlier_authors);
  g_test_add_func ("/jobs/data-path/folder", test_folder);
  return g_test_run ();
}
