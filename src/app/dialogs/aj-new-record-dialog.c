/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-new-record-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-draft-row.h"
#include "aj-edit.h"
#include "aj-new-record.h"

struct _AjNewRecordDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkButton *add_button;
  AdwPreferencesGroup *group;
  GtkLabel *fault_label;

  GtkWidget *origin;    /* (nullable): weak */
  AjServices *services; /* (owned) */
  AjEdit *edit;         /* (owned) (nullable): what is being stored */
  gboolean has_more;    /* it changes something else as well */
  AjValues *draft;      /* (owned) */
  GPtrArray *rows;      /* (owned) (element-type AjDraftRow): borrowed, they are children */
  AjRecordMade made;    /* NULL once called */
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

/* Whether all is there that the table asks for; rules over several fields are left to the store. */
static gboolean
is_complete (AjNewRecordDialog *self)
{
  const AjRecordType *type = aj_values_get_record_type (self->draft);

  for (guint i = 0; i < self->rows->len; i++)
    if (aj_draft_row_get_fault (self->rows->pdata[i]) != NULL)
      return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].required && aj_values_peek (self->draft, i)->kind == AJ_VALUE_NONE)
      return FALSE;
  return TRUE;
}

static void
changed_cb (AjNewRecordDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), is_complete (self));
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), FALSE);
}

static void
show_refusal (AjNewRecordDialog *self, const GError *error)
{
  gtk_label_set_text (self->fault_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), TRUE);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjNewRecordDialog) self = user_data;
  /* A dialog that closes before says that nothing was made. */
  AjRecordMade made = g_steal_pointer (&self->made);
  g_autofree char *id = made != NULL ? g_strdup (aj_values_get_id (self->draft)) : NULL;
  g_autoptr (GError) error = NULL;

  if (aj_dialog_conclude (GTK_WINDOW (self), self->has_more ? self->origin : NULL, source, result,
                          &error))
    {
      if (made != NULL)
        made (id, self->user_data);
      return;
    }
  self->made = made;
  show_refusal (self, error);
}

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjNewRecordDialog) self = user_data;
  g_autoptr (AjEdit) edit = g_steal_pointer (&self->edit);
  g_autoptr (GError) error = NULL;

  self->has_more = aj_new_record_complete_finish (result, &error);
  if (self->made == NULL)
    return;
  if (error != NULL)
    show_refusal (self, error);
  else
    aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
}

/* (transfer full) */
static char *
describe (AjNewRecordDialog *self)
{
  const AjRecordType *type = aj_values_get_record_type (self->draft);
  const char *title = type->title_field != NULL
                          ? aj_values_get_text (self->draft, type->title_field)
                          : NULL;

  return g_strdup_printf (_ ("Add %s"), title != NULL ? title : aj_record_type_get_label (type));
}

static void
add_cb (AjNewRecordDialog *self)
{
  const AjRecordType *type = aj_values_get_record_type (self->draft);
  g_autofree char *label = NULL;
  AjValues *values;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->add_button)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  label = describe (self);
  g_clear_object (&self->edit);
  self->edit = aj_edit_new (aj_services_get_store (self->services), label);
  values = aj_edit_add_with_id (self->edit, type, aj_values_get_id (self->draft));
  for (guint i = 0; i < type->n_fields; i++)
    aj_values_set (values, i, aj_values_peek (self->draft, i));
  aj_new_record_complete_async (self->edit, aj_services_get_store (self->services), values, NULL,
                                completed_cb, g_object_ref (self));
}

/* Enter adds it, wherever it is typed. */
static void
let_enter_add (AjNewRecordDialog *self, GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    g_signal_connect_object (widget, "activate", G_CALLBACK (add_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_enter_add (self, child);
}

static void
add_row (AjNewRecordDialog *self, const char *field)
{
  GtkWidget *row = aj_draft_row_new (aj_values_get_record_type (self->draft), field);

  aj_draft_row_set_services (AJ_DRAFT_ROW (row), self->services);
  aj_draft_row_set_draft (AJ_DRAFT_ROW (row), self->draft);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  let_enter_add (self, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_asked (const AjRecordType *type, const AjField *field)
{
  return field->required && field->initial == NULL && !field->internal &&
         g_strcmp0 (field->name, type->title_field) != 0;
}

static void
fill (AjNewRecordDialog *self, const char *const *asked, const char *reference)
{
  const AjRecordType *type = aj_values_get_record_type (self->draft);

  aj_accessible_name_lists (GTK_WIDGET (self->group), aj_record_type_get_label (type));
  for (guint i = 0; asked != NULL && asked[i] != NULL; i++)
    if (g_strcmp0 (asked[i], reference) != 0)
      add_row (self, asked[i]);
  if (asked == NULL && type->title_field != NULL)
    add_row (self, type->title_field);
  for (guint i = 0; asked == NULL && i < type->n_fields; i++)
    if (is_asked (type, &type->fields[i]) && g_strcmp0 (type->fields[i].name, reference) != 0)
      add_row (self, type->fields[i].name);
}

static void
aj_new_record_dialog_dispose (GObject *object)
{
  AjNewRecordDialog *self = AJ_NEW_RECORD_DIALOG (object);

  tell (self, NULL);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    aj_draft_row_set_draft (self->rows->pdata[i], NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->draft, aj_values_unref);
  g_clear_object (&self->edit);
  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->services);
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
aj_new_record_dialog_new (GtkWidget *origin,
                          AjServices *services,
                          const AjRecordType *type,
                          const char *const *asked,
                          const char *reference,
                          const char *target_id,
                          AjRecordMade made,
                          gpointer user_data)
{
  AjNewRecordDialog *self = g_object_new (AJ_TYPE_NEW_RECORD_DIALOG, NULL);

  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  self->draft = aj_values_new (type, NULL);
  aj_new_record_begin (self->draft, aj_services_get_today (services));
  if (reference != NULL)
    aj_values_set_text (self->draft, reference, target_id);
  self->made = made;
  self->user_data = user_data;
  fill (self, asked, reference);
  changed_cb (self);
  return self;
}

void
aj_new_record_dialog_fill_date (AjNewRecordDialog *self, const char *field, AjDate date)
{
  aj_values_set_date (self->draft, field, date);
  for (guint i = 0; i < self->rows->len; i++)
    aj_draft_row_set_draft (self->rows->pdata[i], self->draft);
  changed_cb (self);
}
