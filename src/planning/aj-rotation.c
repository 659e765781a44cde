/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rotation.h"

#include <string.h>

#define NO_MEETING -1

/* One duty, dealt out in rounds: in each, a person has one turn at most. */
typedef struct
{
  const AjRotation *rotation;
  AjDuty duty;
  gboolean *can;        /* by meeting and person */
  int *who;             /* by meeting: who was chosen */
  guint *turns_ahead;   /* by person: what is taken, and not yet counted in a round */
  gboolean *has_turn;   /* by person: in this round */
  int *meeting_of_turn; /* by person: the one that was chosen, NO_MEETING for one that was taken */
  gboolean *is_tried;   /* by person, in this search */
} Dealing;

gboolean
aj_rotation_is_away (const AjRotation *self, const char *person, AjDate date)
{
  for (guint i = 0; i < self->n_absences; i++)
    if (g_strcmp0 (self->absences[i].person, person) == 0 &&
        aj_date_range_contains (&self->absences[i].days, date))
      return TRUE;
  return FALSE;
}

static gboolean
is_person (const AjRotation *self, guint person, const char *id)
{
  return g_strcmp0 (self->persons[person].id, id) == 0;
}

/* @who (nullable): of whom was chosen too, by meeting; AJ_DATE_NONE is before every day. */
static AjDate
find_last (const AjRotation *self, AjDuty duty, guint person, const int *who, int except)
{
  AjDate last = self->persons[person].last[duty];

  for (guint i = 0; i < self->n_meetings; i++)
    {
      const AjRotationMeeting *meeting = &self->meetings[i];

      if ((int) i != except && ((who != NULL && who[i] == (int) person) ||
                                is_person (self, person, meeting->taken[duty])))
        last = MAX (last, meeting->date);
    }
  return last;
}

static int
compare_persons (const AjRotation *self, guint a, guint b)
{
  const AjRotationPerson *first = &self->persons[a];
  const AjRotationPerson *second = &self->persons[b];
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static gboolean
can_be_asked (const AjRotation *self, guint meeting, guint person)
{
  return aj_date_range_contains (&self->persons[person].days, self->meetings[meeting].date);
}

static gboolean
is_there (const AjRotation *self, guint meeting, guint person)
{
  return can_be_asked (self, meeting, person) &&
         !aj_rotation_is_away (self, self->persons[person].id, self->meetings[meeting].date);
}

/* Who could do it at each meeting. @others: by meeting, the id of who does the other duty (NULL: nobody yet). */
static gboolean *
list_who_can (const AjRotation *self, const char *const *others)
{
  gboolean *can = g_new0 (gboolean, self->n_meetings * self->n_persons + 1);

  for (guint i = 0; i < self->n_meetings; i++)
    {
      gboolean *row = can + i * self->n_persons;
      int other = AJ_ROTATION_NO_PERSON;
      guint n_others = 0;

      for (guint j = 0; j < self->n_persons; j++)
        {
          row[j] = is_there (self, i, j);
          if (row[j] && is_person (self, j, others[i]))
            other = (int) j;
          else if (row[j])
            n_others++;
        }
      if (other >= 0 && n_others > 0)
        row[other] = FALSE;
    }
  return can;
}

/* Who did it longer ago; of those who have a turn already, who has it last, so that what was dealt first stays. */
static gboolean
comes_before (const Dealing *self, guint a, guint b)
{
  AjDate first, second;

  if (self->has_turn[a] != self->has_turn[b])
    return !self->has_turn[a];
  first = find_last (self->rotation, self->duty, a, self->who, NO_MEETING);
  second = find_last (self->rotation, self->duty, b, self->who, NO_MEETING);
  if (first != second)
    return (first < second) != self->has_turn[a];
  return compare_persons (self->rotation, a, b) < 0;
}

static int
find_next_untried (const Dealing *self, guint meeting)
{
  int next = AJ_ROTATION_NO_PERSON;

  for (guint i = 0; i < self->rotation->n_persons; i++)
    if (self->can[meeting * self->rotation->n_persons + i] && !self->is_tried[i] &&
        (next < 0 || comes_before (self, i, (guint) next)))
      next = (int) i;
  return next;
}

/* Somebody for @meeting who has no turn yet in this round; or who has one at a meeting for which there is somebody else
 * (an augmenting path). */
static gboolean
place (Dealing *self, guint meeting)
{
  int person;

  while ((person = find_next_untried (self, meeting)) >= 0)
    {
      self->is_tried[person] = TRUE;
      if (self->has_turn[person] && (self->meeting_of_turn[person] == NO_MEETING ||
                                     !place (self, (guint) self->meeting_of_turn[person])))
        continue;
      self->has_turn[person] = TRUE;
      self->meeting_of_turn[person] = (int) meeting;
      self->who[meeting] = person;
      return TRUE;
    }
  return FALSE;
}

static void
begin_round (Dealing *self)
{
  for (guint i = 0; i < self->rotation->n_persons; i++)
    {
      self->has_turn[i] = self->turns_ahead[i] > 0;
      self->meeting_of_turn[i] = NO_MEETING;
      if (self->has_turn[i])
        self->turns_ahead[i]--;
    }
}

static void
find_somebody (Dealing *self, guint meeting)
{
  for (;;)
    {
      memset (self->is_tried, 0, self->rotation->n_persons * sizeof (gboolean));
      if (place (self, meeting))
        return;
      begin_round (self);
    }
}

static AjRotationVerdict
judge (const AjRotation *self, AjDuty duty, guint meeting, const gboolean *can)
{
  gboolean is_anybody = FALSE;

  if (self->meetings[meeting].taken[duty] != NULL)
    return AJ_ROTATION_TAKEN;
  if (!self->meetings[meeting].is_open)
    return AJ_ROTATION_CLOSED;
  for (guint i = 0; i < self->n_persons; i++)
    {
      if (can[meeting * self->n_persons + i])
        return AJ_ROTATION_PROPOSED;
      is_anybody |= can_be_asked (self, meeting, i);
    }
  return is_anybody ? AJ_ROTATION_ALL_AWAY : AJ_ROTATION_NOBODY;
}

static void
count_taken (Dealing *self)
{
  const AjRotation *rotation = self->rotation;

  for (guint i = 0; i < rotation->n_meetings; i++)
    for (guint j = 0; j < rotation->n_persons; j++)
      if (is_person (rotation, j, rotation->meetings[i].taken[self->duty]))
        self->turns_ahead[j]++;
}

/* @others is as in list_who_can(). */
static void
deal (const AjRotation *self,
      AjDuty duty,
      const char *const *others,
      AjRotationProposal (*proposals)[AJ_N_DUTIES])
{
  g_autofree gboolean *can = list_who_can (self, others);
  g_autofree int *who = g_new (int, self->n_meetings + 1);
  g_autofree guint *turns_ahead = g_new0 (guint, self->n_persons + 1);
  g_autofree gboolean *has_turn = g_new0 (gboolean, self->n_persons + 1);
  g_autofree int *meeting_of_turn = g_new (int, self->n_persons + 1);
  g_autofree gboolean *is_tried = g_new0 (gboolean, self->n_persons + 1);
  Dealing dealing = {
    self, duty, can, who, turns_ahead, has_turn, meeting_of_turn, is_tried,
  };

  for (guint i = 0; i < self->n_meetings; i++)
    who[i] = AJ_ROTATION_NO_PERSON;
  count_taken (&dealing);
  begin_round (&dealing);
  for (guint i = 0; i < self->n_meetings; i++)
    {
      proposals[i][duty].verdict = judge (self, duty, i, can);
      if (proposals[i][duty].verdict == AJ_ROTATION_PROPOSED)
        find_somebody (&dealing, i);
    }
  for (guint i = 0; i < self->n_meetings; i++)
    proposals[i][duty].person = who[i];
}

void
aj_rotation_propose (const AjRotation *self, AjRotationProposal (*proposals)[AJ_N_DUTIES])
{
  g_autofree const char **others = g_new0 (const char *, self->n_meetings + 1);

  for (guint i = 0; i < self->n_meetings; i++)
    others[i] = self->meetings[i].taken[AJ_DUTY_HOST];
  deal (self, AJ_DUTY_CHAIR, others, proposals);
  for (guint i = 0; i < self->n_meetings; i++)
    {
      int chair = proposals[i][AJ_DUTY_CHAIR].person;

      others[i] = chair >= 0 ? self->persons[chair].id : self->meetings[i].taken[AJ_DUTY_CHAIR];
    }
  deal (self, AJ_DUTY_HOST, others, proposals);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AjRotationRank *first = a;
  const AjRotationRank *second = b;

  if (first->is_away != second->is_away)
    return first->is_away ? 1 : -1;
  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;
  return compare_persons (user_data, first->person, second->person);
}

guint
aj_rotation_rank (const AjRotation *self, guint meeting, AjDuty duty, AjRotationRank *ranks)
{
  guint n = 0;

  for (guint i = 0; i < self->n_persons; i++)
    if (can_be_asked (self, meeting, i))
      ranks[n++] = (AjRotationRank){ i, find_last (self, duty, i, NULL, (int) meeting),
                                     !is_there (self, meeting, i) };
  g_qsort_with_data (ranks, (int) n, sizeof *ranks, compare_ranks, (gpointer) self);
  return n;
}

static gboolean
would_be_away (const AjRotation *self, const char *person, guint meeting)
{
  return person != NULL && aj_rotation_is_away (self, person, self->meetings[meeting].date);
}

AjSwapVerdict
aj_rotation_check_swap (const AjRotation *self, AjDuty duty, guint first, guint second)
{
  const char *of_first = self->meetings[first].taken[duty];
  const char *of_second = self->meetings[second].taken[duty];

  if (g_strcmp0 (of_first, of_second) == 0)
    return AJ_SWAP_NOTHING;
  if (!self->meetings[first].is_open || !self->meetings[second].is_open)
    return AJ_SWAP_CLOSED;
  if (would_be_away (self, of_first, second))
    return AJ_SWAP_FIRST_AWAY;
  return would_be_away (self, of_second, first) ? AJ_SWAP_SECOND_AWAY : AJ_SWAP_FINE;
}
