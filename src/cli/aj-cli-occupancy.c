/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-group-occupancy.h"
#include "aj-group.h"

static char *year_word;

const GOptionEntry aj_cli_group_occupancy_options[] = {
  { "year", 0, 0, G_OPTION_ARG_FILENAME, &year_word, N_ ("The year (default: this one)"),
    N_ ("Y") },
  { NULL },
};

/* What a cell is in a table of many, and what scripts read. */
static const struct
{
  const char *mark;
  const char *code;
} cells[] = {
  [AJ_OCCUPANCY_NOT_INVITED] = { "", "not-invited" }, [AJ_OCCUPANCY_NOT_KEPT] = { ".", "not-kept" },
  [AJ_OCCUPANCY_UNKNOWN] = { "?", "unknown" },        [AJ_OCCUPANCY_PRESENT] = { "+", "present" },
  [AJ_OCCUPANCY_EXCUSED] = { "/", "excused" },        [AJ_OCCUPANCY_ABSENT] = { "x", "absent" },
  [AJ_OCCUPANCY_VACANT] = { "o", "vacant" },
};

static const char *
get_name (const AjValues *district)
{
  return district != NULL ? aj_values_get_text (district, "name") : "";
}

static void
add_row (AjCliTable *table, const AjOccupancyRow *row, guint n_meetings)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *present = g_strdup_printf ("%u/%u", row->counts.present, row->counts.invited);

  g_ptr_array_add (texts, (gpointer) row->name);
  g_ptr_array_add (texts, (gpointer) get_name (row->district));
  for (guint i = 0; i < n_meetings; i++)
    g_ptr_array_add (texts, (gpointer) cells[row->cells[i]].mark);
  g_ptr_array_add (texts, present);
  g_ptr_array_add (texts, NULL);
  aj_cli_table_add_row (table, (const char *const *) texts->pdata);
}

static void
print_table (AjGroupOccupancy *occupancy)
{
  GPtrArray *meetings = aj_group_occupancy_get_meetings (occupancy);
  GArray *rows = aj_group_occupancy_get_rows (occupancy);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Organisation"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("District"), FALSE, FALSE);
  for (guint i = 0; i < meetings->len; i++)
    {
      AjDate day = aj_group_year_get_day (meetings->pdata[i]);
      g_autofree char *heading = g_strdup_printf ("%d %s", aj_date_get_day (day),
                                                  aj_month_get_short_name (
                                                      aj_date_get_month (day)));

      aj_cli_table_add_column (table, heading, FALSE, TRUE);
    }
  aj_cli_table_add_column (table, _ ("Present"), TRUE, TRUE);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, &g_array_index (rows, AjOccupancyRow, i), meetings->len);
  aj_cli_table_print (table);
}

/* What the marks in the table mean. */
static void
print_legend (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (*cells[i].mark != '\0')
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "  " : "", cells[i].mark,
                              aj_occupancy_cell_get_label ((AjOccupancyCell) i));
  aj_cli_print_line (text->str);
}

static void
print_occupancy (AjGroupOccupancy *occupancy)
{
  GArray *districts = aj_group_occupancy_get_districts (occupancy);
  g_auto (GStrv) warnings = aj_group_occupancy_list_warnings (occupancy);

  if (aj_group_occupancy_get_rows (occupancy)->len == 0)
    {
      aj_cli_print_line (_ ("The group has had no meetings in this year yet."));
      return;
    }
  print_table (occupancy);
  print_legend ();
  for (guint i = 0; i < districts->len; i++)
    {
      const AjOccupancyDistrict *one = &g_array_index (districts, AjOccupancyDistrict, i);
      g_autofree char *counts = aj_occupancy_counts_describe (&one->counts);
      g_autofree char *line = g_strdup_printf ("%s: %s",
                                               one->district != NULL ? get_name (one->district)
                                                                     : _ ("In no district"),
                                               counts);

      aj_cli_print_line (line);
    }
  for (guint i = 0; warnings[i] != NULL; i++)
    aj_cli_print_line (warnings[i]);
}

static void
set_named (JsonObject *object, const char *key, const char *name_key, const AjValues *values)
{
  json_object_set_string_member (object, key, values != NULL ? aj_values_get_id (values) : NULL);
  json_object_set_string_member (object, name_key,
                                 values != NULL ? aj_values_get_text (values, "name") : NULL);
}

static void
set_counts (JsonObject *object, const AjOccupancyCounts *counts)
{
  json_object_set_int_member (object, "invited", counts->invited);
  json_object_set_int_member (object, "present", counts->present);
  json_object_set_int_member (object, "excused", counts->excused);
  json_object_set_int_member (object, "absent", counts->absent);
  json_object_set_int_member (object, "vacant", counts->vacant);
}

static JsonObject *
row_to_json (const AjOccupancyRow *row, guint n_meetings)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n_meetings; i++)
    json_array_add_string_element (array, cells[row->cells[i]].code);
  json_object_set_string_member (object, "type", aj_values_get_record_type (row->who)->name);
  json_object_set_string_member (object, "id", aj_values_get_id (row->who));
  json_object_set_string_member (object, "name", row->name);
  set_named (object, "district", "district-name", row->district);
  json_object_set_array_member (object, "meetings", array);
  set_counts (object, &row->counts);
  json_object_set_int_member (object, "streak", row->streak);
  return object;
}

static JsonArray *
meetings_to_json (GPtrArray *meetings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < meetings->len; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "meeting", aj_values_get_id (meetings->pdata[i]));
      json_object_set_string_member (object, "starts-at",
                                     aj_values_get_text (meetings->pdata[i], "starts-at"));
      json_object_set_string_member (object, "zone",
                                     aj_values_get_text (meetings->pdata[i], "zone"));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
districts_to_json (GArray *districts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < districts->len; i++)
    {
      const AjOccupancyDistrict *one = &g_array_index (districts, AjOccupancyDistrict, i);
      JsonObject *object = json_object_new ();

      set_named (object, "district", "district-name", one->district);
      set_counts (object, &one->counts);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_occupancy_json (AjGroupOccupancy *occupancy)
{
  AjGroupYear *year = aj_group_occupancy_get_year (occupancy);
  GPtrArray *meetings = aj_group_occupancy_get_meetings (occupancy);
  GArray *rows = aj_group_occupancy_get_rows (occupancy);
  g_auto (GStrv) warnings = aj_group_occupancy_list_warnings (occupancy);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  JsonArray *sentences = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array, row_to_json (&g_array_index (rows, AjOccupancyRow, i),
                                                       meetings->len));
  for (guint i = 0; warnings[i] != NULL; i++)
    json_array_add_string_element (sentences, warnings[i]);
  set_named (object, "group", "group-name", aj_group_year_get_group (year));
  json_object_set_int_member (object, "year", aj_group_year_get_year (year));
  json_object_set_array_member (object, "meetings", meetings_to_json (meetings));
  json_object_set_array_member (object, "rows", array);
  json_object_set_array_member (object, "districts",
                                districts_to_json (aj_group_occupancy_get_districts (occupancy)));
  json_object_set_array_member (object, "warnings", sentences);
  aj_cli_print_json_object (object);
}

gboolean
aj_cli_run_group_occupancy (AjCli *cli, char **arguments, GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);
  int year = aj_date_get_year (today);
  g_autofree char *group = NULL;
  g_autoptr (AjGroupYear) facts = NULL;
  g_autoptr (AjGroupOccupancy) occupancy = NULL;

  if ((year_word != NULL && !aj_cli_read_year (cli, year_word, &year, error)) ||
      aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  aj_cli_set_where (cli, arguments[0]);
  group = aj_cli_resolve (cli, &aj_group_record_type, arguments[0], error);
  facts = group != NULL ? aj_group_year_load (cli->store, group, year, error) : NULL;
  if (facts == NULL)
    return FALSE;
  occupancy = aj_group_occupancy_new (facts, today);
  if (cli->json)
    print_occupancy_json (occupancy);
  else
    print_occupancy (occupancy);
  return TRUE;
}
