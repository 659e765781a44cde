/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roster of a year: who is proposed, who is put, who swaps, and why not. */
#include "aj-duty-roster.h"

#include "aj-error.h"
#include "aj-jobs-fixture.h"
#include "aj-meeting.h"

#define N_MEETINGS 4

typedef struct
{
  Fixture base;
  const char *group;
  const char *meetings[N_MEETINGS]; /* the first is over */
  const char *anna;
  const char *bert;
  const char *cor;
} World;

static const char *
add_lead (World *self, const char *district, const char *name)
{
  const char *person = fixture_add (&self->base, "person", "name", name, NULL);

  fixture_add (&self->base, "district", "name", district, "lead", person, NULL);
  return person;
}

static const char *
add_meeting (World *self, const char *day)
{
  g_autofree char *start = g_strconcat (day, "T10:00", NULL);
  g_autofree char *end = g_strconcat (day, "T12:00", NULL);

  return fixture_add (&self->base, "meeting", "group", self->group, "starts-at", start, "ends-at",
                      end, NULL);
}

static void
set_up (World *self, gconstpointer data)
{
  static const char *const days[N_MEETINGS] = { "2026-01-08", "2026-03-12", "2026-05-14",
                                                "2026-07-09" };

  fixture_set_up (&self->base, data);
  self->group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  for (guint i = 0; i < N_MEETINGS; i++)
    self->meetings[i] = add_meeting (self, days[i]);
  self->anna = add_lead (self, "Twente", "Anna");
  self->bert = add_lead (self, "IJsselland", "Bert");
  self->cor = add_lead (self, "Achterhoek", "Cor");
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjDutyRoster *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjGroupYear) year = aj_group_year_load (self->base.store, self->group, 2026, &error);

  g_assert_no_error (error);
  return aj_duty_roster_new (year);
}

static const AjDutyLine *
get_line (AjDutyRoster *roster, guint index)
{
  g_assert_cmpuint (index, <, aj_duty_roster_get_lines (roster)->len);
  return &g_array_index (aj_duty_roster_get_lines (roster), AjDutyLine, index);
}

/* One word a meeting: the name, in brackets when it is only proposed, "-" for nobody. */
static void
assert_roster (World *self, AjDuty duty, const char *expected)
{
  g_autoptr (AjDutyRoster) roster = load (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < aj_duty_roster_get_lines (roster)->len; i++)
    {
      const AjDutyLine *line = get_line (roster, i);

      g_string_append (text, i > 0 ? " " : "");
      if (line->taken[duty] != NULL)
        g_string_append (text, aj_values_get_text (line->taken[duty], "name"));
      else if (line->proposed[duty] != NULL)
        g_string_append_printf (text, "(%s)", aj_values_get_text (line->proposed[duty], "name"));
      else
        g_string_append (text, "-");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
commit (AjEdit *edit, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  g_assert_cmpstr (aj_edit_get_label (edit), ==, label);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
test_proposed (World *self, gconstpointer data)
{
  assert_roster (self, AJ_DUTY_CHAIR, "- (Anna) (Bert) (Cor)");
  assert_roster (self, AJ_DUTY_HOST, "- (Bert) (Cor) (Anna)");
  /* Who did it before, in this year or an earlier one, comes later; in another group it does not count. */
  fixture_set (&self->base, "meeting", self->meetings[0], "chair", self->bert, NULL);
  fixture_set (&self->base, "meeting", add_meeting (self, "2025-03-13"), "chair", self->anna, NULL);
  fixture_set (&self->base, "meeting", add_meeting (self, "2025-09-11"), "chair", self->cor,
               "state", AJ_MEETING_CANCELLED, NULL);
  assert_roster (self, AJ_DUTY_CHAIR, "Bert (Cor) (Anna) (Bert)");
  /* Who leads two districts is one, and who left is none. */
  fixture_add (&self->base, "district", "name", "Veluwe", "lead", self->anna, NULL);
  fixture_set (&self->base, "person", self->cor, "left-on", "2026-04-30", NULL);
  assert_roster (self, AJ_DUTY_CHAIR, "Bert (Cor) (Anna) (Bert)");
  fixture_set (&self->base, "person", self->cor, "left-on", "2026-02-28", NULL);
  assert_roster (self, AJ_DUTY_CHAIR, "Bert (Anna) (Bert) (Anna)");
}

static void
test_cancelled (World *self, gconstpointer data)
{
  fixture_set (&self->base, "meeting", self->meetings[1], "state", AJ_MEETING_CANCELLED, NULL);
  assert_roster (self, AJ_DUTY_CHAIR, "- (Anna) (Bert)");
}

/* A district's own group is led by its own lead. */
static void
test_own_district (World *self, gconstpointer data)
{
  g_autoptr (AjRecord) district = fixture_find (&self->base, "district", "name", "IJsselland");

  fixture_set (&self->base, "group", self->group, "district", aj_record_get_id (district), NULL);
  assert_roster (self, AJ_DUTY_CHAIR, "- (Bert) (Bert) (Bert)");
  assert_roster (self, AJ_DUTY_HOST, "- (Bert) (Bert) (Bert)");
}

static void
test_gaps (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_add (&self->base, "absence", "person",
                 ((const char *[]){ self->anna, self->bert, self->cor })[i], "from", "2026-05-01",
                 "until", "2026-05-31", NULL);
  assert_roster (self, AJ_DUTY_CHAIR, "- (Anna) - (Bert)");
  roster = load (self);
  g_assert_cmpstr (aj_duty_line_describe_gap (get_line (roster, 2), AJ_DUTY_CHAIR), ==,
                   "Whoever leads a district is away on this day.");
  g_assert_null (aj_duty_line_describe_gap (get_line (roster, 1), AJ_DUTY_CHAIR));
  g_assert_null (aj_duty_line_describe_gap (get_line (roster, 0), AJ_DUTY_CHAIR));
  g_assert_cmpuint (aj_duty_roster_count_proposed (roster), ==, 4);
  for (guint i = 0; i < 3; i++)
    fixture_set (&self->base, "person", ((const char *[]){ self->anna, self->bert, self->cor })[i],
                 "left-on", "2026-02-01", NULL);
  g_clear_pointer (&roster, aj_duty_roster_unref);
  roster = load (self);
  g_assert_cmpstr (aj_duty_line_describe_gap (get_line (roster, 1), AJ_DUTY_HOST), ==,
                   "Nobody leads a district on this day.");
}

/* One step, which undo takes back whole; what was there stays. */
static void
test_fill (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const char *outsider = fixture_add (&self->base, "person", "name", "Wethouder", NULL);

  fixture_set (&self->base, "meeting", self->meetings[2], "chair", outsider, NULL);
  roster = load (self);
  edit = aj_duty_roster_fill (roster, self->base.store);
  commit (edit, "Set the roster of 2026");
  assert_roster (self, AJ_DUTY_CHAIR, "- Anna Wethouder Bert");
  assert_roster (self, AJ_DUTY_HOST, "- Bert Anna Cor");
  aj_store_undo (self->base.store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Set the roster of 2026");
  assert_roster (self, AJ_DUTY_CHAIR, "- (Anna) Wethouder (Bert)");
  assert_roster (self, AJ_DUTY_HOST, "- (Bert) (Anna) (Cor)");
}

/* What is over stays as it was. */
static void
test_clear (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = NULL;
  g_autoptr (AjEdit) edit = NULL;

  for (guint i = 0; i < 2; i++)
    fixture_set (&self->base, "meeting", self->meetings[i], "chair", self->bert, "host", self->cor,
                 NULL);
  roster = load (self);
  edit = aj_duty_roster_clear (roster, self->base.store, AJ_DUTY_CHAIR);
  commit (edit, "Empty the chairs of 2026");
  assert_roster (self, AJ_DUTY_CHAIR, "Bert (Anna) (Cor) (Bert)");
  assert_roster (self, AJ_DUTY_HOST, "Cor Cor (Bert) (Anna)");
}

static void
test_put (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = load (self);
  g_autoptr (AjEdit) edit = aj_duty_roster_put (roster, self->base.store, get_line (roster, 1),
                                                AJ_DUTY_HOST, self->cor);
  g_autoptr (AjEdit) nobody = NULL;

  commit (edit, "Cor hosts on 12 March");
  assert_roster (self, AJ_DUTY_HOST, "- Cor (Anna) (Bert)");
  g_clear_pointer (&roster, aj_duty_roster_unref);
  roster = load (self);
  nobody = aj_duty_roster_put (roster, self->base.store, get_line (roster, 1), AJ_DUTY_HOST, NULL);
  commit (nobody, "Nobody hosts on 12 March");
  assert_roster (self, AJ_DUTY_HOST, "- (Bert) (Cor) (Anna)");
}

static void
refuse_swap (World *self, guint first, guint second, AjDuty duty, const char *sentence)
{
  g_autoptr (AjDutyRoster) roster = load (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) edit = aj_duty_roster_swap (roster, self->base.store, get_line (roster, first),
                                                 get_line (roster, second), duty, &error);

  g_assert_null (edit);
  g_assert_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_swap (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  refuse_swap (self, 1, 2, AJ_DUTY_HOST, "Both meetings have the same host.");
  fixture_set (&self->base, "meeting", self->meetings[0], "chair", self->cor, NULL);
  fixture_set (&self->base, "meeting", self->meetings[1], "chair", self->anna, NULL);
  fixture_set (&self->base, "meeting", self->meetings[2], "chair", self->bert, NULL);
  refuse_swap (self, 0, 1, AJ_DUTY_CHAIR, "One of the two meetings is over.");
  roster = load (self);
  edit = aj_duty_roster_swap (roster, self->base.store, get_line (roster, 1), get_line (roster, 2),
                              AJ_DUTY_CHAIR, &error);
  g_assert_no_error (error);
  commit (edit, "Swap who chairs on 12 March and 14 May");
  assert_roster (self, AJ_DUTY_CHAIR, "Cor Bert Anna (Cor)");
  fixture_add (&self->base, "absence", "person", self->anna, "from", "2026-03-12", NULL);
  refuse_swap (self, 1, 2, AJ_DUTY_CHAIR, "Anna is away on 12 March 2026.");
  fixture_set (&self->base, "person", self->bert, "left-on", "2026-05-13", NULL);
  refuse_swap (self, 2, 1, AJ_DUTY_CHAIR, "Anna is away on 12 March 2026.");
  refuse_swap (self, 1, 3, AJ_DUTY_CHAIR, "Bert is away on 9 July 2026.");
}

static void
test_candidates (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = NULL;
  g_autoptr (GArray) candidates = NULL;
  static const char *const expected[] = { "Cor: never chaired", "Anna: last chaired Thu 8 Jan 2026",
                                          "Bert: away" };

  fixture_set (&self->base, "meeting", self->meetings[0], "chair", self->anna, NULL);
  fixture_set (&self->base, "meeting", self->meetings[2], "chair", self->cor, NULL);
  fixture_add (&self->base, "absence", "person", self->bert, "from", "2026-05-14", "until",
               "2026-05-14", NULL);
  roster = load (self);
  candidates = aj_duty_roster_list_candidates (roster, get_line (roster, 2), AJ_DUTY_CHAIR);
  g_assert_cmpuint (candidates->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < candidates->len; i++)
    {
      const AjDutyCandidate *one = &g_array_index (candidates, AjDutyCandidate, i);
      g_autofree char *words = aj_duty_candidate_describe (roster, one, AJ_DUTY_CHAIR);
      g_autofree char *text = g_strdup_printf ("%s: %s", aj_values_get_text (one->person, "name"),
                                               words);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_array_unref (candidates);
  candidates = aj_duty_roster_list_candidates (roster, get_line (roster, 3), AJ_DUTY_CHAIR);
  {
    const AjDutyCandidate *last = &g_array_index (candidates, AjDutyCandidate, 2);
    g_autofree char *words = aj_duty_candidate_describe (roster, last, AJ_DUTY_CHAIR);

    g_assert_cmpstr (words, ==, "chairs Thu 14 May 2026");
  }
}

static void
test_absences (World *self, gconstpointer data)
{
  g_autoptr (AjDutyRoster) roster = load (self);
  const char *other = fixture_add (&self->base, "person", "name", "Iemand", NULL);
  const AjValues *anna = aj_group_year_look_up_person (aj_duty_roster_get_year (roster),
                                                       self->anna);
  g_autoptr (AjEdit) edit = aj_duty_roster_add_absence (self->base.store, anna,
                                                        aj_date_new (2026, 3, 1), AJ_DATE_NONE);
  g_autoptr (GPtrArray) absences = NULL;

  commit (edit, "Note that Anna is away");
  fixture_add (&self->base, "absence", "person", other, "from", "2026-02-01", NULL);
  fixture_add (&self->base, "absence", "person", self->bert, "from", "2025-02-01", "until",
               "2025-12-31", NULL);
  g_clear_pointer (&roster, aj_duty_roster_unref);
  roster = load (self);
  absences = aj_duty_roster_list_absences (roster);
  g_assert_cmpuint (absences->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (absences->pdata[0], "person"), ==, self->anna);
  assert_roster (self, AJ_DUTY_CHAIR, "- (Bert) (Cor) (Bert)");
  /* Who was put there already is told apart. */
  fixture_set (&self->base, "meeting", self->meetings[1], "chair", self->anna, NULL);
  g_clear_pointer (&roster, aj_duty_roster_unref);
  roster = load (self);
  g_assert_true (aj_duty_roster_is_away (roster, get_line (roster, 1), AJ_DUTY_CHAIR));
  g_assert_false (aj_duty_roster_is_away (roster, get_line (roster, 1), AJ_DUTY_HOST));
}

static AjGroupYear *
load_without_waiting (World *self, const char *group, int year, GError **error)
{
  Waiter waiter = { NULL };
  AjGroupYear *loaded;

  aj_group_year_load_async (self->base.store, group, year, NULL, waiter_ready_cb, &waiter);
  loaded = aj_group_year_load_finish (self->base.store, waiter_wait (&waiter), error);
  g_object_unref (waiter.result);
  return loaded;
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjGroupYear) year = load_without_waiting (self, self->group, 2026, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (aj_group_year_get_meetings (year)->len, ==, N_MEETINGS);
  g_assert_cmpint (aj_group_year_get_year (year), ==, 2026);
  g_assert_null (load_without_waiting (self, self->anna, 2026, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (load_without_waiting (self, self->group, 10000, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (aj_group_year_load (self->base.store, self->group, 0, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
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
  g_autoptr (AjDutyRoster) roster = load (self);
  AjGroupYear *year = aj_duty_roster_get_year (roster);
  g_autoptr (AjChanges) last = NULL;
  const char *group = fixture_add (&self->base, "group", "name", "Werkgroep", NULL);

  g_signal_connect (self->base.store, "changed", G_CALLBACK (changed_cb), &last);
  fixture_add (&self->base, "meeting", "group", group, "starts-at", "2026-03-12T10:00", "ends-at",
               "2026-03-12T12:00", NULL);
  g_assert_false (aj_group_year_is_concerned (year, last));
  fixture_add (&self->base, "organisation", "kind", "network", "name", "Elders", NULL);
  g_assert_false (aj_group_year_is_concerned (year, last));
  add_meeting (self, "2026-09-10");
  g_assert_true (aj_group_year_is_concerned (year, last));
  fixture_set (&self->base, "meeting", self->meetings[1], "host", self->anna, NULL);
  g_assert_true (aj_group_year_is_concerned (year, last));
  fixture_add (&self->base, "absence", "person", self->anna, "from", "2026-02-01", NULL);
  g_assert_true (aj_group_year_is_concerned (year, last));
  fixture_add (&self->base, "attendance", "meeting", self->meetings[1], "person", self->anna, NULL);
  g_assert_true (aj_group_year_is_concerned (year, last));
  fixture_set (&self->base, "person", self->bert, "name", "Berta", NULL);
  g_assert_true (aj_group_year_is_concerned (year, last));
  g_signal_handlers_disconnect_by_data (self->base.store, &last);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/duty-roster/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("proposed", test_proposed);
  ADD ("cancelled", test_cancelled);
  ADD ("own-district", test_own_district);
  ADD ("gaps", test_gaps);
  ADD ("fill", test_fill);
  ADD ("clear", test_clear);
  ADD ("put", test_put);
  ADD ("swap", test_swap);
  ADD ("candidates", test_candidates);
  ADD ("absences", test_absences);
  ADD ("without-waiting", test_without_waiting);
  ADD ("concerned", test_concerned);
  return g_test_run ();
}
