/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a window stands still: what the main loop is busy with between one sleep and the next. */

/* Once: watches the main context of this thread. */
void pauses_watch (void);
/* Forgets what was before. */
void pauses_begin (void);
/* The longest pause since, in milliseconds, with the one that lasts. */
double pauses_get_longest (void);
/* The most that the thread worked in one of them, in milliseconds: less than it lasted where others wanted the processor. */
double pauses_get_most_work (void);
/* Runs the main loop until it slept for @ms without anything to do. */
void pauses_wait_until_still (guint ms);
/* When that last sleep began, in the time of g_get_monotonic_time(). */
gint64 pauses_get_still_since (void);

G_END_DECLS
