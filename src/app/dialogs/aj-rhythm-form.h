/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-school-region.h"
#include "aj-values.h"

G_BEGIN_DECLS

#define AJ_TYPE_RHYTHM_FORM (aj_rhythm_form_get_type ())

/**
 * AjRhythmForm:
 *
 * The inputs of a cycle: how often, on which weekday, when, where, and what to avoid. Holds a cycle that
 * is not stored; nothing is written from here.
 *
 * Signal "changed": after every change of an input, also by aj_rhythm_form_set_cycle().
 */
G_DECLARE_FINAL_TYPE (AjRhythmForm, aj_rhythm_form, AJ, RHYTHM_FORM, AdwBin)

void aj_rhythm_form_set_cycle (AjRhythmForm *self, const AjValues *cycle);
/* (transfer full): the cycle with what the inputs say; a field whose input cannot be read is empty, which its check
 * then tells. */
AjValues *aj_rhythm_form_dup_cycle (AjRhythmForm *self);
/* Whose school holidays are avoided, for the text of the switch. */
void aj_rhythm_form_set_regions (AjRhythmForm *self, AjSchoolRegion regions);

G_END_DECLS
