/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is owed an invitation, writing it, and who holds what, from the command line. */
#include <string.h>

#include "aj-cli-fixture.h"

#define NOW "2026-03-01"

typedef struct
{
  Cli cli;
  char *meeting;
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
  g_free (add (self, "person", "name=Anna", "mail=anna@stad.example", NULL, NULL));
  g_free (add (self, "person", "name=Bert", NULL, NULL, NULL));
  g_free (add (self, "membership", "group=Expertteam", "person=Anna", NULL, NULL));
  g_free (add (self, "membership", "group=Expertteam", "person=Bert", NULL, NULL));
  g_free (add (self, "meeting", "group=Expertteam", "theme=Voorbij", "starts-at=2026-01-08T10:00",
               "ends-at=2026-01-08T12:00"));
  self->meeting = add (self, "meeting", "group=Expertteam", "theme=Jeugd",
                       "starts-at=2026-03-12T10:00", "ends-at=2026-03-12T12:00");
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->meeting);
  cli_tear_down (&self->cli, data);
}

/* (transfer none): the only letter that is owed. */
static JsonObject *
ask_owed (World *self, const char *kind)
{
  JsonArray *owed = json_node_get_array (
      cli_ask (&self->cli, "--now", NOW, "invitations", "owed", NULL));
  JsonObject *letter;

  g_assert_cmpuint (json_array_get_length (owed), ==, kind != NULL ? 1 : 0);
  letter = kind != NULL ? json_array_get_object_element (owed, 0) : NULL;
  if (letter != NULL)
    g_assert_cmpstr (json_object_get_string_member (letter, "kind"), ==, kind);
  return letter;
}

static void
write_all (World *self, const char *expected_file)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *path = g_build_filename (folder, expected_file, NULL);

  cli_run (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--mark-sent",
           "--organiser", "secretariaat@netwerk.example", NULL);
  g_assert_cmpint (self->cli.status, ==, 0);
  g_assert_nonnull (strstr (self->cli.out, expected_file));
  g_assert_nonnull (strstr (self->cli.out, "anna@stad.example"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* From the first invitation to the cancellation: what is past is left alone, and who has no address is named. */
static void
test_life (World *self, gconstpointer data)
{
  JsonObject *letter = ask_owed (self, "request");
  JsonArray *held;

  g_assert_cmpstr (json_object_get_string_member (letter, "meeting"), ==, self->meeting);
  g_assert_cmpstr (json_object_get_string_member (letter, "mail"), ==, "anna@stad.example");
  cli_run (&self->cli, "--now", NOW, "invitations", "owed", NULL);
  g_assert_nonnull (strstr (self->cli.err, "1 person without a mail address cannot be told"));
  write_all (self, "2026-03-12 Expertteam- Jeugd - invitation.ics");
  ask_owed (self, NULL);

  cli_do (&self->cli, "set", "meeting", self->meeting, "starts-at=2026-03-19T10:00", NULL);
  ask_owed (self, "update");
  cli_do (&self->cli, "invitations", "held", "Jeugd", NULL);
  g_assert_nonnull (strstr (self->cli.out, "1 of 2 still holds the old date (Thu 12 Mar 2026)."));
  held = json_node_get_array (cli_ask (&self->cli, "invitations", "held", self->meeting, NULL));
  g_assert_cmpuint (json_array_get_length (held), ==, 2);
  write_all (self, "2026-03-19 Expertteam- Jeugd - invitation.ics");

  cli_do (&self->cli, "set", "meeting", self->meeting, "state=cancelled", NULL);
  ask_owed (self, "cancel");
  write_all (self, "2026-03-19 Expertteam- Jeugd - cancellation.ics");
  cli_do (&self->cli, "--now", NOW, "invitations", "owed", NULL);
  g_assert_cmpstr (self->cli.out, ==, "Everybody holds what they should.\n");
}

static void
test_refused (World *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");

  cli_run (&self->cli, "invitations", "write", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: invitations write: Say in which folder*");
  cli_run (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, NULL);
  cli_assert_refused (&self->cli, 1,
                      "aanjager-cli: invitations write: There is no mailbox that invites*");
  cli_run (&self->cli, "invitations", "held", "Nooit", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: invitations held: *Nooit*");
}

/* The network says once who invites. */
static void
test_organiser (World *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *path = g_build_filename (folder, "2026-03-12 Expertteam- Jeugd - invitation.ics",
                                            NULL);
  g_autofree char *text = NULL;

  cli_run (&self->cli, "set", "network", "organiser-mail=secretariaat", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: set: *");
  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example",
          "organiser-name=Secretariaat", NULL);
  cli_do (&self->cli, "show", "network", NULL);
  g_assert_nonnull (strstr (self->cli.out, "secretariaat@netwerk.example"));
  cli_run (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, NULL);
  g_assert_cmpint (self->cli.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "secretariaat@netwerk.example"));
  cli_run (&self->cli, "remove", "network", "6e657477-6f72-4b00-8000-000000000000", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: remove: *");
}

static void
assert_names (const char *folder, const char *name, const char *text, gboolean is_in)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *written = NULL;

  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_true ((strstr (written, text) != NULL) == is_in);
}

/* What is written takes no place of what was not sent yet, and the same again adds nothing. */
static void
test_same_day (World *self, gconstpointer data)
{
  static const char *const endings[] = { "ics", "eml" };

  g_free (add (self, "meeting", "group=Expertteam", "theme=Jeugd", "starts-at=2026-03-12T14:00",
               "ends-at=2026-03-12T16:00"));
  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *folder = cli_get_path (&self->cli, endings[i]);
      g_autofree char *first = g_strdup_printf ("2026-03-12 Expertteam- Jeugd - invitation.%s",
                                                endings[i]);
      g_autofree char *second = g_strdup_printf ("2026-03-12 Expertteam- Jeugd - invitation (2).%s",
                                                 endings[i]);
      g_autofree char *third =
          g_build_filename (folder, "2026-03-12 Expertteam- Jeugd - invitation (3).ics", NULL);

      for (guint run = 0; run < 2; run++)
        {
          cli_run (&self->cli, "--now", NOW, "invitations", "write", "--output", folder,
                   i == 1 ? "--eml" : NULL, NULL);
          g_assert_cmpint (self->cli.status, ==, 0);
          g_assert_nonnull (strstr (self->cli.out, first));
          g_assert_nonnull (strstr (self->cli.out, second));
        }
      g_assert_false (g_file_test (third, G_FILE_TEST_EXISTS));
      if (i == 0)
        {
          assert_names (folder, first, "T100000", TRUE);
          assert_names (folder, first, "T140000", FALSE);
          assert_names (folder, second, "T140000", TRUE);
        }
    }
}

/* Several meetings are noted as sent in one line of history, and one that is named twice is meant once. */
static void
test_noted_once (World *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  JsonArray *entries;

  g_free (add (self, "meeting", "group=Expertteam", "theme=Ouderen", "starts-at=2026-05-21T10:00",
               "ends-at=2026-05-21T12:00"));
  cli_run (&self->cli, "--now", NOW, "invitations", "owed", "2026-05-21", NULL);
  g_assert_cmpint (self->cli.status, ==, 0);
  g_assert_nonnull (strstr (self->cli.out, "Ouderen"));
  g_assert_null (strstr (self->cli.out, "Jeugd"));
  cli_run (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--mark-sent",
           "--organiser", "secretariaat@netwerk.example", "next", "Jeugd", "2026-05-21", NULL);
  g_assert_cmpint (self->cli.status, ==, 0);
  ask_owed (self, NULL);
  entries = json_node_get_array (cli_ask (&self->cli, "history", "--type", "attendance", NULL));
  g_assert_cmpuint (json_array_get_length (entries), ==, 1);
  /* A day stands there as in every other table. */
  cli_do (&self->cli, "invitations", "held", "2026-05-21", NULL);
  g_assert_nonnull (strstr (self->cli.out, "Sun 1 Mar 2026"));
  g_assert_null (strstr (self->cli.out, "2026-03-01"));
}

/* The same as mails, and the agenda along with them. */
static void
test_drafts (World *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *path = g_build_filename (folder, "2026-03-12 Expertteam- Jeugd - invitation.eml",
                                            NULL);
  g_autofree char *agenda = cli_get_path (&self->cli, "agenda.eml");
  g_autofree char *text = NULL;
  JsonObject *file;

  cli_run (&self->cli, "invitations", "write", "--output", folder, "--agenda", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: invitations write: *--eml*");
  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_do (&self->cli, "add", "mail-text", "use=invitation", "subject={meeting}", "body={nonsense}",
          NULL);
  cli_run (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--eml",
           "--agenda", "--mark-sent", NULL);
  g_assert_cmpint (self->cli.status, ==, 0);
  g_assert_nonnull (strstr (self->cli.err, "“{nonsense}” cannot be filled in"));
  g_assert_nonnull (strstr (self->cli.out, " - invitation.eml: anna@stad.example"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "X-Unsent: 1\r\n"));
  g_assert_nonnull (strstr (text, "method=REQUEST"));
  g_assert_nonnull (strstr (text, "application/pdf"));
  ask_owed (self, NULL);
  cli_do (&self->cli, "set", "mail-text", "invitation", "body=Komen jullie?", NULL);

  cli_run (&self->cli, "mail", "letter", "--meeting", "Jeugd", "--output", agenda, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: mail: There is no such mail*");
  cli_run (&self->cli, "mail", "agenda", "--output", agenda, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: mail: *--meeting MEETING*");
  cli_run (&self->cli, "mail", "agenda", "--meeting", "Jeugd", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: mail: *--output FILE.eml*");
  cli_run (&self->cli, "mail", "speaker", "--meeting", "Jeugd", "--output", agenda, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: mail: *--item ITEM*");
  cli_run (&self->cli, "mail", "invitation", "--meeting", "Jeugd", "--output", agenda, NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: mail: There is no mail address*");
  file = json_node_get_object (
      cli_ask (&self->cli, "mail", "agenda", "--meeting", "Jeugd", "--output", agenda, NULL));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "to")), ==, 1);
  g_assert_true (g_file_test (agenda, G_FILE_TEST_EXISTS));
}

/* (transfer none): those letters that are about an item. */
static JsonObject *
ask_speaker (World *self, const char *kind, const char *name)
{
  JsonArray *owed = json_node_get_array (
      cli_ask (&self->cli, "--now", NOW, "invitations", "owed", NULL));
  JsonObject *found = NULL;

  for (guint i = 0; i < json_array_get_length (owed); i++)
    {
      JsonObject *letter = json_array_get_object_element (owed, i);

      if (!json_object_get_null_member (letter, "item") &&
          g_str_equal (json_object_get_string_member (letter, "kind"), kind))
        found = letter;
    }
  g_assert_nonnull (found);
  g_assert_cmpstr (json_object_get_string_member (found, "name"), ==, name);
  return found;
}

/* Who comes to speak has an appointment for that alone, which follows the agenda, and goes when somebody else speaks. */
static void
test_speaker (World *self, gconstpointer data)
{
  g_autofree char *meeting = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *file = g_build_filename (
      folder, "2026-03-12 Expertteam- Phishing - appointment for speaker.ics", NULL);
  g_autofree char *draft = cli_get_path (&self->cli, "draft.eml");
  g_autofree char *opening = NULL, *item = NULL, *text = NULL, *mail = NULL;
  JsonArray *held;
  JsonObject *last;

  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_do (&self->cli, "set", "person", "Bert", "mail=bert@stad.example", NULL);
  g_free (add (self, "person", "name=Carla", "mail=carla@saxion.example", NULL, NULL));
  g_free (add (self, "person", "name=Dirk", "mail=dirk@saxion.example", NULL, NULL));
  opening = add (self, "agenda-item", "group=Expertteam", meeting, "name=Opening", "position=1");
  item = add (self, "agenda-item", "group=Expertteam", meeting, "name=Phishing", "position=2");
  cli_do (&self->cli, "set", "agenda-item", item, "speaker=Carla", "minutes=30", NULL);
  ask_speaker (self, "request", "Carla");
  cli_do (&self->cli, "--now", NOW, "invitations", "owed", NULL);
  g_assert_nonnull (strstr (self->cli.out, "invitation for a speaker"));
  cli_do (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--mark-sent",
          NULL);
  g_assert_nonnull (strstr (self->cli.out, "carla@saxion.example"));
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "T101500"));
  g_assert_nonnull (strstr (text, item));

  cli_do (&self->cli, "set", "agenda-item", opening, "minutes=45", NULL);
  ask_speaker (self, "update", "Carla");
  cli_do (&self->cli, "invitations", "held", self->meeting, NULL);
  g_assert_nonnull (strstr (self->cli.out, "1 speaker still holds the old time or place."));
  g_assert_nonnull (strstr (self->cli.out, "an older appointment (Thu 12 Mar 2026, 10:15)"));
  held = json_node_get_array (cli_ask (&self->cli, "invitations", "held", self->meeting, NULL));
  last = json_array_get_object_element (held, json_array_get_length (held) - 1);
  g_assert_cmpstr (json_object_get_string_member (last, "item"), ==, item);
  g_assert_false (json_object_get_boolean_member (last, "current"));
  g_assert_cmpstr (json_object_get_string_member (last, "starts-at"), ==, "2026-03-12T10:15");
  cli_do (&self->cli, "--now", NOW, "mail", "speaker", "--meeting", self->meeting, "--item", item,
          "--output", draft, NULL);
  g_assert_true (g_file_get_contents (draft, &mail, NULL, NULL));
  g_assert_nonnull (strstr (mail, "text/calendar; method=REQUEST"));

  cli_do (&self->cli, "set", "agenda-item", item, "speaker=Dirk", NULL);
  ask_speaker (self, "cancel", "Carla");
  ask_speaker (self, "request", "Dirk");
  cli_run (&self->cli, "remove", "agenda-item", item, NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: remove: “Phishing” is in the calendar of*");
  cli_do (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--eml",
          "--mark-sent", NULL);
  g_assert_nonnull (strstr (self->cli.out, "dirk@saxion.example"));
  g_assert_nonnull (strstr (self->cli.out, "carla@saxion.example"));
  ask_owed (self, NULL);
}

/* (transfer none): what becomes of the letters in those files, "new known". */
static void
assert_verdicts (World *self, const char *path, gboolean dry_run, const char *expected)
{
  JsonArray *letters = json_node_get_array (cli_ask (&self->cli, "--now", NOW, "invitations",
                                                     "sent", path, dry_run ? "--dry-run" : NULL,
                                                     NULL));
  g_autoptr (GString) verdicts = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (letters); i++)
    g_string_append_printf (
        verdicts, "%s%s", i > 0 ? " " : "",
        json_object_get_string_member (json_array_get_object_element (letters, i), "verdict"));
  g_assert_cmpstr (verdicts->str, ==, expected);
}

/* Who wrote files, mailed them, and says so later: what they say is noted, also when the meeting has moved since. */
static void
test_sent (World *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *file = g_build_filename (folder, "2026-03-12 Expertteam- Jeugd - invitation.ics",
                                            NULL);
  g_autofree char *mail = g_build_filename (folder, "2026-03-12 Expertteam- Jeugd - invitation.eml",
                                            NULL);
  g_autofree char *off = g_build_filename (folder,
                                           "2026-03-19 Expertteam- Jeugd - cancellation.ics", NULL);
  g_autofree char *foreign = cli_get_path (&self->cli, "foreign.ics");
  g_autofree char *text = NULL;
  JsonArray *held;

  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_do (&self->cli, "set", "person", "Bert", "mail=bert@stad.example", NULL);
  cli_do (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, NULL);
  cli_do (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--eml", NULL);
  cli_do (&self->cli, "set", "meeting", self->meeting, "starts-at=2026-03-19T10:00", NULL);
  assert_verdicts (self, file, TRUE, "new new");
  cli_do (&self->cli, "--now", NOW, "invitations", "sent", file, NULL);
  g_assert_nonnull (strstr (self->cli.out, "2 letters were noted as sent."));
  assert_verdicts (self, file, FALSE, "known known");
  assert_verdicts (self, mail, FALSE, "known known");
  cli_do (&self->cli, "invitations", "held", self->meeting, NULL);
  g_assert_nonnull (strstr (self->cli.out, "2 of 2 still hold the old date (Thu 12 Mar 2026)."));
  /* What went out is no step of undo, and binds. */
  held = json_node_get_array (cli_ask (&self->cli, "invitations", "held", self->meeting, NULL));
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (held, 0), "sequence"),
                   ==, 0);
  cli_run (&self->cli, "remove", "meeting", self->meeting, NULL);
  g_assert_cmpint (self->cli.status, ==, 1);

  cli_do (&self->cli, "set", "meeting", self->meeting, "state=cancelled", NULL);
  cli_do (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, NULL);
  assert_verdicts (self, off, FALSE, "new new");
  assert_verdicts (self, mail, FALSE, "old old");
  ask_owed (self, NULL);

  g_assert_true (g_file_get_contents (off, &text, NULL, NULL));
  memcpy (strstr (text, "UID:") + 4, "someone0", 8);
  g_assert_true (g_file_set_contents (foreign, text, -1, NULL));
  cli_run (&self->cli, "invitations", "sent", file, foreign, NULL);
  cli_assert_refused (&self->cli, 1, "*foreign.ics: It is about no meeting that is here*");
}

/* To one person, once more: the same version, and alone. */
static void
test_again (World *self, gconstpointer data)
{
  g_autofree char *folder = cli_get_path (&self->cli, "out");
  g_autofree char *draft = cli_get_path (&self->cli, "again.eml");
  JsonArray *to;

  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_do (&self->cli, "set", "person", "Bert", "mail=bert@stad.example", NULL);
  cli_do (&self->cli, "--now", NOW, "invitations", "write", "--output", folder, "--mark-sent",
          NULL);
  ask_owed (self, NULL);
  to = json_object_get_array_member (json_node_get_object (
                                         cli_ask (&self->cli, "--now", "2026-03-02", "mail",
                                                  "invitation", "--meeting", self->meeting,
                                                  "--attendance", "anna", "--output", draft, NULL)),
                                     "to");
  g_assert_cmpuint (json_array_get_length (to), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (to, 0), ==, "anna@stad.example");
  assert_verdicts (self, draft, FALSE, "new");
  assert_verdicts (self, draft, FALSE, "known");
  ask_owed (self, NULL);
  cli_run (&self->cli, "mail", "cancellation", "--meeting", self->meeting, "--attendance", "Anna",
           "--output", draft, NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: mail: That mail is not for them*");
  cli_run (&self->cli, "mail", "invitation", "--meeting", self->meeting, "--attendance", "Zoë",
           "--output", draft, NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: mail: Nobody at the meeting is called so*");
  cli_run (&self->cli, "mail", "agenda", "--meeting", self->meeting, "--attendance", "Anna",
           "--output", draft, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: mail: Say whose proposal is declined*");
}

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  g_test_add ("/cli/invitations/sent", World, NULL, set_up, test_sent, tear_down);
  g_test_add ("/cli/invitations/again", World, NULL, set_up, test_again, tear_down);
  g_test_add ("/cli/invitations/life", World, NULL, set_up, test_life, tear_down);
  g_test_add ("/cli/invitations/refused", World, NULL, set_up, test_refused, tear_down);
  g_test_add ("/cli/invitations/organiser", World, NULL, set_up, test_organiser, tear_down);
  g_test_add ("/cli/invitations/same-day", World, NULL, set_up, test_same_day, tear_down);
  g_test_add ("/cli/invitations/noted-once", World, NULL, set_up, test_noted_once, tear_down);
  g_test_add ("/cli/invitations/drafts", World, NULL, set_up, test_drafts, tear_down);
  g_test_add ("/cli/invitations/speaker", World, NULL, set_up, test_speaker, tear_down);
  return g_test_run ();
}
