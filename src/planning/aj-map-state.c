/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"
#include "aj-tile-layout.h"

#define SHORT_LENGTH 3

struct _AjMapState
{
  gatomicrefcount references;
  char *title;        /* (owned) */
  char *note;         /* (owned) (nullable) */
  char *class_title;  /* (owned) (nullable) */
  char *count_label;  /* (owned) (nullable) */
  GArray *classes;    /* (owned) (element-type AjMapClass) */
  GArray *tiles;      /* (owned) (element-type AjMapTile) */
  GHashTable *places; /* (owned) (nullable) (element-type utf8 guint): id to index + 1 */
};

G_DEFINE_BOXED_TYPE (AjMapState, aj_map_state, aj_map_state_ref, aj_map_state_unref)

static void
clear_class (gpointer data)
{
  AjMapClass *class = data;

  g_free ((char *) class->label);
}

static void
clear_tile (gpointer data)
{
  AjMapTile *tile = data;

  g_free ((char *) tile->id);
  g_free ((char *) tile->name);
  g_free ((char *) tile->district);
  g_free ((char *) tile->text);
  g_free ((char *) tile->short_name);
  g_strfreev ((char **) tile->lines);
}

AjMapState *
aj_map_state_new (const char *title)
{
  AjMapState *self = g_new0 (AjMapState, 1);

  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->classes = g_array_new (FALSE, FALSE, sizeof (AjMapClass));
  g_array_set_clear_func (self->classes, clear_class);
  self->tiles = g_array_new (FALSE, FALSE, sizeof (AjMapTile));
  g_array_set_clear_func (self->tiles, clear_tile);
  return self;
}

AjMapState *
aj_map_state_ref (AjMapState *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_map_state_unref (AjMapState *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_array_unref (self->classes);
  g_array_unref (self->tiles);
  g_free (self->title);
  g_free (self->note);
  g_free (self->class_title);
  g_free (self->count_label);
  g_free (self);
}

guint
aj_map_state_add_class (AjMapState *self, const AjMapClass *class)
{
  AjMapClass copy = *class;

  copy.label = g_strdup (class->label);
  g_array_append_val (self->classes, copy);
  return self->classes->len - 1;
}

void
aj_map_state_add_tile (AjMapState *self, const AjMapTile *tile)
{
  AjMapTile copy = *tile;

  g_return_if_fail (tile->state < self->classes->len);

  copy.id = g_strdup (tile->id);
  copy.name = g_strdup (tile->name);
  copy.district = g_strdup (tile->district);
  copy.text = g_strdup (tile->text);
  copy.short_name = NULL;
  copy.lines = (const char *const *) g_strdupv ((char **) tile->lines);
  g_array_append_val (self->tiles, copy);
}

void
aj_map_state_set_note (AjMapState *self, const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

void
aj_map_state_set_class_title (AjMapState *self, const char *title)
{
  g_free (self->class_title);
  self->class_title = g_strdup (title);
}

void
aj_map_state_set_count_label (AjMapState *self, const char *label)
{
  g_free (self->count_label);
  self->count_label = g_strdup (label);
}

static int
compare_tiles (gconstpointer a, gconstpointer b)
{
  const AjMapTile *first = a, *second = b;

  if (first->row != second->row)
    return first->row - second->row;
  return first->column - second->column;
}

static void
lay_out (AjMapState *self)
{
  g_autofree AjTileSpot *spots = g_new0 (AjTileSpot, self->tiles->len + 1);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const AjMapTile *tile = aj_map_state_get_tile (self, i);

      spots[i] = (AjTileSpot){ .name = tile->name,
                               .id = tile->id,
                               .district = tile->district,
                               .has_tile = tile->has_tile,
                               .has_position = tile->has_position,
                               .latitude = tile->latitude,
                               .longitude = tile->longitude,
                               .column = tile->column,
                               .row = tile->row };
    }
  aj_tile_layout_place (spots, self->tiles->len);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      AjMapTile *tile = &g_array_index (self->tiles, AjMapTile, i);

      tile->column = spots[i].column;
      tile->row = spots[i].row;
      tile->is_apart = spots[i].is_apart;
    }
}

static char *
make_initials (char **words)
{
  g_autoptr (GString) initials = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "IJ"))
      g_string_append (initials, "IJ");
    else if (*words[i] != '\0')
      g_string_append_unichar (initials, g_utf8_get_char (words[i]));
  return g_strdup (initials->str);
}

/* "Hof van Twente" is HvT, "Apeldoorn" Ape; where that is taken, the third letter comes from further on. */
static char *
make_short_name (const char *name, GHashTable *taken)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -/.", -1);
  g_autofree char *initials = make_initials (words);
  g_autofree char *start = NULL;
  g_autofree char *first = NULL;

  if (g_utf8_strlen (initials, -1) > 1 && g_hash_table_add (taken, g_strdup (initials)))
    return g_steal_pointer (&initials);
  start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), SHORT_LENGTH));
  if (g_hash_table_add (taken, g_strdup (start)))
    return g_steal_pointer (&start);
  first = g_utf8_substring (start, 0, MIN (g_utf8_strlen (start, -1), SHORT_LENGTH - 1));
  for (const char *p = g_utf8_offset_to_pointer (name, g_utf8_strlen (start, -1)); *p != '\0';
       p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *candidate = g_strconcat (first, letter, NULL);

      if (g_unichar_isalnum (g_utf8_get_char (p)) && g_hash_table_add (taken, g_strdup (candidate)))
        return g_steal_pointer (&candidate);
    }
  return g_steal_pointer (&start);
}

static void
make_short_names (AjMapState *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      AjMapTile *tile = &g_array_index (self->tiles, AjMapTile, i);

      tile->short_name = make_short_name (tile->name, taken);
    }
}

void
aj_map_state_settle (AjMapState *self)
{
  g_return_if_fail (self->places == NULL);

  lay_out (self);
  g_array_sort (self->tiles, compare_tiles);
  make_short_names (self);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->tiles->len; i++)
    g_hash_table_insert (self->places, (gpointer) aj_map_state_get_tile (self, i)->id,
                         GUINT_TO_POINTER (i + 1));
}

const char *
aj_map_state_get_title (AjMapState *self)
{
  return self->title;
}

const char *
aj_map_state_get_note (AjMapState *self)
{
  return self->note;
}

char *
aj_map_state_dup_name (AjMapState *self)
{
  if (self->note == NULL)
    return g_strdup (self->title);
  /* Translators: the title of a map, and its note: "Municipalities by District. As of 1 March 2026". */
  return g_strdup_printf (C_ ("map", "%1$s. %2$s"), self->title, self->note);
}

const char *
aj_map_state_get_class_title (AjMapState *self)
{
  return self->class_title != NULL ? self->class_title : _ ("State");
}

const char *
aj_map_state_get_count_label (AjMapState *self)
{
  return self->count_label;
}

guint
aj_map_state_get_n_classes (AjMapState *self)
{
  return self->classes->len;
}

const AjMapClass *
aj_map_state_get_class (AjMapState *self, guint index)
{
  return &g_array_index (self->classes, AjMapClass, index);
}

guint
aj_map_state_count_class (AjMapState *self, guint index)
{
  guint n = 0;

  for (guint i = 0; i < self->tiles->len; i++)
    if (aj_map_state_get_tile (self, i)->state == index)
      n++;
  return n;
}

guint
aj_map_state_get_n_tiles (AjMapState *self)
{
  return self->tiles->len;
}

const AjMapTile *
aj_map_state_get_tile (AjMapState *self, guint index)
{
  return &g_array_index (self->tiles, AjMapTile, index);
}

int
aj_map_state_find (AjMapState *self, const char *id)
{
  if (self->places == NULL || id == NULL)
    return -1;
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id)) - 1;
}

char *
aj_map_state_describe (AjMapState *self, guint index)
{
  const AjMapTile *tile = aj_map_state_get_tile (self, index);
  const AjMapClass *class = aj_map_state_get_class (self, tile->state);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *counted = NULL;

  g_ptr_array_add (parts, (gpointer) tile->name);
  if (tile->district != NULL && strcmp (tile->district, class->label) != 0)
    g_ptr_array_add (parts, (gpointer) tile->district);
  g_ptr_array_add (parts, (gpointer) class->label);
  if (self->count_label != NULL && tile->count >= 0)
    {
      /* Translators: what is counted ("Activities"), and how many. */
      counted = g_strdup_printf (C_ ("map", "%1$s: %2$d"), self->count_label, (int) tile->count);
      g_ptr_array_add (parts, counted);
    }
  else if (tile->text != NULL)
    g_ptr_array_add (parts, (gpointer) tile->text);
  if (tile->is_apart)
    /* Translators: of a municipality, in a row with what else is said of it: where it lies is not known. */
    g_ptr_array_add (parts, (gpointer) C_ ("map", "place unknown"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* Straight on before aside: a tile three further in the same row comes before one that is a row off and one further. */
static int
get_way (int ahead, int aside)
{
  return ahead + 3 * ABS (aside);
}

int
aj_map_state_walk (AjMapState *self, guint from, AjMapDirection direction)
{
  const AjMapTile *here = aj_map_state_get_tile (self, from);
  int best = -1, least = G_MAXINT;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const AjMapTile *there = aj_map_state_get_tile (self, i);
      int across = there->column - here->column, down = there->row - here->row;
      int ahead = direction == AJ_MAP_LEFT    ? -across
                  : direction == AJ_MAP_RIGHT ? across
                  : direction == AJ_MAP_UP    ? -down
                                              : down;
      int aside = direction == AJ_MAP_LEFT || direction == AJ_MAP_RIGHT ? down : across;

      if (ahead > 0 && get_way (ahead, aside) < least)
        {
          least = get_way (ahead, aside);
          best = (int) i;
        }
    }
  return best;
}

int
aj_map_state_find_name (AjMapState *self, const char *text, int from)
{
  g_autofree char *wanted = aj_text_fold (text);
  guint n = self->tiles->len;

  if (*wanted == '\0')
    return -1;
  for (guint i = 1; i <= n; i++)
    {
      guint index = ((guint) (from + 1) + i - 1) % n;
      g_autofree char *name = aj_text_fold (aj_map_state_get_tile (self, index)->name);

      if (g_str_has_prefix (name, wanted))
        return (int) index;
    }
  return -1;
}
