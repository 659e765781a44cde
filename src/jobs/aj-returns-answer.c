/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose form it is, whether they take part, and who says so. */
#include "aj-returns-private.h"

#include <glib/gi18n-lib.h>

#include "aj-form-head.h"
#include "aj-participation.h"
#include "aj-person.h"
#include "aj-text.h"

static const AjValues *
look_up_place (AjReturns *self, AjReturnForm *form)
{
  const AjForm *said = form->form;
  const char *const texts[] = { said->municipality_id, said->municipality_code,
                                said->municipality_name };
  const AjValues *found = NULL;

  if (form->corrected != NULL)
    return aj_returns_book_find_municipality (self->book, form->corrected);
  for (guint i = 0; i < G_N_ELEMENTS (texts) && found == NULL; i++)
    found = aj_returns_book_find_municipality (self->book, texts[i]);
  if (found != NULL || said->municipality_name != NULL || said->municipality_code != NULL)
    return found;
  found = aj_returns_book_find_municipality_in (self->book, form->file);
  form->is_guessed = found != NULL;
  return found;
}

const AjValues *
aj_returns_find_place (AjReturns *self, AjReturnForm *form)
{
  if (!form->is_placed)
    {
      form->is_guessed = FALSE;
      form->place = look_up_place (self, form);
      form->is_placed = TRUE;
    }
  return form->place;
}

void
aj_returns_refuse (AjReturnRow *row, int cell, const char *sentence, const char *suggestion)
{
  row->sound = AJ_IMPORT_REFUSED;
  aj_return_row_add_fault (row, cell, sentence, suggestion);
}

static void
refuse_place (AjReturns *self, AjReturnRow *row)
{
  g_autofree char *typed = aj_return_row_dup_cell (row, AJ_RETURN_CELL_PLACE);
  g_autofree char *sentence = *typed != '\0'
                                  ? g_strdup_printf (_ ("“%s” is no municipality that is known."),
                                                     typed)
                                  : g_strdup (_ ("It does not say of which municipality it is."));

  aj_returns_refuse (row, AJ_RETURN_CELL_PLACE, sentence,
                     aj_returns_book_suggest_municipality (self->book, typed));
}

/* Another data file of the same network has other ids. */
static gboolean
is_this_edition (const AjForm *form, const AjValues *edition)
{
  return form->edition_id == NULL || g_str_equal (form->edition_id, aj_values_get_id (edition)) ||
         (g_strcmp0 (form->edition_name, aj_values_get_text (edition, "name")) == 0 &&
          form->starts_on == aj_values_get_date (edition, "starts-on"));
}

/* A form that names one municipality and has the code of another was filled in by the wrong one, or put together by hand. */
static void
check_code (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  const char *const texts[] = { form->municipality_code, form->municipality_name };
  g_autofree char *sentence = NULL;

  if (row->corrected != NULL || row->form->corrected != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts) && sentence == NULL; i++)
    {
      const AjValues *other = aj_returns_book_find_municipality (self->book, texts[i]);

      if (other == NULL || other == row->place)
        continue;
      /* Translators: two municipalities. */
      sentence = g_strdup_printf (_ ("This form is of %1$s and names %2$s as well. Whose is it?"),
                                  aj_values_get_text (row->place, "name"),
                                  aj_values_get_text (other, "name"));
      aj_return_row_note (row, sentence);
      row->is_unsure = TRUE;
    }
}

/* A line of another municipality in the table of one. */
static void
check_table (AjReturns *self, AjReturnRow *row)
{
  g_autofree char *sentence = NULL;

  if (row->form->owner == NULL || row->corrected != NULL || row->form->corrected != NULL)
    return;
  /* Translators: two municipalities. */
  sentence = g_strdup_printf (_ ("This is of %1$s, in a file of %2$s."),
                              aj_values_get_text (row->place, "name"),
                              aj_values_get_text (row->form->owner, "name"));
  aj_return_row_note (row, sentence);
  row->is_unsure = TRUE;
}

void
aj_returns_check_part (AjReturns *self, AjReturnRow *row)
{
  g_autofree char *sentence = NULL;

  if (row->before != NULL || !aj_returns_book_has_participations (self->book) ||
      aj_returns_book_get_participation (self->book, aj_values_get_id (row->place)) != NULL)
    return;
  /* Translators: a municipality, and the name of an edition of the action day. */
  sentence = g_strdup_printf (_ ("%1$s is none of the municipalities that %2$s asks to take part. "
                                 "Taking this in adds it."),
                              aj_values_get_text (row->place, "name"),
                              aj_values_get_text (aj_returns_book_get_edition (self->book),
                                                  "name"));
  aj_return_row_note (row, sentence);
  row->is_unsure = TRUE;
}

/* How many of the activities of a table are of each municipality; the one with most of them. */
static const AjValues *
find_main_place (AjReturns *self, guint table, guint *n_rows, guint *n_all)
{
  const AjValues *main_place = NULL;

  *n_rows = *n_all = 0;
  for (guint i = 0; i < self->forms->len; i++)
    {
      AjReturnForm *form = self->forms->pdata[i];

      if (form->table != table)
        continue;
      *n_all += form->form->rows->len;
      if (form->form->rows->len <= *n_rows || aj_returns_find_place (self, form) == NULL)
        continue;
      *n_rows = form->form->rows->len;
      main_place = aj_returns_find_place (self, form);
    }
  return main_place;
}

/* A table is of one municipality when the name of its file says so, and most of its lines. */
static void
find_owner (AjReturns *self, AjReturnForm *first)
{
  guint n_rows, n_all;
  const AjValues *named = aj_returns_book_find_municipality_in (self->book, first->file);
  const AjValues *owner = find_main_place (self, first->table, &n_rows, &n_all);

  if (named == NULL || owner != named || n_rows * 2 <= n_all)
    return;
  for (guint i = 0; i < self->forms->len; i++)
    {
      AjReturnForm *form = self->forms->pdata[i];

      if (form->table == first->table && aj_returns_find_place (self, form) != owner)
        form->owner = owner;
    }
}

void
aj_returns_find_owners (AjReturns *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    if (((AjReturnForm *) self->forms->pdata[i])->table == i + 1)
      find_owner (self, self->forms->pdata[i]);
}

gboolean
aj_returns_check_form (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  g_autofree char *sentence = NULL;

  row->place = row->corrected != NULL
                   ? aj_returns_book_find_municipality (self->book, row->corrected)
                   : aj_returns_find_place (self, row->form);
  if (!is_this_edition (form, aj_returns_book_get_edition (self->book)))
    {
      /* Translators: %s is the name of an edition of the action day. */
      sentence = g_strdup_printf (_ ("This form is of %s."),
                                  form->edition_name != NULL ? form->edition_name : "?");
      aj_returns_refuse (row, -1, sentence, NULL);
      return FALSE;
    }
  if (row->place == NULL)
    refuse_place (self, row);
  else
    {
      check_code (self, row);
      check_table (self, row);
    }
  return row->place != NULL;
}

/* An address is somebody's; a name alone is so within one municipality only. */
static AjValues *
make_person (
    AjReturns *self, AjReturnRow *row, const char *name, const char *mail, const char *phone)
{
  g_autofree char *folded = aj_text_fold (mail != NULL ? mail : name);
  g_autofree char *key = g_strconcat ("person ", folded, " ",
                                      mail == NULL ? aj_values_get_id (row->place) : "", NULL);
  AjValues *made = g_hash_table_lookup (self->made, key);

  if (made != NULL)
    return made;
  made = aj_values_new (&aj_person_record_type, NULL);
  aj_values_set_text (made, "name", name != NULL ? name : mail);
  aj_values_set_text (made, "mail", mail);
  aj_values_set_text (made, "phone", phone);
  g_hash_table_insert (self->made, g_steal_pointer (&key), made);
  return made;
}

const char *
aj_returns_find_contact (
    AjReturns *self, AjReturnRow *row, const char *name, const char *mail, const char *phone)
{
  const AjValues *found = aj_returns_book_find_person (self->book, mail, name);

  if (found != NULL)
    return aj_values_get_id (found);
  row->made[1] = make_person (self, row, name, mail, phone);
  return aj_values_get_id (row->made[1]);
}

/* Who says so is who is asked from now on, where nobody was. */
static void
fill_contact (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  const char *name = aj_text_or_null (form->contact_name);
  const char *mail = aj_text_or_null (form->contact_mail);
  g_autofree char *sentence = NULL;

  if (!aj_values_is_empty (row->after, "contact") || (name == NULL && mail == NULL))
    return;
  if (mail != NULL && !aj_text_is_mail_address (mail))
    {
      sentence = g_strdup_printf (_ ("“%s” is not a mail address. Write it like "
                                     "name@municipality.nl."),
                                  mail);
      aj_return_row_add_fault (row, aj_return_row_find_cell (row, AJ_FORM_HEAD_CONTACT_MAIL),
                               sentence, NULL);
      row->is_unsure = TRUE;
      mail = NULL;
    }
  if (name != NULL || mail != NULL)
    aj_values_set_text (row->after, "contact",
                        aj_returns_find_contact (self, row, name, mail, form->contact_phone));
}

static void
fill_answer (AjReturns *self, AjReturnRow *row, AjFormAnswer answer)
{
  const char *state = answer == AJ_FORM_ANSWER_DECLINES ? AJ_PARTICIPATION_DECLINED
                                                        : AJ_PARTICIPATION_REGISTERED;
  gboolean is_news = row->before == NULL ||
                     g_strcmp0 (aj_values_get_text (row->before, "state"), state) != 0;
  const char *reason = aj_text_or_null (row->form->form->reason);

  if (is_news || aj_values_is_empty (row->after, "answered-on"))
    aj_values_set_date (row->after, "answered-on", self->today);
  aj_values_set_text (row->after, "state", state);
  if (answer == AJ_FORM_ANSWER_DECLINES && reason != NULL &&
      aj_values_is_empty (row->after, "notes"))
    aj_values_set_text (row->after, "notes", reason);
}

/* What is said of the whole and does not go together. FALSE when it says
 * nothing. */
static gboolean
check_answer (AjReturnRow *row, AjFormAnswer answer)
{
  const AjForm *form = row->form->form;
  int cell = aj_return_row_find_cell (row, AJ_FORM_HEAD_TAKES_PART);

  if (answer == AJ_FORM_ANSWER_NONE)
    {
      aj_returns_refuse (row, cell, _ ("It does not say whether they take part."), NULL);
      return FALSE;
    }
  if (answer == AJ_FORM_ANSWER_DECLINES && aj_form_count (form) > 0)
    {
      aj_return_row_add_fault (row, cell,
                               _ ("They do not take part, and yet there are "
                                  "activities. Ask which of the two it is."),
                               NULL);
      row->is_unsure = TRUE;
    }
  return TRUE;
}

static void
make_after (AjReturns *self, AjReturnRow *row)
{
  if (row->before != NULL)
    {
      row->after = aj_values_copy (row->before);
      return;
    }
  row->after = aj_values_new (&aj_participation_record_type, row->new_id);
  aj_values_set_text (row->after, "edition",
                      aj_values_get_id (aj_returns_book_get_edition (self->book)));
  aj_values_set_text (row->after, "municipality", aj_values_get_id (row->place));
}

void
aj_returns_understand_answer (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  AjFormAnswer answer = aj_form_get_answer (form);
  gboolean is_of_other = form->organisation_id != NULL && answer == AJ_FORM_ANSWER_DECLINES;

  if (!aj_returns_check_form (self, row))
    {
      row->title = aj_return_row_dup_cell (row, AJ_RETURN_CELL_PLACE);
      return;
    }
  row->title = g_strdup (aj_values_get_text (row->place, "name"));
  row->before = aj_returns_book_get_participation (self->book, aj_values_get_id (row->place));
  if (row->form->is_guessed)
    aj_return_row_note (row, _ ("The municipality follows from the name of the file."));
  if (form->purpose == AJ_FORM_LOOK_BACK)
    {
      row->sound = AJ_IMPORT_SAME;
      return;
    }
  if (!check_answer (row, answer))
    return;
  if (is_of_other)
    {
      g_autofree char *sentence = g_strdup_printf (
          /* Translators: the name of an organisation, that of a municipality. */
          _ ("%1$s does not take part. That says nothing of %2$s."),
          form->organisation_name != NULL ? form->organisation_name : "?", row->title);

      aj_return_row_note (row, sentence);
      row->sound = AJ_IMPORT_SAME;
      return;
    }
  row->key = g_strconcat ("answer ", aj_values_get_id (row->place), NULL);
  make_after (self, row);
  aj_returns_check_part (self, row);
  fill_answer (self, row, answer);
  fill_contact (self, row);
  if (row->before == NULL)
    row->sound = AJ_IMPORT_NEW;
  else
    row->sound = aj_values_diff (row->before, row->after) != 0 ? AJ_IMPORT_CHANGED : AJ_IMPORT_SAME;
}
