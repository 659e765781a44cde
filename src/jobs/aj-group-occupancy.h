/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-year.h"
#include "aj-occupancy.h"

G_BEGIN_DECLS

#define AJ_TYPE_GROUP_OCCUPANCY (aj_group_occupancy_get_type ())

/**
 * AjGroupOccupancy:
 *
 * Who was in the seats of a group at its meetings of a year, as far as it has gone: by organisation and by district. Worked
 * out once, never changed.
 *
 * An organisation was there when anybody of it was. Who has none stands for themselves, and a seat that nobody takes, and that
 * is for no organisation in particular, for itself. Guests have no seat. When somebody stays away is counted from the last
 * meetings of the year before on.
 */
typedef struct _AjGroupOccupancy AjGroupOccupancy;

/* An organisation, a person or a seat. All borrowed from the occupancy. */
typedef struct
{
  const AjValues *who;
  const char *name;
  const AjValues *district;     /* (nullable) */
  const AjOccupancyCell *cells; /* one for each meeting */
  AjOccupancyCounts counts;
  guint streak; /* how many times in a row nobody was there by now */
} AjOccupancyRow;

/* All that are of one district. */
typedef struct
{
  const AjValues *district; /* (nullable): those that are of none */
  AjOccupancyCounts counts;
} AjOccupancyDistrict;

GType aj_group_occupancy_get_type (void);
/* Up to @date, that day included. */
AjGroupOccupancy *aj_group_occupancy_new (AjGroupYear *year, AjDate date);
AjGroupOccupancy *aj_group_occupancy_ref (AjGroupOccupancy *self);
void aj_group_occupancy_unref (AjGroupOccupancy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjGroupOccupancy, aj_group_occupancy_unref)

AjGroupYear *aj_group_occupancy_get_year (AjGroupOccupancy *self);
/* (element-type AjValues) (transfer none): the columns, by date. */
GPtrArray *aj_group_occupancy_get_meetings (AjGroupOccupancy *self);
/* (element-type AjOccupancyRow) (transfer none): by district, then by name; those of no district last. Who had no seat at any of
 * the meetings is not among them. */
GArray *aj_group_occupancy_get_rows (AjGroupOccupancy *self);
/* (element-type AjOccupancyDistrict) (transfer none): in the same order. */
GArray *aj_group_occupancy_get_districts (AjGroupOccupancy *self);
/* (transfer full): a sentence for each who stayed away too often: "Gemeente Zwolle was not there 3 times in a row." */
GStrv aj_group_occupancy_list_warnings (AjGroupOccupancy *self);

/* The word for a cell: "present". */
const char *aj_occupancy_cell_get_label (AjOccupancyCell cell);
/* (transfer full): "present 4 of 6 times · excused 1 · absent 1". */
char *aj_occupancy_counts_describe (const AjOccupancyCounts *counts);
/* (transfer full): that of the row, and beneath it what was at which meeting: "12 March: present · 14 May: excused". */
char *aj_occupancy_row_describe (AjGroupOccupancy *occupancy, const AjOccupancyRow *row);

G_END_DECLS
