/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search of 100,000 records finds what somebody would who reads them all. */
#include "aj-search.h"

#include <string.h>

#include "aj-text.h"
#include "large-network.h"
#include "store-fixture.h"

/* The sanitizers make everything slow; what they look for is the same in fewer. */
#ifdef __SANITIZE_ADDRESS__
#define N_RECORDS 10000
#else
#define N_RECORDS 100000
#endif
#define N_SEARCHES 150
#define LIMIT      5
/* Up to here the best that there is, is what is shown; of what is worse, and of many, some are looked at. */
#define LAST_CERTAIN_RANK 2
#define N_LOOKED_AT       200

typedef struct
{
  const AjRecordType *type; /* (borrowed) */
  char *title;              /* (owned): folded */
  char *text;               /* (owned): folded, a line for each field */
  int rank;                 /* of this search; -1: it is not found */
} Entry;

typedef struct
{
  GPtrArray *entries; /* (owned) (element-type Entry) */
  GHashTable *by_id;  /* (owned): id (owned) -> Entry (borrowed) */
} Model;

static void
entry_free (Entry *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static gboolean
read_entry_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Model *model = user_data;
  Entry *entry = g_new0 (Entry, 1);
  g_autoptr (GString) text = g_string_new (NULL);

  entry->type = aj_values_get_record_type (values);
  for (guint i = 0; i < entry->type->n_fields; i++)
    {
      const AjField *field = &entry->type->fields[i];
      const AjValue *value = aj_values_peek (values, i);
      g_autofree char *folded = NULL;

      if (!field->searchable || value->kind != AJ_VALUE_TEXT)
        continue;
      folded = aj_text_fold (value->as.text);
      g_string_append_printf (text, "%s\n", folded);
      if (g_strcmp0 (entry->type->title_field, field->name) == 0)
        entry->title = g_steal_pointer (&folded);
    }
  entry->text = g_strdup (text->str);
  g_ptr_array_add (model->entries, entry);
  g_hash_table_insert (model->by_id, g_strdup (aj_values_get_id (values)), entry);
  return TRUE;
}

static void
read_model (Model *model, AjStore *store)
{
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_autoptr (AjQuery) query = aj_query_new (*type);
      g_autoptr (GError) error = NULL;

      aj_store_each (store, query, read_entry_cb, model, &error);
      g_assert_no_error (error);
    }
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  g_auto (GStrv) all = g_strsplit (text, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_has_prefix (all[i], word))
      return TRUE;
  return FALSE;
}

/* The places of aj-search.h, said plainly. */
static int
rank_entry (const Entry *entry, const char *whole, GStrv words)
{
  gboolean in_title = entry->title != NULL;
  gboolean begins = entry->title != NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (entry->text, words[i]) == NULL)
        return -1;
      in_title = in_title && strstr (entry->title, words[i]) != NULL;
      begins = begins && begins_a_word (entry->title, words[i]);
    }
  if (entry->title != NULL && g_str_equal (entry->title, whole))
    return 0;
  if (entry->title != NULL && g_str_has_prefix (entry->title, whole))
    return 1;
  return begins ? 2 : in_title ? 3 : 4;
}

static const AjSearchGroup *
find_group (GPtrArray *groups, const AjRecordType *type)
{
  for (guint i = 0; i < groups->len; i++)
    if (((const AjSearchGroup *) groups->pdata[i])->type == type)
      return groups->pdata[i];
  return NULL;
}

static void
check_hits (Model *model, const AjSearchGroup *group)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  int before = 0;

  for (guint i = 0; i < group->hits->len; i++)
    {
      const AjSearchHit *hit = group->hits->pdata[i];
      Entry *entry = g_hash_table_lookup (model->by_id, aj_values_get_id (hit->values));

      g_assert_nonnull (entry);
      g_assert_true (g_hash_table_add (seen, entry));
      g_assert_true (entry->type == group->type);
      g_assert_cmpint (entry->rank, >=, before);
      before = entry->rank;
      if (i == 0)
        g_assert_cmpuint (group->rank, ==, (guint) entry->rank);
    }
}

static void
check_type (
    Model *model, AjStore *store, GPtrArray *groups, const AjRecordType *type, const char *text)
{
  const AjSearchGroup *group = find_group (groups, type);
  g_autoptr (AjQuery) query = aj_query_new (type);
  gint64 n_expected = 0;
  int best = G_MAXINT;

  for (guint i = 0; i < model->entries->len; i++)
    {
      const Entry *entry = model->entries->pdata[i];

      if (entry->type != type || entry->rank < 0)
        continue;
      n_expected++;
      best = MIN (best, entry->rank);
    }
  aj_query_search (query, text);
  g_assert_cmpint (aj_store_count (store, query, NULL), ==, n_expected);
  if (n_expected == 0)
    {
      g_assert_null (group);
      return;
    }
  g_assert_nonnull (group);
  g_assert_cmpint (group->hits->len, ==, MIN (n_expected, LIMIT));
  g_assert_cmpint (group->has_more, ==, n_expected > LIMIT);
  check_hits (model, group);
  if (best <= LAST_CERTAIN_RANK || n_expected <= N_LOOKED_AT)
    g_assert_cmpint ((int) group->rank, ==, best);
}

static void
check_search (Model *model, AjStore *store, const char *text)
{
  g_autofree char *whole = aj_text_fold (text);
  g_auto (GStrv) words = g_strsplit (whole, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = aj_store_search (store, text, NULL, LIMIT, &error);

  g_test_message ("searched: %s", text);
  g_assert_no_error (error);
  for (guint i = 0; i < model->entries->len; i++)
    {
      Entry *entry = model->entries->pdata[i];

      entry->rank = rank_entry (entry, whole, words);
    }
  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    check_type (model, store, groups, *type, text);
}

/* A piece of one of the words of some record: whole, its beginning, or from its middle. */
static char *
make_word (Model *model, GRand *random)
{
  const Entry *entry =
      model->entries->pdata[g_rand_int_range (random, 0, (gint32) model->entries->len)];
  g_auto (GStrv) words = g_strsplit_set (entry->text, " \n", -1);
  const guint n_words = g_strv_length (words);
  const char *word = words[g_rand_int_range (random, 0, (gint32) n_words)];
  const glong length = g_utf8_strlen (word, -1);
  gint32 start, end;

  if (length == 0)
    return g_strdup ("a");
  start = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 0, (gint32) length) : 0;
  end = g_rand_boolean (random) ? (gint32) length
                                : g_rand_int_range (random, start, (gint32) length) + 1;
  return g_utf8_substring (word, start, end);
}

/* One to three of them, and now and then with something that stands nowhere. */
static char *
make_text (Model *model, GRand *random)
{
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (random, 1, 4); n > 0; n--)
    {
      g_autofree char *word = make_word (model, random);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
    }
  if (g_rand_int_range (random, 0, 12) == 0)
    g_string_append (text, "xq");
  return g_string_free (text, FALSE);
}

static void
test_random (StoreFixture *self, gconstpointer data)
{
  static const char *const told[] = { "a",        "anna",        "van den berg",   "ZOË", "igheid",
                                      "netwexam", "jansen anna", "expertteam ede", "1",   "4711" };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20260302);
  g_autoptr (GError) error = NULL;
  Model model = { entries, by_id };

  large_network_fill (self->store, N_RECORDS, &error);
  g_assert_no_error (error);
  read_model (&model, self->store);
  /* And the network itself, which is in every file. */
  g_assert_cmpuint (entries->len, ==, N_RECORDS + 1);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    check_search (&model, self->store, told[i]);
  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autofree char *text = make_text (&model, random);

      check_search (&model, self->store, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/search-many/random", test_random);
  return g_test_run ();
}
