/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-draft-row.h"

#include "aj-error.h"

struct _AjDraftRow
{
  AjEditorRow parent_instance;

  guint index;           /* of the field in its table */
  AjFieldEditor *editor; /* (unowned): the row's */
  AjValues *draft;       /* (unowned) (nullable) */
  char *fault;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (AjDraftRow, aj_draft_row, AJ_TYPE_EDITOR_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Half a date is a fault only once the person thinks it is a whole one. */
static void
aj_draft_row_finished (AjEditorRow *row)
{
  aj_editor_row_show_fault (row, AJ_DRAFT_ROW (row)->fault);
}

static void
take (AjDraftRow *self)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const AjField *field = aj_field_editor_get_field (self->editor);
  gboolean is_value = aj_field_editor_read (self->editor, &value, &error) &&
                      (value.kind == AJ_VALUE_NONE || aj_field_check (field, &value, &error));

  if (!is_value)
    aj_value_clear (&value);
  aj_set_string (&self->fault, error != NULL ? error->message : NULL);
  aj_values_set (self->draft, self->index, &value);
}

static void
aj_draft_row_changed (AjEditorRow *row)
{
  AjDraftRow *self = AJ_DRAFT_ROW (row);

  if (self->draft == NULL || !aj_field_editor_is_touched (self->editor))
    return;
  take (self);
  if (self->fault == NULL)
    aj_editor_row_show_fault (row, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aj_draft_row_dispose (GObject *object)
{
  AjDraftRow *self = AJ_DRAFT_ROW (object);

  self->draft = NULL;
  G_OBJECT_CLASS (aj_draft_row_parent_class)->dispose (object);
}

static void
aj_draft_row_finalize (GObject *object)
{
  g_free (AJ_DRAFT_ROW (object)->fault);
  G_OBJECT_CLASS (aj_draft_row_parent_class)->finalize (object);
}

static void
aj_draft_row_class_init (AjDraftRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_draft_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_draft_row_finalize;
  AJ_EDITOR_ROW_CLASS (klass)->changed = aj_draft_row_changed;
  AJ_EDITOR_ROW_CLASS (klass)->finished = aj_draft_row_finished;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_draft_row_init (AjDraftRow *self)
{
}

GtkWidget *
aj_draft_row_new (const AjRecordType *type, const char *field)
{
  AjDraftRow *self = g_object_new (AJ_TYPE_DRAFT_ROW, NULL);

  self->index = (guint) aj_record_type_find (type, field);
  self->editor = aj_editor_row_set_field (AJ_EDITOR_ROW (self), &type->fields[self->index]);
  aj_draft_row_set_draft (self, NULL);
  return GTK_WIDGET (self);
}

void
aj_draft_row_set_services (AjDraftRow *self, AjServices *services)
{
  aj_field_editor_set_services (self->editor, services);
}

void
aj_draft_row_set_draft (AjDraftRow *self, AjValues *draft)
{
  static const AjValue none = AJ_VALUE_INIT;

  self->draft = draft;
  aj_set_string (&self->fault, NULL);
  aj_editor_row_show_fault (AJ_EDITOR_ROW (self), NULL);
  aj_field_editor_show (self->editor, draft != NULL ? aj_values_peek (draft, self->index) : &none);
  gtk_widget_set_sensitive (GTK_WIDGET (self), draft != NULL);
}

const char *
aj_draft_row_get_fault (AjDraftRow *self)
{
  return self->fault;
}
