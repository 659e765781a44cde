/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-kind.h"

G_BEGIN_DECLS

/* What the Interventions page shows, in the order of its switcher; a new kind adds its table. */
const AjRecordKind *aj_intervention_kinds_get (guint *n_kinds);

G_END_DECLS
