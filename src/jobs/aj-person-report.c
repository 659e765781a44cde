/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-person-report.h"

#include "aj-forget.h"
#include "aj-person.h"

struct _AjPersonReport
{
  gatomicrefcount references;
  AjSurroundings *around; /* (owned) */
  GPtrArray *mentions;    /* (owned) (element-type AjMention) */
  GPtrArray *copies;      /* (owned) (element-type utf8) */
  guint n_signed;
  AjClock *clock; /* (owned): for when things were done */
  AjDate date;
  char *author; /* (owned) */
};

G_DEFINE_BOXED_TYPE (AjPersonReport, aj_person_report, aj_person_report_ref, aj_person_report_unref)

static AjPersonReport *
report_new (AjStore *store)
{
  AjPersonReport *self = g_new0 (AjPersonReport, 1);

  g_atomic_ref_count_init (&self->references);
  self->clock = g_object_ref (aj_store_get_clock (store));
  self->date = aj_clock_get_today (aj_store_get_clock (store));
  self->author = g_strdup (aj_store_get_author (store));
  self->copies = aj_store_list_copies (store);
  return self;
}

AjPersonReport *
aj_person_report_ref (AjPersonReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_person_report_unref (AjPersonReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->around, aj_surroundings_unref);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_ptr_array_unref (self->copies);
  g_object_unref (self->clock);
  g_free (self->author);
  g_free (self);
}

/* What they signed; of who was forgotten nobody knows any more. */
static AjHistoryFilter
get_signed (AjPersonReport *self)
{
  return (
      AjHistoryFilter){ .author = aj_values_get_text (aj_person_report_get_person (self), "name") };
}

AjPersonReport *
aj_person_report_load (AjStore *store, const char *id, GError **error)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (AjPersonReport) self = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  AjHistoryFilter filter;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = report_new (store);
  self->around = aj_store_read_surroundings (store, &aj_person_record_type, id,
                                             AJ_SURROUNDINGS_HISTORY, error);
  if (self->around == NULL)
    return NULL;
  self->mentions = aj_store_find_mentions (store, &aj_person_record_type, ids, error);
  if (self->mentions == NULL)
    return NULL;
  filter = get_signed (self);
  entries = aj_store_list_history (store, &filter, error);
  if (entries == NULL)
    return NULL;
  self->n_signed = entries->len;
  return g_steal_pointer (&self);
}

static void
signed_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjPersonReport *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = aj_store_list_history_finish (AJ_STORE (source), result, &error);

  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->n_signed = entries->len;
  g_task_return_pointer (task, aj_person_report_ref (self),
                         (GDestroyNotify) aj_person_report_unref);
}

static void
mentions_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjPersonReport *self = g_task_get_task_data (task);
  GError *error = NULL;
  AjHistoryFilter filter;

  self->mentions = aj_store_find_mentions_finish (AJ_STORE (source), result, &error);
  if (self->mentions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  filter = get_signed (self);
  aj_store_list_history_async (AJ_STORE (source), &filter, g_task_get_cancellable (task),
                               signed_read_cb, g_object_ref (task));
}

static void
surroundings_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjPersonReport *self = g_task_get_task_data (task);
  const char *ids[] = { NULL, NULL };
  GError *error = NULL;

  self->around = aj_store_read_surroundings_finish (AJ_STORE (source), result, &error);
  if (self->around == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ids[0] = aj_values_get_id (aj_person_report_get_person (self));
  aj_store_find_mentions_async (AJ_STORE (source), &aj_person_record_type, ids,
                                g_task_get_cancellable (task), mentions_found_cb,
                                g_object_ref (task));
}

void
aj_person_report_load_async (AjStore *store,
                             const char *id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (id != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_person_report_load_async);
  g_task_set_task_data (task, report_new (store), (GDestroyNotify) aj_person_report_unref);
  aj_store_read_surroundings_async (store, &aj_person_record_type, id, AJ_SURROUNDINGS_HISTORY,
                                    cancellable, surroundings_read_cb, g_object_ref (task));
}

AjPersonReport *
aj_person_report_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const AjValues *
aj_person_report_get_person (AjPersonReport *self)
{
  return aj_surroundings_get_record (self->around);
}

AjSurroundings *
aj_person_report_get_surroundings (AjPersonReport *self)
{
  return self->around;
}

GPtrArray *
aj_person_report_get_mentions (AjPersonReport *self)
{
  return self->mentions;
}

GPtrArray *
aj_person_report_get_copies (AjPersonReport *self)
{
  return self->copies;
}

guint
aj_person_report_get_n_signed (AjPersonReport *self)
{
  return self->n_signed;
}

AjDate
aj_person_report_get_date (AjPersonReport *self)
{
  return self->date;
}

AjClock *
aj_person_report_get_clock (AjPersonReport *self)
{
  return self->clock;
}

const char *
aj_person_report_get_author (AjPersonReport *self)
{
  return self->author;
}
