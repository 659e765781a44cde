/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/**
 * AjCycleSource:
 *
 * The records that planning one group's year looks at, read as states, and no others: what a group's
 * own records refer to, and of other groups those that share people or organisations with it. So it takes
 * as long as those are many, however large the file is.
 */
typedef struct _AjCycleSource AjCycleSource;

/* In the order in which they are read: what is asked of each follows from those before it. */
typedef enum
{
  AJ_CYCLE_PART_GROUP,
  AJ_CYCLE_PART_CYCLES,
  AJ_CYCLE_PART_STEPS,     /* what the first of the cycles asks for around a meeting */
  AJ_CYCLE_PART_ITEMS,     /* and on its agenda */
  AJ_CYCLE_PART_DISTRICTS, /* that have a lead */
  AJ_CYCLE_PART_SEATS,
  AJ_CYCLE_PART_MUNICIPALITIES,
  AJ_CYCLE_PART_OWN, /* meetings of the group, from just before the year on */
  AJ_CYCLE_PART_OWN_PLANNED, /* those that the rule had put in the year or later, wherever they were moved */
  AJ_CYCLE_PART_DECISIONS,        /* of those meetings */
  AJ_CYCLE_PART_ACTIONS,          /* likewise: action points that are open */
  AJ_CYCLE_PART_PERSONS,          /* who have a seat */
  AJ_CYCLE_PART_SEATS_OF_PERSONS, /* all of theirs, in any group */
  AJ_CYCLE_PART_SEATS_OF_ORGANISATIONS, /* those of the same organisations that are nobody's in particular */
  AJ_CYCLE_PART_ORGANISATIONS,
  AJ_CYCLE_PART_SHARED, /* meetings of the groups of those seats, from just before the year on */
  AJ_CYCLE_PART_CHAIRED, /* meetings of other groups, of any time, that one of those persons chairs */
  AJ_CYCLE_PART_GROUPS, /* of those meetings */
  AJ_CYCLE_N_PARTS,
} AjCyclePart;

/* Nothing is read yet. */
AjCycleSource *aj_cycle_source_new (AjStore *store, const char *group_id, int year);
void aj_cycle_source_free (AjCycleSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCycleSource, aj_cycle_source_free)

/* Reads all of it, once. Waits. */
gboolean aj_cycle_source_read (AjCycleSource *self, GError **error);
/* The same without waiting; @self must live until the answer is there. */
void aj_cycle_source_read_async (AjCycleSource *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean aj_cycle_source_read_finish (AjCycleSource *self, GAsyncResult *result, GError **error);

AjStore *aj_cycle_source_get_store (AjCycleSource *self);
const char *aj_cycle_source_get_group_id (AjCycleSource *self);
int aj_cycle_source_get_year (AjCycleSource *self);
/* (element-type AjValues) (transfer none) */
GPtrArray *aj_cycle_source_get_part (AjCycleSource *self, AjCyclePart part);
/* (nullable): a group, a person, an organisation or a municipality that was read; @id is nullable. */
const AjValues *aj_cycle_source_look_up (AjCycleSource *self, const char *id);

G_END_DECLS
