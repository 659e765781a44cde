/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact.h"

#include <glib/gi18n-lib.h>

static const AjChoice ways[] = {
  { "mail", N_ ("Mail") },
  { "phone", N_ ("Phone") },
  { "online", N_ ("Online") },
  { "visit", N_ ("Visit") },
  { "letter", N_ ("Letter") },
  { "other", N_ ("Other") },
  { NULL },
};

/* What was said is about people more often than not, so an export without personal data leaves it out. */
static const AjField fields[] = {
  { "date", AJ_FIELD_DATE, N_ ("Date"), .required = TRUE },
  { "way", AJ_FIELD_CHOICE, N_ ("How"), .choices = ways, .required = TRUE, .initial = "mail" },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Municipality"), .target = "municipality" },
  { "person", AJ_FIELD_REFERENCE, N_ ("With whom"), .target = "person" },
  { "summary", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE, .multiline = TRUE, .searchable = TRUE,
    .personal = TRUE, .about = "person" },
  /* Of the action day that it was about. */
  { "edition", AJ_FIELD_REFERENCE, N_ ("Edition"), .target = "edition", .loose = TRUE },
  { "by", AJ_FIELD_TEXT, N_ ("By"), .personal = TRUE },
};

static gboolean
contact_check (const AjValues *values, GError **error)
{
  if (!aj_values_is_empty (values, "organisation") ||
      !aj_values_is_empty (values, "municipality") || !aj_values_is_empty (values, "person"))
    return TRUE;
  g_set_error_literal (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
      _ ("Say with whom the contact was: an organisation, a municipality or a person."));
  return FALSE;
}

static const char *const identity[] = { "date",    "way", "organisation", "municipality", "person",
                                        "summary", NULL };

const AjRecordType aj_contact_record_type = {
  .name = "contact",
  .label = N_ ("Contact"),
  .plural_label = N_ ("Log of contact"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "organisation" }, { "municipality" }, { "person" } },
              .in_what = { "date" } },
  .order_field = "date",
  .identity = identity,
  .get_type = aj_contact_get_type,
  .check = contact_check,
};

AJ_DEFINE_RECORD (AjContact, aj_contact)
