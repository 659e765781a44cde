/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-chase-outbox.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_CHASE_WINDOW (aj_chase_window_get_type ())

/**
 * AjChaseWindow:
 *
 * The municipalities that have not answered for an edition of the action day, by round or by district: whom a mail goes to, and
 * when they were asked last. Who is ticked is mailed, each or a district at a time, after a look at what the mails say; and what
 * was really written is noted when somebody says that it is out.
 */
G_DECLARE_FINAL_TYPE (AjChaseWindow, aj_chase_window, AJ, CHASE_WINDOW, AdwWindow)

/* @edition: its id. What is written, and not noted yet, stays in @outbox when the window is closed. */
void aj_chase_window_show (GtkWindow *parent,
                           AjServices *services,
                           AjChaseOutbox *outbox,
                           const char *edition);

G_END_DECLS
