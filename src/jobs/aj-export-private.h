/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edit.h"
#include "aj-export-job.h"
#include "aj-reading.h"

G_BEGIN_DECLS

/**
 * AjExport:
 *
 * An export under way, and each of its steps: pages of records are read and treated, the files are put in their place, what went
 * out is noted. Who takes the steps, and waits for them or not, is aj-export-job.c.
 */
typedef struct _AjExport AjExport;

AjExport *aj_export_new (AjStore *store,
                         const AjExportRequest *request,
                         const char *path,
                         AjExportProgressFunc progress,
                         gpointer progress_data);
void aj_export_free (AjExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjExport, aj_export_free)

void aj_export_tell_progress (AjExport *self);
/* Begins to read what comes next, as aj_export_get_reading(); FALSE when all is read. */
gboolean aj_export_start_next_query (AjExport *self);
/* (transfer none) */
AjReading *aj_export_get_reading (AjExport *self);
/* @page: (element-type AjValues), empty at the end of a query. Takes its time, on any thread. */
gboolean
aj_export_treat_page (AjExport *self, GPtrArray *page, GCancellable *cancellable, GError **error);
/* Puts what was written in its place. Takes its time, on any thread. */
gboolean aj_export_place (AjExport *self, GCancellable *cancellable, GError **error);
/* (transfer full) (nullable): the next note of what is out, to be committed; NULL when all is noted. */
AjEdit *aj_export_make_note (AjExport *self);
/* (transfer full) (nullable): what there is to say in the end, of files that are out all the same. @noting (nullable) is taken: why
 * they are not noted. */
GError *aj_export_conclude (AjExport *self, GError *noting);
/* @result is nullable. */
void aj_export_fill_result (AjExport *self, AjExportResult *result);

G_END_DECLS
