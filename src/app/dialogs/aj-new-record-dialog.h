/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record-maker.h"

G_BEGIN_DECLS

#define AJ_TYPE_NEW_RECORD_DIALOG (aj_new_record_dialog_get_type ())

/**
 * AjNewRecordDialog:
 *
 * Asks for what a record cannot be made without, when a name is not enough: a municipality needs its code.
 * What is wrong is said in the dialog, which stays open.
 */
G_DECLARE_FINAL_TYPE (AjNewRecordDialog, aj_new_record_dialog, AJ, NEW_RECORD_DIALOG, AdwWindow)

/* @made is called once: with NULL when the person thought better of it. */
AjNewRecordDialog *aj_new_record_dialog_new (AjStore *store,
                                             const AjRecordType *type,
                                             AjRecordMade made,
                                             gpointer user_data);

G_END_DECLS
