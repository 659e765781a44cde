/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-name-book.h"

#include <stdlib.h>
#include <string.h>

#include "aj-likeness.h"
#include "aj-municipality.h"
#include "aj-person.h"
#include "aj-text.h"

/* Names that are compared for a suggestion; with more it is not worth the time. */
#define MAX_SUGGESTING 5000
/* How many times two names are compared in one import: about a second. */
#define MAX_COMPARED 1000000
/* A code of the CBS: "GM" and so many digits. */
#define CODE_DIGITS 4

/* A name that may be meant. */
typedef struct
{
  const char *title;    /* (borrowed) */
  AjLikeness *likeness; /* (owned) */
} Candidate;

/* What people call the records of one type. */
typedef struct
{
  const AjRecordType *type;
  GHashTable *titles; /* (owned) (element-type utf8 utf8): title by id */
  GHashTable
      *ids; /* (owned) (element-type utf8 utf8): id by folded name; "" when several have it */
  GHashTable *persons; /* (owned) (element-type utf8): ids whose title is the name of a person */
  GArray *candidates;  /* (owned) (nullable): of Candidate, in the order of their titles */
  GHashTable
      *suggested; /* (owned) (element-type utf8 utf8): what was answered before, "" for nothing */
} Names;

struct _AjNameBook
{
  GPtrArray *types; /* (owned) (element-type Names): one for each type that is referred to */
  guint n_compared; /* names, for suggestions */
};

static void
names_free (gpointer data)
{
  Names *names = data;

  g_clear_pointer (&names->candidates, g_array_unref);
  g_hash_table_unref (names->suggested);
  g_hash_table_unref (names->persons);
  g_hash_table_unref (names->titles);
  g_hash_table_unref (names->ids);
  g_free (names);
}

static Names *
find_names (AjNameBook *self, const AjRecordType *type)
{
  for (guint i = 0; i < self->types->len; i++)
    if (((Names *) self->types->pdata[i])->type == type)
      return self->types->pdata[i];
  return NULL;
}

AjNameBook *
aj_name_book_new (const AjRecordType *type)
{
  AjNameBook *self = g_new0 (AjNameBook, 1);

  self->types = g_ptr_array_new_with_free_func (names_free);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjRecordType *target = type->fields[i].kind == AJ_FIELD_REFERENCE
                                       ? aj_record_type_lookup (type->fields[i].target)
                                       : NULL;
      Names *names;

      if (target == NULL || find_names (self, target) != NULL)
        continue;
      names = g_new0 (Names, 1);
      names->type = target;
      names->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      names->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      names->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      names->suggested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_ptr_array_add (self->types, names);
    }
  return self;
}

void
aj_name_book_free (AjNameBook *self)
{
  g_ptr_array_unref (self->types);
  g_free (self);
}

GPtrArray *
aj_name_book_list_queries (AjNameBook *self)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);

  for (guint i = 0; i < self->types->len; i++)
    {
      AjQuery *query = aj_query_new (((Names *) self->types->pdata[i])->type);

      aj_query_order_by (query, "id", FALSE);
      g_ptr_array_add (queries, query);
    }
  return queries;
}

static gboolean
is_name (const AjRecordType *type, const AjField *field)
{
  return field->kind == AJ_FIELD_TEXT &&
         (field->unique || g_strcmp0 (field->name, type->title_field) == 0);
}

static void
add_name (Names *names, const char *name, const char *id)
{
  char *folded = aj_text_fold (name);
  const char *other = g_hash_table_lookup (names->ids, folded);

  g_hash_table_replace (names->ids, folded,
                        g_strdup (other != NULL && strcmp (other, id) != 0 ? "" : id));
}

static void
add_names (Names *names, const AjValues *values)
{
  const AjRecordType *type = names->type;
  const char *id = aj_values_get_id (values);
  const char *title = type->title_field != NULL ? aj_values_get_text (values, type->title_field)
                                                : NULL;

  g_hash_table_replace (names->titles, g_strdup (id), g_strdup (title != NULL ? title : id));
  if (type == &aj_person_record_type && !aj_values_get_boolean (values, "role-mailbox"))
    g_hash_table_add (names->persons, g_strdup (id));
  for (guint i = 0; i < type->n_fields; i++)
    if (is_name (type, &type->fields[i]) && aj_values_peek (values, i)->kind == AJ_VALUE_TEXT)
      add_name (names, aj_values_peek (values, i)->as.text, id);
}

void
aj_name_book_add (AjNameBook *self, const AjValues *values)
{
  Names *names = find_names (self, aj_values_get_record_type (values));

  if (names != NULL)
    add_names (names, values);
}

char *
aj_name_book_dup_code (const AjRecordType *type, const AjField *field, const char *text)
{
  gsize length = strlen (text);

  if (type != &aj_municipality_record_type || strcmp (field->name, "code") != 0 || length == 0 ||
      length > CODE_DIGITS || strspn (text, "0123456789") != length)
    return g_strdup (text);
  return g_strdup_printf ("GM%0*d", CODE_DIGITS, atoi (text));
}

static const char *
find_id (Names *names, const char *text)
{
  g_autofree char *folded = aj_text_fold (text);
  const char *id = g_hash_table_lookup (names->ids, folded);

  for (guint i = 0; id == NULL && i < names->type->n_fields; i++)
    if (names->type->fields[i].unique)
      {
        g_autofree char *code = aj_name_book_dup_code (names->type, &names->type->fields[i],
                                                       folded);
        g_autofree char *folded_code = aj_text_fold (code);

        id = g_hash_table_lookup (names->ids, folded_code);
      }
  return id;
}

AjNameFound
aj_name_book_find (AjNameBook *self, const AjRecordType *target, const char *text, const char **id)
{
  Names *names = find_names (self, target);
  gpointer key;

  g_return_val_if_fail (names != NULL, AJ_NAME_FOUND_NONE);

  if (g_hash_table_lookup_extended (names->titles, text, &key, NULL))
    {
      *id = key;
      return AJ_NAME_FOUND_ONE;
    }
  *id = find_id (names, text);
  if (*id == NULL)
    return AJ_NAME_FOUND_NONE;
  return **id != '\0' ? AJ_NAME_FOUND_ONE : AJ_NAME_FOUND_MANY;
}

const char *
aj_name_book_get_title (AjNameBook *self, const AjRecordType *target, const char *id)
{
  Names *names = find_names (self, target);

  return names != NULL ? g_hash_table_lookup (names->titles, id) : NULL;
}

gboolean
aj_name_book_is_personal (AjNameBook *self, const AjRecordType *target, const char *id)
{
  Names *names = find_names (self, target);

  return names != NULL && g_hash_table_contains (names->persons, id);
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Candidate *) a)->title, ((const Candidate *) b)->title);
}

static void
clear_candidate (gpointer data)
{
  aj_likeness_free (((Candidate *) data)->likeness);
}

static GArray *
list_candidates (Names *names)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GHashTableIter iter;
  gpointer title;

  g_array_set_clear_func (candidates, clear_candidate);
  g_hash_table_iter_init (&iter, names->titles);
  while (g_hash_table_iter_next (&iter, NULL, &title))
    {
      Candidate candidate = { title, aj_likeness_new (title) };

      g_array_append_val (candidates, candidate);
    }
  /* The same question has the same answer every time. */
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static const char *
find_like (AjNameBook *self, Names *names, const char *text)
{
  g_autoptr (AjLikeness) wanted = aj_likeness_new (text);
  const char *best = NULL;

  if (names->candidates == NULL)
    names->candidates = list_candidates (names);
  for (guint i = 0; i < names->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (names->candidates, Candidate, i);

      self->n_compared++;
      if (!aj_likeness_organisations (wanted, candidate->likeness))
        continue;
      if (g_strcmp0 (aj_likeness_get_key (wanted), aj_likeness_get_key (candidate->likeness)) == 0)
        return candidate->title;
      if (best == NULL)
        best = candidate->title;
    }
  return best;
}

const char *
aj_name_book_suggest (AjNameBook *self, const AjRecordType *target, const char *text)
{
  Names *names = find_names (self, target);
  char *folded;
  const char *answer;

  g_return_val_if_fail (names != NULL, NULL);

  folded = aj_text_fold (text);
  answer = g_hash_table_lookup (names->suggested, folded);
  if (answer != NULL || g_hash_table_size (names->titles) > MAX_SUGGESTING ||
      self->n_compared > MAX_COMPARED)
    {
      g_free (folded);
      return aj_text_or_null (answer);
    }
  answer = find_like (self, names, text);
  g_hash_table_insert (names->suggested, folded, g_strdup (answer != NULL ? answer : ""));
  return answer;
}
