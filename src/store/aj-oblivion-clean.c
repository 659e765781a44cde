/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-oblivion-private.h"

#include <string.h>

#include "aj-history-private.h"

/* A field that is theirs alone: of their own record, or about them. */
static gboolean
is_theirs (AjOblivion *self, const AjValues *values, const AjField *field, const AjValues *present)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *id = aj_values_get_id (values);
  guint index = (guint) (field - type->fields);

  if (!field->personal || !aj_oblivion_concerns (self, type, id))
    return FALSE;
  if (field->about == NULL)
    return type == self->request->type && g_hash_table_contains (self->ids, id);
  if (present == NULL || aj_oblivion_is_field_about (self, present, field))
    return TRUE;
  /* It is about somebody else by now: what it says today is of that one. */
  return !aj_value_equal (aj_values_peek (present, index), aj_values_peek (values, index));
}

static gboolean
is_signed (AjOblivion *self, const AjRecordType *type, const AjField *field, const char *text)
{
  return field->personal && field->about == NULL && type != self->request->type &&
         aj_oblivion_is_name (self, text);
}

/* What stands in the place of a value that goes. */
static void
blank_value (AjOblivion *self, const AjRecordType *type, const AjField *field, AjValue *value)
{
  gboolean is_title = type == self->request->type && field == aj_oblivion_get_title_field (type);

  if (is_title && field->required)
    aj_value_set_text (value, self->request->name);
  else if (field->required && field->kind == AJ_FIELD_TEXT)
    aj_value_set_text (value, AJ_TRACES_MARK);
  else
    aj_value_clear (value);
}

static gboolean
is_blanked (AjOblivion *self, const AjValue *value)
{
  return value->kind == AJ_VALUE_NONE ||
         (value->kind == AJ_VALUE_TEXT && (g_str_equal (value->as.text, AJ_TRACES_MARK) ||
                                           g_strcmp0 (value->as.text, self->request->name) == 0));
}

/* The ids that the program keeps are no text for people. */
static gboolean
is_prose (const AjRecordType *type, const AjField *field)
{
  return !(field->internal && field->unique) &&
         g_strcmp0 (field->name, type->distinct_field) != 0 &&
         g_strcmp0 (field->name, type->merged_field) != 0;
}

/* FALSE when the field stays as it is. */
static gboolean
clean_field (AjOblivion *self,
             const AjValues *values,
             guint index,
             const AjValues *present,
             AjValue *cleaned)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjField *field = &type->fields[index];
  const AjValue *value = aj_values_peek (values, index);
  g_autofree char *text = NULL;

  if (is_blanked (self, value))
    return FALSE;
  if (is_theirs (self, values, field, present))
    {
      blank_value (self, type, field, cleaned);
      return TRUE;
    }
  if (field->kind != AJ_FIELD_TEXT || value->kind != AJ_VALUE_TEXT)
    return FALSE;
  if (is_signed (self, type, field, value->as.text))
    {
      blank_value (self, type, field, cleaned);
      return TRUE;
    }
  if ((self->request->flags & AJ_FORGET_KEEP_MENTIONS) || !is_prose (type, field))
    return FALSE;
  text = aj_traces_replace (self->alone, value->as.text);
  if (text == NULL)
    return FALSE;
  if (field->form != AJ_FORM_FREE)
    blank_value (self, type, field, cleaned);
  else
    aj_value_set_text (cleaned, text);
  return TRUE;
}

/* A rule may want one of the fields that went: it then says that something was there. */
static void
satisfy_rules (const AjValues *before, AjValues *after)
{
  const AjRecordType *type = aj_values_get_record_type (after);

  if (aj_values_check (after, NULL, NULL))
    return;
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (AjValue) mark = AJ_VALUE_INIT;

      if (type->fields[i].kind != AJ_FIELD_TEXT || type->fields[i].form != AJ_FORM_FREE ||
          aj_values_peek (before, i)->kind == AJ_VALUE_NONE ||
          aj_values_peek (after, i)->kind != AJ_VALUE_NONE)
        continue;
      aj_value_set_text (&mark, AJ_TRACES_MARK);
      aj_values_set (after, i, &mark);
    }
}

/* On the record itself it is told since when, also where history would bring it back. */
static void
note_date (AjOblivion *self, AjValues *after)
{
  const AjForgetRequest *request = self->request;

  if (aj_values_get_record_type (after) != request->type ||
      !g_hash_table_contains (self->ids, aj_values_get_id (after)))
    return;
  if (request->date_field != NULL)
    aj_values_set_date (after, request->date_field, request->date);
  if (request->end_field != NULL && aj_values_is_empty (after, request->end_field))
    aj_values_set_date (after, request->end_field, request->date);
}

AjValues *
aj_oblivion_clean (AjOblivion *self,
                   const AjValues *values,
                   guint64 fields,
                   const AjValues *present)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  g_autoptr (AjValues) after = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_auto (AjValue) cleaned = AJ_VALUE_INIT;

      if ((fields & (G_GUINT64_CONSTANT (1) << i)) == 0 ||
          !clean_field (self, values, i, present, &cleaned))
        continue;
      if (after == NULL)
        after = aj_values_copy (values);
      aj_values_set (after, i, &cleaned);
    }
  if (after != NULL && fields == AJ_ALL_FIELDS)
    {
      satisfy_rules (values, after);
      note_date (self, after);
    }
  return g_steal_pointer (&after);
}

gboolean
aj_oblivion_may_concern (AjOblivion *self,
                         const AjRecordType *type,
                         const char *id,
                         const char *json)
{
  return json != NULL &&
         (aj_oblivion_concerns (self, type, id) || aj_traces_may_be_in (self->own, json));
}

char *
aj_oblivion_clean_label (AjOblivion *self, const char *label, gboolean own)
{
  if (own)
    return aj_traces_replace (self->own, label);
  if (self->request->flags & AJ_FORGET_KEEP_MENTIONS)
    return NULL;
  return aj_traces_replace (self->alone, label);
}

static gboolean
is_name_alone (AjOblivion *self, const char *text)
{
  g_autofree char *key = aj_oblivion_make_trace_key (AJ_TRACE_NAME, text);

  return g_hash_table_contains (self->all[AJ_TRACE_NAME], key) &&
         !g_hash_table_contains (self->shared, key);
}

gboolean
aj_oblivion_is_name (AjOblivion *self, const char *author)
{
  const char *organisation = strstr (author, " (");
  g_autofree char *name = NULL;

  if (is_name_alone (self, author))
    return TRUE;
  if (organisation == NULL || !g_str_has_suffix (author, ")"))
    return FALSE;
  name = g_strndup (author, (gsize) (organisation - author));
  return is_name_alone (self, name);
}

/* The number of an organisation is its own, whoever else answers it. */
static gboolean
is_shared (AjOblivion *self, const AjRecordType *type, const AjField *field, const char *text)
{
  AjTraceKind kind = AJ_N_TRACES;
  g_auto (GStrv) traces = aj_oblivion_list_traces (type, field, text, &kind);

  for (char **trace = traces; trace != NULL && *trace != NULL; trace++)
    {
      g_autofree char *key = aj_oblivion_make_trace_key (kind, *trace);

      if (g_hash_table_contains (self->all[kind], key) && g_hash_table_contains (self->shared, key))
        return TRUE;
    }
  return FALSE;
}

void
aj_oblivion_list_mentions (AjOblivion *self, const AjValues *values, GPtrArray *mentions)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjField *title = aj_oblivion_get_title_field (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const char *text = aj_oblivion_get_text (values, i);
      g_autofree char *replaced = NULL;
      AjMention *mention;
      gboolean shared;

      if (text == NULL || field->kind != AJ_FIELD_TEXT || !is_prose (type, field) ||
          is_theirs (self, values, field, values))
        continue;
      shared = is_shared (self, type, field, text);
      replaced = aj_traces_replace (self->alone, text);
      if (!shared && replaced == NULL && !is_signed (self, type, field, text))
        continue;
      mention = g_new0 (AjMention, 1);
      mention->type = type;
      mention->id = g_strdup (aj_values_get_id (values));
      mention->title = title != NULL ? g_strdup (aj_values_get_text (values, title->name)) : NULL;
      mention->field = field;
      mention->text = g_strdup (text);
      mention->shared = shared;
      g_ptr_array_add (mentions, mention);
    }
}
