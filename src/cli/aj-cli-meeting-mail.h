/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"
#include "aj-meeting-mail.h"

G_BEGIN_DECLS

/* Says on standard error what stands in the text as it is, for it is of no place. */
void aj_cli_warn_of_places (AjMeetingMail *mail);
/* (transfer full): whom it goes to. */
JsonArray *aj_cli_list_addresses (AjMeetingMail *mail);

G_END_DECLS
