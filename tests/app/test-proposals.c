/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Other times that were proposed for a meeting, settled at the meeting. */

#include "aj-attendance.h"
#include "aj-meeting.h"
#include "aj-panes-fixture.h"
#include "aj-person.h"

static char *
propose (PanesFixture *self, const char *person, const char *start, const char *end)
{
  return panes_fixture_add (self, &aj_attendance_record_type, "meeting",
                            aj_record_get_id (self->meeting), "person", person,
                            "proposed-starts-at", start, "proposed-ends-at", end, NULL);
}

static GtkWidget *
find_button (PanesFixture *self, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (self->view, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return buttons->pdata[i];
  g_error ("no button %s", label);
}

static gboolean
is_settled (gpointer data)
{
  GtkWidget *group = app_find (((PanesFixture *) data)->view, g_type_from_name ("AjProposalGroup"));

  return group == NULL || !gtk_widget_get_mapped (group);
}

static void
test_move (PanesFixture *self, gconstpointer data)
{
  g_autofree char *attendance = propose (self, self->people[0], "2026-03-13T14:00",
                                         "2026-03-13T16:00");
  g_autofree char *left = NULL;

  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "Fri 13 Mar 2026, 14:00–16:00");
  app_assert_named (self->view);
  g_assert_true (gtk_widget_activate (find_button (self, "Move")));
  app_wait (is_settled, self);
  app_wait_for_text (self->meeting, "starts-at", "2026-03-13T14:00");
  left = panes_fixture_dup_field (self, &aj_attendance_record_type, attendance,
                                  "proposed-starts-at");
  g_assert_null (left);
}

/* Who has no address is not mailed. */
static void
test_decline (PanesFixture *self, gconstpointer data)
{
  g_autofree char *attendance = propose (self, self->people[0], "2026-03-13T14:00",
                                         "2026-03-13T16:00");

  panes_fixture_set (self, &aj_person_record_type, self->people[0], "mail", NULL);
  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "Fri 13 Mar 2026, 14:00–16:00");
  g_assert_true (gtk_widget_activate (find_button (self, "Decline")));
  app_wait (is_settled, self);
  g_assert_cmpstr (aj_values_get_text (aj_record_get_values (self->meeting), "starts-at"), ==,
                   "2026-03-12T10:00");
}

/* What is at that time already, or is off, is nothing to decide. */
static void
test_nothing (PanesFixture *self, gconstpointer data)
{
  g_autofree char *same = propose (self, self->people[0], "2026-03-12T10:00", "2026-03-12T12:00");
  g_autofree char *other = propose (self, self->people[1], "2026-03-13T14:00", "2026-03-13T16:00");

  panes_fixture_show (self, "invitations");
  panes_fixture_await_label (self, "Fri 13 Mar 2026, 14:00–16:00");
  app_fixture_change (&self->app, self->meeting, "state", AJ_MEETING_CANCELLED, "Anna");
  app_wait (is_settled, self);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/proposals/move", test_move);
  panes_fixture_add_test ("/app/proposals/decline", test_decline);
  panes_fixture_add_test ("/app/proposals/nothing", test_nothing);
  return g_test_run ();
}
