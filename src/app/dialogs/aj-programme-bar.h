/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edition-facts.h"
#include "aj-programme.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PROGRAMME_BAR (aj_programme_bar_get_type ())

/**
 * AjProgrammeBar:
 *
 * Chooses which programme of an action day is shown: by what it is sorted, where, whether with what is closed, and whether all
 * of it or only what became different since a day.
 *
 * Signal: "changed" (something else was chosen).
 */
G_DECLARE_FINAL_TYPE (AjProgrammeBar, aj_programme_bar, AJ, PROGRAMME_BAR, AdwBin)

/* @facts are of the edition, and only looked at now. @since: the day that changes are told from, unless another is picked. */
GtkWidget *aj_programme_bar_new (AjServices *services, AjEditionFacts *facts, AjDate since);

/* What was chosen; its texts live as long as the bar does and nothing else is chosen. The edition is left alone. */
void aj_programme_bar_fill (AjProgrammeBar *self, AjProgrammeRequest *request);

G_END_DECLS
