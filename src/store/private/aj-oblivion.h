/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-backend-forget.h"

G_BEGIN_DECLS

/**
 * AjOblivion:
 *
 * Who is to be forgotten, by all that they were ever called and reached at, and what becomes of a state
 * of any record when they are. It only reads; to be used inside one transaction.
 */
typedef struct _AjOblivion AjOblivion;

/* Fails with AJ_STORE_ERROR_NOT_FOUND for an id of which neither a record nor history is left, and with
 * AJ_STORE_ERROR_FAILED when it cannot be looked for all that names them. */
AjOblivion *aj_oblivion_new (AjBackend *backend, const AjForgetRequest *request, GError **error);
void aj_oblivion_free (AjOblivion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjOblivion, aj_oblivion_free)

/* To be asked before anything is kept: fails when a text could not be looked through, in which they may be named then. */
gboolean aj_oblivion_check (AjOblivion *self, GError **error);

/* Whether the record is one of them, or is or was about one of them. */
gboolean aj_oblivion_concerns (AjOblivion *self, const AjRecordType *type, const char *id);
/* Whether what is personal in @values is about one of them, as it is. */
gboolean aj_oblivion_is_about (AjOblivion *self, const AjValues *values);
/* What becomes of @values, a whole state (@fields is AJ_ALL_FIELDS) or that of some fields, out of history or of the record
 * as it is: (transfer full), or NULL when nothing changes. @present (nullable): the record as it is, for what is out of
 * history. */
AjValues *aj_oblivion_clean (AjOblivion *self,
                             const AjValues *values,
                             guint64 fields,
                             const AjValues *present);
/* Whether the JSON of a line of history about that record is worth a look. */
gboolean aj_oblivion_may_concern (AjOblivion *self,
                                  const AjRecordType *type,
                                  const char *id,
                                  const char *json);
/* A label of history with the mark for whom it names; NULL when it names nobody (transfer full). @own: it is of an edit
 * that touched what aj_oblivion_concerns() them. */
char *aj_oblivion_clean_label (AjOblivion *self, const char *label, gboolean own);
/* Whether that is what one of them signed with: the name, also with an organisation behind it: "Anna Jansen (Halt)". */
gboolean aj_oblivion_is_name (AjOblivion *self, const char *author);
/* Adds the places in @values (AjMention). */
void aj_oblivion_list_mentions (AjOblivion *self, const AjValues *values, GPtrArray *mentions);

/* Every record of a type, one by one. */
typedef gboolean (*AjOblivionEach) (const AjValues *values, gpointer user_data, GError **error);
gboolean aj_oblivion_each_row (AjBackend *backend,
                               const AjRecordType *type,
                               AjOblivionEach each,
                               gpointer user_data,
                               GError **error);

G_END_DECLS
