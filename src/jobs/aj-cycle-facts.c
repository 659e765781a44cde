/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-facts.h"

#include <glib/gi18n-lib.h>

#include "aj-cycle-regions.h"
#include "aj-cycle-source.h"
#include "aj-error.h"
#include "aj-meeting.h"
#include "aj-public-holidays.h"
#include "aj-seats.h"

/* As far as a cycle can run on: its first date lies in the year, and its last so many years later at most. */
#define MAX_YEARS (AJ_CYCLE_PLAN_MAX_COUNT + 1)

struct _AjCycleFacts
{
  gatomicrefcount references;
  int year;
  AjDate today;
  AjCycleSource *source; /* (owned): what all else borrows its texts and states from */
  const AjValues *group;
  const AjValues *cycle; /* (nullable) */
  GPtrArray *seats;      /* (element-type AjValues): of the group */
  GPtrArray *meetings;   /* (owned) (element-type AjValues) */
  GArray *busy;          /* (owned) (element-type AjBusySpan) */
  GArray *elsewhere;     /* (owned) (element-type AjSeatElsewhere) */
  /* What is known to the end of the year, of the next, …; only of as many years as were asked for. */
  guint regions[MAX_YEARS];
  int n_years;
};

G_DEFINE_BOXED_TYPE (AjCycleFacts, aj_cycle_facts, aj_cycle_facts_ref, aj_cycle_facts_unref)

static void
find_regions_of_next_year (AjCycleFacts *self)
{
  int year = self->year + self->n_years;
  guint regions = self->n_years > 0 ? self->regions[self->n_years - 1] : 0;

  if (year <= AJ_PUBLIC_HOLIDAYS_MAX_YEAR)
    regions |= (guint) aj_cycle_regions_of_year (self->source, year);
  self->regions[self->n_years++] = regions;
}

/* FALSE when it is at no time. */
static gboolean
make_span (AjCycleFacts *self, const AjValues *meeting, AjBusySpan *span)
{
  const AjValues *group = aj_cycle_source_look_up (self->source,
                                                   aj_values_get_text (meeting, "group"));

  *span = (AjBusySpan){ .zone = aj_values_get_text (meeting, "zone") };
  if (group != NULL)
    span->label = aj_values_get_text (group, "name");
  return aj_values_get_wall_time (meeting, "starts-at", &span->start) &&
         aj_values_get_wall_time (meeting, "ends-at", &span->end);
}

static void
add_elsewhere (AjCycleFacts *self, GPtrArray *seats, const AjValues *meeting, AjDate date)
{
  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      const char *id = aj_seat_get_unnamed (seats->pdata[i]);
      const AjValues *organisation = aj_cycle_source_look_up (self->source, id);
      AjSeatElsewhere elsewhere;

      if (organisation == NULL || !aj_seat_is_held_on (seats->pdata[i], date) ||
          !aj_seats_have_unnamed (self->seats, id, date) ||
          !make_span (self, meeting, &elsewhere.span))
        continue;
      elsewhere.organisation = aj_values_get_text (organisation, "name");
      g_array_append_val (self->elsewhere, elsewhere);
    }
}

/* What the people of this group have at the time of a meeting of another. */
static void
look_at_other (AjCycleFacts *self, GPtrArray *seats, const AjValues *meeting)
{
  AjWallTime start;
  AjBusySpan span;

  if (g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) == 0 ||
      !aj_values_get_wall_time (meeting, "starts-at", &start) ||
      start.date < aj_date_new (self->year - 1, 12, 1))
    return;
  if (!aj_seats_are_taken (self->seats, seats, meeting, start.date))
    add_elsewhere (self, seats, meeting, start.date);
  else if (make_span (self, meeting, &span))
    g_array_append_val (self->busy, span);
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  AjWallTime first, second;

  aj_values_get_wall_time (*(const AjValues *const *) a, "starts-at", &first);
  aj_values_get_wall_time (*(const AjValues *const *) b, "starts-at", &second);
  return aj_wall_time_compare (&first, &second);
}

/* (transfer container): by start; a meeting may be in both parts. */
static GPtrArray *
list_meetings (AjCycleFacts *self, AjCyclePart first, AjCyclePart second)
{
  const AjCyclePart parts[] = { first, second };
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *meetings = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GPtrArray *part = aj_cycle_source_get_part (self->source, parts[i]);

      for (guint j = 0; j < part->len; j++)
        if (g_hash_table_add (known, (char *) aj_values_get_id (part->pdata[j])))
          g_ptr_array_add (meetings, part->pdata[j]);
    }
  g_ptr_array_sort (meetings, compare_starts);
  return meetings;
}

static void
look_at_others (AjCycleFacts *self)
{
  g_autoptr (GPtrArray) meetings = list_meetings (self, AJ_CYCLE_PART_SHARED,
                                                  AJ_CYCLE_PART_CHAIRED);
  g_autoptr (GPtrArray) seats = g_ptr_array_new ();
  g_autoptr (GHashTable) shared = NULL;

  g_ptr_array_extend (seats,
                      aj_cycle_source_get_part (self->source, AJ_CYCLE_PART_SEATS_OF_PERSONS), NULL,
                      NULL);
  g_ptr_array_extend (seats,
                      aj_cycle_source_get_part (self->source, AJ_CYCLE_PART_SEATS_OF_ORGANISATIONS),
                      NULL, NULL);
  shared = aj_seats_index_shared (self->seats, seats, aj_values_get_id (self->group));
  for (guint i = 0; i < meetings->len; i++)
    {
      const AjValues *meeting = meetings->pdata[i];

      look_at_other (self, g_hash_table_lookup (shared, aj_values_get_text (meeting, "group")),
                     meeting);
    }
}

/* From what was read to the facts; asks nothing. @source is taken. */
static AjCycleFacts *
conclude (AjCycleSource *source, GError **error)
{
  g_autoptr (AjCycleFacts) self = g_new0 (AjCycleFacts, 1);
  GPtrArray *cycles = aj_cycle_source_get_part (source, AJ_CYCLE_PART_CYCLES);

  g_atomic_ref_count_init (&self->references);
  self->source = source;
  self->year = aj_cycle_source_get_year (source);
  self->today = aj_clock_get_today (aj_store_get_clock (aj_cycle_source_get_store (source)));
  self->group = aj_cycle_source_look_up (source, aj_cycle_source_get_group_id (source));
  if (self->group == NULL)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This group does not exist any more. Choose another group."));
      return NULL;
    }
  self->cycle = cycles->len > 0 ? cycles->pdata[0] : NULL;
  self->seats = aj_cycle_source_get_part (source, AJ_CYCLE_PART_SEATS);
  self->meetings = list_meetings (self, AJ_CYCLE_PART_OWN, AJ_CYCLE_PART_OWN_PLANNED);
  self->busy = g_array_new (FALSE, FALSE, sizeof (AjBusySpan));
  self->elsewhere = g_array_new (FALSE, FALSE, sizeof (AjSeatElsewhere));
  look_at_others (self);
  return g_steal_pointer (&self);
}

static AjCycleSource *
new_source (AjStore *store, const char *group_id, int year, GError **error)
{
  if (year >= AJ_PUBLIC_HOLIDAYS_MIN_YEAR && year <= AJ_PUBLIC_HOLIDAYS_MAX_YEAR)
    return aj_cycle_source_new (store, group_id, year);
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               _ ("The year %d cannot be planned. Choose a year from %d to %d."), year,
               AJ_PUBLIC_HOLIDAYS_MIN_YEAR, AJ_PUBLIC_HOLIDAYS_MAX_YEAR);
  return NULL;
}

AjCycleFacts *
aj_cycle_facts_load (AjStore *store, const char *group_id, int year, GError **error)
{
  g_autoptr (AjCycleSource) source = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (group_id != NULL, NULL);

  source = new_source (store, group_id, year, error);
  if (source == NULL || !aj_cycle_source_read (source, error))
    return NULL;
  return conclude (g_steal_pointer (&source), error);
}

/* What a load without waiting holds: the source, until the facts take it. */
typedef struct
{
  AjCycleSource *source; /* (owned) (nullable) */
} Loading;

static void
loading_free (gpointer data)
{
  Loading *self = data;

  g_clear_pointer (&self->source, aj_cycle_source_free);
  g_free (self);
}

static void
source_read_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  AjCycleFacts *facts = NULL;
  GError *error = NULL;

  if (aj_cycle_source_read_finish (loading->source, result, &error))
    facts = conclude (g_steal_pointer (&loading->source), &error);
  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) aj_cycle_facts_unref);
  else
    g_task_return_error (task, error);
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
  loading = g_new0 (Loading, 1);
  g_task_set_task_data (task, loading, loading_free);
  loading->source = new_source (store, group_id, year, &error);
  if (loading->source == NULL)
    g_task_return_error (task, error);
  else
    aj_cycle_source_read_async (loading->source, cancellable, source_read_cb,
                                g_steal_pointer (&task));
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
  g_clear_pointer (&self->busy, g_array_unref);
  g_clear_pointer (&self->elsewhere, g_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->source, aj_cycle_source_free);
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
  int wanted = CLAMP (aj_date_get_year (last) - self->year, 0, MAX_YEARS - 1);

  while (self->n_years <= wanted)
    find_regions_of_next_year (self);
  if (self->regions[wanted] != 0)
    return (AjSchoolRegion) self->regions[wanted];
  return aj_cycle_regions_of_register (self->source, self->year);
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

GPtrArray *
aj_cycle_facts_get_steps (AjCycleFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return aj_cycle_source_get_part (self->source, AJ_CYCLE_PART_STEPS);
}

GPtrArray *
aj_cycle_facts_get_items (AjCycleFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return aj_cycle_source_get_part (self->source, AJ_CYCLE_PART_ITEMS);
}

/* Whether there is anybody to take turns: who leads a district, or of a group of one district that one. */
static gboolean
does_chair_rotate (AjCycleFacts *self)
{
  GPtrArray *districts = aj_cycle_source_get_part (self->source, AJ_CYCLE_PART_DISTRICTS);
  const AjValues *group = aj_cycle_source_look_up (self->source,
                                                   aj_cycle_source_get_group_id (self->source));
  const char *own = group != NULL ? aj_values_get_text (group, "district") : NULL;

  for (guint i = 0; i < districts->len; i++)
    if (own == NULL || g_str_equal (own, aj_values_get_id (districts->pdata[i])))
      return TRUE;
  return FALSE;
}

gboolean
aj_cycle_facts_has_outcome (AjCycleFacts *self, const AjValues *meeting)
{
  static const AjCyclePart parts[] = { AJ_CYCLE_PART_DECISIONS, AJ_CYCLE_PART_ACTIONS };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GPtrArray *outcomes = aj_cycle_source_get_part (self->source, parts[i]);

      for (guint j = 0; j < outcomes->len; j++)
        if (g_strcmp0 (aj_values_get_text (outcomes->pdata[j], "meeting"),
                       aj_values_get_id (meeting)) == 0)
          return TRUE;
    }
  return FALSE;
}

const char *
aj_cycle_facts_get_chair (AjCycleFacts *self, AjDate date)
{
  return does_chair_rotate (self) ? NULL : aj_seats_find_chair (self->seats, date);
}
