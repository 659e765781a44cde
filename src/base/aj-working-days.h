/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* Days on which somebody drives a van or opens a door: Monday to Friday, less the public holidays on which nearly everybody
 * is free (see aj-public-holidays.h; outside the years known there, only weekends are left out). */

gboolean aj_date_is_working_day (AjDate date);
/* The day that lies @days working days after @date (before it when negative), whatever day @date is itself; @date for 0.
 * AJ_DATE_NONE stays that. */
AjDate aj_date_add_working_days (AjDate date, int days);
/* @date when that is a working day, else the first one after it, or before it. */
AjDate aj_date_next_working_day (AjDate date);
AjDate aj_date_previous_working_day (AjDate date);

G_END_DECLS
