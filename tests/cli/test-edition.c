/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The action day from the command line: beginning an edition, and who has answered. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-06-01"

static void
begin (Cli *self, const char *day)
{
  cli_do (self, "--now", NOW, "edition", "begin", "--on", day, NULL);
}

static void
set_up (Cli *self, gconstpointer data)
{
  cli_set_up_empty (self, data);
  cli_do (self, "add", "district", "name=Twente", NULL);
  cli_do (self, "add", "municipality", "name=Almelo", "code=GM0141", "district=Twente", NULL);
  cli_do (self, "add", "municipality", "name=Ede", "code=GM0228", NULL);
}

/* An edition is named by its year, and the next is as the one before. */
static void
test_begin (Cli *self, gconstpointer data)
{
  cli_run (self, "coverage", NULL);
  cli_assert_refused (self, 1, "*no action day yet*edition begin --on DATE*");
  begin (self, "2026-10-08");
  cli_do (self, "set", "edition", "2026", "name=Echt Niet Vandaag 2026", "deadline=2026-09-24",
          NULL);
  begin (self, "2027-10-07");
  cli_do (self, "show", "edition", "2027", NULL);
  g_assert_nonnull (strstr (self->out, "Echt Niet Vandaag 2027"));
  cli_do (self, "list", "participation", "--where", "edition=2027", NULL);
  g_assert_nonnull (strstr (self->out, "Almelo"));
  cli_run (self, "edition", "begin", NULL);
  cli_assert_refused (self, 2, "*The day is missing*");
  cli_run (self, "coverage", "--edition", "2025", NULL);
  cli_assert_refused (self, 1, "*2025*");
}

static void
test_dry_run (Cli *self, gconstpointer data)
{
  cli_do (self, "edition", "begin", "--on", "2026-10-08", "--dry-run", NULL);
  cli_do (self, "list", "edition", NULL);
  g_assert_null (strstr (self->out, "2026"));
}

static void
test_coverage (Cli *self, gconstpointer data)
{
  JsonObject *answer;
  JsonObject *almelo;

  begin (self, "2026-10-08");
  cli_do (self, "add", "activity", "edition=2026", "municipality=Almelo", "name=Escape box",
          "for-youth=true", "expected-reach=200", NULL);
  cli_do (self, "coverage", NULL);
  g_assert_nonnull (strstr (self->out, "Almelo        Twente    registered            1    200"));
  g_assert_nonnull (strstr (self->out, "1 of 2 municipalities have answered, 1 activities"));

  answer = json_node_get_object (cli_ask (self, "coverage", "--edition", "2026", NULL));
  g_assert_cmpint (json_object_get_int_member (answer, "asked"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (answer, "answered"), ==, 1);
  almelo = json_array_get_object_element (json_object_get_array_member (answer, "municipalities"),
                                          0);
  g_assert_cmpstr (json_object_get_string_member (almelo, "standing"), ==, "registered");
  g_assert_cmpint (json_object_get_int_member (almelo, "for-youth"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (almelo, "expected-reach"), ==, 200);
}

#define ADD(path, func) g_test_add (path, Cli, NULL, set_up, func, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("/cli/edition/begin", test_begin);
  ADD ("/cli/edition/dry-run", test_dry_run);
  ADD ("/cli/edition/coverage", test_coverage);
  return g_test_run ();
}
