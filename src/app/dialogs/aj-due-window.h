/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUE_WINDOW (aj_due_window_get_type ())

/* Who has had no part in the network for the term of the preferences: each to be kept, from today for another term, or
 * forgotten; several at once as well. Follows the store. */
G_DECLARE_FINAL_TYPE (AjDueWindow, aj_due_window, AJ, DUE_WINDOW, AdwWindow)

void aj_due_window_show (GtkWindow *parent, AjServices *services);

G_END_DECLS
