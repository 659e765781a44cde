/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the seats of a group were taken at its meetings: a table with a row for each organisation (or whoever else is told
 * apart) and a column for each meeting, by date. */

typedef enum
{
  AJ_OCCUPANCY_NOT_INVITED, /* has no seat on that day */
  AJ_OCCUPANCY_NOT_KEPT,    /* nobody noted who was at this meeting */
  AJ_OCCUPANCY_UNKNOWN,     /* of others it was noted, of these not */
  AJ_OCCUPANCY_PRESENT,     /* somebody was there */
  AJ_OCCUPANCY_EXCUSED,     /* nobody was there, and said so before */
  AJ_OCCUPANCY_ABSENT,      /* nobody was there */
  AJ_OCCUPANCY_VACANT,      /* nobody takes the seat */
} AjOccupancyCell;

/* One who was invited to one meeting, or a place that nobody takes. */
typedef struct
{
  guint row;
  guint meeting;
  AjOccupancyCell what; /* NOT_KEPT and UNKNOWN are the same here: nothing was noted */
} AjOccupancyNote;

/* At how many meetings. */
typedef struct
{
  guint invited; /* all that follow together, and those of which nothing is known */
  guint present;
  guint excused;
  guint absent;
  guint vacant;
} AjOccupancyCounts;

/* So many times in a row is no accident. */
#define AJ_OCCUPANCY_STREAK 3

/* Fills @cells, row after row, each of @n_meetings. Of several in one row and meeting, one who was there counts for all; of
 * an organisation of whom one stayed away and of another nothing is known, nothing is known. */
void aj_occupancy_fill (const AjOccupancyNote *notes,
                        guint n_notes,
                        guint n_rows,
                        guint n_meetings,
                        AjOccupancyCell *cells);
/* Adds what a row says to @counts, from @first on. */
void aj_occupancy_count (const AjOccupancyCell *row,
                         guint n_meetings,
                         guint first,
                         AjOccupancyCounts *counts);
/* How many times in a row nobody was in the seat, up to the last meeting; those of which nothing was kept neither count
 * nor end it, and what is not known ends it. */
guint aj_occupancy_get_streak (const AjOccupancyCell *row, guint n_meetings);

G_END_DECLS
