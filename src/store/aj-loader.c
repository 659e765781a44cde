/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-loader.h"

#include "aj-backend.h"

struct _AjLoader
{
  AjWorker *worker;     /* (borrowed) */
  AjIdentity *identity; /* (borrowed) */
  GSource *source;      /* (owned) (nullable): will ask for what is wanted */
  GHashTable *wanted;   /* (owned): const AjRecordType * -> GPtrArray of utf8 */
};

typedef struct
{
  AjLoader *loader; /* (borrowed): alive whenever an answer is given */
  AjLoadRequest request;
  AjLoaderDone done; /* (nullable) */
  gpointer user_data;
  GDestroyNotify destroy; /* (nullable) */
} AjLoading;

static void
loading_free (gpointer data)
{
  AjLoading *loading = data;

  if (loading->destroy != NULL)
    loading->destroy (loading->user_data);
  g_ptr_array_unref (loading->request.ids);
  g_ptr_array_unref (loading->request.values);
  g_free (loading);
}

AjLoader *
aj_loader_new (AjWorker *worker, AjIdentity *identity)
{
  AjLoader *self = g_new0 (AjLoader, 1);

  self->worker = worker;
  self->identity = identity;
  self->wanted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
aj_loader_free (AjLoader *self)
{
  if (self->source != NULL)
    {
      g_source_destroy (self->source);
      g_source_unref (self->source);
    }
  g_hash_table_unref (self->wanted);
  g_free (self);
}

static gboolean
load_job (AjBackend *backend, gpointer data, GError **error)
{
  AjLoading *loading = data;

  return aj_backend_load (backend, &loading->request, error);
}

static void
load_done (gpointer data, const GError *error)
{
  AjLoading *loading = data;
  GPtrArray *values = loading->request.values;
  g_autoptr (GPtrArray) records = NULL;

  /* The records then stay empty. The list they are in asks for its ids too, and shows what went wrong. */
  if (error != NULL)
    g_debug ("cannot load records: %s", error->message);
  if (loading->done == NULL)
    {
      for (guint i = 0; i < values->len; i++)
        aj_identity_put_values (loading->loader->identity, g_ptr_array_index (values, i));
      return;
    }
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (records, aj_identity_ref_with_values (loading->loader->identity,
                                                           g_ptr_array_index (values, i)));
  loading->done (records, loading->user_data);
}

void
aj_loader_load (AjLoader *self,
                const AjRecordType *type,
                GPtrArray *ids,
                AjLoaderDone done,
                gpointer user_data,
                GDestroyNotify destroy)
{
  AjLoading *loading = g_new0 (AjLoading, 1);

  loading->loader = self;
  loading->request.type = type;
  loading->request.ids = ids;
  loading->request.values = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  loading->done = done;
  loading->user_data = user_data;
  loading->destroy = destroy;
  aj_worker_ask (self->worker, load_job, loading, loading_free, NULL, load_done);
}

static gboolean
load_wanted_cb (gpointer user_data)
{
  AjLoader *self = user_data;
  GHashTableIter iter;
  gpointer type, ids;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &type, &ids))
    {
      GPtrArray *alive = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < ((GPtrArray *) ids)->len; i++)
        {
          const char *id = g_ptr_array_index ((GPtrArray *) ids, i);
          AjRecord *record = aj_identity_peek (self->identity, type, id);

          if (record != NULL && !aj_record_is_loaded (record))
            g_ptr_array_add (alive, g_strdup (id));
        }
      if (alive->len > 0)
        aj_loader_load (self, type, alive, NULL, NULL, NULL);
      else
        g_ptr_array_unref (alive);
    }
  g_hash_table_remove_all (self->wanted);
  g_clear_pointer (&self->source, g_source_unref);
  return G_SOURCE_REMOVE;
}

void
aj_loader_want (AjLoader *self, const AjRecordType *type, const char *id)
{
  GPtrArray *ids = g_hash_table_lookup (self->wanted, type);
  g_autoptr (GMainContext) context = NULL;

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->wanted, (gpointer) type, ids);
    }
  g_ptr_array_add (ids, g_strdup (id));
  if (self->source != NULL)
    return;

  /* Before the next frame is drawn, so that what it shows is there. */
  context = g_main_context_ref_thread_default ();
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self->source, load_wanted_cb, self, NULL);
  g_source_attach (self->source, context);
}
