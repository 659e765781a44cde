/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* Who takes which seat of a group on a date. */

/* A seat: what it asks of who sits there. What is NULL is not asked; a seat that asks nothing at all is only for whom it was
 * given. Texts are borrowed; ids, kinds and roles compare as they are. */
typedef struct
{
  const char *id;
  const char *organisation;
  const char *kind; /* of organisation */
  const char *district;
  const char *role;
  guint places;
  AjDateRange days;
} AjSeatingSeat;

/* A member: what is known of who sits there, NULL where nothing is. */
typedef struct
{
  const char *seat; /* the id of the one that was given */
  const char *organisation;
  const char *kind;
  const char *district;
  const char *role;
  AjDateRange days;
} AjSeatingMember;

#define AJ_SEATING_NO_SEAT -1 /* a member, but no seat is left that fits */
#define AJ_SEATING_AWAY    -2 /* no member on that date */

gboolean aj_seating_fits (const AjSeatingSeat *seat, const AjSeatingMember *member);

/* Fills @taken, for each member, with the index of the seat they take on @date, or one of the above.
 *
 * A seat that was given is kept, also when more got it than it has places. The others are placed so that as few places
 * as possible stay empty: who could sit in several seats makes way for who fits only one. Of seats that fit equally, the one
 * that asks most is taken first, then the first; who comes first among members is placed first. The same facts give
 * the same answer. */
void aj_seating_plan (const AjSeatingSeat *seats,
                      guint n_seats,
                      const AjSeatingMember *members,
                      guint n_members,
                      AjDate date,
                      int *taken);
/* How many places of the seat with @index nobody takes, in an answer of aj_seating_plan(); 0 when there is no such seat
 * on @date. */
guint aj_seating_count_empty (
    const AjSeatingSeat *seats, guint index, const int *taken, guint n_members, AjDate date);

G_END_DECLS
