/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-group-book.h"
#include "aj-surroundings.h"

G_BEGIN_DECLS

#define AJ_TYPE_MEETING_FACTS (aj_meeting_facts_get_type ())

/**
 * AjMeetingFacts:
 *
 * A meeting with all that belongs to it, and who is invited: as the store had it at one moment. Read once, never changed.
 *
 * Invited is who sits in the group on the day of the meeting, and whoever was added as a guest. Who was sent something or
 * was there, and sits there no longer, is known as well, but no longer invited. Who only speaks about an item of the agenda is
 * not invited to the meeting either, also not once it is noted that they were there; they are listed apart.
 */
typedef struct _AjMeetingFacts AjMeetingFacts;

/* Somebody and this meeting. All borrowed from the facts. */
typedef struct
{
  const AjValues *person;       /* (nullable): an organisation may sit without a name */
  const AjValues *organisation; /* (nullable): for whom */
  const AjValues *membership;   /* (nullable): by which they sit in the group on the day */
  const AjValues *seat;         /* (nullable): the one they take */
  const AjValues *attendance;   /* (nullable): what is known of them at this meeting */
  gboolean is_invited;
  gboolean is_speaker; /* they come for an item of the agenda alone */
} AjInvitee;

GType aj_meeting_facts_get_type (void);
AjMeetingFacts *aj_meeting_facts_ref (AjMeetingFacts *self);
void aj_meeting_facts_unref (AjMeetingFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMeetingFacts, aj_meeting_facts_unref)

/* @book (nullable): of the same store, read just now, by who asks about many meetings; else it is read. AJ_STORE_ERROR_NOT_FOUND
 * when there is no such meeting. Waits. */
AjMeetingFacts *
aj_meeting_facts_load (AjStore *store, AjGroupBook *book, const char *meeting_id, GError **error);
/* The same without waiting. */
void aj_meeting_facts_load_async (AjStore *store,
                                  AjGroupBook *book,
                                  const char *meeting_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
AjMeetingFacts *aj_meeting_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error);
/* Whether a commit may have made the facts outdated. */
gboolean aj_meeting_facts_is_concerned (AjMeetingFacts *self, AjChanges *changes);

const AjValues *aj_meeting_facts_get_meeting (AjMeetingFacts *self);
/* (nullable) */
const AjValues *aj_meeting_facts_get_group (AjMeetingFacts *self);
/* The day on which it is held; AJ_DATE_NONE when it has none. */
AjDate aj_meeting_facts_get_date (AjMeetingFacts *self);
AjGroupBook *aj_meeting_facts_get_book (AjMeetingFacts *self);
/* (nullable): any record that the meeting, its parts or its group speak of. */
const AjValues *
aj_meeting_facts_look_up (AjMeetingFacts *self, const AjRecordType *type, const char *id);
/* (nullable): the record that @field of @values refers to. */
const AjValues *
aj_meeting_facts_get_record (AjMeetingFacts *self, const AjValues *values, const char *field);
/* The name of the record that @field of @values refers to; NULL when it is empty. */
const char *
aj_meeting_facts_get_name (AjMeetingFacts *self, const AjValues *values, const char *field);

/* (transfer full) (nullable): who speaks about an item of the agenda, as others introduce them: "Anna de Vries, researcher,
 * University of Twente". NULL when nobody does. */
char *aj_meeting_facts_describe_speaker (AjMeetingFacts *self, const AjValues *item);

/* (element-type AjInvitee) (transfer none): by the order of the seats, then guests, then who is no longer invited. */
GArray *aj_meeting_facts_get_invitees (AjMeetingFacts *self);
/* (element-type AjInvitee) (transfer none): who speaks and is not among the invitees, by the order of the agenda. */
GArray *aj_meeting_facts_get_speakers (AjMeetingFacts *self);
/* (transfer none): of an invitee, never NULL; and where to write to them: the person's mail, else the organisation's. */
const char *aj_invitee_get_name (const AjInvitee *self);
const char *aj_invitee_get_mail (const AjInvitee *self);
/* (transfer none) (nullable): whom they are at the meeting, also before anything is known of them there. */
const char *aj_invitee_get_id (const AjInvitee *self);
/* (transfer none): what is known of an invitee at this meeting, to be changed before @edit is committed; made where nothing
 * was known, so ask only for who is to be noted. */
AjValues *
aj_meeting_facts_change_attendance (AjMeetingFacts *self, AjEdit *edit, const AjInvitee *invitee);
/* From now on @invitee, who is of these facts, also a speaker, is known as in @values, which are of an edit that is committed next: two keys in
 * a row are two changes of one attendance, also before the first of them is stored and read again. */
void aj_meeting_facts_expect_attendance (AjMeetingFacts *self,
                                         const AjInvitee *invitee,
                                         const AjValues *values);
/* What was expected was not stored: everybody is known as they were read. */
void aj_meeting_facts_expect_nothing (AjMeetingFacts *self);

/* (element-type AjValues) (transfer none): the agenda in its order. */
GPtrArray *aj_meeting_facts_get_agenda (AjMeetingFacts *self);
/* (element-type AjValues) (transfer none): items that stand on no agenda now, of which a speaker's calendar still holds the
 * time at this meeting. */
GPtrArray *aj_meeting_facts_get_left_items (AjMeetingFacts *self);
/* (element-type AjValues) (transfer none): by number. */
GPtrArray *aj_meeting_facts_get_decisions (AjMeetingFacts *self);
/* (element-type AjValues) (transfer none): preparation and action points, by the day they are due. */
GPtrArray *aj_meeting_facts_get_tasks (AjMeetingFacts *self);
/* (element-type AjValues) (transfer none): papers that name the meeting. */
GPtrArray *aj_meeting_facts_get_papers (AjMeetingFacts *self);
/* Whether a decision, an action point or a paper belongs to that item of the agenda; @item_id NULL: to none of them, and so
 * to the meeting as a whole. */
gboolean
aj_meeting_facts_is_about (AjMeetingFacts *self, const AjValues *values, const char *item_id);

G_END_DECLS
