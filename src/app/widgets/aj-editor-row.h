/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-field-editor.h"

G_BEGIN_DECLS

#define AJ_TYPE_EDITOR_ROW (aj_editor_row_get_type ())

/**
 * AjEditorRow:
 *
 * How one field looks and behaves in a boxed list, whatever becomes of what is typed: the editor that suits the field,
 * with the title above it, or in its place while it is empty, and beneath it what is wrong. A click anywhere in the row
 * reaches the editor.
 */
G_DECLARE_DERIVABLE_TYPE (AjEditorRow, aj_editor_row, AJ, EDITOR_ROW, AdwPreferencesRow)

struct _AjEditorRowClass
{
  AdwPreferencesRowClass parent_class;

  /* The person did something to the editor, or it was given something else to show. */
  void (*changed) (AjEditorRow *self);
  /* The person thinks that what stands there is whole: Enter was pressed, or the cursor left. */
  void (*finished) (AjEditorRow *self);
};

/* Once, before all else. Takes the field's label for a title where there is none. Returns (transfer none): the editor,
 * which the row keeps until it is disposed of. */
AjFieldEditor *aj_editor_row_set_field (AjEditorRow *self, const AjField *field);
/* @widget: stands at the end of the row, before what belongs to the editor, for as long as it is visible. */
void aj_editor_row_set_hint (AjEditorRow *self, GtkWidget *widget);
/* @sentence (nullable): what is wrong with what was typed; NULL: nothing. */
void aj_editor_row_show_fault (AjEditorRow *self, const char *sentence);
/* (transfer none): the sentence that is shown; empty when nothing is wrong. */
const char *aj_editor_row_get_fault (AjEditorRow *self);

G_END_DECLS
