/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AJ_TYPE_WAITING (aj_waiting_get_type ())

/**
 * AjWaiting:
 *
 * What stands where an answer is to come, as a page of a stack: nothing for as long as nobody notices, 300 ms,
 * then a spinner with a word, until it is out of view again.
 */
G_DECLARE_FINAL_TYPE (AjWaiting, aj_waiting, AJ, WAITING, AdwBin)

G_END_DECLS
