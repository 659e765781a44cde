/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-facts-reader.h"

#include "aj-error.h"

struct _AjFactsReader
{
  GObject parent_instance;

  AjStore *store;            /* (owned) */
  char *meeting;             /* (owned) (nullable): its id */
  AjMeetingFacts *facts;     /* (owned) (nullable) */
  AjMeetingFacts *coming;    /* (owned) (nullable): while the template is read */
  AjCycleTemplate *template; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_active;
  gboolean is_stale; /* what is here, or under way, is no longer so */
};

G_DEFINE_FINAL_TYPE (AjFactsReader, aj_facts_reader, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_if_needed (AjFactsReader *self);

static void
stop (AjFactsReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->coming, aj_meeting_facts_unref);
}

static void
forget (AjFactsReader *self)
{
  g_clear_pointer (&self->facts, aj_meeting_facts_unref);
  g_clear_pointer (&self->template, aj_cycle_template_free);
}

/* Shows what was read, or that nothing was. That a meeting was removed meanwhile is said by the list. */
static void
finish (AjFactsReader *self, AjCycleTemplate *template, const GError *error)
{
  g_clear_object (&self->cancellable);
  forget (self);
  self->template = template;
  if (template != NULL)
    self->facts = g_steal_pointer (&self->coming);
  g_clear_pointer (&self->coming, aj_meeting_facts_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (error != NULL && !g_error_matches (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  read_if_needed (self);
}

static gboolean
is_stopped (AjFactsReader *self, const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL;
}

static void
template_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjFactsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjCycleTemplate) template = aj_cycle_template_load_finish (AJ_STORE (source), result,
                                                                        &error);

  if (!is_stopped (self, error))
    finish (self, g_steal_pointer (&template), error);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjFactsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);

  if (is_stopped (self, error))
    return;
  if (facts == NULL)
    {
      finish (self, NULL, error);
      return;
    }
  aj_cycle_template_load_async (self->store,
                                aj_values_get_text (aj_meeting_facts_get_meeting (facts), "group"),
                                self->cancellable, template_loaded_cb, g_object_ref (self));
  self->coming = g_steal_pointer (&facts);
}

static void
read_if_needed (AjFactsReader *self)
{
  if (!self->is_stale || !self->is_active || self->meeting == NULL || self->cancellable != NULL)
    return;
  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  aj_meeting_facts_load_async (self->store, NULL, self->meeting, self->cancellable, facts_loaded_cb,
                               g_object_ref (self));
}

/* What is under way is let come, so that a stream of changes does not keep it from ever being there. */
static void
store_changed_cb (AjFactsReader *self, AjChanges *changes)
{
  if (self->meeting == NULL ||
      (self->facts != NULL && !aj_meeting_facts_is_concerned (self->facts, changes) &&
       !aj_cycle_template_is_concerned (self->template, changes)))
    return;
  self->is_stale = TRUE;
  read_if_needed (self);
}

static void
aj_facts_reader_dispose (GObject *object)
{
  AjFactsReader *self = AJ_FACTS_READER (object);

  stop (self);
  forget (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_facts_reader_parent_class)->dispose (object);
}

static void
aj_facts_reader_finalize (GObject *object)
{
  g_free (AJ_FACTS_READER (object)->meeting);
  G_OBJECT_CLASS (aj_facts_reader_parent_class)->finalize (object);
}

static void
aj_facts_reader_class_init (AjFactsReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_facts_reader_dispose;
  object_class->finalize = aj_facts_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_FACTS_READER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", AJ_TYPE_FACTS_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
aj_facts_reader_init (AjFactsReader *self)
{
}

AjFactsReader *
aj_facts_reader_new (AjStore *store)
{
  AjFactsReader *self = g_object_new (AJ_TYPE_FACTS_READER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
aj_facts_reader_set_meeting (AjFactsReader *self, const char *id)
{
  g_return_if_fail (AJ_IS_FACTS_READER (self));

  if (!aj_set_string (&self->meeting, id))
    return;
  stop (self);
  self->is_stale = TRUE;
  if (self->facts != NULL)
    {
      forget (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  read_if_needed (self);
}

void
aj_facts_reader_set_active (AjFactsReader *self, gboolean active)
{
  g_return_if_fail (AJ_IS_FACTS_READER (self));

  self->is_active = active;
  read_if_needed (self);
}

AjMeetingFacts *
aj_facts_reader_get_facts (AjFactsReader *self)
{
  g_return_val_if_fail (AJ_IS_FACTS_READER (self), NULL);

  return self->facts;
}

AjCycleTemplate *
aj_facts_reader_get_template (AjFactsReader *self)
{
  g_return_val_if_fail (AJ_IS_FACTS_READER (self), NULL);

  return self->template;
}
