/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-return-cell.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"

struct _AjReturnCell
{
  AdwPreferencesRow parent_instance;

  AjReturns *returns; /* (owned) */
  AjReturnRow *row;   /* (owned) */
  guint cell;

  /* Template widgets */
  GtkLabel *title_label;
  GtkEntry *entry;
  GtkLabel *fault_label;
  GtkWidget *suggestion_button;
  GtkLabel *suggestion_label;
};

G_DEFINE_FINAL_TYPE (AjReturnCell, aj_return_cell, ADW_TYPE_PREFERENCES_ROW)

static void
correct (AjReturnCell *self)
{
  if (self->returns != NULL)
    aj_returns_set_cell (self->returns, self->row, self->cell,
                         gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
take_suggestion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjReturnCell *self = AJ_RETURN_CELL (widget);
  g_autofree char *meant = g_strdup (aj_return_row_get_cell_suggestion (self->row, self->cell));

  if (meant == NULL)
    return;
  /* The button goes, and the cursor with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  aj_returns_set_cell (self->returns, self->row, self->cell, meant);
}

static void
show_fault (AjReturnCell *self)
{
  const char *fault = aj_return_row_get_cell_fault (self->row, self->cell);
  const char *meant = aj_return_row_get_cell_suggestion (self->row, self->cell);

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
      g_autofree char *label = g_strdup_printf (_ ("Use “%s”"), meant);

      gtk_label_set_text (self->suggestion_label, label);
      aj_accessible_set_name (self->suggestion_button, label);
    }
}

static void
show (AjReturnCell *self)
{
  const char *label = aj_return_row_get_cell_label (self->row, self->cell);
  g_autofree char *text = aj_return_row_dup_cell (self->row, self->cell);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_label_set_text (self->title_label, label);
  aj_accessible_set_name (GTK_WIDGET (self->entry), label);
  show_fault (self);
}

static void
aj_return_cell_dispose (GObject *object)
{
  AjReturnCell *self = AJ_RETURN_CELL (object);

  g_clear_object (&self->returns);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_RETURN_CELL);
  G_OBJECT_CLASS (aj_return_cell_parent_class)->dispose (object);
}

static void
aj_return_cell_class_init (AjReturnCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_return_cell_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-return-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, AjReturnCell, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnCell, entry);
  gtk_widget_class_bind_template_child (widget_class, AjReturnCell, fault_label);
  gtk_widget_class_bind_template_child (widget_class, AjReturnCell, suggestion_button);
  gtk_widget_class_bind_template_child (widget_class, AjReturnCell, suggestion_label);
  gtk_widget_class_bind_template_callback (widget_class, correct);
  gtk_widget_class_install_action (widget_class, "cell.take-suggestion", NULL, take_suggestion);
}

static void
aj_return_cell_init (AjReturnCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aj_return_cell_new (AjReturns *returns, AjReturnRow *row, guint cell)
{
  AjReturnCell *self = g_object_new (AJ_TYPE_RETURN_CELL, NULL);

  self->returns = g_object_ref (returns);
  self->row = g_object_ref (row);
  self->cell = cell;
  g_signal_connect_object (row, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
