/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-field.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_FIELD_EDITOR (aj_field_editor_get_type ())

/**
 * AjFieldEditor:
 *
 * The part of an AjFieldRow that differs by the kind of the field: it shows a value and reads back what
 * the person made of it. It knows nothing of records and of saving.
 *
 * Signals: "changed" (the person did something to it, or it shows something else), "finished" (the person is done with
 * the value: Enter, or a choice made).
 */
G_DECLARE_DERIVABLE_TYPE (AjFieldEditor, aj_field_editor, AJ, FIELD_EDITOR, AdwBin)

struct _AjFieldEditorClass
{
  AdwBinClass parent_class;

  /* It stands beside the title, as a switch does, and not under it. */
  gboolean beside;

  /* Once, when the field is known: makes the controls. */
  void (*build) (AjFieldEditor *self);
  void (*show) (AjFieldEditor *self, const AjValue *value);
  /* What it holds now; FALSE, with a sentence, when that is no value of the field. */
  gboolean (*read) (AjFieldEditor *self, AjValue *value, GError **error);
  /* Nothing is typed, so the title may stand in its place. May be NULL: never. */
  gboolean (*is_blank) (AjFieldEditor *self);
  /* Forgets what Ctrl+Z would take back inside it. May be NULL. */
  void (*forget_typing) (AjFieldEditor *self);
  /* The row was clicked, outside the controls. May be NULL: the first control gets the focus. */
  void (*activate) (AjFieldEditor *self);
  /* The services came; for what depends on them. May be NULL. */
  void (*services_set) (AjFieldEditor *self);
};

/* The editor that suits the kind of @field, which must stay. */
AjFieldEditor *aj_field_editor_new (const AjField *field);

const AjField *aj_field_editor_get_field (AjFieldEditor *self);
AjServices *aj_field_editor_get_services (AjFieldEditor *self);
void aj_field_editor_set_services (AjFieldEditor *self, AjServices *services);

/* Shows a value; what was typed is gone, and so is its undo. */
void aj_field_editor_show (AjFieldEditor *self, const AjValue *value);
gboolean aj_field_editor_read (AjFieldEditor *self, AjValue *value, GError **error);
gboolean aj_field_editor_is_blank (AjFieldEditor *self);
void aj_field_editor_activate (AjFieldEditor *self);
/* Whether the person did something to it since it last showed a value; and a number that rises each time. */
gboolean aj_field_editor_is_touched (AjFieldEditor *self);
guint aj_field_editor_get_serial (AjFieldEditor *self);
/* What is typed was stored meanwhile: no longer touched, and Ctrl+Z belongs to the window again. */
void aj_field_editor_settle (AjFieldEditor *self);

/* (transfer full) (nullable): what is typed, whether or not it is a value; NULL where nothing can be typed. */
char *aj_field_editor_dup_typed (AjFieldEditor *self);

/* For screen readers: what the controls are called, and what is wrong with what they hold (NULL: nothing). */
void aj_field_editor_set_title (AjFieldEditor *self, const char *title);
void aj_field_editor_set_fault (AjFieldEditor *self, const char *sentence);
void aj_field_editor_set_editable (AjFieldEditor *self, gboolean editable);
/* What stands at the end of the row, outside the editor; (nullable) (transfer none). */
GtkWidget *aj_field_editor_get_suffix (AjFieldEditor *self);

/* For the editors: a control that takes the focus; @part (nullable) says which one when there are several. */
void aj_field_editor_add_control (AjFieldEditor *self, GtkWidget *control, const char *part);
void aj_field_editor_set_suffix (AjFieldEditor *self, GtkWidget *suffix);
/* The person did something; ignored while a value is being shown. */
void aj_field_editor_touch (AjFieldEditor *self);
/* The person is done with the value. */
void aj_field_editor_finish (AjFieldEditor *self);

/* The editors, by what they edit: a line of text, several lines, a date, a date and time, a choice, yes or no, a record. */
G_DECLARE_FINAL_TYPE (
    AjFieldEditorEntry, aj_field_editor_entry, AJ, FIELD_EDITOR_ENTRY, AjFieldEditor)
G_DECLARE_FINAL_TYPE (AjFieldEditorNote, aj_field_editor_note, AJ, FIELD_EDITOR_NOTE, AjFieldEditor)
G_DECLARE_FINAL_TYPE (AjFieldEditorDate, aj_field_editor_date, AJ, FIELD_EDITOR_DATE, AjFieldEditor)
G_DECLARE_FINAL_TYPE (
    AjFieldEditorMoment, aj_field_editor_moment, AJ, FIELD_EDITOR_MOMENT, AjFieldEditor)
G_DECLARE_FINAL_TYPE (
    AjFieldEditorChoice, aj_field_editor_choice, AJ, FIELD_EDITOR_CHOICE, AjFieldEditor)
G_DECLARE_FINAL_TYPE (
    AjFieldEditorSwitch, aj_field_editor_switch, AJ, FIELD_EDITOR_SWITCH, AjFieldEditor)
G_DECLARE_FINAL_TYPE (
    AjFieldEditorReference, aj_field_editor_reference, AJ, FIELD_EDITOR_REFERENCE, AjFieldEditor)

G_END_DECLS
