/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Leaves room for an ending and a counter in the 255 bytes of most file systems. */
#define FILE_NAME_BYTES 120

/* What Windows-1252 has in the places where ISO 8859-1 has control characters; 0 where it has nothing. */
static const gunichar windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static gunichar
from_windows_1252 (guchar byte)
{
  if (byte < 0x80 || byte >= 0xA0)
    return byte;
  return windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80] : 0xFFFD;
}

/* The next character of text that may hold anything, and @text moved past it. */
static gunichar
next_char (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      c = from_windows_1252 ((guchar) * *text);
      (*text)++;
    }
  else
    {
      *text = g_utf8_next_char (*text);
    }
  return c;
}

static gboolean
is_line_end (gunichar c)
{
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_blank (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || g_unichar_isspace (c);
}

/* What can make text read as something it is not, and what no program may exchange. The marks U+200E and U+200F stay:
 * they belong to well-written right-to-left text and reach no further than their neighbours. */
static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* The same text in the composed form, owned. */
static char *
to_composed (const GString *text)
{
  return g_utf8_normalize (text->str, (gssize) text->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* Letters of the Latin script, punctuation, money, emoji: none that cleaning would drop, or that the composed form would
 * change or join to what stands before it. */
static gboolean
is_plain_char (gunichar c)
{
  return (c > 0xA0 && c < 0x300) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x20A0 && c <= 0x20BF) || (c >= 0x1F300 && c <= 0x1FAFF);
}

/* Whether cleaning would surely leave it as it is. Most text has been cleaned before, and looking is far quicker. */
static gboolean
is_clean (const char *text, gboolean is_block)
{
  const char *p = text;

  while (*p != '\0')
    {
      const guchar c = (guchar) *p;

      if (c >= 0x80)
        {
          gunichar sign = g_utf8_get_char_validated (p, -1);

          if (sign >= (gunichar) -2 || !is_plain_char (sign))
            return FALSE;
          p = g_utf8_next_char (p);
          continue;
        }
      if (c == '\n' ? !is_block || p == text : c < ' ' || c == 0x7F)
        return FALSE;
      /* Blanks at the end of a line; in one line also at its start, or several in a row. */
      if (c == ' ' && (p[1] == '\0' || p[1] == '\n' || (!is_block && (p == text || p[1] == ' '))))
        return FALSE;
      p++;
    }
  return p == text || p[-1] != '\n';
}

char *
aj_text_clean_line (const char *text)
{
  g_autoptr (GString) clean = NULL;
  gboolean space = FALSE;

  if (text != NULL && is_clean (text, FALSE))
    return g_strdup (text);
  clean = g_string_new (NULL);
  while (text != NULL && *text != '\0')
    {
      gunichar c = next_char (&text);

      if (is_dropped (c))
        continue;
      if (is_blank (c))
        {
          space = TRUE;
          continue;
        }
      if (space && clean->len > 0)
        g_string_append_c (clean, ' ');
      space = FALSE;
      g_string_append_unichar (clean, c);
    }
  return to_composed (clean);
}

/* White space at the end of what is written so far, back to the last line end. */
static void
trim_line (GString *text)
{
  while (text->len > 0 && (text->str[text->len - 1] == ' ' || text->str[text->len - 1] == '\t'))
    g_string_truncate (text, text->len - 1);
}

char *
aj_text_clean_block (const char *text)
{
  g_autoptr (GString) clean = NULL;

  if (text != NULL && is_clean (text, TRUE))
    return g_strdup (text);
  clean = g_string_new (NULL);
  while (text != NULL && *text != '\0')
    {
      gunichar c = next_char (&text);

      if (is_dropped (c))
        continue;
      if (is_line_end (c))
        {
          if (c == '\r' && *text == '\n')
            text++;
          trim_line (clean);
          if (clean->len > 0)
            g_string_append_c (clean, '\n');
        }
      else if (is_blank (c) && c != '\t')
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, c);
    }
  trim_line (clean);
  while (clean->len > 0 && clean->str[clean->len - 1] == '\n')
    g_string_truncate (clean, clean->len - 1);
  return to_composed (clean);
}

const char *
aj_text_or_null (const char *text)
{
  const char *rest = text;

  while (rest != NULL && *rest != '\0')
    if (!g_unichar_isspace (next_char (&rest)))
      return text;
  return NULL;
}

/* Letters that Unicode does not take apart into a letter and a mark, in the spelling people search them by. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00E6: /* æ */
      return "ae";
    case 0x00F0: /* ð */
    case 0x0111: /* đ */
      return "d";
    case 0x00F8: /* ø */
      return "o";
    case 0x0131: /* ı */
      return "i";
    case 0x0142: /* ł */
      return "l";
    case 0x0153: /* œ */
      return "oe";
    default:
      return NULL;
    }
}

/* Most text that is compared: printable ASCII without a space too many. */
static gboolean
is_plain (const char *text)
{
  char before = ' ';

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p > '~' || (*p == ' ' && before == ' '))
        return FALSE;
      before = *p;
    }
  return before != ' ' || *text == '\0';
}

static char *
fold_any (const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);
  g_autofree char *lower = g_utf8_casefold (clean, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain = plain_letter (c);

      if (plain != NULL)
        g_string_append (folded, plain);
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

char *
aj_text_fold (const char *text)
{
  return text != NULL && is_plain (text) ? g_ascii_strdown (text, -1) : fold_any (text);
}

static gsize
units_of (gunichar c)
{
  return c > 0xFFFF ? 2 : 1;
}

gsize
aj_text_length_utf16 (const char *text)
{
  gsize units = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    units += units_of (g_utf8_get_char (p));
  return units;
}

/* Whether a reader sees @c as part of what stands before it: an accent, a skin tone, one half of a joined emoji. */
static gboolean
belongs_to_previous (gunichar previous, gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200D || previous == 0x200D ||
         (c >= 0x1F3FB && c <= 0x1F3FF);
}

char *
aj_text_truncate_utf16 (const char *text, gsize units)
{
  g_autofree char *start = NULL;
  const char *end = text;
  gsize used = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (aj_text_length_utf16 (text) <= units)
    return g_strdup (text);
  if (units == 0)
    return g_strdup ("");

  /* One unit is kept for the ellipsis. */
  while (used + units_of (g_utf8_get_char (end)) <= units - 1)
    {
      used += units_of (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  while (end > text &&
         belongs_to_previous (g_utf8_get_char (g_utf8_prev_char (end)), g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);

  start = g_strchomp (g_strndup (text, (gsize) (end - text)));
  return g_strconcat (start, "…", NULL);
}

/* Windows keeps these for devices, with any ending and in any case. */
static gboolean
is_device_name (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", NULL };
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, ". "));

  if (g_strv_contains (devices, stem))
    return TRUE;
  return strlen (stem) == 4 && (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt")) &&
         g_ascii_isdigit (stem[3]);
}

char *
aj_text_to_file_name (const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);
  GString *name = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        c = '-';
      /* A leading dot hides a file, a leading hyphen makes it an option of a command. */
      if (name->len == 0 && (c == '.' || c == '-' || c == ' '))
        continue;
      if (name->len + (gsize) g_unichar_to_utf8 (c, NULL) > FILE_NAME_BYTES)
        break;
      g_string_append_unichar (name, c);
    }
  /* Windows drops dots and spaces at the end, and then cannot find the file. */
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);

  if (name->len == 0)
    g_string_assign (name, "aanjager");
  else if (is_device_name (name->str))
    g_string_prepend_c (name, '_');
  return g_string_free (name, FALSE);
}

gboolean
aj_text_is_mail_address (const char *text)
{
  const char *at, *host;

  if (text == NULL || strlen (text) > 254 || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* The signs are the ones that would be structure in a header or a mailto: address. */
      if (is_blank (c) || is_dropped (c) || (c < 0x80 && strchr ("<>()[],;:\\\"", (int) c) != NULL))
        return FALSE;
    }

  at = strchr (text, '@');
  if (at == NULL || at == text || at != strrchr (text, '@'))
    return FALSE;
  host = at + 1;
  return strchr (host, '.') != NULL && host[0] != '.' && !g_str_has_suffix (host, ".") &&
         strstr (host, "..") == NULL;
}

char *
aj_text_join_names (const char *const *names)
{
  g_autoptr (GString) first = g_string_new (NULL);
  guint count = g_strv_length ((GStrv) names);

  for (guint i = 0; i + 1 < count; i++)
    {
      if (i > 0)
        /* Translators: between the names in a list. */
        g_string_append (first, _ (", "));
      g_string_append (first, names[i]);
    }
  if (count < 2)
    return g_strdup (count == 1 ? names[0] : "");
  /* Translators: a list of names but the last, and the last: "Aalten, Borne and Ede". */
  return g_strdup_printf (_ ("%s and %s"), first->str, names[count - 1]);
}
