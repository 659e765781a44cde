/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-activity-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-activity-calendar.h"
#include "aj-cli-edition.h"
#include "aj-cli-naming.h"
#include "aj-cli-output.h"
#include "aj-municipality.h"

#define EDITION      "edition:"
#define MUNICIPALITY "municipality:"

gboolean
aj_cli_asks_for_activities (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], EDITION) || g_str_has_prefix (words[i], MUNICIPALITY))
      return TRUE;
  return FALSE;
}

/* The one edition that is named, and the municipalities (element-type utf8): their ids. */
static gboolean
read_words (
    AjCli *cli, char **words, const char **edition, GPtrArray *municipalities, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *id;

      aj_cli_set_where (cli, words[i]);
      if (g_str_has_prefix (words[i], EDITION) && *edition == NULL)
        {
          *edition = words[i] + strlen (EDITION);
          continue;
        }
      if (!g_str_has_prefix (words[i], MUNICIPALITY))
        return aj_cli_fail_usage (error, _ ("Activities of one edition stand in a calendar of "
                                            "their own. Choose edition:EDITION, "
                                            "municipality:MUNICIPALITY, or both."));
      id = aj_cli_resolve (cli, &aj_municipality_record_type, words[i] + strlen (MUNICIPALITY),
                           error);
      if (id == NULL)
        return FALSE;
      g_ptr_array_add (municipalities, id);
    }
  if (municipalities->len > AJ_QUERY_MAX_TEXTS)
    return aj_cli_fail_usage (error, _ ("These are too many municipalities. Leave them out to "
                                        "have all of them."));
  return TRUE;
}

static void
print_json (const char *shown, const AjActivityCalendarResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *left_out = json_array_new ();

  for (guint i = 0; i < result->left_out->len; i++)
    json_array_add_string_element (left_out, result->left_out->pdata[i]);
  json_object_set_string_member (object, "file", shown);
  json_object_set_int_member (object, "activities", result->n_written);
  json_object_set_int_member (object, "files", result->n_files);
  json_object_set_array_member (object, "left-out", left_out);
  aj_cli_print_json_object (object);
}

static void
print_written (AjCli *cli, const char *output, const AjActivityCalendarResult *result)
{
  g_autofree char *shown = g_filename_display_name (output);
  g_autofree char *text = NULL;

  for (guint i = 0; i < result->left_out->len; i++)
    aj_cli_warn (cli, result->left_out->pdata[i]);
  if (cli->json)
    {
      print_json (shown, result);
      return;
    }
  /* Translators: a number and a file, or a folder. */
  text = g_strdup_printf (ngettext ("%u activity written to %s.", "%u activities written to %s.",
                                    result->n_written),
                          result->n_written, shown);
  aj_cli_print_line (text);
}

gboolean
aj_cli_export_activities (AjCli *cli,
                          char **words,
                          const char *output,
                          gboolean separate,
                          gboolean with_closed,
                          GError **error)
{
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new_with_free_func (g_free);
  g_auto (AjActivityCalendarResult) result = { 0 };
  AjActivityCalendarRequest request = { .separate = separate, .with_closed = with_closed };
  g_autofree char *shown = g_filename_display_name (output);
  g_autofree char *edition = NULL;
  const char *edition_word = NULL;

  if (!read_words (cli, words, &edition_word, municipalities, error))
    return FALSE;
  edition = aj_cli_resolve_edition (cli, edition_word, error);
  if (edition == NULL)
    return FALSE;
  request.edition = edition;
  if (municipalities->len > 0)
    {
      g_ptr_array_add (municipalities, NULL);
      request.municipalities = (const char *const *) municipalities->pdata;
    }
  aj_cli_set_where (cli, shown);
  if (!aj_activity_calendar_run (cli->store, &request, output, &result, error))
    return FALSE;
  print_written (cli, output, &result);
  return TRUE;
}
