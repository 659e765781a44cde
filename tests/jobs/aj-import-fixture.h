/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-import.h"
#include "aj-jobs-fixture.h"

G_BEGIN_DECLS

/* A small network to import into: two municipalities, two organisations with somebody of each, a group. */
typedef struct
{
  Fixture base;
  const char *saxion, *anna; /* ids */
} ImportWorld;

void import_world_set_up (ImportWorld *self, gconstpointer data);
void import_world_tear_down (ImportWorld *self, gconstpointer data);

/* (transfer full): a file "x.csv" of that text, compared. */
AjImport *import_load (ImportWorld *self, const char *type, const char *text);
AjImport *import_load_bytes (ImportWorld *self, const char *type, const char *text, gsize length);
/* (transfer none): the row of a line of the file. */
AjImportRow *import_get_row (AjImport *import, guint line);
/* "2 new+ Anna: reason" in the order of the list; "+" when it is taken along. Of what is changed, what changes. */
char *import_describe (AjImport *import);
/* Stores what is wanted. */
void import_accept (ImportWorld *self, AjImport *import);

G_END_DECLS
