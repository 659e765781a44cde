/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-agenda.h"
#include "aj-invitation.h"

G_BEGIN_DECLS

/* The appointment of whoever speaks about an item of an agenda, for just the time of that item. It is an event of its own
 * beside the meeting, with the id of the item as its UID, for life: also when the item goes to another meeting.
 *
 * Who is invited to the whole meeting holds that and needs no appointment. The item keeps what was last sent (its fields
 * sent-…); what follows from that is here. The time of an item follows from the items before it, so what was sent is compared
 * with what is, and each version has a higher SEQUENCE than the one before. */
typedef struct
{
  const AjValues
      *meeting; /* on whose agenda it stands; of one that waits, the meeting that was sent */
  const AjValues *item;
  const AjAgendaSlot
      *slot;           /* (nullable): when it is spoken about; NULL when it stands on no agenda */
  const char *mail;    /* (nullable): of who speaks now */
  gboolean is_invited; /* who speaks now is invited to the whole meeting */
} AjAppointment;

/* How long it is when the item has no length: as a new item has. */
#define AJ_APPOINTMENT_MINUTES 15

/* (out) @slot: from when until when, out of the time of the item, which may be none. */
void aj_appointment_get_slot (const AjAgendaSlot *time, AjAgendaSlot *slot);

/* Whether who speaks now should hold it: not of a concept, nor of what is off, nor who said no. Who was asked and has not
 * answered is to be asked first; who holds it keeps it. */
gboolean aj_appointment_is_expected (const AjAppointment *self);
/* Whether the calendar of who speaks now holds it with another time, place or link than it has. */
gboolean aj_appointment_is_old (const AjAppointment *self);
/* Whether who speaks is owed something that nobody can send, for there is no address. */
gboolean aj_appointment_is_stuck (const AjAppointment *self);
/* What is owed: how many of @letters were filled in. Who spoke before, or had another address, is sent a cancellation; of
 * a meeting that was held nobody needs anything any more. */
guint aj_appointment_list_owed (const AjAppointment *self,
                                AjLetter letters[AJ_INVITATION_MAX_LETTERS]);
/* Which SEQUENCE a letter of @kind carries: that of what was sent when it says the same once more, else a higher one. Of a
 * cancellation and an invitation that are owed together, the invitation has the higher. */
gint64 aj_appointment_get_sequence (const AjAppointment *self, AjLetterKind kind);
/* Notes in @item, the same item to be committed by whoever sent it, that @letter went out at @stamp, in seconds since 1970. */
void aj_appointment_note (const AjAppointment *self,
                          const AjLetter *letter,
                          gint64 stamp,
                          AjValues *item);

G_END_DECLS
