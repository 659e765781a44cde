/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

/* What storing an answer would do. */
typedef enum
{
  AJ_ANSWER_VERDICT_NEW,
  AJ_ANSWER_VERDICT_CHANGED,   /* they answered something else before, or an older version */
  AJ_ANSWER_VERDICT_PROPOSAL,  /* they propose another time: it is for somebody to decide */
  AJ_ANSWER_VERDICT_STRANGER,  /* from an address that nobody who is invited has: who is it? */
  AJ_ANSWER_VERDICT_UNCLEAR,   /* it does not say yes or no: what did they mean? */
  AJ_ANSWER_VERDICT_SAME,      /* nothing, for it is here already; said later, that is noted */
  AJ_ANSWER_VERDICT_STALE,     /* nothing, for it is to something older than what is here */
  AJ_ANSWER_VERDICT_ELSEWHERE, /* nothing, for the meeting is not here */
  AJ_ANSWER_N_VERDICTS,
} AjAnswerVerdict;

/* "new", "changed", "proposal", "unknown-person", "unclear", "same", "stale", "unknown-meeting"; and the same for people. */
const char *aj_answer_verdict_get_code (AjAnswerVerdict verdict);
const char *aj_answer_verdict_get_label (AjAnswerVerdict verdict);

/* What is done with something that only a person can decide. */
typedef enum
{
  AJ_ANSWER_DECISION_NOTE, /* of a proposal: it is noted, and decided another time; of what is unclear: left out */
  AJ_ANSWER_DECISION_ACCEPT,  /* the meeting moves */
  AJ_ANSWER_DECISION_DECLINE, /* the meeting stays */
  AJ_ANSWER_DECISION_YES,     /* this and the next two: what they meant */
  AJ_ANSWER_DECISION_NO,
  AJ_ANSWER_DECISION_MAYBE,
} AjAnswerDecision;

#define AJ_TYPE_ANSWER_ROW (aj_answer_row_get_type ())

/**
 * AjAnswerRow:
 *
 * One answer with its verdict. Belongs to the answers it came with.
 *
 * Signal "judged": its verdict, its reason, what can be chosen of it or whether it is stored is another.
 */
G_DECLARE_FINAL_TYPE (AjAnswerRow, aj_answer_row, AJ, ANSWER_ROW, GObject)

AjAnswerVerdict aj_answer_row_get_verdict (AjAnswerRow *self);
/* The file it came in. */
const char *aj_answer_row_get_file (AjAnswerRow *self);
/* Who answers: as they are called here, else as they call themselves, else their address. Never NULL. */
const char *aj_answer_row_get_who (AjAnswerRow *self);
/* (nullable): the address that the answer is from. */
const char *aj_answer_row_get_mail (AjAnswerRow *self);
/* (nullable): the meeting, and how it is called: "Expertteam Cyber, Thursday 12 March 2026, 10:00–12:00". */
const AjValues *aj_answer_row_get_meeting (AjAnswerRow *self);
const char *aj_answer_row_get_meeting_title (AjAnswerRow *self);
/* (nullable): the item of its agenda, of an answer to the appointment of who speaks about that. The meeting is then called
 * "“Phishing” at Expertteam Cyber, …". */
const AjValues *aj_answer_row_get_item (AjAnswerRow *self);
/* What they say: "yes", "sends Els Willems", "proposes Thursday 12 March 2026, 11:00–13:00". Never NULL. */
const char *aj_answer_row_get_text (AjAnswerRow *self);
/* (nullable): their remark, of one or more lines. */
const char *aj_answer_row_get_comment (AjAnswerRow *self);
/* (nullable): why it has its verdict, in whole sentences, one a line. */
const char *aj_answer_row_get_reason (AjAnswerRow *self);

/* Whether storing it would do anything, as it is decided now; and whether it is. */
gboolean aj_answer_row_can_be_wanted (AjAnswerRow *self);
gboolean aj_answer_row_get_wanted (AjAnswerRow *self);

G_END_DECLS
