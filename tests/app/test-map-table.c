/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"
#include "aj-map-fixture.h"
#include "aj-map-table.h"

typedef struct
{
  AppFixture base;
  AjMapTable *table;
  char *opened; /* (owned) (nullable): the last one */
} TableFixture;

static void
opened_cb (TableFixture *self, const char *id)
{
  g_free (self->opened);
  self->opened = g_strdup (id);
}

static void
set_up (TableFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) state = map_fixture_new ();

  app_fixture_set_up (&self->base, data);
  self->table = aj_map_table_new ();
  aj_map_table_set_state (self->table, state);
  g_signal_connect_swapped (self->table, "opened", G_CALLBACK (opened_cb), self);
  app_fixture_show (&self->base, GTK_WIDGET (self->table));
  app_settle ();
}

static void
tear_down (TableFixture *self, gconstpointer data)
{
  g_free (self->opened);
  app_fixture_tear_down (&self->base, data);
}

static GtkColumnView *
get_view (TableFixture *self)
{
  return GTK_COLUMN_VIEW (app_find (GTK_WIDGET (self->table), GTK_TYPE_COLUMN_VIEW));
}

static char *
list_names (TableFixture *self)
{
  GListModel *model = aj_map_table_get_model (self->table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AjMapItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", aj_map_item_get_tile (item)->name);
    }
  return g_string_free (text, FALSE);
}

/* The titles of the columns in view, with " " between them. */
static char *
list_columns (TableFixture *self)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (self));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                gtk_column_view_column_get_title (column));
    }
  return g_string_free (text, FALSE);
}

static void
test_sorted (TableFixture *self, gconstpointer data)
{
  static const struct
  {
    guint column;
    GtkSortType order;
    const char *names;
  } cases[] = {
    /* The names as the collation of the C locale has them. */
    { 0, GTK_SORT_ASCENDING, "Ede Elburg Epe Goes Étten" },
    { 0, GTK_SORT_DESCENDING, "Étten Goes Epe Elburg Ede" },
    { 1, GTK_SORT_ASCENDING, "Ede Epe Elburg Goes Étten" },
    /* As in the legend. */
    { 2, GTK_SORT_ASCENDING, "Ede Elburg Epe Étten Goes" },
    /* As numbers: 12 comes after 3. */
    { 4, GTK_SORT_DESCENDING, "Elburg Ede Étten Epe Goes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (gtk_column_view_get_columns (get_view (self)), cases[i].column);
      g_autofree char *names = NULL;

      gtk_column_view_sort_by_column (get_view (self), NULL, GTK_SORT_ASCENDING);
      gtk_column_view_sort_by_column (get_view (self), column, cases[i].order);
      app_settle ();
      names = list_names (self);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

static AjMapState *
make_by_district (void)
{
  AjMapState *map = aj_map_state_new ("By District");
  AjMapClass north = { "North", AJ_MAP_TONE_1, AJ_MAP_MARK_DISC, FALSE };
  AjMapTile tile = { .id = "a", .name = "A", .district = "North", .text = "x", .count = -1 };

  aj_map_state_set_class_title (map, "District");
  aj_map_state_add_class (map, &north);
  aj_map_state_add_tile (map, &tile);
  aj_map_state_settle (map);
  return map;
}

/* No column says what another one says, or nothing at all. */
static void
test_columns (TableFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) by_district = make_by_district ();
  g_autofree char *counted = list_columns (self);
  g_autofree char *plain = NULL;

  g_assert_cmpstr (counted, ==, "Name District State Visits");
  aj_map_table_set_state (self->table, by_district);
  plain = list_columns (self);
  g_assert_cmpstr (plain, ==, "Name District Remark");
}

/* That it is not known where somebody lies is a remark, also where the column of remarks is not there otherwise. */
static void
test_apart (TableFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) apart = map_fixture_new_apart ();
  g_autofree char *columns = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  guint n_remarks = 0;

  aj_map_table_set_state (self->table, apart);
  app_settle ();
  columns = list_columns (self);
  g_assert_cmpstr (columns, ==, "Name District State Remark");
  labels = app_find_all (GTK_WIDGET (self->table), GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    n_remarks += g_str_equal (gtk_label_get_text (labels->pdata[i]), "Place unknown");
  g_assert_cmpuint (n_remarks, ==, 1);
}

/* Each row has a name for screen readers: the row is what takes the focus. */
static void
test_accessible (TableFixture *self, gconstpointer data)
{
  gtk_test_accessible_assert_property (get_view (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of Towns");
  app_assert_named (GTK_WIDGET (self->table));
}

static const char *
get_marked (TableFixture *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (aj_map_table_get_model (self->table));
  AjMapItem *item = gtk_single_selection_get_selected_item (selection);

  return item != NULL ? aj_map_item_get_tile (item)->id : NULL;
}

static GtkWidget *
get_title (TableFixture *self, guint position)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (get_view (self)));
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; i < position; i++)
    title = gtk_widget_get_next_sibling (title);
  return title;
}

static void
assert_names (TableFixture *self, const char *expected)
{
  g_autofree char *names = NULL;

  app_settle ();
  names = list_names (self);
  g_assert_cmpstr (names, ==, expected);
}

/* By keyboard as well: Tab goes over the titles of the columns into the rows, and Enter on a title sorts. */
static void
test_sorted_by_key (TableFixture *self, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (self->base.window);
  GtkWidget *state = get_title (self, 2);

  gtk_widget_grab_focus (get_title (self, 0));
  for (guint i = 1; i < 3; i++)
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_root_get_focus (root) == get_title (self, i));
    }
  gtk_test_accessible_assert_role (state, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (state, GTK_ACCESSIBLE_PROPERTY_LABEL, "State");
  app_press (state, GDK_KEY_Return, 0);
  assert_names (self, "Ede Elburg Epe Étten Goes");
  app_press (state, GDK_KEY_space, 0);
  assert_names (self, "Goes Epe Étten Ede Elburg");
  g_assert_false (app_press (state, GDK_KEY_Return, GDK_CONTROL_MASK));
  /* On from the last one, that of what is counted. */
  gtk_widget_grab_focus (get_title (self, 4));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (root),
                              app_find (GTK_WIDGET (get_view (self)), GTK_TYPE_LIST_VIEW)));
}

static void
test_open (TableFixture *self, gconstpointer data)
{
  g_signal_emit_by_name (get_view (self), "activate", 1u);
  g_assert_cmpstr (self->opened, ==, "Elburg");
  aj_map_table_mark (self->table, "Goes");
  g_assert_cmpstr (get_marked (self), ==, "Goes");
  aj_map_table_mark (self->table, "nobody");
  g_assert_cmpstr (get_marked (self), ==, NULL);
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, guint *n_changed)
{
  *n_changed += removed + added;
}

/* A state that says the same changes no line, so the place and the focus stay; another one changes what it must, and what is
 * marked stays marked. */
static void
test_state_changes (TableFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) same = map_fixture_new ();
  g_autoptr (AjMapState) many = map_fixture_new_many (400);
  guint n_changed = 0;

  aj_map_table_mark (self->table, "Goes");
  g_signal_connect (aj_map_table_get_model (self->table), "items-changed", G_CALLBACK (count_cb),
                    &n_changed);
  aj_map_table_set_state (self->table, same);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpstr (get_marked (self), ==, "Goes");
  aj_map_table_set_state (self->table, many);
  g_assert_cmpuint (g_list_model_get_n_items (aj_map_table_get_model (self->table)), ==, 400);
  g_assert_cmpstr (get_marked (self), ==, NULL);
  aj_map_table_mark (self->table, "Town 399");
  aj_map_table_set_state (self->table, many);
  g_assert_cmpstr (get_marked (self), ==, "Town 399");
  g_signal_handlers_disconnect_by_data (aj_map_table_get_model (self->table), &n_changed);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/map-table/" name, TableFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("sorted", test_sorted);
  ADD ("sorted/by-key", test_sorted_by_key);
  ADD ("columns", test_columns);
  ADD ("apart", test_apart);
  ADD ("accessible", test_accessible);
  ADD ("open", test_open);
  ADD ("state-changes", test_state_changes);
  return g_test_run ();
}
