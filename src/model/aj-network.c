/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network.h"

#include <glib/gi18n-lib.h>

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name") },
  { "organiser-name", AJ_FIELD_TEXT, N_ ("Name of the organiser") },
  { "organiser-mail", AJ_FIELD_TEXT, N_ ("Organiser mailbox"), .max = 254, .form = AJ_FORM_MAIL },
  { "retention-months", AJ_FIELD_INTEGER, N_ ("Term for people (months)"), .min = 1, .max = 1200,
    .required = TRUE, .initial = "24" },
};

static gboolean
network_check_removal (const AjValues *values, GError **error)
{
  g_set_error_literal (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
      _ ("What holds for the whole network cannot be removed. Change it instead."));
  return FALSE;
}

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
  .single_id = AJ_NETWORK_ID,
  .check_removal = network_check_removal,
  .get_type = aj_network_get_type,
};

AJ_DEFINE_RECORD (AjNetwork, aj_network)
