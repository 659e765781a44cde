/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-timeline-bar.h"

G_BEGIN_DECLS

#define AJ_TYPE_TIMELINE_ITEM (aj_timeline_item_get_type ())

/**
 * AjTimelineItem:
 *
 * A bar or a milestone that is to be seen on a timeline. Only #AjTimeline makes them.
 *
 * Signals: "activated", by its action "timeline-item.activate".
 */
G_DECLARE_FINAL_TYPE (AjTimelineItem, aj_timeline_item, AJ, TIMELINE_ITEM, GtkWidget)

AjTimelineItem *aj_timeline_item_new (void);
/* @index is that of the bar among the @n_bars there are. */
void aj_timeline_item_set (AjTimelineItem *self, AjTimelineBar *bar, guint index, guint n_bars);
guint aj_timeline_item_get_index (AjTimelineItem *self);
AjTimelineBar *aj_timeline_item_get_bar (AjTimelineItem *self);
/* The days it is shown with while it is being moved; NULL: its own. */
void aj_timeline_item_set_draft (AjTimelineItem *self, const AjDateRange *days);
/* How much of its left end lies beyond the edge of the page: what it says stands behind that. */
void aj_timeline_item_set_hidden (AjTimelineItem *self, int hidden);
/* What its title needs. */
int aj_timeline_item_get_title_width (AjTimelineItem *self);
/* How much of its width is left for its title, and where that begins. A milestone has none. */
int aj_timeline_item_get_room (AjTimelineItem *self);
int aj_timeline_item_get_title_x (AjTimelineItem *self);
/* (transfer none): what stands behind it, for there is no room inside, or it is being moved; NULL: nothing. */
PangoLayout *aj_timeline_item_get_caption (AjTimelineItem *self);

G_END_DECLS
