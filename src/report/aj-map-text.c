/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-text.h"

#include <math.h>
#include <string.h>

#define SOFT_HYPHEN "\u00AD"
/* How much of a tile's height the name may have; the rest is for the mark and the count. */
#define SHARE     0.72
#define MAX_LINES 3
/* A letter to measure with, and from one size to the next smaller one. Few different sizes, for each is a font of its own to
 * the drawing library. */
#define TRIAL 16.0
#define STEP  0.5
/* No name is narrower, in letters. */
#define NARROWEST 0.1
/* A letter before the break is no help to a reader. */
#define MIN_START 3
/* Three letters are a short name, and a full stop in the place of one letter is no gain. */
#define MIN_CUT 4

/* What the names of places end with and are made of, longest first where one is the end of another. */
static const char *const endings[] = {
  "wijker", "bergen", "polder", "landen", "streek",  "veense", "schoten", "meren",
  "horst",  "doorn",  "hoorn",  "voort",  "waarden", "waard",  "drecht",  "broek",
  "bommel", "betuwe", "stein",  "daal",   "land",    "rand",   "wijk",    "zeel",
  "berg",   "borg",   "veld",   "veen",   "stad",    "dijk",   "oord",    "gein",
  "kamp",   "dam",    "rug",    "chem",   "zaal",    "heim",   "waal",    "wold",
  "mond",   "water",  "ningen", "lingen", "driel",   "burg",   "burgh",   "huizen",
  "kerk",   "zwaag",  "meer",   "recht",  "loo",     "beek",   NULL,
};

static const char *
find_ending (const char *word, gsize length)
{
  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize end = strlen (endings[i]);

      if (length >= end + MIN_START && strncmp (word + length - end, endings[i], end) == 0)
        return endings[i];
    }
  return NULL;
}

/* Where two consonants are the same, a Dutch word may be broken between them. */
static gsize
find_double (const char *word)
{
  gsize length = strlen (word);

  for (gsize i = MIN_START; i + MIN_START <= length; i++)
    if (word[i] == word[i - 1] && strchr ("bdfgklmnprst", word[i]) != NULL)
      return i;
  return 0;
}

/* From the end on, for a long name may be broken twice. */
static void
append_word (GString *text, const char *word)
{
  g_autoptr (GString) broken = g_string_new (word);
  gsize length = strlen (word);
  gsize middle = find_double (word);
  const char *ending;

  if (find_ending (word, length) == NULL && middle > 0)
    g_string_insert (broken, (gssize) middle, SOFT_HYPHEN);
  while ((ending = find_ending (word, length)) != NULL)
    {
      length -= strlen (ending);
      g_string_insert (broken, (gssize) length, SOFT_HYPHEN);
    }
  g_string_append (text, broken->str);
}

char *
aj_map_text_hyphenate (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_word (text, words[i]);
    }
  return g_string_free (text, FALSE);
}

static void
set_letter (PangoLayout *layout, double letter)
{
  g_autoptr (PangoFontDescription) font = NULL;

  font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font, letter * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
}

static gboolean
fits (PangoLayout *layout, double letter, double width, double height, int max_lines)
{
  PangoRectangle extents;

  set_letter (layout, letter);
  pango_layout_get_extents (layout, NULL, &extents);
  return extents.width <= width * PANGO_SCALE && extents.height <= height * PANGO_SCALE &&
         pango_layout_get_line_count (layout) <= max_lines;
}

/* How wide the widest part is that cannot be broken, as a multiple of the letter: without any room each part stands on a
 * line of its own. */
static double
find_widest (PangoLayout *layout)
{
  PangoRectangle extents;

  set_letter (layout, TRIAL);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &extents);
  return MAX (extents.width / (TRIAL * PANGO_SCALE), NARROWEST);
}

static double
round_down (double letter)
{
  return floor (letter / STEP) * STEP;
}

/* As much of the beginning as fits, with a full stop; FALSE when that is no more than a short name. */
static gboolean
cut_off (PangoLayout *layout, const char *name, double letter, double width, double height)
{
  for (glong n = g_utf8_strlen (name, -1) - 2; n >= MIN_CUT; n--)
    {
      g_autofree char *start = g_utf8_substring (name, 0, n);
      g_autofree char *text = g_strconcat (start, ".", NULL);

      pango_layout_set_text (layout, text, -1);
      if (fits (layout, letter, width, height, 1))
        return TRUE;
    }
  return FALSE;
}

gboolean
aj_map_text_fit (PangoLayout *layout,
                 const AjMapTile *tile,
                 double size,
                 const AjMapLetters *letters,
                 double *widest)
{
  double width = size - MAX (2, size * 0.05), height = size * SHARE;
  double largest = CLAMP (size * letters->share, letters->smallest, letters->largest);
  g_autofree char *name = aj_map_text_hyphenate (tile->name);
  double letter;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_spacing (layout, -PANGO_SCALE);
  pango_layout_set_text (layout, name, -1);
  if (*widest <= 0)
    *widest = find_widest (layout);
  letter = round_down (MIN (largest, width / *widest));
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  for (; letter >= letters->smallest; letter -= STEP)
    if (fits (layout, letter, width, height, MAX_LINES))
      return TRUE;
  if (cut_off (layout, tile->name, letters->smallest, width, height))
    return TRUE;
  pango_layout_set_text (layout, tile->short_name, -1);
  for (letter = round_down (largest); letter >= letters->smallest; letter -= STEP)
    if (fits (layout, letter, width, height, 1))
      return TRUE;
  return FALSE;
}
