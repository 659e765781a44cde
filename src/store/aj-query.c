/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-query-private.h"

#include <string.h>

#include "aj-search-index.h"
#include "aj-search-words.h"

/* In the place of a field's index: the id of the record, and when it was added. */
#define ID_COLUMN    -1
#define ADDED_COLUMN -2

typedef struct
{
  int field;
  AjQueryOperator comparison;
  AjValue value; /* (owned) */
  GStrv texts;   /* (owned) (nullable): instead of these two: any of these */
} AjCondition;

typedef struct
{
  int field;
  gboolean descending;
} AjOrder;

/* A reference, or a reference of what it refers to. */
typedef struct
{
  int field;
  const AjRecordType *target; /* (nullable): has the second one */
  int second;
} AjPath;

struct _AjQuery
{
  gatomicrefcount references;
  const AjRecordType *type;
  GArray *conditions;   /* (owned) (element-type AjCondition) */
  GArray *paths;        /* (owned) (element-type AjPath): one of them leads to @reached */
  AjValue reached;      /* (owned): an id */
  AjSearchWords *words; /* (owned) (nullable): NULL when nothing is searched */
  GArray *orders;       /* (owned) (element-type AjOrder) */
  AjDate over_by;       /* what is over by then comes last; AJ_DATE_NONE: wherever it comes */
  gboolean unordered;
  guint limit;
};

G_DEFINE_BOXED_TYPE (AjQuery, aj_query, aj_query_ref, aj_query_unref)

static void
condition_clear (gpointer condition)
{
  aj_value_clear (&((AjCondition *) condition)->value);
  g_strfreev (((AjCondition *) condition)->texts);
}

AjQuery *
aj_query_new (const AjRecordType *type)
{
  AjQuery *self = g_new0 (AjQuery, 1);

  g_atomic_ref_count_init (&self->references);
  self->type = type;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (AjCondition));
  g_array_set_clear_func (self->conditions, condition_clear);
  self->paths = g_array_new (FALSE, FALSE, sizeof (AjPath));
  self->orders = g_array_new (FALSE, FALSE, sizeof (AjOrder));
  self->over_by = AJ_DATE_NONE;
  return self;
}

AjQuery *
aj_query_ref (AjQuery *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_query_unref (AjQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->conditions);
  g_array_unref (self->paths);
  aj_value_clear (&self->reached);
  g_clear_pointer (&self->words, aj_search_words_free);
  g_array_unref (self->orders);
  g_free (self);
}

const AjRecordType *
aj_query_get_record_type (AjQuery *self)
{
  return self->type;
}

/* FALSE, with a warning, when the type has no such field. */
static gboolean
find_column (AjQuery *self, const char *field, int *column)
{
  *column = strcmp (field, "id") == 0 ? ID_COLUMN : aj_record_type_find (self->type, field);
  if (*column >= 0 || strcmp (field, "id") == 0)
    return TRUE;
  g_critical ("%s has no field %s", self->type->name, field);
  return FALSE;
}

static AjCondition *
add_condition (AjQuery *self, const char *field, AjQueryOperator comparison)
{
  AjCondition condition = { .comparison = comparison, .value = AJ_VALUE_INIT };

  if (!find_column (self, field, &condition.field))
    return NULL;
  g_array_append_val (self->conditions, condition);
  return &g_array_index (self->conditions, AjCondition, self->conditions->len - 1);
}

void
aj_query_where_text (AjQuery *self, const char *field, AjQueryOperator comparison, const char *text)
{
  AjCondition *condition = add_condition (self, field, comparison);

  if (condition == NULL)
    return;
  if (text != NULL)
    aj_value_set_text (&condition->value, text);
  else if (comparison == AJ_QUERY_EQUAL)
    condition->comparison = AJ_QUERY_EMPTY;
  else if (comparison == AJ_QUERY_NOT_EQUAL)
    condition->comparison = AJ_QUERY_NOT_EMPTY;
}

void
aj_query_where_integer (AjQuery *self,
                        const char *field,
                        AjQueryOperator comparison,
                        gint64 integer)
{
  AjCondition *condition = add_condition (self, field, comparison);

  if (condition != NULL)
    aj_value_set_integer (&condition->value, integer);
}

void
aj_query_where_any_of (AjQuery *self, const char *field, const char *const *texts)
{
  AjCondition *condition;

  g_return_if_fail (texts != NULL);
  g_return_if_fail (g_strv_length ((GStrv) texts) <= AJ_QUERY_MAX_TEXTS);

  condition = add_condition (self, field, AJ_QUERY_EQUAL);
  if (condition != NULL)
    condition->texts = g_strdupv ((GStrv) texts);
}

void
aj_query_where_empty (AjQuery *self, const char *field, AjQueryOperator comparison)
{
  g_return_if_fail (comparison == AJ_QUERY_EMPTY || comparison == AJ_QUERY_NOT_EMPTY);

  add_condition (self, field, comparison);
}

void
aj_query_where_exist_on (AjQuery *self, AjDate date)
{
  g_autofree char *day = aj_date_to_iso (date);

  if (self->type->from_field != NULL)
    aj_query_where_text (self, self->type->from_field, AJ_QUERY_AT_MOST_OR_EMPTY, day);
  if (self->type->until_field != NULL)
    aj_query_where_text (self, self->type->until_field, AJ_QUERY_AT_LEAST_OR_EMPTY, day);
}

/* FALSE, with a warning, when @path does not lead from one reference to another. */
static gboolean
read_path (const AjRecordType *type, const char *path, AjPath *read)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", 2);

  *read = (AjPath){ .field = aj_record_type_find (type, steps[0]), .second = ID_COLUMN };
  if (read->field >= 0 && steps[1] != NULL)
    {
      read->target = aj_record_type_lookup (type->fields[read->field].target);
      read->second = read->target != NULL ? aj_record_type_find (read->target, steps[1]) : -1;
    }
  if (read->field >= 0 && (steps[1] == NULL || read->second >= 0))
    return TRUE;
  g_critical ("%s has no path %s", type->name, path);
  return FALSE;
}

void
aj_query_where_leads_to (AjQuery *self, const char *const *paths, const char *id)
{
  g_return_if_fail (self->paths->len == 0 && id != NULL);

  aj_value_set_text (&self->reached, id);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      AjPath path;

      if (read_path (self->type, paths[i], &path))
        g_array_append_val (self->paths, path);
    }
}

void
aj_query_search (AjQuery *self, const char *text)
{
  g_autoptr (AjSearchWords) words = aj_search_words_new (text);

  g_clear_pointer (&self->words, aj_search_words_free);
  if (words->words[0] != NULL)
    self->words = g_steal_pointer (&words);
}

void
aj_query_order_by (AjQuery *self, const char *field, gboolean descending)
{
  AjOrder order = { .field = ADDED_COLUMN, .descending = descending };

  if (strcmp (field, "added") == 0 || find_column (self, field, &order.field))
    g_array_append_val (self->orders, order);
}

void
aj_query_order_over_last (AjQuery *self, AjDate date)
{
  self->over_by = date;
}

void
aj_query_unordered (AjQuery *self)
{
  self->unordered = TRUE;
}

void
aj_query_limit (AjQuery *self, guint limit)
{
  self->limit = limit;
}

static char *
quote_column (AjQuery *self, int field)
{
  return aj_db_quote_name (field == ID_COLUMN ? "id" : self->type->fields[field].name);
}

/* An empty list is no SQL that all databases take. */
static void
append_any_of (GString *sql, const char *column, char *const *texts, guint *parameter)
{
  if (texts[0] == NULL)
    {
      g_string_append (sql, "1 = 0");
      return;
    }
  g_string_append_printf (sql, "%s IN (", column);
  for (guint i = 0; texts[i] != NULL; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", (*parameter)++);
  g_string_append_c (sql, ')');
}

static void
append_condition (AjQuery *self, GString *sql, const AjCondition *condition, guint *parameter)
{
  static const char *const operators[] = {
    [AJ_QUERY_EQUAL] = "=",
    [AJ_QUERY_NOT_EQUAL] = "IS DISTINCT FROM",
    [AJ_QUERY_LESS] = "<",
    [AJ_QUERY_AT_MOST] = "<=",
    [AJ_QUERY_MORE] = ">",
    [AJ_QUERY_AT_LEAST] = ">=",
    [AJ_QUERY_AT_MOST_OR_EMPTY] = "<=",
    [AJ_QUERY_AT_LEAST_OR_EMPTY] = ">=",
  };
  g_autofree char *column = quote_column (self, condition->field);
  gboolean or_empty = condition->comparison == AJ_QUERY_AT_MOST_OR_EMPTY ||
                      condition->comparison == AJ_QUERY_AT_LEAST_OR_EMPTY;

  if (condition->texts != NULL)
    append_any_of (sql, column, condition->texts, parameter);
  else if (condition->comparison == AJ_QUERY_EMPTY)
    g_string_append_printf (sql, "%s IS NULL", column);
  else if (condition->comparison == AJ_QUERY_NOT_EMPTY)
    g_string_append_printf (sql, "%s IS NOT NULL", column);
  else if (or_empty)
    g_string_append_printf (sql, "(%s IS NULL OR %s %s ?%u)", column, column,
                            operators[condition->comparison], (*parameter)++);
  else
    g_string_append_printf (sql, "%s %s ?%u", column, operators[condition->comparison],
                            (*parameter)++);
}

static void
append_paths (AjQuery *self, GString *sql, guint parameter)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      const AjPath *path = &g_array_index (self->paths, AjPath, i);
      g_autofree char *column = quote_column (self, path->field);

      g_string_append_printf (sql, "%s%s", i > 0 ? " OR " : "(", column);
      if (path->target == NULL)
        {
          g_string_append_printf (sql, " = ?%u", parameter);
        }
      else
        {
          g_autofree char *table = aj_db_quote_name (path->target->name);
          g_autofree char *second = aj_db_quote_name (path->target->fields[path->second].name);

          g_string_append_printf (sql, " IN (SELECT t.\"id\" FROM %s t WHERE t.%s = ?%u)", table,
                                  second, parameter);
        }
    }
  g_string_append_c (sql, ')');
}

/* What the index names, and each word in its text: see aj-search-index.h. */
static void
append_search (AjQuery *self, GString *sql, guint parameter)
{
  g_string_append_printf (sql,
                          "\"id\" IN (SELECT s.\"record\" FROM \"search_gram\" g"
                          " CROSS JOIN \"search\" s ON s.\"number\" = g.\"rowid\""
                          " WHERE s.\"type\" = '%s' AND ",
                          self->type->name);
  aj_search_index_append_condition (sql, self->words, parameter);
  g_string_append_c (sql, ')');
}

static void
append_where (AjQuery *self, GString *sql)
{
  const char *joint = " WHERE ";
  guint parameter = 1;

  for (guint i = 0; i < self->conditions->len; i++)
    {
      g_string_append (sql, joint);
      append_condition (self, sql, &g_array_index (self->conditions, AjCondition, i), &parameter);
      joint = " AND ";
    }
  if (self->paths->len > 0)
    {
      g_string_append (sql, joint);
      append_paths (self, sql, parameter++);
      joint = " AND ";
    }
  if (self->words == NULL)
    return;
  g_string_append (sql, joint);
  append_search (self, sql, parameter);
}

/* Choices stand in the order of their table: a meeting is a concept before it is planned. The codes are constants of
 * the program. */
static void
append_choice_order (GString *sql, const AjField *field, const char *column)
{
  guint place = 0;

  g_string_append_printf (sql, "CASE %s", column);
  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", choice->code, place++);
  g_string_append (sql, " END");
}

/* A reference stands where the title of what it refers to stands: an id means nothing to anybody. */
static void
append_reference_order (GString *sql, const AjField *field, const char *column)
{
  const AjRecordType *target = aj_record_type_lookup (field->target);
  g_autofree char *table = aj_db_quote_name (field->target);
  g_autofree char *title = NULL;

  if (target == NULL || target->title_field == NULL)
    {
      g_string_append (sql, column);
      return;
    }
  title = aj_db_quote_name (target->title_field);
  g_string_append_printf (sql, "(SELECT t.%s FROM %s t WHERE t.\"id\" = %s) COLLATE \"AJ_LOCALE\"",
                          title, table, column);
}

/* History knows: its first line about the record. */
static void
append_added_order (AjQuery *self, GString *sql, gboolean descending)
{
  g_autofree char *table = aj_db_quote_name (self->type->name);

  g_string_append_printf (sql,
                          "(SELECT MIN(c.\"revision\") FROM \"change\" c"
                          " WHERE c.\"record\" = %s.\"id\")%s NULLS LAST, ",
                          table, descending ? " DESC" : " ASC");
}

static void
append_order_term (AjQuery *self, GString *sql, const AjOrder *order)
{
  const AjField *field = order->field == ID_COLUMN ? NULL : &self->type->fields[order->field];
  g_autofree char *name = quote_column (self, order->field);
  g_autofree char *table = aj_db_quote_name (self->type->name);
  g_autofree char *column = g_strdup_printf ("%s.%s", table, name);

  if (field != NULL && field->kind == AJ_FIELD_CHOICE)
    append_choice_order (sql, field, column);
  else if (field != NULL && field->kind == AJ_FIELD_REFERENCE)
    append_reference_order (sql, field, column);
  else if (field != NULL && field->kind == AJ_FIELD_TEXT)
    g_string_append_printf (sql, "%s COLLATE \"AJ_LOCALE\"", column);
  else
    g_string_append (sql, column);
  g_string_append (sql, order->descending ? " DESC" : " ASC");
  /* Databases differ in where they put what is empty; a field that never is needs no word of it, and an index serves. */
  if (field != NULL && (!field->required || field->kind == AJ_FIELD_REFERENCE))
    g_string_append (sql, " NULLS LAST");
  g_string_append (sql, ", ");
}

/* The day is digits and hyphens, made from a number. */
static void
append_over_last (AjQuery *self, GString *sql)
{
  g_autofree char *day = aj_date_to_iso (self->over_by);
  g_autofree char *column = NULL;

  if (day == NULL || self->type->until_field == NULL)
    return;
  column = aj_db_quote_name (self->type->until_field);
  g_string_append_printf (sql, "CASE WHEN %s < '%s' THEN 1 ELSE 0 END, ", column, day);
}

static void
append_order (AjQuery *self, GString *sql)
{
  const char *usual = self->type->order_field != NULL ? self->type->order_field
                                                      : self->type->title_field;
  gboolean descending = FALSE;

  if (self->unordered)
    return;
  g_string_append (sql, " ORDER BY ");
  append_over_last (self, sql);
  for (guint i = 0; i < self->orders->len; i++)
    {
      const AjOrder *order = &g_array_index (self->orders, AjOrder, i);

      if (order->field == ADDED_COLUMN)
        append_added_order (self, sql, order->descending);
      else
        append_order_term (self, sql, order);
      descending = order->descending;
    }
  if (self->orders->len == 0 && usual != NULL)
    {
      AjOrder order = { .field = aj_record_type_find (self->type, usual) };

      append_order_term (self, sql, &order);
    }
  /* In the direction of the last field, so that an index over both serves either way. */
  g_string_append (sql, descending ? "\"id\" DESC" : "\"id\" ASC");
}

static AjStatement *
prepare (AjQuery *self, AjDb *db, const char *sql, GError **error)
{
  AjStatement *statement = aj_db_prepare (db, sql, "list records", error);
  int parameter = 1;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const AjCondition *condition = &g_array_index (self->conditions, AjCondition, i);

      for (guint j = 0; condition->texts != NULL && condition->texts[j] != NULL; j++)
        aj_statement_bind_text (statement, parameter++, condition->texts[j]);
      if (condition->texts == NULL && condition->comparison != AJ_QUERY_EMPTY &&
          condition->comparison != AJ_QUERY_NOT_EMPTY)
        aj_statement_bind_value (statement, parameter++, &condition->value);
    }
  if (self->paths->len > 0)
    aj_statement_bind_value (statement, parameter++, &self->reached);
  if (self->words != NULL)
    aj_search_index_bind_condition (statement, self->type, self->words, parameter);
  return statement;
}

AjStatement *
aj_query_prepare (AjQuery *self, AjDb *db, const char *columns, GError **error)
{
  g_autofree char *table = aj_db_quote_name (self->type->name);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM %s", columns, table);
  append_where (self, sql);
  append_order (self, sql);
  if (self->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", self->limit);
  return prepare (self, db, sql->str, error);
}

AjStatement *
aj_query_prepare_count (AjQuery *self, AjDb *db, GError **error)
{
  g_autofree char *table = aj_db_quote_name (self->type->name);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT COUNT(*) FROM (SELECT 1 FROM %s", table);
  append_where (self, sql);
  if (self->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", self->limit);
  g_string_append (sql, ") AS found");
  return prepare (self, db, sql->str, error);
}

AjStatement *
aj_query_prepare_latest (
    AjQuery *self, AjDb *db, const AjField *by, const AjField *field, GError **error)
{
  g_autofree char *table = aj_db_quote_name (self->type->name);
  g_autofree char *reference = aj_db_quote_name (by->name);
  g_autofree char *column = aj_db_quote_name (field->name);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "SELECT \"reference\", MAX (\"value\") FROM"
                          " (SELECT %s AS \"reference\", %s AS \"value\" FROM %s",
                          reference, column, table);
  append_where (self, sql);
  g_string_append (sql, ") AS found WHERE \"reference\" IS NOT NULL AND \"value\" IS NOT NULL"
                        " GROUP BY \"reference\"");
  return prepare (self, db, sql->str, error);
}

static gboolean
order_looks_at (AjQuery *self, int field)
{
  const char *usual = self->type->order_field != NULL ? self->type->order_field
                                                      : self->type->title_field;

  if (self->unordered)
    return FALSE;
  if (self->over_by != AJ_DATE_NONE && self->type->until_field != NULL &&
      aj_record_type_find (self->type, self->type->until_field) == field)
    return TRUE;
  for (guint i = 0; i < self->orders->len; i++)
    if (g_array_index (self->orders, AjOrder, i).field == field)
      return TRUE;
  return self->orders->len == 0 && usual != NULL &&
         aj_record_type_find (self->type, usual) == field;
}

/* The fields whose values decide which records there are and in which order. */
static guint64
get_fields (AjQuery *self)
{
  guint64 fields = 0;

  for (guint i = 0; i < self->type->n_fields; i++)
    if (order_looks_at (self, (int) i) || (self->words != NULL && self->type->fields[i].searchable))
      fields |= G_GUINT64_CONSTANT (1) << i;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      int field = g_array_index (self->conditions, AjCondition, i).field;

      if (field != ID_COLUMN)
        fields |= G_GUINT64_CONSTANT (1) << field;
    }
  for (guint i = 0; i < self->paths->len; i++)
    fields |= G_GUINT64_CONSTANT (1) << g_array_index (self->paths, AjPath, i).field;
  return fields;
}

/* The order may follow the titles of what is referred to. */
static gboolean
is_ordered_by_titles_of (AjQuery *self, const AjHistoryChange *change)
{
  const AjRecordType *type = self->type;

  if (change->type->title_field == NULL || change->before == NULL || change->after == NULL ||
      !aj_values_differ (change->before, change->after, change->type->title_field))
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AJ_FIELD_REFERENCE && order_looks_at (self, (int) i) &&
        strcmp (type->fields[i].target, change->type->name) == 0)
      return TRUE;
  return FALSE;
}

/* A path may go through what is referred to. */
static gboolean
is_led_through (AjQuery *self, const AjHistoryChange *change)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      const AjPath *path = &g_array_index (self->paths, AjPath, i);

      if (path->target == change->type && change->before != NULL && change->after != NULL &&
          aj_values_differ (change->before, change->after, path->target->fields[path->second].name))
        return TRUE;
    }
  return FALSE;
}

gboolean
aj_query_is_concerned (AjQuery *self, AjChanges *changes)
{
  GPtrArray *all = aj_changes_get_all (changes);
  guint64 fields = get_fields (self);

  for (guint i = 0; i < all->len; i++)
    {
      const AjHistoryChange *change = g_ptr_array_index (all, i);

      if (change->type == self->type &&
          (change->before == NULL || change->after == NULL ||
           (aj_values_diff (change->before, change->after) & fields) != 0))
        return TRUE;
      if (is_ordered_by_titles_of (self, change) || is_led_through (self, change))
        return TRUE;
    }
  return FALSE;
}
