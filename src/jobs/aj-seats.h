/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* Seats are memberships; @seats are those of one group, (element-type AjValues). */

gboolean aj_seat_is_held_in (const AjValues *seat, const AjDateRange *days);
gboolean aj_seat_is_held_on (const AjValues *seat, AjDate date);
/* (nullable): the organisation whose seat is nobody's in particular: it sends whom it likes. */
const char *aj_seat_get_unnamed (const AjValues *seat);

gboolean aj_seats_have_unnamed (GPtrArray *seats, const char *organisation, AjDate date);
/* (nullable): the person who chairs the group on @date. */
const char *aj_seats_find_chair (GPtrArray *seats, AjDate date);
/* (element-type utf8 GPtrArray<AjValues>): of @all, for each group but this one, the seats of those who ever sit in this one;
 * borrowed. */
GHashTable *aj_seats_index_shared (GPtrArray *seats, GPtrArray *all, const char *group_id);
/* Whether a meeting of another group, of which @others (nullable) are the shared seats, needs a person who has a seat that
 * day. */
gboolean
aj_seats_are_taken (GPtrArray *seats, GPtrArray *others, const AjValues *meeting, AjDate date);

G_END_DECLS
