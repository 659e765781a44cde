/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-seat-search.h"

G_BEGIN_DECLS

#define AJ_TYPE_SEARCH_ROW (aj_search_row_get_type ())

/**
 * AjSearchRow:
 *
 * One line of what was found: a record, or who sits where, with what was searched emphasised in its title or in the piece where it stands, or
 * the offer to show more of its kind. Is filled again and again, so that a list that changes with each key does not flicker.
 */
G_DECLARE_FINAL_TYPE (AjSearchRow, aj_search_row, AJ, SEARCH_ROW, GtkListBoxRow)

GtkWidget *aj_search_row_new (void);
/* @searched is "" for what was not searched for: then the row stands among other kinds, and says which one it is. */
void aj_search_row_set_hit (AjSearchRow *self, const AjSearchHit *hit, const char *searched);
/* Who sits in a group, or a seat that nobody takes. */
void aj_search_row_set_seat (AjSearchRow *self, const AjSeatHit *hit, const char *searched);
/* There are more of @type (NULL: of who sits where) than the @n_shown. @can_show: the row offers to show them; else it says that they are too many. */
void aj_search_row_set_more (AjSearchRow *self,
                             const AjRecordType *type,
                             guint n_shown,
                             gboolean can_show);
/* What stands above the row; NULL: nothing. */
void aj_search_row_set_heading (AjSearchRow *self, const char *title, const char *icon_name);
/* (transfer none) (nullable) */
GtkWidget *aj_search_row_get_heading (AjSearchRow *self);

/* (nullable) */
const AjRecordType *aj_search_row_get_record_type (AjSearchRow *self);
/* NULL when it offers more. */
const char *aj_search_row_get_id (AjSearchRow *self);
/* As a screen reader says it. */
const char *aj_search_row_get_name (AjSearchRow *self);

G_END_DECLS
