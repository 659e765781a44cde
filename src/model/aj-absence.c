/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-absence.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjField fields[] = {
  { "person", AJ_FIELD_REFERENCE, N_ ("Person"), .target = "person", .required = TRUE },
  { "from", AJ_FIELD_DATE, N_ ("From"), .required = TRUE },
  { "until", AJ_FIELD_DATE, N_ ("Until (last day)") },
  /* Why is nobody's business but theirs; what helps a planner fits here. */
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .personal = TRUE, .about = "person" },
};

static gboolean
absence_check (const AjValues *values, GError **error)
{
  return aj_check_order (values, "from", "until", _ ("An absence cannot end before it begins."),
                         error);
}

static const char *const identity[] = { "person", "from", NULL };

const AjRecordType aj_absence_record_type = {
  .name = "absence",
  .label = N_ ("Absence"),
  .plural_label = N_ ("Absences"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "person" } }, .in_what = { "from" } },
  .order_field = "from",
  .from_field = "from",
  .until_field = "until",
  .owner_field = "person",
  .identity = identity,
  .check = absence_check,
  .get_type = aj_absence_get_type,
};

AJ_DEFINE_RECORD (AjAbsence, aj_absence)
