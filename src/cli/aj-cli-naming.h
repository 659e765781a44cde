/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* Which record somebody means, and what it is called; the same rule for every command, option and field. */

/* The id of the record that @text means:
 * - its id, its title, or the value of a field that no two records share;
 * - of a meeting also its day ("2027-02-11") or "next", with the name of its group before it where that is not enough
 *   ("Expertteam Cyber next"). One that was cancelled is meant by its day only when no other is on it;
 * - of an edition of the action day also the year in which it begins;
 * - of what a group has one of, as its cycle, the name of the group.
 * (transfer full); NULL with AJ_STORE_ERROR_NOT_FOUND, or with AJ_CLI_ERROR_REFUSED, and the ids of those that are meant,
 * when there are several. */
char *aj_cli_resolve (AjCli *cli, const AjRecordType *type, const char *text, GError **error);

/* The same of a part of the record @owner (aj_record_type: owner_field), among its own parts: by its id or by what it is
 * called there, as an attendance by the name of the person. */
char *aj_cli_resolve_part (
    AjCli *cli, const AjRecordType *type, const char *owner, const char *text, GError **error);

/* (transfer full): one state of the record that @text means. */
AjValues *aj_cli_load (AjCli *cli, const AjRecordType *type, const char *text, GError **error);

/* What people call a record: its title, else what it refers to and its date. (transfer full) */
char *aj_cli_describe (AjCli *cli, const AjValues *values);
/* The same of a reference; the id when there is no such record (any more). */
char *aj_cli_describe_id (AjCli *cli, const AjRecordType *type, const char *id);

G_END_DECLS
