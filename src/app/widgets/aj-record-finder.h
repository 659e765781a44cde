/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_FINDER (aj_record_finder_get_type ())

/**
 * AjRecordFinder:
 *
 * Finds a record of one type as a person types: for in a popover. Down goes from the text to the list,
 * Enter takes the first. Where a name is enough for a new record, what was typed can become one.
 *
 * Signal: "picked" (the id; NULL for none).
 */
G_DECLARE_FINAL_TYPE (AjRecordFinder, aj_record_finder, AJ, RECORD_FINDER, GtkWidget)

AjRecordFinder *aj_record_finder_new (const AjRecordType *type);
void aj_record_finder_set_services (AjRecordFinder *self, AjServices *services);
/* The day that what is found is for: a municipality is found when it exists then. Of other types all are found, those that
 * are over last. AJ_DATE_NONE, as at first: today. */
void aj_record_finder_set_date (AjRecordFinder *self, AjDate date);
/* Whether "None" can be picked; at first FALSE. */
void aj_record_finder_set_allow_none (AjRecordFinder *self, gboolean allow);
/* It comes in view: an empty search, the cursor in it. It leaves: lets go of what it found. */
void aj_record_finder_start (AjRecordFinder *self);
void aj_record_finder_stop (AjRecordFinder *self);
/* What is typed in it. */
const char *aj_record_finder_get_text (AjRecordFinder *self);
/* Looks for @text as if it were typed; between start and stop. */
void aj_record_finder_set_text (AjRecordFinder *self, const char *text);

G_END_DECLS
