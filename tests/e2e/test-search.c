/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything is one key away, and what was said on the telephone is noted in one line: without a pointer. */
#include "aj-home.h"

#include <string.h>

static AjDriveNode *
open_search (AjHome *home)
{
  AjDriveNode *entry;

  aj_drive_key (home->drive, "ctrl+k");
  aj_drive_wait_active (home->drive, "Search");
  entry = aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_ENTRY, "Search everything");
  aj_drive_wait_focused (home->drive, entry);
  return entry;
}

/* The window of the program is in front again. */
static void
await_search_gone (AjHome *home)
{
  aj_drive_wait_window_gone (home->drive, "Search");
  aj_drive_wait_active (home->drive, "* – Aanjager");
}

static void
await_heading (AjHome *home, const char *name)
{
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, name);
}

/* Three actions to any record: Ctrl+K, a few letters, Enter. */
static void
test_open (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *list;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_drive_reset_actions (drive);
  open_search (home);
  aj_drive_type (drive, "saxion");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "Hogeschool Saxion, Organisation, *");
  aj_drive_key (drive, "Return");
  await_search_gone (home);
  await_heading (home, "Education · Enschede");
  aj_drive_assert_actions (drive, 3);

  /* Up and Down move the mark, and the cursor stays. */
  open_search (home);
  aj_drive_type (drive, "zwo");
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Found");
  aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Zwolle, Municipality, *");
  aj_drive_key (drive, "Down");
  aj_drive_key (drive, "Up");
  aj_drive_wait_focused (drive,
                         aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search everything"));
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Return");
  await_heading (home, "IJsselland · *inhabitants");
}

/* “Who sits for education in Twente?”, from anywhere, in three actions; and which seat is empty. */
static void
test_seats (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_drive_reset_actions (drive);
  open_search (home);
  aj_drive_type (drive, "education ijssel");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM,
                       "No education member in IJsselland, Seat, *IJsselland");
  aj_drive_key (drive, "Return");
  await_search_gone (home);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Education · IJsselland");
  aj_drive_assert_actions (drive, 3);
  open_search (home);
  aj_drive_type (drive, "education twente");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM,
                       "Hogeschool Saxion, Membership, *Twente · Education · Twente");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  await_search_gone (home);
}

/* A word that stands in the notes: the piece of them is shown, and Escape leaves everything where it was. */
static void
test_found_in_notes (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *list_search;
  G_GNUC_UNUSED g_autofree char *done = NULL;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  done = aj_home_run (home, "set", "organisation", "Hogeschool Saxion",
                      "notes=Vroeg na het incident om een eenhoorn", NULL);
  aj_drive_key (drive, "alt+2");
  aj_drive_key (drive, "ctrl+f");
  list_search = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search");
  aj_drive_wait_focused (drive, list_search);
  open_search (home);
  aj_drive_type (drive, "EENH");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Notes: *incident om een eenhoorn");
  aj_drive_type (drive, "q");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Nothing Found");
  aj_drive_key (drive, "Escape");
  await_search_gone (home);
  aj_drive_wait_focused (drive, list_search);
}

/* From anywhere: find who it was, note it, and find it again by what was said. */
static void
test_contact (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *line;
  g_autofree char *contacts = NULL;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_drive_reset_actions (drive);
  open_search (home);
  aj_drive_type (drive, "saxion");
  aj_drive_key (drive, "Return");
  await_search_gone (home);
  aj_drive_key (drive, "ctrl+l");
  line = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Note a contact");
  aj_drive_wait_focused (drive, line);
  aj_drive_type (drive, "gisteren gebeld over de eenhoorn");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Sat 21 Nov 2026 · Phone · De eenhoorn");
  aj_drive_key (drive, "Return");
  await_heading (home, "Education · Enschede · last contact Sat 21 Nov 2026");
  aj_drive_assert_actions (drive, 6);
  /* The cursor is there for the next one. */
  aj_drive_wait_text (drive, line, "");
  aj_drive_wait_focused (drive, line);
  aj_drive_type (drive, "mail: programma gestuurd");
  aj_drive_key (drive, "Return");
  await_heading (home, "Education · Enschede · last contact Sun 22 Nov 2026");
  contacts = aj_home_run (home, "--json", "list", "contact", "--where",
                          "organisation=Hogeschool Saxion", NULL);
  g_assert_nonnull (strstr (contacts, "De eenhoorn"));
  g_assert_nonnull (strstr (contacts, "Programma gestuurd"));
  aj_drive_key (drive, "alt+1");
  open_search (home);
  aj_drive_type (drive, "eenhoorn");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "What: De eenhoorn");
  aj_drive_key (drive, "Return");
  await_search_gone (home);
  await_heading (home, "Education · Enschede · last contact Sun 22 Nov 2026");
  /* Opened, so that it can be changed at once. */
  aj_drive_find (drive, AJ_DRIVE_ROLE_TEXT, "What");
  aj_drive_assert_names (drive);
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/open", test_open);
  g_test_add_func ("/search/seats", test_seats);
  g_test_add_func ("/search/found-in-notes", test_found_in_notes);
  g_test_add_func ("/search/contact", test_contact);
  return g_test_run ();
}
