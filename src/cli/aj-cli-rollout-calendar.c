/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-rollout-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-naming.h"
#include "aj-cli-output.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-rollout-calendar.h"

#define ROLLOUTS     "rollouts"
#define LOANS        "loans"
#define LOANS_OF     "loans:"
#define MUNICIPALITY "municipality:"

gboolean
aj_cli_asks_for_rollouts (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], ROLLOUTS) || g_str_equal (words[i], LOANS) ||
        g_str_has_prefix (words[i], LOANS_OF))
      return TRUE;
  return FALSE;
}

/* What was asked for; the ids are owned. */
typedef struct
{
  gboolean with_rollouts;
  gboolean with_loans;
  char *municipality; /* (nullable) */
  char *material;     /* (nullable) */
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->municipality);
  g_free (self->material);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
resolve (AjCli *cli, const AjRecordType *type, const char *text, char **id, GError **error)
{
  if (*id != NULL)
    return aj_cli_fail_usage (error, _ ("Name one thing and one municipality at most, or leave "
                                        "them out to have all."));
  *id = aj_cli_resolve (cli, type, text, error);
  return *id != NULL;
}

static gboolean
read_word (AjCli *cli, const char *word, Wish *wish, GError **error)
{
  aj_cli_set_where (cli, word);
  if (g_str_equal (word, ROLLOUTS))
    return wish->with_rollouts = TRUE;
  if (g_str_equal (word, LOANS))
    return wish->with_loans = TRUE;
  if (g_str_has_prefix (word, MUNICIPALITY))
    return resolve (cli, &aj_municipality_record_type, word + strlen (MUNICIPALITY),
                    &wish->municipality, error);
  if (!g_str_has_prefix (word, LOANS_OF))
    return aj_cli_fail_usage (error, _ ("Rollouts and loans stand in a calendar of their own. "
                                        "Choose rollouts, loans or loans:MATERIAL, and "
                                        "municipality:MUNICIPALITY to have only those there."));
  wish->with_loans = TRUE;
  return resolve (cli, &aj_material_record_type, word + strlen (LOANS_OF), &wish->material, error);
}

static void
print_written (AjCli *cli, const char *shown, guint n_written, guint n_left_out)
{
  g_autofree char *text = NULL;

  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", shown);
      json_object_set_int_member (object, "written", n_written);
      json_object_set_int_member (object, "left-out", n_left_out);
      aj_cli_print_json_object (object);
      return;
    }
  if (n_left_out > 0)
    {
      g_autofree char *warning = g_strdup_printf (
          ngettext ("%u rollout has no first day yet and is left out.",
                    "%u rollouts have no first day yet and are left out.", n_left_out),
          n_left_out);

      aj_cli_warn (cli, warning);
    }
  text = g_strdup_printf (ngettext ("%u record written to %s.", "%u records written to %s.",
                                    n_written),
                          n_written, shown);
  aj_cli_print_line (text);
}

gboolean
aj_cli_export_rollouts (AjCli *cli, char **words, const char *output, GError **error)
{
  g_auto (Wish) wish = { FALSE, FALSE, NULL, NULL };
  g_autofree char *shown = g_filename_display_name (output);
  g_autoptr (AjRolloutFacts) facts = NULL;
  AjRolloutCalendarRequest request;
  guint n_written, n_left_out;

  for (guint i = 0; words[i] != NULL; i++)
    if (!read_word (cli, words[i], &wish, error))
      return FALSE;
  aj_cli_set_where (cli, shown);
  facts = aj_rollout_facts_load (cli->store, error);
  if (facts == NULL)
    return FALSE;
  request = (AjRolloutCalendarRequest){ wish.with_rollouts, wish.with_loans, wish.municipality,
                                        wish.material };
  if (!aj_rollout_calendar_write (facts, &request, output, aj_clock_get_unix (cli->clock),
                                  &n_written, &n_left_out, error))
    return FALSE;
  print_written (cli, shown, n_written, n_left_out);
  return TRUE;
}
