/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-appointment.h"
#include "aj-calendar-writer.h"
#include "aj-edit.h"
#include "aj-meeting-facts.h"
#include "aj-network-settings.h"

G_BEGIN_DECLS

/**
 * AjSpeakers:
 *
 * Who speaks at a meeting, what their calendars hold of the items they speak about, what they are owed, and the files that
 * bring it. See aj-appointment.h for what an appointment is. Also who holds one for an item that was on the agenda, and
 * stands on none now. Worked out once from the facts of the meeting, never changed.
 */
typedef struct _AjSpeakers AjSpeakers;

/* Somebody and an item. All borrowed from the facts, or from who speaks. */
typedef struct
{
  const AjValues *item;
  const AjValues *person; /* (nullable): who speaks now */
  const AjValues *holder; /* (nullable): whose calendar was last written to, who may be another */
  AjAppointment appointment;
  AjAgendaSlot slot; /* that of the appointment, if it has one */
} AjSpeaker;

/* Something owed to somebody. Borrowed from the speakers. */
typedef struct
{
  const AjSpeaker *speaker;
  AjLetter letter;
} AjSpeakerLetter;

AjSpeakers *aj_speakers_new (AjMeetingFacts *facts);
void aj_speakers_free (AjSpeakers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSpeakers, aj_speakers_free)

/* (element-type AjSpeaker) (transfer none): by the order of the agenda, then those of no agenda. Items of which nobody speaks
 * or spoke are not among them. */
GPtrArray *aj_speakers_get_all (AjSpeakers *self);
/* (nullable): by the id of the item. */
const AjSpeaker *aj_speakers_find (AjSpeakers *self, const char *item);
/* (element-type AjSpeakerLetter) (transfer none): in that order; of one item the cancellation first. */
GArray *aj_speakers_get_owed (AjSpeakers *self);
/* How many are owed something and have no address. */
guint aj_speakers_count_stuck (AjSpeakers *self);
/* Whether anybody's calendar holds what is not so, and they can be told. */
gboolean aj_speakers_is_anybody_wrong (AjSpeakers *self);
/* (transfer full) (nullable): what is not in order, in sentences: "1 speaker still holds the old time or place."; NULL when
 * nobody is owed anything. */
char *aj_speakers_describe (AjSpeakers *self);

/* (transfer none): whom a letter goes to, never NULL. */
const char *aj_speaker_letter_get_name (const AjSpeakerLetter *letter);
/* (transfer full) (nullable): what is not in order with one, for a row: "Holds the old time"; NULL when all is. */
char *aj_speaker_describe (const AjSpeaker *self);
/* Whether their calendar holds the appointment as it is, so that it may be sent to them once more. */
gboolean aj_speaker_can_send_again (const AjSpeaker *self);
/* (transfer full): what the calendar of the speaker holds, in words: "the appointment as it is", "nothing". */
char *aj_speaker_describe_held (const AjSpeaker *self);

/* (transfer full): the file, for one speaker alone. @kind need not be owed: an invitation to who holds it as it is, is that once
 * more. @stamp: now, in seconds since 1970. Fails with AJ_CALENDAR_ERROR_ORGANISER when there is no mailbox that invites, with
 * AJ_CALENDAR_ERROR_EMPTY when the item is on no agenda or nobody holds what is cancelled, or as aj_calendar_writer_add(). */
GBytes *aj_speakers_write (AjSpeakers *self,
                           const AjSpeakerLetter *letter,
                           const AjOrganiser *organiser,
                           gint64 stamp,
                           GError **error);
/* The same into a file in @folder, for its owner alone. (transfer full): the name it was given, as
 * aj_invitations_save(). Waits. */
char *aj_speakers_save (AjSpeakers *self,
                        const AjSpeakerLetter *letter,
                        const char *folder,
                        const AjOrganiser *organiser,
                        gint64 stamp,
                        GError **error);
/* Notes in @edit that all that is owed was sent at @stamp. How many letters. */
guint aj_speakers_note_sent (AjSpeakers *self, AjEdit *edit, gint64 stamp);
/* The same of one letter. */
void aj_speakers_note_letter (const AjSpeakerLetter *letter, AjEdit *edit, gint64 stamp);

G_END_DECLS
