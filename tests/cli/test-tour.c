/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing along several municipalities: planned, moved and cancelled. */
#include <string.h>

#include "aj-cli-fixture.h"

#define DAY "--now", "2027-02-15"

static void
set_up (Cli *cli, gconstpointer data)
{
  cli_set_up_example (cli, data);
  cli_do (cli, "add", "material", "name=Fiets", "municipality=Deventer", "transport-days=1", NULL);
}

/* "Deventer 2027-03-01, …" */
static char *
list_stops (Cli *cli)
{
  JsonArray *loans = json_node_get_array (cli_ask (cli, "list", "loan", "--where", "material=Fiets",
                                                   "--where", "state=planned", "--sort", "from",
                                                   NULL));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (loans); i++)
    {
      JsonObject *loan = json_array_get_object_element (loans, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              json_object_get_string_member (loan, "from"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_stops (Cli *cli, const char *expected)
{
  g_autofree char *stops = list_stops (cli);

  g_assert_cmpstr (stops, ==, expected);
}

static void
test_plan (Cli *cli, gconstpointer data)
{
  JsonObject *answer;
  JsonArray *stops;

  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
          "--dry-run", "Hengelo", "Losser", "Deventer", NULL);
  g_assert_nonnull (strstr (cli->out, "kilometres in all"));
  g_assert_nonnull (strstr (cli->out, "Tour of Fiets along 3 municipalities"));
  assert_stops (cli, "");
  answer = json_node_get_object (cli_ask (cli, DAY, "tour", "plan", "--material", "Fiets", "--from",
                                          "2027-03-01", "--days", "3", "--name", "Voorjaar",
                                          "Hengelo", "Losser=2027-W09", "Deventer=9", NULL));
  stops = json_object_get_array_member (answer, "stops");
  g_assert_cmpuint (json_array_get_length (stops), ==, 3);
  g_assert_cmpint (json_object_get_int_member (answer, "revision"), >, 0);
  /* Two asked for the one week, and three days fit in it once. */
  assert_stops (cli, "2027-03-01, 2027-03-05, 2027-03-10");
  cli_do (cli, "show", "tour", "Voorjaar", NULL);
}

static void
test_in_order (Cli *cli, gconstpointer data)
{
  static const char *const expected[] = { "Losser", "Deventer", "Hengelo" };
  JsonObject *answer = json_node_get_object (
      cli_ask (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days",
               "3", "--in-order", "Losser", "Deventer", "Hengelo", NULL));
  JsonArray *stops = json_object_get_array_member (answer, "stops");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (stops, i),
                                                    "municipality"),
                     ==, expected[i]);
}

static void
test_move (Cli *cli, gconstpointer data)
{
  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
          "--name", "Voorjaar", "Hengelo", "Losser", NULL);
  cli_run (cli, DAY, "tour", "move", "Voorjaar", "2027-03-06", NULL);
  cli_assert_refused (cli, 1, "*no working day*It can begin on Monday 8 March 2027*");
  cli_do (cli, DAY, "tour", "move", "Voorjaar", "2027-03-02", "--dry-run", NULL);
  assert_stops (cli, "2027-03-01, 2027-03-05");
  cli_do (cli, DAY, "tour", "move", "Voorjaar", "2027-03-02", NULL);
  assert_stops (cli, "2027-03-02, 2027-03-08");
  cli_do (cli, "undo", NULL);
  assert_stops (cli, "2027-03-01, 2027-03-05");
  cli_do (cli, DAY, "tour", "cancel", "Voorjaar", NULL);
  assert_stops (cli, "");
  cli_run (cli, DAY, "tour", "cancel", "Voorjaar", NULL);
  cli_assert_refused (cli, 1, "*handed over or cancelled already*");
}

static const char *
get_asked (Cli *cli, const char *municipality)
{
  g_autofree char *where = g_strdup_printf ("municipality=%s", municipality);
  JsonArray *loans = json_node_get_array (
      cli_ask (cli, "list", "loan", "--where", "material=Fiets", "--where", where, NULL));
  JsonObject *loan = json_array_get_object_element (loans, 0);

  g_assert_cmpuint (json_array_get_length (loans), ==, 1);
  return json_object_has_member (loan, "asked-week") &&
                 !json_object_get_null_member (loan, "asked-week")
             ? json_object_get_string_member (loan, "asked-week")
             : NULL;
}

/* The weeks stay with the stops, and a tour that moves keeps to them; where it cannot, that is told. */
static void
test_asked (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_get_path (cli, "loans.csv");
  JsonObject *answer, *stop;

  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-08", "--days", "3",
          "--name", "Voorjaar", "--dry-run", "Hengelo", "Losser=12-13", NULL);
  g_assert_nonnull (strstr (cli->out, "Waits for weeks 12–13, as asked"));
  /* Also where it is long, it is told whole. */
  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-02-16", "--days", "3",
          "--dry-run", "Hengelo=8", NULL);
  g_assert_nonnull (strstr (cli->out,
                            "Not in the time asked for: week 8 · Not in a school holiday: "
                            "voorjaarsvakantie Noord"));
  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-08", "--days", "3",
          "--name", "Voorjaar", "Hengelo", "Losser=12", NULL);
  assert_stops (cli, "2027-03-08, 2027-03-22");
  g_assert_cmpstr (get_asked (cli, "Losser"), ==, "2027-W12");
  g_assert_cmpstr (get_asked (cli, "Hengelo"), ==, NULL);
  cli_do (cli, DAY, "tour", "move", "Voorjaar", "2027-03-15", NULL);
  assert_stops (cli, "2027-03-15, 2027-03-22");
  cli_do (cli, "undo", NULL);
  assert_stops (cli, "2027-03-08, 2027-03-22");
  cli_do (cli, DAY, "tour", "move", "Voorjaar", "2027-03-24", "--dry-run", NULL);
  g_assert_nonnull (strstr (cli->out, "Not in the time asked for: week 12"));
  answer = json_node_get_object (
      cli_ask (cli, DAY, "tour", "move", "Voorjaar", "2027-03-24", "--dry-run", NULL));
  stop = json_array_get_object_element (json_object_get_array_member (answer, "stops"), 1);
  g_assert_false (json_object_get_boolean_member (stop, "as-asked"));
  g_assert_cmpstr (json_object_get_string_member (stop, "reason"), ==,
                   "Not in the time asked for: week 12");

  /* By hand, and through a table. */
  cli_do (cli, "csv", "export", "loan", "--output", path, NULL);
  cli_do (cli, "undo", NULL);
  assert_stops (cli, "");
  cli_do (cli, "redo", NULL);
  {
    JsonArray *loans = json_node_get_array (
        cli_ask (cli, "list", "loan", "--where", "material=Fiets", "--sort", "from", NULL));
    g_autofree char *id = g_strdup (
        json_object_get_string_member (json_array_get_object_element (loans, 1), "id"));

    cli_do (cli, "set", "loan", id, "asked-week=13", NULL);
    g_assert_cmpstr (get_asked (cli, "Losser"), ==, "2027-W13");
    cli_run (cli, "set", "loan", id, "asked-week=spring", NULL);
    cli_assert_refused (cli, 1, "*is not a week*Write it like 41, 41-43 or 2027-W41.*");
    cli_do (cli, "csv", "import", "loan", path, NULL);
    g_assert_cmpstr (get_asked (cli, "Losser"), ==, "2027-W12");
  }
}

/* The same once more, or in the past, is not done unless somebody says so; what it would be is shown. */
static void
test_doubt (Cli *cli, gconstpointer data)
{
  static const char refusal[] = "*Fiets from 1 March 2027*goes to all of these in the same time "
                                "already*Begin on Friday 5 March 2027 or later, or add --anyway.";

  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
          "Losser", NULL);
  cli_run (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
           "Losser", NULL);
  cli_assert_refused (cli, 1, refusal);
  assert_stops (cli, "2027-03-01");
  cli_run (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
           "--dry-run", "Losser", NULL);
  g_assert_cmpint (cli->status, ==, 0);
  g_assert_nonnull (strstr (cli->err, "goes to all of these in the same time already."));
  assert_stops (cli, "2027-03-01");
  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
          "--anyway", "Losser", NULL);
  assert_stops (cli, "2027-03-01, 2027-03-05");
  cli_run (cli, DAY, "tour", "move", "Fiets from 1 March 2027", "2027-02-10", NULL);
  cli_assert_refused (cli, 1, "*It would begin in the past, on 10 February 2027*");
  cli_do (cli, DAY, "tour", "move", "Fiets from 1 March 2027", "2027-02-10", "--anyway", NULL);
  assert_stops (cli, "2027-02-10, 2027-03-05");
}

/* On paper: a page for each stop. */
static void
test_slips (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_get_path (cli, "slips.pdf");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "--days", "3",
          "--name", "Voorjaar", "Hengelo", "Losser", NULL);
  cli_do (cli, DAY, "report", "slips", "--tour", "Voorjaar", NULL);
  g_assert_nonnull (strstr (cli->out, "Handover of Voorjaar"));
  g_assert_nonnull (strstr (cli->out, "Goes to: Hengelo"));
  g_assert_nonnull (strstr (cli->out, "Goes to: Losser"));
  cli_do (cli, DAY, "report", "slips", "--tour", "Voorjaar", "--output", path, NULL);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  cli_run (cli, "report", "slips", NULL);
  cli_assert_refused (cli, 2, "*--tour TOUR or --loan LOAN*");
  cli_run (cli, "report", "rollouts", "--tour", "Voorjaar", NULL);
  cli_assert_refused (cli, 2, "*leave out --tour and --loan*");
}

static void
test_wrong (Cli *cli, gconstpointer data)
{
  cli_run (cli, "tour", "plan", "Deventer", NULL);
  cli_assert_refused (cli, 2, "*--material NAME*");
  cli_run (cli, "tour", "plan", "--material", "Fiets", "Deventer=54", NULL);
  cli_assert_refused (cli, 2, "*not a week*");
  cli_run (cli, "tour", "plan", "--material", "Fiets", "Deventer=41-26", NULL);
  cli_assert_refused (cli, 2, "*not a week*");
  cli_run (cli, DAY, "tour", "plan", "--material", "Fiets", "Deventer=2026-W41", NULL);
  cli_assert_refused (cli, 2, "*This week is over before the tour begins*");
  cli_run (cli, "tour", "plan", "--material", "Fiets", "--days", "0", "Deventer", NULL);
  cli_assert_refused (cli, 2, "*1 to 366 days*");
  cli_run (cli, "tour", "plan", "--material", "Fiets", "--from", "soon", "Deventer", NULL);
  cli_assert_refused (cli, 2, "*This is not a date (soon). Write it like 2026-03-12.*");
  cli_run (cli, "tour", "plan", "--material", "Fiets", "--from", "0001-01-01", "Deventer", NULL);
  cli_assert_refused (cli, 1, "*between 1900 and 9990*");
  cli_run (cli, "tour", "plan", "--material", "Fiets", "Nergenshuizen", NULL);
  cli_assert_refused (cli, 1, "*Nergenshuizen*");
  cli_do (cli, "add", "loan", "material=Fiets", "kind=away", "from=2027-02-01", NULL);
  cli_run (cli, DAY, "tour", "plan", "--material", "Fiets", "Deventer", NULL);
  cli_assert_refused (cli, 1, "*away from 1 February 2027 until further notice*");
}

/* The name that a tour gets says from when it goes round, also after it was moved; it stands on what is handed out. */
static void
test_name_follows (Cli *cli, gconstpointer data)
{
  cli_do (cli, DAY, "tour", "plan", "--material", "Fiets", "--from", "2027-03-01", "Hengelo", NULL);
  cli_do (cli, DAY, "tour", "move", "Fiets from 1 March 2027", "2027-03-08", NULL);
  cli_do (cli, "show", "tour", "Fiets from 8 March 2027", NULL);
  cli_do (cli, "undo", NULL);
  cli_do (cli, "show", "tour", "Fiets from 1 March 2027", NULL);
}

#define ADD(name, test) g_test_add ("/cli-tour/" name, Cli, NULL, set_up, test, cli_tear_down)

int
main (int argc, char *argv[])
{
  cli_test_init (&argc, &argv);
  ADD ("plan", test_plan);
  ADD ("in-order", test_in_order);
  ADD ("move", test_move);
  ADD ("asked", test_asked);
  ADD ("doubt", test_doubt);
  ADD ("name-follows", test_name_follows);
  ADD ("slips", test_slips);
  ADD ("wrong", test_wrong);
  return g_test_run ();
}
