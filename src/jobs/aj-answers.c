/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-answers-private.h"

#include "aj-agenda-item.h"
#include "aj-meeting.h"
#include "aj-pass.h"
#include "aj-person.h"

static void aj_answers_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjAnswers,
                               aj_answers,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      aj_answers_list_model_init))

/* What is read and compared without waiting. */
typedef struct
{
  char **paths;    /* (owned) */
  AjAnswers *self; /* (owned) */
  guint n_loaded;  /* of the meetings that answers are to */
} Loading;

static GType
aj_answers_get_item_type (GListModel *model)
{
  return AJ_TYPE_ANSWER_ROW;
}

static guint
aj_answers_get_n_items (GListModel *model)
{
  return AJ_ANSWERS (model)->rows->len;
}

static gpointer
aj_answers_get_item (GListModel *model, guint position)
{
  AjAnswers *self = AJ_ANSWERS (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
aj_answers_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aj_answers_get_item_type;
  iface->get_n_items = aj_answers_get_n_items;
  iface->get_item = aj_answers_get_item;
}

static void
aj_answers_finalize (GObject *object)
{
  AjAnswers *self = AJ_ANSWERS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->meetings, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_answers_parent_class)->finalize (object);
}

static void
aj_answers_class_init (AjAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_answers_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
free_values (gpointer values)
{
  if (values != NULL)
    aj_values_unref (values);
}

static void
aj_answers_init (AjAnswers *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) aj_meeting_facts_unref);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_values);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_values);
}

static AjAnswers *
answers_new (AjStore *store)
{
  AjAnswers *self = g_object_new (AJ_TYPE_ANSWERS, NULL);

  self->store = g_object_ref (store);
  return self;
}

/* Touches no store, so it may run on any one thread. */
static void
read_files (AjAnswers *self, const char *const *paths, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) found = aj_answer_files_read (paths, self->problems, cancellable);

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      AjAnswerRow *row = aj_answer_row_new (found->pdata[i]);

      row->order = i;
      g_ptr_array_add (self->rows, row);
    }
}

const char *
aj_answers_get_meeting_of_item (const AjValues *item)
{
  const char *present = aj_values_get_text (item, "meeting");

  return present != NULL ? present : aj_values_get_text (item, "sent-meeting");
}

/* (transfer full): ends with NULL. */
static GPtrArray *
list_uids (AjAnswers *self)
{
  GPtrArray *uids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];

      if (g_hash_table_add (seen, row->found->answer->uid))
        g_ptr_array_add (uids, row->found->answer->uid);
    }
  g_ptr_array_add (uids, NULL);
  return uids;
}

/* (transfer full): ends with NULL. */
static GPtrArray *
list_meetings_of_items (AjAnswers *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (aj_answers_get_meeting_of_item (item) != NULL)
      g_ptr_array_add (ids, (gpointer) aj_answers_get_meeting_of_item (item));
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* (transfer full) (nullable): what is answered: items of agendas, by their id; meetings, by their UID; and the meetings of
 * those items. NULL after that. */
static AjQuery *
ask_next (gpointer answers)
{
  static const struct
  {
    const AjRecordType *type;
    const char *field;
    GPtrArray *(*list) (AjAnswers *self);
  } asked[] = {
    { &aj_agenda_item_record_type, "id", list_uids },
    { &aj_meeting_record_type, "uid", list_uids },
    { &aj_meeting_record_type, "id", list_meetings_of_items },
  };
  AjAnswers *self = answers;

  while (self->n_asked < G_N_ELEMENTS (asked))
    {
      guint i = self->n_asked++;
      g_autoptr (GPtrArray) texts = asked[i].list (self);
      AjQuery *query;

      if (texts->len == 1)
        continue;
      query = aj_query_new (asked[i].type);
      aj_query_where_any_of (query, asked[i].field, (const char *const *) texts->pdata);
      aj_query_unordered (query);
      return query;
    }
  return NULL;
}

static gboolean
note_answered (const AjValues *values, gpointer answers, GError **error)
{
  AjAnswers *self = answers;
  const char *id = aj_values_get_id (values);

  if (aj_values_get_record_type (values) == &aj_agenda_item_record_type)
    g_hash_table_insert (self->items, g_strdup (id), aj_values_ref (values));
  else if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL))
    g_ptr_array_add (self->ids, g_strdup (id));
  return TRUE;
}

/* FALSE when no answer is to an appointment. Of the items of agendas, what changed after the first of those was said. */
static gboolean
make_history_filter (AjAnswers *self, AjHistoryFilter *filter)
{
  *filter = (AjHistoryFilter){ .type = &aj_agenda_item_record_type, .with_changes = TRUE };
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];
      gint64 stamp = row->found->answer->stamp;

      if (stamp > 0 && g_hash_table_contains (self->items, row->found->answer->uid) &&
          (filter->since == 0 || stamp < filter->since))
        filter->since = stamp;
    }
  return filter->since > 0;
}

static gboolean
is_about_briefing (GPtrArray *changes, const char *item)
{
  int index = aj_record_type_find (&aj_agenda_item_record_type, "briefing");

  for (guint i = 0; i < changes->len; i++)
    {
      const AjHistoryChange *change = changes->pdata[i];

      if (change->type == &aj_agenda_item_record_type && g_str_equal (change->id, item) &&
          aj_history_change_is_touched (change, (guint) index))
        return TRUE;
    }
  return FALSE;
}

/* @entries: from new to old. */
static void
take_history (AjAnswers *self, GPtrArray *entries)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjAnswerRow *row = self->rows->pdata[i];

      for (guint entry = 0; row->noted_at == 0 && entry < entries->len; entry++)
        {
          const AjHistoryEntry *one = entries->pdata[entry];

          if (is_about_briefing (one->changes, row->found->answer->uid))
            row->noted_at = one->at;
        }
    }
}

/* @facts is taken. */
static void
take_facts (AjAnswers *self, AjMeetingFacts *facts)
{
  const char *uid = aj_values_get_text (aj_meeting_facts_get_meeting (facts), "uid");

  g_hash_table_insert (self->meetings, g_strdup (uid), facts);
}

/* Everybody: an address may also stand in somebody's notes. */
static GPtrArray *
make_people_queries (void)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);

  g_ptr_array_add (queries, aj_query_new (&aj_person_record_type));
  return queries;
}

static gboolean
note_person (const AjValues *values, gpointer answers, GError **error)
{
  AjAnswers *self = answers;
  GHashTableIter iter;
  gpointer address, known;

  g_hash_table_iter_init (&iter, self->people);
  while (g_hash_table_iter_next (&iter, &address, &known))
    if (known == NULL && aj_answers_has_address (values, address))
      g_hash_table_iter_replace (&iter, (gpointer) aj_values_ref (values));
  return TRUE;
}

/* What somebody should decide, what is stored, what is not. */
static int
get_group (AjAnswerRow *row)
{
  switch (row->verdict)
    {
    case AJ_ANSWER_VERDICT_PROPOSAL:
    case AJ_ANSWER_VERDICT_STRANGER:
    case AJ_ANSWER_VERDICT_UNCLEAR:
      return 0;
    case AJ_ANSWER_VERDICT_NEW:
    case AJ_ANSWER_VERDICT_CHANGED:
      return row->is_doubtful ? 0 : 1;
    case AJ_ANSWER_VERDICT_SAME:
    case AJ_ANSWER_VERDICT_STALE:
    case AJ_ANSWER_VERDICT_ELSEWHERE:
    case AJ_ANSWER_N_VERDICTS:
    default:
      return 2;
    }
}

/* Within a group as they came. */
static void
finish (AjAnswers *self)
{
  GPtrArray *ordered = g_ptr_array_new_full (self->rows->len, g_object_unref);

  aj_answers_judge (self);
  for (int group = 0; group <= 2; group++)
    for (guint i = 0; i < self->rows->len; i++)
      if (get_group (self->rows->pdata[i]) == group)
        g_ptr_array_add (ordered, g_object_ref (self->rows->pdata[i]));
  g_ptr_array_unref (self->rows);
  self->rows = ordered;
}

static gboolean
load_history (AjAnswers *self, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  AjHistoryFilter filter;

  if (!make_history_filter (self, &filter))
    return TRUE;
  entries = aj_store_list_history (self->store, &filter, error);
  if (entries != NULL)
    take_history (self, entries);
  return entries != NULL;
}

static gboolean
load_meetings (AjAnswers *self, GError **error)
{
  g_autoptr (AjGroupBook) book = NULL;

  if (!aj_pass_run_chain (self->store, ask_next, note_answered, self, error))
    return FALSE;
  book = self->ids->len > 0 ? aj_group_book_load (self->store, error) : NULL;
  if (book == NULL)
    return self->ids->len == 0;
  for (guint i = 0; i < self->ids->len; i++)
    {
      AjMeetingFacts *facts = aj_meeting_facts_load (self->store, book, self->ids->pdata[i], error);

      if (facts == NULL)
        return FALSE;
      take_facts (self, facts);
    }
  return load_history (self, error);
}

AjAnswers *
aj_answers_load (AjStore *store, const char *const *paths, GError **error)
{
  g_autoptr (AjAnswers) self = NULL;
  g_autoptr (GPtrArray) queries = make_people_queries ();

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  self = answers_new (store);
  read_files (self, paths, NULL);
  if (!load_meetings (self, error))
    return NULL;
  aj_answers_match (self);
  if (g_hash_table_size (self->people) > 0 &&
      !aj_pass_run (store, queries, note_person, self, error))
    return NULL;
  finish (self);
  return g_steal_pointer (&self);
}

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_object (&loading->self);
  g_strfreev (loading->paths);
  g_free (loading);
}

static void
finish_loading (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);

  finish (loading->self);
  g_task_return_pointer (task, g_steal_pointer (&loading->self), g_object_unref);
}

static void
people_passed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (store), result, &error))
    finish_loading (task);
  else
    g_task_return_error (task, error);
}

static void load_next_meeting (GTask *task);

static void
facts_loaded_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load_finish (AJ_STORE (store), result, &error);

  if (facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_facts (loading->self, facts);
  load_next_meeting (g_steal_pointer (&task));
}

/* @task is taken. */
static void
load_next_meeting (GTask *task)
{
  g_autoptr (GTask) own = task;
  g_autoptr (GPtrArray) queries = NULL;
  Loading *loading = g_task_get_task_data (task);
  AjAnswers *self = loading->self;

  if (loading->n_loaded < self->ids->len)
    {
      aj_meeting_facts_load_async (self->store, NULL, self->ids->pdata[loading->n_loaded++],
                                   g_task_get_cancellable (task), facts_loaded_cb,
                                   g_steal_pointer (&own));
      return;
    }
  aj_answers_match (self);
  if (g_hash_table_size (self->people) == 0)
    {
      finish_loading (task);
      return;
    }
  queries = make_people_queries ();
  aj_pass_run_async (self->store, queries, note_person, self, g_task_get_cancellable (task),
                     people_passed_cb, g_steal_pointer (&own));
}

static void
history_listed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = aj_store_list_history_finish (AJ_STORE (store), result, &error);

  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_history (loading->self, entries);
  load_next_meeting (g_steal_pointer (&task));
}

static void
answered_found_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  AjHistoryFilter filter;
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (store), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (make_history_filter (loading->self, &filter))
    aj_store_list_history_async (AJ_STORE (store), &filter, cancellable, history_listed_cb,
                                 g_steal_pointer (&task));
  else
    load_next_meeting (g_steal_pointer (&task));
}

static void
files_read_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  aj_pass_run_chain_async (AJ_STORE (store), ask_next, note_answered, loading->self, cancellable,
                           answered_found_cb, g_steal_pointer (&task));
}

static void
read_in_thread (GTask *piece, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;

  read_files (loading->self, (const char *const *) loading->paths, cancellable);
  if (!g_task_return_error_if_cancelled (piece))
    g_task_return_boolean (piece, TRUE);
}

void
aj_answers_load_async (AjStore *store,
                       const char *const *paths,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) piece = NULL;
  Loading *loading;
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store));

  loading = g_new0 (Loading, 1);
  loading->paths = g_strdupv ((char **) paths);
  loading->self = answers_new (store);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_answers_load_async);
  g_task_set_task_data (task, loading, loading_free);
  piece = g_task_new (store, cancellable, files_read_cb, task);
  g_task_set_task_data (piece, loading, NULL);
  g_task_run_in_thread (piece, read_in_thread);
}

AjAnswers *
aj_answers_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
aj_answers_get_problems (AjAnswers *self)
{
  g_return_val_if_fail (AJ_IS_ANSWERS (self), NULL);

  return self->problems;
}

guint
aj_answers_count (AjAnswers *self, AjAnswerVerdict verdict)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_ANSWERS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += ((AjAnswerRow *) self->rows->pdata[i])->verdict == verdict;
  return count;
}

guint
aj_answers_count_wanted (AjAnswers *self)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_ANSWERS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += aj_answer_row_get_wanted (self->rows->pdata[i]);
  return count;
}
