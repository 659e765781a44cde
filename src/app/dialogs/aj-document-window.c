/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-document-printer.h"
#include "aj-document-view.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-output-file.h"
#include "aj-text.h"
#include "aj-waiting.h"

struct _AjDocumentWindow
{
  AdwWindow parent_instance;

  AjServices *services; /* (owned) (nullable) */
  const AjDocumentSource *source;
  gpointer what; /* (owned): what the source draws */
  GDestroyNotify free_what;
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

G_DEFINE_FINAL_TYPE (AjDocumentWindow, aj_document_window, ADW_TYPE_WINDOW)

/* A file that is being written. */
typedef struct
{
  AjDocumentWindow *window; /* (owned) */
  char *name;               /* (owned): of the file, for the last sentence */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void read_document (AjDocumentWindow *self);

static void
update_actions (AjDocumentWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.copy", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save-html", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", self->document != NULL);
}

static void
show_problem (AjDocumentWindow *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  g_clear_pointer (&self->document, aj_document_unref);
  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* Whoever was reading goes on where they were. */
static void
show_document (AjDocumentWindow *self, AjDocument *document)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double place = gtk_adjustment_get_value (adjustment);
  gboolean is_first = self->document == NULL;

  g_clear_pointer (&self->document, aj_document_unref);
  self->document = document;
  aj_document_view_show (self->view, self->document);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_adjustment_set_value (adjustment, place);
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
document_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDocumentWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AjDocument *document;

  self->is_reading = FALSE;
  if (self->services == NULL)
    return;
  document = self->source->load_finish (self->services, self->what, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (document != NULL)
    show_document (self, document);
  else
    show_problem (self, error);
  update_actions (self);
  if (self->is_outdated)
    read_document (self);
}

static void
read_document (AjDocumentWindow *self)
{
  self->is_outdated = self->is_reading;
  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  self->source->load_async (self->services, self->what, self->cancellable, document_read_cb,
                            g_object_ref (self));
}

static void
copy_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjDocumentWindow *self = AJ_DOCUMENT_WINDOW (widget);
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

/* For nobody else to read: it is full of personal data. Takes @bytes. */
static void
write_file (AjDocumentWindow *self, const char *path, GBytes *bytes)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->name = g_filename_display_basename (path);
  aj_output_file_write_bytes_async (path, bytes, AJ_OUTPUT_FILE_PRIVATE, NULL, written_cb, saving);
  g_bytes_unref (bytes);
}

/* The window may have been closed behind the question. */
static gboolean
may_save (AjDocumentWindow *self, const char *path)
{
  return path != NULL && self->document != NULL && self->services != NULL;
}

static void
pdf_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (AjDocumentWindow) self = user_data;
  g_autofree char *foot = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  if (!may_save (self, path))
    return;
  foot = aj_document_describe_printed (aj_services_get_today (self->services));
  pdf = aj_document_to_pdf (self->document, foot, &error);
  if (pdf != NULL)
    write_file (self, path, pdf);
  else
    aj_feedback_error (GTK_WIDGET (self->stack), error);
}

static void
html_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (AjDocumentWindow) self = user_data;
  g_autofree char *foot = NULL;
  char *html;

  if (!may_save (self, path))
    return;
  foot = aj_document_describe_printed (aj_services_get_today (self->services));
  html = aj_document_to_html (self->document, foot);
  write_file (self, path, g_bytes_new_take (html, strlen (html)));
}

static void
save_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjDocumentWindow *self = AJ_DOCUMENT_WINDOW (widget);
  const gboolean is_html = g_str_equal (action, "document.save-html");
  g_autofree char *base = aj_text_to_file_name (aj_document_get_title (self->document));
  g_autofree char *name = g_strconcat (base, is_html ? ".html" : ".pdf", NULL);

  aj_file_chooser_save (GTK_WINDOW (self), is_html ? _ ("Save as a Web Page") : _ ("Save as PDF"),
                        is_html ? AJ_FILE_CHOOSER_HTML : AJ_FILE_CHOOSER_PDF, name,
                        is_html ? html_chosen_cb : pdf_chosen_cb, g_object_ref (self));
}

static void
print_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjDocumentWindow *self = AJ_DOCUMENT_WINDOW (widget);
  g_autofree char *foot = aj_document_describe_printed (aj_services_get_today (self->services));

  aj_document_printer_print (self->document, foot, GTK_WINDOW (self), GTK_WIDGET (self->stack));
}

static void
aj_document_window_dispose (GObject *object)
{
  AjDocumentWindow *self = AJ_DOCUMENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_pointer (&self->document, aj_document_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_DOCUMENT_WINDOW);
  G_OBJECT_CLASS (aj_document_window_parent_class)->dispose (object);
}

static void
aj_document_window_finalize (GObject *object)
{
  AjDocumentWindow *self = AJ_DOCUMENT_WINDOW (object);

  self->free_what (self->what);
  G_OBJECT_CLASS (aj_document_window_parent_class)->finalize (object);
}

static void
aj_document_window_class_init (AjDocumentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_DOCUMENT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = aj_document_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_document_window_finalize;
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-document-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, view);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, problem_page);
  gtk_widget_class_install_action (widget_class, "document.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "document.save", NULL, save_activated_cb);
  gtk_widget_class_install_action (widget_class, "document.save-html", NULL, save_activated_cb);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "document.copy",
                                       NULL);
}

static void
aj_document_window_init (AjDocumentWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
aj_document_window_show (GtkWindow *parent,
                         AjServices *services,
                         const char *title,
                         const AjDocumentSource *source,
                         gpointer what,
                         GDestroyNotify free_what)
{
  AjDocumentWindow *self = g_object_new (AJ_TYPE_DOCUMENT_WINDOW, "transient-for", parent, "title",
                                         title, NULL);

  self->services = g_object_ref (services);
  self->source = source;
  self->what = what;
  self->free_what = free_what;
  g_signal_connect_object (aj_services_get_store (services), "changed", G_CALLBACK (read_document),
                           self, G_CONNECT_SWAPPED);
  read_document (self);
  gtk_window_present (GTK_WINDOW (self));
}
