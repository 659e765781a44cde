/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-text.h"

#include <string.h>

#define SOFT_HYPHEN "\u00AD"
/* How much of a tile's height the name may have; the rest is for the mark and the count. */
#define SHARE     0.66
#define MAX_LINES 3
#define LARGEST   15.0
/* A letter before the break is no help to a reader. */
#define MIN_START 3

/* What the names of places end with, longest first where one is the end of another. */
static const char *const endings[] = {
  "bergen", "polder", "landen", "streek", "veense", "schoten", "meren", "horst", "doorn",   "hoorn",
  "voort",  "waard",  "drecht", "broek",  "bommel", "betuwe",  "stein", "daal",  "land",    "rand",
  "wijk",   "zeel",   "berg",   "veld",   "veen",   "stad",    "dijk",  "oord",  "gein",    "kamp",
  "dam",    "rug",    "chem",   "zaal",   "heim",   "waal",    "wold",  "mond",  "waarden", NULL,
};

static void
append_word (GString *text, const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize end = strlen (endings[i]);

      if (length >= end + MIN_START && g_str_has_suffix (word, endings[i]))
        {
          g_string_append_len (text, word, (gssize) (length - end));
          g_string_append (text, SOFT_HYPHEN);
          g_string_append (text, endings[i]);
          return;
        }
    }
  g_string_append (text, word);
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

static gboolean
fits (PangoLayout *layout, double letter, double width, double height, int max_lines)
{
  g_autoptr (PangoFontDescription) font = NULL;
  PangoRectangle extents;

  font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font, letter * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_extents (layout, NULL, &extents);
  return extents.width <= width * PANGO_SCALE && extents.height <= height * PANGO_SCALE &&
         pango_layout_get_line_count (layout) <= max_lines;
}

gboolean
aj_map_text_fit (PangoLayout *layout, const AjMapTile *tile, double size, double smallest)
{
  static const double steps[] = { 1, 0.9, 0.8 };
  double width = size - MAX (2, size * 0.08);
  double largest = CLAMP (size * 0.21, smallest, LARGEST);
  g_autofree char *name = aj_map_text_hyphenate (tile->name);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_spacing (layout, -PANGO_SCALE);
  pango_layout_set_text (layout, name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (fits (layout, MAX (largest * steps[i], smallest), width, size * SHARE, MAX_LINES))
      return TRUE;
  pango_layout_set_text (layout, tile->short_name, -1);
  return fits (layout, CLAMP (size * 0.3, smallest, LARGEST), width, size * SHARE, 1) ||
         fits (layout, smallest, width + 2, size * SHARE, 1);
}
