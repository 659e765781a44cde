/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-naming.h"
#include "aj-cli-output.h"
#include "aj-district.h"
#include "aj-intervention.h"
#include "aj-municipality.h"
#include "aj-person.h"
#include "aj-rollout-job.h"

static char **municipality_words;
static char *district_word;
static char *day_word;
static char *until_word;
static char *phase_word;
static char *lead_word;
static gboolean is_dry_run;

const GOptionEntry aj_cli_rollout_begin_options[] = {
  { "municipality", 0, 0, G_OPTION_ARG_STRING_ARRAY, &municipality_words,
    N_ ("A municipality where it is rolled out; may be given several times"), N_ ("NAME|CODE") },
  { "district", 0, 0, G_OPTION_ARG_STRING, &district_word, N_ ("All municipalities of a district"),
    N_ ("NAME") },
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("The first day"), N_ ("DATE") },
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &until_word, N_ ("The last day"), N_ ("DATE") },
  { "phase", 0, 0, G_OPTION_ARG_STRING, &phase_word,
    N_ ("How far it is: idea (unless you say otherwise), agreed, preparing or running"),
    N_ ("PHASE") },
  { "lead", 0, 0, G_OPTION_ARG_STRING, &lead_word, N_ ("Who leads it"), N_ ("PERSON") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

static gboolean
find_phase (AjPhase *phase, GError **error)
{
  *phase = AJ_PHASE_IDEA;
  for (AjPhase each = 0; phase_word != NULL && each <= AJ_PHASE_RUNNING; each++)
    if (g_str_equal (phase_word, aj_phase_get_code (each)))
      {
        *phase = each;
        return TRUE;
      }
  return phase_word == NULL ||
         aj_cli_fail_usage (error, _ ("A rollout begins as idea, agreed, preparing or running."));
}

static gboolean
add_named (AjCli *cli, GPtrArray *ids, GError **error)
{
  for (guint i = 0; municipality_words != NULL && municipality_words[i] != NULL; i++)
    {
      char *id;

      aj_cli_set_where (cli, municipality_words[i]);
      id = aj_cli_resolve (cli, &aj_municipality_record_type, municipality_words[i], error);
      if (id == NULL)
        return FALSE;
      if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_free (id);
      else
        g_ptr_array_add (ids, id);
    }
  return TRUE;
}

/* Of those that exist today. */
static gboolean
add_district (AjCli *cli, AjRolloutFacts *facts, GPtrArray *ids, GError **error)
{
  GPtrArray *all = aj_rollout_facts_get_municipalities (facts);
  AjDate today = aj_clock_get_today (cli->clock);
  g_autofree char *district = NULL;

  if (district_word == NULL)
    return TRUE;
  aj_cli_set_where (cli, district_word);
  district = aj_cli_resolve (cli, &aj_district_record_type, district_word, error);
  for (guint i = 0; district != NULL && i < all->len; i++)
    {
      const char *id = aj_values_get_id (all->pdata[i]);

      if (aj_values_exist_on (all->pdata[i], today) &&
          g_strcmp0 (aj_values_get_text (all->pdata[i], "district"), district) == 0 &&
          !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (id));
    }
  return district != NULL;
}

static gboolean
read_start (AjCli *cli, const char *word, AjRolloutStart *start, GError **error)
{
  if (!find_phase (&start->phase, error) ||
      (day_word != NULL && !aj_cli_read_day (cli, day_word, &start->starts_on, error)) ||
      (until_word != NULL && !aj_cli_read_day (cli, until_word, &start->ends_on, error)) ||
      aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, word);
  start->intervention = aj_cli_resolve (cli, &aj_intervention_record_type, word, error);
  if (start->intervention == NULL || lead_word == NULL)
    return start->intervention != NULL;
  aj_cli_set_where (cli, lead_word);
  start->lead = aj_cli_resolve (cli, &aj_person_record_type, lead_word, error);
  return start->lead != NULL;
}

static void
warn_passed_over (AjCli *cli, guint n_passed_over)
{
  g_autofree char *sentence = NULL;

  if (n_passed_over == 0)
    return;
  sentence = g_strdup_printf (
      ngettext ("In %u municipality it is under way already; that one is passed over.",
                "In %u municipalities it is under way already; those are passed over.",
                n_passed_over),
      n_passed_over);
  aj_cli_warn (cli, sentence);
}

static gboolean
begin (AjCli *cli,
       const AjRolloutStart *start,
       AjRolloutFacts *facts,
       GPtrArray *municipalities,
       GError **error)
{
  g_autoptr (AjEdit) edit = NULL;
  guint n_begun, n_passed_over;

  edit = aj_rollout_job_begin (cli->store, facts, start, municipalities, &n_begun, &n_passed_over);
  warn_passed_over (cli, n_passed_over);
  if (edit == NULL)
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("It is under way in each of them already. Change those instead."));
      return FALSE;
    }
  if (!is_dry_run && !aj_edit_commit (edit, error))
    return FALSE;
  if (is_dry_run && !cli->json)
    aj_cli_print_line (_ ("Nothing was stored; without --dry-run this would be done:"));
  aj_cli_print_done (cli, &aj_intervention_record_type, start->intervention,
                     aj_edit_get_label (edit), aj_edit_get_revision (edit));
  return TRUE;
}

gboolean
aj_cli_run_rollout_begin (AjCli *cli, char **arguments, GError **error)
{
  AjRolloutStart start = { NULL, AJ_PHASE_IDEA, AJ_DATE_NONE, AJ_DATE_NONE, NULL };
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AjRolloutFacts) facts = NULL;
  gboolean begun;

  if (municipality_words == NULL && district_word == NULL)
    return aj_cli_fail_usage (error, _ ("Say where: --municipality NAME, as often as needed, or "
                                        "--district NAME."));
  begun = read_start (cli, arguments[0], &start, error) && add_named (cli, municipalities, error);
  if (begun)
    facts = aj_rollout_facts_load (cli->store, error);
  begun = begun && facts != NULL && add_district (cli, facts, municipalities, error);
  aj_cli_set_where (cli, NULL);
  begun = begun && begin (cli, &start, facts, municipalities, error);
  g_free ((char *) start.intervention);
  g_free ((char *) start.lead);
  return begun;
}
