/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order rollouts and loans are told of, and how what is told follows a change. */
#include "aj-jobs-fixture.h"
#include "aj-loan.h"
#include "aj-name-ranks.h"
#include "aj-rollout-facts.h"
#include "aj-rollout.h"

typedef struct
{
  Fixture base;
  const char *deventer, *zwolle, *ede;
  const char *echt_nep, *hackshield;
  const char *bike;
} World;

static void
set_up (World *self, gconstpointer data)
{
  Fixture *base = &self->base;

  fixture_set_up (base, data);
  self->deventer = fixture_add (base, "municipality", "name", "Deventer", "code", "GM0150", NULL);
  self->zwolle = fixture_add (base, "municipality", "name", "Zwolle", "code", "GM0193", NULL);
  self->ede = fixture_add (base, "municipality", "name", "Ede", "code", "GM0228", NULL);
  self->echt_nep = fixture_add (base, "intervention", "name", "Echt-Nep", NULL);
  self->hackshield = fixture_add (base, "intervention", "name", "HackShield", NULL);
  self->bike = fixture_add (base, "material", "name", "Cargo bike", NULL);
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

/* Four, of which one has no day. */
static void
add_rollouts (World *self)
{
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->zwolle,
               "starts-on", "2026-03-02", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality",
               self->deventer, "starts-on", "2025-11-03", NULL);
  fixture_add (&self->base, "rollout", "intervention", self->echt_nep, "municipality", self->ede,
               NULL);
  fixture_add (&self->base, "rollout", "intervention", self->hackshield, "municipality", self->ede,
               "starts-on", "2026-02-02", NULL);
}

static void
assert_places (AjRolloutFacts *facts, const char *expected)
{
  GPtrArray *rollouts = aj_rollout_facts_get_rollouts (facts);
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < rollouts->len; i++)
    g_string_append_printf (places, "%s%s", i > 0 ? ", " : "",
                            aj_rollout_facts_get_place (facts, rollouts->pdata[i]));
  g_assert_cmpstr (places->str, ==, expected);
}

/* Of one day, by place; and a place that many have is looked at once. */
static void
test_order (World *self, gconstpointer data)
{
  const char *places[] = { self->zwolle, self->ede, self->deventer, self->zwolle, self->ede };
  g_autoptr (AjRolloutFacts) facts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    fixture_add (&self->base, "rollout", "intervention", i < 3 ? self->echt_nep : self->hackshield,
                 "municipality", places[i], "starts-on", "2026-03-02", NULL);
  facts = load (self);
  assert_places (facts, "Deventer, Ede, Ede, Zwolle, Zwolle");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Ranks say the same as comparing each with each does. */
static void
test_ranks (World *self, gconstpointer data)
{
  static const char *const texts[] = { "Zwolle", "Ede",      "",    "ede",  "Écht",
                                       "Echt",   "Deventer", "Ede", "'s-G", "IJs",
                                       "IJssel", "Losser",   "" };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) ranks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (names, (char *) texts[i]);
  ranks = aj_name_ranks_new (names);
  g_assert_cmpuint (g_hash_table_size (ranks), ==, G_N_ELEMENTS (texts) - 2);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 1; i < names->len; i++)
    {
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, names->pdata[i - 1]));
      guint own = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, names->pdata[i]));

      g_assert_cmpuint (own, ==,
                        before + (compare_names (&names->pdata[i - 1], &names->pdata[i]) != 0));
    }
}

/* What is told of a commit, and what came of it. */
typedef struct
{
  AjRolloutFacts *before; /* (borrowed) */
  AjRolloutFacts *after;  /* (owned) (nullable): that follow it */
  GError *error;          /* (owned) (nullable) */
  gboolean is_followed;
  gboolean is_done;
} Following;

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Following *following = user_data;

  following->after = aj_rollout_facts_load_finish (AJ_STORE (source), result, &following->error);
  following->is_done = TRUE;
}

static void
changed_cb (AjStore *store, AjChanges *changes, Following *following)
{
  following->is_followed = aj_rollout_facts_can_follow (following->before, changes);
  following->is_done = !following->is_followed;
  if (following->is_followed)
    aj_rollout_facts_follow_async (store, following->before, changes, NULL, followed_cb, following);
}

/* (transfer full) (nullable): what @before is after the edit, without reading; NULL where that cannot be said. */
static AjRolloutFacts *
follow (World *self, AjRolloutFacts *before, AjEdit *edit)
{
  Following following = { .before = before };
  gulong handler = g_signal_connect (self->base.store, "changed", G_CALLBACK (changed_cb),
                                     &following);
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_edit_commit (edit, &error));
  g_assert_no_error (error);
  while (!following.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (following.error);
  g_signal_handler_disconnect (self->base.store, handler);
  return following.after;
}

static void
assert_same_list (GPtrArray *list, GPtrArray *expected)
{
  g_assert_cmpuint (list->len, ==, expected->len);
  for (guint i = 0; i < list->len; i++)
    {
      g_assert_cmpstr (aj_values_get_id (list->pdata[i]), ==,
                       aj_values_get_id (expected->pdata[i]));
      g_assert_cmpuint (aj_values_diff (list->pdata[i], expected->pdata[i]), ==, 0);
    }
}

/* They are as they are read. */
static void
assert_as_read (World *self, AjRolloutFacts *facts)
{
  g_autoptr (AjRolloutFacts) fresh = load (self);

  g_assert_nonnull (facts);
  assert_same_list (aj_rollout_facts_get_rollouts (facts), aj_rollout_facts_get_rollouts (fresh));
  assert_same_list (aj_rollout_facts_get_loans (facts), aj_rollout_facts_get_loans (fresh));
}

/* What changed, came and went is known from the news of it, as if all was read again. */
static void
test_follow (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) first = NULL, second = NULL, third = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Move, add and remove");
  g_autoptr (AjEdit) lending = aj_edit_new (self->base.store, "Lend");
  const AjValues *own;
  AjValues *rollout, *loan;

  add_rollouts (self);
  first = load (self);
  own = aj_rollout_facts_get_rollouts (first)->pdata[2];
  rollout = aj_edit_change_values (edit, own);
  aj_values_set_text (rollout, "starts-on", "2026-01-05");
  aj_edit_remove_values (edit, aj_rollout_facts_get_rollouts (first)->pdata[3]);
  rollout = aj_edit_add (edit, &aj_rollout_record_type);
  aj_values_set_text (rollout, "intervention", self->hackshield);
  aj_values_set_text (rollout, "municipality", self->deventer);
  second = follow (self, first, edit);
  assert_places (second, "Deventer, Zwolle, Ede, Deventer");
  assert_as_read (self, second);
  /* What was read before is as it was. */
  assert_places (first, "Deventer, Ede, Zwolle, Ede");

  loan = aj_edit_add (lending, &aj_loan_record_type);
  aj_values_set_text (loan, "material", self->bike);
  aj_values_set_text (loan, "municipality", self->ede);
  aj_values_set_text (loan, "rollout", aj_values_get_id (own));
  aj_values_set_text (loan, "from", "2026-03-03");
  aj_values_set_text (loan, "until", "2026-03-06");
  third = follow (self, second, lending);
  assert_as_read (self, third);
  g_assert_cmpstr (aj_values_get_text (aj_rollout_facts_get_rollout_of (
                                           third, aj_rollout_facts_get_loans (third)->pdata[0]),
                                       "starts-on"),
                   ==, "2026-01-05");
}

/* What is called otherwise, and whoever was not known, has to be read. */
static void
test_no_follow (World *self, gconstpointer data)
{
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjEdit) naming = aj_edit_new (self->base.store, "Name");
  g_autoptr (AjEdit) lending = aj_edit_new (self->base.store, "Lend");
  const char *person = fixture_add (&self->base, "person", "name", "Anna Bakker", NULL);
  AjValues *loan;

  add_rollouts (self);
  facts = load (self);
  aj_values_set_text (aj_edit_change_values (naming, aj_rollout_facts_get (facts, self->ede)),
                      "name", "Ede (Gld)");
  g_assert_null (follow (self, facts, naming));
  loan = aj_edit_add (lending, &aj_loan_record_type);
  aj_values_set_text (loan, "material", self->bike);
  aj_values_set_text (loan, "municipality", self->ede);
  aj_values_set_text (loan, "contact", person);
  aj_values_set_text (loan, "from", "2026-03-03");
  aj_values_set_text (loan, "until", "2026-03-06");
  g_assert_null (follow (self, facts, lending));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/jobs/rollout-facts/" path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("ranks", test_ranks);
  ADD ("follow", test_follow);
  ADD ("no-follow", test_no_follow);
  return g_test_run ();
}
