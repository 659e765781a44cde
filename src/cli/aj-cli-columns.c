/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-columns.h"

#include <string.h>

/* Types of which people look for something else first than the rule below finds: for most, when and who. */
static const struct
{
  const char *type;
  const char *fields[AJ_CLI_MAX_COLUMNS + 1];
} chosen[] = {
  { "task", { "due", "name", "assignee", "role", "state", "meeting", "group" } },
  { "agenda-item", { "meeting", "name", "kind", "minutes", "speaker", "state", "group" } },
  { "attendance",
    { "meeting", "person", "organisation", "invited-as", "answer", "presence", "sent-at" } },
  { "decision", { "year", "number", "text", "group", "meeting", "state" } },
  { "document", { "name", "kind", "theme", "target-group", "meeting", "file", "link" } },
  { "absence", { "person", "from", "until", "notes" } },
  { "preparation-step", { "cycle", "days", "name", "assignee", "role", "done-when" } },
  { "standing-item", { "cycle", "name", "kind", "minutes", "at-end" } },
  { "edition", { "starts-on", "name", "ends-on", "deadline", "goal", "previous" } },
  { "participation",
    { "edition", "municipality", "state", "invited-on", "round", "reminded-on", "answered-on" } },
  { "activity", { "edition", "municipality", "name", "organisation", "date", "from", "state" } },
  { "mail-text", { "use", "subject", "body" } },
};

static const char *const *
find_chosen (const AjRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (strcmp (chosen[i].type, type->name) == 0)
      return chosen[i].fields;
  return NULL;
}

static gboolean
is_column (const AjField *field)
{
  if (field->internal || strcmp (field->name, "zone") == 0)
    return FALSE;
  /* What may run to pages only where it is the heart of the matter, as of a contact. */
  if (field->multiline && !field->required)
    return FALSE;
  if (field->kind == AJ_FIELD_REFERENCE)
    return aj_record_type_lookup (field->target)->title_field != NULL;
  return field->required || field->searchable || field->kind == AJ_FIELD_CHOICE ||
         field->kind == AJ_FIELD_DATE || field->kind == AJ_FIELD_WALL_TIME;
}

guint
aj_cli_choose_columns (const AjRecordType *type, guint columns[AJ_CLI_MAX_COLUMNS])
{
  const char *const *names = find_chosen (type);
  guint n = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const int index = aj_record_type_find (type, names[i]);

      g_return_val_if_fail (index >= 0, 0);
      columns[n++] = (guint) index;
    }
  for (guint i = 0; names == NULL && i < type->n_fields && n < AJ_CLI_MAX_COLUMNS; i++)
    if (is_column (&type->fields[i]))
      columns[n++] = i;
  return n;
}
