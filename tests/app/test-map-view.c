/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"
#include "aj-map-fixture.h"
#include "aj-map-legend.h"
#include "aj-map-table.h"
#include "aj-map-view.h"

typedef struct
{
  AppFixture base;
  AjMapView *view;
} ViewFixture;

static void
set_up (ViewFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  self->view = aj_map_view_new ();
  aj_map_view_set_empty (self->view, "Nothing Here", "Towns belong here.", "win.close", "Begin");
  app_fixture_show (&self->base, GTK_WIDGET (self->view));
}

static void
tear_down (ViewFixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->base, data);
}

static const char *
get_page (ViewFixture *self)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (app_find (GTK_WIDGET (self->view), GTK_TYPE_STACK)));
}

static void
test_pages (ViewFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) map = map_fixture_new ();
  g_autoptr (AjMapState) none = aj_map_state_new ("None");

  aj_map_state_settle (none);
  g_assert_cmpstr (get_page (self), ==, "loading");
  aj_map_view_set_state (self->view, map);
  g_assert_cmpstr (get_page (self), ==, "map");
  aj_map_view_set_table (self->view, TRUE);
  g_assert_cmpstr (get_page (self), ==, "table");
  aj_map_view_set_state (self->view, none);
  g_assert_cmpstr (get_page (self), ==, "empty");
  aj_map_view_set_error (self->view, "The disk is gone.");
  g_assert_cmpstr (get_page (self), ==, "error");
  app_settle ();
  g_assert_cmpstr (adw_status_page_get_description (
                       ADW_STATUS_PAGE (app_find (GTK_WIDGET (self->view), ADW_TYPE_STATUS_PAGE))),
                   ==, "The disk is gone.");
  aj_map_view_set_state (self->view, map);
  g_assert_cmpstr (get_page (self), ==, "table");
}

/* An empty map says what belongs there, and has the first step. */
static void
test_empty (ViewFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) none = aj_map_state_new ("None");
  GtkWidget *button;

  aj_map_state_settle (none);
  aj_map_view_set_state (self->view, none);
  app_settle ();
  button = app_find (GTK_WIDGET (self->view), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Begin");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.close");
}

static char *
join_selected (ViewFixture *self)
{
  g_autoptr (GPtrArray) ids = aj_tile_map_list_selected (aj_map_view_get_map (self->view));

  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

/* The legend says how many there are of each, and selects them. */
static void
test_legend (ViewFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *selected;
  } lines[] = { { "State A (2)", "Ede Elburg" },
                { "State B (2)", "Epe Étten" },
                { "State C (1)", "Goes" } };
  g_autoptr (AjMapState) map = map_fixture_new ();
  g_autoptr (GPtrArray) buttons = NULL;

  aj_map_view_set_state (self->view, map);
  app_settle ();
  buttons = app_find_all (app_find (GTK_WIDGET (self->view), AJ_TYPE_MAP_LEGEND), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < buttons->len; i++)
    {
      g_autofree char *selected = NULL;

      gtk_test_accessible_assert_property (buttons->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           lines[i].name);
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
      selected = join_selected (self);
      g_assert_cmpstr (selected, ==, lines[i].selected);
    }
  app_assert_named (GTK_WIDGET (self->view));
}

/* A commit of somebody else leaves the focus on the line of the legend where it is. */
static void
test_legend_stays (ViewFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) map = map_fixture_new ();
  g_autoptr (AjMapState) again = map_fixture_new ();
  GtkWidget *legend, *line;

  aj_map_view_set_state (self->view, map);
  app_settle ();
  legend = app_find (GTK_WIDGET (self->view), AJ_TYPE_MAP_LEGEND);
  line = gtk_widget_get_last_child (legend);
  gtk_widget_grab_focus (line);
  aj_map_view_set_state (self->view, again);
  app_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->base.window)) == line);
}

/* What is marked is so on the map as well as in the table. */
static void
test_mark (ViewFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) map = map_fixture_new ();
  GtkSingleSelection *selection;
  AjMapItem *item;
  g_autofree char *selected = NULL;

  aj_map_view_set_state (self->view, map);
  aj_map_view_set_table (self->view, TRUE);
  aj_map_view_mark (self->view, "Goes");
  app_settle ();
  selection = GTK_SINGLE_SELECTION (aj_map_table_get_model (
      AJ_MAP_TABLE (app_find (GTK_WIDGET (self->view), AJ_TYPE_MAP_TABLE))));
  item = gtk_single_selection_get_selected_item (selection);
  g_assert_cmpstr (aj_map_item_get_tile (item)->id, ==, "Goes");
  selected = join_selected (self);
  g_assert_cmpstr (selected, ==, "Goes");
}

/* It can be as narrow as a small window, also with many municipalities. */
static void
test_narrow (ViewFixture *self, gconstpointer data)
{
  static const guint numbers[] = { 5, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (AjMapState) map = numbers[i] == 5 ? map_fixture_new ()
                                                   : map_fixture_new_many (numbers[i]);

      aj_map_view_set_state (self->view, map);
      for (int table = 0; table <= 1; table++)
        {
          int least;

          aj_map_view_set_table (self->view, table);
          app_settle ();
          gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                              NULL, NULL);
          g_assert_cmpint (least, <=, 320);
        }
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/map-view/" name, ViewFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("pages", test_pages);
  ADD ("empty", test_empty);
  ADD ("legend", test_legend);
  ADD ("legend/stays", test_legend_stays);
  ADD ("mark", test_mark);
  ADD ("narrow", test_narrow);
  return g_test_run ();
}
