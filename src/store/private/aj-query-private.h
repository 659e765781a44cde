/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-db.h"
#include "aj-history.h"
#include "aj-query.h"

G_BEGIN_DECLS

/* A bound statement that gives @columns of what the query asks for, in its order. */
AjStatement *aj_query_prepare (AjQuery *self, AjDb *db, const char *columns, GError **error);
/* The same for how many there are: one row of one column. */
AjStatement *aj_query_prepare_count (AjQuery *self, AjDb *db, GError **error);
/* For each record that they refer to by @by: its id, and the greatest value of @field. */
AjStatement *aj_query_prepare_latest (
    AjQuery *self, AjDb *db, const AjField *by, const AjField *field, GError **error);
/* Whether the answer may be another one after @changes: a record more or less, or a field that a condition or the order
 * looks at. */
gboolean aj_query_is_concerned (AjQuery *self, AjChanges *changes);

G_END_DECLS
