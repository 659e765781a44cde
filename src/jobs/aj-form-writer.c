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

/* What the other thread is told. */
typedef struct
{
  GPtrArray *forms; /* (owned) (element-type AjForm) */
  char *folder;     /* (owned) */
  AjFormFormats formats;
  AjFormProgress progress; /* (nullable) */
  gpointer progress_data;
} Saving;

static void
saving_free (Saving *saving)
{
  g_ptr_array_unref (saving->forms);
  g_free (saving->folder);
  g_free (saving);
}

void
aj_written_form_free (AjWrittenForm *self)
{
  g_free (self->name);
  g_free (self->municipality);
  g_free (self->municipality_name);
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

char *
aj_form_writer_dup_name (const AjForm *form)
{
  g_autofree char *text = form->organisation_name != NULL
                              ? g_strdup_printf ("%s - %s - %s", form->edition_name,
                                                 form->municipality_name, form->organisation_name)
                              : g_strdup_printf ("%s - %s", form->edition_name,
                                                 form->municipality_name);

  return aj_text_to_file_name (text);
}

GBytes *
aj_form_writer_write (const AjForm *form, AjFormFormats format, GError **error)
{
  return format == AJ_FORM_FORMAT_SHEET ? aj_form_sheet_write (form, error)
                                        : aj_form_file_write (form);
}

/* (transfer full): two municipalities may have one name, and systems differ in what they tell apart. */
static char *
make_unique_name (GHashTable *taken, const AjForm *form)
{
  g_autofree char *name = aj_form_writer_dup_name (form);
  g_autofree char *key = g_utf8_casefold (name, -1);

  if (!g_hash_table_contains (taken, key))
    {
      g_hash_table_add (taken, g_steal_pointer (&key));
      return g_steal_pointer (&name);
    }
  return g_strdup_printf ("%s (%s)", name, form->municipality_code);
}

static AjWrittenForm *
make_written (const AjForm *form, const char *name, const char *suffix)
{
  AjWrittenForm *written = g_new0 (AjWrittenForm, 1);

  written->name = g_strconcat (name, suffix, NULL);
  written->municipality = g_strdup (form->municipality_id);
  written->municipality_name = g_strdup (form->municipality_name);
  written->n_activities = form->rows->len;
  return written;
}

/* What takes long, and leaves nothing behind when it is stopped. */
static gboolean
make_all (const Saving *saving,
          GPtrArray *files,
          GPtrArray *written,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < saving->forms->len; i++)
    {
      const AjForm *form = saving->forms->pdata[i];
      g_autofree char *name = make_unique_name (taken, form);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint k = 0; k < G_N_ELEMENTS (formats_known); k++)
        {
          GBytes *bytes;

          if ((saving->formats & formats_known[k].format) == 0)
            continue;
          bytes = aj_form_writer_write (form, formats_known[k].format, error);
          if (bytes == NULL)
            return FALSE;
          g_ptr_array_add (files, bytes);
          g_ptr_array_add (written, make_written (form, name, formats_known[k].suffix));
        }
      if (saving->progress != NULL)
        saving->progress (i + 1, saving->forms->len, saving->progress_data);
    }
  return TRUE;
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

static GPtrArray *
save (const Saving *saving, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (
      (GDestroyNotify) aj_written_form_free);

  if (!make_all (saving, files, written, cancellable, error) ||
      !make_folder (saving->folder, error))
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      AjWrittenForm *form = written->pdata[i];
      char *name = aj_numbered_file_write (saving->folder, form->name, files->pdata[i],
                                           AJ_OUTPUT_FILE_PRIVATE, error);

      if (name == NULL)
        return NULL;
      g_free (form->name);
      form->name = name;
    }
  return g_steal_pointer (&written);
}

GPtrArray *
aj_form_writer_save (GPtrArray *forms,
                     const char *folder,
                     AjFormFormats formats,
                     GCancellable *cancellable,
                     AjFormProgress progress,
                     gpointer progress_data,
                     GError **error)
{
  const Saving saving = { forms, (char *) folder, formats, progress, progress_data };

  return save (&saving, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *written = save (data, cancellable, &error);

  if (written != NULL)
    g_task_return_pointer (task, written, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
aj_form_writer_save_async (GPtrArray *forms,
                           const char *folder,
                           AjFormFormats formats,
                           GCancellable *cancellable,
                           AjFormProgress progress,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->forms = g_ptr_array_ref (forms);
  saving->folder = g_strdup (folder);
  saving->formats = formats;
  saving->progress = progress;
  saving->progress_data = progress_data;
  g_task_set_source_tag (task, aj_form_writer_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

GPtrArray *
aj_form_writer_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
