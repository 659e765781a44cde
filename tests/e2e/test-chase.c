/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two dozen municipalities that have not answered for the action day, chased by somebody with little time. What the mail
 * program asks for is counted along: a click to send each mail, and a change of window to it and back. */
#include <string.h>

#include "aj-home.h"

#define N_SILENT 24
/* Of the usability yardstick: at most so many actions in all. */
#define CEILING 20
/* In the mail program, which is not driven here: go to it, send each, come back. */
#define SENDING(n_mails) (2 * (n_mails) + 1)
/* One for each district. */
#define N_MAILS 5

/* So many of each district, as the example has them. */
static const char *const silent[N_SILENT] = {
  "Aalten",   "Apeldoorn", "Berkelland",  "Bronckhorst", "Doetinchem", "Almelo",
  "Borne",    "Enschede",  "Haaksbergen", "Hengelo",     "Arnhem",     "Barneveld",
  "Duiven",   "Ede",       "Beuningen",   "Buren",       "Culemborg",  "Druten",
  "Nijmegen", "Tiel",      "Dalfsen",     "Deventer",    "Kampen",     "Zwolle",
};

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
import (AjHome *home, const char *type, const GString *table)
{
  g_autofree char *path = aj_home_dup_path (home, "table.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, table->str, (gssize) table->len, &error);
  g_assert_no_error (error);
  g_free (aj_home_run (home, "csv", "import", type, path, NULL));
}

/* An edition in which two dozen were invited a month ago and said nothing; each has a mailbox. */
static void
fill (AjHome *home)
{
  g_autoptr (GString) organisations = g_string_new ("name,kind,municipality,mail\n");
  g_autoptr (GString) participations = g_string_new ("edition,municipality,state,invited-on\n");

  g_free (aj_home_run (home, "set", "network", "6e657477-6f72-4b00-8000-000000000000",
                       "organiser-name=Veiligheidsnetwerk", "organiser-mail=agenda@netwerk.example",
                       NULL));
  g_free (aj_home_run (home, "add", "edition", "name=Actiedag 2028", "starts-on=2028-04-06", NULL));
  for (guint i = 0; i < N_SILENT; i++)
    {
      g_string_append_printf (organisations, "Stadhuis %s,municipality,%s,%u@stad.example\n",
                              silent[i], silent[i], i + 1);
      g_string_append_printf (participations, "Actiedag 2028,%s,invited,2026-10-19\n", silent[i]);
    }
  import (home, "organisation", organisations);
  import (home, "participation", participations);
}

static void
start (AjHome *home)
{
  aj_home_add_mail_program (home);
  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, "Pages");
  fill (home);
}

/* Nobody is left to ask, and the log has a line for each. */
static void
assert_noted (AjHome *home)
{
  g_autofree char *left = aj_home_run (home, "--now", "2026-11-22", "chase", NULL);
  g_autofree char *log = aj_home_run (home, "list", "contact", "--where", "edition=2028", NULL);
  g_auto (GStrv) lines = g_strsplit (log, "Reminder 1 of Actiedag 2028", -1);

  if (!g_str_has_prefix (left, "Nobody has to be asked today."))
    g_error ("still to be asked:\n%s", left);
  g_assert_cmpuint (g_strv_length (lines), ==, N_SILENT + 1);
}

/* What went out: of each district one, in which nobody sees the others. */
static void
assert_mails (AjHome *home)
{
  g_autofree char *mails = aj_home_dup_path (home, "mails");
  g_autoptr (GDir) dir = g_dir_open (mails, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (mails, name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_nonnull (strstr (content, "To: Veiligheidsnetwerk <agenda@netwerk.example>"));
      g_assert_nonnull (strstr (content, "\nBcc: "));
    }
}

/* With the pointer: the page, the button, the drafts, and that they are out. */
static void
test_few_actions (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  start (home);
  aj_drive_reset_actions (drive);
  aj_drive_key (drive, "alt+4");
  aj_drive_click (drive, find_button (home, "24 to Ask…"));
  aj_drive_wait_active (drive, "Ask Municipalities");
  await_label (home, "24 municipalities in 5 mails.");
  aj_drive_assert_names (drive);
  aj_drive_click (drive, find_button (home, "Make 5 Drafts"));
  aj_home_wait_mails (home, N_MAILS);
  await_label (home, "5 drafts are opened in your mail program.");
  await_label (home, "The drafts to 24 municipalities are made.*");
  aj_drive_click (drive, find_button (home, "They Are Out"));
  await_label (home, "Nobody Has to Be Asked Today");
  aj_drive_close_window (drive, "Ask Municipalities");
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_BUTTON, "24 to Ask…");
  aj_drive_assert_actions (drive, CEILING - SENDING (N_MAILS));
  assert_mails (home);
  assert_noted (home);

  /* One step back, and all are to be asked again. */
  aj_drive_key (drive, "ctrl+z");
  find_button (home, "24 to Ask…");
  aj_drive_quit (drive);
}

/* By keyboard alone: one is left out, what the mails say is read first. */
static void
test_keyboard (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;

  start (home);
  aj_drive_key (drive, "alt+4");
  aj_drive_key_to (drive, "Tab", find_button (home, "24 to Ask…"));
  aj_drive_key (drive, "Return");
  aj_drive_wait_active (drive, "Ask Municipalities");
  aj_drive_key_to (drive, "Tab", aj_drive_find_shown (drive, AJ_DRIVE_ROLE_CHECK_BOX, "Aalten"));
  aj_drive_key (drive, "space");
  await_label (home, "23 municipalities in 5 mails.");
  aj_drive_key (drive, "alt+p");
  await_label (home, "Reminder: Actiedag 2028, what will you do?*");
  aj_drive_assert_names (drive);
  aj_drive_key (drive, "Escape");
  await_label (home, "23 municipalities in 5 mails.");
  aj_drive_key (drive, "alt+m");
  aj_home_wait_mails (home, N_MAILS);
  await_label (home, "The drafts to 23 municipalities are made.*");
  aj_drive_key (drive, "alt+a");
  await_label (home, "Tick whom you want to ask.");
  aj_drive_key (drive, "Escape");
  aj_drive_wait_window_gone (drive, "Ask Municipalities");
  find_button (home, "1 to Ask…");
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chase/few-actions", test_few_actions);
  g_test_add_func ("/chase/keyboard", test_keyboard);
  return g_test_run ();
}
