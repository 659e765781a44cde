/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-activity-filter.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTIVITY_FILTER_BUTTON (aj_activity_filter_button_get_type ())

/**
 * AjActivityFilterButton:
 *
 * A button that opens what activities can be chosen by, and in which order they stand. It is marked while something is
 * chosen.
 *
 * Signal: "changed" (the filter that was given is another one now).
 */
G_DECLARE_FINAL_TYPE (
    AjActivityFilterButton, aj_activity_filter_button, AJ, ACTIVITY_FILTER_BUTTON, GtkWidget)

/* Shows and changes @filter, which must stay; again, when it was changed elsewhere. */
void aj_activity_filter_button_show (AjActivityFilterButton *self, AjActivityFilter *filter);
/* What districts there are: ids, and what they are called, both ending with NULL. */
void aj_activity_filter_button_set_districts (AjActivityFilterButton *self,
                                              const char *const *ids,
                                              const char *const *names);
/* (transfer full): what is chosen, "Twente, youth"; empty for all. */
char *aj_activity_filter_button_describe (AjActivityFilterButton *self);

G_END_DECLS
