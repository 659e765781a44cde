/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"
#include "aj-surroundings.h"

G_BEGIN_DECLS

/* Those that refer by one field. */
typedef struct
{
  const AjRecordType *type;
  const AjField *field;
  GPtrArray *found; /* (owned) (element-type AjValues) */
} AjDirection;

struct _AjSurroundings
{
  gatomicrefcount references;
  const AjValues *record; /* (owned) */
  gboolean is_removed;
  GHashTable *known;     /* (owned) (element-type utf8 AjValues): by "type/id" */
  GPtrArray *directions; /* (owned) (element-type AjDirection) */
  GPtrArray *history;    /* (owned) (element-type AjHistoryEntry) */
};

AjSurroundings *aj_surroundings_new (void);
/* Takes note of a record; FALSE when it was known. */
gboolean aj_surroundings_add (AjSurroundings *self, const AjValues *values);
AjDirection *
aj_surroundings_begin (AjSurroundings *self, const AjRecordType *type, const AjField *field);

typedef struct
{
  const AjRecordType *type;
  char *id; /* (owned) */
  AjSurroundingsFlags flags;
  AjSurroundings *answer; /* (owned) (nullable) */
} AjSurroundingsRequest;

/* An AjWorkerFunc. */
gboolean
aj_backend_read_surroundings (AjBackend *self, gpointer surroundings_request, GError **error);

G_END_DECLS
