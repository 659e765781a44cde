/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minute-line.h"

#include "aj-person.h"

#include <string.h>

/* Thursday. */
#define TODAY "2026-03-12"
#define NEXT  "2026-05-14"

static const char *const names[] = { "Jan Smit", "Anna Jansen", "Bart van den Berg", "Els Bos",
                                     "Els de Wit" };

static GPtrArray *
make_people (void)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AjValues *person = aj_values_new (&aj_person_record_type, names[i]);

      aj_values_set_text (person, "name", names[i]);
      g_ptr_array_add (people, person);
    }
  return people;
}

static AjMinuteLine *
read_line (const char *text)
{
  g_autoptr (GPtrArray) people = make_people ();
  AjDate today, next;

  g_assert_true (aj_date_parse_iso (TODAY, &today));
  g_assert_true (aj_date_parse_iso (NEXT, &next));
  return aj_minute_line_new (text, today, next, people);
}

typedef struct
{
  const char *text;
  const char *what;
  const char *person; /* NULL: nobody */
  const char *due;    /* NULL: no day */
} Action;

static const Action actions[] = {
  /* Who and by when before the colon. */
  { "Actie Jan voor 1 mei: cijfers opvragen", "Cijfers opvragen", "Jan Smit", "2026-05-01" },
  { "actie voor 1 mei Jan: cijfers opvragen", "Cijfers opvragen", "Jan Smit", "2026-05-01" },
  { "Actie: Jan, voor 1 mei: cijfers opvragen", "Cijfers opvragen", "Jan Smit", "2026-05-01" },
  { "Actie Jan: cijfers opvragen", "Cijfers opvragen", "Jan Smit", NULL },
  { "Actie Jan cijfers opvragen", "Cijfers opvragen", "Jan Smit", NULL },
  { "Actie: cijfers opvragen", "Cijfers opvragen", NULL, NULL },
  { "ACTIE: cijfers opvragen", "Cijfers opvragen", NULL, NULL },
  { "AP Bart van den Berg uiterlijk vrijdag: zaal huren", "Zaal huren", "Bart van den Berg",
    "2026-03-13" },
  { "Actiepunt Anna over twee weken: verslag", "Verslag", "Anna Jansen", "2026-03-26" },
  { "Actie Anna eind mei: verslag", "Verslag", "Anna Jansen", "2026-05-31" },
  { "Actie Anna eind februari: verslag", "Verslag", "Anna Jansen", "2027-02-28" },
  { "Actie Anna volgende bijeenkomst: verslag", "Verslag", "Anna Jansen", NEXT },
  { "Actie (Anna, 1 mei): verslag", "Verslag", "Anna Jansen", "2026-05-01" },
  { "Actie – Anna – verslag", "Verslag", "Anna Jansen", NULL },
  /* Who does it, and with whom it is done. */
  { "Actie: Jan belt de gemeente", "Belt de gemeente", "Jan Smit", NULL },
  { "Actie: Jan bellen over de zaal", "Jan bellen over de zaal", NULL, NULL },
  { "Actie Jan bellen over de zaal", "Jan bellen over de zaal", NULL, NULL },
  { "Actie Anna: Jan bellen", "Jan bellen", "Anna Jansen", NULL },
  { "Actie Jan en Anna: flyers", "Jan en Anna: flyers", "Jan Smit", NULL },
  { "Actie Piet voor 1 mei: flyers", "Piet: flyers", NULL, "2026-05-01" },
  { "Actie Piet vrijdag flyers", "Piet: flyers", NULL, "2026-03-13" },
  { "Actie Els: flyers", "Els: flyers", NULL, NULL },
  { "Actie Els Bos: flyers", "Flyers", "Els Bos", NULL },
  { "Actie wethouder Zwolle: brief sturen", "Wethouder Zwolle: brief sturen", NULL, NULL },
  /* At the end of the line. */
  { "Actie: cijfers opvragen (Jan, 1 mei)", "Cijfers opvragen", "Jan Smit", "2026-05-01" },
  { "Actie: cijfers opvragen (Jan)", "Cijfers opvragen", "Jan Smit", NULL },
  { "Actie: cijfers opvragen (bij alle korpsen)", "Cijfers opvragen (bij alle korpsen)", NULL,
    NULL },
  { "Actie Jan: cijfers opvragen voor 1 mei", "Cijfers opvragen", "Jan Smit", "2026-05-01" },
  { "Actie: cijfers opvragen, Jan, voor 1 mei", "Cijfers opvragen", "Jan Smit", "2026-05-01" },
  { "Actie: cijfers opvragen door Jan", "Cijfers opvragen", "Jan Smit", NULL },
  { "Actie Jan: programma voor 1 mei maken", "Programma voor 1 mei maken", "Jan Smit", NULL },
  { "Actie: cijfers van Jan voor de stuurgroep", "Cijfers van Jan voor de stuurgroep", NULL, NULL },
  /* English. */
  { "Action Anna by Friday: book the room", "Book the room", "Anna Jansen", "2026-03-13" },
  { "Action: Anna books the room before May 1st", "Books the room", "Anna Jansen", "2026-05-01" },
  { "Action point: book the room", "Book the room", NULL, NULL },
  { "Action item for Jan, next meeting: figures", "Figures", "Jan Smit", NEXT },
  { "Action Jan within a month: figures", "Figures", "Jan Smit", "2026-04-12" },
  { "Action Jan end of June: figures", "Figures", "Jan Smit", "2026-06-30" },
};

static void
test_actions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (AjMinuteLine) line = read_line (actions[i].text);
      g_autofree char *due = aj_date_to_iso (line->due);

      g_test_message ("line: %s", actions[i].text);
      g_assert_cmpint (line->kind, ==, AJ_MINUTE_LINE_ACTION);
      g_assert_cmpstr (line->text, ==, actions[i].what);
      g_assert_cmpstr (line->person, ==, actions[i].person);
      g_assert_cmpstr (due, ==, actions[i].due);
      g_assert_cmpint (line->fault, ==, AJ_MINUTE_LINE_NO_FAULT);
    }
}

static void
test_decisions (void)
{
  static const struct
  {
    const char *text;
    const char *what;
  } cases[] = {
    { "Besluit: de actiedag is op 5 november", "De actiedag is op 5 november" },
    { "besloten: Jan wordt voorzitter", "Jan wordt voorzitter" },
    { "Decision: iPads for all", "iPads for all" },
    { "! de flyer gaat mee", "De flyer gaat mee" },
    { "!de flyer gaat mee", "De flyer gaat mee" },
    { "Besluit – akkoord", "Akkoord" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjMinuteLine) line = read_line (cases[i].text);

      g_test_message ("line: %s", cases[i].text);
      g_assert_cmpint (line->kind, ==, AJ_MINUTE_LINE_DECISION);
      g_assert_cmpstr (line->text, ==, cases[i].what);
      g_assert_null (line->person);
    }
}

static void
test_papers (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *link;
  } cases[] = {
    { "https://digitaal.example/handreiking/", "digitaal.example/handreiking",
      "https://digitaal.example/handreiking/" },
    { "https://digitaal.example handreiking jeugd", "Handreiking jeugd",
      "https://digitaal.example" },
    { "Stuk: handreiking jeugd https://digitaal.example", "Handreiking jeugd",
      "https://digitaal.example" },
    { "Document: handreiking: www.digitaal.example", "Handreiking",
      "https://www.digitaal.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjMinuteLine) line = read_line (cases[i].text);

      g_test_message ("line: %s", cases[i].text);
      g_assert_cmpint (line->kind, ==, AJ_MINUTE_LINE_PAPER);
      g_assert_cmpstr (line->text, ==, cases[i].title);
      g_assert_cmpstr (line->link, ==, cases[i].link);
    }
}

/* What only looks like one stays as it was typed. */
static void
test_notes (void)
{
  static const char *const cases[] = {
    "Jan meldt dat de zaal vrij is",
    "Actie is nodig op korte termijn",
    "Actiedag: de flyers zijn klaar",
    "Besluit 2026-3 is uitgevoerd",
    "Besluitvorming: volgt",
    "Wat een mooi resultaat!",
    "Zie ook https://digitaal.example",
    "Stuk: volgt nog",
    "file:///etc/passwd",
    "de actie loopt goed",
    "!",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjMinuteLine) line = read_line (cases[i]);

      g_test_message ("line: %s", cases[i]);
      g_assert_cmpint (line->kind, ==, AJ_MINUTE_LINE_NOTE);
      g_assert_cmpstr (line->text, ==, cases[i]);
      g_assert_cmpint (line->fault, ==, AJ_MINUTE_LINE_NO_FAULT);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    AjMinuteLineFault fault;
    const char *told;
  } cases[] = {
    { "", AJ_MINUTE_LINE_EMPTY, "" },
    { " \t ", AJ_MINUTE_LINE_EMPTY, "" },
    { "Besluit:", AJ_MINUTE_LINE_EMPTY, "" },
    { "Actie:", AJ_MINUTE_LINE_EMPTY, "" },
    { "Actie Jan voor 1 mei:", AJ_MINUTE_LINE_EMPTY, "" },
    { "Actie Jan ma 1 mei: bellen", AJ_MINUTE_LINE_WEEKDAY,
      "That day is Friday 1 May 2026: the weekday or the date is wrong." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjMinuteLine) line = read_line (cases[i].text);
      g_autofree char *told = aj_minute_line_to_text (line, NULL);

      g_test_message ("line: %s", cases[i].text);
      g_assert_cmpint (line->fault, ==, cases[i].fault);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    const char *told;
  } cases[] = {
    { "Actie Jan voor 1 mei: cijfers opvragen",
      "Action point · Jan Smit · Fri 1 May 2026 · Cijfers opvragen" },
    { "Actie: cijfers opvragen", "Action point · nobody named · no day named · Cijfers opvragen" },
    { "Actie Piet: bellen",
      "Action point · Piet is not known here, and stays in the text · no day named · Piet: "
      "bellen" },
    { "Actie Els: bellen", "Action point · several are called Els: type the surname too · no day "
                           "named · Els: bellen" },
    { "! akkoord", "Decision 2026-4 · Akkoord" },
    { "de zaal is vrij", "Note · de zaal is vrij" },
    { "stuk: plan https://a.example", "Document · Plan · https://a.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjMinuteLine) line = read_line (cases[i].text);
      g_autofree char *told = aj_minute_line_to_text (line, "2026-4");

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* Whatever somebody types or pastes: nothing breaks, and each key on the way is read too. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "Actie",     "Besluit", "Jan",  "Els",   "voor", "1",
                                        "mei",       ":",       "–",    "en",    "(",    ")",
                                        "uiterlijk", "vrijdag", "\xff", "…",     "😀",    "!",
                                        "eind",      "over",    "twee", "weken", "door", "," };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260312);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AjMinuteLine) line = NULL;
      g_autofree char *told = NULL;

      for (gint32 n = g_rand_int_range (random, 0, 9); n > 0; n--)
        g_string_append_printf (text, "%s%s",
                                pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))],
                                g_rand_int_range (random, 0, 4) == 0 ? "" : " ");
      line = read_line (text->str);
      told = aj_minute_line_to_text (line, NULL);
      g_assert_nonnull (line->text);
      g_assert_true (g_utf8_validate (line->text, -1, NULL));
      g_assert_cmpint (line->fault == AJ_MINUTE_LINE_EMPTY, ==, *told == '\0');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minute-line/actions", test_actions);
  g_test_add_func ("/minute-line/decisions", test_decisions);
  g_test_add_func ("/minute-line/papers", test_papers);
  g_test_add_func ("/minute-line/notes", test_notes);
  g_test_add_func ("/minute-line/faults", test_faults);
  g_test_add_func ("/minute-line/texts", test_texts);
  g_test_add_func ("/minute-line/any-text", test_any_text);
  return g_test_run ();
}
