/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-facts.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-participation.h"
#include "aj-pass.h"
#include "aj-store-error.h"

/* In this order: what comes later is placed by what came before. */
typedef enum
{
  PART_EDITION,
  PART_DISTRICTS,
  PART_MUNICIPALITIES,
  PART_PARTICIPATIONS,
  PART_ACTIVITIES,
  PART_PREVIOUS,
  PART_PREVIOUS_MUNICIPALITIES,
  PART_PREVIOUS_PARTICIPATIONS,
  PART_PREVIOUS_ACTIVITIES,
  N_PARTS,
} Part;

static const AjRecordType *const types[N_PARTS] = {
  [PART_EDITION] = &aj_edition_record_type,
  [PART_DISTRICTS] = &aj_district_record_type,
  [PART_MUNICIPALITIES] = &aj_municipality_record_type,
  [PART_PARTICIPATIONS] = &aj_participation_record_type,
  [PART_ACTIVITIES] = &aj_activity_record_type,
  [PART_PREVIOUS] = &aj_edition_record_type,
  [PART_PREVIOUS_MUNICIPALITIES] = &aj_municipality_record_type,
  [PART_PREVIOUS_PARTICIPATIONS] = &aj_participation_record_type,
  [PART_PREVIOUS_ACTIVITIES] = &aj_activity_record_type,
};

struct _AjEditionFacts
{
  char *edition_id;      /* (owned) */
  AjCoverage *coverage;  /* (owned) (nullable): until the edition was read */
  AjCoverage *previous;  /* (owned) (nullable) */
  GHashTable *districts; /* (owned) (element-type utf8 AjValues): by id */
  guint n_asked;         /* of the parts: the last of them is being read */
};

static AjEditionFacts *
facts_new (const char *edition_id)
{
  AjEditionFacts *self = g_new0 (AjEditionFacts, 1);

  self->edition_id = g_strdup (edition_id);
  self->districts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) aj_values_unref);
  return self;
}

void
aj_edition_facts_free (AjEditionFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->coverage, aj_coverage_free);
  g_clear_pointer (&self->previous, aj_coverage_free);
  g_hash_table_unref (self->districts);
  g_free (self->edition_id);
  g_free (self);
}

/* (nullable): the edition that a part is about; NULL when there is none. */
static const char *
get_edition_id (AjEditionFacts *self, Part part)
{
  if (part < PART_PREVIOUS)
    return self->edition_id;
  if (part == PART_PREVIOUS)
    return aj_values_get_text (aj_edition_facts_get_edition (self), "previous");
  return self->previous != NULL ? aj_values_get_id (aj_coverage_get_edition (self->previous))
                                : NULL;
}

static AjQuery *
make_query (AjEditionFacts *self, Part part)
{
  AjQuery *query = aj_query_new (types[part]);

  if (types[part] == &aj_edition_record_type)
    aj_query_where_text (query, "id", AJ_QUERY_EQUAL, get_edition_id (self, part));
  else if (aj_record_type_find (types[part], "edition") >= 0)
    aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, get_edition_id (self, part));
  return query;
}

/* Without its edition there is nothing to read of it. */
static AjQuery *
next_query_cb (gpointer user_data)
{
  AjEditionFacts *self = user_data;

  while (self->n_asked < N_PARTS)
    {
      Part part = self->n_asked++;

      if (part != PART_EDITION && self->coverage == NULL)
        return NULL;
      if (get_edition_id (self, part) != NULL)
        return make_query (self, part);
    }
  return NULL;
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjEditionFacts *self = user_data;

  switch ((Part) (self->n_asked - 1))
    {
    case PART_EDITION:
      self->coverage = aj_coverage_new ((AjValues *) values);
      break;
    case PART_PREVIOUS:
      self->previous = aj_coverage_new ((AjValues *) values);
      break;
    case PART_DISTRICTS:
      g_hash_table_insert (self->districts, (char *) aj_values_get_id (values),
                           aj_values_ref (values));
      break;
    case PART_MUNICIPALITIES:
    case PART_PARTICIPATIONS:
    case PART_ACTIVITIES:
      aj_coverage_add (self->coverage, values);
      break;
    case PART_PREVIOUS_MUNICIPALITIES:
    case PART_PREVIOUS_PARTICIPATIONS:
    case PART_PREVIOUS_ACTIVITIES:
    case N_PARTS:
    default:
      aj_coverage_add (self->previous, values);
    }
  return TRUE;
}

static gboolean
conclude (AjEditionFacts *self, GError **error)
{
  if (self->coverage == NULL)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This edition is no longer there."));
      return FALSE;
    }
  aj_coverage_conclude (self->coverage);
  if (self->previous != NULL)
    aj_coverage_conclude (self->previous);
  return TRUE;
}

AjEditionFacts *
aj_edition_facts_load (AjStore *store, const char *edition_id, GError **error)
{
  g_autoptr (AjEditionFacts) self = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store) && edition_id != NULL, NULL);

  self = facts_new (edition_id);
  if (!aj_pass_run_chain (store, next_query_cb, take_cb, self, error) || !conclude (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (AjEditionFacts) self = g_task_get_task_data (task);
  GError *error = NULL;

  g_task_set_task_data (task, NULL, NULL);
  if (aj_pass_run_finish (AJ_STORE (source), result, &error) && conclude (self, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) aj_edition_facts_free);
  else
    g_task_return_error (task, error);
}

void
aj_edition_facts_load_async (AjStore *store,
                             const char *edition_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AjEditionFacts *self;
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store) && edition_id != NULL);

  self = facts_new (edition_id);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_edition_facts_load_async);
  /* read_cb() takes it. */
  g_task_set_task_data (task, self, NULL);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, self, cancellable, read_cb, task);
}

AjEditionFacts *
aj_edition_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_edition_facts_are_concerned (AjEditionFacts *self, AjChanges *changes)
{
  for (guint part = 0; part < PART_PREVIOUS; part++)
    if (aj_changes_concern (changes, types[part]))
      return TRUE;
  return FALSE;
}

AjValues *
aj_edition_facts_get_edition (AjEditionFacts *self)
{
  return aj_coverage_get_edition (self->coverage);
}

AjCoverage *
aj_edition_facts_get_coverage (AjEditionFacts *self)
{
  return self->coverage;
}

AjCoverage *
aj_edition_facts_get_previous (AjEditionFacts *self)
{
  return self->previous;
}

const AjValues *
aj_edition_facts_get_district (AjEditionFacts *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->districts, id) : NULL;
}

const char *
aj_edition_facts_get_district_name (AjEditionFacts *self, const char *id)
{
  const AjValues *district = aj_edition_facts_get_district (self, id);

  return district != NULL ? aj_values_get_text (district, "name") : NULL;
}
