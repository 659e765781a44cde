/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-edition.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-families.h"
#include "aj-cli-output.h"
#include "aj-edition-job.h"
#include "aj-edition.h"
#include "aj-municipality.h"

static char *edition_word;
static char *day_word;
static char *until_word;
static char *like_word;
static gboolean is_dry_run;

#define EDITION_OPTION                                                                             \
  {                                                                                                \
    "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_word,                                         \
        N_ ("The edition, by its year, name or id (default: the latest)"), N_ ("EDITION")          \
  }

const GOptionEntry aj_cli_edition_begin_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("The day, or the first of them"),
    N_ ("DATE") },
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &until_word, N_ ("The last day, of several"),
    N_ ("DATE") },
  { "like", 0, 0, G_OPTION_ARG_FILENAME, &like_word,
    N_ ("The edition that it is like (default: the latest)"), N_ ("EDITION") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

const GOptionEntry aj_cli_coverage_options[] = { EDITION_OPTION, { NULL } };

static gboolean
take_id_cb (const AjValues *values, gpointer user_data, GError **error)
{
  char **id = user_data;

  *id = g_strdup (aj_values_get_id (values));
  return TRUE;
}

/* (transfer full) (nullable): the one that begins last; NULL without an error when there is none. */
static char *
find_latest (AjCli *cli, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_edition_record_type);
  g_autofree char *id = NULL;

  aj_query_order_by (query, "starts-on", TRUE);
  aj_query_limit (query, 1);
  return aj_store_each (cli->store, query, take_id_cb, &id, error) ? g_steal_pointer (&id) : NULL;
}

char *
aj_cli_resolve_edition (AjCli *cli, const char *word, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;

  aj_cli_set_where (cli, word);
  id = word != NULL ? aj_cli_resolve (cli, &aj_edition_record_type, word, &failure)
                    : find_latest (cli, &failure);
  if (id != NULL)
    return g_steal_pointer (&id);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                         _ ("There is no action day yet. Begin one: aanjager-cli edition begin "
                            "--on DATE"));
  return NULL;
}

/* (transfer full): the edition that was meant; the latest when nothing was said. */
static AjEditionFacts *
load_facts (AjCli *cli, GError **error)
{
  g_autofree char *id = aj_cli_open_store (cli, error) != NULL
                            ? aj_cli_resolve_edition (cli, edition_word, error)
                            : NULL;

  return id != NULL ? aj_edition_facts_load (cli->store, id, error) : NULL;
}

static gboolean
take_values_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, aj_values_ref (values));
  return TRUE;
}

/* (element-type AjValues) */
static GPtrArray *
list_municipalities (AjStore *store, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  return aj_store_each (store, query, take_values_cb, all, error) ? g_steal_pointer (&all) : NULL;
}

/* The edition that a new one is like, NULL when it is the first. FALSE with an error. */
static gboolean
load_like (AjCli *cli, AjEditionFacts **facts, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = like_word != NULL
                            ? aj_cli_resolve (cli, &aj_edition_record_type, like_word, &failure)
                            : find_latest (cli, &failure);

  *facts = NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (id != NULL)
    *facts = aj_edition_facts_load (cli->store, id, error);
  return id == NULL || *facts != NULL;
}

gboolean
aj_cli_run_edition_begin (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjEditionFacts) like = NULL;
  g_autoptr (GPtrArray) municipalities = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjDate from, until = AJ_DATE_NONE;
  const char *id;

  if (day_word == NULL)
    return aj_cli_fail_usage (error, _ ("The day is missing. Write it like: aanjager-cli edition "
                                        "begin --on 2026-10-08"));
  if (!aj_cli_read_day (cli, day_word, &from, error) ||
      (until_word != NULL && !aj_cli_read_day (cli, until_word, &until, error)) ||
      aj_cli_open_store (cli, error) == NULL || !load_like (cli, &like, error))
    return FALSE;
  municipalities = list_municipalities (cli->store, error);
  if (municipalities == NULL)
    return FALSE;
  edit = aj_edition_job_begin (cli->store, from, until,
                               like != NULL ? aj_edition_facts_get_coverage (like) : NULL,
                               municipalities, &id);
  if (!is_dry_run && !aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, &aj_edition_record_type, id, aj_edit_get_label (edit),
                     aj_edit_get_revision (edit));
  return TRUE;
}

static JsonObject *
count_to_json (JsonObject *object, const AjCoverageCount *count)
{
  json_object_set_int_member (object, "asked", count->n_asked);
  json_object_set_int_member (object, "no-need", count->n_no_need);
  json_object_set_int_member (object, "answered", count->n_answered);
  json_object_set_int_member (object, "on-time", count->n_on_time);
  json_object_set_int_member (object, "activities", count->n_activities);
  for (guint target = 0; target < AJ_N_TARGETS; target++)
    json_object_set_int_member (object, aj_target_get_field (target), count->n_for[target]);
  json_object_set_int_member (object, "expected-reach", count->expected_reach);
  json_object_set_int_member (object, "actual-reach", count->actual_reach);
  return object;
}

static JsonObject *
line_to_json (const AjCoverageLine *line)
{
  JsonObject *object = json_object_new ();
  AjDate asked = aj_coverage_line_get_asked_on (line);
  g_autofree char *day = asked != AJ_DATE_NONE ? aj_date_to_iso (asked) : NULL;

  json_object_set_string_member (object, "municipality", aj_values_get_id (line->municipality));
  json_object_set_string_member (object, "code", aj_values_get_text (line->municipality, "code"));
  json_object_set_string_member (object, "name", aj_values_get_text (line->municipality, "name"));
  json_object_set_string_member (object, "district",
                                 aj_values_get_text (line->municipality, "district"));
  json_object_set_string_member (object, "standing", aj_standing_get_code (line->standing));
  json_object_set_string_member (object, "asked-on", day);
  return object;
}

/* What there is nothing of, in words: "youth, business". (transfer full) */
static char *
describe_missing (const AjCoverageCount *count)
{
  GString *text = g_string_new (NULL);

  for (guint target = 0; target < AJ_N_TARGETS; target++)
    if (count->n_for[target] == 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              aj_target_get_label (target));
  return g_string_free (text, FALSE);
}

static void
add_coverage_row (AjCliTable *table,
                  const char *name,
                  const char *district,
                  AjStanding standing,
                  const AjCoverageCount *count)
{
  g_autofree char *activities = g_strdup_printf ("%u", count->n_activities);
  g_autofree char *reach = g_strdup_printf ("%" G_GINT64_FORMAT, count->expected_reach);
  g_autofree char *missing = aj_standing_takes_part (standing) ? describe_missing (count)
                                                               : g_strdup ("");

  aj_cli_table_add_row (table, (const char *[]){ name, district, aj_standing_get_label (standing),
                                                 activities, reach, missing, NULL });
}

static void
print_districts (AjEditionFacts *facts, AjCoverage *coverage)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  GPtrArray *districts = aj_coverage_get_districts (coverage);

  aj_cli_table_add_column (table, _ ("District"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Answered"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("On time"), TRUE, TRUE);
  aj_cli_table_add_column (table, _ ("Activities"), TRUE, TRUE);
  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];
      const char *name = aj_edition_facts_get_district_name (facts, district->id);
      /* Translators: so many of so many. */
      g_autofree char *answered = g_strdup_printf (_ ("%1$u of %2$u"), district->count.n_answered,
                                                   district->count.n_asked);
      g_autofree char *on_time = g_strdup_printf ("%u", district->count.n_on_time);
      g_autofree char *activities = g_strdup_printf ("%u", district->count.n_activities);

      aj_cli_table_add_row (table, (const char *[]){ name != NULL ? name : _ ("In no district"),
                                                     answered, on_time, activities, NULL });
    }
  aj_cli_table_print (table);
}

static void
print_coverage (AjEditionFacts *facts)
{
  AjCoverage *coverage = aj_edition_facts_get_coverage (facts);
  GPtrArray *lines = aj_coverage_get_lines (coverage);
  const AjCoverageCount *total = aj_coverage_get_total (coverage);
  const AjValues *edition = aj_edition_facts_get_edition (facts);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_autofree char *no_need = aj_coverage_count_describe_no_need (total);
  g_autofree char *sum = NULL;

  aj_cli_table_add_column (table, _ ("Municipality"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("District"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("State"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Activities"), TRUE, TRUE);
  aj_cli_table_add_column (table, _ ("Reach"), TRUE, TRUE);
  aj_cli_table_add_column (table, _ ("Nothing for"), FALSE, TRUE);
  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];
      const char *district = aj_values_get_text (line->municipality, "district");

      if (line->standing != AJ_STANDING_OUT)
        add_coverage_row (table, aj_values_get_text (line->municipality, "name"),
                          aj_edition_facts_get_district_name (facts, district), line->standing,
                          &line->count);
    }
  aj_cli_table_print (table);
  print_districts (facts, coverage);
  sum = g_strdup_printf (
      /* Translators: the name of an edition, how many of how many municipalities answered, how many activities. */
      _ ("%1$s: %2$u of %3$u municipalities have answered, %4$u activities"),
      aj_values_get_text (edition, "name"), total->n_answered, total->n_asked, total->n_activities);
  aj_cli_print_line (sum);
  if (no_need != NULL)
    aj_cli_print_line (no_need);
}

static void
print_coverage_json (AjEditionFacts *facts)
{
  AjCoverage *coverage = aj_edition_facts_get_coverage (facts);
  GPtrArray *lines = aj_coverage_get_lines (coverage);
  GPtrArray *districts = aj_coverage_get_districts (coverage);
  JsonObject *object = json_object_new ();
  JsonArray *line_array = json_array_new ();
  JsonArray *district_array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];

      json_array_add_object_element (line_array, count_to_json (line_to_json (line), &line->count));
    }
  for (guint i = 0; i < districts->len; i++)
    {
      const AjCoverageDistrict *district = districts->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "district", district->id);
      json_object_set_string_member (one, "name",
                                     aj_edition_facts_get_district_name (facts, district->id));
      json_array_add_object_element (district_array, count_to_json (one, &district->count));
    }
  json_object_set_string_member (object, "edition",
                                 aj_values_get_id (aj_edition_facts_get_edition (facts)));
  count_to_json (object, aj_coverage_get_total (coverage));
  json_object_set_array_member (object, "districts", district_array);
  json_object_set_array_member (object, "municipalities", line_array);
  aj_cli_print_json_object (object);
}

gboolean
aj_cli_run_coverage (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjEditionFacts) facts = load_facts (cli, error);

  if (facts == NULL)
    return FALSE;
  if (cli->json)
    print_coverage_json (facts);
  else
    print_coverage (facts);
  return TRUE;
}
