/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-csv-writer.h"
#include "aj-document.h"
#include "aj-store.h"

G_BEGIN_DECLS

/* Who was active in the editions of an action day, an edition and those before it: what each organisation did, where, how
 * often, alone and as a partner, and how many people that reached. What nobody is named for was done by the municipality.
 * Drafts and what was cancelled do not count. Partners are told apart by the commas and semicolons between them, and are
 * the organisations that are called so. Nobody who works there is named. */

/* (transfer full): in the reader's language. Waits. */
AjDocument *aj_active_organisations_load (AjStore *store, const char *edition, GError **error);
/* The same without waiting. */
void aj_active_organisations_load_async (AjStore *store,
                                         const char *edition,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
/* (transfer full) */
AjDocument *
aj_active_organisations_load_finish (AjStore *store, GAsyncResult *result, GError **error);

/* Writes the same as a table with a row for each organisation in each edition, whole or not at all; for programs
 * (AJ_CSV_PLAIN) with names of fields, else with what people read. @n_written (nullable) receives the number of rows. Waits. */
gboolean aj_active_organisations_save_table (AjStore *store,
                                             const char *edition,
                                             AjCsvStyle style,
                                             const char *path,
                                             guint *n_written,
                                             GError **error);
/* The same without waiting; cancelling leaves what was at @path. */
void aj_active_organisations_save_table_async (AjStore *store,
                                               const char *edition,
                                               AjCsvStyle style,
                                               const char *path,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean aj_active_organisations_save_table_finish (AjStore *store,
                                                    GAsyncResult *result,
                                                    guint *n_written,
                                                    GError **error);

G_END_DECLS
