/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which record a word means: the same for commands, options and fields. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-03-01"

typedef struct
{
  Cli cli;
  char *jeugd;   /* Expertteam, 12 March at ten */
  char *ouderen; /* Expertteam, 21 May */
  char *mkb;     /* Werkgroep MKB, 12 March at two */
} World;

static char *
add (World *self, const char *type, const char *a, const char *b, const char *c, const char *d)
{
  cli_do (&self->cli, "--now", NOW, "add", type, a, b, c, d, NULL);
  return cli_get_added_id (&self->cli);
}

static void
set_up (World *self, gconstpointer data)
{
  cli_set_up_empty (&self->cli, data);
  g_free (add (self, "group", "name=Expertteam", NULL, NULL, NULL));
  g_free (add (self, "group", "name=Werkgroep MKB", NULL, NULL, NULL));
  self->jeugd = add (self, "meeting", "group=Expertteam", "theme=Jeugd",
                     "starts-at=2026-03-12T10:00", "ends-at=2026-03-12T12:00");
  self->ouderen = add (self, "meeting", "group=Expertteam", "theme=Ouderen",
                       "starts-at=2026-05-21T10:00", "ends-at=2026-05-21T12:00");
  self->mkb = add (self, "meeting", "group=Werkgroep MKB", "starts-at=2026-03-12T14:00",
                   "ends-at=2026-03-12T15:00", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->jeugd);
  g_free (self->ouderen);
  g_free (self->mkb);
  cli_tear_down (&self->cli, data);
}

static void
assert_means (World *self, const char *now, const char *word, const char *id)
{
  JsonObject *meeting = json_node_get_object (
      cli_ask (&self->cli, "--now", now, "show", "meeting", word, NULL));

  g_assert_cmpstr (json_object_get_string_member (meeting, "id"), ==, id);
}

/* By the day, and by the group where two meet. */
static void
test_day (World *self, gconstpointer data)
{
  assert_means (self, NOW, self->mkb, self->mkb);
  assert_means (self, NOW, "Jeugd", self->jeugd);
  assert_means (self, NOW, "2026-05-21", self->ouderen);
  assert_means (self, NOW, "Werkgroep MKB 2026-03-12", self->mkb);
  assert_means (self, NOW, "Expertteam 2026-03-12", self->jeugd);
  /* One that was cancelled makes room for the other, and is meant where there is no other. */
  cli_do (&self->cli, "set", "meeting", "Jeugd", "state=cancelled", NULL);
  assert_means (self, NOW, "2026-03-12", self->mkb);
  assert_means (self, NOW, "Expertteam 2026-03-12", self->jeugd);
}

/* The next is the one under way, and none that was cancelled. */
static void
test_next (World *self, gconstpointer data)
{
  assert_means (self, NOW, "next", self->jeugd);
  assert_means (self, "2026-03-12T11:59", "next", self->jeugd);
  assert_means (self, "2026-03-12T12:00", "next", self->mkb);
  assert_means (self, NOW, "Werkgroep MKB next", self->mkb);
  assert_means (self, "2026-03-13", "next", self->ouderen);
  cli_do (&self->cli, "set", "meeting", "Jeugd", "state=cancelled", NULL);
  assert_means (self, NOW, "Expertteam next", self->ouderen);
  cli_run (&self->cli, "--now", "2027-01-01", "show", "meeting", "next", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: show: Meeting: there is none*“next”*");
}

/* Every command, option and field takes the same words. */
static void
test_everywhere (World *self, gconstpointer data)
{
  g_autofree char *file = cli_get_path (&self->cli, "out.ics");
  g_autofree char *mail = cli_get_path (&self->cli, "out.eml");
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  const char *const commands[][10] = {
    { "report", "agenda", "--meeting", "2026-05-21" },
    { "report", "minutes", "--meeting", "Expertteam next" },
    { "invitations", "held", "next" },
    { "invitations", "owed", "2026-05-21" },
    { "invitations", "write", "--output", folder, "2026-05-21" },
    { "calendar", "export", "meeting:2026-05-21", "--output", file },
    { "set", "meeting", "2026-05-21", "place=Zwolle" },
    { "add", "agenda-item", "group=Expertteam", "meeting=2026-05-21", "name=Wat werkt?",
      "speaker=Anna" },
    { "add", "attendance", "meeting=2026-05-21", "person=Anna" },
    { "list", "agenda-item", "--where", "meeting=Expertteam 2026-05-21" },
    { "mail", "speaker", "--meeting", "2026-05-21", "--item", "Wat werkt?", "--output", mail },
    { "history", "--type", "meeting", "--id", "2026-05-21" },
    { "remove", "meeting", "Werkgroep MKB next" },
  };

  g_free (add (self, "person", "name=Anna", "mail=anna@stad.example", NULL, NULL));
  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *words[16] = { "--data", self->cli.file, "--now", NOW };
      g_autofree char *line = g_strjoinv (" ", (char **) commands[i]);

      for (guint j = 0; j < G_N_ELEMENTS (commands[i]) && commands[i][j] != NULL; j++)
        words[j + 4] = commands[i][j];
      g_test_message ("%s", line);
      cli_run_words (&self->cli, words);
      g_assert_cmpint (self->cli.status, ==, 0);
      g_assert_cmpstr (self->cli.err, ==, "");
      g_assert_cmpstr (self->cli.out, !=, "There are none.\n");
      g_assert_cmpstr (self->cli.out, !=, "Nothing was changed.\n");
    }
}

/* A cycle has no name but that of its group. */
static void
test_cycle (World *self, gconstpointer data)
{
  cli_do (&self->cli, "--now", NOW, "cycle", "plan", "--group", "Expertteam", "--year", "2027",
          NULL);
  cli_do (&self->cli, "set", "cycle", "Expertteam", "place=Zwolle", NULL);
  g_free (add (self, "preparation-step", "cycle=Expertteam", "name=Zaal", "days=-14", NULL));
  cli_do (&self->cli, "show", "cycle", "Expertteam", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Zwolle"));
  cli_run (&self->cli, "show", "cycle", "Werkgroep MKB", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: show: Cycle: there is none*Werkgroep MKB*");
}

/* Who means several is told which. */
static void
test_candidates (World *self, gconstpointer data)
{
  cli_run (&self->cli, "--now", NOW, "report", "agenda", "--meeting", "2026-03-12", NULL);
  cli_assert_refused (&self->cli, 1,
                      "aanjager-cli: report: Meeting: more than one is called “2026-03-12”*");
  g_assert_nonnull (strstr (self->cli.err, self->jeugd));
  g_assert_nonnull (strstr (self->cli.err, self->mkb));
  g_assert_nonnull (strstr (self->cli.err, "(Expertteam · Thu 12 Mar 2026, 10:00)"));
  g_assert_nonnull (strstr (self->cli.err, "(Werkgroep MKB · Thu 12 Mar 2026, 14:00)"));
  g_free (add (self, "organisation", "name=Politie", "kind=police", NULL, NULL));
  g_free (add (self, "person", "name=Anna", "organisation=Politie", NULL, NULL));
  g_free (add (self, "person", "name=Anna", NULL, NULL, NULL));
  cli_run (&self->cli, "show", "person", "Anna", NULL);
  cli_assert_refused (&self->cli, 1, "*more than one is called “Anna”*(Politie)*");
  /* A group that is not there is what was wrong. */
  cli_run (&self->cli, "report", "agenda", "--meeting", "Werkgroep 2026-03-12", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: report: Group: there is none*“Werkgroep”*");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/naming/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("day", test_day);
  ADD ("next", test_next);
  ADD ("everywhere", test_everywhere);
  ADD ("cycle", test_cycle);
  ADD ("candidates", test_candidates);
  return g_test_run ();
}
