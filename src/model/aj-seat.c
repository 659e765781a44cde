/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seat.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"
#include "aj-membership.h"
#include "aj-organisation.h"

/* As many as a large assembly has. */
#define MAX_PLACES 99

static const AjField fields[] = {
  { "group", AJ_FIELD_REFERENCE, N_ ("Group"), .target = "group", .required = TRUE },
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .searchable = TRUE },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind of organisation"), .choices = aj_organisation_kinds },
  { "district", AJ_FIELD_REFERENCE, N_ ("From district"), .target = "district" },
  { "places", AJ_FIELD_INTEGER, N_ ("Places"), .min = 1, .max = MAX_PLACES, .required = TRUE,
    .initial = "1" },
  { "role", AJ_FIELD_CHOICE, N_ ("In the role of"), .choices = aj_membership_roles },
  { "from", AJ_FIELD_DATE, N_ ("From") },
  { "until", AJ_FIELD_DATE, N_ ("Until (last day)") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
seat_check (const AjValues *values, GError **error)
{
  static const char *const tells[] = { "name", "organisation", "kind", "district", "role" };
  gboolean is_told = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
    is_told |= !aj_values_is_empty (values, tells[i]);
  if (!is_told)
    {
      g_set_error_literal (
          error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
          _ ("Say who should sit here: an organisation, a kind of organisation, or a name."));
      return FALSE;
    }
  return aj_check_order (values, "from", "until", _ ("A seat cannot end before it begins."), error);
}

static const char *const identity[] = { "group",    "name", "organisation", "kind",
                                        "district", "role", "from",         NULL };

const AjRecordType aj_seat_record_type = {
  .name = "seat",
  .label = N_ ("Seat"),
  .plural_label = N_ ("Seats"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "name" }, { "organisation", "kind", "district", "role" } },
              .in_what = { "group" } },
  .order_field = "kind",
  .from_field = "from",
  .until_field = "until",
  .identity = identity,
  .get_type = aj_seat_get_type,
  .check = seat_check,
};

AJ_DEFINE_RECORD (AjSeat, aj_seat)
