/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-undo-keys.h"

typedef enum
{
  KEY_OTHER,
  KEY_UNDO,
  KEY_REDO,
} Key;

static Key
get_key (guint keyval, GdkModifierType state)
{
  guint modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z)
    return KEY_OTHER;
  if (modifiers == GDK_CONTROL_MASK)
    return KEY_UNDO;
  return modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) ? KEY_REDO : KEY_OTHER;
}

static gboolean
tell_window (GtkWidget *widget, Key key)
{
  return gtk_widget_activate_action (widget, key == KEY_UNDO ? "win.undo" : "win.redo", NULL);
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint keyval,
            guint keycode,
            GdkModifierType state,
            gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  AjUndoKeysOwn own = (AjUndoKeysOwn) user_data;
  Key key = get_key (keyval, state);

  return key != KEY_OTHER && !own (widget) && tell_window (widget, key);
}

/* The toolkit does not say whether there is something to undo in an entry, so it is tried. */
static gboolean
pressed_in_entry_cb (GtkEventControllerKey *controller,
                     guint keyval,
                     guint keycode,
                     GdkModifierType state,
                     gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (widget));
  g_autofree char *before = g_strdup (gtk_editable_get_text (text));
  Key key = get_key (keyval, state);

  if (key == KEY_OTHER)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (text), key == KEY_UNDO ? "text.undo" : "text.redo", NULL);
  return !g_str_equal (before, gtk_editable_get_text (text)) || tell_window (widget, key);
}

static void
add_keys (GtkWidget *widget, GCallback pressed, gpointer user_data)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", pressed, user_data);
  gtk_widget_add_controller (widget, keys);
}

void
aj_undo_keys_let_through (GtkWidget *widget, AjUndoKeysOwn own)
{
  add_keys (widget, G_CALLBACK (pressed_cb), (gpointer) own);
}

void
aj_undo_keys_let_through_entry (GtkEditable *entry)
{
  add_keys (GTK_WIDGET (entry), G_CALLBACK (pressed_in_entry_cb), NULL);
}
