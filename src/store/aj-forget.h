/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Forgetting: what is personal of a record goes, from the record, from what is about it and from all of history, and the
 * file is rewritten so that nothing is left in its free space. The record itself stays, so that what was counted, who sat
 * where and when stay true. It cannot be undone, and neither does undoing older changes bring anything back. */

typedef enum
{
  AJ_FORGET_DEFAULT = 0,
  AJ_FORGET_KEEP_MENTIONS = 1 << 0, /* leave the texts of other records as they are */
} AjForgetFlags;

/* Where somebody is recognised in another record: by the full name, a mail address or a telephone number. */
typedef struct
{
  const AjRecordType *type;
  char *id;    /* (owned) */
  char *title; /* (owned) (nullable): what that record is called */
  const AjField *field;
  char *text;      /* (owned): what stands there */
  gboolean shared; /* it is that record's own, as the number of an organisation is: it stays */
} AjMention;

void aj_mention_free (AjMention *self);

/* (transfer full, element-type AjMention): of one of @ids, which end with NULL, in records of others. Waits. */
GPtrArray *aj_store_find_mentions (AjStore *self,
                                   const AjRecordType *type,
                                   const char *const *ids,
                                   GError **error);
void aj_store_find_mentions_async (AjStore *self,
                                   const AjRecordType *type,
                                   const char *const *ids,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *aj_store_find_mentions_finish (AjStore *self, GAsyncResult *result, GError **error);

/* What is to be forgotten, together or not at all. */
typedef struct
{
  const AjRecordType *type;
  const char *const *ids; /* ends with NULL */
  const char *name;       /* what they are called from now on */
  const char *label;      /* the line of history: says nothing of whom */
  const char *date_field; /* (nullable): of @type, receives the day of it */
  AjForgetFlags flags;
  /* (nullable): of @type, receives that day when it holds none yet; what is about them and goes on then ends with it too. */
  const char *end_field;
} AjForgetting;

/* Fails with nothing changed. When it succeeds the data are gone from all records and history; @wiped (nullable) is FALSE
 * when the file could not be rewritten because somebody was busy in it. That is then done when it is opened next. Waits. */
gboolean aj_store_forget (AjStore *self, const AjForgetting *what, gboolean *wiped, GError **error);
void aj_store_forget_async (AjStore *self,
                            const AjForgetting *what,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean
aj_store_forget_finish (AjStore *self, GAsyncResult *result, gboolean *wiped, GError **error);

/* (transfer full, element-type utf8): the names of files beside the data file whose names make them look like copies of
 * it, which may still hold what was forgotten. */
GPtrArray *aj_store_list_copies (AjStore *self);

G_END_DECLS
