/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-live-reader.h"

G_BEGIN_DECLS

/* Reads the AjRolloutFacts, which are of everything at once: any id will do. */
extern const AjLiveReaderKind aj_rollout_reader_kind;
/* The same with the activities of action days that name an intervention, of which there may be very many. */
extern const AjLiveReaderKind aj_rollout_reader_whole_kind;

G_END_DECLS
