/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on an agenda, in its order, and what waits for a later meeting until it is dealt with. */
#include "aj-agenda-job.h"

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-cycle-template.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting-facts.h"

typedef struct
{
  Fixture base;
  const char *group;
  const char *over; /* in January, before today */
  const char *next; /* in March */
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->over = fixture_add (&self->base, "meeting", "group", self->group, "starts-at",
                            "2026-01-08T10:00", "ends-at", "2026-01-08T12:00", NULL);
  self->next = fixture_add (&self->base, "meeting", "group", self->group, "starts-at",
                            "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjMeetingFacts *
load (World *self, const char *meeting)
{
  g_autoptr (GError) error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load (self->base.store, NULL, meeting, &error);

  g_assert_no_error (error);
  return facts;
}

static char *
join (GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            aj_values_get_text (items->pdata[i], "name"),
                            aj_agenda_is_kept (items->pdata[i]) ? "" : "*");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A star behind what dropped out of it. */
static void
assert_agenda (World *self, const char *meeting, const char *expected)
{
  g_autoptr (AjMeetingFacts) facts = load (self, meeting);
  g_autofree char *text = join (aj_meeting_facts_get_agenda (facts));

  g_assert_cmpstr (text, ==, expected);
}

static AjCycleTemplate *
load_template (World *self)
{
  g_autoptr (GError) error = NULL;
  AjCycleTemplate *template = aj_cycle_template_load (self->base.store, self->group, &error);

  g_assert_no_error (error);
  return template;
}

static GPtrArray *
list_waiting (World *self)
{
  g_autoptr (AjCycleTemplate) template = load_template (self);

  return aj_cycle_template_list_waiting (template);
}

static void
assert_waiting (World *self, const char *expected)
{
  g_autoptr (GPtrArray) waiting = list_waiting (self);
  g_autofree char *text = join (waiting);

  g_assert_cmpstr (text, ==, expected);
}

/* Takes it. */
static void
commit (AjEdit *edit)
{
  g_autoptr (AjEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
add (World *self, const char *meeting, const char *name)
{
  g_autoptr (AjMeetingFacts) facts = load (self, meeting);

  commit (aj_agenda_job_add (self->base.store, aj_meeting_facts_get_meeting (facts),
                             aj_meeting_facts_get_agenda (facts), name, 20));
}

/* Whoever types that it is a guest speaker need not choose so as well; what says nothing is spoken about. */
static void
test_kind (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;
  GPtrArray *agenda;

  add (self, self->next, "Phishing");
  add (self, self->next, "Gastspreker Anna: AI");
  facts = load (self, self->next);
  agenda = aj_meeting_facts_get_agenda (facts);
  g_assert_cmpuint (agenda->len, ==, 2);
  g_assert_cmpstr (aj_values_get_text (agenda->pdata[0], "kind"), ==, "discussion");
  g_assert_cmpstr (aj_values_get_text (agenda->pdata[1], "kind"), ==, AJ_AGENDA_GUEST_SPEAKER);
}

/* The first that waits comes onto the agenda of the next meeting. */
static void
take (World *self)
{
  g_autoptr (AjMeetingFacts) facts = load (self, self->next);
  g_autoptr (AjCycleTemplate) template = load_template (self);
  g_autoptr (GPtrArray) waiting = aj_cycle_template_list_waiting (template);

  commit (aj_agenda_job_take (self->base.store, aj_meeting_facts_get_meeting (facts),
                              aj_meeting_facts_get_agenda (facts), waiting->pdata[0],
                              aj_cycle_template_get_papers (template)));
}

static void
put_off (World *self, const char *meeting)
{
  g_autoptr (AjMeetingFacts) facts = load (self, meeting);

  commit (aj_agenda_job_put_off (self->base.store, aj_meeting_facts_get_meeting (facts),
                                 aj_meeting_facts_get_agenda (facts)->pdata[0],
                                 aj_meeting_facts_get_papers (facts)));
}

static void
test_order (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;
  AjEdit *nothing;

  fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->next, "name",
               "Rondvraag", "position", "1000010", NULL);
  add (self, self->next, "Een");
  add (self, self->next, "Twee");
  add (self, self->next, "Drie");
  assert_agenda (self, self->next, "Een Twee Drie Rondvraag");
  facts = load (self, self->next);
  commit (aj_agenda_job_move (self->base.store, aj_meeting_facts_get_agenda (facts), 2, 0));
  assert_agenda (self, self->next, "Drie Een Twee Rondvraag");
  nothing = aj_agenda_job_move (self->base.store, aj_meeting_facts_get_agenda (facts), 1, 1);
  g_assert_null (nothing);
}

/* What a meeting that is over did not come to waits, is carried over with what is known of it, and is then dealt with
 * there. */
static void
test_carried (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) carried = NULL;
  const char *old;

  fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->over, "name",
               "Opening", "kind", "standing", NULL);
  fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->over, "name",
               "Klaar", "state", "done", NULL);
  old = fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->over,
                     "name", "Oud", "minutes", "45", "notes", "Geen tijd", NULL);
  assert_waiting (self, "Oud");
  take (self);
  assert_waiting (self, "");
  assert_agenda (self, self->next, "Oud");
  carried = fixture_find (&self->base, "agenda-item", "carried-from", old);
  g_assert_cmpint (aj_record_get_integer (carried, "minutes"), ==, 45);
  g_assert_null (aj_record_get_text (carried, "notes"));
}

/* Asked twice before the first is done: one copy, and the second is told. */
static void
test_carried_once (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = load (self, self->next);
  g_autoptr (AjCycleTemplate) template = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (AjEdit) again = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->over, "name",
               "Oud", NULL);
  template = load_template (self);
  waiting = aj_cycle_template_list_waiting (template);
  again = aj_agenda_job_take (self->base.store, aj_meeting_facts_get_meeting (facts),
                              aj_meeting_facts_get_agenda (facts), waiting->pdata[0],
                              aj_cycle_template_get_papers (template));
  take (self);
  g_assert_false (aj_edit_commit (again, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_CONFLICT);
  assert_agenda (self, self->next, "Oud");
}

/* The backlog: out of a coming agenda, and onto it again; it is the same item. */
static void
test_backlog (World *self, gconstpointer data)
{
  add (self, self->next, "Ooit");
  assert_waiting (self, "");
  put_off (self, self->next);
  assert_agenda (self, self->next, "");
  assert_waiting (self, "Ooit");
  take (self);
  assert_agenda (self, self->next, "Ooit");
  g_assert_cmpint (fixture_count (&self->base, "agenda-item"), ==, 1);
}

/* A standing item that is passed over once stays on the agenda as that, with what is noted of it, and waits nowhere. */
static void
test_put_off_standing (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;

  fixture_add (&self->base, "agenda-item", "group", self->group, "meeting", self->next, "name",
               "Rondvraag", "kind", "standing", NULL);
  facts = load (self, self->next);
  commit (aj_agenda_job_put_off (self->base.store, aj_meeting_facts_get_meeting (facts),
                                 aj_meeting_facts_get_agenda (facts)->pdata[0],
                                 aj_meeting_facts_get_papers (facts)));
  assert_agenda (self, self->next, "Rondvraag*");
  assert_waiting (self, "");
}

/* What was on the agenda of a meeting that was held is still told by its minutes. */
static void
test_put_off_held (World *self, gconstpointer data)
{
  add (self, self->over, "Oud");
  fixture_set (&self->base, "meeting", self->over, "state", "held", NULL);
  put_off (self, self->over);
  assert_agenda (self, self->over, "Oud*");
  assert_waiting (self, "Oud");
}

/* The only paper of a meeting, and the only item that is kept on its agenda, are each other's. */
static void
assert_paper (World *self, const char *meeting)
{
  g_autoptr (AjMeetingFacts) facts = load (self, meeting);
  GPtrArray *papers = aj_meeting_facts_get_papers (facts);

  g_assert_cmpuint (papers->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (papers->pdata[0], "name"), ==, "Notitie");
  g_assert_cmpstr (aj_values_get_text (papers->pdata[0], "link"), ==, "https://stuk.example/");
  g_assert_cmpstr (aj_values_get_text (papers->pdata[0], "agenda-item"), ==,
                   aj_values_get_id (aj_meeting_facts_get_agenda (facts)->pdata[0]));
}

static const char *
add_with_paper (World *self, const char *meeting)
{
  const char *item = fixture_add (&self->base, "agenda-item", "group", self->group, "meeting",
                                  meeting, "name", "Plan", NULL);

  fixture_add (&self->base, "document", "name", "Notitie", "link", "https://stuk.example/",
               "meeting", meeting, "agenda-item", item, NULL);
  return item;
}

/* An item that waits takes its papers along, and comes back with them. */
static void
test_papers_move (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;

  add_with_paper (self, self->next);
  put_off (self, self->next);
  facts = load (self, self->next);
  g_assert_cmpuint (aj_meeting_facts_get_papers (facts)->len, ==, 0);
  take (self);
  assert_paper (self, self->next);
  g_assert_cmpint (fixture_count (&self->base, "document"), ==, 1);
}

/* A meeting that is over keeps its papers; those of the item it did not come to are there again with the next, and once in
 * the knowledge base. */
static void
test_papers_copy (World *self, gconstpointer data)
{
  const char *item = add_with_paper (self, self->over);
  g_autoptr (AjMeetingFacts) facts = NULL;
  const AjValues *copy;

  take (self);
  assert_paper (self, self->over);
  assert_paper (self, self->next);
  g_assert_cmpint (fixture_count (&self->base, "document"), ==, 2);
  facts = load (self, self->next);
  copy = aj_meeting_facts_get_papers (facts)->pdata[0];
  g_assert_false (aj_values_get_boolean (copy, "knowledge"));
  g_assert_cmpstr (aj_values_get_text (copy, "agenda-item"), !=, item);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, World, NULL, set_up, test, tear_down)
  ADD ("/jobs/agenda-job/order", test_order);
  ADD ("/jobs/agenda-job/kind", test_kind);
  ADD ("/jobs/agenda-job/carried", test_carried);
  ADD ("/jobs/agenda-job/carried-once", test_carried_once);
  ADD ("/jobs/agenda-job/backlog", test_backlog);
  ADD ("/jobs/agenda-job/put-off-standing", test_put_off_standing);
  ADD ("/jobs/agenda-job/put-off-held", test_put_off_held);
  ADD ("/jobs/agenda-job/papers-move", test_papers_move);
  ADD ("/jobs/agenda-job/papers-copy", test_papers_copy);
  return g_test_run ();
}
