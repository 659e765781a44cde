/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with returned forms once they are there: told of, corrected,
 * accepted. */
#include "aj-returns-private.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-contact.h"
#include "aj-form-head.h"
#include "aj-participation.h"
#include "aj-text.h"

static AjReturnRow *
get_row (AjReturns *self, guint index)
{
  return self->rows->pdata[index];
}

const AjValues *
aj_returns_get_edition (AjReturns *self)
{
  g_return_val_if_fail (AJ_IS_RETURNS (self), NULL);

  return aj_returns_book_get_edition (self->book);
}

GPtrArray *
aj_returns_get_problems (AjReturns *self)
{
  g_return_val_if_fail (AJ_IS_RETURNS (self), NULL);

  return self->problems;
}

GPtrArray *
aj_returns_get_ignored (AjReturns *self)
{
  g_return_val_if_fail (AJ_IS_RETURNS (self), NULL);

  return self->ignored;
}

guint
aj_returns_count_forms (AjReturns *self)
{
  g_return_val_if_fail (AJ_IS_RETURNS (self), 0);

  return self->forms->len;
}

guint
aj_returns_count (AjReturns *self, AjImportVerdict verdict)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_RETURNS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += get_row (self, i)->verdict == verdict;
  return count;
}

guint
aj_returns_count_doubtful (AjReturns *self)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_RETURNS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += get_row (self, i)->is_doubtful;
  return count;
}

guint
aj_returns_count_wanted (AjReturns *self)
{
  guint count = 0;

  g_return_val_if_fail (AJ_IS_RETURNS (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += get_row (self, i)->wanted;
  return count;
}

guint
aj_returns_get_group (AjReturns *self, AjImportGroup group, guint *n_rows)
{
  g_return_val_if_fail (AJ_IS_RETURNS (self), 0);
  g_return_val_if_fail (group < AJ_IMPORT_N_GROUPS, 0);

  *n_rows = self->firsts[group + 1] - self->firsts[group];
  return self->firsts[group];
}

/* "12 new, 3 changed": without what there is none of. */
static void
append_count (GString *sum, guint count, const char *text)
{
  g_autofree char *before = NULL;

  if (count == 0)
    return;
  if (sum->len == 0)
    {
      g_string_append (sum, text);
      return;
    }
  before = g_strdup (sum->str);
  g_string_printf (sum, C_ ("list", "%1$s, %2$s"), before, text);
}

static void
append_new_and_changed (GString *sum, guint n_new, guint n_changed)
{
  g_autofree char *made = g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed),
                                              n_changed);

  append_count (sum, n_new, made);
  append_count (sum, n_changed, changed);
}

/* What is new or changed, and taken in or left out. */
static guint
count_choices (AjReturns *self, AjImportVerdict verdict, gboolean wanted)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += get_row (self, i)->verdict == verdict && get_row (self, i)->wanted == wanted;
  return count;
}

char *
aj_returns_dup_sum (AjReturns *self)
{
  GString *sum = g_string_new (NULL);
  guint n_same, n_refused, n_left;
  g_autofree char *left = NULL;
  g_autofree char *same = NULL;
  g_autofree char *refused = NULL;

  g_return_val_if_fail (AJ_IS_RETURNS (self), NULL);

  n_same = aj_returns_count (self, AJ_IMPORT_SAME);
  n_refused = aj_returns_count (self, AJ_IMPORT_REFUSED);
  same = g_strdup_printf (ngettext ("%u the same", "%u the same", n_same), n_same);
  refused = g_strdup_printf (ngettext ("%u refused", "%u refused", n_refused), n_refused);
  n_left = count_choices (self, AJ_IMPORT_NEW, FALSE) +
           count_choices (self, AJ_IMPORT_CHANGED, FALSE);
  left = g_strdup_printf (ngettext ("%u left out", "%u left out", n_left), n_left);
  append_new_and_changed (sum, count_choices (self, AJ_IMPORT_NEW, TRUE),
                          count_choices (self, AJ_IMPORT_CHANGED, TRUE));
  append_count (sum, n_left, left);
  append_count (sum, n_same, same);
  append_count (sum, n_refused, refused);
  return g_string_free (sum, FALSE);
}

static void
change_free (gpointer data)
{
  AjImportChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* What a reference is called, also one that is not stored yet. */
static const char *
find_title (AjReturns *self, AjReturnRow *row, const char *id)
{
  const AjValues *found = aj_returns_book_get_named (self->book, id);

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (row->made); i++)
    if (row->made[i] != NULL && g_str_equal (aj_values_get_id (row->made[i]), id))
      found = row->made[i];
  return found != NULL ? aj_values_get_text (found, "name") : NULL;
}

static char *
display (AjReturns *self, AjReturnRow *row, const AjValues *values, guint index)
{
  const AjField *field;
  const AjValue *value;
  const char *title = NULL;

  if (values == NULL)
    return g_strdup ("");
  field = &aj_values_get_record_type (values)->fields[index];
  value = aj_values_peek (values, index);
  if (field->kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT)
    title = find_title (self, row, value->as.text);
  return title != NULL ? g_strdup (title) : aj_field_display (field, value);
}

/* What a new record has when nobody says anything. */
static gboolean
is_initial (const AjField *field, const AjValue *value)
{
  g_autofree char *text = aj_field_format (field, value);

  return field->initial != NULL && g_strcmp0 (text, field->initial) == 0;
}

/* What is the same for all of a form, or stands beside it. */
static gboolean
is_told (AjReturnRow *row, const AjField *field)
{
  static const char *const plain[] = {
    "edition", "municipality", "zone", "previous", "name", NULL
  };

  if (field->internal)
    return FALSE;
  return row->before != NULL || !g_strv_contains (plain, field->name);
}

GPtrArray *
aj_returns_list_changes (AjReturns *self, AjReturnRow *row)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  const AjRecordType *type;

  g_return_val_if_fail (AJ_IS_RETURNS (self), NULL);
  g_return_val_if_fail (AJ_IS_RETURN_ROW (row), NULL);

  type = row->after != NULL ? aj_values_get_record_type (row->after) : NULL;
  for (guint i = 0; type != NULL && i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      AjImportChange *change;

      if (!is_told (row, field) || !aj_values_differ (row->before, row->after, field->name) ||
          (row->before == NULL && is_initial (field, aj_values_peek (row->after, i))))
        continue;
      change = g_new0 (AjImportChange, 1);
      change->field = field;
      change->before = display (self, row, row->before, i);
      change->after = display (self, row, row->after, i);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

/* Takes a row out of those that are about the same, which are to be settled
 * again. */
static void
release (AjReturns *self, AjReturnRow *row, GHashTable *touched)
{
  GPtrArray *others = row->key != NULL ? g_hash_table_lookup (self->claims, row->key) : NULL;

  if (others == NULL)
    return;
  g_ptr_array_remove (others, row);
  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (touched, others->pdata[i]);
}

static void
claim (AjReturns *self, AjReturnRow *row, GHashTable *touched)
{
  GPtrArray *others;

  if (row->key == NULL)
    return;
  others = g_hash_table_lookup (self->claims, row->key);
  if (others == NULL)
    {
      others = g_ptr_array_new ();
      g_hash_table_insert (self->claims, g_strdup (row->key), others);
    }
  g_ptr_array_add (others, row);
  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (touched, others->pdata[i]);
}

static void
understand_again (AjReturns *self, AjReturnRow *row, GHashTable *touched)
{
  release (self, row, touched);
  aj_returns_understand (self, row);
  claim (self, row, touched);
  g_hash_table_add (touched, row);
}

typedef struct
{
  AjReturns *self;
  GHashTable *touched;
} Again;

static void
again_cb (gpointer row, gpointer user_data)
{
  Again *again = user_data;

  understand_again (again->self, row, again->touched);
}

static void
settle_again (AjReturns *self, GHashTable *touched)
{
  Again again = { self, touched };
  GHashTableIter iter;
  gpointer row;

  aj_returns_forget_organisations (self, again_cb, &again);

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    aj_returns_settle (self, row);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      g_signal_emit_by_name (row, "judged");
      g_object_notify (row, "wanted");
    }
  g_signal_emit_by_name (self, "changed");
}

/* An answer is that of its whole form, and who fills it in counts for its
 * activities. */
static void
correct_form (AjReturns *self, AjReturnRow *row, guint cell, const char *text, GHashTable *touched)
{
  AjReturnForm *form = row->form;
  int head = aj_return_row_get_column (row, cell);

  if (head >= 0)
    aj_form_set_head (form->form, (AjFormHead) head, text, NULL);
  else
    {
      g_free (form->corrected);
      form->corrected = g_strdup (text);
      form->is_placed = FALSE;
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->form == form && get_row (self, i)->kind != AJ_RETURN_LEFT_OUT)
      understand_again (self, get_row (self, i), touched);
}

static void
correct_activity (
    AjReturns *self, AjReturnRow *row, guint cell, const char *text, GHashTable *touched)
{
  int column = aj_return_row_get_column (row, cell);

  if (column >= 0)
    aj_form_typed_set (row->form->form, row->typed, (AjFormColumn) column, text);
  else
    {
      g_free (row->corrected);
      row->corrected = g_strdup (text);
    }
  understand_again (self, row, touched);
  /* Whether they take part may follow from what they do. */
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->form == row->form && get_row (self, i)->kind == AJ_RETURN_ANSWER)
      understand_again (self, get_row (self, i), touched);
}

void
aj_returns_set_cell (AjReturns *self, AjReturnRow *row, guint cell, const char *text)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autofree char *present = NULL;

  g_return_if_fail (AJ_IS_RETURNS (self));
  g_return_if_fail (AJ_IS_RETURN_ROW (row));
  g_return_if_fail (cell < aj_return_row_get_n_cells (row));

  present = aj_return_row_dup_cell (row, cell);
  if (g_str_equal (present, text))
    return;
  /* Whoever corrects it wants it. */
  row->choice = AJ_RETURN_LEFT_ALONE;
  if (row->kind == AJ_RETURN_ANSWER)
    correct_form (self, row, cell, text, touched);
  else
    correct_activity (self, row, cell, text, touched);
  settle_again (self, touched);
}

GPtrArray *
aj_returns_list_made (AjReturns *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (AJ_IS_RETURNS (self), list);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint k = 0; get_row (self, i)->wanted && k < G_N_ELEMENTS (get_row (self, i)->made); k++)
      {
        AjValues *made = get_row (self, i)->made[k];

        if (made != NULL && g_hash_table_add (seen, made))
          g_ptr_array_add (list, (gpointer) aj_values_ref (made));
      }
  return list;
}

/* What a form does, while the edit is made. */
typedef struct
{
  const AjValues *place;
  AjFormAnswer answer;
  guint n_new;
  guint n_changed;
  guint n_cancelled;
  gboolean is_answer;
} Doing;

typedef struct
{
  AjReturns *self;
  AjEdit *edit;
  GHashTable *doings; /* (owned) (element-type AjReturnForm Doing) */
  guint n_new;
  guint n_changed;
} Taking;

static Doing *
get_doing (Taking *taking, AjReturnRow *row)
{
  Doing *doing = g_hash_table_lookup (taking->doings, row->form);

  if (doing == NULL)
    {
      doing = g_new0 (Doing, 1);
      doing->place = row->place;
      g_hash_table_insert (taking->doings, row->form, doing);
    }
  return doing;
}

static void
fill (AjValues *values, const AjValues *from, guint64 fields)
{
  for (guint i = 0; i < aj_values_get_record_type (from)->n_fields; i++)
    if (fields >> i & 1)
      aj_values_set (values, i, aj_values_peek (from, i));
}

static void
count_row (Taking *taking, AjReturnRow *row)
{
  Doing *doing = get_doing (taking, row);

  taking->n_new += row->before == NULL;
  taking->n_changed += row->before != NULL;
  if (row->kind == AJ_RETURN_ANSWER)
    {
      doing->is_answer = TRUE;
      doing->answer = aj_form_get_answer (row->form->form);
    }
  else if (row->before == NULL)
    doing->n_new++;
  else if (aj_return_row_cancels (row))
    doing->n_cancelled++;
  else
    doing->n_changed++;
}

static void
take_row (Taking *taking, AjReturnRow *row)
{
  AjValues *values;

  if (row->before != NULL)
    {
      values = aj_edit_change_values (taking->edit, row->before);
      fill (values, row->after, aj_values_diff (row->before, row->after));
    }
  else
    {
      values = aj_edit_add_with_id (taking->edit, aj_values_get_record_type (row->after),
                                    row->new_id);
      fill (values, row->after, G_MAXUINT64);
    }
  count_row (taking, row);
}

/* (transfer full): what the log of contact says of it. */
static char *
describe_doing (const AjReturnForm *form, const Doing *doing)
{
  g_autoptr (GString) done = g_string_new (NULL);
  g_autofree char *cancelled = g_strdup_printf (ngettext ("%u cancelled", "%u cancelled",
                                                          doing->n_cancelled),
                                                doing->n_cancelled);
  const char *reason = aj_text_or_null (form->form->reason);

  if (doing->is_answer && doing->answer == AJ_FORM_ANSWER_DECLINES)
    return reason != NULL
               /* Translators: %s is what somebody wrote. */
               ? g_strdup_printf (_ ("Form came back: does not take part. %s"), reason)
               : g_strdup (_ ("Form came back: does not take part."));
  append_new_and_changed (done, doing->n_new, doing->n_changed);
  append_count (done, doing->n_cancelled, cancelled);
  return done->len > 0
             /* Translators: %s is "3 new, 1 changed, 1 cancelled", of
                activities. */
             ? g_strdup_printf (_ ("Form came back. Activities: %s."), done->str)
             : g_strdup (_ ("Form came back."));
}

static void
log_doing (Taking *taking, const AjReturnForm *form, const Doing *doing)
{
  AjReturns *self = taking->self;
  const AjForm *said = form->form;
  g_autofree char *summary = describe_doing (form, doing);
  const AjValues *person = aj_returns_book_find_person (self->book, said->contact_mail,
                                                        said->contact_name);
  AjValues *contact = aj_edit_add (taking->edit, &aj_contact_record_type);

  aj_values_set_date (contact, "date", self->today);
  aj_values_set_text (contact, "way", "mail");
  aj_values_set_text (contact, "municipality", aj_values_get_id (doing->place));
  if (person != NULL)
    aj_values_set_text (contact, "person", aj_values_get_id (person));
  aj_values_set_text (contact, "edition",
                      aj_values_get_id (aj_returns_book_get_edition (self->book)));
  aj_values_set_text (contact, "summary", summary);
  aj_values_set_text (contact, "by", self->author);
}

static char *
make_label (Taking *taking)
{
  guint n_forms = g_hash_table_size (taking->doings);
  g_autoptr (GString) sum = g_string_new (NULL);

  append_new_and_changed (sum, taking->n_new, taking->n_changed);
  if (n_forms == 1)
    {
      GHashTableIter iter;
      gpointer doing;

      g_hash_table_iter_init (&iter, taking->doings);
      g_hash_table_iter_next (&iter, NULL, &doing);
      /* Translators: names a change in the history; a municipality, and "3 new, 1
     * changed". */
      return g_strdup_printf (_ ("Take in the form of %1$s: %2$s"),
                              aj_values_get_text (((Doing *) doing)->place, "name"), sum->str);
    }
  /* Translators: names a change in the history; how many, and "3 new, 1
   * changed". */
  return g_strdup_printf (ngettext ("Take in %1$u form: %2$s", "Take in %1$u forms: %2$s", n_forms),
                          n_forms, sum->str);
}

/* Whom an activity names works for who does it, as the row stands now. */
static void
place_contact (AjReturnRow *row)
{
  if (row->kind == AJ_RETURN_ACTIVITY && row->made[1] != NULL &&
      (row->typed->texts[AJ_FORM_COLUMN_CONTACT_NAME] != NULL ||
       row->typed->texts[AJ_FORM_COLUMN_CONTACT_MAIL] != NULL))
    aj_values_set_text (row->made[1], "organisation",
                        aj_values_get_text (row->after, "organisation"));
}

static void
add_made (Taking *taking)
{
  AjReturns *self = taking->self;
  g_autoptr (GPtrArray) made = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->wanted)
      place_contact (get_row (self, i));
  made = aj_returns_list_made (self);

  for (guint i = 0; i < made->len; i++)
    {
      const AjValues *values = made->pdata[i];

      fill (aj_edit_add_with_id (taking->edit, aj_values_get_record_type (values),
                                 aj_values_get_id (values)),
            values, G_MAXUINT64);
    }
}

AjEdit *
aj_returns_make_edit (AjReturns *self)
{
  Taking taking = { .self = self };
  g_autofree char *label = NULL;

  g_return_val_if_fail (AJ_IS_RETURNS (self), NULL);

  taking.edit = aj_edit_new (self->store, "");
  taking.doings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  add_made (&taking);
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->wanted)
      take_row (&taking, get_row (self, i));
  for (guint i = 0; i < self->forms->len; i++)
    {
      const Doing *doing = g_hash_table_lookup (taking.doings, self->forms->pdata[i]);

      if (doing != NULL)
        log_doing (&taking, self->forms->pdata[i], doing);
    }
  label = make_label (&taking);
  aj_edit_set_label (taking.edit, label);
  g_hash_table_unref (taking.doings);
  return taking.edit;
}

static void
make_in_thread (GTask *task, gpointer returns, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, aj_returns_make_edit (returns), g_object_unref);
}

void
aj_returns_make_edit_async (AjReturns *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_RETURNS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, aj_returns_make_edit_async);
  g_task_run_in_thread (task, make_in_thread);
}

AjEdit *
aj_returns_make_edit_finish (AjReturns *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
