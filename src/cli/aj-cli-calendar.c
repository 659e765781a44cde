/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "aj-cli-activity-calendar.h"
#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-cli-rollout-calendar.h"
#include "aj-export-job.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-network-settings.h"
#include "aj-text.h"

static char *output_word;
static char *year_word;
static gboolean is_separate;
static gboolean no_mark;
static gboolean with_closed;

const GOptionEntry aj_cli_calendar_export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The calendar file to write, or with --separate the folder; a meeting that is imported "
        "into "
        "Outlook again stands there twice"),
    N_ ("FILE.ics") },
  { "year", 0, 0, G_OPTION_ARG_FILENAME, &year_word, N_ ("Only the meetings of this year"),
    N_ ("Y") },
  { "separate", 0, 0, G_OPTION_ARG_NONE, &is_separate,
    N_ ("Write one file for each meeting, of an action day for each municipality: Outlook opens a "
        "file of several as a calendar beside your own"),
    NULL },
  { "no-mark", 0, 0, G_OPTION_ARG_NONE, &no_mark,
    N_ ("Do not note that these versions were handed out"), NULL },
  { "with-closed", 0, 0, G_OPTION_ARG_NONE, &with_closed,
    N_ ("Of an action day, also what only who is invited may come to"), NULL },
  { NULL },
};

/* What was asked for, as questions to the store and as a name for the calendar. */
typedef struct
{
  GPtrArray *queries; /* (owned) (element-type AjQuery) */
  GString *name;      /* (owned) */
  int year;           /* 0: every one */
  gboolean single;    /* one meeting by its id: an appointment, not a calendar */
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_clear_pointer (&self->queries, g_ptr_array_unref);
  g_string_free (self->name, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* Takes @query. */
static void
add_query (Wanted *self, AjQuery *query)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01T00:00", self->year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31T23:59", self->year);

  if (self->year > 0)
    {
      aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, first);
      aj_query_where_text (query, "starts-at", AJ_QUERY_AT_MOST, last);
    }
  g_ptr_array_add (self->queries, query);
}

static gboolean
want_group (AjCli *cli, Wanted *self, const char *text, GError **error)
{
  g_autoptr (AjValues) group = aj_cli_load (cli, &aj_group_record_type, text, error);
  AjQuery *query;

  if (group == NULL)
    return FALSE;
  query = aj_query_new (&aj_meeting_record_type);
  aj_query_where_text (query, "group", AJ_QUERY_EQUAL, aj_values_get_id (group));
  add_query (self, query);
  if (self->name->len > 0)
    {
      g_autofree char *names = g_strdup (self->name->str);

      /* Translators: the names of groups so far, and one more. */
      g_string_printf (self->name, C_ ("list", "%1$s, %2$s"), names,
                       aj_values_get_text (group, "name"));
    }
  else
    {
      g_string_assign (self->name, aj_values_get_text (group, "name"));
    }
  return TRUE;
}

static gboolean
want_meeting (AjCli *cli, Wanted *self, const char *text, GError **error)
{
  g_autofree char *id = aj_cli_resolve (cli, &aj_meeting_record_type, text, error);
  AjQuery *query;

  if (id == NULL)
    return FALSE;
  query = aj_query_new (&aj_meeting_record_type);
  aj_query_where_text (query, "id", AJ_QUERY_EQUAL, id);
  g_ptr_array_add (self->queries, query);
  return TRUE;
}

static gboolean
want (AjCli *cli, Wanted *self, const char *word, GError **error)
{
  g_autofree char *where = g_strdup (word);
  gboolean known = TRUE;

  aj_cli_set_where (cli, where);
  if (strcmp (word, "all") == 0)
    add_query (self, aj_query_new (&aj_meeting_record_type));
  else if (g_str_has_prefix (word, "group:"))
    known = want_group (cli, self, word + strlen ("group:"), error);
  else if (g_str_has_prefix (word, "meeting:"))
    known = want_meeting (cli, self, word + strlen ("meeting:"), error);
  else
    known = aj_cli_fail_usage (
        error, _ ("This cannot be exported. Choose all, group:NAME, meeting:MEETING, "
                  "edition:EDITION, municipality:MUNICIPALITY, rollouts, loans or "
                  "loans:MATERIAL."));
  aj_cli_set_where (cli, known ? NULL : where);
  return known;
}

/* On a terminal only, and rubbed out when done. */
static void
show_progress_cb (double fraction, gpointer user_data)
{
  if (fraction < 1)
    g_printerr ("\r%3.0f %%", fraction * 100);
  else
    g_printerr ("\r     \r");
}

/* (transfer full) */
static JsonNode *
to_json (GPtrArray *texts)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  json_node_take_array (node, array);
  return node;
}

/* Two files with one appointment: who opens the older one puts it back where it was. */
static void
warn_outdated (AjCli *cli, const AjExportResult *result)
{
  for (guint i = 0; i < result->outdated->len; i++)
    {
      g_autofree char *line = aj_cli_format_error (
          cli->what, _ ("An older file of the same meeting is still there. Delete it."),
          result->outdated->pdata[i]);

      g_printerr ("%s\n", line);
    }
}

static void
warn_repeated (AjCli *cli, const AjExportResult *result)
{
  g_autofree char *sentence = NULL;

  if (result->n_repeated == 0)
    return;
  sentence = g_strdup_printf (
      ngettext (
          "%u meeting in it was handed out before. Outlook shows it twice when it is imported "
          "again: delete the old one first.",
          "%u meetings in it were handed out before. Outlook shows them twice when they are "
          "imported again: delete the old ones first, or import only what is new.",
          result->n_repeated),
      result->n_repeated);
  aj_cli_warn (cli, sentence);
}

static void
print_written (AjCli *cli, const char *path, const AjExportResult *result)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = NULL;
  JsonObject *object;
  JsonNode *node;

  for (guint i = 0; i < result->left_out->len; i++)
    aj_cli_warn (cli, result->left_out->pdata[i]);
  warn_outdated (cli, result);
  if (!cli->json)
    {
      warn_repeated (cli, result);
      text = g_strdup_printf (
          /* Translators: a number and a file, or a folder. */
          ngettext ("%u meeting written to %s.", "%u meetings written to %s.", result->n_written),
          result->n_written, shown);
      aj_cli_print_line (text);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "file", shown);
  json_object_set_int_member (object, "meetings", result->n_written);
  json_object_set_int_member (object, "handed-out-before", result->n_repeated);
  json_object_set_member (object, "left-out", to_json (result->left_out));
  json_object_set_member (object, "outdated", to_json (result->outdated));
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  aj_cli_print_json (node);
}

static gboolean
write_wanted (AjCli *cli, Wanted *wanted, GError **error)
{
  g_autoptr (AjNetworkSettings) network = aj_network_settings_load (cli->store, error);
  g_autofree char *shown = g_filename_display_name (output_word);
  g_auto (AjExportResult) result = { 0 };
  AjOrganiser organiser;
  AjExportRequest request;

  if (network == NULL)
    return FALSE;
  organiser = aj_network_settings_get_organiser (network);
  request = (AjExportRequest){
    .queries = (AjQuery *const *) wanted->queries->pdata,
    .n_queries = wanted->queries->len,
    .name = wanted->single          ? NULL
            : wanted->name->len > 0 ? wanted->name->str
                                    : _ ("Meetings"),
    .organiser_name = organiser.name,
    .organiser_mail = organiser.mail,
    .separate = is_separate,
    .mark = !no_mark,
  };
  aj_cli_set_where (cli, shown);
  if (!aj_export_job_run (cli->store, &request, output_word,
                          isatty (STDERR_FILENO) ? show_progress_cb : NULL, NULL, &result, error))
    return FALSE;
  print_written (cli, output_word, &result);
  return TRUE;
}

gboolean
aj_cli_run_calendar_export (AjCli *cli, char **arguments, GError **error)
{
  g_auto (Wanted) wanted = { 0 };

  wanted.queries = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_query_unref);
  wanted.name = g_string_new (NULL);
  wanted.single = g_strv_length (arguments) == 1 && g_str_has_prefix (arguments[0], "meeting:");
  if (aj_text_or_null (output_word) == NULL)
    return aj_cli_fail_usage (error, _ ("The file to write is missing. Add: --output FILE.ics"));
  if (year_word != NULL && !aj_cli_read_year (cli, year_word, &wanted.year, error))
    return FALSE;
  if (year_word != NULL &&
      (aj_cli_asks_for_rollouts (arguments) || aj_cli_asks_for_activities (arguments)))
    return aj_cli_fail_usage (error, _ ("--year is for meetings."));
  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  if (aj_cli_asks_for_rollouts (arguments))
    {
      if (with_closed || is_separate)
        return aj_cli_fail_usage (error, _ ("Rollouts and loans go into one file: leave out "
                                            "--separate and --with-closed."));
      return aj_cli_export_rollouts (cli, arguments, output_word, error);
    }
  if (aj_cli_asks_for_activities (arguments))
    return aj_cli_export_activities (cli, arguments, output_word, is_separate, with_closed, error);
  if (with_closed)
    return aj_cli_fail_usage (error, _ ("--with-closed is for the activities of an action day."));
  for (guint i = 0; arguments[i] != NULL; i++)
    if (!want (cli, &wanted, arguments[i], error))
      return FALSE;
  return write_wanted (cli, &wanted, error);
}
