/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-answers.h"
#include "aj-calendar-answer.h"
#include "aj-meeting-facts.h"

G_BEGIN_DECLS

/* An answer as it stood in a file. */
typedef struct
{
  char *file;                     /* (owned) */
  char *sender_mail;              /* (owned) (nullable): of the mail it stood in */
  char *sender_name;              /* (owned) (nullable) */
  const AjCalendarAnswer *answer; /* in @calendar */
  GPtrArray *calendar;            /* (owned) (element-type AjCalendarAnswer) */
} AjFoundAnswer;

void aj_found_answer_free (AjFoundAnswer *self);
/* (element-type AjFoundAnswer) (transfer full): all in the files, each once; @problems (element-type utf8) receives a sentence
 * for what could not be read. Waits, and touches no store. */
GPtrArray *aj_answer_files_read (const char *const *paths, GPtrArray *problems);

/* What a person did about whether a row is stored. */
typedef enum
{
  AJ_ANSWER_LEFT_ALONE,
  AJ_ANSWER_TAKEN,
  AJ_ANSWER_LEFT_OUT,
} AjAnswerWish;

struct _AjAnswerRow
{
  GObject parent_instance;
  AjFoundAnswer *found; /* (owned) */
  guint order;          /* in which it came */

  /* Whom and what it is about. */
  AjMeetingFacts *facts;    /* (owned) (nullable) */
  const AjInvitee *invitee; /* (nullable): who answers; of the facts */
  GArray *
      candidates; /* (owned) (nullable) (element-type const AjInvitee *): of a stranger, who it may be */
  gboolean is_ambiguous; /* several of those have the address */
  AjValues *known;       /* (owned) (nullable): who else in the network has the address */

  /* What a person said of it. */
  int person; /* which of the candidates the stranger is, their number for a guest, -1 for nobody */
  AjAnswerDecision decision;
  AjAnswerWish wish;
  char *attendance; /* (owned) (nullable): id of what it is stored with, once the edit is made */

  AjAnswerVerdict verdict;
  gboolean is_doubtful; /* it is stored only when somebody says so */
  gboolean is_repeated; /* it says what is here already, later: only that moment is stored */
  char *who;            /* (owned) */
  char *meeting_title;  /* (owned) (nullable) */
  char *text;           /* (owned) */
  char *reason;         /* (owned) (nullable) */
};

/* @found is taken. */
AjAnswerRow *aj_answer_row_new (AjFoundAnswer *found);
/* The address that answers, in small letters: of the answer, else of the mail; (nullable). */
const char *aj_answer_row_get_address (AjAnswerRow *self);
/* The name that goes with it; (nullable). */
const char *aj_answer_row_get_own_name (AjAnswerRow *self);
/* Whether the address is of nobody who is invited, or of several; and whether somebody said to invite them. */
gboolean aj_answer_row_is_stranger (AjAnswerRow *self);
gboolean aj_answer_row_is_guest (AjAnswerRow *self);
/* Whether it proposes a time at which the meeting is not. */
gboolean aj_answer_row_get_proposal (AjAnswerRow *self, AjWallTime *start, AjWallTime *end);
/* The answer as the field has it; NULL when they say nothing, and nobody said what they meant. */
const char *aj_answer_row_get_answer (AjAnswerRow *self);
/* Fills @values, an attendance, with what is stored of it. */
void aj_answer_row_fill (AjAnswerRow *self, AjValues *values);
/* Whether storing that would change @values but for when they answered. */
gboolean aj_answer_row_changes (AjAnswerRow *self, const AjValues *values);

struct _AjAnswers
{
  GObject parent_instance;
  AjStore *store;       /* (owned) */
  GPtrArray *rows;      /* (owned) (element-type AjAnswerRow) */
  GPtrArray *problems;  /* (owned) (element-type utf8) */
  GHashTable *meetings; /* (owned) (element-type utf8 AjMeetingFacts): by UID */
  GHashTable *
      people; /* (owned) (element-type utf8 AjValues): who has an address; NULL of one that is looked for */
};

/* Whether an address is somebody's, or stands in their notes. */
gboolean aj_answers_has_address (const AjValues *person, const char *address);
/* Finds for each row who answers. What is asked of the network after that: addresses that nobody who is invited has. */
void aj_answers_match (AjAnswers *self);
/* Gives every row its verdict. */
void aj_answers_judge (AjAnswers *self);

G_END_DECLS
