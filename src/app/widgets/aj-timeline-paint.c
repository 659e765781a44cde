/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

#include <math.h>

#include "aj-ink.h"

/* Of days narrower than this no single one is shaded. */
#define LEAST_SHADED_DAY 3
#define GRID             0.1f
#define GRID_STRONG      0.25f
#define WEEKEND          0.035f
#define DAY_OFF          0.09f
#define TODAY_OVER       0.3f
#define INSET            6
/* Of what is written of a title: a letter or two say nothing. In lines. */
#define LEAST_CAPTION 1.8
/* Of the width, at most, for the names of the rows. */
#define MOST_COLUMN 0.3
#define MOST_NAME   260
#define LEAST_NAME  60
/* No need to keep what was written so long ago. */
#define MOST_LAYOUTS 1000

static PangoLayout *
get_layout (AjTimeline *self, const char *text)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  PangoLayout *layout;

  if (serial != self->serial || g_hash_table_size (self->layouts) > MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  self->serial = serial;
  layout = g_hash_table_lookup (self->layouts, text);
  if (layout == NULL)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      g_hash_table_insert (self->layouts, g_strdup (text), layout);
    }
  return layout;
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
measure_text (AjTimeline *self, const char *text)
{
  return get_width (get_layout (self, text));
}

int
aj_timeline_measure_line (AjTimeline *self)
{
  int height;

  pango_layout_get_pixel_size (get_layout (self, "0"), NULL, &height);
  return height + INSET;
}

/* The longest name is about the widest. */
int
aj_timeline_measure_column (AjTimeline *self)
{
  int most = (int) MIN (MOST_NAME * self->line / 22.0,
                        gtk_widget_get_width (GTK_WIDGET (self)) * MOST_COLUMN);
  const char *longest = "";
  glong length = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const char *label = aj_timeline_bar_get (self->bars->pdata[i])->row_label;

      if (label == NULL || g_utf8_strlen (label, -1) <= length)
        continue;
      longest = label;
      length = g_utf8_strlen (label, -1);
    }
  return length == 0 ? 0 : CLAMP (measure_text (self, longest) + 2 * INSET, LEAST_NAME, most);
}

static void
paint (GtkSnapshot *snapshot,
       const GdkRGBA *ink,
       float weight,
       double x,
       double y,
       double width,
       double height)
{
  /* On whole pixels it is sharp, and filled without reckoning. */
  float left = floorf ((float) x), top = floorf ((float) y);
  float right = floorf ((float) (x + width)), bottom = floorf ((float) (y + height));
  GdkRGBA color = *ink;

  color.alpha *= weight;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (left, top, MAX (1, right - left),
                                                  MAX (1, bottom - top)));
}

static void
write_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *ink, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static double
get_day_x (AjTimeline *self, AjDate day)
{
  return aj_timeline_scale_get_x (&self->scale, day) - gtk_adjustment_get_value (self->across) +
         self->column;
}

static void
choose_units (AjTimeline *self, AjTimelineUnit *lower, AjTimelineUnit *upper)
{
  aj_timeline_choose_units (self->scale.day, self->line * 0.4, lower, upper);
}

static void
paint_days (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double height)
{
  AjDateRange view = aj_timeline_get_view (self);

  if (self->scale.day < LEAST_SHADED_DAY)
    return;
  for (AjDate day = view.first; day <= view.last; day++)
    {
      double x = get_day_x (self, day);

      if (self->day_off != NULL && self->day_off (day, self->day_off_data))
        paint (snapshot, ink, DAY_OFF, x, self->header, self->scale.day, height);
      else if (aj_date_get_weekday (day) >= AJ_WEEKDAY_SATURDAY)
        paint (snapshot, ink, WEEKEND, x, self->header, self->scale.day, height);
    }
}

static void
paint_grid (AjTimeline *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *ink,
            AjTimelineUnit unit,
            float weight,
            double top,
            double height)
{
  AjDateRange view = aj_timeline_get_view (self);

  for (AjDate day = aj_timeline_unit_get_first (unit, view.first);
       day != AJ_DATE_NONE && day <= view.last; day = aj_timeline_unit_get_next (unit, day))
    {
      double x = get_day_x (self, day);

      if (x >= self->column)
        paint (snapshot, ink, weight, (int) x, top, 1, height);
    }
}

static double
get_row_y (AjTimeline *self, const AjTimelineRow *row)
{
  return row->y - gtk_adjustment_get_value (self->down) + self->header;
}

static void
paint_rows (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int first = aj_timeline_plan_find_row (plan, gtk_adjustment_get_value (self->down));

  for (guint i = (guint) MAX (0, first); i < aj_timeline_plan_get_n_rows (plan); i++)
    {
      AjTimelineRow row = aj_timeline_plan_get_row (plan, i);
      double end = get_row_y (self, &row) + row.height;

      paint (snapshot, ink, GRID_STRONG, 0, (int) end - 1, width, 1);
      if (end > height)
        break;
    }
}

/* Where it stands, or -1 when it is not to be seen. */
static double
get_today_x (AjTimeline *self)
{
  double x;

  if (self->today == AJ_DATE_NONE)
    return -1;
  x = get_day_x (self, self->today) + self->scale.day / 2;
  return x < self->column || x > gtk_widget_get_width (GTK_WIDGET (self)) ? -1 : x;
}

static void
paint_today (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink, float weight)
{
  double x = get_today_x (self);

  if (x >= 0)
    paint (snapshot, ink, weight, (int) x - 1, self->header, 2, aj_timeline_get_page_height (self));
}

static void
paint_today_mark (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  double x = get_today_x (self);
  cairo_t *cr;

  if (x < 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - 6,
                                                                 (float) self->header - 7, 12, 8));
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_move_to (cr, (int) x - 5, self->header - 6);
  cairo_line_to (cr, (int) x + 5, self->header - 6);
  cairo_line_to (cr, (int) x, self->header + 1);
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
aj_timeline_paint_ground (AjTimeline *self, GtkSnapshot *snapshot)
{
  double height = aj_timeline_get_page_height (self);
  GdkRGBA ink = aj_ink_get (GTK_WIDGET (self));
  AjTimelineUnit lower, upper;

  choose_units (self, &lower, &upper);
  paint_days (self, snapshot, &ink, height);
  paint_grid (self, snapshot, &ink, lower, GRID, self->header, height);
  if (upper != lower)
    paint_grid (self, snapshot, &ink, upper, GRID_STRONG, self->header, height);
  paint_rows (self, snapshot, &ink);
  paint_today (self, snapshot, &ink, 1);
}

/* As much of it as there is room for; FALSE when that says nothing. */
static gboolean
write_caption (AjTimeline *self,
               GtkSnapshot *snapshot,
               PangoLayout *caption,
               const GdkRGBA *ink,
               double x,
               double middle,
               double room)
{
  int height;

  if (room < MIN (LEAST_CAPTION * self->line, get_width (caption)))
    return FALSE;
  pango_layout_set_ellipsize (caption, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (caption, (int) room * PANGO_SCALE);
  pango_layout_get_pixel_size (caption, NULL, &height);
  write_layout (snapshot, caption, ink, x, middle - height / 2.0);
  pango_layout_set_width (caption, -1);
  return TRUE;
}

/* Behind the bar, as far as the next one; where there is no room, inside, as far as it goes. */
static void
paint_caption (AjTimeline *self, GtkSnapshot *snapshot, AjTimelineItem *item, const GdkRGBA *ink)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  guint index = aj_timeline_item_get_index (item);
  const AjDateRange *days = aj_timeline_get_draft_days (self, aj_timeline_item_get_bar (item));
  double left = gtk_adjustment_get_value (self->across);
  double right = left + aj_timeline_get_page_width (self);
  AjMapRect rect = aj_timeline_plan_get_rect (plan, index, days, left, right);
  double x = rect.x + rect.width + INSET / 2.0;
  double middle = rect.y + rect.height / 2 - gtk_adjustment_get_value (self->down) + self->header;
  /* What is being moved says where it goes, over whatever is there. */
  double end = days != NULL ? right : MIN (right, aj_timeline_plan_get_room_end (plan, index));
  PangoLayout *caption = rect.width > 0 ? aj_timeline_item_get_caption (item) : NULL;
  graphene_rect_t bounds;

  if (caption == NULL ||
      write_caption (self, snapshot, caption, ink, x - left + self->column, middle, end - x) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (item), GTK_WIDGET (self), &bounds))
    return;
  x = (double) bounds.origin.x + aj_timeline_item_get_title_x (item);
  end = MIN (x + aj_timeline_item_get_room (item), gtk_widget_get_width (GTK_WIDGET (self)));
  if (aj_timeline_item_get_room (item) > 0)
    write_caption (self, snapshot, caption, ink, x, middle, end - x);
}

void
aj_timeline_paint_captions (AjTimeline *self, GtkSnapshot *snapshot)
{
  GdkRGBA ink = aj_ink_get (GTK_WIDGET (self));
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    paint_caption (self, snapshot, item, &ink);
}

/* Between two lines. */
static gboolean
fits (AjTimeline *self, AjTimelineUnit unit, AjDate day, gboolean is_upper, int length, double room)
{
  g_autofree char *text = aj_timeline_unit_format (unit, day, is_upper, length);

  return measure_text (self, text) + 2 * (is_upper ? INSET : INSET / 3) <= room;
}

static void
write_unit (AjTimeline *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *ink,
            AjTimelineUnit unit,
            AjDate day,
            gboolean is_upper,
            int length,
            double top)
{
  g_autofree char *text = aj_timeline_unit_format (unit, day, is_upper, length);
  AjDate next = aj_timeline_unit_get_next (unit, day);
  double start = MAX (get_day_x (self, day), self->column);
  double end = next != AJ_DATE_NONE ? get_day_x (self, next) : start + self->scale.day;
  double x = is_upper ? start + INSET : start + (end - start - measure_text (self, text)) / 2;

  if (fits (self, unit, day, is_upper, length, end - start))
    write_layout (snapshot, get_layout (self, text), ink, x, top + INSET / 2.0);
}

/* In the longest words for which there is room, each as it stands in view: where the beginning is out of it, they stay at the
 * edge. */
static void
write_upper (
    AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink, AjTimelineUnit unit, double top)
{
  AjDateRange view = aj_timeline_get_view (self);

  for (AjDate day = aj_timeline_unit_get_first (unit, view.first);
       day != AJ_DATE_NONE && day <= view.last; day = aj_timeline_unit_get_next (unit, day))
    {
      AjDate next = aj_timeline_unit_get_next (unit, day);
      double start = MAX (get_day_x (self, day), self->column);
      double end = next != AJ_DATE_NONE ? get_day_x (self, next) : start + self->scale.day;
      int length = 0;

      while (length < AJ_TIMELINE_N_LABELS - 1 &&
             !fits (self, unit, day, TRUE, length, end - start))
        length++;
      write_unit (self, snapshot, ink, unit, day, TRUE, length, top);
    }
}

/* The longest in which all of a year can be written. */
static int
choose_length (AjTimeline *self, AjTimelineUnit unit, AjDate from)
{
  int length = 0;
  AjDate day = aj_timeline_unit_get_first (unit, from), end = day + 365;

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

/* All of them alike, so that they read as a row. */
static void
write_lower (
    AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink, AjTimelineUnit unit, double top)
{
  AjDateRange view = aj_timeline_get_view (self);
  int length = choose_length (self, unit, view.first);

  for (AjDate day = aj_timeline_unit_get_first (unit, view.first);
       day != AJ_DATE_NONE && day <= view.last; day = aj_timeline_unit_get_next (unit, day))
    write_unit (self, snapshot, ink, unit, day, FALSE, length, top);
}

/* Where a year has no room for its number, one in five has that of all of them. */
static void
write_years (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double top)
{
  AjDateRange view = aj_timeline_get_view (self);
  gboolean all = 365 * self->scale.day >= measure_text (self, "0000") + INSET;

  if (all)
    {
      write_lower (self, snapshot, ink, AJ_TIMELINE_YEARS, top);
      return;
    }
  for (AjDate day = aj_timeline_unit_get_first (AJ_TIMELINE_YEARS, view.first);
       day != AJ_DATE_NONE && day <= view.last;
       day = aj_timeline_unit_get_next (AJ_TIMELINE_YEARS, day))
    if (aj_date_get_year (day) % 5 == 0)
      {
        g_autofree char *text = aj_timeline_unit_format (AJ_TIMELINE_YEARS, day, TRUE, 0);

        write_layout (snapshot, get_layout (self, text), ink, get_day_x (self, day) + INSET,
                      top + INSET / 2.0);
      }
}

static void
paint_header (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double page = aj_timeline_get_page_width (self);
  AjTimelineUnit lower, upper;

  choose_units (self, &lower, &upper);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) self->column, 0, (float) page,
                                                         (float) self->header));
  if (upper != lower)
    {
      paint_grid (self, snapshot, ink, upper, GRID_STRONG, 0, self->header);
      write_upper (self, snapshot, ink, upper, 0);
    }
  paint_grid (self, snapshot, ink, lower, GRID, self->line, self->header - self->line);
  if (lower == AJ_TIMELINE_YEARS)
    write_years (self, snapshot, ink, self->line);
  else
    write_lower (self, snapshot, ink, lower, self->line);
  gtk_snapshot_pop (snapshot);
  paint (snapshot, ink, GRID_STRONG, 0, self->header - 1, width, 1);
}

/* Beside the bars, or in the line above them; it stays in view as long as its row does. */
static void
write_row (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink, const AjTimelineRow *row)
{
  int room = self->column > 0 ? self->column : gtk_widget_get_width (GTK_WIDGET (self));
  double y = get_row_y (self, row) + (self->column > 0 ? self->measure.gap : 0);
  double last = get_row_y (self, row) + row->height - self->line;
  PangoLayout *layout;

  if (row->label == NULL || *row->label == '\0')
    return;
  layout = get_layout (self, row->label);
  pango_layout_set_width (layout, MAX (0, room - 2 * INSET) * PANGO_SCALE);
  if (self->column > 0)
    y = MIN (MAX (y, self->header), MAX (last, get_row_y (self, row)));
  write_layout (snapshot, layout, ink, INSET, y + INSET / 2.0);
}

static void
paint_names (AjTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *ink)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int first = aj_timeline_plan_find_row (plan, gtk_adjustment_get_value (self->down));
  int clip = self->column > 0 ? self->column : width;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) self->header, (float) clip,
                                                         (float) (height - self->header)));
  for (guint i = (guint) MAX (0, first); i < aj_timeline_plan_get_n_rows (plan); i++)
    {
      AjTimelineRow row = aj_timeline_plan_get_row (plan, i);

      if (get_row_y (self, &row) > height)
        break;
      write_row (self, snapshot, ink, &row);
    }
  gtk_snapshot_pop (snapshot);
  if (self->column > 0)
    paint (snapshot, ink, GRID_STRONG, self->column - 1, 0, 1, height);
}

void
aj_timeline_paint_frame (AjTimeline *self, GtkSnapshot *snapshot)
{
  GdkRGBA ink = aj_ink_get (GTK_WIDGET (self));

  paint_header (self, snapshot, &ink);
  /* Over what is written on a bar it is faint. */
  paint_today (self, snapshot, &ink, TODAY_OVER);
  paint_today_mark (self, snapshot, &ink);
  paint_names (self, snapshot, &ink);
}
