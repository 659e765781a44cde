/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-cell.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"

struct _AjImportCell
{
  AdwPreferencesRow parent_instance;

  const AjImportCellKind *kind;
  GListModel *rows; /* (owned) */
  GObject *row;     /* (owned) */
  guint cell;

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
  if (self->rows != NULL)
    self->kind->set_text (self->rows, self->row, self->cell,
                          gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
take_suggestion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjImportCell *self = AJ_IMPORT_CELL (widget);
  g_autofree char *meant = g_strdup (self->kind->get_suggestion (self->row, self->cell));

  if (meant == NULL)
    return;
  /* The button goes, and the cursor with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->kind->set_text (self->rows, self->row, self->cell, meant);
}

static void
show_fault (AjImportCell *self)
{
  const char *fault = self->kind->get_fault (self->row, self->cell);
  const char *meant = self->kind->get_suggestion (self->row, self->cell);

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
  g_autofree char *text = self->kind->dup_text (self->row, self->cell);
  g_autofree char *title = self->kind->dup_title (self->rows, self->row, self->cell);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_label_set_text (self->title_label, title);
  aj_accessible_set_name (GTK_WIDGET (self->entry), title);
  show_fault (self);
}

static void
aj_import_cell_dispose (GObject *object)
{
  AjImportCell *self = AJ_IMPORT_CELL (object);

  g_clear_object (&self->rows);
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
aj_import_cell_new (const AjImportCellKind *kind, GListModel *rows, GObject *row, guint cell)
{
  AjImportCell *self = g_object_new (AJ_TYPE_IMPORT_CELL, NULL);

  self->kind = kind;
  self->rows = g_object_ref (rows);
  self->row = g_object_ref (row);
  self->cell = cell;
  g_signal_connect_object (row, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
