/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-csv-writer.h"

G_BEGIN_DECLS

/* Small tables that are there whole: rows (element-type GStrv), the heading first. */

/* (transfer full): as text with tabs, which spreadsheets and word processors paste as a table. What could be taken for a
 * formula or would break the rows is made harmless. */
char *aj_csv_table_to_text (GPtrArray *table);
/* (transfer full): as a file. */
GBytes *aj_csv_table_to_bytes (GPtrArray *table, AjCsvStyle style);

G_END_DECLS
