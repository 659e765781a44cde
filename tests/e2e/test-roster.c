/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roster of a year, in the program itself: filled in four steps after the planning, swapped in two more, in a small window
 * as well. */
#include "aj-home.h"

static AjDriveNode *
find_button (AjHome *home, const char *name)
{
  return aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_BUTTON, name);
}

static void
click (AjHome *home, const char *button)
{
  aj_drive_click (home->drive, find_button (home, button));
}

/* Of the example the district leads take turns, as chairs and as hosts. */
static void
test_roster (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  click (home, "Plan *cycle*");
  click (home, "Plan 6 Meetings");
  aj_drive_wait_window_gone (drive, "Plan Cycle");
  aj_home_find_meeting (home, "*14 Jan 2027*");

  aj_drive_reset_actions (drive);
  click (home, "More for the cycle");
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Roster*"));
  aj_drive_wait_active (drive, "Roster");
  find_button (home, "Thu 14 Jan 2027, Chairs (proposed): Districtstrekker IJsselland");
  find_button (home, "Thu 14 Jan 2027, Hosts (proposed): Districtstrekker Twente");
  aj_drive_assert_names (drive);
  click (home, "Fill the*mpty *laces");
  find_button (home, "Thu 11 Nov 2027, Chairs: Districtstrekker IJsselland");
  find_button (home, "Thu 11 Nov 2027, Hosts: Districtstrekker Twente");
  aj_drive_assert_actions (drive, 3);

  aj_drive_reset_actions (drive);
  click (home, "Thu 14 Jan 2027, Hosts: Districtstrekker Twente");
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM,
                                              "Thu 11 Mar 2027 · Districtstrekker IJsselland"));
  find_button (home, "Thu 14 Jan 2027, Hosts: Districtstrekker IJsselland");
  find_button (home, "Thu 11 Mar 2027, Hosts: Districtstrekker Twente");
  aj_drive_assert_actions (drive, 2);
  aj_drive_key (drive, "ctrl+z");
  find_button (home, "Thu 14 Jan 2027, Hosts: Districtstrekker Twente");

  aj_drive_resize_window (drive, "Roster", 360, 600);
  aj_drive_assert_names (drive);
  aj_drive_close_window (drive, "Roster");
  aj_drive_wait_window_gone (drive, "Roster");
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster/fill-and-swap", test_roster);
  return g_test_run ();
}
