/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form.h"

#include <glib/gi18n-lib.h>

#include "aj-text.h"

/* Some begin early or go on for weeks, but another year is a slip. */
#define MAX_DAYS_AWAY 183

static void
row_free (AjFormRow *self)
{
  g_free (self->activity);
  g_free (self->previous);
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

AjForm *
aj_form_new (void)
{
  AjForm *self = g_new0 (AjForm, 1);

  self->starts_on = self->ends_on = self->deadline = self->written_on = AJ_DATE_NONE;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

void
aj_form_free (AjForm *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->edition_id);
  g_free (self->edition_name);
  g_free (self->municipality_id);
  g_free (self->municipality_code);
  g_free (self->municipality_name);
  g_free (self->organisation_id);
  g_free (self->organisation_name);
  g_free (self->reply_name);
  g_free (self->reply_mail);
  g_free (self->reason);
  g_free (self->contact_name);
  g_free (self->contact_mail);
  g_free (self->contact_phone);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

gboolean
aj_form_has_column (const AjForm *self, AjFormColumn column)
{
  return self->purpose == AJ_FORM_LOOK_BACK ||
         (column != AJ_FORM_COLUMN_ACTUAL_REACH && column != AJ_FORM_COLUMN_WORKED);
}

AjFormRow *
aj_form_add_row (AjForm *self)
{
  AjFormRow *row = g_new0 (AjFormRow, 1);

  g_ptr_array_add (self->rows, row);
  return row;
}

AjFormRow *
aj_form_copy_row (AjForm *self, const AjFormRow *row)
{
  AjFormRow *copy = g_new0 (AjFormRow, 1);
  guint index = 0;

  g_return_val_if_fail (g_ptr_array_find (self->rows, row, &index), NULL);

  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    copy->texts[i] = g_strdup (row->texts[i]);
  g_clear_pointer (&copy->texts[AJ_FORM_COLUMN_TAKES_PLACE], g_free);
  g_ptr_array_insert (self->rows, (int) index + 1, copy);
  return copy;
}

void
aj_form_remove_row (AjForm *self, AjFormRow *row)
{
  g_ptr_array_remove (self->rows, row);
}

/* (transfer full) (nullable): NULL when it is not understood. */
static char *
to_machine_form (const AjForm *self, const AjField *field, const char *text)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;
  AjDate date;

  if (aj_field_parse (field, text, &value, NULL))
    return aj_field_format (field, &value);
  if (field->kind == AJ_FIELD_DATE && aj_date_parse_human (text, self->starts_on, &date))
    return aj_date_to_iso (date);
  return NULL;
}

void
aj_form_set_text (const AjForm *self, AjFormRow *row, AjFormColumn column, const char *text)
{
  const AjField *field = aj_form_column_get_field (column);
  g_autofree char *clean = text == NULL       ? NULL
                           : field->multiline ? aj_text_clean_block (text)
                                              : aj_text_clean_line (text);
  char *machine;

  if (clean != NULL && g_utf8_strlen (clean, -1) > AJ_FORM_MAX_TEXT)
    *g_utf8_offset_to_pointer (clean, AJ_FORM_MAX_TEXT) = '\0';
  machine = aj_text_or_null (clean) != NULL ? to_machine_form (self, field, clean) : NULL;
  g_free (row->texts[column]);
  if (machine == NULL && aj_text_or_null (clean) != NULL)
    machine = g_steal_pointer (&clean);
  row->texts[column] = machine;
}

char *
aj_form_row_display (const AjFormRow *self, AjFormColumn column)
{
  const AjField *field = aj_form_column_get_field (column);
  const char *text = self->texts[column];
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (text == NULL)
    return g_strdup ("");
  return aj_field_parse (field, text, &value, NULL) ? aj_field_display (field, &value)
                                                    : g_strdup (text);
}

gboolean
aj_form_row_is_blank (const AjFormRow *self)
{
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    if (self->texts[i] != NULL)
      return FALSE;
  return self->activity == NULL && self->previous == NULL;
}

gboolean
aj_form_row_is_open (const AjFormRow *self)
{
  return self->previous != NULL && self->activity == NULL &&
         self->texts[AJ_FORM_COLUMN_TAKES_PLACE] == NULL;
}

gboolean
aj_form_row_takes_place (const AjFormRow *self)
{
  const char *text = self->texts[AJ_FORM_COLUMN_TAKES_PLACE];

  if (text == NULL)
    return !aj_form_row_is_blank (self) && !aj_form_row_is_open (self);
  return !g_str_equal (text, "false");
}

guint
aj_form_count (const AjForm *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += aj_form_row_takes_place (self->rows->pdata[i]);
  return n;
}

AjFormAnswer
aj_form_get_answer (const AjForm *self)
{
  if (self->answer == AJ_FORM_ANSWER_NONE && aj_form_count (self) > 0)
    return AJ_FORM_ANSWER_TAKES_PART;
  return self->answer;
}

/* A date far from the edition. */
static gboolean
check_date (const AjForm *self, const char *text, GError **error)
{
  g_autofree char *days = NULL;
  AjDate date;

  if (text == NULL || self->starts_on == AJ_DATE_NONE || !aj_date_parse_iso (text, &date) ||
      (date >= self->starts_on - MAX_DAYS_AWAY && date <= self->ends_on + MAX_DAYS_AWAY))
    return TRUE;
  days = aj_form_format_days (self);
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RANGE,
               /* Translators: the name of an edition of the action day, and its days. */
               _ ("This date is far from %1$s: %2$s."), self->edition_name, days);
  return FALSE;
}

/* Times of day are kept so that the order of the texts is that of the times. */
static gboolean
check_until (const AjFormRow *row, GError **error)
{
  const char *from = row->texts[AJ_FORM_COLUMN_FROM];
  const char *until = row->texts[AJ_FORM_COLUMN_UNTIL];

  if (until == NULL || (from != NULL && g_strcmp0 (from, until) < 0))
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       from == NULL ? _ ("Say from when the activity is, or leave out until when.")
                                    : _ ("An activity must end after it starts."));
  return FALSE;
}

gboolean
aj_form_check_text (const AjForm *self, const AjFormRow *row, AjFormColumn column, GError **error)
{
  const AjField *field = aj_form_column_get_field (column);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (!aj_field_parse (field, row->texts[column], &value, error) ||
      !aj_field_check (field, &value, error))
    return FALSE;
  if (column == AJ_FORM_COLUMN_DATE)
    return check_date (self, row->texts[column], error);
  return column != AJ_FORM_COLUMN_UNTIL || check_until (row, error);
}

/* Whether somebody said of last time's activity if it is there again. */
static gboolean
check_open (const AjFormRow *row, GError **error)
{
  if (!aj_form_row_is_open (row))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_REQUIRED,
               /* Translators: %s is the title of an activity. */
               _ ("Does “%s” take place again? Choose yes or no."),
               row->texts[AJ_FORM_COLUMN_NAME] != NULL ? row->texts[AJ_FORM_COLUMN_NAME] : "");
  return FALSE;
}

static gboolean
fail_column (AjFormColumn *column, AjFormColumn failed)
{
  if (column != NULL)
    *column = failed;
  return FALSE;
}

static void
fault_free (gpointer data)
{
  AjFormFault *fault = data;

  g_free (fault->sentence);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults, AjFormColumn column, const GError *error)
{
  AjFormFault *fault = g_new0 (AjFormFault, 1);

  fault->column = column;
  fault->sentence = g_strdup (error->message);
  g_ptr_array_add (faults, fault);
}

GPtrArray *
aj_form_list_faults (const AjForm *self, const AjFormRow *row)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (fault_free);
  g_autoptr (GError) open = NULL;

  if (!check_open (row, &open))
    add_fault (faults, AJ_FORM_COLUMN_TAKES_PLACE, open);
  else if (!aj_form_row_takes_place (row))
    return faults;
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!aj_form_check_text (self, row, i, &error))
        add_fault (faults, i, error);
    }
  return faults;
}

gboolean
aj_form_check_row (const AjForm *self, const AjFormRow *row, AjFormColumn *column, GError **error)
{
  if (!check_open (row, error))
    return fail_column (column, AJ_FORM_COLUMN_TAKES_PLACE);
  if (!aj_form_row_takes_place (row))
    return TRUE;
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    if (!aj_form_check_text (self, row, i, error))
      return fail_column (column, i);
  return TRUE;
}

gboolean
aj_form_check_mail (const AjForm *self, GError **error)
{
  if (self->contact_mail == NULL || aj_text_is_mail_address (self->contact_mail))
    return TRUE;
  g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_FORMAT,
               _ ("“%s” is not a mail address. Write it like name@municipality.nl."),
               self->contact_mail);
  return FALSE;
}

/* What is said of the whole. */
static gboolean
check_answer (const AjForm *self, GError **error)
{
  guint n = aj_form_count (self);

  if (!aj_form_check_mail (self, error))
    return FALSE;
  if (self->purpose == AJ_FORM_LOOK_BACK || aj_form_get_answer (self) == AJ_FORM_ANSWER_TAKES_PART)
    return TRUE;
  if (self->answer == AJ_FORM_ANSWER_DECLINES && n == 0)
    return TRUE;
  g_set_error_literal (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                       n == 0 ? _ ("Add an activity, or say that you do not take part.")
                              : _ ("You do not take part, and yet there are activities. Say that "
                                   "you take part, or that these do not take place."));
  return FALSE;
}

gboolean
aj_form_check (const AjForm *self, guint *row, AjFormColumn *column, GError **error)
{
  gboolean declines = self->answer == AJ_FORM_ANSWER_DECLINES;

  for (guint i = 0; i < self->rows->len; i++)
    if ((!declines || !aj_form_row_is_open (self->rows->pdata[i])) &&
        !aj_form_check_row (self, self->rows->pdata[i], column, error))
      {
        if (row != NULL)
          *row = i;
        return FALSE;
      }
  if (row != NULL)
    *row = G_MAXUINT;
  return check_answer (self, error);
}

char *
aj_form_format_days (const AjForm *self)
{
  g_autofree char *from = aj_date_format_plain (self->starts_on);
  g_autofree char *until = aj_date_format_plain (self->ends_on);

  if (self->ends_on == AJ_DATE_NONE || self->ends_on == self->starts_on)
    return g_steal_pointer (&from);
  /* Translators: the first and the last day. */
  return g_strdup_printf (_ ("from %1$s to %2$s"), from, until);
}
