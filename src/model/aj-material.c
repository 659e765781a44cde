/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-material.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjChoice kinds[] = {
  { "cargo-bike", N_ ("cargo bike") },
  { "escape-box", N_ ("escape box") },
  { "stand", N_ ("stand") },
  { "game", N_ ("game") },
  { "equipment", N_ ("equipment") },
  { "other", N_ ("other") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds, .required = TRUE,
    .initial = "equipment" },
  { "intervention", AJ_FIELD_REFERENCE, N_ ("Belongs to"), .target = "intervention",
    .loose = TRUE },
  { "organisation", AJ_FIELD_REFERENCE, N_ ("Owner"), .target = "organisation" },
  /* Where it is when nobody has it; a tour begins and ends there. */
  { "municipality", AJ_FIELD_REFERENCE, N_ ("Stands in"), .target = "municipality" },
  { "place", AJ_FIELD_TEXT, N_ ("Where exactly"), .searchable = TRUE },
  { "contact", AJ_FIELD_REFERENCE, N_ ("Who looks after it"), .target = "person" },
  { "transport-days", AJ_FIELD_INTEGER, N_ ("Working days for transport"), .min = 0, .max = 30,
    .required = TRUE, .initial = "1" },
  { "from", AJ_FIELD_DATE, N_ ("There from") },
  { "until", AJ_FIELD_DATE, N_ ("There until (last day)") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
material_check (const AjValues *values, GError **error)
{
  return aj_check_order (values, "from", "until", _ ("A thing cannot be gone before it was there."),
                         error);
}

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_material_record_type = {
  .name = "material",
  .label = N_ ("Material"),
  .plural_label = N_ ("Material on loan"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .from_field = "from",
  .until_field = "until",
  .identity = identity,
  .get_type = aj_material_get_type,
  .check = material_check,
};

AJ_DEFINE_RECORD (AjMaterial, aj_material)
