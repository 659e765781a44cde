/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "aj-map-state.h"

G_BEGIN_DECLS

/* The sizes of letters on a tile. */
typedef struct
{
  double share;    /* how much of the tile's side */
  double smallest; /* that can be read */
  double largest;
} AjMapLetters;

/* Lays out the name of a municipality on a tile of @size: whole, in up to three lines, when it can be read so, else its
 * short name; FALSE when there is no room for that either. Sizes are those of Pango's absolute units. @layout is centred
 * and as wide as the tile. @widest (in, out): how wide the name has to be, 0 when it is not known yet; it stays the same for
 * the same name and font, whatever the size. */
gboolean aj_map_text_fit (PangoLayout *layout,
                          const AjMapTile *tile,
                          double size,
                          const AjMapLetters *letters,
                          double *widest);
/* (transfer full): with soft hyphens where the name of a Dutch place may be broken: "Zwartewater-land". */
char *aj_map_text_hyphenate (const char *name);

G_END_DECLS
