/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-import.h"

G_BEGIN_DECLS

#define AJ_TYPE_IMPORT_LIST (aj_import_list_get_type ())

/**
 * AjImportList:
 *
 * One group of the rows of an import, or of forms that came back, in a boxed list: the first of them, and a button that brings
 * more. Those that are there already are shown only when somebody asks for them.
 */
G_DECLARE_FINAL_TYPE (AjImportList, aj_import_list, AJ, IMPORT_LIST, AdwPreferencesGroup)

/* (transfer floating): the line that shows @row of @rows; @shows_verdict: the group does not say it. */
typedef GtkWidget *(*AjImportLineFunc) (GListModel *rows, GObject *row, gboolean shows_verdict);

/* @n_rows of @rows from @first on, at least one. */
GtkWidget *aj_import_list_new (
    GListModel *rows, AjImportGroup group, guint first, guint n_rows, AjImportLineFunc make_line);

G_END_DECLS
