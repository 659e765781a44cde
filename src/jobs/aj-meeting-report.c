/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-report.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-attendance.h"
#include "aj-decision.h"
#include "aj-invitation.h"
#include "aj-meeting.h"
#include "aj-minutes.h"
#include "aj-phrase.h"
#include "aj-task.h"
#include "aj-text.h"

/* For who comes unannounced. */
#define N_BLANK_ROWS 3

typedef struct
{
  AjMeetingFacts *facts;
  const AjValues *meeting;
  AjDocument *document; /* (owned) by whoever gets it */
} Writing;

static const char *
get_text (const AjValues *values, const char *field)
{
  const char *text = values != NULL ? aj_values_get_text (values, field) : NULL;

  return text != NULL ? text : "";
}

static const char *
get_choice (const AjValues *values, const char *field)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *code = aj_values_get_text (values, field);

  return code != NULL
             ? aj_field_get_choice_label (aj_record_type_get_field (type, field, NULL), code)
             : "";
}

char *
aj_meeting_report_format_when (const AjValues *meeting)
{
  AjWallTime start, end;

  if (!aj_values_get_wall_time (meeting, "starts-at", &start) ||
      !aj_values_get_wall_time (meeting, "ends-at", &end))
    return g_strdup ("");
  return aj_phrase_format_span (&start, &end, aj_date_format_long);
}

static void
write_fact (Writing *self, const char *label, const char *text)
{
  g_autofree char *line = NULL;

  if (aj_text_or_null (text) == NULL)
    return;
  /* Translators: what something is, and which: "Chair: Twente". */
  line = g_strdup_printf (_ ("%1$s: %2$s"), label, text);
  aj_document_add_item (self->document, line);
}

static void
write_field (Writing *self, const char *field)
{
  const AjField *described = aj_record_type_get_field (&aj_meeting_record_type, field, NULL);

  write_fact (self, aj_field_get_label (described),
              described->kind == AJ_FIELD_REFERENCE
                  ? aj_meeting_facts_get_name (self->facts, self->meeting, field)
                  : aj_values_get_text (self->meeting, field));
}

/* When, where and with whom. */
static void
write_beginning (Writing *self)
{
  g_autofree char *when = aj_meeting_report_format_when (self->meeting);
  const char *link = aj_values_get_text (self->meeting, "online-link");

  aj_document_add_paragraph (self->document, when);
  write_field (self, "group");
  write_field (self, "place");
  write_field (self, "chair");
  write_field (self, "host");
  if (link != NULL)
    aj_document_add_link (self->document, link, link);
}

static void
write_agenda_table (Writing *self)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (self->facts);
  const char *const headings[] = {
    _ ("Time"), _ ("What"), _ ("Kind"), _ ("Speaker"), C_ ("length", "Minutes"), NULL
  };
  g_autoptr (GArray) slots = aj_agenda_time (self->meeting, agenda);

  if (agenda->len == 0)
    {
      aj_document_add_paragraph (self->document, _ ("There is no agenda yet."));
      return;
    }
  aj_document_begin_table (self->document, _ ("Agenda"), headings);
  for (guint i = 0; i < agenda->len; i++)
    {
      const AjValues *item = agenda->pdata[i];
      g_autofree char *speaker = aj_meeting_facts_describe_speaker (self->facts, item);
      g_autofree char *length = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                 aj_values_get_integer (item, "minutes"));
      g_autofree char *clock = NULL;

      if (!aj_agenda_is_kept (item))
        continue;
      if (i < slots->len)
        clock = aj_time_of_day_to_string (g_array_index (slots, AjAgendaSlot, i).start.minute);
      aj_document_add_row (self->document,
                           (const char *[]){ clock != NULL ? clock : "", get_text (item, "name"),
                                             get_choice (item, "kind"),
                                             speaker != NULL ? speaker : "", length, NULL });
    }
}

/* A file lies beside the data, where who reads this cannot follow it; so it is named. */
static void
write_paper (Writing *self, const AjValues *paper)
{
  const char *file = aj_values_get_text (paper, "file");
  /* Translators: the title of a document, and the name of its file. */
  g_autofree char *text = file != NULL ? g_strdup_printf (_ ("%1$s (file: %2$s)"),
                                                          get_text (paper, "name"), file)
                                       : g_strdup (get_text (paper, "name"));

  aj_document_add_link (self->document, text, aj_values_get_text (paper, "link"));
}

/* Which belong to the item; those of no item of the agenda when @item is NULL. */
static gboolean
is_about (Writing *self, const AjValues *values, const AjValues *item)
{
  return aj_meeting_facts_is_about (self->facts, values,
                                    item != NULL ? aj_values_get_id (item) : NULL);
}

static gboolean
has_papers (Writing *self, const AjValues *item)
{
  GPtrArray *papers = aj_meeting_facts_get_papers (self->facts);

  for (guint i = 0; i < papers->len; i++)
    if (is_about (self, papers->pdata[i], item))
      return TRUE;
  return FALSE;
}

static void
write_papers (Writing *self, const AjValues *item)
{
  GPtrArray *papers = aj_meeting_facts_get_papers (self->facts);

  for (guint i = 0; i < papers->len; i++)
    if (is_about (self, papers->pdata[i], item))
      write_paper (self, papers->pdata[i]);
}

/* Those of the meeting as a whole. */
static void
write_other_papers (Writing *self)
{
  if (has_papers (self, NULL))
    aj_document_add_heading (self->document, 1, _ ("Papers"));
  write_papers (self, NULL);
}

/* Of the items of which there is more to say or to read than their line in the table. */
static void
write_explanations (Writing *self)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (self->facts);
  gboolean any = FALSE;

  for (guint i = 0; i < agenda->len; i++)
    {
      const AjValues *item = agenda->pdata[i];

      if (!aj_agenda_is_kept (item) ||
          (aj_values_is_empty (item, "description") && !has_papers (self, item)))
        continue;
      if (!any)
        aj_document_add_heading (self->document, 1, _ ("Item by item"));
      any = TRUE;
      aj_document_add_heading (self->document, 2, get_text (item, "name"));
      aj_document_add_paragraph (self->document, get_text (item, "description"));
      write_papers (self, item);
    }
}

static void
write_agenda (Writing *self)
{
  write_beginning (self);
  write_agenda_table (self);
  write_explanations (self);
  write_other_papers (self);
}

/* What they said of an earlier version of the meeting is no answer to this one. */
static gboolean
sends_somebody (Writing *self, const AjInvitee *one)
{
  return aj_invitation_is_answered (self->meeting, one->attendance) &&
         g_strcmp0 (aj_values_get_text (one->attendance, "answer"), AJ_ANSWER_SENDS) == 0;
}

/* (transfer full): who comes instead of @invited. */
static char *
name_substitute (const AjInvitee *one, const char *invited)
{
  const char *substitute = aj_values_get_text (one->attendance, "substitute");

  if (substitute == NULL)
    /* Translators: a person or an organisation that sends somebody else; nobody knows whom. */
    return g_strdup_printf (_ ("somebody for %s"), invited);
  /* Translators: somebody, and the person or the organisation in whose place they come. */
  return g_strdup_printf (_ ("%1$s, for %2$s"), substitute, invited);
}

/* Whose organisation stands beside it. A seat without a name is signed for by whoever comes. */
static char *
name_signing (Writing *self, const AjInvitee *one)
{
  if (one->person != NULL && sends_somebody (self, one))
    return name_substitute (one, aj_invitee_get_name (one));
  if (one->person != NULL)
    return g_strdup (aj_invitee_get_name (one));
  return g_strdup (sends_somebody (self, one) ? get_text (one->attendance, "substitute") : "");
}

static void
write_attendance (Writing *self)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);
  GArray *speakers = aj_meeting_facts_get_speakers (self->facts);
  const char *const headings[] = { _ ("Name"), _ ("Organisation"), _ ("Signature"), NULL };

  write_beginning (self);
  aj_document_begin_form (self->document, _ ("Attendance"), headings);
  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);

      g_autofree char *name = one->is_invited ? name_signing (self, one) : NULL;

      if (name != NULL)
        aj_document_add_row (self->document,
                             (const char *[]){ name, get_text (one->organisation, "name"), NULL,
                                               NULL });
    }
  for (guint i = 0; i < speakers->len; i++)
    {
      const AjInvitee *one = &g_array_index (speakers, AjInvitee, i);
      /* Translators: somebody who comes to speak at a meeting, as they stand on the sheet to sign. */
      g_autofree char *name = g_strdup_printf (_ ("%s, speaker"), aj_invitee_get_name (one));

      aj_document_add_row (self->document,
                           (const char *[]){ name, get_text (one->organisation, "name"), NULL,
                                             NULL });
    }
  for (guint i = 0; i < N_BLANK_ROWS; i++)
    aj_document_add_row (self->document, (const char *[]){ NULL, NULL, NULL, NULL });
}

/* (transfer full): who was there, and for which organisation; of who is missed, who was to come. */
static char *
name_present (Writing *self, const AjInvitee *one, const char *presence)
{
  const char *organisation = get_text (one->organisation, "name");
  g_autofree char *invited = *organisation != '\0' && one->person != NULL
                                 ? g_strdup_printf ("%s (%s)", aj_invitee_get_name (one),
                                                    organisation)
                                 : g_strdup (aj_invitee_get_name (one));

  return g_str_equal (presence, AJ_PRESENCE_PRESENT) && sends_somebody (self, one)
             ? name_substitute (one, invited)
             : g_steal_pointer (&invited);
}

static void
write_presence (Writing *self, const char *presence, const char *heading)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);
      g_autofree char *name = NULL;

      if (one->attendance == NULL ||
          g_strcmp0 (aj_values_get_text (one->attendance, "presence"), presence) != 0)
        continue;
      name = name_present (self, one, presence);
      aj_phrase_append (names, "; ", name);
    }
  write_fact (self, heading, names->str);
}

/* Who came to speak; who was not noted as away, did. */
static void
write_speakers (Writing *self)
{
  GArray *speakers = aj_meeting_facts_get_speakers (self->facts);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < speakers->len; i++)
    {
      const AjInvitee *one = &g_array_index (speakers, AjInvitee, i);
      const char *presence = one->attendance != NULL
                                 ? aj_values_get_text (one->attendance, "presence")
                                 : NULL;
      g_autofree char *name = NULL;

      if (presence != NULL && !g_str_equal (presence, AJ_PRESENCE_PRESENT))
        continue;
      name = name_present (self, one, AJ_PRESENCE_PRESENT);
      aj_phrase_append (names, "; ", name);
    }
  write_fact (self, _ ("Speakers"), names->str);
}

static void
write_decisions (Writing *self, const AjValues *item)
{
  GPtrArray *decisions = aj_meeting_facts_get_decisions (self->facts);

  for (guint i = 0; i < decisions->len; i++)
    {
      const AjValues *decision = decisions->pdata[i];
      g_autofree char *number = aj_decision_dup_number (decision);
      g_autofree char *line = NULL;

      if (!is_about (self, decision, item))
        continue;
      /* Translators: the number of a decision, and what was decided: "Decision 2026-7: …". */
      line = g_strdup_printf (_ ("Decision %1$s: %2$s"), number, get_text (decision, "text"));
      aj_document_add_item (self->document, line);
    }
}

static char *
format_due (const AjValues *task)
{
  AjDate due = aj_values_get_date (task, "due");

  return due != AJ_DATE_NONE ? aj_date_format_short (due) : g_strdup ("");
}

static gboolean
is_action (const AjValues *task)
{
  return g_strcmp0 (aj_values_get_text (task, "kind"), AJ_TASK_ACTION) == 0;
}

static void
write_actions (Writing *self, const AjValues *item)
{
  GPtrArray *tasks = aj_meeting_facts_get_tasks (self->facts);

  for (guint i = 0; i < tasks->len; i++)
    {
      const AjValues *task = tasks->pdata[i];
      const char *who = aj_meeting_facts_get_name (self->facts, task, "assignee");
      g_autofree char *due = format_due (task);
      g_autoptr (GString) line = NULL;

      if (!is_action (task) || !is_about (self, task, item))
        continue;
      line = g_string_new (NULL);
      /* Translators: what somebody is to do. */
      g_string_append_printf (line, _ ("Action: %s"), get_text (task, "name"));
      if (who != NULL)
        g_string_append_printf (line, " · %s", who);
      if (*due != '\0')
        g_string_append_printf (line, " · %s", due);
      aj_document_add_item (self->document, line->str);
    }
}

static gboolean
has_outcome (Writing *self, const AjValues *item)
{
  GPtrArray *decisions = aj_meeting_facts_get_decisions (self->facts);
  GPtrArray *tasks = aj_meeting_facts_get_tasks (self->facts);

  for (guint i = 0; i < decisions->len; i++)
    if (is_about (self, decisions->pdata[i], item))
      return TRUE;
  for (guint i = 0; i < tasks->len; i++)
    if (is_action (tasks->pdata[i]) && is_about (self, tasks->pdata[i], item))
      return TRUE;
  return FALSE;
}

static gboolean
is_dropped (const AjValues *item)
{
  return g_strcmp0 (aj_values_get_text (item, "state"), AJ_AGENDA_DROPPED) == 0;
}

/* What was dropped was not spoken about, unless something came of it after all. */
static gboolean
is_in_minutes (Writing *self, const AjValues *item)
{
  return !is_dropped (item) || !aj_values_is_empty (item, "notes") || has_outcome (self, item);
}

static void
write_item (Writing *self, const AjValues *item, guint number)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, get_text (item, "name"));
  g_autofree char *speaker = aj_meeting_facts_describe_speaker (self->facts, item);

  aj_document_add_heading (self->document, 1, heading);
  if (speaker != NULL)
    {
      /* Translators: somebody who speaks. */
      g_autofree char *line = g_strdup_printf (_ ("Speaker: %s"), speaker);

      aj_document_add_paragraph (self->document, line);
    }
  aj_document_add_paragraph (self->document, get_text (item, "notes"));
  if (g_strcmp0 (aj_values_get_text (item, "state"), AJ_AGENDA_CARRIED) == 0)
    aj_document_add_paragraph (self->document, _ ("Carried over to a later meeting."));
  else if (is_dropped (item))
    aj_document_add_paragraph (self->document, _ ("Dropped from the agenda."));
  write_decisions (self, item);
  write_actions (self, item);
  write_papers (self, item);
}

/* What was decided and agreed on outside the agenda. */
static void
write_further (Writing *self)
{
  if (has_outcome (self, NULL))
    aj_document_add_heading (self->document, 1, _ ("Further"));
  write_decisions (self, NULL);
  write_actions (self, NULL);
}

static void
write_state_of_minutes (Writing *self)
{
  const char *state = aj_values_get_text (self->meeting, "minutes-state");
  const char *reason = aj_values_get_text (self->meeting, "minutes-reason");
  g_autofree char *reopened = NULL;

  if (g_strcmp0 (state, AJ_MINUTES_FIXED) == 0)
    aj_document_add_paragraph (self->document, _ ("These minutes are fixed."));
  else if (g_strcmp0 (state, AJ_MINUTES_COMMENT) == 0)
    aj_document_add_paragraph (self->document, _ ("Sent for comment; not fixed yet."));
  else
    aj_document_add_paragraph (self->document, _ ("Concept: not fixed yet."));
  if (reason == NULL)
    return;
  /* Translators: why minutes that were fixed before were changed after all. */
  reopened = g_strdup_printf (_ ("Reopened after they were fixed: %s"), reason);
  aj_document_add_paragraph (self->document, reopened);
}

static void
write_minutes (Writing *self)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (self->facts);
  guint number = 0;

  write_beginning (self);
  write_presence (self, AJ_PRESENCE_PRESENT, _ ("Present"));
  write_speakers (self);
  write_presence (self, AJ_PRESENCE_EXCUSED, _ ("Excused"));
  write_presence (self, AJ_PRESENCE_ABSENT, _ ("Absent"));
  write_state_of_minutes (self);
  aj_document_add_paragraph (self->document, get_text (self->meeting, "notes"));
  for (guint i = 0; i < agenda->len; i++)
    if (is_in_minutes (self, agenda->pdata[i]))
      write_item (self, agenda->pdata[i], ++number);
  write_further (self);
  write_other_papers (self);
}

static const struct
{
  const char *title;
  void (*write) (Writing *self);
} reports[] = {
  [AJ_MEETING_REPORT_AGENDA] = { N_ ("Agenda"), write_agenda },
  [AJ_MEETING_REPORT_ATTENDANCE] = { N_ ("Attendance sheet"), write_attendance },
  [AJ_MEETING_REPORT_MINUTES] = { N_ ("Minutes of the meeting"), write_minutes },
};

/* What the meeting is called: its theme, else its group. */
static const char *
get_subject (AjMeetingFacts *facts)
{
  const AjValues *meeting = aj_meeting_facts_get_meeting (facts);
  const char *theme = aj_values_get_text (meeting, "theme");

  return theme != NULL ? theme : get_text (aj_meeting_facts_get_group (facts), "name");
}

AjDocument *
aj_meeting_report_draw (AjMeetingFacts *facts, AjMeetingReport report)
{
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s"), _ (reports[report].title),
                                            get_subject (facts));
  Writing writing = { facts, aj_meeting_facts_get_meeting (facts), aj_document_new (title, NULL) };

  reports[report].write (&writing);
  return writing.document;
}

const char *
aj_meeting_report_get_title (AjMeetingReport report)
{
  return _ (reports[report].title);
}
