/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-map-state.h"

G_BEGIN_DECLS

/* A small map with a gap, in two districts and three states (A, B and hatched), of which id and name are the same:
 *
 *   North:  Ede   Epe   -     Elburg
 *   South:  Goes  -     -     Étten
 */
AjMapState *map_fixture_new (void);
/* @n municipalities in rows of twenty, in districts of thirty: "Town 0" and so on. */
AjMapState *map_fixture_new_many (guint n);

/* (transfer full): the first of those of map_fixture_new() with a place, and one, "Nowhere", without. */
AjMapState *map_fixture_new_apart (void);

G_END_DECLS
