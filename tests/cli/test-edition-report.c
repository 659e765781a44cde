/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed of an action day: read back by the programs that people read it with. */
#include <string.h>

#include "aj-cli-fixture.h"

static void
set_up (Cli *self, gconstpointer data)
{
  cli_set_up_empty (self, data);
  cli_do (self, "add", "district", "name=Twente", NULL);
  cli_do (self, "add", "municipality", "name=Almelo", "code=GM0141", "district=Twente", NULL);
  cli_do (self, "add", "municipality", "name=Ede", "code=GM0228", NULL);
  cli_do (self, "edition", "begin", "--on", "2026-10-08", NULL);
  cli_do (self, "set", "edition", "2026", "name=Echt Niet Vandaag 2026", "goal=100", NULL);
}

static void
add_activities (Cli *self)
{
  cli_do (self, "add", "activity", "edition=2026", "municipality=Almelo", "name=Escape box",
          "for-youth=true", "expected-reach=200", "from=10:00",
          "link=https://voorbeeld.example/escape", NULL);
  cli_do (self, "add", "activity", "edition=2026", "municipality=Ede", "name=Besloten",
          "access=closed", NULL);
}

static void
assert_said (Cli *self, const char *words)
{
  if (strstr (self->out, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, self->out);
}

/* (transfer full): what a program says of the file; NULL when it is not installed. */
static char *
ask (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *const argv[] = { found, option, path, NULL };
  char *answer = NULL;
  int status = 1;

  if (found == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &answer, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return answer;
}

/* As text, on paper with headings and links, as a table, and as pages of the web. */
static void
test_programme (Cli *self, gconstpointer data)
{
  g_autofree char *pdf = cli_get_path (self, "programma.pdf");
  g_autofree char *html = cli_get_path (self, "programma.html");
  g_autofree char *csv = cli_get_path (self, "programma.csv");
  g_autofree char *structure = NULL;
  g_autofree char *links = NULL;
  g_autofree char *read_html = NULL;
  g_autofree char *part = NULL;
  g_autofree char *table = NULL;

  add_activities (self);
  cli_do (self, "report", "programme", NULL);
  assert_said (self, "Programme of Echt Niet Vandaag 2026\n");
  assert_said (self, "1 activity\n\n1 activity is for who is invited, and does not stand "
                     "here.\n\nTwente\n------\nAlmelo\n......\nEscape box\nfrom 10:00\n");
  g_assert_null (strstr (self->out, "Besloten"));
  cli_do (self, "report", "programme", "--edition", "2026", "--output", pdf, NULL);
  structure = ask ("pdfinfo", "-struct", pdf);
  links = ask ("pdfinfo", "-url", pdf);
  if (structure != NULL)
    {
      g_assert_nonnull (strstr (structure, "Document"));
      g_assert_nonnull (strstr (structure, "H4"));
      g_assert_nonnull (strstr (links, "https://voorbeeld.example/escape"));
    }
  cli_do (self, "report", "programme", "--by", "time", "--output", html, NULL);
  read_html = ask ("xmllint", "--noout", html);
  cli_do (self, "report", "programme", "--with-closed", "--output", csv, NULL);
  assert_said (self, "2 records written to ");
  g_assert_true (g_file_get_contents (csv, &table, NULL, NULL));
  g_assert_cmpuint (cli_count_lines (table), ==, 3);
  g_assert_true (g_str_has_prefix (table, "district,date,"));
  g_free (table);
  cli_do (self, "report", "programme", "--format", "excel", "--output", csv, NULL);
  g_assert_true (g_file_get_contents (csv, &table, NULL, NULL));
  g_assert_nonnull (strstr (table, "Municipality"));
  cli_do (self, "report", "organisations", "--format", "excel", "--output", csv, NULL);
  cli_run (self, "report", "programme", "--format", "excel", NULL);
  cli_assert_refused (self, 2, "*--format*FILE.csv*");
  cli_do (self, "report", "programme", "--part", "--output", html, NULL);
  g_assert_true (g_file_get_contents (html, &part, NULL, NULL));
  g_assert_true (g_str_has_prefix (part, "<div "));
  cli_do (self, "report", "programme", "--municipality", "GM0228", "--with-closed", NULL);
  assert_said (self, "Programme of Echt Niet Vandaag 2026 in Ede\n");
  g_assert_null (strstr (self->out, "Escape box"));
}

/* What is new, different or gone since a day. */
static void
test_since (Cli *self, gconstpointer data)
{
  JsonArray *activities;
  g_autofree char *id = NULL;

  cli_do (self, "--now", "2026-08-30", "add", "activity", "edition=2026", "municipality=Almelo",
          "name=Lezing", "from=10:00", NULL);
  activities = json_node_get_array (cli_ask (self, "list", "activity", NULL));
  id = g_strdup (
      json_object_get_string_member (json_array_get_object_element (activities, 0), "id"));
  cli_do (self, "--now", "2026-09-02", "set", "activity", id, "from=14:00", NULL);
  cli_do (self, "report", "programme", "--since", "2026-09-01", NULL);
  assert_said (self, "Changed\n-------\nLezing\n");
  assert_said (self, "- Time: now from 14:00, was from 10:00\n");
  cli_do (self, "report", "programme", "--since", "2026-09-03", NULL);
  assert_said (self, "Nothing became different since Thursday 3 September 2026.");
}

/* (transfer full): a calendar, as a whole. */
static char *
read_calendar (Cli *self, const char *name)
{
  g_autofree char *path = cli_get_path (self, name);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("“%s” is not written", name);
  return text;
}

/* Of an edition, of a municipality in it, and of each in a file of its own; what it says is read by another program. */
static void
test_calendar (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "actiedag.ics");
  g_autofree char *folder = cli_get_path (self, "kalenders");
  g_autofree char *whole = NULL;
  g_autofree char *one = NULL;
  g_autofree char *almelo = NULL;
  JsonObject *answer;

  cli_run (self, "calendar", "export", "edition:2026", "--output", path, NULL);
  cli_assert_refused (self, 1, "*There is no activity to put in a calendar file*");
  add_activities (self);
  cli_do (self, "add", "activity", "edition=2026", "municipality=Ede", "name=Markt", NULL);
  cli_do (self, "set", "activity", "Markt", "state=cancelled", NULL);
  cli_do (self, "add", "activity", "edition=2026", "municipality=Ede", "name=Concept",
          "state=draft", NULL);
  cli_do (self, "--now", "2026-09-01", "calendar", "export", "edition:2026", "--output", path,
          NULL);
  assert_said (self, "2 activities written to ");
  whole = read_calendar (self, "actiedag.ics");
  g_assert_nonnull (strstr (whole, "X-WR-CALNAME:Echt Niet Vandaag 2026\r\n"));
  g_assert_nonnull (strstr (whole, "SUMMARY:Almelo: Escape box\r\n"));
  g_assert_nonnull (strstr (whole, "SUMMARY:CANCELLED: Ede: Markt\r\n"));
  g_assert_null (strstr (whole, "Concept"));
  g_assert_null (strstr (whole, "Besloten"));
  cli_do (self, "calendar", "read", path, NULL);
  assert_said (self, "Escape box");

  cli_do (self, "calendar", "export", "edition:2026", "municipality:GM0141", "--output", path,
          NULL);
  one = read_calendar (self, "actiedag.ics");
  g_assert_null (strstr (one, "X-WR-CALNAME"));
  g_assert_null (strstr (one, "Ede"));
  answer = json_node_get_object (cli_ask (self, "--now", "2026-09-01", "calendar", "export",
                                          "edition:2026", "--with-closed", "--separate", "--output",
                                          folder, NULL));
  g_assert_cmpint (json_object_get_int_member (answer, "activities"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (answer, "files"), ==, 2);
  almelo = read_calendar (self, "kalenders/Echt Niet Vandaag 2026 - Almelo.ics");
  g_assert_nonnull (strstr (almelo, "Escape box"));
  {
    g_autofree char *ede = read_calendar (self, "kalenders/Echt Niet Vandaag 2026 - Ede.ics");

    g_assert_nonnull (strstr (ede, "X-WR-CALNAME:Echt Niet Vandaag 2026 in Ede\r\n"));
    g_assert_nonnull (strstr (ede, "Besloten"));
  }
  cli_run (self, "calendar", "export", "edition:2026", "all", "--output", path, NULL);
  cli_assert_refused (self, 2, "*calendar of their own*");
  cli_run (self, "calendar", "export", "all", "--with-closed", "--output", path, NULL);
  cli_assert_refused (self, 2, "*--with-closed*");
}

static void
test_wrong (Cli *self, gconstpointer data)
{
  cli_run (self, "report", "programme", "--by", "mood", NULL);
  cli_assert_refused (self, 2, "*district, municipality, target or time*");
  cli_run (self, "report", "programme", "--group", "Expertteam", NULL);
  cli_assert_refused (self, 2, "*leave out --meeting and --group*");
  cli_run (self, "report", "knowledge", "--edition", "2026", NULL);
  cli_assert_refused (self, 2, "*no action day*");
  cli_run (self, "report", "programme", "--part", NULL);
  cli_assert_refused (self, 2, "*--output FILE.html*");
  cli_run (self, "report", "programme", "--edition", "2019", NULL);
  cli_assert_refused (self, 1, "*2019*");
  cli_run (self, "report", "programme", "--output", "programma.doc", NULL);
  cli_assert_refused (self, 2, "*.pdf, .html or .txt*");
}

#define ADD(path, func) g_test_add (path, Cli, NULL, set_up, func, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("/cli/edition-report/programme", test_programme);
  ADD ("/cli/edition-report/since", test_since);
  ADD ("/cli/edition-report/calendar", test_calendar);
  ADD ("/cli/edition-report/wrong", test_wrong);
  return g_test_run ();
}
