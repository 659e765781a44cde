/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-private.h"

#include <glib/gi18n-lib.h>

#include "aj-text.h"

/* What is done with a preview once it is there: corrected, told of, accepted. */

static AjImportRow *
get_row (AjImport *self, guint index)
{
  return self->rows->pdata[index];
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
append_counted (GString *sum, AjImportVerdict verdict, guint count)
{
  g_autofree char *text = NULL;

  switch (verdict)
    {
    case AJ_IMPORT_NEW:
      text = g_strdup_printf (ngettext ("%u new", "%u new", count), count);
      break;
    case AJ_IMPORT_CHANGED:
      text = g_strdup_printf (ngettext ("%u changed", "%u changed", count), count);
      break;
    case AJ_IMPORT_SAME:
      text = g_strdup_printf (ngettext ("%u the same", "%u the same", count), count);
      break;
    case AJ_IMPORT_REFUSED:
    case AJ_IMPORT_N_VERDICTS:
    default:
      text = g_strdup_printf (ngettext ("%u refused", "%u refused", count), count);
      break;
    }
  append_count (sum, count, text);
}

char *
aj_import_dup_sum (AjImport *self)
{
  GString *sum = g_string_new (NULL);

  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);

  for (guint i = 0; i < AJ_IMPORT_N_VERDICTS; i++)
    append_counted (sum, (AjImportVerdict) i, aj_import_count (self, (AjImportVerdict) i));
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

/* The row that has been given this id, whether it keeps it or not. */
static AjImportRow *
find_row (AjImport *self, const char *id)
{
  if (self->by_id == NULL)
    {
      self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->rows->len; i++)
        g_hash_table_insert (self->by_id, get_row (self, i)->id, get_row (self, i));
    }
  return g_hash_table_lookup (self->by_id, id);
}

/* What a reference is called that is not stored yet. */
static const char *
find_new_title (AjImport *self, AjImportRow *row, const char *id)
{
  AjImportRow *other;

  for (guint i = 0; row->makes != NULL && i < row->makes->len; i++)
    {
      AjImportMissing *missing = row->makes->pdata[i];

      if (g_strcmp0 (aj_values_get_id (missing->values), id) == 0)
        return missing->name;
    }
  other = find_row (self, id);
  return other != NULL ? other->title : id;
}

static char *
display (AjImport *self, AjImportRow *row, const AjValues *values, guint index)
{
  const AjField *field = &self->type->fields[index];
  const AjValue *value = values != NULL ? aj_values_peek (values, index) : NULL;
  const char *title;

  if (value == NULL)
    return g_strdup ("");
  if (field->kind != AJ_FIELD_REFERENCE || value->kind != AJ_VALUE_TEXT)
    return aj_field_display (field, value);
  title = aj_name_book_get_title (aj_import_index_get_names (self->index),
                                  aj_record_type_lookup (field->target), value->as.text);
  return g_strdup (title != NULL ? title : find_new_title (self, row, value->as.text));
}

GPtrArray *
aj_import_list_changes (AjImport *self, AjImportRow *row)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (row), NULL);

  for (guint i = 0; row->after != NULL && i < self->type->n_fields; i++)
    {
      const AjField *field = &self->type->fields[i];
      AjImportChange *change;

      if ((row->set & (G_GUINT64_CONSTANT (1) << i)) == 0 ||
          !aj_values_differ (row->before, row->after, field->name))
        continue;
      change = g_new0 (AjImportChange, 1);
      change->field = field;
      change->before = display (self, row, row->before, i);
      change->after = display (self, row, row->after, i);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

static void
judge_again (AjImport *self, AjImportRow *row)
{
  /* It may get another id. */
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  aj_import_judge (self, row);
  g_signal_emit_by_name (row, "judged");
}

/* Whether one of its references may mean a row that has @names, folded. */
static gboolean
may_refer_to (AjImport *self, AjImportRow *row, const char *const *names)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const AjField *field = aj_import_get_column_field (self, i);
      g_autofree char *text = NULL;

      if (field == NULL || field->kind != AJ_FIELD_REFERENCE || *row->cells[i] == '\0' ||
          aj_record_type_lookup (field->target) != self->type)
        continue;
      text = aj_text_fold (row->cells[i]);
      if (g_strv_contains (names, text))
        return TRUE;
    }
  return FALSE;
}

void
aj_import_set_cell (AjImport *self, AjImportRow *row, guint column, const char *text)
{
  g_autofree char *old_title = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (AJ_IS_IMPORT (self));
  g_return_if_fail (AJ_IS_IMPORT_ROW (row));
  g_return_if_fail (column < self->fields->len);

  if (g_str_equal (row->cells[column], text))
    return;
  old_title = aj_text_fold (row->title);
  aj_import_enlist (self, row, FALSE);
  g_free (row->cells[column]);
  row->cells[column] = g_strdup (text);
  aj_import_enlist (self, row, TRUE);
  judge_again (self, row);
  title = aj_text_fold (row->title);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *const names[] = { old_title, title, row->id, NULL };
      AjImportRow *other = get_row (self, i);

      if (other != row && (other->rival == row || may_refer_to (self, other, names)))
        judge_again (self, other);
    }
  aj_import_tell (self);
}

void
aj_import_set_make_missing (AjImport *self, gboolean make_missing)
{
  g_return_if_fail (AJ_IS_IMPORT (self));

  if (self->make_missing == make_missing)
    return;
  self->make_missing = make_missing;
  for (guint i = 0; i < self->rows->len; i++)
    if (aj_import_row_settle (get_row (self, i), make_missing))
      g_signal_emit_by_name (get_row (self, i), "judged");
  aj_import_tell (self);
}

gboolean
aj_import_get_make_missing (AjImport *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), FALSE);

  return self->make_missing;
}

static gboolean
could_be_taken (AjImportRow *row)
{
  return row->sound != AJ_IMPORT_REFUSED && row->sound != AJ_IMPORT_SAME &&
         row->choice != AJ_IMPORT_LEFT_OUT && (!row->unsure || row->choice == AJ_IMPORT_TAKEN);
}

/* Of all rows that @takes says yes to, each once. */
static GPtrArray *
list_made (AjImport *self, gboolean (*takes) (AjImportRow *row))
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AjImportRow *row = get_row (self, i);

      for (guint j = 0; row->makes != NULL && takes (row) && j < row->makes->len; j++)
        {
          AjImportMissing *missing = row->makes->pdata[j];

          if (g_hash_table_add (seen, missing))
            g_ptr_array_add (list, (gpointer) aj_values_ref (missing->values));
        }
    }
  return list;
}

GPtrArray *
aj_import_list_missing (AjImport *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);

  return list_made (self, could_be_taken);
}

static void
fill (AjValues *values, const AjValues *from, guint64 set)
{
  for (guint i = 0; i < aj_values_get_record_type (from)->n_fields; i++)
    if (set & (G_GUINT64_CONSTANT (1) << i))
      aj_values_set (values, i, aj_values_peek (from, i));
}

/* A row that another row refers to has an id of its own, which is not that of the record when that was there before; and
 * is nothing at all when it is left out. */
static void
mend_references (AjImport *self, AjImportRow *row, AjValues *values)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const AjField *field = &self->type->fields[i];
      const AjValue *value = aj_values_peek (values, i);
      AjImportRow *other;

      if ((row->set & (G_GUINT64_CONSTANT (1) << i)) == 0 || field->kind != AJ_FIELD_REFERENCE ||
          value->kind != AJ_VALUE_TEXT || aj_record_type_lookup (field->target) != self->type)
        continue;
      other = find_row (self, value->as.text);
      if (other == NULL || (other->before == NULL && other->wanted))
        continue;
      if (other->before != NULL)
        aj_values_set_text (values, field->name, aj_values_get_id (other->before));
      else if (row->before != NULL)
        aj_values_set (values, i, aj_values_peek (row->before, i));
      else
        aj_values_clear (values, field->name);
    }
}

static void
add_row (AjImport *self, AjEdit *edit, AjImportRow *row)
{
  AjValues *values = row->before != NULL ? aj_edit_change_values (edit, row->before)
                                         : aj_edit_add_with_id (edit, self->type, row->id);

  fill (values, row->after, row->set);
  mend_references (self, row, values);
}

/* "Import contacts.csv: 12 new, 3 changed, 2 more added for them". */
static char *
make_label (AjImport *self, guint n_new, guint n_changed, guint n_made)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  g_autofree char *made = g_strdup_printf (
      /* Translators: of records that were added because what was imported refers to them. */
      ngettext ("%u more added for them", "%u more added for them", n_made), n_made);

  append_counted (sum, AJ_IMPORT_NEW, n_new);
  append_counted (sum, AJ_IMPORT_CHANGED, n_changed);
  append_count (sum, n_made, made);
  /* Translators: the name of a file, and "12 new, 3 changed". */
  return g_strdup_printf (_ ("Import %1$s: %2$s"), self->name, sum->str);
}

static gboolean
is_wanted (AjImportRow *row)
{
  return row->wanted;
}

AjEdit *
aj_import_make_edit (AjImport *self)
{
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (GPtrArray) made = NULL;
  g_autofree char *label = NULL;
  guint n_new = 0, n_changed = 0;

  g_return_val_if_fail (AJ_IS_IMPORT (self), NULL);

  edit = aj_edit_new (self->store, "");
  made = list_made (self, is_wanted);
  for (guint i = 0; i < made->len; i++)
    {
      const AjValues *values = made->pdata[i];
      const AjRecordType *type = aj_values_get_record_type (values);

      fill (aj_edit_add_with_id (edit, type, aj_values_get_id (values)), values, G_MAXUINT64);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      AjImportRow *row = get_row (self, i);

      if (!row->wanted)
        continue;
      add_row (self, edit, row);
      n_new += row->before == NULL;
      n_changed += row->before != NULL;
    }
  label = make_label (self, n_new, n_changed, made->len);
  aj_edit_set_label (edit, label);
  return g_steal_pointer (&edit);
}

static void
make_in_thread (GTask *task, gpointer import, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, aj_import_make_edit (import), g_object_unref);
}

void
aj_import_make_edit_async (AjImport *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AJ_IS_IMPORT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, aj_import_make_edit_async);
  g_task_run_in_thread (task, make_in_thread);
}

AjEdit *
aj_import_make_edit_finish (AjImport *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
aj_import_tell (AjImport *self)
{
  g_signal_emit_by_name (self, "changed");
}
