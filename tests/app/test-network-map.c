/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page Network with its municipalities on a map: the switch between the ways to see them, and what opens beside it. */
#include "aj-app-fixture.h"
#include "aj-as-of-button.h"
#include "aj-example.h"
#include "aj-map-table.h"
#include "aj-municipality.h"
#include "aj-network-page.h"
#include "aj-record-browser.h"
#include "aj-record-detail.h"
#include "aj-tile-map.h"
#include "aj-tile.h"
#include "aj-view-switch.h"

#define WIDE_ENOUGH 1200
#define NARROW      360

typedef struct
{
  AppFixture base;
  AjPage *page;
} PageFixture;

static GSettings *
get_settings (PageFixture *self)
{
  return aj_services_get_settings (self->base.services);
}

static void
set_up (PageFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  app_fixture_set_up (&self->base, data);
  g_settings_reset (get_settings (self), "municipalities-view");
  g_settings_reset (get_settings (self), "map-subject");
  aj_example_fill (self->base.store, AJ_EXAMPLE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
tear_down (PageFixture *self, gconstpointer data)
{
  g_settings_reset (get_settings (self), "municipalities-view");
  app_fixture_tear_down (&self->base, data);
}

static void
show_page (PageFixture *self, int width)
{
  self->page = AJ_PAGE (g_object_new (AJ_TYPE_NETWORK_PAGE, "services", self->base.services, NULL));
  gtk_window_set_default_size (self->base.window, width, 700);
  app_fixture_show (&self->base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  app_settle ();
}

static gboolean
has_map (gpointer page)
{
  GtkWidget *map = app_find (page, AJ_TYPE_TILE_MAP);

  return map != NULL && aj_tile_map_get_state (AJ_TILE_MAP (map)) != NULL;
}

static gboolean
has_table (gpointer page)
{
  return app_find (page, AJ_TYPE_MAP_TABLE) != NULL;
}

static gboolean
has_list (gpointer page)
{
  return app_find (page, AJ_TYPE_RECORD_BROWSER) != NULL;
}

static GtkWidget *
find_button (PageFixture *self, const char *view)
{
  g_autoptr (GPtrArray) buttons = app_find_all (app_find (GTK_WIDGET (self->page),
                                                          AJ_TYPE_VIEW_SWITCH),
                                                GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GVariant *target = gtk_actionable_get_action_target_value (buttons->pdata[i]);

      if (g_str_equal (g_variant_get_string (target, NULL), view))
        return buttons->pdata[i];
    }
  g_error ("no button for “%s”", view);
}

static void
switch_to (PageFixture *self, const char *view)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "records.view", "s", view));
}

/* From one way of seeing to another and back: the buttons follow, the focus stays on the switch, and it is remembered. */
static void
test_switch (PageFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *view;
    AppCondition is_shown;
  } steps[] = { { "map", has_map },
                { "table", has_table },
                { "map", has_map },
                { "list", has_list },
                { "table", has_table } };
  g_autofree char *remembered = NULL;

  show_page (self, WIDE_ENOUGH);
  g_assert_true (has_list (self->page));
  gtk_widget_grab_focus (find_button (self, "list"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      switch_to (self, steps[i].view);
      app_wait_until (steps[i].is_shown, self->page, steps[i].view);
      g_assert_true (
          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (self, steps[i].view))));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (self->base.window)) ==
                     find_button (self, steps[i].view));
      app_settle ();
      app_assert_named (GTK_WIDGET (self->page));
    }
  remembered = g_settings_get_string (get_settings (self), "municipalities-view");
  g_assert_cmpstr (remembered, ==, "table");
  show_page (self, WIDE_ENOUGH);
  g_assert_true (has_table (self->page));
}

static AjRecord *
get_record (gpointer page)
{
  g_autoptr (GPtrArray) details = app_find_all (page, AJ_TYPE_RECORD_DETAIL);

  return aj_record_detail_get_record (details->pdata[0]);
}

static gboolean
has_record (gpointer page)
{
  return get_record (page) != NULL;
}

static GtkWidget *
get_focus (PageFixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->base.window));
}

static AdwLeaflet *
get_leaflet (PageFixture *self)
{
  return ADW_LEAFLET (app_find (GTK_WIDGET (self->page), ADW_TYPE_LEAFLET));
}

/* With room for both, what opens is beside the map, and whoever walks over the map stays there. */
static void
test_open_beside (PageFixture *self, gconstpointer data)
{
  GtkWidget *tile;

  g_settings_set_string (get_settings (self), "municipalities-view", "map");
  show_page (self, WIDE_ENOUGH);
  app_wait (has_map, self->page);
  app_settle ();
  g_assert_false (adw_leaflet_get_folded (get_leaflet (self)));
  gtk_widget_grab_focus (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP));
  tile = get_focus (self);
  g_assert_true (AJ_IS_TILE (tile));
  app_press (tile, GDK_KEY_Return, 0);
  app_wait (has_record, self->page);
  app_settle ();
  g_assert_true (get_focus (self) == tile);
  /* Whatever is in it: the pane beside the map asks for no more room than before. */
  g_assert_false (adw_leaflet_get_folded (get_leaflet (self)));
  g_assert_true (gtk_widget_get_mapped (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP)));
}

static gboolean
is_folded (gpointer leaflet)
{
  return adw_leaflet_get_folded (leaflet);
}

/* In a small window it is behind the map, and going back the cursor is on the tile it came from. */
static void
test_open_behind (PageFixture *self, gconstpointer data)
{
  AjTileMap *map;
  g_autofree char *current = NULL;

  g_settings_set_string (get_settings (self), "municipalities-view", "map");
  show_page (self, NARROW);
  app_wait (has_map, self->page);
  app_wait (is_folded, get_leaflet (self));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)), <=, NARROW);
  map = AJ_TILE_MAP (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP));
  gtk_widget_grab_focus (GTK_WIDGET (map));
  app_press (get_focus (self), GDK_KEY_End, 0);
  current = g_strdup (aj_tile_map_get_current (map));
  app_press (get_focus (self), GDK_KEY_Return, 0);
  app_wait (has_record, self->page);
  app_settle ();
  g_assert_cmpstr (aj_record_get_id (get_record (self->page)), ==, current);
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (map)) &&
                  gtk_widget_get_mapped (GTK_WIDGET (map)));
  g_assert_true (aj_page_go_back (self->page));
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (map)));
  g_assert_cmpstr (aj_tile_map_get_current (map), ==, current);
  g_assert_true (gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (map)));
}

/* What another page or a link shows is marked on the map. */
static void
test_show_record (PageFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  aj_query_where_text (query, "name", AJ_QUERY_EQUAL, "Zutphen");
  found = aj_store_fetch (self->base.store, query, &error);
  g_assert_no_error (error);
  id = aj_record_get_id (found->pdata[0]);
  g_settings_set_string (get_settings (self), "municipalities-view", "map");
  show_page (self, WIDE_ENOUGH);
  g_assert_true (aj_page_show_record (self->page, &aj_municipality_record_type, id));
  app_wait (has_map, self->page);
  app_settle ();
  g_assert_true (get_record (self->page) == found->pdata[0]);
  g_assert_cmpstr (aj_tile_map_get_current (
                       AJ_TILE_MAP (app_find (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP))),
                   ==, id);
}

/* Only municipalities have a map; and who searches, searches the list. */
static void
test_only_municipalities (PageFixture *self, gconstpointer data)
{
  g_autofree char *view = NULL;

  g_settings_set_string (get_settings (self), "municipalities-view", "map");
  show_page (self, WIDE_ENOUGH);
  app_wait (has_map, self->page);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "records.switch", "i", 1);
  app_settle ();
  g_assert_true (has_list (self->page));
  g_assert_null (app_find (GTK_WIDGET (self->page), AJ_TYPE_VIEW_SWITCH));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "records.switch", "i", -1);
  app_wait (has_map, self->page);
  g_assert_true (aj_page_search (self->page));
  app_settle ();
  g_assert_true (has_list (self->page));
  g_assert_true (GTK_IS_TEXT (get_focus (self)));
  g_object_get (self->page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "list");
}

static AjAsOfButton *
get_as_of (gpointer page)
{
  g_autoptr (GPtrArray) all = app_find_all (page, AJ_TYPE_AS_OF_BUTTON);

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_get_mapped (all->pdata[i]))
      return all->pdata[i];
  g_error ("no button says which day is shown");
}

static void
choose_day (PageFixture *self, guint index, const char *day)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (get_as_of (self->page)),
                                                GTK_TYPE_ENTRY);
  g_autoptr (GPtrArray) checks = app_find_all (GTK_WIDGET (get_as_of (self->page)),
                                               GTK_TYPE_CHECK_BUTTON);

  if (day == NULL)
    {
      gtk_check_button_set_active (checks->pdata[index], TRUE);
      return;
    }
  gtk_editable_set_text (entries->pdata[0], day);
  g_signal_emit_by_name (entries->pdata[0], "activate");
}

static const char *
get_day (PageFixture *self)
{
  return gtk_menu_button_get_label (
      GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (get_as_of (self->page)))));
}

static guint
count_tiles (PageFixture *self)
{
  g_autoptr (GPtrArray) maps = app_find_all (GTK_WIDGET (self->page), AJ_TYPE_TILE_MAP);

  return aj_map_state_get_n_tiles (aj_tile_map_get_state (maps->pdata[0]));
}

/* One day for the list, the map and the table, wherever it was chosen; what there ever was is for the list alone. */
static void
test_one_day (PageFixture *self, gconstpointer data)
{
  AjRecord *new = app_fixture_add (&self->base, &aj_municipality_record_type, "name", "Nieuwstad",
                                   "code", "GM9999");
  guint n_today;

  app_fixture_change (&self->base, new, "valid-from", "2027-01-01", "Anna");
  show_page (self, WIDE_ENOUGH);
  choose_day (self, 0, "1-1-2027");
  switch_to (self, "map");
  app_wait (has_map, self->page);
  g_assert_cmpstr (get_day (self), ==, "1 January 2027");
  n_today = count_tiles (self) - 1;
  switch_to (self, "table");
  app_wait (has_table, self->page);
  g_assert_cmpstr (get_day (self), ==, "1 January 2027");
  g_assert_cmpuint (g_list_model_get_n_items (aj_map_table_get_model (
                        AJ_MAP_TABLE (app_find (GTK_WIDGET (self->page), AJ_TYPE_MAP_TABLE)))),
                    ==, n_today + 1);
  choose_day (self, 0, "2-3-2026");
  app_settle ();
  g_assert_cmpuint (count_tiles (self), ==, n_today);
  switch_to (self, "list");
  app_wait (has_list, self->page);
  g_assert_cmpstr (get_day (self), ==, "2 March 2026");

  choose_day (self, 2, NULL);
  g_assert_cmpstr (get_day (self), ==, "Ever");
  switch_to (self, "map");
  app_wait (has_map, self->page);
  g_assert_cmpstr (get_day (self), ==, "Today");
  g_assert_cmpuint (count_tiles (self), ==, n_today);
  switch_to (self, "list");
  app_wait (has_list, self->page);
  g_assert_cmpstr (get_day (self), ==, "Ever");
  g_object_unref (new);
}

static void
test_is_freed (PageFixture *self, gconstpointer data)
{
  AjPage *page;

  g_settings_set_string (get_settings (self), "municipalities-view", "map");
  show_page (self, WIDE_ENOUGH);
  app_wait (has_map, self->page);
  page = g_object_ref (self->page);
  aj_page_deactivate (page);
  adw_toast_overlay_set_child (self->base.overlay, NULL);
  app_settle ();
  app_assert_finalize (page);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/network-map/" name, PageFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("switch", test_switch);
  ADD ("open-beside", test_open_beside);
  ADD ("open-behind", test_open_behind);
  ADD ("show-record", test_show_record);
  ADD ("only-municipalities", test_only_municipalities);
  ADD ("one-day", test_one_day);
  ADD ("is-freed", test_is_freed);
  return g_test_run ();
}
