/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-table.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-csv-writer.h"
#include "aj-name-book.h"
#include "aj-outlook.h"
#include "aj-output-file.h"
#include "aj-pass.h"
#include "aj-person.h"
#include "aj-vcard.h"

/* As much as is gathered of cards before it is written. */
#define BLOCK 65536
/* What Outlook's import takes a file for, whatever stands in it. */
#define OUTLOOK_CHARSET "WINDOWS-1252//TRANSLIT"

/* A file while it is written. */
typedef struct
{
  AjStore *store; /* (owned) */
  AjExportTableRequest request;
  char *path; /* (owned) */
  AjDate today;
  AjNameBook *names;     /* (owned) */
  AjOutputFile *file;    /* (owned) (nullable) */
  GOutputStream *stream; /* (owned) (nullable): into the file */
  AjCsvWriter *csv;      /* (owned) (nullable) */
  GString *cards;        /* (owned) (nullable): not written yet */
  GString *text;         /* (owned): room for one value */
  AjExportTableResult result;
} Export;

gboolean
aj_export_format_is_for_people (AjExportFormat format)
{
  return format != AJ_EXPORT_CSV && format != AJ_EXPORT_EXCEL;
}

static gboolean
is_vcard (AjExportFormat format)
{
  return format == AJ_EXPORT_VCARD_4 || format == AJ_EXPORT_VCARD_3;
}

const char *
aj_export_format_get_ending (AjExportFormat format)
{
  return is_vcard (format) ? "vcf" : "csv";
}

static Export *
export_new (AjStore *store, const AjExportTableRequest *request, const char *path)
{
  Export *self = g_new0 (Export, 1);

  self->store = g_object_ref (store);
  self->request = *request;
  self->path = g_strdup (path);
  self->today = aj_clock_get_today (aj_store_get_clock (store));
  self->names = aj_name_book_new (request->type);
  self->text = g_string_new (NULL);
  return self;
}

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->csv, aj_csv_writer_free);
  g_clear_object (&self->stream);
  g_clear_object (&self->file);
  if (self->cards != NULL)
    g_string_free (self->cards, TRUE);
  g_string_free (self->text, TRUE);
  aj_name_book_free (self->names);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gboolean
is_column (Export *self, const AjField *field)
{
  if (field->internal)
    return FALSE;
  if (self->request.with_personal)
    return TRUE;
  /* Notes may name anybody, whatever they are about. Of people there are only role mailboxes. */
  return !field->multiline && (!field->personal || self->request.type == &aj_person_record_type);
}

static void
add_names (Export *self)
{
  const AjRecordType *type = self->request.type;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];

      if (!is_column (self, field))
        continue;
      if (self->request.format == AJ_EXPORT_EXCEL)
        aj_csv_writer_add_text (self->csv, aj_field_get_label (field));
      else
        aj_csv_writer_add_text (self->csv, field->name);
    }
  aj_csv_writer_add_text (self->csv, "id");
}

static gboolean
open_file (Export *self, GCancellable *cancellable, GError **error)
{
  AjExportFormat format = self->request.format;
  g_autoptr (GCharsetConverter) converter = NULL;

  self->file = aj_output_file_open (self->path,
                                    self->request.with_personal ? AJ_OUTPUT_FILE_PRIVATE
                                                                : AJ_OUTPUT_FILE_DEFAULT,
                                    error);
  if (self->file == NULL)
    return FALSE;
  self->stream = G_OUTPUT_STREAM (g_object_ref (self->file));
  if (is_vcard (format))
    {
      self->cards = g_string_sized_new (BLOCK);
      return TRUE;
    }
  if (aj_export_format_is_for_people (format))
    {
      converter = g_charset_converter_new (OUTLOOK_CHARSET, "UTF-8", error);
      if (converter == NULL)
        return FALSE;
      g_object_unref (self->stream);
      self->stream = g_converter_output_stream_new (G_OUTPUT_STREAM (self->file),
                                                    G_CONVERTER (converter));
    }
  self->csv = aj_csv_writer_new (self->stream,
                                 format == AJ_EXPORT_EXCEL ? AJ_CSV_EXCEL : AJ_CSV_PLAIN);
  if (aj_export_format_is_for_people (format))
    aj_outlook_add_names (self->csv, format == AJ_EXPORT_OUTLOOK_DUTCH ? AJ_OUTLOOK_DUTCH
                                                                       : AJ_OUTLOOK_ENGLISH);
  else
    add_names (self);
  return aj_csv_writer_end_row (self->csv, cancellable, error);
}

/* By its title, when that says which it is and may be told. */
static const char *
get_reference (Export *self, const AjField *field, const char *id)
{
  const AjRecordType *target = aj_record_type_lookup (field->target);
  const char *title = aj_name_book_get_title (self->names, target, id);
  const char *found;

  if (title == NULL || *title == '\0' ||
      (!self->request.with_personal && aj_name_book_is_personal (self->names, target, id)) ||
      aj_name_book_find (self->names, target, title, &found) != AJ_NAME_FOUND_ONE)
    return id;
  return title;
}

/* Numbers and times as a spreadsheet in the language of the program reads them. */
static void
localise (Export *self, const AjField *field, const char *machine)
{
  g_string_assign (self->text, machine);
  if (self->request.format != AJ_EXPORT_EXCEL)
    return;
  if (field->kind == AJ_FIELD_REAL)
    g_string_replace (self->text, ".", localeconv ()->decimal_point, 1);
  else if (field->kind == AJ_FIELD_WALL_TIME)
    g_string_replace (self->text, "T", " ", 1);
}

static void
add_value (Export *self, const AjField *field, const AjValue *value)
{
  g_autofree char *machine = aj_field_format (field, value);

  if (value->kind == AJ_VALUE_NONE)
    aj_csv_writer_add_raw (self->csv, "");
  else if (field->kind == AJ_FIELD_REFERENCE)
    aj_csv_writer_add_text (self->csv, get_reference (self, field, machine));
  else if (field->kind == AJ_FIELD_TEXT)
    aj_csv_writer_add_text (self->csv, machine);
  else if (self->request.format == AJ_EXPORT_EXCEL &&
           (field->kind == AJ_FIELD_CHOICE || field->kind == AJ_FIELD_BOOLEAN))
    {
      g_autofree char *shown = aj_field_display (field, value);

      aj_csv_writer_add_text (self->csv, shown);
    }
  else
    {
      localise (self, field, machine);
      aj_csv_writer_add_raw (self->csv, self->text->str);
    }
}

static gboolean
add_row (Export *self, const AjValues *values, GError **error)
{
  const AjRecordType *type = self->request.type;

  for (guint i = 0; i < type->n_fields; i++)
    if (is_column (self, &type->fields[i]))
      add_value (self, &type->fields[i], aj_values_peek (values, i));
  aj_csv_writer_add_text (self->csv, aj_values_get_id (values));
  return aj_csv_writer_end_row (self->csv, NULL, error);
}

static AjCard *
make_card (Export *self, const AjValues *values)
{
  AjCard *card = aj_card_new (0);

  aj_card_set (card, AJ_CARD_ID, aj_values_get_id (values));
  for (guint i = AJ_CARD_ID + 1; i < AJ_CARD_N_FIELDS; i++)
    {
      const char *name = aj_card_get_field_name ((AjCardField) i);
      int index = aj_record_type_find (&aj_person_record_type, name);
      const AjField *field = &aj_person_record_type.fields[index];
      const AjValue *value = aj_values_peek (values, (guint) index);
      g_autofree char *text = aj_field_format (field, value);

      if (!is_column (self, field))
        continue;
      if (field->kind == AJ_FIELD_BOOLEAN)
        aj_card_set (card, (AjCardField) i, value->as.integer != 0 ? "true" : NULL);
      else if (field->kind == AJ_FIELD_REFERENCE && *text != '\0')
        aj_card_set (card, (AjCardField) i,
                     aj_name_book_get_title (self->names, aj_record_type_lookup (field->target),
                                             text));
      else
        aj_card_set (card, (AjCardField) i, text);
    }
  return card;
}

static gboolean
flush_cards (Export *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->cards->str, self->cards->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->cards, 0);
  return TRUE;
}

static gboolean
add_card (Export *self, const AjValues *values, GError **error)
{
  g_autoptr (AjCard) card = make_card (self, values);

  if (self->csv != NULL)
    {
      aj_outlook_add_card (self->csv, card);
      return aj_csv_writer_end_row (self->csv, NULL, error);
    }
  aj_vcard_append (self->cards, card,
                   self->request.format == AJ_EXPORT_VCARD_3 ? AJ_VCARD_3 : AJ_VCARD_4);
  return self->cards->len < BLOCK || flush_cards (self, NULL, error);
}

static gboolean
is_left_out (Export *self, const AjValues *values)
{
  AjDate left_on;

  if (self->request.type != &aj_person_record_type)
    return FALSE;
  if (!aj_values_is_empty (values, "forgotten-on") ||
      (!self->request.with_personal && !aj_values_get_boolean (values, "role-mailbox")))
    return TRUE;
  left_on = aj_values_get_date (values, "left-on");
  return aj_export_format_is_for_people (self->request.format) && left_on != AJ_DATE_NONE &&
         left_on < self->today;
}

/* On any one thread at a time. */
static gboolean
write_record (const AjValues *values, gpointer export, GError **error)
{
  Export *self = export;

  if (is_left_out (self, values))
    {
      self->result.n_left_out++;
      return TRUE;
    }
  self->result.n_written++;
  if (aj_export_format_is_for_people (self->request.format))
    return add_card (self, values, error);
  return add_row (self, values, error);
}

static gboolean
add_to_names (const AjValues *values, gpointer export, GError **error)
{
  aj_name_book_add (((Export *) export)->names, values);
  return TRUE;
}

static gboolean
place_file (Export *self, GCancellable *cancellable, GError **error)
{
  gboolean written = self->csv != NULL ? aj_csv_writer_finish (self->csv, cancellable, error)
                                       : flush_cards (self, cancellable, error);

  if (!written)
    return FALSE;
  /* A stream that turns letters into others still holds the last of them. */
  if (self->stream != G_OUTPUT_STREAM (self->file))
    {
      g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->stream), FALSE);
      if (!g_output_stream_close (self->stream, cancellable, error))
        return FALSE;
    }
  return aj_output_file_commit (self->file, error);
}

static gboolean
can_hold (const AjExportTableRequest *request)
{
  return request->type == &aj_person_record_type ||
         !aj_export_format_is_for_people (request->format);
}

static GPtrArray *
list_records (Export *self)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);

  g_ptr_array_add (queries, aj_query_new (self->request.type));
  return queries;
}

gboolean
aj_export_table_run (AjStore *store,
                     const AjExportTableRequest *request,
                     const char *path,
                     AjExportTableResult *result,
                     GError **error)
{
  g_autoptr (Export) self = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store), FALSE);
  g_return_val_if_fail (can_hold (request), FALSE);

  self = export_new (store, request, path);
  names = aj_name_book_list_queries (self->names);
  records = list_records (self);
  if (!open_file (self, NULL, error) || !aj_pass_run (store, names, add_to_names, self, error) ||
      !aj_pass_run (store, records, write_record, self, error) || !place_file (self, NULL, error))
    return FALSE;
  *result = self->result;
  return TRUE;
}

static void
placed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
place_in_thread (GTask *piece, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (place_file (task_data, cancellable, &error))
    g_task_return_boolean (piece, TRUE);
  else
    g_task_return_error (piece, error);
}

static void
written_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  gpointer self = g_task_get_task_data (task);
  g_autoptr (GTask) piece = NULL;
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (store), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  piece = g_task_new (store, cancellable, placed_cb, g_steal_pointer (&task));
  /* A file that is in its place is not taken back. */
  g_task_set_check_cancellable (piece, FALSE);
  g_task_set_task_data (piece, self, NULL);
  g_task_run_in_thread (piece, place_in_thread);
}

static void
named_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Export *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) records = list_records (self);
  GError *error = NULL;

  if (aj_pass_run_finish (AJ_STORE (store), result, &error))
    aj_pass_run_async (AJ_STORE (store), records, write_record, self, cancellable, written_cb,
                       g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Export *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) names = aj_name_book_list_queries (self->names);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    aj_pass_run_async (AJ_STORE (store), names, add_to_names, self, cancellable, named_cb,
                       g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
open_in_thread (GTask *piece, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (open_file (task_data, cancellable, &error))
    g_task_return_boolean (piece, TRUE);
  else
    g_task_return_error (piece, error);
}

void
aj_export_table_run_async (AjStore *store,
                           const AjExportTableRequest *request,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) piece = NULL;
  Export *self;

  g_return_if_fail (AJ_IS_STORE (store));
  g_return_if_fail (can_hold (request));

  self = export_new (store, request, path);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_export_table_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, export_free);
  piece = g_task_new (store, cancellable, opened_cb, task);
  g_task_set_task_data (piece, self, NULL);
  g_task_run_in_thread (piece, open_in_thread);
}

gboolean
aj_export_table_run_finish (AjStore *store,
                            GAsyncResult *async_result,
                            AjExportTableResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (async_result, store), FALSE);

  if (!g_task_propagate_boolean (G_TASK (async_result), error))
    return FALSE;
  *result = ((Export *) g_task_get_task_data (G_TASK (async_result)))->result;
  return TRUE;
}
