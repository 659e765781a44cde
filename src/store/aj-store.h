/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-clock.h"
#include "aj-history.h"
#include "aj-query.h"
#include "aj-record.h"
#include "aj-store-error.h"

G_BEGIN_DECLS

#define AJ_TYPE_STORE (aj_store_get_type ())

/**
 * AjStore:
 *
 * One open data file. The database is touched on threads of the store's own; the object itself
 * belongs to the thread that made it, whose main context gets the answers. Every question has a form
 * that waits, for the command line and for tests, and most have one that does not, for windows.
 * What does not wait and only reads is answered also while something long is being written (not on a
 * network drive), with what was told to be written by then. To see what was asked to be written just
 * before, wait for that, or for aj_store_settle_async().
 *
 * Keeps one AjRecord for every record that somebody holds, and follows what other windows and the
 * command line write to the same file.
 *
 * Properties (read-only, notified): "can-undo", "can-redo" (boolean), "undo-label", "redo-label"
 * (what it would undo; NULL), "read-only" (boolean), "path".
 * Signal "changed" (AjChanges *): after every commit, here or elsewhere, when the records already show it.
 */
G_DECLARE_FINAL_TYPE (AjStore, aj_store, AJ, STORE, GObject)

typedef enum
{
  AJ_STORE_OPEN_DEFAULT = 0,
  AJ_STORE_OPEN_CREATE = 1 << 0,    /* make a new file; AJ_STORE_ERROR_EXISTS when there is one */
  AJ_STORE_OPEN_READ_ONLY = 1 << 1, /* never write, take no lock */
  AJ_STORE_OPEN_EXCLUSIVE =
      1 << 2, /* as on a network file system, whatever the file system is: no WAL, one user */
  AJ_STORE_OPEN_OR_READ = 1 << 3, /* read-only where it may not be written */
} AjStoreOpenFlags;

/* Opens @path and brings its schema up to date (after a copy of the file beside it). @author names who makes the
 * changes, in history. @clock dates them. A new file is made whole, with mode 0600, never in the place of anything; of
 * several who make it at once, one does. */
AjStore *aj_store_open (
    const char *path, AjStoreOpenFlags flags, const char *author, AjClock *clock, GError **error);
void aj_store_open_async (const char *path,
                          AjStoreOpenFlags flags,
                          const char *author,
                          AjClock *clock,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
AjStore *aj_store_open_finish (GAsyncResult *result, GError **error);
/* Answers when everything that was asked before is done and its callers have been told. Closing after that does not wait
 * long. */
void aj_store_settle_async (AjStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean aj_store_settle_finish (AjStore *self, GAsyncResult *result, GError **error);
/* Cancels the copies that are being made, finishes what else was asked, folds the write-ahead log back into the file and
 * closes it; waits. Everything asked afterwards fails. Disposing of the store does it too. */
void aj_store_close (AjStore *self);
/* For whoever made the file and could not fill it: closes it and takes it away, unless another window or program has it
 * open. Only after AJ_STORE_OPEN_CREATE. */
void aj_store_discard (AjStore *self);

const char *aj_store_get_path (AjStore *self);
const char *aj_store_get_author (AjStore *self);
void aj_store_set_author (AjStore *self, const char *author);
/* Other names by which the same person signed: what was done under them is theirs to undo as well. */
void aj_store_set_earlier_authors (AjStore *self, const char *const *names);
AjClock *aj_store_get_clock (AjStore *self);
gboolean aj_store_is_read_only (AjStore *self);

/* (transfer full): the one object for this record, loaded or not; it loads by itself. For references whose record may
 * be shown when it comes. An id that turns out not to exist leaves it not loaded. */
AjRecord *aj_store_ref_record (AjStore *self, const AjRecordType *type, const char *id);
/* (transfer full): waits until it is loaded; AJ_STORE_ERROR_NOT_FOUND when there is none. */
AjRecord *
aj_store_load_record (AjStore *self, const AjRecordType *type, const char *id, GError **error);
/* (transfer container, element-type AjRecord): all records of the query, loaded; waits. */
GPtrArray *aj_store_fetch (AjStore *self, AjQuery *query, GError **error);
void aj_store_fetch_async (AjStore *self,
                           AjQuery *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *aj_store_fetch_finish (AjStore *self, GAsyncResult *result, GError **error);
/* Called for every record of the query in its order, without an object for each: for exports of any size. Waits; the
 * rows come in pages, so it takes memory for those and 16 bytes for each id. @each may ask the store other things. What is
 * changed meanwhile comes as it then is, what is removed is left out. Stops when @each returns FALSE with an error set. */
typedef gboolean (*AjStoreEachFunc) (const AjValues *values, gpointer user_data, GError **error);
gboolean aj_store_each (
    AjStore *self, AjQuery *query, AjStoreEachFunc each, gpointer user_data, GError **error);
/* How many; -1 on error. Waits. */
gint64 aj_store_count (AjStore *self, AjQuery *query, GError **error);

/* Takes back the newest change of this author, under any of their names, that was not taken back yet, as a change of its own. Refused with
 * AJ_STORE_ERROR_CONFLICT, saying whose later change of the same fields it would overwrite, with
 * AJ_STORE_ERROR_REFERENCED when a reference would break, and with an AJ_MODEL_ERROR for what its type forbids. What was
 * refused is passed over, and the next undo takes the change before it, until this author changes something or others do;
 * the async form says so. What the program noted down since is no later change, and is kept; so are monotonic fields. @label (nullable, transfer full) receives what was undone. */
gboolean aj_store_undo (AjStore *self, char **label, GError **error);
void aj_store_undo_async (AjStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean aj_store_undo_finish (AjStore *self, GAsyncResult *result, char **label, GError **error);
/* Makes the change that was undone last again, until this author changes something else. */
gboolean aj_store_redo (AjStore *self, char **label, GError **error);
void aj_store_redo_async (AjStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean aj_store_redo_finish (AjStore *self, GAsyncResult *result, char **label, GError **error);
/* The same for who asks once and closes the file, as a command does: what is refused bars no way. With @pass_over it goes
 * on to the newest change that can be taken back, or made again, and is refused only when there is none. @next (nullable,
 * transfer full) receives, when it was refused, the change that comes next, NULL for none. Wait. */
gboolean
aj_store_undo_full (AjStore *self, gboolean pass_over, char **label, char **next, GError **error);
gboolean
aj_store_redo_full (AjStore *self, gboolean pass_over, char **label, char **next, GError **error);

/* (transfer full, element-type AjHistoryEntry): newest first; @filter may be NULL. Waits. */
GPtrArray *aj_store_list_history (AjStore *self, const AjHistoryFilter *filter, GError **error);
void aj_store_list_history_async (AjStore *self,
                                  const AjHistoryFilter *filter,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *aj_store_list_history_finish (AjStore *self, GAsyncResult *result, GError **error);

/* Looks the whole file over: SQLite's integrity, references, every record by its own checks, the history.
 * (transfer full, element-type utf8): one sentence a problem; empty when all is well. Waits. */
GPtrArray *aj_store_check (AjStore *self, GError **error);

typedef void (*AjStoreProgressFunc) (double fraction, gpointer user_data);
/* A consistent copy while everything goes on, mode 0600; written beside @path and put in its place whole. What is there is
 * never replaced, AJ_STORE_ERROR_EXISTS; with @replace, for who was asked, another data file is, unless somebody has it
 * open, and nothing else: AJ_STORE_ERROR_IN_USE, AJ_STORE_ERROR_FOREIGN. The async form can be cancelled, which leaves what was at @path; closing the store cancels it. @progress (nullable) is called on the
 * caller's thread, and not after the answer. */
gboolean aj_store_backup (AjStore *self, const char *path, gboolean replace, GError **error);
void aj_store_backup_async (AjStore *self,
                            const char *path,
                            gboolean replace,
                            AjStoreProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean aj_store_backup_finish (AjStore *self, GAsyncResult *result, GError **error);

/* Looks for what others wrote, now; waits. It also happens by itself within a second. */
gboolean aj_store_refresh (AjStore *self, GError **error);

G_END_DECLS
