/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-date.h"

G_BEGIN_DECLS

#define AJ_TYPE_DOUBT_BAR (aj_doubt_bar_get_type ())

/**
 * AjDoubtBar:
 *
 * What makes one ask whether it is meant, before the button that does it, with a button that begins on another day instead. Not in
 * view while there is no doubt; a screen reader says it when it comes.
 *
 * Signals: "taken" (an int: the AjDate that is begun on).
 */
G_DECLARE_FINAL_TYPE (AjDoubtBar, aj_doubt_bar, AJ, DOUBT_BAR, GtkBox)

/* @sentence is nullable: there is no doubt. */
void aj_doubt_bar_show (AjDoubtBar *self, const char *sentence, AjDate proposal);

G_END_DECLS
