/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* Whether the agenda of a meeting fits in its time. */

/* Says on standard error that it does not, as the window does; nothing when it does. */
void aj_cli_warn_of_agenda (AjCli *cli, const char *meeting_id);

/* (transfer full) (nullable): the same as a sentence, also when it fits; NULL when there is no agenda. */
char *aj_cli_describe_agenda (AjCli *cli, const char *meeting_id);

G_END_DECLS
