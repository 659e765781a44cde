/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-rollout-task.h"
#include "aj-rollout.h"

#define ROLLOUT (&aj_rollout_record_type)
#define TASK    (&aj_rollout_task_record_type)

static AjValues *
make_rollout (const char *starts_on)
{
  AjValues *rollout = aj_values_new (ROLLOUT, NULL);

  aj_values_set_text (rollout, "municipality", "m1");
  aj_values_set_text (rollout, "starts-on", starts_on);
  return rollout;
}

static void
test_phases (void)
{
  g_autoptr (AjValues) rollout = make_rollout (NULL);

  g_assert_cmpint (aj_rollout_get_phase (rollout), ==, AJ_PHASE_IDEA);
  for (AjPhase phase = 0; phase < AJ_N_PHASES; phase++)
    {
      aj_values_set_text (rollout, "phase", aj_phase_get_code (phase));
      g_assert_cmpint (aj_rollout_get_phase (rollout), ==, phase);
      g_assert_cmpint (aj_rollout_is_open (rollout), ==, phase <= AJ_PHASE_RUNNING);
      g_assert_nonnull (aj_phase_get_label (phase));
    }
}

static void
test_sums (void)
{
  g_autoptr (AjValues) rollout = make_rollout (NULL);

  g_assert_cmpint (aj_rollout_sum_goal (rollout), ==, -1);
  aj_values_set_integer (rollout, "goal-elderly", 300);
  aj_values_set_integer (rollout, "goal-youth", 0);
  aj_values_set_integer (rollout, "reach-youth", 12);
  g_assert_cmpint (aj_rollout_sum_goal (rollout), ==, 300);
  g_assert_cmpint (aj_rollout_sum_reach (rollout), ==, 12);
}

/* In a municipality or in a district: whichever was said last. */
static void
test_where (void)
{
  g_autoptr (AjValues) before = make_rollout (NULL);
  g_autoptr (AjValues) after = aj_values_copy (before);

  aj_values_set_text (after, "district", "d1");
  aj_values_follow (before, after, (guint64) 1 << aj_record_type_find (ROLLOUT, "district"));
  aj_values_prepare (before, after);
  g_assert_true (aj_values_is_empty (after, "municipality"));
  g_assert_cmpstr (aj_values_get_text (after, "district"), ==, "d1");
  aj_values_set_text (after, "municipality", "m2");
  aj_values_prepare (before, after);
  g_assert_true (aj_values_is_empty (after, "district"));
}

static void
test_stop_and_go_on (void)
{
  g_autoptr (AjValues) stopped = make_rollout ("2026-05-04");
  g_autoptr (AjValues) again = NULL;

  aj_values_set_text (stopped, "phase", "stopped");
  aj_values_set_text (stopped, "stop-reason", "Nobody to give it");
  again = aj_values_copy (stopped);
  aj_values_set_text (again, "phase", "preparing");
  aj_values_prepare (stopped, again);
  g_assert_true (aj_values_is_empty (again, "stop-reason"));
  g_assert_cmpint (aj_values_get_integer (again, "sequence"), ==, 1);
}

/* In a form one field is saved at a time: the reason comes first, and says that it is stopped. */
static void
test_stop_by_reason (void)
{
  g_autoptr (AjValues) running = make_rollout ("2026-05-04");
  g_autoptr (AjValues) stopped = aj_values_copy (running);
  g_autoptr (GError) error = NULL;

  aj_values_set_text (stopped, "stop-reason", "Nobody to give it");
  aj_values_follow (running, stopped, (guint64) 1 << aj_record_type_find (ROLLOUT, "stop-reason"));
  aj_values_prepare (running, stopped);
  g_assert_cmpint (aj_rollout_get_phase (stopped), ==, AJ_PHASE_STOPPED);
  g_assert_cmpstr (aj_values_get_text (stopped, "stop-reason"), ==, "Nobody to give it");
}

static void
test_follow (void)
{
  g_autoptr (AjValues) before = make_rollout ("2026-03-23");
  g_autoptr (AjValues) after = NULL;

  aj_values_set_text (before, "ends-on", "2026-04-10");
  after = aj_values_copy (before);
  aj_values_set_text (after, "starts-on", "2026-10-19");
  aj_values_follow (before, after, (guint64) 1 << aj_record_type_find (ROLLOUT, "starts-on"));
  g_assert_cmpstr (aj_values_get_text (after, "ends-on"), ==, "2026-11-06");
}

static AjValues *
make_task (int days)
{
  AjValues *task = aj_values_new (TASK, NULL);

  aj_values_set_text (task, "rollout", "r1");
  aj_values_set_integer (task, "days", days);
  return task;
}

/* Days of the calendar: a night of 23 or 25 hours, a leap day and the turn of the year are one day each. */
static void
test_tasks_move_along (void)
{
  static const struct
  {
    const char *start;
    int days;
    const char *due;
  } cases[] = {
    { "2026-04-02", -7, "2026-03-26" }, { "2026-10-28", -7, "2026-10-21" },
    { "2028-03-02", -2, "2028-02-29" }, { "2026-01-05", -14, "2025-12-22" },
    { "2026-12-28", 14, "2027-01-11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjValues) rollout = make_rollout (cases[i].start);
      g_autoptr (AjValues) task = make_task (cases[i].days);

      TASK->derive (rollout, NULL, task);
      g_assert_cmpstr (aj_values_get_text (task, "due"), ==, cases[i].due);
    }
}

static void
test_tasks_that_stay (void)
{
  g_autoptr (AjValues) rollout = make_rollout ("2026-05-04");
  g_autoptr (AjValues) no_day = make_rollout (NULL);
  g_autoptr (AjValues) task = make_task (-7);
  g_autoptr (AjValues) pinned = NULL;

  TASK->derive (rollout, NULL, task);
  g_assert_cmpstr (aj_values_get_text (task, "due"), ==, "2026-04-27");
  pinned = aj_values_copy (task);
  aj_values_set_text (pinned, "due", "2026-04-20");
  aj_values_follow (task, pinned, (guint64) 1 << aj_record_type_find (TASK, "due"));
  TASK->derive (rollout, task, pinned);
  g_assert_cmpstr (aj_values_get_text (pinned, "due"), ==, "2026-04-20");
  TASK->derive (no_day, NULL, task);
  g_assert_true (aj_values_is_empty (task, "due"));
  aj_values_set_text (task, "due", "2026-04-01");
  aj_values_set_text (task, "state", "done");
  TASK->derive (rollout, NULL, task);
  g_assert_cmpstr (aj_values_get_text (task, "due"), ==, "2026-04-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rollout/phases", test_phases);
  g_test_add_func ("/rollout/sums", test_sums);
  g_test_add_func ("/rollout/where", test_where);
  g_test_add_func ("/rollout/stop-and-go-on", test_stop_and_go_on);
  g_test_add_func ("/rollout/stop-by-reason", test_stop_by_reason);
  g_test_add_func ("/rollout/follow", test_follow);
  g_test_add_func ("/rollout/tasks-move-along", test_tasks_move_along);
  g_test_add_func ("/rollout/tasks-that-stay", test_tasks_that_stay);
  return g_test_run ();
}
