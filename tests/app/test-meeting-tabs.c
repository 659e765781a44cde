/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sides of a meeting behind tabs: gone through by keyboard, and none of them wider than the window may be. */
#include "aj-meeting-tabs.h"

#include "aj-agenda-item.h"
#include "aj-decision.h"
#include "aj-panes-fixture.h"
#include "aj-task.h"

static AjMeetingPane *
get_pane (PanesFixture *self)
{
  return aj_meeting_tabs_get_pane (AJ_MEETING_TABS (app_find (self->view, AJ_TYPE_MEETING_TABS)));
}

static void
assert_shown (PanesFixture *self, const AjMeetingPaneInfo *info)
{
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (get_pane (self), info->get_type ()));
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_pane (self))));
}

/* Round the end, and back the other way; the cursor is on the tab. */
static void
test_step (PanesFixture *self, gconstpointer data)
{
  guint n_panes;
  const AjMeetingPaneInfo *panes = aj_meeting_pane_table_get (&n_panes);

  panes_fixture_show (self, "meeting");
  for (guint i = 1; i <= n_panes; i++)
    {
      aj_meeting_view_step_pane (AJ_MEETING_VIEW (self->view), TRUE);
      assert_shown (self, &panes[i % n_panes]);
      g_assert_true (GTK_IS_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (self->app.window))));
    }
  for (guint i = n_panes; i > 0; i--)
    {
      aj_meeting_view_step_pane (AJ_MEETING_VIEW (self->view), FALSE);
      assert_shown (self, &panes[i - 1]);
    }
}

/* A pane whose sentence asked for one line would fold the page away beside it. */
static void
test_width (PanesFixture *self, gconstpointer data)
{
  guint n_panes;
  const AjMeetingPaneInfo *panes = aj_meeting_pane_table_get (&n_panes);
  int minimum, natural;

  for (guint i = 0; i < n_panes; i++)
    {
      panes_fixture_show (self, panes[i].name);
      app_settle ();
      gtk_widget_measure (self->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                          NULL);
      g_test_message ("%s: %d to %d pixels", panes[i].name, minimum, natural);
      g_assert_cmpint (minimum, <=, 340);
    }
}

typedef struct
{
  PanesFixture *fixture;
  const char *title;
} Sought;

static gboolean
is_pointed_out (Sought *sought)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (sought->fixture->app.window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW) : NULL;

  return row != NULL && gtk_widget_get_mapped (row) &&
         adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), sought->title);
}

static void
await_part (PanesFixture *self, const AjRecordType *type, const char *id, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (self->app.store, type, id, &error);
  Sought sought = { self, title };

  g_assert_no_error (error);
  aj_meeting_view_show_part (AJ_MEETING_VIEW (self->view), aj_record_get_values (record));
  app_wait_until ((AppCondition) is_pointed_out, &sought, title);
}

/* What search finds of a meeting is seen on the tab it belongs on, opened and with the cursor at it. */
static void
test_part (PanesFixture *self, gconstpointer data)
{
  const char *group = aj_record_get_id (self->group);
  const char *meeting = aj_record_get_id (self->meeting);
  g_autofree char *item = panes_fixture_add (self, &aj_agenda_item_record_type, "group", group,
                                             "meeting", meeting, "name", "Jeugd", NULL);
  g_autofree char *decision = panes_fixture_add (self, &aj_decision_record_type, "group", group,
                                                 "meeting", meeting, "agenda-item", item, "year",
                                                 "2026", "number", "1", "text", "Overal een spel",
                                                 NULL);
  g_autofree char *action = panes_fixture_add (self, &aj_task_record_type, "group", group,
                                               "meeting", meeting, "kind", "action", "name",
                                               "Zaal bellen", NULL);
  g_autofree char *step = panes_fixture_add (self, &aj_task_record_type, "group", group, "meeting",
                                             meeting, "kind", "preparation", "name", "Lunch",
                                             "days", "-7", NULL);

  panes_fixture_show (self, "meeting");
  await_part (self, &aj_decision_record_type, decision, "Overal een spel");
  await_part (self, &aj_agenda_item_record_type, item, "Jeugd");
  await_part (self, &aj_task_record_type, action, "Zaal bellen");
  await_part (self, &aj_task_record_type, step, "Lunch");
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/meeting-tabs/step", test_step);
  panes_fixture_add_test ("/app/meeting-tabs/width", test_width);
  panes_fixture_add_test ("/app/meeting-tabs/part", test_part);
  return g_test_run ();
}
