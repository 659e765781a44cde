/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of interventions beside where they run: how two compare, who used one, and who can give it. */
#include <string.h>

#include "aj-jobs-fixture.h"
#include "aj-rollout-comparison.h"

typedef struct
{
  Fixture base;
  const char *district;
  const char *deventer, *zwolle, *ede;
  const char *echt_nep, *hackshield;
} World;

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  fixture_set_up (base, data);
  self->district = fixture_add (base, "district", "name", "IJsselland", NULL);
  self->deventer = fixture_add (base, "municipality", "name", "Deventer", "code", "GM0150",
                                "district", self->district, NULL);
  self->zwolle = fixture_add (base, "municipality", "name", "Zwolle", "code", "GM0193", "district",
                              self->district, NULL);
  self->ede = fixture_add (base, "municipality", "name", "Ede", "code", "GM0228", NULL);
  self->echt_nep = fixture_add (base, "intervention", "name", "Echt-Nep", "owner", "Politie",
                                "for-elderly", "true", "form", "lesson", "people", "Two actors",
                                NULL);
  self->hackshield = fixture_add (base, "intervention", "name", "HackShield", "owner", "Politie",
                                  "for-youth", "true", "form", "game", "evidence",
                                  "good-indications", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjRolloutFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

/* Each cell of the line, in the one table of @document that has a row about @about; NULL: there is no such row. */
static GStrv
find_row (AjDocument *document, const char *about)
{
  GPtrArray *blocks = aj_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AjBlock *block = blocks->pdata[i];

      for (guint k = 0; block->kind == AJ_BLOCK_TABLE && k < block->rows->len; k++)
        if (g_str_equal (((GStrv) block->rows->pdata[k])[0], about))
          return block->rows->pdata[k];
    }
  return NULL;
}

static void
assert_row (AjDocument *document, const char *about, const char *expected)
{
  GStrv row = find_row (document, about);
  g_autofree char *line = row != NULL ? g_strjoinv ("|", row) : NULL;

  g_assert_cmpstr (line, ==, expected);
}

/* Field by field, with what came of both; that they differ is said in a word. */
static void
test_compare (World *self, gconstpointer data)
{
  const char *first = fixture_add (&self->base, "rollout", "intervention", self->echt_nep,
                                   "municipality", self->zwolle, "phase", "done", "starts-on",
                                   "2026-03-02", "reach-elderly", "64", NULL);
  const char *second = fixture_add (&self->base, "rollout", "intervention", self->echt_nep,
                                    "municipality", self->deventer, "phase", "running", "starts-on",
                                    "2026-04-02", "reach-elderly", "1000", NULL);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjDocument) document = NULL;
  g_autofree char *text = NULL;

  fixture_add (&self->base, "evaluation", "rollout", first, "date", "2026-04-01", "score", "8",
               "lessons", "Ask the library first", NULL);
  fixture_add (&self->base, "evaluation", "rollout", second, "date", "2026-05-01", "score", "7",
               NULL);
  facts = load (self);
  document = aj_rollout_comparison_make (facts, self->echt_nep, self->hackshield);
  g_assert_cmpstr (aj_document_get_title (document), ==, "Echt-Nep and HackShield");
  assert_row (document, "Form", "Form|lesson or session|game or challenge|differs");
  assert_row (document, "Owner", "Owner|Politie|Politie|");
  assert_row (document, "For whom", "For whom|elderly and less digitally skilled|youth|differs");
  /* One that says nothing does not differ, and what neither says is left out. */
  assert_row (document, "People it takes", "People it takes|Two actors|not filled in|");
  g_assert_null (find_row (document, "What it costs"));
  assert_row (document, "Rollouts", "Rollouts|2: 1 running, 1 done|none yet|differs");
  assert_row (document, "People reached", "People reached|1064|not known|differs");
  assert_row (document, "Mark (1 to 10)",
              "Mark (1 to 10)|7.5 on average (2 evaluations)|not known|differs");
  text = aj_document_to_text (document);
  g_assert_nonnull (strstr (text, "Zwolle, 1 April 2026: Ask the library first"));
  g_assert_nonnull (strstr (text, "Nothing was noted yet."));
}

static void
test_compare_with_none (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = load (self);
  g_autoptr (AjDocument) document = aj_rollout_comparison_make (facts, self->echt_nep, NULL);
  g_autofree char *text = aj_document_to_text (document);

  g_assert_nonnull (strstr (text, "Choose what to compare it with."));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/intervention-knowledge/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("compare", test_compare);
  ADD ("compare-with-none", test_compare_with_none);
  return g_test_run ();
}
