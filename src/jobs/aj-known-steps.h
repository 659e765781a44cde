/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-checklist.h"
#include "aj-edit.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* Steps of the preparation that are done when the program does something: what went out, or was fixed, ticks off what stands for
 * that on the checklist of the meeting. A step is known by its name, as aj_checklist_is_known() has it; one that was called
 * otherwise is ticked off by hand. */

/* As part of @edit: such steps that are still open are done. FALSE when there are none. */
gboolean aj_known_steps_tick (AjEdit *edit, AjMeetingFacts *facts, AjKnownStep step);
/* (transfer full) (nullable): the same by itself, to be committed by whoever asked. */
AjEdit *aj_known_steps_make_edit (AjStore *store, AjMeetingFacts *facts, AjKnownStep step);

G_END_DECLS
