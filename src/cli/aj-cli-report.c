/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-families.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-agenda.h"
#include "aj-cli-arguments.h"
#include "aj-cli-document.h"
#include "aj-cli-edition-report.h"
#include "aj-cli-output.h"
#include "aj-group-register.h"
#include "aj-group.h"
#include "aj-handover-slips.h"
#include "aj-intervention.h"
#include "aj-knowledge-base.h"
#include "aj-loan.h"
#include "aj-meeting-report.h"
#include "aj-meeting.h"
#include "aj-rollout-comparison.h"
#include "aj-rollout-report.h"
#include "aj-trainer-cover.h"
#include "aj-tour.h"

static char *meeting_word;
static char *group_word;
static char *intervention_word;
static char *other_word;
static char *tour_word;
static char *loan_word;
static char *output_word;
static AjCliEditionWords edition_words;

const GOptionEntry aj_cli_report_options[] = {
  { "meeting", 0, 0, G_OPTION_ARG_STRING, &meeting_word, N_ ("The meeting that it is about"),
    N_ ("MEETING") },
  { "group", 0, 0, G_OPTION_ARG_STRING, &group_word, N_ ("The group that it is about"),
    N_ ("NAME") },
  { "intervention", 0, 0, G_OPTION_ARG_STRING, &intervention_word,
    N_ ("Of rollouts and trainers, only of one intervention, with what is known of it"),
    N_ ("NAME") },
  { "with", 0, 0, G_OPTION_ARG_STRING, &other_word,
    N_ ("The intervention that one is compared with"), N_ ("NAME") },
  { "tour", 0, 0, G_OPTION_ARG_STRING, &tour_word, N_ ("The tour that slips are made of"),
    N_ ("TOUR") },
  { "loan", 0, 0, G_OPTION_ARG_STRING, &loan_word, N_ ("The loan that a slip is made of"),
    N_ ("LOAN") },
  { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_words.edition,
    N_ ("The edition, by its year, name or id (default: the latest)"), N_ ("EDITION") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &edition_words.by,
    N_ ("Of a programme, what it is sorted by: district (unless you say otherwise), municipality, "
        "target or time"),
    N_ ("GROUPING") },
  { "municipality", 0, 0, G_OPTION_ARG_STRING, &edition_words.municipality,
    N_ ("Of a programme, only what is in one municipality"), N_ ("NAME|CODE") },
  { "with-closed", 0, 0, G_OPTION_ARG_NONE, &edition_words.with_closed,
    N_ ("Of a programme, also what only who is invited may come to"), NULL },
  { "since", 0, 0, G_OPTION_ARG_FILENAME, &edition_words.since,
    N_ ("Of a programme, only what became different from this day on"), N_ ("DATE") },
  { "part", 0, 0, G_OPTION_ARG_NONE, &edition_words.is_part,
    N_ ("Of a programme as HTML, without a page around it: for another page, or a newsletter"),
    NULL },
  { "format", 'f', 0, G_OPTION_ARG_STRING, &edition_words.format,
    N_ ("Of a table, csv: for programs (the default); excel: for a spreadsheet in your language"),
    N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_word,
    N_ ("The file to write, as PDF, as HTML or as text, of a programme and of organisations also "
        "as "
        "a table; otherwise the text is printed"),
    N_ ("FILE.pdf|FILE.html|FILE.txt|FILE.csv") },
  { NULL },
};

typedef enum
{
  SUBJECT_MEETING,
  SUBJECT_GROUP,
  SUBJECT_NETWORK, /* all of it */
  SUBJECT_EDITION,
  SUBJECT_INTERVENTIONS, /* all, or one */
  SUBJECT_COMPARISON,    /* of two interventions */
  SUBJECT_TRAINERS,      /* of all interventions, or one */
  SUBJECT_SLIPS,         /* of a loan, or of a tour */
} Subject;

/* What can be reported on, and of what. */
static const struct
{
  const char *name;
  Subject subject;
  int what; /* AjMeetingReport, AjGroupRegister or AjCliEditionReport */
} reports[] = {
  { "agenda", SUBJECT_MEETING, AJ_MEETING_REPORT_AGENDA },
  { "attendance", SUBJECT_MEETING, AJ_MEETING_REPORT_ATTENDANCE },
  { "minutes", SUBJECT_MEETING, AJ_MEETING_REPORT_MINUTES },
  { "decisions", SUBJECT_GROUP, AJ_GROUP_REGISTER_DECISIONS },
  { "actions", SUBJECT_GROUP, AJ_GROUP_REGISTER_ACTIONS },
  { "knowledge", SUBJECT_NETWORK, 0 },
  { "programme", SUBJECT_EDITION, AJ_CLI_EDITION_PROGRAMME },
  { "coverage", SUBJECT_EDITION, AJ_CLI_EDITION_COVERAGE },
  { "organisations", SUBJECT_EDITION, AJ_CLI_EDITION_ORGANISATIONS },
  { "rollouts", SUBJECT_INTERVENTIONS, 0 },
  { "compare", SUBJECT_COMPARISON, 0 },
  { "trainers", SUBJECT_TRAINERS, 0 },
  { "slips", SUBJECT_SLIPS, 0 },
};

static int
find_report (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i].name, name))
      return (int) i;
  return -1;
}

/* @id: of the meeting. */
static AjDocument *
draw_of_meeting (AjCli *cli, AjMeetingReport what, const char *id, GError **error)
{
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load (cli->store, NULL, id, error);

  return facts != NULL ? aj_meeting_report_draw (facts, what) : NULL;
}

static AjDocument *
draw_of_group (AjCli *cli, AjGroupRegister what, GError **error)
{
  g_autofree char *id = NULL;

  aj_cli_set_where (cli, group_word);
  id = aj_cli_resolve (cli, &aj_group_record_type, group_word, error);
  return id != NULL ? aj_group_register_load (cli->store, id, what, error) : NULL;
}

/* @id (transfer full) receives that of the intervention that @word means; no word means none, which is no failure. */
static gboolean
find_intervention (AjCli *cli, const char *word, char **id, GError **error)
{
  *id = NULL;
  if (word == NULL)
    return TRUE;
  aj_cli_set_where (cli, word);
  *id = aj_cli_resolve (cli, &aj_intervention_record_type, word, error);
  if (*id != NULL)
    aj_cli_set_where (cli, NULL);
  return *id != NULL;
}

static AjDocument *
draw_of_interventions (AjCli *cli, Subject subject, GError **error)
{
  AjDate today = aj_clock_get_today (cli->clock);
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autofree char *id = NULL, *other = NULL;

  if (!find_intervention (cli, intervention_word, &id, error) ||
      !find_intervention (cli, other_word, &other, error))
    return NULL;
  if (subject == SUBJECT_COMPARISON && g_str_equal (id, other))
    {
      aj_cli_fail_usage (error, _ ("Say which two: --intervention NAME --with NAME."));
      return NULL;
    }
  facts = subject == SUBJECT_INTERVENTIONS && id != NULL
              ? aj_rollout_facts_load_whole (cli->store, error)
              : aj_rollout_facts_load (cli->store, error);
  if (facts == NULL)
    return NULL;
  if (subject == SUBJECT_TRAINERS)
    return aj_trainer_cover_make_report (facts, id, today);
  return subject == SUBJECT_COMPARISON ? aj_rollout_comparison_make (facts, id, other)
                                       : aj_rollout_report_make (facts, id, today);
}

static gboolean
is_of_interventions (int report)
{
  return reports[report].subject == SUBJECT_INTERVENTIONS ||
         reports[report].subject == SUBJECT_COMPARISON ||
         reports[report].subject == SUBJECT_TRAINERS;
}

static AjDocument *
draw_slips (AjCli *cli, GError **error)
{
  const AjRecordType *type = tour_word != NULL ? &aj_tour_record_type : &aj_loan_record_type;
  const char *word = tour_word != NULL ? tour_word : loan_word;
  g_autoptr (AjRolloutFacts) facts = NULL;
  g_autofree char *id = NULL;

  aj_cli_set_where (cli, word);
  id = aj_cli_resolve (cli, type, word, error);
  if (id == NULL || (facts = aj_rollout_facts_load (cli->store, error)) == NULL)
    return NULL;
  return aj_handover_slips_make (facts, tour_word != NULL ? NULL : id,
                                 tour_word != NULL ? id : NULL, error);
}

/* Each report is of one thing, and needs to be told which. */
static gboolean
check_words (int report, GError **error)
{
  if (report < 0)
    return aj_cli_fail_usage (error, _ ("There is no such report. Choose agenda, attendance, "
                                        "minutes, decisions, actions, knowledge, programme, "
                                        "coverage, organisations, rollouts, compare, trainers or "
                                        "slips."));
  if (reports[report].subject == SUBJECT_SLIPS && (tour_word == NULL) == (loan_word == NULL))
    return aj_cli_fail_usage (error, _ ("Say of what: --tour TOUR or --loan LOAN."));
  if (reports[report].subject != SUBJECT_SLIPS && (tour_word != NULL || loan_word != NULL))
    return aj_cli_fail_usage (error, _ ("This report is of no loan: leave out --tour and --loan."));
  if (reports[report].subject == SUBJECT_COMPARISON &&
      (intervention_word == NULL || other_word == NULL))
    return aj_cli_fail_usage (error, _ ("Say which two: --intervention NAME --with NAME."));
  if (reports[report].subject != SUBJECT_COMPARISON && other_word != NULL)
    return aj_cli_fail_usage (error, _ ("This report compares nothing: leave out --with."));
  if (!is_of_interventions (report) && intervention_word != NULL)
    return aj_cli_fail_usage (error, _ ("This report is of no intervention: leave out "
                                        "--intervention."));
  if (reports[report].subject == SUBJECT_GROUP && (group_word == NULL || meeting_word != NULL))
    return aj_cli_fail_usage (error, _ ("Say of which group: --group NAME."));
  if (reports[report].subject == SUBJECT_MEETING && (meeting_word == NULL || group_word != NULL))
    return aj_cli_fail_usage (error, _ ("Say of which meeting: --meeting MEETING."));
  if ((reports[report].subject == SUBJECT_NETWORK || is_of_interventions (report) ||
       reports[report].subject == SUBJECT_SLIPS) &&
      (meeting_word != NULL || group_word != NULL))
    return aj_cli_fail_usage (
        error, _ ("This report is of the whole network: leave out --meeting and --group."));
  if (reports[report].subject == SUBJECT_EDITION && (meeting_word != NULL || group_word != NULL))
    return aj_cli_fail_usage (
        error, _ ("This report is of an action day: leave out --meeting and --group."));
  if (reports[report].subject == SUBJECT_EDITION)
    return aj_cli_edition_report_check (&edition_words, (AjCliEditionReport) reports[report].what,
                                        output_word, error);
  if (aj_cli_edition_words_are_used (&edition_words))
    return aj_cli_fail_usage (error, _ ("This report is of no action day: leave out --edition, "
                                        "--by, --municipality, --with-closed, --since, "
                                        "--part and --format."));
  return aj_cli_check_document_name (output_word, error);
}

static AjDocument *
draw (AjCli *cli, int report, const char *meeting, GError **error)
{
  switch (reports[report].subject)
    {
    case SUBJECT_GROUP:
      return draw_of_group (cli, (AjGroupRegister) reports[report].what, error);
    case SUBJECT_NETWORK:
      return aj_knowledge_base_load (cli->store, error);
    case SUBJECT_INTERVENTIONS:
    case SUBJECT_COMPARISON:
    case SUBJECT_TRAINERS:
      return draw_of_interventions (cli, reports[report].subject, error);
    case SUBJECT_SLIPS:
      return draw_slips (cli, error);
    case SUBJECT_EDITION:
    case SUBJECT_MEETING:
    default:
      return draw_of_meeting (cli, (AjMeetingReport) reports[report].what, meeting, error);
    }
}

/* Who reads it over reads how it fits; what is made for others does not speak of it. */
static void
print_sum (AjCli *cli, const char *meeting)
{
  g_autofree char *sum = aj_cli_describe_agenda (cli, meeting);

  if (sum != NULL)
    g_print ("\n%s\n", sum);
}

gboolean
aj_cli_run_report (AjCli *cli, char **arguments, GError **error)
{
  int report = find_report (arguments[0]);
  g_autofree char *meeting = NULL;
  g_autoptr (AjDocument) document = NULL;
  gboolean is_agenda;

  aj_cli_set_where (cli, arguments[0]);
  if (!check_words (report, error) || aj_cli_open_store (cli, error) == NULL)
    return FALSE;
  if (reports[report].subject == SUBJECT_EDITION)
    return aj_cli_edition_report_run (cli, &edition_words,
                                      (AjCliEditionReport) reports[report].what, output_word,
                                      error);
  if (meeting_word != NULL)
    {
      aj_cli_set_where (cli, meeting_word);
      meeting = aj_cli_resolve (cli, &aj_meeting_record_type, meeting_word, error);
      if (meeting == NULL)
        return FALSE;
    }
  document = draw (cli, report, meeting, error);
  if (document == NULL ||
      !aj_cli_write_document (cli, document, output_word, aj_clock_get_today (cli->clock), error))
    return FALSE;
  is_agenda = meeting != NULL && reports[report].what == AJ_MEETING_REPORT_AGENDA;
  if (is_agenda && output_word == NULL)
    print_sum (cli, meeting);
  if (is_agenda)
    aj_cli_warn_of_agenda (cli, meeting);
  return TRUE;
}
