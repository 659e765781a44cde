/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers to an invitation, as a coordinator takes them in: one comes, one is unknown, one would rather meet later. */
#include <string.h>

#include "aj-home.h"

static void
await_label (AjHome *home, const char *text)
{
  aj_drive_find_shown (home->drive, AJ_DRIVE_ROLE_LABEL, text);
}

/* The id of a new meeting of the example's expert team, which is its identity in calendars too. (transfer full) */
static char *
add_meeting (AjHome *home)
{
  char *id = aj_home_run (home, "add", "meeting", "group=Expertteam Cyber",
                          "starts-at=2027-01-14T10:00", "ends-at=2027-01-14T12:00", NULL);

  return g_strstrip (id);
}

static char *
write_answers (AjHome *home, const char *meeting)
{
  char *path = aj_home_dup_path (home, "answers.ics");
  g_autofree char *text = g_strdup_printf (
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n"
      "BEGIN:VEVENT\r\nUID:%1$s\r\nSEQUENCE:0\r\n"
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:twente@stad.example\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:%1$s\r\nSEQUENCE:0\r\n"
      "ATTENDEE;CN=Piet;PARTSTAT=DECLINED:mailto:piet@elders.example\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n"
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:COUNTER\r\n"
      "BEGIN:VEVENT\r\nUID:%1$s\r\nSEQUENCE:0\r\n"
      "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ijsselland@stad.example\r\n"
      "DTSTART:20270114T120000Z\r\nDTEND:20270114T140000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      meeting);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_take_in (void)
{
  g_autoptr (AjHome) home = aj_home_new ();
  AjDrive *drive = home->drive;
  g_autofree char *meeting = NULL;
  g_autofree char *path = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;

  aj_home_start (home, "--example", NULL);
  aj_drive_find_shown (drive, AJ_DRIVE_ROLE_LIST, "Pages");
  g_free (aj_home_run (home, "set", "person", "Districtstrekker Twente", "mail=Twente@stad.example",
                       NULL));
  g_free (aj_home_run (home, "set", "person", "Districtstrekker IJsselland",
                       "mail=ijsselland@stad.example", NULL));
  meeting = add_meeting (home);
  path = write_answers (home, meeting);

  aj_drive_reset_actions (drive);
  aj_drive_key (drive, "F10");
  aj_drive_press (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_MENU_ITEM, "Take In Answers…"));
  aj_drive_choose_file (drive, path);
  aj_drive_wait_active (drive, "Answers");
  await_label (home, "1 new, 2 to decide");
  await_label (home, "Nobody who is invited has the address piet@elders.example*");
  aj_drive_assert_names (drive);
  aj_drive_choose (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX, "Who is piet@*"),
                   "Add Piet as a guest");
  aj_drive_choose (drive,
                   aj_drive_find_shown (drive, AJ_DRIVE_ROLE_COMBO_BOX,
                                        "What becomes of the answer of *IJsselland"),
                   "Move the meeting");
  await_label (home, "2 new, 1 accepted: the meeting moves");
  aj_drive_key (drive, "ctrl+Return");
  aj_drive_wait_window_gone (drive, "Answers");
  aj_drive_assert_actions (drive, 10);
  await_label (home, "Take in 3 answers: move the meeting to 14 January");
  moved = aj_home_run (home, "--json", "show", "meeting", meeting, NULL);
  g_assert_nonnull (strstr (moved, "2027-01-14T13:00"));

  aj_drive_click (drive, aj_drive_find_shown (drive, AJ_DRIVE_ROLE_BUTTON, "Undo"));
  aj_drive_wait_gone (drive, AJ_DRIVE_ROLE_LABEL, "Take in 3 answers*");
  back = aj_home_run (home, "--json", "show", "meeting", meeting, NULL);
  g_assert_nonnull (strstr (back, "2027-01-14T10:00"));
  aj_drive_quit (drive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers/take-in", test_take_in);
  return g_test_run ();
}
