/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-type.h"

G_BEGIN_DECLS

/* Which fields a list for people shows as columns, in their order; --json gives every field. */
#define AJ_CLI_MAX_COLUMNS 7

/* How many there are; @columns receives the indices of the fields. */
guint aj_cli_choose_columns (const AjRecordType *type, guint columns[AJ_CLI_MAX_COLUMNS]);

G_END_DECLS
