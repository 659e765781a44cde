/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "aj-date.h"
#include "aj-map-state.h"

G_BEGIN_DECLS

typedef enum
{
  AJ_TIMELINE_KIND_SPAN,
  AJ_TIMELINE_KIND_MILESTONE, /* one day */
} AjTimelineKind;

/* All that a timeline knows of what it shows. */
typedef struct
{
  const char *id;  /* what it is known by when it changes */
  const char *row; /* bars with the same one lie in the same row; never shown */
  const char *row_label;
  const char *title;
  const char *note;        /* (nullable): what else is said of it */
  AjDateRange days;        /* of a milestone the first alone counts */
  const AjMapClass *state; /* (nullable): its colour, with a mark and a word that say the same */
  AjTimelineKind kind;
  gboolean movable;
  gboolean stretchable; /* either end; an open one stays open */
} AjTimelineFacts;

#define AJ_TYPE_TIMELINE_BAR (aj_timeline_bar_get_type ())

/**
 * AjTimelineBar:
 *
 * A bar or a milestone of a timeline. Never changes: what changes gets a new one with the same id. Any thread may read it.
 */
G_DECLARE_FINAL_TYPE (AjTimelineBar, aj_timeline_bar, AJ, TIMELINE_BAR, GObject)

/* Copies. @source (nullable) is for who made it: kept, and given back by aj_timeline_bar_get_source(). A milestone is
 * never stretchable, and what has no first day is no milestone. */
AjTimelineBar *aj_timeline_bar_new (const AjTimelineFacts *facts, GObject *source);
const AjTimelineFacts *aj_timeline_bar_get (AjTimelineBar *self);
/* (nullable) */
GObject *aj_timeline_bar_get_source (AjTimelineBar *self);

/* (transfer full): "3 March to 5 May 2026", "from 3 March 2026"; one day is said once. */
char *aj_timeline_describe_days (const AjDateRange *days);
/* (transfer full): "Echt-Nep, Deventer, 3 March to 5 May 2026, running": one line for who does not see it. @days (nullable)
 * are those it would get. */
char *aj_timeline_bar_describe (AjTimelineBar *self, const AjDateRange *days);

typedef enum
{
  AJ_TIMELINE_GRIP_NONE,
  AJ_TIMELINE_GRIP_WHOLE, /* moves it; it keeps its length */
  AJ_TIMELINE_GRIP_FIRST, /* stretches or shrinks it at its beginning */
  AJ_TIMELINE_GRIP_LAST,
} AjTimelineGrip;

/* By what it is taken at @x of the @width it is drawn with; an end that can be stretched is @edge wide, less on a short
 * bar, which always keeps a middle. NONE where it can not be taken. */
AjTimelineGrip aj_timeline_bar_find_grip (AjTimelineBar *self, double x, double width, double edge);
/* Whether it can be taken by that. */
gboolean aj_timeline_bar_has_grip (AjTimelineBar *self, AjTimelineGrip grip);
/* The days it gets when that is moved @by days: the length stays when it is moved, an end never passes the other one, an
 * open end stays open, and nothing leaves the calendar. */
AjDateRange aj_timeline_shift (const AjDateRange *days, AjTimelineGrip grip, int by);

G_END_DECLS
