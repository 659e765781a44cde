/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sixty-seven forms come back at once, in every shape that there is; five have something that only a person can settle. All of it
 * is taken in from one preview, and goes back with one key. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-home.h"
#include "aj-many-forms.h"

/* Of the usability yardstick: at most so many actions, the five repairs counted along. */
#define CEILING 23
/* Of what is planted, one form is of another year, with a row for each activity and one for the answer; one municipality does
 * not take part. */
#define N_ACTIVITIES ((MANY_FORMS - 2) * MANY_FORMS_ACTIVITIES)
#define EDITION      "Actiedag 2028"

static AjDriveNode *
find (AjHome *home, AjDriveRole role, const char *name)
{
  return aj_drive_find_shown (home->drive, role, name);
}

static void
import (AjHome *home, const char *type, const GString *table)
{
  g_autofree char *path = aj_home_dup_path (home, "table.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, table->str, (gssize) table->len, &error);
  g_assert_no_error (error);
  g_free (aj_home_run (home, "csv", "import", type, path, NULL));
}

/* An edition in which all of them were invited, and the one organisation that is known. */
static void
fill (AjHome *home)
{
  g_autoptr (GString) municipalities = g_string_new ("name,code\n");
  g_autoptr (GString) participations = g_string_new ("edition,municipality,state,invited-on\n");

  for (guint i = 0; i < MANY_FORMS; i++)
    {
      g_autofree char *name = many_forms_dup_municipality (i);
      g_autofree char *code = many_forms_dup_code (i);

      g_string_append_printf (municipalities, "%s,%s\n", name, code);
      g_string_append_printf (participations, EDITION ",%s,invited,2026-10-19\n", name);
    }
  g_free (aj_home_run (home, "add", "edition", "name=" EDITION, "starts-on=2028-04-06", NULL));
  import (home, "municipality", municipalities);
  import (home, "participation", participations);
  g_free (aj_home_run (home, "add", "organisation", "name=" MANY_FORMS_KNOWN_ORGANISATION,
                       "kind=library", NULL));
}

/* (transfer full): the folder they are in. */
static char *
put_forms (AjHome *home)
{
  char *folder = aj_home_dup_path (home, "formulieren");
  const ManyForms forms = { NULL, EDITION, aj_date_new (2028, 4, 6), aj_date_new (2026, 10, 19),
                            NULL, folder };
  g_autoptr (GPtrArray) paths = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  paths = many_forms_put_all (&forms);
  return folder;
}

/* One click: the row opens. */
static AjDriveNode *
open_row (AjHome *home, const char *name)
{
  AjDriveNode *row = find (home, AJ_DRIVE_ROLE_LIST_ITEM, name);

  aj_drive_click (home->drive, row);
  return row;
}

/* The cursor is where the mistake is, with all of it selected. */
static void
mend (AjHome *home, const char *name, const char *cell, const char *text)
{
  AjDriveNode *row = open_row (home, name);

  aj_drive_wait_focused (home->drive,
                         aj_drive_find_in (home->drive, row, AJ_DRIVE_ROLE_TEXT, cell));
  aj_drive_type (home->drive, text);
  aj_drive_key (home->drive, "Return");
}

static guint
count (AjHome *home, const char *type)
{
  g_autofree char *lines = aj_home_run (home, "--json", "list", type, "--where", "edition=" EDITION,
                                        NULL);
  guint n = 0;

  for (const char *at = lines; (at = strstr (at, "\"id\"")) != NULL; at++)
    n++;
  return n;
}

static void
test_all (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *folder = put_forms (home);
  g_autofree char *right = many_forms_dup_municipality (17);
  const char *menu = "More for this edition";

  aj_drive_prepare_text (drive, folder);
  aj_drive_prepare_text (drive, right);
  aj_home_start (home, "--example", NULL);
  find (home, AJ_DRIVE_ROLE_LIST, "Pages");
  fill (home);

  aj_drive_reset_actions (drive);
  aj_drive_key (drive, "alt+4");
  aj_drive_click (drive, aj_drive_find_in (drive, find (home, AJ_DRIVE_ROLE_BUTTON, menu),
                                           AJ_DRIVE_ROLE_BUTTON, menu));
  aj_drive_click (drive, find (home, AJ_DRIVE_ROLE_MENU_ITEM, "Take In Forms…"));
  aj_drive_choose_all (drive, folder);
  aj_drive_wait_active (drive, "Returned Forms");
  find (home, AJ_DRIVE_ROLE_LABEL, "67 forms of " EDITION);
  aj_drive_assert_names (drive);

  mend (home, "Activiteit 1 van 5 · *, refused", "Date", "6 apr");
  open_row (home, "Activiteit 2 van 9 · *, new");
  aj_drive_click (drive,
                  find (home, AJ_DRIVE_ROLE_BUTTON, "Use “" MANY_FORMS_KNOWN_ORGANISATION "”"));
  mend (home, "Activiteit 3 van 13 · *, refused", "Until", "16u");
  mend (home, "Gemeentenaam Xx, refused", "Municipality", right);
  aj_drive_click (drive,
                  find (home, AJ_DRIVE_ROLE_CHECK_BOX, "Take Activiteit 2 van 21 · * along"));
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_window_gone (drive, "Returned Forms");
  aj_drive_assert_actions (drive, CEILING);
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_BUTTON, "67 to Ask…");
  g_assert_cmpuint (count (home, "activity"), ==, N_ACTIVITIES);
  g_assert_cmpuint (count (home, "contact"), ==, MANY_FORMS - 1);

  /* All of it was one change. */
  aj_drive_key (drive, "ctrl+z");
  find (home, AJ_DRIVE_ROLE_BUTTON, "67 to Ask…");
  g_assert_cmpuint (count (home, "activity"), ==, 0);
  g_assert_cmpuint (count (home, "contact"), ==, 0);
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/returns/all", test_all);
  return g_test_run ();
}
