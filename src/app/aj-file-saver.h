/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-file-chooser.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* How something gets into a file, or into the files of a folder. */
typedef struct
{
  const char *title; /* of the question where, translated with gettext */
  AjFileChooserKind kind;
  gboolean is_folder;
  const char *doing; /* what is said meanwhile, translated with gettext */
  void (*save_async) (AjStore *store,
                      gconstpointer what,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  /* (transfer full): a sentence that tells how it went; @name is that of the file or folder. NULL on error. */
  char *(*save_finish) (
      AjStore *store, gconstpointer what, GAsyncResult *result, const char *name, GError **error);
} AjFileSaverKind;

/* Asks where, proposing @name, writes @what without blocking and tells how it went. @from is a widget in the window that
 * asks. @what is let go of by @free_what. */
void aj_file_saver_save (GtkWidget *from,
                         AjServices *services,
                         const AjFileSaverKind *kind,
                         const char *name,
                         gpointer what,
                         GDestroyNotify free_what);

G_END_DECLS
