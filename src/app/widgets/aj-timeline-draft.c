/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

gboolean
aj_timeline_is_drafting (AjTimeline *self)
{
  return self->draft.bar != NULL && !self->draft.sent;
}

const AjDateRange *
aj_timeline_get_draft_days (AjTimeline *self, AjTimelineBar *bar)
{
  return self->draft.bar == bar ? &self->draft.days : NULL;
}

static void
show (AjTimeline *self)
{
  int index = aj_timeline_plan_find (aj_timeline_get_plan (self),
                                     aj_timeline_bar_get (self->draft.bar)->id);
  AjTimelineItem *item = index >= 0 ? aj_timeline_get_item (self, (guint) index) : NULL;

  if (item != NULL)
    aj_timeline_item_set_draft (item, &self->draft.days);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
aj_timeline_drop_draft (AjTimeline *self)
{
  GHashTableIter iter;
  gpointer item;

  if (self->draft.bar == NULL)
    return;
  g_clear_object (&self->draft.bar);
  self->draft.sent = FALSE;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    aj_timeline_item_set_draft (item, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
aj_timeline_begin_draft (AjTimeline *self, guint index, AjTimelineGrip grip, gboolean by_keys)
{
  AjTimelineBar *bar = aj_timeline_plan_get_bar (aj_timeline_get_plan (self), index);
  AjDateRange from = aj_timeline_bar_get (bar)->days;

  /* What was asked for is not answered yet: from there it goes on. */
  if (self->draft.bar == bar)
    from = self->draft.days;
  else
    aj_timeline_drop_draft (self);
  g_set_object (&self->draft.bar, bar);
  self->draft.grip = grip;
  self->draft.from = self->draft.days = from;
  self->draft.by = 0;
  self->draft.by_keys = by_keys;
  self->draft.sent = FALSE;
  show (self);
}

void
aj_timeline_move_draft (AjTimeline *self, int by)
{
  AjDateRange days = aj_timeline_shift (&self->draft.from, self->draft.grip, by);

  if (aj_timeline_bar_get (self->draft.bar)->kind == AJ_TIMELINE_KIND_MILESTONE)
    days.last = days.first;
  /* At an end that it cannot pass, pressing on counts for nothing. */
  if (days.first != self->draft.days.first || days.last != self->draft.days.last || by == 0)
    self->draft.by = by;
  self->draft.days = days;
  show (self);
}

void
aj_timeline_send_draft (AjTimeline *self)
{
  g_autoptr (AjTimelineBar) bar = NULL;
  AjDateRange days = self->draft.days;

  if (!aj_timeline_is_drafting (self))
    return;
  bar = g_object_ref (self->draft.bar);
  if (days.first == self->draft.from.first && days.last == self->draft.from.last)
    {
      aj_timeline_drop_draft (self);
      return;
    }
  self->draft.sent = TRUE;
  if (!aj_timeline_ask (self, bar, &days))
    aj_timeline_drop_draft (self);
}
