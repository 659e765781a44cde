/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-arguments.h"
#include "aj-cli-naming.h"
#include "aj-cli-output.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-reference.h"
#include "aj-tour-doubt.h"
#include "aj-tour-job.h"
#include "aj-tour-reason.h"
#include "aj-tour.h"
#include "aj-week.h"

static char *material_word;
static char *from_word;
static int n_days = 5;
static char *name_word;
static gboolean is_in_order;
static gboolean is_in_holidays;
static gboolean is_dry_run;
static gboolean is_anyway;

const GOptionEntry aj_cli_tour_plan_options[] = {
  { "material", 0, 0, G_OPTION_ARG_STRING, &material_word, N_ ("The thing that goes round"),
    N_ ("NAME") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_word,
    N_ ("The first day on which it can be somewhere (default: today)"), N_ ("DATE") },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days,
    N_ ("How many days it stays at each place, weekends counted (default: 5)"), N_ ("N") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &name_word, N_ ("What the tour is called"), N_ ("NAME") },
  { "in-order", 0, 0, G_OPTION_ARG_NONE, &is_in_order,
    N_ ("In the order in which the municipalities are named, not in the best one"), NULL },
  { "in-holidays", 0, 0, G_OPTION_ARG_NONE, &is_in_holidays,
    N_ ("Also in school holidays and on public holidays"), NULL },
  { "anyway", 0, 0, G_OPTION_ARG_NONE, &is_anyway,
    N_ ("Also when it begins in the past, or goes there in the same time already"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

const GOptionEntry aj_cli_tour_move_options[] = {
  { "anyway", 0, 0, G_OPTION_ARG_NONE, &is_anyway, N_ ("Also when it begins in the past"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

const GOptionEntry aj_cli_tour_cancel_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

/* One stop as it is told. */
typedef struct
{
  const char *place;    /* (borrowed) */
  const AjTourLeg *leg; /* (borrowed) */
  char *reason;         /* (owned) (nullable): why it stands there */
} Row;

static void
row_clear (gpointer row)
{
  g_free (((Row *) row)->reason);
}

static void
add_row (GArray *rows,
         AjRolloutFacts *facts,
         AjHolidays *holidays,
         const char *material,
         const AjTourWish *wish,
         const AjTourLeg *leg)
{
  Row row = { aj_rollout_facts_get_name (facts, wish->municipality), leg,
              aj_tour_reason_describe (facts, holidays, material, wish, leg) };

  g_array_append_val (rows, row);
}

/* (transfer full) (element-type Row): what is planned, in words of @facts. */
static GArray *
list_planned (AjRolloutFacts *facts,
              AjHolidays *holidays,
              const AjTourRequest *request,
              const AjTourPlan *plan)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);

      add_row (rows, facts, holidays, request->material, &request->wishes[leg->stop], leg);
    }
  return rows;
}

/* The same of what moves. */
static GArray *
list_moved (AjRolloutFacts *facts, AjHolidays *holidays, const char *tour, const AjTourPlan *plan)
{
  g_autoptr (GPtrArray) stops = aj_tour_job_list_open (facts, tour);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < plan->legs->len; i++)
    {
      const AjTourLeg *leg = &g_array_index (plan->legs, AjTourLeg, i);
      const AjValues *loan = stops->pdata[leg->stop];
      AjTourWish wish = aj_tour_job_get_wish (loan);

      add_row (rows, facts, holidays, aj_values_get_text (loan, "material"), &wish, leg);
      g_array_index (rows, Row, i).place = aj_rollout_facts_get_place (facts, loan);
    }
  return rows;
}

static void
print_table (GArray *rows, double kilometres)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  g_autofree char *way = g_strdup_printf ("%.0f", kilometres);
  g_autofree char *text = NULL;

  aj_cli_table_add_column (table, _ ("Municipality"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("First day"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Last day"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Kilometres"), TRUE, TRUE);
  aj_cli_table_add_column (table, _ ("Why then"), FALSE, TRUE);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autofree char *first = aj_date_format_short (row->leg->days.first);
      g_autofree char *last = aj_date_format_short (row->leg->days.last);
      g_autofree char *distance = g_strdup_printf ("%.0f", row->leg->kilometres);

      aj_cli_table_add_row (table,
                            (const char *[]){ row->place, first, last, distance,
                                              row->reason != NULL ? row->reason : "", NULL });
    }
  aj_cli_table_print (table);
  /* Translators: a number. */
  text = g_strdup_printf (_ ("%s kilometres in all as the crow flies, with the way home."), way);
  aj_cli_print_line (text);
}

static JsonObject *
make_stop (const Row *row)
{
  const char *code = aj_tour_reason_get_code (row->leg);
  g_autofree char *first = aj_date_to_iso (row->leg->days.first);
  g_autofree char *last = aj_date_to_iso (row->leg->days.last);
  JsonObject *stop = json_object_new ();

  json_object_set_string_member (stop, "municipality", row->place);
  json_object_set_string_member (stop, "from", first);
  json_object_set_string_member (stop, "until", last);
  json_object_set_double_member (stop, "kilometres", row->leg->kilometres);
  json_object_set_boolean_member (stop, "as-asked", row->leg->as_asked);
  if (code != NULL)
    json_object_set_string_member (stop, "waits-for", code);
  if (row->reason != NULL)
    json_object_set_string_member (stop, "reason", row->reason);
  return stop;
}

static void
print_json (const char *tour, GArray *rows, double kilometres, gint64 revision)
{
  JsonObject *object = json_object_new ();
  JsonArray *stops = json_array_new ();

  if (tour != NULL)
    json_object_set_string_member (object, "id", tour);
  json_object_set_int_member (object, "revision", revision);
  json_object_set_double_member (object, "kilometres", kilometres);
  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (stops, make_stop (&g_array_index (rows, Row, i)));
  json_object_set_array_member (object, "stops", stops);
  aj_cli_print_json_object (object);
}

/* Whether it may be done: what is seldom meant is done only when somebody says so, and shown with a warning. */
static gboolean
is_meant (AjCli *cli, const char *sentence, AjDate proposal, GError **error)
{
  g_autofree char *day = aj_date_format_long (proposal);

  if (sentence == NULL || is_anyway)
    return TRUE;
  if (is_dry_run)
    {
      aj_cli_warn (cli, sentence);
      return TRUE;
    }
  g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
               /* Translators: a sentence, and a date. */
               _ ("%1$s Begin on %2$s or later, or add --anyway."), sentence, day);
  return FALSE;
}

/* Commits, unless it is only looked at, and tells what was done. */
static gboolean
conclude (AjCli *cli,
          AjEdit *edit,
          const char *tour,
          GArray *rows,
          const AjTourPlan *plan,
          GError **error)
{
  if (!is_dry_run && !aj_edit_commit (edit, error))
    return FALSE;
  if (cli->json)
    {
      print_json (tour, rows, plan->kilometres, aj_edit_get_revision (edit));
      return TRUE;
    }
  print_table (rows, plan->kilometres);
  if (is_dry_run)
    aj_cli_print_line (_ ("Nothing was stored; without --dry-run this would be done:"));
  aj_cli_print_line (aj_edit_get_label (edit));
  return TRUE;
}

/* "Deventer", "Deventer=41", "Deventer=41-43". */
static gboolean
read_wish (AjCli *cli, const char *word, AjDate from, AjTourWish *wish, GError **error)
{
  const char *sign = strrchr (word, '=');
  g_autofree char *name = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : g_strdup (word);

  aj_cli_set_where (cli, word);
  wish->asked = (AjDateRange){ AJ_DATE_NONE, AJ_DATE_NONE };
  if (sign != NULL && !aj_weeks_parse (sign + 1, from, &wish->asked))
    return aj_cli_fail_usage (error, _ ("This is not a week. Write it like Deventer=41 or "
                                        "Deventer=2027-W41."));
  if (sign != NULL && wish->asked.last < from)
    return aj_cli_fail_usage (error, _ ("This week is over before the tour begins. Choose a later "
                                        "one, or an earlier day with --from."));
  wish->municipality = aj_cli_resolve (cli, &aj_municipality_record_type, name, error);
  return wish->municipality != NULL;
}

static void
wish_clear (gpointer wish)
{
  g_free ((char *) ((AjTourWish *) wish)->municipality);
}

static gboolean
read_wishes (AjCli *cli, char **words, AjDate from, GArray *wishes, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      AjTourWish wish = { NULL, { AJ_DATE_NONE, AJ_DATE_NONE } };

      if (!read_wish (cli, words[i], from, &wish, error))
        return FALSE;
      g_array_append_val (wishes, wish);
    }
  if (wishes->len > AJ_TOUR_MAX_STOPS)
    return aj_cli_fail_usage (error, _ ("A tour has 100 places at most. Make two of it."));
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

static gboolean
plan_and_make (AjCli *cli, const AjTourRequest *request, GError **error)
{
  g_autoptr (AjHolidays) holidays = aj_reference_load_holidays (error);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjTourPlan) plan = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *tour = NULL;
  g_autofree char *doubt = NULL;
  AjDate proposal = AJ_DATE_NONE;

  if (holidays == NULL || (facts = aj_rollout_facts_load (cli->store, error)) == NULL ||
      (plan = aj_tour_job_plan (facts, holidays, request, error)) == NULL)
    return FALSE;
  if (!request->in_holidays && !aj_tour_job_knows_holidays (facts, holidays, request, plan))
    aj_cli_warn (cli, _ ("The school holidays are not known on all of these days."));
  doubt = aj_tour_doubt_plan (facts, request, plan, aj_clock_get_today (cli->clock), &proposal);
  if (!is_meant (cli, doubt, proposal, error))
    return FALSE;
  rows = list_planned (facts, holidays, request, plan);
  edit = aj_tour_job_make (cli->store, facts, request, plan, &tour);
  return conclude (cli, edit, is_dry_run ? NULL : tour, rows, plan, error);
}

gboolean
aj_cli_run_tour_plan (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (AjTourWish));
  g_autofree char *material = NULL;
  AjTourRequest request = {
    .name = name_word, .days = n_days, .as_given = is_in_order, .in_holidays = is_in_holidays
  };

  g_array_set_clear_func (wishes, wish_clear);
  if (material_word == NULL)
    return aj_cli_fail_usage (error, _ ("Say what goes round: --material NAME."));
  if (n_days < 1 || n_days > 366)
    return aj_cli_fail_usage (error, _ ("It stays 1 to 366 days at each place: --days N."));
  if (!aj_cli_read_day (cli, from_word, &request.starts_on, error) ||
      aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, material_word);
  material = aj_cli_resolve (cli, &aj_material_record_type, material_word, error);
  if (material == NULL || !read_wishes (cli, arguments, request.starts_on, wishes, error))
    return FALSE;
  request.material = material;
  request.wishes = (const AjTourWish *) (gpointer) wishes->data;
  request.n_wishes = wishes->len;
  return plan_and_make (cli, &request, error);
}

/* (transfer full): the id of a tour. */
static char *
find_tour (AjCli *cli, const char *word, GError **error)
{
  char *id;

  if (aj_cli_open_store (cli, error) == NULL)
    return NULL;
  aj_cli_set_where (cli, word);
  id = aj_cli_resolve (cli, &aj_tour_record_type, word, error);
  if (id != NULL)
    aj_cli_set_where (cli, NULL);
  return id;
}

gboolean
aj_cli_run_tour_move (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjHolidays) holidays = aj_reference_load_holidays (error);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (AjTourPlan) plan = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *tour = NULL;
  g_autofree char *doubt = NULL;
  AjDate day, proposal = AJ_DATE_NONE;

  if (holidays == NULL || !aj_cli_read_day (cli, arguments[1], &day, error) ||
      (tour = find_tour (cli, arguments[0], error)) == NULL ||
      (facts = aj_rollout_facts_load (cli->store, error)) == NULL)
    return FALSE;
  plan = aj_tour_job_plan_move (facts, holidays, tour, NULL, day, NULL, error);
  if (plan == NULL)
    return FALSE;
  doubt = aj_tour_doubt_move (facts, tour, plan, aj_clock_get_today (cli->clock), &proposal);
  if (!is_meant (cli, doubt, proposal, error))
    return FALSE;
  rows = list_moved (facts, holidays, tour, plan);
  edit = aj_tour_job_move (cli->store, facts, tour, NULL, plan);
  return conclude (cli, edit, tour, rows, plan, error);
}

gboolean
aj_cli_run_tour_cancel (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *tour = find_tour (cli, arguments[0], error);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (tour == NULL || (facts = aj_rollout_facts_load (cli->store, error)) == NULL)
    return FALSE;
  edit = aj_tour_job_cancel (cli->store, facts, tour);
  if (edit == NULL)
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("Every stop of the tour was handed over or cancelled already."));
      return FALSE;
    }
  if (!is_dry_run && !aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, &aj_tour_record_type, tour, aj_edit_get_label (edit),
                     aj_edit_get_revision (edit));
  return TRUE;
}
