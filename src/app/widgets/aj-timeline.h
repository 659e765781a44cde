/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-timeline-bar.h"

G_BEGIN_DECLS

#define AJ_TYPE_TIMELINE (aj_timeline_get_type ())

/**
 * AjTimeline:
 *
 * Bars and milestones beside each other in time, in rows: years, months, weeks or days above them, by how near it is looked
 * at, and the names of the rows at the left; both stay while it is scrolled. It is a #GtkScrollable, to be put into a
 * #GtkScrolledWindow. Only what is to be seen is made and drawn.
 *
 * Tab enters and leaves it once. Left and Right go from bar to bar, Up and Down from row to row, Home and End to the ends of
 * a row (with Ctrl: of all), Page Up and Page Down a screen of rows, with Shift a screen of time; T goes to today; Enter and
 * a click activate. Dragging moves a bar or one of its ends, day by day; so do Ctrl+Left and Ctrl+Right, with Shift for its
 * end, and with Alt and Shift for its beginning. What is moved by keys is done once the keys are let go of; Escape
 * leaves it where it was. Ctrl with the wheel, plus, minus and 0 zooms.
 *
 * Signals: "activated" (#AjTimelineBar); "moved" (#AjTimelineBar, the new first day, the new last day), which answers
 * whether the bar may go there. Then it stays there until the model has another bar of that id, or until
 * aj_timeline_snap_back().
 */
G_DECLARE_FINAL_TYPE (AjTimeline, aj_timeline, AJ, TIMELINE, GtkWidget)

AjTimeline *aj_timeline_new (void);
/* @model (nullable) is of AjTimelineBar, each with an id of its own; rows come in the order of their first bars. What is
 * shown, the cursor and the focus stay where they are when it changes. */
void aj_timeline_set_model (AjTimeline *self, GListModel *model);
/* What a screen reader calls it. */
void aj_timeline_set_name (AjTimeline *self, const char *name);
/* Where the line stands; it is also what is shown first. AJ_DATE_NONE, as at first: nowhere. */
void aj_timeline_set_today (AjTimeline *self, AjDate today);
typedef gboolean (*AjTimelineDayFunc) (AjDate day, gpointer user_data);
/* Says of a day whether it is free, as holidays are; it is asked of the days to be seen alone. Weekends are known. */
void aj_timeline_set_day_off_func (AjTimeline *self,
                                   AjTimelineDayFunc func,
                                   gpointer user_data,
                                   GDestroyNotify destroy);
/* (transfer none): "zoom-in", "zoom-out", "zoom-reset", "zoom-fit" (all of it) and "today", to be inserted as "timeline"
 * into a widget around its buttons. */
GActionGroup *aj_timeline_get_actions (AjTimeline *self);

/* How wide a day is, in pixels: to be kept by whoever wants it the same the next time. */
double aj_timeline_get_day_width (AjTimeline *self);
void aj_timeline_set_day_width (AjTimeline *self, double width);
/* The days that are to be seen; both AJ_DATE_NONE before it was. */
AjDateRange aj_timeline_get_view (AjTimeline *self);
/* Scrolls there. */
void aj_timeline_show_day (AjTimeline *self, AjDate day);

/* The id of the bar at the cursor, or NULL. */
const char *aj_timeline_get_current (AjTimeline *self);
/* Puts the cursor on a bar and scrolls there; the focus goes along when a bar has it. FALSE: it is not there. */
gboolean aj_timeline_mark (AjTimeline *self, const char *id);
/* What was moved goes back: it could not be stored. */
void aj_timeline_snap_back (AjTimeline *self);

G_END_DECLS
