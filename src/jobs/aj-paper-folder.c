/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-paper-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "aj-output-file.h"
#include "aj-text.h"

#define DATA_ENDING   ".aanjager"
#define FOLDER_ENDING "-stukken"
/* Bytes: with a number behind it, it stays below what file systems take (255, of which encrypted ones leave 143). */
#define MAX_NAME 120
/* Of those, for an ending; longer ones are no endings. */
#define MAX_ENDING 16
#define MAX_NUMBER 9999

char *
aj_paper_folder_get_path (const char *data_path)
{
  g_autofree char *folder = g_path_get_dirname (data_path);
  g_autofree char *name = g_path_get_basename (data_path);
  g_autofree char *own = NULL;

  if (g_str_has_suffix (name, DATA_ENDING) && strlen (name) > strlen (DATA_ENDING))
    name[strlen (name) - strlen (DATA_ENDING)] = '\0';
  own = g_strconcat (name, FOLDER_ENDING, NULL);
  return g_build_filename (folder, own, NULL);
}

char *
aj_paper_folder_find (const char *data_path, const AjValues *paper, GError **error)
{
  const char *name = aj_values_get_text (paper, "file");
  g_autofree char *folder = aj_paper_folder_get_path (data_path);
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autofree char *path = NULL;

  if (name != NULL && aj_values_check (paper, NULL, error))
    path = g_build_filename (folder, name, NULL);
  if (name != NULL && path == NULL)
    return NULL;
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               /* Translators: the name of a file, and that of a folder. */
               _ ("“%1$s” is not in the folder “%2$s” beside the data file. Put it back there."),
               name != NULL ? name : "–", folder_name);
  return NULL;
}

/* What Windows cannot have in a name; the folder may lie on a drive of theirs. */
static gboolean
is_barred (char c)
{
  return strchr ("/\\:*?\"<>|", c) != NULL;
}

static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", NULL };
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, "."));

  return g_strv_contains (devices, stem) ||
         (strlen (stem) == 4 && g_ascii_isdigit (stem[3]) &&
          (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt")));
}

/* The last part with its full stop, or the end of the name. */
static const char *
find_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name && strlen (dot) <= MAX_ENDING ? dot : name + strlen (name);
}

static char *
shorten (const char *name)
{
  const char *ending = find_ending (name);
  const char *end = name + MIN ((gsize) (ending - name), MAX_NAME - strlen (ending));
  g_autofree char *stem = NULL;

  /* Never inside a character. */
  while (end > name && (*end & 0xC0) == 0x80)
    end--;
  stem = g_strndup (name, (gsize) (end - name));
  g_strchomp (stem);
  return g_strconcat (stem, ending, NULL);
}

char *
aj_paper_folder_make_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = aj_text_clean_line (base);
  const char *start = name;
  gsize length;

  for (char *p = name; *p != '\0'; p++)
    if (is_barred (*p))
      *p = '-';
  /* Neither hidden nor a folder above. */
  while (*start == '.' || *start == ' ')
    start++;
  length = strlen (start);
  while (length > 0 && (start[length - 1] == '.' || start[length - 1] == ' '))
    length--;
  name[start - name + (gssize) length] = '\0';
  if (*start == '\0')
    return g_strdup ("stuk");
  if (is_device (start))
    {
      g_autofree char *other = g_strconcat ("_", start, NULL);

      return shorten (other);
    }
  return shorten (start);
}

char *
aj_paper_folder_make_title (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = aj_text_clean_line (base);

  g_strdelimit (name, "_", ' ');
  name[find_ending (name) - name] = '\0';
  return *g_strstrip (name) != '\0' ? g_steal_pointer (&name) : g_strdup ("–");
}

static char *
number_name (const char *name, guint number)
{
  const char *ending = find_ending (name);

  if (number == 1)
    return g_strdup (name);
  return g_strdup_printf ("%.*s (%u)%s", (int) (ending - name), name, number, ending);
}

static gboolean
check_source (GFile *source, const char *path, GError **error)
{
  if (g_file_query_file_type (source, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               _ ("“%s” is no file that can be copied. Choose another one."), path);
  return FALSE;
}

static gboolean
copy (GFile *source, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (AjOutputFile) output =
      aj_output_file_open (path, AJ_OUTPUT_FILE_NEW | AJ_OUTPUT_FILE_PRIVATE, error);
  g_autoptr (GFileInputStream) input = output != NULL ? g_file_read (source, cancellable, error)
                                                      : NULL;

  return input != NULL &&
         g_output_stream_splice (G_OUTPUT_STREAM (output), G_INPUT_STREAM (input),
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable, error) >= 0 &&
         aj_output_file_commit (output, error);
}

char *
aj_paper_folder_add (const char *data_path,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *folder = aj_paper_folder_get_path (data_path);
  g_autofree char *wanted = aj_paper_folder_make_name (path);
  g_autoptr (GFile) source = g_file_new_for_path (path);

  if (!check_source (source, path, error))
    return NULL;
  /* When it cannot be made, nothing can be written in it either. */
  g_mkdir (folder, 0700);
  for (guint number = 1;; number++)
    {
      g_autofree char *name = number_name (wanted, number);
      g_autofree char *target = g_build_filename (folder, name, NULL);
      g_autoptr (GError) local_error = NULL;

      if (copy (source, target, cancellable, &local_error))
        return g_steal_pointer (&name);
      if (number < MAX_NUMBER &&
          g_error_matches (local_error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_EXISTS))
        continue;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
}

typedef struct
{
  char *data_path;
  char *path;
} Adding;

static void
adding_free (Adding *adding)
{
  g_free (adding->data_path);
  g_free (adding->path);
  g_free (adding);
}

static void
add_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Adding *adding = task_data;
  GError *error = NULL;
  char *name = aj_paper_folder_add (adding->data_path, adding->path, cancellable, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

void
aj_paper_folder_add_async (const char *data_path,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);

  adding->data_path = g_strdup (data_path);
  adding->path = g_strdup (path);
  g_task_set_source_tag (task, aj_paper_folder_add_async);
  g_task_set_task_data (task, adding, (GDestroyNotify) adding_free);
  g_task_run_in_thread (task, add_in_thread);
}

char *
aj_paper_folder_add_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *data_path;
  const AjValues *paper; /* (owned) */
} Finding;

static void
finding_free (Finding *finding)
{
  g_free (finding->data_path);
  aj_values_unref ((AjValues *) finding->paper);
  g_free (finding);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Finding *finding = task_data;
  GError *error = NULL;
  char *path = aj_paper_folder_find (finding->data_path, finding->paper, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

void
aj_paper_folder_find_async (const char *data_path,
                            const AjValues *paper,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Finding *finding = g_new0 (Finding, 1);

  finding->data_path = g_strdup (data_path);
  finding->paper = aj_values_ref (paper);
  g_task_set_source_tag (task, aj_paper_folder_find_async);
  g_task_set_task_data (task, finding, (GDestroyNotify) finding_free);
  g_task_run_in_thread (task, find_in_thread);
}

char *
aj_paper_folder_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
