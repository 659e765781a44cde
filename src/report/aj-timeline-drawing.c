/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-drawing.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "aj-output-file.h"
#include "aj-pdf-extras.h"

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (const AjTimelinePaper *paper, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes,
                                                                  AJ_TIMELINE_PAGE_WIDTH,
                                                                  AJ_TIMELINE_PAGE_HEIGHT);

  /* One whose table of objects can be added to. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paper->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Aanjager");
  if (paper->note != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, paper->note);
  return surface;
}

GBytes *
aj_timeline_drawing_render (const AjTimelinePaper *paper, const char *language, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) whole = NULL;
  cairo_surface_t *surface = make_surface (paper, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  aj_timeline_page_draw (cr, paper);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: what the drawing library says. */
                   _ ("The timeline could not be drawn: %s. Try again."),
                   cairo_status_to_string (status));
      return NULL;
    }
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return aj_pdf_add_extras (whole, language,
                            _ ("A timeline with a row of bars for each name at its left. The same "
                               "stands as a list on the last pages."));
}

gboolean
aj_timeline_drawing_save (const AjTimelinePaper *paper,
                          const char *path,
                          const char *language,
                          GError **error)
{
  g_autoptr (GBytes) bytes = aj_timeline_drawing_render (paper, language, error);

  return bytes != NULL && aj_output_file_write_bytes (path, bytes, AJ_OUTPUT_FILE_DEFAULT, error);
}

typedef struct
{
  AjTimelinePaper paper; /* (owned): what it holds */
  char *path;            /* (owned) */
  char *language;        /* (owned) (nullable) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free ((char *) saving->paper.title);
  g_free ((char *) saving->paper.note);
  g_ptr_array_unref (saving->paper.bars);
  g_clear_pointer (&saving->paper.days_off, g_array_unref);
  g_free (saving->path);
  g_free (saving->language);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (aj_timeline_drawing_save (&saving->paper, saving->path, saving->language, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
aj_timeline_drawing_save_async (const AjTimelinePaper *paper,
                                const char *path,
                                const char *language,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->paper = *paper;
  saving->paper.title = g_strdup (paper->title);
  saving->paper.note = g_strdup (paper->note);
  g_ptr_array_ref (paper->bars);
  if (paper->days_off != NULL)
    g_array_ref (paper->days_off);
  saving->path = g_strdup (path);
  saving->language = g_strdup (language);
  g_task_set_source_tag (task, aj_timeline_drawing_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
aj_timeline_drawing_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
