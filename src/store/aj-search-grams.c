/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-grams.h"

/* The longest run of letters that is kept; "prefix" of the FTS5 table goes up to it, and its mark. */
#define GRAM 4
/* Where the marks of types come from: letters of a script that no term here is written in. */
#define FIRST_MARK 0x4E00
#define N_MARKS    0x5000
/* Signs of ASCII, which FTS5's tokenizer would part words at, in the private area of Unicode. */
#define SIGNS 0xE000

/* A letter for the type and place, out of its name (FNV-1a), so that no list of them has to be kept. Two that shared one
 * would find too much, and lose it again when the rows are looked through. */
static gunichar
get_mark (const AjRecordType *type, AjSearchPlace place)
{
  guint32 hash = 2166136261U;

  for (const char *p = type->name; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * 16777619U;
  return FIRST_MARK + (hash + place) % N_MARKS;
}

/* The run of up to GRAM letters at @start, marked, in letters that the tokenizer takes as they are. */
static void
append_gram (GString *grams, gunichar mark, const char *start)
{
  g_string_append_unichar (grams, mark);
  for (guint i = 0; i < GRAM && *start != '\0' && !g_ascii_isspace (*start); i++)
    {
      gunichar c = g_utf8_get_char (start);

      if (c < 0x80 && !g_ascii_isalnum ((char) c))
        c += SIGNS;
      g_string_append_unichar (grams, c);
      start = g_utf8_next_char (start);
    }
}

/* Every run in every word of @text (@starts_only: the first of each word), each with a blank behind it. */
static void
append_grams (GString *grams, gunichar mark, const char *text, gboolean starts_only)
{
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isspace (*p))
        {
          in_word = FALSE;
          continue;
        }
      if (!in_word || !starts_only)
        {
          append_gram (grams, mark, p);
          g_string_append_c (grams, ' ');
        }
      in_word = TRUE;
    }
}

/* Of a long word every second run is asked for: each has to be looked up in every part of the index, and one that overlaps
 * two others hardly ever leaves anything out that they let through. Runs that do not overlap would let "netwexam" through
 * where "netwerk.example" stands. */
#define STEP (GRAM / 2)

/* The run of @word from its letter @i on, unless it is asked for already: words that begin alike have most in common, and
 * each run that many records have costs. A short word is the beginning of a run. */
static void
add_run (GPtrArray *runs, gunichar mark, const char *word, glong i)
{
  g_autoptr (GString) run = g_string_new ("\"");

  append_gram (run, mark, g_utf8_offset_to_pointer (word, i));
  g_string_append (run, g_utf8_strlen (word, -1) < GRAM ? "\" *" : "\"");
  if (!g_ptr_array_find_with_equal_func (runs, run->str, g_str_equal, NULL))
    g_ptr_array_add (runs, g_strdup (run->str));
}

/* Of a word's start in a title only the first run is kept. Were no more asked, a file whose titles all begin alike would let
 * every row through to be read; the rest of the word stands among the runs of the text. */
static void
add_runs (GPtrArray *runs, const AjRecordType *type, AjSearchPlace place, const char *word)
{
  const glong last = MAX (g_utf8_strlen (word, -1) - GRAM, 0);

  add_run (runs, get_mark (type, place), word, 0);
  for (glong i = 0; i < last;)
    {
      i = MIN (i + STEP, last);
      add_run (runs, get_mark (type, AJ_SEARCH_ANYWHERE), word, i);
    }
}

static char *
match_words (const AjRecordType *type, AjSearchPlace place, const char *const *words)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    add_runs (runs, type, place, words[i]);
  g_ptr_array_add (runs, NULL);
  return g_strjoinv (" ", (GStrv) runs->pdata);
}

char *
aj_search_grams_make (const AjRecordType *type, const char *text, const char *title)
{
  GString *grams = g_string_new (NULL);

  append_grams (grams, get_mark (type, AJ_SEARCH_ANYWHERE), text, FALSE);
  append_grams (grams, get_mark (type, AJ_SEARCH_TITLE_START), title, TRUE);
  return g_string_free (grams, FALSE);
}

char *
aj_search_grams_match (const AjRecordType *type, AjSearchPlace place, const AjSearchWords *words)
{
  const char *const number[] = { words->number, NULL };
  g_autofree char *match = match_words (type, place, (const char *const *) words->words);
  g_autofree char *other = NULL;

  if (words->number == NULL || place != AJ_SEARCH_ANYWHERE)
    return g_steal_pointer (&match);
  other = match_words (type, place, number);
  return g_strdup_printf ("(%s) OR (%s)", match, other);
}
