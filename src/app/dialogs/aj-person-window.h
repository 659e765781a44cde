/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PERSON_WINDOW (aj_person_window_get_type ())

/* All that is held on a person (see AjPersonReport), to be read, copied, and saved as PDF for who asks for it. Follows what
 * is changed meanwhile. */
G_DECLARE_FINAL_TYPE (AjPersonWindow, aj_person_window, AJ, PERSON_WINDOW, AdwWindow)

/* @id: of the person. */
void aj_person_window_show (GtkWindow *parent, AjServices *services, const char *id);

G_END_DECLS
