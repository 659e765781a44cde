/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  /* The name of a copy in the folder beside the data file; never a path. */
  { "file", AJ_FIELD_TEXT, N_ ("File"), .searchable = TRUE },
  { "kind", AJ_FIELD_CHOICE, N_ ("Kind"), .choices = kinds },
  { "target-group", AJ_FIELD_CHOICE, N_ ("Target group"), .choices = aj_target_groups },
  { "theme", AJ_FIELD_TEXT, N_ ("Theme"), .searchable = TRUE },
  { "meeting", AJ_FIELD_REFERENCE, N_ ("Discussed at"), .target = "meeting", .loose = TRUE },
  { "agenda-item", AJ_FIELD_REFERENCE, N_ ("Agenda item"), .target = "agenda-item", .loose = TRUE },
  { "knowledge", AJ_FIELD_BOOLEAN, N_ ("In the knowledge base"), .initial = "true" },
  { "summary", AJ_FIELD_TEXT, N_ ("Summary"), .multiline = TRUE, .searchable = TRUE },
};

gboolean
aj_paper_has_web_link (const AjValues *paper)
{
  const char *link = aj_values_get_text (paper, "link");

  return link != NULL && strpbrk (link, " \t\n\"<>") == NULL &&
         (g_ascii_strncasecmp (link, "https://", strlen ("https://")) == 0 ||
          g_ascii_strncasecmp (link, "http://", strlen ("http://")) == 0);
}

static gboolean
document_check (const AjValues *values, GError **error)
{
  const char *file = aj_values_get_text (values, "file");

  /* A name from elsewhere must not lead out of the folder. */
  if (file == NULL ||
      (strchr (file, '/') == NULL && strchr (file, '\\') == NULL && !g_str_has_prefix (file, ".")))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
               /* Translators: what was given as the name of a file. */
               _ ("“%s” is no name of a file in the folder of this data file."), file);
  return FALSE;
}

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
  .check = document_check,
  .get_type = aj_paper_get_type,
};

AJ_DEFINE_RECORD (AjPaper, aj_paper)
