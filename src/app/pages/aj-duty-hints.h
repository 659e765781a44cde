/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-rotation.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUTY_HINTS (aj_duty_hints_get_type ())

/**
 * AjDutyHints:
 *
 * Who is proposed to chair and to host a meeting where nobody does yet: a button for each, which puts them there.
 */
G_DECLARE_FINAL_TYPE (AjDutyHints, aj_duty_hints, AJ, DUTY_HINTS, GObject)

AjDutyHints *aj_duty_hints_new (AjServices *services);
/* (transfer none): to be placed beside the field that it fills; not visible while nobody is proposed. */
GtkWidget *aj_duty_hints_get_button (AjDutyHints *self, AjDuty duty);
/* Loaded; NULL: none. */
void aj_duty_hints_set_meeting (AjDutyHints *self, AjRecord *meeting);
/* Whether anybody looks; at first nobody does. */
void aj_duty_hints_set_active (AjDutyHints *self, gboolean active);

G_END_DECLS
