/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An intervention goes to twelve municipalities, one of them is put off, and the cargo bike goes along eight: as a coordinator
 * does it, in the program itself. */
#include <string.h>

#include "aj-home.h"

/* Of the usability yardstick: at most so many actions for all of it. */
#define CEILING 26
#define TOWNS                                                                                      \
  "Zutphen, Lochem, Brummen, Epe, Heerde, Hattem, Oldebroek, Elburg, Nunspeet, Ermelo, Putten, "   \
  "Voorst"
#define STOPS "Zutphen, Lochem, Brummen, Epe, Heerde, Hattem, Oldebroek, Voorst"
#define MENU  "More for this record"

static AjDriveNode *
find (AjHome *home, AjDriveRole role, const char *name)
{
  return aj_drive_find_shown (home->drive, role, name);
}

static guint
count (AjHome *home, const char *type, const char *condition)
{
  g_autofree char *lines = aj_home_run (home, "--json", "list", type, "--where", condition, NULL);
  guint n = 0;

  for (const char *at = lines; (at = strstr (at, "\"id\"")) != NULL; at++)
    n++;
  return n;
}

/* The button is one in another of the same name; the inner one takes the click. */
static void
choose_in_menu (AjHome *home, const char *button, const char *item)
{
  AjDriveNode *menu = find (home, AJ_DRIVE_ROLE_BUTTON, button);

  aj_drive_click (home->drive, aj_drive_find_in (home->drive, menu, AJ_DRIVE_ROLE_BUTTON, button));
  aj_drive_click (home->drive, find (home, AJ_DRIVE_ROLE_MENU_ITEM, item));
}

static void
test_all (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "uitleen.ics");
  g_autofree char *calendar = NULL;
  guint n_planned;

  aj_drive_prepare_text (drive, path);
  aj_home_start (home, "--example", NULL);
  find (home, AJ_DRIVE_ROLE_LIST, "Pages");

  aj_drive_reset_actions (drive);
  aj_drive_key (drive, "alt+5");
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_LIST_ITEM, "Echt-Nep,*"));
  choose_in_menu (home, MENU, "Roll Out…");
  aj_drive_wait_active (drive, "Roll Out Echt-Nep");
  aj_drive_assert_names (drive);
  /* The cursor is in the first day. */
  aj_drive_type (drive, "1 mrt 2027");
  aj_drive_fill (drive, find (home, AJ_DRIVE_ROLE_ENTRY, "Municipalities or district"), TOWNS);
  aj_drive_key (drive, "Return");
  find (home, AJ_DRIVE_ROLE_LABEL, "In 12 municipalities.");
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_window_gone (drive, "Roll Out Echt-Nep");
  g_assert_cmpuint (count (home, "rollout", "starts-on=2027-03-01"), ==, 12);

  /* One is put off by two weeks, and what is to be done for it goes along. */
  aj_drive_key (drive, "ctrl+Next");
  aj_drive_fill (drive, find (home, AJ_DRIVE_ROLE_ENTRY, "Search"), "lochem");
  find (home, AJ_DRIVE_ROLE_LABEL, "1 found");
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_LIST_ITEM, "Echt-Nep · Lochem,*"));
  aj_drive_fill (drive, find (home, AJ_DRIVE_ROLE_TEXT, "First day"), "15 mrt 2027");
  aj_drive_key (drive, "Return");
  find (home, AJ_DRIVE_ROLE_LABEL, "idea · Mon 15 Mar 2027");
  g_assert_cmpuint (count (home, "rollout", "starts-on=2027-03-15"), ==, 1);
  /* Of Lochem a week before it begins, and of the eleven others a week after. */
  g_assert_cmpuint (count (home, "rollout-task", "due=2027-03-08"), ==, 1 + 11);

  n_planned = count (home, "loan", "state=planned");
  aj_drive_choose (drive, find (home, AJ_DRIVE_ROLE_COMBO_BOX, "What to show"), "Material on loan");
  aj_drive_click (drive,
                  aj_drive_find_in (drive, find (home, AJ_DRIVE_ROLE_LIST, "Material on loan"),
                                    AJ_DRIVE_ROLE_LIST_ITEM, "Bakfiets,*"));
  choose_in_menu (home, MENU, "Plan a Tour…");
  aj_drive_wait_active (drive, "Tour of Bakfiets");
  /* The cursor is where the places are typed. */
  aj_drive_wait_focused (drive, find (home, AJ_DRIVE_ROLE_ENTRY, "Municipalities or district"));
  aj_drive_type (drive, STOPS);
  aj_drive_key (drive, "Return");
  find (home, AJ_DRIVE_ROLE_LABEL, "8 stops, *");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_window_gone (drive, "Tour of Bakfiets");
  aj_drive_assert_actions (drive, CEILING);
  g_test_message ("%u actions", aj_drive_get_actions (drive));
  g_assert_cmpuint (count (home, "loan", "state=planned"), ==, n_planned + 8);

  /* All of the tour was one change. */
  aj_drive_key (drive, "ctrl+z");
  find (home, AJ_DRIVE_ROLE_LABEL, "Undone: *");
  g_assert_cmpuint (count (home, "loan", "state=planned"), ==, n_planned);

  /* What is on loan goes to a calendar. */
  aj_drive_choose (drive, find (home, AJ_DRIVE_ROLE_COMBO_BOX, "What to show"), "Loans");
  choose_in_menu (home, "More for this list", "Save Calendar…");
  aj_drive_choose_file (drive, path);
  find (home, AJ_DRIVE_ROLE_LABEL, "* saved in uitleen.ics. *");
  g_assert_true (g_file_get_contents (path, &calendar, NULL, NULL));
  g_assert_nonnull (strstr (calendar, "Bakfiets in Zwolle"));
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/rollouts/all", test_all);
  return g_test_run ();
}
