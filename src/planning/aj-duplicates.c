/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duplicates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-id-text.h"
#include "aj-likeness.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-text.h"

/* In a bucket of more, every pair would take too long: only equal names are looked for. */
#define MAX_BUCKET 2000

typedef struct
{
  const AjValues *values; /* (borrowed) */
  AjLikeness *name;       /* (owned) */
  guint place;            /* among the records */
} Candidate;

typedef struct
{
  GArray *found;        /* (owned): of AjDuplicate */
  GHashTable *is_found; /* (owned) (element-type utf8): pairs of ids */
} Finding;

typedef gboolean (*IsPair) (const Candidate *a, const Candidate *b);

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  aj_likeness_free (self->name);
  g_free (self);
}

static guint
count_filled (const AjValues *values)
{
  guint count = 0;

  for (guint i = 0; i < aj_values_get_record_type (values)->n_fields; i++)
    count += aj_values_peek (values, i)->kind != AJ_VALUE_NONE;
  return count;
}

static void
add_pair (Finding *self, const Candidate *a, const Candidate *b, AjDuplicateReason reason)
{
  guint filled_a = count_filled (a->values), filled_b = count_filled (b->values);
  gboolean a_first = filled_a != filled_b ? filled_a > filled_b : a->place < b->place;
  AjDuplicate pair = { a_first ? a->values : b->values, a_first ? b->values : a->values, reason };
  g_autofree char *key = g_strconcat (aj_values_get_id (pair.first), " ",
                                      aj_values_get_id (pair.second), NULL);

  if (g_hash_table_add (self->is_found, g_steal_pointer (&key)))
    g_array_append_val (self->found, pair);
}

/* Whether @a was said to be another than @b, or than one that was merged into it since. */
static gboolean
is_said_apart (const AjValues *a, const AjValues *b)
{
  const AjRecordType *type = aj_values_get_record_type (a);
  const char *distinct = aj_values_get_text (a, type->distinct_field);
  const char *merged = aj_values_get_text (b, type->merged_field);
  g_auto (GStrv) ids = NULL;

  if (distinct == NULL)
    return FALSE;
  if (aj_id_text_has (distinct, aj_values_get_id (b)))
    return TRUE;
  ids = g_strsplit (merged != NULL ? merged : "", " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && aj_id_text_has (distinct, ids[i]))
      return TRUE;
  return FALSE;
}

static gboolean
are_kept_apart (const AjValues *a, const AjValues *b)
{
  return is_said_apart (a, b) || is_said_apart (b, a);
}

static gboolean
is_successor (const AjValues *a, const AjValues *b)
{
  return g_strcmp0 (aj_values_get_text (a, "successor"), aj_values_get_id (b)) == 0;
}

/* Two different fields that are both filled in speak against it. */
static gboolean
contradict (const AjValues *a, const AjValues *b, const char *field)
{
  return !aj_values_is_empty (a, field) && !aj_values_is_empty (b, field) &&
         aj_values_differ (a, b, field);
}

static gboolean
are_like_people (const Candidate *a, const Candidate *b)
{
  gboolean is_mailbox = aj_values_get_boolean (a->values, "role-mailbox") ||
                        aj_values_get_boolean (b->values, "role-mailbox");

  if (is_mailbox && contradict (a->values, b->values, "mail"))
    return FALSE;
  if (is_successor (a->values, b->values) || is_successor (b->values, a->values))
    return FALSE;
  return aj_likeness_people (a->name, b->name);
}

static gboolean
share_mail (const Candidate *a, const Candidate *b)
{
  return !is_successor (a->values, b->values) && !is_successor (b->values, a->values);
}

static gboolean
are_like_organisations (const Candidate *a, const Candidate *b)
{
  if (contradict (a->values, b->values, "municipality") ||
      contradict (a->values, b->values, "kind"))
    return FALSE;
  return aj_likeness_organisations (a->name, b->name);
}

static gboolean
are_same_name (const Candidate *a, const Candidate *b)
{
  return strcmp (aj_likeness_get_key (a->name), aj_likeness_get_key (b->name)) == 0;
}

static void
compare_all (Finding *self, GPtrArray *bucket, IsPair is_pair, gboolean by_mail)
{
  for (guint i = 0; i < bucket->len; i++)
    for (guint j = i + 1; j < bucket->len; j++)
      {
        const Candidate *a = bucket->pdata[i];
        const Candidate *b = bucket->pdata[j];

        if (is_pair (a, b) && !are_kept_apart (a->values, b->values))
          add_pair (self, a, b,
                    by_mail                ? AJ_DUPLICATE_SAME_MAIL
                    : are_same_name (a, b) ? AJ_DUPLICATE_SAME_NAME
                                           : AJ_DUPLICATE_LIKE_NAME);
      }
}

static void
put (GHashTable *buckets, const char *key, Candidate *candidate)
{
  GPtrArray *bucket = g_hash_table_lookup (buckets, key);

  if (bucket == NULL)
    {
      bucket = g_ptr_array_new ();
      g_hash_table_insert (buckets, g_strdup (key), bucket);
    }
  g_ptr_array_add (bucket, candidate);
}

static GHashTable *
new_buckets (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

/* What is neighbour to what: only within a bucket pairs are looked for. */
static void
compare_buckets (Finding *self, GHashTable *buckets, IsPair is_pair, gboolean by_mail)
{
  GHashTableIter iter;
  gpointer bucket;

  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    {
      GPtrArray *candidates = bucket;
      g_autoptr (GHashTable) by_name = NULL;
      GHashTableIter names;
      gpointer same;

      if (candidates->len <= MAX_BUCKET)
        {
          compare_all (self, candidates, is_pair, by_mail);
          continue;
        }
      by_name = new_buckets ();
      for (guint i = 0; i < candidates->len; i++)
        put (by_name, aj_likeness_get_key (((Candidate *) candidates->pdata[i])->name),
             candidates->pdata[i]);
      g_hash_table_iter_init (&names, by_name);
      while (g_hash_table_iter_next (&names, NULL, &same))
        if (((GPtrArray *) same)->len <= MAX_BUCKET)
          compare_all (self, same, is_pair, by_mail);
    }
}

static void
compare_people (Finding *self, GPtrArray *candidates)
{
  g_autoptr (GHashTable) by_mail = new_buckets ();
  g_autoptr (GHashTable) by_organisation = new_buckets ();

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = candidates->pdata[i];
      const char *mail = aj_values_get_text (candidate->values, "mail");
      const char *organisation = aj_values_get_text (candidate->values, "organisation");
      g_autofree char *folded = mail != NULL ? aj_text_fold (mail) : NULL;

      if (folded != NULL)
        put (by_mail, folded, candidate);
      put (by_organisation, organisation != NULL ? organisation : "", candidate);
    }
  compare_buckets (self, by_mail, share_mail, TRUE);
  compare_buckets (self, by_organisation, are_like_people, FALSE);
}

/* A slip is in one word at most, so two like names share their kind and the length of what tells; the bucket is the
 * kind. */
static void
compare_organisations (Finding *self, GPtrArray *candidates)
{
  g_autoptr (GHashTable) by_kind = new_buckets ();

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = candidates->pdata[i];
      const char *kind = aj_values_get_text (candidate->values, "kind");

      put (by_kind, kind != NULL ? kind : "", candidate);
    }
  compare_buckets (self, by_kind, are_like_organisations, FALSE);
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const AjDuplicate *left = a;
  const AjDuplicate *right = b;
  int order;

  if (left->reason != right->reason)
    return left->reason < right->reason ? -1 : 1;
  order = g_strcmp0 (aj_values_get_text (left->first, "name"),
                     aj_values_get_text (right->first, "name"));
  if (order != 0)
    return order;
  order = strcmp (aj_values_get_id (left->first), aj_values_get_id (right->first));
  return order != 0 ? order
                    : strcmp (aj_values_get_id (left->second), aj_values_get_id (right->second));
}

/* All of those are called the same. */
static gboolean
is_forgotten (const AjValues *values)
{
  return aj_values_get_record_type (values) == &aj_person_record_type &&
         !aj_values_is_empty (values, "forgotten-on");
}

GArray *
aj_duplicates_find (GPtrArray *records)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  Finding finding = { g_array_new (FALSE, FALSE, sizeof (AjDuplicate)), NULL };
  const AjRecordType *type = records->len > 0 ? aj_values_get_record_type (records->pdata[0])
                                              : NULL;

  finding.is_found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      Candidate *candidate;
      const char *name = type->title_field != NULL
                             ? aj_values_get_text (records->pdata[i], type->title_field)
                             : NULL;

      if (is_forgotten (records->pdata[i]))
        continue;
      candidate = g_new0 (Candidate, 1);
      candidate->values = records->pdata[i];
      candidate->name = aj_likeness_new (name != NULL ? name : "");
      candidate->place = i;
      g_ptr_array_add (candidates, candidate);
    }
  if (type == &aj_person_record_type)
    compare_people (&finding, candidates);
  else if (type == &aj_organisation_record_type)
    compare_organisations (&finding, candidates);
  g_hash_table_unref (finding.is_found);
  g_array_sort (finding.found, compare_pairs);
  return finding.found;
}

const char *
aj_duplicate_reason_get_code (AjDuplicateReason reason)
{
  switch (reason)
    {
    case AJ_DUPLICATE_SAME_MAIL:
      return "same-mail";
    case AJ_DUPLICATE_SAME_NAME:
      return "same-name";
    case AJ_DUPLICATE_LIKE_NAME:
    default:
      return "like-name";
    }
}

const char *
aj_duplicate_reason_describe (AjDuplicateReason reason)
{
  switch (reason)
    {
    case AJ_DUPLICATE_SAME_MAIL:
      return _ ("They have the same mail address");
    case AJ_DUPLICATE_SAME_NAME:
      return _ ("They have the same name");
    case AJ_DUPLICATE_LIKE_NAME:
    default:
      return _ ("Their names are alike");
    }
}
