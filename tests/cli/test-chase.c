/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has not answered, from the command line: what comes next, to whom, and the mails. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-06-01"

static void
set_up (Cli *self, gconstpointer data)
{
  cli_set_up_empty (self, data);
  cli_do (self, "add", "person", "name=Ria Jansen", "mail=ria@twente.example", NULL);
  cli_do (self, "add", "district", "name=Twente", "lead=Ria Jansen", NULL);
  cli_do (self, "add", "municipality", "name=Almelo", "code=GM0141", "district=Twente", NULL);
  cli_do (self, "add", "municipality", "name=Borne", "code=GM0147", "district=Twente", NULL);
  cli_do (self, "add", "municipality", "name=Ede", "code=GM0228", NULL);
  cli_do (self, "add", "organisation", "name=Gemeente Almelo", "kind=municipality",
          "municipality=Almelo", NULL);
  cli_do (self, "add", "organisation", "name=Gemeente Borne", "kind=municipality",
          "municipality=Borne", "mail=info@borne.example", NULL);
  cli_do (self, "add", "person", "name=Anna de Vries", "mail=anna@almelo.example",
          "organisation=Gemeente Almelo", NULL);
  cli_do (self, "--now", NOW, "edition", "begin", "--on", "2026-10-08", NULL);
}

static void
set_participation (Cli *self, const char *municipality, const char *state, const char *day)
{
  g_autofree char *where = g_strdup_printf ("municipality=%s", municipality);
  g_autofree char *word = g_strdup_printf ("state=%s", state);
  g_autofree char *invited = g_strdup_printf ("invited-on=%s", day);
  JsonArray *lines = json_node_get_array (
      cli_ask (self, "list", "participation", "--where", where, NULL));
  g_autofree char *id = g_strdup (
      json_object_get_string_member (json_array_get_object_element (lines, 0), "id"));

  cli_do (self, "set", "participation", id, word, invited, NULL);
}

static JsonObject *
get_line (JsonNode *answer, guint index, guint n)
{
  JsonArray *array = json_node_get_array (answer);

  g_assert_cmpuint (json_array_get_length (array), ==, n);
  return json_array_get_object_element (array, index);
}

/* Who was asked is left alone for as long as the edition says; then it is told what comes next, and to whom. */
static void
test_list (Cli *self, gconstpointer data)
{
  JsonObject *line;

  set_participation (self, "Ede", "invited", "2026-05-25");
  cli_do (self, "--now", NOW, "chase", NULL);
  g_assert_nonnull (strstr (self->out, "invitation  Anna de Vries"));
  g_assert_null (strstr (self->out, "Ede"));
  g_assert_nonnull (strstr (self->out, "1 more was asked not long ago and is left in peace until "
                                       "Mon 8 Jun 2026; --all shows it.\n"));
  cli_do (self, "--now", NOW, "chase", "--all", NULL);
  g_assert_null (strstr (self->out, "not long ago"));
  line = get_line (cli_ask (self, "--now", NOW, "chase", NULL), 0, 2);
  g_assert_cmpstr (json_object_get_string_member (line, "name"), ==, "Almelo");
  g_assert_cmpstr (json_object_get_string_member (line, "next"), ==, "invitation");
  g_assert_cmpstr (json_object_get_string_member (line, "asked-on"), ==, NULL);
  line = json_array_get_object_element (json_object_get_array_member (line, "to"), 0);
  g_assert_cmpstr (json_object_get_string_member (line, "mail"), ==, "anna@almelo.example");
  line = get_line (cli_ask (self, "--now", NOW, "chase", "--all", NULL), 2, 3);
  g_assert_cmpstr (json_object_get_string_member (line, "due-on"), ==, "2026-06-08");
  g_assert_cmpstr (json_object_get_string_member (line, "next"), ==, "reminder");
  /* Nobody there can be written to, which is said with what to do about it. */
  cli_do (self, "--now", "2026-06-08", "chase", "--edition", "2026", NULL);
  g_assert_nonnull (strstr (self->out, "Ede: Nobody there has a mail address. On the page"));
}

static void
test_nobody (Cli *self, gconstpointer data)
{
  set_participation (self, "Almelo", "invited", "2026-05-25");
  set_participation (self, "Borne", "declined", "2026-05-25");
  set_participation (self, "Ede", "no-need", "2026-05-25");
  cli_do (self, "--now", NOW, "chase", NULL);
  g_assert_cmpstr (self->out, ==,
                   "Nobody has to be asked today. The next comes up on Mon 8 Jun 2026.\n");
  cli_do (self, "--now", NOW, "chase", "write", "--output", "mails", NULL);
  g_assert_nonnull (strstr (self->out, "Nobody has to be asked today."));
}

static gboolean
holds (Cli *self, const char *name, const char *text)
{
  g_autofree char *path = cli_get_path (self, name);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return strstr (content, text) != NULL;
}

/* A mail for each, and nothing is noted until somebody says so; then it is one change. */
static void
test_write (Cli *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (self, "mails");

  cli_do (self, "--now", NOW, "chase", "write", "--output", folder, NULL);
  g_assert_nonnull (
      strstr (self->out, "Action day 2026 - Almelo - invitation.eml: anna@almelo.example\n"));
  g_assert_nonnull (strstr (self->out, "Ede: Nobody there has a mail address."));
  g_assert_true (holds (self, "mails/Action day 2026 - Borne - invitation.eml",
                        "To: Gemeente Borne <info@borne.example>"));
  cli_do (self, "list", "contact", NULL);
  g_assert_null (strstr (self->out, "Invited to"));
  /* The same again leaves one file. */
  cli_do (self, "--now", NOW, "chase", "write", "--output", folder, "--mark-sent", NULL);
  g_assert_null (strstr (self->out, "(2)"));
  cli_do (self, "list", "contact", NULL);
  g_assert_cmpuint (cli_count_lines (self->out), ==, 3);
  cli_do (self, "--now", NOW, "chase", NULL);
  g_assert_null (strstr (self->out, "Almelo"));
  cli_do (self, "undo", NULL);
  cli_do (self, "--now", NOW, "chase", NULL);
  g_assert_nonnull (strstr (self->out, "Almelo"));
  g_assert_nonnull (strstr (self->out, "Borne"));
}

static void
test_per_district (Cli *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (self, "mails");
  JsonObject *file;

  file = get_line (cli_ask (self, "--now", NOW, "chase", "write", "--output", folder,
                            "--per-district", NULL),
                   0, 1);
  g_assert_cmpstr (json_object_get_string_member (file, "file"), ==,
                   "Action day 2026 - Twente - invitation.eml");
  g_assert_cmpstr (json_object_get_string_member (file, "field"), ==, "bcc");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "municipalities")),
                    ==, 2);
  g_assert_true (holds (self, "mails/Action day 2026 - Twente - invitation.eml",
                        "Bcc: Anna de Vries <anna@almelo.example>"));
}

/* Each with its own form, in both shapes; a mail to a whole district has no place for them. */
static void
test_forms (Cli *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (self, "mails");
  const char *name = "mails/Action day 2026 - Borne - invitation.eml";

  cli_do (self, "--now", NOW, "chase", "write", "--output", folder, "--forms", NULL);
  g_assert_true (holds (self, name, "Action day 2026 - Borne.xlsx"));
  g_assert_true (holds (self, name, "Action day 2026 - Borne.aanjager-form"));
  g_assert_false (holds (self, name, "Almelo"));
  cli_run (self, "chase", "write", "--output", folder, "--forms", "--per-district", NULL);
  cli_assert_refused (self, 2, "*either --forms or --per-district*");
}

/* One that is named is written to whenever it was asked last; one that has answered is not. */
static void
test_municipality (Cli *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (self, "mails");
  JsonObject *file;

  set_participation (self, "Almelo", "invited", "2026-05-31");
  set_participation (self, "Borne", "declined", "2026-05-31");
  file = get_line (cli_ask (self, "--now", NOW, "chase", "write", "--output", folder,
                            "--municipality", "GM0141", "--municipality", "Almelo", NULL),
                   0, 1);
  g_assert_cmpstr (json_object_get_string_member (file, "next"), ==, "reminder");
  cli_run (self, "chase", "write", "--output", folder, "--municipality", "Borne", NULL);
  cli_assert_refused (self, 1, "*No answer is waited for*(Borne)*");
}

static void
test_usage (Cli *self, gconstpointer data)
{
  cli_run (self, "chase", "write", NULL);
  cli_assert_refused (self, 2, "*--output DIR*");
  cli_run (self, "chase", "write", "--output", "x", "--all", "--municipality", "Ede", NULL);
  cli_assert_refused (self, 2, "*either --all or which*");
  cli_run (self, "mail", "action-day-reminder", "--meeting", "next", "--output", "x.eml", NULL);
  cli_assert_refused (self, 2, "*no such mail*");
}

#define ADD(path, func) g_test_add (path, Cli, NULL, set_up, func, cli_tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("/cli/chase/list", test_list);
  ADD ("/cli/chase/nobody", test_nobody);
  ADD ("/cli/chase/write", test_write);
  ADD ("/cli/chase/per-district", test_per_district);
  ADD ("/cli/chase/forms", test_forms);
  ADD ("/cli/chase/municipality", test_municipality);
  ADD ("/cli/chase/usage", test_usage);
  return g_test_run ();
}
