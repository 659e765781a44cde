/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is owed what of a meeting, in every state of meeting, calendar and address. */
#include "aj-invitation.h"

#include "aj-attendance.h"
#include "aj-meeting.h"

#define NEW_MAIL "anna@stad.example"
#define OLD_MAIL "anna@vroeger.example"

typedef struct
{
  const char *name;
  const char *state;
  const char *sent;    /* "request", "cancel" or NULL */
  gint64 sent_version; /* the meeting is at 2 */
  const char *sent_mail;
  const char *mail;
  gboolean is_invited;
  const char *owed; /* letters in order: R(equest), U(pdate), C(ancel) */
  gboolean is_stuck;
} Case;

static const Case cases[] = {
  { "new", "planned", NULL, 0, NULL, NEW_MAIL, TRUE, "R", FALSE },
  { "new-confirmed", "confirmed", NULL, 0, NULL, NEW_MAIL, TRUE, "R", FALSE },
  { "concept", "concept", NULL, 0, NULL, NEW_MAIL, TRUE, "", FALSE },
  { "held", "held", NULL, 0, NULL, NEW_MAIL, TRUE, "", FALSE },
  { "held-old", "held", "request", 1, NEW_MAIL, NEW_MAIL, TRUE, "", FALSE },
  { "cancelled-never-told", "cancelled", NULL, 0, NULL, NEW_MAIL, TRUE, "", FALSE },
  { "cancelled", "cancelled", "request", 1, NEW_MAIL, NEW_MAIL, TRUE, "C", FALSE },
  { "cancelled-told", "cancelled", "cancel", 2, NEW_MAIL, NEW_MAIL, TRUE, "", FALSE },
  { "current", "planned", "request", 2, NEW_MAIL, NEW_MAIL, TRUE, "", FALSE },
  { "old", "planned", "request", 1, NEW_MAIL, NEW_MAIL, TRUE, "U", FALSE },
  { "old-concept", "concept", "request", 1, NEW_MAIL, NEW_MAIL, TRUE, "U", FALSE },
  { "left", "planned", "request", 2, NEW_MAIL, NEW_MAIL, FALSE, "C", FALSE },
  { "left-told", "planned", "cancel", 2, NEW_MAIL, NEW_MAIL, FALSE, "", FALSE },
  { "left-never-told", "planned", NULL, 0, NULL, NEW_MAIL, FALSE, "", FALSE },
  { "left-without-mail", "planned", "request", 2, OLD_MAIL, NULL, FALSE, "C", FALSE },
  { "back", "planned", "cancel", 2, NEW_MAIL, NEW_MAIL, TRUE, "R", FALSE },
  { "planned-again", "planned", "cancel", 1, NEW_MAIL, NEW_MAIL, TRUE, "R", FALSE },
  { "other-mail", "planned", "request", 2, OLD_MAIL, NEW_MAIL, TRUE, "CR", FALSE },
  { "other-case", "planned", "request", 2, "ANNA@Stad.example", NEW_MAIL, TRUE, "", FALSE },
  { "no-mail", "planned", NULL, 0, NULL, NULL, TRUE, "", TRUE },
  { "no-mail-concept", "concept", NULL, 0, NULL, NULL, TRUE, "", FALSE },
  { "no-mail-any-more", "planned", "request", 1, OLD_MAIL, NULL, TRUE, "", TRUE },
  { "no-mail-current", "planned", "request", 2, OLD_MAIL, NULL, TRUE, "", FALSE },
};

static AjValues *
make_attendance (const Case *c)
{
  AjValues *attendance = aj_values_new (&aj_attendance_record_type, NULL);

  if (c->sent == NULL)
    return attendance;
  aj_values_set_text (attendance, "sent-method", c->sent);
  aj_values_set_integer (attendance, "sent-sequence", c->sent_version);
  aj_values_set_text (attendance, "sent-mail", c->sent_mail);
  return attendance;
}

static AjValues *
make_meeting (const char *state)
{
  AjValues *meeting = aj_values_new (&aj_meeting_record_type, NULL);

  aj_values_set_text (meeting, "state", state);
  aj_values_set_integer (meeting, "sequence", 2);
  return meeting;
}

static void
test_owed (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AjValues) meeting = make_meeting (c->state);
  g_autoptr (AjValues) attendance = make_attendance (c);
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  guint n = aj_invitation_list_owed (meeting, attendance, c->mail, c->is_invited, letters);
  g_autoptr (GString) owed = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (owed, "RUC"[letters[i].kind]);
      g_assert_cmpstr (letters[i].mail, ==,
                       letters[i].kind == AJ_LETTER_CANCEL ? c->sent_mail : c->mail);
    }
  g_assert_cmpstr (owed->str, ==, c->owed);
  g_assert_cmpint (aj_invitation_is_stuck (meeting, attendance, c->mail, c->is_invited), ==,
                   c->is_stuck);
  /* Of whom nothing is known is as of whom only that is known. */
  if (c->sent == NULL)
    g_assert_cmpuint (aj_invitation_list_owed (meeting, NULL, c->mail, c->is_invited, letters), ==,
                      n);
}

/* What comes next is from after the minute that was noted. */
static void
test_stamp (void)
{
  g_autoptr (AjValues) meeting = make_meeting ("planned");
  g_autoptr (AjValues) attendance = aj_values_new (&aj_attendance_record_type, NULL);
  AjWallTime sent;
  gint64 moment;

  aj_values_set_text (meeting, "zone", "Europe/Amsterdam");
  g_assert_cmpint (aj_invitation_get_next_stamp (meeting, NULL), ==, 0);
  g_assert_cmpint (aj_invitation_get_next_stamp (meeting, attendance), ==, 0);
  g_assert_true (aj_wall_time_parse ("2026-03-12T10:00", &sent));
  aj_values_set_wall_time (attendance, "sent-at", &sent);
  g_assert_true (aj_wall_time_to_unix (&sent, "Europe/Amsterdam", &moment));
  g_assert_cmpint (aj_invitation_get_next_stamp (meeting, attendance), ==, moment + 60);
}

/* An answer is to the version that it names. */
static void
test_answer (void)
{
  g_autoptr (AjValues) meeting = make_meeting ("planned");
  g_autoptr (AjValues) attendance = aj_values_new (&aj_attendance_record_type, NULL);

  g_assert_null (aj_invitation_get_answer (meeting, NULL));
  g_assert_null (aj_invitation_get_answer (meeting, attendance));
  aj_values_set_text (attendance, "answer", AJ_ANSWER_MAYBE);
  g_assert_cmpstr (aj_invitation_get_answer (meeting, attendance), ==, "TENTATIVE");
  aj_values_set_integer (attendance, "answer-sequence", 1);
  g_assert_null (aj_invitation_get_answer (meeting, attendance));
  aj_values_set_integer (attendance, "answer-sequence", 2);
  g_assert_cmpstr (aj_invitation_get_answer (meeting, attendance), ==, "TENTATIVE");
  aj_values_set_text (attendance, "answer", AJ_ANSWER_SENDS);
  g_assert_null (aj_invitation_get_answer (meeting, attendance));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/planning/invitation/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_owed);
    }
  g_test_add_func ("/planning/invitation/stamp", test_stamp);
  g_test_add_func ("/planning/invitation/answer", test_answer);
  return g_test_run ();
}
