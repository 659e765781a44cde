/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-entry-private.h"

/* A line of text, a number or a time of day. */
struct _AjFieldEditorEntry
{
  AjFieldEditor parent_instance;

  GtkEditable *entry; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorEntry, aj_field_editor_entry, AJ_TYPE_FIELD_EDITOR)

static GtkInputPurpose
get_purpose (const AjField *field)
{
  if (field->kind == AJ_FIELD_INTEGER || field->kind == AJ_FIELD_REAL)
    return GTK_INPUT_PURPOSE_NUMBER;
  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorEntry *self = AJ_FIELD_EDITOR_ENTRY (editor);
  GtkWidget *entry = aj_field_entry_new (editor);

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), get_purpose (aj_field_editor_get_field (editor)));
  self->entry = GTK_EDITABLE (entry);
  adw_bin_set_child (ADW_BIN (self), entry);
  aj_field_editor_add_control (editor, entry, NULL);
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  AjFieldEditorEntry *self = AJ_FIELD_EDITOR_ENTRY (editor);
  g_autofree char *text = aj_field_display (aj_field_editor_get_field (editor), value);

  aj_field_entry_show (self->entry, text);
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  AjFieldEditorEntry *self = AJ_FIELD_EDITOR_ENTRY (editor);

  return aj_field_parse (aj_field_editor_get_field (editor), gtk_editable_get_text (self->entry),
                         value, error);
}

static gboolean
is_blank (AjFieldEditor *editor)
{
  return *gtk_editable_get_text (AJ_FIELD_EDITOR_ENTRY (editor)->entry) == '\0';
}

static void
forget_typing (AjFieldEditor *editor)
{
  aj_field_entry_forget (AJ_FIELD_EDITOR_ENTRY (editor)->entry);
}

static void
aj_field_editor_entry_class_init (AjFieldEditorEntryClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->is_blank = is_blank;
  editor_class->forget_typing = forget_typing;
}

static void
aj_field_editor_entry_init (AjFieldEditorEntry *self)
{
}
