/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-legend.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-map-swatch.h"

#define COLUMN_GAP 6
#define ROW_GAP    2

struct _AjMapLegend
{
  GtkWidget parent_instance;

  GPtrArray *lines; /* (owned) (element-type GtkButton): children, as in the map */
};

G_DEFINE_FINAL_TYPE (AjMapLegend, aj_map_legend, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      *minimum = *natural = flow (widget, for_size, FALSE);
      return;
    }
  /* It makes do with the room there is for the map. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = flow (widget, *natural, FALSE);
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
clicked_cb (AjMapLegend *self, GtkWidget *line)
{
  guint index;

  if (g_ptr_array_find (self->lines, line, &index))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, index);
}

static void
aj_map_legend_dispose (GObject *object)
{
  AjMapLegend *self = AJ_MAP_LEGEND (object);

  g_ptr_array_set_size (self->lines, 0);
  G_OBJECT_CLASS (aj_map_legend_parent_class)->dispose (object);
}

static void
aj_map_legend_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_MAP_LEGEND (object)->lines);
  G_OBJECT_CLASS (aj_map_legend_parent_class)->finalize (object);
}

static void
aj_map_legend_class_init (AjMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_map_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_map_legend_finalize;
  widget_class->measure = aj_map_legend_measure;
  widget_class->size_allocate = aj_map_legend_size_allocate;
  widget_class->get_request_mode = aj_map_legend_get_request_mode;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "map-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aj_map_legend_init (AjMapLegend *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  aj_accessible_set_name (GTK_WIDGET (self), _ ("Legend"));
}

static GtkWidget *
make_line (AjMapLegend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *line = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (aj_map_swatch_new ()));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (line), box);
  gtk_widget_add_css_class (line, "flat");
  gtk_widget_set_tooltip_text (line, _ ("Select these municipalities"));
  g_signal_connect_swapped (line, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return line;
}

static void
fill_line (GtkWidget *line, AjMapState *map, guint index)
{
  const AjMapClass *class = aj_map_state_get_class (map, index);
  guint count = aj_map_state_count_class (map, index);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (line));
  g_autofree char *text = g_strdup_printf (C_ ("map", "%1$s (%2$u)"), class->label, count);

  aj_map_swatch_set_class (AJ_MAP_SWATCH (gtk_widget_get_first_child (box)), class);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  aj_accessible_set_name (line, text);
  /* Not insensitive: it would fade, and what it means is to be read as well. */
  gtk_widget_set_can_target (line, count > 0);
  gtk_widget_set_focusable (line, count > 0);
}

void
aj_map_legend_set_state (AjMapLegend *self, AjMapState *map)
{
  guint n = aj_map_state_get_n_classes (map);

  if (self->lines->len > n)
    g_ptr_array_set_size (self->lines, (int) n);
  while (self->lines->len < n)
    g_ptr_array_add (self->lines, make_line (self));
  for (guint i = 0; i < n; i++)
    fill_line (self->lines->pdata[i], map, i);
}
