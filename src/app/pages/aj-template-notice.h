/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-cycle-template.h"

G_BEGIN_DECLS

#define AJ_TYPE_TEMPLATE_NOTICE (aj_template_notice_get_type ())

/**
 * AjTemplateNotice:
 *
 * What can be had of the cycle's checklist and standing items, with the one button for it: all that is usual while there is
 * nothing yet, or bringing the coming meetings up to date. The actions are those of the meeting's view. Not in sight when
 * there is nothing to do.
 */
G_DECLARE_FINAL_TYPE (AjTemplateNotice, aj_template_notice, AJ, TEMPLATE_NOTICE, AdwBin)

/* @template (nullable): not known yet. @is_empty: the side of the meeting that it stands on has nothing. */
void aj_template_notice_show (AjTemplateNotice *self, AjCycleTemplate *template, gboolean is_empty);

G_END_DECLS
