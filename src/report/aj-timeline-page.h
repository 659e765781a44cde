/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "aj-timeline-plan.h"

G_BEGIN_DECLS

/* A timeline as it is printed. Nothing of it changes meanwhile. */
typedef struct
{
  const char *title;
  const char *note; /* (nullable): below the title */
  GPtrArray *bars;  /* (element-type AjTimelineBar) */
  AjDateRange
      days; /* beside each other on each page; an end that is AJ_DATE_NONE: as far as there is something */
  AjDate today;     /* where the line stands, or AJ_DATE_NONE */
  GArray *days_off; /* (nullable) (element-type AjDate): shaded, as weekends are */
} AjTimelinePaper;

/* (transfer full): its own texts, and the same arrays, which are not to be changed. */
AjTimelinePaper *aj_timeline_paper_copy (const AjTimelinePaper *self);
/* Of one that was copied. */
void aj_timeline_paper_free (AjTimelinePaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjTimelinePaper, aj_timeline_paper_free)

/* A4, lying, in points. */
#define AJ_TIMELINE_PAGE_WIDTH  841.89
#define AJ_TIMELINE_PAGE_HEIGHT 595.28

/* As many pages as its rows take, each with the title, the months or weeks above and the names of the rows; then the same
 * as a list, for who cannot see a picture. Ends each page but the last one. */
void aj_timeline_page_draw (cairo_t *cr, const AjTimelinePaper *paper);

/* Without the list: how many pages there are, and one of them, from 0. */
guint aj_timeline_page_count (const AjTimelinePaper *paper);
void aj_timeline_page_draw_one (cairo_t *cr, const AjTimelinePaper *paper, guint page);

/* As one picture, as wide as a page: how high it is, and the picture. */
double aj_timeline_page_measure_whole (const AjTimelinePaper *paper);
void aj_timeline_page_draw_whole (cairo_t *cr, const AjTimelinePaper *paper);

G_END_DECLS
