/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-history-private.h"

struct _AjChanges
{
  gatomicrefcount references;
  GPtrArray *all;    /* (owned) (element-type AjHistoryChange) */
  GArray *revisions; /* (owned) (element-type gint64): of each of them */
};

G_DEFINE_BOXED_TYPE (AjChanges, aj_changes, aj_changes_ref, aj_changes_unref)

AjChanges *
aj_changes_new (void)
{
  AjChanges *self = g_new0 (AjChanges, 1);

  g_atomic_ref_count_init (&self->references);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_history_change_free);
  self->revisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

AjChanges *
aj_changes_ref (AjChanges *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_changes_unref (AjChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->all);
  g_array_unref (self->revisions);
  g_free (self);
}

void
aj_changes_append (AjChanges *self, AjHistoryChange *change, gint64 revision)
{
  g_ptr_array_add (self->all, change);
  g_array_append_val (self->revisions, revision);
}

GPtrArray *
aj_changes_get_all (AjChanges *self)
{
  return self->all;
}

gint64
aj_changes_get_revision (AjChanges *self, guint index)
{
  g_return_val_if_fail (index < self->revisions->len, 0);

  return g_array_index (self->revisions, gint64, index);
}

gboolean
aj_changes_any (AjChanges *self, AjChangeFunc matches, gpointer user_data)
{
  for (guint i = 0; i < self->all->len; i++)
    if (matches (g_ptr_array_index (self->all, i), user_data))
      return TRUE;
  return FALSE;
}

gboolean
aj_changes_concern (AjChanges *self, const AjRecordType *type)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const AjHistoryChange *change = g_ptr_array_index (self->all, i);

      if (change->type == type)
        return TRUE;
    }
  return FALSE;
}
