/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-list.h"

G_BEGIN_DECLS

#define AJ_TYPE_LIST_CURSOR (aj_list_cursor_get_type ())

/**
 * AjListCursor:
 *
 * Which record of a live list is in view, while the list changes under it: what is in view stays so until a
 * person selects something else, also where the list goes along with it to another query.
 *
 * Signals:
 * "moved" (AjRecord *): another record (nullable) is in view now.
 * "reveal" (guint): the program selected this place of the list; to be scrolled to.
 * "arrived": what was wanted is in the list now, and selected.
 * "lost" (AjRecord *): what was in view left the list. Whoever knows where it went gives the list another query and
 *     wants it, in the handler; else the selection goes where the list puts it.
 */
G_DECLARE_FINAL_TYPE (AjListCursor, aj_list_cursor, AJ, LIST_CURSOR, GObject)

AjListCursor *aj_list_cursor_new (AjList *list);

/* (transfer none): for the list view. */
GtkSelectionModel *aj_list_cursor_get_model (AjListCursor *self);
/* (nullable) */
AjRecord *aj_list_cursor_get_selected (AjListCursor *self);

/* FALSE when the list does not have it. */
gboolean aj_list_cursor_select (AjListCursor *self, const char *id);
/* Selects the record as soon as the list has it. That ends when the list has been filled without it, unless it is still
 * @being_made, and when a person selects something else. */
void aj_list_cursor_want (AjListCursor *self, const char *id, gboolean being_made);
void aj_list_cursor_stop_wanting (AjListCursor *self);
gboolean aj_list_cursor_is_wanting (AjListCursor *self);
/* Puts @record in view before the list has it, or without. */
void aj_list_cursor_show (AjListCursor *self, AjRecord *record);
/* What is in view is not followed any more: a person looks elsewhere. */
void aj_list_cursor_leave (AjListCursor *self);

G_END_DECLS
