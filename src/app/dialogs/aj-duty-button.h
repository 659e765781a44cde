/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-duty-roster.h"

G_BEGIN_DECLS

#define AJ_TYPE_DUTY_BUTTON (aj_duty_button_get_type ())

/**
 * AjDutyButton:
 *
 * Who chairs or hosts a meeting, and on a click who could: those who lead a district, least recent first and who is away
 * marked, and the meetings to swap with. What is chosen goes to the actions "roster.put" (the meeting, the duty, the
 * person: "(sus)") and "roster.swap" (two meetings, the duty: "(ssu)") around the button.
 */
G_DECLARE_FINAL_TYPE (AjDutyButton, aj_duty_button, AJ, DUTY_BUTTON, AdwBin)

GtkWidget *aj_duty_button_new (AjDuty duty);
/* @line is of @roster, which is kept. */
void aj_duty_button_show (AjDutyButton *self,
                          AjDutyRoster *roster,
                          const AjDutyLine *line,
                          gboolean writable);
/* Opens the popover, as a click does. */
void aj_duty_button_open (AjDutyButton *self);
/* (transfer none): what stands on the button: "Chairs (proposed): Anna". */
const char *aj_duty_button_get_text (AjDutyButton *self);

G_END_DECLS
