/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-writer.h"
#include "aj-edit.h"
#include "aj-invitation.h"
#include "aj-meeting-facts.h"
#include "aj-network-settings.h"
#include "aj-speakers.h"

G_BEGIN_DECLS

/**
 * AjInvitations:
 *
 * What the calendars of those who are invited to a meeting hold, what they are owed, and the files that bring it; and the same
 * of those who only come to speak, see aj-speakers.h. Worked out once from the facts of the meeting, never changed.
 */
typedef struct _AjInvitations AjInvitations;

/* Something owed to somebody. Borrowed from the invitations. */
typedef struct
{
  const AjInvitee *invitee;
  AjLetterKind kind;
  const char *mail;
} AjOwedLetter;

/* A letter as it was written: one of the two, borrowed from the invitations. */
typedef struct
{
  AjInvitations *invitations;
  const AjOwedLetter *to_invitee;    /* (nullable) */
  const AjSpeakerLetter *to_speaker; /* (nullable) */
} AjWrittenLetter;

/* How those who are invited stand. */
typedef struct
{
  guint n_invited;
  guint n_current; /* hold the meeting as it is */
  guint n_old;     /* hold an older version */
  guint n_without; /* hold nothing */
  guint n_stuck;   /* are owed something and have no address, also those who only come to speak */
  guint n_gone;    /* are invited no longer, still hold it, and can be told */
} AjInvitationCounts;

AjInvitations *aj_invitations_new (AjMeetingFacts *facts);
/* As if only one person were owed anything, by aj_invitee_get_id(): what they are owed, and a letter of @kind also when they
 * were sent it before. The same version then goes out once more, of a later moment (RFC 5546, 2.1.5). Nobody is owed anything
 * when it is not for them: an invitation for who is not invited or has no address, a cancellation for who should come or was
 * never told. */
AjInvitations *
aj_invitations_new_for (AjMeetingFacts *facts, const char *invitee_id, AjLetterKind kind);
void aj_invitations_free (AjInvitations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjInvitations, aj_invitations_free)

AjMeetingFacts *aj_invitations_get_facts (AjInvitations *self);
/* (transfer none): who comes to speak. */
AjSpeakers *aj_invitations_get_speakers (AjInvitations *self);
/* Whether anybody is owed anything, invited or speaking. */
gboolean aj_invitations_is_any_owed (AjInvitations *self);
const AjInvitationCounts *aj_invitations_get_counts (AjInvitations *self);
/* (element-type AjOwedLetter) (transfer none): of who is invited; cancellations first. None goes to a mailbox in which
 * somebody else who is invited reads the meeting. */
GArray *aj_invitations_get_owed (AjInvitations *self);
/* Whether somebody who is owed nothing can be sent what they hold once more, and as what kind of letter. */
gboolean
aj_invitations_can_send_again (AjInvitations *self, const AjInvitee *invitee, AjLetterKind *kind);
/* (transfer full) (nullable): what is not in order, in a sentence: "12 of 25 still hold the old date (Thu 19 Mar 2026)."; NULL
 * when nobody is owed anything. */
char *aj_invitations_describe (AjInvitations *self);
/* (transfer full): what somebody's calendar holds, in words: "the meeting as it is", "the old date (…)", "nothing". */
char *aj_invitations_describe_held (AjInvitations *self, const AjInvitee *invitee);

/* Whether anybody's calendar holds what is not so, and they can be told. */
gboolean aj_invitations_is_anybody_wrong (AjInvitations *self);
/* The one old date that all hold who hold an old one; AJ_DATE_NONE when they differ or it is not about the date. */
AjDate aj_invitations_get_old_date (AjInvitations *self);

/* Whether a file of that kind is owed. */
gboolean aj_invitations_needs (AjInvitations *self, AjCalendarMethod method);
/* (transfer full): the file. A request names all who are invited and can be reached, so that everybody sees who comes; a
 * cancellation only those that it concerns. @stamp: now, in seconds since 1970; the file carries a later moment (DTSTAMP)
 * where what was sent before would not be older else. Fails with AJ_CALENDAR_ERROR_ORGANISER when
 * there is no mailbox that invites, with AJ_CALENDAR_ERROR_EMPTY when nobody is owed it, or as aj_calendar_writer_add(). */
GBytes *aj_invitations_write (AjInvitations *self,
                              AjCalendarMethod method,
                              const AjOrganiser *organiser,
                              gint64 stamp,
                              GError **error);
/* The same into a file in @folder, for its owner alone. (transfer full): the name it was given, as "2026-03-12 Expertteam
 * Cyber - uitnodiging.ics", with a number when a file with something else has that name already: nothing is replaced. NULL
 * on failure. Waits. */
char *aj_invitations_save (AjInvitations *self,
                           AjCalendarMethod method,
                           const char *folder,
                           const AjOrganiser *organiser,
                           gint64 stamp,
                           GError **error);
/* All files that are owed, without waiting. Takes a copy of @organiser; @self is let go of by whoever asked, when it is done. */
void aj_invitations_save_all_async (AjInvitations *self,
                                    const char *folder,
                                    const AjOrganiser *organiser,
                                    gint64 stamp,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* How many files there are now; 0 on failure. */
guint aj_invitations_save_all_finish (GAsyncResult *result, GError **error);
/* (transfer full) (nullable): that all that is owed was sent at @stamp, to be committed by whoever sent it: no step of undo, for
 * what went out went out. NULL when nothing is owed. */
AjEdit *aj_invitations_note_sent (AjInvitations *self, AjStore *store, gint64 stamp);
/* The same of several meetings (element-type AjInvitations) as one edit. */
AjEdit *aj_invitations_note_all_sent (GPtrArray *all, AjStore *store, gint64 stamp);
/* (transfer full): the same of just these letters (element-type AjWrittenLetter), of any meetings, in the order in which they
 * hold. */
AjEdit *aj_invitations_note_letters (GArray *letters, AjStore *store, gint64 stamp);

/* (transfer full): what the name of every file about the meeting begins with: "2026-03-12 Expertteam Cyber". */
char *aj_invitations_dup_file_stem (AjInvitations *self);
/* (transfer full): the word for a kind of letter: "invitation". */
const char *aj_letter_kind_get_label (AjLetterKind kind);

G_END_DECLS
