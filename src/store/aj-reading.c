/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-reading.h"

#include "aj-store-private.h"

/* How many records a page holds at most. */
#define PAGE 256

struct _AjReading
{
  GObject parent_instance;
  AjStore *store; /* (owned) */
  AjQuery *query; /* (owned) */
  AjIds *ids;     /* (owned) (nullable): NULL until the first page was asked for */
  guint n_read;   /* of those */
};

G_DEFINE_FINAL_TYPE (AjReading, aj_reading, G_TYPE_OBJECT)

static void
aj_reading_finalize (GObject *object)
{
  AjReading *self = AJ_READING (object);

  g_clear_pointer (&self->ids, aj_ids_free);
  g_clear_pointer (&self->query, aj_query_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_reading_parent_class)->finalize (object);
}

static void
aj_reading_class_init (AjReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_reading_finalize;
}

static void
aj_reading_init (AjReading *self)
{
}

AjReading *
aj_reading_new (AjStore *store, AjQuery *query)
{
  AjReading *self;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_object_new (AJ_TYPE_READING, NULL);
  self->store = g_object_ref (store);
  self->query = aj_query_ref (query);
  return self;
}

static gboolean
load_ids (AjReading *self, AjBackend *backend, GError **error)
{
  g_autoptr (AjIds) ids = aj_ids_new ();
  AjIdsRequest request = { .query = self->query, .ids = ids };

  if (!aj_backend_fetch_ids (backend, &request, error))
    return FALSE;
  self->ids = g_steal_pointer (&ids);
  return TRUE;
}

static gboolean
load_some (AjReading *self, AjBackend *backend, GPtrArray *values, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  AjLoadRequest request = { .type = aj_query_get_record_type (self->query),
                            .ids = ids,
                            .values = values };

  for (; self->n_read < aj_ids_get_length (self->ids) && ids->len < PAGE; self->n_read++)
    g_ptr_array_add (ids, aj_ids_dup (self->ids, self->n_read));
  return aj_backend_load (backend, &request, error);
}

/* What a page is asked for and given in. */
typedef struct
{
  AjReading *reading; /* (borrowed) */
  GPtrArray *values;  /* (owned) (element-type AjValues) */
} Page;

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->values);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static Page *
page_new (AjReading *reading)
{
  Page *page = g_new0 (Page, 1);

  page->reading = reading;
  page->values = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  return page;
}

/* On the store's thread, while the owner waits or leaves the reading alone. A page of which everything was removed
 * meanwhile is not the end. */
static gboolean
load_page (AjBackend *backend, gpointer data, GError **error)
{
  Page *page = data;
  AjReading *self = page->reading;

  if (self->ids == NULL && !load_ids (self, backend, error))
    return FALSE;
  while (page->values->len == 0 && self->n_read < aj_ids_get_length (self->ids))
    if (!load_some (self, backend, page->values, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
aj_reading_next (AjReading *self, GError **error)
{
  g_autoptr (Page) page = NULL;

  g_return_val_if_fail (AJ_IS_READING (self), NULL);

  page = page_new (self);
  if (!aj_worker_run (aj_store_get_worker (self->store), load_page, page, error))
    return NULL;
  return g_ptr_array_ref (page->values);
}

static gboolean
load_page_for_task (AjBackend *backend, gpointer task, GError **error)
{
  return load_page (backend, g_task_get_task_data (task), error);
}

static void
page_loaded (gpointer task, const GError *error)
{
  Page *page = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_ptr_array_ref (page->values),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_reading_next_async (AjReading *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_READING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_reading_next_async);
  g_task_set_task_data (task, page_new (self), (GDestroyNotify) page_free);
  aj_worker_ask (aj_store_get_worker (self->store), load_page_for_task, g_object_ref (task),
                 g_object_unref, cancellable, page_loaded);
}

GPtrArray *
aj_reading_next_finish (AjReading *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
