/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-new-record-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-edit.h"
#include "aj-text.h"

struct _AjNewRecordDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkButton *add_button;
  AdwPreferencesGroup *group;
  GtkLabel *fault_label;

  AjStore *store; /* (owned) */
  const AjRecordType *type;
  GPtrArray *rows;   /* (owned) (element-type AdwEntryRow): borrowed, they are children */
  char *id;          /* (owned) (nullable): of the record that is being made */
  AjRecordMade made; /* NULL once called */
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (AjNewRecordDialog, aj_new_record_dialog, ADW_TYPE_WINDOW)

static void
tell (AjNewRecordDialog *self, const char *id)
{
  AjRecordMade made = g_steal_pointer (&self->made);

  if (made != NULL)
    made (id, self->user_data);
}

static const char *
get_text (AjNewRecordDialog *self, guint index)
{
  return gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->rows, index)));
}

static void
changed_cb (AjNewRecordDialog *self)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    if (aj_text_or_null (get_text (self, i)) == NULL)
      complete = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), complete);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), FALSE);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjNewRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  aj_dialog_release (GTK_WINDOW (self));
  if (aj_edit_commit_finish (AJ_EDIT (source), result, &error))
    {
      tell (self, self->id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->fault_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), TRUE);
}

static void
add_cb (AjNewRecordDialog *self)
{
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjValues *values;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->add_button)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  label = g_strdup_printf (_ ("Add %s"), get_text (self, 0));
  edit = aj_edit_new (self->store, label);
  values = aj_edit_add (edit, self->type);
  for (guint i = 0; i < self->rows->len; i++)
    aj_values_set_text (values, g_object_get_data (g_ptr_array_index (self->rows, i), "field"),
                        get_text (self, i));
  g_free (self->id);
  self->id = g_strdup (aj_values_get_id (values));
  aj_dialog_hold (GTK_WINDOW (self));
  aj_edit_commit_async (edit, NULL, committed_cb, g_object_ref (self));
}

static void
add_row (AjNewRecordDialog *self, const AjField *field)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), aj_field_get_label (field));
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field->name);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (add_cb), self);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_asked (const AjRecordType *type, const AjField *field)
{
  return field->required && field->initial == NULL && !field->internal &&
         field->kind == AJ_FIELD_TEXT && g_strcmp0 (field->name, type->title_field) != 0;
}

static void
fill (AjNewRecordDialog *self)
{
  const AjRecordType *type = self->type;

  aj_accessible_name_lists (GTK_WIDGET (self->group), aj_record_type_get_label (type));
  add_row (self, &type->fields[aj_record_type_find (type, type->title_field)]);
  for (guint i = 0; i < type->n_fields; i++)
    if (is_asked (type, &type->fields[i]))
      add_row (self, &type->fields[i]);
}

static void
aj_new_record_dialog_dispose (GObject *object)
{
  AjNewRecordDialog *self = AJ_NEW_RECORD_DIALOG (object);

  tell (self, NULL);
  g_clear_object (&self->store);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (aj_new_record_dialog_parent_class)->dispose (object);
}

static void
aj_new_record_dialog_class_init (AjNewRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_new_record_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-new-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjNewRecordDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, AjNewRecordDialog, group);
  gtk_widget_class_bind_template_child (widget_class, AjNewRecordDialog, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aj_new_record_dialog_init (AjNewRecordDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjNewRecordDialog *
aj_new_record_dialog_new (AjStore *store,
                          const AjRecordType *type,
                          AjRecordMade made,
                          gpointer user_data)
{
  AjNewRecordDialog *self = g_object_new (AJ_TYPE_NEW_RECORD_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->made = made;
  self->user_data = user_data;
  fill (self);
  return self;
}
