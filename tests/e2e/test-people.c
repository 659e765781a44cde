/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody may ask of those who keep their data: to see them, and to be forgotten; in the program itself, and then in
 * the file that is left. It is Sunday 22 November 2026. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-home.h"

static const char *const traces[] = { "Quirina", "quirina", "Vossenberg", "vossenberg",
                                      "98765432" };

static AjDriveNode *
find_button (AjHome *home, const char *name)
{
  return aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_BUTTON, name);
}

static void
await_label (AjHome *home, const char *text)
{
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, text);
}

static void
await_heading (AjHome *home, const char *text)
{
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_ANY, text);
}

/* The example network, and somebody who left it three years ago, with what others wrote of her. */
static AjHome *
make_home (void)
{
  AjHome *home = aj_home_new ();
  g_autofree char *folder = g_path_get_dirname (home->data);
  g_autofree char *made = NULL;
  g_autofree char *person = NULL;
  g_autofree char *seat = NULL;
  g_autofree char *mention = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  made = aj_home_run (home, "new", home->data, NULL);
  person = aj_home_run (home, "--now", "2022-01-10", "add", "person", "name=Quirina Vossenberg",
                        "mail=q.vossenberg@halt.example", "mobile=06-98765432", NULL);
  seat = aj_home_run (home, "--now", "2022-01-10", "add", "membership", "group=Werkgroep MKB",
                      "person=Quirina Vossenberg", "until=2023-12-31", NULL);
  mention = aj_home_run (home, "--now", "2022-01-10", "set", "group", "Werkgroep MKB",
                         "notes=Ask Quirina Vossenberg for the list.", NULL);
  return home;
}

static void
show_person (AjHome *home)
{
  AjDrive *drive = home->drive;
  AjDriveNode *list;

  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (drive, "alt+3");
  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "What to show"),
                   "People");
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "People");
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"), "vossen");
  aj_drive_click (drive,
                  aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Quirina Vossenberg*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Mobile");
}

static void
choose_in_menu (AjHome *home, const char *item)
{
  aj_drive_click (home->drive, find_button (home, "More for this record"));
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_MENU_ITEM, item));
}

/* The first of the traces that stands in any file where the program keeps its data; (transfer full) (nullable). */
static char *
find_trace (AjHome *home)
{
  g_autofree char *folder = g_path_get_dirname (home->data);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;

      if (!g_file_get_contents (path, &bytes, &size, NULL))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
        for (gsize j = 0; j + strlen (traces[i]) <= size; j++)
          if (memcmp (bytes + j, traces[i], strlen (traces[i])) == 0)
            return g_strdup_printf ("%s in %s", traces[i], name);
    }
  return NULL;
}

static void
test_forget (void)
{
  g_autoptr (AjHome) home = make_home ();
  AjDrive *drive = home->drive;
  g_autofree char *before = find_trace (home);
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;

  g_assert_nonnull (before);
  show_person (home);
  choose_in_menu (home, "Forget…");
  aj_drive_wait_active (drive, "Forget");
  await_heading (home, "Forget Quirina Vossenberg?");
  await_label (home, "1 mention in the texts of others*");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, find_button (home, "Forget"));
  aj_drive_wait_window_gone (drive, "Forget");
  await_label (home,
               "1 person forgotten. Nothing recognisable of this person is left in the data file.");
  await_label (home, "Forgotten on Sun 22 Nov 2026");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_TEXT, "Mobile");
  aj_drive_assert_names (drive);
  aj_drive_quit (drive);
  after = find_trace (home);
  g_assert_cmpstr (after, ==, NULL);
  said = aj_home_run (home, "check", NULL);
  g_assert_nonnull (strstr (said, "All is well"));
}

static void
test_report (void)
{
  g_autoptr (AjHome) home = make_home ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "report.pdf");
  g_autofree char *pdf = NULL;
  GStatBuf status;

  show_person (home);
  choose_in_menu (home, "What We Hold…");
  aj_drive_wait_active (drive, "What We Hold");
  await_heading (home, "What we hold on Quirina Vossenberg");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TABLE, "The Person");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TABLE_CELL, "06-98765432");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, find_button (home, "Save as PDF…"));
  aj_drive_choose_file (drive, path);
  await_label (home, "Saved as report.pdf");
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  aj_drive_resize_window (drive, "What We Hold", 360, 600);
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "What We Hold");
}

/* Told of above the people, and dealt with in two clicks. */
static void
test_look_over (void)
{
  g_autoptr (AjHome) home = make_home ();
  AjDrive *drive = home->drive;

  show_person (home);
  await_label (home, "1 person had no part in the network for 2 years");
  aj_drive_reset_actions (drive);
  aj_drive_click (drive, find_button (home, "Look Over…"));
  aj_drive_wait_active (drive, "Look Over People");
  await_label (home, "In Werkgroep MKB until Sun 31 Dec 2023");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, find_button (home, "Keep Quirina Vossenberg"));
  await_label (home, "Nobody to Look Over");
  aj_drive_assert_actions (drive, 2);
  aj_drive_click (drive, find_button (home, "Undo"));
  aj_drive_resize_window (drive, "Look Over People", 360, 600);
  await_label (home, "In Werkgroep MKB until Sun 31 Dec 2023");
  aj_drive_assert_names (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/forget", test_forget);
  g_test_add_func ("/people/report", test_report);
  g_test_add_func ("/people/look-over", test_look_over);
  return g_test_run ();
}
