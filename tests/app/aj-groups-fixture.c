/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-groups-fixture.h"

#include "aj-district.h"
#include "aj-group-line.h"
#include "aj-group-list.h"
#include "aj-group-view.h"
#include "aj-group.h"
#include "aj-groups-page.h"
#include "aj-holder-button.h"
#include "aj-membership.h"
#include "aj-person.h"
#include "aj-seat.h"

void
groups_world_clear (GroupsWorld *self)
{
  g_clear_object (&self->twente);
  g_clear_object (&self->group);
  g_clear_object (&self->seat);
  g_clear_object (&self->anna);
  g_clear_object (&self->lead);
}

AjRecord *
groups_add (GroupsFixture *self, const AjRecordType *type, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->app.store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list pairs;

  va_start (pairs, type);
  while ((field = va_arg (pairs, const char *)) != NULL)
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  return aj_store_load_record (self->app.store, type, id, &error);
}

GroupsWorld
groups_make_world (GroupsFixture *self)
{
  GroupsWorld world = { 0 };

  world.twente = groups_add (self, &aj_district_record_type, "name", "Twente", NULL);
  world.group = groups_add (self, &aj_group_record_type, "name", "Team", "purpose", "Phishing",
                            NULL);
  world.seat = groups_add (self, &aj_seat_record_type, "group", aj_record_get_id (world.group),
                           "kind", "education", "district", aj_record_get_id (world.twente), NULL);
  world.anna = groups_add (self, &aj_person_record_type, "name", "Anna", "mail", "anna@x.example",
                           NULL);
  world.lead = groups_add (self, &aj_membership_record_type, "group",
                           aj_record_get_id (world.group), "person", aj_record_get_id (world.anna),
                           "role", "lead", "from", "2025-06-01", NULL);
  return world;
}

void
groups_set_up (GroupsFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
}

void
groups_tear_down (GroupsFixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
}

GtkStack *
groups_get_stack (GroupsFixture *self)
{
  g_autoptr (GPtrArray) views = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_GROUP_VIEW);

  return GTK_STACK (gtk_widget_get_ancestor (views->pdata[0], GTK_TYPE_STACK));
}

const char *
groups_get_state (GroupsFixture *self)
{
  return gtk_stack_get_visible_child_name (groups_get_stack (self));
}

static gboolean
is_loaded (gpointer self)
{
  return !g_str_equal (groups_get_state (self), "loading");
}

gboolean
groups_is_group_shown (gpointer self)
{
  return g_str_equal (groups_get_state (self), "group");
}

gboolean
groups_is_overview_shown (gpointer self)
{
  return g_str_equal (groups_get_state (self), "overview");
}

void
groups_show_page (GroupsFixture *self)
{
  self->page = AJ_PAGE (g_object_new (AJ_TYPE_GROUPS_PAGE, "services", self->app.services, NULL));
  app_fixture_show (&self->app, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_wait (is_loaded, self);
}

void
groups_show_group (GroupsFixture *self, AjRecord *group)
{
  g_assert_true (aj_page_show_record (self->page, &aj_group_record_type, aj_record_get_id (group)));
  app_wait (groups_is_group_shown, self);
}

void
groups_activate (GroupsFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

void
groups_step (GroupsFixture *self, int years)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (self->page), "groups.step", "i", (gint32) years));
}

GtkWidget *
groups_find_row (GroupsFixture *self, const char *title)
{
  g_autoptr (GPtrArray) rows = app_find_all (GTK_WIDGET (self->page), ADW_TYPE_PREFERENCES_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_get_mapped (rows->pdata[i]) &&
        g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  return NULL;
}

typedef struct
{
  GroupsFixture *fixture;
  const char *title;
} Wanted;

static gboolean
is_row_shown (gpointer data)
{
  Wanted *wanted = data;

  return groups_find_row (wanted->fixture, wanted->title) != NULL;
}

static gboolean
is_row_gone (gpointer data)
{
  return !is_row_shown (data);
}

GtkWidget *
groups_await_row (GroupsFixture *self, const char *title)
{
  Wanted wanted = { self, title };

  app_wait_until (is_row_shown, &wanted, title);
  return groups_find_row (self, title);
}

void
groups_await_no_row (GroupsFixture *self, const char *title)
{
  Wanted wanted = { self, title };

  app_wait_until (is_row_gone, &wanted, title);
}

const char *
groups_get_subtitle (GtkWidget *row)
{
  return ADW_IS_EXPANDER_ROW (row) ? adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row))
                                   : adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

GtkLabel *
groups_find_label (GtkWidget *root, const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (pattern, gtk_label_get_text (labels->pdata[i])))
      return labels->pdata[i];
  return NULL;
}

static gboolean
is_label_shown (gpointer data)
{
  Wanted *wanted = data;

  return groups_find_label (GTK_WIDGET (wanted->fixture->app.overlay), wanted->title) != NULL;
}

void
groups_await_label (GroupsFixture *self, const char *pattern)
{
  Wanted wanted = { self, pattern };

  app_wait_until (is_label_shown, &wanted, pattern);
}

void
groups_click (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        return;
      }
  g_error ("no button “%s”", label);
}

gboolean
groups_has_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return TRUE;
  return FALSE;
}

void
groups_choose (GtkWidget *root, const char *field, AjRecord *who)
{
  GtkWidget *button = app_find (root, AJ_TYPE_HOLDER_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "chosen", field, aj_record_get_id (who),
                         aj_record_get_title (who));
}

void
groups_search (GroupsFixture *self, const char *text)
{
  GtkWidget *list = app_find (GTK_WIDGET (self->page), AJ_TYPE_GROUP_LIST);

  gtk_editable_set_text (GTK_EDITABLE (app_find (list, GTK_TYPE_SEARCH_ENTRY)), text);
}

guint
groups_count_groups (GroupsFixture *self)
{
  g_autoptr (GPtrArray) lines = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_GROUP_LINE);

  return lines->len - 1;
}

void
groups_undo (GroupsFixture *self)
{
  g_autoptr (GError) error = NULL;

  aj_store_undo (self->app.store, NULL, &error);
  g_assert_no_error (error);
}

GtkWidget *
groups_open_row (GroupsFixture *self, const char *title)
{
  GtkWidget *row = groups_await_row (self, title);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_settle ();
  return row;
}
