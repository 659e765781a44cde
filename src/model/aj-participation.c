/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-participation.h"

#include <glib/gi18n-lib.h>

static const AjChoice states[] = {
  { AJ_PARTICIPATION_OPEN, N_ ("not invited") },
  { AJ_PARTICIPATION_INVITED, N_ ("invited") },
  { AJ_PARTICIPATION_REMINDED, N_ ("reminded") },
  { AJ_PARTICIPATION_REGISTERED, N_ ("registered") },
  { AJ_PARTICIPATION_DECLINED, N_ ("does not take part") },
  /* Nothing has to be asked of it: it joins another one, or always does the same. */
  { AJ_PARTICIPATION_NO_NEED, N_ ("need not be asked") },
  { NULL },
};

static const AjField fields[] = {
  { "edition", AJ_FIELD_REFERENCE, N_ ("Edition"), .target = "edition", .required = TRUE },
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality",
    .required = TRUE },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_PARTICIPATION_OPEN },
  { "contact", AJ_FIELD_REFERENCE, N_ ("Contact"), .target = "person" },
  { "invited-on", AJ_FIELD_DATE, N_ ("Invited on") },
  /* How often it was reminded, and when last. */
  { "round", AJ_FIELD_INTEGER, N_ ("Reminders"), .min = 0, .max = 99 },
  { "reminded-on", AJ_FIELD_DATE, N_ ("Last reminded on") },
  { "answered-on", AJ_FIELD_DATE, N_ ("Answered on") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
has_state (const AjValues *participation, const char *state)
{
  return g_strcmp0 (aj_values_get_text (participation, "state"), state) == 0;
}

gboolean
aj_participation_has_answered (const AjValues *participation)
{
  return has_state (participation, AJ_PARTICIPATION_REGISTERED) ||
         has_state (participation, AJ_PARTICIPATION_DECLINED) ||
         has_state (participation, AJ_PARTICIPATION_NO_NEED);
}

static const char *const once_for[] = { "municipality", NULL };

static const char *const identity[] = { "edition", "municipality", NULL };

const AjRecordType aj_participation_record_type = {
  .name = "participation",
  .label = N_ ("Participation"),
  .plural_label = N_ ("Participations"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "municipality" } }, .in_what = { "edition" } },
  .order_field = "state",
  .owner_field = "edition",
  .once_for = once_for,
  .identity = identity,
  .get_type = aj_participation_get_type,
};

AJ_DEFINE_RECORD (AjParticipation, aj_participation)
