/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-form.h"

G_BEGIN_DECLS

#define AJ_TYPE_FORM_WINDOW (aj_form_window_get_type ())

/**
 * AjFormWindow:
 *
 * The municipality's own window: a form that came in by mail, filled in and sent back by somebody who has no data file. What is
 * filled in is kept in the file of the form as it is typed.
 */
G_DECLARE_FINAL_TYPE (AjFormWindow, aj_form_window, AJ, FORM_WINDOW, AdwApplicationWindow)

/* Reads the file without waiting; what is wrong with it is shown in the window. */
AjFormWindow *aj_form_window_new (GtkApplication *application, const char *path);
/* Shows the window of @application that has this file, read anew when that failed; else a new one. Two windows would each write
 * over what was filled in in the other. */
void aj_form_window_open (GtkApplication *application, const char *path);
/* (nullable): the form; NULL as long as it is not read. */
AjForm *aj_form_window_get_form (AjFormWindow *self);

G_END_DECLS
