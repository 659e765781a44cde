/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "aj-pen.h"

#define MARGIN 36.0
#define TITLE  16.0
#define TEXT   8.0
#define LINE   13.0
#define INSET  3.0
/* Of the list. */
#define LIST_TEXT   10.0
#define LIST_LINE   15.0
#define MOST_NAME   170.0
#define LEAST_SHADE 1.5
#define LETTER      (TEXT * 0.62)

static const AjTimelineMeasure usual = { .day = 1, .lane = 13, .gap = 3, .least = 5 };

/* Paper, what stands on it, and where. */
typedef struct
{
  AjPen pen;
  const AjTimelinePaper *paper;
  AjDateRange days;
  GPtrArray *bars;      /* (owned) (element-type AjTimelineBar): that have a day of those */
  AjTimelinePlan *plan; /* (owned) */
  AjTimelineScale scale;
  AjTimelineMeasure measure;
  GPtrArray *states; /* (owned) (element-type AjMapClass): of the bars, each once */
  double left;       /* where the days begin */
  double width;      /* of all of them */
  double head;       /* below the title */
  double top;        /* of the rows on this page */
  double bottom;     /* above the legend */
  double y;          /* where this page begins in the plan */
} Page;

static const AjTimelineFacts *
get_facts (Page *self, guint index)
{
  return aj_timeline_bar_get (self->bars->pdata[index]);
}

static void
choose_days (Page *self)
{
  AjDateRange all = aj_timeline_find_range (self->paper->bars);

  self->days = self->paper->days;
  if (self->days.first == AJ_DATE_NONE)
    self->days.first = all.first != AJ_DATE_NONE ? all.first : 0;
  if (self->days.last == AJ_DATE_NONE)
    self->days.last = all.last;
  self->days.last = MAX (self->days.last, self->days.first);
}

static void
collect (Page *self)
{
  self->bars = g_ptr_array_new_with_free_func (g_object_unref);
  self->states = g_ptr_array_new ();
  for (guint i = 0; i < self->paper->bars->len; i++)
    {
      AjTimelineBar *bar = self->paper->bars->pdata[i];
      const AjTimelineFacts *facts = aj_timeline_bar_get (bar);
      gboolean known = facts->state == NULL || facts->state->label == NULL;

      if (!aj_date_range_overlaps (&facts->days, &self->days))
        continue;
      g_ptr_array_add (self->bars, g_object_ref (bar));
      for (guint j = 0; j < self->states->len && !known; j++)
        known = g_str_equal (((const AjMapClass *) self->states->pdata[j])->label,
                             facts->state->label);
      if (!known)
        g_ptr_array_add (self->states, (gpointer) facts->state);
    }
}

static double
measure_names (Page *self)
{
  double most = 0;

  for (guint i = 0; i < aj_timeline_plan_get_n_rows (self->plan); i++)
    {
      const char *label = aj_timeline_plan_get_row (self->plan, i).label;

      if (label != NULL && most < MOST_NAME)
        most = MAX (most, aj_pen_measure (&self->pen, label, TEXT));
    }
  return MIN (most, MOST_NAME) + 2 * INSET;
}

static void
plan_page (Page *self)
{
  g_clear_pointer (&self->plan, aj_timeline_plan_free);
  self->plan = aj_timeline_plan_new (self->bars, self->days.first, &self->measure);
}

static void
page_begin (Page *self, cairo_t *cr, const AjTimelinePaper *paper)
{
  *self = (Page){ .paper = paper, .measure = usual };
  aj_pen_begin (&self->pen, cr);
  choose_days (self);
  collect (self);
  /* How wide the names are says how much is left for the days. */
  plan_page (self);
  self->left = MARGIN + measure_names (self);
  self->width = AJ_TIMELINE_PAGE_WIDTH - MARGIN - self->left;
  self->measure.day = self->width / (self->days.last - self->days.first + 1);
  self->scale = (AjTimelineScale){ self->days.first, self->measure.day };
  plan_page (self);
}

static void
page_end (Page *self)
{
  aj_pen_end (&self->pen);
  aj_timeline_plan_free (self->plan);
  g_ptr_array_unref (self->bars);
  g_ptr_array_unref (self->states);
}

static double
get_x (Page *self, AjDate day)
{
  return self->left + aj_timeline_scale_get_x (&self->scale, day);
}

static void
paint (Page *self, double grey, double x, double y, double width, double height)
{
  cairo_set_source_rgb (self->pen.cr, grey, grey, grey);
  cairo_rectangle (self->pen.cr, x, y, width, height);
  cairo_fill (self->pen.cr);
}

/* As many beside each other as fit. Without @drawn only measures. (out) the height. */
static double
draw_legend (Page *self, double top, gboolean drawn)
{
  double x = MARGIN, y = top;

  for (guint i = 0; i < self->states->len; i++)
    {
      const AjMapClass *state = self->states->pdata[i];
      double width = aj_pen_measure (&self->pen, state->label, TEXT) + LINE * 2;

      if (x > MARGIN && x + width > AJ_TIMELINE_PAGE_WIDTH - MARGIN)
        {
          x = MARGIN;
          y += LINE * 1.2;
        }
      if (drawn)
        {
          AjMapRect swatch = { x, y, LINE, LINE };

          aj_pen_draw_ground (&self->pen, state, &swatch, 2);
          aj_pen_draw_mark (&self->pen, state->mark, x + LINE * 0.25, y + LINE * 0.25, LINE * 0.5);
          aj_pen_write (&self->pen, state->label, TEXT, FALSE, x + LINE + INSET, y + 1, 0);
        }
      x += width;
    }
  return self->states->len > 0 ? y + LINE * 1.2 - top : 0;
}

static void
draw_title (Page *self, gboolean is_first)
{
  const AjTimelinePaper *paper = self->paper;
  const char *tag = is_first ? "H1" : "P";
  double width = AJ_TIMELINE_PAGE_WIDTH - 2 * MARGIN, y = MARGIN;

  cairo_tag_begin (self->pen.cr, tag, NULL);
  y += aj_pen_write (&self->pen, paper->title, TITLE, TRUE, MARGIN, y, width);
  cairo_tag_end (self->pen.cr, tag);
  if (paper->note != NULL)
    {
      cairo_tag_begin (self->pen.cr, "P", NULL);
      aj_pen_write (&self->pen, paper->note, LIST_TEXT, FALSE, MARGIN, y, width);
      cairo_tag_end (self->pen.cr, "P");
    }
}

static gboolean
fits (Page *self, AjTimelineUnit unit, AjDate day, gboolean is_upper, int length, double room)
{
  g_autofree char *text = aj_timeline_unit_format (unit, day, is_upper, length);

  return aj_pen_measure (&self->pen, text, TEXT) + (is_upper ? 2 * INSET : 2) <= room;
}

static void
write_unit (Page *self, AjTimelineUnit unit, AjDate day, gboolean is_upper, int length, double y)
{
  AjDate next = aj_timeline_unit_get_next (unit, day);
  double start = MAX (get_x (self, day), self->left);
  double end = self->left + self->width;
  g_autofree char *text = NULL;
  double width;

  if (next != AJ_DATE_NONE)
    end = MIN (end, get_x (self, next));
  while (is_upper && length < AJ_TIMELINE_N_LABELS - 1 &&
         !fits (self, unit, day, TRUE, length, end - start))
    length++;
  if (!fits (self, unit, day, is_upper, length, end - start))
    return;
  text = aj_timeline_unit_format (unit, day, is_upper, length);
  width = aj_pen_measure (&self->pen, text, TEXT);
  aj_pen_write (&self->pen, text, TEXT, FALSE,
                is_upper ? start + INSET : start + (end - start - width) / 2, y + 1, 0);
}

/* The longest in which all of a year can be written, so that they read as a row. */
static int
choose_length (Page *self, AjTimelineUnit unit)
{
  int length = 0;
  AjDate day = aj_timeline_unit_get_first (unit, self->days.first), end = day + 365;

  while (day != AJ_DATE_NONE && day < end && length < AJ_TIMELINE_N_LABELS - 1)
    {
      AjDate next = aj_timeline_unit_get_next (unit, day);

      if (next == AJ_DATE_NONE ||
          fits (self, unit, day, FALSE, length, (next - day) * self->scale.day))
        day = next;
      else
        length++;
    }
  return length;
}

static void
draw_units (
    Page *self, AjTimelineUnit unit, gboolean is_upper, double grey, double y, double bottom)
{
  int length = is_upper ? 0 : choose_length (self, unit);

  for (AjDate day = aj_timeline_unit_get_first (unit, self->days.first);
       day != AJ_DATE_NONE && day <= self->days.last; day = aj_timeline_unit_get_next (unit, day))
    {
      if (day >= self->days.first)
        paint (self, grey, get_x (self, day), y, 0.5, bottom - y);
      write_unit (self, unit, day, is_upper, length, y);
    }
}

static gboolean
is_off (Page *self, AjDate day)
{
  for (guint i = 0; self->paper->days_off != NULL && i < self->paper->days_off->len; i++)
    if (g_array_index (self->paper->days_off, AjDate, i) == day)
      return TRUE;
  return FALSE;
}

static void
shade_days (Page *self, double y, double bottom)
{
  if (self->scale.day < LEAST_SHADE)
    return;
  for (AjDate day = self->days.first; day <= self->days.last; day++)
    if (is_off (self, day))
      paint (self, 0.88, get_x (self, day), y, self->scale.day, bottom - y);
    else if (aj_date_get_weekday (day) >= AJ_WEEKDAY_SATURDAY)
      paint (self, 0.95, get_x (self, day), y, self->scale.day, bottom - y);
}

static void
draw_today (Page *self, double y, double bottom)
{
  if (self->paper->today == AJ_DATE_NONE ||
      !aj_date_range_contains (&self->days, self->paper->today))
    return;
  paint (self, 0.1, get_x (self, self->paper->today) + self->scale.day / 2 - 0.5, y, 1, bottom - y);
}

static void
draw_head (Page *self, double y, double bottom)
{
  AjTimelineUnit lower, upper;

  aj_timeline_choose_units (self->scale.day, LETTER, &lower, &upper);
  shade_days (self, y + 2 * LINE, bottom);
  if (upper != lower)
    draw_units (self, upper, TRUE, 0.5, y, bottom);
  draw_units (self, lower, FALSE, 0.85, y + LINE, bottom);
  draw_today (self, y + 2 * LINE, bottom);
  paint (self, 0.3, MARGIN, y + 2 * LINE, AJ_TIMELINE_PAGE_WIDTH - 2 * MARGIN, 0.75);
}

/* A diamond is as high as a bar. */
static void
draw_milestone (Page *self, const AjTimelineFacts *facts, const AjMapRect *rect)
{
  double side = rect->height / G_SQRT2, mark = rect->height * 0.36;
  double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;
  AjMapRect square = { -side / 2, -side / 2, side, side };

  cairo_save (self->pen.cr);
  cairo_translate (self->pen.cr, x, y);
  cairo_rotate (self->pen.cr, G_PI / 4);
  aj_pen_draw_ground (&self->pen, facts->state, &square, 1);
  cairo_restore (self->pen.cr);
  if (facts->state != NULL)
    aj_pen_draw_mark (&self->pen, facts->state->mark, x - mark / 2, y - mark / 2, mark);
}

/* Where nothing is known of an end, an arrow shows that it goes on. */
static void
draw_open_end (Page *self, double tip, double middle, double direction)
{
  cairo_t *cr = self->pen.cr;

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_set_line_width (cr, 0.8);
  cairo_move_to (cr, tip - 2.5 * direction, middle - 2.5);
  cairo_line_to (cr, tip, middle);
  cairo_line_to (cr, tip - 2.5 * direction, middle + 2.5);
  cairo_stroke (cr);
}

/* (out) where its title can begin. */
static double
draw_span (Page *self, const AjTimelineFacts *facts, const AjMapRect *rect)
{
  double mark = rect->height * 0.46, x = rect->x + INSET;
  double middle = rect->y + rect->height / 2;

  aj_pen_draw_ground (&self->pen, facts->state, rect, MIN (3, rect->width / 2));
  if (facts->days.first == AJ_DATE_NONE)
    {
      draw_open_end (self, rect->x + 2, middle, -1);
      x += 4;
    }
  if (facts->days.last == AJ_DATE_NONE)
    draw_open_end (self, rect->x + rect->width - 2, middle, 1);
  if (facts->state == NULL || facts->state->mark == AJ_MAP_MARK_NONE || rect->width < mark + 2)
    return x;
  if (rect->width < mark + 2 * INSET)
    x = rect->x + (rect->width - mark) / 2;
  aj_pen_draw_mark (&self->pen, facts->state->mark, x, middle - mark / 2, mark);
  return x + mark + INSET;
}

/* Inside the bar when there is room, else behind it up to the next one. */
static void
write_title (Page *self, guint index, const AjMapRect *rect, double inside)
{
  const AjTimelineFacts *facts = get_facts (self, index);
  double end = rect->x + rect->width, room;
  double text = aj_pen_measure (&self->pen, facts->title, TEXT);
  double y = rect->y + (rect->height - TEXT * 1.36) / 2;

  if (facts->kind == AJ_TIMELINE_KIND_SPAN && text <= end - INSET - inside)
    {
      aj_pen_write (&self->pen, facts->title, TEXT, FALSE, inside, y, 0);
      return;
    }
  room = MIN (self->left + aj_timeline_plan_get_room_end (self->plan, index),
              self->left + self->width) -
         end - 2 * INSET;
  /* A letter or two say nothing. */
  if (room >= MIN (text, 5 * LETTER))
    aj_pen_write (&self->pen, facts->title, TEXT, FALSE, end + INSET, y, room);
}

static void
draw_bar (Page *self, guint index)
{
  const AjTimelineFacts *facts = get_facts (self, index);
  AjMapRect rect = aj_timeline_plan_get_rect (self->plan, index, NULL, 0, self->width);
  double inside = 0;

  if (rect.width <= 0)
    return;
  rect.x += self->left;
  rect.y += self->top - self->y;
  if (facts->kind == AJ_TIMELINE_KIND_MILESTONE)
    draw_milestone (self, facts, &rect);
  else
    inside = draw_span (self, facts, &rect);
  write_title (self, index, &rect, inside);
}

static void
draw_rows (Page *self, double end)
{
  AjMapRect part = { -usual.lane, self->y, self->width + 2 * usual.lane, end - self->y };
  g_autoptr (GArray) shown = aj_timeline_plan_list_in (self->plan, &part);
  double right = AJ_TIMELINE_PAGE_WIDTH - MARGIN;

  for (int i = MAX (0, aj_timeline_plan_find_row (self->plan, self->y));
       i < (int) aj_timeline_plan_get_n_rows (self->plan); i++)
    {
      AjTimelineRow row = aj_timeline_plan_get_row (self->plan, (guint) i);
      double y = self->top + MAX (row.y, self->y) - self->y;

      if (row.y >= end)
        break;
      if (row.label != NULL)
        aj_pen_write (&self->pen, row.label, TEXT, FALSE, MARGIN, y + usual.gap,
                      self->left - MARGIN - INSET);
      paint (self, 0.6, MARGIN, self->top + MIN (row.y + row.height, end) - self->y, right - MARGIN,
             0.5);
    }
  for (guint i = 0; i < shown->len; i++)
    draw_bar (self, g_array_index (shown, guint, i));
}

/* Where a page ends that begins at its y: before a row that has no room, or between two lanes of one that has more of them
 * than a page. */
static double
find_end (Page *self)
{
  double room = self->bottom - self->top, height = aj_timeline_plan_get_height (self->plan);
  double step = usual.lane + usual.gap;
  AjTimelineRow row;

  if (self->y + room >= height)
    return height;
  row = aj_timeline_plan_get_row (self->plan,
                                  (guint) aj_timeline_plan_find_row (self->plan, self->y + room));
  if (row.y > self->y)
    return row.y;
  return row.y + MAX (1, floor ((self->y + room - row.y) / step)) * step;
}

/* How high a text is that is as wide as the page. */
static double
measure_text (Page *self, const char *text, double size, gboolean bold)
{
  int height;

  aj_pen_set_text (&self->pen, text, size, bold, AJ_TIMELINE_PAGE_WIDTH - 2 * MARGIN);
  pango_layout_get_size (self->pen.layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* What stands where on paper that is so high. */
static void
settle (Page *self, double height)
{
  const AjTimelinePaper *paper = self->paper;

  self->head = MARGIN + measure_text (self, paper->title, TITLE, TRUE) + 2 * INSET;
  if (paper->note != NULL)
    self->head += measure_text (self, paper->note, LIST_TEXT, FALSE);
  self->top = self->head + 2 * LINE + 1;
  self->bottom = height - MARGIN - draw_legend (self, 0, FALSE) - INSET;
}

/* The rows from where the page begins up to @end, with all that stands around them. */
static void
draw_page (Page *self, double end, gboolean is_first)
{
  draw_title (self, is_first);
  cairo_tag_begin (self->pen.cr, "Figure", NULL);
  draw_head (self, self->head, self->top + MAX (end - self->y, usual.lane));
  draw_rows (self, end);
  cairo_tag_end (self->pen.cr, "Figure");
  cairo_tag_begin (self->pen.cr, "P", NULL);
  draw_legend (self, self->bottom + INSET, TRUE);
  cairo_tag_end (self->pen.cr, "P");
}

static void
draw_pages (Page *self)
{
  double height = aj_timeline_plan_get_height (self->plan), end;
  gboolean is_first = TRUE;

  settle (self, AJ_TIMELINE_PAGE_HEIGHT);
  do
    {
      if (!is_first)
        cairo_show_page (self->pen.cr);
      end = find_end (self);
      draw_page (self, end, is_first);
      self->y = end;
      is_first = FALSE;
    }
  while (end < height);
}

/* The next line, on a new page when this one is full. */
static double
go_on (Page *self, double y, double height)
{
  if (y + height <= AJ_TIMELINE_PAGE_HEIGHT - MARGIN)
    return y;
  cairo_show_page (self->pen.cr);
  return MARGIN;
}

static double
write_line (Page *self, const char *tag, const char *text, double size, double y)
{
  cairo_tag_begin (self->pen.cr, tag, NULL);
  aj_pen_write (&self->pen, text, size, *tag == 'H', MARGIN, y,
                AJ_TIMELINE_PAGE_WIDTH - 2 * MARGIN);
  cairo_tag_end (self->pen.cr, tag);
  return y + LIST_LINE;
}

/* Row by row, by first day. */
static void
draw_list (Page *self)
{
  AjMapRect all = { -G_MAXFLOAT, 0, 2.0 * G_MAXFLOAT, aj_timeline_plan_get_height (self->plan) };
  g_autoptr (GArray) bars = aj_timeline_plan_list_in (self->plan, &all);
  int row = -1;
  double y = MARGIN;

  for (guint i = 0; i < bars->len; i++)
    {
      guint index = g_array_index (bars, guint, i);
      g_autofree char *text = aj_timeline_bar_describe (self->bars->pdata[index], NULL);
      int of = (int) aj_timeline_plan_get_row_of (self->plan, index);
      const char *label = aj_timeline_plan_get_row (self->plan, (guint) of).label;

      if (of != row && label != NULL && *label != '\0')
        y = write_line (self, "H2", label, LIST_TEXT * 1.2,
                        go_on (self, y + LIST_LINE / 2, 3 * LIST_LINE));
      row = of;
      y = write_line (self, "P", text, LIST_TEXT, go_on (self, y, LIST_LINE));
    }
}

void
aj_timeline_page_draw (cairo_t *cr, const AjTimelinePaper *paper)
{
  Page page;

  page_begin (&page, cr, paper);
  draw_pages (&page);
  if (page.bars->len > 0)
    {
      cairo_show_page (cr);
      draw_list (&page);
    }
  page_end (&page);
}

/* To measure letters on, where nothing is drawn. */
static cairo_t *
make_scratch (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

guint
aj_timeline_page_count (const AjTimelinePaper *paper)
{
  cairo_t *cr = make_scratch ();
  guint n = 0;
  double height;
  Page page;

  page_begin (&page, cr, paper);
  settle (&page, AJ_TIMELINE_PAGE_HEIGHT);
  height = aj_timeline_plan_get_height (page.plan);
  do
    {
      page.y = find_end (&page);
      n++;
    }
  while (page.y < height);
  page_end (&page);
  cairo_destroy (cr);
  return n;
}

void
aj_timeline_page_draw_one (cairo_t *cr, const AjTimelinePaper *paper, guint number)
{
  Page page;

  page_begin (&page, cr, paper);
  settle (&page, AJ_TIMELINE_PAGE_HEIGHT);
  for (guint i = 0; i < number; i++)
    page.y = find_end (&page);
  draw_page (&page, find_end (&page), number == 0);
  page_end (&page);
}

double
aj_timeline_page_measure_whole (const AjTimelinePaper *paper)
{
  cairo_t *cr = make_scratch ();
  double rows, height;
  Page page;

  page_begin (&page, cr, paper);
  settle (&page, 0);
  rows = MAX (aj_timeline_plan_get_height (page.plan), usual.lane);
  /* Of paper without height, the legend would begin above it. */
  height = page.top + rows - page.bottom;
  page_end (&page);
  cairo_destroy (cr);
  return height;
}

void
aj_timeline_page_draw_whole (cairo_t *cr, const AjTimelinePaper *paper)
{
  Page page;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  page_begin (&page, cr, paper);
  settle (&page, aj_timeline_page_measure_whole (paper));
  draw_page (&page, aj_timeline_plan_get_height (page.plan), TRUE);
  page_end (&page);
}

AjTimelinePaper *
aj_timeline_paper_copy (const AjTimelinePaper *self)
{
  AjTimelinePaper *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->note = g_strdup (self->note);
  g_ptr_array_ref (self->bars);
  if (self->days_off != NULL)
    g_array_ref (self->days_off);
  return copy;
}

void
aj_timeline_paper_free (AjTimelinePaper *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->title);
  g_free ((char *) self->note);
  g_ptr_array_unref (self->bars);
  g_clear_pointer (&self->days_off, g_array_unref);
  g_free (self);
}
