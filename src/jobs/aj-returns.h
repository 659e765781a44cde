/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-import.h"
#include "aj-return-row.h"

G_BEGIN_DECLS

#define AJ_TYPE_RETURNS (aj_returns_get_type ())

/**
 * AjReturns:
 *
 * The preview of forms that came back: a GListModel of AjReturnRow in groups (AjImportGroup), what needs a look first, each
 * compared with what is stored when it was loaded. Nothing is stored before it is accepted; then everything is, as one edit. An
 * empty cell leaves what is stored as it is, but for one of our own form, which went out filled in: then somebody looks. The
 * same file twice changes nothing.
 *
 * An activity is the one with its id; else the one that was made of the same one of last time; else the one with the same
 * title, municipality and day. Whose form it is follows from what is locked in it, else from what it says. Organisations are
 * found by name and people by mail address or name; who is not there is made along. Of two that return one activity
 * differently, somebody chooses: taking one leaves out the other.
 *
 * Signal "changed": the numbers are others, because somebody left a row out or corrected one.
 */
G_DECLARE_FINAL_TYPE (AjReturns, aj_returns, AJ, RETURNS, GObject)

/* Reads the files @paths (NULL-terminated) and compares them with the edition @edition_id (NULL: the latest); what of them cannot be read is a problem, and
 * none of the others. @today is when they came back, @author who takes them in. Waits. */
AjReturns *aj_returns_load (AjStore *store,
                            const char *edition_id,
                            const char *const *paths,
                            AjDate today,
                            const char *author,
                            GError **error);
/* Called on the caller's thread: how much of the work is done, from 0 to 1, negative while it is not known; and how many of the
 * files are read. */
typedef void (*AjReturnsProgress) (double fraction,
                                   guint n_read,
                                   guint n_files,
                                   gpointer user_data);

/* The same without waiting. @progress is nullable, and not called after the answer. */
void aj_returns_load_async (AjStore *store,
                            const char *edition_id,
                            const char *const *paths,
                            AjDate today,
                            const char *author,
                            AjReturnsProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AjReturns *aj_returns_load_finish (AjStore *store, GAsyncResult *result, GError **error);

const AjValues *aj_returns_get_edition (AjReturns *self);
/* (element-type utf8) (transfer none): what could not be read, each a sentence that names the file. */
GPtrArray *aj_returns_get_problems (AjReturns *self);
/* (element-type utf8) (transfer none): headings of columns that are none of ours, each once. */
GPtrArray *aj_returns_get_ignored (AjReturns *self);
guint aj_returns_count_forms (AjReturns *self);
guint aj_returns_count (AjReturns *self, AjImportVerdict verdict);
guint aj_returns_count_doubtful (AjReturns *self);
guint aj_returns_count_wanted (AjReturns *self);
/* Where in the list a group begins, and how many rows it has. A row stays in its group when it is corrected. */
guint aj_returns_get_group (AjReturns *self, AjImportGroup group, guint *n_rows);
/* (transfer full): "12 new, 3 changed, 2 left out, 40 the same, 1 refused": what would be done, and is not; without what there
 * is none of. */
char *aj_returns_dup_sum (AjReturns *self);
/* (element-type AjImportChange) (transfer full) */
GPtrArray *aj_returns_list_changes (AjReturns *self, AjReturnRow *row);

/* Corrects a cell; the row, and those that it stands in the way of, get a new verdict. The first cell of an answer is the
 * municipality of its whole form. */
void aj_returns_set_cell (AjReturns *self, AjReturnRow *row, guint cell, const char *text);
/* (element-type AjValues) (transfer full): organisations and people that are not there, and that rows that are wanted name. */
GPtrArray *aj_returns_list_made (AjReturns *self);

/* (transfer full): the edit that stores what is wanted, to be committed, with a line in the log of contact for each form that
 * changes something. */
AjEdit *aj_returns_make_edit (AjReturns *self);
/* The same without waiting; nothing of the returns may be changed meanwhile. */
void aj_returns_make_edit_async (AjReturns *self, GAsyncReadyCallback callback, gpointer user_data);
AjEdit *aj_returns_make_edit_finish (AjReturns *self, GAsyncResult *result);

G_END_DECLS
