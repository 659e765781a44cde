/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row says, compared with what is stored. */
#include "aj-returns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-activity.h"
#include "aj-text.h"

static const char *
get_text (const AjReturnRow *row, AjFormColumn column)
{
  return row->typed->texts[column];
}

static void G_GNUC_PRINTF (2, 3) doubt (AjReturnRow *row, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  aj_return_row_note (row, sentence);
  row->is_unsure = TRUE;
}

static void
free_value (gpointer data)
{
  if (data == NULL)
    return;
  aj_value_clear (data);
  g_free (data);
}

/* Something that looks like a slip, with what was likely meant; the row can be
 * taken all the same. */
static void
doubt_cell (AjReturnRow *row, AjFormColumn column, const char *sentence, const char *suggestion)
{
  aj_return_row_add_fault (row, aj_return_row_find_cell (row, (int) column), sentence, suggestion);
  row->is_unsure = TRUE;
}

/* A line that was pasted from the form of another, or that names one municipality and has the code of another. */
static void
check_place (AjReturns *self, AjReturnRow *row, const char *text)
{
  const AjForm *form = row->form->form;
  const AjValues *other;

  /* Whose that is was asked of the form as a whole. */
  if (text == NULL || g_strcmp0 (text, form->municipality_name) == 0 ||
      g_strcmp0 (text, form->municipality_code) == 0)
    return;
  other = aj_returns_book_find_municipality (self->book, text);
  if (other == row->place)
    return;
  if (other == NULL)
    /* Translators: what somebody wrote, and a municipality. */
    doubt (row, _ ("“%1$s” is no municipality that is known. It is taken for %2$s."), text,
           aj_values_get_text (row->place, "name"));
  else if (row->form->is_ours)
    /* Translators: two municipalities. */
    doubt (row, _ ("This line comes from the form of %1$s. It is taken for %2$s."),
           aj_values_get_text (other, "name"), aj_values_get_text (row->place, "name"));
  else
    /* Translators: what somebody wrote, and two municipalities. */
    doubt (row, _ ("“%1$s” on this line is %2$s. It is taken for %3$s."), text,
           aj_values_get_text (other, "name"), aj_values_get_text (row->place, "name"));
}

static void
check_places (AjReturns *self, AjReturnRow *row)
{
  if (row->corrected != NULL)
    return;
  check_place (self, row, row->where->code);
  check_place (self, row, row->where->name);
}

/* Whose activity it is that the row names by its id. */
static void
check_owner (AjReturns *self, AjReturnRow *row)
{
  const AjValues *owner = aj_returns_book_get_municipality (self->book,
                                                            aj_values_get_text (row->before,
                                                                                "municipality"));

  if (owner == NULL || owner == row->place || row->corrected != NULL)
    return;
  /* Translators: two municipalities. */
  doubt (row,
         _ ("This activity is registered in %1$s, and comes back in the form of "
            "%2$s."),
         aj_values_get_text (owner, "name"), aj_values_get_text (row->place, "name"));
  row->place = owner;
}

static AjDate
get_date (AjReturns *self, AjReturnRow *row)
{
  AjDate date;

  if (get_text (row, AJ_FORM_COLUMN_DATE) != NULL &&
      aj_date_parse_iso (get_text (row, AJ_FORM_COLUMN_DATE), &date))
    return date;
  return aj_values_get_date (aj_returns_book_get_edition (self->book), "starts-on");
}

/* By what it is called: on the same day, or else the only one that no other row
 * means. */
static const AjValues *
find_by_title (AjReturns *self, AjReturnRow *row)
{
  const char *place = aj_values_get_id (row->place);
  const char *title = get_text (row, AJ_FORM_COLUMN_NAME);
  const AjValues *found;

  if (title == NULL)
    return NULL;
  found = aj_returns_book_find_activity (self->book, place, title, get_date (self, row),
                                         get_text (row, AJ_FORM_COLUMN_FROM),
                                         get_text (row, AJ_FORM_COLUMN_PLACE));
  if (found != NULL)
    return found;
  found = aj_returns_book_find_activity (self->book, place, title, AJ_DATE_NONE, NULL, NULL);
  return found != NULL && !g_hash_table_contains (self->meant, aj_values_get_id (found)) ? found
                                                                                         : NULL;
}

static void
find_before (AjReturns *self, AjReturnRow *row)
{
  const char *id = row->is_copy ? NULL : row->typed->activity;
  const char *previous = row->is_copy ? NULL : row->typed->previous;

  row->before = id != NULL ? aj_returns_book_get_activity (self->book, id) : NULL;
  if (row->before != NULL)
    {
      check_owner (self, row);
      return;
    }
  if (previous != NULL)
    row->before = aj_returns_book_get_again (self->book, previous, aj_values_get_id (row->place));
  if (row->before == NULL)
    row->before = find_by_title (self, row);
  if (row->before != NULL || id == NULL)
    return;
  if (row->where->edition != NULL &&
      g_strcmp0 (row->where->edition,
                 aj_values_get_id (aj_returns_book_get_edition (self->book))) != 0)
    doubt (row, _ ("This line comes from a form of another edition. It is taken "
                   "as a new one."));
  else
    doubt (row, _ ("This activity was removed since the form was made. It is "
                   "taken as a new one."));
}

/* (nullable): what a text means; NULL when it is not understood. The same stand
 * over and over. */
static const AjValue *
parse (AjReturns *self, AjFormColumn column, const char *text)
{
  const AjField *field = aj_form_column_get_field (column);
  g_auto (AjValue) value = AJ_VALUE_INIT;
  gpointer known;
  AjValue *kept = NULL;

  if (self->parsed[column] == NULL)
    self->parsed[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  if (g_hash_table_lookup_extended (self->parsed[column], text, NULL, &known))
    return known;
  if (aj_field_parse (field, text, &value, NULL) && aj_field_check (field, &value, NULL))
    {
      kept = g_new0 (AjValue, 1);
      aj_value_copy (&value, kept);
    }
  g_hash_table_insert (self->parsed[column], g_strdup (text), kept);
  return kept;
}

/* Short enough whatever is in it. */
static gboolean
is_plain_text (const AjField *field, const char *text)
{
  return field->form == AJ_FORM_FREE && strlen (text) <= aj_field_get_max_length (field);
}

/* The field of an activity that a column is, or -1: an organisation and a
 * contact are words here. */
static int
find_field (AjFormColumn column)
{
  static int fields[AJ_N_FORM_COLUMNS];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
        fields[i] = i == AJ_FORM_COLUMN_ORGANISATION
                        ? -1
                        : aj_record_type_find (&aj_activity_record_type,
                                               aj_form_column_get_field ((AjFormColumn) i)->name);
      g_once_init_leave (&is_made, 1);
    }
  return fields[column];
}

static void
fill_columns (AjReturns *self, AjReturnRow *row)
{
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const char *text = get_text (row, (AjFormColumn) i);
      int index = find_field ((AjFormColumn) i);
      const AjValue *value;

      if (text == NULL || index < 0)
        continue;
      if (aj_form_column_get_field ((AjFormColumn) i)->kind == AJ_FIELD_TEXT)
        {
          g_auto (AjValue) typed = AJ_VALUE_INIT;

          aj_value_set_text (&typed, text);
          aj_values_set (row->after, (guint) index, &typed);
          continue;
        }
      value = parse (self, (AjFormColumn) i, text);
      if (value != NULL)
        aj_values_set (row->after, (guint) index, value);
    }
}

/* Organisations and people are named in words, a choice always says something, and what must be there stays. */
static gboolean
can_be_emptied (const AjField *field)
{
  return !field->required && field->kind != AJ_FIELD_REFERENCE && field->kind != AJ_FIELD_BOOLEAN &&
         field->kind != AJ_FIELD_CHOICE;
}

/* What stood in our own form and is empty now was taken out, or was filled in here since: somebody looks. */
static void
empty_columns (AjReturnRow *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (!row->form->is_ours || row->before == NULL ||
      g_strcmp0 (row->typed->activity, aj_values_get_id (row->before)) != 0)
    return;
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const AjField *field = aj_form_column_get_field ((AjFormColumn) i);
      int index = find_field ((AjFormColumn) i);

      if (index < 0 || get_text (row, (AjFormColumn) i) != NULL ||
          !aj_form_has_column (row->form->form, (AjFormColumn) i) ||
          !can_be_emptied (&aj_activity_record_type.fields[index]) ||
          aj_values_is_empty (row->after, field->name))
        continue;
      g_ptr_array_add (names, (gpointer) aj_field_get_label (field));
      aj_values_set_text (row->after, field->name, NULL);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  joined = aj_text_join_names ((const char *const *) names->pdata);
  /* Translators: names of fields. */
  doubt (row, _ ("Empty in the form and not here: %s. When it is taken in, it is emptied."),
         joined);
}

/* Who is asked about it: whom it names, else who filled in the form, of what is
 * new. */
static void
fill_contact (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  const char *name = get_text (row, AJ_FORM_COLUMN_CONTACT_NAME);
  const char *mail = get_text (row, AJ_FORM_COLUMN_CONTACT_MAIL);
  const char *contact = NULL;

  if (name != NULL || mail != NULL)
    contact = aj_returns_find_contact (self, row, name, mail,
                                       get_text (row, AJ_FORM_COLUMN_CONTACT_PHONE));
  else if (row->before == NULL &&
           aj_text_is_mail_address (form->contact_mail != NULL ? form->contact_mail : ""))
    contact = aj_returns_find_contact (self, row, form->contact_name, form->contact_mail,
                                       form->contact_phone);
  if (contact != NULL)
    aj_values_set_text (row->after, "contact", contact);
}

static gboolean
has_state (const AjValues *activity, const char *state)
{
  return g_strcmp0 (aj_values_get_text (activity, "state"), state) == 0;
}

static void
fill_state (AjReturnRow *row)
{
  const char *takes_place = get_text (row, AJ_FORM_COLUMN_TAKES_PLACE);
  gboolean looks_back = row->form->form->purpose == AJ_FORM_LOOK_BACK;

  if (looks_back)
    {
      if (takes_place != NULL || !aj_values_is_empty (row->after, "actual-reach"))
        aj_values_set_text (row->after, "state", AJ_ACTIVITY_HELD);
      return;
    }
  if (row->before == NULL)
    return;
  if (has_state (row->before, AJ_ACTIVITY_CANCELLED) && takes_place != NULL)
    {
      /* It went out before it was called off, or somebody changed their mind. */
      doubt (row, _ ("This activity was cancelled here; the form says that it takes place."));
      aj_values_set_text (row->after, "state", AJ_ACTIVITY_SUBMITTED);
    }
  else if (has_state (row->before, AJ_ACTIVITY_DRAFT))
    aj_values_set_text (row->after, "state", AJ_ACTIVITY_SUBMITTED);
  else if (has_state (row->before, AJ_ACTIVITY_ACCEPTED) &&
           aj_values_diff (row->before, row->after) != 0)
    aj_values_set_text (row->after, "state", AJ_ACTIVITY_CHANGED);
}

static void
make_after (AjReturns *self, AjReturnRow *row)
{
  const char *organisation;

  row->after = row->before != NULL ? aj_values_copy (row->before)
                                   : aj_values_new (&aj_activity_record_type, row->new_id);
  if (row->before == NULL)
    {
      aj_values_set_text (row->after, "edition",
                          aj_values_get_id (aj_returns_book_get_edition (self->book)));
      if (!row->is_copy && row->typed->previous != NULL &&
          aj_returns_book_was_there (self->book, row->typed->previous))
        aj_values_set_text (row->after, "previous", row->typed->previous);
    }
  aj_values_set_text (row->after, "municipality", aj_values_get_id (row->place));
  fill_columns (self, row);
  empty_columns (row);
  if (row->before == NULL && get_text (row, AJ_FORM_COLUMN_DATE) == NULL)
    aj_values_set_date (row->after, "date", get_date (self, row));
  organisation = aj_returns_find_organisation (self, row);
  if (organisation != NULL)
    aj_values_set_text (row->after, "organisation", organisation);
  fill_contact (self, row);
  fill_state (row);
}

static void
check_date (AjReturns *self, AjReturnRow *row)
{
  const AjValues *edition = aj_returns_book_get_edition (self->book);
  AjDate date = aj_values_get_date (row->after, "date");
  g_autofree char *shown = NULL;
  g_autofree char *sentence = NULL;

  if (date >= aj_values_get_date (edition, "starts-on") &&
      date <= aj_values_get_date (edition, "ends-on"))
    return;
  /* A date that is stored already was looked at then. */
  if (row->before != NULL && !aj_values_differ (row->before, row->after, "date"))
    return;
  shown = aj_date_format_plain (date);
  /* Translators: a date, and the name of an edition of the action day. */
  sentence = g_strdup_printf (_ ("%1$s is not a day of %2$s."), shown,
                              aj_values_get_text (edition, "name"));
  doubt_cell (row, AJ_FORM_COLUMN_DATE, sentence, NULL);
}

/* Whether nothing can be wrong with a row that aj_form_check_row() would tell
 * of: most are so, and it takes no sentences to find that out. */
static gboolean
is_plainly_fine (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  const char *until = get_text (row, AJ_FORM_COLUMN_UNTIL);
  const char *day = get_text (row, AJ_FORM_COLUMN_DATE);
  AjDate date;

  if (get_text (row, AJ_FORM_COLUMN_NAME) == NULL || aj_form_row_is_open (row->typed))
    return FALSE;
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      const AjField *field = aj_form_column_get_field ((AjFormColumn) i);
      const char *text = get_text (row, (AjFormColumn) i);

      if (text != NULL &&
          (field->kind == AJ_FIELD_TEXT ? !is_plain_text (field, text)
                                        : parse (self, (AjFormColumn) i, text) == NULL))
        return FALSE;
    }
  if (day != NULL &&
      (!aj_date_parse_iso (day, &date) || date < form->starts_on || date > form->ends_on))
    return FALSE;
  return until == NULL || (get_text (row, AJ_FORM_COLUMN_FROM) != NULL &&
                           strcmp (get_text (row, AJ_FORM_COLUMN_FROM), until) < 0);
}

/* What is over: no activity, or one that is called off. */
static void
call_off (AjReturnRow *row)
{
  row->sound = AJ_IMPORT_SAME;
  if (row->before == NULL)
    {
      aj_return_row_note (row, _ ("It does not take place."));
      return;
    }
  row->after = aj_values_copy (row->before);
  aj_values_set_text (row->after, "state", AJ_ACTIVITY_CANCELLED);
  if (aj_values_diff (row->before, row->after) != 0)
    row->sound = AJ_IMPORT_CHANGED;
}

static void
name_key (AjReturnRow *row, AjDate date)
{
  g_autofree char *title = NULL;

  if (row->before != NULL)
    {
      row->key = g_strconcat ("activity ", aj_values_get_id (row->before), NULL);
      return;
    }
  title = aj_text_fold (get_text (row, AJ_FORM_COLUMN_NAME));
  row->key = g_strdup_printf ("new %s %d %s", aj_values_get_id (row->place), (int) date, title);
}

/* What was changed here after the form was made is not in it, so the form would put back what was there before. Of the same day
 * nobody knows which came first. */
static void
check_age (AjReturns *self, AjReturnRow *row)
{
  const gint64 *at = g_hash_table_lookup (self->last_edits, aj_values_get_id (row->before));
  AjWallTime changed;
  g_autofree char *day = NULL;

  if (!row->form->is_ours || row->form->form->written_on == AJ_DATE_NONE || at == NULL ||
      !aj_clock_look_back (aj_store_get_clock (self->store), *at, &changed) ||
      changed.date <= row->form->form->written_on)
    return;
  day = aj_date_format_plain (changed.date);
  /* Translators: %s is a date. */
  doubt (row, _ ("This was changed here on %s, after the form was made. Which of the two holds?"),
         day);
}

/* Whoever mends a row is told of all that is wrong with it at once. */
static gboolean
check_columns (AjReturnRow *row)
{
  g_autoptr (GPtrArray) faults = aj_form_list_faults (row->form->form, row->typed);

  for (guint i = 0; i < faults->len; i++)
    {
      const AjFormFault *fault = faults->pdata[i];

      aj_returns_refuse (row, aj_return_row_find_cell (row, (int) fault->column), fault->sentence,
                         NULL);
    }
  return faults->len == 0;
}

static void
understand_activity (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  gboolean is_fine;
  g_autoptr (GError) error = NULL;

  if (!aj_returns_check_form (self, row))
    return;
  check_places (self, row);
  find_before (self, row);
  if (get_text (row, AJ_FORM_COLUMN_NAME) != NULL)
    name_key (row, get_date (self, row));
  if (!aj_form_row_takes_place (row->typed) &&
      (!aj_form_row_is_open (row->typed) || form->answer == AJ_FORM_ANSWER_DECLINES))
    {
      call_off (row);
      return;
    }
  is_fine = is_plainly_fine (self, row);
  if (!is_fine && !check_columns (row))
    return;
  make_after (self, row);
  aj_returns_check_part (self, row);
  check_date (self, row);
  /* Of what is new, there is nothing but those columns. */
  if ((!is_fine || row->before != NULL) && !aj_values_check (row->after, NULL, &error))
    aj_returns_refuse (row, -1, error->message, NULL);
  else if (row->before == NULL)
    row->sound = AJ_IMPORT_NEW;
  else
    row->sound = aj_values_diff (row->before, row->after) != 0 ? AJ_IMPORT_CHANGED : AJ_IMPORT_SAME;
  if (row->sound == AJ_IMPORT_CHANGED)
    check_age (self, row);
}

void
aj_returns_understand (AjReturns *self, AjReturnRow *row)
{
  aj_returns_leave_organisation (self, row);
  aj_return_row_reset (row);
  g_clear_pointer (&row->key, g_free);
  g_free (row->title);
  if (row->kind == AJ_RETURN_ANSWER)
    {
      row->title = NULL;
      aj_returns_understand_answer (self, row);
      return;
    }
  row->title = g_strdup (get_text (row, AJ_FORM_COLUMN_NAME));
  understand_activity (self, row);
}
