/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A national edition: all municipalities of the country and a hundred thousand activities, counted in one reading that takes
 * no more room than a small one. */
#include <malloc.h>

#include "aj-activity-filter.h"
#include "aj-activity.h"
#include "aj-edition-map.h"
#include "aj-jobs-fixture.h"
#include "large-edition.h"

#define N_MUNICIPALITIES 342
/* Sanitizers are slow, and what they look for is there with fewer. */
#ifdef __SANITIZE_ADDRESS__
#define N_ACTIVITIES 10000
#else
#define N_ACTIVITIES 100000
#endif
/* A hundred thousand activities, kept, would be some hundred times as much. */
#define MAX_BYTES ((gsize) 4 << 20)
#define TODAY     (aj_date_new (2026, 9, 1))

typedef struct
{
  Fixture base;
  char *edition;
} NationalFixture;

static void
set_up (NationalFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  self->edition = large_edition_fill (self->base.store, N_MUNICIPALITIES, N_ACTIVITIES, &error);
  g_assert_no_error (error);
}

static void
tear_down (NationalFixture *self, gconstpointer data)
{
  g_free (self->edition);
  fixture_tear_down (&self->base, data);
}

static AjEditionFacts *
load (NationalFixture *self)
{
  g_autoptr (GError) error = NULL;
  AjEditionFacts *facts = aj_edition_facts_load (self->base.store, self->edition, &error);

  g_assert_no_error (error);
  return facts;
}

static gint64
count (NationalFixture *self, AjActivityFilter *filter)
{
  g_autoptr (AjQuery) query = aj_activity_filter_make_query (filter, self->edition);
  g_autoptr (GError) error = NULL;
  gint64 n = aj_store_count (self->base.store, query, &error);

  g_assert_no_error (error);
  return n;
}

static gint64
count_choice (NationalFixture *self, AjActivityAspect aspect, const char *code)
{
  g_autoptr (AjActivityFilter) filter = aj_activity_filter_new ();

  aj_activity_filter_choose (filter, aspect, code);
  return count (self, filter);
}

/* What coverage counts while it reads is what the store counts. */
static void
check_total (NationalFixture *self, AjCoverage *coverage)
{
  const AjCoverageCount *total = aj_coverage_get_total (coverage);
  gint64 n_out = count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_DRAFT) +
                 count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_CANCELLED);

  g_assert_cmpuint (aj_coverage_get_n_registered (coverage), ==, N_ACTIVITIES);
  g_assert_cmpint (n_out, >, 0);
  g_assert_cmpint (total->n_activities, ==, N_ACTIVITIES - n_out);
  g_assert_cmpuint (total->n_asked, ==, N_MUNICIPALITIES);
  g_assert_cmpuint (total->n_answered, ==, N_MUNICIPALITIES);
  g_assert_cmpint (total->n_held, ==,
                   count_choice (self, AJ_ACTIVITY_ASPECT_STATE, AJ_ACTIVITY_HELD));
  g_assert_cmpuint (aj_coverage_get_districts (coverage)->len, ==, LARGE_EDITION_DISTRICTS);
}

static void
check_districts (NationalFixture *self, AjCoverage *coverage)
{
  GPtrArray *districts = aj_coverage_get_districts (coverage);
  gint64 n = 0;

  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];
      gint64 n_all = count_choice (self, AJ_ACTIVITY_ASPECT_DISTRICT, district->id);

      g_assert_cmpint (n_all, >=, district->count.n_activities);
      n += n_all;
    }
  g_assert_cmpint (n, ==, N_ACTIVITIES);
}

/* Every tile is there whatever the map shows, and together they say what the total does. */
static void
check_maps (AjEditionFacts *facts)
{
  const AjCoverageCount *total = aj_coverage_get_total (aj_edition_facts_get_coverage (facts));

  for (guint subject = 0; subject < AJ_EDITION_MAP_N_SUBJECTS; subject++)
    {
      g_autoptr (AjMapState) map = aj_edition_map_draw (facts, subject, TODAY);
      guint n_expected = subject < AJ_EDITION_MAP_TARGET
                             ? total->n_activities
                             : total->n_for[subject - AJ_EDITION_MAP_TARGET];
      gint64 n = 0;

      g_assert_cmpuint (aj_map_state_get_n_tiles (map), ==, N_MUNICIPALITIES);
      for (guint i = 0; i < N_MUNICIPALITIES; i++)
        n += aj_map_state_get_tile (map, i)->count;
      g_assert_cmpint (n, ==, n_expected);
    }
}

static void
test_facts (NationalFixture *self, gconstpointer data)
{
  gsize before = mallinfo2 ().uordblks;
  g_autoptr (AjEditionFacts) facts = load (self);
  gsize after = mallinfo2 ().uordblks;

  g_assert_cmpuint (after, <, before + MAX_BYTES);
  check_total (self, aj_edition_facts_get_coverage (facts));
  check_districts (self, aj_edition_facts_get_coverage (facts));
  check_maps (facts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/jobs/edition-national/facts", NationalFixture, NULL, set_up, test_facts, tear_down);
  return g_test_run ();
}
