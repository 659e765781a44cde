/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agenda: typed, by the clock, in its order, whether it fits, and what waits for a later meeting. */
#include "aj-agenda-pane.h"

#include <string.h>

#include "aj-agenda-item.h"
#include "aj-agenda-row.h"
#include "aj-line-entry.h"
#include "aj-meeting.h"
#include "aj-network.h"
#include "aj-organisation.h"
#include "aj-panes-fixture.h"
#include "aj-person.h"

#define AGENDA  "Agenda"
#define WAITING "Still to be put on an agenda"

static void
type (PanesFixture *self, const char *text)
{
  AjLineEntry *entry = AJ_LINE_ENTRY (app_find (self->view, AJ_TYPE_LINE_ENTRY));

  aj_line_entry_set_text (entry, text);
  g_signal_emit_by_name (entry, "accepted");
}

/* The clock goes on from item to item, and says when it is too much for two hours. */
static void
test_typed (PanesFixture *self, gconstpointer data)
{
  panes_fixture_show (self, "agenda");
  panes_fixture_await_rows (self, AGENDA, "");
  type (self, "Opening 5m");
  panes_fixture_await_rows (self, AGENDA, "Opening");
  panes_fixture_await_label (self, "10:00");
  panes_fixture_await_label (self, "It fits: 115 minutes left.");
  /* Enter once too often adds it once. */
  type (self, "Phishing 115 min");
  g_signal_emit_by_name (app_find (self->view, AJ_TYPE_LINE_ENTRY), "accepted");
  panes_fixture_await_rows (self, AGENDA, "Opening | Phishing");
  panes_fixture_await_label (self, "10:05");
  panes_fixture_await_label (self, "It fits exactly.");
  type (self, "Closing");
  panes_fixture_await_rows (self, AGENDA, "Opening | Phishing | Closing");
  panes_fixture_await_label (self, "12:00");
  panes_fixture_await_label (self, "It does not fit: 15 minutes too long.");
  app_assert_named (self->view);
}

/* By keyboard, and as a drop does; the cursor stays in the row that moves. */
static void
test_moved (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row;

  panes_fixture_show (self, "agenda");
  type (self, "One");
  panes_fixture_await_rows (self, AGENDA, "One");
  type (self, "Two");
  panes_fixture_await_rows (self, AGENDA, "One | Two");
  type (self, "Three");
  panes_fixture_await_rows (self, AGENDA, "One | Two | Three");
  row = panes_fixture_find_row (self, AGENDA, "Three");
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_activate_action (row, "agenda.step", "i", -1));
  panes_fixture_await_rows (self, AGENDA, "One | Three | Two");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->app.window)), row));
  g_assert_true (gtk_widget_activate_action (row, "agenda.step", "i", -1));
  panes_fixture_await_rows (self, AGENDA, "Three | One | Two");
  /* Further up there is nothing. */
  g_assert_true (gtk_widget_activate_action (row, "agenda.step", "i", -1));
  app_settle ();
  panes_fixture_await_rows (self, AGENDA, "Three | One | Two");
  g_signal_emit_by_name (panes_fixture_find_row (self, AGENDA, "Two"), "moved", row);
  panes_fixture_await_rows (self, AGENDA, "One | Two | Three");
}

/* Kept for a later meeting, and put back. */
static void
test_waiting (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row;

  panes_fixture_show (self, "agenda");
  type (self, "Phishing 45m");
  panes_fixture_await_rows (self, AGENDA, "Phishing");
  row = panes_fixture_find_row (self, AGENDA, "Phishing");
  g_assert_true (gtk_widget_activate_action (row, "agenda.put-off", NULL));
  panes_fixture_await_rows (self, WAITING, "Phishing");
  panes_fixture_await_rows (self, AGENDA, "");
  row = panes_fixture_find_row (self, WAITING, "Phishing");
  g_signal_emit_by_name (app_find (row, GTK_TYPE_BUTTON), "clicked");
  panes_fixture_await_rows (self, AGENDA, "Phishing");
  panes_fixture_await_label (self, "10:00");
}

/* What an earlier meeting did not come to comes along once, also clicked twice. */
static void
test_taken_once (PanesFixture *self, gconstpointer data)
{
  g_autofree char *past = panes_fixture_add (self, &aj_meeting_record_type, "group",
                                             aj_record_get_id (self->group), "starts-at",
                                             "2026-02-12T10:00", "ends-at", "2026-02-12T12:00",
                                             NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting", past,
                                             "name", "Phishing", NULL);
  g_autoptr (GtkWidget) button = NULL;

  panes_fixture_show (self, "agenda");
  panes_fixture_await_rows (self, WAITING, "Phishing");
  button = g_object_ref (
      app_find (panes_fixture_find_row (self, WAITING, "Phishing"), GTK_TYPE_BUTTON));
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  panes_fixture_await_rows (self, AGENDA, "Phishing");
  app_settle ();
  panes_fixture_await_rows (self, AGENDA, "Phishing");
}

/* By whom, from where, and how far that is, also of somebody from outside; and at once when that changes. */
static void
test_speaker (PanesFixture *self, gconstpointer data)
{
  g_autofree char *office = panes_fixture_add (self, &aj_organisation_record_type, "name",
                                               "University", "kind", "education", NULL);
  g_autofree char *guest = panes_fixture_add (self, &aj_person_record_type, "name", "Gerda",
                                              "function", "researcher", "organisation", office,
                                              NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "kind", "guest-speaker", "speaker", guest, "briefing",
                                             "asked", NULL);

  panes_fixture_show (self, "agenda");
  panes_fixture_await_label (self,
                             "15 minutes · guest speaker · asked\nGerda, researcher, University");
  panes_fixture_set (self, &aj_organisation_record_type, office, "name", "College");
  panes_fixture_await_label (self,
                             "15 minutes · guest speaker · asked\nGerda, researcher, College");
  panes_fixture_set (self, &aj_agenda_item_record_type, item, "speaker", self->people[0]);
  panes_fixture_await_label (self, "15 minutes · guest speaker · Anna · asked");
}

#define LONG_FUNCTION                                                                              \
  "lecturer in the psychology of young people and what they do online, and head of the research "  \
  "group for the resilience of schools, libraries and sports clubs in the east of the country"

static GtkLabel *
find_introduction (GtkWidget *row)
{
  g_autoptr (GPtrArray) labels = app_find_all (row, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), LONG_FUNCTION) != NULL)
      return labels->pdata[i];
  g_assert_not_reached ();
}

static gboolean
is_whole (gpointer label)
{
  return !pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* Of two paragraphs, the second of which is too long. */
static gboolean
is_short (gpointer label)
{
  PangoLayout *layout = gtk_label_get_layout (label);

  return pango_layout_is_ellipsized (layout) && pango_layout_get_line_count (layout) <= 4;
}

/* Who speaks may be introduced at length: the row shows two lines of that, and all of it when it is opened. */
static void
test_long_speaker (PanesFixture *self, gconstpointer data)
{
  g_autofree char *guest = panes_fixture_add (self, &aj_person_record_type, "name", "Gerda",
                                              "function", LONG_FUNCTION, NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "speaker", guest, "briefing", "asked", NULL);
  GtkWidget *row;
  GtkLabel *label;

  panes_fixture_show (self, "agenda");
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (self->view)), 360, 640);
  panes_fixture_await_label (self, "15 minutes · discussion · asked\nGerda, " LONG_FUNCTION);
  row = panes_fixture_find_row (self, AGENDA, "Phishing");
  label = find_introduction (row);
  app_wait (is_short, label);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_wait (is_whole, label);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  app_wait (is_short, label);
}

static gboolean
is_written (AjServices *services)
{
  return aj_outbox_has_any (aj_services_get_outbox (services), NULL);
}

/* That the mail is out can be said once there is a draft: without a mailbox that invites there is none, and it can be mailed
 * from the row again. */
static void
test_mail (PanesFixture *self, gconstpointer data)
{
  g_autofree char *guest = panes_fixture_add (self, &aj_person_record_type, "name", "Gerda", "mail",
                                              "gerda@example.org", NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "speaker", guest, NULL);
  GtkWidget *row;

  panes_fixture_show (self, "agenda");
  panes_fixture_await_rows (self, AGENDA, "Phishing");
  row = panes_fixture_find_row (self, AGENDA, "Phishing");
  g_signal_emit_by_name (row, "mail");
  panes_fixture_await_sentence (self,
                                "There is no mailbox that invites. Fill in the organiser mailbox "
                                "in the preferences.");
  g_assert_false (is_written (self->app.services));
  panes_fixture_set (self, &aj_network_record_type, AJ_NETWORK_ID, "organiser-mail",
                     "secretariaat@example.org");
  app_settle ();
  g_signal_emit_by_name (row, "mail");
  app_wait ((AppCondition) is_written, self->app.services);
}

static void
show_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_variant_get (parameter, "(ss)", NULL, user_data);
}

/* A button by its tooltip. */
static GtkWidget *
find_button (GtkWidget *root, const char *tip)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), tip) == 0)
      return buttons->pdata[i];
  g_error ("no button “%s”", tip);
}

/* Who cannot be mailed has a button that leads to where the address is filled in; once it is, there is one that mails. */
static void
test_address (PanesFixture *self, gconstpointer data)
{
  g_autofree char *guest = panes_fixture_add (self, &aj_person_record_type, "name", "Gerda", NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "speaker", guest, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-record", G_VARIANT_TYPE ("(ss)"));
  g_autofree char *shown = NULL;
  GtkWidget *button;

  g_signal_connect (action, "activate", G_CALLBACK (show_record_cb), &shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self->app.window), "win", G_ACTION_GROUP (actions));
  panes_fixture_show (self, "agenda");
  panes_fixture_await_rows (self, AGENDA, "Phishing");
  panes_fixture_await_label (self, "15 minutes · discussion · Gerda\n"
                                   "Has no mail address for the appointment");
  button = find_button (panes_fixture_find_row (self, AGENDA, "Phishing"),
                        "Fill in the mail address of the speaker");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (shown, ==, guest);
  panes_fixture_set (self, &aj_person_record_type, guest, "mail", "gerda@example.org");
  panes_fixture_await_label (self, "15 minutes · discussion · Gerda\nHas no appointment yet");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Mail the speaker about the appointment");
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/agenda-pane/typed", test_typed);
  panes_fixture_add_test ("/app/agenda-pane/moved", test_moved);
  panes_fixture_add_test ("/app/agenda-pane/waiting", test_waiting);
  panes_fixture_add_test ("/app/agenda-pane/taken-once", test_taken_once);
  panes_fixture_add_test ("/app/agenda-pane/mail", test_mail);
  panes_fixture_add_test ("/app/agenda-pane/address", test_address);
  panes_fixture_add_test ("/app/agenda-pane/speaker", test_speaker);
  panes_fixture_add_test ("/app/agenda-pane/long-speaker", test_long_speaker);
  return g_test_run ();
}
