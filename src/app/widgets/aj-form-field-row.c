/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-field-row.h"

struct _AjFormFieldRow
{
  AjEditorRow parent_instance;

  AjFormColumn column;
  AjFieldEditor *editor; /* (unowned): the row's */
  AjForm *form;          /* (unowned) (nullable) */
  AjFormRow *row;        /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjFormFieldRow, aj_form_field_row, AJ_TYPE_EDITOR_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
aj_form_field_row_check (AjFormFieldRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->row != NULL)
    aj_form_check_text (self->form, self->row, self->column, &error);
  aj_editor_row_show_fault (AJ_EDITOR_ROW (self), error != NULL ? error->message : NULL);
  return error == NULL;
}

/* Half a date is a fault only once the person thinks it is a whole one. */
static void
aj_form_field_row_finished (AjEditorRow *row)
{
  aj_form_field_row_check (AJ_FORM_FIELD_ROW (row));
}

/* (transfer full): what stands there; what can be typed as it is typed, and the rest in machine form. */
static char *
read_text (AjFormFieldRow *self)
{
  char *typed = aj_field_editor_dup_typed (self->editor);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (typed != NULL)
    return typed;
  aj_field_editor_read (self->editor, &value, NULL);
  return aj_field_format (aj_form_column_get_field (self->column), &value);
}

static void
aj_form_field_row_changed (AjEditorRow *row)
{
  AjFormFieldRow *self = AJ_FORM_FIELD_ROW (row);
  g_autofree char *text = NULL;

  if (self->row == NULL || !aj_field_editor_is_touched (self->editor))
    return;
  text = read_text (self);
  aj_form_set_text (self->form, self->row, self->column, text);
  if (*aj_editor_row_get_fault (row) != '\0')
    aj_form_field_row_check (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aj_form_field_row_dispose (GObject *object)
{
  AjFormFieldRow *self = AJ_FORM_FIELD_ROW (object);

  self->form = NULL;
  self->row = NULL;
  G_OBJECT_CLASS (aj_form_field_row_parent_class)->dispose (object);
}

static void
aj_form_field_row_class_init (AjFormFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_form_field_row_dispose;
  AJ_EDITOR_ROW_CLASS (klass)->changed = aj_form_field_row_changed;
  AJ_EDITOR_ROW_CLASS (klass)->finished = aj_form_field_row_finished;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_form_field_row_init (AjFormFieldRow *self)
{
}

GtkWidget *
aj_form_field_row_new (AjFormColumn column)
{
  AjFormFieldRow *self = g_object_new (AJ_TYPE_FORM_FIELD_ROW, NULL);

  self->column = column;
  self->editor = aj_editor_row_set_field (AJ_EDITOR_ROW (self), aj_form_column_get_field (column));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), aj_form_column_get_help (column));
  return GTK_WIDGET (self);
}

void
aj_form_field_row_set_row (AjFormFieldRow *self, AjForm *form, AjFormRow *row)
{
  const AjField *field = aj_form_column_get_field (self->column);
  const char *text = row != NULL ? row->texts[self->column] : NULL;
  g_auto (AjValue) value = AJ_VALUE_INIT;

  self->form = form;
  self->row = NULL;
  /* What was not understood is shown as it was typed. */
  if (!aj_field_parse (field, text, &value, NULL))
    aj_value_set_text (&value, text);
  aj_field_editor_show (self->editor, &value);
  self->row = row;
  if (row != NULL && text != NULL)
    aj_form_field_row_check (self);
  else
    aj_editor_row_show_fault (AJ_EDITOR_ROW (self), NULL);
}
