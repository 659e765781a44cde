/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-book.h"

#include "aj-district.h"
#include "aj-group-book-private.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-seat.h"

/* In this order: of what comes later, only that is read of which what came before speaks. */
static const struct
{
  const AjRecordType *type;
  BookPart wanted;   /* whose ids are looked for … */
  const char *field; /* (nullable): … in this field; without, all are read */
} parts[N_BOOK_PARTS] = {
  [BOOK_GROUPS] = { &aj_group_record_type },
  [BOOK_DISTRICTS] = { &aj_district_record_type },
  [BOOK_SEATS] = { &aj_seat_record_type },
  [BOOK_MEMBERSHIPS] = { &aj_membership_record_type },
  [BOOK_PERSONS] = { &aj_person_record_type, BOOK_PERSONS, "id" },
  [BOOK_POSITIONS] = { &aj_position_record_type, BOOK_PERSONS, "person" },
  [BOOK_ORGANISATIONS] = { &aj_organisation_record_type, BOOK_ORGANISATIONS, "id" },
  [BOOK_MUNICIPALITIES] = { &aj_municipality_record_type },
};

/* One reading after another: of a large address book only those who have to do with a group, some at a time. */
typedef struct
{
  AjGroupBook *book;                /* (owned) (nullable): being filled */
  GHashTable *wanted[N_BOOK_PARTS]; /* (owned) (element-type utf8): the ids that were spoken of */
  GPtrArray *left; /* (owned) (nullable) (element-type utf8): of the part, still to be read */
  guint part;
} Loading;

G_DEFINE_BOXED_TYPE (AjGroupBook, aj_group_book, aj_group_book_ref, aj_group_book_unref)

static Loading *
loading_new (void)
{
  Loading *self = g_new0 (Loading, 1);
  AjGroupBook *book = g_new0 (AjGroupBook, 1);

  g_atomic_ref_count_init (&book->references);
  for (guint i = 0; i < N_BOOK_PARTS; i++)
    book->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  book->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  book->memberships = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);
  book->seats = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->book = book;
  for (guint i = 0; i < N_BOOK_PARTS; i++)
    self->wanted[i] = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
loading_free (Loading *self)
{
  g_clear_pointer (&self->book, aj_group_book_unref);
  for (guint i = 0; i < N_BOOK_PARTS; i++)
    g_clear_pointer (&self->wanted[i], g_hash_table_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static GPtrArray *
list_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  return keys;
}

/* The next of those that are wanted of the part, as many as a query takes; NULL when there are no more. */
static AjQuery *
make_wanted_query (Loading *self)
{
  GHashTable *wanted = self->wanted[parts[self->part].wanted];
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) some = NULL;
  AjQuery *query;

  if (self->left == NULL)
    self->left = list_keys (wanted);
  if (self->left->len == 0)
    return NULL;
  for (guint i = 0; i < AJ_QUERY_MAX_TEXTS && self->left->len > 0; i++)
    g_strv_builder_add (ids, g_ptr_array_remove_index_fast (self->left, self->left->len - 1));
  some = g_strv_builder_end (ids);
  query = aj_query_new (parts[self->part].type);
  aj_query_where_any_of (query, parts[self->part].field, (const char *const *) some);
  return query;
}

/* What is read once and whole, the first time; NULL afterwards. */
static AjQuery *
make_whole_query (Loading *self)
{
  if (self->left != NULL)
    return NULL;
  self->left = g_ptr_array_new ();
  return aj_query_new (parts[self->part].type);
}

/* What is to be read next; NULL when all was read. */
static AjQuery *
next_query_cb (gpointer user_data)
{
  Loading *self = user_data;

  for (; self->part < N_BOOK_PARTS; self->part++)
    {
      AjQuery *query = parts[self->part].field != NULL ? make_wanted_query (self)
                                                       : make_whole_query (self);

      if (query != NULL)
        return query;
      g_clear_pointer (&self->left, g_ptr_array_unref);
    }
  return NULL;
}

static void
want_references (Loading *self, const AjValues *values)
{
  const AjRecordType *type = parts[self->part].type;

  for (guint i = 0; i < type->n_fields; i++)
    for (guint part = 0; type->fields[i].kind == AJ_FIELD_REFERENCE && part < N_BOOK_PARTS; part++)
      if (g_str_equal (type->fields[i].target, parts[part].type->name) &&
          !aj_values_is_empty (values, type->fields[i].name))
        g_hash_table_add (self->wanted[part],
                          (char *) aj_values_get_text (values, type->fields[i].name));
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Loading *self = user_data;

  g_ptr_array_add (self->book->parts[self->part], aj_values_ref (values));
  g_hash_table_insert (self->book->by_id, (char *) aj_values_get_id (values), (gpointer) values);
  want_references (self, values);
  return TRUE;
}

static void
index_by_group (GHashTable *index, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      char *group = (char *) aj_values_get_text (all->pdata[i], "group");
      GPtrArray *of_group = g_hash_table_lookup (index, group);

      if (of_group == NULL)
        {
          of_group = g_ptr_array_new ();
          g_hash_table_insert (index, group, of_group);
        }
      g_ptr_array_add (of_group, all->pdata[i]);
    }
}

guint
book_find_choice (const AjValues *values, const char *name)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjField *field = &type->fields[aj_record_type_find (type, name)];
  const char *code = aj_values_get_text (values, name);
  guint index = 0;

  while (field->choices[index].code != NULL && g_strcmp0 (field->choices[index].code, code) != 0)
    index++;
  return index;
}

static int
compare_kinds (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint kind_a = book_find_choice (*(const AjValues *const *) a, "kind");
  guint kind_b = book_find_choice (*(const AjValues *const *) b, "kind");

  return (int) kind_a - (int) kind_b;
}

/* The names came in order, and this keeps the order of equals. */
static void
sort_by_kind (GPtrArray *groups)
{
  g_qsort_with_data (groups->pdata, (int) groups->len, sizeof (gpointer), compare_kinds, NULL);
}

static AjGroupBook *
conclude (Loading *self)
{
  sort_by_kind (self->book->parts[BOOK_GROUPS]);
  index_by_group (self->book->memberships, self->book->parts[BOOK_MEMBERSHIPS]);
  index_by_group (self->book->seats, self->book->parts[BOOK_SEATS]);
  return g_steal_pointer (&self->book);
}

AjGroupBook *
aj_group_book_load (AjStore *store, GError **error)
{
  g_autoptr (Loading) loading = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  loading = loading_new ();
  return aj_pass_run_chain (store, next_query_cb, take_cb, loading, error) ? conclude (loading)
                                                                           : NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (source), result, &error))
    g_task_return_pointer (task, conclude (g_task_get_task_data (task)),
                           (GDestroyNotify) aj_group_book_unref);
  else
    g_task_return_error (task, error);
}

void
aj_group_book_load_async (AjStore *store,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_group_book_load_async);
  loading = loading_new ();
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, loading, cancellable, read_cb,
                           g_steal_pointer (&task));
}

AjGroupBook *
aj_group_book_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The side of a change that tells of the record. */
static const AjValues *
get_either (const AjHistoryChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

static gboolean
concerns_cb (const AjHistoryChange *change, gpointer user_data)
{
  AjGroupBook *self = user_data;
  const char *id;

  for (guint part = 0; part < N_BOOK_PARTS; part++)
    {
      if (change->type != parts[part].type)
        continue;
      if (self == NULL || parts[part].field == NULL)
        return TRUE;
      id = part == BOOK_POSITIONS ? aj_values_get_text (get_either (change), "person") : change->id;
      return aj_group_book_look_up (self, id) != NULL;
    }
  return FALSE;
}

gboolean
aj_group_book_is_concerned (AjGroupBook *self, AjChanges *changes)
{
  return aj_changes_any (changes, concerns_cb, self);
}

AjGroupBook *
aj_group_book_ref (AjGroupBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_group_book_unref (AjGroupBook *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->memberships, g_hash_table_unref);
  g_clear_pointer (&self->seats, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (guint i = 0; i < N_BOOK_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
aj_group_book_get_groups (AjGroupBook *self)
{
  return self->parts[BOOK_GROUPS];
}

GPtrArray *
aj_group_book_get_districts (AjGroupBook *self)
{
  return self->parts[BOOK_DISTRICTS];
}

const AjValues *
aj_group_book_look_up (AjGroupBook *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

GPtrArray *
aj_group_book_get_memberships (AjGroupBook *self, const char *group_id)
{
  return group_id != NULL ? g_hash_table_lookup (self->memberships, group_id) : NULL;
}

gboolean
aj_group_is_ended (const AjValues *group, AjDate date)
{
  AjDate last = aj_values_get_date (group, "active-until");

  return last != AJ_DATE_NONE && last < date;
}

static const AjValues *
find_lead_of_group (AjGroupBook *self, const AjValues *group, AjDate date)
{
  GPtrArray *memberships = aj_group_book_get_memberships (self, aj_values_get_id (group));

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      const AjValues *membership = memberships->pdata[i];
      const AjValues *person = aj_group_book_look_up (self,
                                                      aj_values_get_text (membership, "person"));

      if (person != NULL && g_strcmp0 (aj_values_get_text (membership, "role"), "lead") == 0 &&
          aj_values_exist_on (membership, date))
        return person;
    }
  return NULL;
}

static const AjValues *
find_lead_by_dates (AjGroupBook *self, const AjValues *district, AjDate date)
{
  GPtrArray *groups = aj_group_book_get_groups (self);
  const AjValues *lead = NULL;

  for (guint i = 0; i < groups->len && lead == NULL; i++)
    if (g_strcmp0 (aj_values_get_text (groups->pdata[i], "kind"), "district-group") == 0 &&
        g_strcmp0 (aj_values_get_text (groups->pdata[i], "district"),
                   aj_values_get_id (district)) == 0)
      lead = find_lead_of_group (self, groups->pdata[i], date);
  return lead;
}

const AjValues *
aj_group_book_get_lead (AjGroupBook *self, const AjValues *district, AjDate date, AjDate today)
{
  const AjValues *person = date < today ? find_lead_by_dates (self, district, date)
                                        : aj_group_book_look_up (self, aj_values_get_text (district,
                                                                                           "lead"));
  AjDate left = person != NULL ? aj_values_get_date (person, "left-on") : AJ_DATE_NONE;

  return left == AJ_DATE_NONE || left >= date ? person : NULL;
}
