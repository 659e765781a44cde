/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-cycle-job.h"
#include "aj-group.h"
#include "aj-reference.h"
#include "aj-text.h"

static char *group_word;
static char *year_word;
static char *count_word;
static char *every_word;
static char *weekday_word;
static char *nth_word;
static char *start_word;
static char *minutes_word;
static char *place_word;
static char *avoid_word;
static char **left_out_words;
static gboolean is_dry_run;

const GOptionEntry aj_cli_cycle_plan_options[] = {
  { "group", 0, 0, G_OPTION_ARG_FILENAME, &group_word, N_ ("The group, by its name or id"),
    N_ ("NAME") },
  { "year", 0, 0, G_OPTION_ARG_FILENAME, &year_word, N_ ("The year to plan"), N_ ("Y") },
  { "count", 0, 0, G_OPTION_ARG_FILENAME, &count_word, N_ ("How many meetings"), "6" },
  { "every", 0, 0, G_OPTION_ARG_FILENAME, &every_word, N_ ("Every how many months"), "2" },
  { "weekday", 0, 0, G_OPTION_ARG_FILENAME, &weekday_word, N_ ("The weekday"), "thursday" },
  { "nth", 0, 0, G_OPTION_ARG_FILENAME, &nth_word, N_ ("Which one in the month, 1 to 5, or last"),
    "2" },
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &start_word, N_ ("When it begins"), "10:00" },
  { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &minutes_word, N_ ("How long it lasts"), "120" },
  { "place", 0, 0, G_OPTION_ARG_FILENAME, &place_word, N_ ("Where it is"), N_ ("T") },
  { "avoid", 0, 0, G_OPTION_ARG_FILENAME, &avoid_word,
    N_ ("What to avoid: public, school, clashes (public holidays are avoided always)"),
    "public,school" },
  { "leave-out", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &left_out_words,
    N_ ("A month in which there is to be no meeting; may be given more than once, and is "
        "remembered until it is none"),
    N_ ("YYYY-MM") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show the dates and store nothing"),
    NULL },
  { NULL },
};

/* Public holidays are avoided whatever is said; what is not named of the rest stays as the cycle has it, but for the
 * school holidays, which somebody who names what to avoid leaves out on purpose. */
static gboolean
read_avoid (AjCli *cli, AjValues *cycle, GError **error)
{
  g_auto (GStrv) words = g_strsplit (avoid_word, ",", -1);

  aj_values_set_boolean (cycle, "avoid-school-holidays", FALSE);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (strcmp (word, "school") == 0)
        aj_values_set_boolean (cycle, "avoid-school-holidays", TRUE);
      else if (strcmp (word, "clashes") == 0)
        aj_values_set_boolean (cycle, "avoid-clashes", TRUE);
      else if (strcmp (word, "public") != 0)
        {
          aj_cli_set_where (cli, word);
          return aj_cli_fail_usage (
              error, _ ("This cannot be avoided. Choose from public, school and clashes, with "
                        "commas between them."));
        }
    }
  return TRUE;
}

static gboolean
set_from_word (AjCli *cli, AjValues *cycle, const char *name, const char *word, GError **error)
{
  int index = aj_record_type_find (aj_values_get_record_type (cycle), name);
  const AjField *field = &aj_values_get_record_type (cycle)->fields[index];
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) unread = NULL;

  if (word == NULL)
    return TRUE;
  aj_cli_set_where (cli, word);
  /* A word that cannot be read is wrong usage; one that says too much is refused. */
  if (!aj_field_parse (field, word, &value, &unread))
    return aj_cli_fail_usage (error, "%s", unread->message);
  if (!aj_field_check (field, &value, error))
    return FALSE;
  aj_values_set (cycle, (guint) index, &value);
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

static gboolean
read_cycle (AjCli *cli, AjValues *cycle, GError **error)
{
  const char *nth = g_strcmp0 (nth_word, "last") == 0 ? "-1" : nth_word;

  return set_from_word (cli, cycle, "count", count_word, error) &&
         set_from_word (cli, cycle, "every-months", every_word, error) &&
         set_from_word (cli, cycle, "weekday", weekday_word, error) &&
         set_from_word (cli, cycle, "nth", nth, error) &&
         set_from_word (cli, cycle, "start", start_word, error) &&
         set_from_word (cli, cycle, "minutes", minutes_word, error) &&
         set_from_word (cli, cycle, "place", place_word, error) &&
         (avoid_word == NULL || read_avoid (cli, cycle, error));
}

/* A date that a fixed meeting covers needs no decision any more. */
static gboolean
is_conflict (const AjPlannedDate *date, const AjCycleStep *step)
{
  return date->verdict == AJ_VERDICT_CONFLICT && (step == NULL || !step->fixed);
}

static guint
count_conflicts (const AjCyclePlan *plan, GArray *steps)
{
  guint n_conflicts = 0;

  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    if (is_conflict (aj_cycle_plan_get_date (plan, i), aj_cycle_step_find (steps, i)))
      n_conflicts++;
  return n_conflicts;
}

static const char *
get_verdict_name (AjVerdict verdict)
{
  switch (verdict)
    {
    case AJ_VERDICT_MOVED:
      return "moved";
    case AJ_VERDICT_CONFLICT:
      return "conflict";
    case AJ_VERDICT_KEPT_AGAINST_ADVICE:
      return "kept-against-advice";
    case AJ_VERDICT_TAKEN_OUT:
      return "taken-out";
    case AJ_VERDICT_KEPT:
    default:
      return "kept";
    }
}

static const char *
get_action_name (const AjCycleStep *step)
{
  if (step == NULL)
    return "none";
  if (step->fixed)
    return "fixed";
  switch (step->action)
    {
    case AJ_REPLAN_MOVE:
      return "move";
    case AJ_REPLAN_ADD:
      return "add";
    case AJ_REPLAN_REMOVE:
      return "remove";
    case AJ_REPLAN_COVERED:
      return "fixed";
    case AJ_REPLAN_KEEP:
    default:
      return "keep";
    }
}

static void
add_text_member (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/* Why it stands there: of a fixed meeting what is stored with it. */
static void
add_reason_members (JsonObject *object, const AjPlannedDate *date, const AjCycleStep *step)
{
  g_autofree char *text = aj_cycle_step_to_text (step, date);
  g_autofree char *pattern = NULL;

  if (step != NULL && step->fixed)
    {
      add_text_member (object, "pattern-date", aj_values_get_text (step->meeting, "pattern-date"));
      add_text_member (object, "reason", aj_values_get_text (step->meeting, "reason"));
      add_text_member (object, "reason-detail",
                       aj_values_get_text (step->meeting, "reason-detail"));
    }
  else
    {
      pattern = aj_date_to_iso (date->pattern);
      add_text_member (object, "pattern-date", pattern);
      add_text_member (object, "reason", aj_reason_get_code (date->reason));
      add_text_member (object, "reason-detail", date->detail);
    }
  json_object_set_string_member (object, "text", text);
}

/* @now: what stands there, with the meeting that was made of a new date. */
static JsonObject *
date_to_json (const AjPlannedDate *date,
              const AjCycleStep *step,
              const AjCycleStep *now,
              const char *zone)
{
  JsonObject *object = json_object_new ();
  AjWallTime starts_at, ends_at;
  const AjValues *staying = aj_cycle_step_get_times (step, date, &starts_at, &ends_at);
  g_autofree char *start = aj_wall_time_to_string (&starts_at);
  g_autofree char *end = aj_wall_time_to_string (&ends_at);

  json_object_set_int_member (object, "number", date->ordinal + 1);
  add_text_member (object, "starts-at", start);
  add_text_member (object, "ends-at", end);
  add_text_member (object, "zone", staying != NULL ? aj_values_get_text (staying, "zone") : zone);
  json_object_set_string_member (object, "verdict", get_verdict_name (date->verdict));
  add_reason_members (object, date, step);
  json_object_set_boolean_member (object, "conflict", is_conflict (date, step));
  json_object_set_boolean_member (object, "holidays-known", !date->unknown_holidays);
  json_object_set_string_member (object, "action", get_action_name (step));
  add_text_member (object, "meeting",
                   now != NULL && now->meeting != NULL ? aj_values_get_id (now->meeting) : NULL);
  return object;
}

static JsonArray *
notes_to_json (AjCycleFacts *facts, const AjValues *cycle, const AjCyclePlan *plan)
{
  g_auto (GStrv) notes = aj_cycle_job_dup_notes (facts, cycle, plan);
  JsonArray *array = json_array_new ();

  for (guint i = 0; notes[i] != NULL; i++)
    json_array_add_string_element (array, notes[i]);
  return array;
}

static JsonArray *
removals_to_json (GArray *steps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const AjCycleStep *step = &g_array_index (steps, AjCycleStep, i);

      if (step->action == AJ_REPLAN_REMOVE)
        json_array_add_string_element (array, aj_values_get_id (step->meeting));
    }
  return array;
}

static void
print_plan_json (AjCycleFacts *facts,
                 const AjValues *cycle,
                 const AjCyclePlan *plan,
                 GArray *steps,
                 GArray *steps_now,
                 const AjCycleOutcome *outcome)
{
  g_autofree char *regions = aj_school_region_get_names (aj_cycle_job_get_regions (facts, cycle));
  JsonObject *object = json_object_new ();
  JsonArray *dates = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    json_array_add_object_element (dates, date_to_json (aj_cycle_plan_get_date (plan, i),
                                                        aj_cycle_step_find (steps, i),
                                                        aj_cycle_step_find (steps_now, i),
                                                        aj_values_get_text (cycle, "zone")));
  json_object_set_string_member (object, "group", aj_cycle_facts_get_group_id (facts));
  json_object_set_string_member (object, "group-name", aj_cycle_facts_get_group_name (facts));
  json_object_set_string_member (object, "cycle", aj_values_get_id (cycle));
  json_object_set_int_member (object, "year", aj_cycle_facts_get_year (facts));
  json_object_set_string_member (object, "regions", regions);
  json_object_set_boolean_member (object, "dry-run", is_dry_run);
  json_object_set_array_member (object, "dates", dates);
  json_object_set_array_member (object, "removed-meetings", removals_to_json (steps));
  json_object_set_int_member (object, "conflicts", count_conflicts (plan, steps));
  json_object_set_array_member (object, "notes", notes_to_json (facts, cycle, plan));
  json_object_set_int_member (object, "added", outcome->added);
  json_object_set_int_member (object, "moved", outcome->moved);
  json_object_set_int_member (object, "removed", outcome->removed);
  json_object_set_int_member (object, "kept", outcome->kept);
  json_object_set_int_member (object, "fixed", outcome->fixed);
  json_node_take_object (node, object);
  aj_cli_print_json (node);
}

static void
add_plan_row (AjCliTable *table, const AjPlannedDate *date, const AjCycleStep *step)
{
  AjWallTime start, end;
  g_autofree char *number = g_strdup_printf ("%u", date->ordinal + 1);
  g_autofree char *text = aj_cycle_step_to_text (step, date);
  const char *mark = "";
  g_autofree char *day = NULL;
  g_autofree char *times = NULL;

  aj_cycle_step_get_times (step, date, &start, &end);
  day = aj_date_format_short (start.date);
  times = start.date != AJ_DATE_NONE ? aj_time_of_day_to_string (start.minute) : g_strdup ("");
  if (step != NULL && step->stays != NULL)
    mark = step->stays;
  else if (is_conflict (date, step))
    /* Translators: beside a date on which somebody must decide. */
    mark = _ ("decide");
  {
    const char *cells[] = { number, day, times, text, mark, NULL };

    aj_cli_table_add_row (table, cells);
  }
}

static char *
describe_outcome (const AjCycleOutcome *outcome)
{
  return g_strdup_printf (
      /* Translators: numbers of meetings. */
      _ ("Added: %u. Moved: %u. Removed: %u. Unchanged: %u. Left alone: %u."), outcome->added,
      outcome->moved, outcome->removed, outcome->kept, outcome->fixed);
}

static void
print_plan (AjCycleFacts *facts,
            const AjValues *cycle,
            const AjCyclePlan *plan,
            GArray *steps,
            const AjCycleOutcome *outcome)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_auto (GStrv) notes = aj_cycle_job_dup_notes (facts, cycle, plan);
  g_autofree char *done = describe_outcome (outcome);
  guint n_conflicts = count_conflicts (plan, steps);

  aj_cli_table_add_column (table, "", TRUE, TRUE);
  aj_cli_table_add_column (table, _ ("Date"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Start"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Why there"), FALSE, TRUE);
  aj_cli_table_add_column (table, "", FALSE, TRUE);
  for (guint i = 0; i < aj_cycle_plan_get_n_dates (plan); i++)
    add_plan_row (table, aj_cycle_plan_get_date (plan, i), aj_cycle_step_find (steps, i));
  aj_cli_table_print (table);
  for (guint i = 0; notes[i] != NULL; i++)
    aj_cli_print_line (notes[i]);
  if (n_conflicts > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u date is still to be decided.",
                                                         "%u dates are still to be decided.",
                                                         n_conflicts),
                                               n_conflicts);
      aj_cli_print_line (text);
    }
  if (is_dry_run)
    aj_cli_print_line (_ ("Nothing was stored; without --dry-run this would be done:"));
  aj_cli_print_line (done);
}

static void
bring_all_back (GArray *adjustments)
{
  for (guint i = adjustments->len; i > 0; i--)
    if (g_array_index (adjustments, AjPlanAdjustment, i - 1).taken_out)
      g_array_remove_index (adjustments, i - 1);
}

static gboolean
leave_out (AjCli *cli,
           GArray *adjustments,
           AjCycleFacts *facts,
           const AjValues *cycle,
           const char *word,
           GError **error)
{
  g_autofree char *first_day = g_strconcat (word, "-01", NULL);
  AjPlanAdjustment adjustment = { .taken_out = TRUE };
  AjDate day;

  aj_cli_set_where (cli, word);
  if (!aj_date_parse_iso (first_day, &day))
    return aj_cli_fail_usage (error,
                              _ ("This is not a month. Write it like --leave-out 2027-07, or "
                                 "--leave-out none."));
  if (!aj_cycle_job_find_ordinal (facts, cycle, aj_date_get_year (day), aj_date_get_month (day),
                                  &adjustment.ordinal))
    return aj_cli_fail_usage (error, _ ("No meeting of this plan is in that month. Choose one of "
                                        "the months that --dry-run shows."));
  g_array_append_val (adjustments, adjustment);
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

static gboolean
read_left_out (
    AjCli *cli, GArray *adjustments, AjCycleFacts *facts, const AjValues *cycle, GError **error)
{
  for (guint i = 0; left_out_words != NULL && left_out_words[i] != NULL; i++)
    if (strcmp (left_out_words[i], "none") == 0)
      bring_all_back (adjustments);
    else if (!leave_out (cli, adjustments, facts, cycle, left_out_words[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
plan_and_apply (
    AjCli *cli, AjCycleFacts *facts, const AjValues *cycle, AjHolidays *holidays, GError **error)
{
  g_autoptr (GArray) adjustments = aj_cycle_job_list_adjustments (facts, cycle);
  g_autoptr (AjCyclePlan) plan = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GArray) steps_now = NULL;
  g_autoptr (AjCycleFacts) after = NULL;
  AjCycleOutcome outcome = { 0 };

  if (!read_left_out (cli, adjustments, facts, cycle, error))
    return FALSE;
  plan = aj_cycle_job_plan (facts, cycle, holidays, adjustments, error);
  if (plan == NULL)
    return FALSE;
  steps = aj_cycle_step_list (facts, cycle, plan);
  if (is_dry_run)
    aj_cycle_step_count (steps, &outcome);
  else if (!aj_cycle_job_apply (cli->store, facts, cycle, plan, &outcome, error))
    return FALSE;
  if (!cli->json)
    {
      print_plan (facts, cycle, plan, steps, &outcome);
      return TRUE;
    }
  after = aj_cycle_facts_load (cli->store, aj_cycle_facts_get_group_id (facts),
                               aj_cycle_facts_get_year (facts), error);
  if (after == NULL)
    return FALSE;
  steps_now = aj_cycle_step_list (after, cycle, plan);
  print_plan_json (facts, cycle, plan, steps, steps_now, &outcome);
  return TRUE;
}

static char *
get_setting (AjCli *cli, const char *key)
{
  g_autofree char *text = cli->settings != NULL ? g_settings_get_string (cli->settings, key) : NULL;

  return aj_text_or_null (text) != NULL ? g_steal_pointer (&text) : NULL;
}

gboolean
aj_cli_run_cycle_plan (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *place = get_setting (cli, "default-place");
  g_autofree char *zone = get_setting (cli, "default-zone");
  g_autofree char *group = NULL;
  g_autoptr (AjCycleFacts) facts = NULL;
  g_autoptr (AjValues) cycle = NULL;
  g_autoptr (AjHolidays) holidays = NULL;
  int year = 0;

  if (group_word == NULL || year_word == NULL)
    return aj_cli_fail_usage (error, _ ("The group or the year is missing. Write it like: "
                                        "aanjager-cli cycle plan --group NAME --year 2027"));
  if (!aj_cli_read_year (cli, year_word, &year, error))
    return FALSE;
  aj_cli_set_where (cli, group_word);
  group = aj_cli_resolve (cli, &aj_group_record_type, group_word, error);
  if (group == NULL)
    return FALSE;
  facts = aj_cycle_facts_load (cli->store, group, year, error);
  holidays = facts != NULL ? aj_reference_load_holidays (error) : NULL;
  if (holidays == NULL)
    return FALSE;
  aj_cli_set_where (cli, NULL);
  cycle = aj_cycle_job_dup_cycle (facts, place, zone);
  return read_cycle (cli, cycle, error) && plan_and_apply (cli, facts, cycle, holidays, error);
}
