/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job, in the program itself: a year of meetings planned, changed, taken back, handed over and kept. */
#include "aj-home.h"

static const char *const year_2027[] = { "20270114T100000",
                                         "20270311T100000",
                                         "20270513T100000",
                                         "20270708T100000",
                                         "20270909T100000",
                                         "20271111T100000",
                                         NULL };

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
plan_year (AjHome *home)
{
  aj_drive_click (home->drive, find_button (home, "Plan *cycle*"));
  aj_drive_wait_active (home->drive, "Plan Cycle");
  aj_drive_click (home->drive, find_button (home, "Plan 6 Meetings"));
  aj_drive_wait_window_gone (home->drive, "Plan Cycle");
  aj_home_find_meeting (home, "*14 Jan 2027*");
}

static void
export_year (AjHome *home, const char *path)
{
  aj_drive_click (home->drive, find_button (home, "Save these meetings as a calendar file"));
  aj_drive_choose_file (home->drive, path);
}

static void
choose_in_menu (AjHome *home, const char *item)
{
  aj_drive_click (home->drive, find_button (home, "More for this meeting"));
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_MENU_ITEM, item));
}

static void
test_all_there (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *when;
  g_autofree char *path = aj_home_dup_path (home, "expert team 2027.ics");

  aj_home_start (home, "--example", NULL);
  plan_year (home);
  await_label (home, "6 meetings planned");
  for (guint i = 0; year_2027[i] != NULL; i++)
    {
      static const char *const days[] = {
        "14 Jan", "11 Mar", "13 May", "8 Jul", "9 Sep", "11 Nov"
      };
      g_autofree char *row = g_strdup_printf ("Expertteam Cyber, Thu %s 2027, *second Thursday*",
                                              days[i]);

      aj_home_find_meeting (home, row);
    }

  /* Move one: its row and the reason change with it. */
  aj_drive_click (drive, aj_home_find_meeting (home, "*11 Mar 2027*"));
  await_label (home, "Thu 11 Mar 2027, 10:00–12:00");
  when = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Start, date");
  aj_drive_fill (drive, when, "18-3-2027");
  aj_drive_key (drive, "Return");
  aj_home_find_meeting (home, "*Thu 18 Mar 2027, 10:00–12:00*moved by hand from Thu 11 Mar 2027");
  await_label (home, "Thu 18 Mar 2027, 10:00–12:00");
  aj_drive_wait_text (drive, when, "Thu 18 Mar 2027");

  /* The keyboard goes to the window again, so that Ctrl+Z takes back the move, not the typing. */
  aj_drive_key (drive, "ctrl+z");
  aj_home_find_meeting (home, "*Thu 11 Mar 2027, 10:00–12:00*second Thursday*");
  aj_drive_key (drive, "ctrl+shift+z");
  aj_home_find_meeting (home, "*Thu 18 Mar 2027, 10:00–12:00*moved by hand from Thu 11 Mar 2027");
  aj_drive_key (drive, "ctrl+z");
  aj_home_find_meeting (home, "*Thu 11 Mar 2027, 10:00–12:00*second Thursday*");
  aj_home_wait_meetings (home, 6);

  aj_drive_click (drive, aj_home_find_meeting (home, "*9 Sep 2027*"));
  await_label (home, "Thu 9 Sep 2027, 10:00–12:00");
  choose_in_menu (home, "Cancel This Meeting");
  aj_home_find_meeting (home, "*9 Sep 2027*cancelled*");
  await_label (home, "Cancel meeting of 9 September");
  aj_drive_click (drive, find_button (home, "Undo"));
  aj_home_find_meeting (home, "*9 Sep 2027*planned*");

  export_year (home, path);
  await_label (home, "6 meetings saved in *");
  aj_home_assert_calendar (home, path, year_2027);
  aj_drive_quit (drive);

  /* The program comes back where it was left. */
  aj_home_start (home, "--example", NULL);
  aj_home_wait_meetings (home, 6);
  aj_home_find_meeting (home, "*Thu 11 Mar 2027, 10:00–12:00*second Thursday*");
  aj_home_find_meeting (home, "*9 Sep 2027*planned*");
  aj_drive_quit (drive);
}

/* From the first window to the calendar file in few steps. */
static void
test_few_actions (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *path = aj_home_dup_path (home, "year.ics");

  aj_home_start (home, "--example", NULL);
  aj_drive_reset_actions (home->drive);
  plan_year (home);
  export_year (home, path);
  await_label (home, "6 meetings saved in *");
  aj_drive_assert_actions (home->drive, 9);
  aj_home_assert_calendar (home, path, year_2027);
}

/* What is written on the Undo button of a sentence is what it does, also when more was done since. */
static void
test_old_offer (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  plan_year (home);
  await_label (home, "6 meetings planned");
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Theme"), "Phishing");
  aj_drive_key (drive, "Return");
  aj_home_find_meeting (home, "Phishing,*14 Jan*");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "6 meetings planned");
  choose_in_menu (home, "Cancel This Meeting");
  await_label (home, "Cancel meeting of 14 January");
  aj_drive_click (drive, find_button (home, "Undo"));
  aj_home_find_meeting (home, "Phishing,*14 Jan*planned*");
  aj_home_wait_meetings (home, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/all-there", test_all_there);
  g_test_add_func ("/year/few-actions", test_few_actions);
  g_test_add_func ("/year/old-offer", test_old_offer);
  return g_test_run ();
}
