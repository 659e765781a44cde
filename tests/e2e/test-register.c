/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two municipalities become one on a day, in the program itself: what the list shows before and after, and back. */
#include "aj-home.h"

static AjDriveNode *
find (AjHome *home, AjDriveRole role, const char *name)
{
  return aj_drive_find_shown (home->drive, role, name);
}

static AjDriveNode *
find_list (AjHome *home)
{
  return find (home, AJ_DRIVE_ROLE_LIST, "Municipalities");
}

static AjDriveNode *
find_row (AjHome *home, const char *name)
{
  return aj_drive_find_in (home->drive, find_list (home), AJ_DRIVE_ROLE_LIST_ITEM, name);
}

static void
click (AjHome *home, AjDriveRole role, const char *name)
{
  aj_drive_click (home->drive, find (home, role, name));
}

/* Its button is one in another of the same name; the inner one takes the click. */
static void
open_record_menu (AjHome *home)
{
  const char *name = "More for this record";

  aj_drive_click (home->drive,
                  aj_drive_find_in (home->drive, find (home, AJ_DRIVE_ROLE_BUTTON, name),
                                    AJ_DRIVE_ROLE_BUTTON, name));
}

static void
open_merger (AjHome *home, const char *row)
{
  aj_drive_click (home->drive, find_row (home, row));
  open_record_menu (home);
  click (home, AJ_DRIVE_ROLE_MENU_ITEM, "Merge With…");
  aj_drive_wait_active (home->drive, "Merge Municipalities");
}

static void
add_municipality (AjHome *home, const char *name)
{
  g_autofree char *row = g_strdup_printf ("%s, *", name);

  click (home, AJ_DRIVE_ROLE_BUTTON, "Add a municipality");
  aj_drive_set_text (home->drive, find (home, AJ_DRIVE_ROLE_ENTRY, "Municipalities"), name);
  click (home, AJ_DRIVE_ROLE_LIST_ITEM, row);
  find (home, AJ_DRIVE_ROLE_LABEL, name);
}

static void
show_day (AjHome *home, const char *now, const char *day)
{
  click (home, AJ_DRIVE_ROLE_BUTTON, now);
  aj_drive_fill (home->drive, find (home, AJ_DRIVE_ROLE_TEXT, "The day"), day);
  aj_drive_key (home->drive, "Return");
}

static void
test_merger (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *map;

  aj_drive_prepare_text (drive, "Borne Nieuwstad GM9999 1-1-2027");
  aj_home_start (home, "--example", NULL);
  aj_drive_click (drive, aj_drive_find_in (drive, find (home, AJ_DRIVE_ROLE_LIST, "Pages"),
                                           AJ_DRIVE_ROLE_LIST_ITEM, "Network"));
  open_merger (home, "Almelo, *");
  add_municipality (home, "Borne");
  aj_drive_fill (drive, find (home, AJ_DRIVE_ROLE_TEXT, "Name"), "Nieuwstad");
  aj_drive_fill (drive, find (home, AJ_DRIVE_ROLE_TEXT, "Code (CBS)"), "GM9999");
  find (home, AJ_DRIVE_ROLE_LABEL, "Almelo and Borne go into Nieuwstad on 1 January 2027.*");
  click (home, AJ_DRIVE_ROLE_BUTTON, "Merge");
  aj_drive_wait_window_gone (drive, "Merge Municipalities");
  find (home, AJ_DRIVE_ROLE_LABEL, "Comes from Almelo and Borne on 1 January 2027");

  /* Today nothing has changed yet; on the day itself the one is there in the place of the two. */
  find_row (home, "Almelo, *");
  show_day (home, "As of: Today", "1-1-2027");
  find (home, AJ_DRIVE_ROLE_LABEL, "75 municipalities");
  aj_drive_wait_count (drive, find_list (home), AJ_DRIVE_ROLE_LIST_ITEM, "Almelo, *", 0);
  aj_drive_wait_count (drive, find_list (home), AJ_DRIVE_ROLE_LIST_ITEM, "Borne, *", 0);
  aj_drive_assert_names (drive);

  /* The map is of the same day, and its tile opens what there is then. */
  click (home, AJ_DRIVE_ROLE_BUTTON, "As a map");
  map = find (home, AJ_DRIVE_ROLE_LIST, "Municipalities by District. As of Friday 1 January 2027");
  find (home, AJ_DRIVE_ROLE_BUTTON, "As of: 1 January 2027");
  aj_drive_click (drive,
                  aj_drive_find_in (drive, map, AJ_DRIVE_ROLE_LIST_ITEM, "Nieuwstad, Twente"));
  find (home, AJ_DRIVE_ROLE_LABEL, "Comes from Almelo and Borne on 1 January 2027");
  aj_drive_wait_count (drive, map, AJ_DRIVE_ROLE_LIST_ITEM, "Almelo, *", 0);
  aj_drive_assert_names (drive);

  /* One step takes all of it back. */
  aj_drive_key (drive, "ctrl+z");
  find (home, AJ_DRIVE_ROLE_LABEL, "76 municipalities");
  aj_drive_find_in (drive, map, AJ_DRIVE_ROLE_LIST_ITEM, "Almelo, Twente");
  click (home, AJ_DRIVE_ROLE_BUTTON, "As a list");
  aj_drive_set_text (drive, find (home, AJ_DRIVE_ROLE_ENTRY, "Search"), "Borne");
  find (home, AJ_DRIVE_ROLE_LIST_ITEM, "Borne, *");
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/merger", test_merger);
  return g_test_run ();
}
