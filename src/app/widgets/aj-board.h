/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-board-card.h"
#include "aj-map-state.h"

G_BEGIN_DECLS

#define AJ_TYPE_BOARD (aj_board_get_type ())

/**
 * AjBoard:
 *
 * Cards in columns, as the phases that something goes through. A card is moved to another column by dragging it, or with Alt or
 * Control and the arrow keys; the arrow keys alone go from card to card. It knows no record: it asks to have a card moved, and shows where
 * the cards are when it is told.
 *
 * Signals: "activated" (AjBoardCard *): a card was chosen. "moved" (AjBoardCard *, guint): a card is to get to that column.
 */
G_DECLARE_FINAL_TYPE (AjBoard, aj_board, AJ, BOARD, GtkWidget)

/* A column for each of @classes. */
AjBoard *aj_board_new (const AjMapClass *classes, guint n_classes);
/* What a screen reader calls it. */
void aj_board_set_name (AjBoard *self, const char *name);
/* Whether cards can be moved; at first they can not. */
void aj_board_set_movable (AjBoard *self, gboolean movable);
/* (element-type AjBoardCard): in the order in which they stand in their columns. What is marked, and the cursor, stay with a card
 * wherever it goes. */
void aj_board_set_cards (AjBoard *self, GPtrArray *cards);
/* Marks the card with this id; NULL: none. FALSE: it is not there. */
gboolean aj_board_mark (AjBoard *self, const char *id);

G_END_DECLS
