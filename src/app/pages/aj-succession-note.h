/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_SUCCESSION_NOTE (aj_succession_note_get_type ())

/* Of somebody who leaves and has a successor: what is still in their name after that, with the one button that hands it
 * over. Invisible when nothing is. */
G_DECLARE_FINAL_TYPE (AjSuccessionNote, aj_succession_note, AJ, SUCCESSION_NOTE, GtkBox)

GtkWidget *aj_succession_note_new (AjServices *services, AjRecord *person);

G_END_DECLS
