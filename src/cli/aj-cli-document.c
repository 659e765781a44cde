/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-cli-output.h"
#include "aj-output-file.h"

static gboolean
ends_in (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

gboolean
aj_cli_check_document_name (const char *output, GError **error)
{
  if (output == NULL || ends_in (output, ".pdf") || ends_in (output, ".html") ||
      ends_in (output, ".txt"))
    return TRUE;
  return aj_cli_fail_usage (error,
                            _ ("Choose a file with a name that ends in .pdf, .html or .txt."));
}

static GBytes *
make_bytes (AjDocument *document, const char *output, AjDate day, GError **error)
{
  g_autofree char *foot = aj_document_describe_printed (day);
  char *text;

  if (ends_in (output, ".pdf"))
    return aj_document_to_pdf (document, foot, error);
  text = ends_in (output, ".html") ? aj_document_to_html (document, foot)
                                   : aj_document_to_text (document);
  return g_bytes_new_take (text, strlen (text));
}

gboolean
aj_cli_print_document_written (AjCli *cli, const char *shown)
{
  g_autofree char *sentence = NULL;
  JsonObject *object;

  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "file", shown);
      aj_cli_print_json_object (object);
      return TRUE;
    }
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Written to %s."), shown);
  aj_cli_print_line (sentence);
  return TRUE;
}

gboolean
aj_cli_write_document (
    AjCli *cli, AjDocument *document, const char *output, AjDate day, GError **error)
{
  g_autofree char *text = output == NULL ? aj_document_to_text (document) : NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (output == NULL)
    {
      g_print ("%s", text);
      return TRUE;
    }
  shown = g_filename_display_name (output);
  aj_cli_set_where (cli, shown);
  bytes = make_bytes (document, output, day, error);
  return bytes != NULL &&
         aj_output_file_write_bytes (output, bytes, AJ_OUTPUT_FILE_PRIVATE, error) &&
         aj_cli_print_document_written (cli, shown);
}
