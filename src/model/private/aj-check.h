/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* Rules that several record types share. */

/* Whether the date @until does not lie before @from, as far as both are known; else AJ_MODEL_ERROR_RULE with @sentence. */
gboolean aj_check_order (const AjValues *values,
                         const char *from,
                         const char *until,
                         const char *sentence,
                         GError **error);

G_END_DECLS
