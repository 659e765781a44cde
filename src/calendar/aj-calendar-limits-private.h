/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AJ_CALENDAR_MAX_BYTES (20 * 1024 * 1024)

/* Whether libical may be given this text; see AjCalendarReading for why. @begins (element-type guint) receives the number
 * of every line that begins a component, for libical keeps none. */
gboolean aj_calendar_limits_check (const char *text, gsize length, GArray *begins, GError **error);

/* Sets the error of what goes beyond. */
void aj_calendar_limits_refuse (GError **error);

G_END_DECLS
