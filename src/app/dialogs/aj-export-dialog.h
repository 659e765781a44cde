/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_EXPORT_DIALOG (aj_export_dialog_get_type ())

/**
 * AjExportDialog:
 *
 * Asks in which form all records of a type are written, with or without personal data; then where, and
 * writes them without blocking.
 */
G_DECLARE_FINAL_TYPE (AjExportDialog, aj_export_dialog, AJ, EXPORT_DIALOG, AdwWindow)

/* How it went is told where @from is. */
void aj_export_dialog_show (GtkWidget *from, AjServices *services, const AjRecordType *type);

G_END_DECLS
