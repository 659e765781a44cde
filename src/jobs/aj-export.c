/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-edit.h"
#include "aj-export-files.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-reading.h"

/* How many meetings are noted in one edit: enough to be quick, few enough to take little memory. */
#define NOTES 1024

/* What there is to note of one meeting. */
typedef struct
{
  const char *id;   /* borrowed from the ids */
  const char *zone; /* borrowed from the zones */
  gint64 sequence;
} Note;

/* Everything is read twice, a page at a time: to know what the file begins with, and to write it. */
typedef enum
{
  PHASE_SURVEY,
  PHASE_WRITE,
} Phase;

struct _AjExport
{
  AjStore *store;       /* (owned) */
  GPtrArray *queries;   /* (owned) (element-type AjQuery): one of groups, then of meetings */
  guint n_asked;        /* of those */
  AjReading *reading;   /* (owned) (nullable): of the last asked */
  GHashTable *groups;   /* (owned) (element-type utf8 utf8): name by id */
  char *name;           /* (owned) (nullable) */
  char *organiser_name; /* (owned) (nullable) */
  char *organiser_mail; /* (owned) (nullable) */
  char *path;           /* (owned) */
  gboolean separate;
  gboolean mark;
  gint64 stamp;
  Phase phase;
  GStringChunk *ids;    /* (owned): of the meetings of this phase */
  GHashTable *seen;     /* (owned) (element-type utf8): the same, borrowed from it */
  GHashTable *zones;    /* (owned) (element-type utf8 guint): how many meetings are in each */
  guint n_found;        /* meetings, before any was left out */
  guint n_writable;     /* of those */
  guint n_done;         /* of those, in the second phase */
  AjExportFiles *files; /* (owned) (nullable) */
  GArray *notes;        /* (owned) (element-type Note): one for each meeting written */
  guint n_noted;        /* of those */
  guint n_placed;       /* those at the beginning that are in their place */
  guint n_repeated;     /* that had been handed out before */
  GPtrArray *left_out;  /* (owned) (element-type utf8) */
  GPtrArray *outdated;  /* (owned) (element-type utf8) */
  GError *first;        /* (owned) (nullable): why the first of those */
  GError *trouble;      /* (owned) (nullable): what kept files from their place */
  AjExportProgressFunc progress; /* (nullable) */
  gpointer progress_data;        /* (borrowed) */
};

void
aj_export_free (AjExport *self)
{
  g_clear_pointer (&self->files, aj_export_files_free);
  g_clear_object (&self->reading);
  g_clear_error (&self->first);
  g_clear_error (&self->trouble);
  g_ptr_array_unref (self->queries);
  g_array_unref (self->notes);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->zones);
  g_string_chunk_free (self->ids);
  g_hash_table_unref (self->groups);
  g_object_unref (self->store);
  g_free (self->name);
  g_free (self->organiser_name);
  g_free (self->organiser_mail);
  g_free (self->path);
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->outdated);
  g_free (self);
}

AjExport *
aj_export_new (AjStore *store,
               const AjExportRequest *request,
               const char *path,
               AjExportProgressFunc progress,
               gpointer progress_data)
{
  AjExport *self = g_new0 (AjExport, 1);

  self->store = g_object_ref (store);
  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  g_ptr_array_add (self->queries, aj_query_new (&aj_group_record_type));
  for (guint i = 0; i < request->n_queries; i++)
    g_ptr_array_add (self->queries, aj_query_ref (request->queries[i]));
  self->ids = g_string_chunk_new (4096);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  self->name = g_strdup (request->name);
  self->organiser_name = g_strdup (request->organiser_name);
  self->organiser_mail = g_strdup (request->organiser_mail);
  self->path = g_strdup (path);
  self->separate = request->separate;
  self->mark = request->mark && !aj_store_is_read_only (store);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->outdated = g_ptr_array_new_with_free_func (g_free);
  self->stamp = aj_clock_get_unix (aj_store_get_clock (store));
  self->progress = progress;
  self->progress_data = progress_data;
  return self;
}

void
aj_export_tell_progress (AjExport *self)
{
  if (self->progress == NULL || self->phase == PHASE_SURVEY)
    return;
  self->progress (self->n_done < self->n_found ? (double) self->n_done / self->n_found : 1,
                  self->progress_data);
}

static const char *
get_group_name (AjExport *self, const AjValues *meeting)
{
  const char *group = aj_values_get_text (meeting, "group");

  return group != NULL ? g_hash_table_lookup (self->groups, group) : NULL;
}

/* A meeting that was called off before anybody had it is nobody's business. */
static gboolean
is_wanted (AjExport *self, const AjValues *meeting)
{
  return self->name == NULL || aj_meeting_is_handed_out (meeting) ||
         g_strcmp0 (aj_values_get_text (meeting, "state"), AJ_MEETING_CANCELLED) != 0;
}

/* NULL when it is not to be written, or not again; else its id, kept. */
static const char *
take (AjExport *self, const AjValues *meeting)
{
  char *id;

  if (!is_wanted (self, meeting) || g_hash_table_contains (self->seen, aj_values_get_id (meeting)))
    return NULL;
  id = g_string_chunk_insert (self->ids, aj_values_get_id (meeting));
  g_hash_table_add (self->seen, id);
  return id;
}

/* (nullable): the name of @zone, kept; one more meeting is in it. */
static const char *
count_zone (AjExport *self, const char *zone)
{
  gpointer kept = NULL, n_meetings = NULL;

  if (zone == NULL)
    return NULL;
  g_hash_table_lookup_extended (self->zones, zone, &kept, &n_meetings);
  g_hash_table_insert (self->zones, g_strdup (zone),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (n_meetings) + 1));
  /* The first name stays the key. */
  g_hash_table_lookup_extended (self->zones, zone, &kept, NULL);
  return kept;
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

/* (transfer container): the commonest first, for that is the zone of the calendar; the same meetings give the same file. */
static char **
list_zones (AjExport *self)
{
  guint n_zones = 0;
  char **zones = (char **) g_hash_table_get_keys_as_array (self->zones, &n_zones);

  g_qsort_with_data (zones, (int) n_zones, sizeof *zones, compare_zones, self->zones);
  return zones;
}

/* "Expertteam Cyber: Preventie, 12 March 2026", or what there is of it. */
static char *
describe (AjExport *self, const AjValues *meeting)
{
  g_autofree char *summary = aj_calendar_event_dup_summary (meeting,
                                                            get_group_name (self, meeting));
  g_autofree char *day = NULL;
  AjWallTime start;

  if (!aj_values_get_wall_time (meeting, "starts-at", &start))
    return g_steal_pointer (&summary);
  day = aj_date_format_short (start.date);
  /* Translators: how a meeting is called, and its date. */
  return g_strdup_printf (C_ ("meeting", "%1$s, %2$s"), summary, day);
}

/* What no calendar can hold, with a sentence. Takes @reason. */
static void
leave_out (AjExport *self, const AjValues *meeting, GError *reason)
{
  g_autofree char *described = describe (self, meeting);

  g_ptr_array_add (self->left_out,
                   /* Translators: how a meeting is called, and a whole sentence that says why. */
                   g_strdup_printf (_ ("“%1$s” was left out. %2$s"), described, reason->message));
  if (self->first == NULL)
    self->first = reason;
  else
    g_error_free (reason);
}

static void
survey (AjExport *self, const AjValues *values)
{
  if (aj_values_get_record_type (values) == &aj_group_record_type)
    g_hash_table_insert (self->groups, g_strdup (aj_values_get_id (values)),
                         g_strdup (aj_values_get_text (values, "name")));
  else if (take (self, values) != NULL)
    {
      self->n_found++;
      if (!aj_calendar_event_check (values, NULL))
        return;
      self->n_writable++;
      count_zone (self, aj_values_get_text (values, "zone"));
    }
}

static gboolean
write_meeting (AjExport *self, const AjValues *meeting, GCancellable *cancellable, GError **error)
{
  const AjCalendarFacts facts = {
    .group = get_group_name (self, meeting),
    .organiser_name = self->organiser_name,
    .organiser_mail = self->organiser_mail,
  };
  GError *reason = NULL;
  Note note = { .id = take (self, meeting) };

  if (note.id == NULL)
    return TRUE;
  self->n_done++;
  if (!aj_calendar_event_check (meeting, &reason))
    {
      leave_out (self, meeting, reason);
      return TRUE;
    }
  if (!aj_export_files_add (self->files, meeting, &facts, cancellable, error))
    return FALSE;
  if (aj_meeting_is_handed_out (meeting))
    self->n_repeated++;
  note.zone = count_zone (self, aj_values_get_text (meeting, "zone"));
  note.sequence = aj_values_get_integer (meeting, "sequence");
  g_array_append_val (self->notes, note);
  return TRUE;
}

static gboolean
open_files (AjExport *self, GError **error)
{
  g_autofree char **zones = NULL;

  if (self->separate)
    {
      /* No folder for nothing. */
      if (self->n_writable == 0)
        return TRUE;
      self->files = aj_export_files_new_separate (self->path, self->stamp, error);
      return self->files != NULL;
    }
  zones = list_zones (self);
  self->files = aj_export_files_new_together (self->path, self->n_writable > 1 ? self->name : NULL,
                                              (const char *const *) zones, self->stamp, error);
  return self->files != NULL;
}

/* On any thread: nobody else touches @self meanwhile. */
gboolean
aj_export_treat_page (AjExport *self, GPtrArray *page, GCancellable *cancellable, GError **error)
{
  if (self->phase == PHASE_WRITE && self->files == NULL && !open_files (self, error))
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    if (self->phase == PHASE_SURVEY)
      survey (self, page->pdata[i]);
    else if (!write_meeting (self, page->pdata[i], cancellable, error))
      return FALSE;
  return TRUE;
}

/* From one query to the next, and from the survey to writing, for which the groups are known. FALSE when all is done. */
gboolean
aj_export_start_next_query (AjExport *self)
{
  g_clear_object (&self->reading);
  if (self->n_asked == self->queries->len && self->phase == PHASE_SURVEY)
    {
      self->phase = PHASE_WRITE;
      self->n_asked = 1;
      g_hash_table_remove_all (self->seen);
      g_string_chunk_clear (self->ids);
    }
  if (self->n_asked == self->queries->len)
    return FALSE;
  self->reading = aj_reading_new (self->store, self->queries->pdata[self->n_asked++]);
  return TRUE;
}

/* On any thread. FALSE with an error when nothing at all is in its place; what kept only some files from it is in
 * @self->trouble. */
gboolean
aj_export_place (AjExport *self, GCancellable *cancellable, GError **error)
{
  if (self->notes->len == 0 && self->first != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->first));
      return FALSE;
    }
  if (self->files == NULL)
    {
      g_set_error_literal (error, AJ_CALENDAR_ERROR, AJ_CALENDAR_ERROR_EMPTY,
                           _ ("There is no meeting to put in a calendar file."));
      return FALSE;
    }
  if (aj_export_files_place (self->files, &self->n_placed, cancellable, &self->trouble))
    {
      g_ptr_array_unref (self->outdated);
      self->outdated = aj_export_files_list_outdated (self->files);
      return TRUE;
    }
  if (self->n_placed > 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->trouble));
  return FALSE;
}

/* (nullable): the next edit that notes what went out. That is a fact, whoever changed the meeting since: the version is
 * that of the state that was written. Nothing else of the meeting is in it. */
AjEdit *
aj_export_make_note (AjExport *self)
{
  guint end = MIN (self->n_noted + NOTES, self->n_placed);
  g_autofree char *label = NULL;
  AjEdit *edit;

  if (!self->mark || self->n_noted == end)
    return NULL;
  label = g_strdup_printf (ngettext ("Write %u meeting to a calendar file",
                                     "Write %u meetings to a calendar file", self->n_placed),
                           self->n_placed);
  edit = aj_edit_new (self->store, label);
  aj_edit_set_undoable (edit, FALSE);
  aj_edit_set_overwrite (edit, TRUE);
  for (; self->n_noted < end; self->n_noted++)
    {
      const Note *note = &g_array_index (self->notes, Note, self->n_noted);
      g_autoptr (AjValues) base = aj_values_new_empty (&aj_meeting_record_type, note->id, 0);
      AjValues *values = aj_edit_change_values (edit, base);
      AjWallTime now;

      aj_values_set_integer (values, "handed-out-sequence", note->sequence);
      if (aj_wall_time_from_unix (self->stamp, note->zone, &now))
        aj_values_set_wall_time (values, "handed-out-at", &now);
    }
  return edit;
}

void
aj_export_fill_result (AjExport *self, AjExportResult *result)
{
  if (result == NULL)
    return;
  aj_export_result_clear (result);
  result->n_written = self->n_placed;
  result->n_repeated = self->n_repeated;
  result->left_out = g_ptr_array_ref (self->left_out);
  result->outdated = g_ptr_array_ref (self->outdated);
}

GError *
aj_export_conclude (AjExport *self, GError *noting)
{
  GError *error = g_steal_pointer (&self->trouble);

  if (error != NULL)
    {
      g_autofree char *reason = g_strdup (error->message);

      g_free (error->message);
      error->message = g_strdup_printf (
          /* Translators: two numbers of files, and whole sentences that say why not more. */
          ngettext ("%1$u of %2$u file was written. %3$s", "%1$u of %2$u files were written. %3$s",
                    self->notes->len),
          self->n_placed, self->notes->len, reason);
    }
  if (noting == NULL)
    return error;
  if (error == NULL)
    {
      /* Translators: %s is a whole sentence that says why. */
      error = g_error_new (noting->domain, noting->code,
                           _ ("The calendar file was written, but it was not noted which meetings "
                              "are in it. %s"),
                           noting->message);
    }
  g_error_free (noting);
  return error;
}

AjReading *
aj_export_get_reading (AjExport *self)
{
  return self->reading;
}
