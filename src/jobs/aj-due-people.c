/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-due-people.h"

#include <string.h>

#include "aj-contact.h"
#include "aj-district.h"
#include "aj-evaluation.h"
#include "aj-group.h"
#include "aj-latest.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-rollout-trainer.h"
#include "aj-rollout.h"
#include "aj-training.h"

/* What is read whole. */
static const AjRecordType *const types[] = {
  &aj_group_record_type,           &aj_person_record_type,
  &aj_membership_record_type,      &aj_position_record_type,
  &aj_district_record_type,        &aj_rollout_record_type,
  &aj_rollout_trainer_record_type, &aj_evaluation_record_type,
  &aj_training_record_type,        &aj_loan_record_type,
  &aj_material_record_type,
};

/* What is asked after those. */
typedef enum
{
  STEP_CONTACTS,
  STEP_MEETINGS,
  STEP_EDITS,
  STEP_REMOVED,
  N_STEPS,
} Step;

typedef struct
{
  AjStore *store;         /* (owned) */
  AjRetention *retention; /* (owned) */
  int months;
  guint n_asked; /* of the types */
  guint step;
} Listing;

static Listing *
listing_new (AjStore *store, int months)
{
  Listing *self = g_new0 (Listing, 1);

  self->store = g_object_ref (store);
  self->retention = aj_retention_new (aj_clock_get_today (aj_store_get_clock (store)));
  self->months = months;
  return self;
}

static void
listing_free (Listing *self)
{
  g_object_unref (self->store);
  aj_retention_free (self->retention);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

static AjQuery *
next_query_cb (gpointer user_data)
{
  Listing *self = user_data;

  return self->n_asked < G_N_ELEMENTS (types) ? aj_query_new (types[self->n_asked++]) : NULL;
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Listing *self = user_data;

  aj_retention_add (self->retention, values);
  return TRUE;
}

static AjQuery *
make_query (Step step)
{
  AjQuery *query;

  if (step == STEP_CONTACTS)
    return aj_query_new (&aj_contact_record_type);
  query = aj_query_new (&aj_meeting_record_type);
  aj_query_where_text (query, "state", AJ_QUERY_NOT_EQUAL, AJ_MEETING_CANCELLED);
  return query;
}

/* Days, or moments, which begin with a day. */
static void
take_latest (Listing *self, GHashTable *latest, AjUseKind kind)
{
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      g_autofree char *day = g_strndup (text, strlen ("2026-03-12"));
      AjDate date;

      if (aj_date_parse_iso (day, &date))
        aj_retention_note (self->retention, id, kind, date);
    }
}

static AjDate
get_day (Listing *self, gint64 at)
{
  AjWallTime time;

  return aj_clock_look_back (aj_store_get_clock (self->store), at, &time) ? time.date
                                                                          : AJ_DATE_NONE;
}

static void
take_edits (Listing *self, GHashTable *edits)
{
  GHashTableIter iter;
  gpointer id, at;

  g_hash_table_iter_init (&iter, edits);
  while (g_hash_table_iter_next (&iter, &id, &at))
    aj_retention_note (self->retention, id, AJ_USE_EDIT, get_day (self, *(gint64 *) at));
}

static void
take_removed (Listing *self, GPtrArray *removed)
{
  for (guint i = 0; i < removed->len; i++)
    {
      const AjRemoved *one = removed->pdata[i];

      aj_retention_add_removed (self->retention, one->values, get_day (self, one->at));
    }
}

/* Takes the answer to the step. */
static void
take_answer (Listing *self, gpointer answer)
{
  switch ((Step) self->step)
    {
    case STEP_CONTACTS:
      take_latest (self, answer, AJ_USE_CONTACT);
      break;
    case STEP_MEETINGS:
      take_latest (self, answer, AJ_USE_MEETING);
      break;
    case STEP_EDITS:
      take_edits (self, answer);
      break;
    case STEP_REMOVED:
    case N_STEPS:
    default:
      take_removed (self, answer);
      g_ptr_array_unref (answer);
      self->step++;
      return;
    }
  g_hash_table_unref (answer);
  self->step++;
}

/* (transfer full) (nullable) */
static gpointer
ask (Listing *self, GError **error)
{
  g_autoptr (AjQuery) query = make_query (self->step);

  switch ((Step) self->step)
    {
    case STEP_CONTACTS:
      return aj_store_find_latest (self->store, query, "person", "date", error);
    case STEP_MEETINGS:
      return aj_store_find_latest (self->store, query, "chair", "starts-at", error);
    case STEP_EDITS:
      return aj_store_find_last_edits (self->store, &aj_person_record_type, error);
    case STEP_REMOVED:
    case N_STEPS:
    default:
      return aj_store_list_removed (self->store, &aj_person_record_type, error);
    }
}

static void
ask_async (Listing *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (AjQuery) query = make_query (self->step);

  switch ((Step) self->step)
    {
    case STEP_CONTACTS:
      aj_store_find_latest_async (self->store, query, "person", "date", cancellable, callback,
                                  data);
      break;
    case STEP_MEETINGS:
      aj_store_find_latest_async (self->store, query, "chair", "starts-at", cancellable, callback,
                                  data);
      break;
    case STEP_EDITS:
      aj_store_find_last_edits_async (self->store, &aj_person_record_type, cancellable, callback,
                                      data);
      break;
    case STEP_REMOVED:
    case N_STEPS:
    default:
      aj_store_list_removed_async (self->store, &aj_person_record_type, cancellable, callback,
                                   data);
      break;
    }
}

/* (transfer full) (nullable) */
static gpointer
ask_finish (Listing *self, GAsyncResult *result, GError **error)
{
  switch ((Step) self->step)
    {
    case STEP_CONTACTS:
    case STEP_MEETINGS:
      return aj_store_find_latest_finish (self->store, result, error);
    case STEP_EDITS:
      return aj_store_find_last_edits_finish (self->store, result, error);
    case STEP_REMOVED:
    case N_STEPS:
    default:
      return aj_store_list_removed_finish (self->store, result, error);
    }
}

GPtrArray *
aj_due_people_list (AjStore *store, int months, GError **error)
{
  g_autoptr (Listing) listing = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  listing = listing_new (store, months);
  if (!aj_pass_run_chain (store, next_query_cb, take_cb, listing, error))
    return NULL;
  while (listing->step < N_STEPS)
    {
      gpointer answer = ask (listing, error);

      if (answer == NULL)
        return NULL;
      take_answer (listing, answer);
    }
  return aj_retention_list_due (listing->retention, months);
}

static void go_on (GTask *task);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = ask_finish (listing, result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_answer (listing, answer);
  go_on (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    go_on (task);
  else
    g_task_return_error (task, error);
}

static void
go_on (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (listing->step < N_STEPS)
    ask_async (listing, cancellable, answered_cb, g_object_ref (task));
  else
    g_task_return_pointer (task, aj_retention_list_due (listing->retention, listing->months),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
aj_due_people_list_async (AjStore *store,
                          int months,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Listing *listing;
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  listing = listing_new (store, months);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_due_people_list_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, listing, cancellable, read_cb, task);
}

GPtrArray *
aj_due_people_list_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_due_people_are_concerned (AjChanges *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (aj_changes_concern (changes, types[i]))
      return TRUE;
  return aj_changes_concern (changes, &aj_contact_record_type) ||
         aj_changes_concern (changes, &aj_meeting_record_type);
}
