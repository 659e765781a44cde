/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-name-ranks.h"

#include <string.h>

/* A name and what it is compared by. */
typedef struct
{
  const char *name; /* (borrowed) */
  char *key;        /* (owned) */
} Ranked;

static void
clear_ranked (gpointer data)
{
  g_free (((Ranked *) data)->key);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ranked *) a)->key, ((const Ranked *) b)->key);
}

GHashTable *
aj_name_ranks_new (GPtrArray *names)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint rank = 0;

  g_array_set_clear_func (all, clear_ranked);
  for (guint i = 0; i < names->len; i++)
    if (g_hash_table_add (ranks, names->pdata[i]))
      {
        Ranked ranked = { names->pdata[i], g_utf8_collate_key (names->pdata[i], -1) };

        g_array_append_val (all, ranked);
      }
  g_array_sort (all, compare_ranked);
  for (guint i = 0; i < all->len; i++)
    {
      const Ranked *ranked = &g_array_index (all, Ranked, i);

      if (i > 0 && compare_ranked (ranked - 1, ranked) != 0)
        rank++;
      g_hash_table_insert (ranks, (char *) ranked->name, GUINT_TO_POINTER (rank));
    }
  return ranks;
}
