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

/* A4, lying, in points. */
#define AJ_TIMELINE_PAGE_WIDTH  841.89
#define AJ_TIMELINE_PAGE_HEIGHT 595.28

/* As many pages as its rows take, each with the title, the months or weeks above and the names of the rows; then the same
 * as a list, for who cannot see a picture. Ends each page but the last one. */
void aj_timeline_page_draw (cairo_t *cr, const AjTimelinePaper *paper);

G_END_DECLS
