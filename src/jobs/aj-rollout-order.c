/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-order.h"

#include <string.h>

#include "aj-name-ranks.h"

static int
compare_days (AjDate left, AjDate right)
{
  if (left == right)
    return 0;
  if (left == AJ_DATE_NONE || right == AJ_DATE_NONE)
    return left == AJ_DATE_NONE ? 1 : -1;
  return left < right ? -1 : 1;
}

/* A record with what its order follows from, worked out once. */
typedef struct
{
  AjValues *values; /* (borrowed) */
  AjDate day;
  guint rank; /* of its place or of the thing, by name */
} Ordered;

typedef const char *(*NameFunc) (AjRolloutFacts *facts, const AjValues *record);

/* So that the order is whole, whatever it comes from. */
static int
compare_ids (const AjValues *a, const AjValues *b)
{
  return strcmp (aj_values_get_id (a), aj_values_get_id (b));
}

static int
compare_by_day (gconstpointer a, gconstpointer b)
{
  const Ordered *left = a, *right = b;
  int order = compare_days (left->day, right->day);

  if (order == 0)
    order = (left->rank > right->rank) - (left->rank < right->rank);
  return order != 0 ? order : compare_ids (left->values, right->values);
}

static int
compare_by_name (gconstpointer a, gconstpointer b)
{
  const Ordered *left = a, *right = b;

  int order = (left->rank > right->rank) - (left->rank < right->rank);

  if (order == 0)
    order = compare_days (left->day, right->day);
  return order != 0 ? order : compare_ids (left->values, right->values);
}

/* There may be a hundred thousand, but they have few names. */
static void
put_in_order (AjRolloutFacts *facts,
              GPtrArray *list,
              NameFunc get_name,
              const char *day_field,
              GCompareFunc compare)
{
  g_autoptr (GPtrArray) names = g_ptr_array_sized_new (list->len);
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Ordered), list->len);
  g_autoptr (GHashTable) ranks = NULL;

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (names, (char *) get_name (facts, list->pdata[i]));
  ranks = aj_name_ranks_new (names);
  for (guint i = 0; i < list->len; i++)
    {
      Ordered ordered = { list->pdata[i], aj_values_get_date (list->pdata[i], day_field),
                          GPOINTER_TO_UINT (g_hash_table_lookup (ranks, names->pdata[i])) };

      g_array_append_val (all, ordered);
    }
  g_array_sort (all, compare);
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = g_array_index (all, Ordered, i).values;
}

/* "" where the thing is not known. */
static const char *
get_thing (AjRolloutFacts *facts, const AjValues *loan)
{
  const char *name = aj_rollout_facts_get_name (facts, aj_values_get_text (loan, "material"));

  return name != NULL ? name : "";
}

static int
compare_evaluations (gconstpointer a, gconstpointer b)
{
  return compare_days (aj_values_get_date (*(const AjValues *const *) a, "date"),
                       aj_values_get_date (*(const AjValues *const *) b, "date"));
}

void
aj_rollout_order_rollouts (AjRolloutFacts *facts, GPtrArray *rollouts)
{
  put_in_order (facts, rollouts, aj_rollout_facts_get_place, "starts-on", compare_by_day);
}

void
aj_rollout_order_loans (AjRolloutFacts *facts, GPtrArray *loans)
{
  put_in_order (facts, loans, get_thing, "from", compare_by_name);
}

void
aj_rollout_order_evaluations (GPtrArray *evaluations)
{
  g_ptr_array_sort (evaluations, compare_evaluations);
}
