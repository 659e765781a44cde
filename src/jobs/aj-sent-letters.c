/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-sent-letters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-arrival.h"
#include "aj-attendance.h"
#include "aj-calendar-reading.h"
#include "aj-calendar-text.h"
#include "aj-error.h"
#include "aj-invitations-private.h"
#include "aj-meeting.h"

/* An appointment is at most so many versions ahead of what was sent: a cancellation, and an invitation after it. */
#define MAX_AHEAD 2

struct _AjSentLetters
{
  AjStore *store;       /* (owned) */
  AjGroupBook *book;    /* (owned) (nullable): once a meeting was read */
  GHashTable *meetings; /* (owned) (element-type utf8 AjInvitations): by id */
  GPtrArray *letters;   /* (owned) (element-type Letter) */
};

/* A letter with what only the note needs. */
typedef struct
{
  AjSentLetter shown;
  char *file; /* (owned): these two are those that are shown */
  char *mail;
  AjInvitations *invitations; /* (borrowed) */
  const AjInvitee
      *invitee; /* (borrowed) (nullable): whom it went to: one of the two, or a stranger */
  const AjSpeaker *speaker; /* (borrowed) (nullable) */
  gboolean is_to_them; /* the mail is to them; a calendar by itself names all who are invited */
  gint64 stamp, start, end;
  char *place; /* (owned) (nullable) */
  char *link;  /* (owned) (nullable) */
} Letter;

static void
letter_free (gpointer data)
{
  Letter *self = data;

  g_free (self->file);
  g_free (self->mail);
  g_free (self->place);
  g_free (self->link);
  g_free (self);
}

void
aj_sent_letters_free (AjSentLetters *self)
{
  g_ptr_array_unref (self->letters);
  g_hash_table_unref (self->meetings);
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_object_unref (self->store);
  g_free (self);
}

/* (transfer full) (nullable): the only record of @type with that text; NULL without an error when there is none. */
static AjRecord *
find_record (AjSentLetters *self,
             const AjRecordType *type,
             const char *field,
             const char *text,
             GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GPtrArray) found = NULL;

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  found = aj_store_fetch (self->store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* (transfer none) */
static AjInvitations *
load_meeting (AjSentLetters *self, const char *id, GError **error)
{
  AjInvitations *invitations = g_hash_table_lookup (self->meetings, id);
  g_autoptr (AjMeetingFacts) facts = NULL;

  if (invitations != NULL)
    return invitations;
  if (self->book == NULL)
    self->book = aj_group_book_load (self->store, error);
  facts = self->book != NULL ? aj_meeting_facts_load (self->store, self->book, id, error) : NULL;
  if (facts == NULL)
    return NULL;
  invitations = aj_invitations_new (facts);
  g_hash_table_insert (self->meetings, g_strdup (id), invitations);
  return invitations;
}

/* The meeting that has that UID, or on whose agenda the item stands that has. NULL without an error for neither. */
static AjInvitations *
find_meeting (AjSentLetters *self, const char *uid, const AjSpeaker **speaker, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AjRecord) meeting = find_record (self, &aj_meeting_record_type, "uid", uid, &failure);
  g_autoptr (AjRecord) item = NULL;
  const char *id = meeting != NULL ? aj_record_get_id (meeting) : NULL;
  AjInvitations *invitations;

  if (meeting == NULL && failure == NULL)
    item = find_record (self, &aj_agenda_item_record_type, "id", uid, &failure);
  if (item != NULL)
    id = aj_values_is_empty (aj_record_get_values (item), "meeting")
             ? aj_record_get_text (item, "sent-meeting")
             : aj_record_get_text (item, "meeting");
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  invitations = id != NULL ? load_meeting (self, id, error) : NULL;
  if (invitations != NULL && item != NULL)
    *speaker = aj_speakers_find (aj_invitations_get_speakers (invitations), uid);
  return item == NULL || *speaker != NULL ? invitations : NULL;
}

static gboolean
has_been_sent_to (const AjValues *values, const char *mail)
{
  return values != NULL && !aj_values_is_empty (values, "sent-method") &&
         aj_invitation_is_same_mail (aj_values_get_text (values, "sent-mail"), mail);
}

static Letter *
add_letter (AjSentLetters *self,
            const AjArrival *arrival,
            AjInvitations *invitations,
            const AjCalendarEntry *entry,
            const char *mail,
            AjLetterKind kind)
{
  Letter *letter = g_new0 (Letter, 1);

  letter->file = g_strdup (arrival->name);
  letter->mail = g_strdup (mail);
  letter->invitations = invitations;
  letter->stamp = entry->stamp;
  letter->start = entry->start;
  letter->end = entry->end;
  letter->place = g_strdup (entry->location);
  letter->link = g_strdup (entry->url);
  letter->shown = (AjSentLetter){ .file = letter->file,
                                  .facts = aj_invitations_get_facts (invitations),
                                  .kind = kind,
                                  .mail = letter->mail,
                                  .sequence = entry->sequence,
                                  .verdict = AJ_SENT_VERDICT_STRANGER };
  g_ptr_array_add (self->letters, letter);
  return letter;
}

/* Who has the address and is invited, of a mailbox that is shared each of them; else who was written to there before. */
static void
add_to_invitees (AjSentLetters *self,
                 const Letter *model,
                 const AjArrival *arrival,
                 const AjCalendarEntry *entry)
{
  GArray *invitees = aj_meeting_facts_get_invitees (model->shown.facts);
  gboolean is_cancel = model->shown.kind == AJ_LETTER_CANCEL;
  guint n_found = 0;

  for (guint round = is_cancel ? 1 : 0; round < 2 && n_found == 0; round++)
    for (guint i = 0; i < invitees->len; i++)
      {
        const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);
        Letter *letter;

        if (round == 0
                ? !invitee->is_invited ||
                      !aj_invitation_is_same_mail (aj_invitee_get_mail (invitee), model->mail)
                : !has_been_sent_to (invitee->attendance, model->mail))
          continue;
        letter = add_letter (self, arrival, model->invitations, entry, model->mail,
                             model->shown.kind);
        letter->is_to_them = model->is_to_them;
        letter->invitee = invitee;
        letter->shown.name = aj_invitee_get_name (invitee);
        n_found++;
      }
  if (n_found == 0)
    add_letter (self, arrival, model->invitations, entry, model->mail, model->shown.kind);
}

static void
add_to_speaker (AjSentLetters *self,
                const Letter *model,
                const AjArrival *arrival,
                const AjCalendarEntry *entry,
                const AjSpeaker *speaker)
{
  gboolean is_cancel = model->shown.kind == AJ_LETTER_CANCEL;
  const AjValues *person = is_cancel ? speaker->holder : speaker->person;
  Letter *letter = add_letter (self, arrival, model->invitations, entry, model->mail,
                               model->shown.kind);

  letter->is_to_them = TRUE;
  letter->shown.item = speaker->item;
  if (is_cancel ? !has_been_sent_to (speaker->item, model->mail)
                : !aj_invitation_is_same_mail (speaker->appointment.mail, model->mail))
    return;
  letter->speaker = speaker;
  letter->shown.name = person != NULL ? aj_values_get_text (person, "name") : NULL;
}

/* (nullable): what is known of whom it went to. */
static const AjValues *
get_known (const Letter *self)
{
  if (self->speaker != NULL)
    return self->speaker->item;
  return self->invitee != NULL ? self->invitee->attendance : NULL;
}

/* A version that never was here is in a file of somebody else's. */
static gboolean
is_version_here (const AjCalendarEntry *entry, AjInvitations *invitations, const AjSpeaker *speaker)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (aj_invitations_get_facts (invitations));
  GArray *invitees = aj_meeting_facts_get_invitees (aj_invitations_get_facts (invitations));
  gint64 newest = aj_values_get_integer (meeting, "sequence");

  if (speaker != NULL)
    return entry->sequence <=
           (aj_values_is_empty (speaker->item, "sent-sequence")
                ? 0
                : aj_values_get_integer (speaker->item, "sent-sequence") + MAX_AHEAD);
  for (guint i = 0; i < invitees->len; i++)
    newest = MAX (newest,
                  aj_invitation_get_sequence (meeting,
                                              g_array_index (invitees, AjInvitee, i).attendance));
  return entry->sequence <= newest;
}

static gboolean
fail (const AjArrival *arrival, const char *sentence, GError **error)
{
  /* Translators: the name of a file, and a whole sentence about it. */
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID, _ ("%s: %s"), arrival->name, sentence);
  return FALSE;
}

static gboolean
is_recipient (const AjArrivedCalendar *calendar, const char *mail)
{
  return calendar->recipients == NULL || calendar->recipients[0] == NULL ||
         g_strv_contains ((const char *const *) calendar->recipients, mail);
}

static gboolean
take_entry (AjSentLetters *self,
            const AjArrival *arrival,
            const AjArrivedCalendar *calendar,
            const AjCalendarEntry *entry,
            AjLetterKind kind,
            GError **error)
{
  const AjSpeaker *speaker = NULL;
  g_autoptr (GError) failure = NULL;
  AjInvitations *invitations = find_meeting (self, entry->uid, &speaker, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (invitations == NULL)
    return fail (arrival, _ ("It is about no meeting that is here."), error);
  if (!is_version_here (entry, invitations, speaker))
    return fail (arrival, _ ("It tells of a version of the meeting that never was here."), error);
  for (guint i = 0; entry->attendees[i] != NULL; i++)
    {
      Letter model = { .mail = entry->attendees[i], .invitations = invitations };

      if (!is_recipient (calendar, entry->attendees[i]))
        continue;
      model.shown.facts = aj_invitations_get_facts (invitations);
      model.shown.kind = kind;
      model.is_to_them = calendar->recipients != NULL || kind == AJ_LETTER_CANCEL;
      if (speaker != NULL)
        add_to_speaker (self, &model, arrival, entry, speaker);
      else
        add_to_invitees (self, &model, arrival, entry);
    }
  return TRUE;
}

static gboolean
take_calendar (AjSentLetters *self,
               const AjArrival *arrival,
               const AjArrivedCalendar *calendar,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AjCalendarReading) reading = aj_calendar_reading_new (calendar->text,
                                                                   strlen (calendar->text),
                                                                   &failure);
  gboolean is_cancel;

  if (reading == NULL)
    return fail (arrival, failure->message, error);
  is_cancel = reading->method != NULL && g_ascii_strcasecmp (reading->method, "CANCEL") == 0;
  if (reading->entries->len == 0 ||
      (!is_cancel &&
       (reading->method == NULL || g_ascii_strcasecmp (reading->method, "REQUEST") != 0)))
    return fail (arrival, _ ("It is no invitation and no cancellation."), error);
  for (guint i = 0; i < reading->entries->len; i++)
    if (!take_entry (self, arrival, calendar, reading->entries->pdata[i],
                     is_cancel ? AJ_LETTER_CANCEL : AJ_LETTER_REQUEST, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_file (AjSentLetters *self, const char *path, GError **error)
{
  g_autoptr (AjArrival) arrival = aj_arrival_read_file (path, error);

  for (guint i = 0; arrival != NULL && i < arrival->calendars->len; i++)
    if (!take_calendar (self, arrival, arrival->calendars->pdata[i], error))
      return FALSE;
  return arrival != NULL;
}

static gint64
get_sent_at (const Letter *self, const AjValues *known)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (self->shown.facts);
  AjWallTime sent;
  gint64 moment = G_MININT64;

  if (!aj_values_get_wall_time (known, "sent-at", &sent) ||
      !aj_wall_time_to_unix (&sent, aj_values_get_text (meeting, "zone"), &moment))
    return G_MININT64;
  return moment;
}

/* By what was noted of them alone; when they were sent something is kept to the minute. */
static AjSentVerdict
compare_with_known (const Letter *self)
{
  const AjValues *known = get_known (self);
  gboolean is_cancel = self->shown.kind == AJ_LETTER_CANCEL;
  gboolean is_same;
  gint64 sent;

  if (known == NULL || aj_values_is_empty (known, "sent-method"))
    return AJ_SENT_VERDICT_NEW;
  sent = aj_values_get_integer (known, "sent-sequence");
  is_same = sent == self->shown.sequence &&
            is_cancel ==
                (g_strcmp0 (aj_values_get_text (known, "sent-method"), AJ_SENT_CANCEL) == 0) &&
            has_been_sent_to (known, self->mail);
  if (is_same && !self->is_to_them)
    return AJ_SENT_VERDICT_KNOWN;
  if (self->shown.sequence > sent ||
      (self->shown.sequence == sent && self->stamp / 60 > get_sent_at (self, known) / 60))
    return AJ_SENT_VERDICT_NEW;
  return is_same ? AJ_SENT_VERDICT_KNOWN : AJ_SENT_VERDICT_OLD;
}

static gboolean
is_of_same (const Letter *a, const Letter *b)
{
  return a->invitations == b->invitations && a->invitee == b->invitee && a->speaker == b->speaker;
}

static gboolean
is_newer (const Letter *self, const Letter *other)
{
  return self->shown.sequence != other->shown.sequence
             ? self->shown.sequence > other->shown.sequence
             : self->stamp > other->stamp;
}

/* (nullable): another letter to the same person, of the other kind. */
static const Letter *
find_other_kind (AjSentLetters *self, const Letter *letter)
{
  for (guint i = 0; i < self->letters->len; i++)
    {
      const Letter *other = self->letters->pdata[i];

      if (is_of_same (other, letter) &&
          (other->shown.kind == AJ_LETTER_CANCEL) != (letter->shown.kind == AJ_LETTER_CANCEL))
        return other;
    }
  return NULL;
}

/* Of one who is written to at another address, an invitation would hide that what it replaces is still to be cancelled; and the
 * cancellation, that they are to come. */
static gboolean
is_half (AjSentLetters *self, const Letter *letter)
{
  const AjValues *known = get_known (letter);
  const AjValues *meeting = aj_meeting_facts_get_meeting (letter->shown.facts);
  gboolean is_held = known != NULL &&
                     g_strcmp0 (aj_values_get_text (known, "sent-method"), AJ_SENT_REQUEST) == 0;

  if (find_other_kind (self, letter) != NULL)
    return FALSE;
  if (letter->shown.kind != AJ_LETTER_CANCEL)
    return is_held && !has_been_sent_to (known, letter->mail);
  return letter->invitee != NULL &&
         aj_invitation_is_expected (meeting, known, letter->invitee->is_invited) &&
         aj_invitee_get_mail (letter->invitee) != NULL &&
         !aj_invitation_is_same_mail (aj_invitee_get_mail (letter->invitee), letter->mail);
}

static void
judge (AjSentLetters *self, Letter *letter)
{
  if (letter->invitee == NULL && letter->speaker == NULL)
    return;
  letter->shown.verdict = compare_with_known (letter);
  if (letter->shown.verdict == AJ_SENT_VERDICT_NEW && is_half (self, letter))
    letter->shown.verdict = AJ_SENT_VERDICT_HALF;
}

AjSentLetters *
aj_sent_letters_read (AjStore *store, const char *const *paths, GError **error)
{
  g_autoptr (AjSentLetters) self = g_new0 (AjSentLetters, 1);

  self->store = g_object_ref (store);
  self->meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) aj_invitations_free);
  self->letters = g_ptr_array_new_with_free_func (letter_free);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!take_file (self, paths[i], error))
      return NULL;
  for (guint i = 0; i < self->letters->len; i++)
    judge (self, self->letters->pdata[i]);
  return g_steal_pointer (&self);
}

GPtrArray *
aj_sent_letters_get_all (AjSentLetters *self)
{
  G_STATIC_ASSERT (G_STRUCT_OFFSET (Letter, shown) == 0);

  return self->letters;
}

const char *
aj_sent_verdict_get_label (AjSentVerdict verdict)
{
  switch (verdict)
    {
    case AJ_SENT_VERDICT_KNOWN:
      return _ ("noted before");
    case AJ_SENT_VERDICT_OLD:
      return _ ("not noted: they were sent something newer");
    case AJ_SENT_VERDICT_HALF:
      return _ ("not noted: give the letter to their other address as well");
    case AJ_SENT_VERDICT_STRANGER:
      return _ ("not noted: nobody at the meeting has this address");
    case AJ_SENT_VERDICT_NEW:
    default:
      return _ ("noted as sent");
    }
}

/* Only the newest of all letters to one person is what they hold; of the same one twice, the last. */
static gboolean
is_last (AjSentLetters *self, guint index)
{
  const Letter *letter = self->letters->pdata[index];

  for (guint i = 0; i < self->letters->len; i++)
    {
      const Letter *other = self->letters->pdata[i];

      if (i != index && is_of_same (other, letter) &&
          (is_newer (other, letter) || (i > index && !is_newer (letter, other))))
        return FALSE;
    }
  return TRUE;
}

/* What is kept of a letter in the same fields, whoever it went to. */
static void
note_in (const Letter *letter, AjValues *values, gint64 stamp)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (letter->shown.facts);
  const char *zone = aj_values_get_text (meeting, "zone");
  AjWallTime time;

  aj_values_set_text (values, "sent-method",
                      letter->shown.kind == AJ_LETTER_CANCEL ? AJ_SENT_CANCEL : AJ_SENT_REQUEST);
  aj_values_set_integer (values, "sent-sequence", letter->shown.sequence);
  aj_values_set_text (values, "sent-mail", letter->mail);
  if (aj_wall_time_from_unix (MAX (stamp, letter->stamp), zone, &time))
    aj_values_set_wall_time (values, "sent-at", &time);
  if (aj_wall_time_from_unix (letter->start, zone, &time))
    aj_values_set_wall_time (values, "sent-starts-at", &time);
}

/* As the meeting has it where the file says the same, which may have been cut. */
static void
copy_or_set (
    AjValues *values, const char *field, const AjValues *meeting, const char *own, const char *said)
{
  const char *text = aj_values_get_text (meeting, own);
  g_autofree char *clean = aj_calendar_text_dup_line (text);

  if (g_strcmp0 (clean, said) == 0)
    said = text;
  if (said != NULL)
    aj_values_set_text (values, field, said);
  else
    aj_values_clear (values, field);
}

static void
note_to_speaker (const Letter *letter, AjEdit *edit, gint64 stamp)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (letter->shown.facts);
  AjValues *values = aj_edit_change_values (edit, letter->speaker->item);
  const char *zone = aj_values_get_text (meeting, "zone");
  /* A meeting online has that for a place. */
  gboolean is_online = aj_values_is_empty (meeting, "place") && letter->link != NULL;
  AjWallTime time;

  note_in (letter, values, stamp);
  if (letter->shown.kind == AJ_LETTER_CANCEL)
    return;
  if (aj_wall_time_from_unix (letter->end, zone, &time))
    aj_values_set_wall_time (values, "sent-ends-at", &time);
  aj_values_set_text (values, "sent-zone", zone);
  aj_values_set_text (values, "sent-to", aj_values_get_text (letter->speaker->item, "speaker"));
  aj_values_set_text (values, "sent-meeting", aj_values_get_id (meeting));
  copy_or_set (values, "sent-place", meeting, "place", is_online ? NULL : letter->place);
  copy_or_set (values, "sent-link", meeting, "online-link", letter->link);
}

static void
note (const Letter *letter, AjEdit *edit, gint64 stamp)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (letter->shown.facts);

  if (letter->speaker != NULL)
    note_to_speaker (letter, edit, stamp);
  else
    note_in (letter,
             aj_meeting_facts_change_attendance (letter->shown.facts, edit, letter->invitee),
             stamp);
  if (letter->speaker == NULL)
    aj_invitations_note_handed_out (edit, meeting, letter->shown.sequence, stamp);
  else if (!aj_meeting_is_handed_out (meeting))
    aj_invitations_note_handed_out (edit, meeting, aj_values_get_integer (meeting, "sequence"),
                                    stamp);
}

/* What is done on the checklists with that. */
static void
tick_steps (AjSentLetters *self, AjEdit *edit)
{
  GHashTableIter iter;
  gpointer invitations;

  g_hash_table_iter_init (&iter, self->meetings);
  while (g_hash_table_iter_next (&iter, NULL, &invitations))
    {
      g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < self->letters->len; i++)
        {
          const Letter *letter = self->letters->pdata[i];

          if (letter->invitations == invitations && letter->invitee != NULL &&
              letter->shown.verdict == AJ_SENT_VERDICT_NEW &&
              letter->shown.kind != AJ_LETTER_CANCEL)
            g_hash_table_add (told, (char *) aj_invitee_get_id (letter->invitee));
        }
      aj_invitations_tick_step (aj_invitations_get_facts (invitations), edit, told);
    }
}

AjEdit *
aj_sent_letters_note (AjSentLetters *self, gint64 stamp)
{
  g_autoptr (AjEdit) edit = aj_invitations_begin_note (self->store);
  guint n = 0;

  for (guint i = 0; i < self->letters->len; i++)
    {
      const Letter *letter = self->letters->pdata[i];

      if (letter->shown.verdict != AJ_SENT_VERDICT_NEW)
        continue;
      n++;
      if (is_last (self, i))
        note (letter, edit, stamp);
    }
  tick_steps (self, edit);
  aj_invitations_label_note (edit, n);
  return n > 0 ? g_steal_pointer (&edit) : NULL;
}
