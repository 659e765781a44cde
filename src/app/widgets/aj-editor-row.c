/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-editor-row.h"

#include "aj-undo-keys.h"

typedef struct
{
  /* Template */
  GtkLabel *title_label;
  GtkLabel *placeholder_label;
  GtkLabel *fault_label;
  AdwBin *editor_bin;
  AdwBin *hint_bin;
  AdwBin *suffix_bin;

  AjFieldEditor *editor; /* (unowned) (nullable): in one of the bins */
  GtkListBox *list_box;  /* (unowned) (nullable): the parent */
  gboolean focused;
} AjEditorRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjEditorRow, aj_editor_row, ADW_TYPE_PREFERENCES_ROW)

static AjEditorRowPrivate *
get_private (gpointer self)
{
  return aj_editor_row_get_instance_private (AJ_EDITOR_ROW (self));
}

static void
toggle_class (AjEditorRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* As in AdwEntryRow, the title of an empty row stands where the text would, until the cursor comes. */
static void
update_placeholder (AjEditorRow *self)
{
  AjEditorRowPrivate *priv = get_private (self);
  gboolean blank = !priv->focused && !gtk_widget_get_visible (GTK_WIDGET (priv->fault_label)) &&
                   aj_field_editor_is_blank (priv->editor);

  gtk_widget_set_visible (GTK_WIDGET (priv->placeholder_label), blank);
  gtk_widget_set_opacity (GTK_WIDGET (priv->title_label), blank ? 0 : 1);
}

static void
set_focused (AjEditorRow *self, gboolean focused)
{
  get_private (self)->focused = focused;
  toggle_class (self, "focused", focused);
  update_placeholder (self);
}

static void
focus_entered_cb (AjEditorRow *self)
{
  set_focused (self, TRUE);
}

static void
finished_cb (AjEditorRow *self)
{
  AJ_EDITOR_ROW_GET_CLASS (self)->finished (self);
}

static void
focus_left_cb (AjEditorRow *self)
{
  set_focused (self, FALSE);
  finished_cb (self);
}

static void
editor_changed_cb (AjEditorRow *self)
{
  update_placeholder (self);
  AJ_EDITOR_ROW_GET_CLASS (self)->changed (self);
}

static gboolean
has_typing (GtkWidget *widget)
{
  return aj_field_editor_is_touched (get_private (widget)->editor);
}

static void
row_activated_cb (AjEditorRow *self, GtkListBoxRow *row)
{
  if ((gpointer) row == (gpointer) self)
    aj_field_editor_activate (get_private (self)->editor);
}

static void
leave_list (AjEditorRow *self)
{
  AjEditorRowPrivate *priv = get_private (self);

  if (priv->list_box != NULL)
    g_signal_handlers_disconnect_by_func (priv->list_box, row_activated_cb, self);
  priv->list_box = NULL;
}

/* A row is told of a click by its list. */
static void
parent_changed_cb (AjEditorRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  leave_list (self);
  if (!GTK_IS_LIST_BOX (parent))
    return;
  get_private (self)->list_box = GTK_LIST_BOX (parent);
  g_signal_connect_swapped (parent, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
title_changed_cb (AjEditorRow *self)
{
  AjEditorRowPrivate *priv = get_private (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_text (priv->title_label, title);
  gtk_label_set_text (priv->placeholder_label, title);
  if (priv->editor != NULL)
    aj_field_editor_set_title (priv->editor, title);
}

static void
place_editor (AjEditorRow *self)
{
  AjEditorRowPrivate *priv = get_private (self);

  if (AJ_FIELD_EDITOR_GET_CLASS (priv->editor)->beside)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (priv->title_label), "subtitle");
      gtk_label_set_wrap (priv->title_label, TRUE);
      gtk_label_set_ellipsize (priv->title_label, PANGO_ELLIPSIZE_NONE);
      gtk_widget_set_visible (GTK_WIDGET (priv->editor_bin), FALSE);
      adw_bin_set_child (priv->suffix_bin, GTK_WIDGET (priv->editor));
      return;
    }
  adw_bin_set_child (priv->editor_bin, GTK_WIDGET (priv->editor));
  adw_bin_set_child (priv->suffix_bin, aj_field_editor_get_suffix (priv->editor));
}

static gboolean
aj_editor_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_private (widget)->editor));
}

static void
aj_editor_row_dispose (GObject *object)
{
  leave_list (AJ_EDITOR_ROW (object));
  G_OBJECT_CLASS (aj_editor_row_parent_class)->dispose (object);
}

static void
aj_editor_row_class_init (AjEditorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_editor_row_dispose;
  widget_class->grab_focus = aj_editor_row_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-editor-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AjEditorRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, AjEditorRow, placeholder_label);
  gtk_widget_class_bind_template_child_private (widget_class, AjEditorRow, fault_label);
  gtk_widget_class_bind_template_child_private (widget_class, AjEditorRow, editor_bin);
  gtk_widget_class_bind_template_child_private (widget_class, AjEditorRow, hint_bin);
  gtk_widget_class_bind_template_child_private (widget_class, AjEditorRow, suffix_bin);
}

static void
aj_editor_row_init (AjEditorRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  aj_undo_keys_let_through (GTK_WIDGET (self), has_typing);
}

AjFieldEditor *
aj_editor_row_set_field (AjEditorRow *self, const AjField *field)
{
  AjEditorRowPrivate *priv = get_private (self);

  g_return_val_if_fail (AJ_IS_EDITOR_ROW (self), NULL);
  g_return_val_if_fail (priv->editor == NULL, priv->editor);

  priv->editor = aj_field_editor_new (field);
  place_editor (self);
  g_signal_connect_object (priv->editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->editor, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), aj_field_get_label (field));
  title_changed_cb (self);
  return priv->editor;
}

void
aj_editor_row_set_hint (AjEditorRow *self, GtkWidget *widget)
{
  g_return_if_fail (AJ_IS_EDITOR_ROW (self));

  adw_bin_set_child (get_private (self)->hint_bin, widget);
}

void
aj_editor_row_show_fault (AjEditorRow *self, const char *sentence)
{
  AjEditorRowPrivate *priv = get_private (self);

  g_return_if_fail (AJ_IS_EDITOR_ROW (self));

  gtk_label_set_text (priv->fault_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->fault_label), sentence != NULL);
  toggle_class (self, "error", sentence != NULL);
  aj_field_editor_set_fault (priv->editor, sentence);
  update_placeholder (self);
}

const char *
aj_editor_row_get_fault (AjEditorRow *self)
{
  g_return_val_if_fail (AJ_IS_EDITOR_ROW (self), NULL);

  return gtk_label_get_text (get_private (self)->fault_label);
}
