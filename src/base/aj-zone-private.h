/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-date.h"

G_BEGIN_DECLS

/* A zone by its IANA name, or NULL. Zones stay in memory once read: there are few, and reading one is a file. */
GTimeZone *aj_zone_get (const char *name);
/* As aj_wall_time_to_unix() and aj_wall_time_from_unix(), for a zone already at hand. */
gboolean aj_zone_to_unix (GTimeZone *zone, const AjWallTime *time, gint64 *unix_time);
gboolean aj_zone_from_unix (GTimeZone *zone, gint64 unix_time, AjWallTime *time);

G_END_DECLS
