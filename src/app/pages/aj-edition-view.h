/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edition-facts.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_EDITION_VIEW (aj_edition_view_get_type ())

/**
 * AjEditionView:
 *
 * An edition of the action day as a whole: how many activities of the goal, how many municipalities have answered, how many
 * days are left, each district, and the fields of the edition.
 */
G_DECLARE_FINAL_TYPE (AjEditionView, aj_edition_view, AJ, EDITION_VIEW, AdwBin)

void aj_edition_view_set_services (AjEditionView *self, AjServices *services);
/* @facts (nullable): nothing. */
void aj_edition_view_show (AjEditionView *self, AjEditionFacts *facts);

G_END_DECLS
