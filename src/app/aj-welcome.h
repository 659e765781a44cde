/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_WELCOME (aj_welcome_get_type ())

/* Three ways on for who has no file yet: the actions "app.open-example", "app.new-empty" and "app.open". */
G_DECLARE_FINAL_TYPE (AjWelcome, aj_welcome, AJ, WELCOME, AdwBin)

G_END_DECLS
