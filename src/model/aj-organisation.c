/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-organisation.h"

#include <glib/gi18n-lib.h>

#include "aj-id-text.h"

const AjChoice aj_organisation_kinds[] = {
  { "municipality", N_ ("Municipality") },
  { "police", N_ ("Police") },
  { "prosecution", N_ ("Prosecution") },
  { "business-platform", N_ ("Business platform") },
  { "business", N_ ("Business") },
  { "education", N_ ("Education") },
  { "knowledge", N_ ("Knowledge centre") },
  { "library", N_ ("Library") },
  { "government", N_ ("Government") },
  { "network", N_ ("Network") },
  { "support", N_ ("Support") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = aj_organisation_kinds, .required = TRUE },
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality" },
  { "district", AJ_FIELD_REFERENCE, N_ ("District"), .target = "district" },
  { "address", AJ_FIELD_TEXT, N_ ("Address"), .searchable = TRUE },
  { "mail", AJ_FIELD_TEXT, N_ ("Mail"), .max = 254, .form = AJ_FORM_MAIL, .searchable = TRUE },
  { "phone", AJ_FIELD_TEXT, N_ ("Phone"), .max = 64, .searchable = TRUE },
  { "website", AJ_FIELD_TEXT, N_ ("Website") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
  { "distinct-from", AJ_FIELD_TEXT, N_ ("Not the same as"), .max = AJ_ID_TEXT_MAX,
    .internal = TRUE },
  { "merged-from", AJ_FIELD_TEXT, N_ ("Merged from"), .max = AJ_ID_TEXT_MAX, .internal = TRUE },
};

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_organisation_record_type = {
  .name = "organisation",
  .label = N_ ("Organisation"),
  .plural_label = N_ ("Organisations"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .identity = identity,
  .distinct_field = "distinct-from",
  .merged_field = "merged-from",
  .get_type = aj_organisation_get_type,
};

AJ_DEFINE_RECORD (AjOrganisation, aj_organisation)
