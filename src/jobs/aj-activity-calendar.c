/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-calendar.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-activity.h"
#include "aj-calendar-writer.h"
#include "aj-edition.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-output-file.h"
#include "aj-pass.h"
#include "aj-store-error.h"
#include "aj-text.h"

/* In this order: what comes later needs what came before. The activities are read twice: to know what each file begins
 * with, and to write it. */
typedef enum
{
  PART_EDITION,
  PART_MUNICIPALITIES,
  PART_ORGANISATIONS,
  PART_SURVEY,
  PART_WRITE,
} Part;

/* A file that is to be written. */
typedef struct
{
  char *name; /* (owned) (nullable): of the calendar; NULL for one appointment */
  char *path; /* (owned) */
} Target;

typedef struct
{
  AjStore *store;                    /* (owned) */
  AjActivityCalendarRequest request; /* its texts owned */
  char *path;                        /* (owned) */
  AjDate today;
  gint64 stamp;
  AjValues *edition;       /* (owned) (nullable) */
  GHashTable *names;       /* (owned) (element-type utf8 utf8): of what is referred to, by id */
  GHashTable *counts;      /* (owned) (element-type utf8 guint): how many are in a municipality */
  GHashTable *zone_counts; /* (owned) (element-type utf8 guint): how many are in a zone */
  const char **places;     /* (owned) (nullable): those municipalities (borrowed), by name */
  guint n_places;
  guint n_asked_places; /* that were asked for */
  GPtrArray *targets; /* (owned) (nullable) (element-type Target): one for each place, or for all */
  guint n_found;      /* activities that can be written */
  Part part;          /* what is asked next */
  Part asked;         /* what was asked last */
  guint n_targets;    /* that were begun with */
  guint n_opened;     /* of those */
  AjCalendarWriter *writer; /* (owned) (nullable): of the last of them */
  GPtrArray *files;         /* (owned) (element-type AjOutputFile): the last may be open */
  AjActivityCalendarResult result;
} Export;

void
aj_activity_calendar_result_clear (AjActivityCalendarResult *self)
{
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
}

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->name);
  g_free (target->path);
  g_free (target);
}

static Export *
export_new (AjStore *store, const AjActivityCalendarRequest *request, const char *path)
{
  Export *self = g_new0 (Export, 1);

  self->store = g_object_ref (store);
  self->request = *request;
  self->request.edition = g_strdup (request->edition);
  self->request.municipalities = (const char *const *) g_strdupv ((GStrv) request->municipalities);
  self->path = g_strdup (path);
  self->today = aj_clock_get_today (aj_store_get_clock (store));
  self->stamp = aj_clock_get_unix (aj_store_get_clock (store));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zone_counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->result.left_out = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_object (&self->writer);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self->places);
  g_clear_pointer (&self->edition, aj_values_unref);
  g_hash_table_unref (self->zone_counts);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->names);
  g_free ((char *) self->request.edition);
  g_strfreev ((GStrv) self->request.municipalities);
  g_free (self->path);
  aj_activity_calendar_result_clear (&self->result);
  g_object_unref (self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static const char *
get_name (Export *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->names, id) : NULL;
}

static void
count (GHashTable *table, const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (n + 1));
}

/* Of all to be written, in no order (@municipality is NULL), or of one in that of the day: sorting all of them would hold all of
 * them, and take longer the more there are. */
static AjQuery *
ask_activities (Export *self, const char *municipality)
{
  AjQuery *query = aj_query_new (&aj_activity_record_type);

  aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, self->request.edition);
  aj_query_where_text (query, "state", AJ_QUERY_NOT_EQUAL, AJ_ACTIVITY_DRAFT);
  if (!self->request.with_closed)
    aj_query_where_text (query, "access", AJ_QUERY_NOT_EQUAL, "closed");
  if (municipality != NULL)
    aj_query_where_text (query, "municipality", AJ_QUERY_EQUAL, municipality);
  else if (self->request.municipalities != NULL)
    aj_query_where_any_of (query, "municipality", self->request.municipalities);
  if (municipality == NULL)
    {
      aj_query_unordered (query);
      return query;
    }
  aj_query_order_by (query, "date", FALSE);
  aj_query_order_by (query, "from", FALSE);
  aj_query_order_by (query, "name", FALSE);
  return query;
}

static AjQuery *
ask_record (const AjRecordType *type, const char *id)
{
  AjQuery *query = aj_query_new (type);

  if (id != NULL)
    aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  aj_query_unordered (query);
  return query;
}

/* A file of one appointment must not have a name: it would open as a calendar of its own. */
static void
add_target (Export *self, const char *municipality, guint n, const char *path)
{
  const char *edition = aj_values_get_text (self->edition, "name");
  const char *where = get_name (self, municipality);
  Target *target = g_new0 (Target, 1);

  if (n > 1)
    target->name =
        where != NULL
            /* Translators: how a calendar is called: an edition of the action day, and a municipality. */
            ? g_strdup_printf (_ ("%1$s in %2$s"), edition, where)
            : g_strdup (edition);
  target->path = g_strdup (path);
  g_ptr_array_add (self->targets, target);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *const *first = a, *const *second = b;
  const char *left = get_name (user_data, *first);
  const char *right = get_name (user_data, *second);
  int order = g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");

  return order != 0 ? order : strcmp (*first, *second);
}

/* (transfer full): that no other file of this export has; Windows tells no a from an A. */
static char *
choose_path (Export *self, const char *municipality, GHashTable *taken)
{
  const char *where = get_name (self, municipality);
  g_autofree char *text = g_strdup_printf ("%s - %s", aj_values_get_text (self->edition, "name"),
                                           where != NULL ? where : municipality);
  g_autofree char *stem = aj_text_to_file_name (text);
  g_autofree char *name = g_strconcat (stem, ".ics", NULL);

  for (guint n = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u).ics", stem, n);
    }
  return g_build_filename (self->path, name, NULL);
}

/* One file of all of them; of one municipality alone it says which. */
static void
add_common_target (Export *self)
{
  gboolean is_of_one = self->n_places == 1 && self->request.municipalities != NULL;

  add_target (self, is_of_one ? self->places[0] : NULL, self->n_found, self->path);
}

static void
list_targets (Export *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->places = (const char **) g_hash_table_get_keys_as_array (self->counts, &self->n_places);
  g_qsort_with_data (self->places, (int) self->n_places, sizeof *self->places, compare_names, self);
  self->targets = g_ptr_array_new_with_free_func (target_free);
  if (!self->request.separate)
    add_common_target (self);
  for (guint i = 0; self->request.separate && i < self->n_places; i++)
    {
      const char *place = self->places[i];
      g_autofree char *path = choose_path (self, place, taken);

      add_target (self, place, GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, place)), path);
    }
}

static AjQuery *
next_query_cb (gpointer user_data)
{
  Export *self = user_data;

  self->asked = self->part;
  switch (self->part)
    {
    case PART_EDITION:
      self->part++;
      return ask_record (&aj_edition_record_type, self->request.edition);
    case PART_MUNICIPALITIES:
      self->part++;
      return self->edition != NULL ? ask_record (&aj_municipality_record_type, NULL) : NULL;
    case PART_ORGANISATIONS:
      self->part++;
      return ask_record (&aj_organisation_record_type, NULL);
    case PART_SURVEY:
      self->part++;
      return ask_activities (self, NULL);
    case PART_WRITE:
    default:
      break;
    }
  if (self->n_found == 0)
    return NULL;
  if (self->targets == NULL)
    list_targets (self);
  if (self->n_asked_places == self->n_places)
    return NULL;
  self->n_targets = self->request.separate ? self->n_targets + 1 : 1;
  return ask_activities (self, self->places[self->n_asked_places++]);
}

/* What no calendar can hold, with a sentence. */
static void
leave_out (Export *self, const AjValues *activity, const GError *reason)
{
  g_autofree char *summary = aj_calendar_activity_dup_summary (
      activity, get_name (self, aj_values_get_text (activity, "municipality")));

  g_ptr_array_add (self->result.left_out,
                   /* Translators: how an activity is called, and a whole sentence that says why. */
                   g_strdup_printf (_ ("“%1$s” was left out. %2$s"), summary, reason->message));
}

/* Who has it in a calendar must be told that it is off, until it would have been over. What was registered as cancelled was never
 * in a file. */
static gboolean
is_told (Export *self, const AjValues *activity)
{
  return g_strcmp0 (aj_values_get_text (activity, "state"), AJ_ACTIVITY_CANCELLED) != 0 ||
         (aj_values_get_integer (activity, "sequence") > 0 &&
          aj_values_get_date (activity, "date") >= self->today);
}

static void
survey (Export *self, const AjValues *activity)
{
  g_autoptr (GError) reason = NULL;

  if (!is_told (self, activity))
    return;
  if (!aj_calendar_activity_check (activity, &reason))
    {
      leave_out (self, activity, reason);
      return;
    }
  self->n_found++;
  count (self->counts, aj_values_get_text (activity, "municipality"));
  if (!aj_activity_is_all_day (activity))
    count (self->zone_counts, aj_values_get_text (activity, "zone"));
}

static int
compare_zones (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *const *first = a, *const *second = b;
  guint n_first = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, *first));
  guint n_second = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, *second));

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  return strcmp (*first, *second);
}

/* (transfer container): the commonest first, for that is the zone of the calendar. */
static char **
list_zones (Export *self)
{
  guint n_zones = 0;
  char **zones = (char **) g_hash_table_get_keys_as_array (self->zone_counts, &n_zones);

  g_qsort_with_data (zones, (int) n_zones, sizeof *zones, compare_zones, self->zone_counts);
  return zones;
}

/* The last file that was opened is brought to the disk. */
static gboolean
settle_file (Export *self, GError **error)
{
  if (self->writer == NULL)
    return TRUE;
  if (!aj_calendar_writer_finish (self->writer, NULL, error) ||
      !aj_output_file_settle (self->files->pdata[self->files->len - 1], error))
    return FALSE;
  g_clear_object (&self->writer);
  return TRUE;
}

static gboolean
make_folder (Export *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->path);

  if (!self->request.separate || g_mkdir_with_parents (self->path, 0777) == 0)
    return TRUE;
  {
    const char *reason = g_strerror (errno);

    g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_NOT_FOUND,
                 /* Translators: a folder, and what the system says of it. */
                 _ ("The folder “%1$s” cannot be made: %2$s. Choose another folder."), shown,
                 reason);
  }
  return FALSE;
}

static gboolean
open_file (Export *self, GError **error)
{
  const Target *target = self->targets->pdata[self->n_targets - 1];
  g_autofree char **zones = NULL;
  AjOutputFile *file;

  if (!settle_file (self, error) || (self->n_opened == 0 && !make_folder (self, error)))
    return FALSE;
  file = aj_output_file_open (target->path, AJ_OUTPUT_FILE_DEFAULT, error);
  if (file == NULL)
    return FALSE;
  zones = list_zones (self);
  g_ptr_array_add (self->files, file);
  self->n_opened = self->n_targets;
  self->writer = aj_calendar_writer_new (G_OUTPUT_STREAM (file), target->name,
                                         (const char *const *) zones, self->stamp);
  return TRUE;
}

/* One that was changed in between is held to what was found before: what cannot be written any more is passed over. */
static gboolean
write_activity (Export *self, const AjValues *activity, GError **error)
{
  const AjActivityFacts facts = {
    .municipality = get_name (self, aj_values_get_text (activity, "municipality")),
    .organisation = get_name (self, aj_values_get_text (activity, "organisation")),
  };

  if (!is_told (self, activity) || !aj_calendar_activity_check (activity, NULL))
    return TRUE;
  if (self->n_opened < self->n_targets && !open_file (self, error))
    return FALSE;
  self->result.n_written++;
  return aj_calendar_writer_add_activity (self->writer, activity, &facts, NULL, error);
}

static gboolean
take_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Export *self = user_data;

  switch (self->asked)
    {
    case PART_EDITION:
      self->edition = aj_values_ref (values);
      return TRUE;
    case PART_MUNICIPALITIES:
    case PART_ORGANISATIONS:
      g_hash_table_insert (self->names, g_strdup (aj_values_get_id (values)),
                           g_strdup (aj_values_get_text (values, "name")));
      return TRUE;
    case PART_SURVEY:
      survey (self, values);
      return TRUE;
    case PART_WRITE:
    default:
      return write_activity (self, values, error);
    }
}

static gboolean
place_files (Export *self, GError **error)
{
  if (self->edition == NULL)
    {
      g_set_error_literal (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                           _ ("This edition is no longer there."));
      return FALSE;
    }
  if (self->result.n_written == 0)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                           _ ("There is no activity to put in a calendar file."));
      return FALSE;
    }
  if (!settle_file (self, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      if (!aj_output_file_commit (self->files->pdata[i], error))
        return FALSE;
      self->result.n_files++;
    }
  return TRUE;
}

static void
give_result (Export *self, AjActivityCalendarResult *result)
{
  *result = self->result;
  self->result.left_out = NULL;
}

gboolean
aj_activity_calendar_run (AjStore *store,
                          const AjActivityCalendarRequest *request,
                          const char *path,
                          AjActivityCalendarResult *result,
                          GError **error)
{
  g_autoptr (Export) self = NULL;
  gboolean done;

  g_return_val_if_fail (AJ_IS_STORE (store) && request->edition != NULL, FALSE);

  self = export_new (store, request, path);
  done = aj_pass_run_chain (store, next_query_cb, take_cb, self, error) &&
         place_files (self, error);
  give_result (self, result);
  return done;
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
place_in_thread (GTask *piece, gpointer source, gpointer export, GCancellable *cancellable)
{
  GError *error = NULL;

  if (place_files (export, &error))
    g_task_return_boolean (piece, TRUE);
  else
    g_task_return_error (piece, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) piece = NULL;
  GError *error = NULL;

  if (!aj_pass_run_finish (AJ_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  piece = g_task_new (NULL, g_task_get_cancellable (task), placed_cb, g_object_ref (task));
  g_task_set_task_data (piece, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (piece, place_in_thread);
}

void
aj_activity_calendar_run_async (AjStore *store,
                                const AjActivityCalendarRequest *request,
                                const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *self;

  g_return_if_fail (AJ_IS_STORE (store) && request->edition != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  self = export_new (store, request, path);
  g_task_set_source_tag (task, aj_activity_calendar_run_async);
  g_task_set_task_data (task, self, export_free);
  aj_pass_run_chain_async (store, next_query_cb, take_cb, self, cancellable, read_cb,
                           g_object_ref (task));
}

gboolean
aj_activity_calendar_run_finish (AjStore *store,
                                 GAsyncResult *async_result,
                                 AjActivityCalendarResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (async_result, store), FALSE);

  give_result (g_task_get_task_data (G_TASK (async_result)), result);
  return g_task_propagate_boolean (G_TASK (async_result), error);
}
