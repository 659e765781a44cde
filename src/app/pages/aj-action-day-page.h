/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-page.h"

G_BEGIN_DECLS

#define AJ_TYPE_ACTION_DAY_PAGE (aj_action_day_page_get_type ())

/**
 * AjActionDayPage:
 *
 * An edition of the action day: every municipality on a map of tiles, by its answer, its activities or whom they are for, and
 * beside it the edition as a whole or the municipality that is opened.
 */
G_DECLARE_FINAL_TYPE (AjActionDayPage, aj_action_day_page, AJ, ACTION_DAY_PAGE, AjPage)

G_END_DECLS
