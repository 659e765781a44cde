/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-error.h"

/* A commit of somebody else makes several writes; the first is waited for no longer than the eye notices. */
#define MONITOR_RATE_MS 100

/* What the file turned out to be. */
typedef struct
{
  gboolean read_only;
  gboolean exclusive;
} AjOpened;

struct _AjStore
{
  GObject parent_instance;
  char *path;            /* (owned) */
  char *author;          /* (owned) */
  AjClock *clock;        /* (owned) */
  AjWorker *worker;      /* (owned) */
  AjIdentity *identity;  /* (owned) */
  GFileMonitor *monitor; /* (owned) (nullable): of the write-ahead log */
  AjLoader *loader;      /* (owned) */
  char *undo_label;      /* (owned) (nullable) */
  char *redo_label;      /* (owned) (nullable) */
  AjOpened opened;
  AjCopies copies;
  gboolean made;      /* the file was not there before */
  gboolean following; /* a look for the changes of others is under way */
};

G_DEFINE_FINAL_TYPE (AjStore, aj_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  PROP_PATH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop_watching (AjStore *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_clear_object (&self->monitor);
    }
}

static void
aj_store_dispose (GObject *object)
{
  AjStore *self = AJ_STORE (object);

  aj_store_close (self);
  G_OBJECT_CLASS (aj_store_parent_class)->dispose (object);
}

static void
aj_store_finalize (GObject *object)
{
  AjStore *self = AJ_STORE (object);

  g_clear_pointer (&self->worker, aj_worker_free);
  g_clear_pointer (&self->loader, aj_loader_free);
  g_clear_pointer (&self->identity, aj_identity_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
  g_clear_object (&self->clock);
  aj_copies_clear (&self->copies);
  G_OBJECT_CLASS (aj_store_parent_class)->finalize (object);
}

static void
aj_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjStore *self = AJ_STORE (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->opened.read_only);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_store_class_init (AjStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = aj_store_dispose;
  object_class->finalize = aj_store_finalize;
  object_class->get_property = aj_store_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", AJ_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, AJ_TYPE_CHANGES);
}

static void
aj_store_init (AjStore *self)
{
  self->identity = aj_identity_new ();
  aj_copies_init (&self->copies);
}

static void
put_undo_state (AjStore *self, const AjUndoState *undo)
{
  gboolean could_undo = self->undo_label != NULL;
  gboolean could_redo = self->redo_label != NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (aj_set_string (&self->undo_label, undo->undo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (aj_set_string (&self->redo_label, undo->redo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  if (could_undo != (self->undo_label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (could_redo != (self->redo_label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* First the records, so that whoever hears of a change finds it made. */
static void
told_cb (gpointer owner, gpointer data)
{
  AjStore *self = owner;
  AjMessage *message = data;

  if (message->changes != NULL)
    aj_identity_apply (self->identity, message->changes);
  put_undo_state (self, &message->undo);
  if (message->changes != NULL)
    g_signal_emit (self, signals[CHANGED], 0, message->changes);
}

static void
follow_done (gpointer data, const GError *error)
{
  AjStore *self = data;

  self->following = FALSE;
  /* Nobody asked. The worker looks again by itself, and the next question reports what is wrong. */
  if (error != NULL)
    g_debug ("cannot look for the changes of others: %s", error->message);
}

static gboolean
follow_job (AjBackend *backend, gpointer data, GError **error)
{
  return aj_backend_follow (backend, NULL, error);
}

static void
log_changed_cb (
    GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer user_data)
{
  AjStore *self = user_data;

  if (self->following)
    return;
  self->following = TRUE;
  aj_worker_push (self->worker, follow_job, self, NULL, NULL, follow_done);
}

/* Makes what others write show at once. Where files cannot be watched, it shows within a second. */
static void
start_watching (AjStore *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, MONITOR_RATE_MS);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (log_changed_cb), self);
}

static AjStore *
store_new (const char *path, AjStoreOpenFlags flags, const char *author, AjClock *clock)
{
  AjStore *self = g_object_new (AJ_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->author = g_strdup (author != NULL ? author : "");
  self->clock = g_object_ref (clock);
  self->made = (flags & AJ_STORE_OPEN_CREATE) != 0;
  self->worker = aj_worker_new (aj_backend_new (self->path, flags, self->author), self, told_cb);
  self->loader = aj_loader_new (self->worker, self->identity);
  return self;
}

static gboolean
open_job (AjBackend *backend, gpointer data, GError **error)
{
  AjOpened *opened = data;

  if (!aj_backend_open (backend, NULL, error))
    return FALSE;
  opened->read_only = aj_db_is_read_only (backend->db);
  opened->exclusive = aj_db_is_exclusive (backend->db);
  return TRUE;
}

AjStore *
aj_store_open (
    const char *path, AjStoreOpenFlags flags, const char *author, AjClock *clock, GError **error)
{
  g_autoptr (AjStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (AJ_IS_CLOCK (clock), NULL);

  self = store_new (path, flags, author, clock);
  if (!aj_worker_run (self->worker, open_job, &self->opened, error))
    return NULL;
  start_watching (self);
  return g_steal_pointer (&self);
}

typedef struct
{
  AjStore *store; /* (owned) */
  AjOpened opened;
} AjOpening;

static void
opening_free (AjOpening *opening)
{
  g_clear_object (&opening->store);
  g_free (opening);
}

static gboolean
open_for_task (AjBackend *backend, gpointer task, GError **error)
{
  AjOpening *opening = g_task_get_task_data (task);

  return open_job (backend, &opening->opened, error);
}

static void
open_done (gpointer task, const GError *error)
{
  AjOpening *opening = g_task_get_task_data (task);

  if (error != NULL)
    {
      g_task_return_error (task, g_error_copy (error));
      return;
    }
  opening->store->opened = opening->opened;
  start_watching (opening->store);
  g_task_return_pointer (task, g_object_ref (opening->store), g_object_unref);
}

void
aj_store_open_async (const char *path,
                     AjStoreOpenFlags flags,
                     const char *author,
                     AjClock *clock,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjOpening *opening;

  g_return_if_fail (path != NULL);
  g_return_if_fail (AJ_IS_CLOCK (clock));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_store_open_async);
  opening = g_new0 (AjOpening, 1);
  opening->store = store_new (path, flags, author, clock);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  aj_worker_push (opening->store->worker, open_for_task, g_object_ref (task), g_object_unref,
                  cancellable, open_done);
}

AjStore *
aj_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
aj_store_close (AjStore *self)
{
  g_return_if_fail (AJ_IS_STORE (self));

  stop_watching (self);
  aj_copies_stop (&self->copies);
  aj_worker_stop (self->worker);
}

void
aj_store_discard (AjStore *self)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  g_return_if_fail (AJ_IS_STORE (self));
  g_return_if_fail (self->made);

  aj_store_close (self);
  if (aj_db_is_held (self->path))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }
}

AjWorker *
aj_store_get_worker (AjStore *self)
{
  return self->worker;
}

AjCopies *
aj_store_get_copies (AjStore *self)
{
  return &self->copies;
}

gboolean
aj_store_is_exclusive (AjStore *self)
{
  return self->opened.exclusive;
}

AjLoader *
aj_store_get_loader (AjStore *self)
{
  return self->loader;
}

AjIdentity *
aj_store_get_identity (AjStore *self)
{
  return self->identity;
}

const char *
aj_store_get_path (AjStore *self)
{
  g_return_val_if_fail (AJ_IS_STORE (self), NULL);

  return self->path;
}

const char *
aj_store_get_author (AjStore *self)
{
  g_return_val_if_fail (AJ_IS_STORE (self), NULL);

  return self->author;
}

void
aj_store_set_author (AjStore *self, const char *author)
{
  g_return_if_fail (AJ_IS_STORE (self));

  if (aj_set_string (&self->author, author != NULL ? author : ""))
    aj_worker_push (self->worker, aj_backend_set_author, g_strdup (self->author), g_free, NULL,
                    NULL);
}

void
aj_store_set_earlier_authors (AjStore *self, const char *const *names)
{
  g_return_if_fail (AJ_IS_STORE (self));

  aj_worker_push (self->worker, aj_backend_set_earlier_authors, g_strdupv ((GStrv) names),
                  (GDestroyNotify) g_strfreev, NULL, NULL);
}

AjClock *
aj_store_get_clock (AjStore *self)
{
  g_return_val_if_fail (AJ_IS_STORE (self), NULL);

  return self->clock;
}

gboolean
aj_store_is_read_only (AjStore *self)
{
  g_return_val_if_fail (AJ_IS_STORE (self), FALSE);

  return self->opened.read_only;
}
