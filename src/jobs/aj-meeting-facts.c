/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-facts-private.h"

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-decision.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-paper.h"
#include "aj-phrase.h"
#include "aj-task.h"

G_DEFINE_BOXED_TYPE (AjMeetingFacts, aj_meeting_facts, aj_meeting_facts_ref, aj_meeting_facts_unref)

AjMeetingFacts *
aj_meeting_facts_ref (AjMeetingFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_meeting_facts_unref (AjMeetingFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->invitees, g_array_unref);
  g_clear_pointer (&self->speakers, g_array_unref);
  g_clear_pointer (&self->expected, g_array_unref);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->left_items, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->around, aj_surroundings_unref);
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_free (self);
}

static gint64
get_rank (const AjValues *values, const char *field)
{
  return aj_values_is_empty (values, field) ? G_MAXINT64 : aj_values_get_integer (values, field);
}

/* Two that stand in the same place, or in none, keep an order all the same. */
static int
compare_ids (const AjValues *a, const AjValues *b)
{
  return g_strcmp0 (aj_values_get_id (a), aj_values_get_id (b));
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  gint64 left = get_rank (first, "position");
  gint64 right = get_rank (second, "position");

  return left != right ? (left < right ? -1 : 1) : compare_ids (first, second);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  gint64 left = get_rank (first, "year");
  gint64 right = get_rank (second, "year");

  if (left == right)
    {
      left = get_rank (first, "number");
      right = get_rank (second, "number");
    }
  return left != right ? (left < right ? -1 : 1) : compare_ids (first, second);
}

static GPtrArray *
sort (GPtrArray *values, GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_copy (values, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare);
  return sorted;
}

GPtrArray *
aj_meeting_facts_list_parts (AjMeetingFacts *self, const AjRecordType *type)
{
  return aj_surroundings_list (self->around, type, "meeting");
}

static const AjValues *
look_up_field (AjMeetingFacts *self, const AjValues *values, const char *field)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *id = aj_values_get_text (values, field);

  return id == NULL
             ? NULL
             : aj_meeting_facts_look_up (
                   self,
                   aj_record_type_lookup (type->fields[aj_record_type_find (type, field)].target),
                   id);
}

/* (element-type AjValues): what went to another agenda is that one's. */
static GPtrArray *
list_left_items (AjMeetingFacts *self)
{
  GPtrArray *sent = aj_surroundings_list (self->around, &aj_agenda_item_record_type,
                                          "sent-meeting");
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < sent->len; i++)
    if (aj_values_is_empty (sent->pdata[i], "meeting") && aj_agenda_item_is_held (sent->pdata[i]))
      g_ptr_array_add (left, sent->pdata[i]);
  return left;
}

/* Takes both. */
static AjMeetingFacts *
facts_new (AjSurroundings *around, AjGroupBook *book)
{
  AjMeetingFacts *self = g_new0 (AjMeetingFacts, 1);

  g_atomic_ref_count_init (&self->references);
  self->around = around;
  self->book = book;
  self->invitees = g_array_new (FALSE, FALSE, sizeof (AjInvitee));
  self->speakers = g_array_new (FALSE, FALSE, sizeof (AjInvitee));
  self->agenda = sort (aj_meeting_facts_list_parts (self, &aj_agenda_item_record_type),
                       compare_positions);
  aj_meeting_facts_fill_people (self);
  self->left_items = list_left_items (self);
  self->decisions = sort (aj_meeting_facts_list_parts (self, &aj_decision_record_type),
                          compare_numbers);
  self->tasks = sort (aj_meeting_facts_list_parts (self, &aj_task_record_type),
                      aj_task_compare_due);
  return self;
}

AjMeetingFacts *
aj_meeting_facts_load (AjStore *store, AjGroupBook *book, const char *meeting_id, GError **error)
{
  g_autoptr (AjSurroundings) around = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);
  g_return_val_if_fail (meeting_id != NULL, NULL);

  around = aj_store_read_surroundings (store, &aj_meeting_record_type, meeting_id,
                                       AJ_SURROUNDINGS_ORGANISATIONS, error);
  if (around == NULL)
    return NULL;
  book = book != NULL ? aj_group_book_ref (book) : aj_group_book_load (store, error);
  return book != NULL ? facts_new (g_steal_pointer (&around), book) : NULL;
}

/* What is being read. */
typedef struct
{
  AjSurroundings *around; /* (owned) (nullable) */
  AjGroupBook *book;      /* (owned) (nullable): given */
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_pointer (&loading->around, aj_surroundings_unref);
  g_clear_pointer (&loading->book, aj_group_book_unref);
  g_free (loading);
}

/* Takes @book. */
static void
return_facts (GTask *task, AjGroupBook *book)
{
  Loading *loading = g_task_get_task_data (task);

  g_task_return_pointer (task, facts_new (g_steal_pointer (&loading->around), book),
                         (GDestroyNotify) aj_meeting_facts_unref);
}

static void
book_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AjGroupBook *book = aj_group_book_load_finish (AJ_STORE (source), result, &error);

  if (book == NULL)
    g_task_return_error (task, error);
  else
    return_facts (task, book);
}

static void
surroundings_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->around = aj_store_read_surroundings_finish (AJ_STORE (source), result, &error);
  if (loading->around == NULL)
    g_task_return_error (task, error);
  else if (loading->book != NULL)
    return_facts (task, aj_group_book_ref (loading->book));
  else
    aj_group_book_load_async (AJ_STORE (source), g_task_get_cancellable (task), book_loaded_cb,
                              g_object_ref (task));
}

void
aj_meeting_facts_load_async (AjStore *store,
                             AjGroupBook *book,
                             const char *meeting_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  loading->book = book != NULL ? aj_group_book_ref (book) : NULL;
  g_task_set_source_tag (task, aj_meeting_facts_load_async);
  g_task_set_task_data (task, loading, loading_free);
  aj_store_read_surroundings_async (store, &aj_meeting_record_type, meeting_id,
                                    AJ_SURROUNDINGS_ORGANISATIONS, cancellable,
                                    surroundings_read_cb, task);
}

AjMeetingFacts *
aj_meeting_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
is_part (AjMeetingFacts *self, const AjValues *values)
{
  const char *meeting = values != NULL ? aj_values_get_text (values, "meeting") : NULL;

  return g_strcmp0 (meeting, aj_values_get_id (aj_meeting_facts_get_meeting (self))) == 0;
}

static gboolean
concerns_cb (const AjHistoryChange *change, gpointer user_data)
{
  AjMeetingFacts *self = user_data;
  /* What is told of another window's change are only the fields that differ. */
  if (aj_record_type_find (change->type, "meeting") >= 0 &&
      (is_part (self, change->before) || is_part (self, change->after)))
    return TRUE;
  return aj_meeting_facts_look_up (self, change->type, change->id) != NULL;
}

gboolean
aj_meeting_facts_is_concerned (AjMeetingFacts *self, AjChanges *changes)
{
  return aj_changes_any (changes, concerns_cb, self) ||
         aj_group_book_is_concerned (self->book, changes);
}

const AjValues *
aj_meeting_facts_get_meeting (AjMeetingFacts *self)
{
  return aj_surroundings_get_record (self->around);
}

const AjValues *
aj_meeting_facts_get_group (AjMeetingFacts *self)
{
  return look_up_field (self, aj_meeting_facts_get_meeting (self), "group");
}

AjDate
aj_meeting_facts_get_date (AjMeetingFacts *self)
{
  AjWallTime start;

  return aj_values_get_wall_time (aj_meeting_facts_get_meeting (self), "starts-at", &start)
             ? start.date
             : AJ_DATE_NONE;
}

AjGroupBook *
aj_meeting_facts_get_book (AjMeetingFacts *self)
{
  return self->book;
}

const AjValues *
aj_meeting_facts_look_up (AjMeetingFacts *self, const AjRecordType *type, const char *id)
{
  const AjValues *found = aj_surroundings_look_up (self->around, type, id);

  if (found != NULL || id == NULL)
    return found;
  found = aj_group_book_look_up (self->book, id);
  return found != NULL && aj_values_get_record_type (found) == type ? found : NULL;
}

const AjValues *
aj_meeting_facts_get_record (AjMeetingFacts *self, const AjValues *values, const char *field)
{
  return look_up_field (self, values, field);
}

const char *
aj_meeting_facts_get_name (AjMeetingFacts *self, const AjValues *values, const char *field)
{
  const AjValues *found = look_up_field (self, values, field);

  return found != NULL ? aj_values_get_text (found, "name") : NULL;
}

char *
aj_meeting_facts_describe_speaker (AjMeetingFacts *self, const AjValues *item)
{
  const AjValues *speaker = look_up_field (self, item, "speaker");
  g_autoptr (GString) text = NULL;

  if (speaker == NULL)
    return NULL;
  text = g_string_new (aj_values_get_text (speaker, "name"));
  aj_phrase_append (text, ", ", aj_values_get_text (speaker, "function"));
  aj_phrase_append (text, ", ", aj_meeting_facts_get_name (self, speaker, "organisation"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GArray *
aj_meeting_facts_get_invitees (AjMeetingFacts *self)
{
  return self->invitees;
}

GArray *
aj_meeting_facts_get_speakers (AjMeetingFacts *self)
{
  return self->speakers;
}

GPtrArray *
aj_meeting_facts_get_agenda (AjMeetingFacts *self)
{
  return self->agenda;
}

GPtrArray *
aj_meeting_facts_get_left_items (AjMeetingFacts *self)
{
  return self->left_items;
}

GPtrArray *
aj_meeting_facts_get_decisions (AjMeetingFacts *self)
{
  return self->decisions;
}

GPtrArray *
aj_meeting_facts_get_tasks (AjMeetingFacts *self)
{
  return self->tasks;
}

GPtrArray *
aj_meeting_facts_get_papers (AjMeetingFacts *self)
{
  return aj_meeting_facts_list_parts (self, &aj_paper_record_type);
}

gboolean
aj_meeting_facts_is_about (AjMeetingFacts *self, const AjValues *values, const char *item_id)
{
  const char *id = aj_values_get_text (values, "agenda-item");

  if (item_id != NULL)
    return g_strcmp0 (id, item_id) == 0;
  for (guint i = 0; id != NULL && i < self->agenda->len; i++)
    if (g_str_equal (id, aj_values_get_id (self->agenda->pdata[i])))
      return FALSE;
  return TRUE;
}
