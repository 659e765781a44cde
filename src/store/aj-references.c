/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-references.h"

#include <glib/gi18n-lib.h>

#include "aj-naming.h"
#include "aj-store-error.h"

/* How many of those that stand in the way are called by name. */
#define N_NAMED 3

/* One target; the first that refers to it stands for all. */
typedef struct
{
  const AjRecordType *target;
  char *id; /* (owned) */
  const AjField *field;
  AjValues *referrer; /* (owned) */
} AjReference;

static guint
reference_hash (gconstpointer key)
{
  const AjReference *reference = key;

  return g_str_hash (reference->id) ^ g_direct_hash (reference->target);
}

static gboolean
reference_equal (gconstpointer a, gconstpointer b)
{
  const AjReference *left = a;
  const AjReference *right = b;

  return left->target == right->target && g_str_equal (left->id, right->id);
}

static void
reference_free (gpointer data)
{
  AjReference *reference = data;

  g_free (reference->id);
  aj_values_unref (reference->referrer);
  g_free (reference);
}

GHashTable *
aj_references_new (void)
{
  return g_hash_table_new_full (reference_hash, reference_equal, reference_free, NULL);
}

void
aj_references_note_written (GHashTable *self, const AjValues *before, const AjValues *after)
{
  const AjRecordType *type = aj_values_get_record_type (after);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (after, i);
      AjReference key = { .field = field };
      AjReference *reference;

      if (field->kind != AJ_FIELD_REFERENCE || value->kind != AJ_VALUE_TEXT ||
          (before != NULL && aj_value_equal (aj_values_peek (before, i), value)))
        continue;
      key.target = aj_record_type_lookup (field->target);
      key.id = value->as.text;
      if (key.target == NULL || g_hash_table_contains (self, &key))
        continue;
      reference = g_new0 (AjReference, 1);
      reference->target = key.target;
      reference->id = g_strdup (key.id);
      reference->field = field;
      reference->referrer = aj_values_ref (after);
      g_hash_table_add (self, reference);
    }
}

/* What a name is put together from: what there is, and what is just being removed. */
typedef struct
{
  AjRows *rows;
  GPtrArray *changes; /* (element-type AjHistoryChange): of this edit */
} AjNames;

static AjValues *
find_named (const AjRecordType *type, const char *id, gpointer user_data)
{
  const AjNames *names = user_data;
  /* Without it the sentence is poorer, and still right. */
  AjValues *found = aj_rows_get (names->rows, type, id, NULL);

  for (guint i = 0; found == NULL && i < names->changes->len; i++)
    {
      const AjHistoryChange *change = names->changes->pdata[i];

      if (change->type == type && change->before != NULL && g_str_equal (change->id, id))
        found = aj_values_ref (change->before);
    }
  return found;
}

/* What people call a record, with its kind. */
static char *
name_record (const AjValues *values, AjNames *names)
{
  const char *kind = aj_record_type_get_label (aj_values_get_record_type (values));
  g_autofree char *name = aj_naming_describe (values, find_named, names);

  if (name == NULL)
    return g_strdup (kind);
  /* Translators: the kind and the title of a record, as in: Meeting “Cybercrime among the young”. */
  return g_strdup_printf (_ ("%s “%s”"), kind, name);
}

static char *
name_all (GPtrArray *records, gint64 count, AjNames *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = name_record (g_ptr_array_index (records, i), names);

      if (i > 0)
        /* Translators: between the names in a list. */
        g_string_append (text, _ (", "));
      g_string_append (text, name);
    }
  if (count > (gint64) records->len)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
set_referenced_error (
    const AjValues *removed, GPtrArray *records, gint64 count, AjNames *names, GError **error)
{
  g_autofree char *name = name_record (removed, names);
  g_autofree char *all = name_all (records, count, names);

  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED,
               /* Translators: a record, how many others refer to it, and some of those by name. */
               ngettext ("%1$s cannot be removed: %2$d other record refers to it (%3$s). Change or "
                         "remove that one first.",
                         "%1$s cannot be removed: %2$d other records refer to it (%3$s). Change or "
                         "remove those first.",
                         (gulong) count),
               name, (int) count, all);
}

static gboolean
check_removed (const AjValues *removed, AjNames *names, GError **error)
{
  const AjRecordType *target = aj_values_get_record_type (removed);
  const AjRecordType *const *types = aj_record_types_all ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  gint64 count = 0;

  for (guint i = 0; types[i] != NULL; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const AjField *field = &types[i]->fields[j];

        if (field->kind == AJ_FIELD_REFERENCE && g_str_equal (field->target, target->name) &&
            !aj_rows_find_referrers (names->rows, types[i], field, aj_values_get_id (removed),
                                     found, N_NAMED, &count, error))
          return FALSE;
      }
  if (count == 0)
    return TRUE;
  set_referenced_error (removed, found, count, names, error);
  return FALSE;
}

static gboolean
check_reference (const AjReference *reference, AjNames *names, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) target = aj_rows_get (names->rows, reference->target, reference->id,
                                             &local_error);
  g_autofree char *name = NULL;

  if (target != NULL)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  name = name_record (reference->referrer, names);
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED,
               /* Translators: a record, and the label of the field that refers to another one. */
               _ ("%s: what is filled in under “%s” is not there any more. Choose something else."),
               name, aj_field_get_label (reference->field));
  return FALSE;
}

gboolean
aj_references_check (GHashTable *self, AjChanges *changes, AjRows *rows, GError **error)
{
  GPtrArray *all = aj_changes_get_all (changes);
  AjNames names = { rows, all };
  GHashTableIter iter;
  gpointer reference;

  for (guint i = 0; i < all->len; i++)
    {
      const AjHistoryChange *change = g_ptr_array_index (all, i);

      if (change->after == NULL && !check_removed (change->before, &names, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, &reference, NULL))
    if (!check_reference (reference, &names, error))
      return FALSE;
  return TRUE;
}
