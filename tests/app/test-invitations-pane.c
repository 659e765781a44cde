/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose calendar holds what, seen at the meeting: before anybody was told, after, and when it moves. */

#include "aj-agenda-item.h"
#include "aj-meeting.h"
#include "aj-panes-fixture.h"
#include "aj-person.h"

#define WHO "Who is invited"

static void
note_sent (PanesFixture *self)
{
  g_assert_true (
      gtk_widget_activate_action (app_find (self->view, g_type_from_name ("AjInvitationsPane")),
                                  "invitations.note-sent", NULL));
}

static void
test_owed (PanesFixture *self, gconstpointer data)
{
  panes_fixture_show (self, "invitations");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  panes_fixture_await_label (self, "3 of 3 are not invited yet.");
  note_sent (self);
  panes_fixture_await_label (self, "the meeting as it is");
  /* Who was told of it can only be told that it is off while it is here. */
  g_assert_true (aj_meeting_is_handed_out (aj_record_get_values (self->meeting)));
}

/* The date that people hold is said above every pane, and who it is beneath. */
static void
test_moved (PanesFixture *self, gconstpointer data)
{
  panes_fixture_show (self, "invitations");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  note_sent (self);
  panes_fixture_await_label (self, "the meeting as it is");
  panes_fixture_show (self, "meeting");
  app_fixture_change (&self->app, self->meeting, "ends-at", "2026-03-19T12:00", "Anna");
  app_fixture_change (&self->app, self->meeting, "starts-at", "2026-03-19T10:00", "Anna");
  panes_fixture_await_label (self, "3 of 3 still hold the old date (Thu 12 Mar 2026).");
  g_assert_true (gtk_widget_activate_action (self->view, "meeting.show-invitations", NULL));
  panes_fixture_await_label (self, "the old date (Thu 12 Mar 2026)");
  note_sent (self);
  panes_fixture_await_label (self, "the meeting as it is");
}

/* (nullable): the button in sight with that tooltip, in a row of who is invited. */
static GtkWidget *
find_button (PanesFixture *self, const char *title, const char *tip)
{
  g_autoptr (GPtrArray) buttons = app_find_all (panes_fixture_find_row (self, WHO, title),
                                                GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), tip) == 0)
      return buttons->pdata[i];
  return NULL;
}

/* Who speaks can be sent their appointment once more, as who is invited can; not before they hold it. */
static void
test_speaker_again (PanesFixture *self, gconstpointer data)
{
  g_autofree char *guest = panes_fixture_add (self, &aj_person_record_type, "name", "Gerda", "mail",
                                              "gerda@example.org", NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "speaker", guest, NULL);
  g_autofree char *expected = g_strdup_printf ("('speaker', '%s', '')", item);
  g_autofree char *target = NULL;
  GtkWidget *button;

  panes_fixture_show (self, "invitations");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees | Gerda");
  g_assert_null (find_button (self, "Gerda", "Send again"));
  note_sent (self);
  panes_fixture_await_label (self, "the appointment as it is");
  button = find_button (self, "Gerda", "Send again");
  g_assert_nonnull (button);
  target = g_variant_print (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)),
                            FALSE);
  g_assert_cmpstr (target, ==, expected);
}

static gboolean
lacks_address (PanesFixture *self)
{
  return find_button (self, "Gerda", "Fill in the mail address") != NULL;
}

/* Who speaks instead has no address: the button in the row of who still holds the appointment says whose is missing. */
static void
test_speaker_no_address (PanesFixture *self, gconstpointer data)
{
  g_autofree char *guest = panes_fixture_add (self, &aj_person_record_type, "name", "Gerda", "mail",
                                              "gerda@example.org", NULL);
  g_autofree char *other = panes_fixture_add (self, &aj_person_record_type, "name", "Hugo", NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "speaker", guest, NULL);
  GtkWidget *button;

  panes_fixture_show (self, "invitations");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees | Gerda");
  note_sent (self);
  panes_fixture_await_label (self, "the appointment as it is");
  panes_fixture_set (self, &aj_agenda_item_record_type, item, "speaker", other);
  app_wait ((AppCondition) lacks_address, self);
  button = find_button (self, "Gerda", "Fill in the mail address");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Fill in the mail address of Hugo");
}

static void
test_no_address (PanesFixture *self, gconstpointer data)
{
  panes_fixture_set (self, &aj_person_record_type, self->people[1], "mail", NULL);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "1 person without a mail address cannot be told.");
  g_assert_nonnull (find_button (self, "Bram", "Fill in the mail address"));
  g_assert_null (find_button (self, "Anna", "Fill in the mail address"));
}

/* A meeting that is off before anybody knew of it is owed to nobody. */
static void
test_nobody (PanesFixture *self, gconstpointer data)
{
  app_fixture_change (&self->app, self->meeting, "state", AJ_MEETING_CANCELLED, "Anna");
  panes_fixture_show (self, "invitations");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  panes_fixture_await_label (self, "nothing");
  app_assert_named (self->view);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/invitations-pane/owed", test_owed);
  panes_fixture_add_test ("/app/invitations-pane/moved", test_moved);
  panes_fixture_add_test ("/app/invitations-pane/speaker-again", test_speaker_again);
  panes_fixture_add_test ("/app/invitations-pane/speaker-no-address", test_speaker_no_address);
  panes_fixture_add_test ("/app/invitations-pane/no-address", test_no_address);
  panes_fixture_add_test ("/app/invitations-pane/cancelled-before-anybody-knew", test_nobody);
  return g_test_run ();
}
