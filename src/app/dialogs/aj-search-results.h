/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-search-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_SEARCH_RESULTS (aj_search_results_get_type ())

/**
 * AjSearchResults:
 *
 * What was found, kind by kind under headings, one row of it marked. The cursor stays in the entry that somebody types in,
 * which tells this list to move its mark and to open what is marked.
 *
 * Signals: "marked" (the AjSearchRow, or NULL), "opened" (the AjSearchRow).
 */
G_DECLARE_FINAL_TYPE (AjSearchResults, aj_search_results, AJ, SEARCH_RESULTS, GtkWidget)

/* (element-type AjSearchGroup): and between them who sits where (nullable), with the first row marked, or the @mark'th. */
void aj_search_results_show_groups (AjSearchResults *self,
                                    GPtrArray *groups,
                                    const AjSeatAnswer *seats,
                                    const char *searched,
                                    guint mark);
/* (element-type AjSearchHit): what was changed last. */
void aj_search_results_show_recent (AjSearchResults *self, GPtrArray *hits);
/* So many rows down, or up when it is negative; stays within the list. */
void aj_search_results_move (AjSearchResults *self, int n_rows);
/* Opens the row that is marked; FALSE when none is. */
gboolean aj_search_results_open (AjSearchResults *self);
/* (transfer none) (nullable) */
AjSearchRow *aj_search_results_get_marked (AjSearchResults *self);

/* More than this of one kind is not shown. */
#define AJ_SEARCH_RESULTS_MAX 500

G_END_DECLS
