/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"
#include "aj-document.h"

G_BEGIN_DECLS

/* Whether a document can be written to a file of that name, by its ending; NULL can. Else AJ_CLI_ERROR_USAGE. */
gboolean aj_cli_check_document_name (const char *output, GError **error);
/* Writes the document, for nobody else to read, as the ending of the name says, and says so; prints it as text when there is
 * no name. @day is printed at the foot of a PDF. */
gboolean aj_cli_write_document (
    AjCli *cli, AjDocument *document, const char *output, AjDate day, GError **error);
/* Says that a file was written, to people and to scripts. @shown is its name. TRUE. */
gboolean aj_cli_print_document_written (AjCli *cli, const char *shown);

G_END_DECLS
