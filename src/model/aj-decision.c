/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-decision.h"

#include <glib/gi18n-lib.h>

#include "aj-minutes.h"

static const AjChoice states[] = {
  { AJ_DECISION_IN_FORCE, N_ ("in force") },
  { AJ_DECISION_CARRIED_OUT, N_ ("carried out") },
  { "withdrawn", N_ ("withdrawn") },
  { NULL },
};

static const AjField fields[] = {
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group", .required = TRUE },
  { "year", AJ_FIELD_INTEGER, N_ ("Year"), .min = 1900, .max = 9999, .required = TRUE },
  { "number", AJ_FIELD_INTEGER, N_ ("Decision number"), .min = 1, .max = G_MAXINT32,
    .required = TRUE },
  { "text", AJ_FIELD_TEXT, N_ ("Decision"), .max = 2000, .required = TRUE, .searchable = TRUE },
  { "explanation", AJ_FIELD_TEXT, N_ ("Explanation"), .multiline = TRUE, .searchable = TRUE },
  { "meeting", AJ_FIELD_REFERENCE, N_ ("Meeting"), .target = "meeting" },
  { "agenda-item", AJ_FIELD_REFERENCE, N_ ("Agenda item"), .target = "agenda-item", .loose = TRUE },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_DECISION_IN_FORCE },
  { "replaced-by", AJ_FIELD_REFERENCE, N_ ("Replaced by"), .target = "decision", .loose = TRUE },
};

char *
aj_decision_dup_number (const AjValues *decision)
{
  if (aj_values_is_empty (decision, "number"))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                          aj_values_get_integer (decision, "year"),
                          aj_values_get_integer (decision, "number"));
}

/* A register has no gaps that nobody knows of: a decision goes only when somebody says so, never because its meeting goes. */
static gboolean
check_going_along (const AjValues *decision, GError **error)
{
  g_autofree char *number = aj_decision_dup_number (decision);

  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: the number of a decision, as in "2026-7". */
               _ ("Decision %s was taken at this meeting and would go with it. Cancel the meeting "
                  "instead, or remove the decision first."),
               number != NULL ? number : "–");
  return FALSE;
}

/* What became of a decision is known later, and is no part of the minutes. */
static gboolean
decision_check_change (const AjValues *owner,
                       const AjValues *before,
                       const AjValues *after,
                       GError **error)
{
  static const char *const fixed[] = { "meeting", "group",       "year", "number",
                                       "text",    "explanation", NULL };

  /* Its meeting is gone already. */
  if (after == NULL && owner == NULL && !aj_values_is_empty (before, "meeting"))
    return check_going_along (before, error);
  return aj_minutes_check_change (owner, before, after, fixed, error);
}

static const char *const identity[] = { "group", "year", "number", NULL };

const AjRecordType aj_decision_record_type = {
  .name = "decision",
  .label = N_ ("Decision"),
  .plural_label = N_ ("Decisions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "text",
  .order_field = "number",
  .owner_field = "meeting",
  .identity = identity,
  .check_change = decision_check_change,
  .get_type = aj_decision_get_type,
};

AJ_DEFINE_RECORD (AjDecision, aj_decision)
