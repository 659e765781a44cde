/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-backend-surroundings.h"

#include <glib/gi18n-lib.h>

#include "aj-backend-past.h"
#include "aj-id-text.h"

typedef struct
{
  AjBackend *backend;
  AjSurroundingsRequest *request;
  AjSurroundings *answer; /* (borrowed) */
  GQueue unnamed; /* (element-type AjValues): borrowed; what they refer to is still to be read */
} Reading;

/* What has a name is only called by it; of the rest, what they refer to is read as well. */
static gboolean
has_name (const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  return type->title_field != NULL && !aj_values_is_empty (values, type->title_field);
}

static gboolean read_one (Reading *self, const AjRecordType *type, const char *id, GError **error);

/* What has a name and speaks of an organisation is somebody, or a part of one. */
static gboolean
read_organisation (Reading *self, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  int index = aj_record_type_find (type, "organisation");
  const char *id;

  if ((self->request->flags & AJ_SURROUNDINGS_ORGANISATIONS) == 0 || index < 0)
    return TRUE;
  id = aj_values_get_text (values, "organisation");
  return id == NULL ||
         read_one (self, aj_record_type_lookup (type->fields[index].target), id, error);
}

static gboolean
read_one (Reading *self, const AjRecordType *type, const char *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) values = NULL;

  if (type == NULL || aj_surroundings_look_up (self->answer, type, id) != NULL)
    return TRUE;
  values = aj_rows_get (self->backend->rows, type, id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (values == NULL || !aj_surroundings_add (self->answer, values))
    return TRUE;
  if (has_name (values))
    return read_organisation (self, values, error);
  g_queue_push_tail (&self->unnamed, values);
  return TRUE;
}

static gboolean
read_references (Reading *self, const AjValues *values, GError **error)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const AjValue *value = aj_values_peek (values, i);

      if (field->kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT &&
          !read_one (self, aj_record_type_lookup (field->target), value->as.text, error))
        return FALSE;
    }
  return TRUE;
}

/* The last state of a record that was removed: (transfer full) (nullable). */
static AjValues *
find_removed (GPtrArray *entries, const AjRecordType *type, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AjHistoryEntry *entry = entries->pdata[i];

      for (guint j = 0; j < entry->changes->len; j++)
        {
          const AjHistoryChange *change = entry->changes->pdata[j];

          if (change->type == type && g_str_equal (change->id, id) && change->before != NULL)
            return aj_values_ref (change->before);
        }
    }
  return NULL;
}

static gboolean
find_record (Reading *self, GError **error)
{
  const AjRecordType *type = self->request->type;
  const char *id = self->request->id;
  const AjValues *present = aj_surroundings_look_up (self->answer, type, id);

  self->answer->is_removed = present == NULL;
  self->answer->record = present != NULL ? aj_values_ref (present)
                                         : find_removed (self->answer->history, type, id);
  if (self->answer->record != NULL)
    {
      aj_surroundings_add (self->answer, self->answer->record);
      return read_references (self, self->answer->record, error);
    }
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
               /* Translators: the kind of a record, such as "Meeting", and its identity. */
               _ ("%s %s is not there. It may have been removed."), aj_record_type_get_label (type),
               id);
  return FALSE;
}

static gboolean
read_direction (Reading *self, const AjRecordType *type, const AjField *field, GError **error)
{
  AjDirection *direction = aj_surroundings_begin (self->answer, type, field);
  g_autoptr (AjQuery) query = aj_query_new (type);
  AjFetchRequest fetch = { .query = query, .values = direction->found };

  aj_query_where_text (query, field->name, AJ_QUERY_EQUAL, self->request->id);
  if (!aj_backend_fetch (self->backend, &fetch, error))
    return FALSE;
  for (guint i = 0; i < direction->found->len; i++)
    {
      aj_surroundings_add (self->answer, direction->found->pdata[i]);
      if (!read_references (self, direction->found->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_directions (Reading *self, GError **error)
{
  const AjRecordType *const *types = aj_record_types_all ();

  for (guint i = 0; types[i] != NULL; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const AjField *field = &types[i]->fields[j];

        if (field->kind == AJ_FIELD_REFERENCE &&
            g_str_equal (field->target, self->request->type->name) &&
            !read_direction (self, types[i], field, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
read_references_of_change (Reading *self, const AjHistoryChange *change, GError **error)
{
  return (change->before == NULL || read_references (self, change->before, error)) &&
         (change->after == NULL || read_references (self, change->after, error));
}

/* @ids: those whose history it is. */
static gboolean
read_history_of (Reading *self, const char *const *ids, GError **error)
{
  GPtrArray *entries = self->answer->history;

  g_ptr_array_set_size (entries, 0);
  if (!aj_backend_read_past (self->backend, self->request->type, ids, entries, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const AjHistoryEntry *entry = entries->pdata[i];

      for (guint j = 0; j < entry->changes->len; j++)
        if (!read_references_of_change (self, entry->changes->pdata[j], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_history (Reading *self, GError **error)
{
  const char *const ids[] = { self->request->id, NULL };

  return (self->request->flags & AJ_SURROUNDINGS_HISTORY) == 0 ||
         read_history_of (self, ids, error);
}

/* What was merged into the record is about the same one, so its history is theirs too. */
static gboolean
read_history_of_merged (Reading *self, GError **error)
{
  const char *field = self->request->type->merged_field;
  g_autofree char *all = NULL;
  g_auto (GStrv) ids = NULL;

  if ((self->request->flags & AJ_SURROUNDINGS_HISTORY) == 0 || field == NULL ||
      aj_values_is_empty (self->answer->record, field))
    return TRUE;
  all = aj_id_text_add (aj_values_get_text (self->answer->record, field), self->request->id);
  ids = g_strsplit (all, " ", -1);
  return read_history_of (self, (const char *const *) ids, error);
}

static gboolean
read_names (Reading *self, GError **error)
{
  const AjValues *values;

  while ((values = g_queue_pop_head (&self->unnamed)) != NULL)
    if (!read_references (self, values, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_surroundings_body (AjDb *db, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  return read_one (self, self->request->type, self->request->id, error) &&
         read_history (self, error) && find_record (self, error) &&
         read_history_of_merged (self, error) && read_directions (self, error) &&
         read_names (self, error);
}

gboolean
aj_backend_read_surroundings (AjBackend *self, gpointer surroundings_request, GError **error)
{
  AjSurroundingsRequest *request = surroundings_request;
  g_autoptr (AjSurroundings) answer = aj_surroundings_new ();
  Reading reading = { self, request, answer, G_QUEUE_INIT };
  gboolean done = aj_db_read (self->db, read_surroundings_body, &reading, error);

  g_queue_clear (&reading.unnamed);
  if (done)
    request->answer = g_steal_pointer (&answer);
  return done;
}
