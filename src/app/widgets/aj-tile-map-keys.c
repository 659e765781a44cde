/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tile-map-private.h"

#define TYPING_SECONDS 1.2

static gboolean
is_typing (AjTileMap *self)
{
  return self->typed->len > 0 &&
         g_get_monotonic_time () - self->typed_at < TYPING_SECONDS * G_USEC_PER_SEC;
}

/* The same letter again goes to the next name that begins with it. */
static gboolean
type_letter (AjTileMap *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  int from = aj_tile_map_get_cursor (self);
  int found;

  if (letter == 0 || !g_unichar_isprint (letter) || (letter == ' ' && !is_typing (self)))
    return FALSE;
  if (!is_typing (self))
    g_string_truncate (self->typed, 0);
  g_string_append_unichar (self->typed, letter);
  self->typed_at = g_get_monotonic_time ();
  found = aj_map_state_find_name (self->map, self->typed->str,
                                  g_utf8_strlen (self->typed->str, -1) > 1 ? from - 1 : from);
  if (found < 0 && g_utf8_strlen (self->typed->str, -1) > 1)
    {
      g_string_truncate (self->typed, 0);
      g_string_append_unichar (self->typed, letter);
      found = aj_map_state_find_name (self->map, self->typed->str, from);
    }
  aj_tile_map_go_to (self, found);
  return TRUE;
}

static gboolean
walk (AjTileMap *self, AjMapDirection direction)
{
  int current = aj_tile_map_get_cursor (self);
  int next = current >= 0 ? aj_map_state_walk (self->map, (guint) current, direction) : -1;

  if (next >= 0)
    aj_tile_map_go_to (self, next);
  /* At the edge the cursor stays: Tab is what leaves the map. */
  return TRUE;
}

/* The card and the selection; what is left of Escape is for the page. */
static gboolean
leave_off (AjTileMap *self)
{
  gboolean shown = self->shown >= 0;
  gboolean selected = g_hash_table_size (self->selected) > 0;

  aj_tile_map_hide_card (self);
  if (selected)
    aj_tile_map_select_alone (self, -1);
  return shown || selected;
}

static gboolean
act_on_key (AjTileMap *self, guint keyval)
{
  int current = aj_tile_map_get_cursor (self);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk (self, AJ_MAP_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk (self, AJ_MAP_RIGHT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk (self, AJ_MAP_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk (self, AJ_MAP_DOWN);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return aj_tile_map_go_to (self, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return aj_tile_map_go_to (self, (int) aj_tile_map_count (self) - 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      aj_tile_map_open (self, (guint) current);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (is_typing (self))
        return type_letter (self, keyval);
      aj_tile_map_toggle (self, (guint) current);
      return TRUE;
    case GDK_KEY_Escape:
      return leave_off (self);
    default:
      return type_letter (self, keyval);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                AjTileMap *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (aj_tile_map_count (self) == 0)
    return FALSE;
  if (held == GDK_CONTROL_MASK && (keyval == GDK_KEY_a || keyval == GDK_KEY_A))
    {
      aj_tile_map_select_all (self);
      return TRUE;
    }
  return held == 0 && act_on_key (self, keyval);
}

void
aj_tile_map_add_keys (AjTileMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (aj_tile_map_hide_card), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
