/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* An action day of one year, or in some regions a week: from its first day to its last. */
#define AJ_TYPE_EDITION (aj_edition_get_type ())
AJ_DECLARE_RECORD (AjEdition, aj_edition, EDITION)

/* How many days of registering are left on @today: 0 on the last one, below zero afterwards. FALSE without a deadline. */
gboolean aj_edition_get_days_left (const AjValues *edition, AjDate today, int *days);
/* Whether the edition lasts one day. */
gboolean aj_edition_is_one_day (const AjValues *edition);

G_END_DECLS
