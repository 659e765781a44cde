/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-rollout-facts.h"

G_BEGIN_DECLS

#define AJ_TYPE_TOWN_PICKER (aj_town_picker_get_type ())

/**
 * AjTownPicker:
 *
 * Municipalities to tick, with a line to find them by: a name, several of them with commas between, or a district. What is
 * found stands in the list; Enter ticks it all and empties the line, but for what was not found.
 *
 * Signals: "ticked" (the id of a municipality, and whether it is ticked now), for each; "changed" after one or several.
 */
G_DECLARE_FINAL_TYPE (AjTownPicker, aj_town_picker, AJ, TOWN_PICKER, AdwPreferencesGroup)

/* Those that exist on @day; borrows of @facts, which must stay. What was ticked is so still. */
void aj_town_picker_set_facts (AjTownPicker *self, AjRolloutFacts *facts, AjDate day);
/* (element-type utf8) (transfer container): the ids of those that are ticked, by name; as long as the facts stay. */
GPtrArray *aj_town_picker_list_ticked (AjTownPicker *self);
void aj_town_picker_untick (AjTownPicker *self, const char *id);
/* The list scrolls by itself, and is not much higher than that; at first it is as high as it is long. */
void aj_town_picker_set_height (AjTownPicker *self, int height);
/* The cursor goes to the line. */
void aj_town_picker_focus (AjTownPicker *self);

G_END_DECLS
