/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

/* The files of papers, which lie in a folder beside the data file that is called after it: beside "oost.aanjager" the folder
 * "oost-stukken", in every language. A paper holds only the name of its file, so both may be moved together. The program
 * adds files to the folder and takes none away: undo and history may bring back a paper that was removed. */

/* (transfer full) */
char *aj_paper_folder_get_path (const char *data_path);
/* (transfer full) (nullable): where the file of a paper lies; NULL, with a sentence, when it has none, when its name leads
 * out of the folder, or when no file is there any more (G_IO_ERROR_NOT_FOUND). */
char *aj_paper_folder_find (const char *data_path, const AjValues *paper, GError **error);

/* The same without waiting: the folder may lie on a network drive. */
void aj_paper_folder_find_async (const char *data_path,
                                 const AjValues *paper,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
char *aj_paper_folder_find_finish (GAsyncResult *result, GError **error);

/* (transfer full): what a file may be called in the folder: its own name, without what some file system or another cannot
 * have, and not too long. @path is where it lies now. */
char *aj_paper_folder_make_name (const char *path);
/* (transfer full): the title that a paper with that file is given at first: its name without the ending. */
char *aj_paper_folder_make_title (const char *path);

/* Copies the file at @path into the folder, whole or not at all, under a name that no other has. (transfer full): that name.
 * Waits. */
char *aj_paper_folder_add (const char *data_path,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error);
/* The same without waiting. */
void aj_paper_folder_add_async (const char *data_path,
                                const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *aj_paper_folder_add_finish (GAsyncResult *result, GError **error);

G_END_DECLS
