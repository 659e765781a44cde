/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* All that a board knows of what it shows. */
typedef struct
{
  const char *id; /* what it is known by when it changes */
  guint column;   /* where it stands */
  const char *title;
  const char *subtitle; /* (nullable) */
  const char *note;     /* (nullable): what else is said of it */
} AjBoardFacts;

#define AJ_TYPE_BOARD_CARD (aj_board_card_get_type ())

/**
 * AjBoardCard:
 *
 * A card on a board. Never changes: what changes gets a new one with the same id. Any thread may read it.
 */
G_DECLARE_FINAL_TYPE (AjBoardCard, aj_board_card, AJ, BOARD_CARD, GObject)

/* Copies. */
AjBoardCard *aj_board_card_new (const AjBoardFacts *facts);
const AjBoardFacts *aj_board_card_get (AjBoardCard *self);
/* Whether both say the same. */
gboolean aj_board_card_is_same (AjBoardCard *self, AjBoardCard *other);
/* (transfer full): "Echt-Nep, Deventer, from 3 March 2026": one line for who does not see it. */
char *aj_board_card_describe (AjBoardCard *self);

G_END_DECLS
