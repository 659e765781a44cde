/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-editor.h"

/* Yes or no. */
struct _AjFieldEditorSwitch
{
  AjFieldEditor parent_instance;

  GtkSwitch *control; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorSwitch, aj_field_editor_switch, AJ_TYPE_FIELD_EDITOR)

static void
switched_cb (AjFieldEditor *editor)
{
  aj_field_editor_touch (editor);
  aj_field_editor_finish (editor);
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorSwitch *self = AJ_FIELD_EDITOR_SWITCH (editor);

  self->control = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->control, "notify::active", G_CALLBACK (switched_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->control));
  aj_field_editor_add_control (editor, GTK_WIDGET (self->control), NULL);
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  gtk_switch_set_active (AJ_FIELD_EDITOR_SWITCH (editor)->control,
                         value->kind == AJ_VALUE_INTEGER && value->as.integer != 0);
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  aj_value_clear (value);
  aj_value_set_integer (value, gtk_switch_get_active (AJ_FIELD_EDITOR_SWITCH (editor)->control));
  return TRUE;
}

static void
activate (AjFieldEditor *editor)
{
  gtk_widget_activate (GTK_WIDGET (AJ_FIELD_EDITOR_SWITCH (editor)->control));
}

static void
aj_field_editor_switch_class_init (AjFieldEditorSwitchClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->beside = TRUE;
  editor_class->build = build;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->activate = activate;
}

static void
aj_field_editor_switch_init (AjFieldEditorSwitch *self)
{
}
