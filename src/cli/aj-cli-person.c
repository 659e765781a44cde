/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-arguments.h"
#include "aj-cli-document.h"
#include "aj-cli-output.h"
#include "aj-cli-person-json.h"
#include "aj-due-people.h"
#include "aj-forget-plan.h"
#include "aj-network-settings.h"
#include "aj-output-file.h"
#include "aj-person-report.h"
#include "aj-person.h"

#define MAX_MONTHS 1200

static char *output_word;
static gboolean keep_mentions;
static gboolean is_dry_run;
static int months_word;

const GOptionEntry aj_cli_person_report_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The file to write, as PDF, as HTML or as text; otherwise the text is printed"),
    N_ ("FILE.pdf|FILE.html|FILE.txt") },
  { NULL },
};

const GOptionEntry aj_cli_person_forget_options[] = {
  { "keep-mentions", 0, 0, G_OPTION_ARG_NONE, &keep_mentions,
    N_ ("Leave what the texts of other records say of the person"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
    N_ ("Only show what would go and what would stay"), NULL },
  { NULL },
};

const GOptionEntry aj_cli_person_due_options[] = {
  { "months", 0, 0, G_OPTION_ARG_INT, &months_word,
    N_ ("The term in months (default: that of the network)"), N_ ("N") },
  { NULL },
};

/* The term that the file has. */
static gboolean
read_months (AjCli *cli, int *months, GError **error)
{
  g_autoptr (AjNetworkSettings) network = aj_network_settings_load (cli->store, error);

  if (network == NULL)
    return FALSE;
  *months = aj_network_settings_get_retention_months (network);
  return TRUE;
}

/* The id of the person that @text means; who was removed is only known by the id. (transfer full) */
static char *
resolve (AjCli *cli, const char *text, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *id;

  if (aj_cli_open_store (cli, error) == NULL)
    return NULL;
  aj_cli_set_where (cli, text);
  id = aj_cli_resolve (cli, &aj_person_record_type, text, &local_error);
  if (id == NULL && g_error_matches (local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND))
    {
      g_autoptr (AjSurroundings) around = aj_store_read_surroundings (cli->store,
                                                                      &aj_person_record_type, text,
                                                                      AJ_SURROUNDINGS_HISTORY,
                                                                      NULL);

      if (around != NULL)
        return g_strdup (text);
    }
  if (id == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return id;
}

gboolean
aj_cli_run_person_report (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = aj_cli_check_document_name (output_word, error)
                            ? resolve (cli, arguments[0], error)
                            : NULL;
  g_autoptr (AjPersonReport) report = NULL;
  g_autoptr (AjDocument) document = NULL;
  int months = 0;

  if (id == NULL)
    return FALSE;
  report = aj_person_report_load (cli->store, id, error);
  if (report == NULL || !read_months (cli, &months, error))
    return FALSE;
  document = aj_person_report_to_document (report, months);
  if (cli->json && output_word == NULL)
    {
      aj_cli_print_json (aj_cli_person_report_to_json (report, months));
      return TRUE;
    }
  return aj_cli_write_document (cli, document, output_word, aj_person_report_get_date (report),
                                error);
}

static void
print_forgotten (AjForgetPlan *plan, AjForgetFlags flags, gboolean wiped)
{
  GPtrArray *copies = aj_forget_plan_get_copies (plan);
  g_autofree char *sentence = aj_forget_plan_describe_done (plan, flags, wiped);

  aj_cli_print_line (sentence);
  if (copies->len == 0)
    return;
  aj_cli_print_line (
      _ ("By their names these files beside it look like copies, and may still hold what was "
         "forgotten:"));
  for (guint i = 0; i < copies->len; i++)
    g_print ("  %s\n", (const char *) copies->pdata[i]);
}

static gboolean
forget (AjCli *cli, AjForgetPlan *plan, AjForgetFlags flags, const char *id, GError **error)
{
  gboolean wiped = FALSE;

  if (!aj_forget_plan_run (plan, cli->store, flags, &wiped, error))
    return FALSE;
  if (cli->json)
    aj_cli_print_json (aj_cli_person_forgotten_to_json (plan, id, flags, TRUE, wiped));
  else
    print_forgotten (plan, flags, wiped);
  return TRUE;
}

gboolean
aj_cli_run_person_forget (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = resolve (cli, arguments[0], error);
  const char *const ids[] = { id, NULL };
  AjForgetFlags flags = keep_mentions ? AJ_FORGET_KEEP_MENTIONS : AJ_FORGET_DEFAULT;
  g_autoptr (AjForgetPlan) plan = NULL;
  g_autoptr (AjDocument) document = NULL;
  g_autofree char *text = NULL;

  if (id == NULL)
    return FALSE;
  plan = aj_forget_plan_load (cli->store, ids, error);
  if (plan == NULL)
    return FALSE;
  if (!is_dry_run)
    return forget (cli, plan, flags, id, error);
  if (cli->json)
    {
      aj_cli_print_json (aj_cli_person_forgotten_to_json (plan, id, flags, FALSE, FALSE));
      return TRUE;
    }
  document = aj_forget_plan_to_document (plan, flags);
  text = aj_document_to_text (document);
  g_print ("%s", text);
  return TRUE;
}

static void
print_due (GPtrArray *due)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  if (due->len == 0)
    {
      aj_cli_print_line (_ ("Nobody is due to be looked over."));
      return;
    }
  aj_cli_table_add_column (table, _ ("Name"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Last use"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Id"), FALSE, TRUE);
  for (guint i = 0; i < due->len; i++)
    {
      const AjUnused *unused = due->pdata[i];
      g_autofree char *why = aj_unused_describe (unused);
      const char *cells[] = { aj_values_get_text (unused->person, "name"), why,
                              aj_values_get_id (unused->person), NULL };

      aj_cli_table_add_row (table, cells);
    }
  aj_cli_table_print (table);
}

gboolean
aj_cli_run_person_due (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  int months = months_word != 0 ? months_word : 1;

  if (months < 1 || months > MAX_MONTHS)
    return aj_cli_fail_usage (error, _ ("The term is a number of months from 1 to %d."),
                              MAX_MONTHS);
  if (aj_cli_open_store (cli, error) == NULL ||
      (months_word == 0 && !read_months (cli, &months, error)))
    return FALSE;
  due = aj_due_people_list (cli->store, months, error);
  if (due == NULL)
    return FALSE;
  if (cli->json)
    aj_cli_print_json (aj_cli_person_due_to_json (due));
  else
    print_due (due);
  return TRUE;
}
