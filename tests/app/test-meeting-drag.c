/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A meeting that is dragged out of the list, as a calendar file. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-group.h"
#include "aj-meeting-drag.h"
#include "aj-meeting-row.h"
#include "aj-meeting.h"
#include "aj-meetings-page.h"

typedef struct
{
  AppFixture app;
  AjMeetingsPage *page; /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  if (page != NULL)
    {
      adw_toast_overlay_set_child (self->app.overlay, NULL);
      app_settle ();
      g_assert_finalize_object (page);
    }
  app_fixture_tear_down (&self->app, data);
}

static void
show_page (Fixture *self)
{
  self->page = g_object_ref_sink (
      g_object_new (AJ_TYPE_MEETINGS_PAGE, "services", self->app.services, NULL));
  app_fixture_show (&self->app, GTK_WIDGET (self->page));
  aj_page_activate (AJ_PAGE (self->page));
}

static AjRecord *
add_group (Fixture *self, const char *name)
{
  return app_fixture_add (&self->app, &aj_group_record_type, "name", name, "kind", "expert-team");
}

/* (transfer full): of two hours from ten o'clock. */
static AjRecord *
add_meeting (Fixture *self, AjRecord *group, const char *day, const char *theme)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *values = aj_edit_add (edit, &aj_meeting_record_type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autofree char *start = g_strconcat (day, "T10:00", NULL);
  g_autofree char *end = g_strconcat (day, "T12:00", NULL);
  g_autoptr (GError) error = NULL;
  AjRecord *record;

  aj_values_set_text (values, "group", aj_record_get_id (group));
  aj_values_set_text (values, "starts-at", start);
  aj_values_set_text (values, "ends-at", end);
  aj_values_set_text (values, "theme", theme);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  record = aj_store_load_record (self->app.store, &aj_meeting_record_type, id, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_dragged_out (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = add_meeting (self, team, "2026-03-12", "First");
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
  show_page (self);
  aj_meeting_drag_note (GTK_WIDGET (self->page), self->app.services, meeting);
  app_settle ();
  g_assert_true (aj_meeting_is_handed_out (aj_record_get_values (meeting)));
  g_assert_false (aj_meeting_is_outdated (aj_record_get_values (meeting)));
}

static gboolean
is_said (Fixture *self, const char *pattern)
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

/* Nothing happened, and nobody was told. */
static void
test_drag_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) team = add_group (self, "Expert team");
  g_autoptr (AjRecord) meeting = add_meeting (self, team, "2026-03-19", "Second");
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "aanjager-drag",
                                            "2026-03-19 Expert team- Second.ics", NULL);
  GtkWidget *row;
  GdkContentProvider *content = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  show_page (self);
  row = app_find (GTK_WIDGET (self->page), AJ_TYPE_MEETING_ROW);
  g_assert_nonnull (row);
  g_signal_emit_by_name (find_drag_source (row), "prepare", 0.0, 0.0, &content);
  g_assert_null (content);
  app_settle ();
  g_assert_true (is_said (self, "*Second.ics” is not a file*"));
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/meeting-drag/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("noted", test_dragged_out);
  ADD ("fails", test_drag_fails);
  return g_test_run ();
}
