/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"
#include "aj-map-card.h"
#include "aj-map-fixture.h"
#include "aj-tile-map.h"
#include "aj-tile.h"

typedef struct
{
  AppFixture base;
  AjTileMap *map;
  char *opened; /* (owned) (nullable): the last one */
  guint n_changes;
} MapFixture;

static void
opened_cb (MapFixture *self, const char *id)
{
  g_free (self->opened);
  self->opened = g_strdup (id);
}

static void
changed_cb (MapFixture *self)
{
  self->n_changes++;
}

static void
set_up (MapFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) state = map_fixture_new ();

  app_fixture_set_up (&self->base, data);
  self->map = aj_tile_map_new ();
  aj_tile_map_set_state (self->map, state);
  g_signal_connect_swapped (self->map, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->map, "selection-changed", G_CALLBACK (changed_cb), self);
  app_fixture_show (&self->base, GTK_WIDGET (self->map));
}

static void
tear_down (MapFixture *self, gconstpointer data)
{
  g_free (self->opened);
  app_fixture_tear_down (&self->base, data);
}

static GtkWidget *
find_tile (MapFixture *self, const char *id)
{
  int index = aj_map_state_find (aj_tile_map_get_state (self->map), id);
  g_autoptr (GPtrArray) tiles = app_find_all (GTK_WIDGET (self->map), AJ_TYPE_TILE);

  g_assert_cmpint (index, >=, 0);
  g_assert_cmpuint (tiles->len, ==, aj_map_state_get_n_tiles (aj_tile_map_get_state (self->map)));
  return g_ptr_array_index (tiles, (guint) index);
}

static void
assert_at (MapFixture *self, const char *id)
{
  g_assert_cmpstr (aj_tile_map_get_current (self->map), ==, id);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->base.window)) == find_tile (self, id));
}

static void
press (MapFixture *self, guint keyval, GdkModifierType state)
{
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), keyval, state);
}

static void
assert_selected (MapFixture *self, const char *expected)
{
  g_autoptr (GPtrArray) ids = aj_tile_map_list_selected (self->map);
  g_autofree char *text = NULL;

  g_ptr_array_add (ids, NULL);
  text = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (text, ==, expected);
}

/* Over a gap to the next one in the row or the column; at an edge it stays. */
static void
test_walk (MapFixture *self, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    const char *id;
  } steps[] = {
    { GDK_KEY_Left, "Ede" },     { GDK_KEY_Up, "Ede" },       { GDK_KEY_Right, "Epe" },
    { GDK_KEY_Right, "Elburg" }, { GDK_KEY_Right, "Elburg" }, { GDK_KEY_Down, "Étten" },
    { GDK_KEY_Down, "Étten" },   { GDK_KEY_KP_Left, "Goes" }, { GDK_KEY_KP_Right, "Étten" },
    { GDK_KEY_KP_Up, "Elburg" }, { GDK_KEY_Left, "Epe" },     { GDK_KEY_KP_Down, "Goes" },
    { GDK_KEY_End, "Étten" },    { GDK_KEY_Home, "Ede" },     { GDK_KEY_KP_End, "Étten" },
    { GDK_KEY_KP_Home, "Ede" },
  };

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self->map)));
  assert_at (self, "Ede");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (self, steps[i].keyval, 0);
      assert_at (self, steps[i].id);
    }
  g_assert_null (self->opened);
  assert_selected (self, "");
}

/* Whose place is not known is below the others, and the arrows go there and back; it is said of it. */
static void
test_walk_apart (MapFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) state = map_fixture_new_apart ();

  aj_tile_map_set_state (self->map, state);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  assert_at (self, "Ede");
  press (self, GDK_KEY_Down, 0);
  assert_at (self, "Nowhere");
  gtk_test_accessible_assert_property (find_tile (self, "Nowhere"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nowhere, North, State A, place unknown");
  press (self, GDK_KEY_Up, 0);
  assert_at (self, "Ede");
  gtk_test_accessible_assert_property (find_tile (self, "Ede"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ede, North, State A");
}

/* Each is reached from each, with arrows alone. */
static void
test_walk_reaches_all (MapFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) state = map_fixture_new_many (94);

  for (guint from = 0; from < aj_map_state_get_n_tiles (state); from++)
    {
      g_autofree gboolean *reached = g_new0 (gboolean, aj_map_state_get_n_tiles (state));
      g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n_reached = 1;

      reached[from] = TRUE;
      g_array_append_val (open, from);
      for (guint i = 0; i < open->len; i++)
        for (guint direction = AJ_MAP_LEFT; direction <= AJ_MAP_DOWN; direction++)
          {
            int next = aj_map_state_walk (state, g_array_index (open, guint, i),
                                          (AjMapDirection) direction);

            if (next < 0 || reached[next])
              continue;
            reached[next] = TRUE;
            n_reached++;
            g_array_append_val (open, next);
          }
      g_assert_cmpuint (n_reached, ==, aj_map_state_get_n_tiles (state));
    }
}

/* A letter goes to the next name that begins with it, more letters to one name; accents and case do not matter. */
static void
test_typing (MapFixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  press (self, GDK_KEY_g, 0);
  assert_at (self, "Goes");
  press (self, GDK_KEY_x, 0);
  assert_at (self, "Goes");
  press (self, GDK_KEY_Home, 0);
  /* What is typed is forgotten after a while; here it is a letter with which no name goes on. */
  press (self, GDK_KEY_e, 0);
  assert_at (self, "Epe");
  press (self, GDK_KEY_t, 0);
  assert_at (self, "Étten");
  press (self, GDK_KEY_T, GDK_SHIFT_MASK);
  assert_at (self, "Étten");
}

/* A space belongs to the name that is being typed. */
static void
test_typing_with_space (MapFixture *self, gconstpointer data)
{
  static const guint keyvals[] = { GDK_KEY_t, GDK_KEY_o,     GDK_KEY_w,
                                   GDK_KEY_n, GDK_KEY_space, GDK_KEY_3 };
  g_autoptr (AjMapState) many = map_fixture_new_many (40);

  aj_tile_map_set_state (self->map, many);
  app_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    press (self, keyvals[i], 0);
  assert_at (self, "Town 3");
  assert_selected (self, "");
}

static void
test_keys (MapFixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpstr (self->opened, ==, "Ede");
  /* What is open is what is selected. */
  assert_selected (self, "Ede");
  press (self, GDK_KEY_Right, 0);
  press (self, GDK_KEY_space, 0);
  assert_selected (self, "Ede Epe");
  press (self, GDK_KEY_space, 0);
  assert_selected (self, "Ede");
  press (self, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_selected (self, "Ede Epe Elburg Goes Étten");
  /* Of several that are selected, one may be looked at. */
  press (self, GDK_KEY_KP_Enter, 0);
  g_assert_cmpstr (self->opened, ==, "Epe");
  assert_selected (self, "Ede Epe Elburg Goes Étten");
  press (self, GDK_KEY_Escape, 0);
  assert_selected (self, "");
  g_assert_cmpuint (self->n_changes, ==, 5);
}

/* Keys that are for the window are left to it. */
static void
test_keys_of_others (MapFixture *self, gconstpointer data)
{
  GtkWidget *tile = find_tile (self, "Ede");

  g_assert_false (app_press (tile, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (app_press (tile, GDK_KEY_1, GDK_ALT_MASK));
  g_assert_false (app_press (tile, GDK_KEY_F10, 0));
  g_assert_false (app_press (tile, GDK_KEY_Delete, 0));
  /* Nothing is selected and no card is shown. */
  g_assert_false (app_press (tile, GDK_KEY_Escape, 0));
}

/* Tab goes in at the cursor, and out again with the next. */
static void
test_tab (MapFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkRoot *root = GTK_ROOT (self->base.window);

  g_object_ref (self->map);
  adw_toast_overlay_set_child (self->base.overlay, NULL);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->map));
  gtk_box_append (GTK_BOX (box), after);
  g_object_unref (self->map);
  app_fixture_show (&self->base, box);
  aj_tile_map_mark (self->map, "Goes");
  gtk_widget_grab_focus (before);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD));
  assert_at (self, "Goes");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == after);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_BACKWARD));
  assert_at (self, "Goes");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (root) == before);
}

static GtkGesture *
find_gesture (MapFixture *self, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      /* A drag is no click, but both are derived from the same. */
      if (G_OBJECT_TYPE (controller) == type)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static graphene_point_t
get_middle (MapFixture *self, const char *id)
{
  GtkWidget *tile = find_tile (self, id);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (tile, GTK_WIDGET (self->map), &bounds));
  return GRAPHENE_POINT_INIT (bounds.origin.x + bounds.size.width / 2,
                              bounds.origin.y + bounds.size.height / 2);
}

static void
click (MapFixture *self, double x, double y)
{
  g_signal_emit_by_name (find_gesture (self, GTK_TYPE_GESTURE_CLICK), "released", 1, x, y);
}

static void
test_click (MapFixture *self, gconstpointer data)
{
  graphene_point_t goes = get_middle (self, "Goes");

  aj_tile_map_select (self->map, (const char *const[]){ "Ede", "Epe", NULL });
  click (self, goes.x, goes.y);
  g_assert_cmpstr (self->opened, ==, "Goes");
  assert_selected (self, "Goes");
  assert_at (self, "Goes");
  /* Beside every tile: nothing. */
  click (self, 1, 1);
  assert_selected (self, "");
  g_assert_cmpstr (self->opened, ==, "Goes");
}

static void
drag (MapFixture *self, graphene_point_t from, graphene_point_t to)
{
  GtkGesture *gesture = find_gesture (self, GTK_TYPE_GESTURE_DRAG);
  double x = from.x, y = from.y;
  double across = (double) to.x - x, down = (double) to.y - y;

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", across / 2, down / 2);
  g_signal_emit_by_name (gesture, "drag-update", across, down);
  app_settle ();
  g_signal_emit_by_name (gesture, "drag-end", across, down);
}

/* Whatever corner it begins at, all that the band touches is selected, in place of what was; opening is another thing. */
static void
test_rubber_band (MapFixture *self, gconstpointer data)
{
  graphene_point_t ede = get_middle (self, "Ede"), goes = get_middle (self, "Goes");
  graphene_point_t epe = get_middle (self, "Epe"), elburg = get_middle (self, "Elburg");

  drag (self, ede, goes);
  assert_selected (self, "Ede Goes");
  g_assert_cmpuint (self->n_changes, ==, 1);
  drag (self, elburg, epe);
  assert_selected (self, "Epe Elburg");
  drag (self, epe, GRAPHENE_POINT_INIT (epe.x + 3, epe.y + 3));
  /* A hand that shakes while it clicks draws no band. */
  assert_selected (self, "Epe Elburg");
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_null (self->opened);
}

/* Role, name, what the card says besides, and whether it is selected: for who does not see the map. */
static void
test_accessible (MapFixture *self, gconstpointer data)
{
  GtkAccessible *ede = GTK_ACCESSIBLE (find_tile (self, "Ede"));
  GtkAccessible *goes = GTK_ACCESSIBLE (find_tile (self, "Goes"));

  gtk_test_accessible_assert_role (self->map, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (self->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of Towns");
  gtk_test_accessible_assert_role (ede, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (ede, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ede, North, State A, Visits: 3");
  gtk_test_accessible_assert_property (ede, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Mayor: nobody; No trains");
  gtk_test_accessible_assert_property (goes, GTK_ACCESSIBLE_PROPERTY_LABEL, "Goes, South, State C");
  g_assert_false (gtk_test_accessible_has_property (goes, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_test_accessible_assert_state (ede, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  aj_tile_map_select (self->map, (const char *const[]){ "Ede", NULL });
  gtk_test_accessible_assert_state (ede, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (goes, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  app_assert_named (GTK_WIDGET (self->map));
  /* What assistive technology does in the place of Enter and Space. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (goes), "tile.select", NULL));
  assert_selected (self, "Ede Goes");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (goes), "tile.open", NULL));
  g_assert_cmpstr (self->opened, ==, "Goes");
}

static AjMapState *
make_without (const char *gone)
{
  g_autoptr (AjMapState) whole = map_fixture_new ();
  AjMapState *map = aj_map_state_new ("Map of Fewer Towns");

  for (guint i = 0; i < aj_map_state_get_n_classes (whole); i++)
    aj_map_state_add_class (map, aj_map_state_get_class (whole, i));
  for (guint i = 0; i < aj_map_state_get_n_tiles (whole); i++)
    {
      AjMapTile tile = *aj_map_state_get_tile (whole, i);

      tile.has_tile = TRUE;
      tile.state = (tile.state + 1) % 3;
      if (!g_str_equal (tile.id, gone))
        aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  return map;
}

/* What others change comes in under the cursor. */
static void
test_state_changes (MapFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) without_epe = make_without ("Epe");
  g_autoptr (AjMapState) without_goes = make_without ("Goes");

  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_space, 0);
  aj_tile_map_select (self->map, (const char *const[]){ "Epe", "Goes", NULL });
  self->n_changes = 0;

  aj_tile_map_set_state (self->map, without_epe);
  assert_at (self, "Goes");
  assert_selected (self, "Goes");
  g_assert_cmpuint (self->n_changes, ==, 1);
  gtk_test_accessible_assert_property (find_tile (self, "Goes"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Goes, South, State A");

  /* And when the one under the cursor goes, it is on one near there. */
  aj_tile_map_set_state (self->map, without_goes);
  assert_at (self, "Elburg");
  assert_selected (self, "");
  g_assert_cmpuint (self->n_changes, ==, 2);
}

static void
test_mark (MapFixture *self, gconstpointer data)
{
  aj_tile_map_mark (self->map, "Epe");
  assert_selected (self, "Epe");
  g_assert_cmpstr (aj_tile_map_get_current (self->map), ==, "Epe");
  aj_tile_map_mark (self->map, "nobody");
  assert_selected (self, "");
  g_assert_cmpstr (aj_tile_map_get_current (self->map), ==, "Epe");
  /* Who selects several is left alone. */
  aj_tile_map_select (self->map, (const char *const[]){ "Ede", "Epe", NULL });
  aj_tile_map_mark (self->map, "Goes");
  assert_selected (self, "Ede Epe");
  g_assert_null (self->opened);
}

static gboolean
is_card_shown (gpointer map)
{
  GtkWidget *card = app_find (map, AJ_TYPE_MAP_CARD);

  return card != NULL && gtk_widget_get_mapped (card);
}

static gboolean
is_card_hidden (gpointer map)
{
  return !is_card_shown (map);
}

static char *
read_card (MapFixture *self)
{
  g_autoptr (GPtrArray) labels = app_find_all (app_find (GTK_WIDGET (self->map), AJ_TYPE_MAP_CARD),
                                               GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_visible (labels->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "",
                              gtk_label_get_text (labels->pdata[i]));
  return g_string_free (text, FALSE);
}

/* The card of the tile with the cursor, and then of the next; gone with Escape, and with the map. */
static void
test_card (MapFixture *self, gconstpointer data)
{
  g_autofree char *ede = NULL;
  g_autofree char *epe = NULL;

  aj_tile_map_mark (self->map, "Epe");
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  gtk_window_set_focus_visible (self->base.window, TRUE);
  press (self, GDK_KEY_Left, 0);
  app_wait (is_card_shown, self->map);
  ede = read_card (self);
  g_assert_cmpstr (ede, ==, "Ede|North|State A|Visits: 3\nMayor: nobody\nNo trains");
  gtk_test_accessible_assert_role (app_find (GTK_WIDGET (self->map), AJ_TYPE_MAP_CARD),
                                   GTK_ACCESSIBLE_ROLE_TOOLTIP);
  press (self, GDK_KEY_Right, 0);
  epe = read_card (self);
  g_assert_cmpstr (epe, ==, "Epe|North|State B|Visits: 0");
  /* The cursor is the map's all the while. */
  assert_at (self, "Epe");
  press (self, GDK_KEY_Escape, 0);
  app_wait (is_card_hidden, self->map);
  press (self, GDK_KEY_Left, 0);
  app_wait (is_card_shown, self->map);
  gtk_widget_set_visible (GTK_WIDGET (self->map), FALSE);
  app_wait (is_card_hidden, self->map);
}

static void
point_at (MapFixture *self, double x, double y)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
test_card_under_pointer (MapFixture *self, gconstpointer data)
{
  graphene_point_t ede = get_middle (self, "Ede"), goes = get_middle (self, "Goes");
  g_autofree char *text = NULL;

  point_at (self, ede.x, ede.y);
  /* Not at once. */
  g_assert_false (is_card_shown (self->map));
  app_wait (is_card_shown, self->map);
  point_at (self, goes.x, goes.y);
  text = read_card (self);
  g_assert_cmpstr (text, ==, "Goes|South|State C");
  point_at (self, 1, 1);
  app_wait (is_card_hidden, self->map);
}

static void
assert_no_card_for_a_while (MapFixture *self)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < until)
    {
      app_settle ();
      g_assert_false (is_card_shown (self->map));
    }
}

static gboolean
is_in_front (gpointer window)
{
  return gtk_window_is_active (window);
}

/* The pointer rests on the map when a dialog opens over it. */
static void
test_card_under_dialog (MapFixture *self, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());
  graphene_point_t ede = get_middle (self, "Ede");

  point_at (self, ede.x, ede.y);
  gtk_window_set_transient_for (dialog, self->base.window);
  gtk_window_set_modal (dialog, TRUE);
  gtk_window_present (dialog);
  app_wait (is_in_front, dialog);
  assert_no_card_for_a_while (self);
  gtk_window_destroy (dialog);
}

/* Nor does it stay over what opens later. */
static void
test_card_goes_for_dialog (MapFixture *self, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());
  graphene_point_t ede = get_middle (self, "Ede");

  /* With the keyboard elsewhere. */
  gtk_window_set_focus (self->base.window, NULL);
  point_at (self, ede.x, ede.y);
  app_wait (is_card_shown, self->map);
  gtk_window_set_transient_for (dialog, self->base.window);
  gtk_window_present (dialog);
  app_wait (is_in_front, dialog);
  app_wait (is_card_hidden, self->map);
  gtk_window_destroy (dialog);
}

/* Who only crosses the map sees no card, and a state that comes meanwhile brings none up. */
static void
test_card_not_wanted (MapFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) none = aj_map_state_new ("No Towns");
  graphene_point_t ede = get_middle (self, "Ede");

  aj_map_state_settle (none);
  point_at (self, ede.x, ede.y);
  point_at (self, 1, 1);
  point_at (self, ede.x, ede.y);
  aj_tile_map_set_state (self->map, none);
  assert_no_card_for_a_while (self);
}

static void
test_empty (MapFixture *self, gconstpointer data)
{
  g_autoptr (AjMapState) none = aj_map_state_new ("No Towns");

  aj_map_state_settle (none);
  aj_tile_map_set_state (self->map, none);
  app_settle ();
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (self->map)));
  g_assert_false (app_press (GTK_WIDGET (self->map), GDK_KEY_Return, 0));
  click (self, 10, 10);
  assert_selected (self, "");
  g_assert_null (self->opened);
}

static void
test_is_freed (MapFixture *self, gconstpointer data)
{
  graphene_point_t ede = get_middle (self, "Ede");
  AjTileMap *map = g_object_ref (self->map);

  point_at (self, ede.x, ede.y);
  app_wait (is_card_shown, self->map);
  adw_toast_overlay_set_child (self->base.overlay, NULL);
  app_settle ();
  g_assert_finalize_object (map);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/tile-map/" name, MapFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("walk", test_walk);
  ADD ("walk/apart", test_walk_apart);
  ADD ("walk/reaches-all", test_walk_reaches_all);
  ADD ("typing", test_typing);
  ADD ("typing/with-space", test_typing_with_space);
  ADD ("keys", test_keys);
  ADD ("keys/of-others", test_keys_of_others);
  ADD ("tab", test_tab);
  ADD ("click", test_click);
  ADD ("rubber-band", test_rubber_band);
  ADD ("accessible", test_accessible);
  ADD ("state-changes", test_state_changes);
  ADD ("mark", test_mark);
  ADD ("card", test_card);
  ADD ("card/under-pointer", test_card_under_pointer);
  ADD ("card/under-dialog", test_card_under_dialog);
  ADD ("card/goes-for-dialog", test_card_goes_for_dialog);
  ADD ("card/not-wanted", test_card_not_wanted);
  ADD ("empty", test_empty);
  ADD ("is-freed", test_is_freed);
  return g_test_run ();
}
