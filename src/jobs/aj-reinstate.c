/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reinstate.h"

#include "aj-meeting.h"

/* (nullable): what the meeting was before this change cancelled it. */
static const char *
get_state_before (const AjHistoryChange *change)
{
  const char *before = change->before != NULL ? aj_values_get_text (change->before, "state") : NULL;
  const char *after = change->after != NULL ? aj_values_get_text (change->after, "state") : NULL;

  if (before == NULL || g_strcmp0 (after, AJ_MEETING_CANCELLED) != 0 || g_str_equal (before, after))
    return NULL;
  return before;
}

const char *
aj_reinstate_find_state (GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AjHistoryEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = entry->changes->len; j > 0; j--)
        {
          const AjHistoryChange *change = g_ptr_array_index (entry->changes, j - 1);
          const char *before;

          /* An edit may have changed other meetings too. */
          if (change->type != &aj_meeting_record_type || g_strcmp0 (change->id, id) != 0)
            continue;
          before = get_state_before (change);
          if (before != NULL)
            return before;
        }
    }
  return AJ_MEETING_PLANNED;
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = aj_store_list_history_finish (AJ_STORE (source), result, &error);

  if (entries == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (
        task, g_strdup (aj_reinstate_find_state (entries, g_task_get_task_data (task))), g_free);
}

void
aj_reinstate_read_state_async (AjStore *store,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const AjHistoryFilter filter = { .type = &aj_meeting_record_type,
                                   .id = id,
                                   .with_changes = TRUE };
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_reinstate_read_state_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  aj_store_list_history_async (store, &filter, cancellable, history_read_cb, task);
}

char *
aj_reinstate_read_state_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
