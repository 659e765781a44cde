/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_BOOK (aj_group_book_get_type ())

/**
 * AjGroupBook:
 *
 * Every group, its seats and who sits, sat or will sit in them, as the store had it at one moment. Read once, never
 * changed; what it says of a date is worked out from it without the store.
 *
 * Whom a member sits for is the organisation of the membership; else that of the person; else that of a function which
 * the person has on the date. A member who left altogether sits nowhere any more, whatever the membership says.
 */
typedef struct _AjGroupBook AjGroupBook;

GType aj_group_book_get_type (void);
AjGroupBook *aj_group_book_ref (AjGroupBook *self);
void aj_group_book_unref (AjGroupBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjGroupBook, aj_group_book_unref)

/* Waits. */
AjGroupBook *aj_group_book_load (AjStore *store, GError **error);
/* The same without waiting. */
void aj_group_book_load_async (AjStore *store,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full) */
AjGroupBook *aj_group_book_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit has made the book outdated: of a large address book most has to do with no group. Without a book
 * (@self is NULL), whether it has to do with what books tell. */
gboolean aj_group_book_is_concerned (AjGroupBook *self, AjChanges *changes);

/* (element-type AjValues) (transfer none): by kind, and then by name. */
GPtrArray *aj_group_book_get_groups (AjGroupBook *self);
/* (element-type AjValues) (transfer none): by name. */
GPtrArray *aj_group_book_get_districts (AjGroupBook *self);
/* (nullable): any group, person, organisation, district or seat that the book speaks of, by its id. */
const AjValues *aj_group_book_look_up (AjGroupBook *self, const char *id);
/* Whether the group has had its last day before @date. */
gboolean aj_group_is_ended (const AjValues *group, AjDate date);
/* (nullable): who leads the district on @date: the person who stands there, unless they have left. What stands there is so
 * of @today; of an earlier day only the dates of who led the district's group tell, and without them it is not known. */
const AjValues *
aj_group_book_get_lead (AjGroupBook *self, const AjValues *district, AjDate date, AjDate today);

/* (element-type AjValues) (transfer full): all seats of a group, whatever their days, in the order in which people read
 * them; good for as long as the book is. */
GPtrArray *aj_group_book_list_seats (AjGroupBook *self, const char *group_id);
/* (element-type AjValues) (transfer none) (nullable): all memberships of a group, whatever their days. */
GPtrArray *aj_group_book_get_memberships (AjGroupBook *self, const char *group_id);
/* (transfer full): the seat in words for people: its name, else what it asks ("Education · Twente"). */
char *aj_group_book_describe_seat (AjGroupBook *self, const AjValues *seat);

G_END_DECLS
