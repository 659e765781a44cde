/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-document-printer.h"
#include "aj-document-view.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-output-file.h"
#include "aj-progress-frame.h"
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
  AdwBin *bar_bin;
  GMenu *document_menu;
};

G_DEFINE_FINAL_TYPE (AjDocumentWindow, aj_document_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_HANDED_OUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A file that is being written. */
typedef struct
{
  AjDocumentWindow *window;  /* (owned) */
  AjDocument *document;      /* (owned): drawn on another thread, which keeps nothing of it */
  gboolean is_html;          /* and not PDF */
  char *path;                /* (owned) */
  char *foot;                /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->cancellable);
  aj_document_unref (saving->document);
  g_free (saving->path);
  g_free (saving->foot);
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
  g_signal_emit (self, signals[SIGNAL_HANDED_OUT], 0);
  aj_feedback_say (GTK_WIDGET (self->stack), _ ("Copied as text"));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *sentence = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  AjDocumentWindow *self = saving->window;

  if (self->services == NULL)
    return;
  aj_progress_frame_end (aj_progress_frame_find (GTK_WIDGET (self->stack)));
  if (!done)
    {
      aj_feedback_error (GTK_WIDGET (self->stack), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_HANDED_OUT], 0);
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Saved as %s"), name);
  aj_feedback_say (GTK_WIDGET (self->stack), sentence);
}

static GBytes *
make_bytes (Saving *saving, GError **error)
{
  char *html;

  if (!saving->is_html)
    return aj_document_to_pdf (saving->document, saving->foot, error);
  html = aj_document_to_html (saving->document, saving->foot);
  return g_bytes_new_take (html, strlen (html));
}

/* For nobody else to read: it may be full of personal data. */
static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (saving, &error);

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      aj_output_file_write_bytes (saving->path, bytes, AJ_OUTPUT_FILE_PRIVATE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A long document takes a while to draw, so it is drawn on another thread. */
static void
write_file (AjDocumentWindow *self, const char *path, gboolean is_html)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autoptr (GTask) task = NULL;

  saving->window = g_object_ref (self);
  saving->document = aj_document_ref (self->document);
  saving->is_html = is_html;
  saving->path = g_strdup (path);
  saving->foot = aj_document_describe_printed (aj_services_get_today (self->services));
  saving->cancellable = g_cancellable_new ();
  aj_progress_frame_begin (aj_progress_frame_find (GTK_WIDGET (self->stack)),
                           _ ("Writing the file…"), saving->cancellable);
  aj_progress_frame_set_fraction (aj_progress_frame_find (GTK_WIDGET (self->stack)), -1);
  task = g_task_new (NULL, saving->cancellable, written_cb, saving);
  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, write_in_thread);
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

  if (may_save (self, path))
    write_file (self, path, FALSE);
}

static void
html_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (AjDocumentWindow) self = user_data;

  if (may_save (self, path))
    write_file (self, path, TRUE);
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

  g_signal_emit (self, signals[SIGNAL_HANDED_OUT], 0);
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
  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-document-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, view);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, bar_bin);
  gtk_widget_class_bind_template_child (widget_class, AjDocumentWindow, document_menu);
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

  signals[SIGNAL_HANDED_OUT] = g_signal_new ("handed-out", G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);
}

static void
aj_document_window_init (AjDocumentWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

AjDocumentWindow *
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
  return self;
}

void
aj_document_window_set_bar (AjDocumentWindow *self, GtkWidget *bar)
{
  adw_bin_set_child (self->bar_bin, bar);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_bin), TRUE);
}

void
aj_document_window_add_section (AjDocumentWindow *self, GMenuModel *section)
{
  g_menu_append_section (self->document_menu, NULL, section);
}

void
aj_document_window_reload (AjDocumentWindow *self)
{
  if (self->services != NULL)
    read_document (self);
}

AjDocument *
aj_document_window_get_document (AjDocumentWindow *self)
{
  return self->document;
}

GtkWidget *
aj_document_window_get_place (AjDocumentWindow *self)
{
  return GTK_WIDGET (self->stack);
}
