/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-occupancy.h"

#include <string.h>

static gboolean
is_noted (AjOccupancyCell cell)
{
  return cell == AJ_OCCUPANCY_PRESENT || cell == AJ_OCCUPANCY_EXCUSED ||
         cell == AJ_OCCUPANCY_ABSENT;
}

static gboolean
is_empty (AjOccupancyCell cell)
{
  return cell == AJ_OCCUPANCY_EXCUSED || cell == AJ_OCCUPANCY_ABSENT || cell == AJ_OCCUPANCY_VACANT;
}

/* Which of two in one cell speaks for both: the higher one. */
static guint
get_rank (AjOccupancyCell cell)
{
  static const guint ranks[] = {
    [AJ_OCCUPANCY_NOT_INVITED] = 0, [AJ_OCCUPANCY_VACANT] = 1,   [AJ_OCCUPANCY_ABSENT] = 2,
    [AJ_OCCUPANCY_EXCUSED] = 3,     [AJ_OCCUPANCY_NOT_KEPT] = 4, [AJ_OCCUPANCY_UNKNOWN] = 4,
    [AJ_OCCUPANCY_PRESENT] = 5,
  };

  return ranks[cell];
}

void
aj_occupancy_fill (const AjOccupancyNote *notes,
                   guint n_notes,
                   guint n_rows,
                   guint n_meetings,
                   AjOccupancyCell *cells)
{
  g_autofree gboolean *is_kept = g_new0 (gboolean, n_meetings + 1);

  for (guint i = 0; i < n_rows * n_meetings; i++)
    cells[i] = AJ_OCCUPANCY_NOT_INVITED;
  for (guint i = 0; i < n_notes; i++)
    {
      AjOccupancyCell *cell = &cells[notes[i].row * n_meetings + notes[i].meeting];

      if (get_rank (notes[i].what) > get_rank (*cell))
        *cell = notes[i].what;
      is_kept[notes[i].meeting] |= is_noted (notes[i].what);
    }
  for (guint i = 0; i < n_rows * n_meetings; i++)
    if (cells[i] == AJ_OCCUPANCY_NOT_KEPT || cells[i] == AJ_OCCUPANCY_UNKNOWN)
      cells[i] = is_kept[i % n_meetings] ? AJ_OCCUPANCY_UNKNOWN : AJ_OCCUPANCY_NOT_KEPT;
}

void
aj_occupancy_count (const AjOccupancyCell *row,
                    guint n_meetings,
                    guint first,
                    AjOccupancyCounts *counts)
{
  for (guint i = first; i < n_meetings; i++)
    {
      counts->invited += row[i] != AJ_OCCUPANCY_NOT_INVITED ? 1 : 0;
      counts->present += row[i] == AJ_OCCUPANCY_PRESENT ? 1 : 0;
      counts->excused += row[i] == AJ_OCCUPANCY_EXCUSED ? 1 : 0;
      counts->absent += row[i] == AJ_OCCUPANCY_ABSENT ? 1 : 0;
      counts->vacant += row[i] == AJ_OCCUPANCY_VACANT ? 1 : 0;
    }
}

guint
aj_occupancy_get_streak (const AjOccupancyCell *row, guint n_meetings)
{
  guint streak = 0;

  for (guint i = n_meetings; i > 0; i--)
    {
      if (row[i - 1] == AJ_OCCUPANCY_NOT_KEPT)
        continue;
      if (!is_empty (row[i - 1]))
        break;
      streak++;
    }
  return streak;
}
