/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-ownership.h"

GHashTable *
aj_ownership_new_owners (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) aj_values_unref);
}

GPtrArray *
aj_ownership_new_removed (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

GPtrArray *
aj_ownership_new_parts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

static const AjField *
get_owner_field (const AjRecordType *type)
{
  return type->owner_field == NULL ? NULL
                                   : aj_record_type_get_field (type, type->owner_field, NULL);
}

/* NULL without an error when it has none, or one that is not there: the references tell of that. */
static gboolean
read_owner (AjTransaction *transaction, const AjValues *values, AjValues **owner, GError **error)
{
  const AjField *field = get_owner_field (aj_values_get_record_type (values));
  const char *id = field != NULL ? aj_values_get_text (values, field->name) : NULL;

  *owner = NULL;
  return id == NULL ||
         aj_transaction_get (transaction, aj_record_type_lookup (field->target), id, owner, error);
}

gboolean
aj_ownership_settle (AjTransaction *transaction,
                     const AjValues *before,
                     AjValues *after,
                     GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (after != NULL ? after : before);
  g_autoptr (AjValues) owner = NULL;
  g_autoptr (AjValues) left = NULL;

  if (type->derive == NULL && type->check_change == NULL)
    return TRUE;
  if (!read_owner (transaction, after != NULL ? after : before, &owner, error))
    return FALSE;
  if (after != NULL && owner != NULL && type->derive != NULL)
    type->derive (owner, before, after);
  if (type->check_change == NULL)
    return TRUE;
  /* Whoever takes it away from an owner needs the leave of that one too. */
  if (before != NULL && after != NULL && type->owner_field != NULL &&
      aj_values_differ (before, after, type->owner_field) &&
      (!read_owner (transaction, before, &left, error) ||
       (left != NULL && !type->check_change (left, before, NULL, error))))
    return FALSE;
  return type->check_change (owner, before, after, error);
}

/* Whether records of @part belong to such as @owner; receives the field that says so. */
static const AjField *
get_part_field (const AjRecordType *part, const AjValues *owner)
{
  const AjField *field = get_owner_field (part);

  return field != NULL && g_str_equal (field->target, aj_values_get_record_type (owner)->name)
             ? field
             : NULL;
}

void
aj_ownership_note_written (AjTransaction *transaction,
                           const AjValues *before,
                           const AjValues *after)
{
  const AjRecordType *written = aj_values_get_record_type (after);

  if (written->check_parts != NULL)
    g_ptr_array_add (transaction->parts, aj_values_ref (after));
  /* A new record has no parts yet that do not know it. */
  if (before == NULL)
    return;
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    if ((*type)->derive != NULL && get_part_field (*type, after) != NULL)
      {
        g_hash_table_replace (transaction->owners, (char *) aj_values_get_id (after),
                              aj_values_ref (after));
        return;
      }
}

void
aj_ownership_note_removed (AjTransaction *transaction, const AjValues *before)
{
  g_ptr_array_add (transaction->removed, aj_values_ref (before));
}

/* (transfer full) (element-type AjValues): NULL on failure. */
static GPtrArray *
list_parts (AjTransaction *transaction,
            const AjRecordType *type,
            const AjField *field,
            const AjValues *owner,
            GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  gint64 count = 0;

  if (!aj_rows_find_referrers (transaction->backend->rows, type, field, aj_values_get_id (owner),
                               parts, G_MAXUINT, &count, error))
    return NULL;
  return g_steal_pointer (&parts);
}

static gboolean
follow_owner (AjTransaction *transaction,
              const AjRecordType *type,
              const AjValues *owner,
              GError **error)
{
  const AjField *field = get_part_field (type, owner);
  g_autoptr (GPtrArray) parts = NULL;

  if (type->derive == NULL || field == NULL)
    return TRUE;
  parts = list_parts (transaction, type, field, owner, error);
  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (AjValues) after = aj_values_copy (parts->pdata[i]);

      if (!aj_transaction_put (transaction, parts->pdata[i], after, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow_owners (AjTransaction *transaction, GError **error)
{
  g_autoptr (GHashTable) owners = g_steal_pointer (&transaction->owners);
  GHashTableIter iter;
  gpointer owner;

  transaction->owners = aj_ownership_new_owners ();
  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, NULL, &owner))
    for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
      if (!follow_owner (transaction, *type, owner, error))
        return FALSE;
  return TRUE;
}

/* @field of @type refers to such as @removed was. */
static gboolean
let_go_of (AjTransaction *transaction,
           const AjRecordType *type,
           const AjField *field,
           const AjValues *removed,
           GError **error)
{
  gboolean is_part = field == get_owner_field (type);
  g_autoptr (GPtrArray) referrers = NULL;

  if (!is_part && !field->loose)
    return TRUE;
  referrers = list_parts (transaction, type, field, removed, error);
  if (referrers == NULL)
    return FALSE;
  for (guint i = 0; i < referrers->len; i++)
    {
      g_autoptr (AjValues) after = is_part ? NULL : aj_values_copy (referrers->pdata[i]);

      if (after != NULL)
        aj_values_clear (after, field->name);
      if (after != NULL ? !aj_transaction_put (transaction, referrers->pdata[i], after, error)
                        : !aj_transaction_remove (transaction, referrers->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
let_go_of_all (AjTransaction *transaction, const AjValues *removed, GError **error)
{
  const char *target = aj_values_get_record_type (removed)->name;

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    for (guint i = 0; i < (*type)->n_fields; i++)
      {
        const AjField *field = &(*type)->fields[i];

        if (field->kind == AJ_FIELD_REFERENCE && g_str_equal (field->target, target) &&
            !let_go_of (transaction, *type, field, removed, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
aj_ownership_follow (AjTransaction *transaction, GError **error)
{
  /* Parts may have parts, so both grow while they are gone through. */
  for (guint i = 0; i < transaction->removed->len; i++)
    if (!let_go_of_all (transaction, transaction->removed->pdata[i], error))
      return FALSE;
  while (g_hash_table_size (transaction->owners) > 0)
    if (!follow_owners (transaction, error))
      return FALSE;
  return TRUE;
}

/* (transfer full) (element-type AjValues): those of @parts that @written names, as they are in the end. */
static GPtrArray *
pick_changed (GPtrArray *parts, GHashTable *written)
{
  g_autoptr (GPtrArray) changed = aj_ownership_new_parts ();

  for (guint i = 0; i < parts->len; i++)
    if (g_hash_table_contains (written, aj_values_get_id (parts->pdata[i])))
      g_ptr_array_add (changed, aj_values_ref (parts->pdata[i]));
  return g_steal_pointer (&changed);
}

static gboolean
check_beside_like (AjTransaction *transaction,
                   const AjValues *part,
                   GHashTable *written,
                   GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (part);
  g_autoptr (AjValues) owner = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) changed = NULL;

  if (!read_owner (transaction, part, &owner, error))
    return FALSE;
  if (owner == NULL)
    return TRUE;
  parts = list_parts (transaction, type, get_owner_field (type), owner, error);
  if (parts == NULL)
    return FALSE;
  changed = pick_changed (parts, written);
  return type->check_parts (owner, parts, changed, error);
}

gboolean
aj_ownership_check_parts (AjTransaction *transaction, GError **error)
{
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *parts = transaction->parts;

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_add (written, (char *) aj_values_get_id (parts->pdata[i]));
  for (guint i = 0; i < parts->len; i++)
    {
      const AjRecordType *type = aj_values_get_record_type (parts->pdata[i]);
      const char *owner = aj_values_get_text (parts->pdata[i], type->owner_field);

      /* One look at each owner is enough, however many of its parts were written. */
      if (owner != NULL && g_hash_table_add (seen, g_strconcat (type->name, " ", owner, NULL)) &&
          !check_beside_like (transaction, parts->pdata[i], written, error))
        return FALSE;
    }
  return TRUE;
}
