/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-references.h"

#include <glib/gi18n-lib.h>

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

/* The title of what @field of the record refers to; NULL when it has none or is not there (any more). */
static char *
find_title (const AjValues *values, guint field, AjRows *rows)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjValue *value = aj_values_peek (values, field);
  const AjRecordType *target;
  g_autoptr (AjValues) found = NULL;

  if (type->fields[field].kind != AJ_FIELD_REFERENCE || value->kind != AJ_VALUE_TEXT)
    return NULL;
  target = aj_record_type_lookup (type->fields[field].target);
  if (target == NULL || target->title_field == NULL)
    return NULL;
  /* Without it the sentence is poorer, and still right. */
  found = aj_rows_get (rows, target, value->as.text, NULL);
  return found != NULL ? g_strdup (aj_values_get_text (found, target->title_field)) : NULL;
}

static void
append_part (GString *title, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (title->len > 0)
    g_string_append (title, " – ");
  g_string_append (title, part);
}

static void
append_display (GString *title, const AjValues *values, guint field)
{
  g_autofree char *text = NULL;

  if (aj_values_peek (values, field)->kind == AJ_VALUE_NONE)
    return;
  text = aj_field_display (&aj_values_get_record_type (values)->fields[field],
                           aj_values_peek (values, field));
  append_part (title, text);
}

/* What stands for the title of a record without one: what it refers to, and when it is. A seat is called by its group
 * and whose it is, a meeting without a theme by its group and its day. Where that is nothing, for what it refers to is
 * just being removed, its days and choices say something still: an education seat, a call of 21 November. */
static char *
make_title (const AjValues *values, AjRows *rows)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *part = find_title (values, i, rows);

      append_part (title, part);
      if (field->kind == AJ_FIELD_WALL_TIME && g_strcmp0 (field->name, type->order_field) == 0)
        append_display (title, values, i);
    }
  for (guint i = 0, named = title->len > 0; i < type->n_fields && !named; i++)
    if (type->fields[i].kind == AJ_FIELD_CHOICE || type->fields[i].kind == AJ_FIELD_DATE)
      append_display (title, values, i);
  return title->len > 0 ? g_string_free (g_steal_pointer (&title), FALSE) : NULL;
}

/* What people call a record: its kind and its title, or what stands for that. */
static char *
name_record (const AjValues *values, AjRows *rows)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autofree char *title = type->title_field != NULL
                               ? g_strdup (aj_values_get_text (values, type->title_field))
                               : NULL;

  if (title == NULL)
    title = make_title (values, rows);
  if (title == NULL)
    return g_strdup (aj_record_type_get_label (type));
  /* Translators: the kind and the title of a record, as in: Meeting “Cybercrime among the young”. */
  return g_strdup_printf (_ ("%s “%s”"), aj_record_type_get_label (type), title);
}

static char *
name_all (GPtrArray *records, gint64 count, AjRows *rows)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = name_record (g_ptr_array_index (records, i), rows);

      if (i > 0)
        /* Translators: between the names in a list. */
        g_string_append (names, _ (", "));
      g_string_append (names, name);
    }
  if (count > (gint64) records->len)
    g_string_append (names, " …");
  return g_string_free (names, FALSE);
}

static void
set_referenced_error (
    const AjValues *removed, GPtrArray *records, gint64 count, AjRows *rows, GError **error)
{
  g_autofree char *name = name_record (removed, rows);
  g_autofree char *names = name_all (records, count, rows);

  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_REFERENCED,
               /* Translators: a record, how many others refer to it, and some of those by name. */
               ngettext ("%1$s cannot be removed: %2$d other record refers to it (%3$s). Change or "
                         "remove that one first.",
                         "%1$s cannot be removed: %2$d other records refer to it (%3$s). Change or "
                         "remove those first.",
                         (gulong) count),
               name, (int) count, names);
}

static gboolean
check_removed (const AjValues *removed, AjRows *rows, GError **error)
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
            !aj_rows_find_referrers (rows, types[i], field, aj_values_get_id (removed), found,
                                     N_NAMED, &count, error))
          return FALSE;
      }
  if (count == 0)
    return TRUE;
  set_referenced_error (removed, found, count, rows, error);
  return FALSE;
}

static gboolean
check_reference (const AjReference *reference, AjRows *rows, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) target = aj_rows_get (rows, reference->target, reference->id, &local_error);
  g_autofree char *name = NULL;

  if (target != NULL)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  name = name_record (reference->referrer, rows);
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
  GHashTableIter iter;
  gpointer reference;

  for (guint i = 0; i < all->len; i++)
    {
      const AjHistoryChange *change = g_ptr_array_index (all, i);

      if (change->after == NULL && !check_removed (change->before, rows, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, &reference, NULL))
    if (!check_reference (reference, rows, error))
      return FALSE;
  return TRUE;
}
