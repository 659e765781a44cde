/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_SLIM_BIN (aj_slim_bin_get_type ())

/**
 * AjSlimBin:
 *
 * Holds a child that takes all the width it is given, and says that it wants no more than it cannot do without: for a
 * pane that is beside another one as long as both can be used, whatever is in it.
 */
G_DECLARE_FINAL_TYPE (AjSlimBin, aj_slim_bin, AJ, SLIM_BIN, AdwBin)

G_END_DECLS
