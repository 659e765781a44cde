/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meetings-fixture.h"

#include "aj-group.h"
#include "aj-meeting.h"

void
meetings_fixture_set_up (MeetingsFixture *self, gconstpointer data)
{
  GSettings *settings;

  app_fixture_set_up (&self->app, data);
  /* The year and the group that the test before looked at. */
  settings = aj_services_get_settings (self->app.services);
  g_settings_reset (settings, "meetings-year");
  g_settings_reset (settings, "meetings-group");
}

void
meetings_fixture_tear_down (MeetingsFixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  if (page != NULL)
    {
      adw_toast_overlay_set_child (self->app.overlay, NULL);
      app_settle ();
      app_assert_finalize (page);
    }
  app_fixture_tear_down (&self->app, data);
}

void
meetings_fixture_show_page (MeetingsFixture *self)
{
  self->page = g_object_ref_sink (
      g_object_new (AJ_TYPE_MEETINGS_PAGE, "services", self->app.services, NULL));
  app_fixture_show (&self->app, GTK_WIDGET (self->page));
  aj_page_activate (AJ_PAGE (self->page));
}

AjRecord *
meetings_fixture_add_group (MeetingsFixture *self, const char *name)
{
  return app_fixture_add (&self->app, &aj_group_record_type, "name", name, "kind", "expert-team");
}

AjRecord *
meetings_fixture_add_meeting (MeetingsFixture *self,
                              AjRecord *group,
                              const char *day,
                              const char *theme)
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
