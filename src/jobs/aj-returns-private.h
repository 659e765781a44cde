/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-likeness.h"
#include "aj-return-files.h"
#include "aj-returns-book.h"
#include "aj-returns.h"

G_BEGIN_DECLS

/* The first cell of every row is that of the municipality. */
#define AJ_RETURN_CELL_PLACE 0

/* What a person did about a row. */
typedef enum
{
  AJ_RETURN_LEFT_ALONE,
  AJ_RETURN_TAKEN,
  AJ_RETURN_NOT_TAKEN,
} AjReturnChoice;

/* What is wrong with a cell. */
typedef struct
{
  int cell;         /* -1: with the row as a whole */
  char *sentence;   /* (owned) */
  char *suggestion; /* (owned) (nullable): what was likely meant */
} AjReturnFault;

struct _AjReturnRow
{
  GObject parent_instance;
  AjReturns *returns; /* (borrowed) (nullable): while they are there */
  AjReturnKind kind;
  AjReturnForm *form; /* (borrowed): of the returns; of what was left out, the one it is not in */
  AjFormRow *typed;   /* (borrowed) (nullable): of the form */
  const AjReturnPlace *where; /* (borrowed) (nullable): likewise */
  guint order;                /* in which it came */
  gboolean is_copy; /* somebody copied another line to begin with, and the id along with it */
  char *corrected;  /* (owned) (nullable): the municipality, as somebody wrote it */
  char *new_id;     /* (owned): of the record, when it is new */

  /* What was found out. */
  const AjValues *place;  /* (borrowed) (nullable): the municipality */
  const AjValues *before; /* (borrowed) (nullable): as it is stored */
  AjValues *after;        /* (owned) (nullable) */
  const AjValues *alike; /* (borrowed) (nullable): an organisation made for others that it may be */
  AjValues *made[2]; /* (borrowed) (nullable): an organisation and a person that are made for it */
  char *key;         /* (owned) (nullable): of what it is about, to find others that are about it */
  AjImportVerdict sound; /* the verdict but for those */
  gboolean is_unsure;    /* also but for those */
  GString *notes;        /* (owned): sentences, likewise */
  GArray *faults;        /* (owned): of AjReturnFault, what is to be looked at first in front */

  AjReturnChoice choice;
  AjImportVerdict verdict;
  gboolean is_doubtful;
  gboolean wanted;
  char *title;  /* (owned) (nullable) */
  char *reason; /* (owned) (nullable) */
};

typedef struct
{
  const AjValues *values; /* (borrowed) */
  AjLikeness *likeness;   /* (owned): of its name */
} AjReturnName;

struct _AjReturns
{
  GObject parent_instance;
  AjStore *store;      /* (owned) */
  AjReturnsBook *book; /* (owned) */
  /* (owned) (element-type utf8 gint64): when somebody last changed each activity, by its id */
  GHashTable *last_edits;
  AjDate today;
  char *author;        /* (owned) */
  GPtrArray *forms;    /* (owned) (element-type AjReturnForm) */
  GPtrArray *problems; /* (owned) (element-type utf8) */
  GPtrArray *ignored;  /* (owned) (element-type utf8) */
  GPtrArray *rows;     /* (owned) (element-type AjReturnRow) */
  GHashTable *made; /* (owned) (element-type utf8 AjValues): what is not there, by kind and name */
  GArray *made_names; /* (owned): of AjReturnName: of those, the first organisations */
  /* (owned) (element-type AjValues guint): of those, all organisations: for how many rows. */
  GHashTable *made_for;
  /* (owned) (element-type utf8 AjValues): of those, organisations by their names as they were typed. */
  GHashTable *made_of;
  /* (owned) (nullable) (element-type utf8 AjValue): what texts mean; NULL for what is not understood. */
  GHashTable *parsed[AJ_N_FORM_COLUMNS];
  GHashTable *claims; /* (owned) (element-type utf8 GPtrArray): rows by what they are about */
  GHashTable *meant;  /* (owned) (element-type utf8): ids that some row means for certain */
  guint n_judged;     /* while they are loaded */
  guint firsts[AJ_IMPORT_N_GROUPS + 1];
};

AjReturnRow *aj_return_row_new (AjReturns *returns, AjReturnKind kind, AjReturnForm *form);
/* Forgets what was found out about it. */
void aj_return_row_reset (AjReturnRow *self);
/* One sentence more that somebody should know. */
void aj_return_row_note (AjReturnRow *self, const char *sentence);
/* The same about a cell. */
void
aj_return_row_add_fault (AjReturnRow *self, int cell, const char *sentence, const char *suggestion);
/* The column of a form that a cell of an activity is, or of the whole that one of an answer is (AjFormHead); the cell of a
 * column, or -1. */
int aj_return_row_get_column (AjReturnRow *self, guint cell);
int aj_return_row_find_cell (AjReturnRow *self, int column);
gboolean aj_return_row_says_same (AjReturnRow *self, AjReturnRow *other);

/* Makes a row of each answer and each activity. */
void aj_returns_list_rows (AjReturns *self);
/* Finds out what a row says, but for what others say. Touches nothing but the returns, so it may run on any one thread. */
void aj_returns_understand (AjReturns *self, AjReturnRow *row);
void aj_returns_understand_answer (AjReturns *self, AjReturnRow *row);
/* Gives it its verdict, when all that are about the same are understood. */
void aj_returns_settle (AjReturns *self, AjReturnRow *row);
/* What stands in no form any more; each a row. */
void aj_returns_list_left_out (AjReturns *self);
/* Whose form it is; (nullable). */
const AjValues *aj_returns_find_place (AjReturns *self, AjReturnForm *form);
/* Tables that are of one municipality, and have lines of another. */
void aj_returns_find_owners (AjReturns *self);
/* Something new of a municipality that was never asked to take part. */
void aj_returns_check_part (AjReturns *self, AjReturnRow *row);
/* Says what is wrong with a row as a whole: another edition, an unknown municipality. FALSE when it cannot be used. */
gboolean aj_returns_check_form (AjReturns *self, AjReturnRow *row);
void aj_returns_refuse (AjReturnRow *row, int cell, const char *sentence, const char *suggestion);
/* (nullable): the id of who does it, there or made for @row; NULL when that is the municipality itself. */
const char *aj_returns_find_organisation (AjReturns *self, AjReturnRow *row);
/* Before it is understood anew: one organisation fewer may be made for it. */
void aj_returns_leave_organisation (AjReturns *self, AjReturnRow *row);
/* Once others are: no row may be another spelling of an organisation that is not made after all. @again is called for each that
 * was taken for one. */
void aj_returns_forget_organisations (AjReturns *self, GFunc again, gpointer user_data);
/* (nullable): the id of who is meant, there or made for @row. */
const char *aj_returns_find_contact (
    AjReturns *self, AjReturnRow *row, const char *name, const char *mail, const char *phone);

G_END_DECLS
