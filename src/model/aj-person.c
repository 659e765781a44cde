/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-person.h"

#include <glib/gi18n-lib.h>

#include "aj-id-text.h"

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE, .personal = TRUE },
  { "function", AJ_FIELD_TEXT, N_ ("Function"), .searchable = TRUE, .personal = TRUE },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "mail", AJ_FIELD_TEXT, N_ ("Mail"), .max = 254, .form = AJ_FORM_MAIL, .searchable = TRUE,
    .personal = TRUE },
  { "phone", AJ_FIELD_TEXT, N_ ("Phone"), .max = 64, .searchable = TRUE, .personal = TRUE },
  { "mobile", AJ_FIELD_TEXT, N_ ("Mobile"), .max = 64, .searchable = TRUE, .personal = TRUE },
  { "role-mailbox", AJ_FIELD_BOOLEAN, N_ ("Role mailbox, not one person") },
  { "deputy", AJ_FIELD_REFERENCE, N_ ("Stands in when absent"), .target = "person" },
  { "left-on", AJ_FIELD_DATE, N_ ("Left (last day)") },
  { "successor", AJ_FIELD_REFERENCE, N_ ("Succeeded by"), .target = "person" },
  { "reviewed-on", AJ_FIELD_DATE, N_ ("Data looked over on") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE, .personal = TRUE },
  { "forgotten-on", AJ_FIELD_DATE, N_ ("Forgotten on"), .internal = TRUE },
  { "distinct-from", AJ_FIELD_TEXT, N_ ("Not the same as"), .max = AJ_ID_TEXT_MAX,
    .internal = TRUE },
  { "merged-from", AJ_FIELD_TEXT, N_ ("Merged from"), .max = AJ_ID_TEXT_MAX, .internal = TRUE },
};

static gboolean
person_check (const AjValues *values, GError **error)
{
  static const char *const others[] = { "deputy", "successor" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (aj_values_get_text (values, others[i]), aj_values_get_id (values)) == 0)
      {
        g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                             _ ("Nobody stands in for or succeeds themselves. Choose another."));
        return FALSE;
      }
  return TRUE;
}

static const char *const identity[] = { "name", "organisation", NULL };

const AjRecordType aj_person_record_type = {
  .name = "person",
  .label = N_ ("Person"),
  .plural_label = N_ ("People"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .until_field = "left-on",
  .identity = identity,
  .distinct_field = "distinct-from",
  .merged_field = "merged-from",
  .get_type = aj_person_get_type,
  .check = person_check,
};

AJ_DEFINE_RECORD (AjPerson, aj_person)

gboolean
aj_person_is_forgotten (AjRecord *record)
{
  return aj_record_get_record_type (record) == &aj_person_record_type &&
         aj_record_get_date (record, "forgotten-on") != AJ_DATE_NONE;
}
