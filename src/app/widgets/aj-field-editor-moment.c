/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "aj-date-button.h"
#include "aj-field-entry-private.h"

/* A day and a time of day, side by side. */
struct _AjFieldEditorMoment
{
  AjFieldEditor parent_instance;

  GtkEditable *date;    /* (unowned): a child */
  GtkEditable *time;    /* (unowned): a child */
  AjDateButton *button; /* (unowned): the suffix */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorMoment, aj_field_editor_moment, AJ_TYPE_FIELD_EDITOR)

static void
opened_cb (AjFieldEditorMoment *self)
{
  AjDate date;

  if (!aj_field_entry_read_date (AJ_FIELD_EDITOR (self), gtk_editable_get_text (self->date), &date,
                                 NULL))
    date = AJ_DATE_NONE;
  aj_date_button_set_date (self->button, date);
}

/* A day picked is not yet a moment when its time is still to be typed. */
static void
picked_cb (AjFieldEditorMoment *self)
{
  g_autofree char *text = aj_date_format_short (aj_date_button_get_date (self->button));
  gboolean timed = *gtk_editable_get_text (self->time) != '\0';

  gtk_editable_set_text (self->date, text);
  gtk_widget_grab_focus (GTK_WIDGET (timed ? self->date : self->time));
  if (timed)
    aj_field_editor_finish (AJ_FIELD_EDITOR (self));
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorMoment *self = AJ_FIELD_EDITOR_MOMENT (editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->date = GTK_EDITABLE (aj_field_entry_new (editor));
  gtk_editable_set_width_chars (self->date, 10);
  gtk_widget_set_hexpand (GTK_WIDGET (self->date), TRUE);
  self->time = GTK_EDITABLE (aj_field_entry_new (editor));
  gtk_editable_set_width_chars (self->time, 5);
  gtk_editable_set_max_width_chars (self->time, 5);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->date), _ ("Date"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->time), _ ("Time"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->time));
  self->button = aj_date_button_new ();
  g_signal_connect_object (self->button, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
  aj_field_editor_add_control (editor, GTK_WIDGET (self->date), _ ("date"));
  aj_field_editor_add_control (editor, GTK_WIDGET (self->time), _ ("time"));
  aj_field_editor_set_suffix (editor, GTK_WIDGET (self->button));
}

static void
services_set (AjFieldEditor *editor)
{
  aj_date_button_set_services (AJ_FIELD_EDITOR_MOMENT (editor)->button,
                               aj_field_editor_get_services (editor));
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  AjFieldEditorMoment *self = AJ_FIELD_EDITOR_MOMENT (editor);
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  AjWallTime moment;

  if (value->kind == AJ_VALUE_TEXT && aj_wall_time_parse (value->as.text, &moment))
    {
      date = aj_date_format_short (moment.date);
      time = aj_time_of_day_to_string (moment.minute);
    }
  aj_field_entry_show (self->date, date != NULL ? date : "");
  aj_field_entry_show (self->time, time != NULL ? time : "");
}

static gboolean
read_time (AjFieldEditorMoment *self, int *minute, GError **error)
{
  const char *text = gtk_editable_get_text (self->time);

  if (aj_time_of_day_parse (text, minute))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
               /* Translators: a field's label, what was typed. */
               _ ("%s: “%s” is not a time of day. Write it like 9:30."),
               aj_field_get_label (aj_field_editor_get_field (AJ_FIELD_EDITOR (self))), text);
  return FALSE;
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  AjFieldEditorMoment *self = AJ_FIELD_EDITOR_MOMENT (editor);
  gboolean timed = *gtk_editable_get_text (self->time) != '\0';
  g_autofree char *text = NULL;
  AjWallTime moment = { AJ_DATE_NONE, 0 };

  aj_value_clear (value);
  if (!aj_field_entry_read_date (editor, gtk_editable_get_text (self->date), &moment.date, error) ||
      (timed && !read_time (self, &moment.minute, error)))
    return FALSE;
  if (moment.date == AJ_DATE_NONE && !timed)
    return TRUE;
  if (moment.date == AJ_DATE_NONE || !timed)
    {
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
                   _ ("%s: fill in both the date and the time."),
                   aj_field_get_label (aj_field_editor_get_field (editor)));
      return FALSE;
    }
  text = aj_wall_time_to_string (&moment);
  aj_value_set_text (value, text);
  return TRUE;
}

static void
forget_typing (AjFieldEditor *editor)
{
  AjFieldEditorMoment *self = AJ_FIELD_EDITOR_MOMENT (editor);

  aj_field_entry_forget (self->date);
  aj_field_entry_forget (self->time);
}

static void
aj_field_editor_moment_class_init (AjFieldEditorMomentClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->services_set = services_set;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->forget_typing = forget_typing;
}

static void
aj_field_editor_moment_init (AjFieldEditorMoment *self)
{
}
