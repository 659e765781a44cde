/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "aj-drop-down.h"
#include "aj-field-editor.h"

/* One of the choices of the field's table; "None" as well when it may be empty. */
struct _AjFieldEditorChoice
{
  AjFieldEditor parent_instance;

  GtkDropDown *drop_down; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorChoice, aj_field_editor_choice, AJ_TYPE_FIELD_EDITOR)

/* A screen reader says the field's name on the button, so the choice itself goes in the description. */
static void
describe_choice (AjFieldEditorChoice *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  item != NULL ? gtk_string_object_get_string (item) : "", -1);
}

static void
selected_cb (AjFieldEditorChoice *self)
{
  describe_choice (self);
  aj_field_editor_touch (AJ_FIELD_EDITOR (self));
  aj_field_editor_finish (AJ_FIELD_EDITOR (self));
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorChoice *self = AJ_FIELD_EDITOR_CHOICE (editor);
  const AjField *field = aj_field_editor_get_field (editor);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  if (!field->required)
    gtk_string_list_append (list, C_ ("choice", "None"));
  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    gtk_string_list_append (list, aj_field_get_choice_label (field, choice->code));
  self->drop_down = GTK_DROP_DOWN (
      gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL));
  gtk_drop_down_set_show_arrow (self->drop_down, FALSE);
  aj_drop_down_set_up (self->drop_down);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  aj_field_editor_add_control (editor, GTK_WIDGET (self->drop_down), NULL);
  /* The button inside is what the focus reaches. */
  aj_field_editor_add_control (editor, gtk_widget_get_first_child (GTK_WIDGET (self->drop_down)),
                               NULL);
  aj_field_editor_set_suffix (editor, arrow);
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  AjFieldEditorChoice *self = AJ_FIELD_EDITOR_CHOICE (editor);
  const AjField *field = aj_field_editor_get_field (editor);
  guint first = field->required ? 0 : 1;
  guint position = field->required ? GTK_INVALID_LIST_POSITION : 0;

  for (guint i = 0; value->kind == AJ_VALUE_TEXT && field->choices[i].code != NULL; i++)
    if (g_str_equal (field->choices[i].code, value->as.text))
      position = first + i;
  gtk_drop_down_set_selected (self->drop_down, position);
  if (position == 0 && first == 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nothing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nothing");
  describe_choice (self);
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  AjFieldEditorChoice *self = AJ_FIELD_EDITOR_CHOICE (editor);
  const AjField *field = aj_field_editor_get_field (editor);
  guint first = field->required ? 0 : 1;
  guint position = gtk_drop_down_get_selected (self->drop_down);

  aj_value_clear (value);
  if (position != GTK_INVALID_LIST_POSITION && position >= first)
    aj_value_set_text (value, field->choices[position - first].code);
  return TRUE;
}

static void
activate (AjFieldEditor *editor)
{
  AjFieldEditorChoice *self = AJ_FIELD_EDITOR_CHOICE (editor);

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->drop_down)))
    g_signal_emit_by_name (self->drop_down, "activate");
}

static void
aj_field_editor_choice_class_init (AjFieldEditorChoiceClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->activate = activate;
}

static void
aj_field_editor_choice_init (AjFieldEditorChoice *self)
{
}
