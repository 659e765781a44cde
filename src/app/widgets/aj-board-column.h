/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-board-card.h"
#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_BOARD_COLUMN (aj_board_column_get_type ())

/**
 * AjBoardColumn:
 *
 * One column of a board (AjBoard): what it is called, how many cards are in it, and the cards, of which one may be marked. Only
 * cards that are to be seen become widgets.
 *
 * Signals: "activated" (AjBoardCard *). "marked": a card in it was marked by a person. "dropped" (AjBoardCard *): a card of
 * another column was dropped here.
 */
G_DECLARE_FINAL_TYPE (AjBoardColumn, aj_board_column, AJ, BOARD_COLUMN, GtkWidget)

AjBoardColumn *aj_board_column_new (guint index, const AjMapClass *class);
/* Whether cards can be dragged away and dropped here. */
void aj_board_column_set_movable (AjBoardColumn *self, gboolean movable);
/* Shows those of @cards (element-type AjBoardCard) that stand in this column, in their order. What is the same stays. */
void aj_board_column_set_cards (AjBoardColumn *self, GPtrArray *cards);
guint aj_board_column_get_n_cards (AjBoardColumn *self);
/* (nullable): the one that is marked. */
AjBoardCard *aj_board_column_get_marked (AjBoardColumn *self);
/* Its place; GTK_INVALID_LIST_POSITION while none is marked. */
guint aj_board_column_get_marked_position (AjBoardColumn *self);
/* (nullable): the one that the cursor is on, else the one that is marked; going back by Tab marks none. */
AjBoardCard *aj_board_column_get_focused (AjBoardColumn *self);
/* Its place, likewise. */
guint aj_board_column_get_focused_position (AjBoardColumn *self);
/* GTK_INVALID_LIST_POSITION: no card with that id is here. */
guint aj_board_column_find (AjBoardColumn *self, const char *id);
/* Marks the card at that place and brings it into view; GTK_INVALID_LIST_POSITION: none. */
void aj_board_column_mark (AjBoardColumn *self, guint position);
/* Marks it and puts the cursor on it. */
void aj_board_column_focus (AjBoardColumn *self, guint position);

G_END_DECLS
