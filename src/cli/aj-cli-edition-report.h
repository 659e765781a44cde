/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* The reports on an action day. */
typedef enum
{
  AJ_CLI_EDITION_PROGRAMME,
  AJ_CLI_EDITION_COVERAGE,
  AJ_CLI_EDITION_ORGANISATIONS,
} AjCliEditionReport;

/* What was said of one; each is nullable. */
typedef struct
{
  char *edition;
  char *by;
  char *municipality;
  char *since;
  char *format;
  gboolean with_closed;
  gboolean is_part;
} AjCliEditionWords;

gboolean aj_cli_edition_words_are_used (const AjCliEditionWords *words);
/* Whether they go together, before anything is opened. @output is nullable. */
gboolean aj_cli_edition_report_check (const AjCliEditionWords *words,
                                      AjCliEditionReport report,
                                      const char *output,
                                      GError **error);
/* The store is open. */
gboolean aj_cli_edition_report_run (AjCli *cli,
                                    const AjCliEditionWords *words,
                                    AjCliEditionReport report,
                                    const char *output,
                                    GError **error);

G_END_DECLS
