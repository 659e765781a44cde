/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_WRAP_BOX (aj_wrap_box_get_type ())

/**
 * AjWrapBox:
 *
 * Two children beside each other while the first keeps at least half of the width (or all it wants), and else the second
 * under the first, over the whole width. A child that is not visible takes no place.
 */
G_DECLARE_FINAL_TYPE (AjWrapBox, aj_wrap_box, AJ, WRAP_BOX, GtkWidget)

G_END_DECLS
