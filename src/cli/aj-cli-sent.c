/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-output.h"
#include "aj-meeting-report.h"
#include "aj-sent-letters.h"

static gboolean dry_run;

const GOptionEntry aj_cli_invitations_sent_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be noted"), NULL },
  { NULL },
};

static const char *
get_verdict_code (AjSentVerdict verdict)
{
  static const char *const codes[] = { "new", "known", "old", "half", "stranger" };

  return codes[verdict];
}

static void
print_json (GPtrArray *letters)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < letters->len; i++)
    {
      const AjSentLetter *letter = letters->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", letter->file);
      json_object_set_string_member (object, "meeting",
                                     aj_values_get_id (
                                         aj_meeting_facts_get_meeting (letter->facts)));
      json_object_set_string_member (object, "item",
                                     letter->item != NULL ? aj_values_get_id (letter->item) : NULL);
      json_object_set_string_member (object, "kind",
                                     letter->kind == AJ_LETTER_CANCEL ? "cancel" : "request");
      json_object_set_string_member (object, "name", letter->name);
      json_object_set_string_member (object, "mail", letter->mail);
      json_object_set_int_member (object, "sequence", letter->sequence);
      json_object_set_string_member (object, "verdict", get_verdict_code (letter->verdict));
      json_array_add_object_element (array, object);
    }
  aj_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
print_table (GPtrArray *letters)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("When"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("What"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Who"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Mail"), FALSE, FALSE);
  /* Translators: the heading over what becomes of each: "noted as sent". */
  aj_cli_table_add_column (table, _ ("Outcome"), FALSE, FALSE);
  for (guint i = 0; i < letters->len; i++)
    {
      const AjSentLetter *letter = letters->pdata[i];
      g_autofree char *when = aj_meeting_report_format_when (
          aj_meeting_facts_get_meeting (letter->facts));

      aj_cli_table_add_row (table, (const char *[]){
                                       when, aj_letter_kind_get_label (letter->kind),
                                       letter->name != NULL ? letter->name : "", letter->mail,
                                       aj_sent_verdict_get_label (letter->verdict), NULL });
    }
  aj_cli_table_print (table);
}

/* With how many, for what is not noted stands among the others. */
static void
print_sum (GPtrArray *letters)
{
  g_autofree char *sentence = NULL;
  guint n = 0;

  for (guint i = 0; i < letters->len; i++)
    n += ((const AjSentLetter *) letters->pdata[i])->verdict == AJ_SENT_VERDICT_NEW ? 1 : 0;
  if (n == 0)
    sentence = g_strdup (_ ("There is nothing to note."));
  else if (dry_run)
    sentence = g_strdup_printf (ngettext ("%u letter would be noted as sent.",
                                          "%u letters would be noted as sent.", n),
                                n);
  else
    sentence = g_strdup_printf (ngettext ("%u letter was noted as sent.",
                                          "%u letters were noted as sent.", n),
                                n);
  aj_cli_print_line (sentence);
}

gboolean
aj_cli_run_invitations_sent (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjSentLetters) letters = NULL;
  g_autoptr (AjEdit) note = NULL;

  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  /* Each failure names its file. */
  aj_cli_set_where (cli, NULL);
  letters = aj_sent_letters_read (cli->store, (const char *const *) arguments, error);
  if (letters == NULL)
    return FALSE;
  if (!dry_run)
    note = aj_sent_letters_note (letters, aj_clock_get_unix (cli->clock));
  if (note != NULL && !aj_edit_commit (note, error))
    return FALSE;
  if (cli->json)
    {
      print_json (aj_sent_letters_get_all (letters));
      return TRUE;
    }
  print_table (aj_sent_letters_get_all (letters));
  print_sum (aj_sent_letters_get_all (letters));
  return TRUE;
}
