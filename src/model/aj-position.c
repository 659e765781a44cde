/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-position.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjField fields[] = {
  { "person", AJ_FIELD_REFERENCE, N_ ("Person"), .target = "person", .required = TRUE },
  { "function", AJ_FIELD_TEXT, N_ ("Function"), .searchable = TRUE, .personal = TRUE,
    .about = "person" },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "from", AJ_FIELD_DATE, N_ ("From") },
  { "until", AJ_FIELD_DATE, N_ ("Until (last day)") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE, .personal = TRUE,
    .about = "person" },
};

static gboolean
position_check (const AjValues *values, GError **error)
{
  if (aj_values_is_empty (values, "function") && aj_values_is_empty (values, "organisation"))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("Say what the function is, or at which organisation."));
      return FALSE;
    }
  return aj_check_order (values, "from", "until", _ ("A function cannot end before it begins."),
                         error);
}

static const char *const identity[] = { "person", "function", "organisation", "from", NULL };

const AjRecordType aj_position_record_type = {
  .name = "position",
  .label = N_ ("Function"),
  .plural_label = N_ ("Functions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "person" } }, .in_what = { "function", "organisation" } },
  .order_field = "from",
  .from_field = "from",
  .until_field = "until",
  .identity = identity,
  .get_type = aj_position_get_type,
  .check = position_check,
};

AJ_DEFINE_RECORD (AjPosition, aj_position)
