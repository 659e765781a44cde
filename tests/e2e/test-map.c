/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map of tiles, as people use it: by keyboard alone, with the pointer, in a small window, and saved. */
#include <string.h>

#include "aj-home.h"

#define MAIN_WINDOW "* – Aanjager"

static AjDriveNode *
find_map (AjHome *home)
{
  return aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, "Municipalities by District. *");
}

static AjDriveNode *
find_tile (AjHome *home, const char *pattern)
{
  return aj_drive_find_in (home->drive, find_map (home), AJ_DRIVE_ROLE_LIST_ITEM, pattern);
}

static void
start (AjHome *home)
{
  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (home->drive, "alt+3");
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, "76 municipalities");
}

static void
save_map (AjHome *home, const char *name, const char *magic)
{
  g_autofree char *path = aj_home_dup_path (home, name);
  g_autofree char *sentence = g_strdup_printf ("Map saved as %s", name);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  aj_drive_press (home->drive,
                  aj_drive_find_in (home->drive,
                                    aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_BUTTON,
                                                         "More for this list"),
                                    AJ_DRIVE_ROLE_BUTTON, "More for this list"));
  aj_drive_press (home->drive,
                  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_MENU_ITEM, "Save Map…"));
  aj_drive_choose_file (home->drive, path);
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, sentence);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 5000);
  g_assert_nonnull (g_strstr_len (bytes, 200, magic));
}

static void
assert_in_file (AjHome *home, const char *name, const char *text)
{
  g_autofree char *path = aj_home_dup_path (home, name);
  g_autofree char *bytes = NULL;
  gsize length, at = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  while (at + strlen (text) <= length && memcmp (bytes + at, text, strlen (text)) != 0)
    at++;
  g_assert_cmpuint (at + strlen (text), <=, length);
}

/* The list, the map, a tile, the municipality, and back again: every step a key. */
static void
test_keyboard (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *lochem;

  start (home);
  aj_drive_key_to (drive, "Tab", aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "As a map"));
  aj_drive_key (drive, "space");
  aj_drive_wait_count (drive, find_map (home), AJ_DRIVE_ROLE_LIST_ITEM, NULL, 76);
  aj_drive_assert_names (drive);
  /* The first from the top is where the cursor begins. */
  aj_drive_key_to (drive, "Tab", find_tile (home, "Steenwijkerland,*"));

  aj_drive_type (drive, "zutp");
  aj_drive_wait_focused (drive, find_tile (home, "Zutphen, Noord- en Oost-Gelderland"));
  aj_drive_key (drive, "Right");
  lochem = find_tile (home, "Lochem,*");
  aj_drive_wait_focused (drive, lochem);
  /* Over the place where there is no tile. */
  aj_drive_key (drive, "End");
  aj_drive_wait_focused (drive, find_tile (home, "Berg en Dal,*"));
  aj_drive_key (drive, "Home");
  aj_drive_type (drive, "loch");
  aj_drive_wait_focused (drive, lochem);
  aj_drive_key (drive, "Return");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Code (CBS)");
  aj_drive_wait_state (drive, lochem, AJ_DRIVE_STATE_SELECTED, TRUE);
  /* With the municipality beside it, one walks on over the map. */
  aj_drive_wait_focused (drive, lochem);
  aj_drive_key (drive, "Left");
  aj_drive_key (drive, "space");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "2 municipalities selected");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  aj_drive_wait_state (drive, lochem, AJ_DRIVE_STATE_SELECTED, FALSE);

  /* And the same as a table. */
  aj_drive_key_to (drive, "shift+Tab",
                   aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "As a map"));
  aj_drive_key (drive, "Tab");
  aj_drive_key (drive, "space");
  aj_drive_find_in (drive, find_map (home), AJ_DRIVE_ROLE_ANY, "Aalten, Noord- en Oost-Gelderland");
  aj_drive_assert_names (drive);
  aj_drive_quit (drive);
}

/* A band around several, and all of them in one district; taken back with one Ctrl+Z. */
static void
test_pointer (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *municipality = NULL;

  start (home);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "As a map"));
  /* The card of the tile that is pointed at comes, and stays although the pointer may be over it. */
  aj_drive_scroll (drive, find_tile (home, "Zutphen,*"), 0);
  aj_drive_find_in (drive, find_map (home), AJ_DRIVE_ROLE_LABEL, "School holidays: Middle*");
  aj_drive_assert_names (drive);
  g_assert_cmpuint (aj_drive_count (drive, find_map (home), AJ_DRIVE_ROLE_LABEL,
                                    "School holidays: Middle*"),
                    ==, 1);
  aj_drive_click (drive, find_tile (home, "Zutphen,*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Code (CBS)");
  aj_drive_drag (drive, find_tile (home, "Wierden,*"), find_tile (home, "Hof van Twente,*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "4 municipalities selected");
  aj_drive_wait_state (drive, find_tile (home, "Almelo,*"), AJ_DRIVE_STATE_SELECTED, TRUE);
  aj_drive_wait_state (drive, find_tile (home, "Zutphen,*"), AJ_DRIVE_STATE_SELECTED, FALSE);

  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Set District"));
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "IJsselland"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Put 4 municipalities in IJsselland");
  find_tile (home, "Almelo, IJsselland");
  aj_drive_key (drive, "ctrl+z");
  find_tile (home, "Almelo, Twente");
  aj_drive_quit (drive);
}

/* In a small window what is opened is behind the map. The view and the choice are there again the next time. */
static void
test_small_and_saved (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  start (home);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "As a map"));
  find_map (home);
  aj_drive_resize_window (drive, MAIN_WINDOW, 360, 600);
  aj_drive_click (drive, find_tile (home, "Tiel,*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Code (CBS)");
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Back to the list"));
  aj_drive_wait_focused (drive, find_tile (home, "Tiel,*"));
  aj_drive_assert_names (drive);
  save_map (home, "map.pdf", "%PDF-1.");
  save_map (home, "map.png", "PNG");
  save_map (home, "map.svg", "<svg");
  /* Of another day, which is said in the file. */
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "As of: Today"));
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "The day"), "1-1-2027");
  aj_drive_key (drive, "Return");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "As of: 1 January 2027");
  save_map (home, "later.pdf", "%PDF-1.");
  assert_in_file (home, "later.pdf", "(As of Friday 1 January 2027)");
  aj_drive_quit (drive);
  aj_home_start (home, NULL, NULL);
  find_map (home);
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/keyboard", test_keyboard);
  g_test_add_func ("/map/pointer", test_pointer);
  g_test_add_func ("/map/small-and-saved", test_small_and_saved);
  return g_test_run ();
}
