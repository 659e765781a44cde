/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"

G_BEGIN_DECLS

/* What a coordinator does with an agenda, each one edit, to be committed by whoever asked for it. @agenda (element-type
 * AjValues) is that of the meeting, in its order. Of @papers (element-type AjValues) those of the item go where it goes. */

/* (transfer full): a new item behind the others, before those that come at the end; @minutes below zero: as its type says. */
AjEdit *aj_agenda_job_add (
    AjStore *store, const AjValues *meeting, GPtrArray *agenda, const char *name, int minutes);
/* (transfer full) (nullable): the item at @from comes to stand at @to; NULL when it stands there. */
AjEdit *aj_agenda_job_move (AjStore *store, GPtrArray *agenda, guint from, guint to);
/* (transfer full): what waits, of the backlog or of a meeting that is over, comes onto the agenda. What was on another agenda
 * stays there, as carried over. */
AjEdit *aj_agenda_job_take (AjStore *store,
                            const AjValues *meeting,
                            GPtrArray *agenda,
                            const AjValues *item,
                            GPtrArray *papers);
/* (transfer full): the item waits, without a meeting. Of a meeting that is over it stays on the agenda as carried over, and
 * another one like it waits. A standing item is dropped from this agenda, for it comes back by itself. */
AjEdit *aj_agenda_job_put_off (AjStore *store,
                               const AjValues *meeting,
                               const AjValues *item,
                               GPtrArray *papers);

G_END_DECLS
