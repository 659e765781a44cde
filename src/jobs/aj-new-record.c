/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-new-record.h"

#include <glib/gi18n-lib.h>

#include "aj-evaluation.h"
#include "aj-rollout.h"

static gboolean
is_evaluation (const AjValues *values)
{
  return aj_values_get_record_type (values) == &aj_evaluation_record_type;
}

void
aj_new_record_begin (AjValues *values, AjDate today)
{
  if (is_evaluation (values) && aj_values_is_empty (values, "date"))
    aj_values_set_date (values, "date", today);
}

gboolean
aj_new_record_concludes (const AjValues *values, const AjValues *rollout)
{
  return is_evaluation (values) && rollout != NULL &&
         aj_rollout_get_phase (rollout) == AJ_PHASE_DONE;
}

/* What is read, on its way. */
typedef struct
{
  AjEdit *edit;     /* (owned) */
  AjValues *values; /* (owned) */
} Completion;

static void
completion_free (Completion *self)
{
  g_object_unref (self->edit);
  aj_values_unref (self->values);
  g_free (self);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Completion *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  const AjValues *rollout;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  rollout = found->len > 0 ? aj_record_get_values (found->pdata[0]) : NULL;
  if (!aj_new_record_concludes (self->values, rollout))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  aj_values_set_text (aj_edit_change_values (self->edit, rollout), "phase",
                      aj_phase_get_code (AJ_PHASE_EVALUATED));
  aj_edit_set_label (self->edit, _ ("Add evaluation, and set the rollout to evaluated"));
  g_task_return_boolean (task, TRUE);
}

void
aj_new_record_complete_async (AjEdit *edit,
                              AjStore *store,
                              const AjValues *values,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (AjQuery) query = NULL;
  Completion *self;

  g_task_set_source_tag (task, aj_new_record_complete_async);
  if (!is_evaluation (values) || aj_values_is_empty (values, "rollout"))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  self = g_new (Completion, 1);
  *self = (Completion){ g_object_ref (edit), aj_values_copy (values) };
  g_task_set_task_data (task, self, (GDestroyNotify) completion_free);
  query = aj_query_new (&aj_rollout_record_type);
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, aj_values_get_text (values, "rollout"));
  aj_store_fetch_async (store, query, cancellable, fetched_cb, g_steal_pointer (&task));
}

gboolean
aj_new_record_complete_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
