/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which activities are listed and in which order: what the store finds against what somebody finds who looks at each. */
#include <string.h>

#include "aj-activity-filter.h"
#include "aj-activity.h"
#include "aj-jobs-fixture.h"
#include "large-edition.h"

#define N_MUNICIPALITIES 40
#define N_ACTIVITIES     1500

typedef struct
{
  Fixture base;
  char *edition;
  AjActivityFilter *filter;
  GPtrArray *all;        /* (element-type AjValues) */
  GHashTable *districts; /* of a municipality, by its id: an id */
  GHashTable *names;     /* of whatever is referred to, by its id */
} FilterFixture;

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, aj_values_ref (values));
  return TRUE;
}

/* (element-type AjValues) */
static GPtrArray *
list (FilterFixture *self, AjQuery *query)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_autoptr (GError) error = NULL;

  aj_store_each (self->base.store, query, take_cb, all, &error);
  g_assert_no_error (error);
  return all;
}

static void
learn (FilterFixture *self, const char *type)
{
  g_autoptr (AjQuery) query = aj_query_new (aj_record_type_lookup (type));
  g_autoptr (GPtrArray) all = list (self, query);

  for (guint i = 0; i < all->len; i++)
    {
      const AjValues *values = all->pdata[i];

      g_hash_table_insert (self->names, g_strdup (aj_values_get_id (values)),
                           g_strdup (aj_values_get_text (values, "name")));
      if (strcmp (type, "municipality") == 0)
        g_hash_table_insert (self->districts, g_strdup (aj_values_get_id (values)),
                             g_strdup (aj_values_get_text (values, "district")));
    }
}

static void
set_up (FilterFixture *self, gconstpointer data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_activity_record_type);
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->edition = large_edition_fill (self->base.store, N_MUNICIPALITIES, N_ACTIVITIES, &error);
  g_assert_no_error (error);
  self->filter = aj_activity_filter_new ();
  self->districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  learn (self, "municipality");
  learn (self, "organisation");
  self->all = list (self, query);
  g_assert_cmpuint (self->all->len, ==, N_ACTIVITIES);
}

static void
tear_down (FilterFixture *self, gconstpointer data)
{
  g_free (self->edition);
  aj_activity_filter_free (self->filter);
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->districts);
  g_hash_table_unref (self->names);
  fixture_tear_down (&self->base, data);
}

static GPtrArray *
find (FilterFixture *self)
{
  g_autoptr (AjQuery) query = aj_activity_filter_make_query (self->filter, self->edition);

  return list (self, query);
}

static gboolean
has_no_target (const AjValues *activity)
{
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if (aj_values_get_boolean (activity, aj_target_get_field (target)))
      return FALSE;
  return TRUE;
}

static gboolean
lacks (const AjValues *activity, const char *gap)
{
  if (strcmp (gap, "targets") == 0)
    return has_no_target (activity);
  if (strcmp (gap, "time") == 0)
    return aj_values_is_empty (activity, "from");
  if (strcmp (gap, "reach") == 0)
    return aj_values_is_empty (activity, "expected-reach");
  return aj_values_is_empty (activity, gap);
}

static gboolean
fits_aspect (FilterFixture *self,
             const AjValues *activity,
             AjActivityAspect aspect,
             const char *code)
{
  switch (aspect)
    {
    case AJ_ACTIVITY_ASPECT_DISTRICT:
      return g_str_equal (g_hash_table_lookup (self->districts,
                                               aj_values_get_text (activity, "municipality")),
                          code);
    case AJ_ACTIVITY_ASPECT_TARGET:
      return aj_values_get_boolean (activity, code);
    case AJ_ACTIVITY_ASPECT_MISSING:
      return lacks (activity, code);
    case AJ_ACTIVITY_ASPECT_STATE:
      return g_str_equal (aj_values_get_text (activity, "state"), code);
    case AJ_ACTIVITY_ASPECT_KIND:
    case AJ_ACTIVITY_N_ASPECTS:
    default:
      return g_str_equal (aj_values_get_text (activity, "kind"), code);
    }
}

static gboolean
fits (FilterFixture *self, const AjValues *activity)
{
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    {
      const char *code = aj_activity_filter_get_choice (self->filter, i);

      if (code != NULL && !fits_aspect (self, activity, i, code))
        return FALSE;
    }
  return TRUE;
}

/* The same ones, whatever their order. @more: there are some. */
static void
check_found (FilterFixture *self)
{
  g_autoptr (GPtrArray) found = find (self);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_expected = 0;

  for (guint i = 0; i < found->len; i++)
    {
      g_assert_true (fits (self, found->pdata[i]));
      g_assert_true (g_hash_table_add (ids, (gpointer) aj_values_get_id (found->pdata[i])));
    }
  for (guint i = 0; i < self->all->len; i++)
    n_expected += fits (self, self->all->pdata[i]);
  g_assert_cmpuint (found->len, ==, n_expected);
}

/* (transfer none): of the first municipality that was made. */
static const char *
get_district (FilterFixture *self)
{
  GHashTableIter iter;
  gpointer id, name;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    if (g_str_equal (name, "Gemeente 001"))
      return g_hash_table_lookup (self->districts, id);
  g_assert_not_reached ();
}

static void
test_each (FilterFixture *self, gconstpointer data)
{
  check_found (self);
  aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_DISTRICT, get_district (self));
  check_found (self);
  aj_activity_filter_clear (self->filter);
  g_assert_false (aj_activity_filter_is_set (self->filter));
  for (guint aspect = 0; aspect < AJ_ACTIVITY_N_ASPECTS; aspect++)
    for (guint i = 0; i < aj_activity_aspect_get_n_options (aspect); i++)
      {
        g_assert_cmpstr (aj_activity_aspect_get_option (aspect, i), !=, "");
        aj_activity_filter_choose (self->filter, aspect, aj_activity_aspect_get_code (aspect, i));
        g_assert_cmpuint (aj_activity_filter_get_n_choices (self->filter), ==, 1);
        check_found (self);
        aj_activity_filter_choose (self->filter, aspect, NULL);
      }
}

/* All that is chosen must hold, and what is searched for as well. */
static void
test_together (FilterFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) fewer = NULL;

  aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_DISTRICT, get_district (self));
  aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_TARGET, "for-youth");
  aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_MISSING, "organisation");
  check_found (self);
  found = find (self);
  g_assert_cmpuint (found->len, >, 0);
  aj_activity_filter_set_text (self->filter, "echte nep");
  fewer = find (self);
  g_assert_cmpuint (fewer->len, >, 0);
  g_assert_cmpuint (fewer->len, <, found->len);
  for (guint i = 0; i < fewer->len; i++)
    g_assert_true (g_str_has_prefix (aj_values_get_text (fewer->pdata[i], "name"), "Échte"));
}

/* What is compared by, as something that can be compared. (transfer full) */
static char *
make_key (FilterFixture *self, const AjValues *activity, AjActivityOrder order)
{
  static const char *const fields[] = {
    [AJ_ACTIVITY_ORDER_EXPECTED] = "expected-reach",
    [AJ_ACTIVITY_ORDER_ACTUAL] = "actual-reach",
  };
  const char *id;

  switch (order)
    {
    case AJ_ACTIVITY_ORDER_MUNICIPALITY:
      return g_strdup (
          g_hash_table_lookup (self->names, aj_values_get_text (activity, "municipality")));
    case AJ_ACTIVITY_ORDER_ORGANISATION:
      id = aj_values_get_text (activity, "organisation");
      return g_strdup (id != NULL ? g_hash_table_lookup (self->names, id) : NULL);
    case AJ_ACTIVITY_ORDER_TIME:
      return g_strdup (aj_values_get_text (activity, "from"));
    case AJ_ACTIVITY_ORDER_EXPECTED:
    case AJ_ACTIVITY_ORDER_ACTUAL:
      return aj_values_is_empty (activity, fields[order])
                 ? NULL
                 : g_strdup_printf ("%09d", (int) aj_values_get_integer (activity, fields[order]));
    case AJ_ACTIVITY_ORDER_NAME:
    case AJ_ACTIVITY_ORDER_STATE:
    case AJ_ACTIVITY_ORDER_TARGETS:
    case AJ_ACTIVITY_N_ORDERS:
    default:
      return g_strdup (aj_values_get_text (activity, "name"));
    }
}

/* What is empty comes last, whichever way. */
static void
check_order (FilterFixture *self, AjActivityOrder order, gboolean descending)
{
  g_autoptr (GPtrArray) found = NULL;

  aj_activity_filter_set_order (self->filter, order, descending);
  found = find (self);
  g_assert_cmpuint (found->len, ==, N_ACTIVITIES);
  for (guint i = 1; i < found->len; i++)
    {
      g_autofree char *before = make_key (self, found->pdata[i - 1], order);
      g_autofree char *after = make_key (self, found->pdata[i], order);

      g_assert_false (before == NULL && after != NULL);
      if (before != NULL && after != NULL && descending)
        g_assert_cmpint (g_utf8_collate (before, after), >=, 0);
      else if (before != NULL && after != NULL)
        g_assert_cmpint (g_utf8_collate (before, after), <=, 0);
    }
}

static void
test_order (FilterFixture *self, gconstpointer data)
{
  static const AjActivityOrder orders[] = {
    AJ_ACTIVITY_ORDER_NAME,         AJ_ACTIVITY_ORDER_MUNICIPALITY, AJ_ACTIVITY_ORDER_TIME,
    AJ_ACTIVITY_ORDER_ORGANISATION, AJ_ACTIVITY_ORDER_EXPECTED,     AJ_ACTIVITY_ORDER_ACTUAL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      check_order (self, orders[i], FALSE);
      check_order (self, orders[i], TRUE);
    }
}

/* States come as they follow on one another, not by the alphabet; target groups those for business first. */
static void
test_order_of_tables (FilterFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) by_state = NULL;
  g_autoptr (GPtrArray) by_target = NULL;

  aj_activity_filter_set_order (self->filter, AJ_ACTIVITY_ORDER_STATE, FALSE);
  by_state = find (self);
  g_assert_cmpstr (aj_values_get_text (by_state->pdata[0], "state"), ==, AJ_ACTIVITY_DRAFT);
  g_assert_cmpstr (aj_values_get_text (by_state->pdata[N_ACTIVITIES - 1], "state"), ==,
                   AJ_ACTIVITY_HELD);
  aj_activity_filter_set_order (self->filter, AJ_ACTIVITY_ORDER_TARGETS, FALSE);
  by_target = find (self);
  g_assert_true (aj_values_get_boolean (by_target->pdata[0], "for-business"));
  g_assert_true (aj_values_get_boolean (by_target->pdata[0], "for-residents"));
  g_assert_true (has_no_target (by_target->pdata[N_ACTIVITIES - 1]));
}

static GVariant *
keep (AjActivityFilter *filter)
{
  return g_variant_ref_sink (aj_activity_filter_to_variant (filter));
}

/* What is kept comes back, but for the text; what is not known is passed over. */
static void
test_recall (FilterFixture *self, gconstpointer data)
{
  g_autoptr (AjActivityFilter) other = aj_activity_filter_new ();
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (GVariant) odd = NULL;
  gboolean descending;

  aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_CHANGED);
  aj_activity_filter_choose (self->filter, AJ_ACTIVITY_ASPECT_DISTRICT, get_district (self));
  aj_activity_filter_set_order (self->filter, AJ_ACTIVITY_ORDER_EXPECTED, TRUE);
  aj_activity_filter_set_text (self->filter, "quiz");
  kept = keep (self->filter);
  aj_activity_filter_recall (other, kept);
  again = keep (other);
  g_assert_true (g_variant_equal (kept, again));
  g_assert_cmpstr (aj_activity_filter_get_text (other), ==, "");
  g_assert_cmpint (aj_activity_filter_get_order (other, &descending), ==,
                   AJ_ACTIVITY_ORDER_EXPECTED);
  g_assert_true (descending);

  odd = g_variant_ref_sink (
      g_variant_new_parsed ("{'state': 'molten', 'order': 'shoe size', 'kind': 'campaign'}"));
  aj_activity_filter_recall (other, odd);
  g_assert_cmpuint (aj_activity_filter_get_n_choices (other), ==, 1);
  g_assert_cmpstr (aj_activity_filter_get_choice (other, AJ_ACTIVITY_ASPECT_KIND), ==, "campaign");
  g_assert_cmpint (aj_activity_filter_get_order (other, &descending), ==, AJ_ACTIVITY_ORDER_NAME);
  g_assert_false (descending);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/activity-filter/" name, FilterFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each", test_each);
  ADD ("together", test_together);
  ADD ("order", test_order);
  ADD ("order-of-tables", test_order_of_tables);
  ADD ("recall", test_recall);
  return g_test_run ();
}
