/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-book.h"

#include <glib/gi18n-lib.h>

#include "aj-merger.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-text.h"

/* Of what a municipality did last time, so much is named. */
#define MAX_NAMED 3

/* What is read once the facts are there, in this order. */
typedef enum
{
  PART_MERGED, /* municipalities that went into another one */
  PART_ORGANISATIONS,
  PART_PEOPLE,
  PART_LAST_TIME, /* what was done at the edition before */
  N_PARTS,
} Part;

struct _AjChaseBook
{
  AjEditionFacts *facts;           /* (owned) (nullable): until they were read */
  AjMailTexts *texts;              /* (owned) (nullable): until they were read */
  GHashTable *merged;              /* (owned) (element-type utf8 AjValues): by id */
  GPtrArray *organisations;        /* (owned) (element-type AjValues): of municipalities */
  GHashTable *organisations_by_id; /* (owned) (element-type utf8 AjValues): all */
  GHashTable *people;              /* (owned) (element-type utf8 AjValues): by id */
  GHashTable *people_of; /* (owned) (element-type utf8 GPtrArray<AjValues>): by organisation */
  GHashTable *last_time; /* (owned) (element-type utf8 GPtrArray<utf8>): by municipality */
  guint n_asked;         /* of the parts: the last of them is being read */
};

static AjChaseBook *
book_new (void)
{
  AjChaseBook *self = g_new0 (AjChaseBook, 1);
  GDestroyNotify unref = (GDestroyNotify) aj_values_unref;

  self->merged = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
  self->organisations = g_ptr_array_new ();
  self->organisations_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
  self->people_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->last_time = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
aj_chase_book_free (AjChaseBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->facts, aj_edition_facts_free);
  g_clear_pointer (&self->texts, aj_mail_texts_unref);
  g_hash_table_unref (self->people_of);
  g_hash_table_unref (self->people);
  g_ptr_array_unref (self->organisations);
  g_hash_table_unref (self->organisations_by_id);
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->last_time);
  g_free (self);
}

static AjQuery *
make_query (AjChaseBook *self, Part part)
{
  AjCoverage *previous = aj_edition_facts_get_previous (self->facts);
  AjQuery *query;

  switch (part)
    {
    case PART_MERGED:
      query = aj_query_new (&aj_municipality_record_type);
      aj_query_where_empty (query, "merged-into", AJ_QUERY_NOT_EMPTY);
      return query;
    case PART_ORGANISATIONS:
      return aj_query_new (&aj_organisation_record_type);
    case PART_PEOPLE:
      return aj_query_new (&aj_person_record_type);
    case PART_LAST_TIME:
    case N_PARTS:
    default:
      if (previous == NULL)
        return NULL;
      query = aj_query_new (&aj_activity_record_type);
      aj_query_where_text (query, "edition", AJ_QUERY_EQUAL,
                           aj_values_get_id (aj_coverage_get_edition (previous)));
      return query;
    }
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  AjChaseBook *self = user_data;

  return self->n_asked < N_PARTS ? make_query (self, (Part) self->n_asked++) : NULL;
}

/* (transfer none): the list under @key, which is made for the first. */
static GPtrArray *
take_list (GHashTable *lists, const char *key, GDestroyNotify free_func)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_func);
      g_hash_table_insert (lists, g_strdup (key), list);
    }
  return list;
}

static void
take_organisation (AjChaseBook *self, const AjValues *organisation)
{
  g_hash_table_insert (self->organisations_by_id, (char *) aj_values_get_id (organisation),
                       aj_values_ref (organisation));
  if (g_strcmp0 (aj_values_get_text (organisation, "kind"), "municipality") == 0)
    g_ptr_array_add (self->organisations, (gpointer) organisation);
}

static void
take_person (AjChaseBook *self, const AjValues *person)
{
  const char *organisation = aj_values_get_text (person, "organisation");

  g_hash_table_insert (self->people, (char *) aj_values_get_id (person), aj_values_ref (person));
  if (organisation != NULL)
    g_ptr_array_add (take_list (self->people_of, organisation, NULL), (gpointer) person);
}

static void
take_activity (AjChaseBook *self, const AjValues *activity)
{
  const char *municipality = aj_values_get_text (activity, "municipality");
  GPtrArray *names;

  if (municipality == NULL || !aj_activity_counts (activity))
    return;
  names = take_list (self->last_time, municipality, g_free);
  if (names->len < MAX_NAMED)
    g_ptr_array_add (names, g_strdup (aj_values_get_text (activity, "name")));
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  AjChaseBook *self = user_data;

  switch ((Part) (self->n_asked - 1))
    {
    case PART_MERGED:
      g_hash_table_insert (self->merged, (char *) aj_values_get_id (values),
                           aj_values_ref (values));
      break;
    case PART_ORGANISATIONS:
      take_organisation (self, values);
      break;
    case PART_PEOPLE:
      take_person (self, values);
      break;
    case PART_LAST_TIME:
    case N_PARTS:
    default:
      take_activity (self, values);
    }
  return TRUE;
}

AjChaseBook *
aj_chase_book_load (AjStore *store, const char *edition_id, GError **error)
{
  g_autoptr (AjChaseBook) self = book_new ();

  g_return_val_if_fail (AJ_IS_STORE (store) && edition_id != NULL, NULL);

  self->facts = aj_edition_facts_load (store, edition_id, error);
  if (self->facts == NULL || !aj_pass_run_chain (store, next_query_cb, take_cb, self, error))
    return NULL;
  self->texts = aj_mail_texts_load (store, error);
  return self->texts != NULL ? g_steal_pointer (&self) : NULL;
}

/* The book and the error are taken. */
static void
fail (GTask *task, AjChaseBook *self, GError *error)
{
  g_task_set_task_data (task, NULL, NULL);
  aj_chase_book_free (self);
  g_task_return_error (task, error);
}

static void
texts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjChaseBook *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->texts = aj_mail_texts_load_finish (AJ_STORE (source), result, &error);
  if (self->texts == NULL)
    {
      fail (task, self, error);
      return;
    }
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_pointer (task, self, (GDestroyNotify) aj_chase_book_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjChaseBook *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (source), result, &error))
    {
      fail (task, self, error);
      return;
    }
  aj_mail_texts_load_async (AJ_STORE (source), g_task_get_cancellable (task), texts_loaded_cb,
                            g_object_ref (task));
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AjChaseBook *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->facts = aj_edition_facts_load_finish (AJ_STORE (source), result, &error);
  if (self->facts == NULL)
    {
      fail (task, self, error);
      return;
    }
  aj_pass_run_chain_async (AJ_STORE (source), next_query_cb, take_cb, self,
                           g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

void
aj_chase_book_load_async (AjStore *store,
                          const char *edition_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store) && edition_id != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_chase_book_load_async);
  /* Whoever answers takes it. */
  g_task_set_task_data (task, book_new (), NULL);
  aj_edition_facts_load_async (store, edition_id, cancellable, facts_loaded_cb, task);
}

AjChaseBook *
aj_chase_book_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aj_chase_book_is_concerned (AjChaseBook *self, AjChanges *changes)
{
  return aj_edition_facts_are_concerned (self->facts, changes) ||
         aj_changes_concern (changes, &aj_organisation_record_type) ||
         aj_changes_concern (changes, &aj_person_record_type) ||
         aj_changes_concern (changes, &aj_mail_text_record_type);
}

AjEditionFacts *
aj_chase_book_get_facts (AjChaseBook *self)
{
  return self->facts;
}

AjMailTexts *
aj_chase_book_get_texts (AjChaseBook *self)
{
  return self->texts;
}

GPtrArray *
aj_chase_book_get_last_time (AjChaseBook *self, const char *municipality, guint *n)
{
  AjCoverage *previous = aj_edition_facts_get_previous (self->facts);
  const AjCoverageLine *line = previous != NULL ? aj_coverage_look_up (previous, municipality)
                                                : NULL;

  *n = line != NULL ? line->count.n_activities : 0;
  return g_hash_table_lookup (self->last_time, municipality);
}

static const char *
get_address (const AjValues *values)
{
  const char *address = values != NULL ? aj_values_get_text (values, "mail") : NULL;

  return address != NULL && aj_text_is_mail_address (address) ? address : NULL;
}

static void
add_contact (GArray *contacts, const AjValues *person, const AjValues *organisation)
{
  const AjValues *named = person != NULL ? person : organisation;
  const char *mail = get_address (person) != NULL ? get_address (person)
                                                  : get_address (organisation);
  const AjChaseContact contact = { person, aj_values_get_text (named, "name"), mail };

  if (mail != NULL)
    g_array_append_val (contacts, contact);
}

/* Also of one that has gone into this municipality, and of the one that this one has gone into. */
static gboolean
is_of (AjChaseBook *self, const AjValues *organisation, const char *municipality, AjDate date)
{
  const char *place = aj_values_get_text (organisation, "municipality");

  return place != NULL && g_str_equal (aj_merger_find_heir (self->merged, place, date),
                                       aj_merger_find_heir (self->merged, municipality, date));
}

/* The people of its organisations, else the mailboxes of those, else that of what all of its district have together. */
static void
fill_contacts (AjChaseBook *self, AjChaseItem *item, AjDate date)
{
  const AjValues *municipality = item->line->municipality;
  const char *district = aj_values_get_text (municipality, "district");
  const char *chosen = item->line->participation != NULL
                           ? aj_values_get_text (item->line->participation, "contact")
                           : NULL;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) ordered = NULL;

  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AjValues *organisation = self->organisations->pdata[i];
      GPtrArray *theirs = g_hash_table_lookup (self->people_of, aj_values_get_id (organisation));

      if (!is_of (self, organisation, aj_values_get_id (municipality), date))
        continue;
      g_ptr_array_add (own, (gpointer) organisation);
      for (guint k = 0; theirs != NULL && k < theirs->len; k++)
        g_ptr_array_add (people, theirs->pdata[k]);
    }
  ordered = aj_chase_order_contacts (people, self->people, chosen, date);
  for (guint i = 0; i < ordered->len; i++)
    add_contact (item->contacts, ordered->pdata[i], NULL);
  for (guint i = 0; item->contacts->len == 0 && i < own->len; i++)
    add_contact (item->contacts, NULL, own->pdata[i]);
  for (guint i = 0; item->contacts->len == 0 && i < self->organisations->len; i++)
    {
      const AjValues *common = self->organisations->pdata[i];

      if (district != NULL && aj_values_is_empty (common, "municipality") &&
          g_strcmp0 (aj_values_get_text (common, "district"), district) == 0)
        add_contact (item->contacts, NULL, common);
    }
}

/* Who leads its district and can be written to; else, where that is asked for, why there is nobody. */
static const AjValues *
find_lead (AjChaseBook *self, const AjValues *municipality, AjDate date, char **remark)
{
  const AjValues *district = aj_edition_facts_get_district (self->facts,
                                                            aj_values_get_text (municipality,
                                                                                "district"));
  const AjValues *lead = district != NULL
                             ? aj_chase_find_present (self->people,
                                                      aj_values_get_text (district, "lead"), date)
                             : NULL;
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (AjChaseContact));
  const char *organisation = lead != NULL ? aj_values_get_text (lead, "organisation") : NULL;

  if (lead != NULL)
    add_contact (contacts, lead,
                 organisation != NULL
                     ? g_hash_table_lookup (self->organisations_by_id, organisation)
                     : NULL);
  if (contacts->len > 0)
    return lead;
  if (district == NULL)
    *remark = g_strdup (_ ("It is in no district, so no lead can be asked: it gets the reminder "
                           "itself once more."));
  else if (lead == NULL)
    /* Translators: the name of a district. */
    *remark = g_strdup_printf (_ ("Nobody leads %s, so it gets the reminder itself once more. "
                                  "Choose a lead on the page Network."),
                               aj_values_get_text (district, "name"));
  else
    *remark = g_strdup_printf (
        /* Translators: the name of who leads a district, and that of the district. */
        _ ("%1$s, who leads %2$s, has no mail address, so it gets the reminder itself once more. "
           "Add one on the page Network."),
        aj_values_get_text (lead, "name"), aj_values_get_text (district, "name"));
  return NULL;
}

static void
fill_addressees (AjChaseBook *self, AjChaseItem *item, AjDate date)
{
  guint n = item->round == AJ_CHASE_BOTH ? 2 : 1;

  if (item->round == AJ_CHASE_LAST_CALL)
    {
      const char *organisation = aj_values_get_text (item->lead, "organisation");

      add_contact (item->to, item->lead,
                   organisation != NULL
                       ? g_hash_table_lookup (self->organisations_by_id, organisation)
                       : NULL);
      return;
    }
  for (guint i = 0; i < MIN (n, item->contacts->len); i++)
    g_array_append_val (item->to, g_array_index (item->contacts, AjChaseContact, i));
  if (item->to->len > 0)
    return;
  g_free (item->remark);
  /* Translators: the name of a municipality. */
  item->remark = g_strdup_printf (_ ("Nobody there has a mail address. On the page Network, give "
                                     "one to a person or an organisation of %s."),
                                  aj_values_get_text (item->line->municipality, "name"));
}

static AjChaseItem *
item_new (AjChaseBook *self, const AjCoverageLine *line, AjDate today)
{
  AjChaseItem *item = g_new0 (AjChaseItem, 1);

  item->line = line;
  item->asked_on = aj_coverage_line_get_asked_on (line);
  item->due_on = aj_chase_get_due_on (aj_edition_facts_get_edition (self->facts), line);
  item->to = g_array_new (FALSE, FALSE, sizeof (AjChaseContact));
  item->contacts = g_array_new (FALSE, FALSE, sizeof (AjChaseContact));
  fill_contacts (self, item, today);
  return item;
}

static AjChaseItem *
make_item (AjChaseBook *self, const AjCoverageLine *line, AjDate today)
{
  AjChaseItem *item = item_new (self, line, today);

  if (aj_chase_get_round (line, TRUE) == AJ_CHASE_LAST_CALL)
    item->lead = find_lead (self, line->municipality, today, &item->remark);
  item->round = aj_chase_get_round (line, item->lead != NULL);
  fill_addressees (self, item, today);
  return item;
}

GPtrArray *
aj_chase_book_list (AjChaseBook *self, AjDate today, gboolean all)
{
  g_autoptr (GPtrArray) lines = aj_chase_list (aj_edition_facts_get_coverage (self->facts), today,
                                               all);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_item_free);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items, make_item (self, lines->pdata[i], today));
  return items;
}

AjChaseItem *
aj_chase_book_make_item (AjChaseBook *self, const char *municipality, AjDate today)
{
  const AjCoverageLine *line = aj_coverage_look_up (aj_edition_facts_get_coverage (self->facts),
                                                    municipality);

  return line != NULL && aj_standing_is_waited_for (line->standing) ? make_item (self, line, today)
                                                                    : NULL;
}

AjChaseItem *
aj_chase_book_make_look_back (AjChaseBook *self, const char *municipality, AjDate today)
{
  const AjCoverageLine *line = aj_coverage_look_up (aj_edition_facts_get_coverage (self->facts),
                                                    municipality);
  AjChaseItem *item;

  if (line == NULL || !aj_coverage_line_has_to_tell (line))
    return NULL;
  item = item_new (self, line, today);
  item->round = AJ_CHASE_LOOK_BACK;
  fill_addressees (self, item, today);
  return item;
}

void
aj_chase_item_free (AjChaseItem *self)
{
  g_array_unref (self->to);
  g_array_unref (self->contacts);
  g_free (self->remark);
  g_free (self);
}

char *
aj_chase_item_describe_to (const AjChaseItem *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->to->len; i++)
    g_ptr_array_add (names, (gpointer) g_array_index (self->to, AjChaseContact, i).name);
  g_ptr_array_add (names, NULL);
  return names->len > 1 ? aj_text_join_names ((const char *const *) names->pdata) : g_strdup ("");
}
