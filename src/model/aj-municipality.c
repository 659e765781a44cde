/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-municipality.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

/* The school holiday regions of the Ministry of Education; the region belongs to the municipality, not the province. */
static const AjChoice school_regions[] = {
  { "noord", N_ ("North") },
  { "midden", N_ ("Middle") },
  { "zuid", N_ ("South") },
  { NULL },
};

static const AjField fields[] = {
  { "code", AJ_FIELD_TEXT, N_ ("Code (CBS)"), .max = 16, .required = TRUE, .searchable = TRUE,
    .unique = TRUE },
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE },
  { "province", AJ_FIELD_TEXT, N_ ("Province"), .max = 64, .searchable = TRUE },
  { "district", AJ_FIELD_REFERENCE, N_ ("District"), .target = "district" },
  { "school-region", AJ_FIELD_CHOICE, N_ ("School holiday region"), .choices = school_regions },
  { "population", AJ_FIELD_INTEGER, N_ ("Population"), .min = 0, .max = 20000000 },
  { "latitude", AJ_FIELD_REAL, N_ ("Latitude"), .min = -90, .max = 90 },
  { "longitude", AJ_FIELD_REAL, N_ ("Longitude"), .min = -180, .max = 180 },
  { "tile-column", AJ_FIELD_INTEGER, N_ ("Column on the map"), .min = 0, .max = 99 },
  { "tile-row", AJ_FIELD_INTEGER, N_ ("Row on the map"), .min = 0, .max = 99 },
  { "valid-from", AJ_FIELD_DATE, N_ ("Exists from") },
  { "valid-until", AJ_FIELD_DATE, N_ ("Exists until (last day)") },
  { "merged-into", AJ_FIELD_REFERENCE, N_ ("Went into"), .target = "municipality" },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
municipality_check (const AjValues *values, GError **error)
{
  if (!aj_values_is_empty (values, "merged-into") && aj_values_is_empty (values, "valid-until"))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("A municipality that went into another has a last day."));
      return FALSE;
    }
  if (g_strcmp0 (aj_values_get_text (values, "merged-into"), aj_values_get_id (values)) == 0)
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("A municipality cannot go into itself."));
      return FALSE;
    }
  if (aj_values_is_empty (values, "tile-column") != aj_values_is_empty (values, "tile-row"))
    {
      g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                           _ ("A place on the map needs both a column and a row."));
      return FALSE;
    }
  return aj_check_order (values, "valid-from", "valid-until",
                         _ ("A municipality cannot end before it begins."), error);
}

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_municipality_record_type = {
  .name = "municipality",
  .label = N_ ("Municipality"),
  .plural_label = N_ ("Municipalities"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .from_field = "valid-from",
  .until_field = "valid-until",
  .identity = identity,
  .get_type = aj_municipality_get_type,
  .check = municipality_check,
};

AJ_DEFINE_RECORD (AjMunicipality, aj_municipality)
