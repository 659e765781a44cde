/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* What is said of an activity of an action day to who may want to come, in the language of the messages. */

/* (transfer full): "10:00–12:00", "from 10:00", "all day". */
char *aj_activity_describe_time (const AjValues *activity);
/* (transfer full): "Library, Grote Markt 1, Zwolle"; with @municipality (nullable) only where it is not in it already. NULL
 * when nothing is known. */
char *aj_activity_describe_place (const AjValues *activity, const char *municipality);
/* (transfer full) (nullable): "By Library Zwolle, with Police". @organisation is nullable. */
char *aj_activity_describe_who (const AjValues *activity, const char *organisation);
/* (transfer full) (nullable): "youth, residents". */
char *aj_activity_describe_targets (const AjValues *activity);

G_END_DECLS
