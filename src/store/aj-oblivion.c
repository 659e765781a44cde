/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-oblivion.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "aj-history-private.h"
#include "aj-phone.h"
#include "aj-text.h"
#include "aj-traces.h"

/* What is longer stands in no label, in bytes. */
#define MAX_LABEL 255

typedef enum
{
  TRACE_NAME,
  TRACE_MAIL,
  TRACE_PHONE,
  N_TRACES,
} TraceKind;

struct _AjOblivion
{
  AjBackend *backend; /* (borrowed) */
  const AjForgetRequest *request;
  GHashTable *ids;       /* (owned) (element-type utf8) */
  GPtrArray *merged;     /* (owned) (element-type utf8): ids of what was merged into one of them */
  GHashTable *concerned; /* (owned) (element-type utf8): "type/id" */
  GHashTable *all[N_TRACES]; /* (owned): in the form for comparing -> as it was written */
  GHashTable *said;   /* (owned) (element-type utf8): what else was said of them, for labels */
  GHashTable *shared; /* (owned) (element-type utf8): of those, what others have as well */
  AjTraces *own;      /* (owned): all */
  AjTraces *alone;    /* (owned): full names and what nobody shares */
};

static char *
make_key (const AjRecordType *type, const char *id)
{
  return g_strconcat (type->name, "/", id, NULL);
}

static const AjField *
get_title_field (const AjRecordType *type)
{
  int index = type->title_field != NULL ? aj_record_type_find (type, type->title_field) : -1;

  return index >= 0 ? &type->fields[index] : NULL;
}

static const char *
get_text (const AjValues *values, guint index)
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

/* What in a text of one line is a trace, and of what kind (transfer full); NULL when nothing can be. */
static GStrv
list_traces (const AjRecordType *type, const AjField *field, const char *text, TraceKind *kind)
{
  if (field->kind != AJ_FIELD_TEXT || field->multiline || text == NULL)
    return NULL;
  *kind = TRACE_NAME;
  if (field == get_title_field (type))
    return list_one (text);
  *kind = TRACE_MAIL;
  if (aj_text_is_mail_address (text))
    return list_one (text);
  *kind = TRACE_PHONE;
  return aj_phone_split (text);
}

/* How it is compared (transfer full). */
static char *
make_trace_key (TraceKind kind, const char *text)
{
  g_autofree char *ordered = NULL;

  if (kind == TRACE_PHONE)
    return aj_phone_identify (text);
  if (kind == TRACE_NAME)
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
      const char *text = get_text (values, i);
      TraceKind kind = N_TRACES;
      g_auto (GStrv) traces = NULL;

      if (!field->personal || field->about != NULL || g_strcmp0 (text, self->request->name) == 0)
        continue;
      traces = list_traces (type, field, text, &kind);
      for (char **trace = traces; trace != NULL && *trace != NULL; trace++)
        g_hash_table_insert (self->all[kind], make_trace_key (kind, *trace), g_strdup (*trace));
      if ((traces == NULL || traces[0] == NULL || kind == TRACE_PHONE) &&
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

/* Whether a field about somebody refers, beside it in the same state, to one of them. */
static gboolean
is_about (AjOblivion *self, const AjValues *values, const AjField *field)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  int index = field->about != NULL ? aj_record_type_find (type, field->about) : -1;
  const char *id = index >= 0 ? get_text (values, (guint) index) : NULL;

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
      TraceKind kind = N_TRACES;
      g_auto (GStrv) traces = NULL;

      if (is_about (self, values, field))
        g_hash_table_add (self->concerned, make_key (type, id));
      if (is_own)
        continue;
      traces = list_traces (type, field, get_text (values, i), &kind);
      for (char **trace = traces; trace != NULL && *trace != NULL; trace++)
        {
          g_autofree char *key = make_trace_key (kind, *trace);

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
  static void (*const adders[N_TRACES]) (AjTraces *, const char *) = {
    aj_traces_add_person,
    aj_traces_add_mail,
    aj_traces_add_phone,
  };
  GHashTableIter iter;
  gpointer key, text;

  for (guint kind = 0; kind < N_TRACES; kind++)
    {
      g_hash_table_iter_init (&iter, self->all[kind]);
      while (g_hash_table_iter_next (&iter, &key, &text))
        {
          adders[kind](self->own, text);
          if (!g_hash_table_contains (self->shared, key) &&
              (kind != TRACE_NAME || aj_traces_is_full_name (text)))
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
  for (guint i = 0; i < N_TRACES; i++)
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
  for (guint i = 0; i < N_TRACES; i++)
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
    if (is_about (self, values, &type->fields[i]))
      return TRUE;
  return FALSE;
}

gboolean
aj_oblivion_concerns (AjOblivion *self, const AjRecordType *type, const char *id)
{
  g_autofree char *key = make_key (type, id);

  return g_hash_table_contains (self->concerned, key);
}

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
  if (present == NULL || is_about (self, present, field))
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
  gboolean is_title = type == self->request->type && field == get_title_field (type);

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
  g_autofree char *key = make_trace_key (TRACE_NAME, text);

  return g_hash_table_contains (self->all[TRACE_NAME], key) &&
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
  TraceKind kind = N_TRACES;
  g_auto (GStrv) traces = list_traces (type, field, text, &kind);

  for (char **trace = traces; trace != NULL && *trace != NULL; trace++)
    {
      g_autofree char *key = make_trace_key (kind, *trace);

      if (g_hash_table_contains (self->all[kind], key) && g_hash_table_contains (self->shared, key))
        return TRUE;
    }
  return FALSE;
}

void
aj_oblivion_list_mentions (AjOblivion *self, const AjValues *values, GPtrArray *mentions)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  const AjField *title = get_title_field (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      const char *text = get_text (values, i);
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
