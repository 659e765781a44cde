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

/* Appends what goes into the line in one piece: signs of ASCII up to its end, or up to one that needs an escape. */
static const char *
add_run (Line *line, const char *p, gboolean escape)
{
  gsize used = line->lines->len - line->start;
  gsize room = MAX_OCTETS - MIN (MAX_OCTETS, used);
  gsize run = 0;

  while (run < room && (guchar) p[run] >= 0x20 && (guchar) p[run] < 0x80 &&
         !(escape && (p[run] == ',' || p[run] == ';' || p[run] == '\\')))
    run++;
  g_string_append_len (line->lines, p, (gssize) run);
  return p + run;
}

static void
add_plain (Line *line, const char *text)
{
  for (const char *p = add_run (line, text, FALSE); *p != '\0'; p = add_run (line, p, FALSE))
    {
      add (line, p, char_length (p));
      p = g_utf8_next_char (p);
    }
}

static void
add_escaped (Line *line, const char *text)
{
  for (const char *p = add_run (line, text, TRUE); *p != '\0'; p = add_run (line, p, TRUE))
    {
      if (*p == '\n')
        add (line, "\\n", 2);
      else if (*p == ',' || *p == ';' || *p == '\\')
        add (line, (const char[]){ '\\', *p }, 2);
      else
        add (line, p, char_length (p));
      p = g_utf8_next_char (p);
    }
}

static void
end (Line *line)
{
  g_string_append_len (line->lines, "\r\n", 2);
}

/* Letters of the Latin script, punctuation, money, emoji: none that cleaning would drop, or that the composed form
 * (NFC) would change or join to what stands before it. */
static gboolean
is_plain_char (gunichar c)
{
  return (c > 0xA0 && c < 0x300) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x20A0 && c <= 0x20BF) || (c >= 0x1F300 && c <= 0x1FAFF);
}

/* Whether cleaning would surely leave it as it is. */
static gboolean
is_clean (const char *text, gboolean is_block)
{
  const char *p = text;
  char previous = '\n';

  while (*p != '\0')
    {
      if ((guchar) *p >= 0x80)
        {
          gunichar c = g_utf8_get_char_validated (p, -1);

          if (c >= (gunichar) -2 || !is_plain_char (c))
            return FALSE;
          previous = 'a';
          p = g_utf8_next_char (p);
          continue;
        }
      /* Blanks at an end, or several in a row. */
      if (*p == ' ' && (previous == ' ' || previous == '\n'))
        return FALSE;
      if (*p == '\n' && (!is_block || previous == ' ' || p == text))
        return FALSE;
      if ((*p < ' ' && *p != '\n') || *p == 0x7F)
        return FALSE;
      previous = *p++;
    }
  return previous != ' ' && previous != '\n';
}

const char *
aj_content_line_clean (const char *text, gboolean is_block, char **owned)
{
  if (text == NULL || *text == '\0')
    return NULL;
  if (is_clean (text, is_block))
    return text;
  *owned = is_block ? aj_text_clean_block (text) : aj_text_clean_line (text);
  return aj_text_or_null (*owned);
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
  g_autofree char *owned = NULL;
  Line line;

  text = aj_content_line_clean (text, is_block, &owned);
  if (text == NULL)
    return;
  line = begin (lines, name);
  g_string_append_c (lines, ':');
  add_escaped (&line, text);
  end (&line);
}

/* Signs that may stand in a URI as they are, beside letters and digits. */
#define URI_SIGNS ":/?#[]@!$&'()*+,;=%"

static gboolean
is_uri_text (const char *text)
{
  while (g_ascii_isalnum (*text) || (*text != '\0' && strchr ("-._~" URI_SIGNS, *text) != NULL))
    text++;
  return *text == '\0';
}

char *
aj_content_line_dup_address (const char *address)
{
  g_autofree char *owned = NULL;
  g_autofree char *uri = NULL;
  gsize scheme;

  address = aj_content_line_clean (address, FALSE, &owned);
  /* Blanks would be escaped as well, but an address with a blank is two things on one line. */
  if (address == NULL || strchr (address, ' ') != NULL)
    return NULL;
  uri = is_uri_text (address) ? g_strdup (address)
                              : g_uri_escape_string (address, URI_SIGNS, FALSE);
  if (g_ascii_strncasecmp (uri, "https://", 8) == 0)
    scheme = 8;
  else if (g_ascii_strncasecmp (uri, "http://", 7) == 0)
    scheme = 7;
  else
    return NULL;
  if (strchr ("/?#:@", uri[scheme]) != NULL || !g_uri_is_valid (uri, G_URI_FLAGS_ENCODED, NULL))
    return NULL;
  return g_steal_pointer (&uri);
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
  g_autofree char *owned = NULL;
  const char *clean = aj_content_line_clean (text, FALSE, &owned);
  g_autofree char *quoted = g_strdup (clean != NULL ? clean : "");
  char *kept = quoted;

  for (const char *p = quoted; *p != '\0'; p++)
    if (*p != '"' && *p != '^')
      *kept++ = *p;
  *kept = '\0';
  add (line, "\"", 1);
  add_plain (line, quoted);
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
