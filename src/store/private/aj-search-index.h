/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-db.h"
#include "aj-search-words.h"
#include "aj-values.h"

G_BEGIN_DECLS

/* The search index: what is looked through when somebody searches. It follows from the rows alone and holds nothing of its
 * own, so it may be made anew at any time. The functions that write belong inside aj_db_write ().
 *
 * Table "search" has a row for every record of a type with searchable fields: these fields folded (see aj_text_fold ()),
 * one line each, the title apart, or for a type that is found by what it refers to (see aj-record-type.h) the titles of
 * that, which are followed, and behind a field the telephone numbers in it as they are dialled. "search_gram" (FTS5) knows which of these rows have a run of one to four letters in some
 * word; its rowid is the row's "number". FTS5 finds runs by their beginning, so one entry of four letters a place serves
 * keys of one to four; a longer key is the runs of four in it, all of them, and is then looked for in the row's text.
 * Why not the tokenizer that SQLite has for this: "trigram" keeps accents in SQLite 3.40, finds nothing for one or two
 * letters, and has to read the places of each run to know that they follow each other. */

/* The row of the record as it is now; takes away the one it had. */
gboolean aj_search_index_put (AjDb *db, const AjValues *values, GError **error);
gboolean
aj_search_index_remove (AjDb *db, const AjRecordType *type, const char *id, GError **error);
/* Leaves no trace in the index of what was changed or removed: FTS5 keeps the runs of letters of former texts until its
 * segments happen to be merged. For forgetting; after the rows were written, in the same transaction or a later one. */
gboolean aj_search_index_purge (AjDb *db, GError **error);

/* Makes the index anew from all rows. */
gboolean aj_search_index_rebuild (AjDb *db, GError **error);
/* The same, in a transaction of its own, for a file whose index was never made, or of other fields than are searched now. */
gboolean aj_search_index_ensure (AjDb *db, GError **error);
/* Whether the index is what a rebuild would make of the rows, in @sound. Only reads. */
gboolean aj_search_index_check (AjDb *db, gboolean *sound, GError **error);

/* "search_gram MATCH … AND …" for a SELECT from "search_gram" and "search": the rows of the type that have what was typed
 * anywhere. Binds from @parameter on as many values as there are words, one for the match, and one for a number. */
void aj_search_index_append_condition (GString *sql, const AjSearchWords *words, guint parameter);
void aj_search_index_bind_condition (AjStatement *statement,
                                     const AjRecordType *type,
                                     const AjSearchWords *words,
                                     int parameter);

G_END_DECLS
