/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-active-organisations.h"

#include <glib/gi18n-lib.h>

#include "aj-activity-record-private.h"
#include "aj-output-file.h"
#include "aj-text.h"

/* Editions that have a column of their own. */
#define MAX_COLUMNS 4
/* What is named of one organisation in one edition on paper; a table has all of it. */
#define MAX_TITLES 25

static char *
make_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

static const char *
get_edition_name (AjActivityRecord *record, guint year)
{
  return aj_values_get_text (aj_activity_record_get_editions (record)->pdata[year], "name");
}

static guint
get_n_years (AjActivityRecord *record)
{
  return aj_activity_record_get_editions (record)->len;
}

/* What it did in all the editions together. */
static AjActivityYear
add_up (AjActivityRecord *record, const AjActivityDoer *doer, guint *n_places)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  AjActivityYear whole = { 0 };

  for (guint i = 0; i < get_n_years (record); i++)
    {
      const AjActivityYear *year = &doer->years[i];
      GHashTableIter iter;
      gpointer place;

      whole.n_done += year->n_done;
      whole.n_joined += year->n_joined;
      whole.n_held += year->n_held;
      whole.expected_reach += year->expected_reach;
      whole.actual_reach += year->actual_reach;
      if (year->places == NULL)
        continue;
      g_hash_table_iter_init (&iter, year->places);
      while (g_hash_table_iter_next (&iter, &place, NULL))
        g_hash_table_add (places, place);
    }
  *n_places = g_hash_table_size (places);
  return whole;
}

static void
add_doer_row (AjDocument *document, AjActivityRecord *record, const AjActivityDoer *doer)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  guint n_places;
  AjActivityYear whole = add_up (record, doer, &n_places);

  g_ptr_array_add (row, g_strdup (doer->name));
  for (guint i = 0; i < MIN (get_n_years (record), MAX_COLUMNS); i++)
    g_ptr_array_add (row, g_strdup_printf ("%u", aj_activity_year_get_n (&doer->years[i])));
  g_ptr_array_add (row, g_strdup_printf ("%u", whole.n_joined));
  g_ptr_array_add (row, g_strdup_printf ("%u", n_places));
  g_ptr_array_add (row, make_number (whole.actual_reach));
  g_ptr_array_add (row, NULL);
  aj_document_add_row (document, (const char *const *) row->pdata);
}

/* (transfer full): the year of an edition; whole names leave no room for those of organisations. */
static char *
make_heading (AjActivityRecord *record, guint year)
{
  const AjValues *edition = aj_activity_record_get_editions (record)->pdata[year];

  return g_strdup_printf ("%d", aj_date_get_year (aj_values_get_date (edition, "starts-on")));
}

static void
add_overview (AjDocument *document, AjActivityRecord *record)
{
  GPtrArray *doers = aj_activity_record_get_doers (record);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (headings, g_strdup (_ ("Organisation")));
  for (guint i = 0; i < MIN (get_n_years (record), MAX_COLUMNS); i++)
    g_ptr_array_add (headings, make_heading (record, i));
  g_ptr_array_add (headings, g_strdup (_ ("As partner")));
  g_ptr_array_add (headings, g_strdup (_ ("Municipalities")));
  g_ptr_array_add (headings, g_strdup (_ ("Actual reach")));
  g_ptr_array_add (headings, NULL);
  aj_document_add_heading (document, 1, _ ("How Often"));
  aj_document_begin_table (document, _ ("How Often"), (const char *const *) headings->pdata);
  for (guint i = 0; i < doers->len; i++)
    add_doer_row (document, record, doers->pdata[i]);
}

/* Who was there before and is not now: whom to call. */
static void
add_missing (AjDocument *document, AjActivityRecord *record)
{
  GPtrArray *doers = aj_activity_record_get_doers (record);
  gboolean any = FALSE;

  for (guint i = 0; i < doers->len; i++)
    {
      const AjActivityDoer *doer = doers->pdata[i];
      g_autofree char *item = NULL;
      guint year = 0;
      guint n;

      while (year < get_n_years (record) && aj_activity_year_get_n (&doer->years[year]) == 0)
        year++;
      if (year == 0 || year == get_n_years (record))
        continue;
      if (!any)
        aj_document_add_heading (document, 1, _ ("Active Before, Not This Time"));
      any = TRUE;
      n = aj_activity_year_get_n (&doer->years[year]);
      item = g_strdup_printf (
          /* Translators: an organisation, the last edition in which it did something, and how many activities. */
          ngettext ("%1$s (%2$s: %3$u activity)", "%1$s (%2$s: %3$u activities)", n), doer->name,
          get_edition_name (record, year), n);
      aj_document_add_item (document, item);
    }
}

/* (transfer full): "Escape box (Zwolle); Lezing (Ede)", at most @max of them. */
static char *
list_titles (const AjActivityYear *year, guint max)
{
  guint n = year->titles != NULL ? year->titles->len : 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, max); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) year->titles->pdata[i]);
  if (n > max)
    {
      g_string_append (text, "; ");
      /* Translators: so many more that are not named. */
      g_string_append_printf (text, ngettext ("%u more", "%u more", n - max), n - max);
    }
  return g_string_free (text, FALSE);
}

static void
add_deeds (AjDocument *document, AjActivityRecord *record)
{
  GPtrArray *doers = aj_activity_record_get_doers (record);

  aj_document_add_heading (document, 1, _ ("Who Did What"));
  for (guint i = 0; i < doers->len; i++)
    {
      const AjActivityDoer *doer = doers->pdata[i];

      aj_document_add_heading (document, 2, doer->name);
      for (guint year = 0; year < get_n_years (record); year++)
        {
          g_autofree char *titles = list_titles (&doer->years[year], MAX_TITLES);
          g_autofree char *item = NULL;

          if (*titles == '\0')
            continue;
          /* Translators: an edition of the action day, and what somebody did in it. */
          item = g_strdup_printf (C_ ("edition", "%1$s: %2$s"), get_edition_name (record, year),
                                  titles);
          aj_document_add_item (document, item);
        }
    }
}

static AjDocument *
draw (AjActivityRecord *record)
{
  AjDocument *document = aj_document_new (_ ("Active Organisations"), NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < get_n_years (record); i++)
    g_ptr_array_add (names, (gpointer) get_edition_name (record, i));
  g_ptr_array_add (names, NULL);
  joined = aj_text_join_names ((const char *const *) names->pdata);
  aj_document_add_paragraph (document, joined);
  if (aj_activity_record_get_doers (record)->len == 0)
    {
      aj_document_add_paragraph (document, _ ("Nothing was registered yet."));
      return document;
    }
  add_overview (document, record);
  add_missing (document, record);
  add_deeds (document, record);
  return document;
}

AjDocument *
aj_active_organisations_load (AjStore *store, const char *edition, GError **error)
{
  g_autoptr (AjActivityRecord) record = NULL;

  g_return_val_if_fail (AJ_IS_STORE (store) && edition != NULL, NULL);

  record = aj_activity_record_load (store, edition, error);
  return record != NULL ? draw (record) : NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AjActivityRecord) record = aj_activity_record_load_finish (AJ_STORE (source), result,
                                                                        &error);

  if (record != NULL)
    g_task_return_pointer (task, draw (record), (GDestroyNotify) aj_document_unref);
  else
    g_task_return_error (task, error);
}

void
aj_active_organisations_load_async (AjStore *store,
                                    const char *edition,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (AJ_IS_STORE (store) && edition != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, aj_active_organisations_load_async);
  aj_activity_record_load_async (store, edition, cancellable, read_cb, task);
}

AjDocument *
aj_active_organisations_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
add_names (AjCsvWriter *csv, AjCsvStyle style)
{
  static const struct
  {
    const char *name;
    const char *label;
  } columns[] = {
    { "organisation", N_ ("Organisation") },
    { "edition", N_ ("Edition") },
    { "activities", N_ ("Activities") },
    { "as-partner", N_ ("As partner") },
    { "municipalities", N_ ("Municipalities") },
    { "held", N_ ("Held") },
    { "expected-reach", N_ ("Expected reach") },
    { "actual-reach", N_ ("Actual reach") },
    { "what", N_ ("Who Did What") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    aj_csv_writer_add_text (csv, style == AJ_CSV_EXCEL ? _ (columns[i].label) : columns[i].name);
}

static void
add_number (AjCsvWriter *csv, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  aj_csv_writer_add_raw (csv, text);
}

static gboolean
add_year (
    AjCsvWriter *csv, AjActivityRecord *record, const AjActivityDoer *doer, guint i, GError **error)
{
  const AjActivityYear *year = &doer->years[i];
  g_autofree char *titles = list_titles (year, G_MAXUINT);

  aj_csv_writer_add_text (csv, doer->name);
  aj_csv_writer_add_text (csv, get_edition_name (record, i));
  add_number (csv, year->n_done);
  add_number (csv, year->n_joined);
  add_number (csv, g_hash_table_size (year->places));
  add_number (csv, year->n_held);
  add_number (csv, year->expected_reach);
  add_number (csv, year->actual_reach);
  aj_csv_writer_add_text (csv, titles);
  return aj_csv_writer_end_row (csv, NULL, error);
}

static gboolean
write_table (
    AjActivityRecord *record, AjCsvStyle style, const char *path, guint *n_written, GError **error)
{
  g_autoptr (AjOutputFile) file = aj_output_file_open (path, AJ_OUTPUT_FILE_DEFAULT, error);
  g_autoptr (AjCsvWriter) csv = NULL;
  GPtrArray *doers = aj_activity_record_get_doers (record);

  if (file == NULL)
    return FALSE;
  csv = aj_csv_writer_new (G_OUTPUT_STREAM (file), style);
  add_names (csv, style);
  if (!aj_csv_writer_end_row (csv, NULL, error))
    return FALSE;
  for (guint i = 0; i < doers->len; i++)
    for (guint year = 0; year < get_n_years (record); year++)
      {
        const AjActivityDoer *doer = doers->pdata[i];

        if (aj_activity_year_get_n (&doer->years[year]) == 0)
          continue;
        if (!add_year (csv, record, doer, year, error))
          return FALSE;
        (*n_written)++;
      }
  return aj_csv_writer_finish (csv, NULL, error) && aj_output_file_commit (file, error);
}

gboolean
aj_active_organisations_save_table (AjStore *store,
                                    const char *edition,
                                    AjCsvStyle style,
                                    const char *path,
                                    guint *n_written,
                                    GError **error)
{
  g_autoptr (AjActivityRecord) record = NULL;
  guint n = 0;

  g_return_val_if_fail (AJ_IS_STORE (store) && edition != NULL, FALSE);

  record = aj_activity_record_load (store, edition, error);
  if (record == NULL || !write_table (record, style, path, &n, error))
    return FALSE;
  if (n_written != NULL)
    *n_written = n;
  return TRUE;
}

/* A table on its way to a file. */
typedef struct
{
  AjActivityRecord *record; /* (owned) (nullable) */
  AjCsvStyle style;
  char *path; /* (owned) */
  guint n_written;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  aj_activity_record_free (table->record);
  g_free (table->path);
  g_free (table);
}

static void
write_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Table *table = data;
  GError *error = NULL;

  if (write_table (table->record, table->style, table->path, &table->n_written, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
table_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Table *table = g_task_get_task_data (task);
  GError *error = NULL;

  table->record = aj_activity_record_load_finish (AJ_STORE (source), result, &error);
  if (table->record != NULL)
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

void
aj_active_organisations_save_table_async (AjStore *store,
                                          const char *edition,
                                          AjCsvStyle style,
                                          const char *path,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task;
  Table *table;

  g_return_if_fail (AJ_IS_STORE (store) && edition != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  table = g_new0 (Table, 1);
  table->style = style;
  table->path = g_strdup (path);
  g_task_set_source_tag (task, aj_active_organisations_save_table_async);
  g_task_set_task_data (task, table, table_free);
  aj_activity_record_load_async (store, edition, cancellable, table_read_cb, task);
}

gboolean
aj_active_organisations_save_table_finish (AjStore *store,
                                           GAsyncResult *result,
                                           guint *n_written,
                                           GError **error)
{
  Table *table;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  table = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_written != NULL)
    *n_written = table->n_written;
  return TRUE;
}
