/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The activities of an edition in a table: what is chosen, in which order, what opens, and how the cursor comes back. */
#include <string.h>

#include "aj-action-day-page.h"
#include "aj-activity-row.h"
#include "aj-activity-table.h"
#include "aj-activity.h"
#include "aj-app-fixture.h"
#include "aj-example.h"
#include "aj-list.h"
#include "aj-participation-view.h"

#define SETTING "action-day-activities"

typedef struct
{
  AppFixture base;
  AjPage *page;
} TableFixture;

static AjActivityTable *
get_table (TableFixture *self)
{
  return AJ_ACTIVITY_TABLE (app_find (GTK_WIDGET (self->page), AJ_TYPE_ACTIVITY_TABLE));
}

static AjList *
get_list (TableFixture *self)
{
  return AJ_LIST (aj_activity_table_get_list (get_table (self)));
}

static gboolean
is_filled (gpointer data)
{
  AjActivityTable *table = get_table (data);
  AjList *list = table != NULL ? AJ_LIST (aj_activity_table_get_list (table)) : NULL;

  return list != NULL && aj_list_get_query (list) != NULL && !aj_list_is_loading (list);
}

static void
await_list (TableFixture *self)
{
  app_settle ();
  app_wait (is_filled, self);
  app_settle ();
}

static void
open_page (TableFixture *self, int width)
{
  self->page = g_object_new (AJ_TYPE_ACTION_DAY_PAGE, "services", self->base.services, NULL);
  gtk_window_set_default_size (self->base.window, width, 800);
  app_fixture_show (&self->base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  await_list (self);
}

static void
set_up (TableFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GSettings *settings;

  app_fixture_set_up (&self->base, data);
  settings = aj_services_get_settings (self->base.services);
  g_settings_reset (settings, SETTING);
  g_settings_set_string (settings, "action-day-view", "activities");
  aj_example_fill (self->base.store, AJ_EXAMPLE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
tear_down (TableFixture *self, gconstpointer data)
{
  g_settings_reset (aj_services_get_settings (self->base.services), SETTING);
  g_settings_reset (aj_services_get_settings (self->base.services), "action-day-view");
  app_fixture_tear_down (&self->base, data);
}

static guint
get_n (TableFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));
}

static AjRecord *
get_row (TableFixture *self, guint position)
{
  g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (get_list (self)), position);

  /* The list keeps those that are in view. */
  return record;
}

static gboolean
says (TableFixture *self, const char *pattern)
{
  g_autoptr (GPtrArray) labels = app_find_all (GTK_WIDGET (self->page), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_pattern_match_simple (pattern, gtk_label_get_text (labels->pdata[i])))
      return TRUE;
  return FALSE;
}

static GtkColumnView *
get_view (TableFixture *self)
{
  return GTK_COLUMN_VIEW (app_find (GTK_WIDGET (self->page), GTK_TYPE_COLUMN_VIEW));
}

/* (transfer none): by its title. */
static GtkColumnViewColumn *
get_column (TableFixture *self, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (self));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  g_error ("no column %s", title);
}

/* The drop-down that shows this now. */
static GtkDropDown *
get_drop_down (TableFixture *self, const char *shown)
{
  g_autoptr (GPtrArray) all = app_find_all (GTK_WIDGET (get_table (self)), GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < all->len; i++)
    {
      GtkStringObject *item = gtk_drop_down_get_selected_item (all->pdata[i]);

      if (item != NULL && g_str_equal (gtk_string_object_get_string (item), shown))
        return all->pdata[i];
    }
  g_error ("nothing shows %s", shown);
}

static void
choose (TableFixture *self, const char *shown, const char *option)
{
  GtkDropDown *drop_down = get_drop_down (self, shown);
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (!g_str_equal (gtk_string_object_get_string (item), option))
        continue;
      gtk_drop_down_set_selected (drop_down, i);
      await_list (self);
      return;
    }
  g_error ("%s cannot be chosen", option);
}

/* All of them, by title, with a name for each thing that takes the cursor. */
static void
test_all (TableFixture *self, gconstpointer data)
{
  open_page (self, 1800);
  g_assert_cmpuint (get_n (self), >, 70);
  g_assert_true (says (self, "* activities"));
  for (guint i = 1; i < 20; i++)
    g_assert_cmpint (g_utf8_collate (aj_record_get_title (get_row (self, i - 1)),
                                     aj_record_get_title (get_row (self, i))),
                     <=, 0);
  app_assert_named (GTK_WIDGET (self->page));
}

/* What is chosen holds together, is counted, and is said; all of it is let go of at once. */
static void
test_choose (TableFixture *self, gconstpointer data)
{
  guint n_all, n_youth;
  g_autofree char *count = NULL;

  open_page (self, 1800);
  n_all = get_n (self);
  choose (self, "All target groups", "youth");
  n_youth = get_n (self);
  g_assert_cmpuint (n_youth, >, 0);
  g_assert_cmpuint (n_youth, <, n_all);
  for (guint i = 0; i < MIN (n_youth, 10); i++)
    g_assert_true (aj_record_get_boolean (get_row (self, i), "for-youth"));
  count = g_strdup_printf ("%u of %u activities · youth", n_youth, n_all);
  g_assert_true (says (self, count));
  choose (self, "All districts", "Twente");
  g_assert_cmpuint (get_n (self), <, n_youth);
  g_assert_true (says (self, "* activities · Twente, youth"));
  choose (self, "All states", "held");
  g_assert_cmpuint (get_n (self), ==, 0);
  g_assert_true (says (self, "Nothing Found"));
  choose (self, "held", "All states");
  choose (self, "Twente", "All districts");
  choose (self, "youth", "All target groups");
  g_assert_cmpuint (get_n (self), ==, n_all);
}

static void
type (TableFixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (
                             app_find (GTK_WIDGET (get_table (self)), GTK_TYPE_SEARCH_ENTRY)),
                         text);
}

static gboolean
is_narrowed (gpointer data)
{
  return is_filled (data) && get_n (data) > 0 && get_n (data) < 20;
}

/* Ctrl+F goes there from the map as well; Enter opens the first. */
static void
test_search (TableFixture *self, gconstpointer data)
{
  GtkWidget *entry;

  g_settings_set_string (aj_services_get_settings (self->base.services), "action-day-view", "map");
  self->page = g_object_new (AJ_TYPE_ACTION_DAY_PAGE, "services", self->base.services, NULL);
  gtk_window_set_default_size (self->base.window, 1400, 800);
  app_fixture_show (&self->base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_settle ();
  g_assert_true (aj_page_search (self->page));
  await_list (self);
  entry = app_find (GTK_WIDGET (get_table (self)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (self->base.window), entry));
  type (self, "basisscan");
  app_wait (is_narrowed, self);
  for (guint i = 0; i < get_n (self); i++)
    g_assert_nonnull (strstr (aj_record_get_text (get_row (self, i), "intervention"), "Basisscan"));
  g_signal_emit_by_name (entry, "activate");
  app_settle ();
  g_assert_nonnull (app_find (GTK_WIDGET (self->page), AJ_TYPE_PARTICIPATION_VIEW));
}

static void
sort_by (TableFixture *self, const char *title, GtkSortType order)
{
  gtk_column_view_sort_by_column (get_view (self), NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (get_view (self), get_column (self, title), order);
  await_list (self);
}

/* A title sorts, in the store, and the order comes back with the page. */
static void
test_sort (TableFixture *self, gconstpointer data)
{
  open_page (self, 1800);
  sort_by (self, "Expected", GTK_SORT_DESCENDING);
  for (guint i = 1; i < 20; i++)
    g_assert_cmpint (aj_record_get_integer (get_row (self, i - 1), "expected-reach"), >=,
                     aj_record_get_integer (get_row (self, i), "expected-reach"));
  g_assert_nonnull (get_drop_down (self, "Expected"));
  choose (self, "Expected", "State");
  g_assert_cmpstr (aj_record_get_text (get_row (self, 0), "state"), ==, AJ_ACTIVITY_DRAFT);
  choose (self, "All kinds", "campaign");

  aj_page_deactivate (self->page);
  open_page (self, 1800);
  g_assert_nonnull (get_drop_down (self, "State"));
  g_assert_nonnull (get_drop_down (self, "campaign"));
  for (guint i = 0; i < get_n (self); i++)
    g_assert_cmpstr (aj_record_get_text (get_row (self, i), "kind"), ==, "campaign");
}

static gboolean
is_opened (gpointer data)
{
  TableFixture *self = data;
  GtkWidget *row = app_find (GTK_WIDGET (self->page), AJ_TYPE_ACTIVITY_ROW);

  return row != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

static gboolean
is_focus_in_table (gpointer data)
{
  TableFixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->base.window);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_view (self)));
}

/* Enter opens the activity beside it, where the cursor goes, and one step back it is in the table again. */
static void
test_open (TableFixture *self, gconstpointer data)
{
  open_page (self, 1400);
  aj_activity_table_focus_list (get_table (self));
  g_assert_true (is_focus_in_table (self));
  g_signal_emit_by_name (get_view (self), "activate", 0);
  app_wait (is_opened, self);
  app_settle ();
  g_assert_false (is_focus_in_table (self));
  g_assert_true (aj_page_go_back (self->page));
  g_assert_true (is_focus_in_table (self));
}

static gboolean
is_title_first (gpointer data)
{
  return g_str_equal (aj_record_get_title (get_row (data, 0)), "Aardappelmarkt");
}

/* It follows what is changed elsewhere. */
static void
test_follow (TableFixture *self, gconstpointer data)
{
  open_page (self, 1400);
  app_fixture_change (&self->base, get_row (self, 5), "name", "Aardappelmarkt", "Anna");
  app_wait (is_title_first, self);
}

static guint
count_columns (TableFixture *self)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (self));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      n += gtk_column_view_column_get_visible (column);
    }
  return n;
}

/* Where there is little room, the rest stands beneath the title. */
static void
test_narrow (TableFixture *self, gconstpointer data)
{
  open_page (self, 360);
  app_settle ();
  g_assert_cmpuint (count_columns (self), ==, 1);
  g_assert_true (says (self, "* · *–* · *"));
  app_assert_named (GTK_WIDGET (self->page));
  gtk_window_set_default_size (self->base.window, 1900, 800);
  app_settle ();
  g_assert_cmpuint (count_columns (self), >, 3);
}

#define ADD(path, function) g_test_add (path, TableFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/app/activity-table/all", test_all);
  ADD ("/app/activity-table/choose", test_choose);
  ADD ("/app/activity-table/search", test_search);
  ADD ("/app/activity-table/sort", test_sort);
  ADD ("/app/activity-table/open", test_open);
  ADD ("/app/activity-table/follow", test_follow);
  ADD ("/app/activity-table/narrow", test_narrow);
  return g_test_run ();
}
