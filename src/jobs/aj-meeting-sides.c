/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-sides.h"

void
aj_meeting_sides_free (AjMeetingSides *self)
{
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_pointer (&self->template, aj_cycle_template_free);
  g_free (self);
}

static void
template_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjCycleTemplate *template = aj_cycle_template_load_finish (AJ_STORE (source), result, &error);
  AjMeetingSides *self;

  if (template == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_new0 (AjMeetingSides, 1);
  self->facts = aj_meeting_facts_ref (g_task_get_task_data (task));
  self->template = template;
  g_task_return_pointer (task, self, (GDestroyNotify) aj_meeting_sides_free);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load_finish (AJ_STORE (source), result, &error);

  if (facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, facts, (GDestroyNotify) aj_meeting_facts_unref);
  aj_cycle_template_load_async (AJ_STORE (source),
                                aj_values_get_text (aj_meeting_facts_get_meeting (facts), "group"),
                                g_task_get_cancellable (task), template_loaded_cb,
                                g_object_ref (task));
}

void
aj_meeting_sides_load_async (AjStore *store,
                             const char *meeting_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_meeting_sides_load_async);
  aj_meeting_facts_load_async (store, NULL, meeting_id, cancellable, facts_loaded_cb, task);
}

AjMeetingSides *
aj_meeting_sides_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_meeting_sides_is_concerned (AjMeetingSides *self, AjChanges *changes)
{
  return aj_meeting_facts_is_concerned (self->facts, changes) ||
         aj_cycle_template_is_concerned (self->template, changes);
}
