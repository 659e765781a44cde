/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cycle-source.h"

#include "aj-cycle-plan.h"
#include "aj-cycle.h"
#include "aj-decision.h"
#include "aj-district.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-preparation-step.h"
#include "aj-seats.h"
#include "aj-standing-item.h"
#include "aj-task.h"

struct _AjCycleSource
{
  AjStore *store; /* (owned) */
  char *group_id; /* (owned) */
  int year;
  GPtrArray *parts[AJ_CYCLE_N_PARTS]; /* (owned) (element-type AjValues) */
  GHashTable *by_id;                  /* (owned) (element-type utf8 AjValues) */
  guint n_asked;                      /* of the parts: the last of them is being read */
};

static const AjRecordType *const types[AJ_CYCLE_N_PARTS] = {
  [AJ_CYCLE_PART_GROUP] = &aj_group_record_type,
  [AJ_CYCLE_PART_CYCLES] = &aj_cycle_record_type,
  [AJ_CYCLE_PART_STEPS] = &aj_preparation_step_record_type,
  [AJ_CYCLE_PART_ITEMS] = &aj_standing_item_record_type,
  [AJ_CYCLE_PART_DISTRICTS] = &aj_district_record_type,
  [AJ_CYCLE_PART_SEATS] = &aj_membership_record_type,
  [AJ_CYCLE_PART_MUNICIPALITIES] = &aj_municipality_record_type,
  [AJ_CYCLE_PART_OWN] = &aj_meeting_record_type,
  [AJ_CYCLE_PART_OWN_PLANNED] = &aj_meeting_record_type,
  [AJ_CYCLE_PART_DECISIONS] = &aj_decision_record_type,
  [AJ_CYCLE_PART_ACTIONS] = &aj_task_record_type,
  [AJ_CYCLE_PART_PERSONS] = &aj_person_record_type,
  [AJ_CYCLE_PART_SEATS_OF_PERSONS] = &aj_membership_record_type,
  [AJ_CYCLE_PART_SEATS_OF_ORGANISATIONS] = &aj_membership_record_type,
  [AJ_CYCLE_PART_ORGANISATIONS] = &aj_organisation_record_type,
  [AJ_CYCLE_PART_SHARED] = &aj_meeting_record_type,
  [AJ_CYCLE_PART_CHAIRED] = &aj_meeting_record_type,
  [AJ_CYCLE_PART_GROUPS] = &aj_group_record_type,
};

AjCycleSource *
aj_cycle_source_new (AjStore *store, const char *group_id, int year)
{
  AjCycleSource *self;

  g_return_val_if_fail (AJ_IS_STORE (store) && group_id != NULL, NULL);

  self = g_new0 (AjCycleSource, 1);
  self->store = g_object_ref (store);
  self->group_id = g_strdup (group_id);
  self->year = year;
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < AJ_CYCLE_N_PARTS; i++)
    self->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  return self;
}

void
aj_cycle_source_free (AjCycleSource *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < AJ_CYCLE_N_PARTS; i++)
    g_ptr_array_unref (self->parts[i]);
  g_hash_table_unref (self->by_id);
  g_object_unref (self->store);
  g_free (self->group_id);
  g_free (self);
}

/* Adds the texts of @field of a part, each once. */
static void
collect (AjCycleSource *self, AjCyclePart part, const char *field, GHashTable *ids)
{
  for (guint i = 0; i < self->parts[part]->len; i++)
    {
      const char *id = aj_values_get_text (self->parts[part]->pdata[i], field);

      if (id != NULL)
        g_hash_table_add (ids, (char *) id);
    }
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

/* Of more than can be asked for at once all are read: what is too many harms nothing. */
static void
where_any (AjQuery *query, const char *field, GHashTable *ids)
{
  guint n_ids;
  g_autofree gpointer *texts = g_hash_table_get_keys_as_array (ids, &n_ids);

  if (n_ids <= AJ_QUERY_MAX_TEXTS)
    aj_query_where_any_of (query, field, (const char *const *) texts);
}

/* From December before the year, for what was moved ahead out of January, and on for as long as a cycle can run: by hand a
 * date can be moved to any day. */
static void
where_from_year_on (AjCycleSource *self, AjQuery *query)
{
  g_autofree char *first = g_strdup_printf ("%04d-12-01T00:00", self->year - 1);
  g_autofree char *end = g_strdup_printf ("%04d-01-01T00:00",
                                          self->year + AJ_CYCLE_PLAN_MAX_COUNT + 1);

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "starts-at", AJ_QUERY_LESS, end);
}

static void
where_planned_from_year_on (AjCycleSource *self, AjQuery *query)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", self->year);
  g_autofree char *end = g_strdup_printf ("%04d-01-01", self->year + AJ_CYCLE_PLAN_MAX_COUNT + 1);

  aj_query_where_text (query, "pattern-date", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "pattern-date", AJ_QUERY_LESS, end);
}

static void
where_of_persons (AjCycleSource *self, AjQuery *query, const char *field)
{
  g_autoptr (GHashTable) persons = new_ids ();

  collect (self, AJ_CYCLE_PART_SEATS, "person", persons);
  where_any (query, field, persons);
}

static void
where_of_own_meetings (AjCycleSource *self, AjQuery *query)
{
  static const AjCyclePart parts[] = { AJ_CYCLE_PART_OWN, AJ_CYCLE_PART_OWN_PLANNED };
  g_autoptr (GHashTable) meetings = new_ids ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < self->parts[parts[i]]->len; j++)
      g_hash_table_add (meetings, (char *) aj_values_get_id (self->parts[parts[i]]->pdata[j]));
  where_any (query, "meeting", meetings);
}

static void
where_of_unnamed_seats (AjCycleSource *self, AjQuery *query)
{
  g_autoptr (GHashTable) organisations = new_ids ();
  GPtrArray *seats = self->parts[AJ_CYCLE_PART_SEATS];

  for (guint i = 0; i < seats->len; i++)
    if (aj_seat_get_unnamed (seats->pdata[i]) != NULL)
      g_hash_table_add (organisations, (char *) aj_seat_get_unnamed (seats->pdata[i]));
  where_any (query, "organisation", organisations);
  aj_query_where_empty (query, "person", AJ_QUERY_EMPTY);
}

static void
where_organisations (AjCycleSource *self, AjQuery *query)
{
  g_autoptr (GHashTable) organisations = new_ids ();

  collect (self, AJ_CYCLE_PART_SEATS, "organisation", organisations);
  collect (self, AJ_CYCLE_PART_PERSONS, "organisation", organisations);
  where_any (query, "id", organisations);
}

static void
where_of_shared_groups (AjCycleSource *self, AjQuery *query)
{
  g_autoptr (GHashTable) groups = new_ids ();

  collect (self, AJ_CYCLE_PART_SEATS_OF_PERSONS, "group", groups);
  collect (self, AJ_CYCLE_PART_SEATS_OF_ORGANISATIONS, "group", groups);
  g_hash_table_remove (groups, self->group_id);
  where_any (query, "group", groups);
}

static void
where_groups_of_meetings (AjCycleSource *self, AjQuery *query)
{
  g_autoptr (GHashTable) groups = new_ids ();

  collect (self, AJ_CYCLE_PART_SHARED, "group", groups);
  collect (self, AJ_CYCLE_PART_CHAIRED, "group", groups);
  where_any (query, "id", groups);
}

static void
where_of_cycle (AjCycleSource *self, AjQuery *query)
{
  GPtrArray *cycles = self->parts[AJ_CYCLE_PART_CYCLES];
  const char *const id[] = { cycles->len > 0 ? aj_values_get_id (cycles->pdata[0]) : NULL, NULL };

  aj_query_where_any_of (query, "cycle", id);
}

static AjQuery *
make_query (AjCycleSource *self, AjCyclePart part)
{
  AjQuery *query = aj_query_new (types[part]);

  /* Of several cycles, and of several chairs, the first counts. */
  if (part != AJ_CYCLE_PART_CYCLES && part != AJ_CYCLE_PART_SEATS)
    aj_query_unordered (query);
  switch (part)
    {
    case AJ_CYCLE_PART_GROUP:
      aj_query_where_text (query, "id", AJ_QUERY_EQUAL, self->group_id);
      break;
    case AJ_CYCLE_PART_CYCLES:
    case AJ_CYCLE_PART_SEATS:
      aj_query_where_text (query, "group", AJ_QUERY_EQUAL, self->group_id);
      break;
    case AJ_CYCLE_PART_STEPS:
    case AJ_CYCLE_PART_ITEMS:
      where_of_cycle (self, query);
      break;
    case AJ_CYCLE_PART_DISTRICTS:
      aj_query_where_empty (query, "lead", AJ_QUERY_NOT_EMPTY);
      break;
    case AJ_CYCLE_PART_OWN:
      aj_query_where_text (query, "group", AJ_QUERY_EQUAL, self->group_id);
      where_from_year_on (self, query);
      break;
    case AJ_CYCLE_PART_OWN_PLANNED:
      aj_query_where_text (query, "group", AJ_QUERY_EQUAL, self->group_id);
      where_planned_from_year_on (self, query);
      break;
    case AJ_CYCLE_PART_DECISIONS:
      where_of_own_meetings (self, query);
      break;
    case AJ_CYCLE_PART_ACTIONS:
      where_of_own_meetings (self, query);
      aj_query_where_text (query, "kind", AJ_QUERY_EQUAL, AJ_TASK_ACTION);
      aj_query_where_text (query, "state", AJ_QUERY_EQUAL, AJ_TASK_OPEN);
      break;
    case AJ_CYCLE_PART_PERSONS:
      where_of_persons (self, query, "id");
      break;
    case AJ_CYCLE_PART_SEATS_OF_PERSONS:
      where_of_persons (self, query, "person");
      break;
    case AJ_CYCLE_PART_SEATS_OF_ORGANISATIONS:
      where_of_unnamed_seats (self, query);
      break;
    case AJ_CYCLE_PART_ORGANISATIONS:
      where_organisations (self, query);
      break;
    case AJ_CYCLE_PART_SHARED:
      where_of_shared_groups (self, query);
      where_from_year_on (self, query);
      break;
    case AJ_CYCLE_PART_CHAIRED:
      where_of_persons (self, query, "chair");
      aj_query_where_text (query, "group", AJ_QUERY_NOT_EQUAL, self->group_id);
      break;
    case AJ_CYCLE_PART_GROUPS:
      where_groups_of_meetings (self, query);
      break;
    case AJ_CYCLE_PART_MUNICIPALITIES:
    case AJ_CYCLE_N_PARTS:
    default:
      break;
    }
  return query;
}

static gboolean
can_be_looked_up (const AjRecordType *type)
{
  return type == &aj_group_record_type || type == &aj_person_record_type ||
         type == &aj_organisation_record_type || type == &aj_municipality_record_type;
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  AjCycleSource *self = user_data;

  return self->n_asked < AJ_CYCLE_N_PARTS ? make_query (self, (AjCyclePart) self->n_asked++) : NULL;
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjCycleSource *self = user_data;
  guint part = self->n_asked - 1;

  g_ptr_array_add (self->parts[part], (gpointer) aj_values_ref (values));
  if (can_be_looked_up (types[part]))
    g_hash_table_insert (self->by_id, (char *) aj_values_get_id (values), (gpointer) values);
  return TRUE;
}

gboolean
aj_cycle_source_read (AjCycleSource *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return aj_pass_run_chain (self->store, next_query_cb, take_cb, self, error);
}

void
aj_cycle_source_read_async (AjCycleSource *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (self != NULL);

  aj_pass_run_chain_async (self->store, next_query_cb, take_cb, self, cancellable, callback,
                           user_data);
}

gboolean
aj_cycle_source_read_finish (AjCycleSource *self, GAsyncResult *result, GError **error)
{
  return aj_pass_run_finish (self->store, result, error);
}

AjStore *
aj_cycle_source_get_store (AjCycleSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}

const char *
aj_cycle_source_get_group_id (AjCycleSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->group_id;
}

int
aj_cycle_source_get_year (AjCycleSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

GPtrArray *
aj_cycle_source_get_part (AjCycleSource *self, AjCyclePart part)
{
  g_return_val_if_fail (self != NULL && part < AJ_CYCLE_N_PARTS, NULL);

  return self->parts[part];
}

const AjValues *
aj_cycle_source_look_up (AjCycleSource *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}
