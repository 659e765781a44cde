/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sides of a meeting behind tabs: gone through by keyboard, and none of them wider than the window may be. */
#include "aj-meeting-tabs.h"
#include "aj-panes-fixture.h"

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

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  panes_fixture_add_test ("/app/meeting-tabs/step", test_step);
  panes_fixture_add_test ("/app/meeting-tabs/width", test_width);
  return g_test_run ();
}
