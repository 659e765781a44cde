/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour.h"

#include <glib/gi18n-lib.h>

static const AjField fields[] = {
  { "material", AJ_FIELD_REFERENCE, N_ ("Material"), .target = "material", .required = TRUE },
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE },
  /* When it was last planned to begin. Its stops say where it is; they may be moved one by one. */
  { "starts-on", AJ_FIELD_DATE, N_ ("First day as planned"), .internal = TRUE },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static const char *const identity[] = { "name", "material", NULL };

const AjRecordType aj_tour_record_type = {
  .name = "tour",
  .label = N_ ("Tour"),
  .plural_label = N_ ("Tours"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "starts-on",
  .owner_field = "material",
  .identity = identity,
  .get_type = aj_tour_get_type,
};

AJ_DEFINE_RECORD (AjTour, aj_tour)
