/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of interventions beside where they run: how two compare, who used one, and who can give it. */
#include <string.h>

#include "aj-intervention-use.h"
#include "aj-jobs-fixture.h"
#include "aj-rollout-comparison.h"
#include "aj-rollout-report.h"
#include "aj-trainer-cover.h"

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
  /* One that says nothing does not differ: it is told who does; and what neither says is left out. */
  assert_row (document, "People it takes",
              "People it takes|Two actors|not filled in|only Echt-Nep");
  g_assert_null (find_row (document, "What it costs"));
  assert_row (document, "Rollouts", "Rollouts|2: 1 running, 1 done|none yet|differs");
  assert_row (document, "People reached", "People reached|1064|not known|only Echt-Nep");
  assert_row (document, "Mark (1 to 10)",
              "Mark (1 to 10)|7.5 on average (2 evaluations)|not known|only Echt-Nep");
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

/* Three activities, of which two name Echt-Nep as people do, and one only has the words; and one that was called off. */
static void
add_activities (World *self)
{
  static const struct
  {
    const char *name, *text, *state, *reach;
  } cases[] = {
    { "Evening for seniors", "HackShield en echtnep", "held", "40" },
    { "Market stall", "les over echt nep nieuws", "held", "10" },
    { "Called off", "Echt-Nep", "cancelled", "99" },
    { "Breakfast", "ECHT-NEP!", "accepted", NULL },
  };
  const char *edition = fixture_add (&self->base, "edition", "name", "Day", "starts-on",
                                     "2026-04-02", "ends-on", "2026-04-02", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_add (&self->base, "activity", "edition", edition, "municipality",
                 i == 3 ? self->zwolle : self->ede, "name", cases[i].name, "date", "2026-04-02",
                 "intervention", cases[i].text, "state", cases[i].state, "expected-reach", "25",
                 "actual-reach", cases[i].reach != NULL ? cases[i].reach : "", NULL);
}

static AjRolloutFacts *
load_whole (World *self)
{
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load_whole (self->base.store, &error);

  g_assert_no_error (error);
  return facts;
}

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const AjInterventionLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s: %s (%s)\n", line->place, line->text, line->type->name);
    }
  return g_string_free (text, FALSE);
}

/* What was rolled out and began, also what was stopped after that; and what activities name. */
static void
test_users (World *self, gconstpointer data)
{
  AjDate day = aj_date_new (2026, 5, 1);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GPtrArray) lines = NULL, first = NULL, others = NULL, before = NULL;
  AjInterventionUseCount count;
  g_autofree char *text = NULL;

  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->zwolle,
               "phase", "done", "starts-on", "2026-03-02", "reach-elderly", "64", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality",
               self->deventer, "phase", "preparing", "starts-on", "2026-04-02", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "district", self->district,
               "phase", "stopped", "stop-reason", "No room", "starts-on", "2026-04-02", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->ede,
               "phase", "stopped", "stop-reason", "No room", "starts-on", "2026-06-02", NULL);
  add_activities (self);
  facts = load_whole (self);
  lines = aj_intervention_use_list (facts, self->echt_nep, day, 10, &count);
  text = join_lines (lines);
  g_assert_cmpstr (
      text, ==,
      "Ede: Activity: Evening for seniors · 2 April 2026 · 40 people reached (activity)\n"
      "IJsselland: Rollout: stopped · 2 April 2026 (rollout)\n"
      "Zwolle: Activity: Breakfast · 2 April 2026 · 25 people expected (activity)\n"
      "Zwolle: Rollout: done · 2 March 2026 · 64 people reached (rollout)\n");
  g_assert_cmpuint (count.n_uses, ==, 4);
  g_assert_cmpuint (count.n_places, ==, 3);
  first = aj_intervention_use_list (facts, self->echt_nep, day, 1, &count);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (count.n_uses, ==, 4);
  others = aj_intervention_use_list (facts, self->hackshield, day, 10, &count);
  g_assert_cmpuint (others->len, ==, 1);
  /* What is still to come was not used. */
  before = aj_intervention_use_list (facts, self->hackshield, aj_date_new (2026, 4, 1), 10, &count);
  g_assert_cmpuint (before->len, ==, 0);
}

static void
test_users_without_waiting (World *self, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_activities (self);
  aj_rollout_facts_load_whole_async (self->base.store, NULL, waiter_ready_cb, &waiter);
  facts = aj_rollout_facts_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  document = aj_rollout_report_make (facts, self->echt_nep, aj_date_new (2026, 5, 1));
  text = aj_document_to_text (document);
  g_assert_nonnull (strstr (text, "Who Used It"));
  g_assert_nonnull (strstr (text, "In 2 places."));
  g_assert_nonnull (strstr (text, "Evening for seniors"));
}

/* Whether commits make what was loaded whole outdated, and what was not. */
static void
concern_cb (AjStore *store, AjChanges *changes, gpointer facts)
{
  g_object_set_data (G_OBJECT (store), "concerned",
                     GINT_TO_POINTER (aj_rollout_facts_are_concerned (facts, changes)));
}

static void
test_concerned (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) whole = load_whole (self);
  g_autoptr (AjRolloutFacts) plain = load (self);
  gulong handler = g_signal_connect (self->base.store, "changed", G_CALLBACK (concern_cb), whole);

  add_activities (self);
  g_assert_nonnull (g_object_get_data (G_OBJECT (self->base.store), "concerned"));
  g_signal_handler_disconnect (self->base.store, handler);
  handler = g_signal_connect (self->base.store, "changed", G_CALLBACK (concern_cb), plain);
  add_activities (self);
  g_assert_null (g_object_get_data (G_OBJECT (self->base.store), "concerned"));
  g_signal_handler_disconnect (self->base.store, handler);
}

static void
add_training (World *self, const char *municipality, const char *level, const char *until)
{
  const char *person = fixture_add (&self->base, "person", "name", "Trainer Secret", NULL);

  fixture_add (&self->base, "training", "intervention", self->echt_nep, "person", person,
               "municipality", municipality, "level", level, "trained-on", "2025-01-06",
               "valid-until", until, NULL);
}

static char *
join_places (GPtrArray *places)
{
  static const char *const covers[] = { "has", "ends", "lacks" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const AjTrainerPlace *place = places->pdata[i];

      g_string_append_printf (text, "%s%s %s: %s\n", covers[place->cover], place->trains ? "+" : "",
                              place->line->place, place->line->text);
    }
  return g_string_free (text, FALSE);
}

/* On the last day it still holds; three months ahead it is said to end; the one that holds longest counts. */
static void
test_trainers (World *self, gconstpointer data)
{
  static const struct
  {
    const char *day, *expected;
  } cases[] = {
    { "2026-01-15", "lacks Ede: There is a rollout, and nobody was trained\n"
                    "has Deventer: Can do it themselves\n"
                    "has+ Zwolle: Can do it themselves, and train others, until 30 June 2026\n" },
    { "2026-04-01", "lacks Ede: There is a rollout, and nobody was trained\n"
                    "ends+ Zwolle: Can do it themselves, and train others, until 30 June 2026\n"
                    "has Deventer: Can do it themselves\n" },
    { "2026-06-30", "lacks Ede: There is a rollout, and nobody was trained\n"
                    "ends+ Zwolle: Can do it themselves, and train others, until 30 June 2026\n"
                    "has Deventer: Can do it themselves\n" },
    { "2026-07-01", "lacks Ede: There is a rollout, and nobody was trained\n"
                    "lacks Zwolle: There is a rollout, and nobody may give it since 30 June 2026\n"
                    "has Deventer: Can do it themselves\n" },
  };
  g_autoptr (AjRolloutFacts) facts = NULL;

  add_training (self, self->zwolle, "gives", "2025-12-31");
  add_training (self, self->zwolle, "trains", "2026-06-30");
  add_training (self, self->deventer, "gives", "");
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->zwolle,
               NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->ede,
               NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "district", self->district,
               NULL);
  facts = load (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) places = NULL;
      g_autofree char *text = NULL;
      AjDate day;

      aj_date_parse_iso (cases[i].day, &day);
      places = aj_trainer_cover_list (facts, self->echt_nep, day);
      text = join_places (places);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Who was stopped needs nobody; a district of which no municipality can do it does; not yet is not. */
static void
test_trainers_edges (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GPtrArray) places = NULL, before = NULL;
  g_autofree char *text = NULL, *homeless = NULL;

  add_training (self, self->ede, "gives", "");
  add_training (self, "", "gives", "");
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->zwolle,
               "phase", "stopped", "stop-reason", "No room", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "district", self->district,
               NULL);
  facts = load (self);
  places = aj_trainer_cover_list (facts, self->echt_nep, aj_date_new (2026, 1, 15));
  text = join_places (places);
  g_assert_cmpstr (text, ==,
                   "lacks IJsselland: There is a rollout, and nobody was trained\n"
                   "has Ede: Can do it themselves\n");
  before = aj_trainer_cover_list (facts, self->echt_nep, aj_date_new (2025, 1, 5));
  g_assert_cmpuint (before->len, ==, 1);
  homeless = aj_trainer_cover_describe_homeless (facts, NULL, aj_date_new (2026, 1, 15));
  g_assert_cmpstr (homeless, ==,
                   "1 training that is valid says no municipality, and counts nowhere.");
}

/* All on one page, and nobody by name. */
static void
test_trainers_report (World *self, gconstpointer data)
{
  AjDate day = aj_date_new (2026, 1, 15);
  g_autoptr (AjRolloutFacts) none = load (self);
  g_autoptr (AjDocument) empty = aj_trainer_cover_make_report (none, NULL, day);
  g_autofree char *nothing = aj_document_to_text (empty);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjDocument) all = NULL, other = NULL;
  g_autofree char *text = NULL, *rest = NULL;

  g_assert_nonnull (strstr (nothing, "Nobody was trained yet, and nothing is rolled out."));
  add_training (self, self->zwolle, "trains", "");
  add_training (self, self->deventer, "gives", "2026-02-01");
  fixture_add (&self->base, "rollout", "intervention", self->hackshield, "municipality", self->ede,
               NULL);
  facts = load (self);
  all = aj_trainer_cover_make_report (facts, NULL, day);
  assert_row (all, "Echt-Nep", "Echt-Nep|Zwolle (trains others)|Deventer|");
  assert_row (all, "HackShield", "HackShield|||Ede");
  text = aj_document_to_text (all);
  g_assert_null (strstr (text, "Secret"));
  other = aj_trainer_cover_make_report (facts, self->hackshield, day);
  rest = aj_document_to_text (other);
  g_assert_null (strstr (rest, "Echt-Nep"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/intervention-knowledge/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("compare", test_compare);
  ADD ("compare-with-none", test_compare_with_none);
  ADD ("users", test_users);
  ADD ("users-without-waiting", test_users_without_waiting);
  ADD ("concerned", test_concerned);
  ADD ("trainers", test_trainers);
  ADD ("trainers-edges", test_trainers_edges);
  ADD ("trainers-report", test_trainers_report);
  return g_test_run ();
}
