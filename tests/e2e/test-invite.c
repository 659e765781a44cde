/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The meeting cycle as one person with little time runs it: a year planned and 25 people invited, a meeting moved and all
 * told, answers taken in, minutes kept and printed. What the mail program asks for is counted along: a click to send each
 * mail, and a change of window to it and back. */
#include <string.h>

#include "aj-home.h"

/* With the fourteen of the example there are 25. */
#define N_ADDED 11
/* Of the usability yardstick: at most so many actions in all. */
#define CEILING_INVITE 27
#define CEILING_MOVE   11
/* In the mail program, which is not driven here: go to it, send each, come back. */
#define SENDING(n_mails) (2 * (n_mails) + 1)

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
choose_tab (AjHome *home, const char *name)
{
  aj_drive_press (home->drive, aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_PAGE_TAB, name));
}

/* A mailbox that invites, and as many people with an address as an expert team has. */
static void
fill_team (AjHome *home)
{
  g_free (aj_home_run (home, "set", "network", "6e657477-6f72-4b00-8000-000000000000",
                       "organiser-name=Veiligheidsnetwerk", "organiser-mail=agenda@netwerk.example",
                       NULL));
  for (guint i = 1; i <= N_ADDED; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=Lid %02u", i);
      g_autofree char *mail = g_strdup_printf ("mail=lid%02u@stad.example", i);
      g_autofree char *who = g_strdup_printf ("person=Lid %02u", i);

      g_free (aj_home_run (home, "add", "person", name, mail, NULL));
      g_free (aj_home_run (home, "add", "membership", "group=Expertteam Cyber", who, NULL));
    }
}

static void
plan_year (AjHome *home)
{
  aj_drive_click (home->drive, find_button (home, "Plan *cycle*"));
  aj_drive_wait_active (home->drive, "Plan Cycle");
  aj_drive_click (home->drive, find_button (home, "Plan 6 Meetings"));
  aj_drive_wait_window_gone (home->drive, "Plan Cycle");
  aj_home_wait_meetings (home, 6);
}

static void
invite_all (AjHome *home)
{
  AjDrive *drive = home->drive;

  aj_drive_click (drive, find_button (home, "More for the cycle"));
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM,
                                              "Invitations That Are Owed…"));
  aj_drive_wait_active (drive, "Invitations");
  aj_drive_click (drive, find_button (home, "Mail All"));
  aj_home_wait_mails (home, 6);
  aj_drive_click (drive, find_button (home, "They Are Out"));
  await_label (home, "Nobody Is Owed Anything");
  aj_drive_assert_names (drive);
  aj_drive_close_window (drive, "Invitations");
}

/* Moved by typing another day; who is told, is who holds the old one. */
static void
move_and_tell (AjHome *home)
{
  AjDrive *drive = home->drive;

  aj_drive_click (drive, aj_home_find_meeting (home, "*11 Mar 2027*"));
  await_label (home, "Thu 11 Mar 2027, 10:00–12:00");
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Start, date"),
                 "18-3-2027");
  aj_drive_key (drive, "Return");
  await_label (home, "25 of 25 still hold the old date (Thu 11 Mar 2027).");
  aj_drive_click (drive, find_button (home, "Invitations"));
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "Mail the change"));
  aj_home_wait_mails (home, 7);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "They are out"));
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "* still hold the old date*");
}

static void
test_few_actions (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  g_autofree char *owed = NULL;

  aj_home_add_mail_program (home);
  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LIST, "Pages");
  fill_team (home);

  aj_drive_reset_actions (home->drive);
  plan_year (home);
  invite_all (home);
  aj_drive_assert_actions (home->drive, CEILING_INVITE - SENDING (6));

  aj_drive_reset_actions (home->drive);
  move_and_tell (home);
  aj_drive_assert_actions (home->drive, CEILING_MOVE - SENDING (1));
  owed = aj_home_run (home, "invitations", "owed", NULL);
  g_assert_nonnull (strstr (owed, "Everybody holds what they should."));
  aj_drive_quit (home->drive);
}

/* (transfer full): five answers to a meeting, as mail programs write them. */
static char *
write_answers (AjHome *home, const char *meeting)
{
  static const char *const answers[] = { "ACCEPTED", "ACCEPTED", "DECLINED", "TENTATIVE",
                                         "ACCEPTED" };
  char *path = aj_home_dup_path (home, "answers.ics");
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_string_append_printf (text,
                            "BEGIN:VEVENT\r\nUID:%s\r\nSEQUENCE:0\r\nDTSTAMP:20261123T100000Z\r\n"
                            "ATTENDEE;PARTSTAT=%s:mailto:lid%02u@stad.example\r\nEND:VEVENT\r\n",
                            meeting, answers[i], i + 1);
  g_string_append (text, "END:VCALENDAR\r\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static void
take_answers (AjHome *home, const char *path)
{
  AjDrive *drive = home->drive;

  aj_drive_key (drive, "F10");
  aj_drive_press (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Take In Answers…"));
  aj_drive_choose_file (drive, path);
  aj_drive_wait_active (drive, "Answers");
  await_label (home, "5 new*");
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_window_gone (drive, "Answers");
}

static void
keep_minutes (AjHome *home)
{
  AjDrive *drive = home->drive;
  AjDriveNode *line;

  choose_tab (home, "Minutes*");
  line = aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Decision, action point, link or note*");
  aj_drive_click (drive, line);
  aj_drive_type (drive, "Decision: We go on with phishing");
  aj_drive_key (drive, "Return");
  await_label (home, "We go on with phishing");
  aj_drive_type (drive, "Action Lid 01 by 1 May: Write the plan");
  aj_drive_key (drive, "Return");
  await_label (home, "Write the plan");
}

static void
print_minutes (AjHome *home, const char *path)
{
  AjDrive *drive = home->drive;
  g_autofree char *pdf = NULL;

  aj_drive_click (drive, find_button (home, "More for this meeting"));
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Minutes on Paper"));
  aj_drive_wait_active (drive, "Minutes*");
  aj_drive_key (drive, "ctrl+s");
  aj_drive_choose_file (drive, path);
  await_label (home, "Saved as minutes.pdf");
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  aj_drive_close_window (drive, "Minutes*");
}

/* From the invitation to what is on paper. */
static void
test_cycle (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *meeting = NULL, *answers = NULL, *pdf = NULL, *attendance = NULL,
                  *decisions = NULL;

  aj_home_add_mail_program (home);
  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  fill_team (home);
  meeting = g_strstrip (aj_home_run (home, "add", "meeting", "group=Expertteam Cyber",
                                     "starts-at=2026-12-10T10:00", "ends-at=2026-12-10T12:00",
                                     "theme=Phishing", NULL));
  aj_drive_click (drive, aj_home_find_meeting (home, "Phishing,*10 Dec 2026*"));
  choose_tab (home, "Invitations");
  aj_drive_click (drive,
                  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "Mail the invitation"));
  aj_home_wait_mails (home, 1);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "They are out"));
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "* not invited yet.");

  answers = write_answers (home, meeting);
  take_answers (home, answers);
  choose_tab (home, "Who Comes*");
  await_label (home, "3 yes, 1 no, 1 maybe, *");
  aj_drive_assert_names (drive);
  keep_minutes (home);
  pdf = aj_home_dup_path (home, "minutes.pdf");
  print_minutes (home, pdf);

  attendance = aj_home_run (home, "--json", "list", "attendance", NULL);
  g_assert_nonnull (strstr (attendance, "\"no\""));
  decisions = aj_home_run (home, "list", "decision", NULL);
  g_assert_nonnull (strstr (decisions, "We go on with phishing"));
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invite/few-actions", test_few_actions);
  g_test_add_func ("/invite/cycle", test_cycle);
  return g_test_run ();
}
