/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "aj-date.h"
#include "aj-row-fault.h"
#include "aj-text.h"

struct _AjPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template */
  AdwEntryRow *organiser_name_row;
  AdwEntryRow *organiser_mail_row;
  GtkLabel *organiser_mail_fault;
  AdwEntryRow *own_name_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *default_place_row;
  AdwEntryRow *default_zone_row;
  GtkLabel *default_zone_fault;
  GtkSpinButton *retention_spin;

  GSettings *settings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjPreferencesWindow, aj_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
keep (AjPreferencesWindow *self, const char *key, const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);
  g_autofree char *present = g_settings_get_string (self->settings, key);

  if (!g_str_equal (clean, present))
    g_settings_set_string (self->settings, key, clean);
}

static void
text_changed_cb (GtkEditable *row, AjPreferencesWindow *self)
{
  keep (self, g_object_get_data (G_OBJECT (row), "key"), gtk_editable_get_text (row));
}

/* Who signs is taken when it is written to the end: history would else name half a word. */
static void
keep_own_name (AjPreferencesWindow *self)
{
  /* The focus leaves once more when the window goes, which kept it before. */
  if (self->settings == NULL)
    return;
  keep (self, "own-name", gtk_editable_get_text (GTK_EDITABLE (self->own_name_row)));
  keep (self, "organisation", gtk_editable_get_text (GTK_EDITABLE (self->organisation_row)));
}

static void
own_name_left_cb (GtkEventControllerFocus *controller, AjPreferencesWindow *self)
{
  keep_own_name (self);
}

static void
own_name_activated_cb (AdwEntryRow *row, AjPreferencesWindow *self)
{
  keep_own_name (self);
}

static gboolean
aj_preferences_window_close_request (GtkWindow *window)
{
  keep_own_name (AJ_PREFERENCES_WINDOW (window));
  return GTK_WINDOW_CLASS (aj_preferences_window_parent_class)->close_request (window);
}

static void
mail_changed_cb (GtkEditable *row, AjPreferencesWindow *self)
{
  g_autofree char *clean = aj_text_clean_line (gtk_editable_get_text (row));
  gboolean valid = *clean == '\0' || aj_text_is_mail_address (clean);

  aj_row_fault_show (self->organiser_mail_row, self->organiser_mail_fault,
                     valid ? NULL : _ ("Write the whole address, like cyber@municipality.nl."));
  if (valid)
    keep (self, "organiser-mail", clean);
}

static void
zone_changed_cb (GtkEditable *row, AjPreferencesWindow *self)
{
  g_autofree char *clean = aj_text_clean_line (gtk_editable_get_text (row));
  gboolean valid = aj_zone_is_known (clean);

  aj_row_fault_show (self->default_zone_row, self->default_zone_fault,
                     valid ? NULL
                           : _ ("This time zone is not known. Write it like Europe/Amsterdam."));
  if (valid)
    keep (self, "default-zone", clean);
}

static void
bind_row (AjPreferencesWindow *self, AdwEntryRow *row, const char *key, GCallback changed)
{
  g_autofree char *text = g_settings_get_string (self->settings, key);

  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "changed", changed, self, 0);
}

static void
bind_own_row (AjPreferencesWindow *self, AdwEntryRow *row, const char *key)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = g_settings_get_string (self->settings, key);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (own_name_activated_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (own_name_left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
aj_preferences_window_dispose (GObject *object)
{
  g_clear_object (&AJ_PREFERENCES_WINDOW (object)->settings);
  G_OBJECT_CLASS (aj_preferences_window_parent_class)->dispose (object);
}

static void
aj_preferences_window_class_init (AjPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = aj_preferences_window_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, organiser_name_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, organiser_mail_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, organiser_mail_fault);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, own_name_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, default_place_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, default_zone_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, default_zone_fault);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, retention_spin);
}

static void
aj_preferences_window_init (AjPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjPreferencesWindow *
aj_preferences_window_new (GSettings *settings)
{
  AjPreferencesWindow *self = g_object_new (AJ_TYPE_PREFERENCES_WINDOW, NULL);
  GCallback text_changed = G_CALLBACK (text_changed_cb);

  self->settings = g_object_ref (settings);
  bind_row (self, self->organiser_name_row, "organiser-name", text_changed);
  bind_row (self, self->organiser_mail_row, "organiser-mail", G_CALLBACK (mail_changed_cb));
  bind_own_row (self, self->own_name_row, "own-name");
  bind_own_row (self, self->organisation_row, "organisation");
  bind_row (self, self->default_place_row, "default-place", text_changed);
  bind_row (self, self->default_zone_row, "default-zone", G_CALLBACK (zone_changed_cb));
  g_settings_bind (settings, "retention-months", self->retention_spin, "value",
                   G_SETTINGS_BIND_DEFAULT);
  return self;
}

void
aj_preferences_window_show (GtkWindow *parent, GSettings *settings)
{
  AjPreferencesWindow *self = aj_preferences_window_new (settings);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}
