/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A time in which an item of material is somewhere: lent to a municipality or an organisation, or away for repair. Two of one
 * item never overlap. Between two of them it has to travel: for as many working days as the one that asks for more. */
#define AJ_TYPE_LOAN (aj_loan_get_type ())
AJ_DECLARE_RECORD (AjLoan, aj_loan, LOAN)

/* Whether it is with somebody, or with nobody because it is damaged or otherwise away. */
#define AJ_LOAN_LENT "loan"
#define AJ_LOAN_AWAY "away"

/* How far it is; the codes are stored. */
#define AJ_LOAN_PLANNED   "planned"
#define AJ_LOAN_OUT       "out"
#define AJ_LOAN_RETURNED  "returned"
#define AJ_LOAN_CANCELLED "cancelled"

/* Whether the item is away for it: it was not cancelled. */
gboolean aj_loan_counts (const AjValues *loan);
/* The last day on which the item is there: the day on which it came back when that was earlier than agreed. AJ_DATE_NONE: it is
 * away until further notice. */
AjDate aj_loan_get_last_day (const AjValues *loan);
/* Whether the item should have been back before @today and is not. */
gboolean aj_loan_is_late (const AjValues *loan, AjDate today);
/* The days within which it was asked for: of the week, or weeks, that stand in "asked-week"; both AJ_DATE_NONE: whenever. */
AjDateRange aj_loan_get_asked (const AjValues *loan);
/* Whether one item cannot have both: they share a day, or there is no time to bring it from one to the other. */
gboolean aj_loans_clash (const AjValues *first, const AjValues *second);
/* The first day from @earliest on at which @wanted, as long as it is, clashes with none of @loans (element-type AjValues;
 * @wanted itself is passed over). AJ_DATE_NONE: not within two years. */
AjDate aj_loan_find_free (const AjValues *wanted, GPtrArray *loans, AjDate earliest);

G_END_DECLS
