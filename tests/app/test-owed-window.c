/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is owed of all coming meetings, in one window: read, noted as sent, and owed again when one moves. */
#include "aj-agenda-item.h"
#include "aj-meeting.h"
#include "aj-network.h"
#include "aj-owed-window.h"
#include "aj-panes-fixture.h"
#include "aj-person.h"

static gboolean
is_window_there (GtkWidget **window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (AJ_IS_OWED_WINDOW (one->data))
      *window = one->data;
  return *window != NULL;
}

/* The fixture looks in its view, so the window takes its place. */
static void
show (PanesFixture *self, GtkWidget **window)
{
  aj_owed_window_show (self->app.window, self->app.services);
  app_wait (is_window_there, window);
  self->view = *window;
}

static void
close_window (PanesFixture *self, GtkWidget *window)
{
  self->view = NULL;
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
}

#define LIST "Meetings of which somebody is owed something"

static void
test_owed (PanesFixture *self, gconstpointer data)
{
  g_autofree char *second = panes_fixture_add (self, &aj_meeting_record_type, "group",
                                               aj_record_get_id (self->group), "starts-at",
                                               "2026-05-14T10:00", "ends-at", "2026-05-14T12:00",
                                               NULL);
  g_autofree char *past = panes_fixture_add (self, &aj_meeting_record_type, "group",
                                             aj_record_get_id (self->group), "starts-at",
                                             "2026-02-12T10:00", "ends-at", "2026-02-12T12:00",
                                             NULL);
  GtkWidget *window = NULL;

  show (self, &window);
  panes_fixture_await_rows (self, LIST,
                            "Thursday 12 March 2026, 10:00–12:00 | "
                            "Thursday 14 May 2026, 10:00–12:00");
  app_assert_named (window);
  g_assert_true (gtk_widget_activate_action (window, "owed.note-sent", NULL));
  panes_fixture_await_label (self, "Nobody Is Owed Anything");
  app_fixture_change (&self->app, self->meeting, "place", "Zwolle", "Anna");
  panes_fixture_await_rows (self, LIST, "Thursday 12 March 2026, 10:00–12:00");
  close_window (self, window);
}

static gboolean
is_written (AjServices *services)
{
  return aj_outbox_has_any (aj_services_get_outbox (services), NULL);
}

/* The meeting moves while the mails are on their way: they told of what it was, so what it is now is still owed. */
static void
test_moved_meanwhile (PanesFixture *self, gconstpointer data)
{
  GtkWidget *window = NULL;

  panes_fixture_set (self, &aj_network_record_type, AJ_NETWORK_ID, "organiser-mail",
                     "agenda@example.org");
  show (self, &window);
  panes_fixture_await_rows (self, LIST, "Thursday 12 March 2026, 10:00–12:00");
  g_assert_true (
      gtk_widget_activate_action (window, "owed.mail", "s", aj_record_get_id (self->meeting)));
  app_wait ((AppCondition) is_written, self->app.services);
  app_fixture_change (&self->app, self->meeting, "place", "Zwolle", "Anna");
  app_settle ();
  g_assert_true (gtk_widget_activate_action (window, "owed.note-sent", NULL));
  panes_fixture_await_label (self, "Expert team\n3 of 3 still hold an older version.");
  app_settle ();
  g_assert_true (gtk_widget_activate_action (window, "owed.note-sent", NULL));
  panes_fixture_await_label (self, "Nobody Is Owed Anything");
  close_window (self, window);
}

/* A meeting of which only a speaker is owed something stands there too, and "They are out" notes it. */
static void
test_speaker (PanesFixture *self, gconstpointer data)
{
  g_autofree char *speaker = panes_fixture_add (self, &aj_person_record_type, "name", "Dirk",
                                                "mail", "dirk@example.org", NULL);
  g_autofree char *item = NULL;
  GtkWidget *window = NULL;

  show (self, &window);
  panes_fixture_await_rows (self, LIST, "Thursday 12 March 2026, 10:00–12:00");
  g_assert_true (gtk_widget_activate_action (window, "owed.note-sent", NULL));
  panes_fixture_await_label (self, "Nobody Is Owed Anything");
  item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                            aj_record_get_id (self->group), "meeting",
                            aj_record_get_id (self->meeting), "name", "Phishing", "speaker",
                            speaker, NULL);
  panes_fixture_await_label (self, "Expert team\n1 speaker has no appointment yet.");
  g_assert_true (gtk_widget_activate_action (window, "owed.note-sent", NULL));
  panes_fixture_await_label (self, "Nobody Is Owed Anything");
  close_window (self, window);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/owed-window/owed", test_owed);
  panes_fixture_add_test ("/app/owed-window/moved-meanwhile", test_moved_meanwhile);
  panes_fixture_add_test ("/app/owed-window/speaker", test_speaker);
  return g_test_run ();
}
