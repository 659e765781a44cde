/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-membership.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

const AjChoice aj_membership_roles[] = {
  { "chair", N_ ("Chair") },   { "lead", N_ ("Lead") },   { "secretary", N_ ("Secretary") },
  { "member", N_ ("Member") }, { "guest", N_ ("Guest") }, { NULL },
};

static const AjField fields[] = {
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group", .required = TRUE },
  { "person", AJ_FIELD_REFERENCE, N_ ("Person"), .target = "person" },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "seat", AJ_FIELD_REFERENCE, N_ ("Takes the seat"), .target = "seat" },
  { "role", AJ_FIELD_CHOICE, N_ ("Role"), .choices = aj_membership_roles, .required = TRUE,
    .initial = "member" },
  { "from", AJ_FIELD_DATE, N_ ("From") },
  { "until", AJ_FIELD_DATE, N_ ("Until (last day)") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE, .personal = TRUE,
    .about = "person" },
};

static gboolean
membership_check (const AjValues *values, GError **error)
{
  if (aj_values_is_empty (values, "person") && aj_values_is_empty (values, "organisation"))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("A seat belongs to a person or to an organisation. Choose one."));
      return FALSE;
    }
  return aj_check_order (values, "from", "until", _ ("A membership cannot end before it begins."),
                         error);
}

static const char *const identity[] = { "group", "person", "organisation", "from", NULL };

const AjRecordType aj_membership_record_type = {
  .name = "membership",
  .label = N_ ("Membership"),
  .plural_label = N_ ("Memberships"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "person" }, { "organisation" } }, .in_what = { "group" } },
  .order_field = "role",
  .from_field = "from",
  .until_field = "until",
  .identity = identity,
  .get_type = aj_membership_get_type,
  .check = membership_check,
};

AJ_DEFINE_RECORD (AjMembership, aj_membership)
