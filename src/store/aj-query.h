/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

#define AJ_TYPE_QUERY (aj_query_get_type ())

/**
 * AjQuery:
 *
 * Which records of one type, in which order. Filled by whoever makes it, then given away and never
 * changed. All conditions must hold. Two records that are equal in the order are ordered by id, so an
 * order is always whole.
 */
typedef struct _AjQuery AjQuery;

GType aj_query_get_type (void);

typedef enum
{
  AJ_QUERY_EQUAL,
  AJ_QUERY_NOT_EQUAL, /* also where the field is empty */
  AJ_QUERY_LESS,
  AJ_QUERY_AT_MOST,
  AJ_QUERY_MORE,
  AJ_QUERY_AT_LEAST,
  AJ_QUERY_AT_MOST_OR_EMPTY,
  AJ_QUERY_AT_LEAST_OR_EMPTY,
  AJ_QUERY_EMPTY,
  AJ_QUERY_NOT_EMPTY,
} AjQueryOperator;

AjQuery *aj_query_new (const AjRecordType *type);
AjQuery *aj_query_ref (AjQuery *self);
void aj_query_unref (AjQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjQuery, aj_query_unref)

const AjRecordType *aj_query_get_record_type (AjQuery *self);

/* @field is in the table or "id"; anything else is a programming error. Text, dates, times, choices and references
 * compare as their machine form. */
void aj_query_where_text (AjQuery *self,
                          const char *field,
                          AjQueryOperator comparison,
                          const char *text);
void aj_query_where_integer (AjQuery *self,
                             const char *field,
                             AjQueryOperator comparison,
                             gint64 integer);
/* @field is one of @texts (ends with NULL, at most AJ_QUERY_MAX_TEXTS); without any, nothing fits. */
#define AJ_QUERY_MAX_TEXTS 500
void aj_query_where_any_of (AjQuery *self, const char *field, const char *const *texts);
/* AJ_QUERY_EMPTY or AJ_QUERY_NOT_EMPTY. */
void aj_query_where_empty (AjQuery *self, const char *field, AjQueryOperator comparison);
/* What is there on @date, by the first and the last day that the type speaks of: as aj_values_exist_on(). */
void aj_query_where_exist_on (AjQuery *self, AjDate date);
/* At least one of @paths leads to the record with @id: a reference of the type ("municipality"), or one of what it refers to
 * ("organisation.municipality"). @paths ends with NULL and lives as long as the program does. Once for a query. */
void aj_query_where_leads_to (AjQuery *self, const char *const *paths, const char *id);
/* Every word of @text stands somewhere in the searchable fields, whatever its case and accents. Blank: no condition. Of
 * a long text the first 255 characters and 16 different words count. */
void aj_query_search (AjQuery *self, const char *text);
/* Text is in the order of the language (LC_COLLATE), dates and numbers by value, choices in the order of their table,
 * references by the title of what they refer to, empty fields last; "added" is the order in which records were added. May
 * be called again for a second field. Without it, the order field of the type, or else its title. */
void aj_query_order_by (AjQuery *self, const char *field, gboolean descending);
/* Before any other order: what is over by @date, see aj_values_are_over(), comes after what is not. */
void aj_query_order_over_last (AjQuery *self, AjDate date);
/* In no particular order, for those who bring their own: what to look at first is then chosen by the conditions alone. */
void aj_query_unordered (AjQuery *self);
/* At most this many records; 0, as at first, is all. */
void aj_query_limit (AjQuery *self, guint limit);

G_END_DECLS
