/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-content-line.h"

#include <string.h>

#include "aj-text.h"

#define MAX_OCTETS 75

/* The line that is being written: where it begins, so that it can be folded. */
typedef struct
{
  GString *lines;
  gsize start;
} Line;

static Line
begin (GString *lines, const char *name)
{
  Line line = { lines, lines->len };

  g_string_append (lines, name);
  return line;
}

/* Begins a continuation line. Blanks at the end go along to the next line, unless there is nothing else. */
static void
fold (Line *line)
{
  GString *lines = line->lines;
  gsize at = lines->len;

  while (at > line->start + 1 && (lines->str[at - 1] == ' ' || lines->str[at - 1] == '\t'))
    at--;
  if (at <= line->start + 1)
    at = lines->len;
  g_string_insert_len (lines, (gssize) at, "\r\n ", 3);
  line->start = at + 2;
}

/* Appends what must stay together: a character, or an escaped one. */
static inline void
add (Line *line, const char *unit, gsize length)
{
  while (line->lines->len - line->start + length > MAX_OCTETS)
    fold (line);
  g_string_append_len (line->lines, unit, (gssize) length);
}

static gsize
char_length (const char *p)
{
  return (gsize) (g_utf8_next_char (p) - p);
}

static void
add_plain (Line *line, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    add (line, p, char_length (p));
}

static void
end (Line *line)
{
  g_string_append_len (line->lines, "\r\n", 2);
}

static void
add_escaped (Line *line, const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      /* What needs no escape and fits goes in one piece. */
      gsize room = MAX_OCTETS - MIN (MAX_OCTETS, line->lines->len - line->start);
      gsize run = 0;

      while (run < room && (guchar) p[run] >= 0x20 && (guchar) p[run] < 0x80 && p[run] != ',' &&
             p[run] != ';' && p[run] != '\\')
        run++;
      g_string_append_len (line->lines, p, (gssize) run);
      p += run;

      if (*p == '\n')
        add (line, "\\n", 2);
      else if (*p == ',' || *p == ';' || *p == '\\')
        add (line, (const char[]){ '\\', *p }, 2);
      else if (*p != '\0')
        add (line, p, char_length (p));
      else
        break;
      p = g_utf8_next_char (p);
    }
}

/* Whether cleaning would leave it as it is, for the text that almost all text is. */
static gboolean
is_clean (const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || (guchar) *p > 0x7E)
      return FALSE;
  return p == text || (*text != ' ' && p[-1] != ' ');
}

void
aj_content_line_append (GString *lines, const char *name, const char *value)
{
  Line line = begin (lines, name);

  g_string_append_c (lines, ':');
  add_plain (&line, value);
  end (&line);
}

void
aj_content_line_append_text (GString *lines, const char *name, const char *text, gboolean is_block)
{
  g_autofree char *cleaned = NULL;
  Line line;

  if (text != NULL && !is_clean (text))
    text = cleaned = is_block ? aj_text_clean_block (text) : aj_text_clean_line (text);
  if (aj_text_or_null (text) == NULL)
    return;
  line = begin (lines, name);
  g_string_append_c (lines, ':');
  add_escaped (&line, text);
  end (&line);
}

char *
aj_content_line_dup_address (const char *address)
{
  g_autofree char *cleaned = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GUri) uri = NULL;

  if (address == NULL)
    return NULL;
  cleaned = aj_text_clean_line (address);
  /* Blanks would be escaped as well, but an address with a blank is two things on one line. */
  if (strchr (cleaned, ' ') != NULL)
    return NULL;
  escaped = g_uri_escape_string (cleaned, ":/?#[]@!$&'()*+,;=%", FALSE);
  uri = g_uri_parse (escaped, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || aj_text_or_null (g_uri_get_host (uri)) == NULL ||
      (g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") != 0 &&
       g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") != 0))
    return NULL;
  return g_steal_pointer (&escaped);
}

gboolean
aj_content_line_append_address (GString *lines, const char *name, const char *address)
{
  g_autofree char *uri = aj_content_line_dup_address (address);

  if (uri == NULL)
    return FALSE;
  aj_content_line_append (lines, name, uri);
  return TRUE;
}

/* A parameter in quotes. RFC 5545 has no way to put a quote in it, and that of RFC 6868 (a caret) few programs know. */
static void
add_quoted (Line *line, const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);

  add (line, "\"", 1);
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != '"' && *p != '^')
      add (line, p, char_length (p));
  add (line, "\"", 1);
}

gboolean
aj_content_line_append_mailbox (GString *lines,
                                const char *name,
                                const char *common_name,
                                const char *mail)
{
  g_autofree char *address = NULL;
  Line line;

  if (!aj_text_is_mail_address (mail))
    return FALSE;
  address = g_uri_escape_string (mail, "@!$'*+=/", FALSE);
  line = begin (lines, name);
  if (aj_text_or_null (common_name) != NULL)
    {
      add_plain (&line, ";CN=");
      add_quoted (&line, common_name);
    }
  add_plain (&line, ":mailto:");
  add_plain (&line, address);
  end (&line);
  return TRUE;
}
