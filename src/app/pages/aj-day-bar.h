/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DAY_BAR (aj_day_bar_get_type ())

/**
 * AjDayBar:
 *
 * The day for which a page shows how things stand: today until another is chosen, a year earlier or later or from a
 * calendar.
 *
 * Signal: "moved" (another day was chosen).
 */
G_DECLARE_FINAL_TYPE (AjDayBar, aj_day_bar, AJ, DAY_BAR, GtkBox)

void aj_day_bar_set_services (AjDayBar *self, AjServices *services);
/* Today moves on by itself from one day to the next. */
AjDate aj_day_bar_get_day (AjDayBar *self);
gboolean aj_day_bar_is_today (AjDayBar *self);
/* Chooses the same day @years later, or earlier. */
void aj_day_bar_step (AjDayBar *self, int years);
void aj_day_bar_go_today (AjDayBar *self);

G_END_DECLS
