/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-composition.h"

G_BEGIN_DECLS

#define AJ_TYPE_SEAT_PICKER (aj_seat_picker_get_type ())

/**
 * AjSeatPicker:
 *
 * A row in which one of a group's seats is chosen for somebody, or left to whichever fits.
 *
 * Signal: "picked" (the id of the seat; NULL: whichever fits).
 */
G_DECLARE_FINAL_TYPE (AjSeatPicker, aj_seat_picker, AJ, SEAT_PICKER, AdwPreferencesRow)

GtkWidget *aj_seat_picker_new (void);
/* Offers the seats that the sitter's group has on @date. Hidden when it has none. */
void
aj_seat_picker_show (AjSeatPicker *self, AjGroupBook *book, const AjSitter *sitter, AjDate date);

G_END_DECLS
