/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-meeting-facts.h"
#include "aj-minute-line.h"

G_BEGIN_DECLS

#define AJ_TYPE_MINUTES_BOOK (aj_minutes_book_get_type ())

/**
 * AjMinutesBook:
 *
 * What the minutes of one meeting are made of: its agenda, what was decided and agreed on, its papers, and what the group
 * still has to do from before. As the store had it at one moment; read once, never changed.
 */
typedef struct _AjMinutesBook AjMinutesBook;

GType aj_minutes_book_get_type (void);
AjMinutesBook *aj_minutes_book_ref (AjMinutesBook *self);
void aj_minutes_book_unref (AjMinutesBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMinutesBook, aj_minutes_book_unref)

/* AJ_STORE_ERROR_NOT_FOUND when there is no such meeting. Waits. */
AjMinutesBook *aj_minutes_book_load (AjStore *store, const char *meeting_id, GError **error);
/* The same without waiting. */
void aj_minutes_book_load_async (AjStore *store,
                                 const char *meeting_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full) */
AjMinutesBook *aj_minutes_book_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit may have made the book outdated. */
gboolean aj_minutes_book_is_concerned (AjMinutesBook *self, AjChanges *changes);

AjMeetingFacts *aj_minutes_book_get_facts (AjMinutesBook *self);
const AjValues *aj_minutes_book_get_meeting (AjMinutesBook *self);
/* (nullable): any record that the meeting or its group speak of. */
const AjValues *
aj_minutes_book_look_up (AjMinutesBook *self, const AjRecordType *type, const char *id);

/* (element-type AjValues) (transfer container): those of the meeting that name the agenda item with @item_id; NULL: those
 * that name none, or one of another meeting. Decisions by number, action points in the order in which they are due, papers
 * by title. */
GPtrArray *aj_minutes_book_list_decisions (AjMinutesBook *self, const char *item_id);
GPtrArray *aj_minutes_book_list_actions (AjMinutesBook *self, const char *item_id);
GPtrArray *aj_minutes_book_list_papers (AjMinutesBook *self, const char *item_id);
/* (element-type AjValues) (transfer container): the action points of the group from before this meeting that are still to
 * be done, by the day they are due. What is done by now is there too when its id is in @kept (element-type utf8, nullable). */
GPtrArray *aj_minutes_book_list_earlier (AjMinutesBook *self, GHashTable *kept);

/* The year in which the meeting is, and the number that its group's next decision of that year takes. */
gint64 aj_minutes_book_get_year (AjMinutesBook *self);
gint64 aj_minutes_book_get_next_number (AjMinutesBook *self);
/* (transfer full): both as people write them: "2026-8". */
char *aj_minutes_book_dup_next_number (AjMinutesBook *self);
/* The day of the group's first meeting after this one; AJ_DATE_NONE when none is planned. */
AjDate aj_minutes_book_get_next_date (AjMinutesBook *self);
/* (transfer full): how a typed line is read: who was invited may be named, or else who sits in another group; and a day is
 * meant from the day of the meeting on, which is today while it is being held. */
AjMinuteLine *aj_minutes_book_read_line (AjMinutesBook *self, const char *text, AjDate today);

G_END_DECLS
