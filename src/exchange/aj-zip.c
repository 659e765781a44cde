/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-zip-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "aj-error.h"

/* Before that, how many times it grows says nothing. */
#define RATIO_FROM ((gsize) 1024 * 1024)
#define PIECE      65536

struct _AjZip
{
  char *name;         /* (owned) */
  GBytes *bytes;      /* (owned) */
  GPtrArray *paths;   /* (owned) (element-type utf8) */
  GHashTable *is_one; /* (owned) (element-type utf8): of those paths */
};

typedef struct archive Archive;

static void
archive_done (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_done)

gboolean
aj_zip_fail_damaged (AjZip *self, GError **error)
{
  g_set_error (
      error, AJ_ERROR, AJ_ERROR_INVALID,
      /* Translators: the name of a file. */
      _ ("%s is damaged, so it cannot be read. Open it in the program it was made with and save "
         "it again."),
      self->name);
  return FALSE;
}

static gboolean
fail_large (AjZip *self, GError **error)
{
  g_set_error (
      error, AJ_ERROR, AJ_ERROR_LIMIT,
      /* Translators: the name of a file. */
      _ ("%s unpacks to more than any form holds, so it is not read. Copy the rows to a new "
         "spreadsheet and save that."),
      self->name);
  return FALSE;
}

static gboolean
is_too_large (AjZip *self, guint64 unpacked)
{
  gsize packed = g_bytes_get_size (self->bytes);

  return unpacked > AJ_ZIP_MAX_BYTES ||
         (unpacked > RATIO_FROM && unpacked / AJ_ZIP_MAX_RATIO > packed);
}

/* Only by its table of contents at the end, which is what every office program goes by: what lies between may say otherwise. */
static Archive *
open_archive (AjZip *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (self->bytes, &length);

  if (archive == NULL)
    g_error ("out of memory");
  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      aj_zip_fail_damaged (self, error);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

/* @entry is NULL at the end. */
static gboolean
next_entry (AjZip *self, Archive *archive, struct archive_entry **entry, GError **error)
{
  int result = archive_read_next_header (archive, entry);

  if (result == ARCHIVE_EOF)
    {
      *entry = NULL;
      return TRUE;
    }
  return result == ARCHIVE_OK || result == ARCHIVE_WARN || aj_zip_fail_damaged (self, error);
}

static const char *
get_path (struct archive_entry *entry)
{
  const char *path = archive_entry_pathname (entry);

  return path != NULL && g_utf8_validate (path, -1, NULL) ? path : "";
}

static gboolean
list_entry (AjZip *self, struct archive_entry *entry, guint64 *unpacked, GError **error)
{
  char *path = g_strdup (get_path (entry));

  g_ptr_array_add (self->paths, path);
  if (!g_hash_table_add (self->is_one, path))
    return aj_zip_fail_damaged (self, error);
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   /* Translators: the name of a file. */
                   _ ("%s is locked with a password. Save it without one."), self->name);
      return FALSE;
    }
  if (archive_entry_size_is_set (entry))
    *unpacked += (guint64) MAX (archive_entry_size (entry), 0);
  if (self->paths->len > AJ_ZIP_MAX_ENTRIES || is_too_large (self, *unpacked))
    return fail_large (self, error);
  return TRUE;
}

static gboolean
list_all (AjZip *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  struct archive_entry *entry = NULL;
  guint64 unpacked = 0;

  if (archive == NULL)
    return FALSE;
  for (;;)
    {
      if (!next_entry (self, archive, &entry, error))
        return FALSE;
      if (entry == NULL)
        return TRUE;
      if (!list_entry (self, entry, &unpacked, error))
        return FALSE;
    }
}

AjZip *
aj_zip_new (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (AjZip) self = g_new0 (AjZip, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->is_one = g_hash_table_new (g_str_hash, g_str_equal);
  return list_all (self, error) ? g_steal_pointer (&self) : NULL;
}

void
aj_zip_free (AjZip *self)
{
  g_hash_table_unref (self->is_one);
  g_ptr_array_unref (self->paths);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

const char *
aj_zip_get_name (AjZip *self)
{
  return self->name;
}

gboolean
aj_zip_has (AjZip *self, const char *path)
{
  return g_hash_table_contains (self->is_one, path);
}

gboolean
aj_zip_has_like (AjZip *self, const char *pattern)
{
  for (guint i = 0; i < self->paths->len; i++)
    if (g_pattern_match_simple (pattern, self->paths->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
unpack (AjZip *self,
        Archive *archive,
        AjZipFunc func,
        gpointer user_data,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  guint64 unpacked = 0;

  for (;;)
    {
      gssize got = archive_read_data (archive, piece, PIECE);

      if (got == 0)
        return TRUE;
      if (got < 0)
        return aj_zip_fail_damaged (self, error);
      unpacked += (guint64) got;
      if (is_too_large (self, unpacked))
        return fail_large (self, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !func (piece, (gsize) got, user_data, error))
        return FALSE;
    }
}

gboolean
aj_zip_read (AjZip *self,
             const char *path,
             AjZipFunc func,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  struct archive_entry *entry = NULL;

  if (archive == NULL)
    return FALSE;
  do
    {
      if (!next_entry (self, archive, &entry, error))
        return FALSE;
      if (entry == NULL)
        return aj_zip_fail_damaged (self, error);
    }
  while (!g_str_equal (get_path (entry), path));
  return unpack (self, archive, func, user_data, cancellable, error);
}
