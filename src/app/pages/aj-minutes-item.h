/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-minutes-book.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_MINUTES_ITEM (aj_minutes_item_get_type ())

/**
 * AjMinutesItem:
 *
 * The minutes of one item of the agenda: what was said, a line to type what was decided, agreed on or handed round, and
 * beneath it what was. The cursor stays for the next line.
 *
 * Signal: "accepted" (a line that is to be stored, a string: the line is empty again).
 */
G_DECLARE_FINAL_TYPE (AjMinutesItem, aj_minutes_item, AJ, MINUTES_ITEM, AdwPreferencesGroup)

/* @record: an agenda item; or a meeting, for what belongs to no item of its agenda. */
GtkWidget *aj_minutes_item_new (AjServices *services, AjRecord *record);
AjRecord *aj_minutes_item_get_record (AjMinutesItem *self);
/* Shows what @book has of it, as the item @number of the agenda. */
void aj_minutes_item_show (AjMinutesItem *self, AjMinutesBook *book, guint number);
/* (nullable): the row of a decision, an action point or a paper, by its id. */
GtkWidget *aj_minutes_item_find_row (AjMinutesItem *self, const char *id);
/* Puts the cursor in the line; FALSE when there is none. */
gboolean aj_minutes_item_focus_line (AjMinutesItem *self);
/* What is typed in the line and not stored yet. */
const char *aj_minutes_item_get_draft (AjMinutesItem *self);
void aj_minutes_item_set_draft (AjMinutesItem *self, const char *text);

G_END_DECLS
