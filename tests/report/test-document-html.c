/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as a page of the web: whole, well-formed, and with nothing in it that a text brought along. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "aj-document.h"

typedef struct
{
  GHashTable *counts; /* (element-type utf8 guint): of elements */
  GString *text;
  GPtrArray *links;
  char *language;
} Seen;

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Seen *seen = user_data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen->counts, element));

  g_hash_table_insert (seen->counts, g_strdup (element), GUINT_TO_POINTER (n + 1));
  for (guint i = 0; names[i] != NULL; i++)
    {
      /* Nothing that a browser would run. */
      g_assert_false (g_str_has_prefix (names[i], "on"));
      if (g_str_equal (names[i], "href"))
        g_ptr_array_add (seen->links, g_strdup (values[i]));
      if (g_str_equal (names[i], "lang"))
        {
          g_free (seen->language);
          seen->language = g_strdup (values[i]);
        }
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  g_string_append_len (((Seen *) user_data)->text, text, (gssize) length);
}

/* As a program that is strict about it reads it. */
static void
read_back (const char *html, Seen *seen)
{
  const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_autoptr (GError) error = NULL;

  seen->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  seen->text = g_string_new (NULL);
  seen->links = g_ptr_array_new_with_free_func (g_free);
  seen->language = NULL;
  g_assert_true (g_markup_parse_context_parse (context, html, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
}

static void
seen_clear (Seen *seen)
{
  g_hash_table_unref (seen->counts);
  g_string_free (seen->text, TRUE);
  g_ptr_array_unref (seen->links);
  g_free (seen->language);
}

static void
assert_count (Seen *seen, const char *element, guint n)
{
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (seen->counts, element)), ==, n);
}

static void
test_structure (void)
{
  static const char *const headings[] = { "Wat", "Wie", NULL };
  static const char *const cells[] = { "Bellen", "Anna", NULL };
  g_autoptr (AjDocument) document = aj_document_new ("Kennisbank", "nl");
  g_autofree char *html = NULL;
  Seen seen;

  aj_document_add_heading (document, 1, "Jeugd");
  aj_document_add_heading (document, 2, "Handreiking");
  aj_document_add_paragraph (document, "Een\ntwee");
  aj_document_add_item (document, "punt");
  aj_document_add_item (document, "nog een");
  aj_document_begin_table (document, "Acties", headings);
  aj_document_add_row (document, cells);
  aj_document_add_link (document, "Lees verder", "https://voorbeeld.example/?a=1&b=2");
  html = aj_document_to_html (document, "12 maart 2026");
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n"));
  read_back (html, &seen);
  g_assert_cmpstr (seen.language, ==, "nl");
  assert_count (&seen, "title", 1);
  assert_count (&seen, "main", 1);
  assert_count (&seen, "h1", 1);
  assert_count (&seen, "h2", 1);
  assert_count (&seen, "h3", 1);
  assert_count (&seen, "br", 1);
  assert_count (&seen, "li", 2);
  assert_count (&seen, "caption", 1);
  assert_count (&seen, "th", 2);
  assert_count (&seen, "td", 2);
  assert_count (&seen, "a", 1);
  assert_count (&seen, "footer", 1);
  assert_count (&seen, "script", 0);
  assert_count (&seen, "img", 0);
  assert_count (&seen, "link", 0);
  g_assert_cmpstr (seen.links->pdata[0], ==, "https://voorbeeld.example/?a=1&b=2");
  seen_clear (&seen);
}

/* Text stays text, whatever it looks like and wherever it stands. */
static void
test_injection (void)
{
  static const char *const attacks[] = {
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><a href=\"javascript:alert(1)\">",
    "' onmouseover='alert(1)",
    "&lt;script&gt;",
    "]]><!-- -->",
    "\x01\x02\x7f",
    "\xef\xbf\xbe",
    "</style><script>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      const char *const headings[] = { attacks[i], NULL };
      g_autoptr (AjDocument) document = aj_document_new (attacks[i], attacks[i]);
      g_autofree char *html = NULL;
      Seen seen;

      aj_document_add_heading (document, 1, attacks[i]);
      aj_document_add_paragraph (document, attacks[i]);
      aj_document_add_item (document, attacks[i]);
      aj_document_begin_table (document, attacks[i], headings);
      aj_document_add_row (document, headings);
      aj_document_add_link (document, attacks[i], "javascript:alert(1)");
      aj_document_add_link (document, attacks[i], "https://voorbeeld.example/\"><script>");
      html = aj_document_to_html (document, attacks[i]);
      g_assert_null (strstr (html, "<script"));
      g_assert_null (strstr (html, "<img"));
      read_back (html, &seen);
      assert_count (&seen, "script", 0);
      for (guint l = 0; l < seen.links->len; l++)
        g_assert_true (g_str_has_prefix (seen.links->pdata[l], "https://"));
      if (g_ascii_isprint (*attacks[i]))
        g_assert_nonnull (strstr (seen.text->str, attacks[i]));
      seen_clear (&seen);
    }
}

/* For in another page: a level lower, and without anything of a page; a map is a drawing that brings no words of others. */
static void
test_part (void)
{
  static const AjMapClass class = { "<b>", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE };
  static const AjMapTile tile = { .id = "a", .name = "<script>", .has_tile = TRUE };
  g_autoptr (AjDocument) document = aj_document_new ("Programma", "nl");
  g_autoptr (AjMapState) map = aj_map_state_new ("Kaart");
  g_autofree char *part = NULL;
  Seen seen;

  aj_map_state_add_class (map, &class);
  aj_map_state_add_tile (map, &tile);
  aj_map_state_settle (map);
  for (int level = 1; level <= AJ_DOCUMENT_MAX_LEVEL; level++)
    aj_document_add_heading (document, level, "Kop");
  aj_document_add_map (document, map, "\"><script>");
  part = aj_document_to_html_part (document);
  read_back (part, &seen);
  g_assert_cmpstr (seen.language, ==, "nl");
  assert_count (&seen, "html", 0);
  assert_count (&seen, "style", 0);
  assert_count (&seen, "h1", 0);
  assert_count (&seen, "h2", 1);
  assert_count (&seen, "h3", 1);
  assert_count (&seen, "h4", 1);
  assert_count (&seen, "h5", 1);
  assert_count (&seen, "figure", 1);
  assert_count (&seen, "svg", 1);
  assert_count (&seen, "script", 0);
  seen_clear (&seen);
}

/* What another program says of it, where there is one. */
static void
test_lint (void)
{
  g_autofree char *lint = g_find_program_in_path ("xmllint");
  g_autoptr (AjDocument) document = aj_document_new ("Één <titel>", "nl");
  g_autofree char *html = NULL;
  g_autofree char *path = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (GError) error = NULL;
  int file, status = 0;

  if (lint == NULL)
    {
      g_test_skip ("xmllint is not installed");
      return;
    }
  aj_document_add_paragraph (document, "Tekst & meer");
  html = aj_document_to_html (document, NULL);
  file = g_file_open_tmp ("aj-document-XXXXXX.html", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, html, -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char *[]){ lint, (char *) "--noout", path, NULL }, NULL,
                               G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &problems, &status,
                               &error));
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-html/structure", test_structure);
  g_test_add_func ("/document-html/injection", test_injection);
  g_test_add_func ("/document-html/part", test_part);
  g_test_add_func ("/document-html/lint", test_lint);
  return g_test_run ();
}
