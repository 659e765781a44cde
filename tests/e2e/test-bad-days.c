/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens on days that do not go as planned: nothing to begin with, a damaged file, a power cut, somebody else in the
 * same file, a slip of the keyboard. */
#include "aj-home.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>

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

/* Opens the example with the year 2027 planned. */
static void
start_planned (AjHome *home)
{
  aj_home_start (home, "--example", NULL);
  aj_drive_click (home->drive, find_button (home, "Plan *cycle*"));
  aj_drive_click (home->drive, find_button (home, "Plan 6 Meetings"));
  aj_drive_wait_window_gone (home->drive, "Plan Cycle");
  aj_home_find_meeting (home, "*14 Jan 2027*");
}

static void
give_theme (AjHome *home, const char *theme)
{
  g_autofree char *row = g_strdup_printf ("%s,*", theme);

  aj_drive_fill (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_TEXT, "Theme"),
                 theme);
  aj_drive_key (home->drive, "Return");
  aj_home_find_meeting (home, row);
}

static void
test_welcome_example (void)
{
  g_autoptr (AjHome) home = aj_home_new ();

  aj_home_start (home, NULL, NULL);
  await_label (home, "Welcome to Aanjager");
  aj_drive_click (home->drive, find_button (home, "Look Around in the Example"));
  aj_home_wait_meetings (home, 6);
  g_assert_true (g_file_test (home->data, G_FILE_TEST_EXISTS));
  aj_drive_quit (home->drive);
  /* From now on there is a file to come back to. */
  aj_home_start (home, NULL, NULL);
  aj_home_wait_meetings (home, 6);
}

static void
test_welcome_empty (void)
{
  g_autoptr (AjHome) home = aj_home_new ();

  aj_home_start (home, NULL, NULL);
  aj_drive_click (home->drive, find_button (home, "Start Empty"));
  await_label (home, "No Groups Yet");
  aj_drive_click (home->drive, find_button (home, "Make a group*"));
  await_label (home, "No Meetings in 2026 Yet");
  aj_drive_click (home->drive, find_button (home, "New meeting"));
  aj_home_wait_meetings (home, 1);
}

static void
test_welcome_open (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *path = aj_home_dup_path (home, "handed over.aanjager");
  g_autofree char *made = aj_home_run (home, "new", path, NULL);

  aj_home_start (home, NULL, NULL);
  aj_drive_click (home->drive, find_button (home, "Open a File…"));
  aj_drive_choose_file (home->drive, path);
  aj_home_wait_meetings (home, 6);
  await_label (home, "handed over\n*");
}

static void
test_damaged (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *path = aj_home_dup_path (home, "torn.aanjager");

  g_assert_true (g_file_set_contents (path, "SQLite format 3", -1, NULL));
  aj_home_start (home, NULL, path);
  await_label (home, "The File Could Not Be Opened");
  /* A sentence, the file, and two ways on. */
  await_label (home, "*.\n\n*torn.aanjager");
  find_button (home, "New File…");
  aj_drive_assert_names (home->drive);
  aj_drive_click (home->drive, find_button (home, "Open Another File…"));
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_FILLER, "GtkFileChooserWidget");
  aj_drive_key (home->drive, "Escape");
  find_button (home, "Open Another File…");
  aj_drive_quit (home->drive);
}

/* A file that cannot be opened leaves the one that is open. */
static void
test_damaged_later (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *path = aj_home_dup_path (home, "letter.aanjager");

  g_assert_true (g_file_set_contents (path, "Beste collega,\n", -1, NULL));
  start_planned (home);
  aj_drive_key (home->drive, "ctrl+o");
  aj_drive_choose_file (home->drive, path);
  await_label (home, "*letter.aanjager*");
  aj_home_wait_meetings (home, 6);
  give_theme (home, "Nog steeds hier");
}

/* Handed over on a disk that is mounted for reading, or in the folder of somebody else. */
static void
test_read_only (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *folder = aj_home_dup_path (home, "shared");
  g_autofree char *path = g_build_filename (folder, "shared.aanjager", NULL);
  g_autofree char *made = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  made = aj_home_run (home, "new", path, "--example", "oost-nederland-2026", NULL);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  /* What root starts from here on heeds what files may be written, as everybody does. */
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
  aj_home_start (home, NULL, path);
  await_label (home, "This file can only be read.*");
  find_button (home, "Save a Copy…");
  aj_drive_assert_names (home->drive);
  aj_drive_quit (home->drive);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

/* The platform's dialog asks whether it may be replaced, and then it was refused: now it is opened, as it was. */
static void
test_new_over_another (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *path = aj_home_dup_path (home, "other.aanjager");
  g_autofree char *made = aj_home_run (home, "new", path, "--example", "midden-nederland-2025",
                                       NULL);

  start_planned (home);
  aj_drive_click (home->drive, find_button (home, "Main menu"));
  aj_drive_click (home->drive,
                  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_MENU_ITEM, "New File…"));
  aj_drive_choose_file (home->drive, path);
  aj_drive_click (home->drive, find_button (home, "Replace"));
  await_label (home, "*other.aanjager” stays as it is*");
  aj_drive_click (home->drive, find_button (home, "Open It"));
  await_label (home, "other\n*");
  aj_drive_quit (home->drive);
}

/* Who filled in their own name could take nothing back any more that they did before. */
static void
test_own_name (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *history = NULL;

  start_planned (home);
  aj_drive_key (home->drive, "ctrl+comma");
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_PAGE_TAB, "You"));
  aj_drive_fill (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_TEXT, "Your name"),
                 "Anke de Vries");
  aj_drive_key (home->drive, "Escape");
  aj_drive_wait_window_gone (home->drive, "Preferences");
  aj_drive_key (home->drive, "ctrl+z");
  await_label (home, "Undone: Plan*");
  await_label (home, "No Meetings in 2027 Yet");
  history = aj_home_run (home, "history", NULL);
  g_assert_nonnull (strstr (history, "Anke de Vries"));
  /* Another process has the same names from the settings. */
  g_free (aj_home_run (home, "redo", NULL));
  aj_home_wait_meetings (home, 6);
  aj_drive_quit (home->drive);
}

static void
test_killed (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *found = NULL;

  start_planned (home);
  give_theme (home, "Vlak voor de stroomstoring");
  aj_drive_kill (home->drive);
  found = aj_home_run (home, "check", NULL);
  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_home_find_meeting (home, "Vlak voor de stroomstoring,*14 Jan 2027*");
  aj_drive_quit (home->drive);
}

/* (transfer full) */
static char *
dup_january_id (AjHome *home)
{
  g_autofree char *list = aj_home_run (home, "--json", "list", "meeting", "--where",
                                       "starts-at=2027-01-14T10:00", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("\"id\"\\s*:\\s*\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_regex_match (regex, list, 0, &match));
  return g_match_info_fetch (match, 1);
}

/* Two programs on one file: each shows what the other does. */
static void
test_two_programs (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *id = NULL;
  g_autofree char *done = NULL;
  g_autofree char *shown = NULL;

  start_planned (home);
  id = dup_january_id (home);
  done = aj_home_run (home, "set", "meeting", id, "theme=Van een collega", NULL);
  aj_home_find_meeting (home, "Van een collega,*14 Jan 2027*");
  await_label (home, "Van een collega");
  give_theme (home, "Zelf bedacht");
  shown = aj_home_run (home, "show", "meeting", id, NULL);
  g_assert_nonnull (strstr (shown, "Zelf bedacht"));
  /* Ctrl+Z takes back what was done here, not what the colleague did before it. */
  aj_drive_key (home->drive, "ctrl+z");
  aj_home_find_meeting (home, "Van een collega,*14 Jan 2027*");
}

static void
test_rule (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *end;
  g_autofree char *id = NULL;
  g_autofree char *shown = NULL;

  start_planned (home);
  id = dup_january_id (home);
  end = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "End, time");
  aj_drive_fill (drive, end, "9:00");
  aj_drive_key (drive, "Return");
  await_label (home, "A meeting must end after it starts.");
  shown = aj_home_run (home, "show", "meeting", id, NULL);
  g_assert_nonnull (strstr (shown, "12:00"));
  g_assert_null (strstr (shown, "9:00"));
  aj_drive_fill (drive, end, "half tien");
  aj_drive_key (drive, "Return");
  await_label (home, "*“half tien” is not a time of day*");
  /* Escape gives back what is stored. */
  aj_drive_key (drive, "Escape");
  aj_drive_wait_text (drive, end, "12:00");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "*is not a time of day*");
  aj_home_find_meeting (home, "*14 Jan 2027, 10:00–12:00*");
}

static void
test_network (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *list;

  aj_home_start (home, "--example", NULL);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "Network"));
  await_label (home, "76 municipalities");
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"), "apeld");
  await_label (home, "1 found");
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Municipalities");
  aj_drive_click (drive, aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Apeldoorn,*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Code (CBS)");

  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "What to show"),
                   "People");
  aj_drive_click (drive, find_button (home, "New person"));
  /* The cursor stands in the name, and what stood there is typed over. */
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Name"));
  aj_drive_type (drive, "Zoë van ’t Veld");
  aj_drive_key (drive, "Return");
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "People");
  /* Only what is in view can be found, and the example has many people. */
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"), "zoe");
  aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Zoë van ’t Veld*");
  aj_drive_click (drive, find_button (home, "Remove person"));
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LIST_ITEM, "Zoë van ’t Veld*");
  aj_drive_click (drive, find_button (home, "Undo"));
  aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Zoë van ’t Veld*");
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-days/welcome/example", test_welcome_example);
  g_test_add_func ("/bad-days/welcome/empty", test_welcome_empty);
  g_test_add_func ("/bad-days/welcome/open", test_welcome_open);
  g_test_add_func ("/bad-days/damaged", test_damaged);
  g_test_add_func ("/bad-days/damaged-later", test_damaged_later);
  g_test_add_func ("/bad-days/read-only", test_read_only);
  g_test_add_func ("/bad-days/new-over-another", test_new_over_another);
  g_test_add_func ("/bad-days/own-name", test_own_name);
  g_test_add_func ("/bad-days/killed", test_killed);
  g_test_add_func ("/bad-days/two-programs", test_two_programs);
  g_test_add_func ("/bad-days/rule", test_rule);
  g_test_add_func ("/bad-days/network", test_network);
  return g_test_run ();
}
