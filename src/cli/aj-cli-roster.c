/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-duty-roster.h"
#include "aj-group.h"
#include "aj-meeting.h"

static char *year_word;
static gboolean is_fill;
static gboolean is_dry_run;
static gboolean is_host;

const GOptionEntry aj_cli_roster_options[] = {
  { "year", 0, 0, G_OPTION_ARG_FILENAME, &year_word, N_ ("The year (default: this one)"),
    N_ ("Y") },
  { "fill", 0, 0, G_OPTION_ARG_NONE, &is_fill, N_ ("Put who is proposed in the empty places"),
    NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

const GOptionEntry aj_cli_roster_swap_options[] = {
  { "host", 0, 0, G_OPTION_ARG_NONE, &is_host, N_ ("Swap who hosts, not who chairs"), NULL },
  { NULL },
};

static AjDutyRoster *
load_roster (AjCli *cli, const char *group_id, int year, GError **error)
{
  g_autoptr (AjGroupYear) facts = aj_group_year_load (cli->store, group_id, year, error);

  return facts != NULL ? aj_duty_roster_new (facts) : NULL;
}

static const char *
get_name (const AjValues *person)
{
  const char *name = person != NULL ? aj_values_get_text (person, "name") : NULL;

  return name != NULL ? name : "";
}

/* (transfer full): who does it, or could, or why nobody can. */
static char *
describe_place (AjDutyRoster *roster, const AjDutyLine *line, AjDuty duty)
{
  if (line->taken[duty] != NULL && aj_duty_roster_is_away (roster, line, duty))
    /* Translators: somebody. */
    return g_strdup_printf (_ ("%s (away)"), get_name (line->taken[duty]));
  if (line->proposed[duty] != NULL)
    /* Translators: somebody. */
    return g_strdup_printf (_ ("%s (proposed)"), get_name (line->proposed[duty]));
  return g_strdup (get_name (line->taken[duty]));
}

static void
print_gap (const AjDutyLine *line, const char *when)
{
  const char *gap = aj_duty_line_describe_gap (line, AJ_DUTY_CHAIR);
  g_autofree char *text = NULL;

  if (gap == NULL)
    gap = aj_duty_line_describe_gap (line, AJ_DUTY_HOST);
  if (gap == NULL)
    return;
  text = g_strdup_printf ("%s: %s", when, gap);
  aj_cli_print_line (text);
}

static void
print_roster (AjDutyRoster *roster)
{
  GArray *lines = aj_duty_roster_get_lines (roster);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  if (lines->len == 0)
    {
      aj_cli_print_line (_ ("The group has no meetings in this year."));
      return;
    }
  aj_cli_table_add_column (table, _ ("When"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Theme"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Chair"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Host"), FALSE, TRUE);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjDutyLine *line = &g_array_index (lines, AjDutyLine, i);
      const char *theme = aj_values_get_text (line->meeting, "theme");
      g_autofree char *when = aj_date_format_short (line->date);
      g_autofree char *chair = describe_place (roster, line, AJ_DUTY_CHAIR);
      g_autofree char *host = describe_place (roster, line, AJ_DUTY_HOST);

      aj_cli_table_add_row (table, (const char *[]){ when, theme != NULL ? theme : "", chair, host,
                                                     NULL });
    }
  aj_cli_table_print (table);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjDutyLine *line = &g_array_index (lines, AjDutyLine, i);
      g_autofree char *when = aj_date_format_short (line->date);

      print_gap (line, when);
    }
}

static void
set_person (JsonObject *object, const char *key, const char *name_key, const AjValues *person)
{
  json_object_set_string_member (object, key, person != NULL ? aj_values_get_id (person) : NULL);
  json_object_set_string_member (object, name_key, person != NULL ? get_name (person) : NULL);
}

static const char *
get_gap_code (AjRotationVerdict verdict)
{
  return verdict == AJ_ROTATION_NOBODY     ? "no-lead"
         : verdict == AJ_ROTATION_ALL_AWAY ? "all-away"
                                           : NULL;
}

static JsonObject *
line_to_json (AjDutyRoster *roster, const AjDutyLine *line)
{
  static const char *const keys[AJ_N_DUTIES][6] = {
    { "chair", "chair-name", "chair-away", "proposed-chair", "proposed-chair-name", "chair-gap" },
    { "host", "host-name", "host-away", "proposed-host", "proposed-host-name", "host-gap" },
  };
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "meeting", aj_values_get_id (line->meeting));
  json_object_set_string_member (object, "starts-at",
                                 aj_values_get_text (line->meeting, "starts-at"));
  json_object_set_string_member (object, "zone", aj_values_get_text (line->meeting, "zone"));
  json_object_set_string_member (object, "theme", aj_values_get_text (line->meeting, "theme"));
  for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
    {
      set_person (object, keys[duty][0], keys[duty][1], line->taken[duty]);
      json_object_set_boolean_member (object, keys[duty][2],
                                      aj_duty_roster_is_away (roster, line, duty));
      set_person (object, keys[duty][3], keys[duty][4], line->proposed[duty]);
      json_object_set_string_member (object, keys[duty][5], get_gap_code (line->verdict[duty]));
    }
  return object;
}

static void
print_roster_json (AjDutyRoster *roster, guint n_filled)
{
  AjGroupYear *year = aj_duty_roster_get_year (roster);
  const AjValues *group = aj_group_year_get_group (year);
  GArray *lines = aj_duty_roster_get_lines (roster);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    json_array_add_object_element (array,
                                   line_to_json (roster, &g_array_index (lines, AjDutyLine, i)));
  json_object_set_string_member (object, "group", aj_values_get_id (group));
  json_object_set_string_member (object, "group-name", aj_values_get_text (group, "name"));
  json_object_set_int_member (object, "year", aj_group_year_get_year (year));
  json_object_set_boolean_member (object, "dry-run", is_dry_run);
  json_object_set_int_member (object, "filled", n_filled);
  json_object_set_array_member (object, "meetings", array);
  aj_cli_print_json_object (object);
}

static void
print_filled (guint n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("There was nothing to fill in."));
  else if (is_dry_run)
    text = g_strdup_printf (ngettext ("%u place would be filled; nothing was stored.",
                                      "%u places would be filled; nothing was stored.", n),
                            n);
  else
    text = g_strdup_printf (ngettext ("%u place was filled.", "%u places were filled.", n), n);
  aj_cli_print_line (text);
}

gboolean
aj_cli_run_roster (AjCli *cli, char **arguments, GError **error)
{
  int year = aj_date_get_year (aj_clock_get_today (cli->clock));
  g_autofree char *group = NULL;
  g_autoptr (AjDutyRoster) roster = NULL;
  guint n;

  if ((year_word != NULL && !aj_cli_read_year (cli, year_word, &year, error)) ||
      aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, arguments[0]);
  group = aj_cli_resolve (cli, &aj_group_record_type, arguments[0], error);
  roster = group != NULL ? load_roster (cli, group, year, error) : NULL;
  if (roster == NULL)
    return FALSE;
  n = aj_duty_roster_count_proposed (roster);
  if (is_fill && !is_dry_run && n > 0)
    {
      g_autoptr (AjEdit) edit = aj_duty_roster_fill (roster, cli->store);

      if (!aj_edit_commit (edit, error))
        return FALSE;
      g_clear_pointer (&roster, aj_duty_roster_unref);
      roster = load_roster (cli, group, year, error);
      if (roster == NULL)
        return FALSE;
    }
  if (cli->json)
    {
      print_roster_json (roster, is_fill && !is_dry_run ? n : 0);
      return TRUE;
    }
  print_roster (roster);
  if (is_fill)
    print_filled (n);
  return TRUE;
}

static AjValues *
load_meeting (AjCli *cli, const char *word, GError **error)
{
  aj_cli_set_where (cli, word);
  return aj_cli_load (cli, &aj_meeting_record_type, word, error);
}

/* The two meetings stand in the roster of one group and one year, or of two years. */
static AjDutyRoster *
load_roster_of (AjCli *cli, const AjValues *meeting, const AjValues *other, GError **error)
{
  const char *group = aj_values_get_text (meeting, "group");
  int year = aj_date_get_year (aj_group_year_get_day (meeting));

  if (g_strcmp0 (group, aj_values_get_text (other, "group")) != 0 ||
      year != aj_date_get_year (aj_group_year_get_day (other)))
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("They are not of one group and one year. Choose two meetings that "
                              "are."));
      return NULL;
    }
  return load_roster (cli, group, year, error);
}

static const AjDutyLine *
find_line (AjDutyRoster *roster, const AjValues *meeting, GError **error)
{
  const AjDutyLine *line = aj_duty_roster_find (roster, aj_values_get_id (meeting));

  if (line == NULL)
    g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                         _ ("A meeting that was cancelled is in no roster."));
  return line;
}

gboolean
aj_cli_run_roster_swap (AjCli *cli, char **arguments, GError **error)
{
  AjDuty duty = is_host ? AJ_DUTY_HOST : AJ_DUTY_CHAIR;
  g_autoptr (AjValues) first = NULL;
  g_autoptr (AjValues) second = NULL;
  g_autoptr (AjDutyRoster) roster = NULL;
  g_autoptr (AjEdit) edit = NULL;
  const AjDutyLine *line, *other;

  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  first = load_meeting (cli, arguments[0], error);
  second = first != NULL ? load_meeting (cli, arguments[1], error) : NULL;
  if (second != NULL)
    aj_cli_set_where (cli, NULL);
  roster = second != NULL ? load_roster_of (cli, first, second, error) : NULL;
  line = roster != NULL ? find_line (roster, first, error) : NULL;
  other = line != NULL ? find_line (roster, second, error) : NULL;
  edit = other != NULL ? aj_duty_roster_swap (roster, cli->store, line, other, duty, error) : NULL;
  if (edit == NULL || !aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, &aj_meeting_record_type, aj_values_get_id (first),
                     aj_edit_get_label (edit), aj_edit_get_revision (edit));
  return TRUE;
}
