/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is invited to a meeting, by its day, and what belongs to it. */
#include "aj-meeting-facts.h"

#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

typedef struct
{
  Fixture base;
  const char *group;
  const char *meeting;
  const char *anna;
  const char *bert;
  const char *guest;
} World;

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->meeting = fixture_add (&self->base, "meeting", "group", self->group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
  self->anna = fixture_add (&self->base, "person", "name", "Anna", "mail", "anna@stad.example",
                            NULL);
  self->bert = fixture_add (&self->base, "person", "name", "Bert", NULL);
  self->guest = fixture_add (&self->base, "person", "name", "Gast", "mail", "gast@elders.example",
                             NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, NULL);
  fixture_add (&self->base, "membership", "group", self->group, "person", self->bert, "until",
               "2026-05-31", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjMeetingFacts *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjMeetingFacts *facts = aj_meeting_facts_load (self->base.store, NULL, self->meeting, &error);

  g_assert_no_error (error);
  return facts;
}

/* "Name" for who is invited, "(Name)" for who no longer is, in order. */
static void
assert_invited (World *self, const char *expected)
{
  g_autoptr (AjMeetingFacts) facts = load (self);
  GArray *invitees = aj_meeting_facts_get_invitees (facts);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < invitees->len; i++)
    {
      const AjInvitee *one = &g_array_index (invitees, AjInvitee, i);

      g_string_append_printf (text, one->is_invited ? "%s%s" : "%s(%s)", i > 0 ? " " : "",
                              aj_invitee_get_name (one));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Noted twice, as in a file of before or by who turned out to be two, they are one person, who is not to be cancelled for the
 * second row. */
static void
test_twice (World *self, gconstpointer data)
{
  const char *other = fixture_add (&self->base, "attendance", "meeting", self->meeting, "person",
                                   self->guest, "answer", AJ_ANSWER_NO, NULL);

  fixture_add (&self->base, "attendance", "meeting", self->meeting, "person", self->anna, "answer",
               AJ_ANSWER_NO, NULL);
  fixture_set (&self->base, "attendance", other, "person", self->anna, NULL);
  assert_invited (self, "Anna Bert");
}

static void
test_invited (World *self, gconstpointer data)
{
  assert_invited (self, "Anna Bert");
  fixture_add (&self->base, "attendance", "meeting", self->meeting, "person", self->guest,
               "invited-as", AJ_INVITED_GUEST, NULL);
  fixture_add (&self->base, "attendance", "meeting", self->meeting, "person", self->bert, "answer",
               AJ_ANSWER_YES, NULL);
  assert_invited (self, "Anna Bert Gast");
  /* After the day on which Bert left: he is known by what was noted, Anna still by her seat. */
  fixture_set (&self->base, "meeting", self->meeting, "starts-at", "2026-06-11T10:00", NULL);
  fixture_set (&self->base, "meeting", self->meeting, "ends-at", "2026-06-11T12:00", NULL);
  assert_invited (self, "Anna Gast (Bert)");
}

/* Two seats of one person are one chair. */
static void
test_once (World *self, gconstpointer data)
{
  fixture_add (&self->base, "membership", "group", self->group, "person", self->anna, "role",
               "chair", NULL);
  assert_invited (self, "Anna Bert");
}

static void
test_mail (World *self, gconstpointer data)
{
  const char *office = fixture_add (&self->base, "organisation", "kind", "municipality", "name",
                                    "Gemeente Stad", "mail", "info@stad.example", NULL);
  g_autoptr (AjMeetingFacts) facts = NULL;
  const AjInvitee *invitees;

  fixture_set (&self->base, "person", self->bert, "organisation", office, NULL);
  facts = load (self);
  invitees = (const AjInvitee *) (gpointer) aj_meeting_facts_get_invitees (facts)->data;
  g_assert_cmpstr (aj_invitee_get_mail (&invitees[0]), ==, "anna@stad.example");
  g_assert_cmpstr (aj_invitee_get_mail (&invitees[1]), ==, "info@stad.example");
}

static void
test_agenda (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = NULL;
  GPtrArray *agenda;
  const char *second = fixture_add (&self->base, "agenda-item", "group", self->group, "meeting",
                                    self->meeting, "name", "Stand", "speaker", self->guest, NULL);
  const char *first = fixture_add (&self->base, "agenda-item", "group", self->group, "meeting",
                                   self->meeting, "name", "Opening", NULL);

  fixture_set (&self->base, "agenda-item", first, "position", "1", NULL);
  fixture_set (&self->base, "agenda-item", second, "position", "2", NULL);
  fixture_add (&self->base, "agenda-item", "group", self->group, "name", "Ooit", NULL);
  facts = load (self);
  agenda = aj_meeting_facts_get_agenda (facts);
  g_assert_cmpuint (agenda->len, ==, 2);
  g_assert_cmpstr (aj_values_get_id (agenda->pdata[0]), ==, first);
  g_assert_cmpstr (aj_meeting_facts_get_name (facts, agenda->pdata[1], "speaker"), ==, "Gast");
  g_assert_null (aj_meeting_facts_get_name (facts, agenda->pdata[0], "speaker"));
}

/* Whoever speaks is introduced, also one who has no seat in any group. */
static void
test_speaker (World *self, gconstpointer data)
{
  static const struct
  {
    const char *function;
    gboolean has_office;
    const char *expected;
  } cases[] = {
    { NULL, FALSE, "Gast" },
    { "onderzoeker", FALSE, "Gast, onderzoeker" },
    { NULL, TRUE, "Gast, Universiteit" },
    { "onderzoeker", TRUE, "Gast, onderzoeker, Universiteit" },
  };
  const char *office = fixture_add (&self->base, "organisation", "kind", "education", "name",
                                    "Universiteit", NULL);
  const char *item = fixture_add (&self->base, "agenda-item", "group", self->group, "meeting",
                                  self->meeting, "name", "Stand", NULL);
  g_autoptr (AjMeetingFacts) silent = load (self);

  g_assert_null (
      aj_meeting_facts_describe_speaker (silent, aj_meeting_facts_get_agenda (silent)->pdata[0]));
  fixture_set (&self->base, "agenda-item", item, "speaker", self->guest, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjMeetingFacts) facts = NULL;
      g_autofree char *text = NULL;

      fixture_set (&self->base, "person", self->guest, "function", cases[i].function, NULL);
      fixture_set (&self->base, "person", self->guest, "organisation",
                   cases[i].has_office ? office : NULL, NULL);
      facts = load (self);
      text = aj_meeting_facts_describe_speaker (facts,
                                                aj_meeting_facts_get_agenda (facts)->pdata[0]);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static AjMeetingFacts *
load_without_waiting (World *self, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  aj_meeting_facts_load_async (self->base.store, NULL, id, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return aj_meeting_facts_load_finish (self->base.store, result, error);
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjMeetingFacts) facts = load_without_waiting (self, self->meeting, &error);
  g_autoptr (AjMeetingFacts) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (aj_meeting_facts_get_invitees (facts)->len, ==, 2);
  none = load_without_waiting (self, self->group, &error);
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_assert_null (none);
}

static void
changed_cb (AjStore *store, AjChanges *changes, gpointer user_data)
{
  AjChanges **last = user_data;

  g_clear_pointer (last, aj_changes_unref);
  *last = aj_changes_ref (changes);
}

static void
test_concerned (World *self, gconstpointer data)
{
  g_autoptr (AjMeetingFacts) facts = load (self);
  g_autoptr (AjChanges) last = NULL;
  const char *other;

  g_signal_connect (self->base.store, "changed", G_CALLBACK (changed_cb), &last);
  other = fixture_add (&self->base, "organisation", "kind", "network", "name", "Elders", NULL);
  g_assert_false (aj_meeting_facts_is_concerned (facts, last));
  fixture_set (&self->base, "organisation", other, "name", "Nog elders", NULL);
  g_assert_false (aj_meeting_facts_is_concerned (facts, last));
  fixture_add (&self->base, "task", "name", "Bellen", "meeting", self->meeting, NULL);
  g_assert_true (aj_meeting_facts_is_concerned (facts, last));
  fixture_add (&self->base, "task", "name", "Iets anders", NULL);
  g_assert_false (aj_meeting_facts_is_concerned (facts, last));
  fixture_set (&self->base, "person", self->anna, "mail", "a@stad.example", NULL);
  g_assert_true (aj_meeting_facts_is_concerned (facts, last));
  fixture_set (&self->base, "meeting", self->meeting, "theme", "Jeugd", NULL);
  g_assert_true (aj_meeting_facts_is_concerned (facts, last));
  g_signal_handlers_disconnect_by_data (self->base.store, &last);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/meeting-facts/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("invited", test_invited);
  ADD ("twice", test_twice);
  ADD ("once", test_once);
  ADD ("mail", test_mail);
  ADD ("agenda", test_agenda);
  ADD ("speaker", test_speaker);
  ADD ("without-waiting", test_without_waiting);
  ADD ("concerned", test_concerned);
  return g_test_run ();
}
