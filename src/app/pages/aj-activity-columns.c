/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-columns.h"

#include "aj-activity-cell.h"
#include "aj-column-titles.h"

/* Room for a title, in pixels. */
#define TITLE_WIDTH 220

/* The columns beside the title, the most needed first, and how wide each is, in pixels. */
static const struct
{
  AjActivityOrder column;
  int width;
} extra[] = {
  { AJ_ACTIVITY_ORDER_MUNICIPALITY, 130 }, { AJ_ACTIVITY_ORDER_TIME, 120 },
  { AJ_ACTIVITY_ORDER_STATE, 120 },        { AJ_ACTIVITY_ORDER_TARGETS, 170 },
  { AJ_ACTIVITY_ORDER_ORGANISATION, 190 }, { AJ_ACTIVITY_ORDER_EXPECTED, 96 },
  { AJ_ACTIVITY_ORDER_ACTUAL, 96 },
};

typedef struct
{
  AjActivityColumns *owner; /* (borrowed) */
  AjActivityOrder order;
  GtkColumnViewColumn *column; /* (owned) (nullable) */
  int width;                   /* in pixels; -1: what is left */
} Column;

struct _AjActivityColumns
{
  GObject parent_instance;

  GtkColumnView *view; /* (borrowed) (nullable) */
  AjStore *store;      /* (owned) */
  Column columns[AJ_ACTIVITY_N_ORDERS];
  AjActivityOrder order;
  gboolean descending;
  gboolean ordering;
  gboolean with_day;
  gboolean narrow;
  Column *compared; /* (borrowed) (nullable): by which two rows were compared first */
};

G_DEFINE_FINAL_TYPE (AjActivityColumns, aj_activity_columns, G_TYPE_OBJECT)

typedef enum
{
  PROP_NARROW = 1,
} AjActivityColumnsProperty;

static GParamSpec *properties[PROP_NARROW + 1];

enum
{
  SIGNAL_SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* By which column the view would sort is not told by GTK 4.8, but it asks that one first when it compares two rows. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column *column = user_data;

  if (column->owner->compared == NULL)
    column->owner->compared = column;
  return -1;
}

static void
sorter_changed_cb (AjActivityColumns *self)
{
  gboolean descending;

  if (self->ordering)
    return;
  self->compared = NULL;
  /* Any two objects will do. */
  descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self, self->view) ==
               GTK_ORDERING_LARGER;
  if (self->compared == NULL ||
      (self->compared->order == self->order && descending == self->descending))
    return;
  self->order = self->compared->order;
  self->descending = descending;
  g_signal_emit (self, signals[SIGNAL_SORTED], 0);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  AjActivityColumns *self = column->owner;
  GtkWidget *label = aj_activity_cell_new_label (self->store, column->order);

  if (column->order == AJ_ACTIVITY_ORDER_NAME)
    g_object_bind_property (self, "narrow", aj_activity_cell_of (label), "with-line",
                            G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  AjActivityCell *cell = aj_activity_cell_of (gtk_list_item_get_child (item));

  aj_activity_cell_set_with_day (cell, column->owner->with_day);
  aj_activity_cell_set_slot (cell, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  aj_activity_cell_set_slot (aj_activity_cell_of (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (AjActivityColumns *self, AjActivityOrder order, int width)
{
  Column *column = &self->columns[order];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, column, NULL));

  column->owner = self;
  column->order = order;
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  column->column = gtk_column_view_column_new (aj_activity_order_get_label (order), factory);
  gtk_column_view_column_set_sorter (column->column, sorter);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  column->width = width;
  gtk_column_view_column_set_fixed_width (column->column, width);
  gtk_column_view_column_set_expand (column->column, width < 0);
  gtk_column_view_append_column (self->view, column->column);
}

static void
show_order (AjActivityColumns *self)
{
  self->ordering = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, self->columns[self->order].column,
                                  self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->ordering = FALSE;
}

static void
aj_activity_columns_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjActivityColumnsProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, AJ_ACTIVITY_COLUMNS (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_activity_columns_dispose (GObject *object)
{
  aj_activity_columns_remove (AJ_ACTIVITY_COLUMNS (object));
  g_clear_object (&AJ_ACTIVITY_COLUMNS (object)->store);
  G_OBJECT_CLASS (aj_activity_columns_parent_class)->dispose (object);
}

static void
aj_activity_columns_class_init (AjActivityColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = aj_activity_columns_get_property;
  object_class->dispose = aj_activity_columns_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_SORTED] = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_activity_columns_init (AjActivityColumns *self)
{
}

AjActivityColumns *
aj_activity_columns_new (GtkColumnView *view, AjStore *store)
{
  AjActivityColumns *self = g_object_new (AJ_TYPE_ACTIVITY_COLUMNS, NULL);

  self->view = view;
  self->store = g_object_ref (store);
  add_column (self, AJ_ACTIVITY_ORDER_NAME, -1);
  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    add_column (self, extra[i].column, extra[i].width);
  aj_column_titles_make_reachable (view);
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
aj_activity_columns_remove (AjActivityColumns *self)
{
  g_return_if_fail (AJ_IS_ACTIVITY_COLUMNS (self));

  if (self->view == NULL)
    return;
  self->ordering = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      gtk_column_view_remove_column (self->view, self->columns[i].column);
      g_clear_object (&self->columns[i].column);
    }
  self->view = NULL;
}

void
aj_activity_columns_set_order (AjActivityColumns *self, AjActivityOrder order, gboolean descending)
{
  g_return_if_fail (AJ_IS_ACTIVITY_COLUMNS (self));

  if (self->order == order && self->descending == descending)
    return;
  self->order = order;
  self->descending = descending;
  show_order (self);
}

AjActivityOrder
aj_activity_columns_get_order (AjActivityColumns *self, gboolean *descending)
{
  g_return_val_if_fail (AJ_IS_ACTIVITY_COLUMNS (self), AJ_ACTIVITY_ORDER_NAME);

  *descending = self->descending;
  return self->order;
}

static void
set_narrow (AjActivityColumns *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* GTK 4.8 keeps room for a hidden column that has a width. */
static void
set_shown (Column *self, gboolean shown)
{
  if (gtk_column_view_column_get_visible (self->column) == shown)
    return;
  if (!shown)
    self->width = gtk_column_view_column_get_fixed_width (self->column);
  gtk_column_view_column_set_fixed_width (self->column, shown ? self->width : 0);
  gtk_column_view_column_set_visible (self->column, shown);
}

/* One column beside the title says less than the line beneath it. */
void
aj_activity_columns_fit (AjActivityColumns *self, int width, gboolean with_reached)
{
  int left = width - TITLE_WIDTH;
  guint n_fit = 0;

  g_return_if_fail (AJ_IS_ACTIVITY_COLUMNS (self));

  while (n_fit < G_N_ELEMENTS (extra) && left >= extra[n_fit].width)
    left -= extra[n_fit++].width;
  if (n_fit == 1)
    n_fit = 0;
  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    set_shown (&self->columns[extra[i].column],
               i < n_fit && (extra[i].column != AJ_ACTIVITY_ORDER_ACTUAL || with_reached));
  set_narrow (self, n_fit == 0);
}

void
aj_activity_columns_set_with_day (AjActivityColumns *self, gboolean with_day)
{
  g_return_if_fail (AJ_IS_ACTIVITY_COLUMNS (self));

  self->with_day = with_day;
}
