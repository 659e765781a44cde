/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-app-fixture.h"
#include "aj-district.h"
#include "aj-example.h"
#include "aj-group.h"
#include "aj-map-legend.h"
#include "aj-map-pane.h"
#include "aj-map-selection.h"
#include "aj-map-view.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"

typedef struct
{
  AppFixture base;
  AjMapPane *pane;
  AjRecord *opened; /* (owned) (nullable) */
} PaneFixture;

static void
opened_cb (PaneFixture *self, AjRecord *record)
{
  g_set_object (&self->opened, record);
}

static AjMapState *
get_state (gpointer pane)
{
  return aj_tile_map_get_state (
      aj_map_view_get_map (AJ_MAP_VIEW (app_find (pane, AJ_TYPE_MAP_VIEW))));
}

static void
set_up (PaneFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  g_settings_reset (aj_services_get_settings (self->base.services), "map-subject");
}

static void
tear_down (PaneFixture *self, gconstpointer data)
{
  g_clear_object (&self->opened);
  app_fixture_tear_down (&self->base, data);
}

static gboolean
is_loaded (gpointer pane)
{
  return get_state (pane) != NULL;
}

static void
show_pane (PaneFixture *self)
{
  self->pane = g_object_new (AJ_TYPE_MAP_PANE, NULL);
  g_signal_connect_swapped (self->pane, "opened", G_CALLBACK (opened_cb), self);
  aj_map_pane_set_services (self->pane, self->base.services);
  app_fixture_show (&self->base, GTK_WIDGET (self->pane));
  app_wait (is_loaded, self->pane);
}

static AjRecord *
add_municipality (PaneFixture *self, const char *name)
{
  g_autofree char *code = g_strdup_printf ("GM%s", name);

  return app_fixture_add (&self->base, &aj_municipality_record_type, "name", name, "code", code);
}

static void
fill (PaneFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_example_fill (self->base.store, AJ_EXAMPLE_DEFAULT, &error));
  g_assert_no_error (error);
}

static GtkDropDown *
get_subjects (PaneFixture *self)
{
  return GTK_DROP_DOWN (app_find (GTK_WIDGET (self->pane), GTK_TYPE_DROP_DOWN));
}

static void
choose (PaneFixture *self, const char *label)
{
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (get_subjects (self)));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (labels)); i++)
    if (g_str_equal (gtk_string_list_get_string (labels, i), label))
      {
        gtk_drop_down_set_selected (get_subjects (self), i);
        return;
      }
  g_error ("the map cannot show “%s”", label);
}

typedef struct
{
  AjMapPane *pane;
  const char *title;
} Wanted;

static gboolean
has_title (gpointer data)
{
  Wanted *wanted = data;

  return g_str_equal (aj_map_state_get_title (get_state (wanted->pane)), wanted->title);
}

static void
wait_title (PaneFixture *self, const char *title)
{
  Wanted wanted = { self->pane, title };

  app_wait_until (has_title, &wanted, title);
}

static char *
get_setting (PaneFixture *self)
{
  return g_settings_get_string (aj_services_get_settings (self->base.services), "map-subject");
}

/* Each choice shows another map, is remembered, and is there the next time. */
static void
test_subjects (PaneFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *label;
    const char *title;
    const char *setting;
  } cases[] = {
    { "School holiday regions", "Municipalities by School Holiday Region", "school-regions" },
    { "Last contact", "Last Contact with the Municipalities", "contact" },
    { "Group: Expertteam Cyber", "Municipalities in Expertteam Cyber", "group:*" },
    { "Group: Werkgroep MKB", "Municipalities in Werkgroep MKB", "group:*" },
    { "Districts", "Municipalities by District", "districts" },
    { "Group: Werkgroep MKB", "Municipalities in Werkgroep MKB", "group:*" },
  };

  fill (self);
  show_pane (self);
  g_assert_cmpstr (aj_map_state_get_title (get_state (self->pane)), ==,
                   "Municipalities by District");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *setting = NULL;

      choose (self, cases[i].label);
      wait_title (self, cases[i].title);
      setting = get_setting (self);
      g_assert_true (g_pattern_match_simple (cases[i].setting, setting));
    }
  app_assert_named (GTK_WIDGET (self->pane));
  show_pane (self);
  wait_title (self, "Municipalities in Werkgroep MKB");
}

/* A group that is no more is no longer shown, nor offered. */
static void
test_group_goes (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) municipality = add_municipality (self, "Ede");
  g_autoptr (AjRecord) group = app_fixture_add (&self->base, &aj_group_record_type, "name", "Team",
                                                "kind", "platform");
  guint n_choices;

  show_pane (self);
  n_choices = g_list_model_get_n_items (gtk_drop_down_get_model (get_subjects (self)));
  choose (self, "Group: Team");
  wait_title (self, "Municipalities in Team");
  app_fixture_change (&self->base, group, "name", "Better Team", "Bert");
  wait_title (self, "Municipalities in Better Team");
  /* Its last day was yesterday. */
  app_fixture_change (&self->base, group, "active-until", "2026-02-28", "Bert");
  wait_title (self, "Municipalities by District");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_subjects (self))), ==,
                    n_choices - 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_subjects (self)), ==, 0);
}

static gboolean
has_two (gpointer pane)
{
  return aj_map_state_get_n_tiles (get_state (pane)) == 2;
}

static gboolean
has_one (gpointer pane)
{
  return aj_map_state_get_n_tiles (get_state (pane)) == 1;
}

/* What others write is on the map at once, and what is merged away is off it. */
static void
test_follows (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = NULL;
  g_autoptr (AjRecord) epe = NULL;

  show_pane (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (app_find (app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_VIEW),
                                            GTK_TYPE_STACK))),
                   ==, "empty");
  ede = add_municipality (self, "Ede");
  epe = add_municipality (self, "Epe");
  app_wait (has_two, self->pane);
  app_fixture_change (&self->base, ede, "valid-until", "2026-02-28", "Bert");
  app_wait (has_one, self->pane);
  /* Today is the last day. */
  app_fixture_change (&self->base, ede, "valid-until", "2026-03-01", "Bert");
  app_wait (has_two, self->pane);
}

/* Out of view it asks the store nothing, and is right again when it comes back. */
static void
test_out_of_view (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) epe = NULL;
  AjMapState *before;

  show_pane (self);
  before = get_state (self->pane);
  gtk_widget_set_visible (GTK_WIDGET (self->pane), FALSE);
  epe = add_municipality (self, "Epe");
  app_settle ();
  gtk_widget_set_visible (GTK_WIDGET (self->pane), TRUE);
  g_assert_true (get_state (self->pane) == before);
  app_wait (has_two, self->pane);
}

static void
test_open (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  AjTileMap *map;
  g_autoptr (GPtrArray) selected = NULL;

  show_pane (self);
  map = aj_map_view_get_map (AJ_MAP_VIEW (app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_VIEW)));
  gtk_widget_grab_focus (GTK_WIDGET (map));
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), GDK_KEY_Return, 0);
  g_assert_true (self->opened == ede);
  selected = aj_tile_map_list_selected (map);
  g_assert_cmpuint (selected->len, ==, 1);
}

static AjTileMap *
get_map (PaneFixture *self)
{
  return aj_map_view_get_map (AJ_MAP_VIEW (app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_VIEW)));
}

/* One that is asked for before the map is there is marked when it comes. */
static void
test_select_early (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) epe = add_municipality (self, "Epe");

  self->pane = g_object_new (AJ_TYPE_MAP_PANE, NULL);
  aj_map_pane_set_services (self->pane, self->base.services);
  aj_map_pane_select (self->pane, aj_record_get_id (epe));
  app_fixture_show (&self->base, GTK_WIDGET (self->pane));
  app_wait (is_loaded, self->pane);
  g_assert_cmpstr (aj_tile_map_get_current (get_map (self)), ==, aj_record_get_id (epe));
  /* Later changes leave the cursor where somebody took it. */
  gtk_widget_grab_focus (GTK_WIDGET (get_map (self)));
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), GDK_KEY_Home, 0);
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), GDK_KEY_End, 0);
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), GDK_KEY_Home, 0);
  g_object_unref (add_municipality (self, "Urk"));
  app_settle ();
  g_assert_cmpstr (aj_tile_map_get_current (get_map (self)), ==, aj_record_get_id (ede));
}

static gboolean
is_bar_shown (gpointer pane)
{
  return app_find (pane, AJ_TYPE_MAP_SELECTION) != NULL;
}

static char *
read_labels (GtkWidget *root)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]))
      g_string_append_printf (text, "%s|", gtk_label_get_text (labels->pdata[i]));
  return g_string_free (text, FALSE);
}

/* Several in one district with one edit, which is one step of undo. */
static void
test_set_district (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) epe = add_municipality (self, "Epe");
  g_autoptr (AjRecord) urk = add_municipality (self, "Urk");
  g_autoptr (AjRecord) north = app_fixture_add (&self->base, &aj_district_record_type, "name",
                                                "North_East", NULL, NULL);
  const char *const ids[] = { aj_record_get_id (ede), aj_record_get_id (urk), NULL };
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *bar;

  show_pane (self);
  g_assert_false (is_bar_shown (self->pane));
  aj_tile_map_select (get_map (self), ids);
  app_wait (is_bar_shown, self->pane);
  bar = app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_SELECTION);
  text = read_labels (bar);
  g_assert_true (g_str_has_prefix (text, "2 municipalities selected|Ede, Urk|"));
  app_assert_named (bar);
  gtk_widget_activate_action (bar, "selection.set-district", "s", aj_record_get_id (north));
  app_wait_for_text (ede, "district", aj_record_get_id (north));
  app_wait_for_text (urk, "district", aj_record_get_id (north));
  g_assert_null (aj_record_get_text (epe, "district"));
  /* They are selected still, for what comes next. */
  app_settle ();
  g_assert_true (is_bar_shown (self->pane));
  aj_store_undo (self->base.store, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Put 2 municipalities in North_East");
  g_assert_null (aj_record_get_text (urk, "district"));
  app_settle ();
  gtk_widget_activate_action (bar, "selection.clear", NULL);
  g_assert_false (is_bar_shown (self->pane));
}

static void
type_day (PaneFixture *self, const char *text)
{
  g_autoptr (GPtrArray) entries = app_find_all (GTK_WIDGET (aj_map_pane_get_as_of (self->pane)),
                                                GTK_TYPE_ENTRY);

  gtk_editable_set_text (entries->pdata[0], text);
  g_signal_emit_by_name (entries->pdata[0], "activate");
}

/* Who merges on 1 January is one on the map of 1 January; what opens is what there is then. */
static void
test_another_day (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) epe = add_municipality (self, "Epe");
  g_autoptr (AjRecord) new = add_municipality (self, "Nieuwstad");
  g_autofree char *labels = NULL;

  app_fixture_change (&self->base, new, "valid-from", "2027-01-01", "Anna");
  app_fixture_change (&self->base, ede, "valid-until", "2026-12-31", "Anna");
  app_fixture_change (&self->base, epe, "valid-until", "2026-12-31", "Anna");
  show_pane (self);
  g_assert_cmpuint (aj_map_state_get_n_tiles (get_state (self->pane)), ==, 2);
  g_assert_cmpstr (aj_map_state_get_note (get_state (self->pane)), ==, "As of Sunday 1 March 2026");
  type_day (self, "1-1-2027");
  app_wait (has_one, self->pane);
  g_assert_cmpstr (aj_map_state_get_note (get_state (self->pane)), ==,
                   "As of Friday 1 January 2027");
  labels = read_labels (GTK_WIDGET (self->pane));
  g_assert_nonnull (strstr (labels, "1 municipality|"));
  g_assert_nonnull (strstr (labels, "1 January 2027|"));
  app_assert_named (GTK_WIDGET (self->pane));
  gtk_widget_grab_focus (GTK_WIDGET (get_map (self)));
  app_press (gtk_root_get_focus (GTK_ROOT (self->base.window)), GDK_KEY_Return, 0);
  g_assert_true (self->opened == new);
  /* A commit is followed on that day. */
  app_fixture_change (&self->base, epe, "valid-until", "2027-06-30", "Anna");
  app_wait (has_two, self->pane);
}

/* A day before all of them is said to be empty, with the way to another day. */
static void
test_empty_day (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autofree char *labels = NULL;

  app_fixture_change (&self->base, ede, "valid-from", "2020-01-01", "Anna");
  show_pane (self);
  type_day (self, "31-12-2019");
  app_settle ();
  labels = read_labels (GTK_WIDGET (self->pane));
  g_assert_nonnull (strstr (labels, "No Municipalities on This Day|"));
  g_assert_null (strstr (labels, "New Municipality"));
  type_day (self, "1-1-2020");
  app_wait (has_one, self->pane);
}

/* A group of an earlier day can be looked at on that day. */
static void
test_former_group (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) team = app_fixture_add (&self->base, &aj_group_record_type, "name", "Team",
                                               "kind", "platform");
  g_autoptr (AjRecord) hall = app_fixture_add (&self->base, &aj_organisation_record_type, "name",
                                               "Gemeente Ede", "kind", "municipality");
  g_autoptr (AjRecord) member = app_fixture_add (&self->base, &aj_membership_record_type, "group",
                                                 aj_record_get_id (team), "organisation",
                                                 aj_record_get_id (hall));
  guint n_choices;

  app_fixture_change (&self->base, hall, "municipality", aj_record_get_id (ede), "Anna");
  app_fixture_change (&self->base, team, "active-until", "2025-12-31", "Anna");
  show_pane (self);
  n_choices = g_list_model_get_n_items (gtk_drop_down_get_model (get_subjects (self)));
  type_day (self, "31-12-2025");
  app_settle ();
  choose (self, "Group: Team");
  wait_title (self, "Municipalities in Team");
  g_assert_cmpint (aj_map_state_get_tile (get_state (self->pane), 0)->count, ==, 1);
  type_day (self, "1-3-2026");
  wait_title (self, "Municipalities by District");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_subjects (self))), ==,
                    n_choices);
}

static GtkWidget *
find_district_button (PaneFixture *self)
{
  g_autoptr (GPtrArray) buttons = app_find_all (app_find (GTK_WIDGET (self->pane),
                                                          AJ_TYPE_MAP_SELECTION),
                                                GTK_TYPE_MENU_BUTTON);

  g_assert_cmpuint (buttons->len, ==, 1);
  return buttons->pdata[0];
}

/* A district is what it is now, so it cannot be set where another day is shown. */
static void
test_district_today_only (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) epe = add_municipality (self, "Epe");
  const char *const ids[] = { aj_record_get_id (ede), aj_record_get_id (epe), NULL };

  show_pane (self);
  aj_tile_map_select (get_map (self), ids);
  app_wait (is_bar_shown, self->pane);
  g_assert_true (gtk_widget_get_visible (find_district_button (self)));
  type_day (self, "1-1-2027");
  app_settle ();
  g_assert_true (is_bar_shown (self->pane));
  g_assert_false (gtk_widget_get_visible (find_district_button (self)));
  type_day (self, "1-3-2026");
  app_settle ();
  g_assert_true (gtk_widget_get_visible (find_district_button (self)));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  g_free (*text);
  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer text)
{
  return *(char **) text != NULL;
}

static gboolean
is_told (gpointer overlay)
{
  return app_find (overlay, g_type_from_name ("AdwToastWidget")) != NULL;
}

/* There is no mail program here: the addresses are on the clipboard then, and who has none is named. */
static void
test_mail (PaneFixture *self, gconstpointer data)
{
  g_autoptr (AjRecord) ede = add_municipality (self, "Ede");
  g_autoptr (AjRecord) epe = add_municipality (self, "Epe");
  g_autoptr (AjRecord) hall = app_fixture_add (&self->base, &aj_organisation_record_type, "name",
                                               "Gemeente Ede", "kind", "municipality");
  const char *const ids[] = { aj_record_get_id (ede), aj_record_get_id (epe), NULL };
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;

  app_fixture_change (&self->base, hall, "municipality", aj_record_get_id (ede), "Anna");
  app_fixture_change (&self->base, hall, "mail", "info@ede.example", "Anna");
  show_pane (self);
  aj_tile_map_select (get_map (self), ids);
  app_wait (is_bar_shown, self->pane);
  gtk_widget_activate_action (app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_SELECTION),
                              "selection.mail", NULL);
  app_wait (is_told, self->base.overlay);
  told = read_labels (GTK_WIDGET (self->base.overlay));
  g_assert_nonnull (strstr (told, "1 has no address: Epe."));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->pane)), NULL,
                                 text_read_cb, &text);
  app_wait (is_set, &text);
  g_assert_cmpstr (text, ==, "info@ede.example");
}

/* Whoever works with the keyboard finds the focus in what takes the place of the legend. */
static void
test_bar_takes_focus (PaneFixture *self, gconstpointer data)
{
  GtkRoot *root;
  GtkWidget *legend, *bar;

  fill (self);
  show_pane (self);
  app_settle ();
  root = GTK_ROOT (self->base.window);
  legend = app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_LEGEND);
  gtk_widget_grab_focus (gtk_widget_get_first_child (legend));
  g_signal_emit_by_name (gtk_widget_get_first_child (legend), "clicked");
  app_wait (is_bar_shown, self->pane);
  bar = app_find (GTK_WIDGET (self->pane), AJ_TYPE_MAP_SELECTION);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), bar));
  gtk_widget_activate_action (bar, "selection.clear", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (get_map (self))));
}

/* The map stays as it is while several get selected. */
static void
test_bar_moves_nothing (PaneFixture *self, gconstpointer data)
{
  int height;

  fill (self);
  show_pane (self);
  app_settle ();
  height = gtk_widget_get_height (GTK_WIDGET (get_map (self)));
  app_press (GTK_WIDGET (get_map (self)), GDK_KEY_a, GDK_CONTROL_MASK);
  app_wait (is_bar_shown, self->pane);
  app_settle ();
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_map (self))), ==, height);
}

static void
test_is_freed (PaneFixture *self, gconstpointer data)
{
  AjMapPane *pane;

  fill (self);
  show_pane (self);
  pane = g_object_ref (self->pane);
  choose (self, "Last contact");
  /* While it is loading. */
  adw_toast_overlay_set_child (self->base.overlay, NULL);
  app_settle ();
  app_assert_finalize (pane);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/map-pane/" name, PaneFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  ADD ("subjects", test_subjects);
  ADD ("group-goes", test_group_goes);
  ADD ("follows", test_follows);
  ADD ("out-of-view", test_out_of_view);
  ADD ("open", test_open);
  ADD ("select-early", test_select_early);
  ADD ("set-district", test_set_district);
  ADD ("another-day", test_another_day);
  ADD ("empty-day", test_empty_day);
  ADD ("former-group", test_former_group);
  ADD ("district-today-only", test_district_today_only);
  ADD ("mail", test_mail);
  ADD ("bar-takes-focus", test_bar_takes_focus);
  ADD ("bar-moves-nothing", test_bar_moves_nothing);
  ADD ("is-freed", test_is_freed);
  return g_test_run ();
}
