/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

#include <math.h>

#define USUAL_DAY 5.0
/* Left free beside what is scrolled to. */
#define MARGIN 24
/* Where today comes to stand: a part of the width. */
#define TODAY_PLACE 0.25

double
aj_timeline_get_page_width (AjTimeline *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - self->column);
}

double
aj_timeline_get_page_height (AjTimeline *self)
{
  return MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - self->header);
}

double
aj_timeline_to_plan_x (AjTimeline *self, double x)
{
  return x - self->column + gtk_adjustment_get_value (self->across);
}

double
aj_timeline_to_plan_y (AjTimeline *self, double y)
{
  return y - self->header + gtk_adjustment_get_value (self->down);
}

void
aj_timeline_keep_at (AjTimeline *self, double x)
{
  if (self->has_anchor || !self->was_shown)
    return;
  self->has_anchor = TRUE;
  self->anchor_x = x;
  self->anchor_day = self->scale.origin +
                     (gtk_adjustment_get_value (self->across) + x) / self->scale.day;
}

void
aj_timeline_zoom_at (AjTimeline *self, double day, double x)
{
  aj_timeline_keep_at (self, x);
  self->scale.day = day;
  aj_timeline_drop_plan (self);
  aj_timeline_update_actions (self);
}

/* What is worked on stays where it is; else the middle does. */
void
aj_timeline_zoom_by (AjTimeline *self, int steps)
{
  double width = aj_timeline_get_page_width (self), x = width / 2;
  int index = aj_timeline_get_cursor (self);

  if (index >= 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    {
      double left = gtk_adjustment_get_value (self->across);
      AjMapRect rect = aj_timeline_plan_get_rect (aj_timeline_get_plan (self), (guint) index, NULL,
                                                  left, left + width);

      if (rect.width > 0)
        x = rect.x + rect.width / 2 - left;
    }
  aj_timeline_zoom_at (self, aj_timeline_zoom (self->scale.day, steps), x);
}

static void
set_value (GtkAdjustment *adjustment, double value)
{
  gtk_adjustment_set_value (adjustment, round (value));
}

/* As little as brings it into view; of what is longer than the page, its beginning, unless some of it is seen. */
static void
show_span (GtkAdjustment *adjustment, double start, double end, double margin)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (end - start + 2 * margin > page)
    {
      if (start > value + page - margin || end < value + margin)
        set_value (adjustment, start - margin);
    }
  else if (start - margin < value)
    set_value (adjustment, start - margin);
  else if (end + margin > value + page)
    set_value (adjustment, end + margin - page);
}

void
aj_timeline_scroll_to (AjTimeline *self, guint index)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  AjTimelineBar *bar = aj_timeline_plan_get_bar (plan, index);
  AjMapRect rect = aj_timeline_plan_get_rect (plan, index, aj_timeline_get_draft_days (self, bar),
                                              0, self->n_days * self->scale.day);

  if (!self->was_shown)
    return;
  aj_timeline_configure (self);
  show_span (self->across, rect.x, rect.x + rect.width, MARGIN);
  show_span (self->down, rect.y - self->measure.head, rect.y + rect.height, self->measure.gap);
}

void
aj_timeline_scroll_by (AjTimeline *self, double across, double down)
{
  set_value (self->across, gtk_adjustment_get_value (self->across) + across);
  set_value (self->down, gtk_adjustment_get_value (self->down) + down);
}

/* At first today is looked at, or what is nearest to it. */
static void
choose_anchor (AjTimeline *self)
{
  AjDateRange range = aj_timeline_find_range (self->bars);

  self->anchor_day = self->today;
  if (self->today == AJ_DATE_NONE || (range.first != AJ_DATE_NONE && self->today < range.first))
    self->anchor_day = range.first;
  else if (range.last != AJ_DATE_NONE && self->today > range.last)
    self->anchor_day = range.last;
  self->anchor_x = aj_timeline_get_page_width (self) * TODAY_PLACE;
  self->has_anchor = range.first != AJ_DATE_NONE || self->today != AJ_DATE_NONE;
  self->was_shown = self->has_anchor;
  /* As long as nothing is there, there is no room to scroll in either, and today stands at an edge. */
  self->is_placed = range.first != AJ_DATE_NONE;
}

static void
block (AjTimeline *self, GtkAdjustment *adjustment, gboolean blocked)
{
  if (blocked)
    g_signal_handlers_block_by_func (adjustment, gtk_widget_queue_allocate, self);
  else
    g_signal_handlers_unblock_by_func (adjustment, gtk_widget_queue_allocate, self);
}

void
aj_timeline_configure (AjTimeline *self)
{
  double width = aj_timeline_get_page_width (self), height = aj_timeline_get_page_height (self);
  double upper = MAX (self->n_days * self->scale.day, width), value;
  double rows = MAX (aj_timeline_plan_get_height (aj_timeline_get_plan (self)), height);
  gboolean is_first = !self->was_shown;

  if (is_first || !self->is_placed)
    choose_anchor (self);
  value = gtk_adjustment_get_value (self->across);
  if (self->has_anchor)
    value = round ((self->anchor_day - self->scale.origin) * self->scale.day - self->anchor_x);
  self->has_anchor = FALSE;
  /* In a layout it is done already. */
  block (self, self->across, TRUE);
  block (self, self->down, TRUE);
  gtk_adjustment_configure (self->across, CLAMP (value, 0, upper - width), 0, upper, width * 0.1,
                            width * 0.9, width);
  gtk_adjustment_configure (self->down,
                            CLAMP (gtk_adjustment_get_value (self->down), 0, rows - height), 0,
                            rows, self->measure.lane + self->measure.gap, height * 0.9, height);
  /* What was marked before there was anything to be seen. */
  if (is_first && self->was_shown && self->current != NULL)
    aj_timeline_scroll_to (self, (guint) aj_timeline_get_cursor (self));
  block (self, self->across, FALSE);
  block (self, self->down, FALSE);
}

void
aj_timeline_set_adjustment (AjTimeline *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_allocate, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                            self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
aj_timeline_show_day (AjTimeline *self, AjDate day)
{
  if (day == AJ_DATE_NONE)
    return;
  self->was_shown = TRUE;
  self->is_placed = TRUE;
  self->has_anchor = TRUE;
  self->anchor_day = day;
  self->anchor_x = aj_timeline_get_page_width (self) * TODAY_PLACE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

double
aj_timeline_get_day_width (AjTimeline *self)
{
  return self->scale.day;
}

void
aj_timeline_set_day_width (AjTimeline *self, double width)
{
  aj_timeline_zoom_at (self, CLAMP (width, AJ_TIMELINE_LEAST_DAY, AJ_TIMELINE_MOST_DAY),
                       aj_timeline_get_page_width (self) / 2);
}

AjDateRange
aj_timeline_get_view (AjTimeline *self)
{
  double left = gtk_adjustment_get_value (self->across);

  if (!self->was_shown)
    return (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE };
  return (AjDateRange){ aj_timeline_scale_find_day (&self->scale, left),
                        aj_timeline_scale_find_day (&self->scale,
                                                    left + aj_timeline_get_page_width (self) - 1) };
}

static void
zoom_in (AjTimeline *self)
{
  aj_timeline_zoom_by (self, 1);
}

static void
zoom_out (AjTimeline *self)
{
  aj_timeline_zoom_by (self, -1);
}

static void
zoom_reset (AjTimeline *self)
{
  aj_timeline_set_day_width (self, USUAL_DAY);
}

static void
zoom_fit (AjTimeline *self)
{
  AjDateRange range = aj_timeline_find_range (self->bars);
  double width = aj_timeline_get_page_width (self);

  if (range.first == AJ_DATE_NONE)
    return;
  self->was_shown = TRUE;
  self->has_anchor = TRUE;
  self->anchor_day = range.first;
  self->anchor_x = MARGIN;
  aj_timeline_zoom_at (self, aj_timeline_fit (range.last - range.first + 1, width - 2 * MARGIN), 0);
}

static void
show_today (AjTimeline *self)
{
  aj_timeline_show_day (self, self->today);
}

/* What each does, by name. */
static const struct
{
  const char *name;
  void (*act) (AjTimeline *self);
} acts[] = {
  { "zoom-in", zoom_in },   { "zoom-out", zoom_out }, { "zoom-reset", zoom_reset },
  { "zoom-fit", zoom_fit }, { "today", show_today },
};

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, g_action_get_name (G_ACTION (action))))
      acts[i].act (user_data);
}

void
aj_timeline_add_actions (AjTimeline *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (acts[i].name, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
  self->scale.day = aj_timeline_zoom (USUAL_DAY, 0);
  aj_timeline_update_actions (self);
}

static void
enable (AjTimeline *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
aj_timeline_update_actions (AjTimeline *self)
{
  enable (self, "zoom-in", self->scale.day < AJ_TIMELINE_MOST_DAY);
  enable (self, "zoom-out", self->scale.day > AJ_TIMELINE_LEAST_DAY);
  enable (self, "zoom-fit", self->bars->len > 0);
  enable (self, "today", self->today != AJ_DATE_NONE);
}

GActionGroup *
aj_timeline_get_actions (AjTimeline *self)
{
  return G_ACTION_GROUP (self->actions);
}
