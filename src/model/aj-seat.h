/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A place in a group that somebody should take: an organisation, or any of a kind. Who takes it is a membership. */
#define AJ_TYPE_SEAT (aj_seat_get_type ())
AJ_DECLARE_RECORD (AjSeat, aj_seat, SEAT)

G_END_DECLS
