/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-card.h"

#include <glib/gi18n-lib.h>

#include "aj-map-swatch.h"

struct _AjMapCard
{
  GtkPopover parent_instance;

  /* Template */
  GtkLabel *name_label;
  GtkLabel *district_label;
  AjMapSwatch *swatch;
  GtkLabel *state_label;
  GtkLabel *lines_label;
};

G_DEFINE_FINAL_TYPE (AjMapCard, aj_map_card, GTK_TYPE_POPOVER)

/* The pointer goes through it to the tiles: under it, it would leave the map, which would take the card away, which would
 * bring it back to the map. */
static void
let_pointer_through (AjMapCard *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  cairo_region_t *nothing = cairo_region_create ();

  if (surface != NULL)
    gdk_surface_set_input_region (surface, nothing);
  cairo_region_destroy (nothing);
}

static void
aj_map_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (aj_map_card_parent_class)->size_allocate (widget, width, height, baseline);
  let_pointer_through (AJ_MAP_CARD (widget));
}

static void
aj_map_card_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_map_card_parent_class)->realize (widget);
  let_pointer_through (AJ_MAP_CARD (widget));
}

static void
aj_map_card_class_init (AjMapCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->size_allocate = aj_map_card_size_allocate;
  widget_class->realize = aj_map_card_realize;
  g_type_ensure (AJ_TYPE_MAP_SWATCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-map-card.ui");
  /* The tile is described by what it says. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
  gtk_widget_class_bind_template_child (widget_class, AjMapCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, AjMapCard, district_label);
  gtk_widget_class_bind_template_child (widget_class, AjMapCard, swatch);
  gtk_widget_class_bind_template_child (widget_class, AjMapCard, state_label);
  gtk_widget_class_bind_template_child (widget_class, AjMapCard, lines_label);
}

static void
aj_map_card_init (AjMapCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjMapCard *
aj_map_card_new (void)
{
  return g_object_new (AJ_TYPE_MAP_CARD, NULL);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
aj_map_card_fill (AjMapCard *self, AjMapState *map, guint index)
{
  const AjMapTile *tile = aj_map_state_get_tile (map, index);
  const AjMapClass *class = aj_map_state_get_class (map, tile->state);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *counted = NULL;
  g_autofree char *text = NULL;

  if (aj_map_state_get_count_label (map) != NULL && tile->count >= 0)
    {
      counted = g_strdup_printf (C_ ("map", "%1$s: %2$d"), aj_map_state_get_count_label (map),
                                 (int) tile->count);
      g_ptr_array_add (lines, counted);
    }
  for (guint i = 0; tile->lines != NULL && tile->lines[i] != NULL; i++)
    g_ptr_array_add (lines, (gpointer) tile->lines[i]);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  set_label (self->name_label, tile->name);
  set_label (self->district_label,
             g_strcmp0 (tile->district, class->label) != 0 ? tile->district : NULL);
  aj_map_swatch_set_class (self->swatch, class);
  set_label (self->state_label, class->label);
  set_label (self->lines_label, text);
}
