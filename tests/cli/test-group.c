/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who sits where, on which day, and their addresses, from the command line. */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-03-12"

/* A group of 2025 with three seats: Anna took the first until the end of 2025 and Bram since, a school takes the second,
 * nobody the third. Twente is led by Bram, Salland by nobody. */
static void
make_world (Cli *self)
{
  static const char *const words[][8] = {
    { "add", "person", "name=Anna Vos", "mail=anna@politie.example" },
    { "add", "person", "name=Bram Bos" },
    { "add", "organisation", "name=Saxion", "kind=education", "mail=info@saxion.example" },
    { "add", "district", "name=Twente", "lead=Bram Bos" },
    { "add", "district", "name=Salland" },
    { "add", "group", "name=Team", "kind=expert-team", "active-from=2025-01-01" },
    { "add", "group", "name=Later", "kind=platform", "active-from=2027-01-01" },
    { "add", "seat", "group=Team", "name=Chair", "role=chair" },
    { "add", "seat", "group=Team", "kind=education" },
    { "add", "seat", "group=Team", "kind=police", "district=Twente" },
    { "add", "membership", "group=Team", "person=Anna Vos", "role=chair", "from=2025-01-01",
      "until=2025-12-31" },
    { "add", "membership", "group=Team", "person=Bram Bos", "role=chair", "from=2026-01-01" },
    { "add", "membership", "group=Team", "organisation=Saxion", "from=2025-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cli_do (self, "--now", NOW, words[i][0], words[i][1], words[i][2], words[i][3], words[i][4],
            words[i][5], words[i][6], NULL);
}

static JsonObject *
ask (Cli *self,
     const char *command,
     const char *first,
     const char *second,
     const char *third,
     const char *fourth)
{
  return json_node_get_object (
      cli_ask (self, "--now", NOW, "group", command, first, second, third, fourth, NULL));
}

static JsonArray *
get_array (JsonObject *object, const char *member)
{
  return json_object_get_array_member (object, member);
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

/* The texts of one member of all elements, with a | between them; "-" for null. (transfer full) */
static char *
join (JsonArray *array, const char *member)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *value = member != NULL
                              ? get_text (json_array_get_object_element (array, i), member)
                              : json_array_get_string_element (array, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_texts (JsonObject *object, const char *array, const char *member, const char *expected)
{
  g_autofree char *found = join (get_array (object, array), member);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_seats (Cli *self, gconstpointer data)
{
  JsonObject *answer, *seat;

  make_world (self);
  answer = ask (self, "seats", NULL, NULL, NULL, NULL);
  g_assert_cmpstr (get_text (answer, "on"), ==, NOW);
  assert_texts (answer, "seats", "seat-name", "Chair|Police · Twente|Education");
  assert_texts (answer, "seats", "group-name", "Team|Team|Team");
  assert_texts (answer, "districts", "district-name", "Salland|Twente");
  assert_texts (answer, "districts", "lead-name", "-|Bram Bos");
  seat = json_array_get_object_element (get_array (answer, "seats"), 0);
  g_assert_cmpint (json_object_get_int_member (seat, "taken"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (seat, "empty"), ==, 0);
  assert_texts (seat, "sitters", "person-name", "Bram Bos");
  assert_texts (seat, "sitters", "from", "2026-01-01");
  assert_texts (seat, "sitters", "until", "-");
  answer = ask (self, "seats", "Team", "--empty", NULL, NULL);
  assert_texts (answer, "seats", "seat-name", "Police · Twente");
  g_assert_false (json_object_has_member (answer, "districts"));
  answer = ask (self, "seats", "--empty", NULL, NULL, NULL);
  assert_texts (answer, "districts", "district-name", "Salland");
}

static void
test_seats_for_people (Cli *self, gconstpointer data)
{
  make_world (self);
  cli_do (self, "--now", NOW, "group", "seats", NULL);
  g_assert_nonnull (strstr (self->out, "Bram Bos"));
  g_assert_nonnull (strstr (self->out, "Saxion"));
  g_assert_nonnull (strstr (self->out, "No police member in Twente"));
  g_assert_nonnull (strstr (self->out, "\nWithout a lead: Salland\n"));
  cli_do (self, "--now", NOW, "group", "seats", "--empty", NULL);
  g_assert_null (strstr (self->out, "Bram Bos"));
  g_assert_nonnull (strstr (self->out, "No police member in Twente"));
  cli_do (self, "--now", NOW, "group", "seats", "Team", "--on", "2025-06-01", NULL);
  g_assert_nonnull (strstr (self->out, "Anna Vos"));
  g_assert_null (strstr (self->out, "Bram Bos"));
  g_assert_null (strstr (self->out, "lead"));
  cli_do (self, "--now", NOW, "group", "seats", "--on", "2025-06-01", NULL);
  g_assert_nonnull (strstr (self->out, "\nNot known who led: Salland and Twente\n"));
  cli_do (self, "--now", NOW, "group", "seats", "Later", NULL);
  g_assert_cmpstr (self->out, ==, "There are none.\n");
  cli_do (self, "--now", NOW, "group", "seats", "Later", "--empty", NULL);
  g_assert_cmpstr (self->out, ==, "Every seat is taken.\n");
}

/* In a group that says of nobody who should sit in it, somebody may sit all the same. */
static void
test_without_seat (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  make_world (self);
  cli_do (self, "add", "membership", "group=Later", "person=Anna Vos", NULL);
  answer = ask (self, "seats", "Later", NULL, NULL, NULL);
  assert_texts (answer, "seats", "seat-name", "");
  assert_texts (answer, "without-seat", "name", "Anna Vos");
  assert_texts (answer, "without-seat", "group-name", "Later");
  answer = ask (self, "seats", "Team", NULL, NULL, NULL);
  assert_texts (answer, "without-seat", "name", "");
  answer = ask (self, "seats", "Later", "--empty", NULL, NULL);
  assert_texts (answer, "without-seat", "name", "");
  cli_do (self, "--now", NOW, "group", "seats", "Later", NULL);
  g_assert_nonnull (strstr (self->out, "Anna Vos"));
}

static void
test_members (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  make_world (self);
  answer = ask (self, "members", "Team", NULL, NULL, NULL);
  g_assert_cmpstr (get_text (answer, "group-name"), ==, "Team");
  assert_texts (answer, "members", "name", "Bram Bos|Saxion");
  assert_texts (answer, "members", "role", "chair|member");
  assert_texts (answer, "empty", "seat-name", "Police · Twente");
  assert_texts (answer, "earlier", "name", "Anna Vos");
  assert_texts (answer, "later", "name", "");
  answer = ask (self, "members", "Team", "--on", "31-12-2025", NULL);
  g_assert_cmpstr (get_text (answer, "on"), ==, "2025-12-31");
  assert_texts (answer, "members", "name", "Anna Vos|Saxion");
  assert_texts (answer, "later", "name", "Bram Bos");
  cli_do (self, "--now", NOW, "group", "members", "Team", NULL);
  g_assert_nonnull (strstr (self->out, "Bram Bos"));
  g_assert_nonnull (strstr (self->out, "(empty)"));
  cli_do (self, "--now", NOW, "group", "members", "Later", NULL);
  g_assert_cmpstr (self->out, ==, "Nobody sits in it on this day.\n");
}

/* As the window writes it, for nobody else to read. */
static void
test_members_csv (Cli *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (self, "team.csv");
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  GStatBuf status;

  make_world (self);
  cli_do (self, "--now", NOW, "group", "members", "Team", "--csv", path, NULL);
  g_assert_true (g_str_has_prefix (self->out, "Written to "));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_nonnull (strstr (lines[0], "Seat,Name,Organisation,Role,From,Until (last day)"));
  g_assert_cmpstr (lines[1], ==, "Chair,Bram Bos,,Chair,2026-01-01,");
  g_assert_cmpstr (lines[3], ==, "Police · Twente,(empty),,,,");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  cli_run (self, "group", "members", "Team", "--csv", "nowhere/team.csv", NULL);
  cli_assert_refused (self, 1, "aanjager-cli: group members: *");
  cli_run (self, "group", "members", "Team", "--csv", self->file, NULL);
  cli_assert_refused (self, 1, "aanjager-cli: group members: *is a data file*");
}

static void
test_mail (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  make_world (self);
  answer = ask (self, "mail", "Team", "--on", "2025-06-01", NULL);
  assert_texts (answer, "addresses", NULL, "anna@politie.example|info@saxion.example");
  g_assert_cmpstr (get_text (answer, "field"), ==, "bcc");
  g_assert_true (g_str_has_prefix (get_text (answer, "mailto"), "mailto:?bcc=anna"));
  g_assert_nonnull (strstr (get_text (answer, "mailto"), "subject=Team"));
  g_assert_false (json_object_get_boolean_member (answer, "mailto-too-long"));
  cli_run (self, "--now", NOW, "group", "mail", "Team", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "info@saxion.example\n");
  g_assert_cmpstr (self->err, ==, "aanjager-cli: group mail: 1 has no address: Bram Bos.\n");
}

static void
test_mail_to_leads (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  make_world (self);
  cli_run (self, "--now", NOW, "group", "mail", "--leads", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "");
  g_assert_cmpstr (self->err, ==,
                   "aanjager-cli: group mail: There is no mail address to write to.\n"
                   "aanjager-cli: group mail: 2 have no address: Salland, Bram Bos.\n");
  cli_do (self, "set", "person", "Bram Bos", "mail=bram@gemeente.example", NULL);
  answer = ask (self, "mail", "--leads", NULL, NULL, NULL);
  assert_texts (answer, "addresses", NULL, "bram@gemeente.example");
  assert_texts (answer, "without", NULL, "Salland");
  g_assert_cmpstr (get_text (answer, "field"), ==, "to");
  g_assert_cmpstr (get_text (answer, "mailto"), ==, "mailto:bram@gemeente.example");
}

/* What gets longer than mail programs take is said to be so. */
static void
test_long_mail (Cli *self, gconstpointer data)
{
  JsonObject *answer;

  cli_do (self, "add", "group", "name=Crowd", "kind=platform", NULL);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=Person %u", i);
      g_autofree char *person = g_strdup_printf ("person=Person %u", i);
      g_autofree char *mail = g_strdup_printf ("mail=%060u@%060u.%060u.example", i, i, i);

      cli_do (self, "add", "person", name, mail, NULL);
      cli_do (self, "add", "membership", "group=Crowd", person, NULL);
    }
  answer = ask (self, "mail", "Crowd", NULL, NULL, NULL);
  g_assert_cmpuint (json_array_get_length (get_array (answer, "addresses")), ==, 12);
  g_assert_true (json_object_get_null_member (answer, "mailto"));
  g_assert_true (json_object_get_boolean_member (answer, "mailto-too-long"));
}

static void
test_refused (Cli *self, gconstpointer data)
{
  static const struct
  {
    const char *words[6];
    int status;
    const char *pattern;
  } cases[] = {
    { { "seats", "Nobody" }, 1, "aanjager-cli: group seats: *there is none*" },
    { { "members", "Nobody" }, 1, "aanjager-cli: group members: *there is none*" },
    { { "mail", "Nobody" }, 1, "aanjager-cli: group mail: *there is none*" },
    { { "members" }, 2, "aanjager-cli: group members: *" },
    { { "seats", "Team", "Later" }, 2, "aanjager-cli: group seats: *" },
    { { "seats", "--on", "2026-02-30" }, 2, "*This is not a date (2026-02-30).*" },
    { { "members", "Team", "--on", "soon" }, 2, "*This is not a date (soon).*" },
    { { "mail", "Team", "--on", "" }, 2, "*This is not a date*" },
    { { "mail" }, 2, "aanjager-cli: group mail: Say to whom*" },
    { { "mail", "Team", "--leads" }, 2, "aanjager-cli: group mail: Say to whom*" },
    { { "seats", "Later", "--on", "2025-06-01" }, 1, "*was not there yet*(Later)*" },
    { { "members", "Later", "--on", "2025-06-01" }, 1, "*was not there yet*(Later)*" },
    { { "mail", "Later", "--on", "2025-06-01" }, 1, "*was not there yet*(Later)*" },
  };

  make_world (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *words = cases[i].words;

      cli_run (self, "--now", NOW, "group", words[0], words[1], words[2], words[3], NULL);
      cli_assert_refused (self, cases[i].status, cases[i].pattern);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Cli *self, gconstpointer data);
  } tests[] = {
    { "/cli/group/seats", test_seats },
    { "/cli/group/seats-for-people", test_seats_for_people },
    { "/cli/group/without-seat", test_without_seat },
    { "/cli/group/members", test_members },
    { "/cli/group/members-csv", test_members_csv },
    { "/cli/group/mail", test_mail },
    { "/cli/group/mail-to-leads", test_mail_to_leads },
    { "/cli/group/long-mail", test_long_mail },
    { "/cli/group/refused", test_refused },
  };

  cli_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cli, NULL, cli_set_up_empty, tests[i].test, cli_tear_down);
  return g_test_run ();
}
