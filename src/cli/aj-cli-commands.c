/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-families.h"

/* Translators: in what follows a command's name, only the words in capitals are translated: they stand for what a
 * person fills in. */
static const AjCliCommand commands[] = {
  { "new", N_ ("FILE [--example NAME]"), N_ ("Make a data file"),
    "new network.aanjager --example oost-nederland-2026", aj_cli_new_options, 1, 1,
    aj_cli_run_new },
  { "types", "", N_ ("Show the types of records"), "types", NULL, 0, 0, aj_cli_run_types },
  { "fields", N_ ("TYPE"), N_ ("Show the fields of a type"), "fields meeting", NULL, 1, 1,
    aj_cli_run_fields },
  { "list", N_ ("TYPE [--where FIELD=VALUE]… [--on DATE] [--sort FIELD] [--limit N]"),
    N_ ("List records"), "list meeting --where group=\"Expertteam Cyber\" --sort starts-at",
    aj_cli_list_options, 1, 1, aj_cli_run_list },
  { "show", N_ ("TYPE ID"), N_ ("Show one record, by its id or its name"),
    "show group \"Expertteam Cyber\"", NULL, 1, 2, aj_cli_run_show },
  { "add", N_ ("TYPE FIELD=VALUE…"), N_ ("Add a record and print its id"),
    "add meeting group=\"Expertteam Cyber\" theme=Jeugd starts-at=2026-03-12T10:00 "
    "ends-at=2026-03-12T12:00",
    NULL, 2, -1, aj_cli_run_add },
  { "set", N_ ("TYPE ID FIELD=VALUE…"),
    N_ ("Change fields of a record; an empty value clears a field"),
    "set group \"Expertteam Cyber\" mail=expertteam@netwerk.example", NULL, 2, -1, aj_cli_run_set },
  { "remove", N_ ("TYPE ID"), N_ ("Remove a record to which no other refers"),
    "remove organisation \"NHL Stenden Hogeschool\"", NULL, 2, 2, aj_cli_run_remove },
  { "cycle plan",
    N_ ("--group NAME --year Y [--count 6] [--every 2] [--weekday thursday] [--nth 2] "
        "[--start 10:00] [--minutes 120] [--place T] [--avoid public,school] "
        "[--leave-out YYYY-MM]… [--dry-run]"),
    N_ ("Plan a year of a group's meetings; every date says why it stands where it stands"),
    "cycle plan --group \"Expertteam Cyber\" --year 2027", aj_cli_cycle_plan_options, 0, 0,
    aj_cli_run_cycle_plan },
  { "cycle checklist", N_ ("--group NAME [--begin] [--dry-run]"),
    N_ ("Bring the coming meetings up to date with the checklist and the standing items of the "
        "cycle, and show the checklist"),
    "cycle checklist --group \"Expertteam Cyber\" --begin", aj_cli_cycle_checklist_options, 0, 0,
    aj_cli_run_cycle_checklist },
  { "roster", N_ ("GROUP [--year Y] [--fill] [--dry-run]"),
    N_ ("Show who chairs and hosts which meeting of a year, and who is proposed"),
    "roster \"Expertteam Cyber\" --year 2027 --fill", aj_cli_roster_options, 1, 1,
    aj_cli_run_roster },
  { "roster swap", N_ ("MEETING MEETING [--host]"),
    N_ ("Swap who chairs two meetings, or who hosts them"),
    "roster swap 2027-03-11 2027-05-13 --host", aj_cli_roster_swap_options, 2, 2,
    aj_cli_run_roster_swap },
  { "calendar export",
    N_ ("WHAT… --output FILE.ics [--year Y] [--separate] [--no-mark] [--with-closed]"),
    N_ ("Write meetings to a calendar file; WHAT is all, group:NAME or meeting:MEETING; or the "
        "activities of an action day: edition:EDITION, municipality:MUNICIPALITY; or rollouts, "
        "loans or loans:MATERIAL"),
    "calendar export group:\"Expertteam Cyber\" --output expertteam.ics",
    aj_cli_calendar_export_options, 1, -1, aj_cli_run_calendar_export },
  { "calendar read", N_ ("FILE.ics"), N_ ("Show what a calendar file says, and what is not clear"),
    "calendar read expertteam.ics", NULL, 1, 1, aj_cli_run_calendar_read },
  { "invitations owed", N_ ("[MEETING…]"),
    N_ ("Show who is owed an invitation, a change or a cancellation"), "invitations owed", NULL, 0,
    -1, aj_cli_run_invitations_owed },
  { "invitations write",
    N_ ("--output DIR [--eml [--agenda]] [MEETING…] [--mark-sent] [--organiser MAIL]"),
    N_ ("Write exactly what is owed, as calendar files or mails, and say to whom each goes"),
    "invitations write --output invitations --eml --organiser secretariaat@netwerk.example",
    aj_cli_invitations_write_options, 0, -1, aj_cli_run_invitations_write },
  { "invitations sent", N_ ("FILE… [--dry-run]"),
    N_ ("Note afterwards that calendar files or mails went out, by what stands in them"),
    "invitations sent invitations/*.eml", aj_cli_invitations_sent_options, 1, -1,
    aj_cli_run_invitations_sent },
  { "invitations held", N_ ("MEETING"), N_ ("Show who holds which version of a meeting"),
    "invitations held next", NULL, 1, 1, aj_cli_run_invitations_held },
  { "answers import", N_ ("FILE… [--dry-run] [--as MAIL=PERSON]… [--guests] [--accept]"),
    N_ ("Take in answers to invitations from calendar files and saved mails, and say what each "
        "does"),
    "answers import answer.ics --dry-run", aj_cli_answers_import_options, 1, -1,
    aj_cli_run_answers_import },
  { "rollout begin",
    N_ ("INTERVENTION --municipality NAME… [--district NAME] [--on DATE] [--until DATE] "
        "[--phase PHASE] [--lead PERSON] [--dry-run]"),
    N_ ("Begin to roll out an intervention in several municipalities at once, each with the tasks "
        "that belong to it"),
    "rollout begin Echt-Nep --municipality Borne --municipality Losser --on 2027-03-01",
    aj_cli_rollout_begin_options, 1, 1, aj_cli_run_rollout_begin },
  { "tour plan",
    N_ ("--material NAME [--from DATE] [--days N] [--name NAME] [--in-order] [--in-holidays] "
        "[--anyway] [--dry-run] MUNICIPALITY[=WEEK]…"),
    N_ ("Plan a thing along several municipalities in the best order, each in the week it asked "
        "for, with a loan for each"),
    "tour plan --material Bakfiets --from 2027-03-01 --days 5 Deventer Borne=11 Losser",
    aj_cli_tour_plan_options, 1, -1, aj_cli_run_tour_plan },
  { "tour move", N_ ("TOUR DATE [--anyway] [--dry-run]"),
    N_ ("Move what is left of a tour to another first day, in the same order; what was asked for "
        "a week stays in it if it can"),
    "tour move \"Bakfiets from 1 March 2027\" 2027-03-08", aj_cli_tour_move_options, 2, 2,
    aj_cli_run_tour_move },
  { "tour cancel", N_ ("TOUR [--dry-run]"), N_ ("Cancel what is left of a tour"),
    "tour cancel \"Bakfiets from 8 March 2027\"", aj_cli_tour_cancel_options, 1, 1,
    aj_cli_run_tour_cancel },
  { "edition begin", N_ ("--on DATE [--until DATE] [--like EDITION] [--dry-run]"),
    N_ ("Begin an edition of the action day, as the one before it was"),
    "edition begin --on 2028-04-06", aj_cli_edition_begin_options, 0, 0, aj_cli_run_edition_begin },
  { "forms write",
    N_ ("--output DIR [--edition EDITION] [--format xlsx,json] [--municipality MUNICIPALITY]… "
        "[--organisation ORGANISATION] [--look-back]"),
    N_ ("Write a registration form for each municipality that takes part, with what it did last "
        "time filled in"),
    "forms write --edition 2027 --output forms", aj_cli_forms_write_options, 0, 0,
    aj_cli_run_forms_write },
  { "forms import", N_ ("FILE… [--edition EDITION] [--dry-run]"),
    N_ ("Take in registration forms that came back, spreadsheets and form files, and say what each "
        "row does"),
    "forms import Zwolle.xlsx --edition 2027 --dry-run", aj_cli_forms_import_options, 1, -1,
    aj_cli_run_forms_import },
  { "coverage", N_ ("[--edition EDITION]"),
    N_ ("Show what is registered for an action day, by municipality and district"),
    "coverage --edition 2027", aj_cli_coverage_options, 0, 0, aj_cli_run_coverage },
  { "chase", N_ ("[--edition EDITION] [--all]"),
    N_ ("Show which municipalities have not answered and are to be asked, what comes next, and to "
        "whom"),
    "chase --edition 2027", aj_cli_chase_options, 0, 0, aj_cli_run_chase },
  { "chase write",
    N_ ("--output DIR [--edition EDITION] [--per-district] [--all|--municipality NAME…] "
        "[--mark-sent]"),
    N_ ("Write the mails to who has not answered, as drafts, and say to whom each goes"),
    "chase write --output mails --per-district", aj_cli_chase_write_options, 0, 0,
    aj_cli_run_chase_write },
  { "mail",
    N_ ("KIND --meeting MEETING --output FILE.eml [--item ITEM] [--attendance PERSON] [--agenda]"),
    N_ ("Write a mail about a meeting as a draft; KIND is a use of a mail-text: agenda, minutes, "
        "speaker …"),
    "mail agenda --meeting Jeugd --output agenda.eml", aj_cli_mail_options, 1, 1, aj_cli_run_mail },
  { "report",
    N_ ("NAME [--meeting MEETING|--group NAME|--edition EDITION|--intervention NAME "
        "[--with NAME]|--tour TOUR|--loan LOAN] [--output FILE.pdf|FILE.html|FILE.txt|FILE.csv]"),
    N_ ("Print the agenda, attendance (a sheet to sign) or minutes of a meeting, the decisions or "
        "actions of a group, the knowledge of the network; of an action day the programme, the "
        "coverage, or the organisations that were active in it and before; the rollouts of all "
        "interventions, or of one with what is known of it; two interventions side by side; "
        "trainers: which municipalities can give one themselves; slips to sign for the handovers "
        "of "
        "a tour or a loan"),
    "report decisions --group \"Expertteam Cyber\" --output decisions.pdf", aj_cli_report_options,
    1, 1, aj_cli_run_report },
  { "document attach", N_ ("ID FILE"),
    N_ ("Copy a file into the folder beside the data, and add it to a document"),
    "document attach Handreiking handreiking.pdf", NULL, 2, 2, aj_cli_run_document_attach },
  { "csv export", N_ ("TYPE --output FILE [--format FORMAT] [--with-personal]"),
    N_ ("Write all records of a type to a table, or people to address cards"),
    "csv export person --output people.csv --with-personal", aj_cli_csv_export_options, 1, 1,
    aj_cli_run_csv_export },
  { "csv import", N_ ("TYPE FILE [--dry-run] [--partly] [--doubtful]"),
    N_ ("Compare a table or address cards with what is there and store what is new or changed"),
    "csv import person people.csv --dry-run", aj_cli_csv_import_options, 2, 2,
    aj_cli_run_csv_import },
  { "search", N_ ("TEXT [--limit N] [--type T]"),
    N_ ("Find records in which every word of the text stands"), "search expertteam",
    aj_cli_search_options, 1, -1, aj_cli_run_search },
  { "group seats", N_ ("[GROUP] [--on DATE] [--empty]"),
    N_ ("Show who sits where and which seats are empty"), "group seats --empty",
    aj_cli_group_seats_options, 0, 1, aj_cli_run_group_seats },
  { "group members", N_ ("GROUP [--on DATE] [--csv FILE]"), N_ ("Show who sits in a group"),
    "group members \"Expertteam Cyber\" --csv expertteam.csv", aj_cli_group_members_options, 1, 1,
    aj_cli_run_group_members },
  { "group mail", N_ ("GROUP|--leads [--on DATE]"),
    N_ ("Print the mail addresses of a group, or of who leads the districts"),
    "group mail \"Expertteam Cyber\"", aj_cli_group_mail_options, 0, 1, aj_cli_run_group_mail },
  { "group occupancy", N_ ("GROUP [--year Y]"),
    N_ ("Show who was at the meetings of a year, and which seat stayed empty"),
    "group occupancy \"Expertteam Cyber\" --year 2026", aj_cli_group_occupancy_options, 1, 1,
    aj_cli_run_group_occupancy },
  { "person report", N_ ("ID [--output FILE.pdf|FILE.html|FILE.txt]"),
    N_ ("Show all that is held on a person"), "person report \"Aanjager MKB\"",
    aj_cli_person_report_options, 1, 1, aj_cli_run_person_report },
  { "person duplicates", "", N_ ("List people who may be one"), "person duplicates", NULL, 0, 0,
    aj_cli_run_person_duplicates },
  { "person merge", N_ ("KEEP OTHER [--take FIELD]…"),
    N_ ("Make one of two people; what refers to OTHER refers to KEEP from then on"),
    "person merge \"Cyberburgemeester, zetel 5\" \"Cyberburgemeester, zetel 6\" --take mail",
    aj_cli_merge_options, 2, 2, aj_cli_run_person_merge },
  { "person apart", N_ ("ONE OTHER"), N_ ("Remember that two people are not one"),
    "person apart \"Cyberburgemeester, zetel 1\" \"Cyberburgemeester, zetel 2\"", NULL, 2, 2,
    aj_cli_run_person_apart },
  { "person hand-over", N_ ("ID"),
    N_ ("Give the seats, districts and meetings of somebody who leaves to who comes after"),
    "person hand-over \"Aanjager MKB\"", NULL, 1, 1, aj_cli_run_person_hand_over },
  { "person forget", N_ ("ID [--keep-mentions] [--dry-run]"),
    N_ ("Wipe what is personal of somebody, also from history; it cannot be undone"),
    "person forget \"Aanjager Jeugd\"", aj_cli_person_forget_options, 1, 1,
    aj_cli_run_person_forget },
  { "person due", N_ ("[--months N]"), N_ ("List people who have not been used for a term"),
    "person due --months 24", aj_cli_person_due_options, 0, 0, aj_cli_run_person_due },
  { "organisation duplicates", "", N_ ("List organisations that may be one"),
    "organisation duplicates", NULL, 0, 0, aj_cli_run_organisation_duplicates },
  { "organisation merge", N_ ("KEEP OTHER [--take FIELD]…"),
    N_ ("Make one of two organisations; what refers to OTHER refers to KEEP from then on"),
    "organisation merge \"Hogeschool Saxion\" \"Mbo Aventus\"", aj_cli_merge_options, 2, 2,
    aj_cli_run_organisation_merge },
  { "organisation apart", N_ ("ONE OTHER"), N_ ("Remember that two organisations are not one"),
    "organisation apart CCV VNG", NULL, 2, 2, aj_cli_run_organisation_apart },
  { "municipality merge", N_ ("INTO OTHER… --on DATE | ONE OTHER… --on DATE --new FIELD=VALUE…"),
    N_ ("Make one municipality of several on a day: INTO, or a new one"),
    "municipality merge Doesburg Rozendaal --on 2030-01-01", aj_cli_municipality_merge_options, 2,
    -1, aj_cli_run_municipality_merge },
  { "municipality mail", N_ ("[MUNICIPALITY…] [--on DATE]"),
    N_ ("Print the mail addresses of municipalities, or of all"),
    "municipality mail Zwolle Deventer", aj_cli_municipality_mail_options, 0, -1,
    aj_cli_run_municipality_mail },
  { "map",
    N_ ("districts|school-regions|contact|group:NAME [--on DATE] | --edition EDITION [--by WHAT] "
        "[--output FILE]"),
    N_ ("Draw the municipalities as a map of tiles, or print the same as a table"),
    "map contact --output contact.svg", aj_cli_map_options, 0, 1, aj_cli_run_map },
  { "history", N_ ("[--since DATE] [--type T] [--id ID]"),
    N_ ("Show who changed what, newest first"), "history --since 2026-03-01 --type meeting",
    aj_cli_history_options, 0, 0, aj_cli_run_history },
  { "undo", N_ ("[--pass-over]"), N_ ("Take back your newest change"), "undo", aj_cli_undo_options,
    0, 0, aj_cli_run_undo },
  { "redo", N_ ("[--pass-over]"), N_ ("Make the change that was taken back again"), "redo",
    aj_cli_redo_options, 0, 0, aj_cli_run_redo },
  { "check", "", N_ ("Look the data file over"), "check", NULL, 0, 0, aj_cli_run_check },
  { "backup", N_ ("FILE"), N_ ("Copy the data file while it is in use"),
    "backup network-copy.aanjager", NULL, 1, 1, aj_cli_run_backup },
  { NULL },
};

const AjCliCommand *
aj_cli_commands (void)
{
  return commands;
}

static const AjCliCommand *
find_by_name (const char *name)
{
  for (const AjCliCommand *command = commands; command->name != NULL; command++)
    if (g_strcmp0 (command->name, name) == 0)
      return command;
  return NULL;
}

/* Two words before one: "roster swap" is no roster of a group called "swap". */
const AjCliCommand *
aj_cli_find_command (char **words, int *n_words)
{
  g_autofree char *two = words[1] != NULL ? g_strconcat (words[0], " ", words[1], NULL) : NULL;
  const AjCliCommand *command = two != NULL ? find_by_name (two) : NULL;

  *n_words = command != NULL ? 2 : 1;
  return command != NULL ? command : find_by_name (words[0]);
}
