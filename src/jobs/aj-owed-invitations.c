/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-owed-invitations.h"

#include "aj-meeting.h"
#include "aj-pass.h"

/* The meetings first, then the groups once, then one meeting after another. */
typedef struct
{
  GPtrArray *ids; /* (owned) (element-type utf8) */
  guint n_asked;
  AjGroupBook *book; /* (owned) (nullable) */
  GPtrArray *owed;   /* (owned) (element-type AjInvitations) */
} Loading;

static Loading *
loading_new (void)
{
  Loading *self = g_new0 (Loading, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->owed = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_invitations_free);
  return self;
}

static void
loading_free (gpointer data)
{
  Loading *self = data;

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->owed);
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

/* (element-type AjQuery) (transfer full) */
static GPtrArray *
make_queries (AjStore *store)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  AjQuery *query = aj_query_new (&aj_meeting_record_type);
  g_autofree char *today = aj_date_to_iso (aj_clock_get_today (aj_store_get_clock (store)));

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, today);
  aj_query_order_by (query, "starts-at", FALSE);
  g_ptr_array_add (queries, query);
  return queries;
}

static gboolean
take_meeting_cb (const AjValues *meeting, gpointer user_data, GError **error)
{
  g_ptr_array_add (((Loading *) user_data)->ids, g_strdup (aj_values_get_id (meeting)));
  return TRUE;
}

static void
take_facts (Loading *self, AjMeetingFacts *facts)
{
  AjInvitations *invitations = aj_invitations_new (facts);

  if (aj_invitations_is_any_owed (invitations) ||
      aj_invitations_get_counts (invitations)->n_stuck > 0)
    g_ptr_array_add (self->owed, invitations);
  else
    aj_invitations_free (invitations);
}

/* One that was removed since it was listed is owed to nobody. */
static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
}

GPtrArray *
aj_owed_invitations_load (AjStore *store, GError **error)
{
  g_autoptr (Loading) self = loading_new ();
  g_autoptr (GPtrArray) queries = make_queries (store);

  if (!aj_pass_run (store, queries, take_meeting_cb, self, error))
    return NULL;
  self->book = aj_group_book_load (store, error);
  if (self->book == NULL)
    return NULL;
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (GError) unread = NULL;
      g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (store, self->book,
                                                                self->ids->pdata[i], &unread);

      if (facts != NULL)
        take_facts (self, facts);
      else if (!is_gone (unread))
        {
          g_propagate_error (error, g_steal_pointer (&unread));
          return NULL;
        }
    }
  return g_ptr_array_ref (self->owed);
}

static void ask_next (GTask *task);

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);

  if (facts != NULL)
    take_facts (g_task_get_task_data (task), facts);
  else if (!is_gone (error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  ask_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
ask_next (GTask *task)
{
  Loading *self = g_task_get_task_data (task);

  if (self->n_asked < self->ids->len)
    {
      aj_meeting_facts_load_async (g_task_get_source_object (task), self->book,
                                   self->ids->pdata[self->n_asked++], g_task_get_cancellable (task),
                                   facts_loaded_cb, task);
      return;
    }
  g_task_return_pointer (task, g_ptr_array_ref (self->owed), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

static void
book_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->book = aj_group_book_load_finish (AJ_STORE (source), result, &error);
  if (self->book == NULL)
    g_task_return_error (task, error);
  else
    ask_next (g_steal_pointer (&task));
}

static void
meetings_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    aj_group_book_load_async (AJ_STORE (source), g_task_get_cancellable (task), book_loaded_cb,
                              g_object_ref (task));
}

void
aj_owed_invitations_load_async (AjStore *store,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Loading *self = loading_new ();
  g_autoptr (GPtrArray) queries = make_queries (store);

  g_task_set_source_tag (task, aj_owed_invitations_load_async);
  g_task_set_task_data (task, self, loading_free);
  aj_pass_run_async (store, queries, take_meeting_cb, self, cancellable, meetings_listed_cb, task);
}

GPtrArray *
aj_owed_invitations_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
