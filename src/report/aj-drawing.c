/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-drawing.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "aj-error.h"
#include "aj-output-file.h"
#include "aj-pdf-extras.h"

/* 216 dots an inch: sharp on paper and on the largest screens. */
#define PNG_SCALE 3.0
/* More dots than that in a row no program draws. */
#define MAX_DOTS 30000.0

struct _AjDrawing
{
  AjDrawingFormat format;
  GByteArray *bytes;        /* (owned) */
  cairo_surface_t *surface; /* (owned) */
};

gboolean
aj_drawing_format_from_path (const char *path, AjDrawingFormat *format, GError **error)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (AjDrawingFormat) i;
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
make_pdf (GByteArray *bytes, double width, double height, const char *title, const char *note)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, width, height);

  /* One whose table of objects can be added to. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Aanjager");
  if (note != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, note);
  return surface;
}

static cairo_surface_t *
make_png (double width, double height)
{
  double scale = MIN (PNG_SCALE, MAX_DOTS / MAX (width, height));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale),
                                                         (int) (height * scale));

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

AjDrawing *
aj_drawing_new (
    AjDrawingFormat format, double width, double height, const char *title, const char *note)
{
  AjDrawing *self = g_new0 (AjDrawing, 1);

  self->format = format;
  self->bytes = g_byte_array_new ();
  switch (format)
    {
    case AJ_DRAWING_PDF:
      self->surface = make_pdf (self->bytes, width, height, title, note);
      break;
    case AJ_DRAWING_SVG:
      self->surface = cairo_svg_surface_create_for_stream (take_bytes, self->bytes, width, height);
      cairo_svg_surface_set_document_unit (self->surface, CAIRO_SVG_UNIT_PT);
      break;
    case AJ_DRAWING_PNG:
    default:
      self->surface = make_png (width, height);
      break;
    }
  return self;
}

cairo_t *
aj_drawing_begin (AjDrawing *self)
{
  return cairo_create (self->surface);
}

GBytes *
aj_drawing_finish (AjDrawing *self, const char *language, const char *text, GError **error)
{
  AjDrawingFormat format = self->format;
  g_autoptr (GBytes) whole = NULL;
  cairo_status_t status;

  if (format == AJ_DRAWING_PNG)
    cairo_surface_write_to_png_stream (self->surface, take_bytes, self->bytes);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  whole = g_byte_array_free_to_bytes (self->bytes);
  g_free (self);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: what the drawing library says. */
                   _ ("The picture could not be drawn: %s. Try another kind of file."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return format == AJ_DRAWING_PDF ? aj_pdf_add_extras (whole, language, text)
                                  : g_steal_pointer (&whole);
}

gboolean
aj_drawing_save (AjDrawingRender render,
                 gconstpointer what,
                 const char *path,
                 const char *language,
                 GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  AjDrawingFormat format;

  if (!aj_drawing_format_from_path (path, &format, error))
    return FALSE;
  bytes = render (what, format, language, error);
  return bytes != NULL && aj_output_file_write_bytes (path, bytes, AJ_OUTPUT_FILE_DEFAULT, error);
}

typedef struct
{
  AjDrawingRender render;
  gpointer what; /* (owned) */
  GDestroyNotify free_what;
  char *path;     /* (owned) */
  char *language; /* (owned) (nullable) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  saving->free_what (saving->what);
  g_free (saving->path);
  g_free (saving->language);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (aj_drawing_save (saving->render, saving->what, saving->path, saving->language, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
aj_drawing_save_async (AjDrawingRender render,
                       gpointer what,
                       GDestroyNotify free_what,
                       const char *path,
                       const char *language,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->render = render;
  saving->what = what;
  saving->free_what = free_what;
  saving->path = g_strdup (path);
  saving->language = g_strdup (language);
  g_task_set_source_tag (task, aj_drawing_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
aj_drawing_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
