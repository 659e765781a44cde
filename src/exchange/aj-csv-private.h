/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a spreadsheet may take the text for a formula: it begins with = + - @, a tab or a line end, or with one of the
 * wide forms of those signs. */
gboolean aj_csv_is_formula (const char *text);
/* "'" when the text must be guarded, else "". Apostrophes that stand there already must still be there when the one is
 * taken away. */
const char *aj_csv_get_guard (const char *text);

G_END_DECLS
