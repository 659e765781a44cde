/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed of a meeting, of a group and of the network. */
#include <string.h>

#include "aj-cli-fixture.h"

typedef struct
{
  Cli cli;
  char *meeting;
  char *item;
} World;

static char *
add (World *self, const char *type, const char *a, const char *b, const char *c, const char *d)
{
  cli_do (&self->cli, "--now", "2026-03-01", "add", type, a, b, c, d, NULL);
  return cli_get_added_id (&self->cli);
}

static void
set_up (World *self, gconstpointer data)
{
  g_autofree char *about = NULL;

  cli_set_up_empty (&self->cli, data);
  g_free (add (self, "group", "name=Expertteam", NULL, NULL, NULL));
  g_free (add (self, "organisation", "name=Politie", "kind=police", NULL, NULL));
  g_free (add (self, "person", "name=Anna de Vries", "organisation=Politie", NULL, NULL));
  g_free (add (self, "person", "name=Bert", NULL, NULL, NULL));
  g_free (add (self, "membership", "group=Expertteam", "person=Anna de Vries", NULL, NULL));
  g_free (add (self, "membership", "group=Expertteam", "person=Bert", "until=2026-01-31", NULL));
  self->meeting = add (self, "meeting", "group=Expertteam", "theme=Jeugd",
                       "starts-at=2026-03-12T10:00", "ends-at=2026-03-12T12:00");
  about = g_strconcat ("meeting=", self->meeting, NULL);
  self->item = add (self, "agenda-item", "group=Expertteam", about, "name=Wat werkt?",
                    "minutes=40");
}

static void
tear_down (World *self, gconstpointer data)
{
  g_free (self->meeting);
  g_free (self->item);
  cli_tear_down (&self->cli, data);
}

static void
assert_printed (World *self, const char *words)
{
  if (strstr (self->cli.out, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, self->cli.out);
}

static void
test_agenda (World *self, gconstpointer data)
{
  cli_do (&self->cli, "set", "agenda-item", self->item, "description=Vijf gemeenten vertellen",
          "speaker=Bert", "kind=guest-speaker", NULL);
  cli_do (&self->cli, "report", "agenda", "--meeting", self->meeting, NULL);
  assert_printed (self, "Agenda: Jeugd\n");
  assert_printed (self, "Thursday 12 March 2026, 10:00–12:00");
  assert_printed (self, "10:00  Wat werkt?  guest speaker  Bert     40");
  assert_printed (self, "Vijf gemeenten vertellen");
  cli_do (&self->cli, "set", "person", "Bert", "function=wethouder", "organisation=Politie", NULL);
  cli_do (&self->cli, "report", "agenda", "--meeting", self->meeting, NULL);
  assert_printed (self, "Bert, wethouder, Politie");
}

static void
assert_warned (World *self, const char *words)
{
  g_assert_cmpint (self->cli.status, ==, 0);
  if (strstr (self->cli.err, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, self->cli.err);
}

/* An agenda that is longer than the meeting is said to be, wherever it is changed, read or sent. */
static void
test_agenda_too_long (World *self, gconstpointer data)
{
  static const char too_long[] = "It does not fit: 20 minutes too long.";
  g_autofree char *about = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *path = cli_get_path (&self->cli, "agenda.txt");
  g_autofree char *mail = cli_get_path (&self->cli, "agenda.eml");
  g_autofree char *content = NULL;

  cli_do (&self->cli, "report", "agenda", "--meeting", self->meeting, NULL);
  assert_printed (self, "\nIt fits: 80 minutes left.\n");
  cli_run (&self->cli, "add", "agenda-item", "group=Expertteam", about, "name=Film", "minutes=100",
           NULL);
  assert_warned (self, too_long);
  cli_run (&self->cli, "report", "agenda", "--meeting", self->meeting, NULL);
  assert_printed (self, too_long);
  assert_warned (self, too_long);
  /* What others are given does not speak of it. */
  cli_run (&self->cli, "report", "agenda", "--meeting", self->meeting, "--output", path, NULL);
  assert_warned (self, too_long);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_null (strstr (content, "fit"));
  cli_do (&self->cli, "set", "person", "Anna de Vries", "mail=anna@stad.example", NULL);
  cli_do (&self->cli, "set", "network", "organiser-mail=secretariaat@netwerk.example", NULL);
  cli_run (&self->cli, "mail", "agenda", "--meeting", self->meeting, "--output", mail, NULL);
  assert_warned (self, too_long);
  cli_run (&self->cli, "set", "agenda-item", self->item, "minutes=50", NULL);
  assert_warned (self, "30 minutes too long");
  cli_do (&self->cli, "set", "meeting", self->meeting, "ends-at=2026-03-12T13:00", NULL);
  cli_run (&self->cli, "set", "meeting", self->meeting, "ends-at=2026-03-12T10:30", NULL);
  assert_warned (self, "120 minutes too long");
}

/* Under the item that they are for; the others by themselves. What is off the agenda takes its papers along. */
static void
test_papers (World *self, gconstpointer data)
{
  g_autofree char *meeting = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *item = g_strconcat ("agenda-item=", self->item, NULL);

  cli_do (&self->cli, "add", "document", "name=Handreiking", "link=https://voorbeeld.example/h",
          meeting, item, NULL);
  cli_do (&self->cli, "add", "document", "name=Routebeschrijving", "file=route.pdf", meeting, NULL);
  cli_do (&self->cli, "report", "agenda", "--meeting", self->meeting, NULL);
  assert_printed (self, "Item by item\n------------\nWat werkt?\n..........\nHandreiking");
  assert_printed (self, "Papers\n------\nRoutebeschrijving (file: route.pdf)");
  g_assert_null (strstr (strstr (self->cli.out, "\nPapers\n"), "Handreiking"));
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "1. Wat werkt?\n-------------\nHandreiking");
  g_assert_null (strstr (strstr (self->cli.out, "\nPapers\n"), "Handreiking"));
  cli_do (&self->cli, "set", "agenda-item", self->item, "state=dropped", NULL);
  cli_do (&self->cli, "report", "agenda", "--meeting", self->meeting, NULL);
  g_assert_null (strstr (self->cli.out, "Handreiking"));
}

/* Who sits there on the day, and nobody who left before. */
static void
test_attendance (World *self, gconstpointer data)
{
  cli_do (&self->cli, "report", "attendance", "--meeting", self->meeting, NULL);
  assert_printed (self, "Anna de Vries  Politie");
  g_assert_null (strstr (self->cli.out, "Bert"));
}

/* Who was sent by somebody else is called by their own name, and for whom they came. */
static void
test_substitute (World *self, gconstpointer data)
{
  g_autofree char *meeting = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *anna = NULL, *police = NULL;

  g_free (add (self, "membership", "group=Expertteam", "organisation=Politie", NULL, NULL));
  cli_do (&self->cli, "add", "attendance", meeting, "person=Anna de Vries", "answer=sends",
          "presence=present", NULL);
  anna = cli_get_added_id (&self->cli);
  cli_do (&self->cli, "add", "attendance", meeting, "organisation=Politie", "answer=sends",
          "substitute=Piet Vervanger", "presence=present", NULL);
  police = cli_get_added_id (&self->cli);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "somebody for Anna de Vries (Politie)");
  assert_printed (self, "Piet Vervanger, for Politie");
  cli_do (&self->cli, "set", "attendance", anna, "substitute=Els Willems", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "Els Willems, for Anna de Vries (Politie)");
  cli_do (&self->cli, "report", "attendance", "--meeting", self->meeting, NULL);
  assert_printed (self, "Els Willems, for Anna de Vries  Politie");
  assert_printed (self, "Piet Vervanger                  Politie");
  /* Who did not send anybody in the end is missed themselves; and who comes after all, comes. */
  cli_do (&self->cli, "set", "attendance", anna, "presence=absent", NULL);
  cli_do (&self->cli, "set", "attendance", police, "answer=yes", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "- Present: Politie\n");
  assert_printed (self, "- Absent: Anna de Vries (Politie)\n");
}

static void
test_minutes (World *self, gconstpointer data)
{
  g_autofree char *meeting = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *item = g_strconcat ("agenda-item=", self->item, NULL);

  cli_do (&self->cli, "add", "attendance", meeting, "person=Anna de Vries", "presence=present",
          NULL);
  cli_do (&self->cli, "add", "attendance", meeting, "person=Bert", "presence=excused",
          "invited-as=guest", NULL);
  cli_do (&self->cli, "add", "decision", "group=Expertteam", meeting, item, "year=2026", "number=7",
          "text=Overal HackShield", NULL);
  cli_do (&self->cli, "add", "task", "group=Expertteam", meeting, "name=Bellen", "assignee=Bert",
          "due=2026-03-20", NULL);
  cli_do (&self->cli, "add", "task", meeting, "name=Zaal", "kind=preparation", "days=-3", NULL);
  cli_do (&self->cli, "set", "agenda-item", self->item, "notes=Veel gezegd.", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "- Present: Anna de Vries (Politie)\n");
  assert_printed (self, "- Excused: Bert\n");
  assert_printed (self, "Concept: not fixed yet.");
  assert_printed (self, "1. Wat werkt?\n-------------\nVeel gezegd.\n\n"
                        "- Decision 2026-7: Overal HackShield\n");
  /* What belongs to no item comes after all; what prepared the meeting is no outcome of it. */
  assert_printed (self, "Further\n-------\n- Action: Bellen · Bert · Fri 20 Mar 2026\n");
  g_assert_null (strstr (self->cli.out, "Zaal"));

  cli_do (&self->cli, "set", "meeting", self->meeting, "minutes-state=fixed",
          "minutes-reason=Naam vergeten", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "These minutes are fixed.");
  assert_printed (self, "Reopened after they were fixed: Naam vergeten");
}

/* Who came to speak stands apart, on the sheet to sign and in the minutes, unless it is known that they were not there. */
static void
test_speakers (World *self, gconstpointer data)
{
  g_autofree char *meeting = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *bert = NULL;

  cli_do (&self->cli, "set", "agenda-item", self->item, "speaker=Bert", NULL);
  cli_do (&self->cli, "report", "attendance", "--meeting", self->meeting, NULL);
  assert_printed (self, "Bert, speaker");
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "- Speakers: Bert\n");
  cli_do (&self->cli, "add", "attendance", meeting, "person=Bert", "invited-as=speaker",
          "presence=present", NULL);
  bert = cli_get_added_id (&self->cli);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "- Speakers: Bert\n");
  g_assert_null (strstr (self->cli.out, "- Present: Bert"));
  cli_do (&self->cli, "set", "attendance", bert, "presence=excused", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  g_assert_null (strstr (self->cli.out, "- Speakers"));
}

/* What was dropped was not treated: it has no place and no number, unless something came of it. */
static void
test_minutes_dropped (World *self, gconstpointer data)
{
  g_autofree char *meeting = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *item = g_strconcat ("agenda-item=", self->item, NULL);

  g_free (add (self, "agenda-item", "group=Expertteam", meeting, "name=Rondvraag", "position=99"));
  cli_do (&self->cli, "set", "agenda-item", self->item, "state=dropped", "speaker=Bert",
          "position=1", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "1. Rondvraag\n");
  g_assert_null (strstr (self->cli.out, "Wat werkt?"));
  g_assert_null (strstr (self->cli.out, "Bert"));
  cli_do (&self->cli, "set", "agenda-item", self->item, "notes=Spreker was ziek.", NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "1. Wat werkt?\n");
  assert_printed (self, "Spreker was ziek.\n\nDropped from the agenda.\n");
  assert_printed (self, "2. Rondvraag\n");
  cli_do (&self->cli, "set", "agenda-item", self->item, "notes=", NULL);
  cli_do (&self->cli, "add", "task", "group=Expertteam", meeting, item, "name=Opnieuw vragen",
          NULL);
  cli_do (&self->cli, "report", "minutes", "--meeting", self->meeting, NULL);
  assert_printed (self, "Dropped from the agenda.\n\n- Action: Opnieuw vragen\n");
}

static void
test_registers (World *self, gconstpointer data)
{
  cli_do (&self->cli, "report", "decisions", "--group", "Expertteam", NULL);
  assert_printed (self, "Nothing was decided yet.");
  cli_do (&self->cli, "report", "actions", "--group", "Expertteam", NULL);
  assert_printed (self, "There is nothing left to do.");
  cli_do (&self->cli, "add", "decision", "group=Expertteam", "year=2025", "number=12", "text=Eerst",
          NULL);
  cli_do (&self->cli, "add", "decision", "group=Expertteam", "year=2026", "number=1", "text=Daarna",
          "state=withdrawn", NULL);
  cli_do (&self->cli, "add", "task", "group=Expertteam", "name=Laat", "due=2026-02-20", NULL);
  cli_do (&self->cli, "add", "task", "group=Expertteam", "name=Klaar", "state=done", NULL);
  cli_do (&self->cli, "report", "decisions", "--group", "Expertteam", NULL);
  g_assert_nonnull (strstr (strstr (self->cli.out, "2026-1"), "2025-12"));
  assert_printed (self, "withdrawn");
  cli_do (&self->cli, "--now", "2026-03-01", "report", "actions", "--group", "Expertteam", NULL);
  assert_printed (self, "As it stands on Sunday 1 March 2026.");
  assert_printed (self, "Fri 20 Feb 2026 (overdue)");
  g_assert_null (strstr (self->cli.out, "Klaar"));
}

static void
test_file (World *self, gconstpointer data)
{
  g_autofree char *path = cli_get_path (&self->cli, "agenda.pdf");
  g_autofree char *content = NULL;
  JsonObject *answer;

  answer = json_node_get_object (
      cli_ask (&self->cli, "report", "agenda", "--meeting", self->meeting, "--output", path, NULL));
  g_assert_nonnull (strstr (json_object_get_string_member (answer, "file"), "agenda.pdf"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

/* What the network knows, printed, and as a page of the web that holds no more than text. */
static void
test_knowledge (World *self, gconstpointer data)
{
  g_autofree char *about = g_strconcat ("meeting=", self->meeting, NULL);
  g_autofree char *path = cli_get_path (&self->cli, "kennis.html");
  g_autofree char *content = NULL;

  g_free (add (self, "document", "name=Handreiking <b>", "theme=Jeugd",
               "link=https://voorbeeld.example", about));
  cli_do (&self->cli, "report", "knowledge", NULL);
  assert_printed (self, "Jeugd\n-----\nHandreiking <b>\n");
  assert_printed (self, "Discussed by Expertteam on Thursday 12 March 2026");
  cli_do (&self->cli, "--now", "2026-03-01", "report", "knowledge", "--output", path, NULL);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  /* What the date at the foot is, it says. */
  g_assert_nonnull (strstr (content, "Printed on Sunday 1 March 2026"));
  g_assert_true (g_str_has_prefix (content, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (content, "<h3>Handreiking &lt;b&gt;</h3>"));
  g_assert_nonnull (strstr (content, "href=\"https://voorbeeld.example\""));
  cli_run (&self->cli, "report", "knowledge", "--meeting", self->meeting, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: report: This report is of the whole network*");
}

/* A file of a document lies beside the data from then on. */
static void
test_attach (World *self, gconstpointer data)
{
  g_autofree char *id = add (self, "document", "name=Handreiking", NULL, NULL, NULL);
  g_autofree char *path = cli_get_path (&self->cli, "plan.pdf");
  g_autofree char *missing = cli_get_path (&self->cli, "weg.pdf");
  g_autofree char *table = cli_get_path (&self->cli, "stukken.csv");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "plan", -1, NULL));
  cli_do (&self->cli, "document", "attach", id, path, NULL);
  cli_do (&self->cli, "show", "document", id, NULL);
  assert_printed (self, "plan.pdf");
  cli_do (&self->cli, "document", "attach", "Handreiking", path, NULL);
  cli_do (&self->cli, "report", "knowledge", NULL);
  assert_printed (self, "File: “plan (2).pdf”");
  /* A table names it too. */
  cli_do (&self->cli, "csv", "export", "document", "--output", table, NULL);
  g_assert_true (g_file_get_contents (table, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, ",plan (2).pdf,"));
  cli_run (&self->cli, "set", "document", id, "file=../geheim", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: set: *no name of a file in the folder*");
  cli_run (&self->cli, "document", "attach", id, missing, NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: document attach: *no file that can be copied*");
  cli_run (&self->cli, "document", "attach", "Niets", path, NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: document attach: *Niets*");
}

static void
test_refused (World *self, gconstpointer data)
{
  cli_run (&self->cli, "report", "weather", "--meeting", self->meeting, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: report: There is no such report (weather)*");
  cli_run (&self->cli, "report", "agenda", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: report: Say of which meeting*");
  cli_run (&self->cli, "report", "decisions", "--meeting", self->meeting, NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: report: Say of which group*");
  cli_run (&self->cli, "report", "agenda", "--meeting", "Nooit", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: report: *Nooit*");
  cli_run (&self->cli, "report", "actions", "--group", "Niemand", NULL);
  cli_assert_refused (&self->cli, 1, "aanjager-cli: report: *Niemand*");
  cli_run (&self->cli, "report", "agenda", "--meeting", self->meeting, "--output", "a.doc", NULL);
  cli_assert_refused (&self->cli, 2, "aanjager-cli: report: Choose a file*");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/report/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  cli_test_init (&argc, &argv);
  ADD ("agenda", test_agenda);
  ADD ("agenda-too-long", test_agenda_too_long);
  ADD ("papers", test_papers);
  ADD ("attendance", test_attendance);
  ADD ("minutes", test_minutes);
  ADD ("substitute", test_substitute);
  ADD ("minutes-dropped", test_minutes_dropped);
  ADD ("speakers", test_speakers);
  ADD ("registers", test_registers);
  ADD ("file", test_file);
  ADD ("knowledge", test_knowledge);
  ADD ("attach", test_attach);
  ADD ("refused", test_refused);
  return g_test_run ();
}
