/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mails about a meeting, opened as drafts in a mail program: one that takes files, and one that does not. */

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "aj-agenda-item.h"
#include "aj-answer-line.h"
#include "aj-answers-window.h"
#include "aj-attendance.h"
#include "aj-mail-folder.h"
#include "aj-mail-text.h"
#include "aj-meeting.h"
#include "aj-network.h"
#include "aj-panes-fixture.h"
#include "aj-person.h"
#include "aj-task.h"

#define OTHERS "Other Mails"

/* What the mail program was opened with. */
static char *
get_drafted_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "drafted", NULL);
}

/* A mail program that writes down what it is opened with: a mailto: address, or what is in the file. */
static void
install_program (const char *const *types)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_build_filename (folder, "mail-program.desktop", NULL);
  g_autofree char *script = g_build_filename (g_get_user_data_dir (), "mail-program", NULL);
  g_autofree char *drafted = get_drafted_path ();
  g_autofree char *code = g_strdup_printf (
      "#!/bin/sh\ncase $1 in mailto:*) printf %%s \"$1\";; *) cat \"$1\";; esac >%s.part\n"
      "mv %s.part %s\n",
      drafted, drafted, drafted);
  g_autofree char *description =
      g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Mail\nExec=%s %%u\n", script);
  g_autofree char *associations = g_build_filename (g_get_user_config_dir (), "mimeapps.list",
                                                    NULL);
  g_autoptr (GString) list = g_string_new ("[Added Associations]\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; types[i] != NULL; i++)
    g_string_append_printf (list, "%s=mail-program.desktop;\n", types[i]);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (script, code, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_file_set_contents (entry, description, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (associations, list->str, -1, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* (transfer full): waits for it. */
static char *
read_draft (void)
{
  g_autofree char *path = get_drafted_path ();
  char *text = NULL;

  app_wait (is_there, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

static void
mail (PanesFixture *self, const char *use, const char *item, const char *attendance)
{
  g_assert_true (
      gtk_widget_activate_action (app_find (self->view, g_type_from_name ("AjInvitationsPane")),
                                  "invitations.mail", "(sss)", use, item, attendance));
}

/* (transfer none): a row in sight, by its title; NULL when there is none. */
static GtkWidget *
find_row (PanesFixture *self, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (self->view, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_get_mapped (rows->pdata[i]) &&
        g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  return NULL;
}

static void
set_organiser (PanesFixture *self)
{
  panes_fixture_set (self, &aj_network_record_type, AJ_NETWORK_ID, "organiser-mail",
                     "secretariaat@example.org");
  app_settle ();
}

static char *
add_item (PanesFixture *self, const char *speaker)
{
  return panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                            aj_record_get_id (self->group), "meeting",
                            aj_record_get_id (self->meeting), "name", "Wat jongeren zien",
                            "minutes", "30", "position", "1", speaker != NULL ? "speaker" : NULL,
                            speaker, NULL);
}

static void
test_draft (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, NULL);
  g_autofree char *draft = NULL;
  g_autofree char *with = NULL;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "To 3 people, as a draft with the calendar file");
  g_assert_nonnull (find_row (self, "Mail the invitation"));
  g_assert_null (find_row (self, "Mail the change"));
  g_assert_null (find_row (self, "Mail the cancellation"));
  app_assert_named (self->view);
  g_assert_true (gtk_widget_activate (find_row (self, "Mail the invitation")));
  draft = read_draft ();
  panes_fixture_await_sentence (self, "A draft is opened in your mail program.");
  g_assert_true (g_str_has_prefix (draft, "X-Unsent: 1\r\n"));
  g_assert_nonnull (strstr (draft, "From: secretariaat@example.org\r\n"));
  g_assert_nonnull (strstr (draft, "Bram@example.org"));
  g_assert_nonnull (strstr (draft, "text/calendar; method=REQUEST"));
  g_assert_null (strstr (draft, "application/pdf"));

  gtk_switch_set_active (GTK_SWITCH (
                             app_find (find_row (self, "Attach the agenda"), GTK_TYPE_SWITCH)),
                         TRUE);
  mail (self, AJ_MAIL_INVITATION, "", "");
  with = read_draft ();
  g_assert_nonnull (strstr (with, "application/pdf"));
}

/* A mail program may not have read the first when the second is opened. */
static void
test_two_drafts (PanesFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "aanjager-mail", NULL);
  g_autofree char *first = g_build_filename (folder,
                                             "2026-03-12 Expert team- Phishing - invitation.eml",
                                             NULL);
  g_autofree char *second =
      g_build_filename (folder, "2026-03-12 Expert team- Phishing - invitation (2).eml", NULL);
  g_autofree char *draft = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *numbered = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (first, "not read yet", -1, NULL));
  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "To 3 people, as a draft with the calendar file");
  mail (self, AJ_MAIL_INVITATION, "", "");
  draft = read_draft ();
  panes_fixture_await_sentence (self, "A draft is opened in your mail program.");
  g_assert_true (g_file_get_contents (first, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "not read yet");
  g_assert_true (g_file_get_contents (second, &numbered, NULL, NULL));
  g_assert_cmpstr (numbered, ==, draft);
  g_unlink (first);
  g_unlink (second);
}

static gboolean
is_gone (const char *path)
{
  return !is_there (path);
}

/* The application begins and ends with it; and who is forgotten stands in no mail that is left. */
static void
test_sweep_always (PanesFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "aanjager-mail", NULL);
  g_autofree char *old = g_build_filename (folder, "old.eml", NULL);
  g_autofree char *recent = g_build_filename (folder, "recent.eml", NULL);
  const gint64 hours_ago = g_get_real_time () / G_USEC_PER_SEC - 2 * 60 * 60;
  struct utimbuf times = { (time_t) hours_ago, (time_t) hours_ago };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  g_assert_true (g_file_set_contents (recent, "", 0, NULL));
  g_assert_cmpint (g_utime (old, &times), ==, 0);
  aj_mail_folder_sweep ();
  g_assert_false (is_there (old));
  g_assert_true (is_there (recent));
  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  g_assert_cmpint (g_utime (old, &times), ==, 0);
  aj_mail_folder_sweep_soon ();
  app_wait ((AppCondition) is_gone, old);
  g_assert_true (is_there (recent));
  aj_mail_folder_empty_soon ();
  app_wait ((AppCondition) is_gone, recent);
}

/* A mail names people: those of earlier days go. */
static void
test_sweep (PanesFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "aanjager-mail", NULL);
  g_autofree char *old = g_build_filename (folder, "old.eml", NULL);
  g_autofree char *recent = g_build_filename (folder, "recent.eml", NULL);
  const gint64 days_ago = g_get_real_time () / G_USEC_PER_SEC - 2 * 24 * 60 * 60;
  struct utimbuf times = { (time_t) days_ago, (time_t) days_ago };
  g_autofree char *draft = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  g_assert_true (g_file_set_contents (recent, "", 0, NULL));
  g_assert_cmpint (g_utime (old, &times), ==, 0);
  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "To 3 people, as a draft with the calendar file");
  mail (self, AJ_MAIL_INVITATION, "", "");
  draft = read_draft ();
  g_assert_false (is_there (old));
  g_assert_true (is_there (recent));
  panes_fixture_await_sentence (self, "A draft is opened in your mail program.");
}

static void
test_no_organiser (PanesFixture *self, gconstpointer data)
{
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "To 3 people, as a draft with the calendar file");
  g_assert_null (find_row (self, "Attach the agenda"));
  mail (self, AJ_MAIL_INVITATION, "", "");
  panes_fixture_await_sentence (
      self, "There is no mailbox that invites. Fill in the organiser mailbox in the "
            "preferences.");
  /* There is no draft, so nothing of it can be out. */
  g_assert_false (aj_outbox_has_any (aj_services_get_outbox (self->app.services), NULL));
}

static gboolean
is_written (AjServices *services)
{
  return aj_outbox_has_any (aj_services_get_outbox (services), NULL);
}

/* Only the speaker was mailed, and the meeting moves: "They are out" notes that, and nobody else as told. */
static void
test_out (PanesFixture *self, gconstpointer data)
{
  g_autofree char *speaker = panes_fixture_add (self, &aj_person_record_type, "name", "Dirk",
                                                "mail", "dirk@example.org", NULL);
  g_autofree char *item = add_item (self, speaker);
  g_autofree char *draft = NULL;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "Mail Dirk");
  g_assert_true (gtk_widget_activate (find_row (self, "Mail Dirk")));
  draft = read_draft ();
  app_wait ((AppCondition) is_written, self->app.services);
  app_fixture_change (&self->app, self->meeting, "place", "Zwolle", "Anna");
  app_settle ();
  g_assert_true (
      gtk_widget_activate_action (app_find (self->view, g_type_from_name ("AjInvitationsPane")),
                                  "invitations.note-sent", NULL));
  panes_fixture_await_sentence (self, "Send 1 invitation or cancellation");
  panes_fixture_await_label (self, "3 of 3 are not invited yet. 1 speaker still holds the old time "
                                   "or place.");
}

/* What somebody meant to be filled in is told when it is not. */
static void
test_unknown_place (PanesFixture *self, gconstpointer data)
{
  g_autofree char *text = panes_fixture_add (self, &aj_mail_text_record_type, "use",
                                             AJ_MAIL_INVITATION, "subject", "{meeting} {zaal}",
                                             "body", "Komen jullie?", NULL);
  g_autofree char *draft = NULL;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "To 3 people, as a draft with the calendar file");
  mail (self, AJ_MAIL_INVITATION, "", "");
  draft = read_draft ();
  g_assert_nonnull (strstr (draft, "Subject: Expert team: Phishing {zaal}\r\n"));
  panes_fixture_await_sentence (
      self, "A draft is opened in your mail program. “{zaal}” in it could not be filled in.");
}

static void
test_others (PanesFixture *self, gconstpointer data)
{
  g_autofree char *speaker = panes_fixture_add (self, &aj_person_record_type, "name", "Dirk & Co",
                                                "mail", "dirk@example.org", NULL);
  g_autofree char *item = add_item (self, speaker);
  g_autofree char *attendance = panes_fixture_add (self, &aj_attendance_record_type, "meeting",
                                                   aj_record_get_id (self->meeting), "person",
                                                   self->people[1], "proposed-starts-at",
                                                   "2026-03-13T14:00", NULL);
  g_autofree char *declined = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *agenda = NULL;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "Mail Dirk & Co");
  g_assert_nonnull (find_row (self, "Mail the agenda"));
  /* It is still to come. */
  g_assert_null (find_row (self, "Mail the minutes for comment"));
  mail (self, AJ_MAIL_PROPOSAL_DECLINED, "", attendance);
  declined = read_draft ();
  g_assert_nonnull (strstr (declined, "To: Bram <Bram@example.org>\r\n"));
  g_assert_true (gtk_widget_activate (find_row (self, "Mail Dirk & Co")));
  spoken = read_draft ();
  g_assert_nonnull (strstr (spoken, "dirk@example.org"));
  g_assert_nonnull (strstr (spoken, "text/calendar; method=REQUEST"));
  g_assert_true (gtk_widget_activate (find_row (self, "Mail the agenda")));
  agenda = read_draft ();
  g_assert_nonnull (strstr (agenda, "Cees@example.org"));
  g_assert_nonnull (strstr (agenda, "application/pdf"));
  panes_fixture_set (self, &aj_meeting_record_type, aj_record_get_id (self->meeting), "starts-at",
                     "2026-02-12T10:00");
  panes_fixture_await_label (self, "Mail the minutes for comment");
}

static GtkWidget *
find_answers (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (AJ_IS_ANSWERS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_answer (gpointer data)
{
  return find_answers () != NULL && app_find (find_answers (), AJ_TYPE_ANSWER_LINE) != NULL;
}

static gboolean
is_taken_in (gpointer data)
{
  return find_answers () == NULL;
}

/* Who proposed another time is told that it stays as it was, when that is decided while the answer is taken in. */
static void
test_left_as_it_is (PanesFixture *self, gconstpointer data)
{
  g_autofree char *counter = g_test_build_filename (G_TEST_DIST, "data", "answers",
                                                    "exchange-counter.eml", NULL);
  g_autofree char *draft = NULL;
  g_autoptr (GPtrArray) choices = NULL;

  set_organiser (self);
  panes_fixture_set (self, &aj_person_record_type, self->people[1], "mail",
                     "anna.bakker@stad.example");
  panes_fixture_set (self, &aj_meeting_record_type, aj_record_get_id (self->meeting), "uid",
                     "7d1f3c52-0c1e-4b6a-9f57-2a3b4c5d6e70");
  panes_fixture_show (self, "invitations");
  aj_answers_window_show (self->view, self->app.services, (const char *const[]){ counter, NULL });
  app_wait (has_answer, NULL);
  choices = app_find_all (app_find (find_answers (), AJ_TYPE_ANSWER_LINE), GTK_TYPE_DROP_DOWN);
  for (guint i = 0; i < choices->len; i++)
    if (gtk_widget_get_mapped (choices->pdata[i]))
      gtk_drop_down_set_selected (choices->pdata[i], 2);
  app_settle ();
  g_assert_true (gtk_widget_activate_action (find_answers (), "answers.accept", NULL));
  app_wait (is_taken_in, NULL);
  draft = read_draft ();
  g_assert_nonnull (strstr (draft, "To: Bram <anna.bakker@stad.example>\r\n"));
  g_assert_nonnull (strstr (draft, "Subject: It stays as it is"));
  panes_fixture_await_sentence (self, "A draft is opened in your mail program.");
}

/* Before the meeting there are none, which is said. */
static void
test_minutes_too_early (PanesFixture *self, gconstpointer data)
{
  set_organiser (self);
  panes_fixture_show (self, "minutes");
  panes_fixture_await_label (self, "Concept");
  g_assert_true (
      gtk_widget_activate_action (app_find (self->view, g_type_from_name ("AjMinutesPane")),
                                  "minutes.mail", NULL));
  panes_fixture_await_sentence (self, "The minutes can be mailed from the day of the meeting on.");
}

/* Whoever comes to speak is mailed from the row on the agenda; that it is out is noted there; and when the time of the item
 * is another, the row says so. */
static void
test_speaker (PanesFixture *self, gconstpointer data)
{
  g_autofree char *speaker = panes_fixture_add (self, &aj_person_record_type, "name", "Dirk",
                                                "mail", "dirk@example.org", NULL);
  g_autofree char *item = add_item (self, speaker);
  g_autofree char *first = NULL, *second = NULL, *sent = NULL, *noted = NULL;
  GtkWidget *row;

  set_organiser (self);
  panes_fixture_show (self, "agenda");
  panes_fixture_await_label (self, "30 minutes · discussion · Dirk\nHas no appointment yet");
  app_assert_named (self->view);
  row = panes_fixture_find_row (self, "Agenda", "Wat jongeren zien");
  g_assert_true (gtk_widget_activate_action (row, "agenda.mail", NULL));
  first = read_draft ();
  g_assert_nonnull (strstr (first, "dirk@example.org"));
  g_assert_nonnull (strstr (first, "text/calendar; method=REQUEST"));
  panes_fixture_await_sentence (self, "A draft is opened in your mail program.");
  /* It is a draft: until somebody says that it is out, nothing is noted. */
  sent = panes_fixture_dup_field (self, &aj_agenda_item_record_type, item, "sent-method");
  g_assert_null (sent);
  app_assert_named (self->view);
  g_assert_true (gtk_widget_activate_action (row, "agenda.note-sent", NULL));
  panes_fixture_await_label (self, "30 minutes · discussion · Dirk");
  noted = panes_fixture_dup_field (self, &aj_agenda_item_record_type, item, "sent-starts-at");
  g_assert_cmpstr (noted, ==, "2026-03-12T10:00");

  panes_fixture_set (self, &aj_meeting_record_type, aj_record_get_id (self->meeting), "starts-at",
                     "2026-03-12T10:30");
  panes_fixture_await_label (self, "30 minutes · discussion · Dirk\nHolds the old time");
  panes_fixture_set (self, &aj_agenda_item_record_type, item, "state", "dropped");
  panes_fixture_await_label (self, "dropped · 30 minutes · discussion · Dirk\n"
                                   "Dirk still holds the appointment");
  g_assert_true (gtk_widget_activate_action (row, "agenda.mail", NULL));
  second = read_draft ();
  g_assert_nonnull (strstr (second, "text/calendar; method=CANCEL"));
  g_assert_nonnull (strstr (second, "Subject: Cancelled: your contribution to "));
}

/* All that is owed to speakers, from the side of the invitations. */
static void
test_speakers (PanesFixture *self, gconstpointer data)
{
  g_autofree char *speaker = panes_fixture_add (self, &aj_person_record_type, "name", "Dirk",
                                                "mail", "dirk@example.org", NULL);
  g_autofree char *item = add_item (self, speaker);
  g_autofree char *draft = NULL;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "3 of 3 are not invited yet. 1 speaker has no appointment yet.");
  panes_fixture_await_label (self, "1 draft, with the calendar file of the appointment");
  panes_fixture_await_label (self, "As speaker about “Wat jongeren zien”");
  g_assert_true (gtk_widget_activate (find_row (self, "Mail the speakers")));
  draft = read_draft ();
  g_assert_nonnull (strstr (draft, "text/calendar; method=REQUEST"));
  g_assert_true (gtk_widget_activate (find_row (self, "They are out")));
  panes_fixture_await_label (self, "the appointment as it is");
  panes_fixture_set (self, &aj_meeting_record_type, aj_record_get_id (self->meeting), "place",
                     "Zwolle");
  panes_fixture_await_label (
      self, "3 of 3 are not invited yet. 1 speaker still holds the old time or place.");
}

/* The agenda that is mailed is sent, on the checklist; that can be taken back. */
static void
test_agenda_step (PanesFixture *self, gconstpointer data)
{
  g_autofree char *item = add_item (self, NULL);
  g_autofree char *task = panes_fixture_add (self, &aj_task_record_type, "kind",
                                             AJ_TASK_PREPARATION, "name",
                                             "Agenda en stukken versturen", "meeting",
                                             aj_record_get_id (self->meeting), NULL);
  g_autofree char *draft = NULL, *before = NULL, *after = NULL;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "3 of 3 are not invited yet.");
  before = panes_fixture_dup_field (self, &aj_task_record_type, task, "state");
  g_assert_cmpstr (before, ==, AJ_TASK_OPEN);
  mail (self, AJ_MAIL_AGENDA, "", "");
  draft = read_draft ();
  panes_fixture_await_sentence (self, "“Agenda en stukken versturen” is done");
  after = panes_fixture_dup_field (self, &aj_task_record_type, task, "state");
  g_assert_cmpstr (after, ==, AJ_TASK_DONE);
}

static gboolean
is_all_out (gpointer data)
{
  return find_row (data, "They are out") == NULL;
}

/* Somebody lost the invitation: it goes once more, to them alone, and that can be noted though nothing is owed. */
static void
test_again (PanesFixture *self, gconstpointer data)
{
  g_autofree char *draft = NULL;
  GtkWidget *button, *row;

  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "3 of 3 are not invited yet.");
  row = panes_fixture_find_row (self, "Who is invited", "Bram");
  g_assert_null (app_find (row, GTK_TYPE_BUTTON));
  g_assert_true (gtk_widget_activate (find_row (self, "They are out")));
  panes_fixture_await_label (self, "the meeting as it is");
  g_assert_null (find_row (self, "They are out"));
  row = panes_fixture_find_row (self, "Who is invited", "Bram");
  button = app_find (row, GTK_TYPE_BUTTON);
  app_assert_named (self->view);
  g_assert_true (gtk_widget_activate (button));
  draft = read_draft ();
  g_assert_nonnull (strstr (draft, "To: Bram <Bram@example.org>\r\n"));
  g_assert_nonnull (strstr (draft, "text/calendar; method=REQUEST"));
  panes_fixture_await_label (self, "What was written is not noted as sent yet.");
  g_assert_null (find_row (self, "Save the calendar files"));
  g_assert_true (gtk_widget_activate (find_row (self, "They are out")));
  app_wait (is_all_out, self);
}

static gboolean
takes_files (gpointer data)
{
  GList *programs = g_app_info_get_recommended_for_type ("message/rfc822");
  gboolean any = programs != NULL;

  g_list_free_full (programs, g_object_unref);
  return any;
}

/* The same mail without what would be attached, and it is said. */
static void
test_addresses_only (PanesFixture *self, gconstpointer data)
{
  static const char *const both[] = { "x-scheme-handler/mailto", "message/rfc822", NULL };
  g_autofree char *draft = NULL;

  g_assert_false (takes_files (NULL));
  set_organiser (self);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "To 3 people, as a draft with the calendar file");
  mail (self, AJ_MAIL_INVITATION, "", "");
  draft = read_draft ();
  g_assert_true (g_str_has_prefix (
      draft, "mailto:Anna@example.org,Bram@example.org,Cees@example.org?subject=Invitation%3A"));
  g_assert_nonnull (strstr (draft, "&body=Dear%20all"));
  panes_fixture_await_sentence (
      self, "A draft is opened in your mail program. Your mail program opens no drafts with "
            "attachments. Save the calendar file under “Invitations” of the meeting, and attach it "
            "yourself.");
  /* Which is there. */
  g_assert_nonnull (find_row (self, "Save the calendar files"));
  install_program (both);
  app_wait (takes_files, NULL);
}

int
main (int argc, char **argv)
{
  static const char *const addresses[] = { "x-scheme-handler/mailto", NULL };

  app_test_init (&argc, &argv);
  /* Before anything asks which programs there are. */
  install_program (addresses);
  panes_fixture_add_test ("/app/meeting-mails/addresses-only", test_addresses_only);
  panes_fixture_add_test ("/app/meeting-mails/draft", test_draft);
  panes_fixture_add_test ("/app/meeting-mails/sweep", test_sweep);
  panes_fixture_add_test ("/app/meeting-mails/sweep-always", test_sweep_always);
  panes_fixture_add_test ("/app/meeting-mails/two-drafts", test_two_drafts);
  panes_fixture_add_test ("/app/meeting-mails/no-organiser", test_no_organiser);
  panes_fixture_add_test ("/app/meeting-mails/out", test_out);
  panes_fixture_add_test ("/app/meeting-mails/again", test_again);
  panes_fixture_add_test ("/app/meeting-mails/agenda-step", test_agenda_step);
  panes_fixture_add_test ("/app/meeting-mails/unknown-place", test_unknown_place);
  panes_fixture_add_test ("/app/meeting-mails/others", test_others);
  panes_fixture_add_test ("/app/meeting-mails/left-as-it-is", test_left_as_it_is);
  panes_fixture_add_test ("/app/meeting-mails/minutes-too-early", test_minutes_too_early);
  panes_fixture_add_test ("/app/meeting-mails/speaker", test_speaker);
  panes_fixture_add_test ("/app/meeting-mails/speakers", test_speakers);
  return g_test_run ();
}
