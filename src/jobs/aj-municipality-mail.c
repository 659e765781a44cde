/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-municipality-mail.h"

#include "aj-merger.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-text.h"

/* What is read, in this order. */
typedef enum
{
  PART_MERGED, /* municipalities that went into another one */
  PART_ORGANISATIONS,
  PART_PEOPLE, /* of those organisations */
  N_PARTS,
} Part;

typedef struct
{
  GPtrArray *municipalities; /* (owned) (element-type AjValues) */
  AjDate date;
  guint n_asked;            /* of the parts: the last of them is being read */
  GPtrArray *merged;        /* (owned) (element-type AjValues) */
  GHashTable *merged_by_id; /* (owned) (element-type utf8 AjValues) */
  GPtrArray *organisations; /* (owned) (element-type AjValues): of municipalities */
  GHashTable *people;   /* (owned) (element-type utf8 GPtrArray<utf8>): addresses by organisation */
  GHashTable *contacts; /* (owned) (nullable) (element-type utf8 utf8): a person by municipality */
  GHashTable *mails;    /* (owned) (element-type utf8 utf8): of whoever can be written to, by id */
} Loading;

static Loading *
loading_new (GPtrArray *municipalities, GHashTable *contacts, AjDate date)
{
  Loading *self = g_new0 (Loading, 1);

  self->municipalities = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  for (guint i = 0; i < municipalities->len; i++)
    g_ptr_array_add (self->municipalities, aj_values_ref (municipalities->pdata[i]));
  self->contacts = contacts != NULL ? g_hash_table_ref (contacts) : NULL;
  self->mails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->date = date;
  self->organisations = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  self->merged = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->merged_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
loading_free (Loading *self)
{
  g_ptr_array_unref (self->municipalities);
  g_ptr_array_unref (self->organisations);
  g_hash_table_unref (self->merged_by_id);
  g_ptr_array_unref (self->merged);
  g_hash_table_unref (self->people);
  g_clear_pointer (&self->contacts, g_hash_table_unref);
  g_hash_table_unref (self->mails);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

/* Who was chosen may be of no organisation. */
static AjQuery *
make_query (Loading *self, Part part)
{
  AjQuery *query;

  switch (part)
    {
    case PART_MERGED:
      query = aj_query_new (&aj_municipality_record_type);
      aj_query_where_empty (query, "merged-into", AJ_QUERY_NOT_EMPTY);
      return query;
    case PART_ORGANISATIONS:
      query = aj_query_new (&aj_organisation_record_type);
      aj_query_where_text (query, "kind", AJ_QUERY_EQUAL, "municipality");
      return query;
    case PART_PEOPLE:
    case N_PARTS:
    default:
      query = aj_query_new (&aj_person_record_type);
      if (self->contacts == NULL)
        aj_query_where_empty (query, "organisation", AJ_QUERY_NOT_EMPTY);
      aj_query_where_empty (query, "mail", AJ_QUERY_NOT_EMPTY);
      return query;
    }
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  Loading *self = user_data;

  return self->n_asked < N_PARTS ? make_query (self, (Part) self->n_asked++) : NULL;
}

static const char *
get_address (const AjValues *values)
{
  const char *address = aj_values_get_text (values, "mail");

  return address != NULL && aj_text_is_mail_address (address) ? address : NULL;
}

static void
take_organisation (Loading *self, const AjValues *organisation)
{
  g_ptr_array_add (self->organisations, aj_values_ref (organisation));
  g_hash_table_insert (self->people, g_strdup (aj_values_get_id (organisation)),
                       g_ptr_array_new_with_free_func (g_free));
}

static void
take_person (Loading *self, const AjValues *person)
{
  const char *organisation = aj_values_get_text (person, "organisation");
  GPtrArray *addresses = organisation != NULL ? g_hash_table_lookup (self->people, organisation)
                                              : NULL;
  AjDate left = aj_values_get_date (person, "left-on");
  const char *address = get_address (person);

  if (address == NULL || (left != AJ_DATE_NONE && left < self->date))
    return;
  if (addresses != NULL)
    g_ptr_array_add (addresses, g_strdup (address));
  if (self->contacts != NULL)
    g_hash_table_insert (self->mails, g_strdup (aj_values_get_id (person)), g_strdup (address));
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Loading *self = user_data;

  switch ((Part) (self->n_asked - 1))
    {
    case PART_MERGED:
      g_ptr_array_add (self->merged, aj_values_ref (values));
      g_hash_table_insert (self->merged_by_id, (char *) aj_values_get_id (values),
                           (gpointer) values);
      break;
    case PART_ORGANISATIONS:
      take_organisation (self, values);
      break;
    case PART_PEOPLE:
    case N_PARTS:
    default:
      take_person (self, values);
    }
  return TRUE;
}

static gboolean
is_of (const AjValues *organisation, const char *field, const char *id)
{
  return id != NULL && g_strcmp0 (aj_values_get_text (organisation, field), id) == 0;
}

/* Also of a municipality that has gone into this one, and of the one that this one has gone into. */
static gboolean
is_in (Loading *self, const AjValues *organisation, const char *municipality)
{
  const char *place = aj_values_get_text (organisation, "municipality");

  return place != NULL &&
         g_str_equal (aj_merger_find_heir (self->merged_by_id, place, self->date),
                      aj_merger_find_heir (self->merged_by_id, municipality, self->date));
}

/* Who was chosen to be asked. */
static void
add_contact (Loading *self, const char *municipality, GPtrArray *addresses)
{
  const char *person = self->contacts != NULL ? g_hash_table_lookup (self->contacts, municipality)
                                              : NULL;
  const char *address = person != NULL ? g_hash_table_lookup (self->mails, person) : NULL;

  if (address != NULL)
    g_ptr_array_add (addresses, (gpointer) address);
}

/* Of its own organisations: people, else mailboxes. */
static void
add_own (Loading *self, const char *municipality, gboolean people, GPtrArray *addresses)
{
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AjValues *organisation = self->organisations->pdata[i];
      GPtrArray *theirs = g_hash_table_lookup (self->people, aj_values_get_id (organisation));

      if (!is_in (self, organisation, municipality))
        continue;
      for (guint k = 0; people && k < theirs->len; k++)
        g_ptr_array_add (addresses, theirs->pdata[k]);
      if (!people && get_address (organisation) != NULL)
        g_ptr_array_add (addresses, (gpointer) get_address (organisation));
    }
}

/* Of what the municipalities of the district have together. */
static void
add_common (Loading *self, const char *district, GPtrArray *addresses)
{
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AjValues *organisation = self->organisations->pdata[i];

      if (aj_values_is_empty (organisation, "municipality") &&
          is_of (organisation, "district", district) && get_address (organisation) != NULL)
        g_ptr_array_add (addresses, (gpointer) get_address (organisation));
    }
}

static AjGroupMail *
conclude (Loading *self)
{
  AjGroupMail *mail = g_new0 (AjGroupMail, 1);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) without = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->municipalities->len; i++)
    {
      const AjValues *municipality = self->municipalities->pdata[i];
      const char *id = aj_values_get_id (municipality);
      g_autoptr (GPtrArray) addresses = g_ptr_array_new ();

      add_contact (self, id, addresses);
      if (addresses->len == 0)
        add_own (self, id, TRUE, addresses);
      if (addresses->len == 0)
        add_own (self, id, FALSE, addresses);
      if (addresses->len == 0)
        add_common (self, aj_values_get_text (municipality, "district"), addresses);
      if (addresses->len == 0)
        g_strv_builder_add (without, aj_values_get_text (municipality, "name"));
      for (guint k = 0; k < addresses->len; k++)
        if (g_hash_table_add (known, g_utf8_casefold (addresses->pdata[k], -1)))
          g_strv_builder_add (found, addresses->pdata[k]);
    }
  mail->addresses = g_strv_builder_end (found);
  mail->without = g_strv_builder_end (without);
  return mail;
}

AjGroupMail *
aj_municipality_mail_load (
    AjStore *store, GPtrArray *municipalities, GHashTable *contacts, AjDate date, GError **error)
{
  g_autoptr (Loading) loading = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), NULL);

  loading = loading_new (municipalities, contacts, date);
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
                           (GDestroyNotify) aj_group_mail_free);
  else
    g_task_return_error (task, error);
}

void
aj_municipality_mail_load_async (AjStore *store,
                                 GPtrArray *municipalities,
                                 GHashTable *contacts,
                                 AjDate date,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (AJ_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_municipality_mail_load_async);
  loading = loading_new (municipalities, contacts, date);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, loading, cancellable, read_cb,
                           g_steal_pointer (&task));
}

AjGroupMail *
aj_municipality_mail_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
