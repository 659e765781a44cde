/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"
#include "aj-group-mail.h"
#include "aj-mailto.h"

G_BEGIN_DECLS

/* To whom a mail goes on @date: the addresses on standard output, one a line; on standard error who has none. To scripts
 * also the draft as a mailto: address, unless it gets too long for that. @subject is nullable. */
void aj_cli_print_mail (
    AjCli *cli, const AjGroupMail *mail, AjDate date, AjMailtoField field, const char *subject);

G_END_DECLS
