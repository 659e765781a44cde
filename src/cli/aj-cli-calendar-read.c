/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-calendar-reading.h"
#include "aj-cli-output.h"
#include "aj-date.h"

#define SECONDS_A_DAY (24 * 60 * 60)

static AjDate
to_date (gint64 at)
{
  return (AjDate) (at / SECONDS_A_DAY - (at % SECONDS_A_DAY < 0 ? 1 : 0));
}

/* NULL is null. */
static void
add_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

/* A moment in UTC; the day of what lasts all day. */
static void
add_time (JsonObject *object, const char *member, gint64 at, gboolean all_day)
{
  g_autofree char *text = all_day ? aj_date_to_iso (to_date (at)) : aj_cli_format_utc (at);

  add_text (object, member, text);
}

static JsonObject *
entry_to_json (const AjCalendarEntry *entry)
{
  JsonObject *object = json_object_new ();

  add_text (object, "uid", entry->uid);
  json_object_set_int_member (object, "sequence", entry->sequence);
  add_time (object, "start", entry->start, entry->all_day);
  add_time (object, "end", entry->end, entry->all_day);
  json_object_set_boolean_member (object, "all-day", entry->all_day);
  add_text (object, "summary", entry->summary);
  add_text (object, "location", entry->location);
  add_text (object, "description", entry->description);
  add_text (object, "url", entry->url);
  add_text (object, "status", entry->status);
  add_text (object, "categories", entry->categories);
  add_text (object, "organiser", entry->organiser);
  add_text (object, "organiser-name", entry->organiser_name);
  return object;
}

static JsonObject *
problem_to_json (const AjCalendarProblem *problem)
{
  JsonObject *object = json_object_new ();

  if (problem->line > 0)
    json_object_set_int_member (object, "line", problem->line);
  else
    json_object_set_null_member (object, "line");
  add_text (object, "uid", problem->uid);
  add_text (object, "problem", problem->text);
  return object;
}

static void
print_as_json (const char *file, const AjCalendarReading *reading)
{
  JsonObject *object = json_object_new ();
  JsonArray *zones = json_array_new ();
  JsonArray *events = json_array_new ();
  JsonArray *problems = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; reading->zones[i] != NULL; i++)
    json_array_add_string_element (zones, reading->zones[i]);
  for (guint i = 0; i < reading->entries->len; i++)
    json_array_add_object_element (events, entry_to_json (reading->entries->pdata[i]));
  for (guint i = 0; i < reading->problems->len; i++)
    json_array_add_object_element (problems, problem_to_json (reading->problems->pdata[i]));
  add_text (object, "file", file);
  add_text (object, "method", reading->method);
  add_text (object, "name", reading->name);
  json_object_set_array_member (object, "zones", zones);
  json_object_set_array_member (object, "events", events);
  json_object_set_array_member (object, "problems", problems);
  json_node_take_object (node, object);
  aj_cli_print_json (node);
}

/* The last day rather than the day after it, which only calendars count with. */
static char *
format_end (const AjCalendarEntry *entry)
{
  if (entry->all_day)
    return aj_date_format_short (MAX (to_date (entry->end) - 1, to_date (entry->start)));
  return aj_cli_format_local (entry->end);
}

static void
print_events (const AjCalendarReading *reading)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Start"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("End"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Subject"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Place"), FALSE, FALSE);
  aj_cli_table_add_column (table, "STATUS", FALSE, FALSE);
  aj_cli_table_add_column (table, "UID", FALSE, TRUE);
  for (guint i = 0; i < reading->entries->len; i++)
    {
      const AjCalendarEntry *entry = reading->entries->pdata[i];
      g_autofree char *start = entry->all_day ? aj_date_format_short (to_date (entry->start))
                                              : aj_cli_format_local (entry->start);
      g_autofree char *end = format_end (entry);
      const char *const cells[] = { start,      end, entry->summary, entry->location, entry->status,
                                    entry->uid, NULL };

      aj_cli_table_add_row (table, cells);
    }
  if (aj_cli_table_get_n_rows (table) > 0)
    aj_cli_table_print (table);
}

static void
print_problem (const AjCalendarProblem *problem)
{
  g_autofree char *line = NULL;

  if (problem->line > 0 && problem->uid != NULL)
    /* Translators: the number of a line in a file, the identity of an event, and a whole sentence. */
    line = g_strdup_printf (_ ("Line %1$u, UID %2$s: %3$s"), problem->line, problem->uid,
                            problem->text);
  else if (problem->line > 0)
    /* Translators: the number of a line in a file, and a whole sentence. */
    line = g_strdup_printf (_ ("Line %1$u: %2$s"), problem->line, problem->text);
  else if (problem->uid != NULL)
    /* Translators: the identity of an event, and a whole sentence. */
    line = g_strdup_printf (_ ("UID %1$s: %2$s"), problem->uid, problem->text);
  else
    line = g_strdup (problem->text);
  aj_cli_print_line (line);
}

static void
print_as_text (const char *file, const AjCalendarReading *reading)
{
  g_autofree char *events = NULL;
  g_autofree char *problems = NULL;

  events = g_strdup_printf (
      /* Translators: the name of a calendar or a file, and how many appointments are in it. */
      ngettext ("%1$s: %2$u event.", "%1$s: %2$u events.", reading->entries->len),
      reading->name != NULL ? reading->name : file, reading->entries->len);
  aj_cli_print_line (events);
  print_events (reading);
  if (reading->problems->len == 0)
    return;
  problems = g_strdup_printf (ngettext ("%u problem:", "%u problems:", reading->problems->len),
                              reading->problems->len);
  aj_cli_print_line (problems);
  for (guint i = 0; i < reading->problems->len; i++)
    print_problem (reading->problems->pdata[i]);
}

gboolean
aj_cli_run_calendar_read (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *shown = g_filename_display_name (arguments[0]);
  g_autoptr (AjCalendarReading) reading = NULL;

  aj_cli_set_where (cli, shown);
  reading = aj_calendar_reading_load (arguments[0], error);
  if (reading == NULL)
    return FALSE;
  if (cli->json)
    print_as_json (shown, reading);
  else
    print_as_text (shown, reading);
  return TRUE;
}
