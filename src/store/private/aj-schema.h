/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-db.h"

G_BEGIN_DECLS

/* The steps of the schema: src/store/schema/0001.sql brings an empty file to schema 1, 0002.sql from 1 to 2, and so on.
 * A step runs inside one transaction together with the number it leads to (PRAGMA user_version), with foreign keys off
 * and all references checked before the commit, so that it may rebuild tables. Before the first step on a file with
 * data, the file is copied beside itself: "network.aanjager" to "network.before-schema-2.aanjager" (mode 0600, never
 * over an older copy: then "…-schema-2-2…"). The copy stays. */

/* The number of the newest step. */
guint aj_schema_get_head (void);
/* (transfer full): the SQL of every step in order, ends with NULL. */
GStrv aj_schema_load_steps (void);
/* Brings the file to the last of @steps. @fresh: the file was just made, nobody else knows it, and there is nothing to copy. */
gboolean aj_schema_upgrade (AjDb *db, const char *const *steps, gboolean fresh, GError **error);

G_END_DECLS
