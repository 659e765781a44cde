/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every screen: all that takes the focus has a name, and nothing asks for more room than a small window has. */
#include "aj-home.h"

#define MAIN_WINDOW "* – Aanjager"

static void
await_label (AjHome *home, const char *text)
{
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, text);
}

static void
click (AjHome *home, const char *button)
{
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_BUTTON, button));
}

static void
choose_in_main_menu (AjHome *home, const char *item)
{
  aj_drive_key (home->drive, "F10");
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_MENU_ITEM, item));
}

static void
test_welcome (void)
{
  g_autoptr (AjHome) home = aj_home_new ();

  aj_home_start (home, NULL, NULL);
  await_label (home, "Welcome to Aanjager");
  aj_drive_assert_names (home->drive);
  aj_drive_resize_window (home->drive, "Aanjager", 360, 600);
  aj_drive_assert_names (home->drive);
}

static void
test_empty (void)
{
  g_autoptr (AjHome) home = aj_home_new ();

  aj_home_start (home, NULL, NULL);
  click (home, "Start Empty");
  await_label (home, "No Groups Yet");
  aj_drive_assert_names (home->drive);
  aj_drive_key (home->drive, "alt+2");
  await_label (home, "Here you see who sits where, and which seats are empty.");
  aj_drive_assert_names (home->drive);
  aj_drive_key (home->drive, "alt+3");
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_COMBO_BOX, "What to show");
  aj_drive_assert_names (home->drive);
}

static void
test_meetings (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_drive_assert_names (drive);
  click (home, "Plan *cycle*");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Plan 6 Meetings");
  aj_drive_assert_names (drive);
  click (home, "Plan 6 Meetings");
  aj_home_find_meeting (home, "*14 Jan 2027*");
  aj_drive_assert_names (drive);
  click (home, "More for this meeting");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Cancel This Meeting");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  aj_drive_resize_window (drive, MAIN_WINDOW, 360, 600);
  aj_drive_assert_names (drive);
}

static void
test_groups (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *list;

  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (drive, "alt+2");
  await_label (home, "No education member in IJsselland");
  aj_drive_assert_names (drive);
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Groups");
  aj_drive_click (drive,
                  aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Werkgroep MKB,*"));
  list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Who Sits Here");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, "Mbo Aventus"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Leaves Today");
  aj_drive_assert_names (drive);
  aj_drive_resize_window (drive, MAIN_WINDOW, 360, 600);
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "alt+Up");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search");
  aj_drive_assert_names (drive);
}

/* The map, the table of activities, and an activity that is opened, also where there is little room. */
static void
test_action_day (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (drive, "alt+4");
  await_label (home, "of 66 municipalities have answered");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "ctrl+f");
  await_label (home, "78 activities");
  aj_drive_assert_names (drive);
  aj_drive_type (drive, "escape");
  await_label (home, "* of 78 activities");
  aj_drive_key (drive, "Return");
  await_label (home, "registered");
  aj_drive_assert_names (drive);
  aj_drive_resize_window (drive, MAIN_WINDOW, 360, 600);
  aj_drive_assert_names (drive);
}

static void
test_network (void)
{
  static const struct
  {
    const char *kind;
    const char *row;
  } kinds[] = {
    { "Municipalities", "Apeldoorn,*" },
    { "Organisations", "*" },
    { "People", "Coördinator*" },
    { "Districts", "*" },
  };
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (drive, "alt+3");
  await_label (home, "76 municipalities");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      AjDriveNode *list;

      if (i > 0)
        aj_drive_choose (drive,
                         aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "What to show"),
                         kinds[i].kind);
      list = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, kinds[i].kind);
      aj_drive_assert_names (drive);
      aj_drive_click (drive, aj_drive_find_in (drive, list, AJ_DRIVE_ROLE_LIST_ITEM, kinds[i].row));
      aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Name");
      aj_drive_assert_names (drive);
    }
}

static void
test_windows (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_drive_key (drive, "F10");
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Preferences");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_MENU_ITEM, NULL);

  aj_drive_key (drive, "ctrl+comma");
  aj_drive_wait_active (drive, "Preferences");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_PAGE_TAB, "Mail Texts"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Mail texts");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_PAGE_TAB, "You"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Your name");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "Preferences");

  aj_drive_key (drive, "ctrl+question");
  /* The next two are the toolkit's own, which leaves a button in each without a name. */
  aj_drive_wait_active (drive, "Keyboard Shortcuts");
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "Keyboard Shortcuts");

  choose_in_main_menu (home, "About Aanjager");
  aj_drive_wait_active (drive, "*About*");
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "*About*");
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screens/welcome", test_welcome);
  g_test_add_func ("/screens/empty", test_empty);
  g_test_add_func ("/screens/meetings", test_meetings);
  g_test_add_func ("/screens/groups", test_groups);
  g_test_add_func ("/screens/action-day", test_action_day);
  g_test_add_func ("/screens/network", test_network);
  g_test_add_func ("/screens/windows", test_windows);
  return g_test_run ();
}
