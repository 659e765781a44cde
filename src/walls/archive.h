/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the real header in every room, as sqlite3.h does. meson hands AJ_MAY_USE_LIBARCHIVE to whoever lists
 * archive_dep. */
#ifndef AJ_MAY_USE_LIBARCHIVE
#error "only src/exchange may include archive.h; ask it for a workbook instead"
#else
#include_next <archive.h>
#endif
