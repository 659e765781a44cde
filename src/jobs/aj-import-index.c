/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-index.h"

#include <stdlib.h>
#include <string.h>

#include "aj-likeness.h"
#include "aj-municipality.h"
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
  GArray *candidates; /* (owned) (nullable): of Candidate, in the order of their titles */
  GHashTable
      *suggested; /* (owned) (element-type utf8 utf8): what was answered before, "" for nothing */
} Names;

struct _AjImportIndex
{
  const AjRecordType *type;
  guint64 present;
  GPtrArray *names;    /* (owned) (element-type Names): of every type that is referred to */
  GHashTable *records; /* (owned) (element-type utf8 AjValues): by id, which the values hold */
  GHashTable *keys;    /* (owned) (element-type utf8 GSList): records by what tells them apart */
  guint n_compared;    /* names, for suggestions */
};

static void
names_free (gpointer data)
{
  Names *names = data;

  g_clear_pointer (&names->candidates, g_array_unref);
  g_hash_table_unref (names->suggested);
  g_hash_table_unref (names->titles);
  g_hash_table_unref (names->ids);
  g_free (names);
}

static Names *
find_names (AjImportIndex *self, const AjRecordType *type)
{
  for (guint i = 0; i < self->names->len; i++)
    if (((Names *) self->names->pdata[i])->type == type)
      return self->names->pdata[i];
  return NULL;
}

static void
free_list_cb (gpointer data)
{
  g_slist_free (data);
}

AjImportIndex *
aj_import_index_new (const AjRecordType *type, guint64 present)
{
  AjImportIndex *self = g_new0 (AjImportIndex, 1);

  self->type = type;
  self->present = present;
  self->names = g_ptr_array_new_with_free_func (names_free);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) aj_values_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list_cb);
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
      names->suggested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_ptr_array_add (self->names, names);
    }
  return self;
}

void
aj_import_index_free (AjImportIndex *self)
{
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->names);
  g_free (self);
}

GPtrArray *
aj_import_index_list_queries (AjImportIndex *self)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);

  g_ptr_array_add (queries, aj_query_new (self->type));
  for (guint i = 0; i < self->names->len; i++)
    {
      Names *names = self->names->pdata[i];

      if (names->type != self->type)
        g_ptr_array_add (queries, aj_query_new (names->type));
    }
  for (guint i = 0; i < queries->len; i++)
    aj_query_order_by (queries->pdata[i], "id", FALSE);
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
  for (guint i = 0; i < type->n_fields; i++)
    if (is_name (type, &type->fields[i]) && aj_values_peek (values, i)->kind == AJ_VALUE_TEXT)
      add_name (names, aj_values_peek (values, i)->as.text, id);
}

static char *
make_key (const char *field, const char *text)
{
  g_autofree char *folded = aj_text_fold (text);

  return g_strconcat (field, "=", folded, NULL);
}

/* @key is taken. */
static void
add_key (AjImportIndex *self, char *key, const AjValues *values)
{
  gpointer kept = NULL;
  gpointer list = NULL;

  g_hash_table_steal_extended (self->keys, key, &kept, &list);
  g_free (kept);
  g_hash_table_insert (self->keys, key, g_slist_prepend (list, (gpointer) values));
}

gboolean
aj_import_index_goes_by_title (AjImportIndex *self)
{
  return g_strcmp0 (self->type->identity[0], self->type->title_field) == 0;
}

char *
aj_import_index_dup_identity (AjImportIndex *self, const AjValues *values)
{
  g_autoptr (GString) key = g_string_new ("is=");
  guint n_filled = 0;

  for (const char *const *name = self->type->identity; *name != NULL; name++)
    {
      int index = aj_record_type_find (self->type, *name);
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;

      if ((self->present & (G_GUINT64_CONSTANT (1) << index)) == 0)
        continue;
      text = aj_field_format (&self->type->fields[index], aj_values_peek (values, (guint) index));
      folded = aj_text_fold (text);
      g_string_append_printf (key, "%s\x1f", folded);
      n_filled += *folded != '\0';
    }
  return n_filled > 0 ? g_strdup (key->str) : NULL;
}

static void
add_record (AjImportIndex *self, const AjValues *values)
{
  const AjRecordType *type = self->type;
  char *identity = aj_import_index_goes_by_title (self)
                       ? NULL
                       : aj_import_index_dup_identity (self, values);

  g_hash_table_replace (self->records, (gpointer) aj_values_get_id (values),
                        (gpointer) aj_values_ref (values));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (values, i);

      if (value->kind == AJ_VALUE_TEXT && (is_name (type, field) || field->form == AJ_FORM_MAIL))
        add_key (self, make_key (field->name, value->as.text), values);
    }
  if (identity != NULL)
    add_key (self, identity, values);
}

void
aj_import_index_add (AjImportIndex *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  Names *names = find_names (self, type);

  if (names != NULL)
    add_names (names, values);
  if (type == self->type)
    add_record (self, values);
}

const AjValues *
aj_import_index_get (AjImportIndex *self, const char *id)
{
  return g_hash_table_lookup (self->records, id);
}

GSList *
aj_import_index_list (AjImportIndex *self, const char *field, const char *text)
{
  g_autofree char *key = make_key (field, text);

  return g_hash_table_lookup (self->keys, key);
}

GSList *
aj_import_index_list_alike (AjImportIndex *self, const AjValues *values)
{
  g_autofree char *identity = aj_import_index_dup_identity (self, values);

  return identity != NULL ? g_hash_table_lookup (self->keys, identity) : NULL;
}

char *
aj_import_index_dup_code (const AjRecordType *type, const AjField *field, const char *text)
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
        g_autofree char *code = aj_import_index_dup_code (names->type, &names->type->fields[i],
                                                          folded);
        g_autofree char *folded_code = aj_text_fold (code);

        id = g_hash_table_lookup (names->ids, folded_code);
      }
  return id;
}

AjImportFound
aj_import_index_find (AjImportIndex *self,
                      const AjRecordType *target,
                      const char *text,
                      const char **id)
{
  Names *names = find_names (self, target);
  gpointer key;

  g_return_val_if_fail (names != NULL, AJ_IMPORT_FOUND_NONE);

  if (g_hash_table_lookup_extended (names->titles, text, &key, NULL))
    {
      *id = key;
      return AJ_IMPORT_FOUND_ONE;
    }
  *id = find_id (names, text);
  if (*id == NULL)
    return AJ_IMPORT_FOUND_NONE;
  return **id != '\0' ? AJ_IMPORT_FOUND_ONE : AJ_IMPORT_FOUND_MANY;
}

const char *
aj_import_index_get_title (AjImportIndex *self, const AjRecordType *target, const char *id)
{
  Names *names = find_names (self, target);

  return names != NULL ? g_hash_table_lookup (names->titles, id) : NULL;
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
find_like (AjImportIndex *self, Names *names, const char *text)
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
aj_import_index_suggest (AjImportIndex *self, const AjRecordType *target, const char *text)
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
