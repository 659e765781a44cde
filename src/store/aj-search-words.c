/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-words.h"

#include <string.h>

#include "aj-phone.h"
#include "aj-text.h"

/* Somebody may paste a whole letter into a search; what it begins with says enough, and the database takes no more. */
#define MAX_SEARCH 255
#define MAX_WORDS  16
/* With fewer digits it says nothing yet of how a number goes on. */
#define MIN_NUMBER 3
/* Letters of a snippet before what was found, and in all. */
#define MAX_BEFORE  24
#define MAX_SNIPPET 90

struct _AjSearchMap
{
  const char *text; /* (borrowed) */
  GString *folded;  /* (owned) */
  GArray *origins;  /* (owned) (element-type guint): for each byte of folded, where it comes from */
};

static GStrv
split (const char *whole)
{
  g_auto (GStrv) all = g_strsplit (whole, " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && words->len < MAX_WORDS &&
        !g_ptr_array_find_with_equal_func (words, all[i], g_str_equal, NULL))
      g_ptr_array_add (words, all[i]);
  g_ptr_array_add (words, NULL);
  return g_strdupv ((GStrv) words->pdata);
}

/* NULL when it is no number, or the one word that is looked for anyway. */
static char *
read_number (const AjSearchWords *self)
{
  g_autofree char *number = aj_phone_normalise (self->whole, NULL);

  if (number == NULL || strlen (number) < MIN_NUMBER || g_str_equal (number, self->words[0]))
    return NULL;
  return g_steal_pointer (&number);
}

AjSearchWords *
aj_search_words_new (const char *text)
{
  AjSearchWords *self = g_new0 (AjSearchWords, 1);
  g_autofree char *folded = text != NULL ? aj_text_fold (text) : g_strdup ("");

  self->whole = g_utf8_strlen (folded, -1) > MAX_SEARCH ? g_utf8_substring (folded, 0, MAX_SEARCH)
                                                        : g_steal_pointer (&folded);
  self->words = split (self->whole);
  self->number = read_number (self);
  return self;
}

void
aj_search_words_free (AjSearchWords *self)
{
  g_strfreev (self->words);
  g_free (self->whole);
  g_free (self->number);
  g_free (self);
}

void
aj_search_append_numbers (GString *folded, const char *text, GArray *origins)
{
  g_autoptr (GArray) places = aj_phone_find (text);

  for (guint i = 0; i < places->len; i++)
    {
      const AjPhonePlace *place = &g_array_index (places, AjPhonePlace, i);
      g_autofree char *written = g_strndup (text + place->start, place->end - place->start);
      g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *number = aj_phone_normalise (written, inside);
      guint origin;

      g_string_append_printf (folded, "\n%s", number);
      if (origins == NULL)
        continue;
      /* That of the line break. */
      origin = (guint) place->start;
      g_array_append_val (origins, origin);
      for (guint n = 0; n < inside->len; n++)
        {
          origin = (guint) place->start + g_array_index (inside, guint, n);
          g_array_append_val (origins, origin);
        }
    }
}

/* One letter folded; folding a whole text would take a blank at its end away. */
static void
append_folded (AjSearchMap *self, const char *letter)
{
  guint origin = (guint) (letter - self->text);
  gsize before = self->folded->len;

  if (g_ascii_isspace (*letter))
    {
      g_string_append_c (self->folded, ' ');
    }
  else if ((guchar) *letter < 0x80)
    {
      g_string_append_c (self->folded, g_ascii_tolower (*letter));
    }
  else
    {
      g_autofree char *alone = g_strndup (letter, (gsize) (g_utf8_next_char (letter) - letter));
      g_autofree char *folded = aj_text_fold (alone);

      g_string_append (self->folded, folded);
    }
  for (gsize i = before; i < self->folded->len; i++)
    g_array_append_val (self->origins, origin);
}

AjSearchMap *
aj_search_map_new (const char *text)
{
  AjSearchMap *self = g_new0 (AjSearchMap, 1);

  self->text = text;
  self->folded = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (self, p);
  aj_search_append_numbers (self->folded, text, self->origins);
  return self;
}

void
aj_search_map_free (AjSearchMap *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->origins);
  g_free (self);
}

gboolean
aj_search_map_has (AjSearchMap *self, const char *word)
{
  return strstr (self->folded->str, word) != NULL;
}

/* The piece of the text that became the @length bytes at @place of the folded form. */
static AjSearchRange
get_range (AjSearchMap *self, gsize place, gsize length)
{
  AjSearchRange range = { .start = g_array_index (self->origins, guint, place) };
  const char *end = self->text + g_array_index (self->origins, guint, place + length - 1);

  /* An accent that stands apart belongs to its letter. */
  do
    end = g_utf8_next_char (end);
  while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end)));
  range.end = (guint) (end - self->text);
  return range;
}

static gboolean
is_at_start (AjSearchMap *self, const char *found)
{
  return found == self->folded->str || ((guchar) found[-1] < 0x80 && !g_ascii_isalnum (found[-1]));
}

/* Where words begin with @word, or else the first place where it stands. */
static void
add_ranges (AjSearchMap *self, const char *word, GArray *ranges)
{
  const gsize length = strlen (word);
  const char *first = strstr (self->folded->str, word);
  const guint before = ranges->len;

  for (const char *p = first; p != NULL; p = strstr (p + length, word))
    if (is_at_start (self, p))
      {
        AjSearchRange range = get_range (self, (gsize) (p - self->folded->str), length);

        g_array_append_val (ranges, range);
      }
  if (first != NULL && ranges->len == before)
    {
      AjSearchRange range = get_range (self, (gsize) (first - self->folded->str), length);

      g_array_append_val (ranges, range);
    }
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const AjSearchRange *x = a;
  const AjSearchRange *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

GArray *
aj_search_map_find_ranges (AjSearchMap *self, const char *const *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (AjSearchRange));

  for (guint i = 0; words[i] != NULL; i++)
    add_ranges (self, words[i], ranges);
  g_array_sort (ranges, compare_ranges);
  for (guint i = 1; i < ranges->len;)
    {
      AjSearchRange *before = &g_array_index (ranges, AjSearchRange, i - 1);
      const AjSearchRange *range = &g_array_index (ranges, AjSearchRange, i);

      if (range->start > before->end)
        {
          i++;
          continue;
        }
      before->end = MAX (before->end, range->end);
      g_array_remove_index (ranges, i);
    }
  return ranges;
}

/* Where the first of @words that is there begins; the beginning when none is. */
static const char *
find_first (AjSearchMap *self, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (self->folded->str, words[i]);

      if (found != NULL && *found != '\0')
        return self->text + g_array_index (self->origins, guint, found - self->folded->str);
    }
  return self->text;
}

/* The beginning of the first whole word from @limit letters before @found. */
static const char *
find_start (AjSearchMap *self, const char *found, guint limit)
{
  const char *start = found;
  const char *word = found;

  for (guint i = 0; i < limit && start > self->text; i++)
    {
      start = g_utf8_prev_char (start);
      if (start == self->text || g_ascii_isspace (start[-1]))
        word = start;
    }
  return start == self->text ? start : word;
}

char *
aj_search_map_dup_snippet (AjSearchMap *self, const char *const *words)
{
  const char *start = find_start (self, find_first (self, words), MAX_BEFORE);
  g_autofree char *line = aj_text_clean_line (start);
  g_autofree char *piece = aj_text_truncate_utf16 (line, MAX_SNIPPET);

  return start > self->text ? g_strconcat ("…", piece, NULL) : g_steal_pointer (&piece);
}
