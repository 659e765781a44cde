/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-known-answers.h"

#include "aj-invitation.h"
#include "aj-meeting.h"

typedef struct
{
  const char *person; /* (interned), so is the next */
  const char *meeting;
  const char *answer;
  gint64 sequence;
  gint64 stamp;
} Known;

void
sent_answer_free (SentAnswer *self)
{
  g_free (self->mail);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

KnownAnswers *
known_answers_new (void)
{
  KnownAnswers *self = g_new0 (KnownAnswers, 1);

  self->answers = g_array_new (FALSE, FALSE, sizeof (Known));
  return self;
}

KnownAnswers *
known_answers_copy (KnownAnswers *self)
{
  KnownAnswers *copy = known_answers_new ();

  if (self->answers->len > 0)
    g_array_append_vals (copy->answers, self->answers->data, self->answers->len);
  return copy;
}

void
known_answers_free (KnownAnswers *self)
{
  g_array_unref (self->answers);
  g_free (self);
}

/* (nullable) */
static Known *
find (KnownAnswers *self, const char *person, const char *meeting)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      Known *one = &g_array_index (self->answers, Known, i);

      if (g_str_equal (one->person, person) && g_str_equal (one->meeting, meeting))
        return one;
    }
  return NULL;
}

/* Whether somebody has that address at a meeting: theirs, or the one that they were invited at. */
static gboolean
has_address (PlainFacts *plain, const char *person, const SentAnswer *sent)
{
  const AjValues *attendance = plain_facts_get_attendance (plain, person, sent->meeting);
  const char *invited = attendance != NULL ? aj_values_get_text (attendance, "sent-mail") : NULL;
  g_autofree char *mail = plain_facts_dup_mail (plain, person);

  return (attendance != NULL || plain_facts_is_invited (plain, person, sent->meeting)) &&
         (g_str_equal (mail, sent->mail) ||
          (invited != NULL && g_ascii_strcasecmp (invited, sent->mail) == 0));
}

/* (nullable): whose answer it is. Of several with one address, the name tells. */
static const char *
find_person (PlainFacts *plain, const SentAnswer *sent)
{
  const char *owner = NULL, *named = NULL;
  guint n_owners = 0;

  for (guint i = 0; i < plain->people->len; i++)
    {
      const AjValues *one = plain->people->pdata[i];

      if (!has_address (plain, aj_values_get_id (one), sent))
        continue;
      n_owners++;
      owner = aj_values_get_id (one);
      if (g_str_equal (aj_values_get_text (one, "name"), sent->name))
        named = owner;
    }
  return n_owners > 1 ? named : owner;
}

void
known_answers_take (KnownAnswers *self, PlainFacts *plain, const SentAnswer *sent)
{
  const AjValues *meeting = plain_facts_get_meeting (plain, sent->meeting);
  const char *person = find_person (plain, sent);
  Known *known;

  if (g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) == 0 ||
      person == NULL || !plain_facts_is_invited (plain, person, sent->meeting) ||
      sent->sequence != aj_values_get_integer (meeting, "sequence"))
    return;
  known = find (self, person, sent->meeting);
  if (known == NULL)
    {
      Known none = { g_intern_string (person), g_intern_string (sent->meeting), NULL, -1, 0 };

      g_array_append_val (self->answers, none);
      known = find (self, person, sent->meeting);
    }
  if (known->sequence > sent->sequence ||
      (known->sequence == sent->sequence && known->stamp > sent->stamp))
    return;
  known->answer = sent->answer;
  known->sequence = sent->sequence;
  known->stamp = sent->stamp;
}

static void
check_one (const AjValues *meeting, const AjValues *attendance, const Known *known)
{
  g_assert_cmpstr (attendance != NULL ? aj_values_get_text (attendance, "answer") : NULL, ==,
                   known != NULL ? known->answer : NULL);
  if (known == NULL)
    return;
  g_assert_cmpint (aj_values_get_integer (attendance, "answer-sequence"), ==, known->sequence);
  g_assert_cmpint (aj_values_get_integer (attendance, "answer-stamp"), ==, known->stamp);
  g_assert_cmpint (aj_invitation_is_answered (meeting, attendance), ==,
                   known->sequence == aj_values_get_integer (meeting, "sequence"));
}

void
known_answers_check (KnownAnswers *self, PlainFacts *plain)
{
  for (guint j = 0; j < plain->meetings->len; j++)
    for (guint i = 0; i < plain->people->len; i++)
      {
        const char *person = aj_values_get_id (plain->people->pdata[i]);
        const char *meeting = aj_values_get_id (plain->meetings->pdata[j]);

        check_one (plain->meetings->pdata[j], plain_facts_get_attendance (plain, person, meeting),
                   find (self, person, meeting));
      }
}
