/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A meeting that is dragged out of the list, as a calendar file. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-group.h"
#include "aj-meeting-drag.h"
#include "aj-meeting-row.h"
#include "aj-meeting.h"
#include "aj-meetings-fixture.h"

static void
test_dragged_out (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = meetings_fixture_add_meeting (self, team, "2026-03-12", "First");
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  content = aj_meeting_drag_new_content (self->app.services, meeting, "Expert team", &error);
  g_assert_no_error (error);
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_FILE);
  g_assert_true (gdk_content_provider_get_value (content, &value, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (g_value_get_object (&value), NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Amsterdam:20260312T100000\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Expert team: First\r\n"));
  g_assert_null (strstr (text, "X-WR-CALNAME"));

  /* Once it was not noted, and planning again moved what somebody had in a calendar. */
  g_assert_false (aj_meeting_is_handed_out (aj_record_get_values (meeting)));
  meetings_fixture_show_page (self);
  aj_meeting_drag_note (GTK_WIDGET (self->page), self->app.services, meeting);
  app_settle ();
  g_assert_true (aj_meeting_is_handed_out (aj_record_get_values (meeting)));
  g_assert_false (aj_meeting_is_outdated (aj_record_get_values (meeting)));
}

static gboolean
is_said (MeetingsFixture *self, const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (self->app.overlay), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_pattern_match_simple (pattern, gtk_label_get_text (g_ptr_array_index (labels, i))))
      return TRUE;
  return FALSE;
}

static GtkDragSource *
find_drag_source (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        return GTK_DRAG_SOURCE (controller);
    }
  return NULL;
}

static gboolean
has_row (gpointer page)
{
  return app_find (page, AJ_TYPE_MEETING_ROW) != NULL;
}

/* Nothing happened, and nobody was told. */
static void
test_drag_fails (MeetingsFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = meetings_fixture_add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = meetings_fixture_add_meeting (self, team, "2026-03-19", "Second");
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "aanjager-drag",
                                            "2026-03-19 Expert team- Second.ics", NULL);
  GtkWidget *row;
  GdkContentProvider *content = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  meetings_fixture_show_page (self);
  app_wait (has_row, self->page);
  row = app_find (GTK_WIDGET (self->page), AJ_TYPE_MEETING_ROW);
  g_signal_emit_by_name (find_drag_source (row), "prepare", 0.0, 0.0, &content);
  g_assert_null (content);
  app_settle ();
  g_assert_true (is_said (self, "*Second.ics” is not a file*"));
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/meeting-drag/" name, MeetingsFixture, NULL, meetings_fixture_set_up, function, \
              meetings_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("noted", test_dragged_out);
  ADD ("fails", test_drag_fails);
  return g_test_run ();
}
