/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-table.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-column-titles.h"
#include "aj-map-swatch.h"

struct _AjMapItem
{
  GObject parent_instance;
  AjMapState *map; /* (owned) */
  guint index;
};

G_DEFINE_FINAL_TYPE (AjMapItem, aj_map_item, G_TYPE_OBJECT)

struct _AjMapTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;           /* (owned): the child */
  GtkColumnView *view;           /* (borrowed): in the scroller */
  GtkColumnViewColumn *district; /* (borrowed): only shown when the states are not the districts */
  GtkColumnViewColumn *state;    /* (borrowed) */
  GtkColumnViewColumn *count;    /* (borrowed): only shown when something is counted */
  GtkColumnViewColumn *text;     /* (borrowed): only shown when there is a remark */
  GListStore *items;             /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjMapTable, aj_map_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  COLUMN_NAME,
  COLUMN_DISTRICT,
  COLUMN_STATE,
  COLUMN_TEXT,
  COLUMN_COUNT,
} Column;

static void
aj_map_item_finalize (GObject *object)
{
  aj_map_state_unref (AJ_MAP_ITEM (object)->map);
  G_OBJECT_CLASS (aj_map_item_parent_class)->finalize (object);
}

static void
aj_map_item_class_init (AjMapItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_map_item_finalize;
}

static void
aj_map_item_init (AjMapItem *self)
{
}

static AjMapItem *
aj_map_item_new (AjMapState *map, guint index)
{
  AjMapItem *self = g_object_new (AJ_TYPE_MAP_ITEM, NULL);

  self->map = aj_map_state_ref (map);
  self->index = index;
  return self;
}

const AjMapTile *
aj_map_item_get_tile (AjMapItem *self)
{
  return aj_map_state_get_tile (self->map, self->index);
}

/* The text on a tile is the number where there is one, and that has a column of its own. */
static const char *
get_remark (AjMapState *map, const AjMapTile *tile)
{
  if (tile->is_apart)
    /* Translators: a remark on a municipality: it is not known where it lies on the map. */
    return _ ("Place unknown");
  return tile->text != NULL && aj_map_state_get_count_label (map) == NULL ? tile->text : "";
}

static char *
dup_text (AjMapItem *item, Column column)
{
  const AjMapTile *tile = aj_map_item_get_tile (item);

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (tile->name);
    case COLUMN_DISTRICT:
      return g_strdup (tile->district != NULL ? tile->district : "");
    case COLUMN_STATE:
      return g_strdup (aj_map_state_get_class (item->map, tile->state)->label);
    case COLUMN_TEXT:
      return g_strdup (get_remark (item->map, tile));
    case COLUMN_COUNT:
    default:
      return tile->count >= 0 ? g_strdup_printf ("%d", (int) tile->count) : g_strdup ("");
    }
}

/* States stand in the order of the legend, the rest as text does, or numbers. */
static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  AjMapItem *first = AJ_MAP_ITEM ((gpointer) a), *second = AJ_MAP_ITEM ((gpointer) b);
  const AjMapTile *one = aj_map_item_get_tile (first), *other = aj_map_item_get_tile (second);
  g_autofree char *text = NULL;
  g_autofree char *other_text = NULL;

  if (GPOINTER_TO_INT (column) == COLUMN_STATE)
    return one->state < other->state ? -1 : one->state > other->state;
  if (GPOINTER_TO_INT (column) == COLUMN_COUNT)
    return one->count < other->count ? -1 : one->count > other->count;
  text = dup_text (first, (Column) GPOINTER_TO_INT (column));
  other_text = dup_text (second, (Column) GPOINTER_TO_INT (column));
  return g_utf8_collate (text, other_text);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (GPOINTER_TO_INT (column) == COLUMN_STATE)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (aj_map_swatch_new ()));
  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (column) == COLUMN_COUNT ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* The row is what takes the focus, and GTK 4.8 gives it no name. */
static void
name_row (GtkWidget *box, AjMapItem *item)
{
  GtkWidget *cell = gtk_widget_get_parent (box);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = aj_map_state_describe (item->map, item->index);

  if (row != NULL)
    aj_accessible_set_name (row, name);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  AjMapItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  g_autofree char *text = dup_text (item, (Column) GPOINTER_TO_INT (column));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  if (GPOINTER_TO_INT (column) == COLUMN_STATE)
    aj_map_swatch_set_class (AJ_MAP_SWATCH (gtk_widget_get_first_child (box)),
                             aj_map_state_get_class (item->map,
                                                     aj_map_item_get_tile (item)->state));
  if (GPOINTER_TO_INT (column) == COLUMN_NAME)
    name_row (box, item);
}

static GtkColumnViewColumn *
add_column (AjMapTable *self, Column number, const char *title, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (
      gtk_custom_sorter_new (compare, GINT_TO_POINTER (number), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (number));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  return column;
}

static void
activated_cb (AjMapTable *self, guint position)
{
  g_autoptr (AjMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, aj_map_item_get_tile (item)->id);
}

static void
aj_map_table_dispose (GObject *object)
{
  AjMapTable *self = AJ_MAP_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (aj_map_table_parent_class)->dispose (object);
}

static void
aj_map_table_class_init (AjMapTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_map_table_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "map-table");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
make_model (AjMapTable *self)
{
  GtkSortListModel *sorted;

  self->items = g_list_store_new (AJ_TYPE_MAP_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
aj_map_table_init (AjMapTable *self)
{
  GtkColumnViewColumn *name;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  name = add_column (self, COLUMN_NAME, _ ("Name"), TRUE);
  self->district = add_column (self, COLUMN_DISTRICT, _ ("District"), TRUE);
  self->state = add_column (self, COLUMN_STATE, _ ("State"), TRUE);
  self->text = add_column (self, COLUMN_TEXT, _ ("Remark"), FALSE);
  self->count = add_column (self, COLUMN_COUNT, _ ("Number"), FALSE);
  aj_column_titles_make_reachable (self->view);
  make_model (self);
  gtk_column_view_sort_by_column (self->view, name, GTK_SORT_ASCENDING);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
}

AjMapTable *
aj_map_table_new (void)
{
  return g_object_new (AJ_TYPE_MAP_TABLE, NULL);
}

/* Whether a column of districts would only say again what the states do. */
static gboolean
is_by_district (AjMapState *map)
{
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (map, i);

      if (tile->district != NULL &&
          !g_str_equal (tile->district, aj_map_state_get_class (map, tile->state)->label))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_remark (AjMapState *map)
{
  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    if (*get_remark (map, aj_map_state_get_tile (map, i)) != '\0')
      return TRUE;
  return FALSE;
}

static void
update_columns (AjMapTable *self, AjMapState *map)
{
  const char *count_label = aj_map_state_get_count_label (map);

  gtk_column_view_column_set_title (self->state, aj_map_state_get_class_title (map));
  gtk_column_view_column_set_visible (self->district, !is_by_district (map));
  gtk_column_view_column_set_visible (self->count, count_label != NULL);
  gtk_column_view_column_set_visible (self->text, has_remark (map));
  if (count_label != NULL)
    gtk_column_view_column_set_title (self->count, count_label);
}

static gboolean
looks_the_same (const AjMapClass *a, const AjMapClass *b)
{
  return a->tone == b->tone && a->mark == b->mark && a->hatched == b->hatched;
}

/* Lines that say what they said stay, and with them the place in the table, what is chosen and the focus. */
static gboolean
says_the_same (AjMapItem *item, AjMapState *map, guint index)
{
  const AjMapTile *one = aj_map_item_get_tile (item);
  const AjMapTile *other = aj_map_state_get_tile (map, index);
  g_autofree char *text = aj_map_state_describe (item->map, item->index);
  g_autofree char *other_text = aj_map_state_describe (map, index);

  return g_str_equal (one->id, other->id) && g_str_equal (text, other_text) &&
         looks_the_same (aj_map_state_get_class (item->map, one->state),
                         aj_map_state_get_class (map, other->state));
}

/* All at once, or the view would hold on to the first one that came and end up below. */
static void
put_all (AjMapTable *self, AjMapState *map)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < aj_map_state_get_n_tiles (map); i++)
    g_ptr_array_add (items, aj_map_item_new (map, i));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
put_line (AjMapTable *self, AjMapState *map, guint index)
{
  g_autoptr (AjMapItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), index);
  g_autoptr (AjMapItem) item = aj_map_item_new (map, index);

  if (!says_the_same (old, map, index))
    g_list_store_splice (self->items, index, 1, (gpointer *) &item, 1);
}

/* The list inside is what Tab reaches. */
static void
name_view (AjMapTable *self, const char *name)
{
  aj_accessible_set_name (GTK_WIDGET (self->view), name);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    aj_accessible_set_name (child, name);
}

void
aj_map_table_set_state (AjMapTable *self, AjMapState *map)
{
  guint n = aj_map_state_get_n_tiles (map);
  g_autofree char *marked = NULL;
  g_autofree char *name = aj_map_state_dup_name (map);
  AjMapItem *selected = gtk_single_selection_get_selected_item (self->selection);

  if (selected != NULL)
    marked = g_strdup (aj_map_item_get_tile (selected)->id);
  update_columns (self, map);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != n)
    put_all (self, map);
  else
    for (guint i = 0; i < n; i++)
      put_line (self, map, i);
  aj_map_table_mark (self, marked);
  name_view (self, name);
}

void
aj_map_table_mark (AjMapTable *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && id != NULL && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (AjMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (aj_map_item_get_tile (item)->id, id))
        position = i;
    }
  gtk_single_selection_set_selected (self->selection, position);
}

GListModel *
aj_map_table_get_model (AjMapTable *self)
{
  return G_LIST_MODEL (self->selection);
}
