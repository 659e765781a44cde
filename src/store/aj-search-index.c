/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-index.h"

#include <string.h>

#include "aj-meeting.h"
#include "aj-rows.h"
#include "aj-search-grams.h"
#include "aj-text.h"

/* Changes when the same texts lead to other entries: then every file's index is made anew. */
#define VERSION 3

typedef struct
{
  gint64 number; /* 0: there is none */
  char *title;   /* (owned) (nullable) */
  char *text;    /* (owned) (nullable) */
  char *until;   /* (owned) (nullable) */
} AjEntry;

static void
entry_clear (AjEntry *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->until, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjEntry, entry_clear)

static gboolean
is_searched (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].searchable)
      return TRUE;
  return type->found_by != NULL;
}

/* The last day on which a record matters: what is over comes after what is not. A meeting is over within a day. */
static char *
dup_until (const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  if (type == &aj_meeting_record_type)
    return g_strdup (aj_values_get_text (values, "ends-at"));
  return type->until_field != NULL ? g_strdup (aj_values_get_text (values, type->until_field))
                                   : NULL;
}

static gboolean
read_entry (AjDb *db, const AjRecordType *type, const char *id, AjEntry *entry, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (db,
                     "SELECT \"number\", \"title\", \"text\", \"until\" FROM \"search\""
                     " WHERE \"record\" = ?1 AND \"type\" = ?2",
                     "read the search index", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  aj_statement_bind_text (statement, 2, type->name);
  if (aj_statement_step (statement, &local_error))
    {
      entry->number = aj_statement_get_integer (statement, 0);
      entry->title = g_strdup (aj_statement_get_text (statement, 1));
      entry->text = g_strdup (aj_statement_get_text (statement, 2));
      entry->until = g_strdup (aj_statement_get_text (statement, 3));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* (transfer full): of a record without a title, those of what it is found by, as the index has them: "echt-nep deventer". */
static gboolean
make_title (AjDb *db, const AjValues *values, char **title, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; type->found_by[i] != NULL; i++)
    {
      const AjField *field = aj_record_type_get_field (type, type->found_by[i], NULL);
      const char *id = aj_values_get_text (values, field->name);
      g_auto (AjEntry) named = { 0 };

      if (id == NULL)
        continue;
      if (!read_entry (db, aj_record_type_lookup (field->target), id, &named, error))
        return FALSE;
      if (named.title != NULL && *named.title != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", named.title);
    }
  *title = g_strdup (text->str);
  return TRUE;
}

/* What the index should say of the record; no text when there is nothing to find it by. */
static gboolean
make_entry (AjDb *db, const AjValues *values, AjEntry *entry, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (GString) text = g_string_new (NULL);

  if (type->found_by != NULL && !make_title (db, values, &entry->title, error))
    return FALSE;
  g_string_append (text, entry->title != NULL ? entry->title : "");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (values, i);
      g_autofree char *folded = NULL;

      if (!field->searchable || value->kind != AJ_VALUE_TEXT)
        continue;
      folded = aj_text_fold (value->as.text);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", folded);
      aj_search_append_numbers (text, value->as.text, NULL);
      if (g_strcmp0 (field->name, type->title_field) == 0)
        entry->title = g_steal_pointer (&folded);
    }
  if (text->len == 0)
    {
      g_clear_pointer (&entry->title, g_free);
      return TRUE;
    }
  if (entry->title == NULL)
    entry->title = g_strdup ("");
  entry->text = g_strdup (text->str);
  entry->until = dup_until (values);
  return TRUE;
}

static gboolean
run_with (AjDb *db, const char *sql, gint64 number, const char *text, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (db, sql, "write the search index", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, number);
  if (text != NULL)
    aj_statement_bind_text (statement, 2, text);
  return aj_statement_run (statement, error);
}

/* FTS5 keeps no texts, so it has to be told what it was told. */
static gboolean
remove_entry (AjDb *db, const AjRecordType *type, const AjEntry *entry, GError **error)
{
  g_autofree char *grams = aj_search_grams_make (type, entry->text, entry->title);

  return run_with (db,
                   "INSERT INTO \"search_gram\" (\"search_gram\", \"rowid\", \"grams\")"
                   " VALUES ('delete', ?1, ?2)",
                   entry->number, grams, error) &&
         run_with (db, "DELETE FROM \"search\" WHERE \"number\" = ?1", entry->number, NULL, error);
}

static gboolean
insert_entry (
    AjDb *db, const AjRecordType *type, const char *id, const AjEntry *entry, GError **error)
{
  g_autofree char *grams = aj_search_grams_make (type, entry->text, entry->title);
  g_autoptr (AjStatement) row =
      aj_db_prepare (db,
                     "INSERT INTO \"search\" (\"type\", \"record\", \"title\", \"text\", \"until\")"
                     " VALUES (?1, ?2, ?3, ?4, ?5) RETURNING \"number\"",
                     "write the search index", error);
  g_autoptr (GError) local_error = NULL;
  gint64 number = 0;

  if (row == NULL)
    return FALSE;
  aj_statement_bind_text (row, 1, type->name);
  aj_statement_bind_text (row, 2, id);
  aj_statement_bind_text (row, 3, entry->title);
  aj_statement_bind_text (row, 4, entry->text);
  aj_statement_bind_text (row, 5, entry->until);
  while (aj_statement_step (row, &local_error))
    number = aj_statement_get_integer (row, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return run_with (db, "INSERT INTO \"search_gram\" (\"rowid\", \"grams\") VALUES (?1, ?2)", number,
                   grams, error);
}

static gboolean
is_same (const AjEntry *a, const AjEntry *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->until, b->until) == 0;
}

void
aj_search_index_append_condition (GString *sql, const AjSearchWords *words, guint parameter)
{
  const guint n_words = g_strv_length (words->words);

  g_string_append_printf (sql, "\"search_gram\" MATCH ?%u AND (", parameter);
  for (guint i = 1; i <= n_words; i++)
    g_string_append_printf (sql, "%sinstr (\"text\", ?%u) > 0", i > 1 ? " AND " : "",
                            parameter + i);
  if (words->number != NULL)
    g_string_append_printf (sql, " OR instr (\"text\", ?%u) > 0", parameter + n_words + 1);
  g_string_append_c (sql, ')');
}

void
aj_search_index_bind_condition (AjStatement *statement,
                                const AjRecordType *type,
                                const AjSearchWords *words,
                                int parameter)
{
  g_autofree char *match = aj_search_grams_match (type, AJ_SEARCH_ANYWHERE, words);

  aj_statement_bind_text (statement, parameter++, match);
  for (guint i = 0; words->words[i] != NULL; i++)
    aj_statement_bind_text (statement, parameter++, words->words[i]);
  if (words->number != NULL)
    aj_statement_bind_text (statement, parameter, words->number);
}

/* Those whose @field refers to the record are called by it. */
static gboolean
put_referrers (
    AjDb *db, const AjRecordType *type, const AjField *field, const char *id, GError **error)
{
  g_autoptr (AjRows) rows = aj_rows_new (db);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  gint64 count = 0;

  if (!aj_rows_find_referrers (rows, type, field, id, found, G_MAXUINT, &count, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!aj_search_index_put (db, found->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* A record is called otherwise, or came after what refers to it. */
static gboolean
follow_title (AjDb *db, const AjRecordType *named, const char *id, GError **error)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    for (guint i = 0; (*type)->found_by != NULL && (*type)->found_by[i] != NULL; i++)
      {
        const AjField *field = aj_record_type_get_field (*type, (*type)->found_by[i], NULL);

        if (g_str_equal (field->target, named->name) &&
            !put_referrers (db, *type, field, id, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
aj_search_index_put (AjDb *db, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *id = aj_values_get_id (values);
  g_auto (AjEntry) present = { 0 };
  g_auto (AjEntry) entry = { 0 };

  if (!is_searched (type))
    return TRUE;
  if (!make_entry (db, values, &entry, error) || !read_entry (db, type, id, &present, error))
    return FALSE;
  if (is_same (&present, &entry))
    return TRUE;
  if ((present.number != 0 && !remove_entry (db, type, &present, error)) ||
      (entry.text != NULL && !insert_entry (db, type, id, &entry, error)))
    return FALSE;
  return g_strcmp0 (present.title, entry.title) == 0 || follow_title (db, type, id, error);
}

gboolean
aj_search_index_remove (AjDb *db, const AjRecordType *type, const char *id, GError **error)
{
  g_auto (AjEntry) present = { 0 };

  if (!read_entry (db, type, id, &present, error))
    return FALSE;
  return present.number == 0 || remove_entry (db, type, &present, error);
}

gboolean
aj_search_index_purge (AjDb *db, GError **error)
{
  /* One segment has room for nothing that was taken back. */
  return aj_db_exec (db, "INSERT INTO \"search_gram\" (\"search_gram\") VALUES ('optimize')",
                     "purge the search index", error);
}

typedef gboolean (*EachFunc) (AjDb *db, const AjValues *values, gpointer user_data, GError **error);

static gboolean
for_each_of_type (AjDb *db,
                  AjRows *rows,
                  const AjRecordType *type,
                  EachFunc each,
                  gpointer user_data,
                  GError **error)
{
  g_autofree char *table = aj_db_quote_name (type->name);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY \"id\"",
                                          aj_rows_get_columns (rows, type), table);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (db, sql, "read the records", error);

  if (statement == NULL)
    return FALSE;
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      g_autoptr (AjValues) values = aj_rows_read (statement, type);

      each (db, values, user_data, &local_error);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
for_each (AjDb *db, EachFunc each, gpointer user_data, GError **error)
{
  g_autoptr (AjRows) rows = aj_rows_new (db);

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    if (is_searched (*type) && !for_each_of_type (db, rows, *type, each, user_data, error))
      return FALSE;
  return TRUE;
}

/* What the index is made of: another version of the program may search other fields. */
static char *
describe_layout (void)
{
  GString *layout = g_string_new (NULL);

  g_string_append_printf (layout, "%d", VERSION);
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_string_append_printf (layout, " %s", (*type)->name);
      for (guint i = 0; i < (*type)->n_fields; i++)
        if ((*type)->fields[i].searchable)
          g_string_append_printf (layout, ",%s", (*type)->fields[i].name);
      for (guint i = 0; (*type)->found_by != NULL && (*type)->found_by[i] != NULL; i++)
        g_string_append_printf (layout, "+%s", (*type)->found_by[i]);
    }
  return g_string_free (layout, FALSE);
}

/* "" when the index was never made. */
static gboolean
read_layout (AjDb *db, char **layout, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (db, "SELECT \"layout\" FROM \"search_layout\"",
                                                     "read the search index", error);

  if (statement == NULL)
    return FALSE;
  *layout = aj_statement_step (statement, &local_error)
                ? g_strdup (aj_statement_get_text (statement, 0))
                : g_strdup ("");
  if (local_error == NULL)
    return TRUE;
  g_clear_pointer (layout, g_free);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_cb (AjDb *db, const AjValues *values, gpointer user_data, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_auto (AjEntry) entry = { 0 };

  if (!make_entry (db, values, &entry, error))
    return FALSE;
  return entry.text == NULL || insert_entry (db, type, aj_values_get_id (values), &entry, error);
}

/* Each key is looked up in every segment that FTS5 has, so of one size it is to keep few: merged as soon as there are four,
 * where it would let sixteen be. */
static gboolean
keep_few_segments (AjDb *db, GError **error)
{
  return aj_db_exec (
      db,
      "INSERT INTO \"search_gram\" (\"search_gram\", \"rank\") VALUES ('crisismerge', 4);"
      "INSERT INTO \"search_gram\" (\"search_gram\") VALUES ('optimize')",
      "make the search index", error);
}

gboolean
aj_search_index_rebuild (AjDb *db, GError **error)
{
  g_autofree char *layout = describe_layout ();
  g_autoptr (AjStatement) statement = NULL;

  if (!aj_db_exec (db,
                   "INSERT INTO \"search_gram\" (\"search_gram\") VALUES ('delete-all');"
                   "DELETE FROM \"search\"; DELETE FROM \"search_layout\"",
                   "empty the search index", error) ||
      !for_each (db, add_cb, NULL, error) || !keep_few_segments (db, error))
    return FALSE;
  statement = aj_db_prepare (db, "INSERT INTO \"search_layout\" (\"layout\") VALUES (?1)",
                             "write the search index", error);
  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, layout);
  return aj_statement_run (statement, error);
}

static gboolean
is_of_today (AjDb *db, gboolean *of_today, GError **error)
{
  g_autofree char *wanted = describe_layout ();
  g_autofree char *layout = NULL;

  if (!read_layout (db, &layout, error))
    return FALSE;
  *of_today = strcmp (layout, wanted) == 0;
  return TRUE;
}

/* Another window may have been quicker. */
static gboolean
ensure_body (AjDb *db, gpointer user_data, GError **error)
{
  gboolean of_today;

  return is_of_today (db, &of_today, error) && (of_today || aj_search_index_rebuild (db, error));
}

gboolean
aj_search_index_ensure (AjDb *db, GError **error)
{
  gboolean of_today;

  if (!is_of_today (db, &of_today, error))
    return FALSE;
  return of_today || aj_db_is_read_only (db) || aj_db_write (db, ensure_body, NULL, error);
}

/* How often each run is there: counted from the rows, then counted down by what FTS5 knows. */
typedef struct
{
  GHashTable *counts; /* (owned): run (owned) -> number of records */
  gint64 n_entries;
  gboolean sound;
} AjCount;

static void
count_grams (AjCount *self, const char *grams)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) runs = g_strsplit (grams, " ", -1);

  for (guint i = 0; runs[i] != NULL; i++)
    {
      guint n;

      if (*runs[i] == '\0' || !g_hash_table_add (seen, g_strdup (runs[i])))
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, runs[i]));
      g_hash_table_insert (self->counts, g_strdup (runs[i]), GUINT_TO_POINTER (n + 1));
    }
}

static gboolean
count_cb (AjDb *db, const AjValues *values, gpointer user_data, GError **error)
{
  AjCount *self = user_data;
  const AjRecordType *type = aj_values_get_record_type (values);
  g_auto (AjEntry) present = { 0 };
  g_auto (AjEntry) entry = { 0 };
  g_autofree char *grams = NULL;

  if (!make_entry (db, values, &entry, error) ||
      !read_entry (db, type, aj_values_get_id (values), &present, error))
    return FALSE;
  self->sound &= is_same (&present, &entry);
  if (entry.text == NULL)
    return TRUE;
  self->n_entries++;
  grams = aj_search_grams_make (type, entry.text, entry.title);
  count_grams (self, grams);
  return TRUE;
}

static gboolean
compare_vocabulary (AjDb *db, AjCount *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (
      db, "SELECT \"term\", \"doc\" FROM \"search_vocabulary\"", "check the search index", error);
  guint n_runs = 0;

  if (statement == NULL)
    return FALSE;
  while (aj_statement_step (statement, &local_error))
    {
      gpointer n = g_hash_table_lookup (self->counts, aj_statement_get_text (statement, 0));

      n_runs++;
      self->sound &= (gint64) GPOINTER_TO_UINT (n) == aj_statement_get_integer (statement, 1);
    }
  self->sound &= n_runs == g_hash_table_size (self->counts);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
compare_number (AjDb *db, AjCount *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (db, "SELECT COUNT(*) FROM \"search\"",
                                                     "check the search index", error);

  if (statement == NULL)
    return FALSE;
  if (aj_statement_step (statement, &local_error))
    self->sound &= aj_statement_get_integer (statement, 0) == self->n_entries;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_search_index_check (AjDb *db, gboolean *sound, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AjCount count = { .counts = counts };

  if (!is_of_today (db, &count.sound, error) || !for_each (db, count_cb, &count, error) ||
      !compare_vocabulary (db, &count, error) || !compare_number (db, &count, error))
    return FALSE;
  *sound = count.sound;
  return TRUE;
}
