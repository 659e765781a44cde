/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* Whether any of the words asks for where interventions run, or where material is: rollouts, loans or loans:MATERIAL. */
gboolean aj_cli_asks_for_rollouts (char **words);
/* Writes them to a calendar file, and says so. Beside these words there may be one municipality:MUNICIPALITY; anything else is
 * wrong usage. The store is open. */
gboolean aj_cli_export_rollouts (AjCli *cli, char **words, const char *output, GError **error);

G_END_DECLS
