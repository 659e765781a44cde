/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-values.h"

#include <glib/gi18n-lib.h>

#include "aj-text.h"

struct _AjValues
{
  gatomicrefcount references;
  const AjRecordType *type;
  gint64 revision;
  char *id; /* (owned): GRefString */
  AjValue values[];
};

static const AjValue no_value = AJ_VALUE_INIT;

AjValues *
aj_values_new_empty (const AjRecordType *type, const char *id, gint64 revision)
{
  AjValues *self = g_malloc0 (sizeof (AjValues) + type->n_fields * sizeof (AjValue));

  g_atomic_ref_count_init (&self->references);
  self->type = type;
  self->revision = revision;
  if (id != NULL || type->single_id != NULL)
    {
      self->id = g_ref_string_new (id != NULL ? id : type->single_id);
    }
  else
    {
      g_autofree char *uuid = g_uuid_string_random ();
      self->id = g_ref_string_new (uuid);
    }
  return self;
}

AjValues *
aj_values_new (const AjRecordType *type, const char *id)
{
  AjValues *self = aj_values_new_empty (type, id, 0);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autoptr (GError) error = NULL;

      if (type->fields[i].initial != NULL &&
          !aj_field_parse (&type->fields[i], type->fields[i].initial, &self->values[i], &error))
        g_critical ("the initial value of %s.%s is wrong: %s", type->name, type->fields[i].name,
                    error->message);
    }
  return self;
}

AjValues *
aj_values_copy (const AjValues *self)
{
  AjValues *copy = aj_values_new_empty (self->type, self->id, self->revision);

  for (guint i = 0; i < self->type->n_fields; i++)
    aj_value_copy (&self->values[i], &copy->values[i]);
  return copy;
}

/* Counting references changes no value, so holders of a const state may do it. */
AjValues *
aj_values_ref (const AjValues *self)
{
  AjValues *counted = (AjValues *) self;

  g_atomic_ref_count_inc (&counted->references);
  return counted;
}

void
aj_values_unref (const AjValues *self)
{
  AjValues *counted = (AjValues *) self;

  if (!g_atomic_ref_count_dec (&counted->references))
    return;
  for (guint i = 0; i < counted->type->n_fields; i++)
    aj_value_clear (&counted->values[i]);
  g_ref_string_release (counted->id);
  g_free (counted);
}

const AjRecordType *
aj_values_get_record_type (const AjValues *self)
{
  return self->type;
}

const char *
aj_values_get_id (const AjValues *self)
{
  return self->id;
}

gint64
aj_values_get_revision (const AjValues *self)
{
  return self->revision;
}

void
aj_values_set_revision (AjValues *self, gint64 revision)
{
  g_return_if_fail (g_atomic_ref_count_compare (&self->references, 1));

  self->revision = revision;
}

const AjValue *
aj_values_peek (const AjValues *self, guint index)
{
  g_return_val_if_fail (index < self->type->n_fields, &no_value);

  return &self->values[index];
}

void
aj_values_set (AjValues *self, guint index, const AjValue *value)
{
  g_return_if_fail (index < self->type->n_fields);
  g_return_if_fail (g_atomic_ref_count_compare (&self->references, 1));

  aj_value_copy (value, &self->values[index]);
}

static const AjValue *
get (const AjValues *self, const char *field)
{
  int index = aj_record_type_find (self->type, field);

  if (index < 0)
    {
      g_critical ("%s has no field %s", self->type->name, field);
      return &no_value;
    }
  return &self->values[index];
}

const char *
aj_values_get_text (const AjValues *self, const char *field)
{
  const AjValue *value = get (self, field);

  return value->kind == AJ_VALUE_TEXT ? value->as.text : NULL;
}

gint64
aj_values_get_integer (const AjValues *self, const char *field)
{
  const AjValue *value = get (self, field);

  return value->kind == AJ_VALUE_INTEGER ? value->as.integer : 0;
}

double
aj_values_get_real (const AjValues *self, const char *field)
{
  const AjValue *value = get (self, field);

  return value->kind == AJ_VALUE_REAL ? value->as.real : 0.0;
}

gboolean
aj_values_get_boolean (const AjValues *self, const char *field)
{
  return aj_values_get_integer (self, field) != 0;
}

AjDate
aj_values_get_date (const AjValues *self, const char *field)
{
  const char *text = aj_values_get_text (self, field);
  AjDate date;

  return text != NULL && aj_date_parse_iso (text, &date) ? date : AJ_DATE_NONE;
}

gboolean
aj_values_get_wall_time (const AjValues *self, const char *field, AjWallTime *time)
{
  const char *text = aj_values_get_text (self, field);

  return text != NULL && aj_wall_time_parse (text, time);
}

int
aj_values_get_time (const AjValues *self, const char *field)
{
  const char *text = aj_values_get_text (self, field);
  int minute;

  return text != NULL && aj_time_of_day_parse (text, &minute) ? minute : -1;
}

gboolean
aj_values_is_empty (const AjValues *self, const char *field)
{
  return get (self, field)->kind == AJ_VALUE_NONE;
}

char *
aj_values_display (const AjValues *self, const char *field)
{
  int index = aj_record_type_find (self->type, field);

  g_return_val_if_fail (index >= 0, g_strdup (""));

  return aj_field_display (&self->type->fields[index], &self->values[index]);
}

static AjDate
get_end (const AjValues *self, const char *field)
{
  return field != NULL ? aj_values_get_date (self, field) : AJ_DATE_NONE;
}

gboolean
aj_values_exist_on (const AjValues *self, AjDate date)
{
  AjDateRange days = { get_end (self, self->type->from_field),
                       get_end (self, self->type->until_field) };

  return aj_date_range_contains (&days, date);
}

gboolean
aj_values_are_over (const AjValues *self, AjDate date)
{
  AjDate last = get_end (self, self->type->until_field);

  return last != AJ_DATE_NONE && last < date;
}

static AjValue *
get_for_writing (AjValues *self, const char *field)
{
  int index = aj_record_type_find (self->type, field);

  g_return_val_if_fail (g_atomic_ref_count_compare (&self->references, 1), NULL);
  if (index < 0)
    {
      g_critical ("%s has no field %s", self->type->name, field);
      return NULL;
    }
  return &self->values[index];
}

void
aj_values_set_text (AjValues *self, const char *field, const char *text)
{
  AjValue *value = get_for_writing (self, field);
  g_autofree char *clean = NULL;
  gboolean multiline;

  if (value == NULL)
    return;
  multiline = self->type->fields[value - self->values].multiline;
  if (text != NULL)
    clean = multiline ? aj_text_clean_block (text) : aj_text_clean_line (text);
  aj_value_set_text (value, aj_text_or_null (clean));
}

void
aj_values_set_integer (AjValues *self, const char *field, gint64 integer)
{
  AjValue *value = get_for_writing (self, field);

  if (value != NULL)
    aj_value_set_integer (value, integer);
}

void
aj_values_set_real (AjValues *self, const char *field, double real)
{
  AjValue *value = get_for_writing (self, field);

  if (value != NULL)
    aj_value_set_real (value, real);
}

void
aj_values_set_boolean (AjValues *self, const char *field, gboolean boolean)
{
  aj_values_set_integer (self, field, boolean ? 1 : 0);
}

void
aj_values_set_date (AjValues *self, const char *field, AjDate date)
{
  g_autofree char *iso = aj_date_to_iso (date);

  aj_values_set_text (self, field, iso);
}

void
aj_values_set_wall_time (AjValues *self, const char *field, const AjWallTime *time)
{
  g_autofree char *text = aj_wall_time_to_string (time);

  aj_values_set_text (self, field, text);
}

void
aj_values_set_time (AjValues *self, const char *field, int minute)
{
  g_autofree char *text = minute >= 0 ? aj_time_of_day_to_string (minute) : NULL;

  aj_values_set_text (self, field, text);
}

void
aj_values_clear (AjValues *self, const char *field)
{
  AjValue *value = get_for_writing (self, field);

  if (value != NULL)
    aj_value_clear (value);
}

guint64
aj_values_diff (const AjValues *a, const AjValues *b)
{
  guint64 different = 0;

  g_return_val_if_fail (a->type == b->type, G_MAXUINT64);

  for (guint i = 0; i < a->type->n_fields; i++)
    if (!aj_value_equal (&a->values[i], &b->values[i]))
      different |= G_GUINT64_CONSTANT (1) << i;
  return different;
}

gboolean
aj_values_differ (const AjValues *a, const AjValues *b, const char *field)
{
  const AjValue *left = a != NULL ? get (a, field) : &no_value;
  const AjValue *right = b != NULL ? get (b, field) : &no_value;

  return !aj_value_equal (left, right);
}

/* Whatever an edit says: what went out under a number cannot be called back. */
static void
keep_height (const AjValues *before, AjValues *after, guint index)
{
  const AjValue *old = &before->values[index];
  const AjValue *new = &after->values[index];

  if (old->kind == AJ_VALUE_INTEGER &&
      (new->kind != AJ_VALUE_INTEGER || new->as.integer < old->as.integer))
    aj_values_set (after, index, old);
}

void
aj_values_prepare (const AjValues *before, AjValues *after)
{
  const AjRecordType *type = after->type;

  g_return_if_fail (before == NULL || before->type == type);

  for (guint i = 0; before != NULL && i < type->n_fields; i++)
    if (type->fields[i].monotonic)
      keep_height (before, after, i);
  if (type->prepare != NULL)
    type->prepare (before, after);
}

void
aj_values_follow (const AjValues *before, AjValues *after, guint64 set)
{
  g_return_if_fail (before->type == after->type);

  if (after->type->follow != NULL)
    after->type->follow (before, after, set);
}

gboolean
aj_values_was_set (const AjValues *self, guint64 set, const char *field)
{
  return (set >> aj_record_type_find (self->type, field) & 1) != 0;
}

gboolean
aj_values_check (const AjValues *self, const AjField **failed, GError **error)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (!aj_field_check (&self->type->fields[i], &self->values[i], error))
      {
        if (failed != NULL)
          *failed = &self->type->fields[i];
        return FALSE;
      }
  if (failed != NULL)
    *failed = NULL;
  if (self->type->single_id != NULL && !g_str_equal (self->id, self->type->single_id))
    {
      g_set_error (error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_RULE,
                   /* Translators: what a file holds one of: "Network". */
                   _ ("%s: there is only one in each file. Change that one."),
                   aj_record_type_get_label (self->type));
      return FALSE;
    }
  return self->type->check == NULL || self->type->check (self, error);
}
