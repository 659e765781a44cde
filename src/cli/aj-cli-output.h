/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* To standard output. Text for people is turned into their character set; JSON is UTF-8 whatever that is. */
void aj_cli_print_line (const char *text);
/* One value, with a line end. @node is taken. */
void aj_cli_print_json (JsonNode *node);
/* The same of an object; it is taken. */
void aj_cli_print_json_object (JsonObject *object);
/* As one line, with no line end: an element of a list that is printed as it comes. @node is taken. */
char *aj_cli_json_to_line (JsonNode *node);

/* That something was done to a record, or was so already (@revision is 0): people are told @text, scripts which record. */
void aj_cli_print_done (
    AjCli *cli, const AjRecordType *type, const char *id, const char *text, gint64 revision);

/* One line for standard error: "aanjager-cli: WHAT: WHY (WHERE). WHAT TO DO.", with no line end. @where is nullable. */
char *aj_cli_format_error (const char *what, const char *why, const char *where);

/* Something to know of what was done all the same, on standard error, where it does not stand in the way of a script. */
void aj_cli_warn (AjCli *cli, const char *sentence);

/* A table for people: columns as wide as their widest cell, at most AJ_CLI_CELL_WIDTH. */
#define AJ_CLI_CELL_WIDTH 56

typedef struct _AjCliTable AjCliTable;

AjCliTable *aj_cli_table_new (void);
void aj_cli_table_free (AjCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjCliTable, aj_cli_table_free)

/* @whole: cells are never cut, for what is to be copied. */
void
aj_cli_table_add_column (AjCliTable *self, const char *heading, gboolean number, gboolean whole);
/* @cells: one for each column, NULL-terminated. */
void aj_cli_table_add_row (AjCliTable *self, const char *const *cells);
guint aj_cli_table_get_n_rows (AjCliTable *self);
/* (transfer full): columns in which nothing stands are left out. */
char *aj_cli_table_to_text (AjCliTable *self);
void aj_cli_table_print (AjCliTable *self);

/* Every field of a record by the names of the table, "id" first; empty ones are null. */
JsonNode *aj_cli_values_to_json (const AjValues *values);
/* One field: a number, true or false, a text, or null. */
JsonNode *aj_cli_value_to_json (const AjField *field, const AjValue *value);

/* Seconds since 1970 as "2026-03-12T09:00:00Z", and as people write it in their zone. */
char *aj_cli_format_utc (gint64 at);
char *aj_cli_format_local (gint64 at);

G_END_DECLS
