/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-date-button.h"
#include "aj-field-entry-private.h"

/* A day: typed as people do, or picked from a calendar. */
struct _AjFieldEditorDate
{
  AjFieldEditor parent_instance;

  GtkEditable *entry;   /* (unowned): the child */
  AjDateButton *button; /* (unowned): the suffix */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorDate, aj_field_editor_date, AJ_TYPE_FIELD_EDITOR)

/* The calendar opens on what is typed, when that is a day. */
static void
opened_cb (AjFieldEditorDate *self)
{
  AjDate date;

  if (!aj_field_entry_read_date (AJ_FIELD_EDITOR (self), gtk_editable_get_text (self->entry), &date,
                                 NULL))
    date = AJ_DATE_NONE;
  aj_date_button_set_date (self->button, date);
}

static void
picked_cb (AjFieldEditorDate *self)
{
  g_autofree char *text = aj_date_format_short (aj_date_button_get_date (self->button));

  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  aj_field_editor_finish (AJ_FIELD_EDITOR (self));
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorDate *self = AJ_FIELD_EDITOR_DATE (editor);

  self->entry = GTK_EDITABLE (aj_field_entry_new (editor));
  self->button = aj_date_button_new ();
  g_signal_connect_object (self->button, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  aj_field_editor_add_control (editor, GTK_WIDGET (self->entry), NULL);
  aj_field_editor_set_suffix (editor, GTK_WIDGET (self->button));
}

static void
services_set (AjFieldEditor *editor)
{
  aj_date_button_set_services (AJ_FIELD_EDITOR_DATE (editor)->button,
                               aj_field_editor_get_services (editor));
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  g_autofree char *text = aj_field_display (aj_field_editor_get_field (editor), value);

  aj_field_entry_show (AJ_FIELD_EDITOR_DATE (editor)->entry, text);
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  g_autofree char *iso = NULL;
  AjDate date;

  if (!aj_field_entry_read_date (editor,
                                 gtk_editable_get_text (AJ_FIELD_EDITOR_DATE (editor)->entry),
                                 &date, error))
    return FALSE;
  aj_value_clear (value);
  iso = aj_date_to_iso (date);
  if (iso != NULL)
    aj_value_set_text (value, iso);
  return TRUE;
}

static gboolean
is_blank (AjFieldEditor *editor)
{
  return *gtk_editable_get_text (AJ_FIELD_EDITOR_DATE (editor)->entry) == '\0';
}

static void
forget_typing (AjFieldEditor *editor)
{
  aj_field_entry_forget (AJ_FIELD_EDITOR_DATE (editor)->entry);
}

static void
aj_field_editor_date_class_init (AjFieldEditorDateClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->services_set = services_set;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->is_blank = is_blank;
  editor_class->forget_typing = forget_typing;
}

static void
aj_field_editor_date_init (AjFieldEditorDate *self)
{
}
