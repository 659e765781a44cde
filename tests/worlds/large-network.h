/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* Fills @store with @n_records in all: people, organisations, meetings of twenty groups and lines in the log of contact,
 * with names and notes as Dutch coordinators type them. The same every time. */
gboolean large_network_fill (AjStore *store, guint n_records, GError **error);

G_END_DECLS
