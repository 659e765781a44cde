/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-rollout-facts.h"

G_BEGIN_DECLS

/* What is to be done with things on loan soon: handed over, fetched, or asked for because it is not back. */

/* How far ahead, in days. */
#define AJ_LOAN_REMINDER_DAYS 7

typedef enum
{
  AJ_LOAN_LATE,     /* it should have been back */
  AJ_LOAN_HANDOVER, /* it goes to somebody, or should have gone by now */
  AJ_LOAN_BACK,     /* it comes back */
} AjLoanReminderKind;

typedef struct
{
  AjLoanReminderKind kind;
  AjDate day;           /* on which it is, or was, to be */
  const AjValues *loan; /* borrowed of the facts */
} AjLoanReminder;

/* (transfer full) (element-type AjLoanReminder): of the coming week, by day. */
GArray *aj_loan_reminders_list (AjRolloutFacts *facts, AjDate today);
/* (transfer full): "Handed over to Deventer on Mon 2 Mar 2026", as it is shown beneath the name of the thing. */
char *aj_loan_reminder_describe (AjRolloutFacts *facts, const AjLoanReminder *self);

/* (transfer full): notes that it went on @today; whoever still had it brought it back by then. */
AjEdit *
aj_loan_job_hand_over (AjStore *store, AjRolloutFacts *facts, const AjValues *loan, AjDate today);
/* (transfer full): notes that it came back on @today. */
AjEdit *
aj_loan_job_take_back (AjStore *store, AjRolloutFacts *facts, const AjValues *loan, AjDate today);

/* (nullable): the address of whoever a loan was agreed with, or of the organisation that has it. */
const char *aj_loan_get_mail (AjRolloutFacts *facts, const AjValues *loan);
/* (transfer full): what a mail about it is called, and what it begins with. */
char *aj_loan_reminder_make_subject (AjRolloutFacts *facts, const AjLoanReminder *self);
char *aj_loan_reminder_make_body (AjRolloutFacts *facts, const AjLoanReminder *self);

G_END_DECLS
