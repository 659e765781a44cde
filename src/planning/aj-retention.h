/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/**
 * AjRetention:
 *
 * Since when the network has had no use for somebody. Whoever is kept longer than the term that was set is to be looked
 * over: kept for a reason, or forgotten.
 *
 * Somebody was last used on the latest of: the last day of a seat in a group, of leading a district and of a function; of a
 * rollout that they lead or give an intervention in, of a training, and of a loan or a thing that they look after; the
 * day that they trained somebody or looked back on a rollout; the day of a contact; the day of a meeting that they chaired; the day they left; the day their data were looked over, added
 * or changed; the last use of whom they stand in for. What is still to come counts as today, and so does a seat, a
 * district, a training or a thing without an end, and a rollout that is under way: those people are never due. A function without an end is somebody's work elsewhere and no use of
 * the network's, so it counts from the day it began. Seats and districts end when a person leaves or a group ends,
 * whatever else is written.
 *
 * A role mailbox is no person and outlives whoever reads it: it is never due. Who was forgotten is not there any more.
 */
typedef struct _AjRetention AjRetention;

/* In the order in which they tell most: of two on one day, the later one. */
typedef enum
{
  AJ_USE_UNKNOWN, /* nothing says when */
  AJ_USE_EDIT,    /* they were added or changed */
  AJ_USE_STAND_IN,
  AJ_USE_FUNCTION,
  AJ_USE_REVIEW,
  AJ_USE_CONTACT,
  AJ_USE_MATERIAL,
  AJ_USE_TRAINING,
  AJ_USE_ROLLOUT,
  AJ_USE_MEETING,
  AJ_USE_LEAD,
  AJ_USE_SEAT,
  AJ_USE_LEFT,
  AJ_USE_REMOVED, /* they are only in history */
} AjUseKind;

/* Somebody who is due. */
typedef struct
{
  const AjValues *person; /* (owned) */
  AjDate last_use;        /* AJ_DATE_NONE: AJ_USE_UNKNOWN */
  AjUseKind kind;
  char *where; /* (owned) (nullable): the group, the district or the function */
} AjUnused;

void aj_unused_free (AjUnused *self);
/* (transfer full): when and for what they were last used, in a sentence without a full stop. */
char *aj_unused_describe (const AjUnused *self);

/* (transfer full): a term as people say it: "2 years", "18 months". */
char *aj_retention_describe_term (int months);

AjRetention *aj_retention_new (AjDate today);
void aj_retention_free (AjRetention *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjRetention, aj_retention_free)

/* Takes what a person, group, membership, position, district, rollout, trainer of one, evaluation, training, loan or thing
 * says, in any order; others say nothing. */
void aj_retention_add (AjRetention *self, const AjValues *values);
/* A person who was removed on @date, as they were last. */
void aj_retention_add_removed (AjRetention *self, const AjValues *person, AjDate date);
/* Somebody was used on @date, which other records say. */
void aj_retention_note (AjRetention *self, const char *person_id, AjUseKind kind, AjDate date);

/* (transfer full) (element-type AjUnused): who was last used @months (at least 1) ago or longer, the longest ago first, then
 * by name. The day on which the months are over counts; of a month that is too short, its last day. */
GPtrArray *aj_retention_list_due (AjRetention *self, int months);

G_END_DECLS
