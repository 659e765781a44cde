/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-headings.h"
#include "aj-named-record.h"
#include "aj-person.h"
#include "aj-text.h"

/* One row while it is judged. */
typedef struct
{
  AjImport *import;
  AjImportRow *row;
  AjValues *given; /* (owned): what stands in its cells */
  char *refusal;   /* (owned) (nullable): sentences that are no fault of a cell */
} Judging;

static guint64
bit (guint index)
{
  return G_GUINT64_CONSTANT (1) << index;
}

void
aj_import_add_sentence (char **text, const char *sentence)
{
  char *joined = *text != NULL ? g_strconcat (*text, "\n", sentence, NULL) : g_strdup (sentence);

  g_free (*text);
  *text = joined;
}

static void
fault_cell (Judging *self, guint column, const char *sentence)
{
  AjImportRow *row = self->row;

  if (row->cell_faults == NULL)
    {
      guint n_columns = self->import->fields->len;

      row->cell_faults = g_new0 (char *, n_columns + 1);
      for (guint i = 0; i < n_columns; i++)
        row->cell_faults[i] = g_strdup ("");
    }
  if (*row->cell_faults[column] != '\0')
    return;
  g_free (row->cell_faults[column]);
  row->cell_faults[column] = g_strdup (sentence);
}

static void
set_given (Judging *self, guint index, const AjValue *value)
{
  aj_values_set (self->given, index, value);
  self->row->set |= bit (index);
}

/* The id itself was taken when the row was enlisted. */
static void
check_id (Judging *self, guint column)
{
  g_autofree char *clean = aj_text_clean_line (self->row->cells[column]);
  g_autofree char *sentence = NULL;

  if (*clean == '\0' || self->row->has_own_id)
    return;
  sentence = g_strdup_printf (
      _ ("“%s” is not an id of this program. Leave it empty for something new."), clean);
  fault_cell (self, column, sentence);
}

static void
read_plain (Judging *self, guint column, guint index)
{
  const AjRecordType *type = self->import->type;
  const AjField *field = &type->fields[index];
  const char *cell = self->row->cells[column];
  const char *code = field->kind == AJ_FIELD_CHOICE ? aj_heading_find_choice (field, cell) : NULL;
  g_autofree char *text = aj_name_book_dup_code (type, field, code != NULL ? code : cell);
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!aj_field_parse (field, text, &value, &error) ||
      (value.kind != AJ_VALUE_NONE && !aj_field_check (field, &value, &error)))
    fault_cell (self, column, error->message);
  else if (value.kind != AJ_VALUE_NONE)
    set_given (self, index, &value);
}

/* Quoted in a sentence, however long it is. */
static char *
quote (const char *text)
{
  return aj_text_truncate_utf16 (text, 80);
}

static char *
say_none (const AjField *field, const char *text, const char *like)
{
  g_autofree char *quoted = quote (text);

  if (like == NULL)
    /* Translators: the label of a field, and a name that was looked for. */
    return g_strdup_printf (_ ("%1$s: there is none called “%2$s”."), aj_field_get_label (field),
                            quoted);
  /* Translators: the label of a field, a name that was looked for, and one that is like it. */
  return g_strdup_printf (_ ("%1$s: there is none called “%2$s”. Did you mean “%3$s”?"),
                          aj_field_get_label (field), quoted, like);
}

/* NULL when a record cannot be made that has nothing but this name. */
static AjImportMissing *
find_missing (AjImport *import, const AjRecordType *target, const char *name)
{
  g_autofree char *folded = aj_text_fold (name);
  g_autofree char *key = g_strconcat (target->name, "/", folded, NULL);
  AjImportMissing *missing = g_hash_table_lookup (import->missing, key);
  g_autoptr (AjValues) values = NULL;

  if (missing != NULL || !aj_named_record_is_enough (target) || g_uuid_string_is_valid (name))
    return missing;
  values = aj_values_new (target, NULL);
  aj_named_record_fill (values, name);
  if (!aj_values_check (values, NULL, NULL))
    return NULL;
  missing = g_new0 (AjImportMissing, 1);
  missing->type = target;
  missing->name = g_strdup (name);
  missing->values = g_steal_pointer (&values);
  g_hash_table_insert (import->missing, g_steal_pointer (&key), missing);
  return missing;
}

static void
suggest (Judging *self, guint column, const char *like)
{
  if (like == NULL || self->row->suggestion != NULL)
    return;
  self->row->suggestion = g_strdup (like);
  self->row->suggestion_column = column;
}

static void
refer_to_missing (
    Judging *self, guint column, guint index, const AjRecordType *target, const char *text)
{
  AjImportRow *row = self->row;
  const AjField *field = &self->import->type->fields[index];
  const char *like = aj_name_book_suggest (aj_import_index_get_names (self->import->index), target,
                                           text);
  g_autofree char *none = say_none (field, text, like);
  g_auto (AjValue) value = AJ_VALUE_INIT;
  AjImportMissing *missing = find_missing (self->import, target, text);

  suggest (self, column, like);
  if (missing == NULL)
    {
      fault_cell (self, column, none);
      return;
    }
  if (row->makes == NULL)
    row->makes = g_ptr_array_new ();
  g_ptr_array_add (row->makes, missing);
  aj_import_add_sentence (&row->lack, none);
  if (like != NULL)
    {
      g_autofree char *note = g_strdup_printf (
          /* Translators: the label of a field, a name that is new, and one that is like it. */
          _ ("%1$s: “%2$s” is new. Did you mean “%3$s”?"), aj_field_get_label (field), text, like);

      aj_import_add_sentence (&row->notes, note);
    }
  aj_value_set_text (&value, aj_values_get_id (missing->values));
  set_given (self, index, &value);
}

/* Another row of the file that is called so. */
static AjImportRow *
find_coming (AjImport *import, const char *text)
{
  g_autofree char *folded = aj_text_fold (text);

  return g_hash_table_lookup (import->coming, folded);
}

static void
read_reference (Judging *self, guint column, guint index)
{
  AjImport *import = self->import;
  const AjField *field = &import->type->fields[index];
  const AjRecordType *target = aj_record_type_lookup (field->target);
  g_autofree char *text = aj_text_clean_line (self->row->cells[column]);
  g_auto (AjValue) value = AJ_VALUE_INIT;
  AjImportRow *coming = NULL;
  const char *id = NULL;
  AjNameFound found;

  if (*text == '\0')
    return;
  found = aj_name_book_find (aj_import_index_get_names (import->index), target, text, &id);
  if (found == AJ_NAME_FOUND_NONE && target == import->type)
    coming = find_coming (import, text);
  if (found == AJ_NAME_FOUND_MANY)
    {
      g_autofree char *quoted = quote (text);
      g_autofree char *sentence = g_strdup_printf (
          /* Translators: the label of a field, and a name. */
          _ ("%1$s: several are called “%2$s”. Write the id of the one that is meant."),
          aj_field_get_label (field), quoted);

      fault_cell (self, column, sentence);
      return;
    }
  if (found == AJ_NAME_FOUND_NONE && coming == NULL)
    {
      refer_to_missing (self, column, index, target, text);
      return;
    }
  aj_value_set_text (&value, coming != NULL ? coming->id : id);
  set_given (self, index, &value);
}

static void
read_cells (Judging *self)
{
  AjImport *import = self->import;

  for (guint column = 0; column < import->fields->len; column++)
    {
      int field = g_array_index (import->fields, int, column);

      if (field == AJ_HEADING_ID)
        check_id (self, column);
      else if (import->type->fields[field].kind == AJ_FIELD_REFERENCE)
        read_reference (self, column, (guint) field);
      else
        read_plain (self, column, (guint) field);
    }
}

/* What a new record needs and the file does not say. */
static void
guess_choices (Judging *self)
{
  AjImportRow *row = self->row;
  const AjRecordType *type = self->import->type;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *note = NULL;
      const char *code;

      if (field->kind != AJ_FIELD_CHOICE || !field->required || field->internal ||
          !aj_values_is_empty (row->after, field->name) || type->title_field == NULL ||
          aj_values_is_empty (row->after, type->title_field))
        continue;
      if (row->cell_faults != NULL && aj_import_find_column (self->import, (int) i) >= 0 &&
          *row->cell_faults[aj_import_find_column (self->import, (int) i)] != '\0')
        continue;
      code = aj_named_record_guess (type, field,
                                    aj_values_get_text (row->after, type->title_field));
      aj_values_set_text (row->after, field->name, code);
      row->set |= bit (i);
      note = g_strdup_printf (
          /* Translators: the label of a field, and one of its choices. */
          _ ("%1$s is not filled in. It becomes “%2$s”."), aj_field_get_label (field),
          aj_field_get_choice_label (field, code));
      aj_import_add_sentence (&row->notes, note);
    }
}

static void
make_after (Judging *self)
{
  AjImportRow *row = self->row;
  const AjRecordType *type = self->import->type;

  row->after = row->before != NULL ? aj_values_copy (row->before) : aj_values_new (type, row->id);
  for (guint i = 0; i < type->n_fields; i++)
    if (row->set & bit (i))
      aj_values_set (row->after, i, aj_values_peek (self->given, i));
  if (row->before == NULL)
    guess_choices (self);
}

/* @field is NULL for a rule over several. */
static void
fault_field (Judging *self, const AjField *field, const char *sentence)
{
  int column = field != NULL
                   ? aj_import_find_column (self->import,
                                            aj_record_type_find (self->import->type, field->name))
                   : -1;

  if (column >= 0)
    fault_cell (self, (guint) column, sentence);
  else
    aj_import_add_sentence (&self->refusal, sentence);
}

/* All that the table of fields says, and not only the first: who corrects one thing is to see the next. */
static void
check_after (Judging *self)
{
  const AjRecordType *type = self->import->type;
  g_autoptr (AjValues) prepared = aj_values_copy (self->row->after);
  const AjField *failed = NULL;
  g_autoptr (GError) error = NULL;

  /* The store does so too; what the program fills in is no part of the preview. */
  aj_values_prepare (self->row->before, prepared);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autoptr (GError) why = NULL;

      if (!aj_field_check (&type->fields[i], aj_values_peek (prepared, i), &why))
        fault_field (self, &type->fields[i], why->message);
    }
  if (self->row->cell_faults == NULL && self->refusal == NULL &&
      !aj_values_check (prepared, &failed, &error))
    fault_field (self, failed, error->message);
}

static void
compare (Judging *self)
{
  AjImportRow *row = self->row;
  g_auto (AjImportMatch) match = { 0 };

  aj_import_match (self->import, row, self->given, &match);
  if (match.refusal != NULL)
    {
      aj_import_add_sentence (&self->refusal, match.refusal);
      return;
    }
  if (match.note != NULL)
    {
      row->unsure = TRUE;
      aj_import_add_sentence (&row->notes, match.note);
    }
  row->before = match.found != NULL ? aj_values_ref (match.found) : NULL;
  make_after (self);
  check_after (self);
}

/* What it is called: by what tells it apart, as it stands there; else by whatever stands first. */
static char *
make_title (AjImport *import, AjImportRow *row)
{
  GString *title = g_string_new (NULL);

  for (const char *const *name = import->type->identity; *name != NULL; name++)
    {
      int column = aj_import_find_column (import, aj_record_type_find (import->type, *name));
      g_autofree char *text = column >= 0 ? aj_text_clean_line (row->cells[column]) : NULL;
      const AjField *field = aj_record_type_get_field (import->type, *name, NULL);
      const char *known = text != NULL && field->kind == AJ_FIELD_REFERENCE
                              ? aj_name_book_get_title (aj_import_index_get_names (import->index),
                                                        aj_record_type_lookup (field->target), text)
                              : NULL;

      if (text != NULL && *text != '\0')
        g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "",
                                known != NULL ? known : text);
      if (title->len > 0 && aj_import_index_goes_by_title (import->index))
        break;
    }
  if (title->len == 0 && row->before != NULL && import->type->title_field != NULL)
    g_string_append (title, aj_values_get_text (row->before, import->type->title_field));
  for (guint i = 0; title->len == 0 && i < import->fields->len; i++)
    {
      g_autofree char *text = aj_text_clean_line (row->cells[i]);

      g_string_append (title, text);
    }
  return g_string_free (title, FALSE);
}

/* All that is wrong with its cells, and then what is wrong with it as a whole. */
static void
take_refusals (Judging *self)
{
  AjImportRow *row = self->row;

  g_clear_pointer (&row->notes, g_free);
  for (guint i = 0; row->cell_faults != NULL && row->cell_faults[i] != NULL; i++)
    if (*row->cell_faults[i] != '\0')
      aj_import_add_sentence (&row->notes, row->cell_faults[i]);
  if (self->refusal != NULL)
    aj_import_add_sentence (&row->notes, self->refusal);
  row->sound = AJ_IMPORT_REFUSED;
}

static void
conclude (Judging *self)
{
  AjImportRow *row = self->row;

  if (row->cell_faults != NULL || self->refusal != NULL)
    take_refusals (self);
  else if (row->before == NULL)
    row->sound = AJ_IMPORT_NEW;
  else
    row->sound = aj_values_diff (row->before, row->after) != 0 ? AJ_IMPORT_CHANGED : AJ_IMPORT_SAME;
}

static void
take_id (AjImport *self, AjImportRow *row)
{
  int column = aj_import_find_column (self, AJ_HEADING_ID);
  g_autofree char *clean = column >= 0 ? aj_text_clean_line (row->cells[column]) : g_strdup ("");
  g_autofree char *id = g_ascii_strdown (clean, -1);
  gboolean is_id = g_uuid_string_is_valid (id);

  if (!is_id && !row->has_own_id)
    return;
  g_free (row->id);
  row->id = is_id ? g_steal_pointer (&id) : g_uuid_string_random ();
  row->has_own_id = is_id;
}

/* @key is taken. */
static void
enlist_as (AjImport *self, AjImportRow *row, char *key, gboolean known)
{
  AjImportRow *other = g_hash_table_lookup (self->coming, key);

  if (known && other == NULL && *key != '\0')
    {
      g_hash_table_insert (self->coming, key, row);
      return;
    }
  if (!known && other == row)
    g_hash_table_remove (self->coming, key);
  g_free (key);
}

void
aj_import_enlist (AjImport *self, AjImportRow *row, gboolean known)
{
  const char *title_field = self->type->title_field;
  int column = title_field != NULL
                   ? aj_import_find_column (self, aj_record_type_find (self->type, title_field))
                   : -1;

  if (known)
    take_id (self, row);
  if (row->has_own_id)
    enlist_as (self, row, g_strdup (row->id), known);
  if (column >= 0)
    enlist_as (self, row, aj_text_fold (row->cells[column]), known);
}

void
aj_import_judge (AjImport *self, AjImportRow *row)
{
  Judging judging = { .import = self, .row = row };

  aj_import_release (self, row);
  aj_import_row_reset (row);
  judging.given = aj_values_new_empty (self->type, row->id, 0);
  if (row->fault != NULL)
    judging.refusal = g_strdup (row->fault);
  else
    {
      read_cells (&judging);
      compare (&judging);
      if (row->cell_faults == NULL && judging.refusal == NULL)
        judging.refusal = aj_import_claim (self, row);
    }
  g_free (row->title);
  row->title = make_title (self, row);
  conclude (&judging);
  aj_import_row_settle (row, self->make_missing);
  aj_values_unref (judging.given);
  g_free (judging.refusal);
}
