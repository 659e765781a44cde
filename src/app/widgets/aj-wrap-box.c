/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-wrap-box.h"

#define COLUMN_GAP 12
#define ROW_GAP    6

struct _AjWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AjWrapBox, aj_wrap_box, GTK_TYPE_WIDGET)

/* What a child asks for in one direction. */
typedef struct
{
  GtkWidget *widget; /* (nullable): not there, or not visible */
  int minimum;
  int natural;
} Part;

static Part
measure_part (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  Part part = { 0 };

  if (child == NULL || !gtk_widget_should_layout (child))
    return part;
  part.widget = child;
  gtk_widget_measure (child, orientation, for_size, &part.minimum, &part.natural, NULL, NULL);
  return part;
}

static void
measure_widths (GtkWidget *widget, Part *first, Part *second)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *first = measure_part (child, GTK_ORIENTATION_HORIZONTAL, -1);
  *second = measure_part (child != NULL ? gtk_widget_get_next_sibling (child) : NULL,
                          GTK_ORIENTATION_HORIZONTAL, -1);
}

/* The width that is left for the first when the second stands beside it; -1 when it stands under it. */
static int
get_width_beside (const Part *first, const Part *second, int width)
{
  int left = width - second->natural - COLUMN_GAP;

  return left >= MAX (first->minimum, MIN (first->natural, width / 2)) ? left : -1;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  Part first, second;
  int gap;

  measure_widths (widget, &first, &second);
  gap = first.widget != NULL && second.widget != NULL ? COLUMN_GAP : 0;
  *minimum = MAX (first.minimum, second.minimum);
  *natural = first.natural + gap + second.natural;
}

static void
measure_height (GtkWidget *widget, int width, int *minimum, int *natural)
{
  Part first, second, upper, lower;
  int beside = -1;
  int gap;

  measure_widths (widget, &first, &second);
  if (width < 0)
    width = first.natural + COLUMN_GAP + second.natural;
  if (first.widget != NULL && second.widget != NULL)
    beside = get_width_beside (&first, &second, width);
  upper = measure_part (first.widget, GTK_ORIENTATION_VERTICAL, beside >= 0 ? beside : width);
  lower = measure_part (second.widget, GTK_ORIENTATION_VERTICAL,
                        beside >= 0 ? second.natural : width);
  if (beside >= 0)
    {
      *minimum = MAX (upper.minimum, lower.minimum);
      *natural = MAX (upper.natural, lower.natural);
      return;
    }
  gap = first.widget != NULL && second.widget != NULL ? ROW_GAP : 0;
  *minimum = upper.minimum + gap + lower.minimum;
  *natural = upper.natural + gap + lower.natural;
}

static void
aj_wrap_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

/* As read: from the left, or from the right. */
static void
place (GtkWidget *widget, Part *part, GtkAllocation at, int width)
{
  if (part->widget == NULL)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    at.x = width - at.x - at.width;
  gtk_widget_size_allocate (part->widget, &at, -1);
}

static void
aj_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Part first, second, lower;
  int beside = -1;

  measure_widths (widget, &first, &second);
  if (first.widget != NULL && second.widget != NULL)
    beside = get_width_beside (&first, &second, width);
  if (beside >= 0)
    {
      place (widget, &first, (GtkAllocation){ 0, 0, beside, height }, width);
      place (widget, &second, (GtkAllocation){ width - second.natural, 0, second.natural, height },
             width);
      return;
    }
  lower = measure_part (second.widget, GTK_ORIENTATION_VERTICAL, width);
  if (first.widget == NULL)
    lower.natural = height;
  place (widget, &first,
         (GtkAllocation){ 0, 0, width,
                          second.widget != NULL ? height - lower.natural - ROW_GAP : height },
         width);
  place (widget, &second, (GtkAllocation){ 0, height - lower.natural, width, lower.natural },
         width);
}

static GtkSizeRequestMode
aj_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aj_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (aj_wrap_box_parent_class)->dispose (object);
}

static void
aj_wrap_box_class_init (AjWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_wrap_box_dispose;
  widget_class->measure = aj_wrap_box_measure;
  widget_class->size_allocate = aj_wrap_box_size_allocate;
  widget_class->get_request_mode = aj_wrap_box_get_request_mode;
}

static void
aj_wrap_box_init (AjWrapBox *self)
{
}
