/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edition-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PARTICIPATION_VIEW (aj_participation_view_get_type ())

/**
 * AjParticipationView:
 *
 * One municipality in an edition of the action day: how far it is, the next step as one button, what it answered, what is
 * registered there, what it did last time, and the log of contact.
 */
G_DECLARE_FINAL_TYPE (AjParticipationView, aj_participation_view, AJ, PARTICIPATION_VIEW, AdwBin)

void aj_participation_view_set_services (AjParticipationView *self, AjServices *services);
/* @line is of @facts, which must stay until something else is shown; both NULL: nothing. */
void aj_participation_view_show (AjParticipationView *self,
                                 AjEditionFacts *facts,
                                 const AjCoverageLine *line);
/* Opens the activity with this id, as soon as it is there. */
void aj_participation_view_reveal (AjParticipationView *self, const char *activity);
/* Puts the cursor in the line for a new activity. */
void aj_participation_view_focus_line (AjParticipationView *self);

G_END_DECLS
