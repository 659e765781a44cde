/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* How many of what; all figures of the edition follow from these. */
#define LARGE_EDITION_DISTRICTS 12
/* Of so many activities one is without a place, and one without an organisation. */
#define LARGE_EDITION_NO_PLACE        10
#define LARGE_EDITION_NO_ORGANISATION 3

/* Fills @store, which is new, with an edition of the action day in which all of @n_municipalities take part, and @n_activities
 * that these registered in turn, of every kind, in every state, for every combination of target groups. The same every
 * time but for the ids. (transfer full): the id of the edition; NULL with an error. */
char *
large_edition_fill (AjStore *store, guint n_municipalities, guint n_activities, GError **error);

G_END_DECLS
