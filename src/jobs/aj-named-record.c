/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-named-record.h"

#include <string.h>

#include "aj-organisation.h"
#include "aj-text.h"

/* What most organisations are that nobody knows more of. */
#define LIKELIEST_KIND "business"

/* Words, or parts of words, in names of organisations; the first that fits tells. */
static const struct
{
  const char *part;
  const char *kind;
} told_kinds[] = {
  { "openbaar ministerie", "prosecution" },
  { "politie", "police" },
  { "police", "police" },
  { "gemeente", "municipality" },
  { "municipality", "municipality" },
  { "bibliothe", "library" },
  { "library", "library" },
  { "universiteit", "education" },
  { "university", "education" },
  { "school", "education" },
  { "college", "education" },
  { "provincie", "government" },
  { "ministerie", "government" },
  { "waterschap", "government" },
  { "veiligheidsregio", "government" },
};

gboolean
aj_named_record_is_enough (const AjRecordType *type)
{
  if (type->title_field == NULL)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];

      if (field->required && field->initial == NULL && !field->internal &&
          field->kind != AJ_FIELD_CHOICE && strcmp (field->name, type->title_field) != 0)
        return FALSE;
    }
  return TRUE;
}

const char *
aj_named_record_guess (const AjRecordType *type, const AjField *field, const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (field->kind == AJ_FIELD_CHOICE, NULL);

  if (type != &aj_organisation_record_type || field->choices != aj_organisation_kinds)
    return field->choices[0].code;
  folded = aj_text_fold (name);
  for (guint i = 0; i < G_N_ELEMENTS (told_kinds); i++)
    if (strstr (folded, told_kinds[i].part) != NULL)
      return told_kinds[i].kind;
  return LIKELIEST_KIND;
}

void
aj_named_record_fill (AjValues *values, const char *name)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  aj_values_set_text (values, type->title_field, name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];

      if (field->kind == AJ_FIELD_CHOICE && field->required &&
          aj_values_is_empty (values, field->name))
        aj_values_set_text (values, field->name, aj_named_record_guess (type, field, name));
    }
}
