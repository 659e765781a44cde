/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the real header in every room, as sqlite3.h does. meson hands AJ_MAY_USE_XLSXWRITER to whoever lists
 * xlsxwriter_dep. */
#ifndef AJ_MAY_USE_XLSXWRITER
#error "only src/exchange may include xlsxwriter.h; ask the exchange instead"
#else
#include_next <xlsxwriter.h>
#endif
