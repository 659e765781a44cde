/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-sheet.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <xlsxwriter.h>

#include "aj-output-file.h"
#include "aj-text.h"

/* Lines for new activities that are prepared beneath those that are there. */
#define N_BLANK 300
/* Where the headings are; above them it says whose form it is. */
#define HEADING_ROW 1
/* The name by which the lists of choices are found. */
#define HIDDEN_NAME "aanjager"
#define LIST_COLUMN 4
/* What Excel takes of a message, in characters. */
#define MAX_MESSAGE 255
/* The first year that a spreadsheet knows. */
#define MIN_YEAR 1900
#define MAX_DAYS 183
#define WIDE     90 /* about as many characters as a line of the first sheet has */

typedef enum
{
  STYLE_TITLE,
  STYLE_PLAIN, /* locked text that wraps */
  STYLE_FAINT,
  STYLE_HEADING,
  STYLE_LABEL,
  STYLE_ANSWER, /* this one and those that follow are filled in */
  STYLE_TEXT,
  STYLE_BLOCK,
  STYLE_DATE,
  STYLE_TIME,
  STYLE_NUMBER,
  N_STYLES,
} Style;

typedef struct
{
  const AjForm *form;
  lxw_workbook *book;
  lxw_format *styles[N_STYLES];
  lxw_worksheet *start;
  lxw_worksheet *table;
  lxw_worksheet *hidden;
  lxw_col_t n_lists; /* on the hidden sheet */
} Sheet;

static lxw_format *
make_style (Sheet *self, Style style)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (style >= STYLE_ANSWER)
    format_set_unlocked (format);
  /* Else a telephone number loses its first zero. */
  if (style == STYLE_ANSWER || style == STYLE_TEXT || style == STYLE_BLOCK)
    format_set_num_format (format, "@");
  return format;
}

static void
make_styles (Sheet *self)
{
  for (guint i = 0; i < N_STYLES; i++)
    self->styles[i] = make_style (self, i);
  format_set_bold (self->styles[STYLE_TITLE]);
  format_set_font_size (self->styles[STYLE_TITLE], 16);
  format_set_text_wrap (self->styles[STYLE_PLAIN]);
  format_set_font_color (self->styles[STYLE_FAINT], 0x5E5C64);
  format_set_bold (self->styles[STYLE_HEADING]);
  format_set_text_wrap (self->styles[STYLE_HEADING]);
  format_set_bg_color (self->styles[STYLE_HEADING], 0xDCE6F4);
  format_set_bottom (self->styles[STYLE_HEADING], LXW_BORDER_THIN);
  format_set_bold (self->styles[STYLE_LABEL]);
  format_set_border (self->styles[STYLE_ANSWER], LXW_BORDER_THIN);
  format_set_text_wrap (self->styles[STYLE_ANSWER]);
  format_set_text_wrap (self->styles[STYLE_BLOCK]);
  format_set_num_format (self->styles[STYLE_DATE], "dd-mm-yyyy");
  format_set_num_format (self->styles[STYLE_TIME], "hh:mm");
  format_set_num_format (self->styles[STYLE_NUMBER], "0");
}

static Style
get_style (const AjField *field)
{
  switch (field->kind)
    {
    case AJ_FIELD_DATE:
      return STYLE_DATE;
    case AJ_FIELD_TIME:
      return STYLE_TIME;
    case AJ_FIELD_INTEGER:
      return STYLE_NUMBER;
    case AJ_FIELD_TEXT:
    case AJ_FIELD_REAL:
    case AJ_FIELD_BOOLEAN:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_CHOICE:
    case AJ_FIELD_REFERENCE:
    default:
      return field->multiline ? STYLE_BLOCK : STYLE_TEXT;
    }
}

/* Always as a string: what begins with a sign of a formula stays text. */
static void
put (Sheet *self,
     lxw_worksheet *sheet,
     lxw_row_t row,
     lxw_col_t column,
     const char *text,
     Style style)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string (sheet, row, column, text, self->styles[style]);
  else
    worksheet_write_blank (sheet, row, column, self->styles[style]);
}

static lxw_datetime
to_datetime (AjDate date)
{
  return (lxw_datetime){ .year = aj_date_get_year (date),
                         .month = aj_date_get_month (date),
                         .day = aj_date_get_day (date) };
}

static void
put_value (Sheet *self, lxw_row_t row, lxw_col_t column, const AjField *field, const AjValue *value)
{
  g_autofree char *text = aj_field_display (field, value);
  Style style = get_style (field);
  lxw_datetime moment = { 0 };
  AjDate date;
  int minute;

  if (field->kind == AJ_FIELD_INTEGER && value->kind == AJ_VALUE_INTEGER)
    worksheet_write_number (self->table, row, column, (double) value->as.integer,
                            self->styles[style]);
  else if (field->kind == AJ_FIELD_DATE && value->kind == AJ_VALUE_TEXT &&
           aj_date_parse_iso (value->as.text, &date) && aj_date_get_year (date) >= MIN_YEAR)
    {
      moment = to_datetime (date);
      worksheet_write_datetime (self->table, row, column, &moment, self->styles[style]);
    }
  else if (field->kind == AJ_FIELD_TIME && value->kind == AJ_VALUE_TEXT &&
           aj_time_of_day_parse (value->as.text, &minute))
    {
      moment.hour = minute / 60;
      moment.min = minute % 60;
      worksheet_write_datetime (self->table, row, column, &moment, self->styles[style]);
    }
  else
    put (self, self->table, row, column, text, style);
}

/* What was typed and not understood goes along as text. */
static void
put_cell (Sheet *self, lxw_row_t row, lxw_col_t column, const AjField *field, const char *text)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (text == NULL)
    return;
  if (aj_field_parse (field, text, &value, NULL))
    put_value (self, row, column, field, &value);
  else
    put (self, self->table, row, column, text, get_style (field));
}

/* (transfer full): where on the hidden sheet the choices of a field stand, put there now. */
static char *
put_list (Sheet *self, const char *const *words)
{
  lxw_col_t column = (lxw_col_t) (LIST_COLUMN + self->n_lists++);
  lxw_row_t row = 0;
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];

  for (; words[row] != NULL; row++)
    put (self, self->hidden, row, column, words[row], STYLE_PLAIN);
  lxw_rowcol_to_cell_abs (first, 0, column, TRUE, TRUE);
  lxw_rowcol_to_cell_abs (last, row - 1, column, TRUE, TRUE);
  return g_strdup_printf ("=" HIDDEN_NAME "!%s:%s", first, last);
}

static char *
put_choices (Sheet *self, const AjField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (const AjChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    g_strv_builder_add (builder, aj_field_get_choice_label (field, choice->code));
  words = g_strv_builder_end (builder);
  return put_list (self, (const char *const *) words);
}

/* A message that Excel takes. (transfer full) */
static char *
make_message (const char *help, gboolean required)
{
  g_autofree char *all = required ? g_strconcat (help, " ", _ ("This must be filled in."), NULL)
                                  : g_strdup (help);

  return aj_text_truncate_utf16 (all, MAX_MESSAGE);
}

/* What a date may be; a spreadsheet knows none before its own time. */
static void
set_dates (Sheet *self, lxw_data_validation *validation)
{
  AjDate first = MAX (self->form->starts_on - MAX_DAYS, aj_date_new (MIN_YEAR, 1, 1));
  AjDate last = MAX (self->form->ends_on + MAX_DAYS, first);

  validation->validate = LXW_VALIDATION_TYPE_DATE;
  validation->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  validation->minimum_datetime = to_datetime (first);
  validation->maximum_datetime = to_datetime (last);
  validation->error_message = (char *) _ ("Write a date near the action day: day, month, year.");
}

/* What is in cells of a field, from one row to another of a sheet. */
static void
validate (Sheet *self,
          lxw_worksheet *sheet,
          lxw_row_t first,
          lxw_row_t last,
          lxw_col_t column,
          const AjField *field,
          const char *help)
{
  g_autofree char *message = make_message (help, field->required);
  g_autofree char *list = NULL;
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_ANY,
                                     .input_message = message };

  switch (field->kind)
    {
    case AJ_FIELD_BOOLEAN:
      list = put_list (self, (const char *const[]){ _ ("yes"), _ ("no"), NULL });
      break;
    case AJ_FIELD_CHOICE:
      list = put_choices (self, field);
      break;
    case AJ_FIELD_DATE:
      set_dates (self, &validation);
      break;
    case AJ_FIELD_TIME:
      validation.validate = LXW_VALIDATION_TYPE_TIME;
      validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      validation.maximum_datetime = (lxw_datetime){ .hour = 23, .min = 59 };
      validation.error_message = (char *) _ ("Write a time with a colon, such as 10:00.");
      break;
    case AJ_FIELD_INTEGER:
      validation.validate = LXW_VALIDATION_TYPE_INTEGER;
      validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      validation.minimum_number = (double) field->min;
      validation.maximum_number = (double) field->max;
      validation.error_message = (char *) _ ("Write a whole number, such as 40.");
      break;
    case AJ_FIELD_TEXT:
    case AJ_FIELD_REAL:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_REFERENCE:
    default:
      validation.validate = LXW_VALIDATION_TYPE_LENGTH;
      validation.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
      validation.value_number = (double) aj_field_get_max_length (field);
      validation.error_message = (char *) _ ("This text is too long. Write it shorter.");
    }
  if (list != NULL)
    {
      validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation.value_formula = list;
      validation.error_message = (char *) _ ("Choose from the list.");
    }
  worksheet_data_validation_range (sheet, first, column, last, column, &validation);
}

/* One text over the whole width, as high as it needs to be. */
static void
put_across (Sheet *self, lxw_row_t row, const char *text, Style style)
{
  glong n_lines = 1 + g_utf8_strlen (text, -1) / WIDE;

  worksheet_set_row (self->start, row, style == STYLE_TITLE ? 24 : 16.0 * (double) n_lines, NULL);
  worksheet_merge_range (self->start, row, 0, row, 1, text, self->styles[style]);
}

static void
put_question (Sheet *self, lxw_row_t row, AjFormHead head, const char *help)
{
  const AjField *field = &aj_form_get_head_type ()->fields[head];
  g_autofree char *value = aj_form_dup_head (self->form, head);
  g_auto (AjValue) typed = AJ_VALUE_INIT;
  g_autofree char *shown = NULL;

  if (aj_field_parse (field, value, &typed, NULL))
    shown = aj_field_display (field, &typed);
  put (self, self->start, row, 0, aj_field_get_label (field), STYLE_LABEL);
  put (self, self->start, row, 1, shown != NULL ? shown : value, STYLE_ANSWER);
  validate (self, self->start, row, row, 1, field, help);
}

/* (transfer full): how it goes back. */
static char *
make_sending (const AjForm *form)
{
  g_autofree char *deadline = aj_date_format_plain (form->deadline);
  const char *mail = form->reply_mail;

  if (mail != NULL && form->deadline != AJ_DATE_NONE && form->purpose == AJ_FORM_REGISTER)
    /* Translators: an address, a date. */
    return g_strdup_printf (_ ("3. Save this file, and mail it to %1$s by %2$s."), mail, deadline);
  if (mail != NULL)
    /* Translators: an address. */
    return g_strdup_printf (_ ("3. Save this file, and mail it to %s."), mail);
  return g_strdup (_ ("3. Save this file, and mail it back to who sent it to you."));
}

/* (transfer full): whose form it is. */
static char *
make_subject (const AjForm *form)
{
  g_autofree char *days = aj_form_format_days (form);

  return g_strdup_printf ("%s · %s",
                          form->organisation_name != NULL ? form->organisation_name
                                                          : form->municipality_name,
                          days);
}

static void
put_steps (Sheet *self, lxw_row_t row, gboolean looks_back, const char *sending)
{
  put_across (
      self, row++,
      _ ("2. Go to the sheet “Activities”, at the bottom of the window. Each activity has a "
         "line of its own."),
      STYLE_PLAIN);
  if (looks_back)
    put_across (self, row++,
                _ ("Say of each activity whether it took place, how many people you reached, and "
                   "what worked."),
                STYLE_PLAIN);
  else
    {
      put_across (self, row++,
                  _ ("What you did last time is there already: say of each whether it takes place "
                     "again, and change what is different now."),
                  STYLE_PLAIN);
      put_across (self, row++,
                  _ ("Beneath that, add what is new. Only the title must be filled in; choose a "
                     "cell to read what is meant."),
                  STYLE_PLAIN);
    }
  put_across (self, row, sending, STYLE_PLAIN);
}

static void
fill_start (Sheet *self)
{
  gboolean looks_back = self->form->purpose == AJ_FORM_LOOK_BACK;
  g_autofree char *title =
      g_strdup_printf (looks_back
                           /* Translators: the name of an edition of the action day. */
                           ? _ ("How was %s?")
                           : _ ("Register for %s"),
                       self->form->edition_name);
  g_autofree char *subject = make_subject (self->form);
  g_autofree char *sending = make_sending (self->form);
  lxw_row_t row = 0;

  worksheet_set_column (self->start, 0, 0, 34, NULL);
  worksheet_set_column (self->start, 1, 1, 60, NULL);
  put_across (self, row++, title, STYLE_TITLE);
  put_across (self, row++, subject, STYLE_PLAIN);
  row++;
  put_across (self, row++,
              looks_back ? _ ("1. Fill in here who you are.")
                         : _ ("1. Fill in here whether you take part, and who you are."),
              STYLE_PLAIN);
  if (!looks_back)
    {
      put_question (self, row++, AJ_FORM_HEAD_TAKES_PART,
                    _ ("Yes when you have activities, no when you have none this time."));
      put_question (self, row++, AJ_FORM_HEAD_REASON,
                    _ ("Only when you do not take part. It helps us next time."));
    }
  put_question (self, row++, AJ_FORM_HEAD_CONTACT_NAME, _ ("Whom we can ask about this form."));
  put_question (self, row++, AJ_FORM_HEAD_CONTACT_MAIL, _ ("Your mail address."));
  put_question (self, row++, AJ_FORM_HEAD_CONTACT_PHONE, _ ("Your telephone number."));
  put_steps (self, row + 1, looks_back, sending);
  worksheet_set_paper (self->start, 9); /* A4 */
  worksheet_fit_to_pages (self->start, 1, 1);
}

static double
get_width (const AjField *field)
{
  switch (field->kind)
    {
    case AJ_FIELD_TEXT:
      return field->multiline || field->required ? 36 : 24;
    case AJ_FIELD_CHOICE:
      return 22;
    case AJ_FIELD_INTEGER:
    case AJ_FIELD_REAL:
    case AJ_FIELD_BOOLEAN:
    case AJ_FIELD_DATE:
    case AJ_FIELD_TIME:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_REFERENCE:
    default:
      return 14;
    }
}

static void
put_pair (Sheet *self, lxw_col_t *column, AjFormHead head)
{
  g_autofree char *value = aj_form_dup_head (self->form, head);

  put (self, self->table, 0, (*column)++,
       aj_field_get_label (&aj_form_get_head_type ()->fields[head]), STYLE_FAINT);
  put (self, self->table, 0, (*column)++, value, STYLE_FAINT);
}

/* What is not shown: by which an activity is found again, and whose line it is wherever it is pasted. */
static void
put_hidden (Sheet *self, lxw_col_t column, lxw_row_t last)
{
  const AjField *heads = aj_form_get_head_type ()->fields;
  lxw_row_col_options options = { .hidden = TRUE };
  const char *const names[] = { AJ_FORM_SHEET_ID, AJ_FORM_SHEET_PREVIOUS,
                                heads[AJ_FORM_HEAD_CODE].name, heads[AJ_FORM_HEAD_EDITION].name };

  worksheet_set_column_opt (self->table, column, column + G_N_ELEMENTS (names) - 1, 10,
                            self->styles[STYLE_PLAIN], &options);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put (self, self->table, HEADING_ROW, (lxw_col_t) (column + i), names[i], STYLE_HEADING);
  for (guint i = 0; i < self->form->rows->len; i++)
    {
      const AjFormRow *row = self->form->rows->pdata[i];
      lxw_row_t at = HEADING_ROW + 1 + i;

      put (self, self->table, at, column, row->activity, STYLE_PLAIN);
      put (self, self->table, at, (lxw_col_t) (column + 1), row->previous, STYLE_PLAIN);
      put (self, self->table, at, (lxw_col_t) (column + 2), self->form->municipality_code,
           STYLE_PLAIN);
      put (self, self->table, at, (lxw_col_t) (column + 3), self->form->edition_id, STYLE_PLAIN);
    }
  worksheet_print_area (self->table, 0, 0, last, (lxw_col_t) (column - 1));
}

static lxw_col_t
put_columns (Sheet *self, lxw_row_t last)
{
  lxw_col_t at = 0;

  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const AjField *field = aj_form_column_get_field (i);

      if (!aj_form_has_column (self->form, i))
        continue;
      worksheet_set_column (self->table, at, at, get_width (field),
                            self->styles[get_style (field)]);
      put (self, self->table, HEADING_ROW, at, aj_field_get_label (field), STYLE_HEADING);
      validate (self, self->table, HEADING_ROW + 1, last, at, field, aj_form_column_get_help (i));
      for (guint k = 0; k < self->form->rows->len; k++)
        put_cell (self, HEADING_ROW + 1 + k, at, field,
                  ((AjFormRow *) self->form->rows->pdata[k])->texts[i]);
      at++;
    }
  return at;
}

static void
fill_table (Sheet *self)
{
  lxw_row_t last = HEADING_ROW + self->form->rows->len + N_BLANK;
  lxw_col_t n_columns;
  lxw_col_t column = 0;

  /* Columns are open to be filled in, so that there is no last line; these two rows are not. */
  worksheet_set_row (self->table, 0, LXW_DEF_ROW_HEIGHT, self->styles[STYLE_FAINT]);
  worksheet_set_row (self->table, HEADING_ROW, 48, self->styles[STYLE_HEADING]);
  n_columns = put_columns (self, last);
  put_pair (self, &column, AJ_FORM_HEAD_MUNICIPALITY_NAME);
  put_pair (self, &column, AJ_FORM_HEAD_CODE);
  put_pair (self, &column, AJ_FORM_HEAD_EDITION_NAME);
  put_hidden (self, n_columns, last);
  worksheet_freeze_panes (self->table, HEADING_ROW + 1, 2);
  worksheet_set_landscape (self->table);
  worksheet_set_paper (self->table, 9); /* A4 */
  worksheet_fit_to_pages (self->table, 1, 0);
  worksheet_repeat_rows (self->table, HEADING_ROW, HEADING_ROW);
}

static void
fill_hidden (Sheet *self)
{
  const AjRecordType *type = aj_form_get_head_type ();

  for (guint i = 0; i < AJ_FORM_HEAD_TAKES_PART; i++)
    {
      g_autofree char *value = aj_form_dup_head (self->form, i);

      put (self, self->hidden, i, 0, type->fields[i].name, STYLE_PLAIN);
      put (self, self->hidden, i, 1, value, STYLE_PLAIN);
    }
  worksheet_hide (self->hidden);
}

/* Against slips, not against people: there is no password. */
static void
protect (lxw_worksheet *sheet)
{
  lxw_protection allowed = { .format_columns = TRUE, .format_rows = TRUE };

  worksheet_protect (sheet, NULL, &allowed);
}

static lxw_error
write_book (const AjForm *form, const char *path)
{
  Sheet self = { .form = form, .book = workbook_new (path) };
  lxw_doc_properties properties = {
    .title = form->edition_name,
    .created = (time_t) (form->written_on != AJ_DATE_NONE ? form->written_on : form->starts_on) *
               24 * 60 * 60
  };

  workbook_set_properties (self.book, &properties);
  make_styles (&self);
  /* Translators: the name of a sheet; at most 31 letters. */
  self.start = workbook_add_worksheet (self.book, _ ("Start here"));
  self.table = workbook_add_worksheet (self.book, _ ("Activities"));
  self.hidden = workbook_add_worksheet (self.book, HIDDEN_NAME);
  fill_start (&self);
  fill_table (&self);
  fill_hidden (&self);
  protect (self.start);
  protect (self.table);
  protect (self.hidden);
  return workbook_close (self.book);
}

/* The library writes numbers as the language does, and in the file they have a point. Of this thread only. */
static lxw_error
write_book_plainly (const AjForm *form, const char *path)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t before = uselocale (plain);
  lxw_error result = write_book (form, path);

  uselocale (before);
  freelocale (plain);
  return result;
}

static GBytes *
fail (const char *reason, GError **error)
{
  g_set_error (error, AJ_OUTPUT_FILE_ERROR, AJ_OUTPUT_FILE_ERROR_FAILED,
               /* Translators: %s is the reason, in the words of the system. */
               _ ("The spreadsheet could not be made: %s"), reason);
  return NULL;
}

/* The library writes to a file only. */
GBytes *
aj_form_sheet_write (const AjForm *form, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("aanjager-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) failure = NULL;
  char *data = NULL;
  gsize length = 0;
  lxw_error result;

  if (folder == NULL)
    return fail (g_strerror (errno), error);
  path = g_build_filename (folder, "form.xlsx", NULL);
  result = write_book_plainly (form, path);
  if (result == LXW_NO_ERROR)
    g_file_get_contents (path, &data, &length, &failure);
  g_unlink (path);
  g_rmdir (folder);
  if (data == NULL)
    return fail (failure != NULL ? failure->message : lxw_strerror (result), error);
  return g_bytes_new_take (data, length);
}
