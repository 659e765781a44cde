/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "aj-cli-edition.h"
#include "aj-cli-naming.h"
#include "aj-cli-output.h"
#include "aj-form-drafts.h"
#include "aj-municipality.h"
#include "aj-numbered-file.h"

static char *edition_word;
static char *output_word;
static char **municipality_words;
static gboolean is_all;
static gboolean per_district;
static gboolean with_forms;
static gboolean mark_sent;

#define EDITION_OPTION                                                                             \
  {                                                                                                \
    "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_word,                                         \
        N_ ("The edition, by its year, name or id (default: the latest)"), N_ ("EDITION")          \
  }
#define ALL_OPTION                                                                                 \
  {                                                                                                \
    "all", 0, 0, G_OPTION_ARG_NONE, &is_all,                                                       \
        N_ ("Also who was asked only recently and may still answer"), NULL                         \
  }

const GOptionEntry aj_cli_chase_options[] = { EDITION_OPTION, ALL_OPTION, { NULL } };

const GOptionEntry aj_cli_chase_write_options[] = {
  EDITION_OPTION,
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The folder to write in; it is made when it is not there"), N_ ("DIR") },
  { "per-district", 0, 0, G_OPTION_ARG_NONE, &per_district,
    N_ ("One mail for each district, with everybody in Bcc"), NULL },
  { "forms", 0, 0, G_OPTION_ARG_NONE, &with_forms,
    N_ ("With the form of each municipality attached; not together with --per-district"), NULL },
  ALL_OPTION,
  { "municipality", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &municipality_words,
    N_ ("Only this one, whenever it was asked last; may be given more than once"), N_ ("NAME") },
  { "mark-sent", 0, 0, G_OPTION_ARG_NONE, &mark_sent,
    N_ ("Note that they were asked, each with a line in the log; do so once the mails are out"),
    NULL },
  { NULL },
};

static AjChaseBook *
load_book (AjCli *cli, GError **error)
{
  g_autofree char *id = aj_cli_open_store (cli, error) != NULL
                            ? aj_cli_resolve_edition (cli, edition_word, error)
                            : NULL;

  return id != NULL ? aj_chase_book_load (cli->store, id, error) : NULL;
}

static const char *
get_name (const AjChaseItem *item)
{
  return aj_values_get_text (item->line->municipality, "name");
}

static void
set_day (JsonObject *object, const char *member, AjDate date)
{
  g_autofree char *day = date != AJ_DATE_NONE ? aj_date_to_iso (date) : NULL;

  json_object_set_string_member (object, member, day);
}

static JsonObject *
item_to_json (const AjChaseItem *item)
{
  const AjValues *municipality = item->line->municipality;
  JsonObject *object = json_object_new ();
  JsonArray *to = json_array_new ();

  json_object_set_string_member (object, "municipality", aj_values_get_id (municipality));
  json_object_set_string_member (object, "code", aj_values_get_text (municipality, "code"));
  json_object_set_string_member (object, "name", get_name (item));
  json_object_set_string_member (object, "district", aj_values_get_text (municipality, "district"));
  json_object_set_string_member (object, "standing", aj_standing_get_code (item->line->standing));
  set_day (object, "asked-on", item->asked_on);
  json_object_set_int_member (object, "reminders", aj_coverage_line_get_round (item->line));
  set_day (object, "due-on", item->due_on);
  json_object_set_string_member (object, "next", aj_chase_round_get_code (item->round));
  for (guint i = 0; i < item->to->len; i++)
    {
      const AjChaseContact *contact = &g_array_index (item->to, AjChaseContact, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "name", contact->name);
      json_object_set_string_member (one, "mail", contact->mail);
      json_object_set_string_member (one, "person",
                                     contact->person != NULL ? aj_values_get_id (contact->person)
                                                             : NULL);
      json_array_add_object_element (to, one);
    }
  json_object_set_array_member (object, "to", to);
  json_object_set_string_member (object, "remark", item->remark);
  return object;
}

static void
print_items_json (GPtrArray *items)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, item_to_json (items->pdata[i]));
  aj_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

/* What stands in the way, below the table, for it is a sentence. */
static void
print_remarks (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const AjChaseItem *item = items->pdata[i];
      g_autofree char *line = NULL;

      if (item->remark == NULL)
        continue;
      line = g_strdup_printf (_ ("%1$s: %2$s"), get_name (item), item->remark);
      aj_cli_print_line (line);
    }
}

static void
print_items (AjChaseBook *book, GPtrArray *items)
{
  AjEditionFacts *facts = aj_chase_book_get_facts (book);
  g_autoptr (AjCliTable) table = aj_cli_table_new ();

  aj_cli_table_add_column (table, _ ("Municipality"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("District"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Last asked"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("Reminders"), TRUE, TRUE);
  /* Translators: heading of a column: what a municipality is sent next. */
  aj_cli_table_add_column (table, _ ("Next"), FALSE, TRUE);
  aj_cli_table_add_column (table, _ ("To"), FALSE, FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      const AjChaseItem *item = items->pdata[i];
      const char *district = aj_values_get_text (item->line->municipality, "district");
      g_autofree char *day = item->asked_on != AJ_DATE_NONE ? aj_date_format_short (item->asked_on)
                                                            : g_strdup (_ ("never"));
      g_autofree char *round = g_strdup_printf ("%u", aj_coverage_line_get_round (item->line));
      g_autofree char *to = aj_chase_item_describe_to (item);

      aj_cli_table_add_row (table, (const char *[]){
                                       get_name (item),
                                       aj_edition_facts_get_district_name (facts, district), day,
                                       round, aj_chase_round_get_label (item->round), to, NULL });
    }
  aj_cli_table_print (table);
  print_remarks (items);
}

static void
print_nobody (AjChaseBook *book, AjDate today)
{
  AjDate next =
      aj_chase_get_next_day (aj_edition_facts_get_coverage (aj_chase_book_get_facts (book)), today);
  g_autofree char *day = next != AJ_DATE_NONE ? aj_date_format_short (next) : NULL;
  g_autofree char *line = NULL;

  if (day == NULL)
    {
      aj_cli_print_line (_ ("Nobody has to be asked today."));
      return;
    }
  /* Translators: a day. */
  line = g_strdup_printf (_ ("Nobody has to be asked today. The next comes up on %s."), day);
  aj_cli_print_line (line);
}

/* Those that were asked so short ago that they are left in peace. */
static void
print_held_back (AjChaseBook *book, guint n_listed, AjDate today)
{
  g_autoptr (GPtrArray) all = aj_chase_book_list (book, today, TRUE);
  AjDate next =
      aj_chase_get_next_day (aj_edition_facts_get_coverage (aj_chase_book_get_facts (book)), today);
  guint n = all->len - MIN (n_listed, all->len);
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (n == 0 || next == AJ_DATE_NONE)
    return;
  day = aj_date_format_short (next);
  line = g_strdup_printf (
      /* Translators: a number of municipalities, and a day. */
      ngettext ("%1$u more was asked not long ago and is left in peace until %2$s; --all shows it.",
                "%1$u more were asked not long ago; the first is left in peace until %2$s; --all "
                "shows them.",
                n),
      n, day);
  aj_cli_print_line (line);
}

gboolean
aj_cli_run_chase (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjChaseBook) book = load_book (cli, error);
  AjDate today = aj_clock_get_today (cli->clock);
  g_autoptr (GPtrArray) items = NULL;

  if (book == NULL)
    return FALSE;
  items = aj_chase_book_list (book, today, is_all);
  if (cli->json)
    print_items_json (items);
  else if (items->len == 0)
    print_nobody (book, today);
  else
    {
      print_items (book, items);
      print_held_back (book, items->len, today);
    }
  return TRUE;
}

static gboolean
is_listed (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (aj_values_get_id (((AjChaseItem *) items->pdata[i])->line->municipality), id))
      return TRUE;
  return FALSE;
}

/* One that is named twice is meant once. */
static gboolean
add_municipality (AjCli *cli, AjChaseBook *book, const char *word, GPtrArray *items, GError **error)
{
  g_autofree char *id = NULL;
  AjChaseItem *item;

  aj_cli_set_where (cli, word);
  id = aj_cli_resolve (cli, &aj_municipality_record_type, word, error);
  if (id == NULL || is_listed (items, id))
    return id != NULL;
  item = aj_chase_book_make_item (book, id, aj_clock_get_today (cli->clock));
  if (item == NULL)
    {
      g_set_error_literal (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                           _ ("No answer is waited for: it has answered, need not be asked, or "
                              "does not take part. See: aanjager-cli coverage"));
      return FALSE;
    }
  g_ptr_array_add (items, item);
  aj_cli_set_where (cli, NULL);
  return TRUE;
}

/* (transfer full) (element-type AjChaseItem) */
static GPtrArray *
choose_items (AjCli *cli, AjChaseBook *book, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;

  if (municipality_words == NULL)
    return aj_chase_book_list (book, aj_clock_get_today (cli->clock), is_all);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_item_free);
  for (guint i = 0; municipality_words[i] != NULL; i++)
    if (!add_municipality (cli, book, municipality_words[i], items, error))
      return NULL;
  return g_steal_pointer (&items);
}

static JsonObject *
mail_to_json (const AjChaseMail *mail, const char *name)
{
  JsonObject *object = json_object_new ();
  JsonArray *addresses = json_array_new ();
  JsonArray *municipalities = json_array_new ();

  for (guint i = 0; mail->addresses[i] != NULL; i++)
    json_array_add_string_element (addresses, mail->addresses[i]);
  for (guint i = 0; i < mail->asked->len; i++)
    json_array_add_string_element (municipalities,
                                   ((AjAsked *) mail->asked->pdata[i])->municipality);
  json_object_set_string_member (object, "file", name);
  json_object_set_string_member (object, "next", aj_chase_round_get_code (mail->round));
  json_object_set_string_member (object, "field", mail->is_bcc ? "bcc" : "to");
  json_object_set_array_member (object, "to", addresses);
  json_object_set_array_member (object, "municipalities", municipalities);
  return object;
}

static void
warn_of_places (const AjChaseMail *mail)
{
  for (guint i = 0; mail->unknown[i] != NULL; i++)
    {
      /* Translators: a word in braces, and the name of a file. */
      g_printerr (_ ("“{%1$s}” cannot be filled in and stands in the mail as it is (%2$s).\n"),
                  mail->unknown[i], mail->file_name);
    }
}

static gboolean
write_mail (AjCli *cli, const AjChaseMail *mail, JsonArray *files, GError **error)
{
  g_autofree char *name = aj_numbered_file_write (output_word, mail->file_name, mail->bytes,
                                                  AJ_OUTPUT_FILE_PRIVATE, error);
  g_autofree char *addresses = g_strjoinv (", ", mail->addresses);
  g_autofree char *line = NULL;

  if (name == NULL)
    return FALSE;
  warn_of_places (mail);
  json_array_add_object_element (files, mail_to_json (mail, name));
  /* Translators: the name of a file, and mail addresses. */
  line = g_strdup_printf (mail->is_bcc ? _ ("%1$s: Bcc %2$s") : _ ("%1$s: %2$s"), name, addresses);
  if (!cli->json)
    aj_cli_print_line (line);
  return TRUE;
}

/* Once all is written, and as one change. */
static gboolean
note_asked (AjCli *cli, AjChaseBook *book, GPtrArray *mails, GError **error)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  g_autoptr (AjEdit) edit = NULL;

  for (guint i = 0; i < mails->len; i++)
    g_ptr_array_extend (asked, ((AjChaseMail *) mails->pdata[i])->asked, NULL, NULL);
  edit = aj_edition_job_note_asked (cli->store, aj_chase_book_get_facts (book), asked, "mail",
                                    aj_clock_get_today (cli->clock),
                                    aj_store_get_author (cli->store));
  return edit == NULL || aj_edit_commit (edit, error);
}

static gboolean
make_folder (AjCli *cli, GError **error)
{
  g_autofree char *shown = g_filename_display_name (output_word);

  aj_cli_set_where (cli, shown);
  if (g_mkdir_with_parents (output_word, 0700) == 0)
    return TRUE;
  g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
               /* Translators: what the system says. */
               _ ("The folder cannot be made: %s."), g_strerror (errno));
  return FALSE;
}

/* (transfer full) (nullable) (element-type AjWrittenForm): of those that are asked. */
static GPtrArray *
write_forms (
    AjCli *cli, AjChaseBook *book, GPtrArray *items, const AjMailSender *sender, GError **error)
{
  const AjFormRequest request = { .purpose = AJ_FORM_REGISTER,
                                  .organiser = sender->organiser,
                                  .today = aj_clock_get_today (cli->clock) };
  const AjValues *edition = aj_edition_facts_get_edition (aj_chase_book_get_facts (book));
  g_autoptr (AjFormBook) forms_book = aj_form_book_load (cli->store, aj_values_get_id (edition),
                                                         error);
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new ();
  g_autoptr (GPtrArray) forms = NULL;

  if (forms_book == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const AjChaseItem *item = items->pdata[i];

      g_ptr_array_add (municipalities, (gpointer) aj_values_get_id (item->line->municipality));
    }
  forms = aj_form_writer_make (forms_book, &request, municipalities);
  return aj_form_writer_write (forms, AJ_FORM_FORMAT_SHEET | AJ_FORM_FORMAT_FILE, NULL, NULL, NULL,
                               error);
}

/* (transfer full) (element-type AjChaseMail) */
static GPtrArray *
compose (AjCli *cli, AjChaseBook *book, GPtrArray *items, GError **error)
{
  g_autoptr (AjNetworkSettings) network = aj_network_settings_load (cli->store, error);
  g_autoptr (GPtrArray) written = NULL;
  AjMailSender sender;

  if (network == NULL)
    return NULL;
  sender = (AjMailSender){ aj_network_settings_get_organiser (network),
                           aj_network_settings_get_name (network) };
  if (with_forms)
    {
      written = write_forms (cli, book, items, &sender, error);
      return written != NULL ? aj_form_drafts_make (book, items, written,
                                                    aj_clock_get_today (cli->clock), &sender)
                             : NULL;
    }
  return aj_chase_mail_write_all (book, items, per_district, aj_clock_get_today (cli->clock),
                                  &sender, NULL);
}

gboolean
aj_cli_run_chase_write (AjCli *cli, char **arguments, GError **error)
{
  g_autoptr (AjChaseBook) book = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) mails = NULL;
  g_autoptr (JsonArray) files = json_array_new ();

  if (output_word == NULL)
    return aj_cli_fail_usage (error, _ ("Say in which folder: --output DIR."));
  if (with_forms && per_district)
    return aj_cli_fail_usage (error, _ ("Say either --forms or --per-district: a mail to a whole "
                                        "district cannot carry a form for each."));
  if (is_all && municipality_words != NULL)
    return aj_cli_fail_usage (error, _ ("Say either --all or which: --municipality NAME."));
  book = load_book (cli, error);
  items = book != NULL ? choose_items (cli, book, error) : NULL;
  mails = items != NULL ? compose (cli, book, items, error) : NULL;
  if (mails == NULL || (mails->len > 0 && !make_folder (cli, error)))
    return FALSE;
  for (guint i = 0; i < mails->len; i++)
    if (!write_mail (cli, mails->pdata[i], files, error))
      return FALSE;
  if (mark_sent && !note_asked (cli, book, mails, error))
    return FALSE;
  if (cli->json)
    aj_cli_print_json (json_node_init_array (json_node_alloc (), files));
  else if (items->len == 0)
    print_nobody (book, aj_clock_get_today (cli->clock));
  else
    {
      print_remarks (items);
      if (municipality_words == NULL)
        print_held_back (book, items->len, aj_clock_get_today (cli->clock));
    }
  return TRUE;
}
