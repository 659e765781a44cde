/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-composition.h"

G_BEGIN_DECLS

/* (element-type GStrv) (transfer full): who sits in a group as a table for a spreadsheet, in the language of the reader:
 * the heading first, then one row for each member and each empty place; dates as "2026-03-12". To be
 * written with aj-csv-table.h. */
GPtrArray *aj_composition_to_table (const AjComposition *composition, AjGroupBook *book);

G_END_DECLS
