/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-programme-facts-private.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-district.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-programme-past-private.h"
#include "aj-store-error.h"

/* Lines of history that are read at a time. */
#define PAGE 200

const char *const aj_programme_told_fields[] = {
  "name",    "date",         "from",         "until",  "place",
  "address", "municipality", "organisation", "access", NULL,
};

/* In this order: what comes later is placed by what came before. */
static const AjRecordType *const types[] = {
  &aj_edition_record_type,      &aj_district_record_type, &aj_municipality_record_type,
  &aj_organisation_record_type, &aj_activity_record_type,
};
#define N_TYPES G_N_ELEMENTS (types)

struct _AjProgrammeFacts
{
  AjStore *store;             /* (owned) */
  AjProgrammeRequest request; /* its texts owned */
  AjProgrammeTakeFunc take;
  gpointer user_data;
  AjValues *edition;     /* (owned) (nullable) */
  GHashTable *names;     /* (owned) (element-type utf8 utf8): of what is referred to, by id */
  GHashTable *districts; /* (owned) (element-type utf8 utf8): of a municipality, by its id */
  GPtrArray *
      places; /* (owned) (element-type utf8): the municipalities, borrowed from it; in the end by name */
  AjProgrammePast *past;  /* (owned) (nullable): where there is a day */
  GPtrArray *changed_ids; /* (owned) (nullable): likewise, borrowed from it */
  GHashTable *current;    /* (owned) (element-type utf8 AjValues): likewise, those that are there */
  guint n_closed;         /* left out because they are for who is invited */
  guint n_asked;          /* of the types; of the last, for each municipality or part of the ids */
  guint n_places;         /* of those that were asked for */
  guint n_ids;            /* of those that were asked for */
};

AjProgrammeFacts *
aj_programme_facts_new (AjStore *store,
                        const AjProgrammeRequest *request,
                        AjProgrammeTakeFunc take,
                        gpointer user_data)
{
  AjProgrammeFacts *self = g_new0 (AjProgrammeFacts, 1);

  self->store = g_object_ref (store);
  self->request = *request;
  self->request.edition = g_strdup (request->edition);
  self->request.municipality = g_strdup (request->municipality);
  self->take = take;
  self->user_data = user_data;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->places = g_ptr_array_new ();
  self->current = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) aj_values_unref);
  if (request->since != AJ_DATE_NONE)
    self->past = aj_programme_past_new (&aj_activity_record_type);
  return self;
}

void
aj_programme_facts_free (AjProgrammeFacts *self)
{
  g_clear_pointer (&self->changed_ids, g_ptr_array_unref);
  g_clear_pointer (&self->past, aj_programme_past_free);
  g_clear_pointer (&self->edition, aj_values_unref);
  g_hash_table_unref (self->current);
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->districts);
  g_hash_table_unref (self->names);
  g_free ((char *) self->request.edition);
  g_free ((char *) self->request.municipality);
  g_object_unref (self->store);
  g_free (self);
}

/* What was changed that day was perhaps already in what was handed out on it: it is told once too often rather than not. */
static gint64
find_since (AjProgrammeFacts *self)
{
  int year, month, day;
  g_autoptr (GDateTime) start = NULL;

  aj_date_get_ymd (self->request.since, &year, &month, &day);
  start = g_date_time_new_local (year, month, day, 0, 0, 0);
  return start != NULL ? g_date_time_to_unix (start) : 0;
}

static AjHistoryFilter
make_filter (AjProgrammeFacts *self, gint64 before)
{
  return (AjHistoryFilter){
    .since = find_since (self),
    .type = &aj_activity_record_type,
    .before = before,
    .limit = PAGE,
    .with_changes = TRUE,
  };
}

/* Whose revision is the last; 0 when there is no more. */
static gint64
take_history (AjProgrammeFacts *self, GPtrArray *entries)
{
  const AjHistoryEntry *last = entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;

  for (guint i = 0; i < entries->len; i++)
    aj_programme_past_add (self->past, entries->pdata[i]);
  return entries->len == PAGE ? last->revision : 0;
}

static const char *
get_name (AjProgrammeFacts *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->names, id) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *const *first = a, *const *second = b;
  const char *left = get_name (user_data, *first);
  const char *right = get_name (user_data, *second);
  int order = g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");

  return order != 0 ? order : g_strcmp0 (*first, *second);
}

/* (nullable): of the next municipality. Sorting all activities at once would hold them all, and take longer the more there
 * are. */
static AjQuery *
ask_activities (AjProgrammeFacts *self)
{
  AjQuery *query;

  if (self->n_places == 0)
    g_ptr_array_sort_with_data (self->places, compare_places, self);
  if (self->n_places == self->places->len)
    return NULL;
  query = aj_query_new (&aj_activity_record_type);
  aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, self->request.edition);
  aj_query_where_text (query, "municipality", AJ_QUERY_EQUAL,
                       self->places->pdata[self->n_places++]);
  aj_query_order_by (query, "date", FALSE);
  aj_query_order_by (query, "from", FALSE);
  aj_query_order_by (query, "name", FALSE);
  return query;
}

/* (nullable): the next part of those that changed. */
static AjQuery *
ask_changed (AjProgrammeFacts *self)
{
  const char *ids[AJ_QUERY_MAX_TEXTS + 1] = { NULL };
  AjQuery *query;

  if (self->changed_ids == NULL)
    self->changed_ids = aj_programme_past_list_ids (self->past);
  if (self->n_ids == self->changed_ids->len)
    return NULL;
  for (guint i = 0; i < AJ_QUERY_MAX_TEXTS && self->n_ids < self->changed_ids->len; i++)
    ids[i] = self->changed_ids->pdata[self->n_ids++];
  query = aj_query_new (&aj_activity_record_type);
  aj_query_where_any_of (query, "id", ids);
  aj_query_unordered (query);
  return query;
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  AjProgrammeFacts *self = user_data;
  const AjRecordType *type;
  AjQuery *query;

  if (self->n_asked == N_TYPES)
    return self->past != NULL ? ask_changed (self) : ask_activities (self);
  type = types[self->n_asked++];
  /* Without its edition there is nothing to read of it. */
  if (type != &aj_edition_record_type && self->edition == NULL)
    return NULL;
  if (type == &aj_activity_record_type)
    return self->past != NULL ? ask_changed (self) : ask_activities (self);
  query = aj_query_new (type);
  if (type == &aj_edition_record_type)
    aj_query_where_text (query, "id", AJ_QUERY_EQUAL, self->request.edition);
  else
    aj_query_unordered (query);
  return query;
}

static gboolean
is_closed (const AjValues *activity)
{
  return g_strcmp0 (aj_values_get_text (activity, "access"), "closed") == 0;
}

/* But for whom it is for. */
static gboolean
belongs (AjProgrammeFacts *self, const AjValues *activity)
{
  const AjProgrammeRequest *request = &self->request;

  return activity != NULL && aj_activity_counts (activity) &&
         g_strcmp0 (aj_values_get_text (activity, "edition"), request->edition) == 0 &&
         (request->municipality == NULL ||
          g_strcmp0 (aj_values_get_text (activity, "municipality"), request->municipality) == 0);
}

gboolean
aj_programme_facts_shows (AjProgrammeFacts *self, const AjValues *activity)
{
  return belongs (self, activity) && (self->request.with_closed || !is_closed (activity));
}

static gboolean
take_activity (AjProgrammeFacts *self, const AjValues *activity, GError **error)
{
  AjProgrammeEntry entry = { .now = activity };

  if (self->past != NULL)
    {
      g_hash_table_insert (self->current, (char *) aj_values_get_id (activity),
                           aj_values_ref (activity));
      return TRUE;
    }
  if (!aj_programme_facts_shows (self, activity))
    {
      self->n_closed += belongs (self, activity);
      return TRUE;
    }
  return self->take (self, &entry, self->user_data, error);
}

static void
take_municipality (AjProgrammeFacts *self, const AjValues *municipality)
{
  const char *only = self->request.municipality;
  char *id = g_strdup (aj_values_get_id (municipality));

  g_hash_table_insert (self->districts, id,
                       g_strdup (aj_values_get_text (municipality, "district")));
  if (only == NULL || g_str_equal (only, id))
    g_ptr_array_add (self->places, id);
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjProgrammeFacts *self = user_data;
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *id = aj_values_get_id (values);

  if (type == &aj_activity_record_type)
    return take_activity (self, values, error);
  if (type == &aj_edition_record_type)
    self->edition = aj_values_ref (values);
  else
    g_hash_table_insert (self->names, g_strdup (id),
                         g_strdup (aj_values_get_text (values, "name")));
  if (type == &aj_municipality_record_type)
    take_municipality (self, values);
  return TRUE;
}

AjProgrammeChange
aj_programme_facts_judge (AjProgrammeFacts *self, const AjProgrammeEntry *entry)
{
  const gboolean is_shown = aj_programme_facts_shows (self, entry->now);
  const gboolean was_shown = aj_programme_facts_shows (self, entry->then);

  if (is_shown != was_shown)
    return is_shown ? AJ_PROGRAMME_NEW : AJ_PROGRAMME_GONE;
  for (guint i = 0; is_shown && aj_programme_told_fields[i] != NULL; i++)
    if (aj_values_differ (entry->then, entry->now, aj_programme_told_fields[i]))
      return AJ_PROGRAMME_CHANGED;
  return AJ_PROGRAMME_SAME;
}

/* What did or does belong in the programme, and became different. */
static gboolean
tell_changed (AjProgrammeFacts *self, GError **error)
{
  for (guint i = 0; i < self->changed_ids->len; i++)
    {
      const char *id = self->changed_ids->pdata[i];
      const AjValues *now = g_hash_table_lookup (self->current, id);
      g_autoptr (AjValues) then = aj_programme_past_restore (self->past, id, now);
      AjProgrammeEntry entry = { now, then };

      if (aj_programme_facts_judge (self, &entry) != AJ_PROGRAMME_SAME &&
          !self->take (self, &entry, self->user_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
conclude (AjProgrammeFacts *self, GError **error)
{
  if (self->edition == NULL)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This edition is no longer there."));
      return FALSE;
    }
  return self->past == NULL || tell_changed (self, error);
}

static gboolean
read_history (AjProgrammeFacts *self, GError **error)
{
  gint64 before = 0;

  do
    {
      AjHistoryFilter filter = make_filter (self, before);
      g_autoptr (GPtrArray) entries = aj_store_list_history (self->store, &filter, error);

      if (entries == NULL)
        return FALSE;
      before = take_history (self, entries);
    }
  while (before > 0);
  return TRUE;
}

gboolean
aj_programme_facts_read (AjProgrammeFacts *self, GError **error)
{
  return (self->past == NULL || read_history (self, error)) &&
         aj_pass_run_chain (self->store, next_query_cb, take_cb, self, error) &&
         conclude (self, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (source), result, &error) &&
      conclude (g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_records (GTask *task)
{
  AjProgrammeFacts *self = g_task_get_task_data (task);

  aj_pass_run_chain_async (self->store, next_query_cb, take_cb, self, g_task_get_cancellable (task),
                           read_cb, g_object_ref (task));
}

static void ask_history (GTask *task, gint64 before);

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = aj_store_list_history_finish (AJ_STORE (source), result, &error);
  gint64 before;

  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  before = take_history (g_task_get_task_data (task), entries);
  if (before > 0)
    ask_history (task, before);
  else
    read_records (task);
}

static void
ask_history (GTask *task, gint64 before)
{
  AjProgrammeFacts *self = g_task_get_task_data (task);
  AjHistoryFilter filter = make_filter (self, before);

  aj_store_list_history_async (self->store, &filter, g_task_get_cancellable (task), history_read_cb,
                               g_object_ref (task));
}

void
aj_programme_facts_read_async (AjProgrammeFacts *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self->store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_programme_facts_read_async);
  g_task_set_task_data (task, self, NULL);
  if (self->past != NULL)
    ask_history (task, 0);
  else
    read_records (task);
}

gboolean
aj_programme_facts_read_finish (AjProgrammeFacts *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self->store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const AjProgrammeRequest *
aj_programme_facts_get_request (AjProgrammeFacts *self)
{
  return &self->request;
}

const AjValues *
aj_programme_facts_get_edition (AjProgrammeFacts *self)
{
  return self->edition;
}

const char *
aj_programme_facts_get_municipality (AjProgrammeFacts *self, const AjValues *activity)
{
  return get_name (self, aj_values_get_text (activity, "municipality"));
}

const char *
aj_programme_facts_get_district (AjProgrammeFacts *self, const AjValues *activity)
{
  const char *municipality = aj_values_get_text (activity, "municipality");

  return municipality != NULL ? get_name (self, g_hash_table_lookup (self->districts, municipality))
                              : NULL;
}

const char *
aj_programme_facts_get_organisation (AjProgrammeFacts *self, const AjValues *activity)
{
  return get_name (self, aj_values_get_text (activity, "organisation"));
}

guint
aj_programme_facts_get_n_closed (AjProgrammeFacts *self)
{
  return self->n_closed;
}

const char *
aj_programme_facts_get_only (AjProgrammeFacts *self)
{
  return get_name (self, self->request.municipality);
}
