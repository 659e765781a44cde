/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-search.h"

#include <string.h>

#include "aj-search-grams.h"
#include "aj-search-index.h"
#include "aj-search-words.h"

/* A key that so many records have says little yet: of the first titles that begin with it, and of those that were changed
 * last, the best are shown. So no key costs much more than the next, and an import of a hundred thousand does not show.
 * Whoever asks for more of them gets them. */
#define MAX_LOOKED_AT 200
/* As many lines of history are gone through for what was changed last: an import has thousands of one kind. */
#define MAX_LINES 2000

/* In the order in which they are shown. */
typedef enum
{
  RANK_IS_TITLE,     /* the title is what was searched */
  RANK_TITLE_STARTS, /* it begins with it */
  RANK_WORD_STARTS,  /* a word in the title does */
  RANK_IN_TITLE,
  RANK_ELSEWHERE = AJ_SEARCH_RANK_ELSEWHERE,
} AjRank;

typedef struct
{
  gint64 number; /* in the index */
  AjRank rank;
  gboolean is_over;
  char *id;    /* (owned) */
  char *title; /* (owned): folded */
  char *until; /* (owned) (nullable) */
} AjCandidate;

typedef struct
{
  AjBackend *backend;
  AjSearchRequest *request;
  const AjSearchWords *sought;
  GStrv words;       /* (borrowed): of these */
  const char *whole; /* likewise */
  const AjRecordType *type;
  GPtrArray *candidates; /* (owned) (element-type AjCandidate) */
  GHashTable *numbers;   /* (owned): of the candidates */
} AjSearching;

static void
candidate_free (AjCandidate *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->until);
  g_free (self);
}

static gboolean
has_all (const char *text, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_word_start (const char *text, const char *start)
{
  for (const char *p = strstr (text, start); p != NULL; p = strstr (p + 1, start))
    if (p == text || p[-1] == ' ')
      return TRUE;
  return FALSE;
}

static AjRank
get_rank (AjSearching *self, const char *title)
{
  if (g_str_has_prefix (title, self->whole))
    return strcmp (title, self->whole) == 0 ? RANK_IS_TITLE : RANK_TITLE_STARTS;
  for (guint i = 0; self->words[i] != NULL; i++)
    if (!has_word_start (title, self->words[i]))
      return has_all (title, self->words) ? RANK_IN_TITLE : RANK_ELSEWHERE;
  return RANK_WORD_STARTS;
}

/* The row that @statement is at, unless it was found before. */
static void
take_candidate (AjSearching *self, AjStatement *statement)
{
  gint64 number = aj_statement_get_integer (statement, 0);
  AjCandidate *candidate;

  if (!g_hash_table_add (self->numbers, g_memdup2 (&number, sizeof number)))
    return;
  candidate = g_new0 (AjCandidate, 1);
  candidate->number = number;
  candidate->id = g_strdup (aj_statement_get_text (statement, 1));
  candidate->title = g_strdup (aj_statement_get_text (statement, 2));
  candidate->until = g_strdup (aj_statement_get_text (statement, 3));
  candidate->rank = get_rank (self, candidate->title);
  candidate->is_over = candidate->until != NULL &&
                       strcmp (candidate->until, self->request->today) < 0;
  g_ptr_array_add (self->candidates, candidate);
}

/* In the order of the language, and of equal titles the one that is next, or was last. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const AjCandidate *x = *(const AjCandidate *const *) a;
  const AjCandidate *y = *(const AjCandidate *const *) b;
  int order = (int) x->rank - (int) y->rank;

  if (order == 0)
    order = x->is_over - y->is_over;
  if (order == 0)
    order = strcoll (x->title, y->title);
  if (order == 0)
    order = x->is_over ? g_strcmp0 (y->until, x->until) : g_strcmp0 (x->until, y->until);
  return order != 0 ? order : strcmp (x->id, y->id);
}

static guint
get_most (AjSearching *self)
{
  return MAX (MAX_LOOKED_AT, self->request->limit + 1);
}

static gboolean
take_all (AjSearching *self, AjStatement *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (aj_statement_step (statement, &local_error))
    take_candidate (self, statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Titles between @whole and the first that cannot begin with it. */
static gboolean
look_at_titles (AjSearching *self, GError **error)
{
  g_autofree char *end = g_strconcat (self->whole, "\xF4\x8F\xBF\xBF", NULL);
  g_autoptr (AjStatement) statement = aj_db_prepare (
      self->backend->db,
      "SELECT \"number\", \"record\", \"title\", \"until\" FROM \"search\""
      " WHERE \"type\" = ?1 AND \"title\" >= ?2 AND \"title\" < ?3 ORDER BY \"title\" LIMIT ?4",
      "search", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, self->type->name);
  aj_statement_bind_text (statement, 2, self->whole);
  aj_statement_bind_text (statement, 3, end);
  aj_statement_bind_integer (statement, 4, get_most (self));
  return take_all (self, statement, error);
}

/* What FTS5 names may be too much, so each word is looked for in the text, for AJ_SEARCH_TITLE_START at the beginning of a
 * word of the title. */
static AjStatement *
prepare_grams (AjSearching *self, AjSearchPlace place, GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT s.\"number\", s.\"record\", s.\"title\", s.\"until\" FROM \"search_gram\" g"
      " CROSS JOIN \"search\" s ON s.\"number\" = g.\"rowid\" WHERE s.\"type\" = ?1 AND ");
  g_autofree char *match = NULL;
  AjStatement *statement;

  if (place == AJ_SEARCH_ANYWHERE)
    aj_search_index_append_condition (sql, self->sought, 2);
  else
    g_string_append (sql, "\"search_gram\" MATCH ?2");
  for (int i = 0; place == AJ_SEARCH_TITLE_START && self->words[i] != NULL; i++)
    g_string_append_printf (sql, " AND instr (' ' || s.\"title\", ' ' || ?%d) > 0", i + 3);
  /* Numbers rise with each change, so what was changed last comes first. */
  g_string_append_printf (sql, " ORDER BY g.\"rowid\" DESC LIMIT %u", get_most (self));
  statement = aj_db_prepare (self->backend->db, sql->str, "search", error);
  if (statement == NULL)
    return NULL;
  aj_statement_bind_text (statement, 1, self->type->name);
  if (place == AJ_SEARCH_ANYWHERE)
    {
      aj_search_index_bind_condition (statement, self->type, self->sought, 2);
      return statement;
    }
  match = aj_search_grams_match (self->type, place, self->sought);
  aj_statement_bind_text (statement, 2, match);
  for (int i = 0; self->words[i] != NULL; i++)
    aj_statement_bind_text (statement, i + 3, self->words[i]);
  return statement;
}

static gboolean
look_at_grams (AjSearching *self, AjSearchPlace place, GError **error)
{
  g_autoptr (AjStatement) statement = prepare_grams (self, place, error);

  return statement != NULL && take_all (self, statement, error);
}

static gboolean
has_enough (AjSearching *self)
{
  return self->candidates->len > self->request->limit;
}

/* Most types have nothing to be found, and each question to FTS5 costs. */
static gboolean
has_entries (AjSearching *self, GError **error)
{
  g_autoptr (AjStatement) statement = aj_db_prepare (
      self->backend->db, "SELECT 1 FROM \"search\" WHERE \"type\" = ?1 LIMIT 1", "search", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, self->type->name);
  return aj_statement_step (statement, error);
}

/* The best first; what is worse is looked for only when there is room for it. */
static gboolean
find_candidates (AjSearching *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!has_entries (self, &local_error))
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if ((self->type->title_field != NULL || self->type->found_by != NULL) &&
      (!look_at_titles (self, error) ||
       (!has_enough (self) && !look_at_grams (self, AJ_SEARCH_TITLE_START, error))))
    return FALSE;
  if (!has_enough (self) && !look_at_grams (self, AJ_SEARCH_ANYWHERE, error))
    return FALSE;
  g_ptr_array_sort (self->candidates, compare_candidates);
  return TRUE;
}

/* What @values refers to, and where that has no title, what that refers to. */
static gboolean
name_references (AjBackend *self, AjSearchHit *hit, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (values, i);
      g_autoptr (GError) local_error = NULL;
      AjValues *named;

      if (field->kind != AJ_FIELD_REFERENCE || value->kind != AJ_VALUE_TEXT)
        continue;
      named = aj_rows_get (self->rows, aj_record_type_lookup (field->target), value->as.text,
                           &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (named == NULL)
        continue;
      g_ptr_array_add (hit->named, named);
      if (values == hit->values && aj_values_get_record_type (named)->title_field == NULL &&
          !name_references (self, hit, named, error))
        return FALSE;
    }
  return TRUE;
}

/* NULL without an error when the record is not there. */
static AjSearchHit *
load_hit (AjBackend *self, const AjRecordType *type, const char *id, GError **error)
{
  AjValues *values = aj_rows_get (self->rows, type, id, error);
  AjSearchHit *hit;

  if (values == NULL)
    return NULL;
  hit = g_new0 (AjSearchHit, 1);
  hit->values = values;
  hit->named = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  if (name_references (self, hit, hit->values, error))
    return hit;
  aj_search_hit_free (hit);
  return NULL;
}

/* The first field that has one of @words. */
static void
find_field (AjSearching *self, const char *const *words, AjSearchHit *hit)
{
  for (guint i = 0; i < self->type->n_fields && words[0] != NULL && hit->field == NULL; i++)
    {
      const AjField *field = &self->type->fields[i];
      const char *text = field->searchable ? aj_values_get_text (hit->values, field->name) : NULL;
      g_autoptr (AjSearchMap) map = text != NULL ? aj_search_map_new (text) : NULL;

      if (map == NULL || g_strcmp0 (field->name, self->type->title_field) == 0)
        continue;
      for (guint w = 0; words[w] != NULL && hit->field == NULL; w++)
        if (aj_search_map_has (map, words[w]))
          {
            hit->field = field;
            hit->snippet = aj_search_map_dup_snippet (map, words);
          }
    }
}

/* Where the number stands that was searched for, or else a word which the title has not. */
static void
find_snippet (AjSearching *self, const char *title, AjSearchHit *hit)
{
  const char *const number[] = { self->sought->number, NULL };
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (title, self->words[i]) == NULL)
      g_ptr_array_add (missing, self->words[i]);
  g_ptr_array_add (missing, NULL);
  if (missing->len > 1)
    find_field (self, number, hit);
  find_field (self, (const char *const *) missing->pdata, hit);
}

static gboolean
load_group (AjSearching *self, GError **error)
{
  AjSearchGroup *group;

  if (self->candidates->len == 0)
    return TRUE;
  group = g_new0 (AjSearchGroup, 1);
  group->type = self->type;
  group->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_search_hit_free);
  group->has_more = has_enough (self);
  g_ptr_array_add (self->request->groups, group);
  for (guint i = 0; i < MIN (self->candidates->len, self->request->limit); i++)
    {
      g_autoptr (GError) local_error = NULL;
      const AjCandidate *candidate = self->candidates->pdata[i];
      AjSearchHit *hit = load_hit (self->backend, self->type, candidate->id, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (hit == NULL)
        continue;
      find_snippet (self, candidate->title, hit);
      g_ptr_array_add (group->hits, hit);
    }
  if (group->hits->len == 0)
    g_ptr_array_set_size (self->request->groups, (int) self->request->groups->len - 1);
  else
    group->rank = ((const AjCandidate *) self->candidates->pdata[0])->rank;
  return TRUE;
}

static gboolean
search_body (AjDb *db, gpointer user_data, GError **error)
{
  AjSearching *self = user_data;

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      if (self->request->type != NULL && self->request->type != *type)
        continue;
      self->type = *type;
      g_hash_table_remove_all (self->numbers);
      g_ptr_array_set_size (self->candidates, 0);
      if (!find_candidates (self, error) || !load_group (self, error))
        return FALSE;
    }
  return TRUE;
}

/* What people look for most, before what hangs on it. */
static guint
get_place (const AjRecordType *type)
{
  static const char *const places[] = { "person",   "organisation", "group",   "municipality",
                                        "district", "meeting",      "contact", NULL };
  guint place = 0;

  while (places[place] != NULL && !g_str_equal (places[place], type->name))
    place++;
  return place;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const AjSearchGroup *x = *(const AjSearchGroup *const *) a;
  const AjSearchGroup *y = *(const AjSearchGroup *const *) b;
  int order = (int) x->rank - (int) y->rank;

  return order != 0 ? order : (int) get_place (x->type) - (int) get_place (y->type);
}

gboolean
aj_backend_search (AjBackend *self, gpointer search_request, GError **error)
{
  AjSearchRequest *request = search_request;
  g_autoptr (AjSearchWords) sought = aj_search_words_new (request->text);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (
      (GDestroyNotify) candidate_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  AjSearching searching = { .backend = self,
                            .request = request,
                            .sought = sought,
                            .words = sought->words,
                            .whole = sought->whole,
                            .candidates = candidates,
                            .numbers = numbers };

  request->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_search_group_free);
  if (sought->words[0] == NULL)
    return TRUE;
  if (!aj_db_read (self->db, search_body, &searching, error))
    return FALSE;
  g_ptr_array_sort (request->groups, compare_groups);
  return TRUE;
}

/* The record of the line of history that @statement is at, unless it was met before, is gone or has no name. */
static gboolean
take_recent (AjBackend *self,
             AjStatement *statement,
             AjRecentRequest *request,
             GHashTable *met,
             GError **error)
{
  const AjRecordType *type = aj_record_type_lookup (aj_statement_get_text (statement, 0));
  const char *id = aj_statement_get_text (statement, 1);
  g_autoptr (GError) local_error = NULL;
  AjSearchHit *hit;

  if (type == NULL || type->title_field == NULL || !g_hash_table_add (met, g_strdup (id)))
    return TRUE;
  hit = load_hit (self, type, id, &local_error);
  if (hit != NULL)
    g_ptr_array_add (request->hits, hit);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
recent_body (AjDb *db, gpointer user_data, GError **error)
{
  gpointer *context = user_data;
  AjRecentRequest *request = context[1];
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (
      db,
      "SELECT c.\"type\", c.\"record\" FROM \"change\" c"
      " JOIN \"edit\" e ON e.\"revision\" = c.\"revision\" WHERE e.\"kind\" <> 'note'"
      " ORDER BY c.\"revision\" DESC, c.\"position\" LIMIT ?1",
      "look for recent changes", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_integer (statement, 1, MAX_LINES);
  while (request->hits->len < request->limit && aj_statement_step (statement, &local_error))
    if (!take_recent (context[0], statement, request, met, &local_error))
      break;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_backend_list_recent (AjBackend *self, gpointer recent_request, GError **error)
{
  AjRecentRequest *request = recent_request;
  gpointer context[] = { self, request };

  request->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_search_hit_free);
  return aj_db_read (self->db, recent_body, context, error);
}
