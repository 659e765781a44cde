/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record-maker.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_NEW_RECORD_DIALOG (aj_new_record_dialog_get_type ())

/**
 * AjNewRecordDialog:
 *
 * Asks for what a record cannot be made without, when a name is not enough: a municipality needs its code,
 * a loan its thing, its place and its days. What is wrong is said in the dialog, which stays open.
 */
G_DECLARE_FINAL_TYPE (AjNewRecordDialog, aj_new_record_dialog, AJ, NEW_RECORD_DIALOG, AdwWindow)

/* Asks for @asked (names of fields, ends with NULL), or, when that is NULL, for the title and whatever else is required.
 * @reference (nullable) is a field that is known already to be @target_id; it is not asked. @made is called once: with NULL
 * when the person thought better of it. What else changes because of it is told at @origin, with Undo. */
AjNewRecordDialog *aj_new_record_dialog_new (GtkWidget *origin,
                                             AjServices *services,
                                             const AjRecordType *type,
                                             const char *const *asked,
                                             const char *reference,
                                             const char *target_id,
                                             AjRecordMade made,
                                             gpointer user_data);
/* Fills in a day that is asked for. */
void aj_new_record_dialog_fill_date (AjNewRecordDialog *self, const char *field, AjDate date);

G_END_DECLS
