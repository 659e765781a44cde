/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-agenda-item.h"

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-minutes.h"

const AjChoice aj_agenda_kinds[] = {
  { AJ_AGENDA_INFORMATION, N_ ("information") }, { "discussion", N_ ("discussion") },
  { AJ_AGENDA_DECISION, N_ ("decision") },       { AJ_AGENDA_GUEST_SPEAKER, N_ ("guest speaker") },
  { AJ_AGENDA_STANDING, N_ ("standing item") },  { NULL },
};

static const AjChoice states[] = {
  { AJ_AGENDA_OPEN, N_ ("to be dealt with") },
  { AJ_AGENDA_DONE, N_ ("dealt with") },
  { AJ_AGENDA_CARRIED, N_ ("carried over") },
  { AJ_AGENDA_DROPPED, N_ ("dropped") },
  { NULL },
};

static const AjChoice briefings[] = {
  { AJ_BRIEFING_ASKED, N_ ("asked") },
  { AJ_BRIEFING_AGREED, N_ ("said yes") },
  { AJ_BRIEFING_BRIEFED, N_ ("briefed") },
  { AJ_BRIEFING_DECLINED, N_ ("said no") },
  { NULL },
};

static const AjField fields[] = {
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group", .required = TRUE },
  { "meeting", AJ_FIELD_REFERENCE, N_ ("Meeting"), .target = "meeting" },
  { "position", AJ_FIELD_INTEGER, N_ ("Place in the order"), .min = 0, .max = G_MAXINT32 },
  { "name", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE, .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = aj_agenda_kinds, .required = TRUE,
    .initial = "discussion" },
  { "minutes", AJ_FIELD_INTEGER, N_ ("Length (minutes)"), .min = 0, .max = 1440, .required = TRUE,
    .initial = "15" },
  { "speaker", AJ_FIELD_REFERENCE, N_ ("Speaker"), .target = "person" },
  { "briefing", AJ_FIELD_CHOICE, N_ ("Briefing"), .choices = briefings },
  { "description", AJ_FIELD_TEXT, N_ ("Explanation"), .multiline = TRUE, .searchable = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Minutes of this item"), .multiline = TRUE, .searchable = TRUE },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_AGENDA_OPEN },
  { "carried-from", AJ_FIELD_REFERENCE, N_ ("Carried over from"), .target = "agenda-item",
    .loose = TRUE, .internal = TRUE },
  /* What every agenda of the cycle has it from, whatever it is called and wherever it stands at this meeting. */
  { "standing", AJ_FIELD_REFERENCE, N_ ("Standing item"), .target = "standing-item", .loose = TRUE,
    .internal = TRUE },
  /* What the calendar of whoever speaks, or spoke before, was last sent. */
  { "sent-to", AJ_FIELD_REFERENCE, N_ ("Who was sent an appointment"), .target = "person",
    .internal = TRUE },
  { "sent-mail", AJ_FIELD_TEXT, N_ ("Sent to"), .max = 254, .internal = TRUE, .personal = TRUE,
    .about = "sent-to" },
  { "sent-method", AJ_FIELD_CHOICE, N_ ("What was sent"), .choices = aj_sent_methods,
    .internal = TRUE },
  { "sent-sequence", AJ_FIELD_INTEGER, N_ ("Version sent"), .min = 0, .max = G_MAXINT32,
    .internal = TRUE, .monotonic = TRUE },
  { "sent-at", AJ_FIELD_WALL_TIME, N_ ("Sent"), .internal = TRUE },
  { "sent-meeting", AJ_FIELD_REFERENCE, N_ ("Meeting that was sent"), .target = "meeting",
    .loose = TRUE, .internal = TRUE },
  { "sent-starts-at", AJ_FIELD_WALL_TIME, N_ ("Start that was sent"), .internal = TRUE },
  { "sent-ends-at", AJ_FIELD_WALL_TIME, N_ ("End that was sent"), .internal = TRUE },
  { "sent-zone", AJ_FIELD_TEXT, N_ ("Time zone that was sent"), .max = 64, .internal = TRUE },
  { "sent-place", AJ_FIELD_TEXT, N_ ("Place that was sent"), .internal = TRUE },
  { "sent-link", AJ_FIELD_TEXT, N_ ("Link that was sent"), .max = 2000, .internal = TRUE },
};

gboolean
aj_agenda_item_is_open (const AjValues *item)
{
  return g_strcmp0 (aj_values_get_text (item, "state"), AJ_AGENDA_OPEN) == 0;
}

gboolean
aj_agenda_item_is_held (const AjValues *item)
{
  return g_strcmp0 (aj_values_get_text (item, "sent-method"), AJ_SENT_REQUEST) == 0;
}

/* What stands in somebody's calendar can only be taken out of it while it is here. */
static gboolean
agenda_item_check_removal (const AjValues *values, GError **error)
{
  g_autofree char *day = NULL;
  AjWallTime start;

  if (!aj_agenda_item_is_held (values))
    return TRUE;
  if (aj_values_get_wall_time (values, "sent-starts-at", &start))
    day = aj_date_format_short (start.date);
  g_set_error (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
      /* Translators: an item of an agenda, and a day ("Thu 12 Mar 2026"). */
      _ ("“%1$s” is in the calendar of a speaker (%2$s). Set it to dropped instead, so that "
         "the speaker can be told."),
      aj_values_get_text (values, "name"), day != NULL ? day : "–");
  return FALSE;
}

static gboolean
agenda_item_check_change (const AjValues *owner,
                          const AjValues *before,
                          const AjValues *after,
                          GError **error)
{
  static const char *const fixed[] = { "meeting", "position", "name",        "kind",  "minutes",
                                       "speaker", "notes",    "description", "state", NULL };

  return aj_minutes_check_change (owner, before, after, fixed, error);
}

static const char *const identity[] = { "name", "meeting", "group", NULL };

/* A standing item stands on an agenda once. */
static const char *const once_for[] = { "standing", NULL };

const AjRecordType aj_agenda_item_record_type = {
  .name = "agenda-item",
  .label = N_ ("Agenda item"),
  .plural_label = N_ ("Agenda items"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "position",
  .owner_field = "meeting",
  .once_for = once_for,
  .identity = identity,
  .check_change = agenda_item_check_change,
  .check_removal = agenda_item_check_removal,
  .get_type = aj_agenda_item_get_type,
};

AJ_DEFINE_RECORD (AjAgendaItem, aj_agenda_item)
