/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose calendar holds what, seen at the meeting: before anybody was told, after, and when it moves. */

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

static void
test_no_address (PanesFixture *self, gconstpointer data)
{
  panes_fixture_set (self, &aj_person_record_type, self->people[1], "mail", NULL);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "1 person without a mail address cannot be told.");
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
  panes_fixture_add_test ("/app/invitations-pane/no-address", test_no_address);
  panes_fixture_add_test ("/app/invitations-pane/cancelled-before-anybody-knew", test_nobody);
  return g_test_run ();
}
