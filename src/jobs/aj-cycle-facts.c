/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cycle.h"
#include "aj-error.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-public-holidays.h"
#include "aj-seats.h"

/* As far as a cycle can run on: its first date lies in the year, and its last so many years later at most. */
#define MAX_YEARS (AJ_CYCLE_PLAN_MAX_COUNT + 1)

struct _AjCycleFacts
{
  gatomicrefcount references;
  int year;
  AjDate today;
  const AjValues *group;             /* (owned) */
  const AjValues *cycle;             /* (owned) (nullable) */
  AjSchoolRegion regions[MAX_YEARS]; /* to the end of the year, of the next, … */
  GArray *busy;      /* (owned) (element-type AjBusySpan): texts owned by the meetings and groups */
  GArray *elsewhere; /* (owned) (element-type AjSeatElsewhere): likewise */
  GPtrArray *kept;   /* (owned) (element-type AjValues): those */
  GPtrArray *meetings; /* (owned) (element-type AjValues) */
  GPtrArray *seats;    /* (owned) (element-type AjValues): of the group */
};

/* One question each; all can be asked at once. */
typedef enum
{
  PART_GROUPS,
  PART_CYCLES,
  PART_MEMBERSHIPS,
  PART_PERSONS,
  PART_ORGANISATIONS,
  PART_MUNICIPALITIES,
  PART_MEETINGS,     /* that are held from just before the year on */
  PART_OWN_MEETINGS, /* that the rule put in the year or later, wherever they were moved */
  N_PARTS,
} Part;

/* What was answered so far. */
typedef struct
{
  AjStore *store; /* (owned) */
  char *group_id; /* (owned) */
  int year;
  GPtrArray *answers[N_PARTS]; /* (owned) (element-type AjRecord) */
  GHashTable *by_id; /* (owned) (element-type utf8 AjValues): persons, organisations, groups */
  guint waiting;
  GError *error; /* (owned) (nullable): the first */
} Loading;

G_DEFINE_BOXED_TYPE (AjCycleFacts, aj_cycle_facts, aj_cycle_facts_ref, aj_cycle_facts_unref)

static void
loading_free (gpointer data)
{
  Loading *self = data;

  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->answers[i], g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_error (&self->error);
  g_object_unref (self->store);
  g_free (self->group_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static Loading *
loading_new (AjStore *store, const char *group_id, int year, GError **error)
{
  Loading *self;

  if (year < AJ_PUBLIC_HOLIDAYS_MIN_YEAR || year > AJ_PUBLIC_HOLIDAYS_MAX_YEAR)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("The year %d cannot be planned. Choose a year from %d to %d."), year,
                   AJ_PUBLIC_HOLIDAYS_MIN_YEAR, AJ_PUBLIC_HOLIDAYS_MAX_YEAR);
      return NULL;
    }
  self = g_new0 (Loading, 1);
  self->store = g_object_ref (store);
  self->group_id = g_strdup (group_id);
  self->year = year;
  return self;
}

/* From December before the year, for what was moved ahead out of January, and on for as long as a cycle can run. */
static AjQuery *
make_meetings_query (int year)
{
  AjQuery *query = aj_query_new (&aj_meeting_record_type);
  g_autofree char *first = g_strdup_printf ("%04d-12-01T00:00", year - 1);
  g_autofree char *end = g_strdup_printf ("%04d-01-01T00:00", year + MAX_YEARS);

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "starts-at", AJ_QUERY_LESS, end);
  return query;
}

static AjQuery *
make_own_meetings_query (const char *group_id, int year)
{
  AjQuery *query = aj_query_new (&aj_meeting_record_type);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *end = g_strdup_printf ("%04d-01-01", year + MAX_YEARS);

  aj_query_where_text (query, "group", AJ_QUERY_EQUAL, group_id);
  aj_query_where_text (query, "pattern-date", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "pattern-date", AJ_QUERY_LESS, end);
  return query;
}

static AjQuery *
make_query (Loading *self, Part part)
{
  static const AjRecordType *const types[N_PARTS] = {
    [PART_GROUPS] = &aj_group_record_type,
    [PART_CYCLES] = &aj_cycle_record_type,
    [PART_MEMBERSHIPS] = &aj_membership_record_type,
    [PART_PERSONS] = &aj_person_record_type,
    [PART_ORGANISATIONS] = &aj_organisation_record_type,
    [PART_MUNICIPALITIES] = &aj_municipality_record_type,
  };
  AjQuery *query;

  if (part == PART_MEETINGS)
    return make_meetings_query (self->year);
  if (part == PART_OWN_MEETINGS)
    return make_own_meetings_query (self->group_id, self->year);
  query = aj_query_new (types[part]);
  if (part == PART_CYCLES)
    aj_query_where_text (query, "group", AJ_QUERY_EQUAL, self->group_id);
  return query;
}

/* A record may have been removed between the answer and now; then it has no state to speak of. */
static const AjValues *
get_answer (Loading *self, Part part, guint index)
{
  AjRecord *record = self->answers[part]->pdata[index];

  return aj_record_is_removed (record) ? NULL : aj_record_get_values (record);
}

/* (transfer container) (element-type AjValues): borrowed from the records. */
static GPtrArray *
list_answers (Loading *self, Part part)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < self->answers[part]->len; i++)
    if (get_answer (self, part, i) != NULL)
      g_ptr_array_add (all, (gpointer) get_answer (self, part, i));
  return all;
}

static void
index_part (Loading *self, Part part)
{
  for (guint i = 0; i < self->answers[part]->len; i++)
    {
      const AjValues *values = get_answer (self, part, i);

      if (values != NULL)
        g_hash_table_insert (self->by_id, (char *) aj_values_get_id (values), (gpointer) values);
    }
}

static const AjValues *
look_up (Loading *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static gboolean
is_of_group (const AjValues *values, const char *group_id)
{
  return g_strcmp0 (aj_values_get_text (values, "group"), group_id) == 0;
}

static gboolean
overlaps (const AjValues *values, const char *from, const char *until, const AjDateRange *days)
{
  AjDateRange valid = { aj_values_get_date (values, from), aj_values_get_date (values, until) };

  return aj_date_range_overlaps (&valid, days);
}

/* Where the municipalities of a district lie, or, without a district, all of them. */
static guint
collect_regions (Loading *self, const char *district, const AjDateRange *days)
{
  guint regions = AJ_SCHOOL_REGION_NONE;

  for (guint i = 0; i < self->answers[PART_MUNICIPALITIES]->len; i++)
    {
      const AjValues *values = get_answer (self, PART_MUNICIPALITIES, i);
      AjSchoolRegion region = AJ_SCHOOL_REGION_NONE;

      if (values != NULL && overlaps (values, "valid-from", "valid-until", days) &&
          (district == NULL ||
           g_strcmp0 (aj_values_get_text (values, "district"), district) == 0) &&
          aj_school_region_parse (aj_values_get_text (values, "school-region"), &region))
        regions |= (guint) region;
    }
  return regions;
}

static guint
regions_of_organisation (Loading *self, const AjValues *organisation, const AjDateRange *days)
{
  const char *municipality = aj_values_get_text (organisation, "municipality");
  const AjValues *values = look_up (self, municipality);
  AjSchoolRegion region = AJ_SCHOOL_REGION_NONE;

  if (municipality == NULL)
    return collect_regions (self, aj_values_get_text (organisation, "district"), days);
  if (values != NULL)
    aj_school_region_parse (aj_values_get_text (values, "school-region"), &region);
  return (guint) region;
}

static guint
regions_of_seat (Loading *self, const AjValues *seat, const AjDateRange *days)
{
  const AjValues *organisation = look_up (self, aj_values_get_text (seat, "organisation"));
  const AjValues *person = look_up (self, aj_values_get_text (seat, "person"));

  if (organisation == NULL && person != NULL)
    organisation = look_up (self, aj_values_get_text (person, "organisation"));
  return organisation != NULL ? regions_of_organisation (self, organisation, days) : 0;
}

static guint
regions_of_year (AjCycleFacts *facts, Loading *self, int year)
{
  AjDateRange days = { aj_date_new (year, 1, 1), aj_date_new (year, 12, 31) };
  const char *district = aj_values_get_text (facts->group, "district");
  guint regions = district != NULL ? collect_regions (self, district, &days) : 0;

  for (guint i = 0; i < facts->seats->len; i++)
    {
      const AjValues *seat = facts->seats->pdata[i];

      if (aj_seat_is_held_in (seat, &days))
        regions |= regions_of_seat (self, seat, &days);
    }
  return regions;
}

static void
find_regions (AjCycleFacts *facts, Loading *self)
{
  AjDateRange days = { aj_date_new (self->year, 1, 1), aj_date_new (self->year, 12, 31) };
  guint all = collect_regions (self, NULL, &days);
  guint regions = 0;

  if (all == 0)
    all = AJ_SCHOOL_REGION_ALL;
  for (int i = 0; i < MAX_YEARS; i++)
    {
      if (self->year + i <= AJ_PUBLIC_HOLIDAYS_MAX_YEAR)
        regions |= regions_of_year (facts, self, self->year + i);
      facts->regions[i] = (AjSchoolRegion) (regions != 0 ? regions : all);
    }
}

/* FALSE when it is at no time. */
static gboolean
make_span (AjCycleFacts *facts, Loading *self, const AjValues *meeting, AjBusySpan *span)
{
  const AjValues *group = look_up (self, aj_values_get_text (meeting, "group"));

  *span = (AjBusySpan){ .zone = aj_values_get_text (meeting, "zone") };
  if (!aj_values_get_wall_time (meeting, "starts-at", &span->start) ||
      !aj_values_get_wall_time (meeting, "ends-at", &span->end))
    return FALSE;
  if (group != NULL)
    {
      span->label = aj_values_get_text (group, "name");
      g_ptr_array_add (facts->kept, aj_values_ref (group));
    }
  g_ptr_array_add (facts->kept, aj_values_ref (meeting));
  return TRUE;
}

static void
add_elsewhere (
    AjCycleFacts *facts, Loading *self, GPtrArray *seats, const AjValues *meeting, AjDate date)
{
  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      const char *id = aj_seat_get_unnamed (seats->pdata[i]);
      const AjValues *organisation = look_up (self, id);
      AjSeatElsewhere elsewhere;

      if (organisation == NULL || !aj_seat_is_held_on (seats->pdata[i], date) ||
          !aj_seats_have_unnamed (facts->seats, id, date) ||
          !make_span (facts, self, meeting, &elsewhere.span))
        continue;
      elsewhere.organisation = aj_values_get_text (organisation, "name");
      g_ptr_array_add (facts->kept, aj_values_ref (organisation));
      g_array_append_val (facts->elsewhere, elsewhere);
    }
}

/* What the people of this group have at the time of a meeting of another. */
static void
look_at_other (
    AjCycleFacts *facts, Loading *self, GPtrArray *seats, const AjValues *meeting, AjDate date)
{
  AjBusySpan span;

  if (!aj_seats_are_taken (facts->seats, seats, meeting, date))
    add_elsewhere (facts, self, seats, meeting, date);
  else if (make_span (facts, self, meeting, &span))
    g_array_append_val (facts->busy, span);
}

/* By start; a meeting of the group may be in both answers. */
static void
add_own (AjCycleFacts *facts, GHashTable *known, const AjValues *meeting)
{
  if (g_hash_table_add (known, (char *) aj_values_get_id (meeting)))
    g_ptr_array_add (facts->meetings, aj_values_ref (meeting));
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  AjWallTime first, second;

  aj_values_get_wall_time (*(const AjValues *const *) a, "starts-at", &first);
  aj_values_get_wall_time (*(const AjValues *const *) b, "starts-at", &second);
  return aj_wall_time_compare (&first, &second);
}

static void
sort_meetings (AjCycleFacts *facts, Loading *self)
{
  g_autoptr (GPtrArray) all = list_answers (self, PART_MEMBERSHIPS);
  g_autoptr (GHashTable) shared = aj_seats_index_shared (facts->seats, all, self->group_id);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  AjWallTime start;

  for (guint i = 0; i < self->answers[PART_OWN_MEETINGS]->len; i++)
    {
      const AjValues *meeting = get_answer (self, PART_OWN_MEETINGS, i);

      if (meeting != NULL && aj_values_get_wall_time (meeting, "starts-at", &start))
        add_own (facts, known, meeting);
    }
  for (guint i = 0; i < self->answers[PART_MEETINGS]->len; i++)
    {
      const AjValues *meeting = get_answer (self, PART_MEETINGS, i);

      if (meeting == NULL || !aj_values_get_wall_time (meeting, "starts-at", &start))
        continue;
      if (is_of_group (meeting, self->group_id))
        add_own (facts, known, meeting);
      else if (g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0)
        look_at_other (facts, self,
                       g_hash_table_lookup (shared, aj_values_get_text (meeting, "group")), meeting,
                       start.date);
    }
  g_ptr_array_sort (facts->meetings, compare_starts);
}

static GPtrArray *
new_values_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

/* From the answers to the facts; asks nothing. */
static AjCycleFacts *
conclude (Loading *self, GError **error)
{
  g_autoptr (AjCycleFacts) facts = NULL;
  const AjValues *group;

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  index_part (self, PART_GROUPS);
  index_part (self, PART_PERSONS);
  index_part (self, PART_ORGANISATIONS);
  index_part (self, PART_MUNICIPALITIES);
  group = look_up (self, self->group_id);
  if (group == NULL || aj_values_get_record_type (group) != &aj_group_record_type)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This group does not exist any more. Choose another group."));
      return NULL;
    }

  facts = g_new0 (AjCycleFacts, 1);
  g_atomic_ref_count_init (&facts->references);
  facts->year = self->year;
  facts->today = aj_clock_get_today (aj_store_get_clock (self->store));
  facts->group = aj_values_ref (group);
  facts->busy = g_array_new (FALSE, FALSE, sizeof (AjBusySpan));
  facts->elsewhere = g_array_new (FALSE, FALSE, sizeof (AjSeatElsewhere));
  facts->kept = new_values_array ();
  facts->meetings = new_values_array ();
  facts->seats = new_values_array ();
  for (guint i = 0; i < self->answers[PART_MEMBERSHIPS]->len; i++)
    {
      const AjValues *seat = get_answer (self, PART_MEMBERSHIPS, i);

      if (seat != NULL && is_of_group (seat, self->group_id))
        g_ptr_array_add (facts->seats, aj_values_ref (seat));
    }
  for (guint i = 0; facts->cycle == NULL && i < self->answers[PART_CYCLES]->len; i++)
    if (get_answer (self, PART_CYCLES, i) != NULL)
      facts->cycle = aj_values_ref (get_answer (self, PART_CYCLES, i));
  find_regions (facts, self);
  sort_meetings (facts, self);
  return g_steal_pointer (&facts);
}

AjCycleFacts *
aj_cycle_facts_load (AjStore *store, const char *group_id, int year, GError **error)
{
  g_autoptr (Loading) loading = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (group_id != NULL, NULL);

  loading = loading_new (store, group_id, year, error);
  if (loading == NULL)
    return NULL;
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autoptr (AjQuery) query = make_query (loading, (Part) i);

      loading->answers[i] = aj_store_fetch (store, query, error);
      if (loading->answers[i] == NULL)
        return NULL;
    }
  return conclude (loading, error);
}

/* Which question an answer is to. */
typedef struct
{
  GTask *task; /* (owned) */
  Part part;
} Asked;

static void
part_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&asked->task);
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  AjCycleFacts *facts;

  loading->answers[asked->part] = aj_store_fetch_finish (AJ_STORE (source), result, &error);
  if (error != NULL && loading->error == NULL)
    loading->error = g_steal_pointer (&error);
  if (--loading->waiting > 0)
    return;
  if (loading->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&loading->error));
      return;
    }
  facts = conclude (loading, &error);
  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) aj_cycle_facts_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
aj_cycle_facts_load_async (AjStore *store,
                           const char *group_id,
                           int year,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;
  GError *error = NULL;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (group_id != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_cycle_facts_load_async);
  loading = loading_new (store, group_id, year, &error);
  if (loading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, loading, loading_free);
  loading->waiting = N_PARTS;
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autoptr (AjQuery) query = make_query (loading, (Part) i);
      Asked *asked = g_new0 (Asked, 1);

      asked->task = g_object_ref (task);
      asked->part = (Part) i;
      aj_store_fetch_async (store, query, cancellable, part_fetched_cb, asked);
    }
}

AjCycleFacts *
aj_cycle_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AjCycleFacts *
aj_cycle_facts_ref (AjCycleFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_cycle_facts_unref (AjCycleFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->group, aj_values_unref);
  g_clear_pointer (&self->cycle, aj_values_unref);
  g_clear_pointer (&self->busy, g_array_unref);
  g_clear_pointer (&self->elsewhere, g_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->seats, g_ptr_array_unref);
  g_free (self);
}

int
aj_cycle_facts_get_year (AjCycleFacts *self)
{
  return self->year;
}

AjDate
aj_cycle_facts_get_today (AjCycleFacts *self)
{
  return self->today;
}

const char *
aj_cycle_facts_get_group_id (AjCycleFacts *self)
{
  return aj_values_get_id (self->group);
}

const char *
aj_cycle_facts_get_group_name (AjCycleFacts *self)
{
  return aj_values_get_text (self->group, "name");
}

AjSchoolRegion
aj_cycle_facts_get_regions (AjCycleFacts *self, AjDate last)
{
  return self->regions[CLAMP (aj_date_get_year (last) - self->year, 0, MAX_YEARS - 1)];
}

const AjValues *
aj_cycle_facts_get_cycle (AjCycleFacts *self)
{
  return self->cycle;
}

GArray *
aj_cycle_facts_get_busy (AjCycleFacts *self)
{
  return self->busy;
}

GArray *
aj_cycle_facts_get_elsewhere (AjCycleFacts *self)
{
  return self->elsewhere;
}

GPtrArray *
aj_cycle_facts_get_meetings (AjCycleFacts *self)
{
  return self->meetings;
}

const char *
aj_cycle_facts_get_chair (AjCycleFacts *self, AjDate date)
{
  return aj_seats_find_chair (self->seats, date);
}
