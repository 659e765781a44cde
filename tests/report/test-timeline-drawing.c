/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "aj-output-file.h"
#include "aj-timeline-drawing.h"

static AjDate
day (const char *text)
{
  AjDate date = AJ_DATE_NONE;

  if (text != NULL)
    g_assert_true (aj_date_parse_iso (text, &date));
  return date;
}

static void
add (GPtrArray *bars, const char *title, const char *row, const char *first, const char *last)
{
  static const AjMapClass states[] = {
    { "running", AJ_MAP_TONE_ACCENT, AJ_MAP_MARK_HALF, FALSE },
    { "done", AJ_MAP_TONE_GOOD, AJ_MAP_MARK_CHECK, FALSE },
    { "stopped", AJ_MAP_TONE_BAD, AJ_MAP_MARK_CROSS, TRUE },
  };
  AjTimelineFacts facts = { .id = title,
                            .row = row,
                            .row_label = row,
                            .title = title,
                            .days = { day (first), day (last) },
                            .state = &states[bars->len % G_N_ELEMENTS (states)],
                            .kind = bars->len % 5 == 4 ? AJ_TIMELINE_KIND_MILESTONE
                                                       : AJ_TIMELINE_KIND_SPAN };

  g_ptr_array_add (bars, aj_timeline_bar_new (&facts, NULL));
}

static GPtrArray *
make_bars (guint n_rows, guint per_row)
{
  GPtrArray *bars = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < per_row; i++)
      {
        g_autofree char *title = g_strdup_printf ("Echt-Nep %u.%u", row, i);
        g_autofree char *label = g_strdup_printf ("Gemeente <%u> & “één”", row);
        AjDate start = day ("2026-01-05") + (int) (row * 11 + i * 53) % 300;
        g_autofree char *first = aj_date_to_iso (start);
        g_autofree char *last = aj_date_to_iso (start + 40);

        add (bars, title, label, first, last);
      }
  return bars;
}

/* What another program says of the file; NULL when it is not there. */
static char *
ask (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *const argv[] = { program, option, path,
                               strcmp (program, "pdftotext") == 0 ? "-" : NULL, NULL };
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  return output;
}

static void
take_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (aj_timeline_drawing_save_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What programs that people read it with find in it. (out) the number of pages, or 0 when there is no such program. */
static int
save (const AjTimelinePaper *paper, char **info, char **text)
{
  g_autofree char *folder = g_dir_make_tmp ("aanjager-timeline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "timeline.pdf", NULL);
  gboolean done = FALSE;
  const char *pages;

  aj_timeline_drawing_save_async (paper, path, "nl", NULL, take_saved_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  *info = ask ("pdfinfo", "-isodates", path);
  *text = ask ("pdftotext", "-layout", path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  pages = *info != NULL ? strstr (*info, "Pages:") : NULL;
  return pages != NULL ? (int) g_ascii_strtoll (pages + 6, NULL, 10) : 0;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

/* Every bar stands on the pages with the picture once, and once in the list; each page has the header. */
static void
test_pages (void)
{
  g_autoptr (GPtrArray) bars = make_bars (60, 3);
  AjTimelinePaper paper = { .title = "Uitrol 2026",
                            .note = "As of 1 March 2026",
                            .bars = bars,
                            .days = { day ("2026-01-01"), day ("2026-12-31") },
                            .today = day ("2026-03-01") };
  g_autofree char *info = NULL, *text = NULL;
  int pages = save (&paper, &info, &text);
  guint n_headers;

  if (text == NULL || pages == 0)
    {
      g_test_skip ("pdfinfo and pdftotext are not there");
      return;
    }
  g_assert_nonnull (strstr (info, "Title:           Uitrol 2026"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "841.89 x 595.28"));
  n_headers = count (text, "Uitrol 2026");
  g_assert_cmpuint (n_headers, >, 1);
  g_assert_cmpint ((int) n_headers, <, pages);
  g_assert_cmpuint (count (text, "March"), >=, n_headers);
  g_assert_cmpuint (count (text, "stopped"), >=, n_headers);
  for (guint row = 0; row < 60; row++)
    {
      g_autofree char *label = g_strdup_printf ("Gemeente <%u> & “één”", row);

      /* Beside the picture, as a heading of the list, and in each of its lines. */
      g_assert_cmpuint (count (text, label), ==, 1 + 1 + 3);
    }
  g_assert_nonnull (
      strstr (text, "Echt-Nep 0.0, Gemeente <0> & “één”, 5 January to 14 February 2026, running"));
}

/* A row with more bars over each other than a page has room for goes on on the next one, and no bar is lost. */
static void
test_high_row (void)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *info = NULL, *text = NULL;
  AjTimelinePaper paper = { .title = "Vol",
                            .bars = bars,
                            .days = { day ("2026-01-01"), day ("2026-12-31") },
                            .today = AJ_DATE_NONE };
  int pages;

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *title = g_strdup_printf ("Balk%02u", i);

      add (bars, title, i < 80 ? "Een" : "Twee", "2026-02-01", "2026-10-01");
    }
  pages = save (&paper, &info, &text);
  if (text == NULL || pages == 0)
    {
      g_test_skip ("pdfinfo and pdftotext are not there");
      return;
    }
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *title = g_strdup_printf ("Balk%02u", i);

      g_assert_cmpuint (count (text, title), ==, 2);
    }
}

/* Only what has a day of those that are asked for; and nothing at all is a page as well. */
static void
test_range (void)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *info = NULL, *text = NULL, *empty_info = NULL, *empty_text = NULL;
  AjTimelinePaper paper = { .title = "Deel",
                            .bars = bars,
                            .days = { day ("2026-03-01"), day ("2026-03-31") },
                            .today = AJ_DATE_NONE };
  int pages;

  add (bars, "Ervoor", "A", "2026-01-01", "2026-02-28");
  add (bars, "Begin", "A", NULL, "2026-03-01");
  add (bars, "Eind", "A", "2026-03-31", NULL);
  add (bars, "Erna", "A", "2026-04-01", "2026-04-02");
  pages = save (&paper, &info, &text);
  paper.bars = none;
  paper.days = (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE };
  if (text == NULL || pages == 0)
    {
      g_test_skip ("pdfinfo and pdftotext are not there");
      return;
    }
  g_assert_cmpint (save (&paper, &empty_info, &empty_text), ==, 1);
  g_assert_nonnull (strstr (empty_text, "Deel"));
  g_assert_null (strstr (text, "Ervoor"));
  g_assert_null (strstr (text, "Erna"));
  g_assert_nonnull (strstr (text, "Begin, A, to 1 March 2026"));
  g_assert_nonnull (strstr (text, "Eind, A, from 31 March 2026"));
  g_assert_cmpint (pages, ==, 2);
}

/* As one picture it is as high as it takes; a PNG starts as one does, and an SVG has all that is written. */
static void
test_pictures (void)
{
  g_autoptr (GPtrArray) few = make_bars (3, 1);
  g_autoptr (GPtrArray) many = make_bars (120, 1);
  AjTimelinePaper paper = { .title = "Uitrol", .bars = few, .today = day ("2026-03-01") };
  g_autoptr (GBytes) png = NULL, svg = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;
  double low, high;

  paper.days = (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE };
  low = aj_timeline_page_measure_whole (&paper);
  paper.bars = many;
  high = aj_timeline_page_measure_whole (&paper);
  g_assert_cmpfloat (low, <, AJ_TIMELINE_PAGE_HEIGHT / 2);
  g_assert_cmpfloat (high, >, 2 * AJ_TIMELINE_PAGE_HEIGHT);
  png = aj_timeline_drawing_render (&paper, AJ_DRAWING_PNG, "nl", &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (png, &size);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  /* Width and height follow the header of the first part: three dots a point. */
  g_assert_cmpuint ((guint8) data[18] << 8 | (guint8) data[19], ==,
                    (guint) (AJ_TIMELINE_PAGE_WIDTH * 3));
  g_assert_cmpuint ((guint8) data[22] << 8 | (guint8) data[23], ==, (guint) (high * 3));
  svg = aj_timeline_drawing_render (&paper, AJ_DRAWING_SVG, "nl", &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (svg, &size);
  g_assert_nonnull (g_strstr_len (data, (gssize) size, "<svg"));
  g_assert_null (g_strstr_len (data, (gssize) size, "pageSet"));
}

/* Page by page it has as many as all at once, without the list. */
static void
test_page_by_page (void)
{
  g_autoptr (GPtrArray) bars = make_bars (60, 3);
  AjTimelinePaper paper = { .title = "Uitrol", .bars = bars, .today = AJ_DATE_NONE };
  g_autoptr (AjTimelinePaper) copy = NULL;
  g_autofree char *info = NULL, *text = NULL;
  guint n_pages;

  paper.days = (AjDateRange){ day ("2026-01-01"), day ("2026-12-31") };
  copy = aj_timeline_paper_copy (&paper);
  n_pages = aj_timeline_page_count (copy);
  if (save (copy, &info, &text) == 0)
    {
      g_test_skip ("pdfinfo and pdftotext are not there");
      return;
    }
  g_assert_cmpuint (count (text, "Uitrol"), ==, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      aj_timeline_page_draw_one (cr, copy, i);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, AJ_TIMELINE_PAGE_WIDTH / 2);
      g_assert_cmpfloat (y + height, <=, AJ_TIMELINE_PAGE_HEIGHT);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* What cannot be written leaves nothing behind, and says why. */
static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) bars = make_bars (1, 1);
  AjTimelinePaper paper = { .title = "Uitrol", .bars = bars, .today = AJ_DATE_NONE };
  g_autoptr (GError) error = NULL;

  paper.days = (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE };
  g_assert_false (aj_timeline_drawing_save (&paper, "/nowhere/at/all/t.pdf", "nl", &error));
  g_assert_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-drawing/pages", test_pages);
  g_test_add_func ("/timeline-drawing/high-row", test_high_row);
  g_test_add_func ("/timeline-drawing/range", test_range);
  g_test_add_func ("/timeline-drawing/pictures", test_pictures);
  g_test_add_func ("/timeline-drawing/page-by-page", test_page_by_page);
  g_test_add_func ("/timeline-drawing/no-folder", test_no_folder);
  return g_test_run ();
}
