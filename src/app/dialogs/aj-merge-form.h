/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"
#include "aj-values.h"

G_BEGIN_DECLS

#define AJ_TYPE_MERGE_FORM (aj_merge_form_get_type ())

/**
 * AjMergeForm:
 *
 * Two records side by side, and for each field in which they differ a choice of what holds when they are one.
 */
G_DECLARE_FINAL_TYPE (AjMergeForm, aj_merge_form, AJ, MERGE_FORM, AdwBin)

void aj_merge_form_set_services (AjMergeForm *self, AjServices *services);
/* Both of one type that can be merged; what is likely is chosen. Both nullable: empty. */
void aj_merge_form_set_pair (AjMergeForm *self, const AjValues *first, const AjValues *second);
/* The fields of which the second's value was chosen, bit i for field i; see aj_merge_combine(). */
guint64 aj_merge_form_get_from_second (AjMergeForm *self);

G_END_DECLS
