/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document.h"

#include <string.h>

#include "aj-map-drawing.h"

/* All that the page needs is in it, and it may fetch and run nothing: it is passed on by mail and put on other people's
 * sites. Well-formed XML as well, so that any program can take it apart. */
static const char head[] =
    "<meta charset=\"utf-8\"/>\n"
    "<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    "<meta name=\"generator\" content=\"Aanjager\"/>\n";

static const char style[] =
    "<style>\n"
    ":root { color-scheme: light dark; }\n"
    "body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 0; color: #1d1d20;"
    " background: #ffffff; }\n"
    "main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }\n"
    "h1 { line-height: 1.2; }\n"
    "h2 { margin-top: 2.5rem; padding-bottom: 0.25rem; border-bottom: 1px solid #9a9996; }\n"
    "h3 { margin: 1.5rem 0 0.25rem; }\n"
    "h4 { margin: 1rem 0 0.25rem; }\n"
    "figure { margin: 0.75rem 0; background: #ffffff; }\n"
    "figure svg { display: block; width: 100%; height: auto; }\n"
    "p { margin: 0.25rem 0; overflow-wrap: anywhere; }\n"
    "a { color: #1a5fb4; }\n"
    "a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }\n"
    "table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }\n"
    "caption { text-align: left; font-weight: bold; }\n"
    "th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0;"
    " border-bottom: 1px solid #9a9996; }\n"
    "footer { margin-top: 3rem; font-size: 0.875rem; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "body { color: #f6f5f4; background: #242424; }\n"
    "a { color: #99c1f1; }\n"
    "}\n"
    "</style>\n";

/* A control character, which no XML has, is left out; a line end is one where people see it. */
static void
append_text (GString *html, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (html, "&amp;");
      else if (c == '<')
        g_string_append (html, "&lt;");
      else if (c == '>')
        g_string_append (html, "&gt;");
      else if (c == '"')
        g_string_append (html, "&quot;");
      else if (c == '\'')
        g_string_append (html, "&#39;");
      else if (c == '\n')
        g_string_append (html, "<br/>\n");
      else if (c == '\t' || (c >= 0x20 && c != 0x7f && (c & 0xfffe) != 0xfffe))
        g_string_append_unichar (html, c);
    }
}

static void
append_element (GString *html, const char *name, const char *attributes, const char *text)
{
  g_string_append_printf (html, "<%s%s>", name, attributes);
  append_text (html, text);
  g_string_append_printf (html, "</%s>", name);
}

static void
append_cells (GString *html, const char *name, const char *attributes, GStrv cells)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    append_element (html, name, attributes, cells[i]);
  g_string_append (html, "</tr>\n");
}

static void
append_table (GString *html, const AjBlock *table)
{
  g_string_append (html, "<table>\n");
  if (table->text != NULL)
    append_element (html, "caption", "", table->text);
  g_string_append (html, "<thead>\n");
  append_cells (html, "th", " scope=\"col\"", table->headings);
  g_string_append (html, "</thead>\n<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_cells (html, "td", "", table->rows->pdata[i]);
  g_string_append (html, "</tbody>\n</table>\n");
}

static void
append_list (GString *html, const AjBlock *list)
{
  g_string_append (html, "<ul>\n");
  for (guint i = 0; i < list->rows->len; i++)
    {
      append_element (html, "li", "", ((GStrv) list->rows->pdata[i])[0]);
      g_string_append_c (html, '\n');
    }
  g_string_append (html, "</ul>\n");
}

/* Where it leads was looked at when it was added; who follows it is not told on. */
static void
append_paragraph (GString *html, const AjBlock *block)
{
  if (block->uri == NULL)
    {
      append_element (html, "p", "", block->text);
    }
  else
    {
      g_string_append (html, "<p><a rel=\"noreferrer\" href=\"");
      append_text (html, block->uri);
      g_string_append (html, "\">");
      append_text (html, block->text);
      g_string_append (html, "</a></p>");
    }
  g_string_append_c (html, '\n');
}

/* A drawing that is part of the page, for it may fetch none. What it shows stands in the tables as well. */
static void
append_map (GString *html, const AjBlock *block)
{
  g_autoptr (GBytes) svg = aj_map_drawing_render_figure (block->map);
  const char *text = svg != NULL ? g_bytes_get_data (svg, NULL) : NULL;
  const char *start = text != NULL ? g_strstr_len (text, (gssize) g_bytes_get_size (svg), "<svg ")
                                   : NULL;

  if (start == NULL)
    return;
  g_string_append (html, "<figure role=\"img\" aria-label=\"");
  append_text (html, block->text != NULL ? block->text : "");
  g_string_append (html, "\">\n");
  g_string_append_len (html, start, (gssize) (g_bytes_get_size (svg) - (gsize) (start - text)));
  g_string_append (html, "</figure>\n");
}

/* @top: what the highest of the headings below the title is. */
static void
append_block (GString *html, const AjBlock *block, int top)
{
  char heading[] = "h0";

  switch (block->kind)
    {
    case AJ_BLOCK_HEADING:
      heading[1] = (char) ('0' + top + block->level - 1);
      append_element (html, heading, block->on_new_page ? " style=\"break-before: page\"" : "",
                      block->text);
      g_string_append_c (html, '\n');
      break;
    case AJ_BLOCK_MAP:
      append_map (html, block);
      break;
    case AJ_BLOCK_PARAGRAPH:
      append_paragraph (html, block);
      break;
    case AJ_BLOCK_LIST:
      append_list (html, block);
      break;
    case AJ_BLOCK_TABLE:
    default:
      append_table (html, block);
      break;
    }
}

char *
aj_document_to_html (AjDocument *self, const char *foot)
{
  GPtrArray *blocks = aj_document_get_blocks (self);
  GString *html = g_string_new ("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                                "lang=\"");

  append_text (html, aj_document_get_language (self));
  g_string_append_printf (html, "\">\n<head>\n%s", head);
  append_element (html, "title", "", aj_document_get_title (self));
  g_string_append_printf (html, "\n%s</head>\n<body>\n<main>\n", style);
  append_element (html, "h1", "", aj_document_get_title (self));
  g_string_append_c (html, '\n');
  for (guint i = 0; i < blocks->len; i++)
    append_block (html, blocks->pdata[i], 2);
  if (foot != NULL)
    append_element (html, "footer", "", foot);
  g_string_append (html, "</main>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}

char *
aj_document_to_html_part (AjDocument *self)
{
  GPtrArray *blocks = aj_document_get_blocks (self);
  GString *html = g_string_new ("<div lang=\"");

  append_text (html, aj_document_get_language (self));
  g_string_append (html, "\">\n");
  append_element (html, "h2", "", aj_document_get_title (self));
  g_string_append_c (html, '\n');
  for (guint i = 0; i < blocks->len; i++)
    append_block (html, blocks->pdata[i], 3);
  g_string_append (html, "</div>\n");
  return g_string_free (html, FALSE);
}
