/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives each of @n_rows a column of its own so that the costs together are least. @costs is row by row; there are at least
 * as many columns. (transfer full): the column of each row. The Hungarian method: time grows with n_rows² × n_columns. */
int *aj_tile_match (const double *costs, int n_rows, int n_columns);

G_END_DECLS
