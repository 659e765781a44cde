/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-type.h"

G_BEGIN_DECLS

/**
 * AjValues:
 *
 * One state of one record: its id, the revision it dates from, and a value for every field of its
 * type. Whoever made it may fill it while nobody else holds it; from then on it never changes, so it
 * passes between threads freely.
 */

/* A record of @type with @id (NULL: a new UUID, or the one id that there is) and the initial values of the table. */
AjValues *aj_values_new (const AjRecordType *type, const char *id);
/* The same with every field empty: for filling from storage. */
AjValues *aj_values_new_empty (const AjRecordType *type, const char *id, gint64 revision);
/* A copy that may be filled. */
AjValues *aj_values_copy (const AjValues *self);
AjValues *aj_values_ref (const AjValues *self);
void aj_values_unref (const AjValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjValues, aj_values_unref)

const AjRecordType *aj_values_get_record_type (const AjValues *self);
const char *aj_values_get_id (const AjValues *self);
/* The number of the edit that made this state; 0 for one that was never stored. */
gint64 aj_values_get_revision (const AjValues *self);
void aj_values_set_revision (AjValues *self, gint64 revision);

/* By index, which must be in the table. Never NULL; good for as long as @self is. */
const AjValue *aj_values_peek (const AjValues *self, guint index);
void aj_values_set (AjValues *self, guint index, const AjValue *value);

/* By name, which must be in the table (a programming error otherwise, with a warning). Text kinds give NULL when empty. */
const char *aj_values_get_text (const AjValues *self, const char *field);
gint64 aj_values_get_integer (const AjValues *self, const char *field);
double aj_values_get_real (const AjValues *self, const char *field);
gboolean aj_values_get_boolean (const AjValues *self, const char *field);
/* AJ_DATE_NONE when empty. */
AjDate aj_values_get_date (const AjValues *self, const char *field);
gboolean aj_values_get_wall_time (const AjValues *self, const char *field, AjWallTime *time);
/* Minutes of the day, -1 when empty. */
int aj_values_get_time (const AjValues *self, const char *field);
gboolean aj_values_is_empty (const AjValues *self, const char *field);
/* (transfer full): as people read it (see aj_field_display()); "" when empty. */
char *aj_values_display (const AjValues *self, const char *field);

/* Whether @date lies between the first and the last day that the record's type speaks of; an empty one, or none, is open.
 * The one rule of what existed on a day: queries have it as aj_query_where_exist_on(). */
gboolean aj_values_exist_on (const AjValues *self, AjDate date);
/* Whether the last day lies before @date. */
gboolean aj_values_are_over (const AjValues *self, AjDate date);

/* Text is cleaned as its field says; NULL or blank empties the field. */
void aj_values_set_text (AjValues *self, const char *field, const char *text);
void aj_values_set_integer (AjValues *self, const char *field, gint64 integer);
void aj_values_set_real (AjValues *self, const char *field, double real);
void aj_values_set_boolean (AjValues *self, const char *field, gboolean boolean);
void aj_values_set_date (AjValues *self, const char *field, AjDate date);
void aj_values_set_wall_time (AjValues *self, const char *field, const AjWallTime *time);
void aj_values_set_time (AjValues *self, const char *field, int minute);
void aj_values_clear (AjValues *self, const char *field);

/* The fields in which two states of one type differ, bit i for field i. */
guint64 aj_values_diff (const AjValues *a, const AjValues *b);
/* Fills in what a person means for fields they left alone when they set those of @set (bit i for field i; set to the
 * same is set too). For editors, right after they filled @after; the store does not call it. */
void aj_values_follow (const AjValues *before, AjValues *after, guint64 set);
/* Whether a field is among those of such a set. */
gboolean aj_values_was_set (const AjValues *self, guint64 set, const char *field);
/* Whether one field differs; a NULL state has only empty fields. */
gboolean aj_values_differ (const AjValues *a, const AjValues *b, const char *field);
/* What follows from a change, filled in before it is checked: numbers that only rise keep their height, then the type does
 * what it has to. @before is NULL for a new record. */
void aj_values_prepare (const AjValues *before, AjValues *after);
/* All checks of the table, then the rules of the type. @failed (nullable) receives the field at fault, or NULL when
 * several together are. */
gboolean aj_values_check (const AjValues *self, const AjField **failed, GError **error);

G_END_DECLS
