/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-invitations-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-export-files.h"
#include "aj-known-steps.h"
#include "aj-meeting.h"
#include "aj-numbered-file.h"
#include "aj-text.h"

static const AjValues *
get_meeting (AjInvitations *self)
{
  return aj_meeting_facts_get_meeting (self->facts);
}

/* Where to write to; an address that is none is no address. */
static const char *
get_mail (const AjInvitee *invitee)
{
  const char *mail = aj_invitee_get_mail (invitee);

  return mail != NULL && aj_text_is_mail_address (mail) ? mail : NULL;
}

/* A mailbox in which somebody who is invited reads the meeting is not told that it is off. */
static gboolean
is_read_by_other (AjInvitations *self, const char *mail)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);

      if (aj_invitation_is_expected (get_meeting (self), one->attendance, one->is_invited) &&
          aj_invitation_is_same_mail (get_mail (one), mail))
        return TRUE;
    }
  return FALSE;
}

static void
add_owed (AjInvitations *self, const AjInvitee *invitee)
{
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  guint n = aj_invitation_list_owed (get_meeting (self), invitee->attendance, get_mail (invitee),
                                     invitee->is_invited, letters);

  for (guint i = 0; i < n; i++)
    {
      AjOwedLetter owed = { invitee, letters[i].kind, letters[i].mail };

      if (owed.kind == AJ_LETTER_CANCEL && is_read_by_other (self, owed.mail))
        continue;
      if (owed.kind == AJ_LETTER_CANCEL && !invitee->is_invited)
        self->counts.n_gone++;
      g_array_append_val (self->owed, owed);
    }
}

static void
count (AjInvitations *self, const AjInvitee *invitee)
{
  const AjValues *meeting = get_meeting (self);
  AjInvitationCounts *counts = &self->counts;

  if (!invitee->is_invited)
    return;
  counts->n_invited++;
  if (!aj_invitation_is_held (invitee->attendance))
    counts->n_without++;
  else if (aj_invitation_is_old (meeting, invitee->attendance))
    counts->n_old++;
  else
    counts->n_current++;
  if (aj_invitation_is_stuck (meeting, invitee->attendance, get_mail (invitee), TRUE))
    counts->n_stuck++;
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const AjOwedLetter *first = a;
  const AjOwedLetter *second = b;

  if ((first->kind == AJ_LETTER_CANCEL) != (second->kind == AJ_LETTER_CANCEL))
    return first->kind == AJ_LETTER_CANCEL ? -1 : 1;
  return g_utf8_collate (aj_invitee_get_name (first->invitee),
                         aj_invitee_get_name (second->invitee));
}

AjInvitations *
aj_invitations_new (AjMeetingFacts *facts)
{
  AjInvitations *self = g_new0 (AjInvitations, 1);
  GArray *invitees = aj_meeting_facts_get_invitees (facts);

  self->facts = aj_meeting_facts_ref (facts);
  self->owed = g_array_new (FALSE, FALSE, sizeof (AjOwedLetter));
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      count (self, invitee);
      add_owed (self, invitee);
    }
  g_array_sort (self->owed, compare_letters);
  self->speakers = aj_speakers_new (facts);
  self->counts.n_stuck += aj_speakers_count_stuck (self->speakers);
  return self;
}

/* Whether a letter of @kind is for somebody, whatever they were sent; where it would go to. */
static gboolean
is_for (AjInvitations *self, const AjInvitee *invitee, AjLetterKind kind, const char **mail)
{
  const AjValues *attendance = invitee->attendance;
  gboolean is_cancel = kind == AJ_LETTER_CANCEL;

  *mail = is_cancel && attendance != NULL ? aj_values_get_text (attendance, "sent-mail") : NULL;
  if (!is_cancel)
    *mail = get_mail (invitee);
  return *mail != NULL &&
         g_strcmp0 (aj_values_get_text (get_meeting (self), "state"), AJ_MEETING_HELD) != 0 &&
         aj_invitation_is_expected (get_meeting (self), attendance, invitee->is_invited) !=
             is_cancel &&
         (!is_cancel || !is_read_by_other (self, *mail));
}

/* A letter that is owed goes out as the kind that is asked for: it holds the same. */
static void
ask_for (AjInvitations *self, const AjInvitee *invitee, AjLetterKind kind)
{
  AjOwedLetter letter = { invitee, kind, NULL };

  for (guint i = 0; i < self->owed->len; i++)
    {
      AjOwedLetter *owed = &g_array_index (self->owed, AjOwedLetter, i);

      if ((owed->kind == AJ_LETTER_CANCEL) != (kind == AJ_LETTER_CANCEL))
        continue;
      owed->kind = kind;
      return;
    }
  if (is_for (self, invitee, kind, &letter.mail))
    g_array_append_val (self->owed, letter);
}

AjInvitations *
aj_invitations_new_for (AjMeetingFacts *facts, const char *invitee_id, AjLetterKind kind)
{
  AjInvitations *self = aj_invitations_new (facts);
  GArray *invitees = aj_meeting_facts_get_invitees (facts);

  for (guint i = self->owed->len; i > 0; i--)
    if (g_strcmp0 (aj_invitee_get_id (g_array_index (self->owed, AjOwedLetter, i - 1).invitee),
                   invitee_id) != 0)
      g_array_remove_index (self->owed, i - 1);
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      if (g_strcmp0 (aj_invitee_get_id (invitee), invitee_id) == 0)
        ask_for (self, invitee, kind);
    }
  return self;
}

gboolean
aj_invitations_can_send_again (AjInvitations *self, const AjInvitee *invitee, AjLetterKind *kind)
{
  const char *mail;

  for (guint i = 0; i < self->owed->len; i++)
    if (g_array_index (self->owed, AjOwedLetter, i).invitee == invitee)
      return FALSE;
  *kind = aj_invitation_is_held (invitee->attendance) ? AJ_LETTER_REQUEST : AJ_LETTER_CANCEL;
  return is_for (self, invitee, *kind, &mail);
}

void
aj_invitations_free (AjInvitations *self)
{
  g_array_unref (self->owed);
  aj_speakers_free (self->speakers);
  aj_meeting_facts_unref (self->facts);
  g_free (self);
}

AjMeetingFacts *
aj_invitations_get_facts (AjInvitations *self)
{
  return self->facts;
}

AjSpeakers *
aj_invitations_get_speakers (AjInvitations *self)
{
  return self->speakers;
}

gboolean
aj_invitations_is_any_owed (AjInvitations *self)
{
  return self->owed->len + aj_speakers_get_owed (self->speakers)->len > 0;
}

const AjInvitationCounts *
aj_invitations_get_counts (AjInvitations *self)
{
  return &self->counts;
}

GArray *
aj_invitations_get_owed (AjInvitations *self)
{
  return self->owed;
}

guint
aj_invitations_count_owed (AjInvitations *self, AjLetterKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->owed->len; i++)
    n += g_array_index (self->owed, AjOwedLetter, i).kind == kind ? 1 : 0;
  return n;
}

gboolean
aj_invitations_is_anybody_wrong (AjInvitations *self)
{
  return (self->owed->len > 0 && (self->counts.n_old > 0 || self->counts.n_gone > 0)) ||
         aj_speakers_is_anybody_wrong (self->speakers);
}

gboolean
aj_invitations_needs (AjInvitations *self, AjCalendarMethod method)
{
  guint n_cancel = aj_invitations_count_owed (self, AJ_LETTER_CANCEL);

  return method == AJ_CALENDAR_CANCEL ? n_cancel > 0 : self->owed->len > n_cancel;
}

static void
add_attendee (AjInvitations *self, GArray *attendees, const AjInvitee *invitee, const char *mail)
{
  AjCalendarAttendee attendee = {
    .mail = mail,
    .name = aj_invitee_get_name (invitee),
    .answer = aj_invitation_get_answer (get_meeting (self), invitee->attendance),
  };

  g_array_append_val (attendees, attendee);
}

/* (element-type AjCalendarAttendee) */
static GArray *
list_attendees (AjInvitations *self, AjCalendarMethod method)
{
  GArray *attendees = g_array_new (FALSE, FALSE, sizeof (AjCalendarAttendee));
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);

  for (guint i = 0; method == AJ_CALENDAR_CANCEL && i < self->owed->len; i++)
    {
      const AjOwedLetter *owed = &g_array_index (self->owed, AjOwedLetter, i);

      if (owed->kind == AJ_LETTER_CANCEL)
        add_attendee (self, attendees, owed->invitee, owed->mail);
    }
  for (guint i = 0; method == AJ_CALENDAR_REQUEST && i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      if (invitee->is_invited && get_mail (invitee) != NULL)
        add_attendee (self, attendees, invitee, get_mail (invitee));
    }
  return attendees;
}

/* A cancellation that is not about the meeting: it goes to the same person elsewhere. */
static gboolean
is_at_former_address (AjInvitations *self, const AjOwedLetter *owed)
{
  return owed->kind == AJ_LETTER_CANCEL && get_mail (owed->invitee) != NULL &&
         aj_invitation_is_expected (get_meeting (self), owed->invitee->attendance,
                                    owed->invitee->is_invited);
}

/* The meeting as the file tells it: to whom it is cancelled, it is, whatever it is to others; and never by a lower number
 * than they were told before. */
static AjValues *
make_told (AjInvitations *self, AjCalendarMethod method)
{
  AjValues *told = aj_values_copy (get_meeting (self));
  gint64 sequence = aj_values_get_integer (told, "sequence");

  for (guint i = 0; i < self->owed->len; i++)
    {
      const AjOwedLetter *owed = &g_array_index (self->owed, AjOwedLetter, i);

      if ((owed->kind == AJ_LETTER_CANCEL) == (method == AJ_CALENDAR_CANCEL))
        sequence = MAX (sequence, aj_invitation_get_sequence (told, owed->invitee->attendance));
    }
  aj_values_set_integer (told, "sequence", sequence);
  if (method == AJ_CALENDAR_CANCEL)
    aj_values_set_text (told, "state", AJ_MEETING_CANCELLED);
  return told;
}

/* The moment that a file carries (DTSTAMP), by which calendars tell which is newer of one version (RFC 5546, 2.1.5): later
 * than all that its readers were sent. Who has two addresses in one calendar must end up with the invitation, in whichever
 * order the two files are written and come in: so a cancellation at a former address is dated right after what it cancels,
 * and the invitation at the next one later. */
static gint64
get_stamp (AjInvitations *self, AjCalendarMethod method, gint64 now)
{
  gint64 next = 0;
  gboolean has_former = FALSE;

  for (guint i = 0; i < self->owed->len; i++)
    {
      const AjOwedLetter *owed = &g_array_index (self->owed, AjOwedLetter, i);

      next = MAX (next,
                  aj_invitation_get_next_stamp (get_meeting (self), owed->invitee->attendance));
      has_former = has_former || is_at_former_address (self, owed);
    }
  if (!has_former)
    return MAX (now, next);
  return method == AJ_CALENDAR_CANCEL ? next : MAX (now, next + 1);
}

static const char *
get_group_name (AjInvitations *self)
{
  const AjValues *group = aj_meeting_facts_get_group (self->facts);

  return group != NULL ? aj_values_get_text (group, "name") : NULL;
}

static gboolean
check_owed (AjInvitations *self,
            AjCalendarMethod method,
            const AjOrganiser *organiser,
            GError **error)
{
  if (!aj_organiser_check (organiser, error))
    return FALSE;
  if (aj_invitations_needs (self, method))
    return TRUE;
  g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                       _ ("Nobody is owed an invitation or a cancellation."));
  return FALSE;
}

GBytes *
aj_invitations_write (AjInvitations *self,
                      AjCalendarMethod method,
                      const AjOrganiser *organiser,
                      gint64 stamp,
                      GError **error)
{
  g_autoptr (GArray) attendees = list_attendees (self, method);
  g_autoptr (AjValues) told = make_told (self, method);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const AjCalendarFacts facts = {
    .group = get_group_name (self),
    .organiser_name = organiser->name,
    .organiser_mail = organiser->mail,
    .attendees = (const AjCalendarAttendee *) (gpointer) attendees->data,
    .n_attendees = attendees->len,
  };
  g_autoptr (AjCalendarWriter) writer = NULL;

  if (!check_owed (self, method, organiser, error))
    return NULL;
  writer = aj_calendar_writer_new_invitation (stream, method, aj_values_get_text (told, "zone"),
                                              get_stamp (self, method, stamp));
  if (!aj_calendar_writer_add (writer, told, &facts, NULL, error) ||
      !aj_calendar_writer_finish (writer, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
aj_invitations_dup_file_stem (AjInvitations *self)
{
  g_autoptr (AjValues) plain = aj_values_copy (get_meeting (self));
  g_autofree char *name = NULL;

  /* What became of it stands behind the name. */
  aj_values_set_text (plain, "state", AJ_MEETING_PLANNED);
  name = aj_export_files_dup_name (plain, get_group_name (self));
  return g_strndup (name, strlen (name) - strlen (".ics"));
}

static char *
make_file_name (AjInvitations *self, AjCalendarMethod method)
{
  g_autofree char *stem = aj_invitations_dup_file_stem (self);

  return g_strdup_printf ("%s - %s.ics", stem,
                          aj_letter_kind_get_label (
                              method == AJ_CALENDAR_CANCEL ? AJ_LETTER_CANCEL : AJ_LETTER_REQUEST));
}

char *
aj_invitations_save (AjInvitations *self,
                     AjCalendarMethod method,
                     const char *folder,
                     const AjOrganiser *organiser,
                     gint64 stamp,
                     GError **error)
{
  g_autofree char *name = make_file_name (self, method);
  g_autoptr (GBytes) bytes = aj_invitations_write (self, method, organiser, stamp, error);

  return bytes != NULL ? aj_numbered_file_write (folder, name, bytes, AJ_OUTPUT_FILE_PRIVATE, error)
                       : NULL;
}

/* Of two letters to one person the invitation comes last, and is what they hold. */
static void
note_letter (AjInvitations *self, AjEdit *edit, const AjOwedLetter *owed, gint64 stamp)
{
  const AjValues *meeting = get_meeting (self);
  gboolean is_cancel = owed->kind == AJ_LETTER_CANCEL;
  AjValues *values;
  AjWallTime time;

  if (is_at_former_address (self, owed))
    return;
  stamp = MAX (stamp,
               get_stamp (self, is_cancel ? AJ_CALENDAR_CANCEL : AJ_CALENDAR_REQUEST, stamp));
  values = aj_meeting_facts_change_attendance (self->facts, edit, owed->invitee);
  aj_values_set_text (values, "sent-method", is_cancel ? AJ_SENT_CANCEL : AJ_SENT_REQUEST);
  aj_values_set_integer (values, "sent-sequence",
                         aj_invitation_get_sequence (meeting, owed->invitee->attendance));
  aj_values_set_text (values, "sent-mail", owed->mail);
  if (aj_wall_time_from_unix (stamp, aj_values_get_text (meeting, "zone"), &time))
    aj_values_set_wall_time (values, "sent-at", &time);
  if (aj_values_get_wall_time (meeting, "starts-at", &time))
    aj_values_set_wall_time (values, "sent-starts-at", &time);
}

void
aj_invitations_note_handed_out (AjEdit *edit,
                                const AjValues *meeting,
                                gint64 sequence,
                                gint64 stamp)
{
  AjValues *values = aj_edit_change_values (edit, meeting);
  AjWallTime time;

  /* Of letters that were written one after the other, the newest. */
  aj_values_set_integer (values, "handed-out-sequence",
                         MAX (aj_values_get_integer (values, "handed-out-sequence"), sequence));
  if (aj_wall_time_from_unix (stamp, aj_values_get_text (meeting, "zone"), &time))
    aj_values_set_wall_time (values, "handed-out-at", &time);
}

static void
note_handed_out (AjInvitations *self, AjEdit *edit, gint64 stamp)
{
  aj_invitations_note_handed_out (edit, get_meeting (self),
                                  aj_values_get_integer (get_meeting (self), "sequence"), stamp);
}

AjEdit *
aj_invitations_begin_note (AjStore *store)
{
  AjEdit *edit = aj_edit_new (store, "");

  aj_edit_set_undoable (edit, FALSE);
  aj_edit_set_overwrite (edit, TRUE);
  return edit;
}

void
aj_invitations_label_note (AjEdit *edit, guint n_letters)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Send %u invitation or cancellation",
                                                      "Send %u invitations or cancellations",
                                                      n_letters),
                                            n_letters);

  aj_edit_set_label (edit, label);
}

void
aj_invitations_tick_step (AjMeetingFacts *facts, AjEdit *edit, GHashTable *told)
{
  GArray *invitees = aj_meeting_facts_get_invitees (facts);

  if (g_hash_table_size (told) == 0)
    return;
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);
      const char *id = aj_invitee_get_id (one);

      if (one->is_invited && get_mail (one) != NULL && !aj_invitation_is_held (one->attendance) &&
          (id == NULL || !g_hash_table_contains (told, id)))
        return;
    }
  aj_known_steps_tick (edit, facts, AJ_STEP_INVITATION);
}

/* Of those letters to one meeting that were sent. @letters: (element-type AjOwedLetter *) */
static void
tick_step (AjInvitations *self, AjEdit *edit, GPtrArray *letters)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < letters->len; i++)
    {
      const AjOwedLetter *owed = letters->pdata[i];
      const char *id = aj_invitee_get_id (owed->invitee);

      if (owed->kind != AJ_LETTER_CANCEL && id != NULL)
        g_hash_table_add (told, (char *) id);
    }
  aj_invitations_tick_step (self->facts, edit, told);
}

AjEdit *
aj_invitations_note_all_sent (GPtrArray *all, AjStore *store, gint64 stamp)
{
  g_autoptr (AjEdit) edit = aj_invitations_begin_note (store);
  guint n_letters = 0;

  for (guint i = 0; i < all->len; i++)
    {
      AjInvitations *one = all->pdata[i];
      g_autoptr (GPtrArray) letters = g_ptr_array_new ();

      if (aj_invitations_is_any_owed (one))
        note_handed_out (one, edit, stamp);
      for (guint j = 0; j < one->owed->len; j++)
        {
          note_letter (one, edit, &g_array_index (one->owed, AjOwedLetter, j), stamp);
          g_ptr_array_add (letters, &g_array_index (one->owed, AjOwedLetter, j));
        }
      tick_step (one, edit, letters);
      n_letters += one->owed->len + aj_speakers_note_sent (one->speakers, edit, stamp);
    }
  aj_invitations_label_note (edit, n_letters);
  return n_letters > 0 ? g_steal_pointer (&edit) : NULL;
}

AjEdit *
aj_invitations_note_sent (AjInvitations *self, AjStore *store, gint64 stamp)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, self);
  return aj_invitations_note_all_sent (alone, store, stamp);
}

/* Of each meeting once, of which any of @letters is. */
static void
tick_steps (GArray *letters, AjEdit *edit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < letters->len; i++)
    {
      const AjWrittenLetter *letter = &g_array_index (letters, AjWrittenLetter, i);
      const char *id = aj_values_get_id (get_meeting (letter->invitations));
      g_autoptr (GPtrArray) of_meeting = g_ptr_array_new ();

      if (!g_hash_table_add (seen, (char *) id))
        continue;
      for (guint j = i; j < letters->len; j++)
        {
          const AjWrittenLetter *other = &g_array_index (letters, AjWrittenLetter, j);

          if (other->to_invitee != NULL &&
              g_str_equal (aj_values_get_id (get_meeting (other->invitations)), id))
            g_ptr_array_add (of_meeting, (gpointer) other->to_invitee);
        }
      tick_step (letter->invitations, edit, of_meeting);
    }
}

AjEdit *
aj_invitations_note_letters (GArray *letters, AjStore *store, gint64 stamp)
{
  g_autoptr (AjEdit) edit = aj_invitations_begin_note (store);

  for (guint i = 0; i < letters->len; i++)
    {
      const AjWrittenLetter *letter = &g_array_index (letters, AjWrittenLetter, i);
      AjInvitations *self = letter->invitations;

      if (letter->to_speaker != NULL)
        aj_speakers_note_letter (letter->to_speaker, edit, stamp);
      else
        note_letter (self, edit, letter->to_invitee, stamp);
      /* Told to a speaker only, what others hold of the meeting stays as old as it is. */
      if (letter->to_speaker == NULL || !aj_meeting_is_handed_out (get_meeting (self)))
        note_handed_out (self, edit, stamp);
    }
  tick_steps (letters, edit);
  aj_invitations_label_note (edit, letters->len);
  return g_steal_pointer (&edit);
}
