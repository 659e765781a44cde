/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-roster.h"
#include "aj-search.h"

G_BEGIN_DECLS

/* "Who sits for education in Twente?": what the search of everything says of who sits where, beside the records that it
 * finds by what stands in them. */

/* Somebody who sits in a group, or a seat that has an empty place. */
typedef struct
{
  const AjValues *values; /* (owned): the membership, or the seat */
  char *title;            /* (owned): who; "No education member in Twente" */
  char *about;            /* (owned): in which group and seat, for whom and since when */
} AjSeatHit;

/* The best first: whose seat fits, then seats that nobody takes, then who fits otherwise. */
typedef struct
{
  GPtrArray *hits; /* (owned) (element-type AjSeatHit) */
  gboolean has_more;
} AjSeatAnswer;

/* (transfer full): at most @limit, of @type (NULL: of both). All words of @text must fit. What has ended is passed over; and who is found by nothing
 * but the name and purpose of a group, for then the group is meant. Blank text finds nothing. */
AjSeatAnswer *
aj_seat_search (AjRoster *roster, const char *text, const AjRecordType *type, guint limit);
void aj_seat_answer_free (AjSeatAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSeatAnswer, aj_seat_answer_free)

/* Before which of @groups (element-type AjSearchGroup) the answer is shown: behind what is called like that, before what
 * only mentions it. */
guint aj_seat_search_get_place (GPtrArray *groups);

G_END_DECLS
