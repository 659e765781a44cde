/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-type.h"

#include <string.h>

#include <glib/gi18n-lib.h>

int
aj_record_type_find (const AjRecordType *self, const char *field)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].name == field || strcmp (self->fields[i].name, field) == 0)
      return (int) i;
  return -1;
}

const AjField *
aj_record_type_get_field (const AjRecordType *self, const char *field, GError **error)
{
  int index = aj_record_type_find (self, field);

  if (index >= 0)
    return &self->fields[index];
  g_set_error (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_UNKNOWN_FIELD,
      /* Translators: the code name of a record type, and what was taken for a field of it. */
      _ ("%s has no field “%s”."), self->name, field);
  return NULL;
}

const char *
aj_record_type_get_label (const AjRecordType *self)
{
  return _ (self->label);
}

const char *
aj_record_type_get_plural_label (const AjRecordType *self)
{
  return _ (self->plural_label);
}
