/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aj-form-typed.h"
#include "aj-values.h"
#include "aj-workbook.h"

G_BEGIN_DECLS

/* Forms as they come back: a form file, a spreadsheet that we made, or one that somebody made. */

/* How many files are read at once, and how many activities are taken in at once at most. */
#define AJ_RETURN_MAX_FILES 1000
#define AJ_RETURN_MAX_ROWS  200000

/* Where an activity stood. */
typedef struct
{
  guint line;    /* of the file, from 1 */
  char *code;    /* (owned) (nullable): of the municipality, as its line says it */
  char *name;    /* (owned) (nullable): of the municipality, likewise */
  char *edition; /* (owned) (nullable): the id of the edition that its line names */
} AjReturnPlace;

typedef struct
{
  char *file;         /* (owned): "Zwolle.xlsx" */
  AjForm *form;       /* (owned) */
  GArray *places;     /* (owned): of AjReturnPlace: one for each row of the form, in that order */
  GPtrArray *ignored; /* (owned) (element-type utf8): headings of columns that are none of ours */
  gboolean is_ours;   /* it says of which edition it is, as those that we make do */
  guint
      table; /* in the file a table of several municipalities: of which, from 1; 0: it is a form of its own */

  /* Once it is compared. */
  char *corrected;       /* (owned) (nullable): whose form it is, as somebody wrote it */
  const AjValues *place; /* (nullable) (borrowed): whose form it is */
  gboolean is_placed;    /* that was looked for */
  gboolean is_guessed;   /* from the name of the file */
  const AjValues
      *owner; /* (nullable) (borrowed): whose the whole table is, when that is another one */
} AjReturnForm;

void aj_return_form_free (AjReturnForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjReturnForm, aj_return_form_free)

/* Adds what is in one file to @forms (element-type AjReturnForm). Dates without a year are near @starts_on. A table of several
 * municipalities, with a column that names them, is one form for each. Fails with AJ_ERROR; nothing is added then. Waits. */
gboolean aj_return_files_read (const char *path,
                               AjDate starts_on,
                               AjDate ends_on,
                               GPtrArray *forms,
                               GCancellable *cancellable,
                               GError **error);
/* The same of what was read already. */
gboolean aj_return_files_read_bytes (const char *name,
                                     GBytes *bytes,
                                     AjDate starts_on,
                                     AjDate ends_on,
                                     GPtrArray *forms,
                                     GCancellable *cancellable,
                                     GError **error);

/* Of a workbook. */
gboolean aj_return_table_read (
    AjWorkbook *workbook, AjDate starts_on, AjDate ends_on, GPtrArray *forms, GError **error);
/* For who makes a form of something else. */
AjReturnForm *aj_return_form_new (const char *file, AjForm *form);
/* @place is taken. */
AjFormRow *aj_return_form_add_row (AjReturnForm *self, AjReturnPlace place);

/* Whether a file by this name may hold a form. */
gboolean aj_return_files_are_likely (const char *path);

G_END_DECLS
