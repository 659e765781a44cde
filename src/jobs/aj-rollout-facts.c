/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-facts.h"

#include "aj-activity.h"
#include "aj-district.h"
#include "aj-evaluation.h"
#include "aj-intervention-step.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-reach-goal.h"
#include "aj-rollout-order.h"
#include "aj-rollout.h"
#include "aj-tour.h"
#include "aj-training.h"

/* What is referred to, and then what refers to it. */
static const AjRecordType *const types[] = {
  &aj_district_record_type,
  &aj_municipality_record_type,
  &aj_organisation_record_type,
  &aj_intervention_record_type,
  &aj_intervention_step_record_type,
  &aj_material_record_type,
  &aj_rollout_record_type,
  &aj_loan_record_type,
  &aj_evaluation_record_type,
  &aj_reach_goal_record_type,
  &aj_tour_record_type,
  &aj_training_record_type,
};

struct _AjRolloutFacts
{
  gatomicrefcount references;
  GHashTable *named;        /* (owned) (element-type utf8 AjValues): what is referred to, by id */
  GHashTable *by_id;        /* (owned) (element-type utf8 AjValues): the rollouts, borrowed */
  GPtrArray *interventions; /* (owned) (element-type AjValues); so are those below */
  GPtrArray *municipalities;
  GPtrArray *rollouts;
  GPtrArray *loans;
  GPtrArray *evaluations;
  GPtrArray *goals;
  GPtrArray *steps;
  GPtrArray *trainings;
  AjInterventionMentions *mentions; /* (owned) (nullable): of what was loaded whole */

  /* While it is read, both (owned) (nullable) */
  GPtrArray *queries;   /* (element-type AjQuery): that are still to be asked */
  GHashTable *contacts; /* (element-type utf8): whom material and loans name, borrowed of these */
};

static GPtrArray *
values_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

static AjRolloutFacts *
facts_new (gboolean is_whole)
{
  AjRolloutFacts *self = g_new0 (AjRolloutFacts, 1);

  g_atomic_ref_count_init (&self->references);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) aj_values_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->interventions = values_new ();
  self->municipalities = values_new ();
  self->rollouts = values_new ();
  self->loans = values_new ();
  self->evaluations = values_new ();
  self->goals = values_new ();
  self->steps = values_new ();
  self->trainings = values_new ();
  self->contacts = g_hash_table_new (g_str_hash, g_str_equal);
  self->mentions = is_whole ? aj_intervention_mentions_new () : NULL;
  return self;
}

AjRolloutFacts *
aj_rollout_facts_ref (AjRolloutFacts *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_rollout_facts_unref (AjRolloutFacts *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->queries, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_hash_table_unref);
  aj_intervention_mentions_free (self->mentions);
  g_ptr_array_unref (self->trainings);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->evaluations);
  g_ptr_array_unref (self->loans);
  g_ptr_array_unref (self->rollouts);
  g_ptr_array_unref (self->municipalities);
  g_ptr_array_unref (self->interventions);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->named);
  g_free (self);
}

/* (element-type AjQuery) (transfer full) */
static GPtrArray *
list_queries (gboolean is_whole)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_ptr_array_add (queries, aj_query_new (types[i]));
  if (is_whole)
    {
      AjQuery *activities = aj_query_new (&aj_activity_record_type);

      aj_query_where_empty (activities, "intervention", AJ_QUERY_NOT_EMPTY);
      aj_query_unordered (activities);
      g_ptr_array_add (queries, activities);
    }
  return queries;
}

/* (transfer full): the next of them, at most as many as a query takes. */
static AjQuery *
take_contacts (AjRolloutFacts *self)
{
  AjQuery *query = aj_query_new (&aj_person_record_type);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->contacts);
  while (ids->len < AJ_QUERY_MAX_TEXTS && g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (ids, id);
      g_hash_table_iter_remove (&iter);
    }
  g_ptr_array_add (ids, NULL);
  aj_query_where_any_of (query, "id", (const char *const *) ids->pdata);
  return query;
}

/* What is asked for anyway, and then the people whom that names: of all people only those with whom a handover is agreed. */
static AjQuery *
next_cb (gpointer user_data)
{
  AjRolloutFacts *self = user_data;

  if (self->queries->len > 0)
    return g_ptr_array_steal_index (self->queries, 0);
  return g_hash_table_size (self->contacts) > 0 ? take_contacts (self) : NULL;
}

/* (nullable): the list that records of @type are kept in. */
static GPtrArray *
get_list (AjRolloutFacts *self, const AjRecordType *type)
{
  if (type == &aj_intervention_record_type)
    return self->interventions;
  if (type == &aj_municipality_record_type)
    return self->municipalities;
  if (type == &aj_rollout_record_type)
    return self->rollouts;
  if (type == &aj_loan_record_type)
    return self->loans;
  if (type == &aj_evaluation_record_type)
    return self->evaluations;
  if (type == &aj_reach_goal_record_type)
    return self->goals;
  if (type == &aj_intervention_step_record_type)
    return self->steps;
  if (type == &aj_training_record_type)
    return self->trainings;
  return NULL;
}

static void
take_by_id (AjRolloutFacts *self, const AjValues *rollout)
{
  g_hash_table_insert (self->by_id, (char *) aj_values_get_id (rollout), (gpointer) rollout);
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjRolloutFacts *self = user_data;
  const AjRecordType *type = aj_values_get_record_type (values);
  GPtrArray *list = get_list (self, type);

  if (type == &aj_activity_record_type)
    {
      aj_intervention_mentions_add_activity (self->mentions, values);
      return TRUE;
    }
  if (type == &aj_intervention_record_type && self->mentions != NULL)
    aj_intervention_mentions_add_intervention (self->mentions, values);
  if (list != NULL)
    g_ptr_array_add (list, (gpointer) aj_values_ref (values));
  if ((type == &aj_loan_record_type || type == &aj_material_record_type) &&
      !aj_values_is_empty (values, "contact"))
    g_hash_table_add (self->contacts, (char *) aj_values_get_text (values, "contact"));
  if (list == self->rollouts)
    take_by_id (self, values);
  if (list == NULL || list == self->municipalities || list == self->interventions)
    g_hash_table_insert (self->named, (char *) aj_values_get_id (values), aj_values_ref (values));
  return TRUE;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  gint64 left = aj_values_get_integer (*(const AjValues *const *) a, "days");
  gint64 right = aj_values_get_integer (*(const AjValues *const *) b, "days");

  return left == right ? 0 : left < right ? -1 : 1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (aj_values_get_text (*(const AjValues *const *) a, "name"),
                         aj_values_get_text (*(const AjValues *const *) b, "name"));
}

static void
conclude (AjRolloutFacts *self)
{
  g_ptr_array_sort (self->interventions, compare_names);
  g_ptr_array_sort (self->municipalities, compare_names);
  g_ptr_array_sort (self->steps, compare_steps);
  aj_rollout_order_rollouts (self, self->rollouts);
  aj_rollout_order_loans (self, self->loans);
  aj_rollout_order_evaluations (self->evaluations);
}

static AjRolloutFacts *
load (AjStore *store, gboolean is_whole, GError **error)
{
  g_autoptr (AjRolloutFacts) self = facts_new (is_whole);

  self->queries = list_queries (is_whole);
  if (!aj_pass_run_chain (store, next_cb, take_cb, self, error))
    return NULL;
  conclude (self);
  return g_steal_pointer (&self);
}

AjRolloutFacts *
aj_rollout_facts_load (AjStore *store, GError **error)
{
  return load (store, FALSE, error);
}

AjRolloutFacts *
aj_rollout_facts_load_whole (AjStore *store, GError **error)
{
  return load (store, TRUE, error);
}

/* What was read is put in order where nobody waits for the main loop. */
static void
conclude_in_thread (GTask *task, gpointer source, gpointer facts, GCancellable *cancellable)
{
  conclude (facts);
  g_task_return_pointer (task, aj_rollout_facts_ref (facts),
                         (GDestroyNotify) aj_rollout_facts_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_run_in_thread (task, conclude_in_thread);
  else
    g_task_return_error (task, error);
}

static void
load_async (AjStore *store,
            gboolean is_whole,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  AjRolloutFacts *self = facts_new (is_whole);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_rollout_facts_load_async);
  self->queries = list_queries (is_whole);
  g_task_set_task_data (task, self, (GDestroyNotify) aj_rollout_facts_unref);
  aj_pass_run_chain_async (store, next_cb, take_cb, self, cancellable, read_cb, task);
}

void
aj_rollout_facts_load_async (AjStore *store,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  load_async (store, FALSE, cancellable, callback, user_data);
}

void
aj_rollout_facts_load_whole_async (AjStore *store,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  load_async (store, TRUE, cancellable, callback, user_data);
}

AjRolloutFacts *
aj_rollout_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whether something of records of @type is in here. */
static gboolean
is_told (AjRolloutFacts *self, const AjRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return TRUE;
  return type == &aj_person_record_type ||
         (self->mentions != NULL && type == &aj_activity_record_type);
}

gboolean
aj_rollout_facts_are_concerned (AjRolloutFacts *self, AjChanges *changes)
{
  GPtrArray *all = aj_changes_get_all (changes);

  for (guint i = 0; i < all->len; i++)
    if (is_told (self, ((AjHistoryChange *) all->pdata[i])->type))
      return TRUE;
  return FALSE;
}

/* Whether @values refers to nothing that is not known. */
static gboolean
is_known (AjRolloutFacts *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const char *id = field->kind == AJ_FIELD_REFERENCE ? aj_values_get_text (values, field->name)
                                                         : NULL;

      /* Of people only those are here who are a contact, and nothing is told of others. */
      if (id != NULL && !g_str_equal (field->name, "lead") &&
          !g_hash_table_contains (self->named, id) && !g_hash_table_contains (self->by_id, id))
        return FALSE;
    }
  return TRUE;
}

gboolean
aj_rollout_facts_can_follow (AjRolloutFacts *self, AjChanges *changes)
{
  GPtrArray *all = aj_changes_get_all (changes);

  for (guint i = 0; i < all->len && self->mentions == NULL; i++)
    {
      const AjHistoryChange *change = all->pdata[i];

      if (!is_told (self, change->type))
        continue;
      if ((change->type != &aj_rollout_record_type && change->type != &aj_loan_record_type) ||
          (change->after != NULL && !is_known (self, change->after)))
        return FALSE;
    }
  return self->mentions == NULL;
}

/* What becomes of the records of one list. */
static GPtrArray *
follow_list (GPtrArray *list, const AjRecordType *type, AjChanges *changes)
{
  GPtrArray *all = aj_changes_get_all (changes);
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *after = values_new ();
  GHashTableIter iter;
  gpointer change;

  for (guint i = 0; i < all->len; i++)
    if (((AjHistoryChange *) all->pdata[i])->type == type)
      g_hash_table_insert (latest, ((AjHistoryChange *) all->pdata[i])->id, all->pdata[i]);
  if (g_hash_table_size (latest) == 0)
    {
      g_ptr_array_unref (after);
      return g_ptr_array_ref (list);
    }
  for (guint i = 0; i < list->len; i++)
    if (!g_hash_table_contains (latest, aj_values_get_id (list->pdata[i])))
      g_ptr_array_add (after, aj_values_ref (list->pdata[i]));
  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, &change))
    if (((AjHistoryChange *) change)->after != NULL)
      g_ptr_array_add (after, aj_values_ref (((AjHistoryChange *) change)->after));
  return after;
}

/* All but the rollouts and the loans is shared with what it follows. */
static AjRolloutFacts *
follow (AjRolloutFacts *self, AjChanges *changes)
{
  AjRolloutFacts *after = g_new0 (AjRolloutFacts, 1);

  g_atomic_ref_count_init (&after->references);
  after->named = g_hash_table_ref (self->named);
  after->interventions = g_ptr_array_ref (self->interventions);
  after->municipalities = g_ptr_array_ref (self->municipalities);
  after->evaluations = g_ptr_array_ref (self->evaluations);
  after->goals = g_ptr_array_ref (self->goals);
  after->steps = g_ptr_array_ref (self->steps);
  after->trainings = g_ptr_array_ref (self->trainings);
  after->rollouts = follow_list (self->rollouts, &aj_rollout_record_type, changes);
  after->loans = follow_list (self->loans, &aj_loan_record_type, changes);
  if (after->rollouts == self->rollouts)
    {
      after->by_id = g_hash_table_ref (self->by_id);
    }
  else
    {
      after->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < after->rollouts->len; i++)
        take_by_id (after, after->rollouts->pdata[i]);
      aj_rollout_order_rollouts (after, after->rollouts);
    }
  if (after->loans != self->loans)
    aj_rollout_order_loans (after, after->loans);
  return after;
}

typedef struct
{
  AjRolloutFacts *facts; /* (owned) */
  AjChanges *changes;    /* (owned) */
} Following;

static void
following_free (gpointer data)
{
  Following *following = data;

  aj_rollout_facts_unref (following->facts);
  aj_changes_unref (following->changes);
  g_free (following);
}

static void
follow_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Following *following = data;

  g_task_return_pointer (task, follow (following->facts, following->changes),
                         (GDestroyNotify) aj_rollout_facts_unref);
}

void
aj_rollout_facts_follow_async (AjStore *store,
                               AjRolloutFacts *self,
                               AjChanges *changes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Following *following = g_new (Following, 1);

  *following = (Following){ aj_rollout_facts_ref (self), aj_changes_ref (changes) };
  g_task_set_source_tag (task, aj_rollout_facts_follow_async);
  g_task_set_task_data (task, following, following_free);
  g_task_run_in_thread (task, follow_in_thread);
}

GPtrArray *
aj_rollout_facts_get_rollouts (AjRolloutFacts *self)
{
  return self->rollouts;
}

GPtrArray *
aj_rollout_facts_get_loans (AjRolloutFacts *self)
{
  return self->loans;
}

GPtrArray *
aj_rollout_facts_get_evaluations (AjRolloutFacts *self)
{
  return self->evaluations;
}

GPtrArray *
aj_rollout_facts_get_goals (AjRolloutFacts *self)
{
  return self->goals;
}

GPtrArray *
aj_rollout_facts_get_steps (AjRolloutFacts *self)
{
  return self->steps;
}

GPtrArray *
aj_rollout_facts_get_trainings (AjRolloutFacts *self)
{
  return self->trainings;
}

GPtrArray *
aj_rollout_facts_get_mentions (AjRolloutFacts *self, const char *intervention)
{
  g_return_val_if_fail (self->mentions != NULL, NULL);

  return aj_intervention_mentions_get (self->mentions, intervention);
}

GPtrArray *
aj_rollout_facts_get_interventions (AjRolloutFacts *self)
{
  return self->interventions;
}

GPtrArray *
aj_rollout_facts_get_municipalities (AjRolloutFacts *self)
{
  return self->municipalities;
}

const AjValues *
aj_rollout_facts_get (AjRolloutFacts *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->named, id) : NULL;
}

const char *
aj_rollout_facts_get_name (AjRolloutFacts *self, const char *id)
{
  const AjValues *values = aj_rollout_facts_get (self, id);

  return values != NULL ? aj_values_get_text (values, "name") : NULL;
}

const AjValues *
aj_rollout_facts_get_rollout_of (AjRolloutFacts *self, const AjValues *record)
{
  const char *id = aj_values_get_text (record, "rollout");

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

const char *
aj_rollout_facts_get_subject (AjRolloutFacts *self, const AjValues *record)
{
  const AjRecordType *type = aj_values_get_record_type (record);
  const char *field = type == &aj_loan_record_type ? "material" : "intervention";
  const char *name = aj_rollout_facts_get_name (self, aj_values_get_text (record, field));

  return name != NULL ? name : aj_record_type_get_label (type);
}

const char *
aj_rollout_facts_get_place (AjRolloutFacts *self, const AjValues *record)
{
  static const char *const fields[] = { "municipality", "district", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = NULL;

      if (aj_record_type_find (aj_values_get_record_type (record), fields[i]) >= 0)
        name = aj_rollout_facts_get_name (self, aj_values_get_text (record, fields[i]));
      if (name != NULL)
        return name;
    }
  return "";
}

const char *
aj_rollout_facts_get_district (AjRolloutFacts *self, const AjValues *record)
{
  const AjValues *town = aj_rollout_facts_get (self, aj_values_get_text (record, "municipality"));

  if (town != NULL)
    return aj_rollout_facts_get_name (self, aj_values_get_text (town, "district"));
  if (aj_record_type_find (aj_values_get_record_type (record), "district") < 0)
    return NULL;
  return aj_rollout_facts_get_name (self, aj_values_get_text (record, "district"));
}

static gint64
get_reach (const AjValues *rollout, const char *target)
{
  g_autofree char *field = NULL;

  if (target == NULL)
    return MAX (aj_rollout_sum_reach (rollout), 0);
  field = g_strconcat ("reach-", target, NULL);
  return aj_values_get_integer (rollout, field);
}

gint64
aj_rollout_facts_count_reach (AjRolloutFacts *self, const AjValues *goal)
{
  const char *intervention = aj_values_get_text (goal, "intervention");
  gint64 total = 0;

  for (guint i = 0; i < self->rollouts->len; i++)
    {
      const AjValues *rollout = self->rollouts->pdata[i];
      AjDate start = aj_values_get_date (rollout, "starts-on");

      if (intervention != NULL &&
          g_strcmp0 (intervention, aj_values_get_text (rollout, "intervention")) != 0)
        continue;
      if (start != AJ_DATE_NONE && aj_values_exist_on (goal, start))
        total += get_reach (rollout, aj_values_get_text (goal, "target"));
    }
  return total;
}
