/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-calendar-saver.h"

#include <glib/gi18n.h>

#include "aj-export-job.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-meeting-text.h"
#include "aj-meeting.h"
#include "aj-progress-frame.h"
#include "aj-text.h"

/* A file that was asked for, from the question where to the last sentence. */
typedef struct
{
  GtkWidget *from;           /* (nullable): weak */
  AjServices *services;      /* (owned) */
  AjQuery *query;            /* (owned) */
  char *name;                /* (owned) (nullable): of the calendar; NULL for one appointment */
  GCancellable *cancellable; /* (owned) */
  gboolean separate;         /* into a folder, a file for each meeting */
  char *file_name;           /* (owned) (nullable): of the file or folder, for the last sentence */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_object_unref (saving->services);
  aj_query_unref (saving->query);
  g_object_unref (saving->cancellable);
  g_free (saving->name);
  g_free (saving->file_name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static char *
describe_success (Saving *saving, guint n_written)
{
  if (saving->separate)
    return g_strdup_printf (
        /* Translators: a number and a folder. */
        ngettext ("%u file saved in %s. In Outlook it opens as an appointment, to put in your own "
                  "calendar.",
                  "%u files saved in %s. In Outlook each opens as an appointment, to put in your "
                  "own calendar.",
                  n_written),
        n_written, saving->file_name);
  if (saving->name == NULL || n_written == 1)
    /* Translators: the name of a file. */
    return g_strdup_printf (_ ("Saved as %s. Open it to add the meeting to a calendar."),
                            saving->file_name);
  /* What Outlook does by itself, and that importing twice makes doubles: people are told before it happens. */
  return g_strdup_printf (ngettext ("%u meeting saved in %s. Outlook opens it as a calendar beside "
                                    "your own; import it once to have it in yours.",
                                    "%u meetings saved in %s. Outlook opens them as a calendar "
                                    "beside your own; import them once to have them in yours.",
                                    n_written),
                          n_written, saving->file_name);
}

/* What is more important than that all went well: a calendar that imports the same meeting again shows it twice. */
static char *
describe_repeated (Saving *saving, guint n_written)
{
  return g_strdup_printf (
      /* Translators: a number, and the name of a file or folder. */
      ngettext ("%u meeting saved in %s. It was handed out before: delete the old one from your "
                "calendar before you import it.",
                "%u meetings saved in %s. Some were handed out before: delete those from your "
                "calendar before you import them, or import only what is new.",
                n_written),
      n_written, saving->file_name);
}

/* Two files with one appointment: who opens the older one puts it back where it was. */
static char *
describe_outdated (Saving *saving, const AjExportResult *result)
{
  const char *first = result->outdated->pdata[0];

  return g_strdup_printf (
      /* Translators: a folder, how many other files in there are older, and the name of the first. */
      ngettext (
          "Saved in %1$s. %2$u older file of the same meeting is still there: “%3$s”. Delete it.",
          "Saved in %1$s. %2$u older files of the same meetings are still there; the first is "
          "“%3$s”. Delete them.",
          result->outdated->len),
      saving->file_name, result->outdated->len, first);
}

static void
tell_success (Saving *saving, const AjExportResult *result)
{
  g_autofree char *sentence = NULL;
  g_autofree char *saved = NULL;

  if (result->left_out->len == 0 && result->outdated->len > 0)
    {
      sentence = describe_outdated (saving, result);
    }
  else if (result->left_out->len == 0)
    {
      sentence = result->n_repeated > 0 ? describe_repeated (saving, result->n_written)
                                        : describe_success (saving, result->n_written);
    }
  else
    {
      saved = g_strdup_printf (ngettext ("%u meeting saved", "%u meetings saved",
                                         result->n_written),
                               result->n_written);
      sentence = g_strdup_printf (
          /* Translators: "6 meetings saved", how many are not in the file, and whole sentences that say of the first
           * which it is, and why. */
          ngettext ("%1$s, %2$u left out. %3$s", "%1$s, %2$u left out. The first: %3$s",
                    result->left_out->len),
          saved, result->left_out->len, (const char *) result->left_out->pdata[0]);
    }
  aj_feedback_say (saving->from, sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_auto (AjExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done = aj_export_job_run_finish (AJ_STORE (source), async_result, &result, &error);
  AjProgressFrame *frame;

  if (saving->from == NULL)
    return;
  frame = aj_progress_frame_find (saving->from);
  if (frame != NULL)
    aj_progress_frame_end (frame);
  if (done)
    tell_success (saving, &result);
  else
    aj_feedback_error (saving->from, error);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Saving *saving = user_data;
  AjProgressFrame *frame = saving->from != NULL ? aj_progress_frame_find (saving->from) : NULL;

  if (frame != NULL)
    aj_progress_frame_set_fraction (frame, fraction);
}

static void
start_saving (Saving *saving, const char *path)
{
  const AjOrganiser organiser = aj_network_settings_get_organiser (
      aj_services_get_network (saving->services));
  AjProgressFrame *frame = aj_progress_frame_find (saving->from);
  AjExportRequest request = {
    .queries = &saving->query,
    .n_queries = 1,
    .name = saving->name,
    .organiser_name = organiser.name,
    .organiser_mail = organiser.mail,
    .separate = saving->separate,
    .mark = TRUE,
  };

  saving->file_name = g_path_get_basename (path);
  if (frame != NULL)
    aj_progress_frame_begin (frame, _ ("Writing the calendar file…"), saving->cancellable);
  aj_export_job_run_async (aj_services_get_store (saving->services), &request, path, progress_cb,
                           saving, saving->cancellable, saved_cb, saving);
}

static void
file_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;

  if (path != NULL && saving->from != NULL)
    start_saving (g_steal_pointer (&saving), path);
}

/* Takes @query. */
static Saving *
saving_new (GtkWidget *from, AjServices *services, AjQuery *query, const char *name)
{
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->from, from);
  saving->services = g_object_ref (services);
  saving->query = query;
  saving->name = g_strdup (name);
  saving->cancellable = g_cancellable_new ();
  return saving;
}

/* Takes @query. */
static void
ask_where (
    GtkWidget *from, AjServices *services, AjQuery *query, const char *name, const char *file_name)
{
  aj_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Save as Calendar File"),
                        AJ_FILE_CHOOSER_CALENDAR, file_name, file_chosen_cb,
                        saving_new (from, services, query, name));
}

void
aj_calendar_saver_save_all (GtkWidget *from, AjServices *services)
{
  /* Translators: what a calendar program calls the calendar of all meetings. */
  const char *name = _ ("Meetings");
  g_autofree char *base = aj_text_to_file_name (name);
  g_autofree char *file_name = g_strconcat (base, ".ics", NULL);

  ask_where (from, services, aj_query_new (&aj_meeting_record_type), name, file_name);
}

static AjQuery *
make_cycle_query (AjRecord *group, int year)
{
  AjQuery *query = aj_query_new (&aj_meeting_record_type);
  g_autofree char *first = g_strdup_printf ("%04d-01-01T00:00", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31T23:59", year);

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_MOST, last);
  if (group != NULL)
    aj_query_where_text (query, "group", AJ_QUERY_EQUAL, aj_record_get_id (group));
  return query;
}

static char *
make_cycle_name (AjRecord *group, int year)
{
  /* Translators: what a calendar is called: a group (or "Meetings"), and a year. */
  return g_strdup_printf (C_ ("calendar", "%s %d"),
                          group != NULL ? aj_record_get_title (group) : _ ("Meetings"), year);
}

void
aj_calendar_saver_save_cycle (GtkWidget *from, AjServices *services, AjRecord *group, int year)
{
  g_autofree char *name = make_cycle_name (group, year);
  g_autofree char *base = aj_text_to_file_name (name);
  g_autofree char *file_name = g_strconcat (base, ".ics", NULL);

  ask_where (from, services, make_cycle_query (group, year), name, file_name);
}

void
aj_calendar_saver_save_separately (GtkWidget *from, AjServices *services, AjRecord *group, int year)
{
  g_autofree char *name = make_cycle_name (group, year);
  Saving *saving = saving_new (from, services, make_cycle_query (group, year), name);

  saving->separate = TRUE;
  aj_file_chooser_folder (GTK_WINDOW (gtk_widget_get_root (from)),
                          _ ("Folder for the Calendar Files"), file_chosen_cb, saving);
}

static const char *
get_group_name (AjRecord *group)
{
  return group != NULL ? aj_text_or_null (aj_record_get_title (group)) : NULL;
}

void
aj_calendar_saver_save_meeting (GtkWidget *from,
                                AjServices *services,
                                AjRecord *meeting,
                                AjRecord *group)
{
  AjQuery *query;
  g_autofree char *file_name = NULL;

  if (!aj_record_is_loaded (meeting))
    return;
  query = aj_query_new (&aj_meeting_record_type);
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, aj_record_get_id (meeting));
  file_name = aj_export_job_dup_file_name (aj_record_get_values (meeting), get_group_name (group));
  ask_where (from, services, query, NULL, file_name);
}
