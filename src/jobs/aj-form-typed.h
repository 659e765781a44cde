/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form.h"

G_BEGIN_DECLS

/* What people type in a spreadsheet, brought to what a form takes. */

/* Fills in @text as the column means it: "9u30" and "9.30 uur" are times and "10:00 - 12:00" both of them, "do 8 okt." a date,
 * "x" and "✓" yes, "ca. 120 leerlingen" a number, and a choice is found by its label in either language, or by how that
 * begins. What is not understood stays as it was typed. */
void aj_form_typed_set (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text);

/* What was typed before and what it meant, for tables in which the same choices, days and times stand over and over; of one
 * form, or of forms with the same days. */
typedef struct _AjFormTyped AjFormTyped;

AjFormTyped *aj_form_typed_new (void);
void aj_form_typed_free (AjFormTyped *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjFormTyped, aj_form_typed_free)

/* As aj_form_typed_set(). */
void aj_form_typed_fill (
    AjFormTyped *self, const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text);

/* Of a column that names all target groups in one text, "jongeren, MKB": sets those that are named. */
void aj_form_typed_set_targets (const AjForm *form, AjFormRow *row, const char *text);

/* Whether a row says no more than @other does. */
gboolean aj_form_typed_is_same (const AjFormRow *self, const AjFormRow *other);

G_END_DECLS
