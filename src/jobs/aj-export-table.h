/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

typedef enum
{
  AJ_EXPORT_CSV,   /* for programs: commas, names of fields, codes */
  AJ_EXPORT_EXCEL, /* for people: opens with a double click, in the language of the program */
  AJ_EXPORT_OUTLOOK_ENGLISH, /* people only, as all that follow */
  AJ_EXPORT_OUTLOOK_DUTCH,
  AJ_EXPORT_VCARD_4,
  AJ_EXPORT_VCARD_3,
} AjExportFormat;

/* Of an address book, which holds people who are there now. */
gboolean aj_export_format_is_for_people (AjExportFormat format);
/* "csv" or "vcf" */
const char *aj_export_format_get_ending (AjExportFormat format);

typedef struct
{
  const AjRecordType *type;
  AjExportFormat format;
  /* FALSE for what is shared: fields marked personal and notes are left out, people are named by their ids, and of people
   * themselves only role mailboxes are written. */
  gboolean with_personal;
} AjExportTableRequest;

typedef struct
{
  guint n_written;
  guint
      n_left_out; /* people: forgotten; not in an address book; or a person, when only role mailboxes are written */
} AjExportTableResult;

/* Writes all records of a type to the file @path, whole or not at all. They are read a page at a time, so any number takes
 * no more memory than their ids and the names that they refer to. An import of the file into the same network finds it
 * the same, and into an empty one makes the same records, but for what the program keeps itself and for what was left
 * out. Waits. */
gboolean aj_export_table_run (AjStore *store,
                              const AjExportTableRequest *request,
                              const char *path,
                              AjExportTableResult *result,
                              GError **error);
/* The same without waiting; cancelling leaves what was at @path. */
void aj_export_table_run_async (AjStore *store,
                                const AjExportTableRequest *request,
                                const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean aj_export_table_run_finish (AjStore *store,
                                     GAsyncResult *async_result,
                                     AjExportTableResult *result,
                                     GError **error);

G_END_DECLS
