/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-legend.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-map-swatch.h"

#define COLUMN_GAP 18
#define ROW_GAP    6

struct _AjMapLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AjMapLegend, aj_map_legend, GTK_TYPE_WIDGET)

/* Goes through the lines as they are broken at @width; places them when @placed. (out) the height. */
static int
flow (GtkWidget *widget, int width, gboolean placed)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, height, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      wanted = MAX (minimum, MIN (natural, width));
      if (x > 0 && x + wanted > width)
        {
          x = 0;
          y += line + ROW_GAP;
          line = 0;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wanted, NULL, &height, NULL, NULL);
      if (placed)
        {
          GtkAllocation at = { mirrored ? width - x - wanted : x, y, wanted, height };

          gtk_widget_size_allocate (child, &at, -1);
        }
      x += wanted + COLUMN_GAP;
      line = MAX (line, height);
    }
  return y + line;
}

static void
aj_map_legend_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int all = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      all += wanted + COLUMN_GAP;
    }
  *natural = MAX (*minimum, all - COLUMN_GAP);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = flow (widget, for_size >= 0 ? for_size : *natural, FALSE);
}

static void
aj_map_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  flow (widget, width, TRUE);
}

static GtkSizeRequestMode
aj_map_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
clear (AjMapLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
aj_map_legend_dispose (GObject *object)
{
  clear (AJ_MAP_LEGEND (object));
  G_OBJECT_CLASS (aj_map_legend_parent_class)->dispose (object);
}

static void
aj_map_legend_class_init (AjMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_map_legend_dispose;
  widget_class->measure = aj_map_legend_measure;
  widget_class->size_allocate = aj_map_legend_size_allocate;
  widget_class->get_request_mode = aj_map_legend_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "map-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aj_map_legend_init (AjMapLegend *self)
{
  aj_accessible_set_name (GTK_WIDGET (self), _ ("Legend"));
}

AjMapLegend *
aj_map_legend_new (void)
{
  return g_object_new (AJ_TYPE_MAP_LEGEND, NULL);
}

void
aj_map_legend_set_state (AjMapLegend *self, AjMapState *map)
{
  clear (self);
  for (guint i = 0; i < aj_map_state_get_n_classes (map); i++)
    {
      const AjMapClass *class = aj_map_state_get_class (map, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      AjMapSwatch *swatch = aj_map_swatch_new ();
      g_autofree char *text = g_strdup_printf (C_ ("map", "%1$s (%2$u)"), class->label,
                                               aj_map_state_count_class (map, i));
      GtkWidget *label = gtk_label_new (text);

      aj_map_swatch_set_class (swatch, class);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (swatch));
      gtk_box_append (GTK_BOX (box), label);
      gtk_widget_set_parent (box, GTK_WIDGET (self));
    }
}
