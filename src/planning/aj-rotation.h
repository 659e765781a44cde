/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* Who chairs and who hosts which meeting, in rotation: least recent first, and everybody once before anybody twice. Texts
 * are borrowed; ids compare as they are. */

typedef enum
{
  AJ_DUTY_CHAIR,
  AJ_DUTY_HOST,
  AJ_N_DUTIES,
} AjDuty;

/* Somebody who may be asked. */
typedef struct
{
  const char *id;
  const char *name; /* tells who comes first of two who are equal */
  AjDateRange days; /* on which they may be asked */
  AjDate last
      [AJ_N_DUTIES]; /* when they last did it, before the meetings that are looked at; AJ_DATE_NONE for never */
} AjRotationPerson;

/* Somebody is not there. */
typedef struct
{
  const char *person;
  AjDateRange days;
} AjRotationAbsence;

typedef struct
{
  AjDate date;
  const char *taken[AJ_N_DUTIES]; /* who does it already, whoever that is; NULL for nobody */
  gboolean is_open; /* whether anybody may still be proposed: it is to come, and not cancelled */
} AjRotationMeeting;

/* All that a proposal is made from; meetings by date. */
typedef struct
{
  const AjRotationPerson *persons;
  guint n_persons;
  const AjRotationAbsence *absences;
  guint n_absences;
  const AjRotationMeeting *meetings;
  guint n_meetings;
} AjRotation;

typedef enum
{
  AJ_ROTATION_PROPOSED,
  AJ_ROTATION_TAKEN,    /* somebody does it */
  AJ_ROTATION_CLOSED,   /* the meeting is over */
  AJ_ROTATION_NOBODY,   /* there is nobody who may be asked on that day */
  AJ_ROTATION_ALL_AWAY, /* there is, but nobody is there */
} AjRotationVerdict;

#define AJ_ROTATION_NO_PERSON -1

typedef struct
{
  AjRotationVerdict verdict;
  int person; /* the index of who is proposed, else AJ_ROTATION_NO_PERSON */
} AjRotationProposal;

/* Fills @proposals, one row for each meeting.
 *
 * What is taken stays, and counts as a turn of who does it. Of the others everybody who can comes once before anybody comes
 * again; who did it longest ago comes first, and then by name. Somebody who is away on their turn comes on another day when
 * who stands there can come on this one. Nobody chairs and hosts one meeting unless nobody else is there. The same facts
 * give the same answer, in whichever order the persons stand. */
void aj_rotation_propose (const AjRotation *self, AjRotationProposal (*proposals)[AJ_N_DUTIES]);

/* Somebody beside one meeting. */
typedef struct
{
  guint person;
  AjDate
      last; /* the latest day on which they do it at another meeting, also one to come; AJ_DATE_NONE for never */
  gboolean is_away;
} AjRotationRank;

/* Fills @ranks, one for each person who may be asked on the day of @meeting: those who are there first, then who did it
 * longest ago, then by name. Returns how many. */
guint aj_rotation_rank (const AjRotation *self, guint meeting, AjDuty duty, AjRotationRank *ranks);

gboolean aj_rotation_is_away (const AjRotation *self, const char *person, AjDate date);

typedef enum
{
  AJ_SWAP_FINE,
  AJ_SWAP_NOTHING,     /* the same person does it at both, or nobody at either */
  AJ_SWAP_CLOSED,      /* the first or the second is over */
  AJ_SWAP_FIRST_AWAY,  /* who does it at the first is away on the day of the second */
  AJ_SWAP_SECOND_AWAY, /* and the other way round */
} AjSwapVerdict;

/* Whether two meetings, by their index, can swap who does @duty. An empty place moves as well. */
AjSwapVerdict
aj_rotation_check_swap (const AjRotation *self, AjDuty duty, guint first, guint second);

G_END_DECLS
