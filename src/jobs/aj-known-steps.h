/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-known-step.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* Steps of the preparation that are done when the program does something: what went out, or was fixed, ticks off what says that
 * it is done with that (aj-known-step.h), whatever it is called. @step is such a code. */

/* (nullable): such a code: what is done when minutes get that state. */
const char *aj_known_steps_get_of_minutes (const char *state);
/* As part of @edit: such steps that are still open are done. FALSE when there are none. */
gboolean aj_known_steps_tick (AjEdit *edit, AjMeetingFacts *facts, const char *step);
/* The same with what @after makes of a record, in whatever way that was asked for: minutes that go out, or are fixed. */
gboolean aj_known_steps_tick_for (
    AjEdit *edit, AjStore *store, const AjValues *before, const AjValues *after, GError **error);
/* (transfer full) (nullable): the same by itself, to be committed by whoever asked. */
AjEdit *aj_known_steps_make_edit (AjStore *store, AjMeetingFacts *facts, const char *step);

G_END_DECLS
