/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What opens well where: programs expect commas (RFC 4180), a double click in Excel the separator of the regional
 * settings, and the mark that says it is UTF-8. */
typedef enum
{
  AJ_CSV_PLAIN, /* commas, no mark */
  AJ_CSV_EXCEL, /* a byte order mark; semicolons where the language writes 1,5, as Dutch does */
} AjCsvStyle;

/**
 * AjCsvWriter:
 *
 * Writes comma-separated values to a stream as they come: UTF-8, lines ended by CR LF, fields quoted where
 * they need it. Text can never become a formula: where a spreadsheet would take it for one, an apostrophe
 * goes before it, which aj_csv_unguard() takes away; only for programs a telephone number stays as it is. May be used on any one thread at a time.
 */
typedef struct _AjCsvWriter AjCsvWriter;

/* Takes a reference on @stream, which is not closed. */
AjCsvWriter *aj_csv_writer_new (GOutputStream *stream, AjCsvStyle style);
void aj_csv_writer_free (AjCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCsvWriter, aj_csv_writer_free)

/* One field of the row. NULL is empty. */
void aj_csv_writer_add_text (AjCsvWriter *self, const char *text);
/* The same for what is no text: a number or a date, which spreadsheets are to take for one. */
void aj_csv_writer_add_raw (AjCsvWriter *self, const char *text);
/* Ends the row. FALSE when the stream did not take what gathered. */
gboolean aj_csv_writer_end_row (AjCsvWriter *self, GCancellable *cancellable, GError **error);
/* Writes what is left; waits for the stream. */
gboolean aj_csv_writer_finish (AjCsvWriter *self, GCancellable *cancellable, GError **error);

G_END_DECLS
