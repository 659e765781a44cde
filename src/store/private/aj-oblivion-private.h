/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-oblivion.h"
#include "aj-traces.h"

G_BEGIN_DECLS

/* What is known of whom is to be forgotten is collected in aj-oblivion.c; what becomes of a record with it is in
 * aj-oblivion-clean.c. This is what both know. */

typedef enum
{
  AJ_TRACE_NAME,
  AJ_TRACE_MAIL,
  AJ_TRACE_PHONE,
  AJ_N_TRACES,
} AjTraceKind;

struct _AjOblivion
{
  AjBackend *backend; /* (borrowed) */
  const AjForgetRequest *request;
  GHashTable *ids;       /* (owned) (element-type utf8) */
  GPtrArray *merged;     /* (owned) (element-type utf8): ids of what was merged into one of them */
  GHashTable *concerned; /* (owned) (element-type utf8): "type/id" */
  GHashTable *all[AJ_N_TRACES]; /* (owned): in the form for comparing -> as it was written */
  GHashTable *said;   /* (owned) (element-type utf8): what else was said of them, for labels */
  GHashTable *shared; /* (owned) (element-type utf8): of those, what others have as well */
  AjTraces *own;      /* (owned): all */
  AjTraces *alone;    /* (owned): full names and what nobody shares */
};

/* (nullable): what a record of the type is called by. */
const AjField *aj_oblivion_get_title_field (const AjRecordType *type);
/* (nullable): the text of a field, by its index. */
const char *aj_oblivion_get_text (const AjValues *values, guint index);
/* (transfer full) (nullable): what in a text of one line is a trace of somebody, and of which @kind; NULL when nothing can be. */
GStrv aj_oblivion_list_traces (const AjRecordType *type,
                               const AjField *field,
                               const char *text,
                               AjTraceKind *kind);
/* (transfer full): how it is compared. */
char *aj_oblivion_make_trace_key (AjTraceKind kind, const char *text);
/* Whether a field about somebody refers, beside it in the same state, to one of them. */
gboolean
aj_oblivion_is_field_about (AjOblivion *self, const AjValues *values, const AjField *field);

G_END_DECLS
