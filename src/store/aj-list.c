/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-list.h"

#include "aj-error.h"
#include "aj-query-private.h"
#include "aj-store-private.h"

/* Records load in pages: whoever asks for one asks for its neighbours next. */
#define PAGE 64
/* So many of the pages asked for last stay loaded; a GtkListView looks at about two hundred rows at once. */
#define MAX_PAGES 8

/* A question for the ids. The list it was asked for forgets it when it asks another one. */
typedef struct
{
  AjList *list; /* (borrowed) (nullable): NULL when nobody waits for the answer any more */
  AjIdsRequest ids;
  GCancellable *cancellable; /* (owned) */
} AjListRequest;

struct _AjList
{
  GObject parent_instance;
  AjStore *store;           /* (owned) (nullable) */
  AjQuery *query;           /* (owned) (nullable) */
  char *error;              /* (owned) (nullable) */
  AjIds *ids;               /* (owned) */
  const AjRecordType *type; /* of the ids */
  gulong changed_handler;
  AjListRequest *request; /* (borrowed) (nullable): the question that is being answered */
  gboolean again;         /* something changed while it was */
  gboolean loading;
  GHashTable *asked; /* (owned): set of page numbers to load */
  GSource *source;   /* (owned) (nullable): will load them, or ask for the ids again */
  gboolean outdated; /* the source is to ask for the ids */
  GQueue recent;     /* (element-type GPtrArray of AjRecord): the pages loaded last */
};

static void aj_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjList,
                               aj_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, aj_list_model_init))

enum
{
  PROP_0,
  PROP_STORE,
  PROP_QUERY,
  PROP_LOADING,
  PROP_ERROR,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void schedule (AjList *self);

/* Pages. */

static void
keep_page (AjList *self, GPtrArray *records)
{
  g_queue_push_head (&self->recent, g_ptr_array_ref (records));
  while (self->recent.length > MAX_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->recent));
}

static void
page_loaded (GPtrArray *records, gpointer user_data)
{
  g_autoptr (AjList) self = g_weak_ref_get (user_data);

  if (self != NULL)
    keep_page (self, records);
}

static void
weak_ref_free (gpointer data)
{
  GWeakRef *weak = data;

  g_weak_ref_clear (weak);
  g_free (weak);
}

/* A page whose records nobody holds was only passed over. */
static void
load_page (AjList *self, guint page)
{
  AjIdentity *identity = aj_store_get_identity (self->store);
  guint end = MIN ((page + 1) * PAGE, aj_ids_get_length (self->ids));
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  gboolean awaited = FALSE;
  GWeakRef *weak;

  for (guint i = page * PAGE; i < end; i++)
    {
      g_autofree char *id = aj_ids_dup (self->ids, i);
      AjRecord *record = aj_identity_peek (identity, self->type, id);

      awaited |= record != NULL && !aj_record_is_loaded (record) && !aj_record_is_removed (record);
      if (record == NULL || !aj_record_is_loaded (record))
        g_ptr_array_add (missing, g_steal_pointer (&id));
    }
  if (!awaited)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  aj_loader_load (aj_store_get_loader (self->store), self->type, g_steal_pointer (&missing),
                  page_loaded, weak, weak_ref_free);
}

/* Before the list shifts, for a page number means another page then. */
static void
load_asked (AjList *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    load_page (self, GPOINTER_TO_UINT (page));
  g_hash_table_remove_all (self->asked);
}

/* The ids. */

static void
request_free (gpointer data)
{
  AjListRequest *request = data;

  g_clear_pointer (&request->ids.query, aj_query_unref);
  g_clear_pointer (&request->ids.ids, aj_ids_free);
  g_clear_pointer (&request->ids.values, g_ptr_array_unref);
  g_clear_object (&request->cancellable);
  g_free (request);
}

static gboolean
request_job (AjBackend *backend, gpointer data, GError **error)
{
  AjListRequest *request = data;

  return aj_backend_fetch_ids (backend, &request->ids, error);
}

static void
set_state (AjList *self, gboolean loading, const char *error)
{
  gboolean was_loading = self->loading;

  g_object_freeze_notify (G_OBJECT (self));
  self->loading = loading;
  if (was_loading != loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (aj_set_string (&self->error, error))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* From the end, so that the places of the stretches before stay what they are. */
static void
become (AjList *self, AjIds *fresh)
{
  g_autoptr (GArray) hunks = aj_ids_diff (self->ids, fresh);
  guint n_before = aj_ids_get_length (self->ids);

  if (hunks->len == 0)
    return;
  load_asked (self);
  for (guint i = hunks->len; i > 0; i--)
    {
      const AjIdsHunk *hunk = &g_array_index (hunks, AjIdsHunk, i - 1);

      aj_ids_splice (self->ids, hunk->position, hunk->n_removed, fresh, hunk->from, hunk->n_added);
      g_list_model_items_changed (G_LIST_MODEL (self), hunk->position, hunk->n_removed,
                                  hunk->n_added);
    }
  if (n_before != aj_ids_get_length (self->ids))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* The first page came with the ids, so that it shows at once. */
static void
keep_first_page (AjList *self, GPtrArray *values)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (records, aj_identity_ref_with_values (aj_store_get_identity (self->store),
                                                           g_ptr_array_index (values, i)));
  keep_page (self, records);
}

static void
request_done (gpointer data, const GError *error)
{
  AjListRequest *request = data;
  g_autoptr (AjList) self = NULL;

  if (request->list == NULL)
    return;
  self = g_object_ref (request->list);
  self->request = NULL;
  request->list = NULL;
  if (error == NULL)
    {
      if (request->ids.values->len > 0)
        keep_first_page (self, request->ids.values);
      become (self, request->ids.ids);
    }
  /* Whoever heard of it may have set another query. */
  if (self->request != NULL)
    return;
  set_state (self, FALSE, error != NULL ? error->message : NULL);
  if (self->again)
    {
      self->again = FALSE;
      self->outdated = TRUE;
      schedule (self);
    }
}

static void
drop_request (AjList *self)
{
  if (self->request == NULL)
    return;
  g_cancellable_cancel (self->request->cancellable);
  self->request->list = NULL;
  self->request = NULL;
}

static void
ask_for_ids (AjList *self)
{
  AjListRequest *request;

  drop_request (self);
  self->again = FALSE;
  self->outdated = FALSE;
  request = g_new0 (AjListRequest, 1);
  request->list = self;
  request->ids.query = aj_query_ref (self->query);
  request->ids.ids = aj_ids_new ();
  request->ids.values = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  request->ids.n_values = self->loading ? PAGE : 0;
  request->cancellable = g_cancellable_new ();
  self->request = request;
  aj_worker_ask (aj_store_get_worker (self->store), request_job, request, request_free,
                 request->cancellable, request_done);
}

static gboolean
scheduled_cb (gpointer user_data)
{
  AjList *self = user_data;

  g_clear_pointer (&self->source, g_source_unref);
  load_asked (self);
  if (self->outdated && self->query != NULL)
    ask_for_ids (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that is asked in one turn of the main loop, and before the next frame is drawn. */
static void
schedule (AjList *self)
{
  g_autoptr (GMainContext) context = NULL;

  if (self->source != NULL)
    return;
  context = g_main_context_ref_thread_default ();
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self->source, scheduled_cb, self, NULL);
  g_source_attach (self->source, context);
}

static void
store_changed_cb (AjStore *store, AjChanges *changes, AjList *self)
{
  if (self->query == NULL || !aj_query_is_concerned (self->query, changes))
    return;
  /* The question under way may have been answered before or after this change: ask once more when it is done. */
  if (self->request != NULL)
    {
      self->again = TRUE;
      return;
    }
  self->outdated = TRUE;
  schedule (self);
}

/* GListModel. */

static GType
aj_list_get_item_type (GListModel *model)
{
  /* A later query may be about another type of record. */
  return AJ_TYPE_RECORD;
}

static guint
aj_list_get_n_items (GListModel *model)
{
  return aj_ids_get_length (AJ_LIST (model)->ids);
}

static gpointer
aj_list_get_item (GListModel *model, guint position)
{
  AjList *self = AJ_LIST (model);
  g_autofree char *id = NULL;
  AjRecord *record;

  if (position >= aj_ids_get_length (self->ids))
    return NULL;
  id = aj_ids_dup (self->ids, position);
  record = aj_identity_ref (aj_store_get_identity (self->store), self->type, id);
  if (!aj_record_is_loaded (record) && !aj_record_is_removed (record))
    {
      g_hash_table_add (self->asked, GUINT_TO_POINTER (position / PAGE));
      schedule (self);
    }
  return record;
}

static void
aj_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aj_list_get_item_type;
  iface->get_n_items = aj_list_get_n_items;
  iface->get_item = aj_list_get_item;
}

/* GObject. */

static void
clear_ids (AjList *self)
{
  g_autoptr (AjIds) none = aj_ids_new ();

  become (self, none);
}

static void
drop_pages (AjList *self)
{
  GPtrArray *records;

  g_hash_table_remove_all (self->asked);
  while ((records = g_queue_pop_head (&self->recent)) != NULL)
    g_ptr_array_unref (records);
}

static void
aj_list_constructed (GObject *object)
{
  AjList *self = AJ_LIST (object);

  G_OBJECT_CLASS (aj_list_parent_class)->constructed (object);
  if (self->store != NULL)
    self->changed_handler = g_signal_connect (self->store, "changed", G_CALLBACK (store_changed_cb),
                                              self);
}

static void
aj_list_dispose (GObject *object)
{
  AjList *self = AJ_LIST (object);

  drop_request (self);
  drop_pages (self);
  if (self->source != NULL)
    {
      g_source_destroy (self->source);
      g_clear_pointer (&self->source, g_source_unref);
    }
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_list_parent_class)->dispose (object);
}

static void
aj_list_finalize (GObject *object)
{
  AjList *self = AJ_LIST (object);

  g_clear_pointer (&self->query, aj_query_unref);
  g_clear_pointer (&self->ids, aj_ids_free);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->error, g_free);
  G_OBJECT_CLASS (aj_list_parent_class)->finalize (object);
}

static void
aj_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjList *self = AJ_LIST (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, aj_ids_get_length (self->ids));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AjList *self = AJ_LIST (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_QUERY:
      aj_list_set_query (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_list_class_init (AjListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = aj_list_constructed;
  object_class->dispose = aj_list_dispose;
  object_class->finalize = aj_list_finalize;
  object_class->get_property = aj_list_get_property;
  object_class->set_property = aj_list_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, AJ_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, AJ_TYPE_QUERY, writable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aj_list_init (AjList *self)
{
  self->ids = aj_ids_new ();
  self->asked = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->recent);
}

AjList *
aj_list_new (AjStore *store, AjQuery *query)
{
  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  return g_object_new (AJ_TYPE_LIST, "store", store, "query", query, NULL);
}

AjQuery *
aj_list_get_query (AjList *self)
{
  g_return_val_if_fail (AJ_IS_LIST (self), NULL);

  return self->query;
}

void
aj_list_set_query (AjList *self, AjQuery *query)
{
  const AjRecordType *type = query != NULL ? aj_query_get_record_type (query) : NULL;

  g_return_if_fail (AJ_IS_LIST (self));
  g_return_if_fail (query == NULL || self->store != NULL);

  if (self->query == query)
    return;
  drop_request (self);
  /* What is there stays until the answer comes, when it is of the same kind. */
  if (type != self->type)
    {
      clear_ids (self);
      drop_pages (self);
    }
  self->type = type;
  g_clear_pointer (&self->query, aj_query_unref);
  self->query = query != NULL ? aj_query_ref (query) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  set_state (self, query != NULL, NULL);
  if (query != NULL)
    ask_for_ids (self);
}

gboolean
aj_list_is_loading (AjList *self)
{
  g_return_val_if_fail (AJ_IS_LIST (self), FALSE);

  return self->loading;
}

const char *
aj_list_get_error (AjList *self)
{
  g_return_val_if_fail (AJ_IS_LIST (self), NULL);

  return self->error;
}

guint
aj_list_find (AjList *self, const char *id)
{
  g_return_val_if_fail (AJ_IS_LIST (self), G_MAXUINT);
  g_return_val_if_fail (id != NULL, G_MAXUINT);

  return aj_ids_find (self->ids, id);
}
