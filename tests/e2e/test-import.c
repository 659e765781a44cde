/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People out of Outlook and back, as a coordinator does it: a mistake is mended on the way, and all of it can be taken
 * back. */
#include <string.h>

#include "aj-home.h"

/* As a Dutch Outlook writes it: in the letters of Windows, with an address that is none. */
static const char outlook[] =
    "\"Titel\",\"Voornaam\",\"Middelste naam\",\"Achternaam\",\"Bedrijf\",\"Functie\",\"Telefoon "
    "op "
    "werk\",\"Mobiele telefoon\",\"E-mailadres\",\"Notities\",\"Verjaardag\"\r\n"
    "\"\",\"Zo\xeb\",\"van der\",\"Meer\",\"Hogeschool Saxion\",\"Docent\",\"053\",\"06\","
    "\"zoe@saxion.example\",\"\",\"1-2-1980\"\r\n"
    "\"\",\"Jo\",\"\",\"Smit\",\"Kok Installaties\",\"\",\"\",\"\",\"jo.smit at kok.example\",\"\","
    "\"0-0-00\"\r\n"
    "\"\",\"Districtstrekker\",\"\",\"Twente\",\"\",\"Trekker\",\"\",\"\","
    "\"twente@district.example\",\"\",\"0-0-00\"\r\n";

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

/* The page Network, with its people. */
static void
show_people (AjHome *home)
{
  AjDrive *drive = home->drive;

  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  aj_drive_key (drive, "alt+3");
  await_label (home, "76 municipalities");
  aj_drive_keys (drive, "ctrl+Next", 2);
  await_label (home, "17 people");
}

static void
choose_verb (AjHome *home, const char *item)
{
  AjDrive *drive = home->drive;

  aj_drive_press (drive, aj_drive_find_in (drive, find_button (home, "More for this list"),
                                           AJ_DRIVE_ROLE_BUTTON, "More for this list"));
  aj_drive_press (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, item));
}

static void
test_outlook (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "Contactpersonen.csv");
  g_autofree char *people = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, outlook, sizeof outlook - 1, &error);
  g_assert_no_error (error);
  show_people (home);
  choose_verb (home, "Import…");
  aj_drive_choose_file (drive, path);
  aj_drive_wait_active (drive, "Import People");
  await_label (home, "1 new, 1 changed, 1 refused");
  await_label (home, "Columns that are not imported: Verjaardag");
  aj_drive_assert_names (drive);

  /* The row opens, the cursor stands where the mistake is. */
  aj_drive_key_to (drive, "Tab",
                   aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ANY, "Jo Smit, refused"));
  aj_drive_key (drive, "Return");
  aj_drive_wait_focused (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Mail"));
  aj_drive_key (drive, "ctrl+a");
  aj_drive_type (drive, "jo.smit@kok.example");
  aj_drive_key (drive, "Return");
  await_label (home, "2 new, 1 changed");
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_window_gone (drive, "Import People");
  await_label (home, "Import Contactpersonen.csv: 2 new, 1 changed, 1 more added for them");
  await_label (home, "19 people");
  people = aj_home_run (home, "--json", "list", "person", "--where", "name=Zoë van der Meer", NULL);
  g_assert_nonnull (strstr (people, "zoe@saxion.example"));

  aj_drive_click (drive, find_button (home, "Undo"));
  await_label (home, "17 people");
  after = aj_home_run (home, "--json", "list", "person", "--where", "name=Zoë van der Meer", NULL);
  g_assert_null (strstr (after, "zoe@saxion.example"));
  aj_drive_quit (drive);
}

/* Address cards for sharing hold no person. */
static void
test_export (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *path = aj_home_dup_path (home, "people.vcf");
  g_autofree char *text = NULL;
  g_autofree char *added = NULL;
  g_autoptr (GError) error = NULL;

  show_people (home);
  added = aj_home_run (home, "add", "person", "name=Anna Jansen", "mail=anna@x.example", NULL);
  await_label (home, "18 people");
  choose_verb (home, "Export…");
  aj_drive_wait_active (drive, "Export People");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_ANY, "Address cards"));
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_CHECK_BOX, "With personal data");
  aj_drive_click (drive, find_button (home, "Save…"));
  aj_drive_choose_file (drive, path);
  await_label (home, "15 records saved in people.vcf, 3 left out");
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "twente@district.example"));
  g_assert_null (strstr (text, "Anna"));
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/outlook", test_outlook);
  g_test_add_func ("/import/export", test_export);
  return g_test_run ();
}
