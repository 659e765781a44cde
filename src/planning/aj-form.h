/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-form-column.h"

G_BEGIN_DECLS

/* What a municipality, or an organisation in it, is asked about an edition of the action day, and what it answers. A form knows
 * no records: it goes to people who have no data file, and comes back from anybody. */

/* As many activities as one form may hold. */
#define AJ_FORM_MAX_ROWS 2000
/* As many characters as one of its texts may have: more than any field takes, so that what is too long can be kept for whoever
 * mends it; but not a book. */
#define AJ_FORM_MAX_TEXT 32767

typedef enum
{
  AJ_FORM_REGISTER,  /* before the day: what will you do? */
  AJ_FORM_LOOK_BACK, /* after it: whom did you reach, and what worked? */
} AjFormPurpose;

typedef enum
{
  AJ_FORM_ANSWER_NONE, /* nothing was said */
  AJ_FORM_ANSWER_TAKES_PART,
  AJ_FORM_ANSWER_DECLINES,
} AjFormAnswer;

/* One activity. All owned and nullable. */
typedef struct
{
  char *activity; /* the id of what is registered already */
  char *previous; /* the id of the activity of last time that it is the same as */
  /* In machine form ("true", "2026-10-08", the code of a choice) when it was understood, else as it was typed; NULL when
   * empty. */
  char *texts[AJ_N_FORM_COLUMNS];
} AjFormRow;

/* Texts are owned, and nullable where it says so. */
typedef struct
{
  char *id; /* of the form, so that two that come back can be told to be one; nullable */
  AjFormPurpose purpose;
  char *edition_id;
  char *edition_name;
  AjDate starts_on;
  AjDate ends_on;
  AjDate deadline; /* AJ_DATE_NONE: there is none */
  char *municipality_id;
  char *municipality_code;
  char *municipality_name;
  char *organisation_id; /* who is asked, when it is not the municipality itself; nullable */
  char *organisation_name;
  char *reply_name; /* to whom it goes back; nullable */
  char *reply_mail; /* likewise */
  AjDate written_on;

  /* What is answered. */
  AjFormAnswer answer;
  char *reason; /* why it does not take part; nullable */
  char *
      contact_name; /* who filled it in, and is to be asked where an activity names nobody; these are nullable */
  char *contact_mail;
  char *contact_phone;
  GPtrArray *rows; /* (element-type AjFormRow) */
} AjForm;

AjForm *aj_form_new (void);
void aj_form_free (AjForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjForm, aj_form_free)

/* Whether a column is asked in this form. */
gboolean aj_form_has_column (const AjForm *self, AjFormColumn column);

/* (transfer none): an empty activity, at the end. */
AjFormRow *aj_form_add_row (AjForm *self);
/* (transfer none): another activity of its own, filled in as @row (of @self) is, right after it. */
AjFormRow *aj_form_copy_row (AjForm *self, const AjFormRow *row);
void aj_form_remove_row (AjForm *self, AjFormRow *row);

/* Fills in what somebody typed: cleaned, and in machine form where it is understood. A date without its year is that of the
 * edition. */
void aj_form_set_text (const AjForm *self, AjFormRow *row, AjFormColumn column, const char *text);
/* (transfer full): the text as people read it, "Thu 8 Oct 2026"; what was not understood as it is; "" when empty. */
char *aj_form_row_display (const AjFormRow *self, AjFormColumn column);

/* Whether nothing is filled in at all. */
gboolean aj_form_row_is_blank (const AjFormRow *self);
/* Whether it is an activity of last time of which nobody said yet whether it takes place again. */
gboolean aj_form_row_is_open (const AjFormRow *self);
/* Whether it takes place, as far as was said: what is new does when nothing is said. */
gboolean aj_form_row_takes_place (const AjFormRow *self);
/* How many activities take place. */
guint aj_form_count (const AjForm *self);
/* What is answered, also when it follows only from the activities. */
AjFormAnswer aj_form_get_answer (const AjForm *self);

/* What is wrong with one column of one activity, as a sentence of AJ_MODEL_ERROR. */
gboolean
aj_form_check_text (const AjForm *self, const AjFormRow *row, AjFormColumn column, GError **error);
typedef struct
{
  AjFormColumn column;
  char *sentence; /* (owned) */
} AjFormFault;

/* (transfer full) (element-type AjFormFault): all that is wrong with an activity, in the order of the columns. */
GPtrArray *aj_form_list_faults (const AjForm *self, const AjFormRow *row);
/* The first thing that is wrong with an activity, and where that is: @column (nullable). What does not take place and what is
 * blank is fine however it is filled in. */
gboolean
aj_form_check_row (const AjForm *self, const AjFormRow *row, AjFormColumn *column, GError **error);
/* Whether the address of who filled it in is one, or is not there. */
gboolean aj_form_check_mail (const AjForm *self, GError **error);
/* The first thing that must be mended before the form goes back. @row receives its index, or G_MAXUINT when it is about the
 * whole; @column is only set when there is a row. Both nullable. */
gboolean aj_form_check (const AjForm *self, guint *row, AjFormColumn *column, GError **error);

/* (transfer full): when the edition is: "8 October 2026", "from 5 October 2026 to 9 October 2026". */
char *aj_form_format_days (const AjForm *self);

G_END_DECLS
