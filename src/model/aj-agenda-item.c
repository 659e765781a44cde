/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-agenda-item.h"

#include <glib/gi18n-lib.h>

#include "aj-minutes.h"

const AjChoice aj_agenda_kinds[] = {
  { "information", N_ ("information") },
  { "discussion", N_ ("discussion") },
  { "decision", N_ ("decision") },
  { AJ_AGENDA_GUEST_SPEAKER, N_ ("guest speaker") },
  { AJ_AGENDA_STANDING, N_ ("standing item") },
  { NULL },
};

static const AjChoice states[] = {
  { AJ_AGENDA_OPEN, N_ ("to be dealt with") },
  { AJ_AGENDA_DONE, N_ ("dealt with") },
  { AJ_AGENDA_CARRIED, N_ ("carried over") },
  { AJ_AGENDA_DROPPED, N_ ("dropped") },
  { NULL },
};

static const AjChoice briefings[] = {
  { "asked", N_ ("asked") },
  { "agreed", N_ ("said yes") },
  { "briefed", N_ ("briefed") },
  { "declined", N_ ("said no") },
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
};

gboolean
aj_agenda_item_is_open (const AjValues *item)
{
  return g_strcmp0 (aj_values_get_text (item, "state"), AJ_AGENDA_OPEN) == 0;
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

const AjRecordType aj_agenda_item_record_type = {
  .name = "agenda-item",
  .label = N_ ("Agenda item"),
  .plural_label = N_ ("Agenda items"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "position",
  .owner_field = "meeting",
  .identity = identity,
  .check_change = agenda_item_check_change,
  .get_type = aj_agenda_item_get_type,
};

AJ_DEFINE_RECORD (AjAgendaItem, aj_agenda_item)
