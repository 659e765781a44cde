/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-edition-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-active-organisations.h"
#include "aj-cli-arguments.h"
#include "aj-cli-document.h"
#include "aj-cli-edition.h"
#include "aj-cli-output.h"
#include "aj-coverage-report.h"
#include "aj-municipality.h"
#include "aj-output-file.h"
#include "aj-programme.h"

static gboolean
ends_in (const char *path, const char *ending)
{
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ending);
}

gboolean
aj_cli_edition_words_are_used (const AjCliEditionWords *words)
{
  return words->edition != NULL || words->by != NULL || words->municipality != NULL ||
         words->since != NULL || words->with_closed || words->is_part || words->format != NULL;
}

static gboolean
find_grouping (const char *word, AjProgrammeGrouping *grouping, GError **error)
{
  *grouping = AJ_PROGRAMME_BY_DISTRICT;
  for (guint i = 0; word != NULL && i < AJ_PROGRAMME_N_GROUPINGS; i++)
    if (g_str_equal (word, aj_programme_grouping_get_code (i)))
      {
        *grouping = i;
        return TRUE;
      }
  return word == NULL || aj_cli_fail_usage (error, _ ("A programme is sorted by district, "
                                                      "municipality, target or time."));
}

static gboolean
find_style (const char *word, AjCsvStyle *style, GError **error)
{
  *style = word != NULL && g_str_equal (word, "excel") ? AJ_CSV_EXCEL : AJ_CSV_PLAIN;
  return word == NULL || *style == AJ_CSV_EXCEL || g_str_equal (word, "csv") ||
         aj_cli_fail_usage (error, _ ("A table is csv or excel."));
}

gboolean
aj_cli_edition_report_check (const AjCliEditionWords *words,
                             AjCliEditionReport report,
                             const char *output,
                             GError **error)
{
  AjProgrammeGrouping grouping;
  AjCsvStyle style;
  AjCliEditionWords others = *words;

  /* Which edition is all that the others are told. */
  others.edition = others.format = NULL;
  if (report != AJ_CLI_EDITION_PROGRAMME && aj_cli_edition_words_are_used (&others))
    return aj_cli_fail_usage (error, _ ("Only a programme knows --by, --municipality, "
                                        "--with-closed, --since and --part."));
  if (report == AJ_CLI_EDITION_COVERAGE && ends_in (output, ".csv"))
    return aj_cli_fail_usage (error, _ ("A report of the coverage is no table. As JSON it is: "
                                        "aanjager-cli --json coverage"));
  if (!find_grouping (words->by, &grouping, error))
    return FALSE;
  if (words->is_part && !ends_in (output, ".html"))
    return aj_cli_fail_usage (error, _ ("--part is for HTML: add --output FILE.html"));
  if (ends_in (output, ".csv"))
    return find_style (words->format, &style, error);
  if (words->format != NULL)
    return aj_cli_fail_usage (error, _ ("--format is for a table: add --output FILE.csv"));
  return aj_cli_check_document_name (output, error);
}

static gboolean
print_written (AjCli *cli, const char *shown, guint n_written)
{
  g_autofree char *sentence = NULL;
  JsonObject *object;

  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", shown);
      json_object_set_int_member (object, "written", n_written);
      aj_cli_print_json_object (object);
      return TRUE;
    }
  sentence = g_strdup_printf (
      /* Translators: a number and a file. */
      ngettext ("%u record written to %s.", "%u records written to %s.", n_written), n_written,
      shown);
  aj_cli_print_line (sentence);
  return TRUE;
}

static gboolean
write_part (AjCli *cli, AjDocument *document, const char *output, GError **error)
{
  g_autofree char *shown = g_filename_display_name (output);
  char *html = aj_document_to_html_part (document);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));

  aj_cli_set_where (cli, shown);
  return aj_output_file_write_bytes (output, bytes, AJ_OUTPUT_FILE_DEFAULT, error) &&
         aj_cli_print_document_written (cli, shown);
}

static gboolean
write_programme (AjCli *cli,
                 const AjProgrammeRequest *request,
                 const AjCliEditionWords *words,
                 const char *output,
                 GError **error)
{
  g_autoptr (AjDocument) document = NULL;
  AjCsvStyle style;
  guint n_written;

  if (ends_in (output, ".csv"))
    {
      g_autofree char *shown = g_filename_display_name (output);

      aj_cli_set_where (cli, shown);
      return find_style (words->format, &style, error) &&
             aj_programme_save_table (cli->store, request, style, output, &n_written, error) &&
             print_written (cli, shown, n_written);
    }
  document = aj_programme_load (cli->store, request, error);
  if (document == NULL)
    return FALSE;
  return words->is_part ? write_part (cli, document, output, error)
                        : aj_cli_write_document (cli, document, output,
                                                 aj_clock_get_today (cli->clock), error);
}

static gboolean
run_programme (AjCli *cli,
               const AjCliEditionWords *words,
               const char *edition,
               const char *output,
               GError **error)
{
  g_autofree char *municipality = NULL;
  AjProgrammeRequest request = {
    .edition = edition,
    .with_closed = words->with_closed,
    .since = AJ_DATE_NONE,
  };

  if (!find_grouping (words->by, &request.grouping, error))
    return FALSE;
  if (words->since != NULL && !aj_cli_read_day (cli, words->since, &request.since, error))
    return FALSE;
  if (words->municipality != NULL)
    {
      aj_cli_set_where (cli, words->municipality);
      municipality = aj_cli_resolve (cli, &aj_municipality_record_type, words->municipality, error);
      if (municipality == NULL)
        return FALSE;
      request.municipality = municipality;
    }
  aj_cli_set_where (cli, NULL);
  return write_programme (cli, &request, words, output, error);
}

static gboolean
run_coverage (AjCli *cli, const char *edition, const char *output, GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);
  g_autoptr (AjDocument) document = aj_coverage_report_load (cli->store, edition, today, error);

  return document != NULL && aj_cli_write_document (cli, document, output, today, error);
}

static gboolean
run_organisations (AjCli *cli,
                   const AjCliEditionWords *words,
                   const char *edition,
                   const char *output,
                   GError **error)
{
  g_autoptr (AjDocument) document = NULL;
  AjCsvStyle style;
  guint n_written;

  if (ends_in (output, ".csv"))
    {
      g_autofree char *shown = g_filename_display_name (output);

      aj_cli_set_where (cli, shown);
      return find_style (words->format, &style, error) &&
             aj_active_organisations_save_table (cli->store, edition, style, output, &n_written,
                                                 error) &&
             print_written (cli, shown, n_written);
    }
  document = aj_active_organisations_load (cli->store, edition, error);
  return document != NULL &&
         aj_cli_write_document (cli, document, output, aj_clock_get_today (cli->clock), error);
}

gboolean
aj_cli_edition_report_run (AjCli *cli,
                           const AjCliEditionWords *words,
                           AjCliEditionReport report,
                           const char *output,
                           GError **error)
{
  g_autofree char *edition = aj_cli_resolve_edition (cli, words->edition, error);

  if (edition == NULL)
    return FALSE;
  aj_cli_set_where (cli, NULL);
  if (report == AJ_CLI_EDITION_COVERAGE)
    return run_coverage (cli, edition, output, error);
  if (report == AJ_CLI_EDITION_ORGANISATIONS)
    return run_organisations (cli, words, edition, output, error);
  return run_programme (cli, words, edition, output, error);
}
