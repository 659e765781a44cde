/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-outbox.h"

/* Of which meeting, as they were written. */
typedef struct
{
  AjInvitations *invitations; /* (owned) */
  GArray *letters;            /* (owned) (element-type AjWrittenLetter): theirs */
} Draft;

struct _AjOutbox
{
  GObject parent_instance;

  GPtrArray *drafts; /* (owned) (element-type Draft): as they were written */
  GArray *noted;     /* (owned) (element-type AjWrittenLetter): in a commit under way */
};

G_DEFINE_FINAL_TYPE (AjOutbox, aj_outbox, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
draft_free (Draft *draft)
{
  aj_invitations_free (draft->invitations);
  g_array_unref (draft->letters);
  g_free (draft);
}

static const char *
get_meeting_id (const AjWrittenLetter *letter)
{
  return aj_values_get_id (
      aj_meeting_facts_get_meeting (aj_invitations_get_facts (letter->invitations)));
}

static const char *
get_item_id (const AjWrittenLetter *letter)
{
  return letter->to_speaker != NULL ? aj_values_get_id (letter->to_speaker->speaker->item) : NULL;
}

static gboolean
is_cancel (const AjWrittenLetter *letter)
{
  return (letter->to_speaker != NULL ? letter->to_speaker->letter.kind
                                     : letter->to_invitee->kind) == AJ_LETTER_CANCEL;
}

static const char *
get_mail (const AjWrittenLetter *letter)
{
  return letter->to_speaker != NULL ? letter->to_speaker->letter.mail : letter->to_invitee->mail;
}

/* Whether two letters are noted in one place: of one person at one meeting, or of one item. */
static gboolean
is_of_same (const AjWrittenLetter *a, const AjWrittenLetter *b)
{
  if (a->to_speaker != NULL || b->to_speaker != NULL)
    return g_strcmp0 (get_item_id (a), get_item_id (b)) == 0;
  return g_str_equal (get_meeting_id (a), get_meeting_id (b)) &&
         g_strcmp0 (aj_invitee_get_id (a->to_invitee->invitee),
                    aj_invitee_get_id (b->to_invitee->invitee)) == 0;
}

/* (nullable): the first of the same, that cancels or not. */
static const AjWrittenLetter *
find (AjOutbox *self, const AjWrittenLetter *letter, gboolean cancels)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      GArray *letters = ((Draft *) self->drafts->pdata[i])->letters;

      for (guint j = 0; j < letters->len; j++)
        {
          const AjWrittenLetter *one = &g_array_index (letters, AjWrittenLetter, j);

          if (is_cancel (one) == cancels && is_of_same (one, letter))
            return one;
        }
    }
  return NULL;
}

/* Whether the same person, or the one before, was owed another letter when this was written. */
static gboolean
is_of_pair (const AjWrittenLetter *letter)
{
  GArray *owed = letter->to_speaker != NULL
                     ? aj_speakers_get_owed (aj_invitations_get_speakers (letter->invitations))
                     : aj_invitations_get_owed (letter->invitations);

  for (guint i = 0; i < owed->len; i++)
    {
      const AjWrittenLetter other = {
        letter->invitations,
        letter->to_speaker == NULL ? &g_array_index (owed, AjOwedLetter, i) : NULL,
        letter->to_speaker != NULL ? &g_array_index (owed, AjSpeakerLetter, i) : NULL,
      };

      if (is_cancel (&other) != is_cancel (letter) && is_of_same (&other, letter))
        return TRUE;
    }
  return FALSE;
}

/* An invitation would hide that what it replaces is still to be cancelled elsewhere. */
static gboolean
can_be_noted (AjOutbox *self, const AjWrittenLetter *letter)
{
  if (!is_of_pair (letter) || (is_cancel (letter) && letter->to_speaker != NULL))
    return TRUE;
  return find (self, letter, !is_cancel (letter)) != NULL;
}

static void
remove_letter (AjOutbox *self, const AjWrittenLetter *letter)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];

      for (guint j = 0; j < draft->letters->len; j++)
        {
          const AjWrittenLetter *one = &g_array_index (draft->letters, AjWrittenLetter, j);

          if (one->to_invitee != letter->to_invitee || one->to_speaker != letter->to_speaker)
            continue;
          g_array_remove_index (draft->letters, j);
          return;
        }
    }
}

static void
add_letter (AjOutbox *self, Draft *draft, const AjWrittenLetter *letter)
{
  const AjWrittenLetter *before = find (self, letter, is_cancel (letter));

  if (before != NULL && !aj_invitation_is_same_mail (get_mail (before), get_mail (letter)))
    return;
  if (before != NULL)
    {
      AjWrittenLetter old = *before;

      remove_letter (self, &old);
    }
  g_array_append_vals (draft->letters, letter, 1);
}

static void
add_owed (AjOutbox *self, Draft *draft, const AjMeetingMailRequest *request)
{
  GArray *owed = aj_invitations_get_owed (draft->invitations);

  for (guint i = 0; i < owed->len; i++)
    {
      const AjOwedLetter *one = &g_array_index (owed, AjOwedLetter, i);
      const AjWrittenLetter letter = { draft->invitations, one, NULL };

      if (request == NULL || (request->item == NULL &&
                              g_str_equal (aj_meeting_mail_get_use (one->kind), request->use)))
        add_letter (self, draft, &letter);
    }
}

static void
add_owed_to_speakers (AjOutbox *self, Draft *draft, const AjMeetingMailRequest *request)
{
  GArray *owed = aj_speakers_get_owed (aj_invitations_get_speakers (draft->invitations));

  for (guint i = 0; i < owed->len; i++)
    {
      const AjSpeakerLetter *one = &g_array_index (owed, AjSpeakerLetter, i);
      const AjWrittenLetter letter = { draft->invitations, NULL, one };

      if (request == NULL ||
          (g_strcmp0 (get_item_id (&letter), request->item) == 0 &&
           g_str_equal (aj_meeting_mail_get_speaker_use (one->letter.kind), request->use)))
        add_letter (self, draft, &letter);
    }
}

/* Those of which no letter is left, and that no commit speaks of. */
static void
drop_empty (AjOutbox *self)
{
  for (guint i = 0; self->noted->len == 0 && i < self->drafts->len; i++)
    if (((Draft *) self->drafts->pdata[i])->letters->len == 0)
      g_ptr_array_remove_index (self->drafts, i--);
}

static void
add (AjOutbox *self, AjInvitations *invitations, const AjMeetingMailRequest *request)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->invitations = invitations;
  draft->letters = g_array_new (FALSE, FALSE, sizeof (AjWrittenLetter));
  g_ptr_array_add (self->drafts, draft);
  add_owed (self, draft, request);
  add_owed_to_speakers (self, draft, request);
  drop_empty (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
aj_outbox_add (AjOutbox *self, AjInvitations *invitations, const AjMeetingMailRequest *request)
{
  add (self, invitations, request);
}

void
aj_outbox_add_all (AjOutbox *self, AjInvitations *invitations)
{
  add (self, invitations, NULL);
}

/* What is noted of one item comes in the order in which it holds: first what is off. */
static void
append (GArray *letters, const AjWrittenLetter *letter)
{
  for (guint i = 0; i < letters->len; i++)
    if (g_array_index (letters, AjWrittenLetter, i).to_invitee == letter->to_invitee &&
        g_array_index (letters, AjWrittenLetter, i).to_speaker == letter->to_speaker)
      return;
  g_array_append_vals (letters, letter, 1);
}

/* (transfer full) (element-type AjWrittenLetter) */
static GArray *
list (AjOutbox *self, const char *meeting, const char *item)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (AjWrittenLetter));

  for (guint i = 0; i < self->drafts->len; i++)
    {
      GArray *all = ((Draft *) self->drafts->pdata[i])->letters;

      for (guint j = 0; j < all->len; j++)
        {
          const AjWrittenLetter *one = &g_array_index (all, AjWrittenLetter, j);

          if ((meeting != NULL && !g_str_equal (meeting, get_meeting_id (one))) ||
              (item != NULL && g_strcmp0 (item, get_item_id (one)) != 0) ||
              !can_be_noted (self, one))
            continue;
          if (!is_cancel (one) && is_of_pair (one))
            append (letters, find (self, one, TRUE));
          append (letters, one);
        }
    }
  return letters;
}

gboolean
aj_outbox_has (AjOutbox *self, const char *meeting, const char *item)
{
  g_autoptr (GArray) letters = list (self, meeting, item);

  return letters->len > 0;
}

gboolean
aj_outbox_has_any (AjOutbox *self, const char *meeting)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      GArray *letters = ((Draft *) self->drafts->pdata[i])->letters;

      if (letters->len > 0 &&
          (meeting == NULL ||
           g_str_equal (meeting, get_meeting_id (&g_array_index (letters, AjWrittenLetter, 0)))))
        return TRUE;
    }
  return FALSE;
}

gboolean
aj_outbox_is_noting (AjOutbox *self)
{
  return self->noted->len > 0;
}

AjEdit *
aj_outbox_note (AjOutbox *self, const char *meeting, const char *item, AjStore *store, gint64 stamp)
{
  g_autoptr (GArray) letters = list (self, meeting, item);

  if (letters->len == 0)
    return NULL;
  g_array_append_vals (self->noted, letters->data, letters->len);
  return aj_invitations_note_letters (letters, store, stamp);
}

void
aj_outbox_settle (AjOutbox *self, gboolean is_noted)
{
  for (guint i = 0; is_noted && i < self->noted->len; i++)
    remove_letter (self, &g_array_index (self->noted, AjWrittenLetter, i));
  g_array_set_size (self->noted, 0);
  drop_empty (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aj_outbox_finalize (GObject *object)
{
  AjOutbox *self = AJ_OUTBOX (object);

  g_ptr_array_unref (self->drafts);
  g_array_unref (self->noted);
  G_OBJECT_CLASS (aj_outbox_parent_class)->finalize (object);
}

static void
aj_outbox_class_init (AjOutboxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_outbox_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_OUTBOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_outbox_init (AjOutbox *self)
{
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  self->noted = g_array_new (FALSE, FALSE, sizeof (AjWrittenLetter));
}

AjOutbox *
aj_outbox_new (void)
{
  return g_object_new (AJ_TYPE_OUTBOX, NULL);
}
