/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cycle-source.h"
#include "aj-school-region.h"

G_BEGIN_DECLS

/* Where the members of the group come from in @year, as AjCycleFacts tells; AJ_SCHOOL_REGION_NONE when nothing is known of
 * anybody. */
AjSchoolRegion aj_cycle_regions_of_year (AjCycleSource *source, int year);
/* All regions of the register in @year; all there are when it is empty. */
AjSchoolRegion aj_cycle_regions_of_register (AjCycleSource *source, int year);

G_END_DECLS
