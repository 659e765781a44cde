/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_FORM (aj_record_form_get_type ())

/* A boxed list of the form. */
typedef struct
{
  const char *title; /* (nullable): shown, translated with gettext */
  /* (nullable): names, ends with NULL; without, all fields of the table that a person types */
  const char *const *fields;
} AjRecordFormGroup;

/**
 * AjRecordForm:
 *
 * The fields of a record in boxed lists, edited in place; made from the table of its type.
 */
G_DECLARE_FINAL_TYPE (AjRecordForm, aj_record_form, AJ, RECORD_FORM, GtkBox)

/* @groups is NULL for one list of all fields, or an array of @n_groups. */
AjRecordForm *
aj_record_form_new (const AjRecordType *type, const AjRecordFormGroup *groups, guint n_groups);
void aj_record_form_set_services (AjRecordForm *self, AjServices *services);
/* What was typed for the record before is saved first. NULL: insensitive and empty. */
void aj_record_form_set_record (AjRecordForm *self, AjRecord *record);
/* Puts the cursor in a field (NULL: the first one), with its text selected; FALSE when the form has no such field. */
gboolean aj_record_form_focus_field (AjRecordForm *self, const char *field);
/* Saves what was typed but not yet saved. */
void aj_record_form_save (AjRecordForm *self);

G_END_DECLS
