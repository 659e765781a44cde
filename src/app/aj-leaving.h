/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-field-row.h"

G_BEGIN_DECLS

/* Whether the file may be closed now. @unsaved (nullable): the first row that holds what the person chose to stay for. */
typedef void (*AjLeavingAnswered) (gboolean may_leave, AjFieldRow *unsaved, gpointer user_data);

/* Before a file is closed: saves what is being typed in @window, waits until all that was asked of the store is done,
 * without blocking, and asks when something could not be saved after all. A dialog of @window that is open then, with a
 * question of its own, keeps it open. @answered is called once, later, and not when @window is gone by then. */
void aj_leaving_ask (GtkWindow *window,
                     AjServices *services,
                     AjLeavingAnswered answered,
                     gpointer user_data);

G_END_DECLS
