/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-map-state.h"
#include "aj-rollout-facts.h"
#include "aj-rollout.h"
#include "aj-timeline-bar.h"
#include "aj-timeline-page.h"

G_BEGIN_DECLS

/* How rollouts and loans are shown as pictures: bars in time, a map, and a board. */

/* How a phase looks, the same on every picture. Its label is translated. */
AjMapClass aj_phase_get_class (AjPhase self);

/* (transfer full) (element-type AjTimelineBar): a bar for each rollout that has a day, in a row for each place. */
GListModel *aj_rollout_pictures_list_rollouts (AjRolloutFacts *facts);
/* (transfer full) (element-type AjTimelineBar): a bar for each loan that was not cancelled, in a row for each thing. Those of
 * what came back cannot be moved any more. The working days on which it is brought and fetched are bars of their own. */
GListModel *aj_rollout_pictures_list_loans (AjRolloutFacts *facts);
/* (transfer full): the id of the rollout or the loan that a bar of either list is about. */
char *aj_rollout_pictures_dup_record_id (AjTimelineBar *bar);

/* (transfer full): rollouts or loans (@type) in time as they are printed: those of @days, an end that is AJ_DATE_NONE being as
 * far as there is something, and of days without anything none. */
AjTimelinePaper *aj_rollout_pictures_make_paper (AjRolloutFacts *facts,
                                                 const AjRecordType *type,
                                                 AjDateRange days,
                                                 AjDate today);

/* (transfer full): each municipality that exists on @day by the phase of the rollout there that has got furthest and is not
 * stopped, of @intervention, or of all when that is NULL. */
AjMapState *
aj_rollout_pictures_make_map (AjRolloutFacts *facts, const char *intervention, AjDate day);

/* (transfer full) (element-type AjBoardCard): a card for each rollout of @intervention, or of all when that is NULL, in the
 * column of its phase; the first to begin first. What is late on @today says so. */
GPtrArray *
aj_rollout_pictures_list_cards (AjRolloutFacts *facts, const char *intervention, AjDate today);

G_END_DECLS
