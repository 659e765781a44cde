/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "aj-history.h"

G_BEGIN_DECLS

/* (transfer full): a line of history with its changes. */
JsonObject *aj_cli_history_entry_to_json (const AjHistoryEntry *entry);

G_END_DECLS
