/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* Whether any of the words asks for activities of an action day: edition:EDITION or municipality:MUNICIPALITY. */
gboolean aj_cli_asks_for_activities (char **words);
/* Writes them to a calendar file, or with @separate to a folder, and says so. @words are all of that kind, else it is wrong
 * usage. The store is open. */
gboolean aj_cli_export_activities (AjCli *cli,
                                   char **words,
                                   const char *output,
                                   gboolean separate,
                                   gboolean with_closed,
                                   GError **error);

G_END_DECLS
