/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-answers.h"
#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-person.h"

static gboolean is_dry_run;
static gboolean takes_guests;
static gboolean accepts;
static char **named;

const GOptionEntry aj_cli_answers_import_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
    N_ ("Show what each answer would do and store nothing"), NULL },
  { "as", 0, 0, G_OPTION_ARG_STRING_ARRAY, &named,
    N_ ("Say whose an unknown address is; it is noted with them. May be given several times"),
    N_ ("MAIL=PERSON") },
  { "guests", 0, 0, G_OPTION_ARG_NONE, &takes_guests,
    N_ ("Add others who are unknown to the meeting as guests"), NULL },
  { "accept", 0, 0, G_OPTION_ARG_NONE, &accepts,
    N_ ("Move meetings to the time that is proposed; without it, proposals are noted"), NULL },
  { NULL },
};

static AjAnswerRow *
get_row (AjAnswers *answers, guint index)
{
  g_autoptr (AjAnswerRow) row = g_list_model_get_item (G_LIST_MODEL (answers), index);

  /* The answers have it as long as they are there. */
  return row;
}

static guint
count_rows (AjAnswers *answers)
{
  return g_list_model_get_n_items (G_LIST_MODEL (answers));
}

static gboolean
is_from (AjAnswerRow *row, const char *mail)
{
  const char *address = aj_answer_row_get_mail (row);

  return address != NULL && g_ascii_strcasecmp (address, mail) == 0;
}

/* "MAIL=PERSON" */
static gboolean
name_one (AjCli *cli, AjAnswers *answers, const char *word, GError **error)
{
  const char *sign = strchr (word, '=');
  g_autofree char *mail = NULL;
  g_autofree char *id = NULL;

  if (sign == NULL || sign == word)
    return aj_cli_fail_usage (error, _ ("“%s” is not written as MAIL=PERSON."), word);
  mail = g_strndup (word, (gsize) (sign - word));
  aj_cli_set_where (cli, word);
  id = aj_cli_resolve (cli, &aj_person_record_type, sign + 1, error);
  if (id == NULL)
    return FALSE;
  for (guint i = 0; i < count_rows (answers); i++)
    {
      AjAnswerRow *row = get_row (answers, i);

      if (!is_from (row, mail) || aj_answers_set_person_id (answers, row, id) ||
          aj_answer_row_get_verdict (row) != AJ_ANSWER_VERDICT_STRANGER)
        continue;
      g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                   /* Translators: a person, and a meeting. */
                   _ ("%1$s is not invited to %2$s, so nothing was stored."), sign + 1,
                   aj_answer_row_get_meeting_title (row));
      return FALSE;
    }
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

/* What somebody would choose in the window. */
static gboolean
decide (AjCli *cli, AjAnswers *answers, GError **error)
{
  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (!name_one (cli, answers, named[i], error))
      return FALSE;
  for (guint i = 0; i < count_rows (answers); i++)
    {
      AjAnswerRow *row = get_row (answers, i);

      if (takes_guests && aj_answer_row_get_verdict (row) == AJ_ANSWER_VERDICT_STRANGER)
        aj_answers_set_guest (answers, row);
      if (accepts && aj_answer_row_get_verdict (row) == AJ_ANSWER_VERDICT_PROPOSAL)
        aj_answers_set_decision (answers, row, AJ_ANSWER_DECISION_ACCEPT);
    }
  return TRUE;
}

static JsonArray *
list_reasons (AjAnswerRow *row)
{
  JsonArray *reasons = json_array_new ();
  const char *reason = aj_answer_row_get_reason (row);
  g_auto (GStrv) lines = g_strsplit (reason != NULL ? reason : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (reasons, lines[i]);
  return reasons;
}

static JsonObject *
row_to_json (AjAnswerRow *row)
{
  JsonObject *object = json_object_new ();
  const AjValues *meeting = aj_answer_row_get_meeting (row);
  const AjValues *item = aj_answer_row_get_item (row);

  json_object_set_string_member (object, "file", aj_answer_row_get_file (row));
  json_object_set_string_member (object, "verdict",
                                 aj_answer_verdict_get_code (aj_answer_row_get_verdict (row)));
  json_object_set_boolean_member (object, "taken", aj_answer_row_get_wanted (row));
  json_object_set_string_member (object, "who", aj_answer_row_get_who (row));
  json_object_set_string_member (object, "mail", aj_answer_row_get_mail (row));
  json_object_set_string_member (object, "meeting",
                                 meeting != NULL ? aj_values_get_id (meeting) : NULL);
  json_object_set_string_member (object, "item", item != NULL ? aj_values_get_id (item) : NULL);
  json_object_set_string_member (object, "answer", aj_answer_row_get_text (row));
  json_object_set_string_member (object, "comment", aj_answer_row_get_comment (row));
  json_object_set_array_member (object, "reasons", list_reasons (row));
  return object;
}

static void
print_json (AjAnswers *answers, gboolean stored)
{
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();
  JsonArray *problems = json_array_new ();
  GPtrArray *sentences = aj_answers_get_problems (answers);

  json_object_set_boolean_member (object, "stored", stored);
  json_object_set_int_member (object, "taken", aj_answers_count_wanted (answers));
  for (guint i = 0; i < AJ_ANSWER_N_VERDICTS; i++)
    json_object_set_int_member (object, aj_answer_verdict_get_code ((AjAnswerVerdict) i),
                                aj_answers_count (answers, (AjAnswerVerdict) i));
  for (guint i = 0; i < sentences->len; i++)
    json_array_add_string_element (problems, sentences->pdata[i]);
  json_object_set_array_member (object, "problems", problems);
  for (guint i = 0; i < count_rows (answers); i++)
    json_array_add_object_element (rows, row_to_json (get_row (answers, i)));
  json_object_set_array_member (object, "rows", rows);
  aj_cli_print_json_object (object);
}

static char *
describe_verdict (AjAnswers *answers, AjAnswerRow *row)
{
  const char *label = aj_answer_verdict_get_label (aj_answer_row_get_verdict (row));

  if (aj_answers_get_decision (answers, row) == AJ_ANSWER_DECISION_ACCEPT &&
      aj_answer_row_get_wanted (row))
    /* Translators: a verdict on an answer, "proposal", which is accepted. */
    return g_strdup_printf (_ ("%s, accepted"), label);
  return aj_answer_row_can_be_wanted (row) && !aj_answer_row_get_wanted (row)
             /* Translators: a verdict on a row of a file, "new", which is not imported. */
             ? g_strdup_printf (_ ("%s, left out"), label)
             : g_strdup (label);
}

static void
print_rows (AjAnswers *answers)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Who"), FALSE, FALSE);
  /* Translators: the head of a column: what somebody answers to an invitation. */
  aj_cli_table_add_column (table, _ ("Answer"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Verdict"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Meeting"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Reason"), FALSE, TRUE);
  for (guint i = 0; i < count_rows (answers); i++)
    {
      AjAnswerRow *row = get_row (answers, i);
      const char *reason = aj_answer_row_get_reason (row);
      const char *meeting = aj_answer_row_get_meeting_title (row);
      g_autofree char *why = g_strdelimit (g_strdup (reason != NULL ? reason : ""), "\n", ' ');
      g_autofree char *verdict = describe_verdict (answers, row);

      aj_cli_table_add_row (table, (const char *[]){ aj_answer_row_get_who (row),
                                                     aj_answer_row_get_text (row), verdict,
                                                     meeting != NULL ? meeting : "", why, NULL });
    }
  aj_cli_table_print (table);
}

/* The same words before and after, for what would be done is what is done. */
static void
print_sums (AjAnswers *answers)
{
  g_autofree char *stored = aj_answers_dup_part_sum (answers, TRUE);
  g_autofree char *left = aj_answers_dup_part_sum (answers, FALSE);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (stored == NULL)
    first = g_strdup (is_dry_run ? _ ("Nothing would be stored.") : _ ("Nothing was stored."));
  else
    first = g_strdup_printf (is_dry_run
                                 /* Translators: how many answers, "2 new, 1 changed". */
                                 ? _ ("Would be stored: %s.")
                                 /* Translators: how many answers, "2 new, 1 changed". */
                                 : _ ("Stored: %s."),
                             stored);
  aj_cli_print_line (first);
  if (left == NULL)
    return;
  /* Translators: of which answers nothing comes, "1 to decide, 2 outdated". */
  second = g_strdup_printf (_ ("Left as they are: %s."), left);
  aj_cli_print_line (second);
}

static void
print_answers (AjCli *cli, AjAnswers *answers, gboolean stored)
{
  GPtrArray *problems = aj_answers_get_problems (answers);

  if (cli->json)
    {
      print_json (answers, stored);
      return;
    }
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (char *) problems->pdata[i]);
  print_rows (answers);
  print_sums (answers);
}

gboolean
aj_cli_run_answers_import (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjAnswers) answers = NULL;
  g_autoptr (AjEdit) edit = NULL;
  GPtrArray *problems;
  gboolean stores;

  if (aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  answers = aj_answers_load (cli->store, (const char *const *) arguments, error);
  if (answers == NULL || !decide (cli, answers, error))
    return FALSE;
  problems = aj_answers_get_problems (answers);
  if (count_rows (answers) == 0 && problems->len > 0)
    {
      g_autofree char *name = g_filename_display_basename (arguments[0]);

      aj_cli_set_where (cli, name);
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED, problems->pdata[0]);
      return FALSE;
    }
  stores = !is_dry_run && aj_answers_count_wanted (answers) > 0;
  edit = stores ? aj_answers_make_edit (answers) : NULL;
  if (edit != NULL && !aj_edit_commit (edit, error))
    return FALSE;
  print_answers (cli, answers, stores);
  return TRUE;
}
