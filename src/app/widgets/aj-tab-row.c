/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tab-row.h"

#define GAP 6

struct _AjTabRow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AjTabRow, aj_tab_row, GTK_TYPE_WIDGET)

/* Where the next tab goes. */
typedef struct
{
  int x;
  int y;
  int line_height;
} Pen;

static void
measure_tab (GtkWidget *tab, int width, int *wanted_width, int *height)
{
  int minimum;

  gtk_widget_measure (tab, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, wanted_width, NULL, NULL);
  *wanted_width = MIN (*wanted_width, MAX (width, minimum));
  gtk_widget_measure (tab, GTK_ORIENTATION_VERTICAL, *wanted_width, NULL, height, NULL, NULL);
}

/* Puts a tab where it fits and moves the pen past it. */
static GtkAllocation
place_tab (Pen *pen, GtkWidget *tab, int width)
{
  GtkAllocation at = { 0 };

  measure_tab (tab, width, &at.width, &at.height);
  if (pen->x > 0 && pen->x + at.width > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + GAP;
      pen->line_height = 0;
    }
  at.x = pen->x;
  at.y = pen->y;
  pen->x += at.width + GAP;
  pen->line_height = MAX (pen->line_height, at.height);
  return at;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (widget); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (tab))
        continue;
      gtk_widget_measure (tab, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += (*natural > 0 ? GAP : 0) + wanted;
    }
}

static void
aj_tab_row_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  Pen pen = { 0 };

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  for (GtkWidget *tab = gtk_widget_get_first_child (widget); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    if (gtk_widget_should_layout (tab))
      place_tab (&pen, tab, for_size < 0 ? G_MAXINT / 2 : for_size);
  *minimum = *natural = pen.y + pen.line_height;
}

static void
aj_tab_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0 };

  for (GtkWidget *tab = gtk_widget_get_first_child (widget); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkAllocation at;

      if (!gtk_widget_should_layout (tab))
        continue;
      at = place_tab (&pen, tab, width);
      if (is_rtl)
        at.x = width - at.x - at.width;
      gtk_widget_size_allocate (tab, &at, -1);
    }
}

static GtkSizeRequestMode
aj_tab_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aj_tab_row_dispose (GObject *object)
{
  GtkWidget *tab;

  while ((tab = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (tab);
  G_OBJECT_CLASS (aj_tab_row_parent_class)->dispose (object);
}

static void
aj_tab_row_class_init (AjTabRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_tab_row_dispose;
  widget_class->measure = aj_tab_row_measure;
  widget_class->size_allocate = aj_tab_row_size_allocate;
  widget_class->get_request_mode = aj_tab_row_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "tabrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static void
aj_tab_row_init (AjTabRow *self)
{
}

static void
tab_toggled_cb (GtkToggleButton *tab)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (tab), -1);
}

GtkWidget *
aj_tab_row_append (AjTabRow *self, const char *label)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB,
                                 "label", label, NULL);

  gtk_widget_add_css_class (tab, "flat");
  g_signal_connect (tab, "toggled", G_CALLBACK (tab_toggled_cb), NULL);
  gtk_widget_set_parent (tab, GTK_WIDGET (self));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  tab_toggled_cb (GTK_TOGGLE_BUTTON (tab));
  return tab;
}
