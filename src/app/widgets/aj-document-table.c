/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-table.h"

#include "aj-accessible.h"
#include "aj-document-label.h"

/* All in pixels. */
#define COLUMN_GAP  18
#define CAPTION_GAP 1
#define CELL_GAP    6
/* Columns that on average would be narrower than this do not stand beside each other. */
#define MIN_COLUMN 112
/* No column asks for more: a long text is to be broken. */
#define MAX_COLUMN 420

/* A row, or the headings. It is laid out by its table, which knows the columns. */
#define AJ_TYPE_DOCUMENT_ROW (aj_document_row_get_type ())
G_DECLARE_FINAL_TYPE (AjDocumentRow, aj_document_row, AJ, DOCUMENT_ROW, GtkWidget)

struct _AjDocumentRow
{
  GtkWidget parent_instance;

  AjDocumentTable *table; /* (borrowed): the parent */
  gboolean is_heading;
  GPtrArray *captions; /* (owned) (element-type GtkLabel): borrowed, children; none in a heading */
  GPtrArray *cells;    /* (owned) (element-type GtkLabel): borrowed, children */
};

struct _AjDocumentTable
{
  GtkWidget parent_instance;

  AjDocumentRow *heading; /* (borrowed): the first child */
  guint n_columns;
  int *natural;     /* (owned) (nullable): of the columns; NULL until measured */
  int *widths;      /* (owned): as they are at @laid_out */
  int laid_out;     /* the width that the columns are for; 0: none yet */
  gboolean is_wide; /* at that width */
};

G_DEFINE_FINAL_TYPE (AjDocumentRow, aj_document_row, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (AjDocumentTable, aj_document_table, GTK_TYPE_WIDGET)

static int
measure_width (GtkWidget *widget, gboolean natural)
{
  int minimum, wanted;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
measure_columns (AjDocumentTable *self)
{
  if (self->natural != NULL)
    return;
  self->natural = g_new0 (int, self->n_columns);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    for (guint i = 0; i < self->n_columns; i++)
      self->natural[i] = MAX (self->natural[i],
                              MIN (MAX_COLUMN,
                                   measure_width (AJ_DOCUMENT_ROW (row)->cells->pdata[i], TRUE)));
}

/* Narrow columns are as wide as what stands in them; the others share what is left. */
static void
share_width (AjDocumentTable *self, int room)
{
  int n_open = (int) self->n_columns;
  gboolean settled = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = -1;
  while (settled && n_open > 0)
    {
      int fair = room / n_open;

      settled = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        if (self->widths[i] < 0 && self->natural[i] <= fair)
          {
            self->widths[i] = self->natural[i];
            room -= self->natural[i];
            n_open--;
            settled = TRUE;
          }
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->widths[i] < 0)
      self->widths[i] = room / n_open;
}

/* Whether no word would be cut in columns of these widths. */
static gboolean
do_columns_fit (AjDocumentTable *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    for (guint i = 0; i < self->n_columns; i++)
      if (measure_width (AJ_DOCUMENT_ROW (row)->cells->pdata[i], FALSE) > self->widths[i])
        return FALSE;
  return TRUE;
}

static void
lay_out (AjDocumentTable *self, int width)
{
  int gaps = (int) (self->n_columns - 1) * COLUMN_GAP;

  if (width == self->laid_out)
    return;
  measure_columns (self);
  self->laid_out = width;
  self->is_wide = width - gaps >= (int) self->n_columns * MIN_COLUMN;
  if (!self->is_wide)
    return;
  share_width (self, width - gaps);
  self->is_wide = do_columns_fit (self);
}

static gboolean
is_empty (GtkLabel *label)
{
  return *gtk_label_get_text (label) == '\0';
}

static int
measure_wide (AjDocumentRow *self)
{
  int height = 0;

  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, measure_height (self->cells->pdata[i], self->table->widths[i]));
  return height;
}

static int
measure_stacked (AjDocumentRow *self, int width)
{
  int height = 0;

  for (guint i = 0; i < self->captions->len; i++)
    if (!is_empty (self->cells->pdata[i]))
      height += (height > 0 ? CELL_GAP : 0) + measure_height (self->captions->pdata[i], width) +
                CAPTION_GAP + measure_height (self->cells->pdata[i], width);
  return height;
}

static void
aj_document_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AjDocumentRow *self = AJ_DOCUMENT_ROW (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      lay_out (self->table, for_size);
      *minimum = *natural = self->table->is_wide ? measure_wide (self)
                                                 : measure_stacked (self, for_size);
      return;
    }
  for (guint i = 0; i < self->captions->len; i++)
    {
      *minimum = MAX (*minimum, MAX (measure_width (self->captions->pdata[i], FALSE),
                                     measure_width (self->cells->pdata[i], FALSE)));
      *natural = MAX (*natural, *minimum);
    }
}

static void
place (GtkWidget *label, int x, int y, int width, int height)
{
  const GtkAllocation allocation = { x, y, width, height };

  gtk_widget_set_child_visible (label, TRUE);
  gtk_widget_size_allocate (label, &allocation, -1);
}

static void
place_wide (AjDocumentRow *self, int width, int height)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      int column = self->table->widths[i];

      place (self->cells->pdata[i], is_mirrored ? width - x - column : x, 0, column, height);
      x += column + COLUMN_GAP;
    }
}

static void
place_stacked (AjDocumentRow *self, int width)
{
  int y = 0;

  for (guint i = 0; i < self->captions->len; i++)
    {
      GtkWidget *caption = self->captions->pdata[i], *cell = self->cells->pdata[i];
      int height;

      if (is_empty (GTK_LABEL (cell)))
        continue;
      y += y > 0 ? CELL_GAP : 0;
      height = measure_height (caption, width);
      place (caption, 0, y, width, height);
      y += height + CAPTION_GAP;
      height = measure_height (cell, width);
      place (cell, 0, y, width, height);
      y += height;
    }
}

static void
aj_document_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AjDocumentRow *self = AJ_DOCUMENT_ROW (widget);

  for (guint i = 0; i < self->captions->len; i++)
    gtk_widget_set_child_visible (self->captions->pdata[i], FALSE);
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_child_visible (self->cells->pdata[i], FALSE);
  if (self->table->is_wide)
    place_wide (self, width, height);
  else
    place_stacked (self, width);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
aj_document_row_dispose (GObject *object)
{
  unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (aj_document_row_parent_class)->dispose (object);
}

static void
aj_document_row_finalize (GObject *object)
{
  AjDocumentRow *self = AJ_DOCUMENT_ROW (object);

  g_ptr_array_unref (self->captions);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (aj_document_row_parent_class)->finalize (object);
}

static void
aj_document_row_class_init (AjDocumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_document_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_document_row_finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = aj_document_row_measure;
  widget_class->size_allocate = aj_document_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "document-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
aj_document_row_init (AjDocumentRow *self)
{
  self->captions = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
}

static GtkWidget *
add_label (AjDocumentRow *self, const char *text, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *label = aj_document_label_new (text, role, css_class);

  /* A column asks for what its text would like on one line. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static AjDocumentRow *
add_row (AjDocumentTable *self, GStrv headings, GStrv texts)
{
  AjDocumentRow *row = g_object_new (AJ_TYPE_DOCUMENT_ROW, NULL);
  gboolean is_heading = headings == texts;

  row->table = self;
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell;

      if (!is_heading)
        g_ptr_array_add (row->captions,
                         add_label (row, headings[i], GTK_ACCESSIBLE_ROLE_PRESENTATION, "caption"));
      cell = add_label (row, texts[i],
                        is_heading ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
                        is_heading ? "caption" : NULL);
      /* What stands in a cell says little without what it is. */
      if (!is_heading && *texts[i] != '\0')
        gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                        headings[i], -1);
      aj_accessible_set_name (cell, texts[i]);
      g_ptr_array_add (row->cells, cell);
    }
  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
  return row;
}

static gboolean
is_row_shown (AjDocumentTable *self, GtkWidget *row)
{
  return self->is_wide || row != GTK_WIDGET (self->heading);
}

static void
aj_document_table_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AjDocumentTable *self = AJ_DOCUMENT_TABLE (widget);

  *minimum = *natural = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int least, wanted;

      gtk_widget_measure (row, orientation, for_size, &least, &wanted, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum = MAX (*minimum, least);
      else if (is_row_shown (self, row))
        *minimum += least;
    }
  *natural = *minimum;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  measure_columns (self);
  *natural = (int) (self->n_columns - 1) * COLUMN_GAP;
  for (guint i = 0; i < self->n_columns; i++)
    *natural += self->natural[i];
  *natural = MAX (*natural, *minimum);
}

static void
aj_document_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AjDocumentTable *self = AJ_DOCUMENT_TABLE (widget);
  int y = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int row_height = measure_height (row, width);

      gtk_widget_set_child_visible (row, is_row_shown (self, row));
      if (!is_row_shown (self, row))
        continue;
      place (row, 0, y, width, row_height);
      y += row_height;
    }
}

/* Other fonts, other widths. */
static void
aj_document_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AjDocumentTable *self = AJ_DOCUMENT_TABLE (widget);

  GTK_WIDGET_CLASS (aj_document_table_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->natural, g_free);
  self->laid_out = 0;
}

static void
aj_document_table_dispose (GObject *object)
{
  unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (aj_document_table_parent_class)->dispose (object);
}

static void
aj_document_table_finalize (GObject *object)
{
  AjDocumentTable *self = AJ_DOCUMENT_TABLE (object);

  g_free (self->natural);
  g_free (self->widths);
  G_OBJECT_CLASS (aj_document_table_parent_class)->finalize (object);
}

static void
aj_document_table_class_init (AjDocumentTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_document_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_document_table_finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = aj_document_table_measure;
  widget_class->size_allocate = aj_document_table_size_allocate;
  widget_class->css_changed = aj_document_table_css_changed;
  gtk_widget_class_set_css_name (widget_class, "document-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
aj_document_table_init (AjDocumentTable *self)
{
}

GtkWidget *
aj_document_table_new (const AjBlock *block)
{
  AjDocumentTable *self = g_object_new (AJ_TYPE_DOCUMENT_TABLE, NULL);

  self->n_columns = g_strv_length (block->headings);
  self->widths = g_new0 (int, self->n_columns);
  self->heading = add_row (self, block->headings, block->headings);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "headings");
  for (guint i = 0; i < block->rows->len; i++)
    add_row (self, block->headings, block->rows->pdata[i]);
  if (block->text != NULL)
    aj_accessible_set_name (GTK_WIDGET (self), block->text);
  return GTK_WIDGET (self);
}

gboolean
aj_document_table_is_wide (AjDocumentTable *self)
{
  return self->is_wide;
}
