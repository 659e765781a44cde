/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-answer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-calendar-limits-private.h"
#include "aj-calendar-parse-private.h"
#include "aj-text.h"

/* The most answers that are read take half of this. */
#define MAX_BYTES (2 * 1024 * 1024)
/* The zone of the meeting and that of whoever answers, with their history. */
#define MAX_OBSERVANCES 60
/* Of one event; nobody invites more to a meeting of this network. */
#define MAX_ATTENDEES 500

/* Somebody who is invited, by one line of the calendar. */
typedef struct
{
  char *mail; /* (owned) (nullable) */
  char *name; /* (owned) (nullable) */
  AjParticipation participation;
  char *delegated_to;   /* (owned) (nullable): these three are addresses */
  char *delegated_from; /* (owned) (nullable) */
  char *sent_by;        /* (owned) (nullable) */
} Attendee;

/* What is being read. */
typedef struct
{
  GPtrArray *answers;  /* (borrowed) (element-type AjCalendarAnswer) */
  GPtrArray *problems; /* (borrowed) (element-type utf8) */
  const char *sender;  /* (borrowed) (nullable) */
  char *method;        /* (owned) (nullable): of a calendar that answers nothing */
  gboolean is_counter; /* the calendar at hand proposes other times */
  gboolean has_answer; /* there is a calendar that answers */
  gboolean is_full;
} Reader;

static void
attendee_free (gpointer data)
{
  Attendee *self = data;

  g_free (self->mail);
  g_free (self->name);
  g_free (self->delegated_to);
  g_free (self->delegated_from);
  g_free (self->sent_by);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  AjCalendarAnswer *self = data;

  g_free (self->uid);
  g_free (self->mail);
  g_free (self->name);
  g_free (self->substitute_mail);
  g_free (self->substitute_name);
  g_free (self->sent_by);
  g_free (self->comment);
  g_free (self);
}

/* (transfer full) (nullable) */
static char *
dup_mail_parameter (icalproperty *property, const char *name)
{
  char *text = icalproperty_get_parameter_as_string_r (property, name);
  char *mail = aj_calendar_parse_dup_mail (text);

  icalmemory_free_buffer (text);
  return mail;
}

static AjParticipation
read_participation (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_PARTSTAT_PARAMETER);

  if (parameter == NULL)
    return AJ_PARTICIPATION_UNKNOWN;
  switch ((int) icalparameter_get_partstat (parameter))
    {
    case ICAL_PARTSTAT_ACCEPTED:
      return AJ_PARTICIPATION_ACCEPTED;
    case ICAL_PARTSTAT_DECLINED:
      return AJ_PARTICIPATION_DECLINED;
    case ICAL_PARTSTAT_TENTATIVE:
      return AJ_PARTICIPATION_TENTATIVE;
    case ICAL_PARTSTAT_DELEGATED:
      return AJ_PARTICIPATION_DELEGATED;
    default:
      return AJ_PARTICIPATION_UNKNOWN;
    }
}

static Attendee *
read_attendee (icalproperty *property)
{
  Attendee *self = g_new0 (Attendee, 1);
  icalparameter *name = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);

  self->mail = aj_calendar_parse_dup_mail (icalproperty_get_attendee (property));
  if (self->mail == NULL)
    self->mail = dup_mail_parameter (property, "EMAIL");
  if (name != NULL)
    self->name = aj_calendar_parse_dup_text (icalparameter_get_cn (name), FALSE);
  self->participation = read_participation (property);
  self->delegated_to = dup_mail_parameter (property, "DELEGATED-TO");
  self->delegated_from = dup_mail_parameter (property, "DELEGATED-FROM");
  self->sent_by = dup_mail_parameter (property, "SENT-BY");
  if (self->delegated_to != NULL)
    self->participation = AJ_PARTICIPATION_DELEGATED;
  return self;
}

/* (transfer full) (element-type Attendee) */
static GPtrArray *
list_attendees (icalcomponent *event)
{
  GPtrArray *attendees = g_ptr_array_new_with_free_func (attendee_free);

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);
       property != NULL && attendees->len < MAX_ATTENDEES;
       property = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY))
    g_ptr_array_add (attendees, read_attendee (property));
  return attendees;
}

static const Attendee *
find_attendee (GPtrArray *attendees, const char *mail)
{
  for (guint i = 0; mail != NULL && i < attendees->len; i++)
    if (g_strcmp0 (((Attendee *) attendees->pdata[i])->mail, mail) == 0)
      return attendees->pdata[i];
  return NULL;
}

/* RFC 5546, 2.1.4; Outlook keeps the version elsewhere when SEQUENCE is not there. */
static gint64
read_sequence (icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_SEQUENCE_PROPERTY);
  int sequence = property != NULL ? icalproperty_get_sequence (property) : -1;
  g_autofree char *outlook = NULL;
  gint64 number;

  if (sequence > 0)
    return sequence;
  outlook = aj_calendar_parse_dup_property (event, "X-MICROSOFT-CDO-APPT-SEQUENCE");
  if (outlook != NULL && g_ascii_string_to_signed (outlook, 10, 0, G_MAXINT32, &number, NULL))
    return number;
  return sequence;
}

static gint64
read_stamp (icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTSTAMP_PROPERTY);
  gboolean all_day;
  gint64 stamp;

  return property != NULL && aj_calendar_parse_read_moment (event, property, &stamp, &all_day)
             ? stamp
             : 0;
}

static void
read_instance (AjCalendarAnswer *answer, icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);
  gboolean all_day;

  answer->is_instance = property != NULL;
  if (property != NULL &&
      !aj_calendar_parse_read_moment (event, property, &answer->instance, &all_day))
    answer->instance = G_MININT64;
}

/* Outlook writes one for every answer, mostly empty. */
static char *
dup_comment (icalcomponent *event)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_COMMENT_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (event, ICAL_COMMENT_PROPERTY))
    {
      char *comment = aj_calendar_parse_dup_text (icalproperty_get_comment (property), TRUE);

      if (comment != NULL)
        return comment;
    }
  return NULL;
}

G_GNUC_PRINTF (2, 3)
static void
add_problem (Reader *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
read_proposal (Reader *self, AjCalendarAnswer *answer, icalcomponent *event)
{
  icalproperty *start = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY);
  gboolean is_day = FALSE, ends_on_day = FALSE, is_clear;

  is_clear = start != NULL && aj_calendar_parse_read_moment (event, start, &answer->start, &is_day);
  if (is_clear && end != NULL)
    is_clear = aj_calendar_parse_read_moment (event, end, &answer->end, &ends_on_day);
  else if (is_clear && duration != NULL)
    answer->end = answer->start + icaldurationtype_as_int (icalproperty_get_duration (duration));
  if (is_clear && !is_day && !ends_on_day && answer->end > answer->start)
    {
      answer->has_proposal = TRUE;
      return;
    }
  add_problem (self, _ ("Another time is proposed for a meeting, but it is not clear which."));
}

/* (transfer full): what the event says, whoever answers. */
static AjCalendarAnswer *
read_event (Reader *self, icalcomponent *event)
{
  AjCalendarAnswer *answer = g_new0 (AjCalendarAnswer, 1);

  answer->uid = aj_calendar_parse_dup_text (icalcomponent_get_uid (event), FALSE);
  answer->sequence = read_sequence (event);
  answer->stamp = read_stamp (event);
  answer->comment = dup_comment (event);
  read_instance (answer, event);
  if (self->is_counter)
    read_proposal (self, answer, event);
  return answer;
}

/* (transfer none) (nullable): one more answer like @event, of nobody yet; NULL when there are too many. */
static AjCalendarAnswer *
add_answer (Reader *self, const AjCalendarAnswer *event)
{
  AjCalendarAnswer *answer;

  if (self->answers->len < AJ_CALENDAR_MAX_ANSWERS)
    {
      answer = g_memdup2 (event, sizeof *event);
      answer->uid = g_strdup (event->uid);
      answer->comment = g_strdup (event->comment);
      g_ptr_array_add (self->answers, answer);
      return answer;
    }
  if (!self->is_full)
    add_problem (self, _ ("There are more than %d answers in it; the others were not read."),
                 AJ_CALENDAR_MAX_ANSWERS);
  self->is_full = TRUE;
  return NULL;
}

/* @answer is nullable. */
static void
fill_own (AjCalendarAnswer *answer, GPtrArray *attendees, const Attendee *attendee)
{
  const Attendee *substitute;

  if (answer == NULL)
    return;
  answer->mail = g_strdup (attendee->mail);
  answer->name = g_strdup (attendee->name);
  answer->participation = attendee->participation;
  answer->sent_by = g_strdup (attendee->sent_by);
  if (attendee->participation != AJ_PARTICIPATION_DELEGATED)
    return;
  substitute = find_attendee (attendees, attendee->delegated_to);
  answer->substitute_mail = g_strdup (attendee->delegated_to);
  answer->substitute_name = substitute != NULL ? g_strdup (substitute->name) : NULL;
}

/* Whoever comes for somebody may answer by themselves: that they come says that somebody is sent. @answer is nullable. */
static void
fill_for_other (AjCalendarAnswer *answer, const Attendee *sender, const Attendee *attendee)
{
  if (answer == NULL)
    return;
  answer->mail = g_strdup (attendee->delegated_from);
  answer->name = sender != NULL ? g_strdup (sender->name) : NULL;
  answer->substitute_mail = g_strdup (attendee->mail);
  answer->substitute_name = g_strdup (attendee->name);
  answer->sent_by = g_strdup (attendee->mail);
  answer->participation = attendee->participation == AJ_PARTICIPATION_DECLINED
                              ? AJ_PARTICIPATION_UNKNOWN
                              : AJ_PARTICIPATION_DELEGATED;
}

/* A proposal is one person's, also when it names everybody who was invited (RFC 5546, 3.2.7): who made it is then not known. */
static void
read_answers (Reader *self, icalcomponent *component)
{
  g_autoptr (GPtrArray) attendees = list_attendees (component);
  const Attendee *own = find_attendee (attendees, self->sender);
  AjCalendarAnswer *event = read_event (self, component);
  guint n_before = self->answers->len;

  for (guint i = 0; i < attendees->len && !self->is_full; i++)
    {
      const Attendee *attendee = attendees->pdata[i];
      const Attendee *sender = find_attendee (attendees, attendee->delegated_from);

      if (sender != NULL && sender->participation == AJ_PARTICIPATION_DELEGATED)
        continue;
      if (attendee->delegated_from != NULL)
        fill_for_other (add_answer (self, event), sender, attendee);
      else if (attendees->len == 1 || attendee == own ||
               (own == NULL && !self->is_counter &&
                attendee->participation != AJ_PARTICIPATION_UNKNOWN))
        fill_own (add_answer (self, event), attendees, attendee);
    }
  if (self->answers->len == n_before)
    add_answer (self, event);
  answer_free (event);
}

static void
read_calendar (icalcomponent *calendar, gpointer user_data)
{
  Reader *self = user_data;
  g_autofree char *method = aj_calendar_parse_dup_property (calendar, "METHOD");

  self->is_counter = method != NULL && g_ascii_strcasecmp (method, "COUNTER") == 0;
  if (!self->is_counter && (method == NULL || g_ascii_strcasecmp (method, "REPLY") != 0))
    {
      if (self->method == NULL)
        self->method = g_steal_pointer (&method);
      return;
    }
  self->has_answer = TRUE;
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL && !self->is_full;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      g_autofree char *uid = aj_calendar_parse_dup_text (icalcomponent_get_uid (event), FALSE);

      if (uid != NULL)
        read_answers (self, event);
      else
        add_problem (self, _ ("An answer does not say which meeting it is about (UID), so it was "
                              "left out."));
    }
}

static void
fail (const Reader *self, GError **error)
{
  if (self->has_answer && self->problems->len > 0)
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                         self->problems->pdata[0]);
  else if (self->has_answer)
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                         _ ("There is no answer in this calendar."));
  else if (self->method != NULL && g_ascii_strcasecmp (self->method, "REQUEST") == 0)
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                         _ ("This is an invitation, and no answer to one."));
  else
    g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_INVALID,
                         _ ("This calendar is no answer to an invitation."));
}

GPtrArray *
aj_calendar_answer_read (const char *text, const char *sender, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (answer_free);
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader self = { .answers = answers, .problems = problems, .sender = sender };
  icalcomponent *root;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  if (strlen (text) > MAX_BYTES)
    {
      aj_calendar_limits_refuse (error);
      return NULL;
    }
  root = aj_calendar_parse (text, strlen (text), MAX_OBSERVANCES, begins, error);
  if (root == NULL)
    return NULL;
  aj_calendar_parse_each (root, read_calendar, &self);
  icalcomponent_free (root);
  if (answers->len == 0)
    fail (&self, error);
  g_free (self.method);
  return answers->len > 0 ? g_steal_pointer (&answers) : NULL;
}
