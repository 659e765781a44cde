/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* What is said of an activity in a line, in the language of the messages. */

/* (transfer full): "10:00–12:00", "10:00"; empty for the whole day. */
char *aj_activity_line_dup_time (const AjValues *activity);
/* (transfer full): "youth, residents"; empty when nothing is said of it. */
char *aj_activity_line_dup_targets (const AjValues *activity);

G_END_DECLS
