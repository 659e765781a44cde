/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-timeline-item.h"
#include "aj-timeline-plan.h"
#include "aj-timeline.h"

G_BEGIN_DECLS

/* What the files of the timeline share: the widget itself (aj-timeline.c), where it looks (-view), its children (-items), what
 * is being moved (-draft), its keys, its pointer, and what is drawn around the bars (-paint). */

/* The new days of a bar, until the model has them. */
typedef struct
{
  AjTimelineBar *bar; /* (owned) (nullable): none */
  AjTimelineGrip grip;
  AjDateRange from;
  AjDateRange days;
  int by;
  gboolean by_keys;
  gboolean sent; /* it was let go of */
} AjTimelineDraft;

struct _AjTimeline
{
  GtkWidget parent_instance;

  GListModel *model;    /* (owned) (nullable) */
  GPtrArray *bars;      /* (owned) (element-type AjTimelineBar): as in the model */
  AjTimelinePlan *plan; /* (owned) (nullable): NULL when it is to be made anew */
  AjTimelineMeasure measure;
  AjTimelineScale scale;
  int n_days;        /* that can be scrolled to, from the origin of the scale */
  GHashTable *items; /* (owned) (element-type guint AjTimelineItem): children, by index */
  char *current;     /* (owned) (nullable): an id */
  AjDate today;
  AjTimelineDayFunc day_off;
  gpointer day_off_data;
  GDestroyNotify day_off_destroy;
  GSimpleActionGroup *actions; /* (owned) */

  /* As allocated */
  int measured_width;
  int line;   /* the height of a line of letters */
  int header; /* two of them */
  int column; /* with the names of the rows; 0 when those stand above the bars */

  /* Where it looks */
  GtkAdjustment *across; /* (owned) */
  GtkAdjustment *down;   /* (owned) */
  GtkScrollablePolicy across_policy;
  GtkScrollablePolicy down_policy;
  gboolean was_shown;
  gboolean is_placed;  /* what is looked at was chosen when there was something to be seen */
  gboolean has_anchor; /* this day comes there with the next layout */
  double anchor_day;
  double anchor_x;

  AjTimelineDraft draft;

  guint items_tick; /* before the next layout, others are to be seen; 0 */

  /* The pointer */
  double start_x; /* where the button went down */
  double start_y;
  double press_x;   /* the same in the coordinates of the plan */
  double pointer_x; /* where it was last */
  guint scroll_id;  /* at an edge, while dragging */
  gboolean dragged; /* since the button went down */
  double pinch_day; /* the width of a day as the pinch began */

  GHashTable *layouts; /* (owned) (element-type utf8 PangoLayout) */
  guint serial;        /* of the letters that they are laid out with */
};

/* Makes the plan when there is none. */
AjTimelinePlan *aj_timeline_get_plan (AjTimeline *self);
/* After whatever the plan is made of has changed. */
void aj_timeline_drop_plan (AjTimeline *self);
/* The index of the bar at the cursor, or where it would begin; -1 without bars. */
int aj_timeline_get_cursor (AjTimeline *self);
/* Takes the cursor and the focus there. */
gboolean aj_timeline_go_to (AjTimeline *self, guint index);
void aj_timeline_activate (AjTimeline *self, guint index);
/* Emits "moved". */
gboolean aj_timeline_ask (AjTimeline *self, AjTimelineBar *bar, const AjDateRange *days);

/* (nullable): the child that shows it, if it is to be seen. */
AjTimelineItem *aj_timeline_get_item (AjTimeline *self, guint index);
/* The same, made when there is none. */
AjTimelineItem *aj_timeline_make_item (AjTimeline *self, guint index);
void aj_timeline_activate_item (AjTimeline *self, AjTimelineItem *item);
/* Children are what is to be seen, in the order in which it is read, and what has the focus or is being moved. */
void aj_timeline_update_items (AjTimeline *self);
/* In a layout, in which no child may come or go: has that done before the next one, when it is called for. */
void aj_timeline_want_items (AjTimeline *self);
void aj_timeline_allocate_items (AjTimeline *self);
/* After the model changed: children keep their bars under other numbers, so that what has the focus keeps it. */
void aj_timeline_renumber_items (AjTimeline *self);

/* The room beside the names and below the header. */
double aj_timeline_get_page_width (AjTimeline *self);
double aj_timeline_get_page_height (AjTimeline *self);
/* From the coordinates of the widget to those of the plan. */
double aj_timeline_to_plan_x (AjTimeline *self, double x);
double aj_timeline_to_plan_y (AjTimeline *self, double y);
/* Keeps what stands at @x of the page where it is, whatever changes before the next layout. */
void aj_timeline_keep_at (AjTimeline *self, double x);
void aj_timeline_zoom_at (AjTimeline *self, double day, double x);
void aj_timeline_zoom_by (AjTimeline *self, int steps);
void aj_timeline_scroll_to (AjTimeline *self, guint index);
void aj_timeline_scroll_by (AjTimeline *self, double across, double down);
/* In a layout: the adjustments follow what there is, and what is kept comes to its place. */
void aj_timeline_configure (AjTimeline *self);
void
aj_timeline_set_adjustment (AjTimeline *self, GtkAdjustment **place, GtkAdjustment *adjustment);
void aj_timeline_add_actions (AjTimeline *self);
void aj_timeline_update_actions (AjTimeline *self);

gboolean aj_timeline_is_drafting (AjTimeline *self);
void aj_timeline_begin_draft (AjTimeline *self, guint index, AjTimelineGrip grip, gboolean by_keys);
void aj_timeline_move_draft (AjTimeline *self, int by);
/* Lets go of it. */
void aj_timeline_send_draft (AjTimeline *self);
void aj_timeline_drop_draft (AjTimeline *self);
/* The days a bar is shown with; NULL: its own. */
const AjDateRange *aj_timeline_get_draft_days (AjTimeline *self, AjTimelineBar *bar);

void aj_timeline_add_keys (AjTimeline *self);
void aj_timeline_add_pointer (AjTimeline *self);

/* How wide the names of the rows are. */
int aj_timeline_measure_column (AjTimeline *self);
int aj_timeline_measure_line (AjTimeline *self);
void aj_timeline_paint_ground (AjTimeline *self, GtkSnapshot *snapshot);
void aj_timeline_paint_captions (AjTimeline *self, GtkSnapshot *snapshot);
void aj_timeline_paint_frame (AjTimeline *self, GtkSnapshot *snapshot);

G_END_DECLS
