/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Two interventions side by side (see aj-rollout-comparison.h), in a window with the choice of the other one above it, which
 * is open at once. */
void aj_comparison_window_show (GtkWindow *parent, AjServices *services, AjRecord *intervention);

G_END_DECLS
