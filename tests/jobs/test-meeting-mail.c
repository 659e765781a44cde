/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is mailed about a meeting: whom it goes to, what it says, what is attached. */
#include "aj-meeting-mail.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aj-attendance.h"
#include "aj-calendar-error.h"
#include "aj-error.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"
#include "aj-paper-folder.h"

static const AjMailSender sender = { { "Secretariaat", "secretariaat@netwerk.example" },
                                     "Netwerk Oost" };

typedef struct
{
  Fixture base;
  const char *meeting;
  const char *anna, *bert;
  const char *item;
  gint64 now;
} World;

static void
set_up (World *self, gconstpointer data)
{
  const char *group, *speaker;

  fixture_set_up (&self->base, data);
  self->now = aj_clock_get_unix (self->base.clock);
  group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "mail", "anna@stad.example",
                            NULL);
  self->bert = fixture_add (&self->base, "person", "name", "Bert", "mail", "bert@stad.example",
                            NULL);
  speaker = fixture_add (&self->base, "person", "name", "Carla", "mail", "carla@saxion.example",
                         NULL);
  fixture_add (&self->base, "membership", "group", group, "person", self->anna, NULL);
  fixture_add (&self->base, "membership", "group", group, "person", self->bert, NULL);
  self->meeting = fixture_add (&self->base, "meeting", "group", group, "theme", "Jeugd",
                               "starts-at", "2026-03-12T10:00", "ends-at", "2026-03-12T12:00",
                               "place", "Deventer", NULL);
  fixture_add (&self->base, "agenda-item", "group", group, "meeting", self->meeting, "position",
               "1", "name", "Opening", "minutes", "5", NULL);
  self->item = fixture_add (&self->base, "agenda-item", "group", group, "meeting", self->meeting,
                            "position", "2", "name", "Wat jongeren zien", "minutes", "30",
                            "speaker", speaker, NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjInvitations *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting,
                                                            &error);

  g_assert_no_error (error);
  return aj_invitations_new (facts);
}

static AjMeetingMail *
write_mail (World *self, AjMeetingMailRequest request, GError **error)
{
  g_autoptr (AjInvitations) invitations = load (self);
  g_autoptr (AjMailTexts) texts = aj_mail_texts_load (self->base.store, NULL);

  request.stamp = self->now;
  return aj_meeting_mail_write (invitations, texts, &sender, &request, error);
}

/* (transfer full) */
static AjMeetingMail *
write_use (World *self, const char *use)
{
  g_autoptr (GError) error = NULL;
  AjMeetingMail *mail = write_mail (self, (AjMeetingMailRequest){ .use = use }, &error);

  g_assert_no_error (error);
  return mail;
}

/* How many parts the file says have that type. */
static guint
count_parts (AjMeetingMail *mail, const char *type)
{
  gsize size;
  const char *data = g_bytes_get_data (mail->bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autofree char *wanted = g_strdup_printf ("Content-Type: %s", type);
  guint n = 0;

  for (const char *p = text; (p = strstr (p, wanted)) != NULL; p++)
    n++;
  return n;
}

static void
assert_addresses (AjMeetingMail *mail, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", mail->addresses);

  g_assert_cmpstr (joined, ==, expected);
}

static void
note_sent (World *self)
{
  g_autoptr (AjInvitations) invitations = load (self);
  g_autoptr (AjEdit) edit = aj_invitations_note_sent (invitations, self->base.store, self->now);
  g_autoptr (GError) error = NULL;

  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* First an invitation; to whom held it, a change; then a cancellation, each to whom it is owed. */
static void
test_letters (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingMail) invitation = write_use (self, AJ_MAIL_INVITATION);
  g_autoptr (AjMeetingMail) update = NULL;
  g_autoptr (AjMeetingMail) cancellation = NULL;
  g_autoptr (AjMeetingMail) none = NULL;
  g_autoptr (AjInvitations) invitations = NULL;
  g_autoptr (GError) error = NULL;

  assert_addresses (invitation, "anna@stad.example bert@stad.example");
  g_assert_cmpstr (invitation->subject, ==,
                   "Invitation: Expertteam: Jeugd, Thursday 12 March 2026");
  g_assert_nonnull (strstr (invitation->body, "When: Thursday 12 March 2026, 10:00–12:00\n"
                                              "Where: Deventer\n\n"));
  g_assert_nonnull (strstr (invitation->body, "\nSecretariaat\nNetwerk Oost"));
  /* Several are greeted as such, and one by name. */
  g_assert_true (g_str_has_prefix (invitation->body, "Dear all,\n"));
  g_assert_cmpstr (invitation->file_name, ==, "2026-03-12 Expertteam- Jeugd - invitation.eml");
  g_assert_cmpuint (g_strv_length (invitation->unknown), ==, 0);
  g_assert_cmpuint (count_parts (invitation, "text/calendar; method=REQUEST"), ==, 1);
  g_assert_cmpuint (count_parts (invitation, "application/pdf"), ==, 0);

  note_sent (self);
  none = write_mail (self, (AjMeetingMailRequest){ .use = AJ_MAIL_INVITATION }, &error);
  g_assert_null (none);
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-19T10:00", "ends-at",
               "2026-03-19T12:00", NULL);
  invitations = load (self);
  g_assert_true (aj_meeting_mail_is_owed (invitations, AJ_MAIL_UPDATE));
  g_assert_false (aj_meeting_mail_is_owed (invitations, AJ_MAIL_INVITATION));
  g_assert_false (aj_meeting_mail_is_owed (invitations, AJ_MAIL_AGENDA));
  update = write_use (self, AJ_MAIL_UPDATE);
  assert_addresses (update, "anna@stad.example bert@stad.example");
  g_assert_nonnull (strstr (update->body, "It was planned on Thursday 12 March 2026.\n"));
  g_assert_nonnull (strstr (update->body, "When: Thursday 19 March 2026"));
  g_assert_cmpuint (count_parts (update, "text/calendar; method=REQUEST"), ==, 1);

  note_sent (self);
  fixture_set (&self->base, "meeting", self->meeting, "state", AJ_MEETING_CANCELLED, NULL);
  cancellation = write_use (self, AJ_MAIL_CANCELLATION);
  assert_addresses (cancellation, "anna@stad.example bert@stad.example");
  /* The text says that it is cancelled, and the name does not say it once more. */
  g_assert_nonnull (strstr (cancellation->body, "come to Expertteam: Jeugd on Thursday 19 March"));
  g_assert_cmpuint (count_parts (cancellation, "text/calendar; method=CANCEL"), ==, 1);
}

/* Somebody new is invited, while others are told of a change: two letters. */
static void
test_both (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) group = fixture_find (&self->base, "group", "name", "Expertteam");
  const char *dirk;
  g_autoptr (AjMeetingMail) invitation = NULL;
  g_autoptr (AjMeetingMail) update = NULL;

  note_sent (self);
  dirk = fixture_add (&self->base, "person", "name", "Dirk", "mail", "dirk@stad.example", NULL);
  fixture_add (&self->base, "membership", "group", aj_record_get_id (group), "person", dirk, NULL);
  fixture_set (&self->base, "meeting", self->meeting, "place", "Zwolle", NULL);
  invitation = write_use (self, AJ_MAIL_INVITATION);
  update = write_use (self, AJ_MAIL_UPDATE);
  assert_addresses (invitation, "dirk@stad.example");
  assert_addresses (update, "anna@stad.example bert@stad.example");
  /* Only the place changed: there is no old date to name. */
  g_assert_null (strstr (update->body, "planned on"));
}

/* Who left is told of the date that their calendar has, whatever became of the meeting since; who hold different dates are told
 * none. */
static void
test_cancelled_as_sent (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) of_bert = fixture_find (&self->base, "membership", "person", self->bert);
  g_autoptr (AjRecord) of_anna = fixture_find (&self->base, "membership", "person", self->anna);
  g_autoptr (AjMeetingMail) mail = NULL;
  g_autoptr (AjMeetingMail) mixed = NULL;

  note_sent (self);
  fixture_remove (&self->base, "membership", aj_record_get_id (of_bert));
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-19T10:00", "ends-at",
               "2026-03-19T12:00", NULL);
  mail = write_use (self, AJ_MAIL_CANCELLATION);
  assert_addresses (mail, "bert@stad.example");
  g_assert_cmpstr (mail->subject, ==, "Cancelled: Expertteam: Jeugd, Thursday 12 March 2026");
  g_assert_nonnull (strstr (mail->body, "on Thursday 12 March 2026"));
  g_assert_null (strstr (mail->body, "19 March"));
  {
    g_autoptr (AjInvitations) invitations = load (self);
    g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Anna knows");
    GArray *owed = aj_invitations_get_owed (invitations);
    g_autoptr (GError) error = NULL;

    /* Anna is told of the new date, and leaves after that. */
    for (guint i = 0; i < owed->len; i++)
      {
        const AjOwedLetter *letter = &g_array_index (owed, AjOwedLetter, i);

        if (letter->kind == AJ_LETTER_UPDATE)
          aj_values_set_text (aj_edit_change_values (edit, letter->invitee->attendance),
                              "sent-starts-at", "2026-03-19T10:00");
      }
    aj_edit_commit (edit, &error);
    g_assert_no_error (error);
  }
  fixture_remove (&self->base, "membership", aj_record_get_id (of_anna));
  mixed = write_use (self, AJ_MAIL_CANCELLATION);
  assert_addresses (mixed, "anna@stad.example bert@stad.example");
  g_assert_cmpstr (mixed->subject, ==, "Cancelled: Expertteam: Jeugd");
  g_assert_nonnull (strstr (mixed->body, "come to Expertteam: Jeugd on the day in your calendar:"));
}

/* Who need not come has no use for the agenda. */
static void
test_cancelled_without_agenda (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingMail) mail = NULL;
  g_autoptr (AjMeetingMail) to_speaker = NULL;

  note_sent (self);
  fixture_set (&self->base, "meeting", self->meeting, "state", AJ_MEETING_CANCELLED, NULL);
  mail = write_mail (self,
                     (AjMeetingMailRequest){ .use = AJ_MAIL_CANCELLATION, .with_agenda = TRUE },
                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_parts (mail, "text/calendar"), ==, 1);
  g_assert_cmpuint (count_parts (mail, "application/pdf"), ==, 0);
  to_speaker = write_mail (self,
                           (AjMeetingMailRequest){ .use = AJ_MAIL_SPEAKER_CANCELLATION,
                                                   .item = self->item,
                                                   .with_agenda = TRUE },
                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_parts (to_speaker, "application/pdf"), ==, 0);
}

static void
test_agenda (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingMail) with = write_mail (
      self, (AjMeetingMailRequest){ .use = AJ_MAIL_INVITATION, .with_agenda = TRUE }, &error);
  g_autoptr (AjMeetingMail) agenda = write_use (self, AJ_MAIL_AGENDA);
  g_autoptr (AjMeetingMail) minutes = write_use (self, AJ_MAIL_MINUTES);

  g_assert_no_error (error);
  g_assert_cmpuint (count_parts (with, "application/pdf; name=Agenda.pdf"), ==, 1);
  g_assert_cmpuint (count_parts (with, "text/calendar"), ==, 1);
  assert_addresses (agenda, "anna@stad.example bert@stad.example");
  g_assert_nonnull (strstr (agenda->body, "10:00  Opening\n10:05  Wat jongeren zien\n"));
  g_assert_cmpuint (count_parts (agenda, "application/pdf"), ==, 1);
  g_assert_cmpuint (count_parts (agenda, "text/calendar"), ==, 0);
  g_assert_cmpuint (count_parts (minutes, "application/pdf"), ==, 1);
}

static void
test_speaker (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingMail) mail = write_mail (
      self, (AjMeetingMailRequest){ .use = AJ_MAIL_SPEAKER, .item = self->item }, &error);
  g_autoptr (AjMeetingMail) none = NULL;

  g_assert_no_error (error);
  assert_addresses (mail, "carla@saxion.example");
  g_assert_true (g_str_has_prefix (mail->body, "Dear Carla,\n"));
  g_assert_nonnull (strstr (mail->body, "About: Wat jongeren zien\n"));
  /* Just the time of the item, also in the calendar file. */
  g_assert_nonnull (strstr (mail->body, "When: Thursday 12 March 2026, 10:05–10:35\n"));
  g_assert_null (strstr (mail->body, "It was planned"));
  g_assert_cmpuint (count_parts (mail, "text/calendar; method=REQUEST"), ==, 1);
  none = write_mail (self, (AjMeetingMailRequest){ .use = AJ_MAIL_SPEAKER, .item = "nothing" },
                     &error);
  g_assert_null (none);
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
}

/* A later time says what it was; who does not speak any more is told so; who sits there has all of the meeting. */
static void
test_speaker_changed (World *self, gconstpointer data)
{
  const AjMeetingMailRequest speak = { .use = AJ_MAIL_SPEAKER, .item = self->item };
  const AjMeetingMailRequest cancel = { .use = AJ_MAIL_SPEAKER_CANCELLATION, .item = self->item };
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingMail) later = NULL, off = NULL, member = NULL, none = NULL;

  note_sent (self);
  none = write_mail (self, cancel, &error);
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-03-12T10:30", NULL);
  later = write_mail (self, speak, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (later->body, "When: Thursday 12 March 2026, 10:35–11:05\n"));
  g_assert_nonnull (strstr (later->body, "It was planned on Thursday 12 March 2026, 10:05.\n"));
  fixture_set (&self->base, "agenda-item", self->item, "speaker", self->anna, NULL);
  off = write_mail (self, cancel, &error);
  g_assert_no_error (error);
  assert_addresses (off, "carla@saxion.example");
  g_assert_cmpuint (count_parts (off, "text/calendar; method=CANCEL"), ==, 1);
  g_assert_null (strstr (off->body, "{"));
  /* It is to one, about their part; the others meet as before. */
  g_assert_true (g_str_has_prefix (off->subject, "Cancelled: your contribution to Expertteam"));
  g_assert_true (g_str_has_prefix (off->body, "Dear Carla,\n\nThe appointment for your "));
  g_assert_nonnull (strstr (off->body, "About: Wat jongeren zien\n"
                                       "When: Thursday 12 March 2026, 10:05–10:35\n"));
  member = write_mail (self, speak, &error);
  g_assert_no_error (error);
  assert_addresses (member, "anna@stad.example");
  g_assert_cmpuint (count_parts (member, "text/calendar"), ==, 0);
}

static void
test_proposal (World *self, gconstpointer data)
{
  const char *attendance = fixture_add (&self->base, "attendance", "meeting", self->meeting,
                                        "person", self->bert, "proposed-starts-at",
                                        "2026-03-13T14:00", "proposed-ends-at", "2026-03-13T16:00",
                                        NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingMail) mail = write_mail (
      self, (AjMeetingMailRequest){ .use = AJ_MAIL_PROPOSAL_DECLINED, .attendance = attendance },
      &error);

  g_assert_no_error (error);
  assert_addresses (mail, "bert@stad.example");
  g_assert_true (g_str_has_prefix (mail->body, "Dear Bert,\n"));
  g_assert_nonnull (strstr (mail->body, "You proposed Friday 13 March 2026, 14:00.\n"));
  /* Settled already, and told after that. */
  fixture_set (&self->base, "attendance", attendance, "proposed-starts-at", NULL,
               "proposed-ends-at", NULL, NULL);
  g_clear_pointer (&mail, aj_meeting_mail_free);
  mail = write_mail (self,
                     (AjMeetingMailRequest){ .use = AJ_MAIL_PROPOSAL_DECLINED,
                                             .attendance = attendance,
                                             .proposal = "2026-03-13T15:00" },
                     &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (mail->body, "You proposed Friday 13 March 2026, 15:00.\n"));
}

/* What the network wrote itself goes before, in whichever language its places are. */
static void
test_own_text (World *self, gconstpointer data)
{
  const char *own = fixture_add (&self->base, "mail-text", "use", AJ_MAIL_INVITATION, "subject",
                                 "{groep} op {datum}", "body", "Komen jullie?\n{lokaal}\n{link}",
                                 NULL);
  g_autoptr (AjMeetingMail) mail = write_use (self, AJ_MAIL_INVITATION);
  g_autoptr (AjMeetingMail) emptied = NULL;
  g_autoptr (AjMeetingMail) again = NULL;

  g_assert_cmpstr (mail->subject, ==, "Expertteam op Thursday 12 March 2026");
  g_assert_cmpstr (mail->body, ==, "Komen jullie?\n{lokaal}");
  g_assert_cmpuint (g_strv_length (mail->unknown), ==, 1);
  g_assert_cmpstr (mail->unknown[0], ==, "lokaal");
  fixture_set (&self->base, "mail-text", own, "body", "", NULL);
  emptied = write_use (self, AJ_MAIL_INVITATION);
  g_assert_cmpstr (emptied->body, ==, "");
  fixture_remove (&self->base, "mail-text", own);
  again = write_use (self, AJ_MAIL_INVITATION);
  g_assert_true (g_str_has_prefix (again->subject, "Invitation: "));
}

static void
test_no_organiser (World *self, gconstpointer data)
{
  static const AjMailSender nobody = { 0 };
  g_autoptr (AjInvitations) invitations = load (self);
  g_autoptr (AjMailTexts) texts = aj_mail_texts_load (self->base.store, NULL);
  const AjMeetingMailRequest invitation = { .use = AJ_MAIL_INVITATION, .stamp = self->now };
  const AjMeetingMailRequest agenda = { .use = AJ_MAIL_AGENDA, .stamp = self->now };
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingMail) mail = NULL;

  g_assert_null (aj_meeting_mail_write (invitations, texts, &nobody, &invitation, &error));
  g_assert_error (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_ORGANISER);
  g_clear_error (&error);
  mail = aj_meeting_mail_write (invitations, texts, &nobody, &agenda, &error);
  g_assert_no_error (error);
  g_assert_false (g_str_has_suffix (mail->body, "\n"));
}

/* The same from another thread. */
static void
test_without_waiting (World *self, gconstpointer data)
{
  g_autoptr (AjMailTexts) texts = aj_mail_texts_load (self->base.store, NULL);
  AjMeetingMailRequest request = { .use = AJ_MAIL_AGENDA, .stamp = self->now };
  Waiter waiter = { NULL };
  g_autoptr (AjMeetingMail) mail = NULL;
  g_autoptr (GError) error = NULL;

  aj_meeting_mail_write_async (load (self), texts, &sender, &request, waiter_ready_cb, &waiter);
  memset (&request, 0, sizeof request);
  mail = aj_meeting_mail_write_finish (waiter_wait (&waiter), &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  assert_addresses (mail, "anna@stad.example bert@stad.example");
}

/* Each kind has a text, and every place in it can be filled in. */
static void
test_defaults (void)
{
  static const char *const values[AJ_MAIL_N_PLACES] = { NULL };

  for (const AjChoice *use = aj_mail_uses; use->code != NULL; use++)
    {
      const char *const all[] = { aj_mail_texts_get_default_subject (use->code),
                                  aj_mail_texts_get_default_body (use->code) };

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        {
          g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
          g_autofree char *filled = aj_mail_places_fill (all[i], values, unknown);

          g_assert_cmpuint (unknown->len, ==, 0);
          for (const char *p = all[i]; (p = strchr (p, '{')) != NULL; p++)
            {
              g_autofree char *word = g_strndup (p + 1, strcspn (p + 1, "}"));
              AjMailPlace place;

              g_test_message ("%s: %s", use->code, word);
              g_assert_true (aj_mail_place_find (word, &place));
              g_assert_true (aj_mail_texts_has_place (use->code, place));
            }
        }
    }
}

/* With the agenda go the files of its papers, and what is not there is named. */
static void
test_papers (World *self, gconstpointer data)
{
  g_autofree char *data_path = g_build_filename (self->base.folder, "oost.aanjager", NULL);
  g_autofree char *folder = aj_paper_folder_get_path (data_path);
  g_autofree char *file = g_build_filename (folder, "notitie.txt", NULL);
  g_autoptr (AjMeetingMail) mail = NULL;
  g_autoptr (AjMeetingMail) invitation = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "Wat er speelt", -1, NULL));
  fixture_add (&self->base, "document", "name", "Notitie", "file", "notitie.txt", "meeting",
               self->meeting, NULL);
  fixture_add (&self->base, "document", "name", "Weg", "file", "weg.pdf", "meeting", self->meeting,
               NULL);
  fixture_add (&self->base, "document", "name", "Link", "link", "https://netwerk.example/1",
               "meeting", self->meeting, NULL);
  mail = write_mail (self, (AjMeetingMailRequest){ .use = AJ_MAIL_AGENDA, .data_path = data_path },
                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_parts (mail, "application/pdf"), ==, 1);
  g_assert_cmpuint (count_parts (mail, "text/plain"), ==, 2);
  g_assert_cmpuint (g_strv_length (mail->left_out), ==, 1);
  g_assert_cmpstr (mail->left_out[0], ==, "weg.pdf");
  invitation = write_mail (
      self, (AjMeetingMailRequest){ .use = AJ_MAIL_INVITATION, .data_path = data_path }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_parts (invitation, "text/plain"), ==, 1);
  g_assert_cmpuint (g_strv_length (invitation->left_out), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/meeting-mail/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("letters", test_letters);
  ADD ("both", test_both);
  ADD ("cancelled-as-sent", test_cancelled_as_sent);
  ADD ("cancelled-without-agenda", test_cancelled_without_agenda);
  ADD ("agenda", test_agenda);
  ADD ("papers", test_papers);
  ADD ("speaker", test_speaker);
  ADD ("speaker-changed", test_speaker_changed);
  ADD ("proposal", test_proposal);
  ADD ("own-text", test_own_text);
  ADD ("no-organiser", test_no_organiser);
  ADD ("without-waiting", test_without_waiting);
  g_test_add_func ("/meeting-mail/defaults", test_defaults);
  return g_test_run ();
}
