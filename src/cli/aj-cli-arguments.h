/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli-naming.h"

G_BEGIN_DECLS

/* The field by its name; NULL, with AJ_CLI_ERROR_USAGE. */
const AjField *aj_cli_require_field (const AjRecordType *type, const char *name, GError **error);

/* A word "FIELD=VALUE" taken apart. References are resolved, everything else is read as its field says. */
typedef struct
{
  guint index; /* of the field */
  AjValue value;
} AjCliAssignment;

void aj_cli_assignment_clear (AjCliAssignment *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjCliAssignment, aj_cli_assignment_clear)

gboolean aj_cli_parse_assignment (AjCli *cli,
                                  const AjRecordType *type,
                                  const char *word,
                                  AjCliAssignment *assignment,
                                  GError **error);
/* (element-type AjCliAssignment): one for each word. A field that is kept by the program, or that is given twice, is
 * wrong usage. */
GArray *
aj_cli_parse_assignments (AjCli *cli, const AjRecordType *type, char **words, GError **error);

/* A day as somebody types it; today when @word is NULL. */
gboolean aj_cli_read_day (AjCli *cli, const char *word, AjDate *date, GError **error);
/* A year. */
gboolean aj_cli_read_year (AjCli *cli, const char *word, int *year, GError **error);

G_END_DECLS
