/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-import.h"

G_BEGIN_DECLS

#define AJ_TYPE_IMPORT_LIST (aj_import_list_get_type ())

/**
 * AjImportList:
 *
 * One group of the rows of an import in a boxed list: the first of them, and a button that brings more.
 * Those that are there already are shown only when somebody asks for them.
 */
G_DECLARE_FINAL_TYPE (AjImportList, aj_import_list, AJ, IMPORT_LIST, AdwPreferencesGroup)

/* The group is not empty. */
GtkWidget *aj_import_list_new (AjImport *import, AjImportGroup group);

G_END_DECLS
