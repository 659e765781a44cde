/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows say of one another: the same twice, two versions, and what is
 * missing. */
#include "aj-returns-private.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-text.h"

/* (transfer full): the columns in which two rows differ, as people call them.
 */
static char *
name_differences (AjReturnRow *row, AjReturnRow *other)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; row->typed != NULL && other->typed != NULL && i < AJ_N_FORM_COLUMNS; i++)
    if (g_strcmp0 (row->typed->texts[i], other->typed->texts[i]) != 0)
      g_ptr_array_add (names,
                       (gpointer) aj_field_get_label (aj_form_column_get_field ((AjFormColumn) i)));
  g_ptr_array_add (names, NULL);
  return aj_text_join_names ((const char *const *) names->pdata);
}

static void
add_sentence (GString *reason, const char *sentence)
{
  g_string_append_printf (reason, "%s%s", reason->len > 0 ? "\n" : "", sentence);
}

/* Of two in one form: the second is looked at, for it may be a slip, or another
 * one at another time. */
static void
meet_within (AjReturnRow *row, AjReturnRow *other, GString *reason)
{
  g_autofree char *sentence = NULL;

  if (row->sound == AJ_IMPORT_SAME || (row->order < other->order && other->sound != AJ_IMPORT_SAME))
    return;
  row->is_doubtful = TRUE;
  if (aj_return_row_says_same (row, other))
    {
      row->verdict = AJ_IMPORT_SAME;
      sentence = g_strdup_printf (_ ("It stands on line %u as well, just like this."),
                                  aj_return_row_get_line (other));
    }
  else
    sentence = g_strdup_printf (_ ("It stands on line %u as well, with something "
                                   "different. Is it another one?"),
                                aj_return_row_get_line (other));
  add_sentence (reason, sentence);
}

/* Of two that came from two people. */
static void
meet_across (AjReturnRow *row, AjReturnRow *other, GString *reason)
{
  const char *file = aj_return_row_get_file (other);
  g_autofree char *differences = NULL;
  g_autofree char *sentence = NULL;

  if (aj_return_row_says_same (row, other))
    {
      if (row->order < other->order)
        return;
      row->verdict = AJ_IMPORT_SAME;
      /* Translators: %s is the name of a file. */
      sentence = g_strdup_printf (_ ("It stands in %s as well, just like this."), file);
      add_sentence (reason, sentence);
      return;
    }
  row->is_doubtful = TRUE;
  if (row->kind == AJ_RETURN_ANSWER)
    /* Translators: %s is the name of a file. */
    sentence = g_strdup_printf (_ ("%s says otherwise. Choose one of the two."), file);
  else
    {
      differences = name_differences (row, other);
      /* Translators: the name of a file, and names of fields. */
      sentence = g_strdup_printf (_ ("It came back in %1$s as well, and differs "
                                     "in: %2$s. Choose one of the two."),
                                  file, differences);
    }
  add_sentence (reason, sentence);
}

/* Who left a line as it was does not say that it should stay so, but where another line of theirs says otherwise. */
static gboolean
are_at_odds (AjReturnRow *row, AjReturnRow *other)
{
  if (other == row)
    return FALSE;
  return row->form == other->form ||
         (row->sound != AJ_IMPORT_SAME && other->sound != AJ_IMPORT_SAME);
}

static void
take_reason (AjReturnRow *row, GString *reason)
{
  g_free (row->reason);
  row->reason = reason->len > 0 ? g_strdup (reason->str) : NULL;
}

void
aj_returns_settle (AjReturns *self, AjReturnRow *row)
{
  GPtrArray *others = row->key != NULL ? g_hash_table_lookup (self->claims, row->key) : NULL;
  g_autoptr (GString) reason = g_string_new (row->notes->str);

  row->verdict = row->sound;
  row->is_doubtful = row->is_unsure || row->sound == AJ_IMPORT_REFUSED;
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      AjReturnRow *other = others->pdata[i];

      if (!are_at_odds (row, other))
        continue;
      if (other->form == row->form)
        meet_within (row, other, reason);
      else
        meet_across (row, other, reason);
    }
  take_reason (row, reason);
  row->wanted = aj_return_row_can_be_wanted (row) &&
                (row->choice == AJ_RETURN_TAKEN ||
                 (row->choice == AJ_RETURN_LEFT_ALONE && !row->is_doubtful));
}

static AjReturnRow *
add_row (AjReturns *self, AjReturnKind kind, AjReturnForm *form)
{
  AjReturnRow *row = aj_return_row_new (self, kind, form);

  row->order = self->rows->len;
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Who copies a line in a spreadsheet copies the hidden id too: it stays with
 * the line that is still called so, else with the first. */
static void
find_copies (AjReturns *self, AjReturnForm *form, guint first)
{
  g_autoptr (GHashTable) keepers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; i < self->rows->len; i++)
    {
      AjReturnRow *row = self->rows->pdata[i];
      const char *id = row->typed->activity != NULL ? row->typed->activity : row->typed->previous;
      AjReturnRow *keeper = id != NULL ? g_hash_table_lookup (keepers, id) : NULL;
      const AjValues *activity = id != NULL ? aj_returns_book_get_activity (self->book, id) : NULL;
      const char *title = activity != NULL ? aj_values_get_text (activity, "name") : NULL;

      if (id == NULL)
        continue;
      if (keeper != NULL && title != NULL &&
          g_strcmp0 (keeper->typed->texts[AJ_FORM_COLUMN_NAME], title) != 0 &&
          g_strcmp0 (row->typed->texts[AJ_FORM_COLUMN_NAME], title) == 0)
        keeper->is_copy = TRUE;
      else if (keeper != NULL)
        {
          row->is_copy = TRUE;
          continue;
        }
      g_hash_table_insert (keepers, (gpointer) id, row);
    }
}

/* What rows mean for certain, so that no other is taken for it by its title
 * alone. */
static void
note_meant (AjReturns *self, AjReturnRow *row)
{
  const AjForm *form = row->form->form;
  const AjValues *place = aj_returns_find_place (self, row->form);
  const char *title = row->typed->texts[AJ_FORM_COLUMN_NAME];
  const char *day = row->typed->texts[AJ_FORM_COLUMN_DATE];
  const AjValues *found = NULL;
  AjDate date = form->starts_on;

  if (row->typed->activity != NULL && !row->is_copy)
    found = aj_returns_book_get_activity (self->book, row->typed->activity);
  if (day != NULL && !aj_date_parse_iso (day, &date))
    return;
  if (found == NULL && place != NULL && title != NULL)
    found = aj_returns_book_find_activity (self->book, aj_values_get_id (place), title, date,
                                           row->typed->texts[AJ_FORM_COLUMN_FROM],
                                           row->typed->texts[AJ_FORM_COLUMN_PLACE]);
  if (found != NULL)
    g_hash_table_add (self->meant, g_strdup (aj_values_get_id (found)));
}

void
aj_returns_list_rows (AjReturns *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      AjReturnForm *form = self->forms->pdata[i];
      guint first;

      add_row (self, AJ_RETURN_ANSWER, form);
      first = self->rows->len;
      for (guint k = 0; k < form->form->rows->len; k++)
        {
          AjReturnRow *row;

          if (aj_form_row_is_blank (form->form->rows->pdata[k]))
            continue;
          row = add_row (self, AJ_RETURN_ACTIVITY, form);
          row->typed = form->form->rows->pdata[k];
          row->where = &g_array_index (form->places, AjReturnPlace, k);
        }
      find_copies (self, form, first);
      for (guint k = first; k < self->rows->len; k++)
        note_meant (self, self->rows->pdata[k]);
    }
}

/* Whether it was in the form, as far as is known. */
static gboolean
is_expected (const AjValues *activity, const AjForm *form)
{
  const char *organisation = aj_values_get_text (activity, "organisation");

  return aj_activity_counts (activity) &&
         (form->organisation_id == NULL || g_strcmp0 (organisation, form->organisation_id) == 0);
}

static void
add_left_out (AjReturns *self, AjReturnForm *form, const AjValues *activity)
{
  AjReturnRow *row = add_row (self, AJ_RETURN_LEFT_OUT, form);

  row->place = form->place;
  row->before = activity;
  row->title = g_strdup (aj_values_get_text (activity, "name"));
  row->key = g_strconcat ("activity ", aj_values_get_id (activity), NULL);
  row->after = aj_values_copy (activity);
  aj_values_set_text (row->after, "state", AJ_ACTIVITY_CANCELLED);
  row->sound = AJ_IMPORT_CHANGED;
  row->is_unsure = TRUE;
  aj_return_row_note (row, _ ("It is registered, and does not stand in the form. Take it along to "
                              "cancel it; else it stays."));
  aj_returns_settle (self, row);
}

/* A form that we made came with what was registered then. */
void
aj_returns_list_left_out (AjReturns *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  const char *edition = aj_values_get_id (aj_returns_book_get_edition (self->book));

  for (guint i = 0; i < self->forms->len; i++)
    {
      AjReturnForm *form = self->forms->pdata[i];
      const AjValues *place = aj_returns_find_place (self, form);
      gboolean is_told = form->is_ours && form->form->purpose == AJ_FORM_REGISTER &&
                         g_strcmp0 (form->form->edition_id, edition) == 0;
      GPtrArray *activities = place != NULL && is_told
                                  ? aj_returns_book_list_activities (self->book,
                                                                     aj_values_get_id (place))
                                  : NULL;

      for (guint k = 0; activities != NULL && k < activities->len; k++)
        {
          const char *id = aj_values_get_id (activities->pdata[k]);
          g_autofree char *key = g_strconcat ("activity ", id, NULL);

          if (!g_hash_table_contains (self->claims, key) &&
              is_expected (activities->pdata[k], form->form) &&
              g_hash_table_add (told, (gpointer) id))
            add_left_out (self, form, activities->pdata[k]);
        }
    }
}
