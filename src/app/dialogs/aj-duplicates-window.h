/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUPLICATES_WINDOW (aj_duplicates_window_get_type ())

/**
 * AjDuplicatesWindow:
 *
 * Goes through the records of a type that may well be one, a pair at a time: merge them, or say that they are not the
 * same, which is remembered. Follows what is changed meanwhile, undo too.
 */
G_DECLARE_FINAL_TYPE (AjDuplicatesWindow, aj_duplicates_window, AJ, DUPLICATES_WINDOW, AdwWindow)

/* @type is one whose records can be merged. */
AjDuplicatesWindow *
aj_duplicates_window_show (GtkWindow *parent, AjServices *services, const AjRecordType *type);

G_END_DECLS
