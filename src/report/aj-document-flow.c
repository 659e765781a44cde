/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document-flow-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "aj-map-page.h"

/* All in points. */
#define PAGE_WIDTH  AJ_DOCUMENT_PAGE_WIDTH
#define PAGE_HEIGHT AJ_DOCUMENT_PAGE_HEIGHT
#define MARGIN      56.0
#define FOOT        28.0
#define TEXT_WIDTH  (PAGE_WIDTH - 2 * MARGIN)
#define BOTTOM      (PAGE_HEIGHT - MARGIN - FOOT)
#define BODY        10.0
#define SMALL       8.5
#define INDENT      14.0
#define PARAGRAPH   6.0
#define CELL        4.0
#define GAP         10.0
/* A row that somebody writes in, and a column of which nothing stands there yet. */
#define WRITING       26.0
#define WRITING_WIDTH 150.0
/* Of a paragraph that is broken, on either page. */
#define MIN_LINES 2
/* Rows that are measured for the widths of the columns. */
#define MAX_MEASURED 200
/* A map is no higher than this part of a page. */
#define MAP_SHARE 0.7

typedef struct
{
  const char *tag;
  double size;
  double before;
  double after;
} HeadingStyle;

/* The title, then the levels below it. */
static const HeadingStyle headings[] = {
  { "H1", 18.0, 0.0, 12.0 },
  { "H2", 13.0, 14.0, 5.0 },
  { "H3", 10.5, 10.0, 3.0 },
  { "H4", 10.0, 8.0, 2.0 },
};

static PangoLayout *
make_layout (AjDocumentFlow *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  /* A hyphen in a mail address would be read as part of it. */
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, (int) (size * 0.2 * PANGO_SCALE));
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
begin_page (AjDocumentFlow *self, int page)
{
  self->page = page;
  self->y = MARGIN;
  self->paints = self->is_painting && (self->wanted == 0 || self->wanted == page);
}

static gboolean
writes_tags (AjDocumentFlow *self)
{
  return self->paints && self->wanted == 0;
}

static void
open_tag (AjDocumentFlow *self, const char *tag)
{
  if (writes_tags (self))
    cairo_tag_begin (self->cr, tag, NULL);
}

static void
close_tag (AjDocumentFlow *self, const char *tag)
{
  if (writes_tags (self))
    cairo_tag_end (self->cr, tag);
}

/* What stands at the foot of every page belongs to the paper, not to the text, so it has no tag. */
static void
paint_foot (AjDocumentFlow *self)
{
  const char *title = aj_document_get_title (self->document);
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), self->page, self->n_pages);
  g_autofree char *left = self->foot != NULL ? g_strconcat (title, " · ", self->foot, NULL)
                                             : g_strdup (title);
  g_autoptr (PangoLayout) right_layout = make_layout (self, number, SMALL, FALSE, 0);
  g_autoptr (PangoLayout) left_layout = NULL;
  PangoRectangle box;

  if (!self->paints)
    return;
  pango_layout_get_pixel_extents (right_layout, NULL, &box);
  left_layout = make_layout (self, left, SMALL, FALSE, TEXT_WIDTH - box.width - GAP);
  pango_layout_set_ellipsize (left_layout, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (self->cr, 0.35, 0.35, 0.35);
  cairo_move_to (self->cr, MARGIN, PAGE_HEIGHT - MARGIN);
  pango_cairo_show_layout (self->cr, left_layout);
  cairo_move_to (self->cr, PAGE_WIDTH - MARGIN - box.width, PAGE_HEIGHT - MARGIN);
  pango_cairo_show_layout (self->cr, right_layout);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
}

static void
break_page (AjDocumentFlow *self)
{
  paint_foot (self);
  if (writes_tags (self))
    cairo_show_page (self->cr);
  begin_page (self, self->page + 1);
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  return (double) box.height / PANGO_SCALE;
}

/* Where a line of the layout begins, in points from its top; the place behind the last is the end. */
static double
get_line_top (PangoLayout *layout, int line)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int top, bottom;

  if (line >= pango_layout_get_line_count (layout))
    return get_height (layout);
  for (int i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  return (double) top / PANGO_SCALE;
}

/* How many lines from @first on fit in @room. */
static int
count_fitting (PangoLayout *layout, int first, double room)
{
  int n_lines = pango_layout_get_line_count (layout);
  double start = get_line_top (layout, first);
  int last = first;

  while (last < n_lines && get_line_top (layout, last + 1) - start <= room)
    last++;
  return last - first;
}

/* Paints the lines from @first on, with the top of the first at @y. */
static void
paint_lines (AjDocumentFlow *self, PangoLayout *layout, double x, double y, int first, int n_lines)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  double start = get_line_top (layout, first);

  if (!self->paints)
    return;
  for (int i = 0; i < first + n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle box;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      if (i >= first)
        {
          cairo_move_to (self->cr, x + (double) box.x / PANGO_SCALE,
                         y - start + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
          pango_cairo_show_layout_line (self->cr, line);
        }
      pango_layout_iter_next_line (iter);
    }
}

/* How much of a paragraph goes on this page: none when less than two lines fit, and never all but one. */
static int
choose_lines (PangoLayout *layout, int first, double room, gboolean is_top)
{
  int left = pango_layout_get_line_count (layout) - first;
  int fitting = count_fitting (layout, first, room);

  if (fitting >= left)
    return left;
  if (left - fitting < MIN_LINES)
    fitting = left - MIN_LINES;
  if (fitting < MIN_LINES)
    return is_top ? MAX (1, count_fitting (layout, first, room)) : 0;
  return fitting;
}

/* What can be followed looks like it, also without a colour. */
static void
underline (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  pango_layout_set_attributes (layout, attributes);
}

/* The words for cairo; a quote would end them. */
static void
open_link (AjDocumentFlow *self, const char *uri)
{
  g_autoptr (GString) attributes = g_string_new (uri);

  g_string_replace (attributes, "\\", "%5C", 0);
  g_string_replace (attributes, "'", "%27", 0);
  g_string_prepend (attributes, "uri='");
  g_string_append_c (attributes, '\'');
  if (writes_tags (self))
    cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes->str);
}

/* Text that may go on on the next page. @mark (nullable) stands before its first line; @uri (nullable) is where it leads. */
static void
flow_text (
    AjDocumentFlow *self, const char *tag, const char *text, const char *mark, const char *uri)
{
  double indent = mark != NULL ? INDENT : 0;
  g_autoptr (PangoLayout) layout = make_layout (self, text, BODY, FALSE, TEXT_WIDTH - indent);
  g_autoptr (PangoLayout) label = mark != NULL ? make_layout (self, mark, BODY, FALSE, 0) : NULL;
  int first = 0;

  if (uri != NULL)
    underline (layout);
  while (first < pango_layout_get_line_count (layout))
    {
      int n = choose_lines (layout, first, BOTTOM - self->y, self->y <= MARGIN);

      if (n == 0)
        {
          break_page (self);
          continue;
        }
      open_tag (self, tag);
      if (label != NULL && first == 0)
        {
          open_tag (self, "Lbl");
          paint_lines (self, label, MARGIN, self->y, 0, 1);
          close_tag (self, "Lbl");
        }
      if (label != NULL)
        open_tag (self, "LBody");
      if (uri != NULL)
        open_link (self, uri);
      paint_lines (self, layout, MARGIN + indent, self->y, first, n);
      if (uri != NULL)
        close_tag (self, CAIRO_TAG_LINK);
      if (label != NULL)
        close_tag (self, "LBody");
      close_tag (self, tag);
      self->y += get_line_top (layout, first + n) - get_line_top (layout, first);
      first += n;
    }
}

/* A table while it is laid out. */
typedef struct
{
  const AjBlock *block;
  guint n_columns;
  double *widths; /* (owned): without the space between the columns */
} Table;

/* Narrow columns are as wide as what stands in them; the others share what is left. */
static void
share_width (const double *natural, double *widths, guint n, double room)
{
  guint n_open = n;
  gboolean settled = TRUE;

  for (guint i = 0; i < n; i++)
    widths[i] = -1;
  while (settled && n_open > 0)
    {
      double fair = room / n_open;

      settled = FALSE;
      for (guint i = 0; i < n; i++)
        if (widths[i] < 0 && natural[i] <= fair)
          {
            widths[i] = natural[i];
            room -= natural[i];
            n_open--;
            settled = TRUE;
          }
    }
  for (guint i = 0; i < n; i++)
    if (widths[i] < 0)
      widths[i] = room / n_open;
}

static void
measure_row (AjDocumentFlow *self, GStrv row, gboolean bold, double *natural)
{
  for (guint i = 0; row[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, row[i], BODY, bold, 0);
      PangoRectangle box;

      pango_layout_get_extents (layout, NULL, &box);
      natural[i] = MAX (natural[i], (double) box.width / PANGO_SCALE + 1);
    }
}

static gboolean
is_empty_column (const AjBlock *block, guint column)
{
  for (guint i = 0; i < block->rows->len; i++)
    if (*((GStrv) block->rows->pdata[i])[column] != '\0')
      return FALSE;
  return TRUE;
}

static void
table_init (Table *self, AjDocumentFlow *flow, const AjBlock *block)
{
  g_autofree double *natural = NULL;

  self->block = block;
  self->n_columns = g_strv_length (block->headings);
  self->widths = g_new0 (double, self->n_columns);
  natural = g_new0 (double, self->n_columns);
  measure_row (flow, block->headings, TRUE, natural);
  for (guint i = 0; i < MIN (block->rows->len, MAX_MEASURED); i++)
    measure_row (flow, block->rows->pdata[i], FALSE, natural);
  for (guint i = 0; block->by_hand && i < self->n_columns; i++)
    if (is_empty_column (block, i))
      natural[i] = MAX (natural[i], WRITING_WIDTH);
  share_width (natural, self->widths, self->n_columns, TEXT_WIDTH - GAP * (self->n_columns - 1));
}

/* (element-type PangoLayout) */
static GPtrArray *
lay_out_row (AjDocumentFlow *self, const Table *table, GStrv row, gboolean bold)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (cells, make_layout (self, row[i], BODY, bold, table->widths[i]));
  return cells;
}

static double
get_row_height (const Table *table, GPtrArray *cells)
{
  double height = table->block->by_hand ? WRITING : 0;

  for (guint i = 0; i < cells->len; i++)
    height = MAX (height, get_height (cells->pdata[i]));
  return height + 2 * CELL;
}

static void
paint_rule (AjDocumentFlow *self, double width)
{
  if (!self->paints)
    return;
  cairo_set_line_width (self->cr, width);
  cairo_set_source_rgb (self->cr, 0.6, 0.6, 0.6);
  cairo_move_to (self->cr, MARGIN, self->y);
  cairo_line_to (self->cr, PAGE_WIDTH - MARGIN, self->y);
  cairo_stroke (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
}

/* As much of a row as fits in @room; @firsts is where each cell has come to, and moves on. FALSE when all of it is there.
 * @tag is that of a cell; NULL for what is printed again. */
static gboolean
paint_row (AjDocumentFlow *self,
           const Table *table,
           GPtrArray *cells,
           int *firsts,
           double room,
           const char *tag)
{
  double x = MARGIN;
  double height = table->block->by_hand && g_strcmp0 (tag, "TD") == 0 ? WRITING : 0;
  gboolean goes_on = FALSE;

  if (tag != NULL)
    open_tag (self, "TR");
  for (guint i = 0; i < cells->len; i++)
    {
      PangoLayout *layout = cells->pdata[i];
      int n = count_fitting (layout, firsts[i], room - 2 * CELL);

      if (tag != NULL)
        open_tag (self, tag);
      paint_lines (self, layout, x, self->y + CELL, firsts[i], n);
      if (tag != NULL)
        close_tag (self, tag);
      height = MAX (height,
                    get_line_top (layout, firsts[i] + n) - get_line_top (layout, firsts[i]));
      firsts[i] += n;
      goes_on |= firsts[i] < pango_layout_get_line_count (layout);
      x += table->widths[i] + GAP;
    }
  if (tag != NULL)
    close_tag (self, "TR");
  self->y += height + 2 * CELL;
  return goes_on;
}

/* The headings of the columns; read out once, printed on every page. */
static double
paint_headings (AjDocumentFlow *self, const Table *table, gboolean again)
{
  g_autoptr (GPtrArray) cells = lay_out_row (self, table, table->block->headings, TRUE);
  g_autofree int *firsts = g_new0 (int, table->n_columns);
  double top = self->y;

  paint_row (self, table, cells, firsts, BOTTOM - MARGIN, again ? NULL : "TH");
  paint_rule (self, 0.75);
  return self->y - top;
}

static void
flow_row (AjDocumentFlow *self, const Table *table, GStrv row)
{
  g_autoptr (GPtrArray) cells = lay_out_row (self, table, row, FALSE);
  g_autofree int *firsts = g_new0 (int, table->n_columns);
  double height = get_row_height (table, cells);
  gboolean goes_on = TRUE;
  gboolean is_top = FALSE;

  if (self->y + height > BOTTOM)
    {
      break_page (self);
      paint_headings (self, table, TRUE);
    }
  while (goes_on)
    {
      double before = self->y;

      goes_on = paint_row (self, table, cells, firsts, BOTTOM - self->y, "TD");
      /* Not even one line below the headings: there is nothing to be done for such a table. */
      if (is_top && goes_on && self->y - before <= 2 * CELL)
        return;
      if (goes_on)
        {
          break_page (self);
          paint_headings (self, table, TRUE);
          is_top = TRUE;
        }
    }
  paint_rule (self, 0.25);
}

static void
flow_table (AjDocumentFlow *self, const AjBlock *block)
{
  Table table = { 0 };

  table_init (&table, self, block);
  open_tag (self, "Table");
  paint_headings (self, &table, FALSE);
  for (guint i = 0; i < block->rows->len; i++)
    flow_row (self, &table, block->rows->pdata[i]);
  close_tag (self, "Table");
  self->y += PARAGRAPH;
  g_free (table.widths);
}

static double
measure_map (AjDocumentFlow *self, AjMapState *map)
{
  return aj_map_page_draw_figure (self->cr, map, TEXT_WIDTH, (BOTTOM - MARGIN) * MAP_SHARE, FALSE,
                                  FALSE);
}

/* What must stand on one page with the heading above it: two lines of text, a map, or the head of a table and a row. */
static double
measure_beginning (AjDocumentFlow *self, const AjBlock *block)
{
  double line = BODY * 1.5;
  Table table = { 0 };
  double height;

  if (block == NULL)
    return 0;
  if (block->kind == AJ_BLOCK_HEADING)
    return headings[block->level].before + headings[block->level].size * 1.5 + MIN_LINES * line;
  if (block->kind == AJ_BLOCK_MAP)
    return measure_map (self, block->map);
  if (block->kind != AJ_BLOCK_TABLE)
    return MIN_LINES * line;
  table_init (&table, self, block);
  {
    g_autoptr (GPtrArray) head = lay_out_row (self, &table, block->headings, TRUE);
    g_autoptr (GPtrArray) row = block->rows->len > 0
                                    ? lay_out_row (self, &table, block->rows->pdata[0], FALSE)
                                    : NULL;

    height = get_row_height (&table, head) + (row != NULL ? get_row_height (&table, row) : 0);
  }
  g_free (table.widths);
  return MIN (height, BOTTOM - MARGIN);
}

/* What a reader of PDF shows beside the text: the headings of the first two levels. */
static void
add_outline (AjDocumentFlow *self, int level, const char *text)
{
  cairo_surface_t *surface = cairo_get_target (self->cr);
  g_autofree char *place = NULL;
  int id;

  if (level < 1 || level > 2 || !writes_tags (self) ||
      cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;
  place = g_strdup_printf ("page=%d pos=[0 %d]", self->page, (int) self->y);
  id = cairo_pdf_surface_add_outline (surface, level == 1 ? CAIRO_PDF_OUTLINE_ROOT : self->chapter,
                                      text, place, (cairo_pdf_outline_flags_t) 0);
  if (level == 1)
    self->chapter = id;
}

static void
flow_heading (
    AjDocumentFlow *self, int level, const char *text, gboolean on_new_page, const AjBlock *next)
{
  const HeadingStyle *style = &headings[level];
  g_autoptr (PangoLayout) layout = make_layout (self, text, style->size, TRUE, TEXT_WIDTH);
  double height = get_height (layout) + style->after;

  if (self->y > MARGIN)
    self->y += style->before;
  if (self->y > MARGIN &&
      (on_new_page || self->y + height + measure_beginning (self, next) > BOTTOM))
    break_page (self);
  add_outline (self, level, text);
  open_tag (self, style->tag);
  paint_lines (self, layout, MARGIN, self->y, 0, pango_layout_get_line_count (layout));
  close_tag (self, style->tag);
  self->y += height;
}

static void
flow_map (AjDocumentFlow *self, AjMapState *map)
{
  double height = measure_map (self, map);

  if (self->y > MARGIN && self->y + height > BOTTOM)
    break_page (self);
  if (self->paints)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, MARGIN, self->y);
      aj_map_page_draw_figure (self->cr, map, TEXT_WIDTH, (BOTTOM - MARGIN) * MAP_SHARE, TRUE,
                               writes_tags (self));
      cairo_restore (self->cr);
      cairo_set_source_rgb (self->cr, 0, 0, 0);
    }
  self->y += height + PARAGRAPH;
}

static void
flow_block (AjDocumentFlow *self, const AjBlock *block, const AjBlock *next)
{
  switch (block->kind)
    {
    case AJ_BLOCK_HEADING:
      flow_heading (self, block->level, block->text, block->on_new_page, next);
      break;
    case AJ_BLOCK_PARAGRAPH:
      flow_text (self, "P", block->text, NULL, block->uri);
      self->y += PARAGRAPH;
      break;
    case AJ_BLOCK_LIST:
      open_tag (self, "L");
      for (guint i = 0; i < block->rows->len; i++)
        {
          flow_text (self, "LI", ((GStrv) block->rows->pdata[i])[0], "•", NULL);
          self->y += PARAGRAPH / 3;
        }
      close_tag (self, "L");
      self->y += PARAGRAPH;
      break;
    case AJ_BLOCK_MAP:
      flow_map (self, block->map);
      break;
    case AJ_BLOCK_TABLE:
    default:
      /* Not the head of a table at the foot of a page. */
      if (self->y > MARGIN && self->y + measure_beginning (self, block) > BOTTOM)
        break_page (self);
      flow_table (self, block);
      break;
    }
}

void
aj_document_flow_run (AjDocumentFlow *self, gboolean paints)
{
  GPtrArray *blocks = aj_document_get_blocks (self->document);

  self->is_painting = paints;
  self->chapter = CAIRO_PDF_OUTLINE_ROOT;
  begin_page (self, 1);
  open_tag (self, "Document");
  flow_heading (self, 0, aj_document_get_title (self->document), FALSE, NULL);
  for (guint i = 0; i < blocks->len; i++)
    flow_block (self, blocks->pdata[i], i + 1 < blocks->len ? blocks->pdata[i + 1] : NULL);
  close_tag (self, "Document");
  paint_foot (self);
  if (writes_tags (self))
    cairo_show_page (self->cr);
  self->n_pages = self->page;
}

PangoContext *
aj_document_flow_make_context (AjDocument *document, cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);

  pango_context_set_language (context,
                              pango_language_from_string (aj_document_get_language (document)));
  return context;
}
