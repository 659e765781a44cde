/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-cell.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"

struct _AjImportCell
{
  AdwPreferencesRow parent_instance;

  AjImport *import; /* (owned) */
  AjImportRow *row; /* (owned) */
  guint column;

  /* Template widgets */
  GtkLabel *title_label;
  GtkEntry *entry;
  GtkLabel *fault_label;
  GtkWidget *suggestion_button;
  GtkLabel *suggestion_label;
};

G_DEFINE_FINAL_TYPE (AjImportCell, aj_import_cell, ADW_TYPE_PREFERENCES_ROW)

static void
correct (AjImportCell *self)
{
  if (self->import != NULL)
    aj_import_set_cell (self->import, self->row, self->column,
                        gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
take_suggestion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjImportCell *self = AJ_IMPORT_CELL (widget);
  g_autofree char *meant = g_strdup (aj_import_row_get_suggestion (self->row, self->column));

  if (meant == NULL)
    return;
  /* The button goes, and the cursor with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  aj_import_set_cell (self->import, self->row, self->column, meant);
}

/* (transfer full) (nullable): what is stored now, when the row changes that. */
static char *
find_before (AjImportCell *self)
{
  const AjField *field = aj_import_get_column_field (self->import, self->column);
  g_autoptr (GPtrArray) changes = aj_import_list_changes (self->import, self->row);

  if (aj_import_row_get_before (self->row) == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      AjImportChange *change = changes->pdata[i];

      if (change->field == field)
        return g_strdup (change->before);
    }
  return NULL;
}

static void
show_title (AjImportCell *self)
{
  const char *label = aj_import_get_column_label (self->import, self->column);
  g_autofree char *before = find_before (self);
  g_autofree char *title = NULL;

  if (before == NULL)
    title = g_strdup (label);
  else if (*before == '\0')
    /* Translators: the label of a field that is filled in by an import. */
    title = g_strdup_printf (_ ("%s · was empty"), label);
  else
    /* Translators: the label of a field that an import changes, and what stands in it until then. */
    title = g_strdup_printf (_ ("%1$s · was “%2$s”"), label, before);
  gtk_label_set_text (self->title_label, title);
  aj_accessible_set_name (GTK_WIDGET (self->entry), title);
}

static void
show_fault (AjImportCell *self)
{
  const char *fault = aj_import_row_get_cell_fault (self->row, self->column);
  const char *meant = aj_import_row_get_suggestion (self->row, self->column);

  gtk_label_set_text (self->fault_label, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  aj_accessible_describe (GTK_WIDGET (self->entry), fault != NULL ? fault : "");
  gtk_widget_set_visible (self->suggestion_button, meant != NULL);
  if (meant != NULL)
    {
      /* Translators: a button that fills in a name that was likely meant. */
      g_autofree char *label = g_strdup_printf (_ ("Use “%s”"), meant);

      gtk_label_set_text (self->suggestion_label, label);
      aj_accessible_set_name (self->suggestion_button, label);
    }
}

static void
show (AjImportCell *self)
{
  const char *text = aj_import_row_get_cell (self->row, self->column);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  show_title (self);
  show_fault (self);
}

static void
aj_import_cell_dispose (GObject *object)
{
  AjImportCell *self = AJ_IMPORT_CELL (object);

  g_clear_object (&self->import);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_IMPORT_CELL);
  G_OBJECT_CLASS (aj_import_cell_parent_class)->dispose (object);
}

static void
aj_import_cell_class_init (AjImportCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_import_cell_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-import-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, AjImportCell, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjImportCell, entry);
  gtk_widget_class_bind_template_child (widget_class, AjImportCell, fault_label);
  gtk_widget_class_bind_template_child (widget_class, AjImportCell, suggestion_button);
  gtk_widget_class_bind_template_child (widget_class, AjImportCell, suggestion_label);
  gtk_widget_class_bind_template_callback (widget_class, correct);
  gtk_widget_class_install_action (widget_class, "cell.take-suggestion", NULL, take_suggestion);
}

static void
aj_import_cell_init (AjImportCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_import_cell_new (AjImport *import, AjImportRow *row, guint column)
{
  AjImportCell *self = g_object_new (AJ_TYPE_IMPORT_CELL, NULL);

  self->import = g_object_ref (import);
  self->row = g_object_ref (row);
  self->column = column;
  g_signal_connect_object (row, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
