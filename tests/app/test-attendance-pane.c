/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who comes and who was there, each in one key. */
#include "aj-attendance-pane.h"
#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-attendee-row.h"
#include "aj-minutes.h"
#include "aj-panes-fixture.h"
#include "aj-person.h"

#define WHO      "Who comes"
#define SPEAKERS "Who comes to speak"

static void
press (PanesFixture *self, const char *name, guint key)
{
  g_assert_true (app_press (panes_fixture_find_row (self, WHO, name), key, 0));
}

/* A key of an answer twice takes it back; capitals do as well. */
static void
test_keys (PanesFixture *self, gconstpointer data)
{
  panes_fixture_show (self, "attendance");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  panes_fixture_await_label (self, "0 yes, 0 no, 0 maybe, 3 without an answer");
  press (self, "Anna", GDK_KEY_y);
  panes_fixture_await_label (self, "1 yes, 0 no, 0 maybe, 2 without an answer");
  press (self, "Bram", GDK_KEY_N);
  panes_fixture_await_label (self, "1 yes, 1 no, 0 maybe, 1 without an answer");
  press (self, "Bram", GDK_KEY_n);
  panes_fixture_await_label (self, "1 yes, 0 no, 0 maybe, 2 without an answer");
  press (self, "Cees", GDK_KEY_p);
  panes_fixture_await_label (self, "1 yes, 0 no, 0 maybe, 2 without an answer · 1 was there");
  /* A key that is none of these is for others. */
  g_assert_false (app_press (panes_fixture_find_row (self, WHO, "Anna"), GDK_KEY_x, 0));
  g_assert_false (
      app_press (panes_fixture_find_row (self, WHO, "Anna"), GDK_KEY_n, GDK_CONTROL_MASK));
  app_assert_named (self->view);
}

/* With the mouse: the button of the row, and once for all out of what they answered. */
static void
test_mouse (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row, *pane;

  panes_fixture_show (self, "attendance");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  row = panes_fixture_find_row (self, WHO, "Anna");
  g_assert_true (gtk_widget_activate_action (row, "attendee.answer", "s", AJ_ANSWER_YES));
  panes_fixture_await_label (self, "1 yes, 0 no, 0 maybe, 2 without an answer");
  row = panes_fixture_find_row (self, WHO, "Bram");
  g_assert_true (gtk_widget_activate_action (row, "attendee.answer", "s", AJ_ANSWER_NO));
  panes_fixture_await_label (self, "1 yes, 1 no, 0 maybe, 1 without an answer");
  pane = app_find (self->view, AJ_TYPE_ATTENDANCE_PANE);
  g_assert_true (gtk_widget_activate_action (pane, "attendance.fill", NULL));
  panes_fixture_await_label (self, "1 yes, 1 no, 0 maybe, 1 without an answer · 1 was there");
  panes_fixture_await_label (self, "excused");
}

/* An answer to another day is shown as what it is. */
static void
test_moved (PanesFixture *self, gconstpointer data)
{
  panes_fixture_show (self, "attendance");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  press (self, "Anna", GDK_KEY_y);
  panes_fixture_await_label (self, "1 yes, 0 no, 0 maybe, 2 without an answer");
  app_fixture_change (&self->app, self->meeting, "place", "Zwolle", "Bram");
  panes_fixture_await_label (self, "earlier: yes");
  panes_fixture_await_label (self, "0 yes, 0 no, 0 maybe, 3 without an answer");
}

/* Minutes that are fixed bind who was there; what the rows let through follows without another meeting being chosen. */
static void
test_fixed (PanesFixture *self, gconstpointer data)
{
  GtkWidget *row;

  panes_fixture_show (self, "attendance");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  app_fixture_change (&self->app, self->meeting, "minutes-state", AJ_MINUTES_FIXED, "Bram");
  app_settle ();
  row = panes_fixture_find_row (self, WHO, "Anna");
  g_assert_false (app_press (row, GDK_KEY_y, 0));
  app_fixture_change (&self->app, self->meeting, "minutes-state", AJ_MINUTES_CONCEPT, "Bram");
  app_settle ();
  press (self, "Anna", GDK_KEY_y);
  panes_fixture_await_label (self, "1 yes, 0 no, 0 maybe, 2 without an answer");
}

/* A guest can be left uninvited; who sits in the group is invited by that. */
static void
test_guest (PanesFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) guest = app_fixture_add (&self->app, &aj_person_record_type, "name", "Zoë",
                                                NULL, NULL);
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Invite");
  AjValues *values = aj_edit_add (edit, &aj_attendance_record_type);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (values, "meeting", aj_record_get_id (self->meeting));
  aj_values_set_text (values, "person", aj_record_get_id (guest));
  aj_values_set_text (values, "invited-as", AJ_INVITED_GUEST);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  panes_fixture_show (self, "attendance");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees | Zoë");
  gtk_widget_activate_action (panes_fixture_find_row (self, WHO, "Anna"), "attendee.uninvite",
                              NULL);
  g_assert_true (gtk_widget_activate_action (panes_fixture_find_row (self, WHO, "Zoë"),
                                             "attendee.uninvite", NULL));
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
}

/* Who comes to speak stands apart, and is noted as there without being invited. */
static void
test_speaker (PanesFixture *self, gconstpointer data)
{
  g_autofree char *dirk = panes_fixture_add (self, &aj_person_record_type, "name", "Dirk", "mail",
                                             "dirk@example.org", NULL);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group",
                                             aj_record_get_id (self->group), "meeting",
                                             aj_record_get_id (self->meeting), "name", "Phishing",
                                             "speaker", dirk, NULL);
  GtkWidget *row;

  panes_fixture_show (self, "attendance");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  panes_fixture_await_rows (self, SPEAKERS, "Dirk");
  panes_fixture_await_label (self, "As speaker about “Phishing”");
  app_assert_named (self->view);
  row = panes_fixture_find_row (self, SPEAKERS, "Dirk");
  g_assert_false (app_press (row, GDK_KEY_y, 0));
  g_assert_true (app_press (row, GDK_KEY_e, 0));
  panes_fixture_await_label (self, "As speaker about “Phishing” · excused");
  g_assert_true (app_press (row, GDK_KEY_p, 0));
  panes_fixture_await_label (self, "As speaker about “Phishing”");
  panes_fixture_await_rows (self, WHO, "Anna | Bram | Cees");
  panes_fixture_await_label (self, "0 yes, 0 no, 0 maybe, 3 without an answer");
  panes_fixture_show (self, "invitations");
  panes_fixture_await_rows (self, "Who is invited", "Anna | Bram | Cees | Dirk");
  panes_fixture_await_label (self, "3 of 3 are not invited yet. 1 speaker has no appointment yet.");
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/attendance-pane/keys", test_keys);
  panes_fixture_add_test ("/app/attendance-pane/speaker", test_speaker);
  panes_fixture_add_test ("/app/attendance-pane/mouse", test_mouse);
  panes_fixture_add_test ("/app/attendance-pane/fixed", test_fixed);
  panes_fixture_add_test ("/app/attendance-pane/moved", test_moved);
  panes_fixture_add_test ("/app/attendance-pane/guest", test_guest);
  return g_test_run ();
}
