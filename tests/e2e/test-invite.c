/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The meeting cycle as one person with little time runs it: a year planned and 25 people invited, a meeting moved and all
 * told, answers taken in, minutes kept and printed. What the mail program asks for is counted along: a click to send each
 * mail, and a change of window to it and back. */
#include <string.h>

#include "aj-calendar-client.h"
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
  aj_home_find_meeting (home, "*14 Jan 2027*");
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

/* What one of those who are invited has: a calendar that reads the mails that went out. */
static CalendarClient *
read_mails (AjHome *home, const char *address)
{
  const char *const addresses[] = { address, NULL };
  CalendarClient *client = calendar_client_new (addresses);
  g_autofree char *mails = aj_home_dup_path (home, "mails");
  g_autoptr (GDir) dir = g_dir_open (mails, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (mails, name, NULL);
      g_auto (GStrv) recipients = calendar_client_list_recipients (path);

      if (g_strv_contains ((const char *const *) recipients, address))
        calendar_client_take (client, path, address);
    }
  return client;
}

/* (transfer full): the answer of one of them, from what their calendar holds, as their program writes it. */
static char *
write_answer (AjHome *home, const char *meeting, guint index)
{
  static const char *const answers[] = { "ACCEPTED", "ACCEPTED", "DECLINED", "TENTATIVE",
                                         "ACCEPTED" };
  const CalendarReply reply = { .style = (CalendarStyle) (index % CALENDAR_N_STYLES),
                                .participation = answers[index],
                                .stamp = g_get_real_time () / G_USEC_PER_SEC };
  g_autofree char *address = g_strdup_printf ("lid%02u@stad.example", index + 1);
  g_autofree char *name = g_strdup_printf ("answer-%u", index + 1);
  g_autofree char *stem = aj_home_dup_path (home, name);
  CalendarClient *client = read_mails (home, address);
  CalendarClientEntry *entry = calendar_client_look_up (client, meeting);
  g_autoptr (GDateTime) start = NULL;
  g_autofree char *text = NULL;
  char *path;

  /* Both mails came, and the date is the new one. */
  g_assert_cmpuint (client->n_taken, ==, 2);
  g_assert_nonnull (entry);
  start = g_date_time_new_from_unix_utc (entry->start);
  text = g_date_time_format (start, "%Y-%m-%dT%H:%M");
  g_assert_cmpstr (text, ==, "2026-12-17T09:00");
  path = calendar_client_answer (entry, entry->selfs->pdata[0], &reply, stem);
  calendar_client_free (client);
  return path;
}

static void
take_answer (AjHome *home, const char *path)
{
  AjDrive *drive = home->drive;

  aj_drive_key (drive, "F10");
  aj_drive_press (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Take In Answers…"));
  aj_drive_choose_file (drive, path);
  aj_drive_wait_active (drive, "Answers");
  await_label (home, "1 new*");
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

/* (transfer full): what a program that reads PDF files says of one. */
static char *
ask (const char *program, const char *option, const char *path)
{
  gboolean is_text = g_str_equal (program, "pdftotext");
  const char *argv[] = { program, option, path, is_text ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return said;
}

static void
assert_says (const char *program, const char *option, const char *path, const char *const *parts)
{
  g_autofree char *said = ask (program, option, path);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (said, parts[i]) == NULL)
      g_error ("%s %s: no “%s” in:\n%s", program, option, parts[i], said);
}

/* In which language it is read aloud. */
static void
assert_language (const char *path, const char *language)
{
  g_autofree char *wanted = g_strdup_printf ("/Lang (%s)", language);
  g_autofree char *pdf = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &pdf, &size, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  for (gsize i = 0; i < size; i++)
    pdf[i] = pdf[i] == '\0' ? ' ' : pdf[i];
  g_assert_nonnull (strstr (pdf, wanted));
}

/* Prints into a file of that @name. (transfer full): its path. */
static char *
print (AjHome *home, const char *item, const char *window, const char *name)
{
  AjDrive *drive = home->drive;
  char *path = aj_home_dup_path (home, name);
  g_autofree char *saved = g_strdup_printf ("Saved as %s", name);

  aj_drive_click (drive, find_button (home, "More for this meeting"));
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, item));
  aj_drive_wait_active (drive, window);
  aj_drive_key (drive, "ctrl+s");
  aj_drive_choose_file (drive, path);
  await_label (home, saved);
  aj_drive_close_window (drive, window);
  assert_language (path, "en");
  return path;
}

static void
check_papers (AjHome *home)
{
  g_autofree char *minutes = print (home, "Minutes on Paper", "Minutes*", "minutes.pdf");
  g_autofree char *agenda = print (home, "Agenda on Paper", "Agenda*", "agenda.pdf");

  assert_says ("pdfinfo", "-isodates", minutes,
               (const char *const[]){ "Title:           Minutes of the meeting: Phishing\n",
                                      "Tagged:          yes\n", NULL });
  assert_says ("pdfinfo", "-struct-text", minutes,
               (const char *const[]){ "H1 (block)\n    \"Minutes of the meeting: Phishing\"",
                                      "H2 (block)", "LBody (block)", "We go on with phishing",
                                      NULL });
  assert_says ("pdftotext", "-layout", minutes,
               (const char *const[]){ "Thursday 17 December 2026", "We go on with phishing",
                                      "Write the plan", "Lid 01", NULL });
  assert_says ("pdfinfo", "-struct-text", agenda,
               (const char *const[]){ "H1 (block)", "Table", "TR", "TH", "\"What we saw\"", NULL });
  assert_says ("pdftotext", "-layout", agenda,
               (const char *const[]){ "Thursday 17 December 2026", "What we saw", NULL });
}

static void
tell (AjHome *home, const char *what, guint n_mails)
{
  AjDrive *drive = home->drive;

  choose_tab (home, "Invitations");
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, what));
  aj_home_wait_mails (home, n_mails);
  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST_ITEM, "They are out"));
}

/* (transfer full): with something on its agenda. */
static char *
add_meeting (AjHome *home)
{
  char *id = g_strstrip (aj_home_run (home, "add", "meeting", "group=Expertteam Cyber",
                                      "starts-at=2026-12-10T10:00", "ends-at=2026-12-10T12:00",
                                      "theme=Phishing", NULL));
  g_autofree char *meeting = g_strdup_printf ("meeting=%s", id);

  g_free (aj_home_run (home, "add", "agenda-item", "group=Expertteam Cyber", meeting, "position=1",
                       "name=What we saw", "minutes=30", NULL));
  return id;
}

/* The whole line, from the invitation to what is on paper: invite, move, invite again, take five answers in from the files
 * that five programs wrote who had the mails, keep minutes, print. */
static void
test_cycle (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *meeting = NULL, *held = NULL, *decisions = NULL;

  aj_home_add_mail_program (home);
  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  fill_team (home);
  meeting = add_meeting (home);
  aj_drive_click (drive, aj_home_find_meeting (home, "Phishing,*10 Dec 2026*"));
  tell (home, "Mail the invitation", 1);
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "* not invited yet.");

  choose_tab (home, "Meeting");
  aj_drive_fill (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_TEXT, "Start, date"),
                 "17-12-2026");
  aj_drive_key (drive, "Return");
  await_label (home, "25 of 25 still hold the old date (Thu 10 Dec 2026).");
  tell (home, "Mail the change", 2);
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "* still hold the old date*");
  held = aj_home_run (home, "invitations", "owed", NULL);
  g_assert_nonnull (strstr (held, "Everybody holds what they should."));

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *answer = write_answer (home, meeting, i);

      take_answer (home, answer);
    }
  choose_tab (home, "Who Comes*");
  await_label (home, "3 yes, 1 no, 1 maybe, *");
  aj_drive_assert_names (drive);
  keep_minutes (home);
  check_papers (home);
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
