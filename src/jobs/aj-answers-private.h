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
 * for what could not be read. Nothing more is read once @cancellable (nullable) is cancelled. Waits, and touches no store. */
GPtrArray *
aj_answer_files_read (const char *const *paths, GPtrArray *problems, GCancellable *cancellable);

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
  AjMeetingFacts *facts; /* (owned) (nullable) */
  AjValues *item;        /* (owned) (nullable): it is to the appointment of who speaks about it */
  gint64 noted_at; /* when the briefing of that was noted, as far as it was after the answer */
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
/* (nullable): whose calendar holds the appointment, of an answer to one. */
const AjValues *aj_answer_row_get_holder (AjAnswerRow *self);
/* (transfer full): what such an answer is to; @meeting: how the meeting is called. */
char *aj_answer_row_describe_item (AjAnswerRow *self, const char *meeting);
/* Whether it is to that appointment, and not to one of a series that is not here. */
gboolean aj_answer_row_is_this_appointment (AjAnswerRow *self);
/* One sentence more about why it has its verdict. */
void aj_answer_row_add_reason (AjAnswerRow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Whether storing that would change @values but for when they answered. */
gboolean aj_answer_row_changes (AjAnswerRow *self, const AjValues *values);

struct _AjAnswers
{
  GObject parent_instance;
  AjStore *store;       /* (owned) */
  GPtrArray *rows;      /* (owned) (element-type AjAnswerRow) */
  GPtrArray *problems;  /* (owned) (element-type utf8) */
  GHashTable *meetings; /* (owned) (element-type utf8 AjMeetingFacts): by UID */
  guint n_asked;        /* of the queries for what they are to */
  GPtrArray *ids;       /* (owned) (element-type utf8): of the meetings that answers are to */
  GHashTable
      *items; /* (owned) (element-type utf8 AjValues): of agendas, by id, which is their UID */
  GHashTable *
      people; /* (owned) (element-type utf8 AjValues): who has an address; NULL of one that is looked for */
};

/* Whether an address is somebody's, or stands in their notes. */
gboolean aj_answers_has_address (const AjValues *person, const char *address);
/* (nullable): the id of the meeting on whose agenda an item stands, else of the one that its speaker was sent. */
const char *aj_answers_get_meeting_of_item (const AjValues *item);
/* Finds for each row who answers. What is asked of the network after that: addresses that nobody who is invited has. */
void aj_answers_match (AjAnswers *self);
/* Gives every row its verdict. */
void aj_answers_judge (AjAnswers *self);
/* The verdict on an answer to an appointment; @has_newer: another of theirs, to the same, takes its place. */
AjAnswerVerdict aj_answers_judge_speaker (AjAnswerRow *row, gboolean has_newer);
/* Stores such an answer. */
void aj_answers_take_speaker (AjEdit *edit, AjAnswerRow *row);
/* Adds a line to the notes of @person; that an address is theirs, in the line that aj_answers_has_address() knows. */
void aj_answers_add_line (AjValues *person, const char *line);
void aj_answers_add_address (AjValues *person, const char *address);

G_END_DECLS
