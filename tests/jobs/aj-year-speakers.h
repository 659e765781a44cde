/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-calendar-post.h"
#include "aj-invitations.h"
#include "aj-jobs-fixture.h"

G_BEGIN_DECLS

#define YEAR_N_ITEMS 4

/* Items of agendas of which somebody speaks, and what the calendars of those hold. */
typedef struct
{
  Fixture *base; /* (borrowed) */
  const char *items[YEAR_N_ITEMS];
} YearSpeakers;

/* All on the agenda of @meeting, with @people in turn. */
void year_speakers_set_up (YearSpeakers *self,
                           Fixture *base,
                           const char *group,
                           const char *meeting,
                           const char *const *people,
                           guint n_people);
/* Brings each who speaks at that meeting what is owed to them, at @now, in seconds since 1970; files go to @folder. */
void year_speakers_send (YearSpeakers *self,
                         AjInvitations *invitations,
                         CalendarPost *post,
                         const char *folder,
                         const AjOrganiser *organiser,
                         gint64 now);
/* Who only comes to speak holds when their item is, out of the lengths of those before it, and nobody else holds it. How many
 * are held. */
guint year_speakers_check (YearSpeakers *self, CalendarPost *post, guint n_mailboxes);

G_END_DECLS
