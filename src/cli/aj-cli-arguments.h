/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* The id of the record that @text means: its id, its title, or the value of a field that no two records share.
 * (transfer full); NULL with AJ_STORE_ERROR_NOT_FOUND, or with AJ_CLI_ERROR_REFUSED when several have that title. */
char *aj_cli_resolve (AjCli *cli, const AjRecordType *type, const char *text, GError **error);

/* (transfer full): one state of the record that @text means. */
AjValues *aj_cli_load (AjCli *cli, const AjRecordType *type, const char *text, GError **error);

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

/* What people call a record: its title, else what it refers to and its date. (transfer full) */
char *aj_cli_describe (AjCli *cli, const AjValues *values);
/* The same of a reference; the id when there is no such record (any more). */
char *aj_cli_describe_id (AjCli *cli, const AjRecordType *type, const char *id);

/* A day as somebody types it; today when @word is NULL. */
gboolean aj_cli_read_day (AjCli *cli, const char *word, AjDate *date, GError **error);
/* A year. */
gboolean aj_cli_read_year (AjCli *cli, const char *word, int *year, GError **error);

G_END_DECLS
