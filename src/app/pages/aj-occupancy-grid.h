/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-group-occupancy.h"

G_BEGIN_DECLS

/* As many organisations as the picture has; more would be no picture, and how many there are is said beneath. */
#define AJ_OCCUPANCY_GRID_MAX_ROWS 60

#define AJ_TYPE_OCCUPANCY_GRID (aj_occupancy_grid_get_type ())

/**
 * AjOccupancyGrid:
 *
 * The picture of an occupancy: a row for each organisation, under the name of its district, and a column for each meeting;
 * marks differ by shape as well as by colour, and say what they mean to the pointer and beneath the picture.
 */
G_DECLARE_FINAL_TYPE (AjOccupancyGrid, aj_occupancy_grid, AJ, OCCUPANCY_GRID, AdwBin)

GtkWidget *aj_occupancy_grid_new (void);
void aj_occupancy_grid_show (AjOccupancyGrid *self, AjGroupOccupancy *occupancy);

G_END_DECLS
