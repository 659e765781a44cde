/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aj-date.h"

G_BEGIN_DECLS

#define AJ_MODEL_ERROR (aj_model_error_quark ())
GQuark aj_model_error_quark (void);

typedef enum
{
  AJ_MODEL_ERROR_REQUIRED,      /* a required field is empty */
  AJ_MODEL_ERROR_TOO_LONG,      /* text over its limit */
  AJ_MODEL_ERROR_RANGE,         /* a number, date or time outside its limits */
  AJ_MODEL_ERROR_FORMAT,        /* text that is not the date, time or number it should be */
  AJ_MODEL_ERROR_CHOICE,        /* not one of the choices */
  AJ_MODEL_ERROR_RULE,          /* a rule of the record type over several fields */
  AJ_MODEL_ERROR_UNKNOWN_FIELD, /* the record type has no such field */
  AJ_MODEL_ERROR_UNKNOWN_TYPE,  /* there is no such record type */
} AjModelError;

/* What a field holds, and so how it is stored, checked, shown and exchanged. */
typedef enum
{
  AJ_FIELD_TEXT,
  AJ_FIELD_INTEGER,
  AJ_FIELD_REAL,
  AJ_FIELD_BOOLEAN,   /* an integer 0 or 1 */
  AJ_FIELD_DATE,      /* text "2026-03-12" */
  AJ_FIELD_TIME,      /* time of day, text "10:00" */
  AJ_FIELD_WALL_TIME, /* text "2026-03-12T10:00"; its zone is in a text field "zone" beside it */
  AJ_FIELD_CHOICE,    /* text, the code of one of the choices */
  AJ_FIELD_REFERENCE, /* text, the id of a record of the target type */
} AjFieldKind;

/* What a text must look like, when it is not empty. */
typedef enum
{
  AJ_FORM_FREE,
  AJ_FORM_MAIL, /* a mail address */
  AJ_FORM_ZONE, /* the IANA name of a time zone, "Europe/Amsterdam" */
  AJ_FORM_WEEK, /* a week or some, "2027-W41", or as people write them; the record type makes the one of the other */
} AjTextForm;

typedef struct
{
  const char *code;  /* stored and exchanged; never changes once released */
  const char *label; /* shown, translated with gettext */
} AjChoice;

/* One row of a record type's table; everything that is known of the field follows from it. */
typedef struct
{
  const char *name; /* "starts-at": also the GObject property; the SQL column is "starts_at" */
  AjFieldKind kind;
  const char *label;       /* shown, translated with gettext */
  const AjChoice *choices; /* AJ_FIELD_CHOICE: ends with a NULL code */
  const char *target;      /* AJ_FIELD_REFERENCE: the name of the record type */
  const char *initial;     /* what a new record starts with, in machine form */
  /* A personal field: the reference field beside it whose record it is about, and with which it is forgotten; NULL: the
   * record it stands in. */
  const char *about;
  gint64 min; /* numbers: least and most, both count when they differ */
  gint64 max; /* text: most characters; 0 is 255, or 20,000 when multiline */
  guint required : 1;
  guint searchable : 1;
  guint personal : 1; /* personal data in the sense of the AVG */
  guint multiline : 1;
  guint unique : 1;   /* no two records have the same */
  guint internal : 1; /* kept by the program, not typed by a person */
  /* An integer that only rises: undo leaves it, so that what went out stays older. */
  guint monotonic : 1;
  /* A reference that is emptied when its record is removed; others bar the removal. */
  guint loose : 1;
  AjTextForm form; /* AJ_FIELD_TEXT: what the text must look like */
} AjField;

/* A value in its stored form. Text is a GRefString, shared between copies and threads. */
typedef enum
{
  AJ_VALUE_NONE,
  AJ_VALUE_INTEGER,
  AJ_VALUE_REAL,
  AJ_VALUE_TEXT,
} AjValueKind;

typedef struct
{
  AjValueKind kind;
  union
  {
    gint64 integer;
    double real;
    char *text; /* (owned): GRefString */
  } as;
} AjValue;

#define AJ_VALUE_INIT                                                                              \
  {                                                                                                \
    AJ_VALUE_NONE,                                                                                 \
    {                                                                                              \
      0                                                                                            \
    }                                                                                              \
  }

void aj_value_clear (AjValue *self);
/* @copy holds a value already (AJ_VALUE_INIT will do), which it lets go of. */
void aj_value_copy (const AjValue *self, AjValue *copy);
gboolean aj_value_equal (const AjValue *a, const AjValue *b);
/* As it is, not cleaned; NULL is no value. */
void aj_value_set_text (AjValue *self, const char *text);
void aj_value_set_integer (AjValue *self, gint64 integer);
void aj_value_set_real (AjValue *self, double real);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AjValue, aj_value_clear)

const char *aj_field_get_label (const AjField *field);
/* The label of a choice by its code; the code itself when it is none of the choices. */
const char *aj_field_get_choice_label (const AjField *field, const char *code);
/* The most characters a text field holds. */
gsize aj_field_get_max_length (const AjField *field);

/* Reads the machine form ("2026-03-12", "true", a choice's code) or, more leniently, what a person types: a choice's
 * label, "12-3-2026", "12-3-2026 10.00", "27.600", "ja". A date needs its year: what "12-3" means depends on the day it is
 * read (see aj_date_parse_human()). Text is cleaned. Empty text is no value; so is @value after a failure, which is
 * AJ_MODEL_ERROR_FORMAT or AJ_MODEL_ERROR_CHOICE. Limits are left to aj_field_check(). */
gboolean aj_field_parse (const AjField *field, const char *text, AjValue *value, GError **error);
/* The machine form, for the command line and for exchange; aj_field_parse() gives the same value back. "" for no value. */
char *aj_field_format (const AjField *field, const AjValue *value);
/* The form for people, in their language: the choice's label, "do 12 mrt 2026"; the machine form of numbers and times of
 * day; "" for no value. */
char *aj_field_display (const AjField *field, const AjValue *value);
/* Required, limits, dates, choices, the form of text: everything the table can say about one value. */
gboolean aj_field_check (const AjField *field, const AjValue *value, GError **error);

G_END_DECLS
