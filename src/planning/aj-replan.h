/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-plan.h"

G_BEGIN_DECLS

/* A meeting of the cycle that exists already. */
typedef struct
{
  const char *id;
  AjWallTime start;
  AjWallTime end;
  const char *zone;
  AjDate pattern; /* where the rule put it when it was planned; AJ_DATE_NONE: not known */
  gboolean
      fixed; /* confirmed, held, cancelled, or handed out already: planning again leaves it alone */
  gboolean cancelled; /* fixed, but nobody comes: its day is free for others */
} AjExistingMeeting;

typedef enum
{
  AJ_REPLAN_KEEP, /* @meeting stays as it is (a fixed one always; one whose planned date is the same or not usable) */
  AJ_REPLAN_MOVE,    /* @meeting goes to @planned */
  AJ_REPLAN_ADD,     /* a new meeting on @planned */
  AJ_REPLAN_REMOVE,  /* @meeting has no place in the plan any more */
  AJ_REPLAN_COVERED, /* nothing is made of @planned: @meeting, which is fixed, takes its place */
} AjReplanAction;

typedef struct
{
  AjReplanAction action;
  int meeting; /* index into the existing meetings; -1 for ADD */
  int planned; /* ordinal in the plan; -1 for REMOVE, and for a KEEP that has no place in the plan */
} AjReplanChange;

/* What planning again changes. Every existing meeting gets one change, in the order given, then come the dates of the plan
 * that no meeting takes, each ADD or COVERED; dates taken out, or not usable, of which nothing is made are not listed.
 *
 * A date of the plan belongs to a period: its month and those up to the month of the next date. A fixed meeting covers the
 * date whose period it was planned for by its pattern date, wherever it stands now. One without such a date covers the one
 * on the same day, else the one whose period it stands in. On the day of a fixed meeting that is not cancelled nothing is
 * added: a date there that no meeting takes is covered as well. The other
 * meetings and dates are matched in order of time, as many as can be, with the least distance in days between them: so
 * the themes of a year stay in their order. A meeting that is matched with a date taken out is removed.
 *
 * @every_months and @zone are those of the request. Of a KEEP with a planned date that is usable the pattern date and the
 * reason may be new ones; the caller stores them unless the meeting is fixed. Element-type: AjReplanChange. */
GArray *aj_replan (const AjExistingMeeting *meetings,
                   gsize n_meetings,
                   const AjCyclePlan *plan,
                   int every_months,
                   const char *zone);

G_END_DECLS
