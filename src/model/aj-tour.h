/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* An item of material along one municipality after another. */
#define AJ_TYPE_TOUR (aj_tour_get_type ())
AJ_DECLARE_RECORD (AjTour, aj_tour, TOUR)

G_END_DECLS
