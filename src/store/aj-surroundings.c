/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-surroundings.h"

#include <glib/gi18n-lib.h>

#include "aj-backend-surroundings.h"
#include "aj-naming.h"

G_DEFINE_BOXED_TYPE (AjSurroundings, aj_surroundings, aj_surroundings_ref, aj_surroundings_unref)

static void
direction_free (AjDirection *self)
{
  g_ptr_array_unref (self->found);
  g_free (self);
}

AjSurroundings *
aj_surroundings_new (void)
{
  AjSurroundings *self = g_new0 (AjSurroundings, 1);

  g_atomic_ref_count_init (&self->references);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) aj_values_unref);
  self->directions = g_ptr_array_new_with_free_func ((GDestroyNotify) direction_free);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_history_entry_free);
  return self;
}

AjSurroundings *
aj_surroundings_ref (AjSurroundings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_surroundings_unref (AjSurroundings *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->record, aj_values_unref);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->directions);
  g_ptr_array_unref (self->history);
  g_free (self);
}

static char *
make_key (const AjRecordType *type, const char *id)
{
  return g_strconcat (type->name, "/", id, NULL);
}

gboolean
aj_surroundings_add (AjSurroundings *self, const AjValues *values)
{
  char *key = make_key (aj_values_get_record_type (values), aj_values_get_id (values));

  if (g_hash_table_contains (self->known, key))
    {
      g_free (key);
      return FALSE;
    }
  g_hash_table_insert (self->known, key, aj_values_ref (values));
  return TRUE;
}

AjDirection *
aj_surroundings_begin (AjSurroundings *self, const AjRecordType *type, const AjField *field)
{
  AjDirection *direction = g_new0 (AjDirection, 1);

  direction->type = type;
  direction->field = field;
  direction->found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  g_ptr_array_add (self->directions, direction);
  return direction;
}

const AjValues *
aj_surroundings_get_record (AjSurroundings *self)
{
  return self->record;
}

gboolean
aj_surroundings_is_removed (AjSurroundings *self)
{
  return self->is_removed;
}

GPtrArray *
aj_surroundings_list (AjSurroundings *self, const AjRecordType *type, const char *field)
{
  for (guint i = 0; i < self->directions->len; i++)
    {
      const AjDirection *direction = self->directions->pdata[i];

      if (direction->type == type && g_str_equal (direction->field->name, field))
        return direction->found;
    }
  g_return_val_if_reached (NULL);
}

GPtrArray *
aj_surroundings_get_history (AjSurroundings *self)
{
  return self->history;
}

const AjValues *
aj_surroundings_look_up (AjSurroundings *self, const AjRecordType *type, const char *id)
{
  g_autofree char *key = id != NULL ? make_key (type, id) : NULL;

  return key != NULL ? g_hash_table_lookup (self->known, key) : NULL;
}

/* Of what is about the record in the middle that one is no news. */
static AjValues *
find_other (const AjRecordType *type, const char *id, gpointer user_data)
{
  AjSurroundings *self = user_data;
  const AjValues *found = aj_surroundings_look_up (self, type, id);

  return found != NULL && g_strcmp0 (id, aj_values_get_id (self->record)) != 0
             ? aj_values_ref (found)
             : NULL;
}

char *
aj_surroundings_describe (AjSurroundings *self, const AjValues *values)
{
  char *name = aj_naming_describe (values, find_other, self);

  return name != NULL ? name
                      : g_strdup (aj_record_type_get_label (aj_values_get_record_type (values)));
}

static char *
describe_reference (AjSurroundings *self, const AjField *field, const char *id)
{
  const AjValues *target = aj_surroundings_look_up (self, aj_record_type_lookup (field->target),
                                                    id);

  /* Translators: in the place of the name of a record that is not there any more. */
  return target != NULL ? aj_surroundings_describe (self, target) : g_strdup (_ ("removed since"));
}

char *
aj_surroundings_display (AjSurroundings *self, const AjValues *values, const AjField *field)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjValue *value = aj_values_peek (values, (guint) (field - type->fields));

  if (field->kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT)
    return describe_reference (self, field, value->as.text);
  return aj_field_display (field, value);
}
