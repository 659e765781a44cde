/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

#define HELD (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

static gboolean
walk (AjTimeline *self, int steps)
{
  return aj_timeline_go_to (self,
                            aj_timeline_plan_walk (aj_timeline_get_plan (self),
                                                   (guint) aj_timeline_get_cursor (self), steps));
}

static gboolean
walk_rows (AjTimeline *self, int rows)
{
  return aj_timeline_go_to (self, aj_timeline_plan_walk_rows (aj_timeline_get_plan (self),
                                                              (guint) aj_timeline_get_cursor (self),
                                                              rows));
}

/* As many rows further as are to be seen, at least one. */
static gboolean
page_rows (AjTimeline *self, int direction)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  guint from = aj_timeline_plan_get_row_of (plan, (guint) aj_timeline_get_cursor (self));
  AjTimelineRow row = aj_timeline_plan_get_row (plan, from);
  int to = aj_timeline_plan_find_row (plan, row.y + direction * aj_timeline_get_page_height (self));

  return walk_rows (self, to == (int) from ? direction : to - (int) from);
}

/* A screen of time further: the bar nearest to there. */
static gboolean
page_time (AjTimeline *self, int direction)
{
  double width = aj_timeline_get_page_width (self);
  AjDateRange view;

  aj_timeline_scroll_by (self, direction * width * 0.9, 0);
  view = aj_timeline_get_view (self);
  return aj_timeline_go_to (self,
                            aj_timeline_plan_find_near (aj_timeline_get_plan (self),
                                                        (guint) aj_timeline_get_cursor (self),
                                                        view.first + (view.last - view.first) / 2));
}

static gboolean
go_to_today (AjTimeline *self)
{
  if (self->today == AJ_DATE_NONE)
    return FALSE;
  aj_timeline_go_to (self, aj_timeline_plan_find_near (aj_timeline_get_plan (self),
                                                       (guint) aj_timeline_get_cursor (self),
                                                       self->today));
  aj_timeline_show_day (self, self->today);
  return TRUE;
}

static gboolean
go_to_end (AjTimeline *self, gboolean of_all, int direction)
{
  if (of_all)
    {
      guint from = (guint) aj_timeline_get_cursor (self);
      guint there = aj_timeline_plan_walk_rows (aj_timeline_get_plan (self), from,
                                                direction * (G_MAXINT / 2));

      return aj_timeline_go_to (self, aj_timeline_plan_walk (aj_timeline_get_plan (self), there,
                                                             direction * (G_MAXINT / 2)));
    }
  return walk (self, direction * (G_MAXINT / 2));
}

/* What is moved day by day is one change, made once the keys are let go of. */
static gboolean
nudge (AjTimeline *self, AjTimelineGrip grip, int by)
{
  guint index = (guint) aj_timeline_get_cursor (self);
  AjTimelineBar *bar = aj_timeline_plan_get_bar (aj_timeline_get_plan (self), index);

  if (!aj_timeline_bar_has_grip (bar, grip))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  if (aj_timeline_is_drafting (self) && (self->draft.grip != grip || self->draft.bar != bar))
    {
      aj_timeline_send_draft (self);
      /* What answers may have changed the model. */
      return nudge (self, grip, by);
    }
  if (!aj_timeline_is_drafting (self))
    aj_timeline_begin_draft (self, index, grip, TRUE);
  aj_timeline_move_draft (self, self->draft.by + by);
  aj_timeline_scroll_to (self, index);
  return TRUE;
}

static gboolean
act_on_plain_key (AjTimeline *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk_rows (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk_rows (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go_to_end (self, FALSE, -1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go_to_end (self, FALSE, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return page_rows (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return page_rows (self, 1);
    case GDK_KEY_t:
    case GDK_KEY_T:
      return go_to_today (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      aj_timeline_activate (self, (guint) aj_timeline_get_cursor (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
act_on_control_key (AjTimeline *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return nudge (self, AJ_TIMELINE_GRIP_WHOLE, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return nudge (self, AJ_TIMELINE_GRIP_WHOLE, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go_to_end (self, TRUE, -1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go_to_end (self, TRUE, 1);
    default:
      return FALSE;
    }
}

/* With Shift and one of the others: an end of a bar; with Shift alone: a screen of time. */
static gboolean
act_on_shift_key (AjTimeline *self, guint keyval, GdkModifierType held)
{
  int direction = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ||
                          keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up
                      ? -1
                      : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
        return nudge (self, AJ_TIMELINE_GRIP_LAST, direction);
      if (held == (GDK_ALT_MASK | GDK_SHIFT_MASK))
        return nudge (self, AJ_TIMELINE_GRIP_FIRST, direction);
      return FALSE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return held == GDK_SHIFT_MASK && page_time (self, direction);
    case GDK_KEY_T:
      return held == GDK_SHIFT_MASK && go_to_today (self);
    default:
      return FALSE;
    }
}

/* Plus is typed with Shift on many keyboards. */
static gboolean
zoom_by_key (AjTimeline *self, guint keyval, GdkModifierType held)
{
  if ((held & ~GDK_SHIFT_MASK) != GDK_CONTROL_MASK)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      aj_timeline_zoom_by (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      aj_timeline_zoom_by (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      g_action_group_activate_action (aj_timeline_get_actions (self), "zoom-reset", NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         keyval == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
is_for_draft (guint keyval, GdkModifierType held)
{
  return (held & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 &&
         (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_Right ||
          keyval == GDK_KEY_KP_Right);
}

static gboolean
escape (AjTimeline *self)
{
  if (!aj_timeline_is_drafting (self))
    return FALSE;
  aj_timeline_drop_draft (self);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                AjTimeline *self)
{
  GdkModifierType held = state & HELD;

  if (is_modifier (keyval))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return escape (self);
  if (aj_timeline_is_drafting (self) && self->draft.by_keys && !is_for_draft (keyval, held))
    aj_timeline_send_draft (self);
  if (zoom_by_key (self, keyval, held))
    return TRUE;
  if (aj_timeline_get_cursor (self) < 0)
    return FALSE;
  if (held == 0)
    return act_on_plain_key (self, keyval);
  if (held == GDK_CONTROL_MASK)
    return act_on_control_key (self, keyval);
  return (held & GDK_SHIFT_MASK) != 0 && act_on_shift_key (self, keyval, held);
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint keyval,
                 guint keycode,
                 GdkModifierType state,
                 AjTimeline *self)
{
  if (self->draft.by_keys && is_modifier (keyval) && keyval != GDK_KEY_Shift_L &&
      keyval != GDK_KEY_Shift_R)
    aj_timeline_send_draft (self);
}

static void
left_cb (AjTimeline *self)
{
  if (self->draft.by_keys)
    aj_timeline_send_draft (self);
}

void
aj_timeline_add_keys (AjTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
