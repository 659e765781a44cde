/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-checklist.h"
#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-cycle-template.h"
#include "aj-group.h"

static char *group_word;
static gboolean is_begin;
static gboolean is_dry_run;

const GOptionEntry aj_cli_cycle_checklist_options[] = {
  { "group", 0, 0, G_OPTION_ARG_FILENAME, &group_word, N_ ("The group, by its name or id"),
    N_ ("NAME") },
  { "begin", 0, 0, G_OPTION_ARG_NONE, &is_begin,
    N_ ("Begin with what is usual, where the cycle asks for nothing yet"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run, N_ ("Show what would be done, store nothing"),
    NULL },
  { NULL },
};

static void
print_template (AjCycleTemplate *template)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  GPtrArray *steps = aj_cycle_template_get_steps (template);

  aj_cli_table_add_column (table, _ ("What"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("When"), FALSE, FALSE);
  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *days = aj_checklist_format_days (
          (int) aj_values_get_integer (steps->pdata[i], "days"));

      aj_cli_table_add_row (table, (const char *[]){ aj_values_get_text (steps->pdata[i], "name"),
                                                     days, NULL });
    }
  if (aj_cli_table_get_n_rows (table) > 0)
    aj_cli_table_print (table);
}

static void
print_json (AjCycleTemplate *template, gint64 revision)
{
  JsonObject *object = json_object_new ();
  JsonArray *steps = json_array_new ();
  GPtrArray *all = aj_cycle_template_get_steps (template);

  for (guint i = 0; i < all->len; i++)
    {
      JsonObject *step = json_object_new ();

      json_object_set_string_member (step, "id", aj_values_get_id (all->pdata[i]));
      json_object_set_string_member (step, "name", aj_values_get_text (all->pdata[i], "name"));
      json_object_set_int_member (step, "days", aj_values_get_integer (all->pdata[i], "days"));
      json_array_add_object_element (steps, step);
    }
  json_object_set_array_member (object, "steps", steps);
  json_object_set_int_member (object, "behind", aj_cycle_template_count_behind (template));
  json_object_set_int_member (object, "revision", revision);
  aj_cli_print_json (json_node_init_object (json_node_alloc (), object));
  json_object_unref (object);
}

/* The template as it is now. */
static gboolean
print_now (AjCli *cli, const char *group, gint64 revision, GError **error)
{
  g_autoptr (AjCycleTemplate) template = aj_cycle_template_load (cli->store, group, error);

  if (template == NULL)
    return FALSE;
  if (cli->json)
    print_json (template, revision);
  else
    print_template (template);
  return TRUE;
}

gboolean
aj_cli_run_cycle_checklist (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *group = NULL;
  g_autoptr (AjCycleTemplate) template = NULL;
  g_autoptr (AjEdit) edit = NULL;
  gint64 revision = 0;

  if (group_word == NULL)
    return aj_cli_fail_usage (error, _ ("The group is missing. Write it like: aanjager-cli cycle "
                                        "checklist --group NAME"));
  aj_cli_set_where (cli, group_word);
  group = aj_cli_resolve (cli, &aj_group_record_type, group_word, error);
  template = group != NULL ? aj_cycle_template_load (cli->store, group, error) : NULL;
  if (template == NULL)
    return FALSE;
  if (aj_cycle_template_get_cycle (template) == NULL)
    {
      g_set_error_literal (
          error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
          _ ("This group has no cycle yet. Plan one first: aanjager-cli cycle plan "
             "--group NAME --year Y"));
      return FALSE;
    }
  aj_cli_set_where (cli, NULL);
  edit = is_begin ? aj_cycle_template_begin (template, cli->store)
                  : aj_cycle_template_catch_up (template, cli->store);
  if (edit != NULL && !is_dry_run)
    {
      if (!aj_edit_commit (edit, error))
        return FALSE;
      revision = aj_edit_get_revision (edit);
    }
  if (!cli->json)
    aj_cli_print_line (edit != NULL ? aj_edit_get_label (edit)
                                    : _ ("Every coming meeting has what the cycle asks for."));
  return print_now (cli, group, revision, error);
}
