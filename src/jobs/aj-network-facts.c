/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-facts.h"

#include "aj-contact.h"
#include "aj-district.h"
#include "aj-group-book-private.h"
#include "aj-group.h"
#include "aj-merger.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"

typedef enum
{
  PART_MUNICIPALITIES,
  PART_DISTRICTS,
  PART_GROUPS,
  /* For contact only; in this order: what comes later is placed by what came before. */
  PART_ORGANISATIONS,
  PART_PERSONS,
  PART_CONTACTS,
  N_PARTS,
} Part;

/* How many of the parts are kept as they are. */
#define N_KEPT PART_ORGANISATIONS

static const AjRecordType *const types[N_PARTS] = {
  [PART_MUNICIPALITIES] = &aj_municipality_record_type,
  [PART_DISTRICTS] = &aj_district_record_type,
  [PART_GROUPS] = &aj_group_record_type,
  [PART_ORGANISATIONS] = &aj_organisation_record_type,
  [PART_PERSONS] = &aj_person_record_type,
  [PART_CONTACTS] = &aj_contact_record_type,
};

struct _AjNetworkFacts
{
  gatomicrefcount references;
  AjNetworkSubject subject;
  GPtrArray *kept[N_KEPT];    /* (owned) (element-type AjValues) */
  GHashTable *districts;      /* (owned) (element-type utf8 AjValues): by id */
  GHashTable *municipalities; /* (owned) (element-type utf8 AjValues): by id */
  GHashTable *contacts;       /* (owned) (element-type utf8 GArray<AjDate>): by municipality */
  AjGroupBook *book;          /* (owned) (nullable) */
};

/* One reading after another, and then the book. */
typedef struct
{
  AjNetworkFacts *facts; /* (owned) (nullable): being filled */
  guint n_asked;         /* of the parts: the last of them is being read */
  /* (owned) (element-type utf8 utf8): the municipality of an organisation or a person, by id */
  GHashTable *places;
} Loading;

G_DEFINE_BOXED_TYPE (AjNetworkFacts, aj_network_facts, aj_network_facts_ref, aj_network_facts_unref)

static Loading *
loading_new (AjNetworkSubject subject)
{
  Loading *self = g_new0 (Loading, 1);
  AjNetworkFacts *facts = g_new0 (AjNetworkFacts, 1);

  g_atomic_ref_count_init (&facts->references);
  facts->subject = subject;
  for (guint i = 0; i < N_KEPT; i++)
    facts->kept[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  facts->districts = g_hash_table_new (g_str_hash, g_str_equal);
  facts->municipalities = g_hash_table_new (g_str_hash, g_str_equal);
  facts->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_array_unref);
  self->facts = facts;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

static void
loading_free (Loading *self)
{
  g_clear_pointer (&self->facts, aj_network_facts_unref);
  g_hash_table_unref (self->places);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static guint
count_parts (AjNetworkSubject subject)
{
  return subject == AJ_NETWORK_CONTACT ? N_PARTS : N_KEPT;
}

/* What is to be read next; NULL when all was read. */
static AjQuery *
next_query_cb (gpointer user_data)
{
  Loading *self = user_data;

  return self->n_asked < count_parts (self->facts->subject) ? aj_query_new (types[self->n_asked++])
                                                            : NULL;
}

static void
place (Loading *self, const AjValues *values, const char *municipality)
{
  if (municipality != NULL)
    g_hash_table_insert (self->places, g_strdup (aj_values_get_id (values)),
                         g_strdup (municipality));
}

static const char *
find_place (Loading *self, const AjValues *values, const char *field)
{
  const char *id = aj_values_get_text (values, field);

  return id != NULL ? g_hash_table_lookup (self->places, id) : NULL;
}

static void
add_contact (Loading *self, const char *municipality, AjDate date)
{
  GArray *dates = g_hash_table_lookup (self->facts->contacts, municipality);

  if (dates == NULL)
    {
      dates = g_array_new (FALSE, FALSE, sizeof (AjDate));
      g_hash_table_insert (self->facts->contacts, g_strdup (municipality), dates);
    }
  g_array_append_val (dates, date);
}

/* One that names a municipality as well as somebody of another one was with both, and counts once for each. */
static void
take_contact (Loading *self, const AjValues *values)
{
  const char *places[] = { aj_values_get_text (values, "municipality"),
                           find_place (self, values, "organisation"),
                           find_place (self, values, "person") };
  AjDate date = aj_values_get_date (values, "date");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean known = places[i] == NULL;

      for (guint k = 0; k < i && !known; k++)
        known = g_strcmp0 (places[k], places[i]) == 0;
      if (!known)
        add_contact (self, places[i], date);
    }
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Loading *self = user_data;
  guint part = self->n_asked - 1;

  switch ((Part) part)
    {
    case PART_ORGANISATIONS:
      place (self, values, aj_values_get_text (values, "municipality"));
      break;
    case PART_PERSONS:
      place (self, values, find_place (self, values, "organisation"));
      break;
    case PART_CONTACTS:
      take_contact (self, values);
      break;
    case PART_MUNICIPALITIES:
    case PART_DISTRICTS:
    case PART_GROUPS:
    case N_PARTS:
    default:
      g_ptr_array_add (self->facts->kept[part], aj_values_ref (values));
    }
  return TRUE;
}

static gboolean
wants_book (Loading *self)
{
  return self->facts->subject == AJ_NETWORK_GROUP;
}

static int
compare_kinds (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint kind_a = book_find_choice (*(const AjValues *const *) a, "kind");
  guint kind_b = book_find_choice (*(const AjValues *const *) b, "kind");

  return (int) kind_a - (int) kind_b;
}

static void
index_by_id (GHashTable *by_id, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    g_hash_table_insert (by_id, (char *) aj_values_get_id (values->pdata[i]), values->pdata[i]);
}

static AjNetworkFacts *
conclude (Loading *self)
{
  GPtrArray *districts = self->facts->kept[PART_DISTRICTS];
  GPtrArray *groups = self->facts->kept[PART_GROUPS];

  /* The names came in order, and this keeps the order of equals. */
  g_qsort_with_data (groups->pdata, (int) groups->len, sizeof (gpointer), compare_kinds, NULL);

  index_by_id (self->facts->districts, districts);
  index_by_id (self->facts->municipalities, self->facts->kept[PART_MUNICIPALITIES]);
  return g_steal_pointer (&self->facts);
}

AjNetworkFacts *
aj_network_facts_load (AjStore *store, AjNetworkSubject subject, GError **error)
{
  g_autoptr (Loading) loading = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  loading = loading_new (subject);
  if (!aj_pass_run_chain (store, next_query_cb, take_cb, loading, error))
    return NULL;
  if (wants_book (loading))
    {
      loading->facts->book = aj_group_book_load (store, error);
      if (loading->facts->book == NULL)
        return NULL;
    }
  return conclude (loading);
}

static void
book_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->facts->book = aj_group_book_load_finish (AJ_STORE (source), result, &error);
  if (loading->facts->book != NULL)
    g_task_return_pointer (task, conclude (loading), (GDestroyNotify) aj_network_facts_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (wants_book (loading))
    aj_group_book_load_async (AJ_STORE (source), g_task_get_cancellable (task), book_read_cb,
                              g_object_ref (task));
  else
    g_task_return_pointer (task, conclude (loading), (GDestroyNotify) aj_network_facts_unref);
}

void
aj_network_facts_load_async (AjStore *store,
                             AjNetworkSubject subject,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_network_facts_load_async);
  loading = loading_new (subject);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, loading, cancellable, read_cb,
                           g_steal_pointer (&task));
}

AjNetworkFacts *
aj_network_facts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_network_facts_are_concerned (AjNetworkSubject subject, AjChanges *changes)
{
  for (guint i = 0; i < count_parts (subject); i++)
    if (aj_changes_concern (changes, types[i]))
      return TRUE;
  return subject == AJ_NETWORK_GROUP && aj_group_book_is_concerned (NULL, changes);
}

AjNetworkFacts *
aj_network_facts_ref (AjNetworkFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_network_facts_unref (AjNetworkFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_hash_table_unref (self->contacts);
  g_hash_table_unref (self->districts);
  g_hash_table_unref (self->municipalities);
  for (guint i = 0; i < N_KEPT; i++)
    g_ptr_array_unref (self->kept[i]);
  g_free (self);
}

AjNetworkSubject
aj_network_facts_get_subject (AjNetworkFacts *self)
{
  return self->subject;
}

GPtrArray *
aj_network_facts_get_municipalities (AjNetworkFacts *self)
{
  return self->kept[PART_MUNICIPALITIES];
}

GPtrArray *
aj_network_facts_get_districts (AjNetworkFacts *self)
{
  return self->kept[PART_DISTRICTS];
}

GPtrArray *
aj_network_facts_get_groups (AjNetworkFacts *self)
{
  return self->kept[PART_GROUPS];
}

const AjValues *
aj_network_facts_find_district (AjNetworkFacts *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->districts, id) : NULL;
}

/* @n_this_year: those of the year of @date are added to it. */
static AjDate
find_last (GArray *dates, AjDate date, guint *n_this_year)
{
  AjDate new_year = aj_date_new (aj_date_get_year (date), 1, 1);
  AjDate last = AJ_DATE_NONE;

  for (guint i = 0; i < dates->len; i++)
    {
      AjDate day = g_array_index (dates, AjDate, i);

      if (day > date)
        continue;
      last = MAX (last, day);
      *n_this_year += day >= new_year;
    }
  return last;
}

const char *
aj_network_facts_find_heir (AjNetworkFacts *self, const char *municipality, AjDate date)
{
  return aj_merger_find_heir (self->municipalities, municipality, date);
}

AjDate
aj_network_facts_find_contact (AjNetworkFacts *self,
                               const char *municipality,
                               AjDate date,
                               guint *n_this_year)
{
  AjDate last = AJ_DATE_NONE;
  guint n = 0;
  GHashTableIter iter;
  gpointer id, dates;

  g_hash_table_iter_init (&iter, self->contacts);
  while (g_hash_table_iter_next (&iter, &id, &dates))
    if (g_str_equal (aj_network_facts_find_heir (self, id, date), municipality))
      {
        AjDate theirs = find_last (dates, date, &n);

        last = MAX (last, theirs);
      }
  if (n_this_year != NULL)
    *n_this_year = n;
  return last;
}

AjGroupBook *
aj_network_facts_get_book (AjNetworkFacts *self)
{
  return self->book;
}
