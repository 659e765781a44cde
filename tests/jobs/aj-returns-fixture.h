/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form.h"
#include "aj-jobs-fixture.h"
#include "aj-returns.h"

G_BEGIN_DECLS

/* Forms that come back to a network with three municipalities, on a day before the edition of 8 October 2026. */

#define RETURNS_DAY   (aj_date_new (2026, 10, 8))
#define RETURNS_TODAY (aj_date_new (2026, 9, 1))

/* Filled anew for each case: a folder for files, and ids. */
extern char *returns_folder;
extern const char *returns_zwolle, *returns_kampen, *returns_edition, *returns_last_edition;

void returns_set_up (Fixture *self, gconstpointer data);
void returns_tear_down (Fixture *self, gconstpointer data);

/* (transfer full): the path of a file that holds this. */
char *returns_put_file (const char *name, const char *data, gssize length);
/* (transfer full): an empty form, written long ago. */
AjForm *returns_make_form (const char *municipality, const char *code, const char *name);
/* (transfer none): an activity; columns and their texts, up to NULL. */
AjFormRow *returns_add_row (AjForm *form, const char *title, ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): the path of the form as a spreadsheet or a form file, by its name. */
char *returns_put_form (const char *name, const AjForm *form);
/* (transfer full): of these files, up to NULL. */
AjReturns *returns_load (Fixture *self, const char *path, ...) G_GNUC_NULL_TERMINATED;

/* (transfer none): the row with that title; @file is nullable. */
AjReturnRow *
returns_find_row (AjReturns *returns, AjReturnKind kind, const char *title, const char *file);
AjReturnRow *returns_find_activity (AjReturns *returns, const char *title);
AjReturnRow *returns_find_answer (AjReturns *returns, const char *title);
/* @pattern: what is said of it, with * for anything; NULL: nothing. */
void returns_assert_verdict (AjReturnRow *row,
                             AjImportVerdict verdict,
                             gboolean doubtful,
                             const char *pattern);
void returns_assert_change (
    AjReturns *returns, AjReturnRow *row, const char *field, const char *before, const char *after);
/* The cell that is called so. */
int returns_find_cell (AjReturnRow *row, const char *label);
void returns_correct (AjReturns *returns, AjReturnRow *row, const char *label, const char *text);
void returns_take (AjReturns *returns);
/* (transfer full): the record with that text, or the last of several. */
AjValues *returns_fetch (Fixture *self, const char *type, const char *field, const char *text);

G_END_DECLS
