/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-person.h"
#include "aj-succession.h"

static gboolean
check (const AjValues *person, GError **error)
{
  if (!aj_values_is_empty (person, "left-on") && !aj_values_is_empty (person, "successor"))
    return TRUE;
  g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
               /* Translators: an id. */
               _ ("Nobody is named who comes after, or no last day. Say so first: aanjager-cli set "
                  "person %s left-on=DATE successor=NAME"),
               aj_values_get_id (person));
  return FALSE;
}

gboolean
aj_cli_run_person_hand_over (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjValues) person = aj_cli_load (cli, &aj_person_record_type, arguments[0], error);
  g_autoptr (AjSuccession) succession = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;

  aj_cli_set_where (cli, arguments[0]);
  if (person == NULL || !check (person, error))
    return FALSE;
  succession = aj_succession_load (cli->store, person, error);
  if (succession == NULL)
    return FALSE;
  if (aj_succession_is_empty (succession))
    {
      aj_cli_print_done (cli, &aj_person_record_type, aj_values_get_id (person),
                         _ ("There is nothing left to hand over."), 0);
      return TRUE;
    }
  edit = aj_succession_prepare (succession, cli->store);
  if (!aj_edit_commit (edit, error))
    return FALSE;
  what = aj_succession_describe (succession);
  /* Translators: "Bea takes over from Anna", and what: names of groups and so on. */
  text = g_strdup_printf (_ ("%s: %s."), aj_edit_get_label (edit), what);
  aj_cli_print_done (cli, &aj_person_record_type, aj_values_get_id (person), text,
                     aj_edit_get_revision (edit));
  return TRUE;
}
