/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-cli-fixture.h"

#define TEAM "Expertteam Cyber"

static JsonObject *
plan (Cli *self, const char *year, const char *option, const char *value)
{
  return json_node_get_object (cli_ask (self, "--now", "2026-01-15", "cycle", "plan", "--group",
                                        TEAM, "--year", year, option, value, NULL));
}

/* (transfer full): "2026-01-08T10:00 …" */
static char *
list_starts (JsonObject *answer)
{
  JsonArray *dates = json_object_get_array_member (answer, "dates");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (dates); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            json_object_get_string_member (json_array_get_object_element (dates, i),
                                                           "starts-at"));
  return g_string_free (text, FALSE);
}

static guint
count_meetings (Cli *self)
{
  return json_array_get_length (json_node_get_array (cli_ask (self, "list", "meeting", NULL)));
}

static guint
count_edits (Cli *self)
{
  return json_array_get_length (json_node_get_array (cli_ask (self, "history", NULL)));
}

static void
test_plan (Cli *self, gconstpointer data)
{
  JsonObject *answer = plan (self, "2026", NULL, NULL);
  g_autofree char *starts = list_starts (answer);
  JsonObject *may = json_array_get_object_element (json_object_get_array_member (answer, "dates"),
                                                   2);

  g_assert_cmpstr (starts, ==,
                   "2026-01-08T10:00 2026-03-12T10:00 2026-05-21T10:00 2026-07-02T10:00 "
                   "2026-09-10T10:00 2026-11-12T10:00");
  g_assert_cmpint (json_object_get_int_member (answer, "added"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (answer, "conflicts"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (answer, "group-name"), ==, TEAM);
  g_assert_cmpstr (json_object_get_string_member (may, "reason"), ==, "public-holiday");
  g_assert_cmpstr (json_object_get_string_member (may, "pattern-date"), ==, "2026-05-14");
  g_assert_cmpstr (json_object_get_string_member (may, "text"), ==,
                   "moved a week later: Ascension Day");
  g_assert_cmpstr (json_object_get_string_member (may, "action"), ==, "add");
  g_assert_nonnull (json_object_get_string_member (may, "meeting"));
  g_assert_cmpuint (count_meetings (self), ==, 6);
}

static void
test_text (Cli *self, gconstpointer data)
{
  cli_do (self, "cycle", "plan", "--group", TEAM, "--year", "2026", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->out, "Thu 12 Mar 2026"));
  g_assert_nonnull (strstr (self->out, "second Thursday"));
  g_assert_nonnull (strstr (self->out, "moved a week later: Ascension Day"));
  g_assert_nonnull (strstr (self->out, "moved a week earlier: zomervakantie Noord"));
  g_assert_nonnull (strstr (self->out, "Nothing was stored"));
  g_assert_cmpuint (count_meetings (self), ==, 0);
}

/* Nothing at all is written: the same again is still to be added. */
static void
test_dry_run (Cli *self, gconstpointer data)
{
  guint before = count_edits (self);

  for (int i = 0; i < 2; i++)
    {
      JsonObject *answer = plan (self, "2027", "--dry-run", NULL);

      g_assert_true (json_object_get_boolean_member (answer, "dry-run"));
      g_assert_cmpint (json_object_get_int_member (answer, "added"), ==, 6);
    }
  g_assert_cmpuint (count_edits (self), ==, before);
}

static void
test_options (Cli *self, gconstpointer data)
{
  JsonObject *answer;
  JsonObject *cycle;
  g_autofree char *starts = NULL;

  answer = json_node_get_object (cli_ask (self, "cycle", "plan", "--group", TEAM, "--year", "2027",
                                          "--count", "3", "--every", "3", "--weekday", "tuesday",
                                          "--nth", "last", "--start", "14.30", "--minutes", "45",
                                          "--place", "Stadhuis Zwolle", "--avoid", "public", NULL));
  starts = list_starts (answer);
  g_assert_cmpstr (starts, ==, "2027-01-26T14:30 2027-04-20T14:30 2027-07-27T14:30");
  cycle = json_array_get_object_element (json_node_get_array (
                                             cli_ask (self, "list", "cycle", NULL)),
                                         0);
  g_assert_cmpint (json_object_get_int_member (cycle, "nth"), ==, -1);
  g_assert_cmpint (json_object_get_int_member (cycle, "minutes"), ==, 45);
  g_assert_cmpstr (json_object_get_string_member (cycle, "place"), ==, "Stadhuis Zwolle");
  g_assert_false (json_object_get_boolean_member (cycle, "avoid-school-holidays"));
  g_assert_true (json_object_get_boolean_member (cycle, "avoid-clashes"));
  /* What was said once holds until something else is said. */
  answer = plan (self, "2027", NULL, NULL);
  g_assert_cmpint (json_object_get_int_member (answer, "kept"), ==, 3);
  answer = plan (self, "2027", "--avoid", "public,school");
  g_assert_cmpint (json_object_get_int_member (answer, "moved"), >, 0);
}

static void
test_again (Cli *self, gconstpointer data)
{
  g_autofree char *march = NULL;
  JsonObject *answer;
  JsonObject *first;

  plan (self, "2027", NULL, NULL);
  answer = plan (self, "2027", NULL, NULL);
  g_assert_cmpint (json_object_get_int_member (answer, "kept"), ==, 6);
  march = g_strdup (json_object_get_string_member (
      json_array_get_object_element (json_object_get_array_member (answer, "dates"), 1),
      "meeting"));
  cli_do (self, "set", "meeting", march, "state=confirmed", NULL);
  answer = plan (self, "2027", "--weekday", "wednesday");
  g_assert_cmpint (json_object_get_int_member (answer, "moved"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (answer, "fixed"), ==, 1);
  first = json_array_get_object_element (json_object_get_array_member (answer, "dates"), 1);
  g_assert_cmpstr (json_object_get_string_member (first, "action"), ==, "fixed");
  g_assert_cmpstr (json_object_get_string_member (first, "starts-at"), ==, "2027-03-11T10:00");
  g_assert_cmpstr (json_object_get_string_member (first, "meeting"), ==, march);
  answer = plan (self, "2027", "--count", "5");
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (answer, "removed-meetings")),
                    ==, 1);
}

/* What went out in a calendar file is left alone. */
static void
test_after_export (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  plan (self, "2027", NULL, NULL);
  cli_do (self, "calendar", "export", "all", "--output", "x.ics", NULL);
  answer = plan (self, "2027", "--weekday", "tuesday");
  g_assert_cmpint (json_object_get_int_member (answer, "fixed"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (answer, "moved"), ==, 0);
  g_assert_cmpuint (count_meetings (self), ==, 6);
}

static void
test_unknown_holidays (Cli *self, gconstpointer data)
{
  JsonObject *answer = plan (self, "2050", "--dry-run", NULL);
  JsonArray *notes = json_object_get_array_member (answer, "notes");

  g_assert_cmpuint (json_array_get_length (notes), >, 0);
  g_assert_false (json_object_get_boolean_member (
      json_array_get_object_element (json_object_get_array_member (answer, "dates"), 0),
      "holidays-known"));
}

/* Every Thursday of May is taken, so somebody must decide; the program says so and goes on. */
static void
test_conflict (Cli *self, gconstpointer data)
{
  static const char *const days[] = { "06", "13", "20", "27" };
  JsonObject *answer;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *start = g_strdup_printf ("starts-at=2027-05-%sT09:00", days[i]);
      g_autofree char *end = g_strdup_printf ("ends-at=2027-05-%sT11:00", days[i]);

      /* The first is Ascension Day, which is said. */
      cli_run (self, "add", "meeting", "group=Werkgroep MKB", start, end, NULL);
      g_assert_cmpint (self->status, ==, 0);
    }
  answer = plan (self, "2027", "--dry-run", NULL);
  g_assert_cmpint (json_object_get_int_member (answer, "conflicts"), ==, 1);
  cli_do (self, "cycle", "plan", "--group", TEAM, "--year", "2027", NULL);
  g_assert_nonnull (strstr (self->out, "decide"));
  g_assert_nonnull (strstr (self->out, "Werkgroep MKB"));
}

/* A word that cannot be read is wrong usage, and the example is one that would do. */
static void
test_unreadable (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *option, *word, *example;
  } rows[] = {
    { "--count", "abc", "Write it like 6." }, { "--every", "two", "Write it like 2." },
    { "--nth", "1.5", "Write it like 2." },   { "--minutes", "long", "Write it like 120." },
    { "--start", "noon", "Write it like " },  { "--weekday", "someday", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cli_run (self, "cycle", "plan", "--group", TEAM, "--year", "2027", rows[i].option,
               rows[i].word, NULL);
      cli_assert_refused (self, 2, "aanjager-cli: cycle plan: *");
      g_assert_nonnull (strstr (self->err, rows[i].example));
    }
  cli_run (self, "cycle", "plan", "--group", TEAM, "--year", "2027", "--count", "99", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: cycle plan: *");
}

/* What is left out stays left out until it is none; a month without a meeting is none to leave out. */
static void
test_leave_out (Cli *self, gconstpointer data)
{
  static const char *const wrong[] = { "2027-08", "July", "2027-13", "" };

  plan (self, "2027", "--leave-out", "2027-07");
  g_assert_cmpuint (count_meetings (self), ==, 5);
  plan (self, "2027", NULL, NULL);
  g_assert_cmpuint (count_meetings (self), ==, 5);
  plan (self, "2027", "--leave-out", "none");
  g_assert_cmpuint (count_meetings (self), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      cli_run (self, "cycle", "plan", "--group", TEAM, "--year", "2027", "--leave-out", wrong[i],
               NULL);
      cli_assert_refused (self, 2, "aanjager-cli: cycle plan: *");
    }
}

/* A confirmed meeting that somebody moved says so itself; once it read as the rule puts it. */
static void
test_fixed_by_hand (Cli *self, gconstpointer data)
{
  g_autofree char *march = NULL;
  JsonObject *date;

  plan (self, "2027", NULL, NULL);
  date = json_array_get_object_element (
      json_object_get_array_member (plan (self, "2027", NULL, NULL), "dates"), 1);
  march = g_strdup (json_object_get_string_member (date, "meeting"));
  cli_do (self, "set", "meeting", march, "starts-at=2027-02-04T13:00", "state=confirmed", NULL);
  date = json_array_get_object_element (
      json_object_get_array_member (plan (self, "2027", "--dry-run", NULL), "dates"), 1);
  g_assert_cmpstr (json_object_get_string_member (date, "starts-at"), ==, "2027-02-04T13:00");
  g_assert_cmpstr (json_object_get_string_member (date, "reason"), ==, "hand");
  g_assert_cmpstr (json_object_get_string_member (date, "text"), ==,
                   "moved by hand from Thu 11 Mar 2027");
  cli_do (self, "cycle", "plan", "--group", TEAM, "--year", "2027", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->out, "moved by hand from Thu 11 Mar 2027"));
  g_assert_nonnull (strstr (self->out, "stays: confirmed"));
  cli_do (self, "set", "meeting", march, "state=cancelled", NULL);
  cli_do (self, "cycle", "plan", "--group", TEAM, "--year", "2027", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->out, "stays: cancelled"));
  g_assert_null (strstr (self->out, "confirmed"));
}

/* 5 May is avoided, and it is said that this is no day off for all; in both languages. */
static void
test_not_generally_free (Cli *self, gconstpointer data)
{
  cli_do (self, "cycle", "plan", "--group", TEAM, "--year", "2027", "--weekday", "wednesday",
          "--nth", "1", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->out, "moved a week later: Liberation Day (not generally free)"));
  self->locale = g_strdup ("nl_NL.UTF-8");
  cli_do (self, "cycle", "plan", "--group", TEAM, "--year", "2027", "--weekday", "wednesday",
          "--nth", "1", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->out, "Bevrijdingsdag (niet voor iedereen vrij)"));
}

/* One undo takes the whole year back. */
static void
test_undo (Cli *self, gconstpointer data)
{
  plan (self, "2027", NULL, NULL);
  cli_do (self, "undo", NULL);
  g_assert_cmpuint (count_meetings (self), ==, 0);
  cli_do (self, "redo", NULL);
  g_assert_cmpuint (count_meetings (self), ==, 6);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/cycle/" name, Cli, NULL, cli_set_up_team, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("plan", test_plan);
  ADD ("text", test_text);
  ADD ("dry-run", test_dry_run);
  ADD ("options", test_options);
  ADD ("again", test_again);
  ADD ("after-export", test_after_export);
  ADD ("unknown-holidays", test_unknown_holidays);
  ADD ("conflict", test_conflict);
  ADD ("unreadable", test_unreadable);
  ADD ("leave-out", test_leave_out);
  ADD ("fixed-by-hand", test_fixed_by_hand);
  ADD ("not-generally-free", test_not_generally_free);
  ADD ("undo", test_undo);
  return g_test_run ();
}
