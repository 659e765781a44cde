/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "aj-cli-arguments.h"
#include "aj-cli-edition.h"
#include "aj-cli-output.h"
#include "aj-form-writer.h"
#include "aj-municipality.h"
#include "aj-organisation.h"

static char *edition_word;
static char *output_word;
static char *format_word;
static char *organisation_word;
static char **municipality_words;
static gboolean looks_back;

const GOptionEntry aj_cli_forms_write_options[] = {
  { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_word,
    N_ ("The edition, by its year, name or id (default: the latest)"), N_ ("EDITION") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word, N_ ("The folder to write in"),
    N_ ("DIR") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_word,
    N_ ("xlsx for a spreadsheet, json for a form that this program opens, or both (default: "
        "xlsx,json)"),
    N_ ("FORMAT") },
  { "municipality", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &municipality_words,
    N_ ("Only for this municipality; may be given more than once"), N_ ("MUNICIPALITY") },
  { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation_word,
    N_ ("For this organisation, about what it does in those municipalities"), N_ ("ORGANISATION") },
  { "look-back", 0, 0, G_OPTION_ARG_NONE, &looks_back,
    N_ ("Ask how it was, as is done by itself once the last day is over"), NULL },
  { NULL },
};

static gboolean
read_formats (AjFormFormats *formats, GError **error)
{
  g_auto (GStrv) words = g_strsplit (format_word != NULL ? format_word : "xlsx,json", ",", -1);

  *formats = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "xlsx"))
      *formats |= AJ_FORM_FORMAT_SHEET;
    else if (g_str_equal (words[i], "json"))
      *formats |= AJ_FORM_FORMAT_FILE;
    else
      return aj_cli_fail_usage (error, _ ("A format is xlsx or json, or both: xlsx,json"));
  return TRUE;
}

/* (transfer full) (element-type utf8): those that were named. NULL on failure. */
static GPtrArray *
resolve_municipalities (AjCli *cli, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; municipality_words[i] != NULL; i++)
    {
      char *id;

      aj_cli_set_where (cli, municipality_words[i]);
      id = aj_cli_resolve (cli, &aj_municipality_record_type, municipality_words[i], error);
      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* (transfer full) (element-type utf8): by default where the organisation is, or all that are asked. */
static GPtrArray *
choose_municipalities (AjCli *cli,
                       AjFormBook *book,
                       AjFormPurpose purpose,
                       const AjValues *organisation,
                       GError **error)
{
  const char *place = organisation != NULL ? aj_values_get_text (organisation, "municipality")
                                           : NULL;
  GPtrArray *ids;

  if (municipality_words != NULL)
    return resolve_municipalities (cli, error);
  if (organisation == NULL)
    return aj_form_book_list (book, purpose);
  if (place == NULL)
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("This organisation is in no municipality. Say for which ones: "
                              "--municipality MUNICIPALITY"));
      return NULL;
    }
  ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (ids, g_strdup (place));
  return ids;
}

static void
show_progress_cb (guint n_written, guint n_all, gpointer user_data)
{
  g_printerr ("\r%u/%u%s", n_written, n_all, n_written == n_all ? "\n" : "");
}

static void
print_json (GPtrArray *written)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < written->len; i++)
    {
      const AjWrittenForm *form = written->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", form->name);
      json_object_set_string_member (object, "municipality", form->municipality);
      json_object_set_string_member (object, "name", form->municipality_name);
      json_object_set_int_member (object, "activities", form->n_activities);
      json_array_add_object_element (array, object);
    }
  aj_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
print_written (AjCli *cli, GPtrArray *written)
{
  g_autofree char *sentence = NULL;

  if (cli->json)
    {
      print_json (written);
      return;
    }
  for (guint i = 0; i < written->len; i++)
    aj_cli_print_line (((AjWrittenForm *) written->pdata[i])->name);
  sentence = g_strdup_printf (ngettext ("%u file written.", "%u files written.", written->len),
                              written->len);
  aj_cli_print_line (sentence);
}

static gboolean
write_forms (AjCli *cli,
             AjFormBook *book,
             AjFormFormats formats,
             const AjValues *organisation,
             GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);
  g_autoptr (AjNetworkSettings) network = aj_network_settings_load (cli->store, error);
  AjFormRequest request = { .today = today };
  g_autoptr (GPtrArray) municipalities = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) written = NULL;
  g_autofree char *shown = g_filename_display_name (output_word);

  if (network == NULL)
    return FALSE;
  request.organiser = aj_network_settings_get_organiser (network);
  request.purpose = looks_back ? AJ_FORM_LOOK_BACK : aj_form_book_get_purpose (book, today);
  request.organisation = organisation != NULL ? aj_values_get_id (organisation) : NULL;
  municipalities = choose_municipalities (cli, book, request.purpose, organisation, error);
  if (municipalities == NULL)
    return FALSE;
  forms = aj_form_writer_make (book, &request, municipalities);
  aj_cli_set_where (cli, shown);
  written = aj_form_writer_write (forms, formats, NULL,
                                  isatty (STDERR_FILENO) ? show_progress_cb : NULL, NULL, error);
  if (written == NULL || !aj_form_writer_save (written, output_word, error))
    return FALSE;
  print_written (cli, written);
  if (request.organiser.mail == NULL)
    aj_cli_warn (cli, _ ("The forms do not say where to send them back to. Fill in the mailbox of "
                         "the organiser: aanjager-cli set network organiser-mail=MAIL"));
  return TRUE;
}

gboolean
aj_cli_run_forms_write (AjCli *cli, char **arguments, GError **error)
{
  g_autofree char *edition = NULL;
  g_autoptr (AjValues) organisation = NULL;
  g_autoptr (AjFormBook) book = NULL;
  AjFormFormats formats;

  if (output_word == NULL)
    return aj_cli_fail_usage (error, _ ("Say in which folder: --output DIR."));
  if (!read_formats (&formats, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, edition_word);
  edition = aj_cli_resolve_edition (cli, edition_word, error);
  if (edition == NULL)
    return FALSE;
  if (organisation_word != NULL)
    {
      aj_cli_set_where (cli, organisation_word);
      organisation = aj_cli_load (cli, &aj_organisation_record_type, organisation_word, error);
      if (organisation == NULL)
        return FALSE;
    }
  book = aj_form_book_load (cli->store, edition, error);
  return book != NULL && write_forms (cli, book, formats, organisation, error);
}
