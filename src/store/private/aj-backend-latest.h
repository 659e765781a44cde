/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"
#include "aj-latest.h"

G_BEGIN_DECLS

typedef struct
{
  const AjRecordType *type; /* (nullable): of the records; NULL: that of @query */
  AjQuery *query;           /* (owned) (nullable) */
  const AjField *by;        /* (nullable) */
  const AjField *field;     /* (nullable) */
  GHashTable *found;        /* (owned) (nullable): the answer */
  GPtrArray *removed;       /* (owned) (nullable) (element-type AjRemoved): the answer */
} AjLatestRequest;

/* Each is an AjWorkerFunc. */
gboolean aj_backend_find_latest (AjBackend *self, gpointer latest_request, GError **error);
gboolean aj_backend_find_last_edits (AjBackend *self, gpointer latest_request, GError **error);
gboolean aj_backend_list_removed (AjBackend *self, gpointer latest_request, GError **error);

G_END_DECLS
