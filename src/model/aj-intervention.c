/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention.h"

#include <glib/gi18n-lib.h>

static const AjChoice forms[] = {
  { "lesson", N_ ("lesson or session") },
  { "game", N_ ("game or challenge") },
  { "event", N_ ("event") },
  { "campaign", N_ ("campaign") },
  { "visit", N_ ("visits") },
  { "drop-in", N_ ("walk-in hour") },
  { "advice", N_ ("advice or test") },
  { "programme", N_ ("programme or training") },
  { "toolkit", N_ ("tools to use oneself") },
  { "loan", N_ ("material on loan") },
  { "community", N_ ("learning together") },
  { "other", N_ ("other") },
  { NULL },
};

/* Where in the chain it acts. */
static const AjChoice purposes[] = {
  { "prevention", N_ ("prevention") },
  { "offender-prevention", N_ ("prevention of offending") },
  { "repression", N_ ("detection and prosecution") },
  { "aftercare", N_ ("aftercare") },
  { NULL },
};

/* The ladder by which Dutch institutes recognise interventions (Loket Gezond Leven, RIVM), lowest first. */
static const AjChoice evidence[] = {
  { "described", N_ ("well described") },
  { "theoretically-sound", N_ ("theoretically sound") },
  { "first-indications", N_ ("first indications that it works") },
  { "good-indications", N_ ("good indications that it works") },
  { "strong-indications", N_ ("strong indications that it works") },
  { NULL },
};

static const AjChoice states[] = {
  { AJ_INTERVENTION_PROPOSED, N_ ("being looked at") },
  { AJ_INTERVENTION_IN_USE, N_ ("in use") },
  { AJ_INTERVENTION_ENDED, N_ ("not offered any more") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE },
  { "summary", AJ_FIELD_TEXT, N_ ("In short"), .max = 2000, .multiline = TRUE, .searchable = TRUE },
  /* Whose it is, in words, for many are of several together. */
  { "owner", AJ_FIELD_TEXT, N_ ("Owner"), .searchable = TRUE },
  { "for-business", AJ_FIELD_BOOLEAN, N_ ("For business") },
  { "for-youth", AJ_FIELD_BOOLEAN, N_ ("For youth") },
  { "for-elderly", AJ_FIELD_BOOLEAN, N_ ("For elderly and less digitally skilled") },
  { "for-residents", AJ_FIELD_BOOLEAN, N_ ("For residents") },
  { "form", AJ_FIELD_CHOICE, N_ ("Form"), .choices = forms },
  { "purpose", AJ_FIELD_CHOICE, N_ ("Purpose"), .choices = purposes, .initial = "prevention" },
  { "evidence", AJ_FIELD_CHOICE, N_ ("How sure is it that it works?"), .choices = evidence },
  { "people", AJ_FIELD_TEXT, N_ ("People it takes"), .searchable = TRUE },
  { "cost", AJ_FIELD_TEXT, N_ ("What it costs") },
  { "material", AJ_FIELD_TEXT, N_ ("Material it takes"), .searchable = TRUE },
  { "preparation", AJ_FIELD_TEXT, N_ ("Preparation"), .max = 2000, .multiline = TRUE },
  { "link", AJ_FIELD_TEXT, N_ ("Link"), .max = 2000 },
  { "contact", AJ_FIELD_REFERENCE, N_ ("Contact"), .target = "person" },
  { "state", AJ_FIELD_CHOICE, N_ ("State"), .choices = states, .required = TRUE,
    .initial = AJ_INTERVENTION_IN_USE },
  /* Where what is said here was found. */
  { "source", AJ_FIELD_TEXT, N_ ("Source"), .max = 2000 },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

char *
aj_intervention_describe_targets (const AjValues *intervention)
{
  GString *targets = g_string_new (NULL);

  for (AjTarget target = 0; target < AJ_N_TARGETS; target++)
    if (aj_values_get_boolean (intervention, aj_target_get_field (target)))
      g_string_append_printf (targets, "%s%s", targets->len > 0 ? ", " : "",
                              aj_target_get_label (target));
  return g_string_free (targets, FALSE);
}

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_intervention_record_type = {
  .name = "intervention",
  .label = N_ ("Intervention"),
  .plural_label = N_ ("Interventions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .identity = identity,
  .get_type = aj_intervention_get_type,
};

AJ_DEFINE_RECORD (AjIntervention, aj_intervention)
