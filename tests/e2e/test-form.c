/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody at a municipality, who never saw the program: opens the form from the mail, registers an activity, and sends it back. */
#include <string.h>

#include "aj-home.h"

/* The most actions that registering one may take. */
#define CEILING 12

static const char form[] =
    "{ \"format\": \"aanjager-form\", \"version\": 1, \"purpose\": \"register\", \"id\": \"f\","
    "  \"edition\": { \"id\": \"e\", \"name\": \"Echt Niet Vandaag 2027\","
    "    \"starts-on\": \"2027-04-02\", \"ends-on\": \"2027-04-02\", \"deadline\": \"2027-03-05\" "
    "},"
    "  \"municipality\": { \"id\": \"m\", \"code\": \"GM0193\", \"name\": \"Zwolle\" },"
    "  \"reply-to\": { \"name\": \"Secretariaat\", \"mail\": \"agenda@netwerk.example\" },"
    "  \"activities\": [ { \"previous\": \"old\", \"name\": \"Ontbijt\", \"date\": \"2027-04-02\" "
    "} ]"
    "}";

static AjDriveNode *
find (AjHome *home, AjDriveRole role, const char *name)
{
  return aj_drive_find_shown (home->drive, role, name);
}

static void
fill (AjHome *home, const char *name, const char *text)
{
  aj_drive_fill (home->drive, find (home, AJ_DRIVE_ROLE_TEXT, name), text);
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* (transfer full): the one mail that the mail program was given. */
static char *
read_mail (AjHome *home)
{
  g_autofree char *folder = aj_home_dup_path (home, "mails");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *path = g_build_filename (folder, g_dir_read_name (dir), NULL);

  return read_text (path);
}

static void
test_register (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "Zwolle.aanjager-form");
  g_autofree char *text = NULL;
  g_autofree char *mail = NULL;

  g_assert_true (g_file_set_contents (path, form, -1, NULL));
  aj_home_add_mail_program (home);
  aj_drive_prepare_text (drive,
                         "Escape box in de bibliotheek 14:00 16.00 40 Anna a@zwolle.example");
  aj_home_start (home, NULL, path);
  find (home, AJ_DRIVE_ROLE_LABEL, "2 April 2027. Send this form back by 5 March 2027.");
  aj_drive_assert_names (drive);

  aj_drive_reset_actions (drive);
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_BUTTON, "Again: Ontbijt"));
  aj_drive_key (drive, "ctrl+n");
  fill (home, "Title", "Escape box");
  fill (home, "From", "14:00");
  fill (home, "Until", "16.00");
  fill (home, "Place", "de bibliotheek");
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_CHECK_BOX, "For youth"));
  fill (home, "Expected reach", "40");
  fill (home, "Contact: name", "Anna");
  fill (home, "Contact: mail", "a@zwolle.example");
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_BUTTON, "Send Back"));
  aj_home_wait_mails (home, 1);
  aj_drive_assert_actions (drive, CEILING);
  aj_drive_assert_names (drive);

  aj_drive_quit (drive);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "\"takes-part\" : true"));
  g_assert_nonnull (strstr (text, "\"takes-place\" : true"));
  g_assert_nonnull (strstr (text, "\"name\" : \"Escape box\""));
  g_assert_nonnull (strstr (text, "\"until\" : \"16:00\""));
  g_assert_nonnull (strstr (text, "\"for-youth\" : true"));
  g_assert_nonnull (strstr (text, "\"expected-reach\" : 40"));
  mail = read_mail (home);
  g_assert_nonnull (strstr (mail, "agenda@netwerk.example"));
  g_assert_nonnull (strstr (mail, "X-Unsent: 1"));
  g_assert_nonnull (strstr (mail, "Zwolle.aanjager-form"));
}

/* By keyboard alone, in a window as narrow as a telephone; what is wrong is said where it is. */
static void
test_keyboard (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "Zwolle.aanjager-form");
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, form, -1, NULL));
  aj_home_add_mail_program (home);
  aj_drive_prepare_text (drive, "Escape box 25:00 14:00");
  aj_home_start (home, NULL, path);
  find (home, AJ_DRIVE_ROLE_BUTTON, "Again: Ontbijt");
  aj_drive_resize_window (drive, "Register for *", 360, 640);
  aj_drive_key (drive, "ctrl+n");
  aj_drive_wait_focused (drive, find (home, AJ_DRIVE_ROLE_TEXT, "Title"));
  aj_drive_type (drive, "Escape box");
  aj_drive_key_to (drive, "Tab", find (home, AJ_DRIVE_ROLE_TEXT, "From"));
  aj_drive_type (drive, "25:00");
  aj_drive_key (drive, "Return");
  find (home, AJ_DRIVE_ROLE_LABEL, "From: “25:00” is not understood.*");
  aj_drive_key (drive, "ctrl+a");
  aj_drive_type (drive, "14:00");
  aj_drive_key (drive, "Escape");
  find (home, AJ_DRIVE_ROLE_LABEL, "Fri 2 Apr 2027 · 14:00");
  /* What is still open comes first. */
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_focused (drive, find (home, AJ_DRIVE_ROLE_BUTTON, "Again: Ontbijt"));
  aj_drive_key (drive, "Tab");
  aj_drive_key (drive, "space");
  aj_drive_key (drive, "ctrl+Return");
  aj_home_wait_mails (home, 1);
  aj_drive_quit (drive);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "\"takes-place\" : false"));
  g_assert_nonnull (strstr (text, "\"from\" : \"14:00\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/register", test_register);
  g_test_add_func ("/form/keyboard", test_keyboard);
  return g_test_run ();
}
