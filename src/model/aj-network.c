/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network.h"

#include <glib/gi18n-lib.h>

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE },
  { "organiser-name", AJ_FIELD_TEXT, N_ ("Name of the organiser") },
  { "organiser-mail", AJ_FIELD_TEXT, N_ ("Organiser mailbox"), .max = 254, .form = AJ_FORM_MAIL },
  { "retention-months", AJ_FIELD_INTEGER, N_ ("Term for people (months)"), .min = 1, .max = 1200,
    .initial = "24" },
};

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_network_record_type = {
  .name = "network",
  .label = N_ ("Network"),
  .plural_label = N_ ("Networks"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .naming = { .who = { { "name" } } },
  .order_field = "name",
  .identity = identity,
  .get_type = aj_network_get_type,
};

AJ_DEFINE_RECORD (AjNetwork, aj_network)
