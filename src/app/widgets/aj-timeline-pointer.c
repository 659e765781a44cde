/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

#include <math.h>

/* By which an end of a bar can be taken. */
#define EDGE 8
/* Where dragging also scrolls, and how far at most with each frame. */
#define SCROLL_EDGE 32
#define SCROLL_STEP 16

static gboolean
is_in_page (AjTimeline *self, double x, double y)
{
  return x >= self->column && y >= self->header;
}

/* The bar at a place of the widget, or -1; and by what it is taken there. */
static int
find_at (AjTimeline *self, double x, double y, AjTimelineGrip *grip)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  double at = aj_timeline_to_plan_x (self, x);
  AjTimelineBar *bar;
  AjMapRect rect;
  int index;

  *grip = AJ_TIMELINE_GRIP_NONE;
  if (!is_in_page (self, x, y))
    return -1;
  index = aj_timeline_plan_find_at (plan, at, aj_timeline_to_plan_y (self, y));
  if (index < 0)
    return -1;
  bar = aj_timeline_plan_get_bar (plan, (guint) index);
  rect = aj_timeline_plan_get_rect (plan, (guint) index, NULL,
                                    at - aj_timeline_get_page_width (self) - EDGE,
                                    at + aj_timeline_get_page_width (self) + EDGE);
  *grip = aj_timeline_bar_find_grip (bar, at - rect.x, rect.width, EDGE);
  return index;
}

static void
moved_cb (GtkEventControllerMotion *motion, double x, double y, AjTimeline *self)
{
  static const char *const cursors[] = {
    [AJ_TIMELINE_GRIP_NONE] = NULL,
    [AJ_TIMELINE_GRIP_WHOLE] = "grab",
    [AJ_TIMELINE_GRIP_FIRST] = "w-resize",
    [AJ_TIMELINE_GRIP_LAST] = "e-resize",
  };
  AjTimelineGrip grip;

  if (aj_timeline_is_drafting (self))
    return;
  find_at (self, x, y, &grip);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[grip]);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AjTimeline *self)
{
  AjTimelineGrip grip;
  int index = find_at (self, x, y, &grip);

  /* What ended a drag is no click, whichever of the two gestures hears of it first. */
  if (self->dragged || index < 0)
    return;
  aj_timeline_go_to (self, (guint) index);
  aj_timeline_activate (self, (guint) index);
}

/* A finger scrolls, it does not move bars. */
static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AjTimeline *self)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  AjTimelineGrip grip;

  self->dragged = FALSE;
  self->start_x = x;
  self->start_y = y;
  self->press_x = aj_timeline_to_plan_x (self, x);
  find_at (self, x, y, &grip);
  if (grip == AJ_TIMELINE_GRIP_NONE ||
      (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
follow_pointer (AjTimeline *self)
{
  double by = (aj_timeline_to_plan_x (self, self->pointer_x) - self->press_x) / self->scale.day;

  aj_timeline_move_draft (self, (int) CLAMP (round (by), -4e6, 4e6));
}

static void
stop_scrolling (AjTimeline *self)
{
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
}

/* How far beyond an edge, in either direction. */
static double
get_pull (AjTimeline *self)
{
  double left = self->column + SCROLL_EDGE;
  double right = gtk_widget_get_width (GTK_WIDGET (self)) - SCROLL_EDGE;

  if (self->pointer_x < left)
    return MAX (-SCROLL_STEP, (self->pointer_x - left) / 2);
  return self->pointer_x > right ? MIN (SCROLL_STEP, (self->pointer_x - right) / 2) : 0;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  AjTimeline *self = AJ_TIMELINE (widget);
  double before = gtk_adjustment_get_value (self->across);

  if (aj_timeline_is_drafting (self))
    aj_timeline_scroll_by (self, get_pull (self), 0);
  /* At the end of what there is, too. */
  if (G_APPROX_VALUE (gtk_adjustment_get_value (self->across), before, 0.5))
    {
      self->scroll_id = 0;
      return G_SOURCE_REMOVE;
    }
  follow_pointer (self);
  return G_SOURCE_CONTINUE;
}

static void
begin (GtkGestureDrag *gesture, AjTimeline *self)
{
  AjTimelineGrip grip;
  int index = find_at (self, self->start_x, self->start_y, &grip);

  self->dragged = TRUE;
  if (index < 0 || grip == AJ_TIMELINE_GRIP_NONE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  aj_timeline_go_to (self, (guint) index);
  aj_timeline_begin_draft (self, (guint) index, grip, FALSE);
  if (grip == AJ_TIMELINE_GRIP_WHOLE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
drag_update_cb (GtkGestureDrag *gesture, double across, double down, AjTimeline *self)
{
  self->pointer_x = self->start_x + across;
  if (!self->dragged &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) across, (int) down))
    return;
  if (!self->dragged)
    begin (gesture, self);
  /* Escape may have left it off, while the button is still down. */
  if (!aj_timeline_is_drafting (self) || self->draft.by_keys)
    return;
  follow_pointer (self);
  if (self->scroll_id == 0 && !G_APPROX_VALUE (get_pull (self), 0, 0.5))
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double across, double down, AjTimeline *self)
{
  stop_scrolling (self);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (self->dragged && !self->draft.by_keys)
    aj_timeline_send_draft (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, AjTimeline *self)
{
  stop_scrolling (self);
  if (aj_timeline_is_drafting (self) && !self->draft.by_keys)
    aj_timeline_drop_draft (self);
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double across, double down, AjTimeline *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  double x = aj_timeline_get_page_width (self) / 2;

  if ((gtk_event_controller_get_current_event_state (base) & GDK_CONTROL_MASK) == 0)
    return FALSE;
  /* Where the pointer was seen last: an event of the wheel tells it in the coordinates of the window. */
  if (event != NULL && self->pointer_x > self->column)
    x = self->pointer_x - self->column;
  aj_timeline_zoom_at (self, aj_timeline_zoom (self->scale.day, down < 0 ? 1 : -1), x);
  return TRUE;
}

static void
note_pointer_cb (GtkEventControllerMotion *motion, double x, double y, AjTimeline *self)
{
  self->pointer_x = x;
}

static void
pinch_begin_cb (AjTimeline *self)
{
  self->pinch_day = self->scale.day;
}

static void
pinched_cb (GtkGestureZoom *gesture, double scale, AjTimeline *self)
{
  double x = self->column, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  aj_timeline_zoom_at (self,
                       CLAMP (self->pinch_day * scale, AJ_TIMELINE_LEAST_DAY, AJ_TIMELINE_MOST_DAY),
                       MAX (0, x - self->column));
}

void
aj_timeline_add_pointer (AjTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (note_pointer_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}
