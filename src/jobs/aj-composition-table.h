/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-composition.h"

G_BEGIN_DECLS

/* (element-type GStrv) (transfer full): who sits in a group as a table for a spreadsheet, in the language of the reader:
 * the heading first, then one row for each member and each empty place; dates as "2026-03-12". */
GPtrArray *aj_composition_to_table (const AjComposition *composition, AjGroupBook *book);
/* (transfer full): a table as text with tabs, which spreadsheets and word processors paste as one. What could be taken
 * for a formula or would break the rows is made harmless. */
char *aj_composition_table_to_text (GPtrArray *table);
/* (transfer full): the same as a file that a double click opens in a spreadsheet. */
GBytes *aj_composition_table_to_csv (GPtrArray *table);

G_END_DECLS
