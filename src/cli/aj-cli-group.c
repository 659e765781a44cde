/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-arguments.h"
#include "aj-cli-group-json.h"
#include "aj-cli-mail.h"
#include "aj-cli-output.h"
#include "aj-composition-table.h"
#include "aj-csv-table.h"
#include "aj-group.h"
#include "aj-output-file.h"
#include "aj-text.h"

static char *day_word;
static char *csv_word;
static gboolean only_empty;
static gboolean to_leads;

const GOptionEntry aj_cli_group_seats_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("As it was or will be on this day"),
    N_ ("DATE") },
  { "empty", 0, 0, G_OPTION_ARG_NONE, &only_empty, N_ ("Only seats with an empty place"), NULL },
  { NULL },
};

const GOptionEntry aj_cli_group_members_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("As it was or will be on this day"),
    N_ ("DATE") },
  { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv_word, N_ ("Write the table to a file"), N_ ("FILE") },
  { NULL },
};

const GOptionEntry aj_cli_group_mail_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &day_word, N_ ("As it was or will be on this day"),
    N_ ("DATE") },
  { "leads", 0, 0, G_OPTION_ARG_NONE, &to_leads, N_ ("To who leads a district"), NULL },
  { NULL },
};

/* Every group on the day that was asked. */
static AjRoster *
load_roster (AjCli *cli, GError **error)
{
  g_autoptr (AjGroupBook) book = NULL;
  AjDate date;

  if (!aj_cli_read_day (cli, day_word, &date, error) || aj_cli_open_store (cli, error) == NULL)
    return NULL;
  book = aj_group_book_load (cli->store, error);
  return book != NULL ? aj_roster_new (book, date, aj_clock_get_today (cli->clock)) : NULL;
}

static const AjRosterGroup *
find_group (AjCli *cli, AjRoster *roster, const char *text, GError **error)
{
  g_autofree char *id = aj_cli_resolve (cli, &aj_group_record_type, text, error);
  const AjRosterGroup *group = id != NULL ? aj_roster_find (roster, id) : NULL;

  aj_cli_set_where (cli, text);
  if (id != NULL && group == NULL)
    g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                         _ ("This group was not there yet on that day. Choose a later one."));
  return group;
}

/* Who takes a seat; for one that nobody takes, what that means. */
static char *
describe_takers (AjRoster *roster, const AjRosterGroup *group, const AjGroupSeat *seat)
{
  GArray *sitters = group->composition->sitters;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (seat->n_taken == 0)
    return seat->n_empty > 0 ? aj_roster_describe_empty (roster, seat) : g_strdup ("");
  for (guint i = 0; i < sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (sitters, AjSitter, i);

      if (sitter->seat == seat->seat)
        g_ptr_array_add (names, (gpointer) aj_sitter_get_name (sitter));
    }
  g_ptr_array_add (names, NULL);
  return aj_text_join_names ((const char *const *) names->pdata);
}

static void
add_seats (AjCliTable *table, AjRoster *roster, const AjRosterGroup *group)
{
  GArray *seats = group->composition->seats;

  for (guint i = 0; i < seats->len; i++)
    {
      const AjGroupSeat *seat = &g_array_index (seats, AjGroupSeat, i);
      g_autofree char *name = NULL;
      g_autofree char *who = NULL;
      g_autofree char *empty = NULL;

      if (only_empty && seat->n_empty == 0)
        continue;
      name = aj_group_book_describe_seat (aj_roster_get_book (roster), seat->seat);
      who = describe_takers (roster, group, seat);
      empty = seat->n_empty > 0 ? g_strdup_printf ("%u", seat->n_empty) : g_strdup ("");
      aj_cli_table_add_row (table, (const char *[]){ aj_values_get_text (group->group, "name"),
                                                     name, who, empty, NULL });
    }
}

/* Who sits in the group all the same, in no seat. */
static void
add_others (AjCliTable *table, const AjRosterGroup *group)
{
  GArray *sitters = group->composition->sitters;

  for (guint i = 0; i < sitters->len && !only_empty; i++)
    {
      const AjSitter *sitter = &g_array_index (sitters, AjSitter, i);

      if (sitter->seat == NULL)
        aj_cli_table_add_row (table, (const char *[]){ aj_values_get_text (group->group, "name"),
                                                       "", aj_sitter_get_name (sitter), "", NULL });
    }
}

static void
add_group (AjCliTable *table, AjRoster *roster, const AjRosterGroup *group)
{
  add_seats (table, roster, group);
  add_others (table, group);
}

static void
print_seats (AjRoster *roster, const AjRosterGroup *group)
{
  GPtrArray *groups = aj_roster_get_groups (roster);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Group"), FALSE, FALSE);
  aj_cli_table_add_column (table, _ ("Seat"), FALSE, FALSE);
  /* Translators: the head of a column: the names of who takes a seat. */
  aj_cli_table_add_column (table, _ ("Taken by"), FALSE, TRUE);
  /* Translators: the head of a column: how many places of a seat nobody takes. */
  aj_cli_table_add_column (table, _ ("Empty"), TRUE, TRUE);
  if (group != NULL)
    add_group (table, roster, group);
  for (guint i = 0; group == NULL && i < groups->len; i++)
    add_group (table, roster, groups->pdata[i]);
  if (aj_cli_table_get_n_rows (table) > 0)
    aj_cli_table_print (table);
  else
    aj_cli_print_line (only_empty ? _ ("Every seat is taken.") : _ ("There are none."));
}

/* (transfer full): districts without a lead, for in a sentence; NULL when there are none. */
static char *
list_without_lead (AjRoster *roster)
{
  GPtrArray *districts = aj_group_book_get_districts (aj_roster_get_book (roster));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < districts->len; i++)
    if (aj_roster_get_lead (roster, districts->pdata[i]) == NULL)
      g_ptr_array_add (names, (gpointer) aj_values_get_text (districts->pdata[i], "name"));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return aj_text_join_names ((const char *const *) names->pdata);
}

static void
print_leads (AjRoster *roster, AjDate today)
{
  g_autofree char *names = list_without_lead (roster);
  g_autofree char *line = NULL;

  if (names == NULL)
    return;
  if (aj_roster_get_date (roster) < today)
    /* Translators: names of districts. */
    line = g_strdup_printf (_ ("Not known who led: %s"), names);
  else
    /* Translators: names of districts. */
    line = g_strdup_printf (_ ("Without a lead: %s"), names);
  aj_cli_print_line (line);
}

gboolean
aj_cli_run_group_seats (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjRoster) roster = load_roster (cli, error);
  const AjRosterGroup *group = NULL;

  if (roster == NULL)
    return FALSE;
  if (arguments[0] != NULL)
    {
      group = find_group (cli, roster, arguments[0], error);
      if (group == NULL)
        return FALSE;
    }
  if (cli->json)
    {
      aj_cli_print_json_object (aj_cli_group_seats_to_json (roster, group, only_empty));
      return TRUE;
    }
  print_seats (roster, group);
  if (group == NULL)
    print_leads (roster, aj_clock_get_today (cli->clock));
  return TRUE;
}

static void
print_members (GPtrArray *rows)
{
  g_autoptr (AjCliTable) table = aj_cli_table_new ();
  char **heading = rows->pdata[0];

  if (rows->len == 1)
    {
      aj_cli_print_line (_ ("Nobody sits in it on this day."));
      return;
    }
  for (guint i = 0; heading[i] != NULL; i++)
    aj_cli_table_add_column (table, heading[i], FALSE, FALSE);
  for (guint i = 1; i < rows->len; i++)
    aj_cli_table_add_row (table, rows->pdata[i]);
  aj_cli_table_print (table);
}

/* For nobody else to read: it names people. */
static gboolean
write_members (AjCli *cli, GPtrArray *rows, GError **error)
{
  g_autoptr (GBytes) bytes = aj_csv_table_to_bytes (rows, AJ_CSV_EXCEL);
  g_autofree char *shown = g_filename_display_name (csv_word);
  g_autofree char *sentence = NULL;

  aj_cli_set_where (cli, shown);
  if (!aj_output_file_write_bytes (csv_word, bytes, AJ_OUTPUT_FILE_PRIVATE, error))
    return FALSE;
  if (cli->json)
    return TRUE;
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_ ("Written to %s."), shown);
  aj_cli_print_line (sentence);
  return TRUE;
}

gboolean
aj_cli_run_group_members (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjRoster) roster = load_roster (cli, error);
  const AjRosterGroup *group = roster != NULL ? find_group (cli, roster, arguments[0], error)
                                              : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (group == NULL)
    return FALSE;
  rows = aj_composition_to_table (group->composition, aj_roster_get_book (roster));
  if (csv_word != NULL && !write_members (cli, rows, error))
    return FALSE;
  if (cli->json)
    aj_cli_print_json_object (aj_cli_group_members_to_json (roster, group));
  else if (csv_word == NULL)
    print_members (rows);
  return TRUE;
}

gboolean
aj_cli_run_group_mail (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjRoster) roster = NULL;
  const AjRosterGroup *group;
  g_autoptr (AjGroupMail) mail = NULL;

  if ((arguments[0] != NULL) == to_leads)
    return aj_cli_fail_usage (error, _ ("Say to whom: the name of a group, or --leads."));
  roster = load_roster (cli, error);
  if (roster == NULL)
    return FALSE;
  if (to_leads)
    {
      mail = aj_group_mail_new_for_leads (aj_roster_get_book (roster), aj_roster_get_date (roster),
                                          aj_clock_get_today (cli->clock));
      aj_cli_print_mail (cli, mail, aj_roster_get_date (roster), AJ_MAILTO_TO, NULL);
      return TRUE;
    }
  group = find_group (cli, roster, arguments[0], error);
  if (group == NULL)
    return FALSE;
  mail = aj_group_mail_new (aj_roster_get_book (roster), aj_values_get_id (group->group),
                            aj_roster_get_date (roster));
  aj_cli_print_mail (cli, mail, aj_roster_get_date (roster), AJ_MAILTO_BCC,
                     aj_values_get_text (group->group, "name"));
  return TRUE;
}
