/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* What holds for the whole data file. There is one in every file, with the id AJ_NETWORK_ID. */
#define AJ_TYPE_NETWORK (aj_network_get_type ())
AJ_DECLARE_RECORD (AjNetwork, aj_network, NETWORK)

#define AJ_NETWORK_ID "6e657477-6f72-4b00-8000-000000000000"

G_END_DECLS
