/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-cli.h"

G_BEGIN_DECLS

/* What each family of commands gives to the table: the commands, and the options they know. */

extern const GOptionEntry aj_cli_list_options[];
extern const GOptionEntry aj_cli_new_options[];
extern const GOptionEntry aj_cli_search_options[];
extern const GOptionEntry aj_cli_history_options[];
extern const GOptionEntry aj_cli_undo_options[];
extern const GOptionEntry aj_cli_redo_options[];
extern const GOptionEntry aj_cli_cycle_plan_options[];
extern const GOptionEntry aj_cli_cycle_checklist_options[];
extern const GOptionEntry aj_cli_group_seats_options[];
extern const GOptionEntry aj_cli_group_members_options[];
extern const GOptionEntry aj_cli_group_mail_options[];
extern const GOptionEntry aj_cli_group_occupancy_options[];
extern const GOptionEntry aj_cli_map_options[];
extern const GOptionEntry aj_cli_edition_begin_options[];
extern const GOptionEntry aj_cli_rollout_begin_options[];
extern const GOptionEntry aj_cli_tour_plan_options[];
extern const GOptionEntry aj_cli_tour_move_options[];
extern const GOptionEntry aj_cli_tour_cancel_options[];
extern const GOptionEntry aj_cli_forms_write_options[];
extern const GOptionEntry aj_cli_coverage_options[];
extern const GOptionEntry aj_cli_chase_options[];
extern const GOptionEntry aj_cli_chase_write_options[];
extern const GOptionEntry aj_cli_merge_options[];
extern const GOptionEntry aj_cli_municipality_merge_options[];
extern const GOptionEntry aj_cli_municipality_mail_options[];
extern const GOptionEntry aj_cli_person_report_options[];
extern const GOptionEntry aj_cli_person_forget_options[];
extern const GOptionEntry aj_cli_person_due_options[];
extern const GOptionEntry aj_cli_report_options[];
extern const GOptionEntry aj_cli_roster_options[];
extern const GOptionEntry aj_cli_roster_swap_options[];
extern const GOptionEntry aj_cli_invitations_write_options[];
extern const GOptionEntry aj_cli_invitations_sent_options[];
extern const GOptionEntry aj_cli_answers_import_options[];
extern const GOptionEntry aj_cli_forms_import_options[];
extern const GOptionEntry aj_cli_mail_options[];
extern const GOptionEntry aj_cli_calendar_export_options[];
extern const GOptionEntry aj_cli_csv_export_options[];
extern const GOptionEntry aj_cli_csv_import_options[];

gboolean aj_cli_run_types (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_fields (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_list (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_show (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_add (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_set (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_remove (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_group_seats (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_group_members (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_group_mail (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_group_occupancy (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_person_duplicates (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_person_merge (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_person_apart (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_person_hand_over (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_organisation_duplicates (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_organisation_merge (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_organisation_apart (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_municipality_merge (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_municipality_mail (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_map (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_person_report (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_person_forget (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_person_due (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_search (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_history (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_undo (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_redo (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_cycle_plan (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_cycle_checklist (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_calendar_export (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_calendar_read (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_invitations_owed (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_invitations_write (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_invitations_sent (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_invitations_held (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_roster (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_roster_swap (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_rollout_begin (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_tour_plan (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_tour_move (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_tour_cancel (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_edition_begin (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_forms_write (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_coverage (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_chase (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_chase_write (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_answers_import (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_forms_import (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_mail (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_document_attach (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_report (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_csv_export (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_csv_import (AjCli *cli, char **arguments, GError **error);

gboolean aj_cli_run_new (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_check (AjCli *cli, char **arguments, GError **error);
gboolean aj_cli_run_backup (AjCli *cli, char **arguments, GError **error);

G_END_DECLS
