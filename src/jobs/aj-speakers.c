/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-speakers.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-export-files.h"
#include "aj-meeting-report.h"
#include "aj-meeting.h"
#include "aj-numbered-file.h"
#include "aj-person.h"
#include "aj-text.h"

struct _AjSpeakers
{
  AjMeetingFacts *facts; /* (owned) */
  GPtrArray *all;        /* (owned) (element-type AjSpeaker) */
  GArray *owed;          /* (owned) (element-type AjSpeakerLetter) */
};

static const AjValues *
look_up_person (AjSpeakers *self, const AjValues *item, const char *field)
{
  return aj_meeting_facts_look_up (self->facts, &aj_person_record_type,
                                   aj_values_get_text (item, field));
}

static gboolean
is_invited (AjSpeakers *self, const AjValues *person)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);

  for (guint i = 0; person != NULL && i < invitees->len; i++)
    {
      const AjInvitee *invitee = &g_array_index (invitees, AjInvitee, i);

      if (invitee->is_invited && invitee->person != NULL &&
          g_str_equal (aj_values_get_id (invitee->person), aj_values_get_id (person)))
        return TRUE;
    }
  return FALSE;
}

/* Where to write to; an address that is none is no address. */
static const char *
get_mail (AjSpeakers *self, const AjValues *person)
{
  const AjInvitee invitee = {
    .person = person,
    .organisation = person != NULL
                        ? aj_meeting_facts_get_record (self->facts, person, "organisation")
                        : NULL,
  };
  const char *mail = person != NULL ? aj_invitee_get_mail (&invitee) : NULL;

  return mail != NULL && aj_text_is_mail_address (mail) ? mail : NULL;
}

static void
add_letters (AjSpeakers *self, const AjSpeaker *speaker)
{
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  guint n = aj_appointment_list_owed (&speaker->appointment, letters);

  for (guint i = 0; i < n; i++)
    {
      AjSpeakerLetter owed = { speaker, letters[i] };

      g_array_append_val (self->owed, owed);
    }
}

/* @time: (nullable) */
static void
add (AjSpeakers *self, const AjValues *item, const AjAgendaSlot *time)
{
  AjSpeaker *speaker;

  if (aj_values_is_empty (item, "speaker") && !aj_agenda_item_is_held (item))
    return;
  speaker = g_new0 (AjSpeaker, 1);
  speaker->item = item;
  speaker->person = look_up_person (self, item, "speaker");
  speaker->holder = look_up_person (self, item, "sent-to");
  if (time != NULL)
    aj_appointment_get_slot (time, &speaker->slot);
  speaker->appointment = (AjAppointment){
    .meeting = aj_meeting_facts_get_meeting (self->facts),
    .item = item,
    .slot = time != NULL ? &speaker->slot : NULL,
    .mail = get_mail (self, speaker->person),
    .is_invited = is_invited (self, speaker->person),
  };
  g_ptr_array_add (self->all, speaker);
  add_letters (self, speaker);
}

AjSpeakers *
aj_speakers_new (AjMeetingFacts *facts)
{
  AjSpeakers *self = g_new0 (AjSpeakers, 1);
  GPtrArray *agenda = aj_meeting_facts_get_agenda (facts);
  GPtrArray *left = aj_meeting_facts_get_left_items (facts);
  g_autoptr (GArray) times = aj_agenda_time (aj_meeting_facts_get_meeting (facts), agenda);

  self->facts = aj_meeting_facts_ref (facts);
  self->all = g_ptr_array_new_with_free_func (g_free);
  self->owed = g_array_new (FALSE, FALSE, sizeof (AjSpeakerLetter));
  for (guint i = 0; i < agenda->len; i++)
    add (self, agenda->pdata[i], i < times->len ? &g_array_index (times, AjAgendaSlot, i) : NULL);
  for (guint i = 0; i < left->len; i++)
    add (self, left->pdata[i], NULL);
  return self;
}

void
aj_speakers_free (AjSpeakers *self)
{
  g_array_unref (self->owed);
  g_ptr_array_unref (self->all);
  aj_meeting_facts_unref (self->facts);
  g_free (self);
}

GPtrArray *
aj_speakers_get_all (AjSpeakers *self)
{
  return self->all;
}

const AjSpeaker *
aj_speakers_find (AjSpeakers *self, const char *item)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const AjSpeaker *speaker = self->all->pdata[i];

      if (g_strcmp0 (aj_values_get_id (speaker->item), item) == 0)
        return speaker;
    }
  return NULL;
}

GArray *
aj_speakers_get_owed (AjSpeakers *self)
{
  return self->owed;
}

guint
aj_speakers_count_stuck (AjSpeakers *self)
{
  guint n = 0;

  for (guint i = 0; i < self->all->len; i++)
    n += aj_appointment_is_stuck (&((const AjSpeaker *) self->all->pdata[i])->appointment) ? 1 : 0;
  return n;
}

static guint
count_owed (AjSpeakers *self, AjLetterKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->owed->len; i++)
    n += g_array_index (self->owed, AjSpeakerLetter, i).letter.kind == kind ? 1 : 0;
  return n;
}

gboolean
aj_speakers_is_anybody_wrong (AjSpeakers *self)
{
  return count_owed (self, AJ_LETTER_UPDATE) + count_owed (self, AJ_LETTER_CANCEL) > 0;
}

/* Takes @sentence. */
static void
append_sentence (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
aj_speakers_describe (AjSpeakers *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = count_owed (self, AJ_LETTER_UPDATE);

  append_sentence (text, n,
                   g_strdup_printf (ngettext ("%u speaker still holds the old time or place.",
                                              "%u speakers still hold the old time or place.", n),
                                    n));
  n = count_owed (self, AJ_LETTER_CANCEL);
  append_sentence (text, n,
                   g_strdup_printf (ngettext ("%u speaker still holds an appointment that is off.",
                                              "%u speakers still hold an appointment that is off.",
                                              n),
                                    n));
  n = count_owed (self, AJ_LETTER_REQUEST);
  append_sentence (text, n,
                   g_strdup_printf (ngettext ("%u speaker has no appointment yet.",
                                              "%u speakers have no appointment yet.", n),
                                    n));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static const char *
get_name (const AjValues *person)
{
  const char *name = person != NULL ? aj_values_get_text (person, "name") : NULL;

  return name != NULL ? name : "–";
}

const char *
aj_speaker_letter_get_name (const AjSpeakerLetter *letter)
{
  return get_name (letter->letter.kind == AJ_LETTER_CANCEL ? letter->speaker->holder
                                                           : letter->speaker->person);
}

static gboolean
is_other_time (const AjSpeaker *self)
{
  AjWallTime start, end;

  return !aj_values_get_wall_time (self->item, "sent-starts-at", &start) ||
         !aj_values_get_wall_time (self->item, "sent-ends-at", &end) ||
         aj_wall_time_compare (&start, &self->slot.start) != 0 ||
         aj_wall_time_compare (&end, &self->slot.end) != 0;
}

char *
aj_speaker_describe (const AjSpeaker *self)
{
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  guint n = aj_appointment_list_owed (&self->appointment, letters);

  if (n > 0 && letters[0].kind == AJ_LETTER_CANCEL)
    /* Translators: somebody who does not speak any more, or not here. */
    return g_strdup_printf (_ ("%s still holds the appointment"), get_name (self->holder));
  if (n == 0 ? aj_appointment_is_stuck (&self->appointment) : FALSE)
    return g_strdup (_ ("Has no mail address for the appointment"));
  if (n == 0)
    return NULL;
  if (letters[0].kind == AJ_LETTER_REQUEST)
    return g_strdup (_ ("Has no appointment yet"));
  /* Translators: what the calendar of a speaker holds. */
  return g_strdup (is_other_time (self) ? _ ("Holds the old time") : _ ("Holds the old place"));
}

gboolean
aj_speaker_can_send_again (const AjSpeaker *self)
{
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];

  return self->appointment.mail != NULL && self->appointment.slot != NULL &&
         aj_agenda_item_is_held (self->item) && aj_appointment_is_expected (&self->appointment) &&
         !aj_appointment_is_old (&self->appointment) &&
         aj_appointment_list_owed (&self->appointment, letters) == 0;
}

char *
aj_speaker_describe_held (const AjSpeaker *self)
{
  AjLetter letters[AJ_INVITATION_MAX_LETTERS];
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  AjWallTime start;

  if (!aj_agenda_item_is_held (self->item))
    return g_strdup (aj_values_is_empty (self->item, "sent-method") ? _ ("nothing")
                                                                    : _ ("cancelled"));
  if (aj_appointment_list_owed (&self->appointment, letters) == 0 &&
      !aj_appointment_is_old (&self->appointment))
    return g_strdup (_ ("the appointment as it is"));
  if (!aj_values_get_wall_time (self->item, "sent-starts-at", &start))
    return g_strdup (_ ("an older version"));
  day = aj_date_format_short (start.date);
  clock = aj_time_of_day_to_string (start.minute);
  /* Translators: what a speaker's calendar holds; a day and a time. */
  return g_strdup_printf (_ ("an older appointment (%1$s, %2$s)"), day, clock);
}

/* What the speaker is to say something about, and then what all of it is about. */
static void
describe_both (AjValues *told, const AjValues *item)
{
  const char *of_item = aj_text_or_null (aj_values_get_text (item, "description"));
  const char *of_meeting = aj_text_or_null (aj_values_get_text (told, "description"));
  g_autofree char *both = NULL;

  if (of_item == NULL)
    return;
  both = of_meeting != NULL ? g_strconcat (of_item, "\n\n", of_meeting, NULL) : g_strdup (of_item);
  aj_values_set_text (told, "description", both);
}

static void
tell_slot (const AjSpeaker *speaker, AjValues *told)
{
  aj_values_set_wall_time (told, "starts-at", &speaker->slot.start);
  aj_values_set_wall_time (told, "ends-at", &speaker->slot.end);
}

/* As it stands in the calendar that it is to go from. */
static void
tell_sent (const AjSpeaker *speaker, AjValues *told)
{
  static const char *const fields[][2] = {
    { "starts-at", "sent-starts-at" }, { "ends-at", "sent-ends-at" },  { "zone", "sent-zone" },
    { "place", "sent-place" },         { "online-link", "sent-link" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *sent = aj_values_get_text (speaker->item, fields[i][1]);

      if (sent != NULL)
        aj_values_set_text (told, fields[i][0], sent);
      else
        aj_values_clear (told, fields[i][0]);
    }
  aj_values_set_text (told, "state", AJ_MEETING_CANCELLED);
}

/* (transfer full): the part of the meeting, as the file tells it. */
static AjValues *
make_told (const AjSpeakerLetter *letter)
{
  const AjSpeaker *speaker = letter->speaker;
  AjValues *told = aj_values_copy (speaker->appointment.meeting);

  aj_values_set_text (told, "uid", aj_values_get_id (speaker->item));
  aj_values_set_integer (told, "sequence",
                         aj_appointment_get_sequence (&speaker->appointment, letter->letter.kind));
  aj_values_set_text (told, "theme", aj_values_get_text (speaker->item, "name"));
  describe_both (told, speaker->item);
  if (letter->letter.kind == AJ_LETTER_CANCEL)
    tell_sent (speaker, told);
  else
    tell_slot (speaker, told);
  return told;
}

static const char *
get_group_name (AjSpeakers *self)
{
  const AjValues *group = aj_meeting_facts_get_group (self->facts);

  return group != NULL ? aj_values_get_text (group, "name") : NULL;
}

/* What the item is a part of: "Expertteam Cyber: Jeugd, Thursday 12 March 2026, 10:00–12:00". */
static char *
describe_meeting (AjSpeakers *self)
{
  g_autoptr (AjValues) plain = aj_values_copy (aj_meeting_facts_get_meeting (self->facts));
  g_autofree char *summary = NULL;
  g_autofree char *when = aj_meeting_report_format_when (plain);

  aj_values_set_text (plain, "state", AJ_MEETING_PLANNED);
  summary = aj_calendar_event_dup_summary (plain, get_group_name (self));
  /* Translators: what a meeting is called, and when it is. */
  return g_strdup_printf (C_ ("meeting", "%1$s, %2$s"), summary, when);
}

static gboolean
check_letter (const AjSpeakerLetter *letter, const AjOrganiser *organiser, GError **error)
{
  gboolean is_there = letter->letter.kind == AJ_LETTER_CANCEL
                          ? aj_agenda_item_is_held (letter->speaker->item)
                          : letter->speaker->appointment.slot != NULL;

  if (!aj_organiser_check (organiser, error))
    return FALSE;
  if (is_there && letter->letter.mail != NULL)
    return TRUE;
  g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                       _ ("Nobody is owed an invitation or a cancellation."));
  return FALSE;
}

GBytes *
aj_speakers_write (AjSpeakers *self,
                   const AjSpeakerLetter *letter,
                   const AjOrganiser *organiser,
                   gint64 stamp,
                   GError **error)
{
  g_autoptr (AjValues) told = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *part_of = describe_meeting (self);
  const AjCalendarAttendee attendee = { .mail = letter->letter.mail,
                                        .name = aj_speaker_letter_get_name (letter) };
  const AjCalendarFacts facts = {
    .group = get_group_name (self),
    .part_of = part_of,
    .organiser_name = organiser->name,
    .organiser_mail = organiser->mail,
    .attendees = &attendee,
    .n_attendees = 1,
  };
  g_autoptr (AjCalendarWriter) writer = NULL;

  if (!check_letter (letter, organiser, error))
    return NULL;
  told = make_told (letter);
  writer = aj_calendar_writer_new_invitation (stream,
                                              letter->letter.kind == AJ_LETTER_CANCEL
                                                  ? AJ_CALENDAR_CANCEL
                                                  : AJ_CALENDAR_REQUEST,
                                              aj_values_get_text (told, "zone"), stamp);
  if (!aj_calendar_writer_add (writer, told, &facts, NULL, error) ||
      !aj_calendar_writer_finish (writer, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* "2026-03-12 Expertteam- Phishing - speaker invitation.ics" */
static char *
make_file_name (AjSpeakers *self, const AjSpeakerLetter *letter)
{
  g_autoptr (AjValues) told = make_told (letter);
  g_autofree char *name = NULL;
  g_autofree char *stem = NULL;

  aj_values_set_text (told, "state", AJ_MEETING_PLANNED);
  name = aj_export_files_dup_name (told, get_group_name (self));
  stem = g_strndup (name, strlen (name) - strlen (".ics"));
  return g_strdup_printf (
      "%s - %s.ics", stem,
      /* Translators: what is in a calendar file for a speaker; part of its name. */
      letter->letter.kind == AJ_LETTER_CANCEL ? _ ("cancellation for speaker")
                                              : _ ("appointment for speaker"));
}

char *
aj_speakers_save (AjSpeakers *self,
                  const AjSpeakerLetter *letter,
                  const char *folder,
                  const AjOrganiser *organiser,
                  gint64 stamp,
                  GError **error)
{
  g_autoptr (GBytes) bytes = aj_speakers_write (self, letter, organiser, stamp, error);
  g_autofree char *name = bytes != NULL ? make_file_name (self, letter) : NULL;

  return bytes != NULL ? aj_numbered_file_write (folder, name, bytes, AJ_OUTPUT_FILE_PRIVATE, error)
                       : NULL;
}

void
aj_speakers_note_letter (const AjSpeakerLetter *letter, AjEdit *edit, gint64 stamp)
{
  aj_appointment_note (&letter->speaker->appointment, &letter->letter, stamp,
                       aj_edit_change_values (edit, letter->speaker->item));
}

guint
aj_speakers_note_sent (AjSpeakers *self, AjEdit *edit, gint64 stamp)
{
  for (guint i = 0; i < self->owed->len; i++)
    aj_speakers_note_letter (&g_array_index (self->owed, AjSpeakerLetter, i), edit, stamp);
  return self->owed->len;
}
