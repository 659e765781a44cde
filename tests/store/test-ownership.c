/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is part of another record follows it, is bound by it, and goes with it. */

#include <string.h>

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-decision.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-minutes.h"
#include "aj-paper.h"
#include "aj-person.h"
#include "aj-task.h"
#include "store-fixture.h"

#define AGENDA     (&aj_agenda_item_record_type)
#define ATTENDANCE (&aj_attendance_record_type)
#define GROUP      (&aj_group_record_type)
#define MEETING    (&aj_meeting_record_type)
#define TASK       (&aj_task_record_type)

/* Field and text pairs, ended by NULL. (transfer full): the id. */
static char *
add (AjStore *store, const AjRecordType *type, const char *field, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  char *id = g_strdup (aj_values_get_id (values));
  va_list pairs;

  va_start (pairs, field);
  for (; field != NULL; field = va_arg (pairs, const char *))
    {
      const AjField *found = aj_record_type_get_field (type, field, NULL);
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      aj_field_parse (found, va_arg (pairs, const char *), &value, &error);
      g_assert_no_error (error);
      aj_values_set (values, (guint) aj_record_type_find (type, field), &value);
    }
  va_end (pairs);
  store_commit (edit);
  return id;
}

/* The edit must be refused by a rule. */
static void
set_field_refused (
    AjStore *store, const AjRecordType *type, const char *id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) record = aj_store_load_record (store, type, id, &error);
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Change");

  g_assert_no_error (error);
  aj_values_set_text (aj_edit_change (edit, record), field, text);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
}

typedef struct
{
  char *group;
  char *meeting;
} World;

static void
world_clear (World *self)
{
  g_free (self->group);
  g_free (self->meeting);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static void
world_fill (World *self, AjStore *store)
{
  self->group = add_group (store, "Expertteam Cyber");
  self->meeting = add_meeting (store, self->group, "Preventie", "2026-03-12T10:00");
}

static char *
add_step (AjStore *store, World *world, const char *name, const char *days)
{
  return add (store, TASK, "name", name, "kind", AJ_TASK_PREPARATION, "meeting", world->meeting,
              "days", days, NULL);
}

/* Days from the meeting, over both changes of the clock and the end of a year. */
static void
test_follows (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *agenda = NULL, *minutes = NULL;

  world_fill (&world, self->store);
  agenda = add_step (self->store, &world, "Agenda versturen", "-14");
  minutes = add_step (self->store, &world, "Verslag versturen", "7");
  assert_stored (self->store, TASK, agenda, "due", "2026-02-26");
  assert_stored (self->store, TASK, minutes, "due", "2026-03-19");
  assert_stored (self->store, TASK, minutes, "group", world.group);

  set_field (self->store, MEETING, world.meeting, "starts-at", "2026-04-02T10:00");
  assert_stored (self->store, TASK, agenda, "due", "2026-03-19");
  assert_stored (self->store, TASK, minutes, "due", "2026-04-09");
  set_field (self->store, MEETING, world.meeting, "starts-at", "2026-10-29T10:00");
  assert_stored (self->store, TASK, agenda, "due", "2026-10-15");
  set_field (self->store, MEETING, world.meeting, "starts-at", "2027-01-07T10:00");
  assert_stored (self->store, TASK, agenda, "due", "2026-12-24");
  assert_stored (self->store, TASK, minutes, "due", "2027-01-14");

  /* One step back takes the meeting and all that followed. */
  store_undo (self->store, "Set starts-at to 2027-01-07T10:00");
  assert_stored (self->store, MEETING, world.meeting, "starts-at", "2026-10-29T10:00");
  assert_stored (self->store, TASK, agenda, "due", "2026-10-15");
  store_redo (self->store, "Set starts-at to 2027-01-07T10:00");
  assert_stored (self->store, TASK, agenda, "due", "2026-12-24");
}

/* What is done or has a day of its own stays; taking the day away gives back that of the meeting. */
static void
test_stays (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *done = NULL, *pinned = NULL;

  world_fill (&world, self->store);
  done = add_step (self->store, &world, "Agenda versturen", "-14");
  pinned = add_step (self->store, &world, "Spreker vragen", "-42");
  set_field (self->store, TASK, done, "state", AJ_TASK_DONE);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AjRecord) record = aj_store_load_record (self->store, TASK, pinned, &error);
    g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Pin");
    AjValues *values = aj_edit_change (edit, record);

    aj_values_set_text (values, "due", "2026-01-15");
    aj_values_follow (aj_record_get_values (record), values,
                      G_GUINT64_CONSTANT (1) << aj_record_type_find (TASK, "due"));
    store_commit (edit);
  }
  assert_stored (self->store, TASK, pinned, "pinned", "true");
  set_field (self->store, MEETING, world.meeting, "starts-at", "2026-04-02T10:00");
  assert_stored (self->store, TASK, done, "due", "2026-02-26");
  assert_stored (self->store, TASK, pinned, "due", "2026-01-15");

  /* To be done again, so by the day that now holds. */
  set_field (self->store, TASK, done, "state", AJ_TASK_OPEN);
  assert_stored (self->store, TASK, done, "due", "2026-03-19");
  set_field (self->store, TASK, pinned, "pinned", NULL);
  assert_stored (self->store, TASK, pinned, "due", "2026-02-19");
}

static void
test_goes_along (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *later = NULL, *task = NULL, *item = NULL, *decided = NULL, *paper = NULL;
  g_autofree char *person = add_person (self->store, "Anna"), *attendance = NULL;

  world_fill (&world, self->store);
  later = add_meeting (self->store, world.group, "Ouderen", "2026-05-21T10:00");
  task = add_step (self->store, &world, "Agenda versturen", "-14");
  item = add (self->store, AGENDA, "name", "Opening", "group", world.group, "meeting",
              world.meeting, NULL);
  decided = add (self->store, &aj_decision_record_type, "group", world.group, "year", "2026",
                 "number", "1", "text", "Doorgaan", "meeting", later, "agenda-item", item, NULL);
  paper = add (self->store, &aj_paper_record_type, "name", "Notitie", "agenda-item", item,
               "meeting", world.meeting, NULL);
  attendance = add (self->store, &aj_attendance_record_type, "meeting", world.meeting, "person",
                    person, NULL);

  remove_record (self->store, MEETING, world.meeting);
  g_assert_false (is_stored (self->store, TASK, task));
  g_assert_false (is_stored (self->store, AGENDA, item));
  g_assert_false (is_stored (self->store, &aj_attendance_record_type, attendance));
  assert_stored (self->store, &aj_decision_record_type, decided, "agenda-item", "");
  assert_stored (self->store, &aj_paper_record_type, paper, "agenda-item", "");
  assert_stored (self->store, &aj_paper_record_type, paper, "meeting", "");
  assert_stored (self->store, &aj_decision_record_type, decided, "meeting", later);
  g_assert_true (is_stored (self->store, &aj_person_record_type, person));

  store_undo (self->store, "Remove");
  assert_stored (self->store, TASK, task, "due", "2026-02-26");
  assert_stored (self->store, AGENDA, item, "meeting", world.meeting);
  assert_stored (self->store, &aj_decision_record_type, decided, "agenda-item", item);
  assert_stored (self->store, &aj_paper_record_type, paper, "agenda-item", item);
  assert_stored (self->store, &aj_attendance_record_type, attendance, "person", person);
  store_redo (self->store, "Remove");
  g_assert_false (is_stored (self->store, TASK, task));
}

static void
remove_refused (StoreFixture *self, const AjRecordType *type, const char *id, const char *pattern)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Remove");
  g_autoptr (GError) error = NULL;

  aj_edit_remove (edit, type, id);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
  g_assert_true (is_stored (self->store, type, id));
}

/* What a meeting decided and agreed on goes only when somebody says so; what was done goes along. */
static void
test_outcome_stays (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *decision = NULL, *action = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  world_fill (&world, self->store);
  decision = add (self->store, &aj_decision_record_type, "group", world.group, "meeting",
                  world.meeting, "year", "2026", "number", "7", "text", "Doorgaan", NULL);
  remove_refused (self, MEETING, world.meeting, "Decision 2026-7 was taken at this meeting*");
  g_assert_true (is_stored (self->store, &aj_decision_record_type, decision));
  remove_record (self->store, &aj_decision_record_type, decision);
  action = add (self->store, TASK, "name", "Bellen", "meeting", world.meeting, NULL);
  remove_refused (self, MEETING, world.meeting, "The action point “Bellen” was agreed on*");
  g_assert_true (is_stored (self->store, TASK, action));
  /* Both by name are meant. */
  edit = aj_edit_new (self->store, "Remove");
  aj_edit_remove (edit, TASK, action);
  aj_edit_remove (edit, MEETING, world.meeting);
  store_commit (edit);
  g_assert_false (is_stored (self->store, MEETING, world.meeting));
  g_assert_false (is_stored (self->store, TASK, action));
  g_assert_true (aj_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (is_stored (self->store, TASK, action));
}

/* Who said yes to the tenth said nothing of the nineteenth; that they said it stays. */
static void
test_answer (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *person = add_person (self->store, "Anna"), *attendance = NULL;

  world_fill (&world, self->store);
  attendance = add (self->store, &aj_attendance_record_type, "meeting", world.meeting, "person",
                    person, "answer", AJ_ANSWER_YES, NULL);
  assert_stored (self->store, &aj_attendance_record_type, attendance, "answer-sequence", "0");
  set_field (self->store, MEETING, world.meeting, "starts-at", "2026-03-19T10:00");
  assert_stored (self->store, &aj_attendance_record_type, attendance, "answer", AJ_ANSWER_YES);
  assert_stored (self->store, &aj_attendance_record_type, attendance, "answer-sequence", "0");
  set_field (self->store, &aj_attendance_record_type, attendance, "answer", AJ_ANSWER_MAYBE);
  assert_stored (self->store, &aj_attendance_record_type, attendance, "answer-sequence", "1");
  set_field (self->store, &aj_attendance_record_type, attendance, "answer", NULL);
  assert_stored (self->store, &aj_attendance_record_type, attendance, "answer-sequence", "");
}

/* What the chair has to do goes along with the chair, until somebody is named for it or it is done. */
static void
test_role (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *anna = add_person (self->store, "Anna"),
                  *bram = add_person (self->store, "Bram");
  g_autofree char *agenda = NULL, *minutes = NULL;

  world_fill (&world, self->store);
  agenda = add_step (self->store, &world, "Agenda versturen", "-14");
  minutes = add_step (self->store, &world, "Verslag versturen", "7");
  set_field (self->store, TASK, agenda, "role", "chair");
  set_field (self->store, TASK, minutes, "role", "chair");
  assert_stored (self->store, TASK, agenda, "assignee", "");
  set_field (self->store, MEETING, world.meeting, "chair", anna);
  assert_stored (self->store, TASK, agenda, "assignee", anna);
  set_field (self->store, TASK, minutes, "state", AJ_TASK_DONE);
  set_field (self->store, MEETING, world.meeting, "chair", bram);
  assert_stored (self->store, TASK, agenda, "assignee", bram);
  assert_stored (self->store, TASK, minutes, "assignee", anna);
  store_undo (self->store, NULL);
  assert_stored (self->store, TASK, agenda, "assignee", anna);
}

/* An edit that removes a record and gives its parts to another loses none of them, in whatever order it says so. */
static void
test_given_away (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *later = NULL, *task = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjRecord) record = NULL;

  world_fill (&world, self->store);
  later = add_meeting (self->store, world.group, "Ouderen", "2026-05-21T10:00");
  task = add_step (self->store, &world, "Agenda versturen", "-14");
  record = aj_store_load_record (self->store, TASK, task, NULL);
  edit = aj_edit_new (self->store, "Put together");
  aj_edit_remove (edit, MEETING, world.meeting);
  aj_values_set_text (aj_edit_change (edit, record), "meeting", later);
  store_commit (edit);
  g_assert_false (is_stored (self->store, MEETING, world.meeting));
  assert_stored (self->store, TASK, task, "meeting", later);
  assert_stored (self->store, TASK, task, "due", "2026-05-07");
}

/* The minutes bind what they are made of, and nothing else. */
static void
test_fixed (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *item = NULL, *decision = NULL, *task = NULL, *backlog = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  world_fill (&world, self->store);
  item = add (self->store, AGENDA, "name", "Opening", "group", world.group, "meeting",
              world.meeting, NULL);
  backlog = add (self->store, AGENDA, "name", "Ooit", "group", world.group, NULL);
  decision = add (self->store, &aj_decision_record_type, "group", world.group, "meeting",
                  world.meeting, "year", "2026", "number", "1", "text", "Doorgaan", NULL);
  task = add (self->store, TASK, "name", "Bellen", "meeting", world.meeting, NULL);
  set_field (self->store, MEETING, world.meeting, "minutes-state", AJ_MINUTES_FIXED);

  set_field_refused (self->store, AGENDA, item, "notes", "Anders");
  set_field_refused (self->store, AGENDA, item, "meeting", NULL);
  set_field_refused (self->store, AGENDA, backlog, "meeting", world.meeting);
  set_field_refused (self->store, &aj_decision_record_type, decision, "text", "Stoppen");
  set_field_refused (self->store, MEETING, world.meeting, "theme", "Iets anders");
  set_field (self->store, &aj_decision_record_type, decision, "state", "withdrawn");
  set_field (self->store, TASK, task, "state", AJ_TASK_DONE);
  set_field (self->store, AGENDA, backlog, "notes", "Nog eens");

  edit = aj_edit_new (self->store, "Remove");
  aj_edit_remove (edit, MEETING, world.meeting);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);

  set_field (self->store, MEETING, world.meeting, "minutes-state", AJ_MINUTES_CONCEPT);
  set_field (self->store, AGENDA, item, "notes", "Anders");
  assert_stored (self->store, AGENDA, item, "notes", "Anders");
}

/* Undo goes through the same rules, back to front. */
static void
test_fixed_undone (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *item = NULL;

  world_fill (&world, self->store);
  item = add (self->store, AGENDA, "name", "Opening", "group", world.group, "meeting",
              world.meeting, NULL);
  set_field (self->store, AGENDA, item, "notes", "Welkom");
  set_field (self->store, MEETING, world.meeting, "minutes-state", AJ_MINUTES_FIXED);
  store_undo (self->store, "Set minutes-state to fixed");
  assert_stored (self->store, MEETING, world.meeting, "minutes-state", AJ_MINUTES_CONCEPT);
  store_undo (self->store, "Set notes to Welkom");
  assert_stored (self->store, AGENDA, item, "notes", "");
}

/* Two windows that both give out the next number: the second is told. */
static void
test_number_once (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *first = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Decide");
  g_autoptr (GError) error = NULL;
  AjValues *second = aj_edit_add (edit, &aj_decision_record_type);

  world_fill (&world, self->store);
  first = add (self->store, &aj_decision_record_type, "group", world.group, "year", "2026",
               "number", "1", "text", "Doorgaan", NULL);
  aj_values_set_text (second, "group", world.group);
  aj_values_set_text (second, "text", "Stoppen");
  aj_values_set_integer (second, "year", 2026);
  aj_values_set_integer (second, "number", 1);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE);
}

/* (transfer full): an attendance of @person, not yet stored, that may join another one. */
static AjEdit *
attend (AjStore *store, World *world, const char *person, const char *field, const char *code)
{
  AjEdit *edit = aj_edit_new (store, "Attend");
  AjValues *values = aj_edit_add_once (edit, ATTENDANCE);

  aj_values_set_text (values, "meeting", world->meeting);
  aj_values_set_text (values, "person", person);
  aj_values_set_text (values, field, code);
  return edit;
}

/* (transfer full) (element-type AjRecord): the attendances that are stored. */
static GPtrArray *
list_attendances (AjStore *store)
{
  g_autoptr (AjQuery) query = aj_query_new (ATTENDANCE);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = aj_store_fetch (store, query, &error);

  g_assert_no_error (error);
  return found;
}

/* What two windows say of one person, that neither knew the other says, is said of one attendance. */
static void
test_once (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autofree char *person = add_person (self->store, "Piet");
  g_autofree char *other = add_person (self->store, "Klaas");
  g_autoptr (AjEdit) mine = NULL, theirs = NULL, others = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const char *id;

  world_fill (&world, self->store);
  mine = attend (self->store, &world, person, "answer", AJ_ANSWER_YES);
  theirs = attend (bart, &world, person, "presence", AJ_PRESENCE_PRESENT);
  others = attend (bart, &world, other, "presence", AJ_PRESENCE_ABSENT);
  store_commit (mine);
  store_commit (theirs);
  store_commit (others);

  found = list_attendances (self->store);
  g_assert_cmpuint (found->len, ==, 2);
  id = aj_record_get_id (found->pdata[0]);
  if (g_strcmp0 (aj_record_get_text (found->pdata[0], "person"), person) != 0)
    id = aj_record_get_id (found->pdata[1]);
  assert_stored (self->store, ATTENDANCE, id, "answer", AJ_ANSWER_YES);
  assert_stored (self->store, ATTENDANCE, id, "presence", AJ_PRESENCE_PRESENT);
  /* Who joined takes back their own. */
  store_undo (bart, NULL);
  store_undo (bart, NULL);
  assert_stored (self->store, ATTENDANCE, id, "presence", "");
  assert_stored (self->store, ATTENDANCE, id, "answer", AJ_ANSWER_YES);
}

/* Of what both filled in, the second is told. */
static void
test_once_clash (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autofree char *person = add_person (self->store, "Piet");
  g_autoptr (AjEdit) mine = NULL, theirs = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  world_fill (&world, self->store);
  mine = attend (self->store, &world, person, "answer", AJ_ANSWER_YES);
  theirs = attend (bart, &world, person, "answer", AJ_ANSWER_NO);
  store_commit (mine);
  g_assert_false (aj_edit_commit (theirs, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  aj_edit_set_overwrite (theirs, TRUE);
  store_commit (theirs);
  found = list_attendances (self->store);
  g_assert_cmpuint (found->len, ==, 1);
  assert_stored (self->store, ATTENDANCE, aj_record_get_id (found->pdata[0]), "answer",
                 AJ_ANSWER_NO);
}

/* Whoever adds a second one by hand is told which is there, and undo brings none back beside another. */
static void
test_once_refused (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autofree char *person = add_person (self->store, "Piet");
  g_autofree char *first = NULL, *second = NULL, *sentence = NULL;
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  g_autoptr (GError) error = NULL;
  AjValues *values = aj_edit_add (edit, ATTENDANCE);

  world_fill (&world, self->store);
  first = add (self->store, ATTENDANCE, "meeting", world.meeting, "person", person, NULL);
  aj_values_set_text (values, "meeting", world.meeting);
  aj_values_set_text (values, "person", person);
  g_assert_false (aj_edit_commit (edit, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_UNIQUE);
  g_assert_nonnull (strstr (error->message, first));

  remove_record (self->store, ATTENDANCE, first);
  second = add (bart, ATTENDANCE, "meeting", world.meeting, "person", person, NULL);
  sentence = store_undo_fails (self->store, AJ_STORE_ERROR_NOT_UNIQUE);
  g_assert_nonnull (strstr (sentence, second));
  g_assert_false (is_stored (self->store, ATTENDANCE, first));
}

/* What stood beside each other, as in files of before, comes back so: with what they are part of, and by itself. */
static void
test_twins_undone (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autoptr (AjStore) bart = store_open_again (self, "Bart");
  g_autofree char *person = add_person (self->store, "Piet");
  g_autofree char *other = add_person (self->store, "Klaas");
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *sentence = NULL;

  world_fill (&world, self->store);
  first = add (self->store, ATTENDANCE, "meeting", world.meeting, "person", person, NULL);
  second = add (self->store, ATTENDANCE, "meeting", world.meeting, "person", other, NULL);
  set_field (self->store, ATTENDANCE, second, "person", person);
  remove_record (self->store, MEETING, world.meeting);
  g_assert_false (is_stored (self->store, ATTENDANCE, second));
  for (guint i = 0; i < 2; i++)
    {
      store_undo (self->store, "Remove");
      g_assert_true (is_stored (self->store, ATTENDANCE, first));
      g_assert_true (is_stored (self->store, ATTENDANCE, second));
      store_redo (self->store, "Remove");
    }
  store_undo (self->store, "Remove");
  remove_record (self->store, ATTENDANCE, first);
  store_undo (self->store, "Remove");
  g_assert_true (is_stored (self->store, ATTENDANCE, first));

  /* Beside one that came since it does not. */
  remove_record (self->store, ATTENDANCE, second);
  remove_record (self->store, ATTENDANCE, first);
  third = add (bart, ATTENDANCE, "meeting", world.meeting, "person", person, NULL);
  sentence = store_undo_fails (self->store, AJ_STORE_ERROR_NOT_UNIQUE);
  g_assert_nonnull (strstr (sentence, third));
}

/* What somebody emptied comes back empty. */
static void
test_emptied_undone (StoreFixture *self, gconstpointer data)
{
  g_auto (World) world = { NULL };
  g_autofree char *step = NULL;

  world_fill (&world, self->store);
  step = add_step (self->store, &world, "Send the agenda and papers", "-14");
  assert_stored (self->store, TASK, step, "done-when", "agenda");
  set_field (self->store, TASK, step, "done-when", NULL);
  remove_record (self->store, TASK, step);
  store_undo (self->store, "Remove");
  assert_stored (self->store, TASK, step, "done-when", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_fixture_add ("/store/ownership/follows", test_follows);
  store_fixture_add ("/store/ownership/stays", test_stays);
  store_fixture_add ("/store/ownership/goes-along", test_goes_along);
  store_fixture_add ("/store/ownership/outcome-stays", test_outcome_stays);
  store_fixture_add ("/store/ownership/answer", test_answer);
  store_fixture_add ("/store/ownership/role", test_role);
  store_fixture_add ("/store/ownership/given-away", test_given_away);
  store_fixture_add ("/store/ownership/fixed", test_fixed);
  store_fixture_add ("/store/ownership/fixed-undone", test_fixed_undone);
  store_fixture_add ("/store/ownership/number-once", test_number_once);
  store_fixture_add ("/store/ownership/once", test_once);
  store_fixture_add ("/store/ownership/once-clash", test_once_clash);
  store_fixture_add ("/store/ownership/once-refused", test_once_refused);
  store_fixture_add ("/store/ownership/twins-undone", test_twins_undone);
  store_fixture_add ("/store/ownership/emptied-undone", test_emptied_undone);
  return g_test_run ();
}
