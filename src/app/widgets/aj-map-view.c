/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-view.h"

#include <adwaita.h>

#include "aj-map-legend.h"
#include "aj-map-table.h"
#include "aj-slim-bin.h"
#include "aj-waiting.h"

struct _AjMapView
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  AjTileMap *map;
  GtkStack *foot;
  AjMapLegend *legend;
  AdwBin *bar_bin;
  AjMapTable *table;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *error_page;

  gboolean as_table;
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (AjMapView, aj_map_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TABLE = 1,
  PROP_BAR,
} AjMapViewProperty;

static GParamSpec *properties[PROP_BAR + 1];

enum
{
  SIGNAL_OPENED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_page_name (AjMapView *self)
{
  AjMapState *map = aj_tile_map_get_state (self->map);

  if (self->failed)
    return "error";
  if (map == NULL)
    return "loading";
  if (aj_map_state_get_n_tiles (map) == 0)
    return "empty";
  return self->as_table ? "table" : "map";
}

static void
update_stack (AjMapView *self)
{
  gtk_stack_set_visible_child_name (self->stack, get_page_name (self));
}

static void
opened_cb (AjMapView *self, const char *id)
{
  aj_map_view_mark (self, id);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, id);
}

static void
selection_changed_cb (AjMapView *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* All of one state, to do something with them. */
static void
class_activated_cb (AjMapView *self, guint class)
{
  AjMapState *map = aj_tile_map_get_state (self->map);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    if (aj_map_state_get_tile (map, i)->state == class)
      g_ptr_array_add (ids, (gpointer) aj_map_state_get_tile (map, i)->id);
  g_ptr_array_add (ids, NULL);
  aj_tile_map_select (self->map, (const char *const *) ids->pdata);
}

static void
aj_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjMapViewProperty) prop_id)
    {
    case PROP_TABLE:
      g_value_set_boolean (value, AJ_MAP_VIEW (object)->as_table);
      break;
    case PROP_BAR:
      g_value_set_object (value, adw_bin_get_child (AJ_MAP_VIEW (object)->bar_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((AjMapViewProperty) prop_id)
    {
    case PROP_TABLE:
      aj_map_view_set_table (AJ_MAP_VIEW (object), g_value_get_boolean (value));
      break;
    case PROP_BAR:
      adw_bin_set_child (AJ_MAP_VIEW (object)->bar_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_map_view_dispose (GObject *object)
{
  AjMapView *self = AJ_MAP_VIEW (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (aj_map_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_TILE_MAP);
  g_type_ensure (AJ_TYPE_MAP_LEGEND);
  g_type_ensure (AJ_TYPE_MAP_TABLE);
  g_type_ensure (AJ_TYPE_SLIM_BIN);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, map);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, foot);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, bar_bin);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, table);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, AjMapView, error_page);
  gtk_widget_class_bind_template_callback (widget_class, class_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
}

static void
aj_map_view_class_init (AjMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_map_view_dispose;
  object_class->get_property = aj_map_view_get_property;
  object_class->set_property = aj_map_view_set_property;

  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);
  properties[PROP_BAR] = g_param_spec_object ("bar", NULL, NULL, GTK_TYPE_WIDGET,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aj_map_view_init (AjMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjMapView *
aj_map_view_new (void)
{
  return g_object_new (AJ_TYPE_MAP_VIEW, NULL);
}

void
aj_map_view_set_state (AjMapView *self, AjMapState *map)
{
  self->failed = FALSE;
  aj_tile_map_set_state (self->map, map);
  aj_map_legend_set_state (self->legend, map);
  aj_map_table_set_state (self->table, map);
  update_stack (self);
}

void
aj_map_view_set_table (AjMapView *self, gboolean table)
{
  if (self->as_table == table)
    return;
  self->as_table = table;
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
}

void
aj_map_view_set_error (AjMapView *self, const char *sentence)
{
  self->failed = TRUE;
  adw_status_page_set_description (self->error_page, sentence);
  update_stack (self);
}

/* Who had the focus in what goes finds it in what comes. */
void
aj_map_view_show_bar (AjMapView *self, gboolean shown)
{
  GtkWidget *next = shown ? GTK_WIDGET (self->bar_bin) : GTK_WIDGET (self->legend);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->foot)) != NULL;

  if (gtk_stack_get_visible_child (self->foot) == next)
    return;
  gtk_stack_set_visible_child (self->foot, next);
  if (focused)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

void
aj_map_view_mark (AjMapView *self, const char *id)
{
  aj_tile_map_mark (self->map, id);
  aj_map_table_mark (self->table, id);
}

void
aj_map_view_set_empty (AjMapView *self,
                       const char *title,
                       const char *text,
                       const char *action,
                       const char *action_label)
{
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
  gtk_button_set_label (self->empty_button, action_label != NULL ? action_label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), action != NULL);
}

AjTileMap *
aj_map_view_get_map (AjMapView *self)
{
  return self->map;
}
