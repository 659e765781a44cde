/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-board-column.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-map-swatch.h"

struct _AjBoardColumn
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  AjMapSwatch *swatch;
  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkListView *list_view;

  guint index;
  GListStore *cards;             /* (owned) (element-type AjBoardCard) */
  GHashTable *by_id;             /* (owned) (element-type utf8 AjBoardCard): the same, borrowed */
  GtkSingleSelection *selection; /* (owned): over them */
  guint wanted;                  /* what the cursor is to be on as soon as it is there */
  guint tick;                    /* 0 while nothing is wanted */
  gboolean is_marking;           /* the program marks, and no person */
  gboolean is_movable;
};

G_DEFINE_FINAL_TYPE (AjBoardColumn, aj_board_column, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_MARKED,
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_count (AjBoardColumn *self)
{
  guint count = aj_board_column_get_n_cards (self);
  g_autofree char *text = g_strdup_printf ("%'u", count);
  /* Translators: a column of a board, and how many are in it: "Running, 3". */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), gtk_label_get_text (self->title_label),
                                           text);

  gtk_label_set_text (self->count_label, text);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_set_name (GTK_WIDGET (self->list_view), name);
}

static void
selected_cb (AjBoardColumn *self)
{
  if (!self->is_marking && aj_board_column_get_marked (self) != NULL)
    g_signal_emit (self, signals[SIGNAL_MARKED], 0);
}

static void
row_activated_cb (AjBoardColumn *self, guint position)
{
  g_autoptr (AjBoardCard) card = g_list_model_get_item (G_LIST_MODEL (self->cards), position);

  if (card != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, card);
}

static AjBoardColumn *
find_column (GtkWidget *widget)
{
  return AJ_BOARD_COLUMN (gtk_widget_get_ancestor (widget, AJ_TYPE_BOARD_COLUMN));
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  AjBoardCard *card = gtk_list_item_get_item (item);

  if (card == NULL || !find_column (child)->is_movable)
    return NULL;
  return gdk_content_provider_new_typed (AJ_TYPE_BOARD_CARD, card);
}

static void
drag_begun_cb (GtkDragSource *source, GdkDrag *drag, GtkListItem *item)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (
      gtk_widget_get_parent (gtk_list_item_get_child (item)));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (AjBoardColumn *self, const GValue *value)
{
  AjBoardCard *card = g_value_get_object (value);

  if (card == NULL || !self->is_movable || aj_board_card_get (card)->column == self->index)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, card);
  return TRUE;
}

static GtkWidget *
add_line (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), item, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begun_cb), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  add_line (box, "title");
  add_line (box, "subtitle");
  add_line (box, "caption");
  gtk_list_item_set_child (item, box);
}

static GtkWidget *
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  return gtk_widget_get_next_sibling (label);
}

/* The row around it is what takes the cursor, and what a screen reader reads. */
static void
item_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AjBoardCard *card = gtk_list_item_get_item (item);
  const AjBoardFacts *facts = aj_board_card_get (card);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *name = aj_board_card_describe (card);
  GtkWidget *label = gtk_widget_get_first_child (child);

  label = set_line (label, facts->title);
  label = set_line (label, facts->subtitle);
  set_line (label, facts->note);
  g_object_set_data (G_OBJECT (child), "card", card);
  aj_accessible_set_name (gtk_widget_get_parent (child), name);
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "card", NULL);
}

/* (nullable): the row that shows the card, when it is to be seen. */
static GtkWidget *
find_row (AjBoardColumn *self, AjBoardCard *card)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (child != NULL && g_object_get_data (G_OBJECT (child), "card") == card)
        return row;
    }
  return NULL;
}

/* FALSE while no row shows it. */
static gboolean
focus_wanted (AjBoardColumn *self)
{
  g_autoptr (AjBoardCard) card = g_list_model_get_item (G_LIST_MODEL (self->cards), self->wanted);
  GtkWidget *row = card != NULL ? find_row (self, card) : NULL;

  return card == NULL || (row != NULL && gtk_widget_grab_focus (row));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AjBoardColumn *self = AJ_BOARD_COLUMN (widget);

  if (!focus_wanted (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_wanting (AjBoardColumn *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
aj_board_column_dispose (GObject *object)
{
  AjBoardColumn *self = AJ_BOARD_COLUMN (object);

  stop_wanting (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->cards);
  G_OBJECT_CLASS (aj_board_column_parent_class)->dispose (object);
}

static void
aj_board_column_class_init (AjBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_board_column_dispose;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            AJ_TYPE_BOARD_CARD);
  signals[SIGNAL_MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_BOARD_CARD);
  g_type_ensure (AJ_TYPE_MAP_SWATCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, AjBoardColumn, box);
  gtk_widget_class_bind_template_child (widget_class, AjBoardColumn, swatch);
  gtk_widget_class_bind_template_child (widget_class, AjBoardColumn, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjBoardColumn, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjBoardColumn, list_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "board-column");
}

static void
set_up_list (AjBoardColumn *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (item_unbound_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->cards));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
aj_board_column_init (AjBoardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (AJ_TYPE_BOARD_CARD, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cards = g_list_store_new (AJ_TYPE_BOARD_CARD);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  set_up_list (self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

AjBoardColumn *
aj_board_column_new (guint index, const AjMapClass *class)
{
  AjBoardColumn *self = g_object_new (AJ_TYPE_BOARD_COLUMN, NULL);

  self->index = index;
  aj_map_swatch_set_class (self->swatch, class);
  gtk_label_set_text (self->title_label, class->label);
  show_count (self);
  return self;
}

void
aj_board_column_set_movable (AjBoardColumn *self, gboolean movable)
{
  self->is_movable = movable;
}

/* The card that was marked says something else now, and is another object. */
static void
mark_again (AjBoardColumn *self, const char *id, gboolean focus)
{
  guint position = aj_board_column_find (self, id);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (focus)
    aj_board_column_focus (self, position);
  else
    aj_board_column_mark (self, position);
}

/* (transfer container) (element-type AjBoardCard) */
static GPtrArray *
list_own (AjBoardColumn *self, GPtrArray *cards)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    if (aj_board_card_get (cards->pdata[i])->column == self->index)
      g_ptr_array_add (own, cards->pdata[i]);
  return own;
}

static gboolean
is_same_at (AjBoardColumn *self, guint position, AjBoardCard *card)
{
  g_autoptr (AjBoardCard) old = g_list_model_get_item (G_LIST_MODEL (self->cards), position);

  return aj_board_card_is_same (old, card);
}

/* @fresh (element-type AjBoardCard) take the place of @n_removed of those that are there. */
static void
replace_cards (AjBoardColumn *self, guint position, guint n_removed, gpointer *fresh, guint n_fresh)
{
  for (guint i = position; i < position + n_removed; i++)
    {
      g_autoptr (AjBoardCard) card = g_list_model_get_item (G_LIST_MODEL (self->cards), i);

      g_hash_table_remove (self->by_id, aj_board_card_get (card)->id);
    }
  for (guint i = 0; i < n_fresh; i++)
    g_hash_table_insert (self->by_id, (char *) aj_board_card_get (fresh[i])->id, fresh[i]);
  g_list_store_splice (self->cards, position, n_removed, fresh, n_fresh);
}

void
aj_board_column_set_cards (AjBoardColumn *self, GPtrArray *cards)
{
  g_autoptr (GPtrArray) own = list_own (self, cards);
  AjBoardCard *marked = aj_board_column_get_marked (self);
  g_autofree char *marked_id = marked != NULL ? g_strdup (aj_board_card_get (marked)->id) : NULL;
  guint n_old = aj_board_column_get_n_cards (self);
  guint least = MIN (n_old, own->len);
  guint before = 0, after = 0;
  gboolean has_focus;

  while (before < least && is_same_at (self, before, own->pdata[before]))
    before++;
  while (after < least - before &&
         is_same_at (self, n_old - 1 - after, own->pdata[own->len - 1 - after]))
    after++;
  if (before == n_old && n_old == own->len)
    return;
  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->is_marking = TRUE;
  replace_cards (self, before, n_old - before - after, own->pdata + before,
                 own->len - before - after);
  self->is_marking = FALSE;
  show_count (self);
  if (marked_id != NULL && aj_board_column_get_marked (self) == NULL)
    mark_again (self, marked_id, has_focus);
}

guint
aj_board_column_get_n_cards (AjBoardColumn *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->cards));
}

AjBoardCard *
aj_board_column_get_marked (AjBoardColumn *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

guint
aj_board_column_get_marked_position (AjBoardColumn *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

AjBoardCard *
aj_board_column_get_focused (AjBoardColumn *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  AjBoardCard *card = child != NULL ? g_object_get_data (G_OBJECT (child), "card") : NULL;

  return card != NULL ? card : aj_board_column_get_marked (self);
}

guint
aj_board_column_get_focused_position (AjBoardColumn *self)
{
  AjBoardCard *card = aj_board_column_get_focused (self);
  guint position;

  return card != NULL && g_list_store_find (self->cards, card, &position)
             ? position
             : GTK_INVALID_LIST_POSITION;
}

guint
aj_board_column_find (AjBoardColumn *self, const char *id)
{
  AjBoardCard *card = g_hash_table_lookup (self->by_id, id);
  guint position;

  if (card != NULL && g_list_store_find (self->cards, card, &position))
    return position;
  return GTK_INVALID_LIST_POSITION;
}

void
aj_board_column_mark (AjBoardColumn *self, guint position)
{
  stop_wanting (self);
  self->is_marking = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_marking = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

void
aj_board_column_focus (AjBoardColumn *self, guint position)
{
  g_return_if_fail (position < aj_board_column_get_n_cards (self));

  aj_board_column_mark (self, position);
  self->wanted = position;
  if (!focus_wanted (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
