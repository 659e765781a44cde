/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job without a pointer: every step is a key. Widgets are only looked at. */
#include "aj-home.h"

static const char *const planned[] = { "20270114T100000",
                                       "20270311T100000",
                                       "20270513T100000",
                                       "20270708T100000",
                                       "20270909T100000",
                                       "20271111T100000",
                                       NULL };

/* From the list, Tab goes on into the meeting that is chosen in it. */
static void
go_to_field (AjHome *home, const char *name)
{
  AjDriveNode *field = aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_TEXT, name);

  aj_drive_key_to (home->drive, "Tab", field);
}

static void
plan_year (AjHome *home)
{
  /* A key that comes before the page is there is for nobody. */
  aj_home_wait_meetings (home, 6);
  aj_drive_key (home->drive, "ctrl+shift+n");
  aj_drive_wait_active (home->drive, "Plan Cycle");
  /* The button has the focus as soon as there are dates: Return is all it takes. */
  aj_drive_wait_focused (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_BUTTON,
                                                           "Plan 6 Meetings"));
  aj_drive_key (home->drive, "Return");
  aj_drive_wait_window_gone (home->drive, "Plan Cycle");
  aj_home_find_meeting (home, "*14 Jan 2027*");
}

static void
test_year (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "keys.ics");

  aj_home_start (home, "--example", NULL);
  plan_year (home);

  aj_drive_key_to (drive, "Tab", aj_home_find_meeting (home, "*14 Jan 2027*"));
  aj_drive_key_to (drive, "Down", aj_home_find_meeting (home, "*11 Mar 2027*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Thu 11 Mar 2027, 10:00–12:00");
  go_to_field (home, "Start, date");
  aj_drive_type (drive, "18-3-2027");
  aj_drive_key (drive, "Return");
  aj_home_find_meeting (home, "*Thu 18 Mar 2027, 10:00–12:00*moved by hand from Thu 11 Mar 2027*");

  aj_drive_key (drive, "ctrl+z");
  aj_home_find_meeting (home, "*Thu 11 Mar 2027, 10:00–12:00*second Thursday*");
  aj_drive_key (drive, "ctrl+shift+z");
  aj_home_find_meeting (home, "*Thu 18 Mar 2027*");
  aj_drive_key (drive, "ctrl+z");
  aj_home_find_meeting (home, "*Thu 11 Mar 2027*");

  aj_drive_key (drive, "ctrl+e");
  aj_drive_choose_file (drive, path);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "6 meetings saved in *");
  aj_home_assert_calendar (home, path, planned);
  aj_drive_quit (drive);
}

/* What stands in a menu is reached as well, and what is removed with Delete comes back. */
static void
test_cancel_and_remove (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *more;

  aj_home_start (home, "--example", NULL);
  plan_year (home);
  more = aj_drive_find_in (drive,
                           aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON,
                                                "More for this meeting"),
                           AJ_DRIVE_ROLE_BUTTON, "More for this meeting");
  aj_drive_key_to (drive, "Tab", more);
  aj_drive_key (drive, "space");
  aj_drive_key_to (drive, "Down",
                   aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Cancel This Meeting"));
  aj_drive_key (drive, "Return");
  aj_home_find_meeting (home, "*14 Jan 2027*cancelled*");
  aj_drive_key (drive, "ctrl+z");
  aj_home_find_meeting (home, "*14 Jan 2027*planned*");

  aj_drive_key_to (drive, "shift+Tab", aj_home_find_meeting (home, "*14 Jan 2027*"));
  aj_drive_key_to (drive, "Down", aj_home_find_meeting (home, "*13 May 2027*"));
  aj_drive_key (drive, "Delete");
  aj_home_wait_meetings (home, 5);
  aj_drive_key (drive, "ctrl+z");
  aj_home_wait_meetings (home, 6);
  aj_home_find_meeting (home, "*13 May 2027*planned*");
}

/* A meeting of its own: Ctrl+N, and the theme can be typed at once. */
static void
test_new_meeting (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_drive_key (drive, "ctrl+n");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Theme"));
  aj_drive_type (drive, "Phishing bij ouderen");
  aj_drive_key (drive, "Return");
  aj_home_find_meeting (home, "Phishing bij ouderen, *2026, 10:00–12:00*");
  aj_home_wait_meetings (home, 7);
}

/* From year to year, wherever the cursor is on the page. */
static void
test_years (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  plan_year (home);
  aj_drive_key_to (drive, "Tab", aj_home_find_meeting (home, "*14 Jan 2027*"));
  aj_drive_key (drive, "alt+Left");
  aj_home_find_meeting (home, "*12 Nov 2026*");
  aj_drive_key (drive, "alt+Right");
  aj_home_find_meeting (home, "*14 Jan 2027*");
}

/* While the cursor is in a search, Ctrl+Z is the search's as long as there is typing in it, and then the window's. */
static void
test_undo_from_a_search (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  plan_year (home);
  aj_drive_key (drive, "alt+3");
  aj_drive_key (drive, "ctrl+f");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"));
  aj_drive_type (drive, "zwolle");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "1 found");
  aj_drive_key (drive, "ctrl+z");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "76 municipalities");
  aj_drive_key (drive, "ctrl+z");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Undone: *");
  aj_drive_key (drive, "alt+1");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "No Meetings in 2027 Yet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyboard/year", test_year);
  g_test_add_func ("/keyboard/cancel-and-remove", test_cancel_and_remove);
  g_test_add_func ("/keyboard/new-meeting", test_new_meeting);
  g_test_add_func ("/keyboard/years", test_years);
  g_test_add_func ("/keyboard/undo-from-a-search", test_undo_from_a_search);
  return g_test_run ();
}
