/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed of interventions, as text and as PDF. */
#include <string.h>

#include "aj-cli-fixture.h"

static char *
add (Cli *self, const char *type, const char *a, const char *b, const char *c, const char *d)
{
  cli_do (self, "--now", "2026-03-01", "add", type, a, b, c, d, NULL);
  return cli_get_added_id (self);
}

static void
set_up (Cli *self, gconstpointer data)
{
  cli_set_up_empty (self, data);
  g_free (add (self, "municipality", "name=Zwolle", "code=GM0193", NULL, NULL));
  g_free (add (self, "municipality", "name=Deventer", "code=GM0150", NULL, NULL));
  g_free (add (self, "intervention", "name=Echt-Nep", "form=lesson", "for-elderly=true", NULL));
  g_free (add (self, "intervention", "name=HackShield", "form=game", "for-youth=true", NULL));
}

static void
assert_printed (Cli *self, const char *words)
{
  if (strstr (self->out, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, self->out);
}

/* (transfer full) (nullable): the text in a PDF, without ligatures; NULL where nothing can read it. */
static char *
read_pdf (const char *path)
{
  const char *const words[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                     &status, NULL))
    return NULL;
  g_assert_cmpint (status, ==, 0);
  return g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
}

static void
test_compare (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "compare.pdf");
  g_autofree char *text = NULL;

  cli_do (self, "report", "compare", "--intervention", "Echt-Nep", "--with", "HackShield", NULL);
  assert_printed (self, "Echt-Nep and HackShield\n");
  assert_printed (self, "lesson or session");
  assert_printed (self, "differs");
  cli_do (self, "set", "intervention", "HackShield", "cost=50 euro", NULL);
  cli_do (self, "set", "intervention", "Echt-Nep", "cost=", NULL);
  cli_do (self, "report", "compare", "--intervention", "Echt-Nep", "--with", "HackShield", NULL);
  assert_printed (self, "only HackShield");
  cli_do (self, "report", "compare", "--intervention", "Echt-Nep", "--with", "HackShield",
          "--output", path, NULL);
  text = read_pdf (path);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "game or challenge"));
  g_assert_nonnull (strstr (text, "differs"));
}

static void
test_compare_refused (Cli *self, gconstpointer data)
{
  cli_run (self, "report", "compare", "--intervention", "Echt-Nep", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: report: Say which two*");
  cli_run (self, "report", "compare", "--intervention", "Echt-Nep", "--with", "Echt-Nep", NULL);
  cli_assert_refused (self, 2, "*Say which two*");
  cli_run (self, "report", "rollouts", "--with", "Echt-Nep", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: report: This report compares nothing*");
  cli_run (self, "report", "compare", "--intervention", "Echt-Nep", "--with", "Nothing", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: report: *Nothing*");
}

/* What activities of action days name is told of an intervention as well. */
static void
test_rollouts (Cli *self, gconstpointer data)
{
  g_free (add (self, "edition", "name=Day", "starts-on=2026-04-02", "ends-on=2026-04-02", NULL));
  cli_do (self, "add", "activity", "edition=Day", "municipality=Zwolle", "name=Evening",
          "intervention=echtnep!", NULL);
  cli_do (self, "--now", "2026-05-01", "report", "rollouts", "--intervention", "Echt-Nep", NULL);
  assert_printed (self, "Who Used It");
  assert_printed (self, "Activity: Evening");
  cli_do (self, "report", "rollouts", NULL);
  g_assert_null (strstr (self->out, "Who Used It"));
}

static void
test_trainers (Cli *self, gconstpointer data)
{
  g_free (add (self, "person", "name=Anna Geheim", NULL, NULL, NULL));
  g_free (add (self, "training", "intervention=Echt-Nep", "person=Anna Geheim",
               "municipality=Zwolle", NULL));
  cli_do (self, "report", "trainers", NULL);
  assert_printed (self, "Which Municipalities Can Do It Themselves");
  assert_printed (self, "Echt-Nep");
  assert_printed (self, "Zwolle");
  g_assert_null (strstr (self->out, "Geheim"));
  cli_do (self, "report", "trainers", "--intervention", "HackShield", NULL);
  assert_printed (self, "Nobody was trained yet, and nothing is rolled out.");
  cli_run (self, "report", "trainers", "--meeting", "next", NULL);
  cli_assert_refused (self, 2, "aanjager-cli: report: This report is of the whole network*");
}

/* Looked back on today, unless another day is named; what is left to do is told, and done only when asked. */
static void
test_evaluation (Cli *self, gconstpointer data)
{
  g_autofree char *rollout = NULL;
  g_autofree char *running = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *of_rollout = NULL;
  g_autofree char *of_running = NULL;
  g_autofree char *expected = NULL;

  rollout = add (self, "rollout", "intervention=Echt-Nep", "municipality=Zwolle", "phase=done",
                 "starts-on=2026-02-02");
  running = add (self, "rollout", "intervention=Echt-Nep", "municipality=Deventer", "phase=running",
                 "starts-on=2026-02-02");
  of_rollout = g_strdup_printf ("rollout=%s", rollout);
  of_running = g_strdup_printf ("rollout=%s", running);
  cli_run (self, "--now", "2026-03-01", "add", "evaluation", of_rollout, "score=8", NULL);
  first = cli_get_added_id (self);
  expected = g_strdup_printf ("is still at “done”. Add: set rollout %s phase=evaluated", rollout);
  g_assert_nonnull (strstr (self->err, expected));
  cli_do (self, "show", "evaluation", first, NULL);
  assert_printed (self, "1 Mar 2026");
  cli_do (self, "set", "rollout", rollout, "phase=evaluated", NULL);
  second = add (self, "evaluation", of_rollout, "date=2026-02-01", NULL, NULL);
  g_assert_cmpstr (self->err, ==, "");
  cli_do (self, "show", "evaluation", second, NULL);
  assert_printed (self, "1 Feb 2026");
  g_free (add (self, "evaluation", of_running, NULL, NULL, NULL));
  g_assert_cmpstr (self->err, ==, "");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/interventions/" name, Cli, NULL, set_up, function, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("compare", test_compare);
  ADD ("compare-refused", test_compare_refused);
  ADD ("evaluation", test_evaluation);
  ADD ("rollouts", test_rollouts);
  ADD ("trainers", test_trainers);
  return g_test_run ();
}
