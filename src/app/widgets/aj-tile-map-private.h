/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-map-card.h"
#include "aj-map-plan.h"
#include "aj-tile-map.h"

G_BEGIN_DECLS

/* What the files of the map share: the widget itself (aj-tile-map.c), its keys and its pointer. */

struct _AjTileMap
{
  GtkWidget parent_instance;

  AjMapState *map;      /* (owned) (nullable) */
  AjMapPlan *plan;      /* (owned) (nullable) */
  GPtrArray *tiles;     /* (owned) (element-type AjTile): children, as in the map */
  GHashTable *selected; /* (owned) (element-type utf8): ids */
  AjMapCard *card;      /* (owned): a child */
  GtkWidget *band;      /* (owned): a child, around what is dragged over */
  AjMapMeasure measure; /* as allocated */
  int left;             /* where the map begins: it is in the middle */
  char *current;        /* (owned) (nullable) */
  int shown;            /* whose card it is; -1: none */
  int wanted;           /* whose card will be shown */
  guint show_id;

  /* Dragging */
  double start_x;
  double start_y;
  gboolean banded; /* since the button went down */
  GdkRectangle dragged;
  GHashTable *before; /* (owned) (nullable): what was selected when it began */

  /* Typing a name */
  GString *typed; /* (owned) */
  gint64 typed_at;
};

/* The municipalities on the map. */
guint aj_tile_map_count (AjTileMap *self);
const char *aj_tile_map_get_id (AjTileMap *self, guint index);
/* Where the cursor is, or would begin; -1 on an empty map. */
int aj_tile_map_get_cursor (AjTileMap *self);
/* Takes the cursor and the focus there; FALSE for -1. */
gboolean aj_tile_map_go_to (AjTileMap *self, int index);
void aj_tile_map_open (AjTileMap *self, guint index);

GdkRectangle aj_tile_map_get_rect (AjTileMap *self, guint index);
/* The tile at a place, or -1. */
int aj_tile_map_find_at (AjTileMap *self, double x, double y);

void aj_tile_map_show_card (AjTileMap *self, guint index);
void aj_tile_map_hide_card (AjTileMap *self);

/* Changes what is selected, and tells. @index -1: none. */
void aj_tile_map_toggle (AjTileMap *self, guint index);
void aj_tile_map_select_alone (AjTileMap *self, int index);
void aj_tile_map_select_all (AjTileMap *self);
/* After a change of the set itself: on the tiles alone, and told. */
void aj_tile_map_show_selection (AjTileMap *self);
void aj_tile_map_tell_selection (AjTileMap *self);

void aj_tile_map_add_keys (AjTileMap *self);
void aj_tile_map_add_pointer (AjTileMap *self);

G_END_DECLS
