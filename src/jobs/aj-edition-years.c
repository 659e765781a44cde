/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-years.h"

#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-participation.h"
#include "aj-pass.h"

/* Of each edition, in this order: what comes later is placed by what came before. */
static const AjRecordType *const types[] = {
  &aj_edition_record_type,
  &aj_municipality_record_type,
  &aj_participation_record_type,
  &aj_activity_record_type,
};

typedef struct
{
  GPtrArray *years; /* (owned) (element-type AjCoverage) */
  char *id;         /* (owned) (nullable): of the edition that is read */
  guint n_asked;    /* of the types */
  gboolean found;   /* it was there */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static Reading *
reading_new (const char *edition_id)
{
  Reading *self = g_new0 (Reading, 1);

  self->years = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_coverage_free);
  self->id = g_strdup (edition_id);
  return self;
}

static AjCoverage *
get_last (Reading *self)
{
  return self->years->pdata[self->years->len - 1];
}

static gboolean
is_known (Reading *self, const char *id)
{
  for (guint i = 0; i < self->years->len; i++)
    if (g_strcmp0 (aj_values_get_id (aj_coverage_get_edition (self->years->pdata[i])), id) == 0)
      return TRUE;
  return FALSE;
}

/* On to the edition before; FALSE when there is none. */
static gboolean
go_back (Reading *self)
{
  const char *previous = NULL;

  if (self->found && self->years->len < AJ_EDITION_YEARS_MAX)
    previous = aj_values_get_text (aj_coverage_get_edition (get_last (self)), "previous");
  g_free (self->id);
  self->id = previous != NULL && !is_known (self, previous) ? g_strdup (previous) : NULL;
  self->n_asked = 0;
  self->found = FALSE;
  return self->id != NULL;
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  Reading *self = user_data;
  const AjRecordType *type;
  AjQuery *query;

  if (self->id == NULL ||
      ((self->n_asked == G_N_ELEMENTS (types) || (self->n_asked > 0 && !self->found)) &&
       !go_back (self)))
    return NULL;
  type = types[self->n_asked++];
  query = aj_query_new (type);
  if (type == &aj_edition_record_type)
    aj_query_where_text (query, "id", AJ_QUERY_EQUAL, self->id);
  else if (aj_record_type_find (type, "edition") >= 0)
    aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, self->id);
  return query;
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (aj_values_get_record_type (values) != &aj_edition_record_type)
    {
      aj_coverage_add (get_last (self), values);
      return TRUE;
    }
  self->found = TRUE;
  g_ptr_array_add (self->years, aj_coverage_new ((AjValues *) values));
  return TRUE;
}

static GPtrArray *
conclude (Reading *self)
{
  for (guint i = 0; i < self->years->len; i++)
    aj_coverage_conclude (self->years->pdata[i]);
  return g_steal_pointer (&self->years);
}

GPtrArray *
aj_edition_years_load (AjStore *store, const char *edition_id, GError **error)
{
  g_autoptr (Reading) self = reading_new (edition_id);

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  return aj_pass_run_chain (store, next_query_cb, take_cb, self, error) ? conclude (self) : NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_return_pointer (task, conclude (g_task_get_task_data (task)),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
aj_edition_years_load_async (AjStore *store,
                             const char *edition_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *self;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  self = reading_new (edition_id);
  g_task_set_source_tag (task, aj_edition_years_load_async);
  g_task_set_task_data (task, self, reading_free);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, self, cancellable, read_cb,
                           g_object_ref (task));
}

GPtrArray *
aj_edition_years_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
