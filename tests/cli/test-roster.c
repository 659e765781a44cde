/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roster of a year from the command line: shown, filled, swapped, refused. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-02-01"

typedef struct
{
  Cli cli;
  char *first;
  char *second;
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
  g_free (add (self, "person", "name=Anna", NULL, NULL, NULL));
  g_free (add (self, "person", "name=Bert", NULL, NULL, NULL));
  g_free (add (self, "district", "name=Twente", "lead=Anna", NULL, NULL));
  g_free (add (self, "district", "name=IJsselland", "lead=Bert", NULL, NULL));
  self->first = add (self, "meeting", "group=Expertteam", "theme=Jeugd",
                     "starts-at=2026-03-12T10:00", "ends-at=2026-03-12T12:00");
  self->second = add (self, "meeting", "group=Expertteam", "theme=Ouderen",
                      "starts-at=2026-05-21T10:00", "ends-at=2026-05-21T12:00");
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->first);
  g_free (self->second);
  cli_tear_down (&self->cli, data);
}

/* (transfer none): what is told of the meeting with @index. */
static JsonObject *
ask (World *self, guint index, const char *option)
{
  JsonObject *roster = json_node_get_object (
      cli_ask (&self->cli, "--now", NOW, "roster", "Expertteam", "--year", "2026", option, NULL));

  return json_array_get_object_element (json_object_get_array_member (roster, "meetings"), index);
}

#define assert_member(object, member, text)                                                        \
  g_assert_cmpstr (json_object_get_string_member_with_default (object, member, NULL), ==, text)

static void
test_fill (World *self, gconstpointer data)
{
  JsonObject *meeting = ask (self, 0, NULL);

  assert_member (meeting, "meeting", self->first);
  assert_member (meeting, "chair", NULL);
  assert_member (meeting, "proposed-chair-name", "Anna");
  assert_member (meeting, "proposed-host-name", "Bert");
  cli_do (&self->cli, "--now", NOW, "roster", "Expertteam", "--fill", "--dry-run", NULL);
  g_assert_nonnull (strstr (self->cli.out, "4 places would be filled; nothing was stored."));
  g_assert_nonnull (strstr (self->cli.out, "Anna (proposed)"));
  assert_member (ask (self, 0, NULL), "chair-name", NULL);
  cli_do (&self->cli, "--now", NOW, "roster", "Expertteam", "--fill", NULL);
  g_assert_nonnull (strstr (self->cli.out, "4 places were filled."));
  g_assert_null (strstr (self->cli.out, "(proposed)"));
  meeting = ask (self, 1, "--fill");
  assert_member (meeting, "chair-name", "Bert");
  assert_member (meeting, "host-name", "Anna");
  assert_member (meeting, "proposed-chair", NULL);
  cli_do (&self->cli, "undo", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Set the roster of 2026"));
  assert_member (ask (self, 1, NULL), "chair-name", NULL);
}

static void
test_swap (World *self, gconstpointer data)
{
  cli_do (&self->cli, "--now", NOW, "roster", "Expertteam", "--fill", NULL);
  cli_do (&self->cli, "--now", NOW, "roster", "swap", "2026-03-12", "Ouderen", "--host", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Swap who hosts on 12 March and 21 May"));
  assert_member (ask (self, 0, NULL), "host-name", "Anna");
  assert_member (ask (self, 0, NULL), "chair-name", "Anna");
  g_free (add (self, "absence", "person=Anna", "from=2026-05-01", NULL, NULL));
  cli_run (&self->cli, "--now", NOW, "roster", "swap", "Jeugd", "Ouderen", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: roster swap: Anna is away on 21 May 2026*");
}

static void
test_away (World *self, gconstpointer data)
{
  JsonObject *meeting;

  cli_do (&self->cli, "set", "meeting", "Jeugd", "chair=Anna", NULL);
  g_free (add (self, "absence", "person=Anna", "from=2026-03-01", NULL, NULL));
  g_free (add (self, "absence", "person=Bert", "from=2026-05-01", NULL, NULL));
  cli_do (&self->cli, "--now", NOW, "roster", "Expertteam", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Anna (away)"));
  g_assert_nonnull (
      strstr (self->cli.out, "Thu 21 May 2026: Whoever leads a district is away on this day."));
  meeting = ask (self, 0, NULL);
  g_assert_true (json_object_get_boolean_member (meeting, "chair-away"));
  assert_member (ask (self, 1, NULL), "host-gap", "all-away");
}

static void
test_refused (World *self, gconstpointer data)
{
  cli_run (&self->cli, "roster", "Expertteam", "--year", "soon", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: roster: This is not a year (soon)*");
  cli_run (&self->cli, "roster", "Nooit", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: roster: *Nooit*");
  cli_do (&self->cli, "--now", NOW, "roster", "Expertteam", "--year", "2031", NULL);
  g_assert_cmpstr (self->cli.out, ==, "The group has no meetings in this year.\n");
  g_free (add (self, "meeting", "group=Expertteam", "theme=Later", "starts-at=2027-03-11T10:00",
               "ends-at=2027-03-11T12:00"));
  cli_run (&self->cli, "roster", "swap", "Jeugd", "Later", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: roster swap: They are not of one group*");
  cli_run (&self->cli, "roster", "swap", "2026-03-12", "2026-03-13", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: roster swap: *there is none*2026-03-13*");
  g_free (add (self, "meeting", "group=Expertteam", "theme=Zelfde dag",
               "starts-at=2026-03-12T14:00", "ends-at=2026-03-12T15:00"));
  cli_run (&self->cli, "roster", "swap", "2026-03-12", "2026-05-21", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: roster swap: *more than one*2026-03-12*");
  cli_do (&self->cli, "set", "meeting", "Ouderen", "state=cancelled", NULL);
  cli_run (&self->cli, "roster", "swap", "Jeugd", "Ouderen", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: roster swap: A meeting that was cancelled*");
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/roster/fill", World, NULL, set_up, test_fill, tear_down);
  g_test_add ("/cli/roster/swap", World, NULL, set_up, test_swap, tear_down);
  g_test_add ("/cli/roster/away", World, NULL, set_up, test_away, tear_down);
  g_test_add ("/cli/roster/refused", World, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
