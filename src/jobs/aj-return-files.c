/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-return-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-decode.h"
#include "aj-error.h"
#include "aj-form-file.h"

static void
place_clear (gpointer data)
{
  AjReturnPlace *place = data;

  g_free (place->code);
  g_free (place->name);
  g_free (place->edition);
}

AjReturnForm *
aj_return_form_new (const char *file, AjForm *form)
{
  AjReturnForm *self = g_new0 (AjReturnForm, 1);

  self->file = g_strdup (file);
  self->form = form;
  self->places = g_array_new (FALSE, TRUE, sizeof (AjReturnPlace));
  g_array_set_clear_func (self->places, place_clear);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
aj_return_form_free (AjReturnForm *self)
{
  g_free (self->corrected);
  g_ptr_array_unref (self->ignored);
  g_array_unref (self->places);
  aj_form_free (self->form);
  g_free (self->file);
  g_free (self);
}

AjFormRow *
aj_return_form_add_row (AjReturnForm *self, AjReturnPlace place)
{
  g_array_append_val (self->places, place);
  return aj_form_add_row (self->form);
}

static gboolean
read_form_file (const char *name, GBytes *bytes, GPtrArray *forms, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  AjForm *form = aj_form_file_read (name, text != NULL ? text : "", length, error);
  AjReturnForm *found;

  if (form == NULL)
    return FALSE;
  found = aj_return_form_new (name, form);
  found->is_ours = TRUE;
  for (guint i = 0; i < form->rows->len; i++)
    {
      AjReturnPlace place = { .line = i + 1 };

      g_array_append_val (found->places, place);
    }
  g_ptr_array_add (forms, found);
  return TRUE;
}

/* By what it says: attachments lose their names. */
static gboolean
is_form_file (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  return length > 0 && *text == '{';
}

gboolean
aj_return_files_read_bytes (const char *name,
                            GBytes *bytes,
                            AjDate starts_on,
                            AjDate ends_on,
                            GPtrArray *forms,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (AjWorkbook) workbook = NULL;

  if (is_form_file (bytes))
    return read_form_file (name, bytes, forms, error);
  workbook = aj_workbook_read (name, bytes, cancellable, error);
  return workbook != NULL && aj_return_table_read (workbook, starts_on, ends_on, forms, error);
}

gboolean
aj_return_files_read (const char *path,
                      AjDate starts_on,
                      AjDate ends_on,
                      GPtrArray *forms,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = aj_decode_read_file (path, error);

  return bytes != NULL &&
         aj_return_files_read_bytes (name, bytes, starts_on, ends_on, forms, cancellable, error);
}

gboolean
aj_return_files_are_likely (const char *path)
{
  /* Those that are not read are told what to do. */
  static const char *const endings[] = { ".xlsx", ".xlsm", ".xls", ".ods", ".numbers" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  return aj_form_file_is_likely (path);
}
