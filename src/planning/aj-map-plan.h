/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-map-state.h"

G_BEGIN_DECLS

/**
 * AjMapPlan:
 *
 * Where everything of a map of tiles is, for the window and for paper alike: the tiles, the outline of
 * each district and its name above it, and below them whose place is not known, under words that say so. Made once for a
 * state; sizes follow from the size of a tile.
 */
typedef struct _AjMapPlan AjMapPlan;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AjMapRect;

/* Lengths that go with a size of tile, in the same unit. */
typedef struct
{
  double tile;  /* one side */
  double gap;   /* between two tiles */
  double label; /* the height of a line with names of districts */
} AjMapMeasure;

/* One stroke of an outline, horizontal or vertical, of no thickness. */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} AjMapStroke;

/* The name of a district, or the words over whose place is not known, and the room there is for it. */
typedef struct
{
  const char *name; /* (borrowed) */
  AjMapRect rect;
} AjMapLabel;

AjMapPlan *aj_map_plan_new (AjMapState *state);
void aj_map_plan_free (AjMapPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjMapPlan, aj_map_plan_free)

/* 0 by 0 for an empty map. */
void
aj_map_plan_get_size (AjMapPlan *self, const AjMapMeasure *measure, double *width, double *height);
/* The tile of that index. */
AjMapRect aj_map_plan_get_tile (AjMapPlan *self, const AjMapMeasure *measure, guint index);
/* (element-type AjMapStroke) (transfer full): around every district. */
GArray *aj_map_plan_list_strokes (AjMapPlan *self, const AjMapMeasure *measure);
guint aj_map_plan_get_n_labels (AjMapPlan *self);
AjMapLabel aj_map_plan_get_label (AjMapPlan *self, const AjMapMeasure *measure, guint index);

G_END_DECLS
