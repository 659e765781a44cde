/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-traces.h"

#include <string.h>

/* With fewer digits it is an extension or a year. */
#define MIN_DIGITS 6

/* A trace begins and ends where a word does; with a hyphen the name goes on, and is another one. */
#define WORD_BEGINS "(?<![\\p{L}\\p{N}])(?<!\\p{L}-)"
#define WORD_ENDS   "(?![\\p{L}\\p{N}\\p{Mn}]|-\\p{L})"
/* An address that merely ends or goes on like this one is another. */
#define MAIL_BEGINS "(?<![\\p{L}\\p{N}._%+-])"
#define MAIL_ENDS   "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])"
#define SPACE       "(?:[\\s\\x{a0}]|\\\\u00[0-9a-f]{2})+"
#define BETWEEN     "[\\s\\x{a0}()./-]*"

struct _AjTraces
{
  GString *strict;        /* (owned): alternatives with their boundaries */
  GString *loose;         /* (owned): the same without */
  GRegex *strict_pattern; /* (owned) (nullable): compiled at the first use */
  GRegex *loose_pattern;  /* (owned) (nullable) */
};

AjTraces *
aj_traces_new (void)
{
  AjTraces *self = g_new0 (AjTraces, 1);

  self->strict = g_string_new (NULL);
  self->loose = g_string_new (NULL);
  return self;
}

void
aj_traces_free (AjTraces *self)
{
  g_string_free (self->strict, TRUE);
  g_string_free (self->loose, TRUE);
  g_clear_pointer (&self->strict_pattern, g_regex_unref);
  g_clear_pointer (&self->loose_pattern, g_regex_unref);
  g_free (self);
}

static void
add (AjTraces *self, const char *begins, const char *pattern, const char *ends)
{
  g_clear_pointer (&self->strict_pattern, g_regex_unref);
  g_clear_pointer (&self->loose_pattern, g_regex_unref);
  g_string_append_printf (self->strict, "%s%s%s%s", self->strict->len > 0 ? "|" : "", begins,
                          pattern, ends);
  g_string_append_printf (self->loose, "%s%s", self->loose->len > 0 ? "|" : "", pattern);
}

/* Each letter with any accents: the text is matched in its decomposed form. */
static char *
make_pattern (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *pattern = g_string_new (NULL);
  gboolean after_space = FALSE;

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *escaped = NULL;

      if (g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        continue;
      if (g_unichar_isspace (c))
        {
          after_space = pattern->len > 0;
          continue;
        }
      if (after_space)
        g_string_append (pattern, SPACE);
      after_space = FALSE;
      escaped = g_regex_escape_string (p, (int) (g_utf8_next_char (p) - p));
      if (c == '\'' || c == 0x2019 || c == 0x02BC)
        g_string_append (pattern, "['\\x{2019}\\x{2bc}]");
      else if (c == '"' || c == '\\')
        g_string_append_printf (pattern, "\\\\?%s", escaped);
      else
        g_string_append (pattern, escaped);
      if (g_unichar_isalpha (c))
        g_string_append (pattern, "\\p{Mn}*");
    }
  return g_string_free (pattern, FALSE);
}

void
aj_traces_add_name (AjTraces *self, const char *name)
{
  g_autofree char *pattern = make_pattern (name);

  if (*pattern != '\0')
    add (self, WORD_BEGINS, pattern, WORD_ENDS);
}

void
aj_traces_add_mail (AjTraces *self, const char *mail)
{
  g_autofree char *pattern = make_pattern (mail);

  if (*pattern != '\0')
    add (self, MAIL_BEGINS, pattern, MAIL_ENDS);
}

char *
aj_traces_read_phone (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *rest;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* "(0)" is written beside the prefix of a country, and not dialled with it. */
      if (strncmp (p, "(0)", 3) == 0 && digits->len > 0)
        p += 2;
      else if (g_ascii_isdigit ((char) MIN (c, 127)))
        g_string_append_c (digits, (char) c);
      else if (c > 127 ? !g_unichar_isspace (c) : strchr (" +()./-", (int) c) == NULL)
        return NULL;
    }
  rest = digits->str;
  if (g_str_has_prefix (rest, "0031"))
    rest += strlen ("0031");
  else if (g_str_has_prefix (rest, "31") && strlen (rest) == strlen ("31612345678"))
    rest += strlen ("31");
  else if (g_str_has_prefix (rest, "0"))
    rest++;
  return strlen (rest) >= MIN_DIGITS ? g_strdup (rest) : NULL;
}

void
aj_traces_add_phone (AjTraces *self, const char *phone)
{
  g_autofree char *digits = aj_traces_read_phone (phone);
  g_autoptr (GString) pattern = NULL;

  if (digits == NULL)
    return;
  pattern = g_string_new ("(?:(?:\\+|00)?31" BETWEEN ")?(?:0" BETWEEN ")?");
  for (const char *p = digits; *p != '\0'; p++)
    g_string_append_printf (pattern, "%s%c", p > digits ? BETWEEN : "", *p);
  add (self, "(?<![0-9])", pattern->str, "(?![0-9])");
}

gboolean
aj_traces_is_empty (AjTraces *self)
{
  return self->strict->len == 0;
}

static GRegex *
compile (GRegex **pattern, GString *text)
{
  g_autoptr (GError) error = NULL;

  if (*pattern == NULL && text->len > 0)
    *pattern = g_regex_new (text->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  if (error != NULL)
    g_critical ("%s", error->message);
  return *pattern;
}

static gboolean
is_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

/* Its own text when that is decomposed already; else @made. NULL for what is no UTF-8. */
static const char *
decompose (const char *text, char **made)
{
  if (is_ascii (text))
    return text;
  *made = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  return *made;
}

char *
aj_traces_replace (AjTraces *self, const char *text, gboolean *whole)
{
  GRegex *pattern = compile (&self->strict_pattern, self->strict);
  g_autofree char *made = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  const char *apart = decompose (text, &made);
  int start = 0, end = 0;

  if (pattern == NULL || apart == NULL || !g_regex_match (pattern, apart, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, &start, &end);
  if (whole != NULL)
    *whole = start == 0 && apart[end] == '\0';
  replaced = g_regex_replace_literal (pattern, apart, -1, 0, AJ_TRACES_MARK, 0, NULL);
  return replaced != NULL ? g_utf8_normalize (replaced, -1, G_NORMALIZE_NFC) : NULL;
}

gboolean
aj_traces_may_be_in (AjTraces *self, const char *json)
{
  GRegex *pattern = compile (&self->loose_pattern, self->loose);
  g_autofree char *made = NULL;
  const char *apart = decompose (json, &made);

  return pattern != NULL && apart != NULL && g_regex_match (pattern, apart, 0, NULL);
}

gboolean
aj_traces_is_full_name (const char *name)
{
  gboolean in_word = FALSE;
  guint n_words = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      n_words += !is_space && !in_word;
      in_word = !is_space;
    }
  return n_words >= 2;
}
