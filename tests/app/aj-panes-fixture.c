/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-panes-fixture.h"

#include "aj-group.h"
#include "aj-meeting-tabs.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-person.h"

static char *
add_valist (PanesFixture *self, const AjRecordType *type, va_list pairs)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;
  const char *field;

  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const AjField *found = aj_record_type_get_field (type, field, NULL);
      g_auto (AjValue) value = AJ_VALUE_INIT;

      aj_field_parse (found, va_arg (pairs, const char *), &value, &error);
      g_assert_no_error (error);
      aj_values_set (values, (guint) aj_record_type_find (type, field), &value);
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return id;
}

char *
panes_fixture_add (PanesFixture *self, const AjRecordType *type, ...)
{
  va_list pairs;
  char *id;

  va_start (pairs, type);
  id = add_valist (self, type, pairs);
  va_end (pairs);
  return id;
}

static AjRecord *
load (PanesFixture *self, const AjRecordType *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  AjRecord *record = aj_store_load_record (self->app.store, type, id, &error);

  g_assert_no_error (error);
  return record;
}

void
panes_fixture_set_up (PanesFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Anna", "Bram", "Cees" };
  g_autofree char *meeting = NULL;

  app_fixture_set_up (&self->app, data);
  self->group = app_fixture_add (&self->app, &aj_group_record_type, "name", "Expert team", "kind",
                                 "expert-team");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *mail = g_strconcat (names[i], "@example.org", NULL);
      g_autofree char *membership = NULL;

      self->people[i] = panes_fixture_add (self, &aj_person_record_type, "name", names[i], "mail",
                                           mail, NULL);
      membership = panes_fixture_add (self, &aj_membership_record_type, "group",
                                      aj_record_get_id (self->group), "person", self->people[i],
                                      NULL);
    }
  meeting = panes_fixture_add (self, &aj_meeting_record_type, "group",
                               aj_record_get_id (self->group), "theme", "Phishing", "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
  self->meeting = load (self, &aj_meeting_record_type, meeting);
}

void
panes_fixture_tear_down (PanesFixture *self, gconstpointer data)
{
  if (self->view != NULL)
    {
      adw_toast_overlay_set_child (self->app.overlay, NULL);
      app_settle ();
      app_assert_finalize (self->view);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    g_free (self->people[i]);
  g_object_unref (self->meeting);
  g_object_unref (self->group);
  app_fixture_tear_down (&self->app, data);
}

void
panes_fixture_show (PanesFixture *self, const char *pane)
{
  if (self->view == NULL)
    {
      self->view = g_object_ref_sink (aj_meeting_view_new (self->app.services));
      aj_meeting_view_set_record (AJ_MEETING_VIEW (self->view), self->meeting);
      app_fixture_show (&self->app, self->view);
    }
  g_assert_nonnull (
      aj_meeting_tabs_show_pane (AJ_MEETING_TABS (app_find (self->view, AJ_TYPE_MEETING_TABS)),
                                 pane));
  app_settle ();
}

void
panes_fixture_set (PanesFixture *self,
                   const AjRecordType *type,
                   const char *id,
                   const char *field,
                   const char *text)
{
  g_autoptr (AjRecord) record = load (self, type, id);

  app_fixture_change (&self->app, record, field, text, "Anna");
}

char *
panes_fixture_dup_field (PanesFixture *self,
                         const AjRecordType *type,
                         const char *id,
                         const char *field)
{
  g_autoptr (AjRecord) record = load (self, type, id);

  return g_strdup (aj_record_get_text (record, field));
}

/* By what a screen reader calls it; one in sight. */
static GtkListBox *
find_list (PanesFixture *self, const char *name)
{
  g_autoptr (GPtrArray) boxes = app_find_all (self->view, GTK_TYPE_LIST_BOX);

  for (guint i = 0; i < boxes->len; i++)
    {
      g_autofree char *other = gtk_test_accessible_check_property (boxes->pdata[i],
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                                   name);

      if (gtk_widget_get_mapped (boxes->pdata[i]) && other == NULL)
        return boxes->pdata[i];
    }
  return NULL;
}

static char *
dup_titles (PanesFixture *self, const char *list)
{
  GtkListBox *box = find_list (self, list);
  g_autoptr (GString) titles = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; box != NULL && (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (ADW_IS_PREFERENCES_ROW (row) && gtk_widget_get_visible (GTK_WIDGET (row)))
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? " | " : "",
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

typedef struct
{
  PanesFixture *fixture;
  const char *list;
  const char *text;
} Awaited;

static gboolean
has_rows (Awaited *awaited)
{
  g_autofree char *titles = dup_titles (awaited->fixture, awaited->list);

  return g_str_equal (titles, awaited->text);
}

void
panes_fixture_await_rows (PanesFixture *self, const char *list, const char *titles)
{
  Awaited awaited = { self, list, titles };

  app_wait_until ((AppCondition) has_rows, &awaited, titles);
}

GtkWidget *
panes_fixture_find_row (PanesFixture *self, const char *list, const char *title)
{
  GtkListBox *box = find_list (self, list);
  GtkListBoxRow *row;

  g_assert_nonnull (box);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (ADW_IS_PREFERENCES_ROW (row) &&
        g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return GTK_WIDGET (row);
  g_assert_not_reached ();
}

static gboolean
has_label (Awaited *awaited)
{
  g_autoptr (GPtrArray) labels = app_find_all (awaited->fixture->view, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_strcmp0 (gtk_label_get_text (labels->pdata[i]), awaited->text) == 0)
      return TRUE;
  return FALSE;
}

void
panes_fixture_await_label (PanesFixture *self, const char *text)
{
  Awaited awaited = { self, NULL, text };

  app_wait_until ((AppCondition) has_label, &awaited, text);
}

static gboolean
is_said (Awaited *awaited)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (awaited->fixture->app.window),
                                               GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), awaited->text))
      return TRUE;
  return FALSE;
}

void
panes_fixture_await_sentence (PanesFixture *self, const char *sentence)
{
  Awaited awaited = { self, NULL, sentence };

  app_wait_until ((AppCondition) is_said, &awaited, sentence);
}
