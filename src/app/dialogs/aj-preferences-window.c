/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-date.h"
#include "aj-field-row.h"
#include "aj-mail-texts-page.h"
#include "aj-network.h"
#include "aj-row-fault.h"
#include "aj-text.h"
#include "aj-undoing.h"

struct _AjPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template */
  AdwPreferencesPage *network_page;
  AjMailTextsPage *texts_page;
  GtkWidget *name_group;
  GtkWidget *you_group;
  AdwEntryRow *own_name_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *default_place_row;
  AdwEntryRow *default_zone_row;
  GtkLabel *default_zone_fault;

  GSettings *settings; /* (owned) */
  AjStore *store;      /* (owned) (nullable): of the file that is open */
};

G_DEFINE_FINAL_TYPE (AjPreferencesWindow, aj_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The ids of the rows in the template that are fields of the network. */
static const char *const network_rows[] = { "name_row", "organiser_name_row", "organiser_mail_row",
                                            "retention_row" };

static AjFieldRow *
get_network_row (AjPreferencesWindow *self, guint i)
{
  return AJ_FIELD_ROW (gtk_widget_get_template_child (GTK_WIDGET (self), AJ_TYPE_PREFERENCES_WINDOW,
                                                      network_rows[i]));
}

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

/* By the names that the button of a toast and the entries know: the main window, which has them too, is not around this
 * one. */
static void
undo_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjPreferencesWindow *self = AJ_PREFERENCES_WINDOW (widget);

  if (self->store == NULL)
    return;
  if (g_str_equal (action, "win.undo"))
    aj_undoing_undo (GTK_WIDGET (self->texts_page), self->store);
  else
    aj_undoing_redo (GTK_WIDGET (self->texts_page), self->store);
}

/* The rows let go of the file: libadwaita 1.2 keeps the groups of a window of preferences when that is gone. */
static void
aj_preferences_window_dispose (GObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_rows); i++)
    {
      AjFieldRow *row = get_network_row (AJ_PREFERENCES_WINDOW (object), i);

      aj_field_row_set_record (row, NULL);
      aj_field_row_set_services (row, NULL);
    }
  g_clear_object (&AJ_PREFERENCES_WINDOW (object)->settings);
  g_clear_object (&AJ_PREFERENCES_WINDOW (object)->store);
  G_OBJECT_CLASS (aj_preferences_window_parent_class)->dispose (object);
}

static void
aj_preferences_window_class_init (AjPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_FIELD_ROW);
  g_type_ensure (AJ_TYPE_MAIL_TEXTS_PAGE);
  G_OBJECT_CLASS (klass)->dispose = aj_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = aj_preferences_window_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-preferences-window.ui");
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (network_rows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, network_rows[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, network_page);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, texts_page);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, name_group);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, you_group);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, own_name_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, default_place_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, default_zone_row);
  gtk_widget_class_bind_template_child (widget_class, AjPreferencesWindow, default_zone_fault);
}

static void
aj_preferences_window_init (AjPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_accessible_name_lists (self->name_group, _ ("Name of the network"));
  aj_accessible_name_lists (self->you_group, C_ ("preferences", "You"));
}

/* What is in the file that is open; there is none yet when a newcomer looks around. */
static void
show_network (AjPreferencesWindow *self, AjServices *services)
{
  g_autoptr (AjRecord) network = NULL;

  if (services == NULL)
    {
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), self->network_page);
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self),
                                     ADW_PREFERENCES_PAGE (self->texts_page));
      return;
    }
  self->store = g_object_ref (aj_services_get_store (services));
  aj_mail_texts_page_set_services (self->texts_page, services);
  network = aj_store_ref_record (aj_services_get_store (services), &aj_network_record_type,
                                 AJ_NETWORK_ID);
  for (guint i = 0; i < G_N_ELEMENTS (network_rows); i++)
    {
      aj_field_row_set_services (get_network_row (self, i), services);
      aj_field_row_set_record (get_network_row (self, i), network);
    }
}

AjPreferencesWindow *
aj_preferences_window_new (GSettings *settings, AjServices *services)
{
  AjPreferencesWindow *self = g_object_new (AJ_TYPE_PREFERENCES_WINDOW, NULL);

  self->settings = g_object_ref (settings);
  show_network (self, services);
  bind_own_row (self, self->own_name_row, "own-name");
  bind_own_row (self, self->organisation_row, "organisation");
  bind_row (self, self->default_place_row, "default-place", G_CALLBACK (text_changed_cb));
  bind_row (self, self->default_zone_row, "default-zone", G_CALLBACK (zone_changed_cb));
  return self;
}

void
aj_preferences_window_show (GtkWindow *parent, GSettings *settings, AjServices *services)
{
  AjPreferencesWindow *self = aj_preferences_window_new (settings, services);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}
