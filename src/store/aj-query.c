/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-query-private.h"

#include <string.h>

#include "aj-text.h"

/* In the place of a field's index: the id of the record. */
#define ID_COLUMN -1

/* Somebody may paste a whole letter into a search; what it begins with says enough, and the database takes no more. */
#define MAX_SEARCH 255
#define MAX_WORDS  16

typedef struct
{
  int field;
  AjQueryOperator comparison;
  AjValue value; /* (owned) */
} AjCondition;

typedef struct
{
  int field;
  gboolean descending;
} AjOrder;

struct _AjQuery
{
  gatomicrefcount references;
  const AjRecordType *type;
  GArray *conditions; /* (owned) (element-type AjCondition) */
  GPtrArray *words;   /* (owned) (element-type utf8): patterns for LIKE */
  GArray *orders;     /* (owned) (element-type AjOrder) */
  guint limit;
};

G_DEFINE_BOXED_TYPE (AjQuery, aj_query, aj_query_ref, aj_query_unref)

static void
condition_clear (gpointer condition)
{
  aj_value_clear (&((AjCondition *) condition)->value);
}

AjQuery *
aj_query_new (const AjRecordType *type)
{
  AjQuery *self = g_new0 (AjQuery, 1);

  g_atomic_ref_count_init (&self->references);
  self->type = type;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (AjCondition));
  g_array_set_clear_func (self->conditions, condition_clear);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->orders = g_array_new (FALSE, FALSE, sizeof (AjOrder));
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
  g_ptr_array_unref (self->words);
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
aj_query_where_empty (AjQuery *self, const char *field, AjQueryOperator comparison)
{
  g_return_if_fail (comparison == AJ_QUERY_EMPTY || comparison == AJ_QUERY_NOT_EMPTY);

  add_condition (self, field, comparison);
}

/* A pattern that finds the word anywhere, and nothing in it means anything else. */
static char *
to_pattern (const char *word)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
add_word (AjQuery *self, const char *word)
{
  g_autofree char *pattern = to_pattern (word);

  if (*word != '\0' && self->words->len < MAX_WORDS &&
      !g_ptr_array_find_with_equal_func (self->words, pattern, g_str_equal, NULL))
    g_ptr_array_add (self->words, g_steal_pointer (&pattern));
}

void
aj_query_search (AjQuery *self, const char *text)
{
  g_autofree char *folded = text != NULL ? aj_text_fold (text) : g_strdup ("");
  g_autofree char *start = g_utf8_strlen (folded, -1) > MAX_SEARCH
                               ? g_utf8_substring (folded, 0, MAX_SEARCH)
                               : g_strdup (folded);
  g_auto (GStrv) words = g_strsplit (start, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (self, words[i]);
}

void
aj_query_order_by (AjQuery *self, const char *field, gboolean descending)
{
  AjOrder order = { .descending = descending };

  if (find_column (self, field, &order.field))
    g_array_append_val (self->orders, order);
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

static void
append_condition (AjQuery *self, GString *sql, const AjCondition *condition, guint *parameter)
{
  static const char *const operators[] = {
    [AJ_QUERY_EQUAL] = "=", [AJ_QUERY_NOT_EQUAL] = "IS DISTINCT FROM",
    [AJ_QUERY_LESS] = "<",  [AJ_QUERY_AT_MOST] = "<=",
    [AJ_QUERY_MORE] = ">",  [AJ_QUERY_AT_LEAST] = ">=",
  };
  g_autofree char *column = quote_column (self, condition->field);

  if (condition->comparison == AJ_QUERY_EMPTY)
    g_string_append_printf (sql, "%s IS NULL", column);
  else if (condition->comparison == AJ_QUERY_NOT_EMPTY)
    g_string_append_printf (sql, "%s IS NOT NULL", column);
  else
    g_string_append_printf (sql, "%s %s ?%u", column, operators[condition->comparison],
                            (*parameter)++);
}

/* One word must be in one of the fields that are searched. */
static void
append_word (AjQuery *self, GString *sql, guint *parameter)
{
  gboolean first = TRUE;

  g_string_append_c (sql, '(');
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      g_autofree char *column = NULL;

      if (!self->type->fields[i].searchable)
        continue;
      column = quote_column (self, (int) i);
      g_string_append_printf (sql, "%saj_fold (%s) LIKE ?%u ESCAPE '\\'", first ? "" : " OR ",
                              column, *parameter);
      first = FALSE;
    }
  g_string_append (sql, first ? "1 = 0)" : ")");
  (*parameter)++;
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
  for (guint i = 0; i < self->words->len; i++)
    {
      g_string_append (sql, joint);
      append_word (self, sql, &parameter);
      joint = " AND ";
    }
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

static void
append_order (AjQuery *self, GString *sql)
{
  const char *usual = self->type->order_field != NULL ? self->type->order_field
                                                      : self->type->title_field;
  gboolean descending = FALSE;

  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < self->orders->len; i++)
    {
      const AjOrder *order = &g_array_index (self->orders, AjOrder, i);

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

      if (condition->comparison != AJ_QUERY_EMPTY && condition->comparison != AJ_QUERY_NOT_EMPTY)
        aj_statement_bind_value (statement, parameter++, &condition->value);
    }
  for (guint i = 0; i < self->words->len; i++)
    aj_statement_bind_text (statement, parameter++, g_ptr_array_index (self->words, i));
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

static gboolean
order_looks_at (AjQuery *self, int field)
{
  const char *usual = self->type->order_field != NULL ? self->type->order_field
                                                      : self->type->title_field;

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
    if (order_looks_at (self, (int) i) ||
        (self->words->len > 0 && self->type->fields[i].searchable))
      fields |= G_GUINT64_CONSTANT (1) << i;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      int field = g_array_index (self->conditions, AjCondition, i).field;

      if (field != ID_COLUMN)
        fields |= G_GUINT64_CONSTANT (1) << field;
    }
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
      if (is_ordered_by_titles_of (self, change))
        return TRUE;
    }
  return FALSE;
}
