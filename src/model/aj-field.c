/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-text.h"
#include "aj-week.h"

#define MAX_LINE  255
#define MAX_BLOCK 20000
/* What an error message quotes of what was typed. */
#define MAX_QUOTED 80

#define ANY_DAY 0

#define DIGITS "0123456789"

/* Not G_DEFINE_QUARK: clang-format would set spaces in the name. */
GQuark
aj_model_error_quark (void)
{
  return g_quark_from_static_string ("aj-model-error-quark");
}

void
aj_value_clear (AjValue *self)
{
  if (self->kind == AJ_VALUE_TEXT)
    g_ref_string_release (self->as.text);
  self->kind = AJ_VALUE_NONE;
  self->as.integer = 0;
}

void
aj_value_copy (const AjValue *self, AjValue *copy)
{
  AjValue old = *copy;

  *copy = *self;
  if (self->kind == AJ_VALUE_TEXT)
    g_ref_string_acquire (self->as.text);
  aj_value_clear (&old);
}

gboolean
aj_value_equal (const AjValue *a, const AjValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case AJ_VALUE_INTEGER:
      return a->as.integer == b->as.integer;
    case AJ_VALUE_REAL:
      return memcmp (&a->as.real, &b->as.real, sizeof a->as.real) == 0;
    case AJ_VALUE_TEXT:
      return a->as.text == b->as.text || strcmp (a->as.text, b->as.text) == 0;
    case AJ_VALUE_NONE:
    default:
      return TRUE;
    }
}

void
aj_value_set_text (AjValue *self, const char *text)
{
  char *copy = text == NULL ? NULL : g_ref_string_new (text);

  aj_value_clear (self);
  if (copy == NULL)
    return;
  self->kind = AJ_VALUE_TEXT;
  self->as.text = copy;
}

void
aj_value_set_integer (AjValue *self, gint64 integer)
{
  aj_value_clear (self);
  self->kind = AJ_VALUE_INTEGER;
  self->as.integer = integer;
}

void
aj_value_set_real (AjValue *self, double real)
{
  aj_value_clear (self);
  self->kind = AJ_VALUE_REAL;
  /* A database gives minus zero back as zero: kept apart, they would look like a change. */
  self->as.real = real == 0.0 ? 0.0 : real;
}

const char *
aj_field_get_label (const AjField *field)
{
  return _ (field->label);
}

const char *
aj_field_get_choice_label (const AjField *field, const char *code)
{
  for (const AjChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return _ (choice->label);
  return code;
}

gsize
aj_field_get_max_length (const AjField *field)
{
  if (field->max > 0)
    return (gsize) field->max;
  return field->multiline ? MAX_BLOCK : MAX_LINE;
}

/* Text that may hold anything and have any length, fit for a message. */
static char *
quote (const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);

  return aj_text_truncate_utf16 (clean, MAX_QUOTED);
}

static gboolean
fail_format (const AjField *field, const char *text, const char *expected, GError **error)
{
  g_autofree char *quoted = quote (text);

  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
               /* Translators: a field's label, what was typed, an example of what is expected. */
               _ ("%s: “%s” is not understood. Write it like %s."), aj_field_get_label (field),
               quoted, expected);
  return FALSE;
}

/* Digits, or groups of three with one and the same sign between them: Dutch and English both group thousands, and a sign
 * anywhere else would make "1,5" another number than was meant. */
static gboolean
append_digits (const char *text, GString *digits)
{
  gsize length = strspn (text, DIGITS);
  char mark = text[length];

  if (length == 0 ||
      (mark != '\0' && (length > 3 || *text == '0' || strchr ("., '", mark) == NULL)))
    return FALSE;
  g_string_append_len (digits, text, (gssize) length);
  for (text += length; *text != '\0'; text += 4)
    {
      if (*text != mark || strspn (text + 1, DIGITS) != 3)
        return FALSE;
      g_string_append_len (digits, text + 1, 3);
    }
  return TRUE;
}

/* An example of a number that the field takes. */
static gboolean
fail_integer (const AjField *field, const char *text, GError **error)
{
  gboolean is_small = field->min != field->max && (field->min > 12 || field->max < 12);
  g_autofree char *example = g_strdup_printf ("%" G_GINT64_FORMAT, is_small ? field->min : 12);

  return fail_format (field, text, field->initial != NULL ? field->initial : example, error);
}

/* As people write it; what is read is no less than what is shown. */
static gboolean
fail_date (const AjField *field, const char *text, GError **error)
{
  g_autofree char *example = aj_date_format_plain (aj_date_new (2026, 3, 12));

  return fail_format (field, text, example, error);
}

static gboolean
fail_wall_time (const AjField *field, const char *text, GError **error)
{
  g_autofree char *day = aj_date_format_plain (aj_date_new (2026, 3, 12));
  /* Translators: a date and a time of day, as in "Thu 12 Mar 2026, 10:00". */
  g_autofree char *example = g_strdup_printf (C_ ("date and time", "%s, %s"), day, "10:00");

  return fail_format (field, text, example, error);
}

static gboolean
parse_integer (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *unsigned_text = text;
  gint64 number;

  if (*text == '-' || *text == '+')
    g_string_append_c (digits, *unsigned_text++);
  if (!append_digits (unsigned_text, digits) ||
      !g_ascii_string_to_signed (digits->str, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return fail_integer (field, text, error);
  aj_value_set_integer (value, number);
  return TRUE;
}

static gboolean
parse_real (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;
  double number;

  errno = 0;
  number = g_ascii_strtod (point, &end);
  /* What strtod() takes besides: hexadecimal numbers, infinity and no number at all. */
  if (end == point || *end != '\0' || errno != 0 || !isfinite (number) ||
      point[strspn (point, DIGITS "+-.eE")] != '\0')
    return fail_format (field, text, "52.19", error);
  aj_value_set_real (value, number);
  return TRUE;
}

static gboolean
parse_boolean (const AjField *field, const char *text, AjValue *value, GError **error)
{
  /* The last two are what a Dutch spreadsheet writes. */
  static const char *const yes[] = { "1", "true", "yes", "ja", "x", "waar", NULL };
  static const char *const no[] = { "0", "false", "no", "nee", "onwaar", NULL };
  g_autofree char *folded = aj_text_fold (text);
  g_autofree char *own_yes = aj_text_fold (_ ("yes"));
  g_autofree char *own_no = aj_text_fold (_ ("no"));

  if (g_strv_contains (yes, folded) || g_str_equal (folded, own_yes))
    aj_value_set_integer (value, 1);
  else if (g_strv_contains (no, folded) || g_str_equal (folded, own_no))
    aj_value_set_integer (value, 0);
  else
    return fail_format (field, text, _ ("yes"), error);
  return TRUE;
}

/* A date without its year depends on the day it is read, which is not known here. */
static gboolean
read_date (const char *text, AjDate *date)
{
  return aj_date_parse_iso (text, date) || aj_date_parse_human (text, AJ_DATE_NONE, date);
}

static gboolean
parse_date (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autofree char *iso = NULL;
  AjDate date;

  if (!read_date (text, &date))
    return fail_date (field, text, error);
  iso = aj_date_to_iso (date);
  aj_value_set_text (value, iso);
  return TRUE;
}

static gboolean
parse_time (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autofree char *canonical = NULL;
  int minute;

  if (!aj_time_of_day_parse (text, &minute))
    return fail_format (field, text, "10:00", error);
  canonical = aj_time_of_day_to_string (minute);
  aj_value_set_text (value, canonical);
  return TRUE;
}

/* The machine form, or a date and a time with a space between them: "12-3-2026 10.00", "Thu 12 Mar 2026, 10:00". */
static gboolean
read_wall_time (const char *text, AjWallTime *time)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *day = NULL;

  if (space == NULL)
    return aj_wall_time_parse (text, time);
  day = g_strndup (text, (gsize) (space - text));
  if (g_str_has_suffix (day, ","))
    day[strlen (day) - 1] = '\0';
  return read_date (day, &time->date) && aj_time_of_day_parse (space + 1, &time->minute);
}

static gboolean
parse_wall_time (const AjField *field, const char *text, AjValue *value, GError **error)
{
  AjWallTime time;
  g_autofree char *canonical = NULL;

  if (!read_wall_time (text, &time))
    return fail_wall_time (field, text, error);
  canonical = aj_wall_time_to_string (&time);
  aj_value_set_text (value, canonical);
  return TRUE;
}

static gboolean
parse_choice (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *folded = aj_text_fold (text);
  g_autofree char *quoted = NULL;

  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_autofree char *label = aj_text_fold (_ (choice->label));

      if (strcmp (choice->code, folded) == 0 || strcmp (label, folded) == 0)
        {
          aj_value_set_text (value, choice->code);
          return TRUE;
        }
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (choice->label));
    }
  quoted = quote (text);
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_CHOICE,
               /* Translators: a field's label, what was typed, the words that can be chosen. */
               _ ("%s: “%s” is not one of: %s."), aj_field_get_label (field), quoted, words->str);
  return FALSE;
}

gboolean
aj_field_parse (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  clean = field->multiline ? aj_text_clean_block (text != NULL ? text : "")
                           : aj_text_clean_line (text != NULL ? text : "");
  aj_value_clear (value);
  if (*clean == '\0')
    return TRUE;
  switch (field->kind)
    {
    case AJ_FIELD_INTEGER:
      return parse_integer (field, clean, value, error);
    case AJ_FIELD_REAL:
      return parse_real (field, clean, value, error);
    case AJ_FIELD_BOOLEAN:
      return parse_boolean (field, clean, value, error);
    case AJ_FIELD_DATE:
      return parse_date (field, clean, value, error);
    case AJ_FIELD_TIME:
      return parse_time (field, clean, value, error);
    case AJ_FIELD_WALL_TIME:
      return parse_wall_time (field, clean, value, error);
    case AJ_FIELD_CHOICE:
      return parse_choice (field, clean, value, error);
    case AJ_FIELD_TEXT:
    case AJ_FIELD_REFERENCE:
    default:
      aj_value_set_text (value, clean);
      return TRUE;
    }
}

/* The shortest text that reads back as the same number: 52.19, not 52.189999999999998. */
static char *
format_real (double real)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], real);
      if (g_ascii_strtod (buffer, NULL) == real)
        break;
    }
  return g_strdup (buffer);
}

char *
aj_field_format (const AjField *field, const AjValue *value)
{
  switch (value->kind)
    {
    case AJ_VALUE_INTEGER:
      if (field->kind == AJ_FIELD_BOOLEAN)
        return g_strdup (value->as.integer != 0 ? "true" : "false");
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->as.integer);
    case AJ_VALUE_REAL:
      return format_real (value->as.real);
    case AJ_VALUE_TEXT:
      return g_strdup (value->as.text);
    case AJ_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}

static char *
display_wall_time (const char *text)
{
  AjWallTime time;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (!aj_wall_time_parse (text, &time))
    return g_strdup (text);
  date = aj_date_format_short (time.date);
  clock = aj_time_of_day_to_string (time.minute);
  /* Translators: a date and a time of day, as in "Thu 12 Mar 2026, 10:00". */
  return g_strdup_printf (C_ ("date and time", "%s, %s"), date, clock);
}

char *
aj_field_display (const AjField *field, const AjValue *value)
{
  AjDate date;

  if (value->kind == AJ_VALUE_INTEGER && field->kind == AJ_FIELD_BOOLEAN)
    return g_strdup (value->as.integer != 0 ? _ ("yes") : _ ("no"));
  if (value->kind == AJ_VALUE_TEXT && field->kind == AJ_FIELD_CHOICE)
    return g_strdup (aj_field_get_choice_label (field, value->as.text));
  if (value->kind == AJ_VALUE_TEXT && field->kind == AJ_FIELD_DATE &&
      aj_date_parse_iso (value->as.text, &date))
    return aj_date_format_short (date);
  if (value->kind == AJ_VALUE_TEXT && field->kind == AJ_FIELD_WALL_TIME)
    return display_wall_time (value->as.text);
  return aj_field_format (field, value);
}

static gboolean
fail_kind (const AjField *field, GError **error)
{
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
               _ ("%s: this is not a value for this field."), aj_field_get_label (field));
  return FALSE;
}

static gboolean
fail_required (const AjField *field, GError **error)
{
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED, _ ("%s must be filled in."),
               aj_field_get_label (field));
  return FALSE;
}

static gboolean
fail_range (const AjField *field, GError **error)
{
  /* Not gint64: what a macro puts into the format is lost on translations. */
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RANGE,
               /* Translators: a field's label, the least and the most of a number. */
               _ ("%s: must be from %lld to %lld."), aj_field_get_label (field),
               (long long) field->min, (long long) field->max);
  return FALSE;
}

static gboolean
check_integer (const AjField *field, gint64 number, GError **error)
{
  if (field->kind == AJ_FIELD_BOOLEAN)
    return number == 0 || number == 1 || fail_kind (field, error);
  if (field->kind != AJ_FIELD_INTEGER)
    return fail_kind (field, error);
  return field->min == field->max || (number >= field->min && number <= field->max) ||
         fail_range (field, error);
}

static gboolean
check_real (const AjField *field, double number, GError **error)
{
  if (field->kind != AJ_FIELD_REAL || !isfinite (number))
    return fail_kind (field, error);
  return field->min == field->max ||
         (number >= (double) field->min && number <= (double) field->max) ||
         fail_range (field, error);
}

static gboolean
check_form (const AjField *field, const char *text, GError **error)
{
  g_autofree char *quoted = NULL;
  AjDateRange days;

  switch (field->form)
    {
    case AJ_FORM_MAIL:
      if (aj_text_is_mail_address (text))
        return TRUE;
      quoted = quote (text);
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
                   _ ("“%s” is not a mail address. Write it like name@municipality.nl."), quoted);
      return FALSE;
    case AJ_FORM_ZONE:
      if (aj_zone_is_known (text))
        return TRUE;
      quoted = quote (text);
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
                   _ ("“%s” is not a known time zone. Write it like Europe/Amsterdam."), quoted);
      return FALSE;
    case AJ_FORM_WEEK:
      /* Any day will do: whether it is a week does not depend on it. */
      if (aj_weeks_parse (text, ANY_DAY, &days))
        return TRUE;
      quoted = quote (text);
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
                   _ ("“%s” is not a week. Write it like 41, 41-43 or 2027-W41."), quoted);
      return FALSE;
    case AJ_FORM_FREE:
    default:
      return TRUE;
    }
}

static gboolean
check_text (const AjField *field, const char *text, GError **error)
{
  gsize length;

  if (!g_utf8_validate (text, -1, NULL))
    return fail_kind (field, error);
  length = (gsize) g_utf8_strlen (text, -1);
  if (length <= aj_field_get_max_length (field))
    return check_form (field, text, error);
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_TOO_LONG,
               /* Translators: a field's label, the most characters it holds, how many these are. */
               _ ("%s: at most %lu characters, this is %lu."), aj_field_get_label (field),
               (gulong) aj_field_get_max_length (field), (gulong) length);
  return FALSE;
}

static gboolean
check_choice (const AjField *field, const char *text, GError **error)
{
  g_autofree char *quoted = NULL;

  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    if (strcmp (choice->code, text) == 0)
      return TRUE;
  quoted = quote (text);
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_CHOICE,
               _ ("%s: “%s” is not one of the choices."), aj_field_get_label (field), quoted);
  return FALSE;
}

static gboolean
check_time (const AjField *field, const char *text, GError **error)
{
  g_autofree char *canonical = NULL;
  int minute;

  if (aj_time_of_day_parse (text, &minute))
    canonical = aj_time_of_day_to_string (minute);
  return g_strcmp0 (canonical, text) == 0 || fail_format (field, text, "10:00", error);
}

static gboolean
check_typed_text (const AjField *field, const char *text, GError **error)
{
  AjDate date;
  AjWallTime time;

  /* Whoever filled the value by hand may have left a text that says nothing. */
  if (field->required && aj_text_or_null (text) == NULL)
    return fail_required (field, error);
  switch (field->kind)
    {
    case AJ_FIELD_DATE:
      return aj_date_parse_iso (text, &date) || fail_date (field, text, error);
    case AJ_FIELD_WALL_TIME:
      return aj_wall_time_parse (text, &time) || fail_wall_time (field, text, error);
    case AJ_FIELD_TIME:
      return check_time (field, text, error);
    case AJ_FIELD_CHOICE:
      return check_choice (field, text, error);
    case AJ_FIELD_TEXT:
    case AJ_FIELD_REFERENCE:
      return check_text (field, text, error);
    case AJ_FIELD_INTEGER:
    case AJ_FIELD_REAL:
    case AJ_FIELD_BOOLEAN:
    default:
      return fail_kind (field, error);
    }
}

gboolean
aj_field_check (const AjField *field, const AjValue *value, GError **error)
{
  switch (value->kind)
    {
    case AJ_VALUE_INTEGER:
      return check_integer (field, value->as.integer, error);
    case AJ_VALUE_REAL:
      return check_real (field, value->as.real, error);
    case AJ_VALUE_TEXT:
      return check_typed_text (field, value->as.text, error);
    case AJ_VALUE_NONE:
    default:
      return !field->required || fail_required (field, error);
    }
}
