/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_GOAL_NOTE (aj_goal_note_get_type ())

/**
 * AjGoalNote:
 *
 * Above a goal of reach: how many people the rollouts reached of those it is about, live.
 */
G_DECLARE_FINAL_TYPE (AjGoalNote, aj_goal_note, AJ, GOAL_NOTE, GtkBox)

GtkWidget *aj_goal_note_new (AjServices *services, AjRecord *goal);

G_END_DECLS
