/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-kind.h"

G_BEGIN_DECLS

/* What the Network page shows, in the order of its switcher; a new kind adds its table. */
const AjRecordKind *aj_network_kinds_get (guint *n_kinds);
/* NULL when the page does not show such records. */
const AjRecordKind *aj_network_kind_lookup (const AjRecordType *type);

G_END_DECLS
