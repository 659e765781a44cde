/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"
#include "aj-timeline-item.h"
#include "aj-timeline.h"

#define N_MANY 5000

typedef struct
{
  AppFixture base;
  AjTimeline *timeline;
  GListStore *store;
  GtkAdjustment *across; /* the timeline's */
  char *activated;       /* (owned) (nullable): the last one */
  char *moved;           /* (owned) (nullable): likewise, with its new days */
  guint n_moves;
  gboolean refuses;
  const char *marked, *today; /* (nullable): before it is shown; NULL: none, and 1 March 2026 */
} TimelineFixture;

static AjDate
day (const char *text)
{
  AjDate date = AJ_DATE_NONE;

  if (text != NULL)
    g_assert_true (aj_date_parse_iso (text, &date));
  return date;
}

static AjTimelineBar *
make_bar (
    const char *id, const char *row, AjDate first, AjDate last, AjTimelineKind kind, gboolean fixed)
{
  static const AjMapClass state = { "running", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE };
  AjTimelineFacts facts = { .id = id,
                            .row = row,
                            .row_label = row,
                            .title = id,
                            .days = { first, last },
                            .state = &state,
                            .kind = kind,
                            .movable = !fixed,
                            .stretchable = !fixed };

  return aj_timeline_bar_new (&facts, NULL);
}

static void
add (TimelineFixture *self, AjTimelineBar *bar)
{
  g_list_store_append (self->store, bar);
  g_object_unref (bar);
}

static void
activated_cb (TimelineFixture *self, AjTimelineBar *bar)
{
  g_free (self->activated);
  self->activated = g_strdup (aj_timeline_bar_get (bar)->id);
}

static gboolean
moved_cb (TimelineFixture *self, AjTimelineBar *bar, int first, int last)
{
  g_autofree char *from = aj_date_to_iso (first);
  g_autofree char *to = aj_date_to_iso (last);

  g_free (self->moved);
  self->moved = g_strdup_printf ("%s %s %s", aj_timeline_bar_get (bar)->id,
                                 from != NULL ? from : "-", to != NULL ? to : "-");
  self->n_moves++;
  return !self->refuses;
}

static void
show (TimelineFixture *self, int width, int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->timeline = aj_timeline_new ();
  aj_timeline_set_name (self->timeline, "Rollouts");
  aj_timeline_set_today (self->timeline, day (self->today != NULL ? self->today : "2026-03-01"));
  aj_timeline_set_model (self->timeline, G_LIST_MODEL (self->store));
  if (self->marked != NULL)
    aj_timeline_mark (self->timeline, self->marked);
  g_signal_connect_swapped (self->timeline, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->timeline, "moved", G_CALLBACK (moved_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->timeline));
  gtk_widget_set_halign (scrolled, GTK_ALIGN_START);
  gtk_widget_set_valign (scrolled, GTK_ALIGN_START);
  gtk_widget_set_size_request (scrolled, width, height);
  app_fixture_show (&self->base, scrolled);
  /* What is to be seen is made once it is known how much that is. */
  app_settle ();
  self->across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->timeline));
}

static void
set_up_empty (TimelineFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  self->store = g_list_store_new (AJ_TYPE_TIMELINE_BAR);
}

static void
set_up (TimelineFixture *self, gconstpointer data)
{
  set_up_empty (self, data);
  add (self, make_bar ("a", "One", day ("2026-03-03"), day ("2026-05-05"), 0, FALSE));
  add (self, make_bar ("b", "One", day ("2026-06-01"), day ("2026-06-30"), 0, FALSE));
  add (self,
       make_bar ("m", "Two", day ("2026-03-20"), AJ_DATE_NONE, AJ_TIMELINE_KIND_MILESTONE, FALSE));
  add (self, make_bar ("o", "Two", day ("2026-04-01"), AJ_DATE_NONE, 0, FALSE));
  add (self, make_bar ("f", "Three", day ("2026-03-05"), day ("2026-04-10"), 0, TRUE));
  show (self, 800, 400);
}

static void
tear_down (TimelineFixture *self, gconstpointer data)
{
  g_free (self->activated);
  g_free (self->moved);
  g_object_unref (self->store);
  app_fixture_tear_down (&self->base, data);
}

static AjTimelineItem *
find_item (TimelineFixture *self, const char *id)
{
  g_autoptr (GPtrArray) items = app_find_all (GTK_WIDGET (self->timeline), AJ_TYPE_TIMELINE_ITEM);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (aj_timeline_bar_get (aj_timeline_item_get_bar (items->pdata[i]))->id, id) == 0)
      return items->pdata[i];
  return NULL;
}

static void
assert_at (TimelineFixture *self, const char *id)
{
  g_assert_cmpstr (aj_timeline_get_current (self->timeline), ==, id);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->base.window)) ==
                 GTK_WIDGET (find_item (self, id)));
}

static void
press (TimelineFixture *self, guint keyval, GdkModifierType state)
{
  g_assert_true (app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), keyval, state));
}

static GtkEventController *
find_controller (TimelineFixture *self, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (self->timeline));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      /* A drag is no click, but both are derived from the same. */
      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
let_go (TimelineFixture *self, guint keyval)
{
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-released",
                         keyval, 0, 0);
}

static graphene_rect_t
get_bounds (TimelineFixture *self, const char *id)
{
  AjTimelineItem *item = find_item (self, id);
  graphene_rect_t bounds;

  g_assert_nonnull (item);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (item), GTK_WIDGET (self->timeline), &bounds));
  return bounds;
}

static void
test_walk (TimelineFixture *self, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *id;
  } steps[] = {
    { GDK_KEY_Left, 0, "a" },
    { GDK_KEY_Right, 0, "b" },
    { GDK_KEY_Right, 0, "b" },
    { GDK_KEY_Down, 0, "o" },
    { GDK_KEY_KP_Left, 0, "m" },
    { GDK_KEY_Down, 0, "f" },
    { GDK_KEY_Down, 0, "f" },
    { GDK_KEY_Up, 0, "m" },
    { GDK_KEY_End, 0, "o" },
    { GDK_KEY_Home, 0, "m" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "a" },
    { GDK_KEY_End, 0, "b" },
    { GDK_KEY_t, 0, "a" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "f" },
    { GDK_KEY_Page_Up, 0, "a" },
    { GDK_KEY_Page_Down, GDK_SHIFT_MASK, "b" },
    { GDK_KEY_Page_Up, GDK_SHIFT_MASK, "a" },
    { GDK_KEY_Page_Down, 0, "f" },
  };

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self->timeline)));
  assert_at (self, "a");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      graphene_rect_t bounds;

      press (self, steps[i].keyval, steps[i].state);
      assert_at (self, steps[i].id);
      app_settle ();
      /* What has the cursor is in view. */
      bounds = get_bounds (self, steps[i].id);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, 0);
      g_assert_cmpfloat (bounds.origin.x, <, 800);
    }
  g_assert_null (self->activated);
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpstr (self->activated, ==, "f");
  g_assert_cmpuint (self->n_moves, ==, 0);
}

/* Keys that are for the window are left to it. */
static void
test_keys_of_others (TimelineFixture *self, gconstpointer data)
{
  GtkWidget *item;

  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  item = GTK_WIDGET (find_item (self, "a"));
  g_assert_false (app_press (item, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (app_press (item, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_false (app_press (item, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_false (app_press (item, GDK_KEY_Delete, 0));
  g_assert_false (app_press (item, GDK_KEY_Escape, 0));
}

/* As many days as keys were pressed are one change, made once they are let go of. */
static void
test_move_by_keys (TimelineFixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (self->n_moves, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_item (self, "a")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "a, One, 5 March to 7 May 2026, running");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_item (self, "a")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "5 March to 7 May 2026");
  let_go (self, GDK_KEY_Shift_L);
  g_assert_cmpuint (self->n_moves, ==, 0);
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpstr (self->moved, ==, "a 2026-03-05 2026-05-07");
  g_assert_cmpuint (self->n_moves, ==, 1);
  /* It is not in the model yet: what follows goes on from there. */
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Control_R);
  g_assert_cmpstr (self->moved, ==, "a 2026-03-05 2026-05-08");
  press (self, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Alt_L);
  g_assert_cmpstr (self->moved, ==, "a 2026-03-04 2026-05-08");
  g_assert_cmpuint (self->n_moves, ==, 3);
  /* There and back is nothing; so is what is left off. */
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  let_go (self, GDK_KEY_Control_L);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Escape, 0);
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpuint (self->n_moves, ==, 3);
  /* Going on to another one is letting go as well. */
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Right, 0);
  assert_at (self, "b");
  g_assert_cmpuint (self->n_moves, ==, 4);
}

/* What is fixed is not moved, a milestone not stretched, and an open end stays open. */
static void
test_limits (TimelineFixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  press (self, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_at (self, "f");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  let_go (self, GDK_KEY_Control_L);
  press (self, GDK_KEY_Up, 0);
  assert_at (self, "m");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpuint (self->n_moves, ==, 0);
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpstr (self->moved, ==, "m 2026-03-19 2026-03-19");
  press (self, GDK_KEY_Right, 0);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpuint (self->n_moves, ==, 1);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpstr (self->moved, ==, "o 2026-04-02 -");
}

/* From @from of the bar (0 to 1), so many days; Escape leaves off before the button goes up. */
static void
drag (TimelineFixture *self, const char *id, double from, int days, gboolean escape)
{
  GtkEventController *gesture = find_controller (self, GTK_TYPE_GESTURE_DRAG);
  graphene_rect_t bounds = get_bounds (self, id);
  double x = (double) bounds.origin.x + (double) bounds.size.width * from;
  double y = (double) bounds.origin.y + (double) bounds.size.height / 2;
  double across = days * aj_timeline_get_day_width (self->timeline);

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", across / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", across, 1.0);
  app_settle ();
  if (escape)
    press (self, GDK_KEY_Escape, 0);
  g_signal_emit_by_name (gesture, "drag-end", across, 1.0);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK), "released", 1, x + across,
                         y);
  app_settle ();
}

static void
test_drag (TimelineFixture *self, gconstpointer data)
{
  float before = get_bounds (self, "a").origin.x;
  float width = get_bounds (self, "a").size.width;

  drag (self, "a", 0.5, 4, FALSE);
  g_assert_cmpstr (self->moved, ==, "a 2026-03-07 2026-05-09");
  /* It stays there until the model has it, and is not opened by that. */
  g_assert_cmpfloat_with_epsilon (get_bounds (self, "a").origin.x,
                                  before + 4 * (float) aj_timeline_get_day_width (self->timeline),
                                  1.5f);
  g_assert_null (self->activated);
  assert_at (self, "a");
  aj_timeline_snap_back (self->timeline);
  app_settle ();
  g_assert_cmpfloat_with_epsilon (get_bounds (self, "a").origin.x, before, 0.5f);

  drag (self, "a", 0.001, -3, FALSE);
  g_assert_cmpstr (self->moved, ==, "a 2026-02-28 2026-05-05");
  aj_timeline_snap_back (self->timeline);
  app_settle ();
  drag (self, "a", 0.999, -100, FALSE);
  g_assert_cmpstr (self->moved, ==, "a 2026-03-03 2026-03-03");
  aj_timeline_snap_back (self->timeline);
  app_settle ();
  g_assert_cmpfloat_with_epsilon (get_bounds (self, "a").size.width, width, 1.5f);
  drag (self, "m", 0.5, 5, FALSE);
  g_assert_cmpstr (self->moved, ==, "m 2026-03-25 2026-03-25");
  g_assert_cmpuint (self->n_moves, ==, 4);
}

static void
test_drag_not_done (TimelineFixture *self, gconstpointer data)
{
  float before = get_bounds (self, "a").origin.x;

  drag (self, "f", 0.5, 10, FALSE);
  g_assert_cmpuint (self->n_moves, ==, 0);
  drag (self, "a", 0.5, 10, TRUE);
  g_assert_cmpuint (self->n_moves, ==, 0);
  g_assert_cmpfloat (get_bounds (self, "a").origin.x, ==, before);
  self->refuses = TRUE;
  drag (self, "a", 0.5, 10, FALSE);
  g_assert_cmpuint (self->n_moves, ==, 1);
  g_assert_cmpfloat (get_bounds (self, "a").origin.x, ==, before);
}

static void
test_click (TimelineFixture *self, gconstpointer data)
{
  graphene_rect_t bounds = get_bounds (self, "m");
  GtkEventController *click = find_controller (self, GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (click, "released", 1,
                         (double) bounds.origin.x + (double) bounds.size.width / 2,
                         (double) bounds.origin.y + (double) bounds.size.height / 2);
  g_assert_cmpstr (self->activated, ==, "m");
  assert_at (self, "m");
  /* On the header: nothing. */
  g_signal_emit_by_name (click, "released", 1, 400.0, 5.0);
  g_assert_cmpstr (self->activated, ==, "m");
}

static void
replace (TimelineFixture *self, guint position, AjTimelineBar *bar)
{
  g_list_store_splice (self->store, position, 1, (gpointer *) &bar, 1);
  g_object_unref (bar);
}

/* Bars that are read after the timeline was shown, late in a year: today stands as it does when they were there at once. */
static void
test_filled_later (TimelineFixture *self, gconstpointer data)
{
  self->today = "2026-11-28";
  show (self, 800, 300);
  add (self, make_bar ("b", "Two", day ("2026-01-03"), day ("2027-12-05"), 0, FALSE));
  app_settle ();
  g_assert_cmpint (aj_timeline_get_view (self->timeline).first, >, day ("2026-10-01"));
}

/* What others change comes in under the cursor, and what is looked at stays in its place. */
static void
test_changes (TimelineFixture *self, gconstpointer data)
{
  AjDateRange view, after;

  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  press (self, GDK_KEY_Down, 0);
  assert_at (self, "m");
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  /* In front of it, and years before everything. */
  g_list_store_remove (self->store, 1);
  replace (self, 0, make_bar ("a", "One", day ("2020-01-01"), day ("2020-02-01"), 0, FALSE));
  app_settle ();
  assert_at (self, "m");
  after = aj_timeline_get_view (self->timeline);
  g_assert_cmpint (after.first, ==, view.first);
  g_assert_cmpint (after.last, ==, view.last);
  /* When the one under the cursor goes, it is on one near there. */
  g_list_store_remove (self->store, 1);
  app_settle ();
  assert_at (self, "o");
  /* And what is being moved is left off when somebody else changes it. */
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  replace (self, 1, make_bar ("o", "Two", day ("2026-05-01"), day ("2026-05-02"), 0, FALSE));
  app_settle ();
  let_go (self, GDK_KEY_Control_L);
  g_assert_cmpuint (self->n_moves, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_item (self, "o")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "o, Two, 1 May to 2 May 2026, running");
  g_list_store_remove_all (self->store);
  app_settle ();
  g_assert_null (find_item (self, "o"));
}

static void
test_zoom (TimelineFixture *self, gconstpointer data)
{
  GActionGroup *actions = aj_timeline_get_actions (self->timeline);
  double width = aj_timeline_get_day_width (self->timeline);
  AjDateRange view;
  AjDate middle;

  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  press (self, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpfloat (aj_timeline_get_day_width (self->timeline), >, width);
  press (self, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (aj_timeline_get_day_width (self->timeline), width, 1e-9);
  for (int i = 0; i < 60; i++)
    g_action_group_activate_action (actions, "zoom-out", NULL);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-out"));
  app_settle ();
  press (self, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (aj_timeline_get_day_width (self->timeline), 5, 1e-9);
  g_assert_true (g_action_group_get_action_enabled (actions, "zoom-out"));
  g_action_group_activate_action (actions, "zoom-fit", NULL);
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  g_assert_cmpint (view.first, <=, day ("2026-03-03"));
  g_assert_cmpint (view.last, >=, day ("2026-06-30"));
  g_assert_cmpint (view.last - view.first, <, 150);
  /* The day in the middle stays there. */
  aj_timeline_set_day_width (self->timeline, 8);
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  middle = view.first + (view.last - view.first) / 2;
  aj_timeline_set_day_width (self->timeline, 40);
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  g_assert_cmpint (ABS (view.first + (view.last - view.first) / 2 - middle), <=, 1);
  aj_timeline_show_day (self->timeline, day ("2026-08-01"));
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  g_assert_true (aj_date_range_contains (&view, day ("2026-08-01")));
  g_action_group_activate_action (actions, "today", NULL);
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  g_assert_true (aj_date_range_contains (&view, day ("2026-03-01")));
}

static void
test_accessible (TimelineFixture *self, gconstpointer data)
{
  GtkAccessible *item = GTK_ACCESSIBLE (find_item (self, "a"));

  gtk_test_accessible_assert_role (self->timeline, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (self->timeline, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rollouts");
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "a, One, 3 March to 5 May 2026, running");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_item (self, "m")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "m, Two, 20 March 2026, running");
  gtk_test_accessible_assert_relation (item, GTK_ACCESSIBLE_RELATION_SET_SIZE, 5);
  app_assert_named (GTK_WIDGET (self->timeline));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (item), "timeline-item.activate", NULL));
  g_assert_cmpstr (self->activated, ==, "a");
}

/* Tab goes in at the cursor, and out again with the next. */
static void
test_tab (TimelineFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkRoot *root = GTK_ROOT (self->base.window);
  GtkWidget *scrolled = adw_toast_overlay_get_child (self->base.overlay);

  g_object_ref (scrolled);
  adw_toast_overlay_set_child (self->base.overlay, NULL);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), after);
  g_object_unref (scrolled);
  app_fixture_show (&self->base, box);
  aj_timeline_mark (self->timeline, "o");
  gtk_widget_grab_focus (before);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD));
  assert_at (self, "o");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == after);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_BACKWARD));
  assert_at (self, "o");
}

static guint
count_items (TimelineFixture *self)
{
  g_autoptr (GPtrArray) items = app_find_all (GTK_WIDGET (self->timeline), AJ_TYPE_TIMELINE_ITEM);

  return items->len;
}

static void
fill (TimelineFixture *self)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("bar %u", i);
      g_autofree char *row = g_strdup_printf ("row %u", i / 10);
      AjDate first = day ("2026-01-01") + (int) (i * 37 % 700);

      g_ptr_array_add (bars, make_bar (id, row, first, first + 20, (int) i % 7 == 3, FALSE));
    }
  g_list_store_splice (self->store, 0, 0, bars->pdata, bars->len);
}

/* Of thousands only those are made that are to be seen, wherever it is scrolled to; and one that has the focus keeps it. */
static void
test_many (TimelineFixture *self, gconstpointer data)
{
  GtkAdjustment *down;
  guint most = 0;

  fill (self);
  show (self, 800, 400);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->timeline));
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  assert_at (self, "bar 0");
  for (int i = 0; i <= 10; i++)
    {
      gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down) * i / 10);
      gtk_adjustment_set_value (self->across,
                                gtk_adjustment_get_upper (self->across) * ((i * 3) % 10) / 20);
      app_settle ();
      most = MAX (most, count_items (self));
      assert_at (self, "bar 0");
    }
  g_assert_cmpuint (most, >, 5);
  g_assert_cmpuint (most, <, 100);
  /* The others come as the cursor goes to them. */
  press (self, GDK_KEY_End, GDK_CONTROL_MASK);
  app_settle ();
  g_assert_nonnull (find_item (self, aj_timeline_get_current (self->timeline)));
  g_assert_null (find_item (self, "bar 0"));
  g_assert_cmpuint (count_items (self), <, 100);
}

/* What is marked before anything is shown is in view at once. */
static void
test_marked_first (TimelineFixture *self, gconstpointer data)
{
  graphene_rect_t bounds;

  fill (self);
  self->marked = "bar 4321";
  show (self, 800, 400);
  app_settle ();
  bounds = get_bounds (self, "bar 4321");
  g_assert_cmpfloat (bounds.origin.x, >, 0);
  g_assert_cmpfloat (bounds.origin.x, <, 800);
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 400);
}

/* In a small window the names stand above the bars; nothing is needed beyond it. */
static void
test_narrow (TimelineFixture *self, gconstpointer data)
{
  int least, height = gtk_widget_get_height (GTK_WIDGET (self->timeline));
  float wide = get_bounds (self, "m").origin.y;
  GtkBorder border;

  g_assert_true (gtk_scrollable_get_border (GTK_SCROLLABLE (self->timeline), &border));
  g_assert_cmpint (border.left, >, 0);
  gtk_widget_measure (GTK_WIDGET (self->timeline), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 300);
  gtk_widget_set_size_request (adw_toast_overlay_get_child (self->base.overlay), 340, height);
  app_settle ();
  g_assert_true (gtk_scrollable_get_border (GTK_SCROLLABLE (self->timeline), &border));
  g_assert_cmpint (border.left, ==, 0);
  g_assert_cmpint (border.top, >, 0);
  g_assert_cmpfloat (get_bounds (self, "m").origin.y, >, wide);
}

static gboolean
count_day (AjDate date, gpointer user_data)
{
  guint *n_asked = user_data;

  (*n_asked)++;
  return date == day ("2026-04-06");
}

/* Only the days to be seen are asked for, and only where one of them can be seen. */
static void
test_days_off (TimelineFixture *self, gconstpointer data)
{
  guint n_asked = 0;
  AjDateRange view;

  aj_timeline_set_day_off_func (self->timeline, count_day, &n_asked, NULL);
  app_settle ();
  view = aj_timeline_get_view (self->timeline);
  g_assert_cmpuint (n_asked, >=, (guint) (view.last - view.first));
  aj_timeline_set_day_width (self->timeline, 0.5);
  app_settle ();
  n_asked = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->timeline));
  app_settle ();
  g_assert_cmpuint (n_asked, ==, 0);
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/app/timeline/" name, TimelineFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("walk", set_up, test_walk);
  ADD ("keys-of-others", set_up, test_keys_of_others);
  ADD ("move-by-keys", set_up, test_move_by_keys);
  ADD ("limits", set_up, test_limits);
  ADD ("drag", set_up, test_drag);
  ADD ("drag-not-done", set_up, test_drag_not_done);
  ADD ("click", set_up, test_click);
  ADD ("changes", set_up, test_changes);
  ADD ("zoom", set_up, test_zoom);
  ADD ("accessible", set_up, test_accessible);
  ADD ("tab", set_up, test_tab);
  ADD ("filled-later", set_up_empty, test_filled_later);
  ADD ("many", set_up_empty, test_many);
  ADD ("marked-first", set_up_empty, test_marked_first);
  ADD ("narrow", set_up, test_narrow);
  ADD ("days-off", set_up, test_days_off);
  return g_test_run ();
}
