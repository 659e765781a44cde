/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_FREE_WEEKS_NOTE (aj_free_weeks_note_get_type ())

/**
 * AjFreeWeeksNote:
 *
 * Is it free in week 40? The weeks of the coming year of a thing on loan, each with its number and a sign for free, partly
 * free, on its way or taken. Choosing one with free days begins a loan on them; choosing another shows who has it.
 */
G_DECLARE_FINAL_TYPE (AjFreeWeeksNote, aj_free_weeks_note, AJ, FREE_WEEKS_NOTE, GtkBox)

GtkWidget *aj_free_weeks_note_new (AjServices *services, AjRecord *material);

G_END_DECLS
