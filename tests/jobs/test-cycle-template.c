/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cycle asks for around each meeting, and the coming meetings that have it. */
#include "aj-cycle-template.h"

#include "aj-agenda.h"
#include "aj-cycle-job.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting-facts.h"
#include "aj-task.h"

typedef struct
{
  Fixture base;
  const char *group;
  const char *cycle;
  const char *meeting; /* in March */
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->cycle = fixture_add (&self->base, "cycle", "group", self->group, NULL);
  self->meeting = fixture_add (&self->base, "meeting", "group", self->group, "cycle", self->cycle,
                               "starts-at", "2026-03-12T10:00", "ends-at", "2026-03-12T12:00",
                               NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjCycleTemplate *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjCycleTemplate *template = aj_cycle_template_load (self->base.store, self->group, &error);

  g_assert_no_error (error);
  return template;
}

static void
commit (AjEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
assert_behind (World *self, guint expected)
{
  g_autoptr (AjCycleTemplate) template = load (self);

  g_assert_cmpuint (aj_cycle_template_count_behind (template), ==, expected);
}

static void
catch_up (World *self)
{
  g_autoptr (AjCycleTemplate) template = load (self);
  g_autoptr (AjEdit) edit = aj_cycle_template_catch_up (template, self->base.store);

  commit (edit);
  assert_behind (self, 0);
}

static char *
dup_due (World *self, const char *name)
{
  g_autoptr (AjRecord) task = fixture_find (&self->base, "task", "name", name);

  return g_strdup (aj_record_get_text (task, "due"));
}

/* A step more reaches the coming meetings and not those that were; one of another day moves what is still to be done. */
static void
test_catch_up (World *self, gconstpointer data)
{
  const char *step;
  g_autofree char *due = NULL, *moved = NULL;

  fixture_add (&self->base, "meeting", "group", self->group, "starts-at", "2026-01-08T10:00",
               "ends-at", "2026-01-08T12:00", NULL);
  fixture_add (&self->base, "meeting", "group", self->group, "starts-at", "2026-05-14T10:00",
               "ends-at", "2026-05-14T12:00", "state", "cancelled", NULL);
  assert_behind (self, 0);
  step = fixture_add (&self->base, "preparation-step", "cycle", self->cycle, "name", "Agenda uit",
                      "days", "-14", NULL);
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Rondvraag", "position",
               "10", "at-end", "true", NULL);
  assert_behind (self, 1);
  catch_up (self);
  g_assert_cmpint (fixture_count (&self->base, "task"), ==, 1);
  g_assert_cmpint (fixture_count (&self->base, "agenda-item"), ==, 1);
  due = dup_due (self, "Agenda uit");
  g_assert_cmpstr (due, ==, "2026-02-26");

  fixture_set (&self->base, "preparation-step", step, "days", "-21", NULL);
  assert_behind (self, 1);
  catch_up (self);
  moved = dup_due (self, "Agenda uit");
  g_assert_cmpstr (moved, ==, "2026-02-19");
}

/* What somebody did or decided at the meeting is not undone by it. */
static void
test_leaves (World *self, gconstpointer data)
{
  const char *done = fixture_add (&self->base, "preparation-step", "cycle", self->cycle, "name",
                                  "Gedaan", "days", "-21", NULL);
  const char *pinned = fixture_add (&self->base, "preparation-step", "cycle", self->cycle, "name",
                                    "Vast", "days", "-14", NULL);
  const char *anna = fixture_add (&self->base, "person", "name", "Anna", NULL);
  g_autofree char *due = NULL;

  catch_up (self);
  {
    g_autoptr (AjRecord) task = fixture_find (&self->base, "task", "name", "Gedaan");
    g_autoptr (AjRecord) other = fixture_find (&self->base, "task", "name", "Vast");

    fixture_set (&self->base, "task", aj_record_get_id (task), "state", AJ_TASK_DONE, NULL);
    fixture_set (&self->base, "task", aj_record_get_id (other), "assignee", anna, "due",
                 "2026-03-01", "pinned", "true", NULL);
  }
  fixture_set (&self->base, "preparation-step", done, "name", "Anders", NULL);
  fixture_set (&self->base, "preparation-step", pinned, "days", "-28", NULL);
  assert_behind (self, 0);
  due = dup_due (self, "Vast");
  g_assert_cmpstr (due, ==, "2026-03-01");
  /* A step that is asked for no longer leaves what it brought. */
  fixture_remove (&self->base, "preparation-step", pinned);
  assert_behind (self, 0);
  g_assert_cmpint (fixture_count (&self->base, "task"), ==, 2);
}

/* An agenda that has the item, whatever its case, is not given it twice. */
static void
test_same_item (World *self, gconstpointer data)
{
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Rondvraag", NULL);
  fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->meeting, "name",
               "rondvraag", NULL);
  assert_behind (self, 0);
}

static char *
join_agenda (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting,
                                                            &error);
  GPtrArray *agenda = facts != NULL ? aj_meeting_facts_get_agenda (facts) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < agenda->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            aj_values_get_text (agenda->pdata[i], "name"));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* What one meeting calls otherwise does not come back under its old name; what another brings still comes. */
static void
test_renamed_item (World *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Opening", "position",
               "10", NULL);
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Rondvraag", "position",
               "10", "at-end", "true", NULL);
  catch_up (self);
  before = join_agenda (self);
  g_assert_cmpstr (before, ==, "Opening, Rondvraag");
  {
    g_autoptr (AjRecord) opening = fixture_find (&self->base, "agenda-item", "name", "Opening");

    fixture_set (&self->base, "agenda-item", aj_record_get_id (opening), "name",
                 "Welkom door de burgemeester", NULL);
  }
  assert_behind (self, 0);
  {
    g_autoptr (AjRecord) last = fixture_find (&self->base, "agenda-item", "name", "Rondvraag");

    /* Also where it stands elsewhere, and is of another kind. */
    fixture_set (&self->base, "agenda-item", aj_record_get_id (last), "name", "Wat verder", "kind",
                 "discussion", "position", "1000", NULL);
  }
  assert_behind (self, 0);
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Mededelingen",
               "position", "20", NULL);
  assert_behind (self, 1);
  catch_up (self);
  after = join_agenda (self);
  g_assert_cmpstr (after, ==, "Welkom door de burgemeester, Mededelingen, Wat verder");
}

/* Two windows that bring the same to a meeting bring it once. */
static void
test_two_windows (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) other = aj_store_open (self->base.path, AJ_STORE_OPEN_DEFAULT, "Bart",
                                             self->base.clock, &error);
  g_autoptr (AjCycleTemplate) mine = NULL, theirs = NULL;
  g_autoptr (AjEdit) first = NULL, second = NULL;

  g_assert_no_error (error);
  fixture_add (&self->base, "preparation-step", "cycle", self->cycle, "name", "Order lunch", NULL);
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Opening", "position",
               "10", NULL);
  mine = load (self);
  theirs = load (self);
  first = aj_cycle_template_catch_up (mine, self->base.store);
  second = aj_cycle_template_catch_up (theirs, other);
  aj_edit_commit (first, &error);
  g_assert_no_error (error);
  aj_edit_commit (second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (aj_edit_get_revision (second), ==, 0);
  g_assert_cmpint (fixture_count (&self->base, "task"), ==, 1);
  g_assert_cmpint (fixture_count (&self->base, "agenda-item"), ==, 1);
}

/* Of two that are called the same, an agenda gets one. */
static void
test_item_twice (World *self, gconstpointer data)
{
  g_autoptr (AjCycleTemplate) template = NULL;
  g_autofree char *agenda = NULL;

  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Opening", "position",
               "10", NULL);
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "opening", "position",
               "20", NULL);
  catch_up (self);
  agenda = join_agenda (self);
  g_assert_cmpstr (agenda, ==, "Opening");
  template = load (self);
  g_assert_true (aj_cycle_template_has_item (template, "OPENING"));
  g_assert_false (aj_cycle_template_has_item (template, "Rondvraag"));
}

/* One step gives a group that has nothing all that is usual; one step back takes it away again. */
static void
test_begin (World *self, gconstpointer data)
{
  g_autoptr (AjCycleTemplate) template = load (self);
  g_autoptr (AjEdit) edit = aj_cycle_template_begin (template, self->base.store);
  g_autoptr (AjCycleTemplate) begun = NULL;
  g_autoptr (AjEdit) again = NULL;
  g_autoptr (GError) error = NULL;

  commit (edit);
  begun = load (self);
  g_assert_cmpuint (aj_cycle_template_get_steps (begun)->len, >, 5);
  g_assert_cmpuint (aj_cycle_template_get_items (begun)->len, >, 2);
  g_assert_cmpint (fixture_count (&self->base, "task"), ==,
                   aj_cycle_template_get_steps (begun)->len);
  g_assert_cmpuint (aj_cycle_template_count_behind (begun), ==, 0);
  again = aj_cycle_template_begin (begun, self->base.store);
  g_assert_null (again);
  aj_store_undo (self->base.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&self->base, "task"), ==, 0);
  g_assert_cmpint (fixture_count (&self->base, "preparation-step"), ==, 0);
}

/* Planning a year gives each new meeting its checklist and agenda, each step on its own day. */
static void
test_planned (World *self, gconstpointer data)
{
  g_autoptr (AjHolidays) holidays = NULL;
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_before;

  fixture_add (&self->base, "preparation-step", "cycle", self->cycle, "name", "Verslag", "days",
               "7", NULL);
  fixture_add (&self->base, "standing-item", "cycle", self->cycle, "name", "Opening", NULL);
  n_before = fixture_count (&self->base, "meeting");
  holidays = aj_holidays_new ();
  facts = aj_cycle_facts_load (self->base.store, self->group, 2027, &error);
  g_assert_no_error (error);
  cycle = aj_cycle_job_dup_cycle (facts, NULL, NULL);
  plan = aj_cycle_job_plan (facts, cycle, holidays, NULL, &error);
  g_assert_no_error (error);
  aj_cycle_job_apply (self->base.store, facts, cycle, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (&self->base, "task"), ==,
                   fixture_count (&self->base, "meeting") - n_before);
  meetings = fixture_meetings (&self->base, self->group);
  for (guint i = 0; i < meetings->len; i++)
    {
      g_autofree char *due = NULL;
      AjWallTime start;

      aj_record_get_wall_time (meetings->pdata[i], "starts-at", &start);
      if (aj_date_get_year (start.date) != 2027)
        continue;
      due = aj_date_to_iso (start.date + 7);
      g_object_unref (fixture_find (&self->base, "task", "due", due));
    }
  g_assert_cmpint (fixture_count (&self->base, "agenda-item"), ==,
                   fixture_count (&self->base, "task"));
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (AjCycleTemplate) template = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (&self->base, "preparation-step", "cycle", self->cycle, "name", "Agenda uit", NULL);
  aj_cycle_template_load_async (self->base.store, self->group, NULL, waiter_ready_cb, &waiter);
  template = aj_cycle_template_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aj_cycle_template_get_steps (template)->len, ==, 1);
  g_assert_cmpuint (aj_cycle_template_count_behind (template), ==, 1);
  g_object_unref (waiter.result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, World, NULL, set_up, test, tear_down)
  ADD ("/jobs/cycle-template/catch-up", test_catch_up);
  ADD ("/jobs/cycle-template/leaves", test_leaves);
  ADD ("/jobs/cycle-template/same-item", test_same_item);
  ADD ("/jobs/cycle-template/renamed-item", test_renamed_item);
  ADD ("/jobs/cycle-template/item-twice", test_item_twice);
  ADD ("/jobs/cycle-template/two-windows", test_two_windows);
  ADD ("/jobs/cycle-template/begin", test_begin);
  ADD ("/jobs/cycle-template/planned", test_planned);
  ADD ("/jobs/cycle-template/without-waiting", test_without_waiting);
  return g_test_run ();
}
