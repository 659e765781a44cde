/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-import-index.h"
#include "aj-import.h"

G_BEGIN_DECLS

/* The id, values that no two share, and what is only told of: a name, a mail address. */
#define AJ_IMPORT_MAX_CLAIMS 8

/* A record that rows refer to and that is not there: it is made when one of them is accepted. */
typedef struct
{
  const AjRecordType *type;
  AjValues *values; /* (owned) */
  char *name;       /* (owned) */
} AjImportMissing;

/* What a person did about a row. */
typedef enum
{
  AJ_IMPORT_LEFT_ALONE,
  AJ_IMPORT_TAKEN,
  AJ_IMPORT_LEFT_OUT,
} AjImportChoice;

struct _AjImportRow
{
  GObject parent_instance;
  AjImport *import; /* (borrowed) (nullable): while it is there */
  guint line;
  char *fault;  /* (owned) (nullable): of the file */
  char **cells; /* (owned): one for each column */
  char *id;     /* (owned): of the record, when it is new */
  gboolean has_own_id;

  AjImportVerdict verdict;
  AjImportVerdict sound; /* the verdict while what is missing is made along */
  gboolean unsure;       /* it may well be a mistake: not taken along unless somebody says so */
  AjImportChoice choice;
  gboolean wanted;
  char *title;  /* (owned) (nullable) */
  char *reason; /* (owned) (nullable) */
  char *notes;  /* (owned) (nullable): the reason while what is missing is made along */
  char *lack;   /* (owned) (nullable): the reason when it is not */

  GStrv cell_faults; /* (owned) (nullable): one for each column; "" when nothing is wrong */
  char *suggestion;  /* (owned) (nullable) */
  guint suggestion_column;

  AjValues *before; /* (owned) (nullable) */
  AjValues *after;  /* (owned) (nullable) */
  guint64 set;      /* the fields that the row says something of */

  const char *claims[AJ_IMPORT_MAX_CLAIMS]; /* (borrowed): keys of the import's claims */
  guint n_claims;
  GPtrArray *makes;   /* (owned) (nullable) (element-type AjImportMissing): borrowed */
  AjImportRow *rival; /* (borrowed) (nullable): the row that stands in its way */
};

/* @cells is taken. */
AjImportRow *aj_import_row_new (guint line, const char *fault, char **cells);
/* Forgets what was found out about it. */
void aj_import_row_reset (AjImportRow *self);
/* Gives it the verdict, the reason and the check that follow from what was found out. TRUE when any is another. */
gboolean aj_import_row_settle (AjImportRow *self, gboolean make_missing);

struct _AjImport
{
  GObject parent_instance;
  AjStore *store; /* (owned) */
  const AjRecordType *type;
  char *name;           /* (owned): of the file */
  GArray *fields;       /* (owned): of int: the columns */
  guint64 present;      /* those fields, bit i for field i */
  GPtrArray *ignored;   /* (owned) (element-type utf8) */
  GPtrArray *rows;      /* (owned) (element-type AjImportRow) */
  AjImportIndex *index; /* (owned) */
  GHashTable *claims;   /* (owned) (element-type utf8 AjImportRow) */
  GHashTable *
      coming; /* (owned) (element-type utf8 AjImportRow): by id and by folded title; for references among rows */
  GHashTable *missing; /* (owned) (element-type utf8 AjImportMissing): by type and folded name */
  GHashTable *by_id;   /* (owned) (nullable): rows by their ids, when that was asked */
  gboolean make_missing;
  guint n_judged; /* rows, while it is being loaded */
  guint firsts[AJ_IMPORT_N_GROUPS + 1];
};

/* The numbers are others. */
void aj_import_tell (AjImport *self);
/* The column of a field, or -1. */
int aj_import_find_column (AjImport *self, int field);

/* The row takes the id it is given, and may be referred to by others of its type; @known FALSE takes that back. */
void aj_import_enlist (AjImport *self, AjImportRow *row, gboolean known);
/* Gives the row its verdict. Touches nothing but the import and the row, so it may run on any one thread. */
void aj_import_judge (AjImport *self, AjImportRow *row);
/* Claims the record that the row is about, so that no other row is. A sentence when another row was first; what only may be
 * the same makes the row unsure. (transfer full) (nullable) */
char *aj_import_claim (AjImport *self, AjImportRow *row);
/* Lets go of what the row claimed. */
void aj_import_release (AjImport *self, AjImportRow *row);

/* What was found about which record a row means. */
typedef struct
{
  const AjValues *found; /* (nullable) (borrowed) */
  char *refusal;         /* (owned) (nullable): a sentence: it could be several */
  char *note;            /* (owned) (nullable): a sentence: why somebody should look */
} AjImportMatch;

void aj_import_match_clear (AjImportMatch *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjImportMatch, aj_import_match_clear)

/* @given: what the row says, as far as it can be read; its fields are the row's @set. */
void
aj_import_match (AjImport *self, AjImportRow *row, const AjValues *given, AjImportMatch *match);

/* Adds a sentence as a line of its own. */
void aj_import_add_sentence (char **text, const char *sentence);

G_END_DECLS
