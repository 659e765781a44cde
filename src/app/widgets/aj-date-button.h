/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-date.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_DATE_BUTTON (aj_date_button_get_type ())

/**
 * AjDateButton:
 *
 * A button that opens a calendar to pick a day from.
 *
 * Signals: "opened" (before the calendar shows: the moment to set the date), "picked".
 */
G_DECLARE_FINAL_TYPE (AjDateButton, aj_date_button, AJ, DATE_BUTTON, AdwBin)

AjDateButton *aj_date_button_new (void);
/* Whose clock says what day it is. */
void aj_date_button_set_services (AjDateButton *self, AjServices *services);
/* What the button is called, in place of "Pick a day": which date it is about. */
void aj_date_button_set_name (AjDateButton *self, const char *name);
AjDate aj_date_button_get_date (AjDateButton *self);
/* AJ_DATE_NONE: none is picked, the calendar opens on today. */
void aj_date_button_set_date (AjDateButton *self, AjDate date);

G_END_DECLS
