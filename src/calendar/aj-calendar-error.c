/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-error.h"

G_DEFINE_QUARK (aj - calendar - error - quark, aj_calendar_error)
