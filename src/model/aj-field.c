/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-text.h"

#define MAX_LINE  255
#define MAX_BLOCK 20000

G_DEFINE_QUARK (aj - model - error - quark, aj_model_error)

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
  self->as.real = real;
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

static gboolean
fail_format (const AjField *field, const char *text, const char *expected, GError **error)
{
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
               /* Translators: a field's label, what was typed, an example of what is expected. */
               _ ("%s: “%s” is not understood. Write it like %s."), aj_field_get_label (field),
               text, expected);
  return FALSE;
}

static gboolean
parse_integer (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autofree char *digits = g_strdup (text);
  g_auto (GStrv) parts = NULL;
  char *end = NULL;
  gint64 number;

  /* Dutch and English both group thousands; neither sign means anything else in a whole number. */
  parts = g_strsplit_set (digits, "., ", -1);
  g_free (digits);
  digits = g_strjoinv ("", parts);
  errno = 0;
  number = g_ascii_strtoll (digits, &end, 10);
  if (*digits == '\0' || *end != '\0' || errno != 0)
    return fail_format (field, text, "27600", error);
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
  if (end == point || *end != '\0' || errno != 0 || !isfinite (number))
    return fail_format (field, text, "52.19", error);
  aj_value_set_real (value, number);
  return TRUE;
}

static gboolean
parse_boolean (const AjField *field, const char *text, AjValue *value, GError **error)
{
  static const char *const yes[] = { "1", "true", "yes", "ja", "x", NULL };
  static const char *const no[] = { "0", "false", "no", "nee", NULL };
  g_autofree char *folded = aj_text_fold (text);

  if (g_strv_contains (yes, folded) || g_utf8_collate (folded, _ ("yes")) == 0)
    aj_value_set_integer (value, 1);
  else if (g_strv_contains (no, folded) || g_utf8_collate (folded, _ ("no")) == 0)
    aj_value_set_integer (value, 0);
  else
    return fail_format (field, text, _ ("yes"), error);
  return TRUE;
}

static gboolean
parse_date (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  AjDate today = aj_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now));
  g_autofree char *iso = NULL;
  AjDate date;

  if (!aj_date_parse_iso (text, &date) && !aj_date_parse_human (text, today, &date))
    return fail_format (field, text, "2026-03-12", error);
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

static gboolean
parse_wall_time (const AjField *field, const char *text, AjValue *value, GError **error)
{
  AjWallTime time;
  g_autofree char *canonical = NULL;

  if (!aj_wall_time_parse (text, &time))
    return fail_format (field, text, "2026-03-12T10:00", error);
  canonical = aj_wall_time_to_string (&time);
  aj_value_set_text (value, canonical);
  return TRUE;
}

static gboolean
parse_choice (const AjField *field, const char *text, AjValue *value, GError **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autofree char *folded = aj_text_fold (text);

  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_autofree char *label = aj_text_fold (_ (choice->label));

      if (strcmp (choice->code, folded) == 0 || strcmp (label, folded) == 0)
        {
          aj_value_set_text (value, choice->code);
          return TRUE;
        }
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", choice->code);
    }
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_CHOICE, _ ("%s: “%s” is not one of: %s."),
               aj_field_get_label (field), text, codes->str);
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

char *
aj_field_format (const AjField *field, const AjValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->kind)
    {
    case AJ_VALUE_INTEGER:
      if (field->kind == AJ_FIELD_BOOLEAN)
        return g_strdup (value->as.integer != 0 ? "true" : "false");
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->as.integer);
    case AJ_VALUE_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value->as.real));
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
  return g_strdup_printf (_ ("%s, %s"), date, clock);
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
check_number (const AjField *field, double number, GError **error)
{
  if (field->min == field->max || (number >= (double) field->min && number <= (double) field->max))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RANGE,
               _ ("%s: must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT "."),
               aj_field_get_label (field), field->min, field->max);
  return FALSE;
}

static gboolean
check_text (const AjField *field, const char *text, GError **error)
{
  gsize length;

  if (!g_utf8_validate (text, -1, NULL))
    return fail_kind (field, error);
  length = (gsize) g_utf8_strlen (text, -1);
  if (length <= aj_field_get_max_length (field))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_TOO_LONG,
               _ ("%s: at most %" G_GSIZE_FORMAT " characters, this is %" G_GSIZE_FORMAT "."),
               aj_field_get_label (field), aj_field_get_max_length (field), length);
  return FALSE;
}

static gboolean
check_typed_text (const AjField *field, const char *text, GError **error)
{
  AjDate date;
  AjWallTime time;
  int minute;
  g_autofree char *canonical = NULL;

  switch (field->kind)
    {
    case AJ_FIELD_DATE:
      return aj_date_parse_iso (text, &date) || fail_format (field, text, "2026-03-12", error);
    case AJ_FIELD_WALL_TIME:
      return aj_wall_time_parse (text, &time) ||
             fail_format (field, text, "2026-03-12T10:00", error);
    case AJ_FIELD_TIME:
      if (aj_time_of_day_parse (text, &minute))
        canonical = aj_time_of_day_to_string (minute);
      return g_strcmp0 (canonical, text) == 0 || fail_format (field, text, "10:00", error);
    case AJ_FIELD_CHOICE:
      for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
        if (strcmp (choice->code, text) == 0)
          return TRUE;
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_CHOICE,
                   _ ("%s: “%s” is not one of the choices."), aj_field_get_label (field), text);
      return FALSE;
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
      if (field->kind == AJ_FIELD_BOOLEAN)
        return (value->as.integer == 0 || value->as.integer == 1) || fail_kind (field, error);
      if (field->kind != AJ_FIELD_INTEGER)
        return fail_kind (field, error);
      return check_number (field, (double) value->as.integer, error);
    case AJ_VALUE_REAL:
      if (field->kind != AJ_FIELD_REAL || !isfinite (value->as.real))
        return fail_kind (field, error);
      return check_number (field, value->as.real, error);
    case AJ_VALUE_TEXT:
      return check_typed_text (field, value->as.text, error);
    case AJ_VALUE_NONE:
    default:
      if (!field->required)
        return TRUE;
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED, _ ("%s must be filled in."),
                   aj_field_get_label (field));
      return FALSE;
    }
}
