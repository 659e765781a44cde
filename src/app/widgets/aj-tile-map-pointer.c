/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tile-map-private.h"

#include <math.h>

#define DRAG_THRESHOLD 8

static void
moved_cb (AjTileMap *self, double x, double y)
{
  int index = self->before == NULL ? aj_tile_map_find_at (self, x, y) : -1;

  if (index >= 0)
    aj_tile_map_show_card (self, (guint) index);
  else
    aj_tile_map_hide_card (self);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AjTileMap *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  int index = aj_tile_map_find_at (self, x, y);

  /* What ended a band is no click, whichever of the two gestures hears of it first. */
  if (self->banded)
    return;
  if (index < 0)
    {
      if (g_hash_table_size (self->selected) > 0)
        aj_tile_map_select_alone (self, -1);
      return;
    }
  aj_tile_map_go_to (self, index);
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    aj_tile_map_toggle (self, (guint) index);
  else
    {
      aj_tile_map_select_alone (self, index);
      aj_tile_map_open (self, (guint) index);
    }
}

/* A finger scrolls, it does not draw a band. */
static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AjTileMap *self)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  self->banded = FALSE;
  self->start_x = x;
  self->start_y = y;
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
begin_band (GtkGestureDrag *gesture, AjTileMap *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  GHashTableIter iter;
  gpointer id;

  self->banded = TRUE;
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      g_hash_table_iter_init (&iter, self->selected);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (self->before, g_strdup (id));
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_visible (self->band, TRUE);
  aj_tile_map_hide_card (self);
}

static void
select_inside (AjTileMap *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_remove_all (self->selected);
  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->selected, g_strdup (id));
  for (guint i = 0; i < aj_tile_map_count (self); i++)
    {
      GdkRectangle rect = aj_tile_map_get_rect (self, i);

      if (gdk_rectangle_intersect (&rect, &self->dragged, NULL))
        g_hash_table_add (self->selected, g_strdup (aj_tile_map_get_id (self, i)));
    }
  aj_tile_map_show_selection (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double across, double down, AjTileMap *self)
{
  double x = self->start_x, y = self->start_y;

  if (self->before == NULL && hypot (across, down) < DRAG_THRESHOLD)
    return;
  if (self->before == NULL)
    begin_band (gesture, self);
  self->dragged = (GdkRectangle){ (int) MIN (x, x + across), (int) MIN (y, y + down),
                                  MAX (1, (int) fabs (across)), MAX (1, (int) fabs (down)) };
  select_inside (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double across, double down, AjTileMap *self)
{
  if (self->before == NULL)
    return;
  g_clear_pointer (&self->before, g_hash_table_unref);
  gtk_widget_set_visible (self->band, FALSE);
  aj_tile_map_tell_selection (self);
}

void
aj_tile_map_add_pointer (AjTileMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (aj_tile_map_hide_card), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
