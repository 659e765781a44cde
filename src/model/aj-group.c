/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group.h"

#include <glib/gi18n-lib.h>

#include "aj-check.h"

static const AjChoice kinds[] = {
  { "expert-team", N_ ("Expert team") },
  { "working-group", N_ ("Working group") },
  { "district-group", N_ ("District group") },
  { "platform", N_ ("Platform") },
  { "learning-community", N_ ("Learning community") },
  { NULL },
};

const AjChoice aj_target_groups[] = {
  { "business", N_ ("Small business") },
  { "youth", N_ ("Youth") },
  { "elderly", N_ ("Elderly and less digitally skilled") },
  { "residents", N_ ("Residents") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Name"), .required = TRUE, .searchable = TRUE, .unique = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds, .required = TRUE,
    .initial = "working-group" },
  { "target-group", AJ_FIELD_CHOICE, N_ ("Target group"), .choices = aj_target_groups },
  { "district", AJ_FIELD_REFERENCE, N_ ("District"), .target = "district" },
  { "purpose", AJ_FIELD_TEXT, N_ ("Purpose"), .multiline = TRUE, .searchable = TRUE },
  { "mail", AJ_FIELD_TEXT, N_ ("Mail"), .max = 254, .form = AJ_FORM_MAIL, .searchable = TRUE },
  { "active-from", AJ_FIELD_DATE, N_ ("Active from") },
  { "active-until", AJ_FIELD_DATE, N_ ("Active until") },
  { "notes", AJ_FIELD_TEXT, N_ ("Notes"), .multiline = TRUE, .searchable = TRUE },
};

static gboolean
group_check (const AjValues *values, GError **error)
{
  return aj_check_order (values, "active-from", "active-until",
                         _ ("A group cannot end before it begins."), error);
}

static const char *const identity[] = { "name", NULL };

const AjRecordType aj_group_record_type = {
  .name = "group",
  .label = N_ ("Group"),
  .plural_label = N_ ("Groups"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .from_field = "active-from",
  .until_field = "active-until",
  .identity = identity,
  .get_type = aj_group_get_type,
  .check = group_check,
};

AJ_DEFINE_RECORD (AjGroup, aj_group)
