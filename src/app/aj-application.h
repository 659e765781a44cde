/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_APPLICATION (aj_application_get_type ())

/* Reads the command line, makes the clock and the settings, opens data files, and gives each a window. */
G_DECLARE_FINAL_TYPE (AjApplication, aj_application, AJ, APPLICATION, AdwApplication)

AjApplication *aj_application_new (void);

G_END_DECLS
