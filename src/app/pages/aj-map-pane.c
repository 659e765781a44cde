/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-pane.h"

#include <glib/gi18n-lib.h>

#include "aj-drop-down.h"
#include "aj-feedback.h"
#include "aj-map-selection.h"
#include "aj-map-view.h"
#include "aj-municipality.h"
#include "aj-network-map.h"
#include "aj-slim-bin.h"
#include "aj-view-switch.h"

#define SETTING      "map-subject"
#define GROUP_PREFIX "group:"

struct _AjMapPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkDropDown *subject_drop_down;
  AjViewSwitch *view_switch;
  GtkLabel *count_label;
  AjAsOfButton *as_of;
  AjMapView *view;
  AjMapSelection *selection;

  AjServices *services;      /* (owned) (nullable) */
  AjNetworkFacts *facts;     /* (owned) (nullable): what is in view is made from these */
  GCancellable *cancellable; /* (owned) (nullable): while facts are loading */
  GPtrArray *groups;         /* (owned) (element-type utf8): ids, as in the drop-down */
  AjNetworkSubject subject;
  char *group;     /* (owned) (nullable) */
  char *wanted;    /* (owned) (nullable): to be marked when it is on the map */
  AjDate drawn_on; /* the day that is in view */
  gboolean stale;  /* something changed since the facts were asked for */
  gboolean filling;
  gboolean as_table;
};

G_DEFINE_FINAL_TYPE (AjMapPane, aj_map_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Those that no group belongs to, in the order of the drop-down and of AjNetworkSubject. */
static const struct
{
  const char *code; /* in the settings */
  const char *label;
} subjects[] = {
  [AJ_NETWORK_DISTRICTS] = { "districts", N_ ("Districts") },
  [AJ_NETWORK_SCHOOL_REGIONS] = { "school-regions", N_ ("School holiday regions") },
  [AJ_NETWORK_CONTACT] = { "contact", N_ ("Last contact") },
};

static void load (AjMapPane *self);

static void
remember_subject (AjMapPane *self)
{
  GSettings *settings = aj_services_get_settings (self->services);
  g_autofree char *code = NULL;

  if (self->subject == AJ_NETWORK_GROUP)
    code = g_strconcat (GROUP_PREFIX, self->group, NULL);
  g_settings_set_string (settings, SETTING, code != NULL ? code : subjects[self->subject].code);
}

static void
set_subject (AjMapPane *self, AjNetworkSubject subject, const char *group)
{
  g_autofree char *copy = g_strdup (group);

  self->subject = subject;
  g_free (self->group);
  self->group = g_steal_pointer (&copy);
}

static void
recall_subject (AjMapPane *self)
{
  g_autofree char *code = g_settings_get_string (aj_services_get_settings (self->services),
                                                 SETTING);

  set_subject (self, AJ_NETWORK_DISTRICTS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (code, subjects[i].code))
      set_subject (self, (AjNetworkSubject) i, NULL);
  if (g_str_has_prefix (code, GROUP_PREFIX))
    set_subject (self, AJ_NETWORK_GROUP, code + strlen (GROUP_PREFIX));
}

/* Of another day there are other groups; those of today stay, for who looks at that day and comes back. */
static gboolean
is_offered (AjMapPane *self, const AjValues *group)
{
  return !aj_group_is_ended (group, aj_services_get_today (self->services)) ||
         aj_values_exist_on (group, aj_as_of_button_get_day (self->as_of));
}

/* (transfer full) (element-type utf8): the ids of the groups that the map can show. */
static GPtrArray *
list_groups (AjMapPane *self, GtkStringList *names)
{
  GPtrArray *all = aj_network_facts_get_groups (self->facts);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *label = NULL;

      if (!is_offered (self, all->pdata[i]))
        continue;
      /* Translators: what a map shows: who takes part in the group of this name. */
      label = g_strdup_printf (_ ("Group: %s"), aj_values_get_text (all->pdata[i], "name"));
      gtk_string_list_append (names, label);
      g_ptr_array_add (ids, g_strdup (aj_values_get_id (all->pdata[i])));
    }
  return ids;
}

static guint
find_position (AjMapPane *self)
{
  guint index;

  if (self->subject != AJ_NETWORK_GROUP)
    return self->subject;
  if (self->groups != NULL &&
      g_ptr_array_find_with_equal_func (self->groups, self->group, g_str_equal, &index))
    return G_N_ELEMENTS (subjects) + index;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
has_same_texts (GListModel *a, GListModel *b)
{
  if (a == NULL || g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                   gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
      return FALSE;
  return TRUE;
}

/* The groups come with the facts; a list that stayed as it was is left alone, for it may be open. */
static void
fill_subjects (AjMapPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    gtk_string_list_append (names, _ (subjects[i].label));
  self->filling = TRUE;
  if (self->facts != NULL)
    {
      g_clear_pointer (&self->groups, g_ptr_array_unref);
      self->groups = list_groups (self, names);
    }
  if (!has_same_texts (gtk_drop_down_get_model (self->subject_drop_down), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->subject_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->subject_drop_down, find_position (self));
  self->filling = FALSE;
}

static void
selection_changed_cb (AjMapPane *self)
{
  g_autoptr (GPtrArray) ids = aj_tile_map_list_selected (aj_map_view_get_map (self->view));

  aj_map_selection_show (self->selection, self->facts, ids, aj_as_of_button_get_day (self->as_of));
  /* One alone is opened. */
  aj_map_view_show_bar (self->view, self->facts != NULL && ids->len > 1);
}

/* Once: whoever walks on from there is left alone when something changes. */
static void
mark_wanted (AjMapPane *self)
{
  AjMapState *map = aj_tile_map_get_state (aj_map_view_get_map (self->view));

  if (self->wanted == NULL || map == NULL || aj_map_state_find (map, self->wanted) < 0)
    return;
  aj_map_view_mark (self->view, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
}

/* Where there are none on a day, the next step is another day. */
static void
say_empty (AjMapPane *self)
{
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (aj_network_facts_get_municipalities (self->facts)->len == 0)
    {
      aj_map_view_set_empty (self->view, _ ("No Municipalities Yet"),
                             _ ("Each municipality of your region has a tile here, at its place on "
                                "the map."),
                             "records.new", _ ("New Municipality"));
      return;
    }
  day = aj_date_format_plain (self->drawn_on);
  /* Translators: a day. */
  sentence = g_strdup_printf (_ ("None of the municipalities in this file exists on %s. Choose "
                                 "another day."),
                              day);
  aj_map_view_set_empty (self->view, _ ("No Municipalities on This Day"), sentence, NULL, NULL);
}

static void
show_count (AjMapPane *self, guint count)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u municipality", "%'u municipalities",
                                                     count),
                                           count);

  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_opacity (GTK_WIDGET (self->count_label), count > 0 ? 1 : 0);
}

static void
show_facts (AjMapPane *self)
{
  g_autoptr (AjMapState) map = NULL;

  self->drawn_on = aj_as_of_button_get_day (self->as_of);
  map = aj_network_map_draw (self->facts, self->group, self->drawn_on);
  say_empty (self);
  show_count (self, aj_map_state_get_n_tiles (map));
  aj_map_view_set_state (self->view, map);
  mark_wanted (self);
  selection_changed_cb (self);
}

/* A group that is no more, or has had its last day, has no place in the list. */
static gboolean
is_subject_gone (AjMapPane *self)
{
  return self->subject == AJ_NETWORK_GROUP && find_position (self) == GTK_INVALID_LIST_POSITION;
}

static void
use_facts (AjMapPane *self)
{
  fill_subjects (self);
  if (is_subject_gone (self))
    {
      set_subject (self, AJ_NETWORK_DISTRICTS, NULL);
      load (self);
      return;
    }
  show_facts (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMapPane) self = user_data;
  g_autoptr (GError) error = NULL;
  AjNetworkFacts *facts = aj_network_facts_load_finish (AJ_STORE (source), result, &error);

  /* What came too late is of no use: another question is under way, or nobody looks any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (facts == NULL)
    aj_map_view_set_error (self->view, error->message);
  else
    {
      g_clear_pointer (&self->facts, aj_network_facts_unref);
      self->facts = facts;
      use_facts (self);
    }
  if (self->stale && self->cancellable == NULL)
    load (self);
}

static void
stop_loading (AjMapPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (AjMapPane *self)
{
  stop_loading (self);
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  aj_network_facts_load_async (aj_services_get_store (self->services), self->subject,
                               self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (AjMapPane *self, AjChanges *changes)
{
  if (!aj_network_facts_are_concerned (self->subject, changes))
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->cancellable == NULL)
    load (self);
}

static void
subject_selected_cb (AjMapPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->subject_drop_down);

  if (self->filling || self->services == NULL || selected == find_position (self))
    return;
  if (selected < G_N_ELEMENTS (subjects))
    set_subject (self, (AjNetworkSubject) selected, NULL);
  else if (self->groups != NULL && selected - G_N_ELEMENTS (subjects) < self->groups->len)
    set_subject (self, AJ_NETWORK_GROUP, self->groups->pdata[selected - G_N_ELEMENTS (subjects)]);
  remember_subject (self);
  /* Who sits in another group is known already. */
  if (self->facts != NULL && self->cancellable == NULL && !self->stale &&
      aj_network_facts_get_subject (self->facts) == self->subject)
    show_facts (self);
  else
    load (self);
}

/* The facts know all days. What is not in view yet, or being loaded, is drawn of the right day when it comes. */
static void
day_changed_cb (AjMapPane *self)
{
  if (self->facts != NULL && self->cancellable == NULL && !self->stale &&
      gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      self->drawn_on != aj_as_of_button_get_day (self->as_of))
    use_facts (self);
}

static void
opened_cb (AjMapPane *self, const char *id)
{
  g_autoptr (AjRecord) record = aj_store_ref_record (aj_services_get_store (self->services),
                                                     &aj_municipality_record_type, id);

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, record);
}

static void
cleared_cb (AjMapPane *self)
{
  static const char *const none[] = { NULL };

  aj_tile_map_select (aj_map_view_get_map (self->view), none);
  gtk_widget_grab_focus (GTK_WIDGET (aj_map_view_get_map (self->view)));
}

/* It loads and follows while somebody can see it, and no longer. */
static void
aj_map_pane_map (GtkWidget *widget)
{
  AjMapPane *self = AJ_MAP_PANE (widget);

  GTK_WIDGET_CLASS (aj_map_pane_parent_class)->map (widget);
  if (self->services == NULL)
    return;
  if (self->facts == NULL || self->stale)
    load (self);
  else if (self->drawn_on != aj_as_of_button_get_day (self->as_of))
    use_facts (self);
}

static void
aj_map_pane_unmap (GtkWidget *widget)
{
  AjMapPane *self = AJ_MAP_PANE (widget);

  self->stale = self->stale || self->cancellable != NULL;
  stop_loading (self);
  GTK_WIDGET_CLASS (aj_map_pane_parent_class)->unmap (widget);
}

static void
aj_map_pane_dispose (GObject *object)
{
  AjMapPane *self = AJ_MAP_PANE (object);

  stop_loading (self);
  if (self->services != NULL)
    g_signal_handlers_disconnect_by_data (aj_services_get_store (self->services), self);
  g_clear_object (&self->services);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_map_pane_parent_class)->dispose (object);
}

static void
aj_map_pane_finalize (GObject *object)
{
  AjMapPane *self = AJ_MAP_PANE (object);

  g_clear_pointer (&self->facts, aj_network_facts_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self->group);
  g_free (self->wanted);
  G_OBJECT_CLASS (aj_map_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_AS_OF_BUTTON);
  g_type_ensure (AJ_TYPE_MAP_SELECTION);
  g_type_ensure (AJ_TYPE_MAP_VIEW);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  g_type_ensure (AJ_TYPE_VIEW_SWITCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, box);
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, subject_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, view_switch);
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, as_of);
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, AjMapPane, selection);
  gtk_widget_class_bind_template_callback (widget_class, subject_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
}

static void
aj_map_pane_class_init (AjMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_map_pane_dispose;
  object_class->finalize = aj_map_pane_finalize;
  widget_class->map = aj_map_pane_map;
  widget_class->unmap = aj_map_pane_unmap;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_RECORD);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aj_map_pane_init (AjMapPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->subject_drop_down);
  aj_drop_down_set_name (self->subject_drop_down, _ ("What the map shows"));
}

void
aj_map_pane_set_services (AjMapPane *self, AjServices *services)
{
  g_return_if_fail (self->services == NULL);

  self->services = g_object_ref (services);
  aj_as_of_button_set_services (self->as_of, services);
  aj_map_selection_set_services (self->selection, services);
  g_signal_connect_swapped (aj_services_get_store (services), "changed", G_CALLBACK (changed_cb),
                            self);
  recall_subject (self);
  fill_subjects (self);
}

void
aj_map_pane_set_table (AjMapPane *self, gboolean table)
{
  self->as_table = table;
  aj_map_view_set_table (self->view, table);
}

void
aj_map_pane_select (AjMapPane *self, const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (id == NULL)
    aj_map_view_mark (self->view, NULL);
  mark_wanted (self);
}

AjViewSwitch *
aj_map_pane_get_switch (AjMapPane *self)
{
  return self->view_switch;
}

AjAsOfButton *
aj_map_pane_get_as_of (AjMapPane *self)
{
  return self->as_of;
}

AjNetworkSubject
aj_map_pane_get_subject (AjMapPane *self, char **group)
{
  if (group != NULL)
    *group = g_strdup (self->group);
  return self->subject;
}
