/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-occupancy-grid.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-map-swatch.h"

struct _AjOccupancyGrid
{
  AdwBin parent_instance;

  /* All borrowed: inside */
  GtkGrid *grid;
  GtkFlowBox *legend;
  GtkLabel *rest_label;
};

G_DEFINE_FINAL_TYPE (AjOccupancyGrid, aj_occupancy_grid, ADW_TYPE_BIN)

/* What each cell looks like; who has no seat has no mark. The words are those of the jobs. */
static const AjMapClass looks[] = {
  [AJ_OCCUPANCY_NOT_INVITED] = { NULL, AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE },
  [AJ_OCCUPANCY_NOT_KEPT] = { NULL, AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_NONE, FALSE },
  [AJ_OCCUPANCY_UNKNOWN] = { NULL, AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_DOTS, FALSE },
  [AJ_OCCUPANCY_PRESENT] = { NULL, AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
  [AJ_OCCUPANCY_EXCUSED] = { NULL, AJ_MAP_TONE_WAIT, AJ_MAP_MARK_DASH, FALSE },
  [AJ_OCCUPANCY_ABSENT] = { NULL, AJ_MAP_TONE_BAD, AJ_MAP_MARK_CROSS, FALSE },
  [AJ_OCCUPANCY_VACANT] = { NULL, AJ_MAP_TONE_PLAIN, AJ_MAP_MARK_RING, TRUE },
};

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_mark (AjOccupancyCell cell)
{
  AjMapSwatch *swatch = aj_map_swatch_new ();

  aj_map_swatch_set_class (swatch, &looks[cell]);
  return GTK_WIDGET (swatch);
}

/* The day over the month: a year of meetings is to stand beside each other. */
static void
attach_heading (AjOccupancyGrid *self, const AjValues *meeting, int column)
{
  AjDate date = aj_group_year_get_day (meeting);
  g_autofree char *text = g_strdup_printf ("%d\n%s", aj_date_get_day (date),
                                           aj_month_get_short_name (aj_date_get_month (date)));
  g_autofree char *day = aj_date_format_short (date);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (label, day);
  gtk_grid_attach (self->grid, label, column, 0, 1, 1);
}

static void
attach_row (AjOccupancyGrid *self, AjGroupOccupancy *occupancy, const AjOccupancyRow *row, int at)
{
  GPtrArray *meetings = aj_group_occupancy_get_meetings (occupancy);
  g_autofree char *counts = aj_occupancy_counts_describe (&row->counts);
  GtkWidget *name = make_label (row->name, NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), 10);
  gtk_widget_set_tooltip_text (name, row->name);
  aj_accessible_describe (name, counts);
  gtk_grid_attach (self->grid, name, 0, at, 1, 1);
  for (guint i = 0; i < meetings->len; i++)
    {
      g_autofree char *day = aj_date_format_short (aj_group_year_get_day (meetings->pdata[i]));
      g_autofree char *text = g_strdup_printf ("%s, %s: %s", row->name, day,
                                               aj_occupancy_cell_get_label (row->cells[i]));
      GtkWidget *mark;

      if (row->cells[i] == AJ_OCCUPANCY_NOT_INVITED)
        continue;
      mark = make_mark (row->cells[i]);
      gtk_widget_set_tooltip_text (mark, text);
      gtk_grid_attach (self->grid, mark, (int) i + 1, at, 1, 1);
    }
}

static void
show_rows (AjOccupancyGrid *self, AjGroupOccupancy *occupancy)
{
  GArray *rows = aj_group_occupancy_get_rows (occupancy);
  GPtrArray *meetings = aj_group_occupancy_get_meetings (occupancy);
  gboolean has_districts = aj_group_occupancy_get_districts (occupancy)->len > 1;
  const AjValues *district = NULL;
  int at = 1;

  for (guint i = 0; i < meetings->len; i++)
    attach_heading (self, meetings->pdata[i], (int) i + 1);
  for (guint i = 0; i < MIN (rows->len, AJ_OCCUPANCY_GRID_MAX_ROWS); i++)
    {
      const AjOccupancyRow *row = &g_array_index (rows, AjOccupancyRow, i);

      if (has_districts && (i == 0 || row->district != district))
        {
          GtkWidget *label = make_label (row->district != NULL
                                             ? aj_values_get_text (row->district, "name")
                                             : _ ("In no district"),
                                         "caption-heading");

          gtk_widget_add_css_class (label, "occupancy-district");
          gtk_grid_attach (self->grid, label, 0, at++, (int) meetings->len + 1, 1);
        }
      district = row->district;
      attach_row (self, occupancy, row, at++);
    }
}

static gboolean
has_cell (AjGroupOccupancy *occupancy, AjOccupancyCell cell)
{
  GArray *rows = aj_group_occupancy_get_rows (occupancy);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < aj_group_occupancy_get_meetings (occupancy)->len; j++)
      if (g_array_index (rows, AjOccupancyRow, i).cells[j] == cell)
        return TRUE;
  return FALSE;
}

static void
show_legend (AjOccupancyGrid *self, AjGroupOccupancy *occupancy)
{
  static const AjOccupancyCell order[] = {
    AJ_OCCUPANCY_PRESENT, AJ_OCCUPANCY_EXCUSED, AJ_OCCUPANCY_ABSENT,
    AJ_OCCUPANCY_VACANT,  AJ_OCCUPANCY_UNKNOWN, AJ_OCCUPANCY_NOT_KEPT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      AjOccupancyCell cell = order[i];
      GtkWidget *box;

      if (!has_cell (occupancy, cell))
        continue;
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (box), make_mark (cell));
      gtk_box_append (GTK_BOX (box), make_label (aj_occupancy_cell_get_label (cell), "caption"));
      gtk_flow_box_insert (self->legend, box, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
    }
}

static void
show_rest (AjOccupancyGrid *self, guint n_rows)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: how many of how many organisations are in a picture. */
      ngettext ("The first %1$u of %2$u is shown.", "The first %1$u of %2$u are shown.", n_rows),
      AJ_OCCUPANCY_GRID_MAX_ROWS, n_rows);

  gtk_label_set_text (self->rest_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n_rows > AJ_OCCUPANCY_GRID_MAX_ROWS);
}

static void
empty (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    if (GTK_IS_GRID (container))
      gtk_grid_remove (GTK_GRID (container), child);
    else
      gtk_flow_box_remove (GTK_FLOW_BOX (container), child);
}

static void
aj_occupancy_grid_class_init (AjOccupancyGridClass *klass)
{
}

static void
aj_occupancy_grid_init (AjOccupancyGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *legend = gtk_flow_box_new ();

  self->grid = GTK_GRID (grid);
  self->legend = GTK_FLOW_BOX (legend);
  gtk_grid_set_column_spacing (self->grid, 4);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  aj_accessible_set_name (scroller, _ ("Picture of the occupancy, in words beneath"));
  gtk_flow_box_set_selection_mode (self->legend, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->legend, G_N_ELEMENTS (looks));
  gtk_flow_box_set_column_spacing (self->legend, 12);
  gtk_flow_box_set_row_spacing (self->legend, 3);
  aj_accessible_set_name (legend, _ ("What the marks mean"));
  self->rest_label = GTK_LABEL (make_label (NULL, "dim-label"));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rest_label));
  gtk_box_append (GTK_BOX (box), legend);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
aj_occupancy_grid_new (void)
{
  return g_object_new (AJ_TYPE_OCCUPANCY_GRID, NULL);
}

void
aj_occupancy_grid_show (AjOccupancyGrid *self, AjGroupOccupancy *occupancy)
{
  g_return_if_fail (AJ_IS_OCCUPANCY_GRID (self));

  empty (GTK_WIDGET (self->grid));
  empty (GTK_WIDGET (self->legend));
  show_rows (self, occupancy);
  show_legend (self, occupancy);
  show_rest (self, aj_group_occupancy_get_rows (occupancy)->len);
}
