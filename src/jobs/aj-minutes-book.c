/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes-book.h"

#include "aj-agenda-item.h"
#include "aj-decision.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-paper.h"
#include "aj-surroundings.h"
#include "aj-task.h"

struct _AjMinutesBook
{
  gatomicrefcount references;
  AjMeetingFacts *facts;  /* (owned) */
  AjSurroundings *around; /* (owned): of the group */
};

G_DEFINE_BOXED_TYPE (AjMinutesBook, aj_minutes_book, aj_minutes_book_ref, aj_minutes_book_unref)

AjMinutesBook *
aj_minutes_book_ref (AjMinutesBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_minutes_book_unref (AjMinutesBook *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  aj_meeting_facts_unref (self->facts);
  aj_surroundings_unref (self->around);
  g_free (self);
}

/* Takes both. */
static AjMinutesBook *
book_new (AjMeetingFacts *facts, AjSurroundings *around)
{
  AjMinutesBook *self = g_new0 (AjMinutesBook, 1);

  g_atomic_ref_count_init (&self->references);
  self->facts = facts;
  self->around = around;
  return self;
}

static const char *
get_group_id (AjMeetingFacts *facts)
{
  return aj_values_get_text (aj_meeting_facts_get_meeting (facts), "group");
}

AjMinutesBook *
aj_minutes_book_load (AjStore *store, const char *meeting_id, GError **error)
{
  g_autoptr (AjMeetingFacts) facts = NULL;
  AjSurroundings *around;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (meeting_id != NULL, NULL);

  facts = aj_meeting_facts_load (store, NULL, meeting_id, error);
  if (facts == NULL)
    return NULL;
  around = aj_store_read_surroundings (store, &aj_group_record_type, get_group_id (facts),
                                       AJ_SURROUNDINGS_DEFAULT, error);
  return around != NULL ? book_new (g_steal_pointer (&facts), around) : NULL;
}

static void
group_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjSurroundings *around = aj_store_read_surroundings_finish (AJ_STORE (source), result, &error);

  if (around == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           book_new (aj_meeting_facts_ref (g_task_get_task_data (task)), around),
                           (GDestroyNotify) aj_minutes_book_unref);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load_finish (AJ_STORE (source), result, &error);

  if (facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, facts, (GDestroyNotify) aj_meeting_facts_unref);
  aj_store_read_surroundings_async (AJ_STORE (source), &aj_group_record_type, get_group_id (facts),
                                    AJ_SURROUNDINGS_DEFAULT, g_task_get_cancellable (task),
                                    group_read_cb, g_object_ref (task));
}

void
aj_minutes_book_load_async (AjStore *store,
                            const char *meeting_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_minutes_book_load_async);
  aj_meeting_facts_load_async (store, NULL, meeting_id, cancellable, facts_loaded_cb, task);
}

AjMinutesBook *
aj_minutes_book_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
is_of_group (AjMinutesBook *self, const AjValues *values)
{
  const char *group = values != NULL ? aj_values_get_text (values, "group") : NULL;

  return group != NULL && g_str_equal (group, get_group_id (self->facts));
}

static gboolean
concerns_cb (const AjHistoryChange *change, gpointer user_data)
{
  AjMinutesBook *self = user_data;
  static const AjRecordType *const types[] = { &aj_decision_record_type, &aj_task_record_type,
                                               &aj_meeting_record_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (change->type == types[i] &&
        (is_of_group (self, change->before) || is_of_group (self, change->after)))
      return TRUE;
  return aj_surroundings_look_up (self->around, change->type, change->id) != NULL;
}

gboolean
aj_minutes_book_is_concerned (AjMinutesBook *self, AjChanges *changes)
{
  return aj_changes_any (changes, concerns_cb, self) ||
         aj_meeting_facts_is_concerned (self->facts, changes);
}

AjMeetingFacts *
aj_minutes_book_get_facts (AjMinutesBook *self)
{
  return self->facts;
}

const AjValues *
aj_minutes_book_get_meeting (AjMinutesBook *self)
{
  return aj_meeting_facts_get_meeting (self->facts);
}

const AjValues *
aj_minutes_book_look_up (AjMinutesBook *self, const AjRecordType *type, const char *id)
{
  const AjValues *found = aj_meeting_facts_look_up (self->facts, type, id);

  return found != NULL || id == NULL ? found : aj_surroundings_look_up (self->around, type, id);
}

static GPtrArray *
list_of_item (AjMinutesBook *self, GPtrArray *all, const char *item_id)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (aj_meeting_facts_is_about (self->facts, all->pdata[i], item_id))
      g_ptr_array_add (found, all->pdata[i]);
  return found;
}

static gboolean
is_action (const AjValues *task)
{
  return g_strcmp0 (aj_values_get_text (task, "kind"), AJ_TASK_ACTION) == 0;
}

GPtrArray *
aj_minutes_book_list_decisions (AjMinutesBook *self, const char *item_id)
{
  return list_of_item (self, aj_meeting_facts_get_decisions (self->facts), item_id);
}

GPtrArray *
aj_minutes_book_list_actions (AjMinutesBook *self, const char *item_id)
{
  GPtrArray *found = list_of_item (self, aj_meeting_facts_get_tasks (self->facts), item_id);

  for (guint i = found->len; i > 0; i--)
    if (!is_action (found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

GPtrArray *
aj_minutes_book_list_papers (AjMinutesBook *self, const char *item_id)
{
  return list_of_item (self, aj_meeting_facts_get_papers (self->facts), item_id);
}

/* What has no meeting was agreed on some time before. */
static gboolean
is_from_before (AjMinutesBook *self, const AjValues *task)
{
  const AjValues *here = aj_minutes_book_get_meeting (self);
  const char *id = aj_values_get_text (task, "meeting");
  const AjValues *meeting = aj_minutes_book_look_up (self, &aj_meeting_record_type, id);
  AjWallTime start, other;

  if (meeting == NULL || !aj_values_get_wall_time (here, "starts-at", &start) ||
      !aj_values_get_wall_time (meeting, "starts-at", &other))
    return g_strcmp0 (id, aj_values_get_id (here)) != 0;
  return aj_wall_time_compare (&other, &start) < 0;
}

GPtrArray *
aj_minutes_book_list_earlier (AjMinutesBook *self, GHashTable *kept)
{
  GPtrArray *all = aj_surroundings_list (self->around, &aj_task_record_type, "group");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const AjValues *task = all->pdata[i];

      if (is_action (task) && is_from_before (self, task) &&
          (aj_task_is_open (task) ||
           (kept != NULL && g_hash_table_contains (kept, aj_values_get_id (task)))))
        g_ptr_array_add (found, (gpointer) task);
    }
  g_ptr_array_sort (found, aj_task_compare_due);
  return found;
}

gint64
aj_minutes_book_get_year (AjMinutesBook *self)
{
  return aj_date_get_year (aj_meeting_facts_get_date (self->facts));
}

gint64
aj_minutes_book_get_next_number (AjMinutesBook *self)
{
  GPtrArray *all = aj_surroundings_list (self->around, &aj_decision_record_type, "group");
  const gint64 year = aj_minutes_book_get_year (self);
  gint64 highest = 0;

  for (guint i = 0; i < all->len; i++)
    if (aj_values_get_integer (all->pdata[i], "year") == year)
      highest = MAX (highest, aj_values_get_integer (all->pdata[i], "number"));
  return highest + 1;
}

char *
aj_minutes_book_dup_next_number (AjMinutesBook *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, aj_minutes_book_get_year (self),
                          aj_minutes_book_get_next_number (self));
}

AjDate
aj_minutes_book_get_next_date (AjMinutesBook *self)
{
  GPtrArray *all = aj_surroundings_list (self->around, &aj_meeting_record_type, "group");
  const AjDate here = aj_meeting_facts_get_date (self->facts);
  AjDate next = AJ_DATE_NONE;

  for (guint i = 0; i < all->len; i++)
    {
      AjWallTime start;

      if (aj_values_get_wall_time (all->pdata[i], "starts-at", &start) && start.date > here &&
          (next == AJ_DATE_NONE || start.date < next) &&
          g_strcmp0 (aj_values_get_text (all->pdata[i], "state"), AJ_MEETING_CANCELLED) != 0)
        next = start.date;
    }
  return next;
}

static void
add_person (GPtrArray *people, GHashTable *seen, const AjValues *person)
{
  if (person != NULL && g_hash_table_add (seen, (gpointer) aj_values_get_id (person)))
    g_ptr_array_add (people, (gpointer) person);
}

static void
add_invited (AjMinutesBook *self, GPtrArray *people, GHashTable *seen)
{
  GArray *invitees = aj_meeting_facts_get_invitees (self->facts);

  for (guint i = 0; i < invitees->len; i++)
    add_person (people, seen, g_array_index (invitees, AjInvitee, i).person);
}

/* Who sits in any group on the day. */
static void
add_members (AjMinutesBook *self, GPtrArray *people, GHashTable *seen)
{
  AjGroupBook *book = aj_meeting_facts_get_book (self->facts);
  GPtrArray *groups = aj_group_book_get_groups (book);
  const AjDate date = aj_meeting_facts_get_date (self->facts);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *memberships = aj_group_book_get_memberships (book,
                                                              aj_values_get_id (groups->pdata[i]));

      for (guint j = 0; memberships != NULL && j < memberships->len; j++)
        {
          const char *id = aj_values_get_text (memberships->pdata[j], "person");

          if (id != NULL && aj_values_exist_on (memberships->pdata[j], date))
            add_person (people, seen, aj_group_book_look_up (book, id));
        }
    }
}

AjMinuteLine *
aj_minutes_book_read_line (AjMinutesBook *self, const char *text, AjDate today)
{
  const AjDate date = aj_meeting_facts_get_date (self->facts);
  const AjDate from = date != AJ_DATE_NONE ? MIN (date, today) : today;
  const AjDate next = aj_minutes_book_get_next_date (self);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AjMinuteLine) near = NULL;
  g_autoptr (AjMinuteLine) wide = NULL;

  add_invited (self, people, seen);
  near = aj_minute_line_new (text, from, next, people);
  add_members (self, people, seen);
  wide = aj_minute_line_new (text, from, next, people);
  /* Of several who are called so in the network, the one at the table is meant. */
  return wide->person != NULL ? g_steal_pointer (&wide) : g_steal_pointer (&near);
}
