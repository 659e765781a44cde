/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether another thread still works for the program, or has an answer that the main loop did not pass on yet: what a store
 * was asked, and tasks that run in a thread. */
gboolean aj_under_way_is_any (void);

G_END_DECLS
