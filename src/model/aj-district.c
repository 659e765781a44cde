/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-district.h"

#include <glib/gi18n-lib.h>

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE, .unique = TRUE },
  { "lead", AJ_FIELD_REFERENCE, N_ ("District lead"), .target = "person" },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_district_record_type = {
  .name = "district",
  .label = N_ ("District"),
  .plural_label = N_ ("Districts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .identity = identity,
  .get_type = aj_district_get_type,
};

AJ_DEFINE_RECORD (AjDistrict, aj_district)
