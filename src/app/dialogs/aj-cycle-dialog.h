/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_CYCLE_DIALOG (aj_cycle_dialog_get_type ())

/**
 * AjCycleDialog:
 *
 * Plans a group's meetings of a year: the rhythm on one side, the dates it gives on the other, anew at
 * every change. A date can be left out, moved, or kept against advice; nothing is stored until Plan.
 */
G_DECLARE_FINAL_TYPE (AjCycleDialog, aj_cycle_dialog, AJ, CYCLE_DIALOG, AdwWindow)

/* Called when the cycle was planned; @sentence tells what that changed, NULL when nothing. */
typedef void (*AjCyclePlanned) (const char *group,
                                int year,
                                const char *sentence,
                                gpointer user_data);

/* @group: the id of the group to begin with. @user_data must live as long as @parent. */
void aj_cycle_dialog_show (GtkWindow *parent,
                           AjServices *services,
                           const char *group,
                           int year,
                           AjCyclePlanned planned,
                           gpointer user_data);

G_END_DECLS
