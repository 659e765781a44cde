/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-composition.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_SITTER_ROW (aj_sitter_row_get_type ())

/**
 * AjSitterRow:
 *
 * Who sits in a group: the name, and beneath it the seat, the role, for whom and since when. It opens to change these,
 * to hand the seat over, and to end it; each is one edit.
 */
G_DECLARE_FINAL_TYPE (AjSitterRow, aj_sitter_row, AJ, SITTER_ROW, AdwExpanderRow)

GtkWidget *aj_sitter_row_new (AjServices *services, const char *membership_id);
/* What @sitter of @book is on @date. Whoever sits there, left or comes: @date says which. */
void aj_sitter_row_show (AjSitterRow *self, AjGroupBook *book, const AjSitter *sitter, AjDate date);

G_END_DECLS
