/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-forget-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-document-view.h"
#include "aj-feedback.h"
#include "aj-forget-plan.h"

struct _AjForgetDialog
{
  AdwWindow parent_instance;

  GtkWidget *from;           /* (nullable): weak */
  AjServices *services;      /* (owned) (nullable) */
  AjForgetPlan *plan;        /* (owned) (nullable): once it is known */
  GCancellable *cancellable; /* (owned): of the looking */

  /* Template widgets */
  GtkButton *cancel_button;
  GtkButton *forget_button;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AjDocumentView *view;
  GtkWidget *mentions_bar;
  GtkCheckButton *mentions_check;
  AdwStatusPage *done_page;
  AjDocumentView *copies_view;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjForgetDialog, aj_forget_dialog, ADW_TYPE_WINDOW)

static AjForgetFlags
get_flags (AjForgetDialog *self)
{
  return gtk_check_button_get_active (self->mentions_check) ? AJ_FORGET_KEEP_MENTIONS
                                                            : AJ_FORGET_DEFAULT;
}

static void
show_plan (AjForgetDialog *self)
{
  g_autoptr (AjDocument) document = NULL;
  guint n_mentions;
  g_autofree char *label = NULL;

  if (self->plan == NULL)
    return;
  document = aj_forget_plan_to_document (self->plan, get_flags (self));
  n_mentions = aj_forget_plan_get_n_mentions (self->plan);
  label = g_strdup_printf (ngettext ("_Leave the mention in the text of others",
                                     "_Leave the %u mentions in the texts of others", n_mentions),
                           n_mentions);
  gtk_check_button_set_label (self->mentions_check, label);
  gtk_widget_set_visible (self->mentions_bar, n_mentions > 0);
  aj_document_view_show (self->view, document);
}

static void
show_problem (AjForgetDialog *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_set_visible (GTK_WIDGET (self->forget_button), FALSE);
}

/* All that is still there to be done is up to the person, so it stays until it was read. */
static void
show_rest (AjForgetDialog *self, const char *sentence)
{
  GPtrArray *copies = aj_forget_plan_get_copies (self->plan);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  g_autoptr (AjDocument) document = aj_document_new (_ ("Look at These Yourself"), NULL);

  adw_status_page_set_description (self->done_page, markup);
  aj_document_add_paragraph (
      document, _ ("These files beside the data file look like copies of it, and may still hold "
                   "what was forgotten:"));
  for (guint i = 0; i < copies->len; i++)
    aj_document_add_item (document, copies->pdata[i]);
  aj_document_view_show (self->copies_view, document);
  gtk_widget_set_visible (GTK_WIDGET (self->copies_view), copies->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->forget_button), FALSE);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  aj_accessible_set_name (GTK_WIDGET (self->cancel_button), _ ("Close"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjForgetDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean wiped = FALSE;
  gboolean done = aj_forget_plan_run_finish (AJ_STORE (source), result, &wiped, &error);

  /* Whoever closed the window is told in the one behind it. */
  if (done)
    sentence = aj_forget_plan_describe_done (self->plan, get_flags (self), wiped);
  if (done && self->services != NULL && (!wiped || aj_forget_plan_get_copies (self->plan)->len > 0))
    {
      show_rest (self, sentence);
      return;
    }
  if (done && self->from != NULL)
    aj_feedback_say (self->from, sentence);
  else if (self->from != NULL)
    aj_feedback_error (self->from, error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
forget_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjForgetDialog *self = AJ_FORGET_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "forget.forget", FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_set_visible (self->mentions_bar, FALSE);
  aj_forget_plan_run_async (self->plan, aj_services_get_store (self->services), get_flags (self),
                            forgotten_cb, g_object_ref (self));
}

static void
plan_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjForgetDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AjForgetPlan *plan = aj_forget_plan_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan == NULL)
    {
      show_problem (self, error);
      return;
    }
  self->plan = plan;
  show_plan (self);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "forget.forget",
                                 !aj_store_is_read_only (AJ_STORE (source)));
}

static void
aj_forget_dialog_dispose (GObject *object)
{
  AjForgetDialog *self = AJ_FORGET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->services);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_FORGET_DIALOG);
  G_OBJECT_CLASS (aj_forget_dialog_parent_class)->dispose (object);
}

static void
aj_forget_dialog_finalize (GObject *object)
{
  AjForgetDialog *self = AJ_FORGET_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->plan, aj_forget_plan_unref);
  G_OBJECT_CLASS (aj_forget_dialog_parent_class)->finalize (object);
}

static void
aj_forget_dialog_class_init (AjForgetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_DOCUMENT_VIEW);
  G_OBJECT_CLASS (klass)->dispose = aj_forget_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_forget_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-forget-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, view);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, mentions_bar);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, mentions_check);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, copies_view);
  gtk_widget_class_bind_template_child (widget_class, AjForgetDialog, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, show_plan);
  gtk_widget_class_install_action (widget_class, "forget.forget", NULL, forget_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aj_forget_dialog_init (AjForgetDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "forget.forget", FALSE);
}

void
aj_forget_dialog_show (GtkWidget *from, AjServices *services, const char *const *ids)
{
  AjForgetDialog *self = g_object_new (AJ_TYPE_FORGET_DIALOG, "transient-for",
                                       gtk_widget_get_root (from), NULL);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  aj_forget_plan_load_async (aj_services_get_store (services), ids, self->cancellable,
                             plan_loaded_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
