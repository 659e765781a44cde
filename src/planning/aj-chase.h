/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-coverage.h"

G_BEGIN_DECLS

/* How municipalities that have not answered are asked, and asked again. */

/* What a municipality is sent next, each more pressing than the one before; and once the day is over. */
typedef enum
{
  AJ_CHASE_INVITATION,
  AJ_CHASE_REMINDER,
  AJ_CHASE_BOTH,      /* a reminder that goes to a second contact as well */
  AJ_CHASE_LAST_CALL, /* to who leads its district */
  AJ_CHASE_LOOK_BACK, /* how it was; nobody is chased for that */
  AJ_CHASE_N_ROUNDS,
} AjChaseRound;

/* What it is sent next. Where nobody leads its district, or nobody who can be written to, both contacts are asked once more
 * instead of the lead. The last call is repeated for as long as there is no answer. */
AjChaseRound aj_chase_get_round (const AjCoverageLine *line, gboolean has_lead);
/* What scripts read: "last-call"; what it is called, translated: "last call to the district lead". */
const char *aj_chase_round_get_code (AjChaseRound self);
const char *aj_chase_round_get_label (AjChaseRound self);
/* The same over a list: "Last Call to the District Lead". */
const char *aj_chase_round_get_title (AjChaseRound self);
/* The kind of mail for a round (AJ_MAIL_ACTION_DAY_INVITATION and its like). Once the deadline is over, a reminder says so. */
const char *aj_chase_round_get_use (AjChaseRound self, gboolean is_late);

/* Whether registering is over on @today; never so without a deadline. */
gboolean aj_chase_is_late (const AjValues *edition, AjDate today);
/* From which day on it is to be asked again: so many days after it was asked last as the edition says, and on a day on which
 * people work. The next such day, unless that is after the deadline and the one before is not. AJ_DATE_NONE when it was never
 * asked, for then it is to be at once. */
AjDate aj_chase_get_due_on (const AjValues *edition, const AjCoverageLine *line);
/* The first day after @today on which another one is to be asked again; AJ_DATE_NONE when there will be none. */
AjDate aj_chase_get_next_day (AjCoverage *coverage, AjDate today);

/* (transfer container) (element-type AjCoverageLine): who is to be asked on @today, or asked again. With @all also those of whom
 * an answer may still be waited for. Who waits longest comes first, who was never asked before all. */
GPtrArray *aj_chase_list (AjCoverage *coverage, AjDate today, gboolean all);

/* (transfer container) (element-type AjValues): who is asked at a municipality on @date, in the order in which they are: who was
 * @chosen (nullable: the id of a person), or whoever succeeded them when they have left; who stands in for them; then the
 * others of @people (element-type AjValues), those with a function for this before those with another one. Who has left, or has
 * no address, is passed over. @by_id (element-type utf8 AjValues): where others are looked up. */
GPtrArray *
aj_chase_order_contacts (GPtrArray *people, GHashTable *by_id, const char *chosen, AjDate date);
/* (nullable): the person, or whoever succeeded them, who has not left on @date. */
const AjValues *aj_chase_find_present (GHashTable *by_id, const char *person, AjDate date);

G_END_DECLS
