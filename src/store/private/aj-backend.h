/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-culprit.h"
#include "aj-db.h"
#include "aj-history.h"
#include "aj-ids.h"
#include "aj-query.h"
#include "aj-rows.h"
#include "aj-store.h"

G_BEGIN_DECLS

/**
 * AjBackend:
 *
 * The side of a store that lives on its worker's thread: the database, what of it was told already,
 * and everything that is done in a transaction. It knows no objects, only states of records.
 */
typedef struct _AjBackend AjBackend;

/* What could be undone and redone by the author; a NULL label: nothing. */
typedef struct
{
  char *undo_label; /* (nullable) */
  char *redo_label; /* (nullable) */
} AjUndoState;

/* What the backend tells the store, in the order it happened. */
typedef struct
{
  AjChanges *changes; /* (nullable): only the undo state is new */
  AjUndoState undo;
} AjMessage;

void aj_message_free (AjMessage *self);

/* Where messages go: called on the worker's thread, takes the message over. */
typedef void (*AjBackendTell) (gpointer user_data, AjMessage *message);

struct _AjBackend
{
  AjDb *db;     /* (owned) (nullable): NULL before it is opened */
  AjRows *rows; /* (owned) (nullable) */
  char *path;   /* (owned) */
  AjStoreOpenFlags flags;
  char *author;  /* (owned) */
  GStrv earlier; /* (owned) (nullable): other names by which the same person signed */
  gint64 seen;   /* the newest edit that was told */
  gint64 data_version;
  /* (owned) (element-type gint64): the edits whose undo, and the undos whose redo, was refused and is passed over. */
  GArray *refused[2];
  AjBackendTell tell;
  gpointer tell_data;
  GMutex
      beside; /* held by who reads on a connection beside this one, and by who wants the file for itself */
};

AjBackend *aj_backend_new (const char *path, AjStoreOpenFlags flags, const char *author);
void aj_backend_free (AjBackend *self);
/* (transfer full): for reading alone, on a thread of its own, while @self goes on. It sees what was committed when each
 * question begins. Only when aj_db_can_be_read_beside(). */
AjBackend *aj_backend_open_beside (AjBackend *self, GError **error);
void aj_backend_set_tell (AjBackend *self, AjBackendTell tell, gpointer user_data);

/* The jobs. Each is an AjWorkerFunc. */

/* @data is unused. */
gboolean aj_backend_open (AjBackend *self, gpointer data, GError **error);
/* @data: the new name, char *. */
gboolean aj_backend_set_author (AjBackend *self, gpointer data, GError **error);
gboolean aj_backend_set_earlier_authors (AjBackend *self, gpointer names, GError **error);
/* Whether @author is who works here, under this name or an earlier one. */
gboolean aj_backend_is_own (AjBackend *self, const char *author);
/* Tells what others wrote since it was last asked. @data is unused. */
gboolean aj_backend_follow (AjBackend *self, gpointer data, GError **error);

typedef struct
{
  const AjRecordType *type;
  GPtrArray *ids; /* (owned) (element-type utf8) */
  GPtrArray *
      values; /* (owned) (element-type AjValues): the answer; those that exist, in the order of @ids */
} AjLoadRequest;

gboolean aj_backend_load (AjBackend *self, gpointer load_request, GError **error);

typedef struct
{
  AjQuery *query;    /* (owned) */
  GPtrArray *values; /* (owned) (element-type AjValues): the answer */
  gint64 count;      /* the answer of aj_backend_count() */
} AjFetchRequest;

gboolean aj_backend_fetch (AjBackend *self, gpointer fetch_request, GError **error);
gboolean aj_backend_count (AjBackend *self, gpointer fetch_request, GError **error);

typedef struct
{
  AjQuery *query;    /* (owned) */
  guint n_values;    /* how many of the first to load as well */
  AjIds *ids;        /* (owned): the answer */
  GPtrArray *values; /* (owned) (nullable) (element-type AjValues): the answer */
} AjIdsRequest;

gboolean aj_backend_fetch_ids (AjBackend *self, gpointer ids_request, GError **error);

typedef enum
{
  AJ_STEP_ADD,
  AJ_STEP_CHANGE,
  AJ_STEP_REMOVE,
  AJ_STEP_GUARD, /* nothing, but the others depend on it */
} AjStepKind;

/* What an edit does to one record. */
typedef struct
{
  AjStepKind kind;
  const AjRecordType *type;
  char *id;        /* (owned) */
  AjValues *base;  /* (owned) (nullable): what was seen of the record: what a change started from */
  AjValues *after; /* (owned) (nullable): what is added or changed */
  gboolean guarded;  /* a change that holds only while the whole record is as in @base */
  gboolean replaces; /* an addition in the place of a record that the same edit removed */
  gboolean joins;    /* an addition that is a change where another one stands for the same */
} AjStep;

void aj_step_free (AjStep *self);

typedef struct
{
  char *label; /* (owned) */
  gint64 at;   /* seconds since 1970 */
  gboolean undoable;
  gboolean overwrite;
  GPtrArray *steps;     /* (owned) (element-type AjStep) */
  gint64 revision;      /* the answer */
  GPtrArray *conflicts; /* (owned) (element-type AjConflict): the answer */
} AjWriteRequest;

gboolean aj_backend_write (AjBackend *self, gpointer write_request, GError **error);

typedef struct
{
  gint64 at;
  gboolean redo;
  gboolean interactive; /* whoever asked may ask again, and is told what that does */
  gboolean pass_over;   /* go on to the first step that can be taken */
  char *label;          /* (owned): the answer: what was undone or redone */
  char *next; /* (owned) (nullable): the answer when it was refused: the step that comes next */
} AjUndoRequest;

gboolean aj_backend_undo (AjBackend *self, gpointer undo_request, GError **error);

typedef struct
{
  AjHistoryFilter filter;
  char *id;           /* (owned) (nullable): what filter.id points to */
  char *author;       /* (owned) (nullable): what filter.author points to */
  GPtrArray *entries; /* (owned) (element-type AjHistoryEntry): the answer */
} AjHistoryRequest;

gboolean aj_backend_list_history (AjBackend *self, gpointer history_request, GError **error);

/* @data: GPtrArray **, receives the sentences. */
gboolean aj_backend_check (AjBackend *self, gpointer problems, GError **error);

typedef struct
{
  char *path; /* (owned) */
  gboolean replace;
  GCancellable *cancellable; /* (borrowed) (nullable) */
  AjDbProgress progress;     /* (nullable): called on the worker's thread */
  gpointer progress_data;
} AjBackupRequest;

gboolean aj_backend_backup (AjBackend *self, gpointer backup_request, GError **error);

/* For the other files of the backend. */

/* The highest edit number; 0 when there is none. */
gboolean aj_backend_get_newest (AjBackend *self, gint64 *revision, GError **error);
/* What was written after @since, oldest first, whole states; to be called inside a transaction. */
AjChanges *aj_backend_read_changes (AjBackend *self, gint64 since, GError **error);
/* (transfer full): from a row that begins with the revision, kind, label, author, at, target and undone_by of an edit. */
AjHistoryEntry *aj_backend_read_history_entry (AjStatement *statement);
/* Tells @changes (nullable) together with what can be undone now. */
void aj_backend_tell (AjBackend *self, AjChanges *changes);
/* What stood in the way of an undo or redo may be different now: none is passed over any more. */
void aj_backend_forget_refused (AjBackend *self);
/* The edit that undo or redo would take; 0 when there is none. @label is (transfer full) (nullable). */
gboolean aj_backend_find_undo (AjBackend *self, gint64 *revision, char **label, GError **error);
/* @undone_by: the undo that is to be taken back. */
gboolean aj_backend_find_redo (
    AjBackend *self, gint64 *revision, gint64 *undone_by, char **label, GError **error);

/* The newest edit after @since that added or removed the record, or touched one of its @fields (a mask). What the program
 * noted down for itself counts only @with_notes. FALSE without an error when there is none. */
gboolean aj_backend_find_culprit (AjBackend *self,
                                  const AjRecordType *type,
                                  const char *id,
                                  guint64 fields,
                                  gint64 since,
                                  gboolean with_notes,
                                  AjCulprit *culprit,
                                  GError **error);

G_END_DECLS
