/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"
#include "aj-returns.h"

G_BEGIN_DECLS

/* Rows of returned forms that are left out by themselves, and that somebody takes all the same. */

/* (transfer full): what a row is called: "Zwolle.xlsx:7" by its line, and "Zwolle.xlsx:Zwolle" by its title where it has none. */
char *aj_cli_return_dup_name (AjReturnRow *row);
/* Takes those that are called so; @words is NULL-terminated and nullable. Where @is_one_file, the name of the file may be left
 * out. With @takes_doubtful also all that may be a mistake; but nothing is cancelled so, and of two versions none is chosen.
 * (transfer full) (element-type AjReturnRow): those that were taken; NULL, with AJ_CLI_ERROR_REFUSED, when one cannot be. */
GPtrArray *aj_cli_returns_take (AjReturns *returns,
                                char **words,
                                gboolean is_one_file,
                                gboolean takes_doubtful,
                                GError **error);

G_END_DECLS
