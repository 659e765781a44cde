/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-person-window.h"

#include <glib/gi18n-lib.h>

#include "aj-document-view.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-output-file.h"
#include "aj-person-report.h"
#include "aj-text.h"
#include "aj-waiting.h"

struct _AjPersonWindow
{
  AdwWindow parent_instance;

  AjServices *services;      /* (owned) (nullable) */
  char *id;                  /* (owned) (nullable): of the person */
  AjDocument *document;      /* (owned) (nullable): what is shown */
  GCancellable *cancellable; /* (owned): of the reading */
  gboolean is_reading;
  gboolean is_outdated; /* changed while it was read */

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AjDocumentView *view;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjPersonWindow, aj_person_window, ADW_TYPE_WINDOW)

/* A file that is being written. */
typedef struct
{
  AjPersonWindow *window; /* (owned) */
  char *name;             /* (owned): of the file, for the last sentence */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void read_report (AjPersonWindow *self);

static void
update_actions (AjPersonWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.copy", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.save", self->document != NULL);
}

static void
show_problem (AjPersonWindow *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  g_clear_pointer (&self->document, aj_document_free);
  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* Whoever was reading goes on where they were. */
static void
show_report (AjPersonWindow *self, AjPersonReport *report)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double place = gtk_adjustment_get_value (adjustment);
  gboolean is_first = self->document == NULL;
  int months = g_settings_get_int (aj_services_get_settings (self->services), "retention-months");

  g_clear_pointer (&self->document, aj_document_free);
  self->document = aj_person_report_to_document (report, months);
  aj_document_view_show (self->view, self->document);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_adjustment_set_value (adjustment, place);
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
report_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjPersonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjPersonReport) report = aj_person_report_load_finish (AJ_STORE (source), result,
                                                                    &error);

  self->is_reading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (report != NULL)
    show_report (self, report);
  else
    show_problem (self, error);
  update_actions (self);
  if (self->is_outdated)
    read_report (self);
}

static void
read_report (AjPersonWindow *self)
{
  self->is_outdated = self->is_reading;
  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  aj_person_report_load_async (aj_services_get_store (self->services), self->id, self->cancellable,
                               report_read_cb, g_object_ref (self));
}

static void
copy_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjPersonWindow *self = AJ_PERSON_WINDOW (widget);
  g_autofree char *text = aj_document_to_text (self->document);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  aj_feedback_say (GTK_WIDGET (self->stack), _ ("Copied as text"));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean done = aj_output_file_write_bytes_finish (result, &error);

  if (saving->window->services == NULL)
    return;
  if (!done)
    {
      aj_feedback_error (GTK_WIDGET (saving->window->stack), error);
      return;
    }
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Saved as %s"), saving->name);
  aj_feedback_say (GTK_WIDGET (saving->window->stack), sentence);
}

/* For nobody else to read: it is full of personal data. */
static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (AjPersonWindow) self = user_data;
  g_autofree char *day = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  Saving *saving;

  /* The window may have been closed behind the question. */
  if (path == NULL || self->document == NULL || self->services == NULL)
    return;
  day = aj_date_format_long (aj_services_get_today (self->services));
  pdf = aj_document_to_pdf (self->document, day, &error);
  if (pdf == NULL)
    {
      aj_feedback_error (GTK_WIDGET (self->stack), error);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->window = g_object_ref (self);
  saving->name = g_filename_display_basename (path);
  aj_output_file_write_bytes_async (path, pdf, AJ_OUTPUT_FILE_PRIVATE, NULL, written_cb, saving);
}

static void
save_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjPersonWindow *self = AJ_PERSON_WINDOW (widget);
  g_autofree char *base = aj_text_to_file_name (aj_document_get_title (self->document));
  g_autofree char *name = g_strconcat (base, ".pdf", NULL);

  aj_file_chooser_save (GTK_WINDOW (self), _ ("Save as PDF"), AJ_FILE_CHOOSER_PDF, name,
                        file_chosen_cb, g_object_ref (self));
}

static void
aj_person_window_dispose (GObject *object)
{
  AjPersonWindow *self = AJ_PERSON_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_pointer (&self->document, aj_document_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_PERSON_WINDOW);
  G_OBJECT_CLASS (aj_person_window_parent_class)->dispose (object);
}

static void
aj_person_window_finalize (GObject *object)
{
  g_free (AJ_PERSON_WINDOW (object)->id);
  G_OBJECT_CLASS (aj_person_window_parent_class)->finalize (object);
}

static void
aj_person_window_class_init (AjPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_DOCUMENT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = aj_person_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_person_window_finalize;
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-person-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjPersonWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjPersonWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjPersonWindow, view);
  gtk_widget_class_bind_template_child (widget_class, AjPersonWindow, problem_page);
  gtk_widget_class_install_action (widget_class, "person.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "person.save", NULL, save_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "person.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "person.copy",
                                       NULL);
}

static void
aj_person_window_init (AjPersonWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
aj_person_window_show (GtkWindow *parent, AjServices *services, const char *id)
{
  AjPersonWindow *self = g_object_new (AJ_TYPE_PERSON_WINDOW, "transient-for", parent, NULL);

  self->services = g_object_ref (services);
  self->id = g_strdup (id);
  g_signal_connect_object (aj_services_get_store (services), "changed", G_CALLBACK (read_report),
                           self, G_CONNECT_SWAPPED);
  read_report (self);
  gtk_window_present (GTK_WINDOW (self));
}
