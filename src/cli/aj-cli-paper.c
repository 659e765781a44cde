/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-minutes-job.h"
#include "aj-paper-folder.h"
#include "aj-paper.h"

gboolean
aj_cli_run_document_attach (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjValues) paper = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *file = NULL;

  aj_cli_set_where (cli, arguments[0]);
  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  paper = aj_cli_load (cli, &aj_paper_record_type, arguments[0], error);
  if (paper == NULL)
    return FALSE;
  aj_cli_set_where (cli, arguments[1]);
  file = aj_paper_folder_add (aj_store_get_path (cli->store), arguments[1], NULL, error);
  if (file == NULL)
    return FALSE;
  edit = aj_minutes_job_set_file (cli->store, paper, file);
  if (!aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, &aj_paper_record_type, aj_values_get_id (paper), aj_edit_get_label (edit),
                     aj_edit_get_revision (edit));
  return TRUE;
}
