/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* (transfer full): the id of the edition of the action day that @word means; of the latest when it is NULL. The store is
 * open. Refused when there is none. */
char *aj_cli_resolve_edition (AjCli *cli, const char *word, GError **error);

G_END_DECLS
