/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether libical may be given this text; see AjCalendarReading for why. */
gboolean aj_calendar_limits_check (const char *text, gsize length, GError **error);

G_END_DECLS
