/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-book.h"

G_BEGIN_DECLS

/* What goes on over the turn of the year is seen from so many meetings before it. */
#define AJ_GROUP_YEAR_BEFORE 2

#define AJ_TYPE_GROUP_YEAR (aj_group_year_get_type ())

/**
 * AjGroupYear:
 *
 * A group's meetings of one year and those before it, who came to those of the year, and who is away when: as the store had
 * it at one moment. Read once, never changed.
 */
typedef struct _AjGroupYear AjGroupYear;

GType aj_group_year_get_type (void);
AjGroupYear *aj_group_year_ref (AjGroupYear *self);
void aj_group_year_unref (AjGroupYear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjGroupYear, aj_group_year_unref)

/* AJ_STORE_ERROR_NOT_FOUND when there is no such group, AJ_ERROR_INVALID when there is no such year. Waits. */
AjGroupYear *aj_group_year_load (AjStore *store, const char *group_id, int year, GError **error);
/* The same without waiting. */
void aj_group_year_load_async (AjStore *store,
                               const char *group_id,
                               int year,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full) */
AjGroupYear *aj_group_year_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit has made it outdated. */
gboolean aj_group_year_is_concerned (AjGroupYear *self, AjChanges *changes);

const AjValues *aj_group_year_get_group (AjGroupYear *self);
int aj_group_year_get_year (AjGroupYear *self);
/* The day on which it was read, by the store's clock. */
AjDate aj_group_year_get_today (AjGroupYear *self);
AjGroupBook *aj_group_year_get_book (AjGroupYear *self);
/* (element-type AjValues) (transfer none): by start, without those that were cancelled. */
GPtrArray *aj_group_year_get_meetings (AjGroupYear *self);
/* (element-type AjValues) (transfer none): those before the year, likewise. */
GPtrArray *aj_group_year_get_earlier (AjGroupYear *self);
/* (element-type AjValues) (transfer none): of the meetings of the year, and of the AJ_GROUP_YEAR_BEFORE last ones before it. */
GPtrArray *aj_group_year_get_attendance (AjGroupYear *self);
/* (element-type AjValues) (transfer none): of anybody, by their first day. */
GPtrArray *aj_group_year_get_absences (AjGroupYear *self);
/* (nullable): any person that a meeting, a group or a district speaks of; the same state as the book has. */
const AjValues *aj_group_year_look_up_person (AjGroupYear *self, const char *id);
/* The day on which a meeting is held. */
AjDate aj_group_year_get_day (const AjValues *meeting);

G_END_DECLS
