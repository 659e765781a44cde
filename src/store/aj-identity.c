/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-identity.h"

#include "aj-history-private.h"
#include "aj-record-private.h"

/* Both the key of the table and what the record's end is told with. */
typedef struct
{
  AjIdentity *identity;
  const AjRecordType *type;
  const char *id;   /* (borrowed): the record's */
  AjRecord *record; /* (borrowed): this is what makes them weak */
} AjIdentityEntry;

struct _AjIdentity
{
  GHashTable *entries; /* (owned): set of AjIdentityEntry */
};

static guint
entry_hash (gconstpointer data)
{
  const AjIdentityEntry *entry = data;

  return g_str_hash (entry->id) ^ g_direct_hash (entry->type);
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const AjIdentityEntry *left = a;
  const AjIdentityEntry *right = b;

  return left->type == right->type && g_str_equal (left->id, right->id);
}

AjIdentity *
aj_identity_new (void)
{
  AjIdentity *self = g_new0 (AjIdentity, 1);

  self->entries = g_hash_table_new_full (entry_hash, entry_equal, g_free, NULL);
  return self;
}

static void
record_gone_cb (gpointer data, GObject *where_it_was)
{
  AjIdentityEntry *entry = data;

  g_hash_table_remove (entry->identity->entries, entry);
}

void
aj_identity_free (AjIdentity *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_object_weak_unref (G_OBJECT (((AjIdentityEntry *) key)->record), record_gone_cb, key);
  g_hash_table_unref (self->entries);
  g_free (self);
}

AjRecord *
aj_identity_peek (AjIdentity *self, const AjRecordType *type, const char *id)
{
  AjIdentityEntry key = { .type = type, .id = id };
  AjIdentityEntry *entry = g_hash_table_lookup (self->entries, &key);

  return entry != NULL ? entry->record : NULL;
}

AjRecord *
aj_identity_ref (AjIdentity *self, const AjRecordType *type, const char *id)
{
  AjRecord *record = aj_identity_peek (self, type, id);
  AjIdentityEntry *entry;

  if (record != NULL)
    return g_object_ref (record);

  record = aj_record_new (type, id);
  entry = g_new0 (AjIdentityEntry, 1);
  entry->identity = self;
  entry->type = type;
  entry->id = aj_record_get_id (record);
  entry->record = record;
  g_hash_table_add (self->entries, entry);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, entry);
  return record;
}

AjRecord *
aj_identity_ref_with_values (AjIdentity *self, const AjValues *values)
{
  AjRecord *record = aj_identity_ref (self, aj_values_get_record_type (values),
                                      aj_values_get_id (values));

  aj_record_put_values (record, values);
  return record;
}

void
aj_identity_put_values (AjIdentity *self, const AjValues *values)
{
  g_autoptr (AjRecord) record = aj_identity_peek (self, aj_values_get_record_type (values),
                                                  aj_values_get_id (values));

  /* Held while it tells, so that whoever hears it may let it go. */
  if (record != NULL)
    aj_record_put_values (g_object_ref (record), values);
}

void
aj_identity_apply (AjIdentity *self, AjChanges *changes)
{
  GPtrArray *all = aj_changes_get_all (changes);

  for (guint i = 0; i < all->len; i++)
    {
      const AjHistoryChange *change = g_ptr_array_index (all, i);
      g_autoptr (AjRecord) record = NULL;

      if (change->after != NULL)
        {
          aj_identity_put_values (self, change->after);
          continue;
        }
      record = aj_identity_peek (self, change->type, change->id);
      if (record != NULL)
        aj_record_put_removed (g_object_ref (record), aj_changes_get_revision (changes, i));
    }
}
