/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "aj-cli-agenda.h"
#include "aj-cli-arguments.h"
#include "aj-cli-columns.h"
#include "aj-cli-output.h"
#include "aj-agenda-item.h"
#include "aj-evaluation.h"
#include "aj-known-steps.h"
#include "aj-meeting-date.h"
#include "aj-meeting.h"
#include "aj-new-record.h"
#include "aj-reference.h"
#include "aj-rollout.h"

static char **where_words;
static char *sort_word;
static int limit_number;
static char *day_word;

const GOptionEntry aj_cli_list_options[] = {
  { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &where_words,
    N_ ("Only records with this value; of days, times and numbers also up to it (FIELD<=VALUE) or "
        "from it on (FIELD>=VALUE); may be given more than once"),
    N_ ("FIELD=VALUE") },
  { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort_word,
    N_ ("The order; a - before the name turns it around"), N_ ("FIELD") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit_number, N_ ("At most so many records"), "N" },
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("Only what is there on this day"),
    N_ ("DATE") },
  { NULL },
};

/* What a list is being made of. */
typedef struct
{
  AjCli *cli;
  const AjRecordType *type;
  GArray *filters;     /* (owned) (element-type AjCliAssignment): what the store cannot ask */
  GHashTable *titles;  /* (owned) (element-type utf8 utf8): of referenced records, by id */
  GPtrArray *untitled; /* (owned) (element-type AjValues): of one type, that have none */
  AjCliTable *table;   /* (owned) */
  guint columns[AJ_CLI_MAX_COLUMNS]; /* indices of fields */
  guint n_columns;
  guint n_printed;
  guint limit; /* 0: none */
} Listing;

static void
listing_clear (Listing *self)
{
  g_clear_pointer (&self->filters, g_array_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->untitled, g_ptr_array_unref);
  g_clear_pointer (&self->table, aj_cli_table_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static void
clear_filter_cb (gpointer data)
{
  aj_cli_assignment_clear (data);
}

/* (transfer full): the condition as an assignment; "due<=2026-05-01" as "due=2026-05-01", and what stood between in @how. Up
 * to a day is to the end of it. */
static char *
take_operator (Listing *self, const char *word, AjQueryOperator *how)
{
  const char *sign = strchr (word, '=');
  g_autofree char *name = NULL;
  gboolean is_day_of_time;
  int index;

  *how = AJ_QUERY_EQUAL;
  if (sign == NULL || sign == word || (sign[-1] != '<' && sign[-1] != '>'))
    return g_strdup (word);
  *how = sign[-1] == '<' ? AJ_QUERY_AT_MOST : AJ_QUERY_AT_LEAST;
  name = g_strndup (word, (gsize) (sign - 1 - word));
  index = aj_record_type_find (self->type, name);
  is_day_of_time = index >= 0 && self->type->fields[index].kind == AJ_FIELD_WALL_TIME &&
                   strlen (sign + 1) == strlen ("2026-05-01");
  return g_strdup_printf ("%s%s%s", name, sign,
                          !is_day_of_time            ? ""
                          : *how == AJ_QUERY_AT_MOST ? "T23:59"
                                                     : "T00:00");
}

/* Only what has an order can be asked for by that. */
static gboolean
check_operator (const AjField *field,
                const AjCliAssignment *wanted,
                AjQueryOperator how,
                GError **error)
{
  if (how == AJ_QUERY_EQUAL || (wanted->value.kind != AJ_VALUE_NONE &&
                                (field->kind == AJ_FIELD_INTEGER || field->kind == AJ_FIELD_DATE ||
                                 field->kind == AJ_FIELD_WALL_TIME)))
    return TRUE;
  return aj_cli_fail_usage (error,
                            _ ("Only days, times and numbers can be asked for by <= and >=, and "
                               "“%s” is none of them or is empty."),
                            field->name);
}

static gboolean
add_condition (Listing *self, AjQuery *query, const char *word, GError **error)
{
  g_auto (AjCliAssignment) wanted = { 0 };
  AjQueryOperator how;
  g_autofree char *assignment = take_operator (self, word, &how);
  const AjField *field;

  if (!aj_cli_parse_assignment (self->cli, self->type, assignment, &wanted, error))
    return FALSE;
  field = &self->type->fields[wanted.index];
  if (!check_operator (field, &wanted, how, error))
    return FALSE;
  switch (wanted.value.kind)
    {
    case AJ_VALUE_INTEGER:
      aj_query_where_integer (query, field->name, how, wanted.value.as.integer);
      break;
    case AJ_VALUE_TEXT:
      aj_query_where_text (query, field->name, how, wanted.value.as.text);
      break;
    case AJ_VALUE_REAL:
      g_array_append_val (self->filters, wanted);
      memset (&wanted, 0, sizeof wanted);
      break;
    case AJ_VALUE_NONE:
    default:
      aj_query_where_empty (query, field->name, AJ_QUERY_EMPTY);
      break;
    }
  return TRUE;
}

static gboolean
add_order (Listing *self, AjQuery *query, GError **error)
{
  gboolean descending = sort_word != NULL && *sort_word == '-';
  const char *name = descending ? sort_word + 1 : sort_word;

  if (name == NULL)
    return TRUE;
  aj_cli_set_where (self->cli, sort_word);
  if (strcmp (name, "id") != 0 && aj_cli_require_field (self->type, name, error) == NULL)
    return FALSE;
  aj_query_order_by (query, name, descending);
  aj_cli_set_where (self->cli, NULL);
  return TRUE;
}

/* What the window lists for a day. */
static gboolean
add_day (Listing *self, AjQuery *query, GError **error)
{
  AjDate date;

  if (day_word == NULL)
    return TRUE;
  if (self->type->from_field == NULL && self->type->until_field == NULL)
    return aj_cli_fail_usage (error,
                              _ ("Records of “%s” have no first and last day. Leave out --on."),
                              self->type->name);
  if (!aj_cli_read_day (self->cli, day_word, &date, error))
    return FALSE;
  aj_query_where_exist_on (query, date);
  return TRUE;
}

static AjQuery *
make_query (Listing *self, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (self->type);

  if (limit_number < 0)
    {
      aj_cli_fail_usage (error, _ ("The limit is less than nothing. Write it like --limit 20."));
      return NULL;
    }
  for (guint i = 0; where_words != NULL && where_words[i] != NULL; i++)
    if (!add_condition (self, query, where_words[i], error))
      return NULL;
  if (!add_day (self, query, error) || !add_order (self, query, error))
    return NULL;
  self->limit = (guint) limit_number;
  if (self->filters->len == 0)
    aj_query_limit (query, self->limit);
  return g_steal_pointer (&query);
}

static gboolean
passes (Listing *self, const AjValues *values)
{
  if (self->limit > 0 && self->n_printed >= self->limit)
    return FALSE;
  for (guint i = 0; i < self->filters->len; i++)
    {
      const AjCliAssignment *wanted = &g_array_index (self->filters, AjCliAssignment, i);

      if (!aj_value_equal (aj_values_peek (values, wanted->index), &wanted->value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_json_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Listing *self = user_data;
  g_autofree char *line = NULL;

  if (!passes (self, values))
    return TRUE;
  line = aj_cli_json_to_line (aj_cli_values_to_json (values));
  fputs (self->n_printed++ > 0 ? ",\n" : "[\n", stdout);
  fputs (line, stdout);
  return TRUE;
}

static gboolean
is_number (const AjField *field)
{
  return field->kind == AJ_FIELD_INTEGER || field->kind == AJ_FIELD_REAL;
}

/* Where a record is known by others, as a meeting without a theme by its group and day, it is described when all are read. */
static gboolean
remember_title_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Listing *self = user_data;
  const char *field = aj_values_get_record_type (values)->title_field;
  const char *title = field != NULL ? aj_values_get_text (values, field) : NULL;

  if (title != NULL)
    g_hash_table_insert (self->titles, g_strdup (aj_values_get_id (values)), g_strdup (title));
  else
    g_ptr_array_add (self->untitled, aj_values_ref (values));
  return TRUE;
}

static gboolean
remember_titles (Listing *self, const AjRecordType *type, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (type);

  g_ptr_array_set_size (self->untitled, 0);
  if (!aj_store_each (self->cli->store, query, remember_title_cb, self, error))
    return FALSE;
  for (guint i = 0; i < self->untitled->len; i++)
    g_hash_table_insert (self->titles, g_strdup (aj_values_get_id (self->untitled->pdata[i])),
                         aj_cli_describe (self->cli, self->untitled->pdata[i]));
  return TRUE;
}

static gboolean
add_columns (Listing *self, GError **error)
{
  self->n_columns = aj_cli_choose_columns (self->type, self->columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const AjField *field = &self->type->fields[self->columns[i]];

      aj_cli_table_add_column (self->table, aj_field_get_label (field), is_number (field), FALSE);
      if (field->kind == AJ_FIELD_REFERENCE &&
          !remember_titles (self, aj_record_type_lookup (field->target), error))
        return FALSE;
    }
  aj_cli_table_add_column (self->table, _ ("Id"), FALSE, TRUE);
  return TRUE;
}

static char *
display_cell (Listing *self, const AjField *field, const AjValue *value)
{
  const char *title = NULL;

  if (field->kind == AJ_FIELD_REFERENCE && value->kind == AJ_VALUE_TEXT)
    title = g_hash_table_lookup (self->titles, value->as.text);
  return title != NULL ? g_strdup (title) : aj_field_display (field, value);
}

static gboolean
add_row_cb (const AjValues *values, gpointer user_data, GError **error)
{
  Listing *self = user_data;
  g_auto (GStrv) cells = NULL;

  if (!passes (self, values))
    return TRUE;
  cells = g_new0 (char *, self->n_columns + 2);
  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = display_cell (self, &self->type->fields[self->columns[i]],
                             aj_values_peek (values, self->columns[i]));
  cells[self->n_columns] = g_strdup (aj_values_get_id (values));
  aj_cli_table_add_row (self->table, (const char *const *) cells);
  self->n_printed++;
  return TRUE;
}

static gboolean
print_listing (Listing *self, AjQuery *query, GError **error)
{
  AjStore *store = self->cli->store;

  if (self->cli->json)
    {
      if (!aj_store_each (store, query, print_json_cb, self, error))
        return FALSE;
      fputs (self->n_printed > 0 ? "\n]\n" : "[]\n", stdout);
      return TRUE;
    }
  if (!add_columns (self, error) || !aj_store_each (store, query, add_row_cb, self, error))
    return FALSE;
  if (self->n_printed > 0)
    aj_cli_table_print (self->table);
  else
    aj_cli_print_line (_ ("There are none."));
  return TRUE;
}

gboolean
aj_cli_run_list (AjCli *cli, char **arguments, GError **error)
{
  g_auto (Listing) listing = { .cli = cli };
  g_autoptr (AjQuery) query = NULL;

  listing.type = aj_record_type_require (arguments[0], error);
  if (listing.type == NULL || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  listing.filters = g_array_new (FALSE, TRUE, sizeof (AjCliAssignment));
  g_array_set_clear_func (listing.filters, clear_filter_cb);
  listing.titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  listing.untitled = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  listing.table = aj_cli_table_new ();
  query = make_query (&listing, error);
  return query != NULL && print_listing (&listing, query, error);
}

static char *
display_field (AjCli *cli, const AjField *field, const AjValue *value)
{
  g_autofree char *name = NULL;

  if (field->kind != AJ_FIELD_REFERENCE || value->kind != AJ_VALUE_TEXT)
    return aj_field_display (field, value);
  name = aj_cli_describe_id (cli, aj_record_type_lookup (field->target), value->as.text);
  if (strcmp (name, value->as.text) == 0)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s (%s)", name, value->as.text);
}

/* Lines after the first are set in, so that they cannot be taken for fields. */
static void
print_field (const char *label, int width, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  int padding = MAX (width - (int) g_utf8_strlen (label, -1), 0);

  g_print ("%s%*s  %s\n", label, padding, "", lines[0] != NULL ? lines[0] : "");
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    g_print ("%*s  %s\n", width, "", lines[i]);
}

static void
print_values (AjCli *cli, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  int width = (int) g_utf8_strlen (_ ("Id"), -1);

  for (guint i = 0; i < type->n_fields; i++)
    if (aj_values_peek (values, i)->kind != AJ_VALUE_NONE)
      width = MAX (width, (int) g_utf8_strlen (aj_field_get_label (&type->fields[i]), -1));
  print_field (_ ("Id"), width, aj_values_get_id (values));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjValue *value = aj_values_peek (values, i);
      g_autofree char *text = NULL;

      if (value->kind == AJ_VALUE_NONE)
        continue;
      text = display_field (cli, &type->fields[i], value);
      print_field (aj_field_get_label (&type->fields[i]), width, text);
    }
}

/* Of what a file holds one of, nobody need say which: "show network", "set network FIELD=VALUE". */
static const char *
get_id_word (const AjRecordType *type, char **arguments)
{
  gboolean is_named = arguments[1] != NULL && strchr (arguments[1], '=') == NULL;

  return is_named || type->single_id == NULL ? arguments[1] : type->single_id;
}

static gboolean
check_words (char **arguments, guint n_wanted, GError **error)
{
  if (g_strv_length (arguments) >= n_wanted)
    return TRUE;
  return aj_cli_fail_usage (error,
                            _ ("Say which one, by its id or its name. See: aanjager-cli list %s"),
                            arguments[0]);
}

gboolean
aj_cli_run_show (AjCli *cli, char **arguments, GError **error)
{
  const AjRecordType *type = aj_record_type_require (arguments[0], error);
  g_autoptr (AjValues) values = NULL;

  if (type == NULL || !check_words (arguments, type->single_id != NULL ? 1 : 2, error))
    return FALSE;
  values = aj_cli_load (cli, type, get_id_word (type, arguments), error);
  if (values == NULL)
    return FALSE;
  if (cli->json)
    aj_cli_print_json (aj_cli_values_to_json (values));
  else
    print_values (cli, values);
  return TRUE;
}

/* Gives which fields were assigned, bit i for field i. */
static guint64
assign (AjValues *values, GArray *assignments)
{
  guint64 set = 0;

  for (guint i = 0; i < assignments->len; i++)
    {
      const AjCliAssignment *assignment = &g_array_index (assignments, AjCliAssignment, i);

      aj_values_set (values, assignment->index, &assignment->value);
      set |= G_GUINT64_CONSTANT (1) << assignment->index;
    }
  return set;
}

/* A day on which few can come is taken, for whoever types it knows why; but it is said, as the window says it. */
static void
warn_of_date (AjCli *cli, const char *id)
{
  g_autoptr (AjValues) values = aj_cli_load (cli, &aj_meeting_record_type, id, NULL);
  g_autoptr (AjHolidays) holidays = aj_reference_load_holidays (NULL);
  g_autofree char *warning = NULL;

  if (values == NULL || holidays == NULL)
    return;
  warning = aj_meeting_date_to_warning (values, holidays);
  if (*warning != '\0')
    aj_cli_warn (cli, warning);
}

/* The window does it in one go; a command changes only what it is told to. */
static void
warn_of_phase (AjCli *cli, const AjValues *evaluation)
{
  const char *id = aj_values_get_text (evaluation, "rollout");
  g_autoptr (AjValues) rollout = aj_cli_load (cli, &aj_rollout_record_type, id, NULL);
  g_autofree char *sentence = NULL;

  if (!aj_new_record_concludes (evaluation, rollout))
    return;
  /* Translators: the id of a rollout. What follows "set" is typed as it stands. */
  sentence = g_strdup_printf (_ ("The rollout is still at “done”. Add: set rollout %s "
                                 "phase=evaluated"),
                              id);
  aj_cli_warn (cli, sentence);
}

/* @before: NULL for a new one. */
static void
warn_of_change (AjCli *cli, const AjValues *before, const AjValues *after)
{
  const AjRecordType *type = aj_values_get_record_type (after);
  const char *id = aj_values_get_id (after);

  if (type == &aj_agenda_item_record_type && !aj_values_is_empty (after, "meeting"))
    aj_cli_warn_of_agenda (cli, aj_values_get_text (after, "meeting"));
  if (before == NULL && type == &aj_evaluation_record_type)
    warn_of_phase (cli, after);
  if (type != &aj_meeting_record_type)
    return;
  if (before == NULL || aj_values_differ (before, after, "starts-at"))
    warn_of_date (cli, id);
  if (before != NULL && (aj_values_differ (before, after, "starts-at") ||
                         aj_values_differ (before, after, "ends-at")))
    aj_cli_warn_of_agenda (cli, id);
}

gboolean
aj_cli_run_add (AjCli *cli, char **arguments, GError **error)
{
  const AjRecordType *type = aj_record_type_require (arguments[0], error);
  g_autoptr (GArray) assignments = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autoptr (AjValues) values = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  AjValues *added;

  if (type == NULL || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  assignments = aj_cli_parse_assignments (cli, type, arguments + 1, error);
  if (assignments == NULL)
    return FALSE;
  values = aj_values_new (type, NULL);
  assign (values, assignments);
  aj_new_record_begin (values, aj_clock_get_today (cli->clock));
  name = aj_cli_describe (cli, values);
  /* Translators: a record type ("Group"), then what the record is called. */
  label = g_strdup_printf (_ ("Add %s ‘%s’"), aj_record_type_get_label (type), name);
  edit = aj_edit_new (cli->store, label);
  added = aj_edit_add_with_id (edit, type, aj_values_get_id (values));
  assign (added, assignments);
  aj_new_record_begin (added, aj_clock_get_today (cli->clock));
  if (!aj_edit_commit (edit, error))
    return FALSE;
  warn_of_change (cli, NULL, values);
  aj_cli_print_done (cli, type, aj_values_get_id (values), aj_values_get_id (values),
                     aj_edit_get_revision (edit));
  return TRUE;
}

gboolean
aj_cli_run_set (AjCli *cli, char **arguments, GError **error)
{
  const AjRecordType *type = aj_record_type_require (arguments[0], error);
  g_autoptr (GArray) assignments = NULL;
  g_autoptr (AjValues) values = NULL;
  g_autoptr (AjValues) after = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  const char *word;
  AjValues *changed;

  if (type == NULL || !check_words (arguments, type->single_id != NULL ? 2 : 3, error))
    return FALSE;
  word = get_id_word (type, arguments);
  values = aj_cli_load (cli, type, word, error);
  if (values == NULL)
    return FALSE;
  assignments = aj_cli_parse_assignments (cli, type, arguments + (word == arguments[1] ? 2 : 1),
                                          error);
  if (assignments == NULL)
    return FALSE;
  name = aj_cli_describe (cli, values);
  /* Translators: a record type ("Group"), then what the record is called. */
  label = g_strdup_printf (_ ("Change %s ‘%s’"), aj_record_type_get_label (type), name);
  edit = aj_edit_new (cli->store, label);
  changed = aj_edit_change_values (edit, values);
  aj_values_follow (values, changed, assign (changed, assignments));
  after = aj_values_copy (changed);
  if (!aj_known_steps_tick_for (edit, cli->store, values, after, error))
    return FALSE;
  if (!aj_edit_is_empty (edit) && !aj_edit_commit (edit, error))
    return FALSE;
  warn_of_change (cli, values, after);
  aj_cli_print_done (cli, type, aj_values_get_id (values),
                     aj_edit_get_revision (edit) != 0 ? label : _ ("It was so already."),
                     aj_edit_get_revision (edit));
  return TRUE;
}

gboolean
aj_cli_run_remove (AjCli *cli, char **arguments, GError **error)
{
  const AjRecordType *type = aj_record_type_require (arguments[0], error);
  g_autoptr (AjValues) values = NULL;
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (type == NULL)
    return FALSE;
  values = aj_cli_load (cli, type, arguments[1], error);
  if (values == NULL)
    return FALSE;
  name = aj_cli_describe (cli, values);
  /* Translators: a record type ("Group"), then what the record is called. */
  label = g_strdup_printf (_ ("Remove %s ‘%s’"), aj_record_type_get_label (type), name);
  edit = aj_edit_new (cli->store, label);
  aj_edit_remove_values (edit, values);
  if (!aj_edit_commit (edit, error))
    return FALSE;
  aj_cli_print_done (cli, type, aj_values_get_id (values), label, aj_edit_get_revision (edit));
  return TRUE;
}
