/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_LIST (aj_list_get_type ())

/**
 * AjList:
 *
 * A live GListModel of AjRecord over a query. It fills without blocking: "loading" is TRUE until the
 * first answer (and after every new query), "error" holds why it could not be filled, as a sentence
 * (NULL when it could). It follows every commit with as few items-changed as the change needs, so a
 * selection stays where it was. Only ids are fetched for the whole list; the records load as they are
 * asked for, in pages, and notify when their values come.
 *
 * Properties: "store", "query" (AjQuery, may be set again and again: late answers to an older query are
 * dropped), "loading", "error", "n-items".
 */
G_DECLARE_FINAL_TYPE (AjList, aj_list, AJ, LIST, GObject)

/* @query may be NULL: an empty list. */
AjList *aj_list_new (AjStore *store, AjQuery *query);
AjQuery *aj_list_get_query (AjList *self);
void aj_list_set_query (AjList *self, AjQuery *query);
gboolean aj_list_is_loading (AjList *self);
const char *aj_list_get_error (AjList *self);
/* The place of a record, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint aj_list_find (AjList *self, const char *id);

G_END_DECLS
