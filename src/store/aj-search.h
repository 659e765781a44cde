/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* One record. */
typedef struct
{
  const AjValues *values; /* (owned) */
  /* (owned) (element-type AjValues): the records its references point at, for a name of it that reads well. */
  GPtrArray *named;
  const AjField *field; /* (nullable): where it was found when not in the title */
  char *snippet;        /* (owned) (nullable): the piece of that field, on one line */
} AjSearchHit;

void aj_search_hit_free (AjSearchHit *self);
/* What people call the record: its title, or who and what it is about ("Anna Jansen, Expertteam"). (transfer full) */
char *aj_search_hit_dup_title (const AjSearchHit *self);
/* "Notes: … incident …"; NULL when it was found in the title. (transfer full) */
char *aj_search_hit_dup_found (const AjSearchHit *self);

/* A piece of a text, in bytes from its beginning. */
typedef struct
{
  guint start;
  guint end; /* the first that is not in it */
} AjSearchRange;

/* (transfer full, element-type AjSearchRange): the pieces of @text, as people read it, to emphasise when @searched was
 * searched for: of each word of it where words begin with it, or else the first place where it stands. In the order of the
 * text, none touching another. */
GArray *aj_search_find_ranges (const char *text, const char *searched);

/* The records of one type, the best first: those whose title is what was searched, then those whose title begins with it,
 * then those with a word in it that does, then those that have it in the title, then those that have it elsewhere; among
 * equals what is not over comes first, then the order of the language. */
typedef struct
{
  const AjRecordType *type;
  GPtrArray *hits;   /* (owned) (element-type AjSearchHit): never empty */
  gboolean has_more; /* there are more of this type than were asked for */
  guint rank;        /* how well the first fits: the place in the list above, from 0 */
} AjSearchGroup;

/* From this rank on it is not found in the title. */
#define AJ_SEARCH_RANK_ELSEWHERE 4

void aj_search_group_free (AjSearchGroup *self);

/* (transfer full, element-type AjSearchGroup): the records of @type (NULL: of every type) that have every word of @text in
 * a searchable field, at the beginning of a word or in the middle, whatever its case and accents, as aj_query_search() has
 * it; at most @limit of each type. Types with nothing are left out; the type whose first is the best comes first, and what
 * people look for most before what hangs on it. Blank text finds nothing. Waits. */
GPtrArray *aj_store_search (
    AjStore *self, const char *text, const AjRecordType *type, guint limit, GError **error);
void aj_store_search_async (AjStore *self,
                            const char *text,
                            const AjRecordType *type,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GPtrArray *aj_store_search_finish (AjStore *self, GAsyncResult *result, GError **error);

/* (transfer full, element-type AjSearchHit): the @limit records with a name of their own that people changed last, newest
 * first: what to offer before anything is typed. */
void aj_store_list_recent_async (AjStore *self,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *aj_store_list_recent_finish (AjStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
