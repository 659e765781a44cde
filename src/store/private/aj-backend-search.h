/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"
#include "aj-search.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;               /* (owned) */
  const AjRecordType *type; /* (nullable): NULL for all */
  guint limit;              /* of each type */
  char *today;              /* (owned): "2026-03-12" */
  GPtrArray *groups;        /* (owned) (nullable) (element-type AjSearchGroup): the answer */
} AjSearchRequest;

gboolean aj_backend_search (AjBackend *self, gpointer search_request, GError **error);

typedef struct
{
  guint limit;
  GPtrArray *hits; /* (owned) (nullable) (element-type AjSearchHit): the answer */
} AjRecentRequest;

gboolean aj_backend_list_recent (AjBackend *self, gpointer recent_request, GError **error);

G_END_DECLS
