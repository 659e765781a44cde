/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the real header in every room: sqlite3.h lies where every compiler looks, so without this any room
 * could include it. meson hands AJ_MAY_USE_SQLITE to whoever lists sqlite_dep. */
#ifndef AJ_MAY_USE_SQLITE
#error "only src/store may include sqlite3.h; ask the store instead"
#else
#include_next <sqlite3.h>
#endif
