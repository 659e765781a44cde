/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-programme-past-private.h"

struct _AjProgrammePast
{
  const AjRecordType *type;
  GHashTable *by_id; /* (owned) (element-type utf8 Earlier) */
};

/* Of one record: the fields that were different, as the oldest change found them. */
typedef struct
{
  AjValues *values; /* (owned) */
  guint64 fields;   /* bit i: field i of @values counts */
  gboolean there;   /* whether there was a record */
} Earlier;

static void
earlier_free (gpointer data)
{
  Earlier *earlier = data;

  aj_values_unref (earlier->values);
  g_free (earlier);
}

AjProgrammePast *
aj_programme_past_new (const AjRecordType *type)
{
  AjProgrammePast *self = g_new0 (AjProgrammePast, 1);

  self->type = type;
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, earlier_free);
  return self;
}

void
aj_programme_past_free (AjProgrammePast *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static Earlier *
take (AjProgrammePast *self, const char *id)
{
  Earlier *earlier = g_hash_table_lookup (self->by_id, id);

  if (earlier == NULL)
    {
      earlier = g_new0 (Earlier, 1);
      earlier->values = aj_values_new_empty (self->type, id, 0);
      g_hash_table_insert (self->by_id, g_strdup (id), earlier);
    }
  return earlier;
}

static void
walk_back (Earlier *earlier, const AjHistoryChange *change)
{
  earlier->there = change->before != NULL;
  for (guint i = 0; earlier->there && i < change->type->n_fields; i++)
    if (change->after == NULL || aj_history_change_is_touched (change, i))
      {
        aj_values_set (earlier->values, i, aj_values_peek (change->before, i));
        earlier->fields |= G_GUINT64_CONSTANT (1) << i;
      }
}

void
aj_programme_past_add (AjProgrammePast *self, const AjHistoryEntry *entry)
{
  for (guint i = entry->changes->len; i > 0; i--)
    {
      const AjHistoryChange *change = entry->changes->pdata[i - 1];

      if (change->type == self->type)
        walk_back (take (self, change->id), change);
    }
}

GPtrArray *
aj_programme_past_list_ids (AjProgrammePast *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  return ids;
}

AjValues *
aj_programme_past_restore (AjProgrammePast *self, const char *id, const AjValues *now)
{
  const Earlier *earlier = g_hash_table_lookup (self->by_id, id);
  AjValues *then;

  if (earlier == NULL)
    return now != NULL ? aj_values_ref (now) : NULL;
  if (!earlier->there)
    return NULL;
  then = aj_values_copy (now != NULL ? now : earlier->values);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (earlier->fields >> i & 1)
      aj_values_set (then, i, aj_values_peek (earlier->values, i));
  return then;
}
