/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the sides of a meeting. The clock stands at 1 March 2026. */
#include "aj-meeting-view.h"

#include "aj-meeting.h"
#include "aj-panes-fixture.h"

/* (nullable): the action of the button beside the title, as long as there is one to press. */
static const char *
get_next_step (PanesFixture *self)
{
  g_autoptr (GPtrArray) buttons = app_find_all (self->view, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      const char *action = gtk_actionable_get_action_name (g_ptr_array_index (buttons, i));

      if (gtk_widget_get_mapped (g_ptr_array_index (buttons, i)) &&
          (g_strcmp0 (action, "meeting.confirm") == 0 ||
           g_strcmp0 (action, "meeting.set-held") == 0))
        return action;
    }
  return NULL;
}

/* A meeting that was over still asked to be confirmed, and one that was held had a button that could never be pressed. */
static void
test_next_step (PanesFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *date;
    const char *state;
    const char *step;
  } cases[] = {
    { "2026-03-12", AJ_MEETING_PLANNED, "meeting.confirm" },
    { "2026-03-12", AJ_MEETING_CONFIRMED, "meeting.confirm" },
    { "2026-03-01", AJ_MEETING_PLANNED, "meeting.set-held" },
    { "2026-02-12", AJ_MEETING_PLANNED, "meeting.set-held" },
    { "2026-02-12", AJ_MEETING_CONFIRMED, "meeting.set-held" },
    { "2026-02-12", AJ_MEETING_HELD, NULL },
    { "2026-03-12", AJ_MEETING_CANCELLED, NULL },
  };

  panes_fixture_show (self, "meeting");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Move");
      AjValues *values = aj_edit_change (edit, self->meeting);
      AjWallTime start = { .minute = 10 * 60 };
      AjWallTime end = { .minute = 12 * 60 };
      g_autoptr (GError) error = NULL;

      g_assert_true (aj_date_parse_iso (cases[i].date, &start.date));
      end.date = start.date;
      aj_values_set_wall_time (values, "starts-at", &start);
      aj_values_set_wall_time (values, "ends-at", &end);
      aj_values_set_text (values, "state", cases[i].state);
      g_assert_true (aj_edit_commit (edit, &error));
      g_assert_no_error (error);
      app_wait_for_text (self->meeting, "state", cases[i].state);
      app_settle ();
      g_assert_cmpstr (get_next_step (self), ==, cases[i].step);
    }
}

/* And pressing it once is enough. */
static void
test_was_held (PanesFixture *self, gconstpointer data)
{
  panes_fixture_set (self, &aj_meeting_record_type, aj_record_get_id (self->meeting), "starts-at",
                     "2026-02-12T10:00");
  panes_fixture_show (self, "meeting");
  app_settle ();
  g_assert_cmpstr (get_next_step (self), ==, "meeting.set-held");
  g_assert_true (gtk_widget_activate_action (self->view, "meeting.set-held", NULL));
  app_wait_for_text (self->meeting, "state", AJ_MEETING_HELD);
  app_settle ();
  g_assert_null (get_next_step (self));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/meeting-view/next-step", test_next_step);
  panes_fixture_add_test ("/app/meeting-view/was-held", test_was_held);
  return g_test_run ();
}
