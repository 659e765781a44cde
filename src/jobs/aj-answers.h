/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-answer-row.h"
#include "aj-edit.h"

G_BEGIN_DECLS

#define AJ_TYPE_ANSWERS (aj_answers_get_type ())

/* How many answers are taken in at once at most. */
#define AJ_ANSWERS_MAX 500

/**
 * AjAnswers:
 *
 * The preview of answers to invitations: a GListModel of AjAnswerRow, first what somebody should decide. Each is compared with
 * what is stored when it was loaded. Nothing is stored before it is accepted; then everything is, as one edit.
 *
 * A meeting is found by its calendar identity (UID); of one in a series, also by when it was to begin. Who answers is found
 * among those who are invited by the mail address: theirs, the one that the invitation went to, or one that a line of
 * their notes names as theirs ("Mail: …"). An answer to an older version of the meeting is stale, and so is one from before the answer that is here (RFC 5546,
 * 2.1.5); of several from one person the newest counts.
 *
 * An answer to the appointment of who speaks about an item (aj-appointment.h) is found by the id of that item, and is theirs
 * when it is from the address that the appointment went to, or from another of theirs; else somebody is to say so.
 *
 * Signal "changed": the numbers are others, because somebody left a row out or decided something.
 */
G_DECLARE_FINAL_TYPE (AjAnswers, aj_answers, AJ, ANSWERS, GObject)

/* Reads @paths (NULL-terminated), calendars and saved mails, and compares them. What of them cannot be read is a problem, and
 * none of the others. Waits. */
AjAnswers *aj_answers_load (AjStore *store, const char *const *paths, GError **error);
/* The same without waiting. */
void aj_answers_load_async (AjStore *store,
                            const char *const *paths,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AjAnswers *aj_answers_load_finish (AjStore *store, GAsyncResult *result, GError **error);

/* (element-type utf8) (transfer none): what could not be read, each a sentence that names the file. */
GPtrArray *aj_answers_get_problems (AjAnswers *self);
guint aj_answers_count (AjAnswers *self, AjAnswerVerdict verdict);
guint aj_answers_count_wanted (AjAnswers *self);
/* (transfer full): "3 new, 1 changed, 1 to decide, 2 the same": without what there is none of. */
char *aj_answers_dup_sum (AjAnswers *self);
/* (transfer full) (nullable): the same of only those that are stored and decided, or of only the others; NULL for none. */
char *aj_answers_dup_part_sum (AjAnswers *self, gboolean stored);

/* Leaves a row out, or takes it along again. */
void aj_answers_set_wanted (AjAnswers *self, AjAnswerRow *row, gboolean wanted);

/* (transfer full) (nullable): for a row from somebody unknown, who it may be: NULL-terminated names of those who are invited,
 * the last being to add them as a guest. NULL for other rows. */
GStrv aj_answers_list_people (AjAnswers *self, AjAnswerRow *row);
/* Which of those it is; -1, as at first, is nobody: it is left out. That the address is theirs is noted when it is stored, so
 * that it need be said only once. */
void aj_answers_set_person (AjAnswers *self, AjAnswerRow *row, int index);
int aj_answers_get_person (AjAnswers *self, AjAnswerRow *row);
/* The same for who is there by that id; FALSE when they are not invited, or hold no appointment that it is to. */
gboolean aj_answers_set_person_id (AjAnswers *self, AjAnswerRow *row, const char *person_id);
/* Takes who is unknown along as a guest. */
void aj_answers_set_guest (AjAnswers *self, AjAnswerRow *row);

/* (element-type AjAnswerDecision) (transfer full) (nullable): what can be decided of a row, the first being how it is at
 * first; NULL when there is nothing to decide. */
GArray *aj_answers_list_decisions (AjAnswers *self, AjAnswerRow *row);
/* The word for one of them: "Move the Meeting". */
const char *aj_answer_decision_get_label (AjAnswerDecision decision, AjAnswerVerdict verdict);
/* Of one meeting, one proposal can be accepted: the others go back to being noted. */
void aj_answers_set_decision (AjAnswers *self, AjAnswerRow *row, AjAnswerDecision decision);
AjAnswerDecision aj_answers_get_decision (AjAnswers *self, AjAnswerRow *row);

/* (transfer full): the edit that stores what is wanted, to be committed. */
AjEdit *aj_answers_make_edit (AjAnswers *self);

/* A proposal of another time that was declined: whoever made it is still to be told, by mail, for their calendar is not. */
typedef struct
{
  const char *meeting;    /* ids */
  const char *attendance; /* of whoever proposed it */
  AjWallTime start;       /* when it would begin */
} AjDeclinedProposal;

/* (element-type AjDeclinedProposal) (transfer full): those in the edit that was made last; of @self. */
GArray *aj_answers_list_declined (AjAnswers *self);

G_END_DECLS
