/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"

G_BEGIN_DECLS

/**
 * AjTransaction:
 *
 * One edit while it is written: its rows, its lines of history, the references it must leave whole.
 * What others wrote meanwhile is read first, so that it is told before this edit is.
 */
typedef struct
{
  AjBackend *backend;
  AjHistoryKind kind;
  const char *label;
  gint64 at;
  gint64 target;   /* the edit that is undone or redone; 0 */
  gint64 turned;   /* the edit whose changes are turned round for that; 0 */
  gint64 revision; /* of this edit */
  guint n_changes;

  AjChanges *changes;     /* (owned): its own */
  AjChanges *foreign;     /* (owned) (nullable): of others, until then not told */
  gint64 seen;            /* the newest edit of others */
  GHashTable *references; /* (owned): what must be there at the end */
  GHashTable *owners;     /* (owned): what others may have to follow, as it is now; by id */
  GPtrArray *removed;     /* (owned) (element-type AjValues): whose parts are to go */
  GPtrArray *parts;       /* (owned) (element-type AjValues): to be looked at beside their like */
} AjTransaction;

typedef gboolean (*AjTransactionBody) (AjTransaction *self, gpointer user_data, GError **error);

/* Runs @body in a transaction and tells what came of it. @revision receives the number of the edit, 0 when @body changed
 * nothing: then nothing was written. */
gboolean aj_transaction_run (AjBackend *backend,
                             AjHistoryKind kind,
                             const char *label,
                             gint64 at,
                             AjTransactionBody body,
                             gpointer user_data,
                             gint64 *revision,
                             GError **error);

/* The record as it is now; NULL in @present when there is none. */
gboolean aj_transaction_get (AjTransaction *self,
                             const AjRecordType *type,
                             const char *id,
                             AjValues **present,
                             GError **error);
/* The one that there may be beside no other, as @values would be; NULL in @same when there is none. */
gboolean aj_transaction_find_same (AjTransaction *self,
                                   const AjValues *values,
                                   AjValues **same,
                                   GError **error);
/* Brings the record from @present (NULL: add) to @after, once that is prepared and checked. @after belongs to the
 * transaction from here on. Does nothing when they are the same. What is part of the record follows at the end, so that no
 * change of this edit stands in its way. */
gboolean
aj_transaction_put (AjTransaction *self, const AjValues *present, AjValues *after, GError **error);
/* Says that it is there already. */
void aj_transaction_refuse_second (const AjRecordType *type, const char *id, GError **error);
/* What is part of the record goes at the end, unless it was given to another one by then. Refused with AJ_MODEL_ERROR_RULE for what its type says must stay. */
gboolean aj_transaction_remove (AjTransaction *self, const AjValues *present, GError **error);
/* Writes the line of history even when no record changes. */
gboolean aj_transaction_note (AjTransaction *self, GError **error);
/* Notes in the history that @edit was taken back by this one, or no longer is. */
gboolean
aj_transaction_mark_undone (AjTransaction *self, gint64 edit, gboolean undone, GError **error);

G_END_DECLS
