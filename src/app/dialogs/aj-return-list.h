/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-returns.h"

G_BEGIN_DECLS

#define AJ_TYPE_RETURN_LIST (aj_return_list_get_type ())

/**
 * AjReturnList:
 *
 * One group of the rows of returned forms in a boxed list: the first of them, and a button that brings more.
 * Those that are there already are shown only when somebody asks for them.
 */
G_DECLARE_FINAL_TYPE (AjReturnList, aj_return_list, AJ, RETURN_LIST, AdwPreferencesGroup)

/* The group is not empty. */
GtkWidget *aj_return_list_new (AjReturns *returns, AjImportGroup group);

G_END_DECLS
