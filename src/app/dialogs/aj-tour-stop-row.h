/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-tour-plan.h"

G_BEGIN_DECLS

#define AJ_TYPE_TOUR_STOP_ROW (aj_tour_stop_row_get_type ())

/**
 * AjTourStopRow:
 *
 * One stop of a tour that is being planned: when it would be there, and in which week it was asked for. Dragged, or with
 * Alt+Up and Alt+Down, it goes to another place in the order; Delete takes it out.
 *
 * Signals: "wished" (another week was asked for), "stepped" (by so many places, an int), "dropped" (another row was dropped
 * on it), "removed".
 */
G_DECLARE_FINAL_TYPE (AjTourStopRow, aj_tour_stop_row, AJ, TOUR_STOP_ROW, AdwActionRow)

GtkWidget *aj_tour_stop_row_new (const char *municipality, const char *name);
/* The id of the municipality. */
const char *aj_tour_stop_row_get_id (AjTourStopRow *self);
/* The day from which it goes round: a week that is typed is the first such one that is not over then. */
void aj_tour_stop_row_set_earliest (AjTourStopRow *self, AjDate earliest);
/* The week, or weeks, that are typed; both AJ_DATE_NONE when there are none, or it is no week. */
AjDateRange aj_tour_stop_row_get_asked (AjTourStopRow *self);
/* (nullable): what is wrong with what is typed, as a sentence that says at which stop. */
const char *aj_tour_stop_row_get_fault (AjTourStopRow *self);
/* Tells of a week that is typed and was not left yet. */
void aj_tour_stop_row_finish (AjTourStopRow *self);
/* Its place in the order, from 1, and what was planned (nullable: nothing yet), with why it stands there (nullable). */
void
aj_tour_stop_row_show (AjTourStopRow *self, guint number, const AjTourLeg *leg, const char *reason);

G_END_DECLS
