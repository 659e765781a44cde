/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-board.h"

#include "aj-accessible.h"
#include "aj-board-column.h"

struct _AjBoard
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* (owned): the child */
  GtkWidget *box;      /* (unowned): in it */
  GPtrArray *columns;  /* (owned) (element-type AjBoardColumn): children of the box */
  char *
      followed; /* (owned) (nullable): the id of a card that was moved by key: where it comes, the cursor comes */
  guint followed_to; /* the column in which that is */
  gboolean is_movable;
};

G_DEFINE_FINAL_TYPE (AjBoard, aj_board, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (AjBoard *self, AjBoardCard *card)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, card);
}

/* One card of all is marked. */
static void
marked_cb (AjBoard *self, AjBoardColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (self->columns->pdata[i] != column)
      aj_board_column_mark (self->columns->pdata[i], GTK_INVALID_LIST_POSITION);
}

static void
dropped_cb (AjBoard *self, AjBoardCard *card, AjBoardColumn *column)
{
  guint index = 0;

  g_ptr_array_find (self->columns, column, &index);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, card, index);
}

/* FALSE: the cursor is in none of them. */
static gboolean
find_focused (AjBoard *self, guint *index)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (gtk_widget_get_focus_child (self->box) == self->columns->pdata[i])
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static void
scroll_to (AjBoard *self, GtkWidget *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (column, self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static void
focus_card (AjBoard *self, guint column, guint position)
{
  aj_board_column_focus (self->columns->pdata[column], position);
  marked_cb (self, self->columns->pdata[column]);
  scroll_to (self, self->columns->pdata[column]);
}

/* To the next column that has a card, at about the same height. */
static void
step (AjBoard *self, guint column, int by)
{
  guint position = aj_board_column_get_focused_position (self->columns->pdata[column]);

  for (int i = (int) column + by; i >= 0 && i < (int) self->columns->len; i += by)
    {
      guint n_cards = aj_board_column_get_n_cards (self->columns->pdata[i]);

      if (n_cards == 0)
        continue;
      focus_card (self, (guint) i,
                  position != GTK_INVALID_LIST_POSITION ? MIN (position, n_cards - 1) : 0);
      return;
    }
}

static void
stop_following (AjBoard *self)
{
  g_clear_pointer (&self->followed, g_free);
}

static void
move (AjBoard *self, guint column, int by)
{
  AjBoardCard *card = aj_board_column_get_focused (self->columns->pdata[column]);
  int to = (int) column + by;

  if (card == NULL || !self->is_movable || to < 0 || to >= (int) self->columns->len)
    return;
  self->followed = g_strdup (aj_board_card_get (card)->id);
  self->followed_to = (guint) to;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, card, (guint) to);
}

/* Before the list, which would take the arrows for its own. */
static gboolean
key_pressed_cb (AjBoard *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  /* Alt, as what stands in an order is moved, and Control, as bars of a timeline are. */
  gboolean moves = held == GDK_ALT_MASK || held == GDK_CONTROL_MASK;
  gboolean to_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint column;

  /* Whoever goes on does not wait for a card any more. */
  stop_following (self);
  if (!to_left && key != GDK_KEY_Right && key != GDK_KEY_KP_Right)
    return GDK_EVENT_PROPAGATE;
  if ((held != 0 && !moves) || !find_focused (self, &column))
    return GDK_EVENT_PROPAGATE;
  if (moves)
    move (self, column, to_left != is_rtl ? -1 : 1);
  else
    step (self, column, to_left != is_rtl ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
aj_board_dispose (GObject *object)
{
  AjBoard *self = AJ_BOARD (object);

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    g_signal_handlers_disconnect_by_data (self->columns->pdata[i], self);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->followed, g_free);
  G_OBJECT_CLASS (aj_board_parent_class)->dispose (object);
}

static void
aj_board_class_init (AjBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_board_dispose;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            AJ_TYPE_BOARD_CARD);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, AJ_TYPE_BOARD_CARD,
                                        G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "card-board");
}

static void
aj_board_init (AjBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->columns = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (stop_following), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

AjBoard *
aj_board_new (const AjMapClass *classes, guint n_classes)
{
  AjBoard *self = g_object_new (AJ_TYPE_BOARD, NULL);

  for (guint i = 0; i < n_classes; i++)
    {
      AjBoardColumn *column = aj_board_column_new (i, &classes[i]);

      g_signal_connect_swapped (column, "activated", G_CALLBACK (activated_cb), self);
      g_signal_connect_swapped (column, "marked", G_CALLBACK (marked_cb), self);
      g_signal_connect_swapped (column, "dropped", G_CALLBACK (dropped_cb), self);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (column));
      g_ptr_array_add (self->columns, column);
    }
  return self;
}

void
aj_board_set_name (AjBoard *self, const char *name)
{
  aj_accessible_set_name (GTK_WIDGET (self), name);
}

void
aj_board_set_movable (AjBoard *self, gboolean movable)
{
  self->is_movable = movable;
  for (guint i = 0; i < self->columns->len; i++)
    aj_board_column_set_movable (self->columns->pdata[i], movable);
}

/* (transfer full) (nullable): the id of the card that is marked. */
static char *
dup_marked (AjBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      AjBoardCard *card = aj_board_column_get_marked (self->columns->pdata[i]);

      if (card != NULL)
        return g_strdup (aj_board_card_get (card)->id);
    }
  return NULL;
}

/* The cursor comes along once the card has come where it was moved to, and not before. */
static gboolean
follow (AjBoard *self, const char *id)
{
  guint position = id != NULL ? aj_board_column_find (self->columns->pdata[self->followed_to], id)
                              : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  focus_card (self, self->followed_to, position);
  return TRUE;
}

void
aj_board_set_cards (AjBoard *self, GPtrArray *cards)
{
  g_autofree char *marked = dup_marked (self);
  /* The cursor leaves the row that goes, which is no person who goes elsewhere. */
  g_autofree char *followed = g_steal_pointer (&self->followed);

  for (guint i = 0; i < self->columns->len; i++)
    aj_board_column_set_cards (self->columns->pdata[i], cards);
  if (follow (self, followed))
    return;
  if (marked != NULL)
    aj_board_mark (self, marked);
  stop_following (self);
  self->followed = g_steal_pointer (&followed);
}

gboolean
aj_board_mark (AjBoard *self, const char *id)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      AjBoardColumn *column = self->columns->pdata[i];
      guint position = id != NULL ? aj_board_column_find (column, id) : GTK_INVALID_LIST_POSITION;

      found = found || position != GTK_INVALID_LIST_POSITION;
      if (position != aj_board_column_get_marked_position (column))
        aj_board_column_mark (column, position);
    }
  return found;
}
