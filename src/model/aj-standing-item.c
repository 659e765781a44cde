/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-standing-item.h"

#include <glib/gi18n-lib.h>

#include "aj-agenda-item.h"

static const AjField fields[] = {
  { "cycle", AJ_FIELD_REFERENCE, N_ ("Cycle"), .target = "cycle", .required = TRUE },
  { "position", AJ_FIELD_INTEGER, N_ ("Place in the order"), .min = 0, .max = G_MAXINT32 },
  { "name", AJ_FIELD_TEXT, N_ ("What"), .required = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = aj_agenda_kinds, .required = TRUE,
    .initial = "standing" },
  { "minutes", AJ_FIELD_INTEGER, N_ ("Length (minutes)"), .min = 0, .max = 1440, .required = TRUE,
    .initial = "5" },
  /* The round at the end stands behind what the meeting itself is about. */
  { "at-end", AJ_FIELD_BOOLEAN, N_ ("At the end") },
};

static const char *const identity[] = { "cycle", "name", NULL };

const AjRecordType aj_standing_item_record_type = {
  .name = "standing-item",
  .label = N_ ("Standing item"),
  .plural_label = N_ ("Standing items"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "position",
  .owner_field = "cycle",
  .identity = identity,
  .get_type = aj_standing_item_get_type,
};

AJ_DEFINE_RECORD (AjStandingItem, aj_standing_item)
