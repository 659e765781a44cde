/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MERGER_NOTE (aj_merger_note_get_type ())

/* Into which municipality one went, and which went into it, each a link (by the action "records.show"). Invisible when
 * neither is. */
G_DECLARE_FINAL_TYPE (AjMergerNote, aj_merger_note, AJ, MERGER_NOTE, GtkBox)

GtkWidget *aj_merger_note_new (AjServices *services, AjRecord *municipality);

G_END_DECLS
