/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-oblivion-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-history-private.h"
#include "aj-phone.h"
#include "aj-text.h"
#include "aj-traces.h"

/* What is longer stands in no label, in bytes. */
#define MAX_LABEL 255

static char *
make_key (const AjRecordType *type, const char *id)
{
  return g_strconcat (type->name, "/", id, NULL);
}

const AjField *
aj_oblivion_get_title_field (const AjRecordType *type)
{
  int index = type->title_field != NULL ? aj_record_type_find (type, type->title_field) : -1;

  return index >= 0 ? &type->fields[index] : NULL;
}

const char *
aj_oblivion_get_text (const AjValues *values, guint index)
{
  const AjValue *value = aj_values_peek (values, index);

  return value->kind == AJ_VALUE_TEXT ? value->as.text : NULL;
}

static GStrv
list_one (const char *text)
{
  const char *const one[] = { text, NULL };

  return g_strdupv ((GStrv) one);
}

GStrv
aj_oblivion_list_traces (const AjRecordType *type,
                         const AjField *field,
                         const char *text,
                         AjTraceKind *kind)
{
  if (field->kind != AJ_FIELD_TEXT || field->multiline || text == NULL)
    return NULL;
  *kind = AJ_TRACE_NAME;
  if (field == aj_oblivion_get_title_field (type))
    return list_one (text);
  *kind = AJ_TRACE_MAIL;
  if (aj_text_is_mail_address (text))
    return list_one (text);
  *kind = AJ_TRACE_PHONE;
  return aj_phone_split (text);
}

char *
aj_oblivion_make_trace_key (AjTraceKind kind, const char *text)
{
  g_autofree char *ordered = NULL;

  if (kind == AJ_TRACE_PHONE)
    return aj_phone_identify (text);
  if (kind == AJ_TRACE_NAME)
    ordered = aj_traces_order_name (text);
  return aj_text_fold (ordered != NULL ? ordered : text);
}

static void
collect_traces (AjOblivion *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const char *text = aj_oblivion_get_text (values, i);
      AjTraceKind kind = AJ_N_TRACES;
      g_auto (GStrv) traces = NULL;

      if (!field->personal || field->about != NULL || g_strcmp0 (text, self->request->name) == 0)
        continue;
      traces = aj_oblivion_list_traces (type, field, text, &kind);
      for (char **trace = traces; trace != NULL && *trace != NULL; trace++)
        g_hash_table_insert (self->all[kind], aj_oblivion_make_trace_key (kind, *trace),
                             g_strdup (*trace));
      if ((traces == NULL || traces[0] == NULL || kind == AJ_TRACE_PHONE) &&
          field->kind == AJ_FIELD_TEXT && text != NULL && strlen (text) <= MAX_LABEL)
        g_hash_table_add (self->said, g_strdup (text));
    }
}

/* The states of history: @collect gets each line whose record is one of them. */
static gboolean
collect_from_history (AjOblivion *self, const char *id, gboolean *found, GError **error)
{
  const AjRecordType *type = self->request->type;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (self->backend->db,
                                                     "SELECT \"before\", \"after\" FROM \"change\""
                                                     " WHERE \"record\" = ?1 AND \"type\" = ?2",
                                                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, id);
  aj_statement_bind_text (statement, 2, type->name);
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    for (int side = 0; side < 2 && local_error == NULL; side++)
      {
        const char *json = aj_statement_get_text (statement, side);
        g_autoptr (AjValues) values = NULL;

        *found = TRUE;
        if (json != NULL)
          values = aj_history_from_json (type, id, 0, json, NULL, &local_error);
        if (values != NULL)
          collect_traces (self, values);
      }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What was merged into one of them was them as well, and history still has it. */
static void
want_merged (AjOblivion *self, const AjValues *values)
{
  const char *field = self->request->type->merged_field;
  const char *text = field != NULL ? aj_values_get_text (values, field) : NULL;
  g_auto (GStrv) ids = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      g_ptr_array_add (self->merged, g_strdup (ids[i]));
}

static gboolean
collect_one (AjOblivion *self, const char *id, GError **error)
{
  const AjRecordType *type = self->request->type;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) present = aj_rows_get (self->backend->rows, type, id, &local_error);
  gboolean found = present != NULL;

  if (present != NULL)
    {
      collect_traces (self, present);
      want_merged (self, present);
    }
  if (local_error == NULL && collect_from_history (self, id, &found, &local_error) && !found)
    g_set_error (&local_error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
                 /* Translators: the kind of a record, such as "Person", and its identity. */
                 _ ("There is no %s %s (any more)."), aj_record_type_get_label (type), id);
  if (local_error == NULL)
    {
      g_hash_table_add (self->ids, g_strdup (id));
      g_hash_table_add (self->concerned, make_key (type, id));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* One that is there again, because the merger was undone, is somebody else again. */
static gboolean
collect_merged (AjOblivion *self, const char *id, GError **error)
{
  const AjRecordType *type = self->request->type;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjValues) present = aj_rows_get (self->backend->rows, type, id, &local_error);
  gboolean found = FALSE;

  if (local_error == NULL && present == NULL &&
      collect_from_history (self, id, &found, &local_error))
    {
      g_hash_table_add (self->ids, g_strdup (id));
      g_hash_table_add (self->concerned, make_key (type, id));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_oblivion_is_field_about (AjOblivion *self, const AjValues *values, const AjField *field)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  int index = field->about != NULL ? aj_record_type_find (type, field->about) : -1;
  const char *id = index >= 0 ? aj_oblivion_get_text (values, (guint) index) : NULL;

  return id != NULL && g_str_equal (type->fields[index].target, self->request->type->name) &&
         g_hash_table_contains (self->ids, id);
}

static gboolean
look_at_row (const AjValues *values, gpointer user_data, GError **error)
{
  AjOblivion *self = user_data;
  const AjRecordType *type = aj_values_get_record_type (values);
  const char *id = aj_values_get_id (values);
  gboolean is_own = type == self->request->type && g_hash_table_contains (self->ids, id);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      AjTraceKind kind = AJ_N_TRACES;
      g_auto (GStrv) traces = NULL;

      if (aj_oblivion_is_field_about (self, values, field))
        g_hash_table_add (self->concerned, make_key (type, id));
      if (is_own)
        continue;
      traces = aj_oblivion_list_traces (type, field, aj_oblivion_get_text (values, i), &kind);
      for (char **trace = traces; trace != NULL && *trace != NULL; trace++)
        {
          g_autofree char *key = aj_oblivion_make_trace_key (kind, *trace);

          if (g_hash_table_contains (self->all[kind], key))
            g_hash_table_add (self->shared, g_steal_pointer (&key));
        }
    }
  return TRUE;
}

static gboolean
has_about (const AjRecordType *type, const AjRecordType *target)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      int index = type->fields[i].about != NULL ? aj_record_type_find (type, type->fields[i].about)
                                                : -1;

      if (index >= 0 && g_str_equal (type->fields[index].target, target->name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_one (AjOblivion *self, const char *json)
{
  GHashTableIter iter;
  gpointer id;

  if (json == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (strstr (json, id) != NULL)
      return TRUE;
  return FALSE;
}

/* Records that were about one of them once, and may be gone or about somebody else. */
static gboolean
find_formerly_about (AjOblivion *self, const AjRecordType *type, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement =
      aj_db_prepare (self->backend->db,
                     "SELECT \"record\", \"before\", \"after\" FROM \"change\" WHERE \"type\" = ?1",
                     "read the history", error);

  if (statement == NULL)
    return FALSE;
  aj_statement_bind_text (statement, 1, type->name);
  while (aj_statement_step (statement, &local_error))
    if (names_one (self, aj_statement_get_text (statement, 1)) ||
        names_one (self, aj_statement_get_text (statement, 2)))
      g_hash_table_add (self->concerned, make_key (type, aj_statement_get_text (statement, 0)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
fill_traces (AjOblivion *self)
{
  static void (*const adders[AJ_N_TRACES]) (AjTraces *, const char *) = {
    aj_traces_add_person,
    aj_traces_add_mail,
    aj_traces_add_phone,
  };
  GHashTableIter iter;
  gpointer key, text;

  for (guint kind = 0; kind < AJ_N_TRACES; kind++)
    {
      g_hash_table_iter_init (&iter, self->all[kind]);
      while (g_hash_table_iter_next (&iter, &key, &text))
        {
          adders[kind](self->own, text);
          if (!g_hash_table_contains (self->shared, key) &&
              (kind != AJ_TRACE_NAME || aj_traces_is_full_name (text)))
            adders[kind](self->alone, text);
        }
    }
  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    aj_traces_add_name (self->own, key);
}

static gboolean
collect (AjOblivion *self, GError **error)
{
  const AjRecordType *const *types = aj_record_types_all ();

  for (char **id = self->request->ids; *id != NULL; id++)
    if (!collect_one (self, *id, error))
      return FALSE;
  for (guint i = 0; i < self->merged->len; i++)
    if (!collect_merged (self, self->merged->pdata[i], error))
      return FALSE;
  for (guint i = 0; types[i] != NULL; i++)
    if (!aj_oblivion_each_row (self->backend, types[i], look_at_row, self, error) ||
        (has_about (types[i], self->request->type) && !find_formerly_about (self, types[i], error)))
      return FALSE;
  fill_traces (self);
  return aj_traces_seal (self->own, error) && aj_traces_seal (self->alone, error);
}

AjOblivion *
aj_oblivion_new (AjBackend *backend, const AjForgetRequest *request, GError **error)
{
  g_autoptr (AjOblivion) self = g_new0 (AjOblivion, 1);

  self->backend = backend;
  self->request = request;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->merged = g_ptr_array_new_with_free_func (g_free);
  self->concerned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < AJ_N_TRACES; i++)
    self->all[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->own = aj_traces_new ();
  self->alone = aj_traces_new ();
  return collect (self, error) ? g_steal_pointer (&self) : NULL;
}

void
aj_oblivion_free (AjOblivion *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->merged);
  g_hash_table_unref (self->concerned);
  g_hash_table_unref (self->said);
  g_hash_table_unref (self->shared);
  for (guint i = 0; i < AJ_N_TRACES; i++)
    g_hash_table_unref (self->all[i]);
  aj_traces_free (self->own);
  aj_traces_free (self->alone);
  g_free (self);
}

gboolean
aj_oblivion_check (AjOblivion *self, GError **error)
{
  return aj_traces_check (self->own, error) && aj_traces_check (self->alone, error);
}

gboolean
aj_oblivion_each_row (AjBackend *backend,
                      const AjRecordType *type,
                      AjOblivionEach each,
                      gpointer user_data,
                      GError **error)
{
  g_autofree char *table = aj_db_quote_name (type->name);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s",
                                          aj_rows_get_columns (backend->rows, type), table);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AjStatement) statement = aj_db_prepare (backend->db, sql, "read the records", error);

  if (statement == NULL)
    return FALSE;
  while (local_error == NULL && aj_statement_step (statement, &local_error))
    {
      g_autoptr (AjValues) values = aj_rows_read (statement, type);

      if (!each (values, user_data, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
aj_oblivion_is_about (AjOblivion *self, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    if (aj_oblivion_is_field_about (self, values, &type->fields[i]))
      return TRUE;
  return FALSE;
}

gboolean
aj_oblivion_concerns (AjOblivion *self, const AjRecordType *type, const char *id)
{
  g_autofree char *key = make_key (type, id);

  return g_hash_table_contains (self->concerned, key);
}
