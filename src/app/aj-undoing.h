/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-store.h"

G_BEGIN_DECLS

/* Takes the newest change back, or makes it again, without blocking, and says what came of it: in the progress frame and
 * the toasts around @from. Cancel in the frame leaves everything as it was. */
void aj_undoing_undo (GtkWidget *from, AjStore *store);
void aj_undoing_redo (GtkWidget *from, AjStore *store);

G_END_DECLS
