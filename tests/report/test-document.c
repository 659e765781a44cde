/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "aj-document.h"

static AjDocument *
make_document (guint n_rows)
{
  static const char *const headings[] = { "Datum", "Wat", "Wie", NULL };
  AjDocument *document = aj_document_new ("Wat we weten van Zoë", "nl");

  aj_document_add_heading (document, 1, "Gegevens");
  aj_document_add_paragraph (document,
                             "Een alinea met “aanhalingstekens”, ünïcode en een\nregeleinde.");
  aj_document_add_item (document, "Eerste punt");
  aj_document_add_item (document, "Tweede punt");
  aj_document_add_heading (document, 2, "Geschiedenis");
  aj_document_begin_table (document, "Geschiedenis", headings);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *date = g_strdup_printf ("rij-%03u", i);
      const char *const cells[] = {
        date,
        "Een langere zin die over meer dan een regel loopt, omdat de kolom smal is en blijft.", NULL
      };

      aj_document_add_row (document, cells);
    }
  return document;
}

/* What a program that reads PDF files says of it; NULL when that is not installed. */
static char *
ask (const char *program, const char *option, AjDocument *document)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  char *answer = NULL;
  int status = 0;
  int file;

  if (found == NULL)
    return NULL;
  pdf = aj_document_to_pdf (document, "12 maart 2026", &error);
  g_assert_no_error (error);
  file = g_file_open_tmp ("aj-document-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_ptr_array_add (argv, found);
  if (option != NULL)
    g_ptr_array_add (argv, (char *) option);
  g_ptr_array_add (argv, path);
  if (g_str_equal (program, "pdftotext"))
    g_ptr_array_add (argv, (char *) "-");
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                               NULL, &answer, NULL, &status, &error));
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return answer;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
test_text (void)
{
  g_autoptr (AjDocument) document = make_document (1);
  g_autofree char *text = aj_document_to_text (document);

  g_assert_nonnull (strstr (text, "Wat we weten van Zoë\n====================\n"));
  g_assert_nonnull (strstr (text, "\n- Eerste punt\n- Tweede punt\n"));
  g_assert_nonnull (strstr (text, "rij-000  Een langere zin"));
}

/* Columns stay straight whatever stands in them. */
static void
test_text_table (void)
{
  static const char *const headings[] = { "A", "B", "C", NULL };
  static const char *const rows[][4] = {
    { "one", "een cel die langer is dan de achtenveertig tekens van een kolom", "x\ny", NULL },
    { "Zoë", "Aanelkaargeschrevenwoorddatmeerdanachtenveertigtekenslangis", "", NULL },
    { "", "", NULL, NULL },
  };
  g_autoptr (AjDocument) document = aj_document_new ("T", "nl");
  g_autofree char *text = NULL;

  aj_document_begin_table (document, "T", headings);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    aj_document_add_row (document, rows[i]);
  text = aj_document_to_text (document);
  g_assert_cmpstr (text, ==,
                   "T\n=\n\n"
                   "A    B                                                 C\n"
                   "one  een cel die langer is dan de achtenveertig        x\n"
                   "     tekens van een kolom                              y\n"
                   "Zoë  Aanelkaargeschrevenwoorddatmeerdanachtenveertigt\n"
                   "     ekenslangis\n"
                   "\n");
}

/* Blank text leaves nothing behind. */
static void
test_blank (void)
{
  g_autoptr (AjDocument) document = aj_document_new ("Leeg", NULL);

  aj_document_add_heading (document, 1, "");
  aj_document_add_paragraph (document, " \n");
  aj_document_add_item (document, NULL);
  g_assert_cmpuint (aj_document_get_blocks (document)->len, ==, 0);
}

/* What a screen reader is told: the headings, the items, the cells, each once. */
static void
test_structure (void)
{
  g_autoptr (AjDocument) document = make_document (100);
  g_autofree char *structure = ask ("pdfinfo", "-struct-text", document);
  g_autofree char *info = ask ("pdfinfo", NULL, document);

  if (structure == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_nonnull (strstr (info, "Title:           Wat we weten van Zoë\n"));
  g_assert_nonnull (strstr (info, "Tagged:          yes\n"));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_cmpuint (count (structure, "H1"), ==, 1);
  g_assert_cmpuint (count (structure, "H2"), ==, 1);
  g_assert_cmpuint (count (structure, "H3"), ==, 1);
  g_assert_cmpuint (count (structure, "Lbl"), ==, 2);
  g_assert_cmpuint (count (structure, "TH\n") + count (structure, "TH "), ==, 3);
  g_assert_cmpuint (count (structure, "\"rij-"), ==, 100);
}

/* On paper, the head of the table stands on every page, and every page has its number. */
static void
test_pages (void)
{
  g_autoptr (AjDocument) document = make_document (100);
  g_autofree char *text = ask ("pdftotext", "-layout", document);
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, >, 2);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      g_assert_nonnull (strstr (pages[i], "Datum"));
      g_assert_nonnull (strstr (pages[i], number));
      g_assert_nonnull (strstr (pages[i], "12 maart 2026"));
    }
}

/* No heading at the foot of a page, whatever stands above it. */
static void
test_no_orphans (void)
{
  for (guint n = 30; n < 50; n++)
    {
      g_autoptr (AjDocument) document = aj_document_new ("Koppen", "nl");
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;

      for (guint i = 0; i < n; i++)
        aj_document_add_paragraph (document, "Regel.");
      aj_document_add_heading (document, 1, "Kop");
      aj_document_add_paragraph (document, "Onder de kop, eerste regel.\nTweede regel.");
      text = ask ("pdftotext", "-layout", document);
      if (text == NULL)
        return;
      pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        g_assert_true ((strstr (pages[i], "Kop\n") != NULL) ==
                       (strstr (pages[i], "eerste regel") != NULL));
    }
}

/* A cell longer than a page, a word longer than a line, text the other way round: all comes out. */
static void
test_hostile (void)
{
  static const char *const headings[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", NULL };
  g_autoptr (AjDocument) document = aj_document_new ("", NULL);
  g_autofree char *word = g_strnfill (3000, 'x');
  g_autoptr (GString) lines = g_string_new (NULL);
  const char *cells[] = {
    word, NULL, "\u05e9\u05dc\u05d5\u05dd", "❤", "%s\\)", "1", "2", "3", NULL
  };
  g_autofree char *text = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (lines, "regel %u\n", i);
  cells[8] = lines->str;
  aj_document_begin_table (document, NULL, headings);
  aj_document_add_row (document, cells);
  aj_document_add_paragraph (document, word);
  aj_document_add_paragraph (document, lines->str);
  text = ask ("pdftotext", NULL, document);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "399"));
}

/* What can be followed is a link to who listens and to who clicks; what looks like one and is none stays text. */
static void
test_links (void)
{
  g_autoptr (AjDocument) document = aj_document_new ("Stukken", "nl");
  g_autofree char *text = NULL, *structure = NULL, *links = NULL;

  aj_document_add_link (document, "Onderzoek", "https://voorbeeld.example/o'nderzoek?a=(1)\\2");
  aj_document_add_link (document, "https://elders.example", "https://elders.example");
  aj_document_add_link (document, "Kwaad", "javascript:alert(1)");
  aj_document_add_link (document, "Bestand", "file:///etc/passwd");
  aj_document_add_link (document, "Geen", NULL);
  text = aj_document_to_text (document);
  g_assert_nonnull (strstr (text, "Onderzoek <https://voorbeeld.example/"));
  g_assert_nonnull (strstr (text, "\nhttps://elders.example\n"));
  g_assert_nonnull (strstr (text, "\nKwaad\n"));
  g_assert_nonnull (strstr (text, "\nBestand\n"));
  structure = ask ("pdfinfo", "-struct", document);
  links = ask ("pdfinfo", "-url", document);
  if (structure == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_true (g_str_has_prefix (structure, "Document\n"));
  g_assert_cmpuint (count (structure, "Link"), ==, 2);
  g_assert_nonnull (strstr (links, "https://voorbeeld.example/o%27nderzoek?a=(1)%5C2"));
  g_assert_nonnull (strstr (links, "https://elders.example"));
  g_assert_null (strstr (links, "javascript"));
}

/* The place of @word on a page, in points from the left; -1 when it is not there. */
static double
find_left (const char *boxes, const char *word)
{
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  const char *found = strstr (boxes, end);
  const char *left = found;

  while (left > boxes && !g_str_has_prefix (left, "xMin="))
    left--;
  return found != NULL ? g_ascii_strtod (left + strlen ("xMin=\""), NULL) : -1;
}

/* A sheet to sign has room to sign. */
static void
test_form (void)
{
  static const char *const headings[] = { "Naam", "Organisatie", "Handtekening", NULL };
  g_autoptr (AjDocument) document = aj_document_new ("Presentielijst", "nl");
  g_autofree char *boxes = NULL;

  aj_document_begin_form (document, "Aanwezig", headings);
  for (guint i = 0; i < 20; i++)
    aj_document_add_row (document,
                         (const char *[]){
                             "Districtstrekker met een erg lange naam, die niet zomaar past",
                             "Een organisatie waarvan de naam ook erg lang is", NULL, NULL });
  boxes = ask ("pdftotext", "-bbox", document);
  if (boxes == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_cmpfloat (find_left (boxes, "Handtekening"), >, 300);
  /* From there to the margin. */
  g_assert_cmpfloat (595 - 56 - find_left (boxes, "Handtekening"), >=, 145);
}

/* A map among text: a figure with words for who cannot see it, on the page after when there is no room; as text its legend. */
static void
test_map (void)
{
  static const AjMapClass class = { "geantwoord", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE };
  g_autoptr (AjDocument) document = make_document (1);
  g_autoptr (AjMapState) map = aj_map_state_new ("Kaart");
  g_autofree char *text = NULL, *structure = NULL, *words = NULL;
  g_autoptr (GBytes) pdf = NULL;

  aj_map_state_add_class (map, &class);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      g_autofree char *name = g_strdup_printf ("Gemeente %u", i);
      const AjMapTile tile = {
        .id = id, .name = name, .has_tile = TRUE, .column = (int) i % 4, .row = (int) i / 4
      };

      aj_map_state_add_tile (map, &tile);
    }
  aj_map_state_settle (map);
  for (guint i = 0; i < 3; i++)
    {
      aj_document_add_heading (document, 3, "Kaart");
      aj_document_add_map (document, map, "Een kaart");
    }
  text = aj_document_to_text (document);
  g_assert_nonnull (strstr (text, "\nKaart\n- geantwoord: 12\n"));
  structure = ask ("pdfinfo", "-struct", document);
  words = ask ("pdftotext", "-layout", document);
  if (structure == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_cmpuint (count (structure, "Figure"), ==, 3);
  g_assert_cmpuint (count (structure, "H4"), ==, 3);
  g_assert_cmpuint (count (words, "geantwoord (12)"), ==, 3);
  pdf = aj_document_to_pdf (document, NULL, NULL);
  {
    g_autofree char *all = g_malloc0 (g_bytes_get_size (pdf) + 1);

    memcpy (all, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
    for (gsize i = 0; i < g_bytes_get_size (pdf); i++)
      if (all[i] == '\0')
        all[i] = ' ';
    g_assert_cmpuint (count (all, "/Alt <FEFF"), ==, 3);
    /* Beside the text stand the headings of the first two levels. */
    g_assert_cmpuint (count (all, "/Type /Outlines"), ==, 1);
    g_assert_nonnull (strstr (all, "/Title (Gegevens)"));
    g_assert_nonnull (strstr (all, "/Title (Geschiedenis)"));
    g_assert_null (strstr (all, "/Title (Kaart)"));
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/text-table", test_text_table);
  g_test_add_func ("/document/blank", test_blank);
  g_test_add_func ("/document/structure", test_structure);
  g_test_add_func ("/document/pages", test_pages);
  g_test_add_func ("/document/no-orphans", test_no_orphans);
  g_test_add_func ("/document/hostile", test_hostile);
  g_test_add_func ("/document/links", test_links);
  g_test_add_func ("/document/form", test_form);
  g_test_add_func ("/document/map", test_map);
  return g_test_run ();
}
