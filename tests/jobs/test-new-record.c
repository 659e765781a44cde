/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new record begins with, and what it brings along: an evaluation. */
#include "aj-contact.h"
#include "aj-evaluation.h"
#include "aj-jobs-fixture.h"
#include "aj-new-record.h"

static void
test_begin (void)
{
  g_autoptr (AjValues) evaluation = aj_values_new (&aj_evaluation_record_type, NULL);
  g_autoptr (AjValues) contact = aj_values_new (&aj_contact_record_type, NULL);

  aj_new_record_begin (evaluation, aj_date_new (2026, 11, 28));
  g_assert_cmpstr (aj_values_get_text (evaluation, "date"), ==, "2026-11-28");
  /* What somebody filled in stays. */
  aj_new_record_begin (evaluation, aj_date_new (2026, 12, 1));
  g_assert_cmpstr (aj_values_get_text (evaluation, "date"), ==, "2026-11-28");
  aj_new_record_begin (contact, aj_date_new (2026, 11, 28));
  g_assert_true (aj_values_is_empty (contact, "date"));
}

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **waiting = user_data;

  *waiting = g_object_ref (result);
}

/* An edit with an evaluation of @rollout and what follows from it. */
static AjEdit *
evaluate (Fixture *self, const char *rollout, gboolean expected)
{
  AjEdit *edit = aj_edit_new (self->store, "Add evaluation");
  AjValues *values = aj_edit_add (edit, &aj_evaluation_record_type);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  aj_new_record_begin (values, aj_date_new (2026, 11, 28));
  aj_values_set_text (values, "rollout", rollout);
  aj_new_record_complete_async (edit, self->store, values, NULL, completed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (aj_new_record_complete_finish (result, &error), ==, expected);
  g_assert_no_error (error);
  return edit;
}

static void
assert_phase (Fixture *self, const char *rollout, const char *phase)
{
  g_autoptr (AjRecord) record = fixture_find (self, "rollout", "id", rollout);

  g_assert_cmpstr (aj_record_get_text (record, "phase"), ==, phase);
}

/* What is done is evaluated by it, as one step that is undone as one; what still runs is not, nor what is evaluated already. */
static void
test_phase (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *before, *after;
  } cases[] = {
    { "running", "running" },
    { "done", "evaluated" },
    { "evaluated", "evaluated" },
    { "stopped", "stopped" },
  };
  const char *town = fixture_add (self, "municipality", "name", "Deventer", "code", "GM0150", NULL);
  const char *game = fixture_add (self, "intervention", "name", "Game", NULL);
  const char *rollout = fixture_add (self, "rollout", "intervention", game, "municipality", town,
                                     "starts-on", "2026-03-02", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean follows = !g_str_equal (cases[i].before, cases[i].after);
      g_autoptr (AjEdit) edit = NULL;
      g_autoptr (GError) error = NULL;

      fixture_set (self, "rollout", rollout, "phase", cases[i].before, "stop-reason",
                   g_str_equal (cases[i].before, "stopped") ? "No people" : NULL, NULL);
      edit = evaluate (self, rollout, follows);
      g_assert_cmpstr (aj_edit_get_label (edit), ==,
                       follows ? "Add evaluation, and set the rollout to evaluated"
                               : "Add evaluation");
      aj_edit_commit (edit, &error);
      g_assert_no_error (error);
      assert_phase (self, rollout, cases[i].after);
      g_assert_true (aj_store_undo (self->store, NULL, &error));
      g_assert_no_error (error);
      assert_phase (self, rollout, cases[i].before);
      g_assert_cmpint (fixture_count (self, "evaluation"), ==, 0);
    }
}

/* Of a rollout that is not there nothing follows. */
static void
test_none (Fixture *self, gconstpointer data)
{
  g_autoptr (AjEdit) lost = evaluate (self, "nowhere", FALSE);
  g_autoptr (AjEdit) open = evaluate (self, NULL, FALSE);

  g_assert_cmpstr (aj_edit_get_label (lost), ==, "Add evaluation");
  g_assert_cmpstr (aj_edit_get_label (open), ==, "Add evaluation");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/new-record/begin", test_begin);
  g_test_add ("/new-record/phase", Fixture, NULL, fixture_set_up, test_phase, fixture_tear_down);
  g_test_add ("/new-record/none", Fixture, NULL, fixture_set_up, test_none, fixture_tear_down);
  return g_test_run ();
}
