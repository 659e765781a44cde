/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-line.h"

#include "aj-person.h"

#include <string.h>

/* Wednesday. */
#define TODAY "2026-11-25"

static const char *const names[] = { "Anna Jansen", "Bart van den Berg", "Mehmet Öztürk",
                                     "Els Bos",     "Els de Wit",        "Jan-Peter Smit" };

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

static AjContactLine *
read_on (const char *text, const char *today_text)
{
  g_autoptr (GPtrArray) people = make_people ();
  AjDate today;

  g_assert_true (aj_date_parse_iso (today_text, &today));
  return aj_contact_line_new (text, today, people);
}

static AjContactLine *
read_line (const char *text)
{
  return read_on (text, TODAY);
}

static const struct
{
  const char *text;
  const char *date;
  const char *way;
  const char *person; /* NULL: nobody */
  const char *what;
} lines[] = {
  /* Dutch. */
  { "gisteren gebeld met Anna over de actiedag", "2026-11-24", "phone", "Anna Jansen",
    "De actiedag" },
  { "Gebeld met Anna gisteren over de actiedag", "2026-11-24", "phone", "Anna Jansen",
    "De actiedag" },
  { "met Anna gebeld over de actiedag", TODAY, "phone", "Anna Jansen", "De actiedag" },
  { "Anna gebeld over de actiedag", TODAY, "phone", "Anna Jansen", "De actiedag" },
  { "ik heb Anna gebeld over de actiedag", TODAY, "phone", "Anna Jansen", "De actiedag" },
  { "net gebeld met Anna, over de actiedag", TODAY, "phone", "Anna Jansen", "De actiedag" },
  { "gebeld over de actiedag met Anna", TODAY, "phone", "Anna Jansen", "De actiedag" },
  { "gebeld over de dag met Anna in Zwolle", TODAY, "phone", "Anna Jansen",
    "De dag met Anna in Zwolle" },
  { "mail gestuurd aan Bart van den Berg: flyers voor de markt", TODAY, "mail", "Bart van den Berg",
    "Flyers voor de markt" },
  { "mail van Bart met de cijfers", TODAY, "mail", "Bart van den Berg", "Met de cijfers" },
  { "di per mail met Mehmet over de cijfers", "2026-11-24", "mail", "Mehmet Öztürk", "De cijfers" },
  { "op bezoek bij Mehmet Ozturk: plannen voor 2027", TODAY, "visit", "Mehmet Öztürk",
    "Plannen voor 2027" },
  { "12-3 gesproken met mevr. Jansen", "2026-03-12", "visit", "Anna Jansen",
    "Gesproken met mevr. Jansen" },
  { "wo 18 nov in Teams met Jan-Peter over het draaiboek", "2026-11-18", "online", "Jan-Peter Smit",
    "Het draaiboek" },
  { "18 nov 2025 brief over de subsidie", "2025-11-18", "letter", NULL, "De subsidie" },
  { "geappt met Bart: komt later", TODAY, "other", "Bart van den Berg", "Komt later" },
  { "telefonisch overleg met Anna over de zaal", TODAY, "phone", "Anna Jansen", "De zaal" },
  { "gebeld, geen gehoor", TODAY, "phone", NULL, "Geen gehoor" },
  { "vandaag", TODAY, "other", NULL, "" },
  { "wil weten of de zaal vrij is", TODAY, "other", NULL, "wil weten of de zaal vrij is" },
  { "Anna wil een flyer", TODAY, "other", NULL, "Anna wil een flyer" },
  { "gebeld: Anna wil een flyer", TODAY, "phone", NULL, "Anna wil een flyer" },
  { "gebeld over iPads voor de les", TODAY, "phone", NULL, "iPads voor de les" },
  { "gebeld – morgen komt het plan", TODAY, "phone", NULL, "Morgen komt het plan" },
  /* English. */
  { "yesterday called Anna about the action day", "2026-11-24", "phone", "Anna Jansen",
    "The action day" },
  { "called Bart", TODAY, "phone", "Bart van den Berg", "Called Bart" },
  { "emailed with Anna about the figures", TODAY, "mail", "Anna Jansen", "The figures" },
  { "on Monday by phone with Mehmet re: flyers", "2026-11-23", "phone", "Mehmet Öztürk", "Flyers" },
  { "last Friday visited Anna Jansen: keys", "2026-11-20", "visit", "Anna Jansen", "Keys" },
  { "Nov 18 video call with Anna about the plan", "2026-11-18", "online", "Anna Jansen",
    "The plan" },
  { "March 12th, 2026 letter about the grant", "2026-03-12", "letter", NULL, "The grant" },
  { "two days ago called", TODAY, "other", NULL, "two days ago called" },
  { "2 days ago called Anna", "2026-11-23", "phone", "Anna Jansen", "Called Anna" },
  { "een week geleden gebeld over de zaal", "2026-11-18", "phone", NULL, "De zaal" },
  /* Names. */
  { "gebeld met Piet over de dag", TODAY, "phone", NULL, "Met Piet over de dag" },
  { "met Piet van der Laan gebeld over de dag", TODAY, "phone", NULL,
    "Met Piet van der Laan over de dag" },
  { "gebeld met Els over de dag", TODAY, "phone", NULL, "Met Els over de dag" },
  { "gebeld met Els Bos over de dag", TODAY, "phone", "Els Bos", "De dag" },
  { "gebeld met Els Wit over de dag", TODAY, "phone", "Els de Wit", "De dag" },
  { "gebeld met De Wit over de dag", TODAY, "phone", "Els de Wit", "De dag" },
  { "gebeld met Anna en Bart over de dag", TODAY, "phone", "Anna Jansen",
    "Met Anna en Bart over de dag" },
  { "gebeld met ANNA over de dag", TODAY, "phone", "Anna Jansen", "De dag" },
  { "gebeld met de wethouder over de dag", TODAY, "phone", NULL, "Met de wethouder over de dag" },
  { "gebeld met Annabel over de dag", TODAY, "phone", NULL, "Met Annabel over de dag" },
  /* What only looks like a part of it. */
  { "06-12345678 teruggebeld", TODAY, "other", NULL, "06-12345678 teruggebeld" },
  { "10.30 gebeld", TODAY, "other", NULL, "10.30 gebeld" },
  { "12 flyers gebracht", TODAY, "other", NULL, "12 flyers gebracht" },
  { "zo snel mogelijk een afspraak", "2026-11-22", "other", NULL, "Snel mogelijk een afspraak" },
  { "zo net gebeld over de zaal", TODAY, "phone", NULL, "De zaal" },
  { "  gebeld \t met  Anna\nover  de dag ", TODAY, "phone", "Anna Jansen", "De dag" },
  { "mail", TODAY, "mail", NULL, "Mail" },
  { ":", TODAY, "other", NULL, ":" },
  { "– gebeld", TODAY, "other", NULL, "– gebeld" },
  { "gisteren gebeld gisteren", "2026-11-24", "phone", NULL, "Gisteren" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (AjContactLine) line = read_line (lines[i].text);
      g_autofree char *date = aj_date_to_iso (line->date);

      g_test_message ("line: %s", lines[i].text);
      g_assert_cmpstr (date, ==, lines[i].date);
      g_assert_cmpstr (line->way, ==, lines[i].way);
      g_assert_cmpstr (line->person, ==, lines[i].person);
      g_assert_cmpstr (line->what, ==, lines[i].what);
      g_assert_cmpint (line->fault, ==,
                       *lines[i].what == '\0' ? AJ_CONTACT_LINE_EMPTY : AJ_CONTACT_LINE_NO_FAULT);
    }
}

/* Which day is meant, from where one stands. */
static void
test_days (void)
{
  static const struct
  {
    const char *today;
    const char *text;
    const char *date;
  } cases[] = {
    /* Monday: its own name is today, "last" is a week ago. */
    { "2026-11-23", "ma", "2026-11-23" },
    { "2026-11-23", "maandag", "2026-11-23" },
    { "2026-11-23", "Ma.", "2026-11-23" },
    { "2026-11-23", "vorige ma", "2026-11-16" },
    { "2026-11-23", "afgelopen maandag", "2026-11-16" },
    { "2026-11-23", "zo", "2026-11-22" },
    { "2026-11-23", "di", "2026-11-17" },
    { "2026-11-22", "ma", "2026-11-16" },
    { "2026-11-25", "op dinsdag", "2026-11-24" },
    { "2026-11-25", "last wed", "2026-11-18" },
    /* The week before this one. */
    { "2026-11-25", "vorige week", "2026-11-18" },
    { "2026-11-25", "vorige week vrijdag", "2026-11-20" },
    { "2026-11-25", "vorige week ma", "2026-11-16" },
    { "2026-11-22", "last week sunday", "2026-11-15" },
    { "2026-11-25", "3 weken geleden", "2026-11-04" },
    { "2026-11-25", "1 dag geleden", "2026-11-24" },
    /* The turn of the year. */
    { "2027-01-01", "gisteren", "2026-12-31" },
    { "2027-01-01", "eergisteren", "2026-12-30" },
    { "2027-01-02", "31-12", "2026-12-31" },
    { "2027-01-02", "2-1", "2027-01-02" },
    { "2027-01-02", "3-1", "2026-01-03" },
    { "2027-01-02", "30 dec", "2026-12-30" },
    { "2027-01-02", "wo", "2026-12-30" },
    { "2026-11-25", "12 jun", "2026-06-12" },
    { "2026-11-25", "25-11", "2026-11-25" },
    { "2026-11-25", "26-11", "2025-11-26" },
    { "2028-03-01", "29-2", "2028-02-29" },
    { "2026-11-25", "2026-02-28", "2026-02-28" },
    { "2026-11-25", "the day before yesterday", "2026-11-23" },
    { "2026-11-25", "12-3,", "2026-03-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].text, " gebeld over de zaal", NULL);
      g_autoptr (AjContactLine) line = read_on (text, cases[i].today);
      g_autofree char *date = aj_date_to_iso (line->date);

      g_test_message ("on %s: %s", cases[i].today, text);
      g_assert_cmpint (line->fault, ==, AJ_CONTACT_LINE_NO_FAULT);
      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_cmpstr (line->way, ==, "phone");
      g_assert_cmpstr (line->what, ==, "De zaal");
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    AjContactLineFault fault;
    const char *told;
  } cases[] = {
    { "", AJ_CONTACT_LINE_EMPTY, "" },
    { "  ", AJ_CONTACT_LINE_EMPTY, "" },
    { "gisteren", AJ_CONTACT_LINE_EMPTY, "" },
    { "26-11-2026 gebeld", AJ_CONTACT_LINE_FUTURE,
      "That day is still to come: Thursday 26 November 2026." },
    { "morgen gebeld", AJ_CONTACT_LINE_FUTURE,
      "That day is still to come: Thursday 26 November 2026." },
    { "tomorrow", AJ_CONTACT_LINE_FUTURE, "That day is still to come: Thursday 26 November 2026." },
    { "29-2 gebeld", AJ_CONTACT_LINE_FUTURE,
      "That day is still to come: Tuesday 29 February 2028." },
    { "do 18 nov gebeld", AJ_CONTACT_LINE_WEEKDAY,
      "That day is Wednesday 18 November 2026: the weekday or the date is wrong." },
    { "gebeld op vr 12-3-2026", AJ_CONTACT_LINE_WEEKDAY,
      "That day is Thursday 12 March 2026: the weekday or the date is wrong." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjContactLine) line = read_line (cases[i].text);
      g_autofree char *told = aj_contact_line_to_text (line);

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
    { "gisteren gebeld met Anna over de actiedag",
      "Tue 24 Nov 2026 · Phone · with Anna Jansen · De actiedag" },
    { "de zaal is vrij", "Wed 25 Nov 2026 · Other · de zaal is vrij" },
    { "gebeld met Piet over de dag",
      "Wed 25 Nov 2026 · Phone · Piet is not known here, and stays in the text · Met Piet over de "
      "dag" },
    { "gebeld met Els over de dag",
      "Wed 25 Nov 2026 · Phone · several are called Els: type the surname too · Met Els over de "
      "dag" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AjContactLine) line = read_line (cases[i].text);
      g_autofree char *told = aj_contact_line_to_text (line);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* Whatever somebody types or pastes: nothing is lost, nothing breaks, and each key on the way is read too. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "met",  "Anna",   "gebeld", "gisteren", ":",      "–",
                                        "12-3", "over",   "op",     "de",       "\xff",   "…",
                                        "😀",    "vorige", "week",   "een",      "ik",     "heb",
                                        "en",   "van",    "'",      "1",        "geleden" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AjContactLine) line = NULL;
      g_autofree char *told = NULL;

      for (gint32 n = g_rand_int_range (random, 0, 8); n > 0; n--)
        g_string_append_printf (text, "%s%s",
                                pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))],
                                g_rand_int_range (random, 0, 5) == 0 ? "" : " ");
      line = read_line (text->str);
      told = aj_contact_line_to_text (line);
      g_assert_nonnull (line->what);
      g_assert_true (g_utf8_validate (line->what, -1, NULL));
      g_assert_true (line->fault == AJ_CONTACT_LINE_NO_FAULT ? *told != '\0' : TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-line/lines", test_lines);
  g_test_add_func ("/contact-line/days", test_days);
  g_test_add_func ("/contact-line/faults", test_faults);
  g_test_add_func ("/contact-line/texts", test_texts);
  g_test_add_func ("/contact-line/any-text", test_any_text);
  return g_test_run ();
}
