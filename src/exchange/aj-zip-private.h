/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts of a zip archive, unpacked piece by piece. */
typedef struct _AjZip AjZip;

/* What is unpacked of one part at most, and how many times the size of the archive: ordinary tables shrink ten to fifty
 * times, and a thousand times is the most that there is. */
#define AJ_ZIP_MAX_BYTES   ((gsize) 384 * 1024 * 1024)
#define AJ_ZIP_MAX_RATIO   300
#define AJ_ZIP_MAX_ENTRIES 4096

/* Reads the table of contents only. Fails with AJ_ERROR_INVALID when it is damaged or locked, with AJ_ERROR_LIMIT when it says
 * itself that it unpacks to more than is read. */
AjZip *aj_zip_new (const char *name, GBytes *bytes, GError **error);
void aj_zip_free (AjZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjZip, aj_zip_free)

const char *aj_zip_get_name (AjZip *self);
gboolean aj_zip_has (AjZip *self, const char *path);
/* Whether there is a part like "*.iwa". */
gboolean aj_zip_has_like (AjZip *self, const char *pattern);

typedef gboolean (*AjZipFunc) (const char *piece, gsize length, gpointer user_data, GError **error);

/* Unpacks a part into @func, which stops it by failing. */
gboolean aj_zip_read (AjZip *self,
                      const char *path,
                      AjZipFunc func,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error);

/* "x.xlsx is damaged, so it cannot be read…"; FALSE. */
gboolean aj_zip_fail_damaged (AjZip *self, GError **error);

G_END_DECLS
