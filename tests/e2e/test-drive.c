/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The driver itself, tried on the window of probe.c: what it does must arrive, and what does not happen must fail the
 * test with a message that says so. */
#include "aj-drive.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>

#define TITLE "Probe*Zoë"

static AjDrive *
start_probe (const char *option, const char *const *env)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "e2e", "probe", NULL);
  const char *argv[] = { program, option, NULL };
  AjDrive *drive = aj_drive_new ();

  aj_drive_prepare_text (drive, "ő");
  aj_drive_start (drive, argv, env);
  return drive;
}

static AjDriveNode *
find_button (AjDrive *drive, const char *name)
{
  return aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, name);
}

static void
await_status (AjDrive *drive, const char *text)
{
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, text);
}

static void
open_page (AjDrive *drive, const char *name)
{
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_PAGE_TAB, name));
}

static void
test_keys (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  aj_drive_wait_active (drive, TITLE);
  aj_drive_key (drive, "ctrl+n");
  await_status (drive, "1 added");
  aj_drive_keys (drive, "ctrl+n", 3);
  await_status (drive, "4 added");
  aj_drive_key (drive, "ctrl+z");
  await_status (drive, "Undone");
  aj_drive_key (drive, "ctrl+shift+z");
  await_status (drive, "Redone");
  aj_drive_key (drive, "F10");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "New meeting");
  aj_drive_key (drive, "Return");
  await_status (drive, "5 added");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_MENU_ITEM, "New meeting");
  g_assert_cmpuint (aj_drive_get_actions (drive), ==, 8);
  aj_drive_assert_actions (drive, 8);
  aj_drive_quit (drive);
}

static void
test_menu (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  aj_drive_press (drive, find_button (drive, "Main menu"));
  aj_drive_press (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "New meeting"));
  await_status (drive, "1 added");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_MENU_ITEM, NULL);
  aj_drive_click (drive, find_button (drive, "Main menu"));
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "New meeting"));
  await_status (drive, "2 added");
  aj_drive_press_action (drive, aj_drive_find (drive, AJ_DRIVE_ROLE_FRAME, TITLE), "win.redo");
  await_status (drive, "Redone");
}

static void
test_text (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);
  AjDriveNode *entry = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Search words");
  AjDriveNode *row = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Full name");
  g_autofree char *text = NULL;

  aj_drive_click (drive, entry);
  aj_drive_wait_focused (drive, entry);
  aj_drive_type (drive, "Zoë van ’t Hőff – € 12,50 (A&B) #7_ÉÖ");
  aj_drive_key (drive, "Return");
  await_status (drive, "Entered Zoë van ’t Hőff – € 12,50 (A&B) #7_ÉÖ");
  aj_drive_set_text (drive, entry, "at once");
  aj_drive_fill (drive, entry, "Şükrü Özdemir");
  text = aj_drive_get_text (drive, entry);
  g_assert_cmpstr (text, ==, "Şükrü Özdemir");
  aj_drive_fill (drive, entry, "");
  aj_drive_fill (drive, row, "Zoë’s “Ğ”");
  aj_drive_fill (drive, row, "Again");
  aj_drive_fill (drive, entry, "and back");
  g_assert_cmpuint (aj_drive_get_actions (drive), ==, 9);
}

static void
test_choose (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);
  AjDriveNode *check = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_CHECK_BOX, "Agrees");
  AjDriveNode *paid = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_CHECK_BOX, "Paid");
  AjDriveNode *count = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_SPIN_BUTTON, "Count");

  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Colour"), "Blue");
  await_status (drive, "Colour Blue");
  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Colour"), "R?d");
  await_status (drive, "Colour Red");
  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Size"), "Large");
  await_status (drive, "Size Large");
  aj_drive_click (drive, check);
  aj_drive_wait_state (drive, check, AJ_DRIVE_STATE_CHECKED, TRUE);
  await_status (drive, "Agreed");
  aj_drive_press (drive, paid);
  aj_drive_wait_state (drive, paid, AJ_DRIVE_STATE_CHECKED, TRUE);
  aj_drive_click (drive, count);
  aj_drive_wait_focused (drive, count);
  aj_drive_keys (drive, "Up", 3);
  aj_drive_wait_text (drive, count, "3");
  g_assert_cmpfloat (aj_drive_get_value (drive, count), ==, 3);
  g_assert_cmpuint (aj_drive_get_actions (drive), ==, 9);
}

/* The click hits where the pointer already is, and where a popover has just closed. */
static void
open_and_close (AjDrive *drive, AjDriveNode *combo)
{
  AjDriveNode *button = aj_drive_find_in (drive, combo, AJ_DRIVE_ROLE_BUTTON, NULL);

  aj_drive_click (drive, combo);
  aj_drive_wait_state (drive, button, AJ_DRIVE_STATE_PRESSED, TRUE);
  aj_drive_key (drive, "Escape");
  aj_drive_wait_state (drive, button, AJ_DRIVE_STATE_PRESSED, FALSE);
}

static void
test_choose_long (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);
  AjDriveNode *towns = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Towns");
  AjDriveNode *searched = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Searched towns");

  aj_drive_choose (drive, towns, "Town number 61");
  await_status (drive, "Town 61");
  aj_drive_choose (drive, towns, "Town number 2");
  await_status (drive, "Town 2");
  g_assert_cmpuint (aj_drive_get_actions (drive), ==, 2);
  open_and_close (drive, towns);
  open_and_close (drive, towns);
  aj_drive_reset_actions (drive);
  aj_drive_choose (drive, searched, "Town number 70");
  await_status (drive, "Town 70");
  g_assert_cmpuint (aj_drive_get_actions (drive), ==, 2);
}

static void
test_keyboard_alone (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);
  AjDriveNode *entry = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Search words");
  AjDriveNode *row = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Full name");
  AjDriveNode *size = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Size");

  aj_drive_key_to (drive, "Tab", entry);
  aj_drive_type (drive, "één");
  aj_drive_key (drive, "Return");
  await_status (drive, "Entered één");
  aj_drive_key_to (drive, "Tab", row);
  g_assert_true (aj_drive_get_focused (drive) == row);
  aj_drive_type (drive, "Zoë");
  aj_drive_wait_text (drive, row, "Zoë");
  aj_drive_key_to (drive, "Down", size);
  aj_drive_key_to (drive, "shift+Tab", find_button (drive, "Ask"));
  aj_drive_key (drive, "space");
  aj_drive_wait_active (drive, "Send the invitations?");
  aj_drive_key_to (drive, "Tab", find_button (drive, "Cancel"));
  aj_drive_key (drive, "Return");
  await_status (drive, "Answered cancel");
}

static void
test_list (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);
  AjDriveNode *list;
  AjDriveNode *row;

  g_assert_null (aj_drive_peek (drive, AJ_DRIVE_ROLE_LIST, "Meetings"));
  open_page (drive, "List");
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Meetings");
  row = aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Meeting 3");
  aj_drive_click (drive, row);
  await_status (drive, "Row 3 opened");
  aj_drive_keys (drive, "Down", 2);
  aj_drive_key (drive, "Return");
  await_status (drive, "Row 5 opened");
  aj_drive_click (drive, aj_drive_scroll_to (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Meeting 60"));
  await_status (drive, "Row 60 opened");
  aj_drive_key (drive, "End");
  aj_drive_key (drive, "Return");
  await_status (drive, "Row 999 opened");
  aj_drive_click (drive, aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Meeting 997"));
  await_status (drive, "Row 997 opened");
  aj_drive_wait_count (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Meeting 99?", 10);
  aj_drive_wait_count (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Meeting 3", 0);
}

static void
test_scrolling (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  open_page (drive, "Far");
  aj_drive_click (drive, find_button (drive, "Button 38"));
  await_status (drive, "Clicked Button 38");
  aj_drive_click (drive, find_button (drive, "Button 2"));
  await_status (drive, "Clicked Button 2");
  /* A page that was visited and left still has its place and its states. */
  open_page (drive, "Form");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_BUTTON, "Button 2");
  g_assert_nonnull (aj_drive_find (drive, AJ_DRIVE_ROLE_BUTTON, "Button 2"));
  aj_drive_resize_window (drive, TITLE, 640, 600);
  open_page (drive, "Far");
  aj_drive_scroll (drive, find_button (drive, "Button 3"), 5);
  aj_drive_click (drive, find_button (drive, "Button 40"));
  await_status (drive, "Clicked Button 40");
}

static void
test_dialog (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  aj_drive_reset_actions (drive);
  aj_drive_click (drive, find_button (drive, "Ask"));
  aj_drive_wait_active (drive, "Send the invitations?");
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "Send the invitations?");
  await_status (drive, "Answered cancel");
  aj_drive_press (drive, find_button (drive, "Ask"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_DIALOG, "Send the invitations?");
  aj_drive_press (drive, find_button (drive, "Send"));
  await_status (drive, "Answered send");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_DIALOG, NULL);
  aj_drive_click (drive, find_button (drive, "Ask"));
  aj_drive_click (drive, find_button (drive, "Cancel"));
  aj_drive_wait_window_gone (drive, "Send the invitations?");
  g_assert_cmpuint (aj_drive_get_windows (drive), ==, 3);
  g_assert_cmpuint (aj_drive_get_actions (drive), ==, 6);
  /* Keys reach the window below at once. */
  aj_drive_key (drive, "ctrl+n");
  await_status (drive, "1 added");
  aj_drive_press (drive, find_button (drive, "Toast"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Meeting cancelled");
  aj_drive_click (drive, find_button (drive, "Undo"));
  await_status (drive, "Undone");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "Meeting cancelled");
}

static void
test_drag (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  aj_drive_drag (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Drag me"),
                 aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Drop here"));
  await_status (drive, "Dropped cargo");
}

static void
test_files (void)
{
  g_autofree char *dir = g_dir_make_tmp ("drive-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "jaar één.ics", NULL);
  g_autofree char *longer = g_strconcat (path, ".bak", NULL);
  g_autofree char *new_path = g_build_filename (dir, "new.ics", NULL);
  g_autofree char *chosen = g_strconcat ("Chosen ", path, NULL);
  g_autofree char *chosen_new = g_strconcat ("Chosen ", new_path, NULL);
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  g_assert_true (g_file_set_contents (longer, "x", -1, NULL));
  aj_drive_key (drive, "ctrl+o");
  aj_drive_choose_file (drive, path);
  await_status (drive, chosen);
  aj_drive_key (drive, "ctrl+s");
  aj_drive_choose_file (drive, new_path);
  await_status (drive, chosen_new);
  aj_drive_key (drive, "ctrl+s");
  aj_drive_choose_file (drive, path);
  aj_drive_press (drive, find_button (drive, "Replace"));
  await_status (drive, chosen);
  aj_drive_key (drive, "ctrl+o");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_FILLER, "GtkFileChooserWidget");
  aj_drive_key (drive, "Escape");
  await_status (drive, "Chosen nothing");
  g_assert_cmpint (g_remove (path) | g_remove (longer) | g_rmdir (dir), ==, 0);
}

static void
test_life (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "e2e", "probe", NULL);
  const char *argv[] = { program, NULL };
  AjDriveNode *old = find_button (drive, "Ask");

  aj_drive_quit (drive);
  g_assert_false (aj_drive_is_running (drive));
  aj_drive_start (drive, argv, NULL);
  g_assert_false (aj_drive_node_update (drive, old));
  aj_drive_kill (drive);
  aj_drive_start (drive, argv, NULL);
  aj_drive_press (drive, find_button (drive, "Crash"));
  g_assert_true (WIFSIGNALED (aj_drive_wait_exit (drive)));
  aj_drive_start (drive, argv, NULL);
  aj_drive_close_window (drive, TITLE);
  g_assert_cmpint (aj_drive_wait_exit (drive), ==, 0);
  aj_drive_start (drive, argv, NULL);
  aj_drive_press (drive, find_button (drive, "Leave late"));
  g_assert_cmpint (aj_drive_wait_exit (drive), ==, 0);
}

static void
test_scaled (void)
{
  const char *const env[] = { "GDK_SCALE=2", NULL };
  g_autoptr (AjDrive) drive = start_probe (NULL, env);

  aj_drive_click (drive, find_button (drive, "Ask"));
  aj_drive_click (drive, find_button (drive, "Cancel"));
  await_status (drive, "Answered cancel");
  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Colour"), "Green");
  await_status (drive, "Colour Green");
}

static void
test_names (void)
{
  g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

  aj_drive_assert_names (drive);
  aj_drive_press (drive, find_button (drive, "Toast"));
  find_button (drive, "Undo");
  aj_drive_assert_names (drive);
  open_page (drive, "List");
  aj_drive_assert_names (drive);
}

/* Failures: each in a process of its own, which must end with the message. */

static void
test_missing (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

      aj_drive_set_timeout (drive, 0.3);
      aj_drive_press (drive, find_button (drive, "Toast"));
      find_button (drive, "Nowhere");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*waited 0 s for button “Nowhere” to be shown; there are:*“Ask”*1  "
                             "press button “Toast”*.png*");
}

static void
test_died (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

      aj_drive_press (drive, find_button (drive, "Crash"));
      await_status (drive, "Never");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*the program ended (signal 6*) while waiting for label “Never”*");
}

static void
test_unnamed (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (AjDrive) drive = start_probe ("--unnamed", NULL);

      aj_drive_assert_names (drive);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr (
      "*1 widgets that take the focus have no name:*“GtkMenuButton” in frame “Probe – Zoë”*");
}

static void
test_too_many (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

      aj_drive_keys (drive, "ctrl+n", 3);
      aj_drive_assert_actions (drive, 2);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*3 actions, where at most 2 are allowed*");
}

static void
test_too_small (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

      aj_drive_resize_window (drive, TITLE, 360, 600);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*does not fit in 360 by 600; it needs*");
}

/* What a failure leaves behind: the program is gone, the picture and the tree are there. */
static void
test_evidence (void)
{
  g_autofree char *dir = g_dir_make_tmp ("drive-XXXXXX", NULL);
  g_autoptr (GDir) found = NULL;
  guint n_pictures = 0;
  guint n_trees = 0;
  const char *name;

  if (g_test_subprocess ())
    {
      g_autoptr (AjDrive) drive = start_probe (NULL, NULL);

      g_printerr ("pid %d\n", aj_drive_get_pid (drive));
      aj_drive_fail (drive, "on purpose");
    }
  g_setenv ("AJ_DRIVE_LOG_DIR", dir, TRUE);
  g_setenv ("AJ_DRIVE_DUMP", "1", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("AJ_DRIVE_LOG_DIR");
  g_unsetenv ("AJ_DRIVE_DUMP");
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*button “Ask” focusable *on purpose*");
  found = g_dir_open (dir, 0, NULL);
  while ((name = g_dir_read_name (found)))
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      n_pictures += g_str_has_suffix (name, ".png");
      n_trees += g_str_has_suffix (name, ".txt");
      g_remove (path);
    }
  g_rmdir (dir);
  g_assert_cmpuint (n_pictures, ==, 1);
  g_assert_cmpuint (n_trees, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drive/keys", test_keys);
  g_test_add_func ("/drive/menu", test_menu);
  g_test_add_func ("/drive/text", test_text);
  g_test_add_func ("/drive/choose", test_choose);
  g_test_add_func ("/drive/choose-long", test_choose_long);
  g_test_add_func ("/drive/keyboard-alone", test_keyboard_alone);
  g_test_add_func ("/drive/list", test_list);
  g_test_add_func ("/drive/scrolling", test_scrolling);
  g_test_add_func ("/drive/dialog", test_dialog);
  g_test_add_func ("/drive/drag", test_drag);
  g_test_add_func ("/drive/files", test_files);
  g_test_add_func ("/drive/life", test_life);
  g_test_add_func ("/drive/scaled", test_scaled);
  g_test_add_func ("/drive/names", test_names);
  g_test_add_func ("/drive/fails/missing", test_missing);
  g_test_add_func ("/drive/fails/died", test_died);
  g_test_add_func ("/drive/fails/unnamed", test_unnamed);
  g_test_add_func ("/drive/fails/too-many", test_too_many);
  g_test_add_func ("/drive/fails/too-small", test_too_small);
  g_test_add_func ("/drive/fails/evidence", test_evidence);
  return g_test_run ();
}
