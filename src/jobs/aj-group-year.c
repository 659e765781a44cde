/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-year.h"

#include <glib/gi18n-lib.h>

#include "aj-absence.h"
#include "aj-attendance.h"
#include "aj-error.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-person.h"
#include "aj-surroundings.h"

struct _AjGroupYear
{
  gatomicrefcount references;
  int year;
  AjDate today;
  AjSurroundings *around; /* (owned) */
  AjGroupBook *book;      /* (owned) */
  GPtrArray *meetings;    /* (owned) (element-type AjValues): these two hold borrowed values */
  GPtrArray *earlier;
  GPtrArray *absences;   /* (owned) (element-type AjValues): these two hold their own */
  GPtrArray *attendance; /* as before */
};

G_DEFINE_BOXED_TYPE (AjGroupYear, aj_group_year, aj_group_year_ref, aj_group_year_unref)

AjGroupYear *
aj_group_year_ref (AjGroupYear *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_group_year_unref (AjGroupYear *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->attendance, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_clear_pointer (&self->around, aj_surroundings_unref);
  g_free (self);
}

AjDate
aj_group_year_get_day (const AjValues *meeting)
{
  AjWallTime start;

  return aj_values_get_wall_time (meeting, "starts-at", &start) ? start.date : AJ_DATE_NONE;
}

static AjGroupYear *
group_year_new (AjStore *store, int year, GError **error)
{
  AjGroupYear *self;

  if (year < AJ_DATE_MIN_YEAR || year > AJ_DATE_MAX_YEAR)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("There is no year %d. Choose a year from %d to %d."), year, AJ_DATE_MIN_YEAR,
                   AJ_DATE_MAX_YEAR);
      return NULL;
    }
  self = g_new0 (AjGroupYear, 1);
  g_atomic_ref_count_init (&self->references);
  self->year = year;
  self->today = aj_clock_get_today (aj_store_get_clock (store));
  self->meetings = g_ptr_array_new ();
  self->earlier = g_ptr_array_new ();
  return self;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  AjWallTime start, other;
  int order;

  aj_values_get_wall_time (first, "starts-at", &start);
  aj_values_get_wall_time (second, "starts-at", &other);
  order = aj_wall_time_compare (&start, &other);
  return order != 0 ? order : g_strcmp0 (aj_values_get_id (first), aj_values_get_id (second));
}

/* Takes @around. */
static void
take_surroundings (AjGroupYear *self, AjSurroundings *around)
{
  GPtrArray *all = aj_surroundings_list (around, &aj_meeting_record_type, "group");

  self->around = around;
  for (guint i = 0; i < all->len; i++)
    {
      int year = aj_date_get_year (aj_group_year_get_day (all->pdata[i]));

      if (g_strcmp0 (aj_values_get_text (all->pdata[i], "state"), AJ_MEETING_CANCELLED) == 0)
        continue;
      if (year == self->year)
        g_ptr_array_add (self->meetings, all->pdata[i]);
      else if (year < self->year)
        g_ptr_array_add (self->earlier, all->pdata[i]);
    }
  g_ptr_array_sort (self->meetings, compare_starts);
  g_ptr_array_sort (self->earlier, compare_starts);
}

static AjQuery *
query_absences (void)
{
  return aj_query_new (&aj_absence_record_type);
}

/* (transfer none) (nullable): the meeting so many before the end of those before the year. */
static const AjValues *
get_last_before (AjGroupYear *self, guint index)
{
  return index < self->earlier->len ? self->earlier->pdata[self->earlier->len - 1 - index] : NULL;
}

static AjQuery *
query_attendance (AjGroupYear *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  AjQuery *query = aj_query_new (&aj_attendance_record_type);

  for (guint i = 0; i < AJ_GROUP_YEAR_BEFORE; i++)
    if (get_last_before (self, i) != NULL)
      g_ptr_array_add (ids, (gpointer) aj_values_get_id (get_last_before (self, i)));
  /* More than one a day is no group. */
  for (guint i = 0; i < self->meetings->len && ids->len < AJ_QUERY_MAX_TEXTS; i++)
    g_ptr_array_add (ids, (gpointer) aj_values_get_id (self->meetings->pdata[i]));
  g_ptr_array_add (ids, NULL);
  aj_query_where_any_of (query, "meeting", (const char *const *) ids->pdata);
  return query;
}

/* (transfer full) (element-type AjValues); NULL when there are no records. */
static GPtrArray *
list_states (GPtrArray *records)
{
  GPtrArray *states;

  if (records == NULL)
    return NULL;
  states = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (states, aj_values_ref (aj_record_get_values (records->pdata[i])));
  return states;
}

static GPtrArray *
fetch_states (AjStore *store, AjQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = aj_store_fetch (store, query, error);

  return list_states (records);
}

AjGroupYear *
aj_group_year_load (AjStore *store, const char *group_id, int year, GError **error)
{
  g_autoptr (AjGroupYear) self = NULL;
  AjSurroundings *around;
  g_autoptr (AjQuery) absences = query_absences ();
  g_autoptr (AjQuery) attendance = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (group_id != NULL, NULL);

  self = group_year_new (store, year, error);
  around = self != NULL ? aj_store_read_surroundings (store, &aj_group_record_type, group_id,
                                                      AJ_SURROUNDINGS_DEFAULT, error)
                        : NULL;
  if (around == NULL)
    return NULL;
  take_surroundings (self, around);
  self->book = aj_group_book_load (store, error);
  if (self->book == NULL)
    return NULL;
  self->absences = fetch_states (store, absences, error);
  if (self->absences == NULL)
    return NULL;
  attendance = query_attendance (self);
  self->attendance = fetch_states (store, attendance, error);
  return self->attendance != NULL ? g_steal_pointer (&self) : NULL;
}

static AjGroupYear *
get_loading (GTask *task)
{
  return g_task_get_task_data (task);
}

static void
attendance_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, &error);

  get_loading (task)->attendance = list_states (records);
  if (records == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, aj_group_year_ref (get_loading (task)),
                           (GDestroyNotify) aj_group_year_unref);
}

static void
absences_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  g_autoptr (AjQuery) query = query_attendance (get_loading (task));

  get_loading (task)->absences = list_states (records);
  if (records == NULL)
    g_task_return_error (task, error);
  else
    aj_store_fetch_async (AJ_STORE (source), query, g_task_get_cancellable (task),
                          attendance_fetched_cb, g_object_ref (task));
}

static void
book_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AjQuery) query = query_absences ();

  get_loading (task)->book = aj_group_book_load_finish (AJ_STORE (source), result, &error);
  if (get_loading (task)->book == NULL)
    g_task_return_error (task, error);
  else
    aj_store_fetch_async (AJ_STORE (source), query, g_task_get_cancellable (task),
                          absences_fetched_cb, g_object_ref (task));
}

static void
surroundings_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjSurroundings *around = aj_store_read_surroundings_finish (AJ_STORE (source), result, &error);

  if (around == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_surroundings (get_loading (task), around);
  aj_group_book_load_async (AJ_STORE (source), g_task_get_cancellable (task), book_loaded_cb,
                            g_object_ref (task));
}

void
aj_group_year_load_async (AjStore *store,
                          const char *group_id,
                          int year,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AjGroupYear *self;
  GError *error = NULL;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (group_id != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_group_year_load_async);
  self = group_year_new (store, year, &error);
  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, self, (GDestroyNotify) aj_group_year_unref);
  aj_store_read_surroundings_async (store, &aj_group_record_type, group_id, AJ_SURROUNDINGS_DEFAULT,
                                    cancellable, surroundings_read_cb, g_steal_pointer (&task));
}

AjGroupYear *
aj_group_year_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
is_among (GPtrArray *values, const char *id)
{
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (aj_values_get_id (values->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
refers_to (const AjValues *values, const char *field, const char *id)
{
  return values != NULL && g_strcmp0 (aj_values_get_text (values, field), id) == 0;
}

static gboolean
has_meeting (AjGroupYear *self, const AjValues *attendance)
{
  const char *meeting = aj_values_get_text (attendance, "meeting");

  for (guint i = 0; i < AJ_GROUP_YEAR_BEFORE; i++)
    if (get_last_before (self, i) != NULL &&
        g_strcmp0 (aj_values_get_id (get_last_before (self, i)), meeting) == 0)
      return TRUE;
  return is_among (self->meetings, meeting);
}

/* What is told of another window's change are only the fields that differ, so what is known goes by its id. */
static gboolean
concerns_cb (const AjHistoryChange *change, gpointer user_data)
{
  AjGroupYear *self = user_data;
  const char *group = aj_values_get_id (aj_group_year_get_group (self));

  if (change->type == &aj_absence_record_type)
    return TRUE;
  if (change->type == &aj_attendance_record_type)
    return is_among (self->attendance, change->id) ||
           (change->after != NULL && has_meeting (self, change->after));
  if (change->type == &aj_meeting_record_type &&
      (refers_to (change->before, "group", group) || refers_to (change->after, "group", group)))
    return TRUE;
  return (change->type == &aj_meeting_record_type || change->type == &aj_person_record_type ||
          change->type == &aj_group_record_type) &&
         aj_surroundings_look_up (self->around, change->type, change->id) != NULL;
}

gboolean
aj_group_year_is_concerned (AjGroupYear *self, AjChanges *changes)
{
  return aj_changes_any (changes, concerns_cb, self) ||
         aj_group_book_is_concerned (self->book, changes);
}

const AjValues *
aj_group_year_get_group (AjGroupYear *self)
{
  return aj_surroundings_get_record (self->around);
}

int
aj_group_year_get_year (AjGroupYear *self)
{
  return self->year;
}

AjDate
aj_group_year_get_today (AjGroupYear *self)
{
  return self->today;
}

AjGroupBook *
aj_group_year_get_book (AjGroupYear *self)
{
  return self->book;
}

GPtrArray *
aj_group_year_get_meetings (AjGroupYear *self)
{
  return self->meetings;
}

GPtrArray *
aj_group_year_get_earlier (AjGroupYear *self)
{
  return self->earlier;
}

GPtrArray *
aj_group_year_get_attendance (AjGroupYear *self)
{
  return self->attendance;
}

GPtrArray *
aj_group_year_get_absences (AjGroupYear *self)
{
  return self->absences;
}

const AjValues *
aj_group_year_look_up_person (AjGroupYear *self, const char *id)
{
  const AjValues *found = aj_group_book_look_up (self->book, id);

  if (found != NULL && aj_values_get_record_type (found) == &aj_person_record_type)
    return found;
  return aj_surroundings_look_up (self->around, &aj_person_record_type, id);
}
