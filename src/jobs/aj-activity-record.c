/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-activity.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-partner-names.h"
#include "aj-pass.h"
#include "aj-store-error.h"
#include "aj-text.h"

/* How often is looked whether a name that was found tells of another one. */
#define MAX_LESSONS 5

struct _AjActivityRecord
{
  GHashTable *names; /* (owned) (element-type utf8 utf8): of what is referred to, by id */
  GHashTable
      *by_name; /* (owned) (element-type utf8 utf8): ids of organisations, by their names, folded */
  GHashTable *
      municipalities; /* (owned) (element-type utf8 utf8): ids of the organisation of each, by its id */
  GHashTable
      *alone; /* (owned) (element-type utf8): names of partners that stand by themselves, folded */
  GArray *unsure;      /* (owned): of Joint: those of which only that tells where a name ends */
  GPtrArray *editions; /* (owned) (element-type AjValues) */
  GPtrArray *doers;    /* (owned) (element-type AjActivityDoer) */
  GHashTable *by_key;  /* (owned) (element-type utf8 AjActivityDoer) */
  char *edition;       /* (owned) (nullable): that is read next */
  guint n_asked;       /* of the types that come first */
  gboolean has_asked_edition; /* so its activities are next */
};

/* An activity of which the partners are counted when all are read. */
typedef struct
{
  AjValues *activity;   /* (owned) */
  AjActivityDoer *doer; /* (borrowed) */
  guint year;
} Joint;

/* Kinds of which there is one that is meant: "Politie" and "bibliotheek" are whoever that is there. "Onderwijs" is nobody, and
 * the first word of many a name. */
static const char *const kinds_alone[] = { "police", "prosecution", "library", NULL };

/* What is needed of all years. */
static const AjRecordType *const first_types[] = {
  &aj_municipality_record_type,
  &aj_organisation_record_type,
};

static void
doer_free (gpointer data)
{
  AjActivityDoer *doer = data;

  for (guint i = 0; i < AJ_ACTIVITY_RECORD_MAX_YEARS; i++)
    {
      g_clear_pointer (&doer->years[i].places, g_hash_table_unref);
      g_clear_pointer (&doer->years[i].seen, g_hash_table_unref);
      g_clear_pointer (&doer->years[i].titles, g_ptr_array_unref);
    }
  g_free (doer->years);
  g_free (doer->name);
  g_free (doer);
}

static void
joint_clear (gpointer data)
{
  aj_values_unref (((Joint *) data)->activity);
}

static AjActivityRecord *
record_new (const char *edition)
{
  AjActivityRecord *self = g_new0 (AjActivityRecord, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->municipalities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->alone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsure = g_array_new (FALSE, FALSE, sizeof (Joint));
  g_array_set_clear_func (self->unsure, joint_clear);
  self->editions = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  self->doers = g_ptr_array_new_with_free_func (doer_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->edition = g_strdup (edition);
  for (const AjChoice *kind = aj_organisation_kinds; kind->code != NULL; kind++)
    if (g_strv_contains (kinds_alone, kind->code))
      g_hash_table_add (self->alone, aj_text_fold (_ (kind->label)));
  return self;
}

void
aj_activity_record_free (AjActivityRecord *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->doers);
  g_ptr_array_unref (self->editions);
  g_array_unref (self->unsure);
  g_hash_table_unref (self->alone);
  g_hash_table_unref (self->municipalities);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->names);
  g_free (self->edition);
  g_free (self);
}

static const AjValues *
get_last (AjActivityRecord *self)
{
  return self->editions->len > 0 ? self->editions->pdata[self->editions->len - 1] : NULL;
}

/* Whether the edition that was asked for is there. */
static gboolean
has_edition (AjActivityRecord *self)
{
  return get_last (self) != NULL &&
         g_strcmp0 (aj_values_get_id (get_last (self)), self->edition) == 0;
}

static gboolean
is_known (AjActivityRecord *self, const char *id)
{
  for (guint i = 0; i < self->editions->len; i++)
    if (g_strcmp0 (aj_values_get_id (self->editions->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

/* On to the edition before; in a circle each is told once. */
static void
go_back (AjActivityRecord *self)
{
  const char *previous = aj_values_get_text (get_last (self), "previous");
  gboolean goes_on = self->editions->len < AJ_ACTIVITY_RECORD_MAX_YEARS && previous != NULL &&
                     !is_known (self, previous);

  g_free (self->edition);
  self->edition = goes_on ? g_strdup (previous) : NULL;
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  AjActivityRecord *self = user_data;
  AjQuery *query;

  if (self->n_asked < G_N_ELEMENTS (first_types))
    {
      query = aj_query_new (first_types[self->n_asked++]);
      aj_query_unordered (query);
      return query;
    }
  if (self->has_asked_edition && has_edition (self))
    {
      query = aj_query_new (&aj_activity_record_type);
      aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, self->edition);
      aj_query_order_by (query, "name", FALSE);
      self->has_asked_edition = FALSE;
      go_back (self);
      return query;
    }
  if (self->has_asked_edition || self->edition == NULL)
    return NULL;
  self->has_asked_edition = TRUE;
  query = aj_query_new (&aj_edition_record_type);
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, self->edition);
  return query;
}

/* @key tells who it is; @name is what they are called. */
static AjActivityDoer *
take_doer (AjActivityRecord *self, const char *key, const char *name)
{
  AjActivityDoer *doer = g_hash_table_lookup (self->by_key, key);

  if (doer == NULL)
    {
      doer = g_new0 (AjActivityDoer, 1);
      doer->name = g_strdup (name);
      doer->years = g_new0 (AjActivityYear, AJ_ACTIVITY_RECORD_MAX_YEARS);
      g_ptr_array_add (self->doers, doer);
      g_hash_table_insert (self->by_key, g_strdup (key), doer);
    }
  return doer;
}

static const char *
get_name (AjActivityRecord *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->names, id) : NULL;
}

static void
add_title (AjActivityRecord *self, AjActivityYear *year, const AjValues *activity)
{
  const char *municipality = get_name (self, aj_values_get_text (activity, "municipality"));
  /* Translators: the title of an activity, and the municipality in which it is. */
  g_autofree char *title = g_strdup_printf (C_ ("activity", "%1$s (%2$s)"),
                                            aj_values_get_text (activity, "name"),
                                            municipality != NULL ? municipality : "?");

  if (g_hash_table_contains (year->seen, title))
    return;
  g_hash_table_add (year->seen, title);
  g_ptr_array_add (year->titles, g_steal_pointer (&title));
}

static void
count (AjActivityRecord *self,
       AjActivityDoer *doer,
       guint at,
       const AjValues *activity,
       gboolean is_partner)
{
  AjActivityYear *year = &doer->years[at];

  if (year->places == NULL)
    {
      year->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      year->titles = g_ptr_array_new_with_free_func (g_free);
      year->seen = g_hash_table_new (g_str_hash, g_str_equal);
    }
  if (is_partner)
    year->n_joined++;
  else
    year->n_done++;
  year->n_held += g_strcmp0 (aj_values_get_text (activity, "state"), AJ_ACTIVITY_HELD) == 0;
  year->expected_reach += aj_values_get_integer (activity, "expected-reach");
  year->actual_reach += aj_values_get_integer (activity, "actual-reach");
  g_hash_table_add (year->places, g_strdup (aj_values_get_text (activity, "municipality")));
  add_title (self, year, activity);
}

/* What nobody is named for was done by the municipality. */
static AjActivityDoer *
find_doer (AjActivityRecord *self, const AjValues *activity)
{
  const char *organisation = aj_values_get_text (activity, "organisation");
  const char *municipality = aj_values_get_text (activity, "municipality");
  g_autofree char *name = NULL;

  if (organisation == NULL)
    organisation = g_hash_table_lookup (self->municipalities, municipality);
  if (organisation != NULL && get_name (self, organisation) != NULL)
    return take_doer (self, organisation, get_name (self, organisation));
  /* Translators: a municipality, as an organisation. */
  name = g_strdup_printf (_ ("Municipality of %s"), get_name (self, municipality) != NULL
                                                        ? get_name (self, municipality)
                                                        : "?");
  return take_doer (self, municipality, name);
}

static gboolean
is_organisation_cb (const char *folded, gpointer user_data)
{
  AjActivityRecord *self = user_data;

  return g_hash_table_contains (self->by_name, folded) ||
         g_hash_table_contains (self->alone, folded);
}

static void
count_partners (AjActivityRecord *self, const Joint *joint)
{
  g_autoptr (GPtrArray) names = aj_partner_names_split (aj_values_get_text (joint->activity,
                                                                            "partners"),
                                                        is_organisation_cb, self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *folded = aj_text_fold (name);
      const char *id = g_hash_table_lookup (self->by_name, folded);
      AjActivityDoer *partner = take_doer (self, id != NULL ? id : folded,
                                           id != NULL ? get_name (self, id) : name);

      if (partner != joint->doer && g_hash_table_add (seen, partner))
        count (self, partner, joint->year, joint->activity, TRUE);
    }
}

/* What stands beside a name that is known is one as well: "Bibliotheek en vrijwilligers" tells what "Wijkagent en vrijwilligers"
 * is. FALSE when that told nothing new. */
static gboolean
learn_names (AjActivityRecord *self)
{
  guint n_before = g_hash_table_size (self->alone);

  for (guint i = 0; i < self->unsure->len; i++)
    {
      const Joint *joint = &g_array_index (self->unsure, Joint, i);
      g_autoptr (GPtrArray) names = aj_partner_names_split (aj_values_get_text (joint->activity,
                                                                                "partners"),
                                                            is_organisation_cb, self);

      for (guint k = 0; k < names->len; k++)
        {
          gboolean is_all;
          g_autoptr (GPtrArray) sure = aj_partner_names_list_sure (names->pdata[k], &is_all);

          if (is_all)
            g_hash_table_add (self->alone, aj_text_fold (names->pdata[k]));
        }
    }
  return g_hash_table_size (self->alone) > n_before;
}

/* Whether "Hart en Ziel" is one organisation or two may follow from what stands elsewhere. */
static void
take_partners (AjActivityRecord *self, const AjValues *activity, AjActivityDoer *doer)
{
  const char *partners = aj_values_get_text (activity, "partners");
  Joint joint = { (AjValues *) activity, doer, self->editions->len - 1 };
  g_autoptr (GPtrArray) names = NULL;
  gboolean is_all;

  if (partners == NULL)
    return;
  names = aj_partner_names_list_sure (partners, &is_all);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (self->alone, aj_text_fold (names->pdata[i]));
  if (is_all)
    {
      count_partners (self, &joint);
      return;
    }
  joint.activity = (AjValues *) aj_values_ref (activity);
  g_array_append_val (self->unsure, joint);
}

static void
take_organisation (AjActivityRecord *self, const AjValues *organisation)
{
  const char *id = aj_values_get_id (organisation);
  const char *municipality = aj_values_get_text (organisation, "municipality");

  g_hash_table_insert (self->by_name, aj_text_fold (aj_values_get_text (organisation, "name")),
                       g_strdup (id));
  if (municipality != NULL &&
      g_strcmp0 (aj_values_get_text (organisation, "kind"), "municipality") == 0)
    g_hash_table_insert (self->municipalities, g_strdup (municipality), g_strdup (id));
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjActivityRecord *self = user_data;
  const AjRecordType *type = aj_values_get_record_type (values);

  if (type == &aj_edition_record_type)
    {
      g_ptr_array_add (self->editions, aj_values_ref (values));
      return TRUE;
    }
  if (type == &aj_activity_record_type)
    {
      AjActivityDoer *doer;

      if (!aj_activity_counts (values))
        return TRUE;
      doer = find_doer (self, values);
      count (self, doer, self->editions->len - 1, values, FALSE);
      take_partners (self, values, doer);
      return TRUE;
    }
  g_hash_table_insert (self->names, g_strdup (aj_values_get_id (values)),
                       g_strdup (aj_values_get_text (values, "name")));
  if (type == &aj_organisation_record_type)
    take_organisation (self, values);
  return TRUE;
}

guint
aj_activity_year_get_n (const AjActivityYear *self)
{
  return self->n_done + self->n_joined;
}

static guint
sum (const AjActivityDoer *doer)
{
  guint n = 0;

  for (guint i = 0; i < AJ_ACTIVITY_RECORD_MAX_YEARS; i++)
    n += aj_activity_year_get_n (&doer->years[i]);
  return n;
}

static int
compare_doers (gconstpointer a, gconstpointer b)
{
  const AjActivityDoer *first = *(const AjActivityDoer *const *) a;
  const AjActivityDoer *second = *(const AjActivityDoer *const *) b;
  guint n_first = aj_activity_year_get_n (&first->years[0]);
  guint n_second = aj_activity_year_get_n (&second->years[0]);

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  n_first = sum (first);
  n_second = sum (second);
  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static gboolean
conclude (AjActivityRecord *self, GError **error)
{
  if (self->editions->len == 0)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This edition is no longer there."));
      return FALSE;
    }
  for (guint i = 0; i < MAX_LESSONS && learn_names (self); i++)
    ;
  for (guint i = 0; i < self->unsure->len; i++)
    count_partners (self, &g_array_index (self->unsure, Joint, i));
  g_ptr_array_sort (self->doers, compare_doers);
  return TRUE;
}

AjActivityRecord *
aj_activity_record_load (AjStore *store, const char *edition, GError **error)
{
  g_autoptr (AjActivityRecord) self = record_new (edition);

  if (!aj_pass_run_chain (store, next_query_cb, take_cb, self, error) || !conclude (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (AjActivityRecord) self = g_task_get_task_data (task);
  GError *error = NULL;

  g_task_set_task_data (task, NULL, NULL);
  if (aj_pass_run_finish (AJ_STORE (source), result, &error) && conclude (self, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) aj_activity_record_free);
  else
    g_task_return_error (task, error);
}

void
aj_activity_record_load_async (AjStore *store,
                               const char *edition,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  AjActivityRecord *self = record_new (edition);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_activity_record_load_async);
  /* read_cb() takes it. */
  g_task_set_task_data (task, self, NULL);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, self, cancellable, read_cb, task);
}

AjActivityRecord *
aj_activity_record_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
aj_activity_record_get_editions (AjActivityRecord *self)
{
  return self->editions;
}

GPtrArray *
aj_activity_record_get_doers (AjActivityRecord *self)
{
  return self->doers;
}
