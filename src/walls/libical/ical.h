/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the real header in every room, as ../sqlite3.h does. meson hands AJ_MAY_USE_LIBICAL to whoever lists
 * ical_dep. */
#ifndef AJ_MAY_USE_LIBICAL
#error "only src/calendar may include libical; ask the calendar instead"
#else
#include_next <libical/ical.h>
#endif
