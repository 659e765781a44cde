/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-form-file.h"
#include "aj-form-sheet.h"
#include "aj-numbered-file.h"
#include "aj-text.h"

static const struct
{
  AjFormFormats format;
  const char *suffix;
} formats_known[] = {
  { AJ_FORM_FORMAT_SHEET, AJ_FORM_SHEET_SUFFIX },
  { AJ_FORM_FORMAT_FILE, AJ_FORM_FILE_SUFFIX },
};

void
aj_written_form_free (AjWrittenForm *self)
{
  g_free (self->name);
  g_free (self->municipality);
  g_free (self->municipality_name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

GPtrArray *
aj_form_writer_make (AjFormBook *book, const AjFormRequest *request, GPtrArray *municipalities)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_form_free);

  for (guint i = 0; i < municipalities->len; i++)
    {
      AjFormRequest one = *request;
      AjForm *form;

      one.municipality = municipalities->pdata[i];
      form = aj_form_book_make (book, &one);
      if (form != NULL)
        g_ptr_array_add (forms, form);
    }
  return forms;
}

/* (transfer full): without its ending. */
static char *
make_name (const AjForm *form)
{
  g_autofree char *text = form->organisation_name != NULL
                              ? g_strdup_printf ("%s - %s - %s", form->edition_name,
                                                 form->municipality_name, form->organisation_name)
                              : g_strdup_printf ("%s - %s", form->edition_name,
                                                 form->municipality_name);

  return aj_text_to_file_name (text);
}

/* (transfer full): two municipalities may have one name, and systems differ in what they tell apart. */
static char *
make_unique_name (GHashTable *taken, const AjForm *form)
{
  g_autofree char *name = make_name (form);
  g_autofree char *key = g_utf8_casefold (name, -1);

  if (!g_hash_table_contains (taken, key))
    {
      g_hash_table_add (taken, g_steal_pointer (&key));
      return g_steal_pointer (&name);
    }
  return g_strdup_printf ("%s (%s)", name, form->municipality_code);
}

/* (transfer full) (nullable) */
static AjWrittenForm *
write_one (
    const AjForm *form, const char *name, const char *suffix, AjFormFormats format, GError **error)
{
  GBytes *bytes = format == AJ_FORM_FORMAT_SHEET ? aj_form_sheet_write (form, error)
                                                 : aj_form_file_write (form);
  AjWrittenForm *written;

  if (bytes == NULL)
    return NULL;
  written = g_new0 (AjWrittenForm, 1);
  written->name = g_strconcat (name, suffix, NULL);
  written->municipality = g_strdup (form->municipality_id);
  written->municipality_name = g_strdup (form->municipality_name);
  written->n_activities = form->rows->len;
  written->format = format;
  written->bytes = bytes;
  return written;
}

GPtrArray *
aj_form_writer_write (GPtrArray *forms,
                      AjFormFormats formats,
                      GCancellable *cancellable,
                      AjFormProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (
      (GDestroyNotify) aj_written_form_free);

  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *name = make_unique_name (taken, forms->pdata[i]);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint k = 0; k < G_N_ELEMENTS (formats_known); k++)
        {
          AjWrittenForm *one;

          if ((formats & formats_known[k].format) == 0)
            continue;
          one = write_one (forms->pdata[i], name, formats_known[k].suffix, formats_known[k].format,
                           error);
          if (one == NULL)
            return NULL;
          g_ptr_array_add (written, one);
        }
      if (progress != NULL)
        progress (i + 1, forms->len, progress_data);
    }
  return g_steal_pointer (&written);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_FAILED,
               /* Translators: what the system says. */
               _ ("The folder cannot be made: %s."), g_strerror (errno));
  return FALSE;
}

gboolean
aj_form_writer_save (GPtrArray *written, const char *folder, GError **error)
{
  if (!make_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < written->len; i++)
    {
      AjWrittenForm *form = written->pdata[i];
      char *name = aj_numbered_file_write (folder, form->name, form->bytes, AJ_OUTPUT_FILE_PRIVATE,
                                           error);

      if (name == NULL)
        return FALSE;
      g_free (form->name);
      form->name = name;
    }
  return TRUE;
}
