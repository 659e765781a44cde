/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Handing out the programme of an action day, in the program itself: in four steps to a PDF. */
#include <string.h>

#include "aj-home.h"

/* From the page on: the menu, the programme, save, and where; the path is typed, which a person who takes the proposed name
 * does not. */
#define CEILING (4 + 1)

static AjDriveNode *
find (AjHome *home, AjDriveRole role, const char *name)
{
  return aj_drive_find_shown (home->drive, role, name);
}

static void
test_pdf (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "programma.pdf");
  g_autofree char *content = NULL;
  const char *menu = "More for this edition";

  aj_drive_prepare_text (drive, path);
  aj_home_start (home, "--example", NULL);
  aj_drive_click (drive, aj_drive_find_in (drive, find (home, AJ_DRIVE_ROLE_LIST, "Pages"),
                                           AJ_DRIVE_ROLE_LIST_ITEM, "Action Day"));
  find (home, AJ_DRIVE_ROLE_LABEL, "By District");
  aj_drive_reset_actions (drive);
  /* The button is one in another of the same name; the inner one takes the click. */
  aj_drive_click (drive, aj_drive_find_in (drive, find (home, AJ_DRIVE_ROLE_BUTTON, menu),
                                           AJ_DRIVE_ROLE_BUTTON, menu));
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_MENU_ITEM, "Programme…"));
  aj_drive_wait_active (drive, "Programme");
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_BUTTON, "Save as PDF…"));
  aj_drive_choose_file (drive, path);
  find (home, AJ_DRIVE_ROLE_LABEL, "Saved as programma.pdf");
  aj_drive_assert_actions (drive, CEILING);
  aj_drive_assert_names (drive);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "Programme");
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/programme/pdf", test_pdf);
  return g_test_run ();
}
