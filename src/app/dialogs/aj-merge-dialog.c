/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-merge-form.h"
#include "aj-merge.h"
#include "aj-record-chooser.h"

struct _AjMergeDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwActionRow *other_row;
  AjMergeForm *form;
  GtkLabel *fault_label;

  GtkWidget *origin;         /* (nullable): weak */
  AjServices *services;      /* (owned) */
  GCancellable *cancellable; /* (owned) */
  AjRecordChooser *chooser;  /* (unowned): in the row */
  AjRecord *record;          /* (owned): what the other goes into */
  AjRecord *other;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjMergeDialog, aj_merge_dialog, ADW_TYPE_WINDOW)

static void
show_fault (AjMergeDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), sentence != NULL);
}

/* FALSE while there is nothing to merge. */
static gboolean
is_ready (AjMergeDialog *self)
{
  return self->other != NULL && self->other != self->record &&
         aj_record_get_values (self->record) != NULL && aj_record_get_values (self->other) != NULL;
}

/* Also when one of them is changed meanwhile: what is chosen is chosen of what there is. */
static void
update (AjMergeDialog *self)
{
  gboolean ready = is_ready (self);

  aj_merge_form_set_pair (self->form, ready ? aj_record_get_values (self->record) : NULL,
                          ready ? aj_record_get_values (self->other) : NULL);
  show_fault (self,
              self->other == self->record ? _ ("That is the same one. Choose another.") : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", ready);
}

static void
follow_other (AjMergeDialog *self, AjRecord *other)
{
  if (self->other != NULL)
    g_signal_handlers_disconnect_by_func (self->other, update, self);
  g_set_object (&self->other, other);
  if (other != NULL)
    g_signal_connect_swapped (other, "notify::loaded", G_CALLBACK (update), self);
  update (self);
}

static void
chosen_cb (AjMergeDialog *self)
{
  const char *id = aj_record_chooser_get_id (self->chooser);
  g_autoptr (AjRecord) other = NULL;

  if (id != NULL)
    other = aj_store_ref_record (aj_services_get_store (self->services),
                                 aj_record_get_record_type (self->record), id);
  follow_other (self, other);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (aj_dialog_conclude (GTK_WINDOW (self), self->origin, source, result, &error))
    return;
  update (self);
  show_fault (self, error->message);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) edit = aj_merge_prepare_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (edit != NULL)
    {
      aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
      return;
    }
  update (self);
  show_fault (self, error->message);
}

static void
merge_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjMergeDialog *self = AJ_MERGE_DIALOG (widget);

  if (!is_ready (self))
    return;
  gtk_widget_action_set_enabled (widget, "merge.merge", FALSE);
  aj_merge_prepare_async (aj_services_get_store (self->services),
                          aj_record_get_values (self->record), aj_record_get_values (self->other),
                          aj_merge_form_get_from_second (self->form), self->cancellable,
                          prepared_cb, g_object_ref (self));
}

static void
aj_merge_dialog_dispose (GObject *object)
{
  AjMergeDialog *self = AJ_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->other != NULL)
    g_signal_handlers_disconnect_by_func (self->other, update, self);
  g_clear_object (&self->other);
  g_clear_object (&self->record);
  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MERGE_DIALOG);
  G_OBJECT_CLASS (aj_merge_dialog_parent_class)->dispose (object);
}

static void
aj_merge_dialog_finalize (GObject *object)
{
  g_object_unref (AJ_MERGE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (aj_merge_dialog_parent_class)->finalize (object);
}

static void
aj_merge_dialog_class_init (AjMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_merge_dialog_finalize;
  g_type_ensure (AJ_TYPE_MERGE_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMergeDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, AjMergeDialog, form);
  gtk_widget_class_bind_template_child (widget_class, AjMergeDialog, fault_label);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "merge.merge", NULL);
}

static void
aj_merge_dialog_init (AjMergeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_chooser (AjMergeDialog *self)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);

  self->chooser = aj_record_chooser_new (type);
  aj_record_chooser_set_services (self->chooser, self->services);
  aj_record_chooser_set_allow_none (self->chooser, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->chooser), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->chooser), 140, -1);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  aj_accessible_set_name (aj_record_chooser_get_button (self->chooser), _ ("With whom or what"));
  adw_action_row_add_suffix (self->other_row, GTK_WIDGET (self->chooser));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->other_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other_row),
                                 aj_record_get_title (self->record));
}

AjMergeDialog *
aj_merge_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *record)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (origin));
  AjMergeDialog *self = g_object_new (AJ_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  self->record = g_object_ref (record);
  aj_merge_form_set_services (self->form, services);
  add_chooser (self);
  update (self);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (gtk_widget_get_width (GTK_WIDGET (parent)), 560),
                               CLAMP (gtk_widget_get_height (GTK_WIDGET (parent)) - 40, 294, 620));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (aj_record_chooser_get_button (self->chooser));
  return self;
}
