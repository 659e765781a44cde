/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-mail.h"
#include "aj-cli-output.h"
#include "aj-merger.h"
#include "aj-municipality-mail.h"
#include "aj-municipality.h"

static char *day_word;
static char **new_words;

const GOptionEntry aj_cli_municipality_merge_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("The first day on which they are one"),
    N_ ("DATE") },
  { "new", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &new_words,
    N_ ("A new municipality comes of all of them; its name, code and so on; may be given more than "
        "once"),
    N_ ("FIELD=VALUE") },
  { NULL },
};

const GOptionEntry aj_cli_municipality_mail_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("As it was or will be on this day"),
    N_ ("DATE") },
  { NULL },
};

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
}

static gboolean
add_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, (gpointer) aj_values_ref (values));
  return TRUE;
}

/* All that there are on a day; AJ_DATE_NONE: all there ever were. */
static GPtrArray *
list_all (AjCli *cli, AjDate date, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);
  g_autoptr (GPtrArray) all = new_list ();

  if (date != AJ_DATE_NONE)
    aj_query_where_exist_on (query, date);
  return aj_store_each (cli->store, query, add_cb, all, error) ? g_steal_pointer (&all) : NULL;
}

static gboolean
has (GPtrArray *list, const AjValues *values)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (aj_values_get_id (list->pdata[i]), aj_values_get_id (values)))
      return TRUE;
  return FALSE;
}

/* Those that are named, each once. */
static GPtrArray *
load_all (AjCli *cli, char **words, GError **error)
{
  g_autoptr (GPtrArray) list = new_list ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (AjValues) values = aj_cli_load (cli, &aj_municipality_record_type, words[i],
                                                 error);

      if (values == NULL)
        return NULL;
      if (has (list, values))
        {
          aj_cli_set_where (cli, words[i]);
          aj_cli_fail_usage (error, _ ("This municipality is given twice. Give it once."));
          return NULL;
        }
      g_ptr_array_add (list, g_steal_pointer (&values));
    }
  return g_steal_pointer (&list);
}

/* (transfer full): what there is from then on. */
static AjValues *
make_result (AjCli *cli, GPtrArray *old, const AjValues *stays, GError **error)
{
  g_autoptr (AjValues) result = aj_merger_propose (old, stays);
  g_autoptr (GArray) assignments = NULL;

  if (stays != NULL)
    return g_steal_pointer (&result);
  assignments = aj_cli_parse_assignments (cli, &aj_municipality_record_type, new_words, error);
  if (assignments == NULL)
    return NULL;
  for (guint i = 0; i < assignments->len; i++)
    {
      const AjCliAssignment *assignment = &g_array_index (assignments, AjCliAssignment, i);

      aj_values_set (result, assignment->index, &assignment->value);
    }
  return g_steal_pointer (&result);
}

/* The first that is named takes the others in, unless a new one does. */
gboolean
aj_cli_run_municipality_merge (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (AjValues) stays = NULL;
  g_autoptr (AjValues) result = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjMerger merger = { 0 };

  if (day_word == NULL)
    return aj_cli_fail_usage (error, _ ("The first day as one is missing. Add: --on DATE"));
  if (!aj_cli_read_day (cli, day_word, &merger.date, error) ||
      aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  old = load_all (cli, arguments, error);
  known = old != NULL ? list_all (cli, AJ_DATE_NONE, error) : NULL;
  if (known == NULL)
    return FALSE;
  if (new_words == NULL)
    stays = g_ptr_array_steal_index (old, 0);
  result = make_result (cli, old, stays, error);
  if (result == NULL)
    return FALSE;
  merger.old = old;
  merger.stays = stays;
  merger.result = result;
  if (!aj_merger_check (&merger, known, error))
    return FALSE;
  edit = aj_merger_prepare (&merger, cli->store);
  if (!aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, &aj_municipality_record_type, aj_values_get_id (result),
                     aj_edit_get_label (edit), aj_edit_get_revision (edit));
  return TRUE;
}

gboolean
aj_cli_run_municipality_mail (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) municipalities = NULL;
  g_autoptr (AjGroupMail) mail = NULL;
  AjDate date;

  if (!aj_cli_read_day (cli, day_word, &date, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  municipalities = arguments[0] != NULL ? load_all (cli, arguments, error)
                                        : list_all (cli, date, error);
  mail = municipalities != NULL
             ? aj_municipality_mail_load (cli->store, municipalities, NULL, date, error)
             : NULL;
  if (mail == NULL)
    return FALSE;
  aj_cli_print_mail (cli, mail, date, AJ_MAILTO_BCC, NULL);
  return TRUE;
}
