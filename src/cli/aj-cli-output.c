/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "aj-text.h"

typedef struct
{
  char *heading; /* (owned) */
  gboolean number;
  gboolean whole;
} Column;

struct _AjCliTable
{
  GArray *columns; /* (owned) (element-type Column) */
  GPtrArray *rows; /* (owned) (element-type GStrv) */
};

void
aj_cli_print_line (const char *text)
{
  g_print ("%s\n", text);
}

static char *
generate (JsonNode *node, gboolean pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, pretty);
  json_node_unref (node);
  return json_generator_to_data (generator, NULL);
}

void
aj_cli_print_json (JsonNode *node)
{
  g_autofree char *text = generate (node, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
aj_cli_print_json_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  aj_cli_print_json (node);
}

void
aj_cli_print_done (
    AjCli *cli, const AjRecordType *type, const char *id, const char *text, gint64 revision)
{
  JsonObject *object;

  if (!cli->json)
    {
      aj_cli_print_line (text);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "type", type->name);
  json_object_set_string_member (object, "id", id);
  json_object_set_boolean_member (object, "changed", revision != 0);
  aj_cli_print_json_object (object);
}

char *
aj_cli_json_to_line (JsonNode *node)
{
  return generate (node, FALSE);
}

/* The end of the first sentence: a full stop before a space or the end, outside quotation marks. */
static const char *
find_sentence_end (const char *text)
{
  int quoted = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (sign == 0x201C)
        quoted++;
      else if (sign == 0x201D && quoted > 0)
        quoted--;
      else if (sign == '.' && quoted == 0 && (c[1] == ' ' || c[1] == '\0'))
        return c;
    }
  return NULL;
}

char *
aj_cli_format_error (const char *what, const char *why, const char *where)
{
  g_autofree char *clean = aj_text_clean_line (why);
  g_autofree char *place = where != NULL ? aj_text_clean_line (where) : NULL;
  const char *end;

  if (aj_text_or_null (place) == NULL || strstr (clean, place) != NULL)
    return g_strdup_printf ("aanjager-cli: %s: %s", what, clean);
  end = find_sentence_end (clean);
  if (end == NULL)
    return g_strdup_printf ("aanjager-cli: %s: %s (%s).", what, clean, place);
  return g_strdup_printf ("aanjager-cli: %s: %.*s (%s)%s", what, (int) (end - clean), clean, place,
                          end);
}

void
aj_cli_warn (AjCli *cli, const char *sentence)
{
  g_autofree char *line = aj_cli_format_error (cli->what, sentence, NULL);

  g_printerr ("%s\n", line);
}

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
}

AjCliTable *
aj_cli_table_new (void)
{
  AjCliTable *self = g_new0 (AjCliTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
aj_cli_table_free (AjCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
aj_cli_table_add_column (AjCliTable *self, const char *heading, gboolean number, gboolean whole)
{
  Column column = { g_strdup (heading), number, whole };

  g_array_append_val (self->columns, column);
}

/* How many columns of a terminal a text takes. */
static int
measure (const char *text)
{
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (sign))
        width += g_unichar_iswide (sign) ? 2 : 1;
    }
  return width;
}

/* At most AJ_CLI_CELL_WIDTH columns wide, with … when cut. */
static char *
cut (const char *text)
{
  int width = 0;

  if (measure (text) <= AJ_CLI_CELL_WIDTH)
    return g_strdup (text);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      width += g_unichar_iszerowidth (sign) ? 0 : g_unichar_iswide (sign) ? 2 : 1;
      if (width >= AJ_CLI_CELL_WIDTH)
        return g_strdup_printf ("%.*s…", (int) (c - text), text);
    }
  g_return_val_if_reached (g_strdup (text));
}

void
aj_cli_table_add_row (AjCliTable *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      /* A cell is one line, whatever stands in it. */
      g_autofree char *line = aj_text_clean_line (cells[i]);

      row[i] = g_array_index (self->columns, Column, i).whole ? g_steal_pointer (&line)
                                                              : cut (line);
    }
  g_ptr_array_add (self->rows, row);
}

guint
aj_cli_table_get_n_rows (AjCliTable *self)
{
  return self->rows->len;
}

/* 0: nothing stands in it. */
static int
measure_column (AjCliTable *self, guint column)
{
  int width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, measure (((char **) self->rows->pdata[i])[column]));
  if (width == 0)
    return 0;
  return MAX (width, measure (g_array_index (self->columns, Column, column).heading));
}

static void
append_cell (GString *text, const char *cell, int width, gboolean number)
{
  int padding = MAX (width - measure (cell), 0);

  if (number)
    g_string_append_printf (text, "%*s%s", padding, "", cell);
  else
    g_string_append_printf (text, "%s%*s", cell, padding, "");
}

static void
append_row (AjCliTable *self, GString *text, const int *widths, char **cells)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (widths[i] == 0)
        continue;
      append_cell (text, cells != NULL ? cells[i] : column->heading, widths[i], column->number);
      g_string_append (text, "  ");
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

char *
aj_cli_table_to_text (AjCliTable *self)
{
  GString *text = g_string_new (NULL);
  g_autofree int *widths = g_new0 (int, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    widths[i] = measure_column (self, i);
  append_row (self, text, widths, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, text, widths, self->rows->pdata[i]);
  return g_string_free (text, FALSE);
}

void
aj_cli_table_print (AjCliTable *self)
{
  g_autofree char *text = aj_cli_table_to_text (self);

  g_print ("%s", text);
}

JsonNode *
aj_cli_value_to_json (const AjField *field, const AjValue *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  switch (value->kind)
    {
    case AJ_VALUE_INTEGER:
      if (field->kind == AJ_FIELD_BOOLEAN)
        json_node_set_boolean (node, value->as.integer != 0);
      else
        json_node_set_int (node, value->as.integer);
      break;
    case AJ_VALUE_REAL:
      json_node_set_double (node, value->as.real);
      break;
    case AJ_VALUE_TEXT:
      json_node_set_string (node, value->as.text);
      break;
    case AJ_VALUE_NONE:
    default:
      json_node_init_null (node);
      break;
    }
  return node;
}

JsonNode *
aj_cli_values_to_json (const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", aj_values_get_id (values));
  for (guint i = 0; i < type->n_fields; i++)
    json_object_set_member (object, type->fields[i].name,
                            aj_cli_value_to_json (&type->fields[i], aj_values_peek (values, i)));
  json_node_take_object (node, object);
  return node;
}

char *
aj_cli_format_utc (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

char *
aj_cli_format_local (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (time == NULL)
    return g_strdup ("");
  day = aj_date_format_short (aj_date_new (g_date_time_get_year (time),
                                           g_date_time_get_month (time),
                                           g_date_time_get_day_of_month (time)));
  clock = aj_time_of_day_to_string (g_date_time_get_hour (time) * 60 +
                                    g_date_time_get_minute (time));
  /* Translators: a date and a time of day, as in "Thu 12 Mar 2026, 10:00". */
  return g_strdup_printf (_ ("%s, %s"), day, clock);
}
