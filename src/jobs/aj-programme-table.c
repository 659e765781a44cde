/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-output-file.h"
#include "aj-programme-draw-private.h"

/* A table while it is written. */
typedef struct
{
  AjProgrammeFacts *facts; /* (owned) (nullable) */
  AjCsvStyle style;
  AjOutputFile *file; /* (owned) (nullable) */
  AjCsvWriter *csv;   /* (owned) (nullable) */
  GPtrArray *
      lines; /* (owned) (element-type AjProgrammeLine): of what became different, which has no order */
  guint n_written;
} Table;

/* The fields of an activity that are for everybody, in the order of the columns. */
static const char *const columns[] = {
  "date",        "from",          "until",        "name",     "kind",         "municipality",
  "place",       "address",       "organisation", "partners", "for-business", "for-youth",
  "for-elderly", "for-residents", "access",       "link",
};

static void
table_free (gpointer data)
{
  Table *self = data;

  g_clear_pointer (&self->csv, aj_csv_writer_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->facts, aj_programme_facts_free);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static gboolean
is_for_people (Table *self)
{
  return self->style == AJ_CSV_EXCEL;
}

static gboolean
has_changes (Table *self)
{
  return aj_programme_facts_get_request (self->facts)->since != AJ_DATE_NONE;
}

static const AjField *
get_field (const char *name, guint *index)
{
  *index = (guint) aj_record_type_find (&aj_activity_record_type, name);
  return &aj_activity_record_type.fields[*index];
}

static gboolean
add_names (Table *self, GError **error)
{
  guint index;

  if (has_changes (self))
    aj_csv_writer_add_text (self->csv, is_for_people (self) ? _ ("Change") : "change");
  aj_csv_writer_add_text (self->csv, is_for_people (self) ? _ ("District") : "district");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const AjField *field = get_field (columns[i], &index);

      aj_csv_writer_add_text (self->csv,
                              is_for_people (self) ? aj_field_get_label (field) : field->name);
    }
  aj_csv_writer_add_text (self->csv, "id");
  return aj_csv_writer_end_row (self->csv, NULL, error);
}

static void
add_value (Table *self, const AjValues *activity, const char *name)
{
  guint index;
  const AjField *field = get_field (name, &index);
  const AjValue *value = aj_values_peek (activity, index);
  g_autofree char *text = NULL;

  if (g_str_equal (name, "municipality"))
    text = g_strdup (aj_programme_facts_get_municipality (self->facts, activity));
  else if (g_str_equal (name, "organisation"))
    text = g_strdup (aj_programme_facts_get_organisation (self->facts, activity));
  else if (is_for_people (self) &&
           (field->kind == AJ_FIELD_CHOICE || field->kind == AJ_FIELD_BOOLEAN))
    text = aj_field_display (field, value);
  else
    text = aj_field_format (field, value);
  /* Days and times are for the spreadsheet to read. */
  if (field->kind == AJ_FIELD_DATE || field->kind == AJ_FIELD_TIME)
    aj_csv_writer_add_raw (self->csv, text);
  else
    aj_csv_writer_add_text (self->csv, text);
}

static void
add_change (Table *self, const AjProgrammeEntry *entry)
{
  static const struct
  {
    const char *code;
    const char *label;
  } changes[] = {
    [AJ_PROGRAMME_NEW] = { "new", N_ ("new") },
    [AJ_PROGRAMME_CHANGED] = { "changed", N_ ("changed") },
    [AJ_PROGRAMME_GONE] = { "gone", N_ ("no longer in the programme") },
    [AJ_PROGRAMME_SAME] = { "same", N_ ("the same") },
  };
  AjProgrammeChange change = aj_programme_facts_judge (self->facts, entry);

  aj_csv_writer_add_text (self->csv,
                          is_for_people (self) ? _ (changes[change].label) : changes[change].code);
}

static gboolean
add_row (Table *self, const AjProgrammeEntry *entry, const AjValues *activity, GError **error)
{
  if (has_changes (self))
    add_change (self, entry);
  aj_csv_writer_add_text (self->csv, aj_programme_facts_get_district (self->facts, activity));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_value (self, activity, columns[i]);
  aj_csv_writer_add_text (self->csv, aj_values_get_id (activity));
  self->n_written++;
  return aj_csv_writer_end_row (self->csv, NULL, error);
}

static gboolean
take_cb (AjProgrammeFacts *facts, const AjProgrammeEntry *entry, gpointer user_data, GError **error)
{
  Table *self = user_data;

  if (!has_changes (self))
    return add_row (self, entry, entry->now, error);
  g_ptr_array_add (self->lines, aj_programme_line_new (facts, entry));
  return TRUE;
}

static Table *
table_new (AjStore *store, const AjProgrammeRequest *request, AjCsvStyle style)
{
  Table *self = g_new0 (Table, 1);

  self->style = style;
  self->lines = g_ptr_array_new_with_free_func (aj_programme_line_free);
  self->facts = aj_programme_facts_new (store, request, take_cb, self);
  return self;
}

static gboolean
open_file (Table *self, const char *path, GError **error)
{
  self->file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, error);
  if (self->file == NULL)
    return FALSE;
  self->csv = aj_csv_writer_new (G_OUTPUT_STREAM (self->file), self->style);
  return add_names (self, error);
}

static gboolean
place_file (Table *self, GCancellable *cancellable, GError **error)
{
  g_ptr_array_sort (self->lines, aj_programme_line_compare);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AjProgrammeLine *line = self->lines->pdata[i];
      const AjProgrammeEntry entry = { line->now, line->then };

      if (!add_row (self, &entry, line->values, error))
        return FALSE;
    }
  return aj_csv_writer_finish (self->csv, cancellable, error) &&
         aj_output_file_commit (self->file, error);
}

gboolean
aj_programme_save_table (AjStore *store,
                         const AjProgrammeRequest *request,
                         AjCsvStyle style,
                         const char *path,
                         guint *n_written,
                         GError **error)
{
  g_autoptr (Table) self = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store) && request->edition != NULL, FALSE);

  self = table_new (store, request, style);
  if (!open_file (self, path, error) || !aj_programme_facts_read (self->facts, error) ||
      !place_file (self, NULL, error))
    return FALSE;
  if (n_written != NULL)
    *n_written = self->n_written;
  return TRUE;
}

static void
place_in_thread (GTask *piece, gpointer source, gpointer table, GCancellable *cancellable)
{
  GError *error = NULL;

  if (place_file (table, cancellable, &error))
    g_task_return_boolean (piece, TRUE);
  else
    g_task_return_error (piece, error);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Table *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) piece = NULL;
  GError *error = NULL;

  if (!aj_programme_facts_read_finish (self->facts, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  piece = g_task_new (NULL, cancellable, placed_cb, g_object_ref (task));
  g_task_set_task_data (piece, self, NULL);
  g_task_run_in_thread (piece, place_in_thread);
}

void
aj_programme_save_table_async (AjStore *store,
                               const AjProgrammeRequest *request,
                               AjCsvStyle style,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Table *self;
  GError *error = NULL;

  g_return_if_fail (AJ_IS_STORE (store) && request->edition != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  self = table_new (store, request, style);
  g_task_set_source_tag (task, aj_programme_save_table_async);
  g_task_set_task_data (task, self, table_free);
  if (open_file (self, path, &error))
    aj_programme_facts_read_async (self->facts, cancellable, read_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

gboolean
aj_programme_save_table_finish (AjStore *store,
                                GAsyncResult *result,
                                guint *n_written,
                                GError **error)
{
  Table *self;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_written != NULL)
    *n_written = self->n_written;
  return TRUE;
}
