/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

typedef enum
{
  AJ_HISTORY_EDIT,
  AJ_HISTORY_UNDO,
  AJ_HISTORY_REDO,
  AJ_HISTORY_NOTE, /* what the program noted down for itself; not a step of undo */
} AjHistoryKind;

/* What one edit did to one record. In the "changed" signal both states are whole; in what aj_store_list_history() gives,
 * those of a changed record have only the fields that differ. */
typedef struct
{
  const AjRecordType *type;
  char *id;
  AjValues *before; /* (nullable): the record was added */
  AjValues *after;  /* (nullable): the record was removed */
} AjHistoryChange;

typedef struct
{
  gint64 revision;
  AjHistoryKind kind;
  char *label;
  char *author;
  gint64 at;          /* seconds since 1970, UTC */
  gint64 target;      /* the edit that this one undid or redid; 0 */
  gboolean undone;    /* it has been taken back, and not made again */
  GPtrArray *changes; /* (element-type AjHistoryChange); empty unless asked for */
} AjHistoryEntry;

/* Whether the field differs; of an added or removed record, whether it had a value. */
gboolean aj_history_change_is_touched (const AjHistoryChange *self, guint index);
void aj_history_change_free (AjHistoryChange *self);
void aj_history_entry_free (AjHistoryEntry *self);

typedef struct
{
  gint64 since;             /* seconds since 1970; 0: from the beginning */
  const AjRecordType *type; /* NULL: all */
  const char *id;           /* NULL: all */
  const char *author; /* NULL: all; a name, also of who signs with an organisation behind it */
  gint64 before;      /* only older than this revision; 0: up to the newest */
  gint64 revision;    /* only this one; 0: all */
  guint limit;        /* 0: all */
  gboolean with_changes;
} AjHistoryFilter;

#define AJ_TYPE_CHANGES (aj_changes_get_type ())

/* What one or more commits did, as the "changed" signal tells it. */
typedef struct _AjChanges AjChanges;

GType aj_changes_get_type (void);
AjChanges *aj_changes_ref (AjChanges *self);
void aj_changes_unref (AjChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjChanges, aj_changes_unref)

/* (element-type AjHistoryChange), in the order they were made. */
GPtrArray *aj_changes_get_all (AjChanges *self);
typedef gboolean (*AjChangeFunc) (const AjHistoryChange *change, gpointer user_data);

/* Whether @matches says so of any of them. */
gboolean aj_changes_any (AjChanges *self, AjChangeFunc matches, gpointer user_data);
/* Whether any record of @type was added, changed or removed. */
gboolean aj_changes_concern (AjChanges *self, const AjRecordType *type);

G_END_DECLS
