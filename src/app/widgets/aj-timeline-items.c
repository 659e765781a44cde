/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

#include <math.h>

/* Drawn beyond an edge, so that what goes on does not seem to end there. */
#define OVER 12
/* A square on its corner that is as high as a bar. */
#define DIAMOND (1 / G_SQRT2)

AjTimelineItem *
aj_timeline_get_item (AjTimeline *self, guint index)
{
  return g_hash_table_lookup (self->items, GUINT_TO_POINTER (index));
}

static AjTimelineItem *
add_item (AjTimeline *self)
{
  AjTimelineItem *item = aj_timeline_item_new ();

  g_signal_connect_swapped (item, "activated", G_CALLBACK (aj_timeline_activate_item), self);
  gtk_widget_set_parent (GTK_WIDGET (item), GTK_WIDGET (self));
  return item;
}

/* What is to be seen, and what has the focus wherever it is. */
static GArray *
list_shown (AjTimeline *self)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  AjMapRect view = { gtk_adjustment_get_value (self->across), gtk_adjustment_get_value (self->down),
                     aj_timeline_get_page_width (self), aj_timeline_get_page_height (self) };
  GArray *shown = aj_timeline_plan_list_in (plan, &view);
  int kept[] = { -1, -1 };

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    kept[0] = aj_timeline_plan_find (plan, self->current);
  if (self->draft.bar != NULL)
    kept[1] = aj_timeline_plan_find (plan, aj_timeline_bar_get (self->draft.bar)->id);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      gboolean found = kept[i] < 0;

      for (guint j = 0; j < shown->len && !found; j++)
        found = (int) g_array_index (shown, guint, j) == kept[i];
      if (!found)
        g_array_append_val (shown, kept[i]);
    }
  return shown;
}

static void
show_item (AjTimeline *self, AjTimelineItem *item, guint index)
{
  AjTimelineBar *bar = aj_timeline_plan_get_bar (self->plan, index);

  aj_timeline_item_set (item, bar, index, self->bars->len);
  aj_timeline_item_set_draft (item, aj_timeline_get_draft_days (self, bar));
}

/* Those that are no longer to be seen become others. */
void
aj_timeline_update_items (AjTimeline *self)
{
  g_autoptr (GArray) shown = list_shown (self);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->items);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  GtkWidget *previous = NULL;
  GHashTableIter iter;
  gpointer item;

  self->items = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < shown->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (g_array_index (shown, guint, i));

      if (g_hash_table_steal_extended (before, key, NULL, &item))
        g_hash_table_insert (self->items, key, item);
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (spare, item);
  for (guint i = 0; i < shown->len; i++)
    {
      guint index = g_array_index (shown, guint, i);

      item = aj_timeline_get_item (self, index);
      if (item == NULL)
        {
          item = spare->len > 0 ? g_ptr_array_steal_index_fast (spare, spare->len - 1)
                                : add_item (self);
          g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
        }
      show_item (self, item, index);
      if (gtk_widget_get_prev_sibling (item) != previous)
        gtk_widget_insert_after (item, GTK_WIDGET (self), previous);
      previous = item;
    }
  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (spare->pdata[i]);
}

static gboolean
are_current (AjTimeline *self, GArray *shown)
{
  if (g_hash_table_size (self->items) != shown->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    if (aj_timeline_get_item (self, g_array_index (shown, guint, i)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AjTimeline *self = AJ_TIMELINE (widget);

  self->items_tick = 0;
  aj_timeline_update_items (self);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

void
aj_timeline_want_items (AjTimeline *self)
{
  g_autoptr (GArray) shown = list_shown (self);

  if (self->items_tick == 0 && !are_current (self, shown))
    self->items_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Also when it is not to be seen, as before there was a layout. */
AjTimelineItem *
aj_timeline_make_item (AjTimeline *self, guint index)
{
  AjTimelineItem *item = aj_timeline_get_item (self, index);

  if (item != NULL)
    return item;
  item = add_item (self);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
  show_item (self, item, index);
  return item;
}

static void
allocate_item (AjTimeline *self, guint index, AjTimelineItem *item)
{
  AjTimelineBar *bar = aj_timeline_item_get_bar (item);
  double left = gtk_adjustment_get_value (self->across);
  AjMapRect rect = aj_timeline_plan_get_rect (self->plan, index,
                                              aj_timeline_get_draft_days (self, bar), left - OVER,
                                              left + aj_timeline_get_page_width (self) + OVER);
  double y = rect.y - gtk_adjustment_get_value (self->down) + self->header;
  int x = (int) round (rect.x - left) + self->column;
  int width = MAX (1, (int) round (rect.x + rect.width - left) + self->column - x);
  GskTransform *transform;
  float side;

  if (aj_timeline_bar_get (bar)->kind != AJ_TIMELINE_KIND_MILESTONE)
    {
      aj_timeline_item_set_hidden (item, MAX (0, self->column - x));
      gtk_widget_size_allocate (GTK_WIDGET (item),
                                &(GdkRectangle){ x, (int) y, width, (int) rect.height }, -1);
      return;
    }
  /* Cut off at an edge, it would be no square. */
  rect = aj_timeline_plan_get_rect (self->plan, index, aj_timeline_get_draft_days (self, bar), -1e9,
                                    1e9);
  side = (float) round (rect.height * DIAMOND);
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (rect.x + rect.width / 2 - left + self->column),
                                  (float) (y + rect.height / 2)));
  transform = gsk_transform_rotate (transform, 45);
  transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT (-side / 2, -side / 2));
  gtk_widget_allocate (GTK_WIDGET (item), (int) side, (int) side, -1, transform);
}

void
aj_timeline_allocate_items (AjTimeline *self)
{
  GHashTableIter iter;
  gpointer index, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &index, &item))
    allocate_item (self, GPOINTER_TO_UINT (index), item);
}

void
aj_timeline_renumber_items (AjTimeline *self)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->items);
  GHashTableIter iter;
  gpointer item;

  self->items = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      AjTimelineBar *bar = aj_timeline_item_get_bar (item);
      int index = aj_timeline_plan_find (plan, aj_timeline_bar_get (bar)->id);
      gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) == item;

      /* Its bar is gone: what has the focus becomes the one that has the cursor now. */
      if (index < 0 && focused && self->bars->len > 0)
        index = aj_timeline_plan_find (plan, self->current);
      if (index < 0 || aj_timeline_get_item (self, (guint) index) != NULL)
        {
          gtk_widget_unparent (item);
          continue;
        }
      g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
      show_item (self, item, (guint) index);
    }
}
