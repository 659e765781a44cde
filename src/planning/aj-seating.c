/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seating.h"

#include <string.h>

/* One search for seats. */
typedef struct
{
  const AjSeatingSeat *seats;
  guint n_seats;
  const AjSeatingMember *members;
  guint n_members;
  AjDate date;
  const guint *order; /* of the seats: what asks most comes first */
  int *taken;         /* by member */
  gboolean *is_given; /* by member: placed by hand, makes way for nobody */
  gboolean *is_tried; /* by seat, in this round */
} Search;

static gboolean
is_asked (const char *asked, const char *known)
{
  return asked == NULL || g_strcmp0 (asked, known) == 0;
}

static guint
count_demands (const AjSeatingSeat *seat)
{
  /* One organisation is narrower than any kind in any district. */
  return (seat->organisation != NULL ? 8U : 0) + (seat->district != NULL ? 2U : 0) +
         (seat->kind != NULL ? 2U : 0) + (seat->role != NULL ? 1U : 0);
}

gboolean
aj_seating_fits (const AjSeatingSeat *seat, const AjSeatingMember *member)
{
  return count_demands (seat) > 0 && is_asked (seat->organisation, member->organisation) &&
         is_asked (seat->kind, member->kind) && is_asked (seat->district, member->district) &&
         is_asked (seat->role, member->role);
}

static guint
count_takers (const int *taken, guint n_members, guint seat)
{
  guint count = 0;

  for (guint i = 0; i < n_members; i++)
    if (taken[i] == (int) seat)
      count++;
  return count;
}

/* A place for @member: a free one, or one whose taker finds another (an augmenting path). */
static gboolean
place (Search *self, guint member)
{
  for (guint i = 0; i < self->n_seats; i++)
    {
      guint seat = self->order[i];

      if (self->is_tried[seat] || !aj_date_range_contains (&self->seats[seat].days, self->date) ||
          !aj_seating_fits (&self->seats[seat], &self->members[member]))
        continue;
      self->is_tried[seat] = TRUE;
      if (count_takers (self->taken, self->n_members, seat) < self->seats[seat].places)
        {
          self->taken[member] = (int) seat;
          return TRUE;
        }
      for (guint other = 0; other < self->n_members; other++)
        if (self->taken[other] == (int) seat && !self->is_given[other] && place (self, other))
          {
            self->taken[member] = (int) seat;
            return TRUE;
          }
    }
  return FALSE;
}

static int
find_given (Search *self, const AjSeatingMember *member)
{
  for (guint i = 0; member->seat != NULL && i < self->n_seats; i++)
    if (g_strcmp0 (self->seats[i].id, member->seat) == 0 &&
        aj_date_range_contains (&self->seats[i].days, self->date))
      return (int) i;
  return AJ_SEATING_NO_SEAT;
}

static guint *
order_seats (const AjSeatingSeat *seats, guint n_seats)
{
  guint *order = g_new (guint, n_seats + 1);

  for (guint i = 0; i < n_seats; i++)
    {
      guint at = i;

      for (; at > 0 && count_demands (&seats[order[at - 1]]) < count_demands (&seats[i]); at--)
        order[at] = order[at - 1];
      order[at] = i;
    }
  return order;
}

void
aj_seating_plan (const AjSeatingSeat *seats,
                 guint n_seats,
                 const AjSeatingMember *members,
                 guint n_members,
                 AjDate date,
                 int *taken)
{
  g_autofree guint *order = order_seats (seats, n_seats);
  g_autofree gboolean *is_given = g_new0 (gboolean, n_members + 1);
  g_autofree gboolean *is_tried = g_new0 (gboolean, n_seats + 1);
  Search search = { .seats = seats,
                    .n_seats = n_seats,
                    .members = members,
                    .n_members = n_members,
                    .date = date,
                    .order = order,
                    .taken = taken,
                    .is_given = is_given,
                    .is_tried = is_tried };

  for (guint i = 0; i < n_members; i++)
    {
      taken[i] = AJ_SEATING_AWAY;
      if (aj_date_range_contains (&members[i].days, date))
        taken[i] = find_given (&search, &members[i]);
      is_given[i] = taken[i] >= 0;
    }
  for (guint i = 0; i < n_members; i++)
    if (taken[i] == AJ_SEATING_NO_SEAT)
      {
        memset (is_tried, 0, n_seats * sizeof (gboolean));
        place (&search, i);
      }
}

guint
aj_seating_count_empty (
    const AjSeatingSeat *seats, guint index, const int *taken, guint n_members, AjDate date)
{
  guint n_taken = count_takers (taken, n_members, index);

  if (!aj_date_range_contains (&seats[index].days, date) || n_taken >= seats[index].places)
    return 0;
  return seats[index].places - n_taken;
}
