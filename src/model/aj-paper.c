/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper.h"

#include <glib/gi18n-lib.h>

#include "aj-group.h"

static const AjChoice kinds[] = {
  { "report", N_ ("report") },
  { "presentation", N_ ("presentation") },
  { "guide", N_ ("guide") },
  { "research", N_ ("research") },
  { "agreement", N_ ("agreement") },
  { "example", N_ ("example") },
  { "tool", N_ ("tool") },
  { "other", N_ ("other") },
  { NULL },
};

static const AjField fields[] = {
  { "name", AJ_FIELD_TEXT, N_ ("Title"), .required = TRUE, .searchable = TRUE },
  { "link", AJ_FIELD_TEXT, N_ ("Link"), .max = 2000, .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds },
  { "target-group", AJ_FIELD_CHOICE, N_ ("Target group"), .choices = aj_target_groups },
  { "theme", AJ_FIELD_TEXT, N_ ("Theme"), .searchable = TRUE },
  { "meeting", AJ_FIELD_REFERENCE, N_ ("Discussed at"), .target = "meeting", .loose = TRUE },
  { "agenda-item", AJ_FIELD_REFERENCE, N_ ("Agenda item"), .target = "agenda-item", .loose = TRUE },
  { "summary", AJ_FIELD_TEXT, N_ ("Summary"), .multiline = TRUE, .searchable = TRUE },
};

static const char *const identity[] = { "name", "meeting", NULL };

const AjRecordType aj_paper_record_type = {
  .name = "document",
  .label = N_ ("Document"),
  .plural_label = N_ ("Documents"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .order_field = "name",
  .identity = identity,
  .get_type = aj_paper_get_type,
};

AJ_DEFINE_RECORD (AjPaper, aj_paper)
