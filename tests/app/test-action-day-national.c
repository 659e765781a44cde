/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the action day with a national edition: a tile for every municipality of the country, and a table of a hundred
 * thousand activities that is sorted and chosen from. What it holds in memory does not follow what there is. */
#include <malloc.h>
#include <string.h>

#include "aj-action-day-page.h"
#include "aj-activity-table.h"
#include "aj-app-fixture.h"
#include "aj-list.h"
#include "aj-tile-map.h"
#include "large-edition.h"

#define N_MUNICIPALITIES 342
/* Sanitizers are slow, and what they look for is there with fewer. */
#ifdef __SANITIZE_ADDRESS__
#define N_ACTIVITIES 10000
#else
#define N_ACTIVITIES 100000
#endif
/* GTK keeps some two hundred rows for any long list. */
#define MAX_ROWS 300
/* What the widgets take, the pages of the file, and an id for each activity; the activities themselves would be ten times as
 * much. */
#define MAX_BYTES ((gsize) 80 << 20)

typedef struct
{
  AppFixture base;
  AjPage *page;
  char *edition;
} NationalFixture;

static void
set_up (NationalFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GSettings *settings;

  app_fixture_set_up (&self->base, data);
  settings = aj_services_get_settings (self->base.services);
  g_settings_reset (settings, "action-day-activities");
  g_settings_set_string (settings, "action-day-view", "map");
  self->edition = large_edition_fill (self->base.store, N_MUNICIPALITIES, N_ACTIVITIES, &error);
  g_assert_no_error (error);
}

static void
tear_down (NationalFixture *self, gconstpointer data)
{
  g_settings_reset (aj_services_get_settings (self->base.services), "action-day-view");
  g_free (self->edition);
  app_fixture_tear_down (&self->base, data);
}

static gboolean
has_map (gpointer page)
{
  GtkWidget *map = app_find (page, AJ_TYPE_TILE_MAP);

  return map != NULL && aj_tile_map_get_state (AJ_TILE_MAP (map)) != NULL;
}

static AjList *
get_list (NationalFixture *self)
{
  AjActivityTable *table = AJ_ACTIVITY_TABLE (
      app_find (GTK_WIDGET (self->page), AJ_TYPE_ACTIVITY_TABLE));

  return table != NULL ? AJ_LIST (aj_activity_table_get_list (table)) : NULL;
}

static guint
get_n (NationalFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));
}

static gboolean
is_filled (NationalFixture *self)
{
  AjList *list = get_list (self);

  return list != NULL && aj_list_get_query (list) != NULL && !aj_list_is_loading (list);
}

static void
await_list (NationalFixture *self)
{
  app_settle ();
  app_wait (is_filled, self);
  app_settle ();
}

static gboolean
is_narrowed (NationalFixture *self)
{
  return is_filled (self) && get_n (self) < N_ACTIVITIES;
}

static gboolean
is_whole (NationalFixture *self)
{
  return is_filled (self) && get_n (self) == N_ACTIVITIES;
}

static void
show_page (NationalFixture *self)
{
  self->page = g_object_new (AJ_TYPE_ACTION_DAY_PAGE, "services", self->base.services, NULL);
  gtk_window_set_default_size (self->base.window, 1800, 800);
  app_fixture_show (&self->base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_wait (has_map, self->page);
}

/* By the titles of its columns, there and back. */
static void
sort_by_all (NationalFixture *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (app_find (GTK_WIDGET (self->page), GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_sort_by_column (view, column,
                                      i % 2 == 0 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      await_list (self);
      g_assert_cmpuint (get_n (self), ==, N_ACTIVITIES);
    }
}

static void
search (NationalFixture *self, const char *text)
{
  GtkWidget *table = app_find (GTK_WIDGET (self->page), AJ_TYPE_ACTIVITY_TABLE);

  gtk_editable_set_text (GTK_EDITABLE (app_find (table, GTK_TYPE_SEARCH_ENTRY)), text);
}

/* The rows that are made, of all that there are. */
static guint
count_rows (NationalFixture *self)
{
  GtkWidget *view = app_find (GTK_WIDGET (self->page), GTK_TYPE_COLUMN_VIEW);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (app_find (view, GTK_TYPE_LIST_VIEW));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static void
test_open (NationalFixture *self, gconstpointer data)
{
  gsize before = mallinfo2 ().uordblks;
  AjMapState *map;

  show_page (self);
  map = aj_tile_map_get_state (AJ_TILE_MAP (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP)));
  g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, N_MUNICIPALITIES);

  g_assert_true (aj_page_search (self->page));
  await_list (self);
  app_wait (is_whole, self);
  sort_by_all (self);
  search (self, "nepmail 0004");
  app_wait (is_narrowed, self);
  g_assert_cmpuint (get_n (self), >, 0);
  for (guint i = 0; i < MIN (get_n (self), 20); i++)
    {
      g_autoptr (AjRecord) record = g_list_model_get_item (G_LIST_MODEL (get_list (self)), i);

      g_assert_nonnull (strstr (aj_record_get_title (record), "nepmail"));
    }
  search (self, "");
  app_wait (is_whole, self);
  g_assert_cmpuint (count_rows (self), >, 0);
  g_assert_cmpuint (count_rows (self), <, MAX_ROWS);
  g_test_message ("held: %" G_GSIZE_FORMAT " bytes", mallinfo2 ().uordblks - before);
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + MAX_BYTES);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/app/action-day-national/open", NationalFixture, NULL, set_up, test_open, tear_down);
  return g_test_run ();
}
