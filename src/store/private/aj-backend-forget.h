/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend.h"
#include "aj-forget.h"

G_BEGIN_DECLS

typedef struct
{
  const AjRecordType *type;
  GStrv ids;              /* (owned) */
  char *name;             /* (owned) (nullable): NULL when mentions are only looked for */
  char *label;            /* (owned) (nullable) */
  const char *date_field; /* (nullable): of @type */
  const char *end_field;  /* (nullable): of @type */
  AjDate date;
  AjForgetFlags flags;
  gint64 at;
  gboolean wiped;      /* the answer */
  GPtrArray *mentions; /* (owned) (nullable) (element-type AjMention): the answer */
} AjForgetRequest;

void aj_forget_request_free (AjForgetRequest *self);

/* Each is an AjWorkerFunc. */
gboolean aj_backend_forget (AjBackend *self, gpointer forget_request, GError **error);
gboolean aj_backend_find_mentions (AjBackend *self, gpointer forget_request, GError **error);
/* Does what is still owed to the file after something was forgotten. */
gboolean aj_backend_wipe (AjBackend *self, GError **error);

G_END_DECLS
