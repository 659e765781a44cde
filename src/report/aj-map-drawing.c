/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-drawing.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-error.h"
#include "aj-map-page.h"
#include "aj-output-file.h"
#include "aj-pdf-extras.h"

/* 216 dots an inch: sharp on paper and on the largest screens. */
#define PNG_SCALE 3.0

gboolean
aj_map_format_from_path (const char *path, AjMapFormat *format, GError **error)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (AjMapFormat) i;
        return TRUE;
      }
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               _ ("“%s” does not say what kind of file to make. End the name in .pdf, .svg or "
                  ".png."),
               name);
  return FALSE;
}

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (AjMapFormat format, const AjMapSheet *sheet, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case AJ_MAP_FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, sheet->width,
                                                     sheet->height);
      /* One whose table of objects can be added to. */
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      return surface;
    case AJ_MAP_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (take_bytes, bytes, sheet->width,
                                                     sheet->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      return surface;
    case AJ_MAP_FORMAT_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (sheet->width * PNG_SCALE),
                                            (int) (sheet->height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      return surface;
    }
}

static void
set_metadata (cairo_surface_t *surface, AjMapState *map)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, aj_map_state_get_title (map));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Aanjager");
  if (aj_map_state_get_note (map) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    aj_map_state_get_note (map));
}

static void
draw (AjMapState *map, AjMapFormat format, const AjMapSheet *sheet, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  aj_map_page_draw (cr, map, sheet);
  if (format == AJ_MAP_FORMAT_PDF && aj_map_state_get_n_tiles (map) > 0)
    {
      cairo_show_page (cr);
      aj_map_page_draw_list (cr, map, sheet);
    }
  cairo_destroy (cr);
}

GBytes *
aj_map_drawing_render (AjMapState *map, AjMapFormat format, const char *language, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) whole = NULL;
  AjMapSheet sheet = aj_map_page_choose_sheet (map);
  cairo_surface_t *surface = make_surface (format, &sheet, bytes);
  cairo_status_t status;

  if (format == AJ_MAP_FORMAT_PDF)
    set_metadata (surface, map);
  draw (map, format, &sheet, surface);
  if (format == AJ_MAP_FORMAT_PNG)
    cairo_surface_write_to_png_stream (surface, take_bytes, bytes);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: what the drawing library says. */
                   _ ("The map could not be drawn: %s. Try another kind of file."),
                   cairo_status_to_string (status));
      return NULL;
    }
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (format == AJ_MAP_FORMAT_PDF)
    return aj_pdf_add_extras (whole, language,
                              _ ("A map with a tile for each municipality. The same stands as a "
                                 "list on the next page."));
  return g_steal_pointer (&whole);
}

gboolean
aj_map_drawing_save (AjMapState *map, const char *path, const char *language, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  AjMapFormat format;

  if (!aj_map_format_from_path (path, &format, error))
    return FALSE;
  bytes = aj_map_drawing_render (map, format, language, error);
  return bytes != NULL && aj_output_file_write_bytes (path, bytes, AJ_OUTPUT_FILE_DEFAULT, error);
}

typedef struct
{
  AjMapState *map; /* (owned) */
  char *path;      /* (owned) */
  char *language;  /* (owned) (nullable) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  aj_map_state_unref (saving->map);
  g_free (saving->path);
  g_free (saving->language);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (aj_map_drawing_save (saving->map, saving->path, saving->language, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
aj_map_drawing_save_async (AjMapState *map,
                           const char *path,
                           const char *language,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->map = aj_map_state_ref (map);
  saving->path = g_strdup (path);
  saving->language = g_strdup (language);
  g_task_set_source_tag (task, aj_map_drawing_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
aj_map_drawing_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* In points: a page of the web gives it another width. */
#define FIGURE_WIDTH  720.0
#define FIGURE_HEIGHT 900.0

/* How high it becomes is only known with something to measure letters on. */
static double
measure_figure (AjMapState *map)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  double height = aj_map_page_draw_figure (cr, map, FIGURE_WIDTH, FIGURE_HEIGHT, FALSE, FALSE);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height;
}

GBytes *
aj_map_drawing_render_figure (AjMapState *map)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  AjMapSheet sheet = { FIGURE_WIDTH, measure_figure (map) };
  cairo_surface_t *surface = make_surface (AJ_MAP_FORMAT_SVG, &sheet, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  aj_map_page_draw_figure (cr, map, FIGURE_WIDTH, FIGURE_HEIGHT, TRUE, FALSE);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                        : NULL;
}
