/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-traces.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-phone.h"
#include "aj-store-error.h"

/* A name of more words is no name. */
#define MAX_WORDS 8

/* A trace begins and ends where a word does; with a hyphen the name goes on, and is another one. */
#define WORD_BEGINS "(?<![\\p{L}\\p{N}])(?<!\\p{L}-)"
#define WORD_ENDS   "(?![\\p{L}\\p{N}\\p{Mn}]|-\\p{L})"
/* An address that merely ends or goes on like this one is another. */
#define MAIL_BEGINS "(?<![\\p{L}\\p{N}._%+-])"
#define MAIL_ENDS   "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])"
#define SPACE       "(?:[\\s\\x{a0}]|\\\\u00[0-9a-f]{2})+"
#define BETWEEN     "[\\s\\x{a0}()./-]*"
/* In capitals ß is SS, and ı is I. */
#define SHARP_S     "(?:s\\p{Mn}*s|[\\x{df}\\x{1e9e}])"
#define ANY_I       "[i\\x{131}]"
#define FROM_ABROAD "(?:\\+|00)" BETWEEN

/* The compiler of patterns refuses more than 64 KiB of its own code, a few times the length of its text: with this much of
 * a pattern in a piece, and a text of one line at most beyond it, a piece stays far below. */
#define MAX_PIECE 4096

/* So many alternatives as one pattern may have. */
typedef struct
{
  GString *strict;        /* (owned): alternatives with their boundaries */
  GString *loose;         /* (owned): the same without */
  GRegex *strict_pattern; /* (owned) (nullable): made by aj_traces_seal() */
  GRegex *loose_pattern;  /* (owned) (nullable) */
} Piece;

/* One alternative. */
typedef struct
{
  const char *begins;
  char *pattern; /* (owned) */
  const char *ends;
} Trace;

struct _AjTraces
{
  GPtrArray *traces; /* (owned) (element-type Trace) */
  GPtrArray *pieces; /* (owned) (element-type Piece) */
  gboolean failed;   /* a text could not be looked through */
};

static void
piece_free (Piece *self)
{
  g_string_free (self->strict, TRUE);
  g_string_free (self->loose, TRUE);
  g_clear_pointer (&self->strict_pattern, g_regex_unref);
  g_clear_pointer (&self->loose_pattern, g_regex_unref);
  g_free (self);
}

static void
trace_free (Trace *self)
{
  g_free (self->pattern);
  g_free (self);
}

AjTraces *
aj_traces_new (void)
{
  AjTraces *self = g_new0 (AjTraces, 1);

  self->traces = g_ptr_array_new_with_free_func ((GDestroyNotify) trace_free);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  return self;
}

void
aj_traces_free (AjTraces *self)
{
  g_ptr_array_unref (self->traces);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static void
add (AjTraces *self, const char *begins, const char *pattern, const char *ends)
{
  Trace *trace = g_new0 (Trace, 1);

  trace->begins = begins;
  trace->pattern = g_strdup (pattern);
  trace->ends = ends;
  g_ptr_array_add (self->traces, trace);
}

/* A letter that is written in more ways than its capital, or NULL; @length receives what of @text it is, in bytes. */
static const char *
find_spelling (const char *text, gsize *length)
{
  gunichar c = g_utf8_get_char (text);

  *length = (gsize) (g_utf8_next_char (text) - text);
  if (c == 0xDF || c == 0x1E9E)
    return SHARP_S;
  if (g_ascii_strncasecmp (text, "ss", 2) == 0)
    {
      *length = 2;
      return SHARP_S;
    }
  return c == 'i' || c == 'I' || c == 0x131 ? ANY_I : NULL;
}

static void
append_letter (GString *pattern, const char *text, gsize *length)
{
  gunichar c = g_utf8_get_char (text);
  const char *spelling = find_spelling (text, length);
  g_autofree char *escaped = g_regex_escape_string (text, (int) *length);

  if (spelling != NULL)
    g_string_append (pattern, spelling);
  else if (c == '\'' || c == 0x2019 || c == 0x02BC)
    g_string_append (pattern, "['\\x{2019}\\x{2bc}]");
  else if (c == '"' || c == '\\')
    g_string_append_printf (pattern, "\\\\?%s", escaped);
  else
    g_string_append (pattern, escaped);
  if (g_unichar_isalpha (c))
    g_string_append (pattern, "\\p{Mn}*");
}

/* Each letter with any accents: the text is matched in its decomposed form. */
static char *
make_pattern (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *pattern = g_string_new (NULL);
  gboolean after_space = FALSE;
  gboolean after_comma = FALSE;

  for (const char *p = apart; p != NULL && *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = (gsize) (g_utf8_next_char (p) - p);
      gboolean is_space = g_unichar_isspace (c);

      after_space = (after_space || is_space) && pattern->len > 0;
      if (!is_space && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        {
          if (after_space)
            g_string_append (pattern, after_comma ? "(?:" SPACE ")?" : SPACE);
          append_letter (pattern, p, &length);
          after_space = FALSE;
          after_comma = c == ',';
        }
      p += length;
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

char *
aj_traces_order_name (const char *name)
{
  const char *comma = strchr (name, ',');
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return g_strdup (name);
  family = g_strstrip (g_strndup (name, (gsize) (comma - name)));
  given = g_strstrip (g_strdup (comma + 1));
  return *given != '\0' && *family != '\0' ? g_strconcat (given, " ", family, NULL)
                                           : g_strdup (name);
}

/* "de Vries, Anna" and "Vries, Anna de": from any word on. */
void
aj_traces_add_person (AjTraces *self, const char *name)
{
  g_autofree char *ordered = aj_traces_order_name (name);
  g_auto (GStrv) words = g_strsplit_set (ordered, " \t\n", -1);
  guint n_words = g_strv_length (words);

  aj_traces_add_name (self, ordered);
  for (guint i = 1; i < n_words && n_words <= MAX_WORDS; i++)
    {
      g_autofree char *family = g_strjoinv (" ", words + i);
      g_autofree char *word = g_steal_pointer (&words[i]);
      g_autofree char *given = g_strjoinv (" ", words);
      g_autofree char *reversed = g_strconcat (family, ", ", given, NULL);

      words[i] = g_steal_pointer (&word);
      if (*family != '\0' && *given != '\0')
        aj_traces_add_name (self, reversed);
    }
}

void
aj_traces_add_mail (AjTraces *self, const char *mail)
{
  g_autofree char *pattern = make_pattern (mail);

  if (*pattern != '\0')
    add (self, MAIL_BEGINS, pattern, MAIL_ENDS);
}

void
aj_traces_add_phone (AjTraces *self, const char *phone)
{
  g_autofree char *country = NULL;
  g_autofree char *digits = aj_phone_read (phone, &country);
  g_autofree char *identity = aj_phone_identify (phone);
  g_autoptr (GString) pattern = g_string_new (NULL);

  if (identity == NULL)
    return;
  if (country != NULL)
    g_string_append_printf (pattern, "(?:(?:" FROM_ABROAD ")?%s" BETWEEN ")?", country);
  else
    g_string_append (pattern, "(?:" FROM_ABROAD "[1-9][0-9]{0,2}" BETWEEN "|31" BETWEEN ")?");
  g_string_append (pattern, "(?:0" BETWEEN ")?");
  for (const char *p = digits; *p != '\0'; p++)
    g_string_append_printf (pattern, "%s%c", p > digits ? BETWEEN : "", *p);
  add (self, "(?<![0-9])", pattern->str, "(?![0-9])");
}

/* The longest first: what is part of another goes with it as a whole. */
static int
compare_lengths_cb (gconstpointer a, gconstpointer b)
{
  gsize length_a = strlen ((*(const Trace *const *) a)->pattern);
  gsize length_b = strlen ((*(const Trace *const *) b)->pattern);

  return (length_a < length_b) - (length_a > length_b);
}

static Piece *
get_piece (AjTraces *self, const Trace *trace)
{
  Piece *last = self->pieces->len > 0 ? self->pieces->pdata[self->pieces->len - 1] : NULL;

  if (last != NULL && last->strict->len + strlen (trace->pattern) <= MAX_PIECE)
    return last;
  last = g_new0 (Piece, 1);
  last->strict = g_string_new (NULL);
  last->loose = g_string_new (NULL);
  g_ptr_array_add (self->pieces, last);
  return last;
}

/* What the compiler says of a pattern holds the pattern, which is who must be forgotten: nobody else hears it. */
static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

static void
set_failed (GError **error)
{
  g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED,
                       _ ("The data file cannot be searched for everything that names these "
                          "people, so nothing was changed."));
}

gboolean
aj_traces_seal (AjTraces *self, GError **error)
{
  g_ptr_array_sort (self->traces, compare_lengths_cb);
  for (guint i = 0; i < self->traces->len; i++)
    {
      const Trace *trace = self->traces->pdata[i];
      Piece *piece = get_piece (self, trace);
      const char *bar = piece->loose->len > 0 ? "|" : "";

      g_string_append_printf (piece->strict, "%s%s%s%s", bar, trace->begins, trace->pattern,
                              trace->ends);
      g_string_append_printf (piece->loose, "%s%s", bar, trace->pattern);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = self->pieces->pdata[i];

      piece->strict_pattern = compile (piece->strict->str);
      piece->loose_pattern = compile (piece->loose->str);
      self->failed |= piece->strict_pattern == NULL || piece->loose_pattern == NULL;
    }
  return aj_traces_check (self, error);
}

gboolean
aj_traces_check (AjTraces *self, GError **error)
{
  if (self->failed)
    set_failed (error);
  return !self->failed;
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

/* A matcher that gives up half-way has not found nothing: that is told at the end. */
static gboolean
is_match (AjTraces *self, const GRegex *pattern, const char *apart)
{
  g_autoptr (GError) error = NULL;
  gboolean found = pattern != NULL && g_regex_match_full (pattern, apart, -1, 0, 0, NULL, &error);

  self->failed |= pattern == NULL || error != NULL;
  return found;
}

char *
aj_traces_replace (AjTraces *self, const char *text)
{
  g_autofree char *made = NULL;
  g_autofree char *replaced = NULL;
  const char *apart = decompose (text, &made);

  for (guint i = 0; apart != NULL && i < self->pieces->len; i++)
    {
      const Piece *piece = self->pieces->pdata[i];
      const char *now = replaced != NULL ? replaced : apart;
      char *after;

      if (!is_match (self, piece->strict_pattern, now))
        continue;
      after = g_regex_replace_literal (piece->strict_pattern, now, -1, 0, AJ_TRACES_MARK, 0, NULL);
      self->failed |= after == NULL;
      if (after == NULL)
        continue;
      g_free (replaced);
      replaced = after;
    }
  return replaced != NULL ? g_utf8_normalize (replaced, -1, G_NORMALIZE_NFC) : NULL;
}

gboolean
aj_traces_may_be_in (AjTraces *self, const char *json)
{
  g_autofree char *made = NULL;
  const char *apart = decompose (json, &made);

  for (guint i = 0; apart != NULL && i < self->pieces->len; i++)
    if (is_match (self, ((Piece *) self->pieces->pdata[i])->loose_pattern, apart))
      return TRUE;
  return FALSE;
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
