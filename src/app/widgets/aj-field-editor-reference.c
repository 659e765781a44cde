/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-editor.h"
#include "aj-record-chooser.h"

/* A record of another type. */
struct _AjFieldEditorReference
{
  AjFieldEditor parent_instance;

  AjRecordChooser *chooser; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorReference, aj_field_editor_reference, AJ_TYPE_FIELD_EDITOR)

static void
chosen_cb (AjFieldEditor *editor)
{
  aj_field_editor_touch (editor);
  aj_field_editor_finish (editor);
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorReference *self = AJ_FIELD_EDITOR_REFERENCE (editor);
  const AjField *field = aj_field_editor_get_field (editor);

  self->chooser = aj_record_chooser_new (aj_record_type_lookup (field->target));
  aj_record_chooser_set_allow_none (self->chooser, !field->required);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->chooser));
  aj_field_editor_add_control (editor, aj_record_chooser_get_button (self->chooser), NULL);
  aj_field_editor_set_suffix (editor, gtk_image_new_from_icon_name ("pan-down-symbolic"));
}

static void
services_set (AjFieldEditor *editor)
{
  aj_record_chooser_set_services (AJ_FIELD_EDITOR_REFERENCE (editor)->chooser,
                                  aj_field_editor_get_services (editor));
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  aj_record_chooser_set_id (AJ_FIELD_EDITOR_REFERENCE (editor)->chooser,
                            value->kind == AJ_VALUE_TEXT ? value->as.text : NULL);
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  const char *id = aj_record_chooser_get_id (AJ_FIELD_EDITOR_REFERENCE (editor)->chooser);

  aj_value_clear (value);
  if (id != NULL)
    aj_value_set_text (value, id);
  return TRUE;
}

static void
activate (AjFieldEditor *editor)
{
  aj_record_chooser_open (AJ_FIELD_EDITOR_REFERENCE (editor)->chooser);
}

static void
aj_field_editor_reference_class_init (AjFieldEditorReferenceClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->services_set = services_set;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->activate = activate;
}

static void
aj_field_editor_reference_init (AjFieldEditorReference *self)
{
}
