/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-reader.h"

#include "aj-error.h"
#include "aj-live-reader.h"

/* The facts, for all who read through the same services. */
typedef struct
{
  AjServices *services; /* (borrowed): it has this one as its data */
  const char *key;      /* by which it has it */
  AjLiveReader *reader; /* (owned) */
  guint n_readers;
  guint n_active; /* of those */
} Source;

struct _AjRolloutReader
{
  GObject parent_instance;

  AjServices *services; /* (owned) (nullable): NULL once disposed */
  const AjRolloutReaderKind *kind;
  Source *source; /* (nullable): the one shared */
  char *id;       /* (owned) (nullable): of the question */
  guint form;
  gpointer result;       /* (owned) (nullable) */
  AjRolloutFacts *facts; /* (owned) (nullable): what that was made of */
  GCancellable *working; /* (owned) (nullable): while another is worked out */
  gboolean is_active;
  gboolean is_stale; /* what is here, or is worked out, is no longer so */
};

G_DEFINE_FINAL_TYPE (AjRolloutReader, aj_rollout_reader, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The facts are of everything at once: any id will do. */
static void
load_async (AjStore *store,
            const char *id,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  aj_rollout_facts_load_async (store, cancellable, callback, user_data);
}

static void
load_whole_async (AjStore *store,
                  const char *id,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  aj_rollout_facts_load_whole_async (store, cancellable, callback, user_data);
}

static gpointer
load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_rollout_facts_load_finish (store, result, error);
}

static gboolean
is_concerned (gpointer result, AjChanges *changes)
{
  return aj_rollout_facts_are_concerned (result, changes);
}

static gboolean
follow_async (AjStore *store,
              gpointer result,
              AjChanges *changes,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  if (!aj_rollout_facts_can_follow (result, changes))
    return FALSE;
  aj_rollout_facts_follow_async (store, result, changes, cancellable, callback, user_data);
  return TRUE;
}

/* Something to take apart on another thread. */
typedef struct
{
  gpointer data;
  GDestroyNotify free;
} Waste;

static void
free_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Waste *waste = data;

  waste->free (waste->data);
  g_task_return_boolean (task, TRUE);
}

/* What is made of a hundred thousand rollouts takes long to take apart. */
static void
let_go (gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GTask) task = NULL;
  Waste *waste;

  if (data == NULL)
    return;
  waste = g_new (Waste, 1);
  *waste = (Waste){ data, destroy };
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, let_go);
  g_task_set_task_data (task, waste, g_free);
  g_task_run_in_thread (task, free_in_thread);
}

static void
let_go_of_facts (gpointer facts)
{
  let_go (facts, (GDestroyNotify) aj_rollout_facts_unref);
}

static const AjLiveReaderKind source_kind = {
  .load_async = load_async,
  .follow_async = follow_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = let_go_of_facts,
};

static const AjLiveReaderKind whole_source_kind = {
  .load_async = load_whole_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = let_go_of_facts,
};

static Source *
take_source (AjServices *services, gboolean is_whole)
{
  const char *key = is_whole ? "aj-rollout-facts-whole" : "aj-rollout-facts";
  Source *source = g_object_get_data (G_OBJECT (services), key);

  if (source == NULL)
    {
      source = g_new0 (Source, 1);
      source->services = services;
      source->key = key;
      source->reader = aj_live_reader_new (aj_services_get_store (services),
                                           is_whole ? &whole_source_kind : &source_kind);
      aj_live_reader_set_id (source->reader, key);
      g_object_set_data (G_OBJECT (services), key, source);
    }
  source->n_readers++;
  return source;
}

static void
leave_source (Source *source)
{
  if (--source->n_readers > 0)
    return;
  g_object_set_data (G_OBJECT (source->services), source->key, NULL);
  aj_live_reader_set_active (source->reader, FALSE);
  g_object_unref (source->reader);
  g_free (source);
}

/* One time that something is worked out. */
typedef struct
{
  const AjRolloutReaderKind *kind;
  AjRolloutFacts *facts;      /* (owned) */
  AjRolloutQuestion question; /* (owned): its id too */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  let_go_of_facts (work->facts);
  g_free ((char *) work->question.id);
  g_free (work);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  g_task_return_pointer (task, work->kind->work (work->facts, &work->question), work->kind->free);
}

static void work_if_needed (AjRolloutReader *self);

static void
worked_cb (GObject *source, GAsyncResult *async, gpointer user_data)
{
  AjRolloutReader *self = user_data;
  const Work *work = g_task_get_task_data (G_TASK (async));
  g_autoptr (GError) error = NULL;
  gpointer result = g_task_propagate_pointer (G_TASK (async), &error);
  gpointer old_result, old_facts;

  /* Cancelled, by another question or by the end of who asked. */
  if (error != NULL)
    return;
  old_result = self->result;
  old_facts = self->facts;
  g_clear_object (&self->working);
  self->result = result;
  self->facts = aj_rollout_facts_ref (work->facts);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  /* After whoever showed it let go of it as well, so that the last of it goes there. */
  let_go (old_result, self->kind->free);
  let_go_of_facts (old_facts);
  work_if_needed (self);
}

static void
work_if_needed (AjRolloutReader *self)
{
  AjRolloutFacts *facts = self->source != NULL ? aj_live_reader_get_result (self->source->reader)
                                               : NULL;
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (!self->is_stale || !self->is_active || facts == NULL || self->working != NULL)
    return;
  self->is_stale = FALSE;
  self->working = g_cancellable_new ();
  work = g_new (Work, 1);
  *work = (Work){ self->kind,
                  aj_rollout_facts_ref (facts),
                  { g_strdup (self->id), aj_services_get_today (self->services), self->form } };
  task = g_task_new (NULL, self->working, worked_cb, self);
  g_task_set_source_tag (task, work_if_needed);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_in_thread);
}

static void
stop_working (AjRolloutReader *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}

/* What is being worked out is let come, so that a stream of changes does not keep it from ever being there. */
static void
facts_changed_cb (AjRolloutReader *self)
{
  self->is_stale = TRUE;
  work_if_needed (self);
}

static void
facts_failed_cb (AjRolloutReader *self, const GError *error)
{
  if (self->is_active)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
aj_rollout_reader_dispose (GObject *object)
{
  AjRolloutReader *self = AJ_ROLLOUT_READER (object);

  if (self->source != NULL)
    {
      aj_rollout_reader_set_active (self, FALSE);
      g_signal_handlers_disconnect_by_data (self->source->reader, self);
      g_clear_pointer (&self->source, leave_source);
    }
  stop_working (self);
  let_go (g_steal_pointer (&self->result), self->kind->free);
  let_go_of_facts (g_steal_pointer (&self->facts));
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_rollout_reader_parent_class)->dispose (object);
}

static void
aj_rollout_reader_finalize (GObject *object)
{
  g_free (AJ_ROLLOUT_READER (object)->id);
  G_OBJECT_CLASS (aj_rollout_reader_parent_class)->finalize (object);
}

static void
aj_rollout_reader_class_init (AjRolloutReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_rollout_reader_dispose;
  object_class->finalize = aj_rollout_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_ROLLOUT_READER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", AJ_TYPE_ROLLOUT_READER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
aj_rollout_reader_init (AjRolloutReader *self)
{
  self->is_stale = TRUE;
}

AjRolloutReader *
aj_rollout_reader_new (AjServices *services, const AjRolloutReaderKind *kind)
{
  AjRolloutReader *self = g_object_new (AJ_TYPE_ROLLOUT_READER, NULL);

  self->services = g_object_ref (services);
  self->kind = kind;
  self->source = take_source (services, kind->is_whole);
  g_signal_connect_swapped (self->source->reader, "changed", G_CALLBACK (facts_changed_cb), self);
  g_signal_connect_swapped (self->source->reader, "failed", G_CALLBACK (facts_failed_cb), self);
  return self;
}

void
aj_rollout_reader_ask (AjRolloutReader *self, const char *id, guint form)
{
  g_return_if_fail (AJ_IS_ROLLOUT_READER (self));

  aj_set_string (&self->id, id);
  self->form = form;
  stop_working (self);
  self->is_stale = TRUE;
  work_if_needed (self);
}

void
aj_rollout_reader_set_active (AjRolloutReader *self, gboolean active)
{
  g_return_if_fail (AJ_IS_ROLLOUT_READER (self));

  if (self->is_active == active || self->source == NULL)
    return;
  self->is_active = active;
  self->source->n_active += active ? 1 : -1;
  aj_live_reader_set_active (self->source->reader, self->source->n_active > 0);
  work_if_needed (self);
}

gpointer
aj_rollout_reader_get_result (AjRolloutReader *self)
{
  g_return_val_if_fail (AJ_IS_ROLLOUT_READER (self), NULL);

  return self->result;
}

AjRolloutFacts *
aj_rollout_reader_get_facts (AjRolloutReader *self)
{
  g_return_val_if_fail (AJ_IS_ROLLOUT_READER (self), NULL);

  return self->facts;
}
