/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-error.h"

/* Not G_DEFINE_QUARK: clang-format would set spaces in the name. */
GQuark
aj_calendar_error_quark (void)
{
  return g_quark_from_static_string ("aj-calendar-error-quark");
}
