/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who sits where, in the program itself: questions that must be answered in three steps, the same without a pointer, and
 * what goes out. */
#include "aj-home.h"

#include <glib/gstdio.h>
#include <string.h>

/* From any page, in no more than these. */
#define MAX_STEPS 3

static AjDriveNode *
find_row (AjHome *home, const char *list, const char *name)
{
  AjDriveNode *parent = aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, list);

  return aj_drive_find_in (home->drive, parent, AJ_DRIVE_ROLE_LIST_ITEM, name);
}

static void
await_label (AjHome *home, const char *text)
{
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, text);
}

static void
click_button (AjHome *home, const char *name)
{
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_BUTTON, name));
}

/* The example, with the page Network in front; what was done so far does not count. */
static void
start_elsewhere (AjHome *home)
{
  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (home->drive, "alt+3");
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_COMBO_BOX, "What to show");
  aj_drive_reset_actions (home->drive);
}

/* A mail program for this home: it writes down the address it was opened with. */
static char *
install_mail_program (AjHome *home)
{
  g_autofree char *script = aj_home_dup_path (home, "mail-program");
  g_autofree char *applications = aj_home_dup_path (home, "data/applications");
  g_autofree char *entry = g_build_filename (applications, "mail-program.desktop", NULL);
  g_autofree char *associations = aj_home_dup_path (home, "config/mimeapps.list");
  char *draft = aj_home_dup_path (home, "draft");
  g_autofree char *code = g_strdup_printf ("#!/bin/sh\nprintf %%s \"$1\" >%s.part\nmv %s.part %s\n",
                                           draft, draft, draft);
  g_autofree char *description = g_strdup_printf ("[Desktop Entry]\nType=Application\n"
                                                  "Name=Mail program\nExec=%s %%u\n"
                                                  "MimeType=x-scheme-handler/mailto;\n",
                                                  script);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_file_set_contents (script, code, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_file_set_contents (entry, description, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (associations,
                       "[Default Applications]\nx-scheme-handler/mailto=mail-program.desktop\n", -1,
                       &error);
  g_assert_no_error (error);
  return draft;
}

/* (transfer full): waits for it. */
static char *
read_file (AjHome *home, const char *path)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  char *text = NULL;

  while (!g_file_get_contents (path, &text, NULL, NULL))
    {
      if (g_get_monotonic_time () > deadline)
        aj_drive_fail (home->drive, "waited in vain for %s", path);
      g_usleep (20000);
    }
  return text;
}

static void
test_education_in_twente (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  start_elsewhere (home);
  aj_drive_key (drive, "alt+2");
  await_label (home, "Who Sits Where");
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"),
                 "education twente");
  find_row (home, "Found", "Hogeschool Saxion");
  await_label (home, "Districtelijke werkgroep Twente · Education · Twente");
  aj_drive_assert_actions (drive, MAX_STEPS);
}

static void
test_last_year (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  start_elsewhere (home);
  aj_drive_key (drive, "alt+2");
  aj_drive_click (drive, find_row (home, "Groups", "Werkgroep MKB,*"));
  find_row (home, "Who Sits Here", "Coördinator Veiligheidsnetwerk");
  find_row (home, "Earlier", "Aanjager MKB");
  click_button (home, "A year earlier");
  await_label (home, "As of Sat 22 Nov 2025");
  find_row (home, "Who Sits Here", "Aanjager MKB");
  find_row (home, "Still to Come", "Coördinator Veiligheidsnetwerk");
  aj_drive_assert_actions (drive, MAX_STEPS);
}

static void
test_mail_leads (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *draft = install_mail_program (home);
  g_autofree char *address = NULL;

  start_elsewhere (home);
  aj_drive_key (home->drive, "alt+2");
  click_button (home, "Mail district leads");
  address = read_file (home, draft);
  g_assert_cmpstr (address, ==,
                   "mailto:gelderland-midden@district.example,gelderland-zuid@district.example,"
                   "ijsselland@district.example,noordoost-gelderland@district.example,"
                   "twente@district.example");
  await_label (home, "A draft is opened in your mail program.");
  aj_drive_assert_actions (home->drive, MAX_STEPS);
}

static void
choose_in_menu (AjHome *home, const char *item)
{
  click_button (home, "More for this group");
  aj_drive_click (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_MENU_ITEM, item));
}

/* A mail in which nobody gets the addresses of the others, and a table for a spreadsheet that only its owner reads. */
static void
test_what_goes_out (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *draft = install_mail_program (home);
  g_autofree char *path = aj_home_dup_path (home, "mkb.csv");
  g_autofree char *address = NULL;
  g_autofree char *table = NULL;
  GStatBuf status;

  start_elsewhere (home);
  aj_drive_key (home->drive, "alt+2");
  aj_drive_click (home->drive, find_row (home, "Groups", "Werkgroep MKB,*"));
  choose_in_menu (home, "Mail to This Group");
  address = read_file (home, draft);
  g_assert_true (g_str_has_prefix (address, "mailto:?bcc=coordinator@netwerk.example,"));
  g_assert_true (g_str_has_suffix (address, "&subject=Werkgroep%20MKB"));
  g_assert_null (strstr (address, "aanjager"));
  await_label (home, "A draft is opened in your mail program. The addresses are in Bcc*");

  choose_in_menu (home, "Save as CSV…");
  aj_drive_choose_file (home->drive, path);
  await_label (home, "Saved as mkb.csv.*");
  table = read_file (home, path);
  g_assert_nonnull (strstr (table, "\r\nEducation,Mbo Aventus,Mbo Aventus,Member,2024-01-01,\r\n"));
  g_assert_nonnull (strstr (table, "\r\nGemeenten,(empty),"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0077, ==, 0);
}

/* From the gap to somebody in it, and on to the page where they are, without a pointer. */
static void
test_keyboard (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  AjDriveNode *button;

  start_elsewhere (home);
  aj_drive_key (drive, "alt+2");
  aj_drive_key (drive, "ctrl+f");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"));
  aj_drive_type (drive, "education ijssel");
  find_row (home, "Empty seats", "No education member in IJsselland");
  button = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Choose who takes*");
  /* The button inside is what the focus reaches. */
  button = aj_drive_find_in (drive, button, AJ_DRIVE_ROLE_BUTTON, "Choose who takes*");
  aj_drive_key_to (drive, "Tab", button);
  aj_drive_key (drive, "space");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "People"));
  aj_drive_type (drive, "strekker ijssel");
  aj_drive_key (drive, "Return");
  await_label (home, "Add Districtstrekker IJsselland to Districtelijke werkgroep IJsselland");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "No education member in IJsselland");
  aj_drive_key (drive, "ctrl+z");
  await_label (home, "No education member in IJsselland");

  /* A new group, named at once; Down from the search goes into the list. */
  aj_drive_key (drive, "ctrl+n");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Name"));
  aj_drive_type (drive, "Werkgroep Zorg");
  aj_drive_key (drive, "Return");
  find_row (home, "Groups", "Werkgroep Zorg,*");
  aj_drive_key (drive, "ctrl+f");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ENTRY, "Search"));
  aj_drive_type (drive, "zorg");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "Werkgroep MKB");
  aj_drive_key_to (drive, "Down", find_row (home, "Groups", "Werkgroep Zorg,*"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LABEL, "Nobody in this group yet.");
  aj_drive_key (drive, "alt+Left");
  await_label (home, "As of Sat 22 Nov 2025");
  aj_drive_key (drive, "ctrl+t");
  await_label (home, "As of Sun 22 Nov 2026");
}

/* What another window or the command line does is seen at once. */
static void
test_live (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *output = NULL;

  start_elsewhere (home);
  aj_drive_key (home->drive, "alt+2");
  await_label (home, "Expertteam Cyber");
  output = aj_home_run (home, "add", "group", "name=Werkgroep Zorg", NULL);
  find_row (home, "Groups", "Werkgroep Zorg,*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/groups/education-in-twente", test_education_in_twente);
  g_test_add_func ("/groups/last-year", test_last_year);
  g_test_add_func ("/groups/mail-leads", test_mail_leads);
  g_test_add_func ("/groups/what-goes-out", test_what_goes_out);
  g_test_add_func ("/groups/keyboard", test_keyboard);
  g_test_add_func ("/groups/live", test_live);
  return g_test_run ();
}
