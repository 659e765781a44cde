/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-edition.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-naming.h"
#include "aj-text.h"

/* The word for the meeting that comes next. */
#define NEXT "next"

/* How many of those that are meant an error names; who means more looks at the list. */
#define MAX_CANDIDATES 4

static gboolean
take_values_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, aj_values_ref (values));
  return TRUE;
}

/* (element-type AjValues): what a query finds, as much as can be told apart by. */
static GPtrArray *
find (AjStore *store, AjQuery *query, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);

  aj_query_limit (query, MAX_CANDIDATES + 1);
  return aj_store_each (store, query, take_values_cb, found, error) ? g_steal_pointer (&found)
                                                                    : NULL;
}

static GPtrArray *
find_by_field (
    AjStore *store, const AjRecordType *type, const char *field, const char *text, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (type);

  aj_query_where_text (query, field, AJ_QUERY_EQUAL, text);
  return find (store, query, error);
}

/* NULL without an error when there is none. */
static AjValues *
read_values (AjStore *store, const AjRecordType *type, const char *id, GError **error)
{
  g_autoptr (GPtrArray) found = find_by_field (store, type, "id", id, error);

  return found != NULL && found->len > 0 ? aj_values_ref (found->pdata[0]) : NULL;
}

static AjValues *
find_named (const AjRecordType *type, const char *id, gpointer user_data)
{
  return read_values (user_data, type, id, NULL);
}

/* What tells a record apart from others of its name: "Expertteam Cyber · Thu 11 Feb 2027, 10:00" of a meeting. */
static char *
describe_apart (AjCli *cli, const AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);
  GString *text = g_string_new (NULL);

  for (guint i = 0; type->identity != NULL && type->identity[i] != NULL; i++)
    {
      const int index = aj_record_type_find (type, type->identity[i]);
      const AjField *field = &type->fields[index];
      g_autofree char *part = NULL;

      if (g_strcmp0 (field->name, type->title_field) == 0 ||
          aj_values_is_empty (values, field->name))
        continue;
      if (field->kind == AJ_FIELD_REFERENCE)
        part = aj_cli_describe_id (cli, aj_record_type_lookup (field->target),
                                   aj_values_get_text (values, field->name));
      else
        part = aj_field_display (field, aj_values_peek (values, (guint) index));
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (text, FALSE);
}

static char *
fail_ambiguous (
    AjCli *cli, const AjRecordType *type, const char *text, GPtrArray *found, GError **error)
{
  g_autoptr (GString) candidates = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
    {
      g_autofree char *apart = describe_apart (cli, found->pdata[i]);

      g_string_append_printf (candidates, "%s%s", i > 0 ? "; " : "",
                              aj_values_get_id (found->pdata[i]));
      if (*apart != '\0')
        g_string_append_printf (candidates, " (%s)", apart);
    }
  if (found->len > MAX_CANDIDATES)
    g_string_append (candidates, "; …");
  g_set_error (
      error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
      /* Translators: a record type ("Group"), what somebody typed, and the ids of those it fits. */
      _ ("%1$s: more than one is called “%2$s”. Give the id of one: %3$s"),
      aj_record_type_get_label (type), text, candidates->str);
  return NULL;
}

static char *
fail_unknown (const AjRecordType *type, const char *text, GError **error)
{
  g_set_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_NOT_FOUND,
               /* Translators: a record type ("Group"), an id or name. */
               _ ("%s: there is none with the id or name “%s”. See: aanjager-cli list %s"),
               aj_record_type_get_label (type), text, type->name);
  return NULL;
}

/* The id of the one that was found. */
static char *
take_one (AjCli *cli, const AjRecordType *type, const char *text, GPtrArray *found, GError **error)
{
  if (found->len > 1)
    return fail_ambiguous (cli, type, text, found, error);
  if (found->len == 0)
    return fail_unknown (type, text, error);
  return g_strdup (aj_values_get_id (found->pdata[0]));
}

static gboolean
is_name (const AjRecordType *type, const AjField *field)
{
  return (field->kind == AJ_FIELD_TEXT || field->kind == AJ_FIELD_CHOICE) &&
         (field->unique || g_strcmp0 (field->name, type->title_field) == 0);
}

static GPtrArray *
find_by_name (AjStore *store, const AjRecordType *type, const char *text, GError **error)
{
  g_autoptr (GPtrArray) found = find_by_field (store, type, "id", text, error);

  for (guint i = 0; found != NULL && found->len == 0 && i < type->n_fields; i++)
    if (is_name (type, &type->fields[i]))
      {
        g_ptr_array_unref (found);
        found = find_by_field (store, type, type->fields[i].name, text, error);
      }
  return g_steal_pointer (&found);
}

static AjQuery *
query_meetings (const char *group)
{
  AjQuery *query = aj_query_new (&aj_meeting_record_type);

  if (group != NULL)
    aj_query_where_text (query, "group", AJ_QUERY_EQUAL, group);
  aj_query_order_by (query, "starts-at", FALSE);
  return query;
}

static GPtrArray *
find_on_day (
    AjStore *store, const char *group, AjDate day, AjQueryOperator cancelled, GError **error)
{
  g_autofree char *iso = aj_date_to_iso (day);
  g_autofree char *first = g_strconcat (iso, "T00:00", NULL);
  g_autofree char *last = g_strconcat (iso, "T23:59", NULL);
  g_autoptr (AjQuery) query = query_meetings (group);

  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "starts-at", AJ_QUERY_AT_MOST, last);
  aj_query_where_text (query, "state", cancelled, AJ_MEETING_CANCELLED);
  return find (store, query, error);
}

/* The first that is not over and is to be held, with those that begin at the same time. */
static GPtrArray *
find_next (AjCli *cli, const char *group, GError **error)
{
  const AjWallTime now = aj_clock_get_now (cli->clock);
  g_autofree char *from = aj_wall_time_to_string (&now);
  g_autoptr (AjQuery) query = query_meetings (group);
  GPtrArray *found;

  aj_query_where_text (query, "ends-at", AJ_QUERY_MORE, from);
  aj_query_where_text (query, "state", AJ_QUERY_NOT_EQUAL, AJ_MEETING_CANCELLED);
  aj_query_where_text (query, "state", AJ_QUERY_NOT_EQUAL, AJ_MEETING_HELD);
  found = find (cli->store, query, error);
  while (found != NULL && found->len > 1 &&
         aj_values_differ (found->pdata[0], found->pdata[found->len - 1], "starts-at"))
    g_ptr_array_set_size (found, (int) found->len - 1);
  return found;
}

/* What "[GROUP ]2027-02-11" or "[GROUP ]next" means; nothing for what is written in another way. */
static GPtrArray *
find_by_day (AjCli *cli, const char *text, GError **error)
{
  const char *space = strrchr (text, ' ');
  const char *when = space != NULL ? space + 1 : text;
  g_autofree char *name = space != NULL ? g_strndup (text, (gsize) (space - text)) : NULL;
  g_autofree char *group = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gboolean is_next = strcmp (when, NEXT) == 0;
  AjDate day;

  if (!is_next && !aj_date_parse_iso (when, &day))
    return g_ptr_array_new ();
  if (name != NULL)
    {
      group = aj_cli_resolve (cli, &aj_group_record_type, name, error);
      if (group == NULL)
        return NULL;
    }
  if (is_next)
    return find_next (cli, group, error);
  found = find_on_day (cli->store, group, day, AJ_QUERY_NOT_EQUAL, error);
  if (found == NULL || found->len > 0)
    return g_steal_pointer (&found);
  return find_on_day (cli->store, group, day, AJ_QUERY_EQUAL, error);
}

/* The editions that begin in the year "2026"; nothing for what is no year. */
static GPtrArray *
find_by_year (AjCli *cli, const char *text, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_edition_record_type);
  g_autofree char *first = g_strconcat (text, "-01-01", NULL);
  g_autofree char *last = g_strconcat (text, "-12-31", NULL);
  AjDate day;

  if (!aj_date_parse_iso (first, &day))
    return g_ptr_array_new ();
  aj_query_where_text (query, "starts-on", AJ_QUERY_AT_LEAST, first);
  aj_query_where_text (query, "starts-on", AJ_QUERY_AT_MOST, last);
  return find (cli->store, query, error);
}

/* A type without a title of which something else has one is known by the name of that: a cycle by its group's. */
static const AjField *
get_known_by (const AjRecordType *type)
{
  const AjField *field;

  if (type->title_field != NULL || type->identity == NULL || type->identity[1] != NULL)
    return NULL;
  field = &type->fields[aj_record_type_find (type, type->identity[0])];
  return field->kind == AJ_FIELD_REFERENCE ? field : NULL;
}

static GPtrArray *
find_by_other (
    AjCli *cli, const AjRecordType *type, const AjField *field, const char *text, GError **error)
{
  g_autofree char *id = aj_cli_resolve (cli, aj_record_type_lookup (field->target), text, error);

  return id != NULL ? find_by_field (cli->store, type, field->name, id, error) : NULL;
}

/* By what people say of records of this type, where that is neither an id nor a name. */
static GPtrArray *
find_by_custom (AjCli *cli, const AjRecordType *type, const char *text, GError **error)
{
  const AjField *known_by = get_known_by (type);

  if (type == &aj_meeting_record_type)
    return find_by_day (cli, text, error);
  if (type == &aj_edition_record_type)
    return find_by_year (cli, text, error);
  return known_by != NULL ? find_by_other (cli, type, known_by, text, error) : g_ptr_array_new ();
}

char *
aj_cli_resolve (AjCli *cli, const AjRecordType *type, const char *text, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autofree char *clean = aj_text_clean_line (text);
  g_autoptr (GPtrArray) found = NULL;

  if (store == NULL)
    return NULL;
  found = find_by_name (store, type, clean, error);
  if (found != NULL && found->len == 0)
    {
      g_ptr_array_unref (found);
      found = find_by_custom (cli, type, clean, error);
    }
  return found != NULL ? take_one (cli, type, clean, found, error) : NULL;
}

static gboolean
is_called (AjStore *store, const AjValues *values, const char *text)
{
  g_autofree char *name = aj_naming_describe_own (values, find_named, store);

  return g_strcmp0 (aj_values_get_id (values), text) == 0 || g_strcmp0 (name, text) == 0;
}

char *
aj_cli_resolve_part (
    AjCli *cli, const AjRecordType *type, const char *owner, const char *text, GError **error)
{
  AjStore *store = aj_cli_open_store (cli, error);
  g_autofree char *clean = aj_text_clean_line (text);
  g_autoptr (AjQuery) query = aj_query_new (type);
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (type->owner_field != NULL, NULL);

  if (store == NULL)
    return NULL;
  aj_query_where_text (query, type->owner_field, AJ_QUERY_EQUAL, owner);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  if (!aj_store_each (store, query, take_values_cb, found, error))
    return NULL;
  for (guint i = found->len; i > 0; i--)
    if (!is_called (store, found->pdata[i - 1], clean))
      g_ptr_array_remove_index (found, i - 1);
  return take_one (cli, type, clean, found, error);
}

AjValues *
aj_cli_load (AjCli *cli, const AjRecordType *type, const char *text, GError **error)
{
  g_autofree char *id = aj_cli_resolve (cli, type, text, error);
  g_autoptr (GError) failure = NULL;
  AjValues *values;

  if (id == NULL)
    return NULL;
  values = read_values (cli->store, type, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (values == NULL)
    fail_unknown (type, text, error);
  return values;
}

char *
aj_cli_describe (AjCli *cli, const AjValues *values)
{
  AjStore *store = aj_cli_open_store (cli, NULL);
  const AjRecordType *type = aj_values_get_record_type (values);
  char *name = store != NULL ? aj_naming_describe (values, find_named, store) : NULL;

  if (name == NULL && type->single_id != NULL)
    return g_strdup (aj_record_type_get_label (type));
  return name != NULL ? name : g_strdup (aj_values_get_id (values));
}

char *
aj_cli_describe_id (AjCli *cli, const AjRecordType *type, const char *id)
{
  AjStore *store = aj_cli_open_store (cli, NULL);
  g_autoptr (AjValues) values = store != NULL ? read_values (store, type, id, NULL) : NULL;

  return values != NULL ? aj_cli_describe (cli, values) : g_strdup (id);
}
