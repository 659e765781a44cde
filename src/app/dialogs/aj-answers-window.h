/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_ANSWERS_WINDOW (aj_answers_window_get_type ())

/**
 * AjAnswersWindow:
 *
 * What taking in answers to invitations would do, first what somebody has to decide; nothing is stored before it is
 * accepted, and then all of it is, as one step of undo.
 */
G_DECLARE_FINAL_TYPE (AjAnswersWindow, aj_answers_window, AJ, ANSWERS_WINDOW, AdwWindow)

/* Reads the files @paths (NULL-terminated). What became of it is told where @from is. */
void aj_answers_window_show (GtkWidget *from, AjServices *services, const char *const *paths);

G_END_DECLS
