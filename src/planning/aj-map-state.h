/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a colour says. Never alone: a mark or a pattern says the same. */
typedef enum
{
  AJ_MAP_TONE_PLAIN,
  AJ_MAP_TONE_GOOD,
  AJ_MAP_TONE_WAIT,
  AJ_MAP_TONE_BAD,
  AJ_MAP_TONE_ACCENT,
  /* Only to tell apart; fit for who is colour-blind. */
  AJ_MAP_TONE_1,
  AJ_MAP_TONE_2,
  AJ_MAP_TONE_3,
  AJ_MAP_TONE_4,
  AJ_MAP_TONE_5,
  AJ_MAP_TONE_6,
  AJ_MAP_TONE_7,
  AJ_MAP_TONE_8,
  AJ_MAP_N_TONES,
} AjMapTone;

/* A small drawing that means the same in black and white. */
typedef enum
{
  AJ_MAP_MARK_NONE,
  AJ_MAP_MARK_CHECK,
  AJ_MAP_MARK_DASH,
  AJ_MAP_MARK_DOTS,
  AJ_MAP_MARK_CROSS,
  AJ_MAP_MARK_PLUS,
  AJ_MAP_MARK_DISC,
  AJ_MAP_MARK_RING,
  AJ_MAP_MARK_SQUARE,
  AJ_MAP_MARK_FRAME,
  AJ_MAP_MARK_TRIANGLE,
  AJ_MAP_MARK_DIAMOND,
  AJ_MAP_MARK_HALF,
  AJ_MAP_N_MARKS,
} AjMapMark;

/* One line of the legend: a state in which a municipality can be. */
typedef struct
{
  const char *label; /* shown: "Reminded" */
  AjMapTone tone;
  AjMapMark mark;
  gboolean hatched; /* the ground of the tile is striped */
} AjMapClass;

/* One municipality. */
typedef struct
{
  const char *id;
  const char *name;
  const char *district; /* (nullable): its name */
  guint state;          /* which line of the legend */
  const char *text;     /* (nullable): a few characters in the corner: "4", "2×" */
  gint64 count;         /* for sorting, and said with aj_map_state_set_count_label(); -1: none */
  const char *const *lines; /* (nullable): what else the card says; ends with NULL */
  gboolean has_tile;        /* column and row are known */
  int column;
  int row;
  gboolean has_position; /* latitude and longitude are known */
  double latitude;
  double longitude;
  const char *short_name; /* filled in: three letters or so, different for each */
  gboolean is_apart; /* filled in: its place is not known, so it stands apart, below the others */
} AjMapTile;

#define AJ_TYPE_MAP_STATE (aj_map_state_get_type ())

/**
 * AjMapState:
 *
 * All that a map of tiles shows, as plain data: the window's map, the table beside it and what is
 * printed are made of the same one. Filled by whoever makes it, settled once, then never changed.
 */
typedef struct _AjMapState AjMapState;

GType aj_map_state_get_type (void);

/* @title is shown above a saved map: "Municipalities by district". */
AjMapState *aj_map_state_new (const char *title);
AjMapState *aj_map_state_ref (AjMapState *self);
void aj_map_state_unref (AjMapState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMapState, aj_map_state_unref)

/* Copies; the index of the line. */
guint aj_map_state_add_class (AjMapState *self, const AjMapClass *class);
/* Copies. */
void aj_map_state_add_tile (AjMapState *self, const AjMapTile *tile);
/* A sentence for below a saved map: "As of 1 March 2026". */
void aj_map_state_set_note (AjMapState *self, const char *note);
/* What the states are about, as the title of a column: "Last contact"; "State" unless something else is said. */
void aj_map_state_set_class_title (AjMapState *self, const char *title);
/* What is counted, as the title of a column: "Activities"; NULL, as at first: nothing is. */
void aj_map_state_set_count_label (AjMapState *self, const char *label);
/* Gives every municipality its tile and its short name, by aj_tile_layout_place(), and sorts them by row and column. */
void aj_map_state_settle (AjMapState *self);

const char *aj_map_state_get_title (AjMapState *self);
/* (nullable) */
const char *aj_map_state_get_note (AjMapState *self);
/* (transfer full): the title and the note in one line, for who does not see it. */
char *aj_map_state_dup_name (AjMapState *self);
const char *aj_map_state_get_class_title (AjMapState *self);
/* (nullable) */
const char *aj_map_state_get_count_label (AjMapState *self);
guint aj_map_state_get_n_classes (AjMapState *self);
const AjMapClass *aj_map_state_get_class (AjMapState *self, guint index);
/* How many municipalities are in that state. */
guint aj_map_state_count_class (AjMapState *self, guint index);
guint aj_map_state_get_n_tiles (AjMapState *self);
const AjMapTile *aj_map_state_get_tile (AjMapState *self, guint index);
/* The index, or -1. */
int aj_map_state_find (AjMapState *self, const char *id);
/* (transfer full): "Apeldoorn, Noord- en Oost-Gelderland, reminded, 2 activities": one line for who does not see it. */
char *aj_map_state_describe (AjMapState *self, guint index);

typedef enum
{
  AJ_MAP_LEFT,
  AJ_MAP_RIGHT,
  AJ_MAP_UP,
  AJ_MAP_DOWN,
} AjMapDirection;

/* The nearest tile in that direction, over gaps too; -1 at the edge. */
int aj_map_state_walk (AjMapState *self, guint from, AjMapDirection direction);
/* The next tile after @from (-1: none) whose name starts with @text, whatever its case and accents; round; -1: none. */
int aj_map_state_find_name (AjMapState *self, const char *text, int from);

G_END_DECLS
