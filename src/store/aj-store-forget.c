/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-forget.h"

#include <string.h>

#include "aj-backend-forget.h"
#include "aj-store-private.h"

void
aj_mention_free (AjMention *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static AjForgetRequest *
request_new_for_mentions (const AjRecordType *type, const char *const *ids)
{
  AjForgetRequest *request = g_new0 (AjForgetRequest, 1);

  request->type = type;
  request->ids = g_strdupv ((GStrv) ids);
  return request;
}

static AjForgetRequest *
request_new (AjStore *store, const AjForgetting *what)
{
  AjForgetRequest *request = g_new0 (AjForgetRequest, 1);

  request->type = what->type;
  request->ids = g_strdupv ((GStrv) what->ids);
  request->name = g_strdup (what->name);
  request->label = g_strdup (what->label);
  request->date_field = what->date_field != NULL ? g_intern_string (what->date_field) : NULL;
  request->end_field = what->end_field != NULL ? g_intern_string (what->end_field) : NULL;
  request->date = aj_clock_get_today (aj_store_get_clock (store));
  request->flags = what->flags;
  request->at = aj_clock_get_unix (aj_store_get_clock (store));
  return request;
}

GPtrArray *
aj_store_find_mentions (AjStore *self,
                        const AjRecordType *type,
                        const char *const *ids,
                        GError **error)
{
  AjForgetRequest *request;
  GPtrArray *mentions = NULL;

  g_return_val_if_fail (AJ_IS_STORE (self), NULL);
  g_return_val_if_fail (type != NULL && ids != NULL, NULL);

  request = request_new_for_mentions (type, ids);
  if (aj_worker_run (aj_store_get_worker (self), aj_backend_find_mentions, request, error))
    mentions = g_steal_pointer (&request->mentions);
  aj_forget_request_free (request);
  return mentions;
}

static gboolean
find_mentions_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_find_mentions (backend, g_task_get_task_data (task), error);
}

static void
find_mentions_done (gpointer task, const GError *error)
{
  AjForgetRequest *request = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_steal_pointer (&request->mentions),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_store_find_mentions_async (AjStore *self,
                              const AjRecordType *type,
                              const char *const *ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (type != NULL && ids != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_find_mentions_async);
  g_task_set_task_data (task, request_new_for_mentions (type, ids),
                        (GDestroyNotify) aj_forget_request_free);
  aj_worker_push (aj_store_get_worker (self), find_mentions_for_task, g_object_ref (task),
                  g_object_unref, cancellable, find_mentions_done);
}

GPtrArray *
aj_store_find_mentions_finish (AjStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_store_forget (AjStore *self, const AjForgetting *what, gboolean *wiped, GError **error)
{
  AjForgetRequest *request;
  gboolean done;

  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);
  g_return_val_if_fail (what->name != NULL && what->label != NULL, FALSE);

  request = request_new (self, what);
  done = aj_worker_run (aj_store_get_worker (self), aj_backend_forget, request, error);
  if (done && wiped != NULL)
    *wiped = request->wiped;
  aj_forget_request_free (request);
  return done;
}

static gboolean
forget_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return aj_backend_forget (backend, g_task_get_task_data (task), error);
}

static void
forget_done (gpointer task, const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

void
aj_store_forget_async (AjStore *self,
                       const AjForgetting *what,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (what->name != NULL && what->label != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_forget_async);
  /* What is forgotten is gone, even when it is cancelled right after. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request_new (self, what), (GDestroyNotify) aj_forget_request_free);
  aj_worker_push (aj_store_get_worker (self), forget_for_task, g_object_ref (task), g_object_unref,
                  cancellable, forget_done);
}

gboolean
aj_store_forget_finish (AjStore *self, GAsyncResult *result, gboolean *wiped, GError **error)
{
  const AjForgetRequest *request;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  request = g_task_get_task_data (G_TASK (result));
  if (wiped != NULL)
    *wiped = request->wiped;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* By their names alone: to open and close a data file would let go of the locks that this program may have on it. What
 * does not begin as this file is another network, and what does not end as a data file is something made of it. */
static gboolean
is_copy (const char *name, const char *own, const char *stem, const char *ending)
{
  static const char *const beside[] = { "-wal", "-shm", "-journal", ".lock" };
  const char *rest = name + strlen (stem);

  if (g_str_equal (name, own) || !g_str_has_prefix (name, stem))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    if (g_str_has_suffix (name, beside[i]))
      return FALSE;
  /* "network.aanjager~" and "network.aanjager.bak" */
  if (*ending != '\0' && g_str_has_prefix (name, own))
    return !g_ascii_isalnum (name[strlen (own)]);
  /* "network.old", "network-copy" and "network (2)", but not "networking". */
  if (g_ascii_isalnum (*rest))
    return FALSE;
  if (*ending == '\0')
    return strchr (rest, '.') == NULL;
  return g_str_has_suffix (name, ending) || g_str_equal (rest, ".old") ||
         g_str_equal (rest, ".bak");
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
aj_store_list_copies (AjStore *self)
{
  g_autofree char *folder = g_path_get_dirname (aj_store_get_path (self));
  g_autofree char *own = g_path_get_basename (aj_store_get_path (self));
  const char *dot = strrchr (own, '.');
  g_autofree char *stem = NULL;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dot == NULL || dot == own)
    dot = own + strlen (own);
  stem = g_strndup (own, (gsize) (dot - own));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_copy (name, own, stem, dot))
      g_ptr_array_add (copies, g_filename_display_name (name));
  g_ptr_array_sort (copies, compare_names_cb);
  return g_steal_pointer (&copies);
}
