/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-returns-book.h"

#include <string.h>

#include "aj-activity.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-likeness.h"
#include "aj-municipality.h"
#include "aj-name-book.h"
#include "aj-organisation.h"
#include "aj-participation.h"
#include "aj-person.h"
#include "aj-text.h"

/* As many comparisons are made in search of what was meant, so that a file full
 * of unknown names ends in time. */
#define MAX_COMPARED 2000000

typedef struct
{
  const AjValues *values; /* of @all */
  AjLikeness *likeness;   /* (owned) */
} Named;

struct _AjReturnsBook
{
  char *edition_id; /* (owned) */
  guint n_asked;
  AjValues *edition; /* (owned) (nullable) */
  GPtrArray *all;    /* (owned) (element-type AjValues): everything that is kept */

  GHashTable *by_id;          /* (owned): whatever is referred to, by id */
  GHashTable *municipalities; /* (owned): by folded name and by code in small letters */
  GArray *municipality_names; /* (owned): of Named */
  GHashTable *organisations;  /* (owned): by folded name; NULL where several have it */
  GArray *organisation_names; /* (owned): of Named */
  GHashTable *by_mail;        /* (owned): people, by address in small letters */
  GHashTable *by_name;        /* (owned): people, by the words of their names; NULL
                          where several have them */
  GHashTable *participations; /* (owned): by municipality */
  GHashTable *activities;     /* (owned): by id */
  GHashTable *again;          /* (owned): by what they are the same as, and municipality */
  GHashTable *by_title;       /* (owned) (element-type utf8 GPtrArray): by
                           municipality and title */
  GHashTable *by_place;       /* (owned) (element-type utf8 GPtrArray): by municipality */
  GHashTable *were_there;     /* (owned) (element-type utf8): ids of the edition before */

  GHashTable *suggested; /* (owned) (element-type utf8 utf8): what organisations
                            were likely meant */
  guint n_compared;
};

static void
named_clear (gpointer data)
{
  aj_likeness_free (((Named *) data)->likeness);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
new_table_of_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static GArray *
new_names (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Named));

  g_array_set_clear_func (names, named_clear);
  return names;
}

AjReturnsBook *
aj_returns_book_new (const char *edition_id)
{
  AjReturnsBook *self = g_new0 (AjReturnsBook, 1);

  self->edition_id = g_strdup (edition_id);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->by_id = new_table ();
  self->municipalities = new_table ();
  self->municipality_names = new_names ();
  self->organisations = new_table ();
  self->organisation_names = new_names ();
  self->by_mail = new_table ();
  self->by_name = new_table ();
  self->participations = new_table ();
  self->activities = new_table ();
  self->again = new_table ();
  self->by_title = new_table_of_lists ();
  self->by_place = new_table_of_lists ();
  self->were_there = new_table ();
  self->suggested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
aj_returns_book_free (AjReturnsBook *self)
{
  g_hash_table_unref (self->suggested);
  g_hash_table_unref (self->were_there);
  g_hash_table_unref (self->by_place);
  g_hash_table_unref (self->by_title);
  g_hash_table_unref (self->again);
  g_hash_table_unref (self->activities);
  g_hash_table_unref (self->participations);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_mail);
  g_array_unref (self->organisation_names);
  g_hash_table_unref (self->organisations);
  g_array_unref (self->municipality_names);
  g_hash_table_unref (self->municipalities);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
  g_clear_pointer (&self->edition, aj_values_unref);
  g_free (self->edition_id);
  g_free (self);
}

static AjQuery *
query_of_edition (const AjRecordType *type, const char *edition)
{
  AjQuery *query = aj_query_new (type);

  aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, edition);
  aj_query_unordered (query);
  return query;
}

static AjQuery *
query_all (const AjRecordType *type)
{
  AjQuery *query = aj_query_new (type);

  aj_query_unordered (query);
  return query;
}

/* Without an id, the latest. */
static AjQuery *
query_edition (const char *id)
{
  AjQuery *query = aj_query_new (&aj_edition_record_type);

  if (id != NULL)
    aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  aj_query_order_by (query, "starts-on", TRUE);
  aj_query_limit (query, 1);
  return query;
}

AjQuery *
aj_returns_book_next (gpointer data)
{
  AjReturnsBook *self = data;
  const char *previous;

  /* Without an edition there is nothing to ask. */
  if (self->n_asked > 0 && self->edition == NULL)
    return NULL;

  switch (self->n_asked++)
    {
    case 0:
      return query_edition (self->edition_id);
    case 1:
      return query_all (&aj_municipality_record_type);
    case 2:
      return query_all (&aj_organisation_record_type);
    case 3:
      return query_all (&aj_person_record_type);
    case 4:
      return query_of_edition (&aj_participation_record_type, self->edition_id);
    case 5:
      return query_of_edition (&aj_activity_record_type, self->edition_id);
    case 6:
      previous = aj_values_get_text (self->edition, "previous");
      return previous != NULL ? query_of_edition (&aj_activity_record_type, previous) : NULL;
    default:
      return NULL;
    }
}

static char *
make_key (const char *place, const char *name)
{
  g_autofree char *folded = aj_text_fold (name);

  return g_strdup_printf ("%s %s", place, folded);
}

static void
add_to_list (GHashTable *lists, char *key, const AjValues *values)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, key, list);
    }
  else
    g_free (key);
  g_ptr_array_add (list, (gpointer) values);
}

static void
add_name (GArray *names, const AjValues *values)
{
  Named named = { values, aj_likeness_new (aj_values_get_text (values, "name")) };

  g_array_append_val (names, named);
}

/* Of two with one key, none is it. */
static void
add_once (GHashTable *table, char *key, const AjValues *values)
{
  gboolean is_taken = g_hash_table_contains (table, key);

  g_hash_table_insert (table, key, is_taken ? NULL : (gpointer) values);
}

static void
add_municipality (AjReturnsBook *self, const AjValues *values)
{
  const char *code = aj_values_get_text (values, "code");

  g_hash_table_insert (self->municipalities, aj_text_fold (aj_values_get_text (values, "name")),
                       (gpointer) values);
  g_hash_table_insert (self->municipalities, g_utf8_strdown (code, -1), (gpointer) values);
  add_name (self->municipality_names, values);
}

static void
add_person (AjReturnsBook *self, const AjValues *values)
{
  const char *mail = aj_values_get_text (values, "mail");
  g_autoptr (AjLikeness) likeness = NULL;

  if (mail != NULL)
    g_hash_table_insert (self->by_mail, g_utf8_strdown (mail, -1), (gpointer) values);
  if (!aj_values_is_empty (values, "left-on") || !aj_values_is_empty (values, "forgotten-on"))
    return;
  likeness = aj_likeness_new (aj_values_get_text (values, "name"));
  add_once (self->by_name, g_strdup (aj_likeness_get_key (likeness)), values);
}

static void
add_activity (AjReturnsBook *self, const AjValues *values)
{
  const char *place = aj_values_get_text (values, "municipality");
  const char *previous = aj_values_get_text (values, "previous");

  if (g_strcmp0 (aj_values_get_text (values, "edition"), self->edition_id) != 0)
    {
      g_hash_table_add (self->were_there, g_strdup (aj_values_get_id (values)));
      return;
    }
  g_hash_table_insert (self->activities, g_strdup (aj_values_get_id (values)), (gpointer) values);
  add_to_list (self->by_place, g_strdup (place), values);
  add_to_list (self->by_title, make_key (place, aj_values_get_text (values, "name")), values);
  if (previous != NULL)
    g_hash_table_insert (self->again, g_strdup_printf ("%s %s", previous, place),
                         (gpointer) values);
}

gboolean
aj_returns_book_add (const AjValues *values, gpointer data, GError **error)
{
  AjReturnsBook *self = data;
  const AjRecordType *type = aj_values_get_record_type (values);

  if (type == &aj_edition_record_type)
    {
      self->edition = (AjValues *) aj_values_ref (values);
      aj_set_string (&self->edition_id, aj_values_get_id (values));
      return TRUE;
    }
  /* Of the edition before, only the ids are kept. */
  if (type == &aj_activity_record_type &&
      g_strcmp0 (aj_values_get_text (values, "edition"), self->edition_id) != 0)
    {
      add_activity (self, values);
      return TRUE;
    }
  g_ptr_array_add (self->all, (gpointer) aj_values_ref (values));
  if (type == &aj_participation_record_type)
    {
      g_hash_table_insert (self->participations,
                           g_strdup (aj_values_get_text (values, "municipality")),
                           (gpointer) values);
      return TRUE;
    }
  if (type == &aj_activity_record_type)
    {
      add_activity (self, values);
      return TRUE;
    }
  g_hash_table_insert (self->by_id, g_strdup (aj_values_get_id (values)), (gpointer) values);
  if (type == &aj_municipality_record_type)
    add_municipality (self, values);
  else if (type == &aj_person_record_type)
    add_person (self, values);
  else
    {
      add_once (self->organisations, aj_text_fold (aj_values_get_text (values, "name")), values);
      add_name (self->organisation_names, values);
    }
  return TRUE;
}

const AjValues *
aj_returns_book_get_edition (AjReturnsBook *self)
{
  return self->edition;
}

const AjValues *
aj_returns_book_get_municipality (AjReturnsBook *self, const char *id)
{
  const AjValues *values = aj_returns_book_get_named (self, id);

  return values != NULL && aj_values_get_record_type (values) == &aj_municipality_record_type
             ? values
             : NULL;
}

/* "Gemeente Zwolle" and "gem. Zwolle" are called by the name alone. */
static const char *
skip_kind (const char *folded)
{
  static const char *const kinds[] = { "gemeente ", "gem. ", "municipality of " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (folded, kinds[i]))
      return folded + strlen (kinds[i]);
  return folded;
}

const AjValues *
aj_returns_book_find_municipality (AjReturnsBook *self, const char *text)
{
  const AjField *field = aj_record_type_get_field (&aj_municipality_record_type, "code", NULL);
  const AjValues *found;
  g_autofree char *clean = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *code = NULL;
  g_autofree char *small = NULL;

  if (aj_text_or_null (text) == NULL)
    return NULL;
  found = aj_returns_book_get_municipality (self, text);
  if (found != NULL)
    return found;
  clean = aj_text_clean_line (text);
  folded = aj_text_fold (clean);
  found = g_hash_table_lookup (self->municipalities, skip_kind (folded));
  if (found != NULL)
    return found;
  code = aj_name_book_dup_code (&aj_municipality_record_type, field, clean);
  small = g_utf8_strdown (code, -1);
  return g_hash_table_lookup (self->municipalities, small);
}

/* (nullable): the name of the only one that is like it. */
static const char *
suggest (AjReturnsBook *self, GArray *names, const char *text)
{
  g_autoptr (AjLikeness) likeness = NULL;
  const AjValues *found = NULL;

  if (self->n_compared > MAX_COMPARED)
    return NULL;
  self->n_compared += names->len;
  likeness = aj_likeness_new (text);
  for (guint i = 0; i < names->len; i++)
    {
      const Named *named = &g_array_index (names, Named, i);

      if (!aj_likeness_organisations (likeness, named->likeness))
        continue;
      if (found != NULL)
        return NULL;
      found = named->values;
    }
  return found != NULL ? aj_values_get_text (found, "name") : NULL;
}

const char *
aj_returns_book_suggest_municipality (AjReturnsBook *self, const char *text)
{
  return aj_text_or_null (text) != NULL ? suggest (self, self->municipality_names, text) : NULL;
}

static gboolean
stands_in (const char *text, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name))
    if ((p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)))) &&
        !g_unichar_isalnum (g_utf8_get_char (p + length)))
      return TRUE;
  return FALSE;
}

const AjValues *
aj_returns_book_find_municipality_in (AjReturnsBook *self, const char *text)
{
  g_autofree char *folded = aj_text_fold (text);
  const AjValues *found = NULL;
  gsize longest = 0;

  for (guint i = 0; i < self->municipality_names->len; i++)
    {
      const AjValues *values = g_array_index (self->municipality_names, Named, i).values;
      g_autofree char *name = aj_text_fold (aj_values_get_text (values, "name"));

      if (strlen (name) <= longest || !stands_in (folded, name))
        continue;
      longest = strlen (name);
      found = values;
    }
  return found;
}

const AjValues *
aj_returns_book_find_organisation (AjReturnsBook *self, const char *text, gboolean *is_ambiguous)
{
  g_autofree char *folded = aj_text_fold (text);
  gpointer found = NULL;
  gboolean is_there = g_hash_table_lookup_extended (self->organisations, folded, NULL, &found);

  *is_ambiguous = is_there && found == NULL;
  return found;
}

const char *
aj_returns_book_suggest_organisation (AjReturnsBook *self, const char *text)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->suggested, text, NULL, &known))
    {
      known = (gpointer) suggest (self, self->organisation_names, text);
      g_hash_table_insert (self->suggested, g_strdup (text), known);
    }
  return known;
}

const AjValues *
aj_returns_book_find_person (AjReturnsBook *self, const char *mail, const char *name)
{
  g_autofree char *address = mail != NULL ? g_utf8_strdown (mail, -1) : NULL;
  const AjValues *found = address != NULL ? g_hash_table_lookup (self->by_mail, address) : NULL;
  g_autoptr (AjLikeness) likeness = NULL;

  if (found != NULL || aj_text_or_null (name) == NULL)
    return found;
  likeness = aj_likeness_new (name);
  found = g_hash_table_lookup (self->by_name, aj_likeness_get_key (likeness));
  /* Who has another address is another one. */
  return found != NULL && (address == NULL || aj_values_is_empty (found, "mail")) ? found : NULL;
}

const AjValues *
aj_returns_book_get_named (AjReturnsBook *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

gboolean
aj_returns_book_has_participations (AjReturnsBook *self)
{
  return g_hash_table_size (self->participations) > 0;
}

const AjValues *
aj_returns_book_get_participation (AjReturnsBook *self, const char *municipality)
{
  return g_hash_table_lookup (self->participations, municipality);
}

const AjValues *
aj_returns_book_get_activity (AjReturnsBook *self, const char *id)
{
  return g_hash_table_lookup (self->activities, id);
}

const AjValues *
aj_returns_book_get_again (AjReturnsBook *self, const char *previous, const char *municipality)
{
  g_autofree char *key = g_strdup_printf ("%s %s", previous, municipality);

  return g_hash_table_lookup (self->again, key);
}

/* How much alike two are that have one title on one day. */
static guint
rate (const AjValues *activity, const char *from, const char *place)
{
  return 1 + 2 * (g_strcmp0 (aj_values_get_text (activity, "from"), from) == 0) +
         (g_strcmp0 (aj_values_get_text (activity, "place"), place) == 0);
}

const AjValues *
aj_returns_book_find_activity (AjReturnsBook *self,
                               const char *municipality,
                               const char *title,
                               AjDate date,
                               const char *from,
                               const char *place)
{
  g_autofree char *key = NULL;
  GPtrArray *list;
  const AjValues *best = NULL;
  guint highest = 0;

  if (!g_hash_table_contains (self->by_place, municipality))
    return NULL;
  key = make_key (municipality, title);
  list = g_hash_table_lookup (self->by_title, key);
  if (list == NULL)
    return NULL;
  if (date == AJ_DATE_NONE)
    return list->len == 1 ? list->pdata[0] : NULL;
  for (guint i = 0; i < list->len; i++)
    {
      const AjValues *activity = list->pdata[i];
      guint rating = aj_values_get_date (activity, "date") == date ? rate (activity, from, place)
                                                                   : 0;

      if (rating > highest)
        best = activity;
      highest = MAX (highest, rating);
    }
  return best;
}

GPtrArray *
aj_returns_book_list_activities (AjReturnsBook *self, const char *municipality)
{
  return g_hash_table_lookup (self->by_place, municipality);
}

gboolean
aj_returns_book_was_there (AjReturnsBook *self, const char *activity_id)
{
  return g_hash_table_contains (self->were_there, activity_id);
}
