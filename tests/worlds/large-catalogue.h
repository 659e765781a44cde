/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* How many loans a thing has, spread over the year around today. */
#define LARGE_CATALOGUE_LOANS_EACH 25

/* Fills @store, which is new, with 342 municipalities, @n_rollouts of forty interventions in these, in every phase, and
 * @n_loans of as many things as that takes, of which every one is handed over or fetched in one of two weeks. The same on
 * every day but for the ids. */
gboolean large_catalogue_fill (AjStore *store, guint n_rollouts, guint n_loans, GError **error);

G_END_DECLS
