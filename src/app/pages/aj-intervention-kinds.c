/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-kinds.h"

#include <glib/gi18n-lib.h>

#include "aj-evaluation.h"
#include "aj-free-weeks-note.h"
#include "aj-goal-note.h"
#include "aj-intervention-group.h"
#include "aj-intervention-step.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-material.h"
#include "aj-reach-goal.h"
#include "aj-rollout-task.h"
#include "aj-rollout-trainer.h"
#include "aj-rollout.h"
#include "aj-tour.h"
#include "aj-training.h"

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static char *
count_interventions (guint count)
{
  return g_strdup_printf (ngettext ("%'u intervention", "%'u interventions", count), count);
}

static char *
count_rollouts (guint count)
{
  return g_strdup_printf (ngettext ("%'u rollout", "%'u rollouts", count), count);
}

static char *
count_tasks (guint count)
{
  return g_strdup_printf (ngettext ("%'u task", "%'u tasks", count), count);
}

static char *
count_evaluations (guint count)
{
  return g_strdup_printf (ngettext ("%'u evaluation", "%'u evaluations", count), count);
}

static char *
count_trainings (guint count)
{
  return g_strdup_printf (ngettext ("%'u training", "%'u trainings", count), count);
}

static char *
count_trainers (guint count)
{
  return g_strdup_printf (ngettext ("%'u trainer", "%'u trainers", count), count);
}

static char *
count_materials (guint count)
{
  return g_strdup_printf (ngettext ("%'u thing", "%'u things", count), count);
}

static char *
count_loans (guint count)
{
  return g_strdup_printf (ngettext ("%'u loan", "%'u loans", count), count);
}

static char *
count_tours (guint count)
{
  return g_strdup_printf (ngettext ("%'u tour", "%'u tours", count), count);
}

static char *
count_steps (guint count)
{
  return g_strdup_printf (ngettext ("%'u step", "%'u steps", count), count);
}

static char *
count_goals (guint count)
{
  return g_strdup_printf (ngettext ("%'u goal", "%'u goals", count), count);
}

static const char *const asked_of_rollout[] = { "intervention", "municipality", "district",
                                                "starts-on", NULL };
static const char *const asked_of_loan[] = { "material", "municipality", "organisation",
                                             "kind",     "from",         "until",
                                             NULL };
static const char *const asked_of_training[] = { "intervention", "person", "municipality",
                                                 "trained-on", NULL };
static const char *const asked_of_trainer[] = { "rollout", "person", NULL };
static const char *const asked_of_evaluation[] = { "rollout", "date", "as-planned", "score", NULL };
static const char *const asked_of_task[] = { "rollout", "name", "days", "due", NULL };
static const char *const asked_of_step[] = { "intervention", "name", "days", NULL };
static const char *const asked_of_goal[] = { "name", "number", "target", "intervention",
                                             "from", "until",  NULL };

static const AjRecordFormGroup intervention_groups[] = {
  { NULL, FIELDS ("name", "summary", "owner", "state") },
  { N_ ("For Whom"), FIELDS ("for-business", "for-youth", "for-elderly", "for-residents") },
  { N_ ("What It Is"), FIELDS ("form", "purpose", "evidence") },
  { N_ ("What It Takes"), FIELDS ("people", "cost", "material", "preparation") },
  { N_ ("More About It"), FIELDS ("link", "contact", "source", "notes") },
};

static const AjRecordFormGroup rollout_groups[] = {
  { NULL, FIELDS ("intervention", "municipality", "district", "phase", "stop-reason") },
  { N_ ("When and Who"), FIELDS ("starts-on", "ends-on", "lead", "partners") },
  { N_ ("People to Be Reached"),
    FIELDS ("goal-business", "goal-youth", "goal-elderly", "goal-residents") },
  { N_ ("People Reached"),
    FIELDS ("reach-business", "reach-youth", "reach-elderly", "reach-residents") },
  { NULL, FIELDS ("budget", "notes") },
};

static const AjRecordFormGroup task_groups[] = {
  { NULL, FIELDS ("name", "rollout", "state", "assignee", "due", "days", "pinned") },
  { NULL, FIELDS ("notes") },
};

static const AjRecordFormGroup evaluation_groups[] = {
  { NULL, FIELDS ("rollout", "date", "by", "as-planned", "score") },
  { N_ ("What Was Learned"), FIELDS ("helped", "hindered", "lessons", "conditions") },
};

static const AjRecordFormGroup training_groups[] = {
  { NULL, FIELDS ("person", "intervention", "municipality", "level") },
  { NULL, FIELDS ("trained-on", "valid-until", "trained-by", "notes") },
};

static const AjRecordFormGroup trainer_groups[] = {
  { NULL, FIELDS ("person", "rollout") },
};

static const AjRecordFormGroup material_groups[] = {
  { NULL, FIELDS ("name", "kind", "intervention", "transport-days") },
  { N_ ("Where It Stands"), FIELDS ("municipality", "place", "organisation", "contact") },
  { NULL, FIELDS ("from", "until", "notes") },
};

static const AjRecordFormGroup loan_groups[] = {
  { NULL, FIELDS ("material", "kind", "municipality", "organisation", "state") },
  { N_ ("Days"), FIELDS ("from", "until", "asked-week", "transport-before", "transport-after") },
  { N_ ("Handover and Return"), FIELDS ("place",
                                        "contact",
                                        "handover-at",
                                        "return-at",
                                        "handed-over-on",
                                        "returned-on",
                                        "condition") },
  { NULL, FIELDS ("rollout", "tour", "notes") },
};

static const AjRecordFormGroup tour_groups[] = {
  { NULL, FIELDS ("name", "material", "notes") },
};

static const AjRecordFormGroup step_groups[] = {
  { NULL, FIELDS ("name", "intervention", "days") },
};

static const AjRecordFormGroup goal_groups[] = {
  { NULL, FIELDS ("name", "number", "target", "intervention", "from", "until", "notes") },
};

static const AjRecordRelation intervention_relations[] = {
  { N_ ("Rollouts"), N_ ("Not rolled out anywhere yet."), N_ ("New rollout"),
    &aj_rollout_record_type, "intervention", .asked = asked_of_rollout },
  { N_ ("Who Was Trained"), N_ ("Nobody was trained to give it yet."), N_ ("New training"),
    &aj_training_record_type, "intervention", .asked = asked_of_training },
  { N_ ("Material"), N_ ("Nothing on loan belongs to it."), N_ ("New material"),
    &aj_material_record_type, "intervention" },
  { N_ ("Steps of Every Rollout"),
    N_ ("None yet. A new rollout gets a task for each step, so many days from its first day."),
    N_ ("New step"), &aj_intervention_step_record_type, "intervention", .asked = asked_of_step },
  { N_ ("Goals of Reach"), NULL, N_ ("New goal"), &aj_reach_goal_record_type, "intervention",
    .is_quiet = TRUE, .asked = asked_of_goal },
  { NULL },
};

static const AjRecordGroupFunc intervention_extras[] = { aj_intervention_group_new_trainers,
                                                         aj_intervention_group_new_users, NULL };

static const AjRecordRelation rollout_relations[] = {
  { N_ ("Tasks"), N_ ("Nothing to do yet."), N_ ("New task"), &aj_rollout_task_record_type,
    "rollout", .asked = asked_of_task },
  { N_ ("Trainers"), N_ ("Nobody yet who gives it."), N_ ("New trainer"),
    &aj_rollout_trainer_record_type, "rollout", .asked = asked_of_trainer },
  { N_ ("Material on Loan"), N_ ("Nothing is lent for it."), N_ ("New loan"), &aj_loan_record_type,
    "rollout", .asked = asked_of_loan },
  { N_ ("Evaluations"), N_ ("Not evaluated yet."), N_ ("New evaluation"),
    &aj_evaluation_record_type, "rollout", .asked = asked_of_evaluation },
  { NULL },
};

static const AjRecordRelation material_relations[] = {
  { N_ ("Loans"), N_ ("Not lent yet, so free on every day."), N_ ("New loan"), &aj_loan_record_type,
    "material", .asked = asked_of_loan },
  { N_ ("Tours"), N_ ("No tour yet."), N_ ("New tour"), &aj_tour_record_type, "material",
    .new_action = "interventions.plan-tour" },
  { NULL },
};

static const AjRecordRelation tour_relations[] = {
  { N_ ("Stops"), N_ ("No stop yet."), NULL, &aj_loan_record_type, "tour" },
  { NULL },
};

static const AjRecordRelation no_relations[] = {
  { NULL },
};

static const AjRecordVerb list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { NULL },
};

static const AjRecordVerb training_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("_Who Can Give It…"), "interventions.show-trainers" },
  { NULL },
};

static const AjRecordVerb intervention_verbs[] = {
  { N_ ("_Roll Out…"), "interventions.roll-out" },
  { N_ ("_What We Know…"), "interventions.show-report" },
  { N_ ("_Compare With…"), "interventions.compare" },
  { NULL },
};

static const AjRecordVerb material_verbs[] = {
  { N_ ("_Plan a Tour…"), "interventions.plan-tour" },
  { N_ ("Save _Calendar…"), "interventions.save-calendar" },
  { NULL },
};

static const AjRecordVerb loan_verbs[] = {
  { N_ ("_Handover Slip…"), "interventions.show-slips" },
  { NULL },
};

static const AjRecordVerb tour_verbs[] = {
  { N_ ("_Move Whole Tour…"), "interventions.move-tour" },
  { N_ ("_Cancel the Rest"), "interventions.cancel-tour" },
  { N_ ("_Handover Slips…"), "interventions.show-slips" },
  { NULL },
};

static const AjRecordVerb rollout_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("Save _Calendar…"), "interventions.save-calendar" },
  { N_ ("_Print or Save…"), "interventions.show-report" },
  { N_ ("Save _Timeline…"), "interventions.save-timeline" },
  { N_ ("Print Time_line…"), "interventions.print-timeline" },
  { NULL },
};

static const AjRecordVerb loan_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("Save _Calendar…"), "interventions.save-calendar" },
  { N_ ("Save _Timeline…"), "interventions.save-timeline" },
  { N_ ("Print Time_line…"), "interventions.print-timeline" },
  { NULL },
};

static const AjRecordKind kinds[] = {
  { &aj_intervention_record_type, "aj-intervention-symbolic", N_ ("New Intervention"),
    N_ ("New intervention"), N_ ("Remove intervention"), N_ ("No Interventions Yet"),
    N_ ("What works, or may: games, lessons, campaigns and scans that municipalities can take up."),
    N_ ("Choose an intervention to see it here."), count_interventions, intervention_groups,
    G_N_ELEMENTS (intervention_groups), 2, intervention_relations, list_verbs, intervention_verbs,
    .extra_groups = intervention_extras },
  { &aj_rollout_record_type, "media-playlist-consecutive-symbolic", N_ ("New Rollout"),
    N_ ("New rollout"), N_ ("Remove rollout"), N_ ("No Rollouts Yet"),
    N_ ("Which intervention runs in which municipality, from the first idea to what was learned."),
    N_ ("Choose a rollout to see it here."), count_rollouts, rollout_groups,
    G_N_ELEMENTS (rollout_groups), 2, rollout_relations, rollout_list_verbs,
    .asked = asked_of_rollout },
  { &aj_rollout_task_record_type, "object-select-symbolic", N_ ("New Task"), N_ ("New task"),
    N_ ("Remove task"), N_ ("No Tasks Yet"),
    N_ ("What has to be done for the rollouts, by whom and when."),
    N_ ("Choose a task to see it here."), count_tasks, task_groups, G_N_ELEMENTS (task_groups), 1,
    no_relations, list_verbs, .asked = asked_of_task },
  { &aj_evaluation_record_type, "document-edit-symbolic", N_ ("New Evaluation"),
    N_ ("New evaluation"), N_ ("Remove evaluation"), N_ ("No Evaluations Yet"),
    N_ ("Did it run as planned, what helped or hindered, and what was learned."),
    N_ ("Choose an evaluation to see it here."), count_evaluations, evaluation_groups,
    G_N_ELEMENTS (evaluation_groups), 2, no_relations, list_verbs, .asked = asked_of_evaluation },
  { &aj_training_record_type, "avatar-default-symbolic", N_ ("New Training"), N_ ("New training"),
    N_ ("Remove training"), N_ ("No Trainings Yet"),
    N_ ("Who may give an intervention, or train others for it, and in which municipality."),
    N_ ("Choose a training to see it here."), count_trainings, training_groups,
    G_N_ELEMENTS (training_groups), 2, no_relations, training_list_verbs,
    .asked = asked_of_training },
  { &aj_rollout_trainer_record_type, "system-users-symbolic", N_ ("New Trainer"),
    N_ ("New trainer"), N_ ("Remove trainer"), N_ ("No Trainers Yet"),
    N_ ("Who gives an intervention where it is rolled out."),
    N_ ("Choose a trainer to see them here."), count_trainers, trainer_groups,
    G_N_ELEMENTS (trainer_groups), 1, no_relations, list_verbs, .asked = asked_of_trainer },
  { &aj_material_record_type, "package-x-generic-symbolic", N_ ("New Material"),
    N_ ("New material"), N_ ("Remove material"), N_ ("No Material Yet"),
    N_ ("What goes round: a cargo bike, escape boxes, stands."),
    N_ ("Choose something to see it here."), count_materials, material_groups,
    G_N_ELEMENTS (material_groups), 2, material_relations, list_verbs, material_verbs,
    .make_note = aj_free_weeks_note_new },
  { &aj_loan_record_type, "x-office-calendar-symbolic", N_ ("New Loan"), N_ ("New loan"),
    N_ ("Remove loan"), N_ ("No Loans Yet"),
    N_ ("Where each thing is on which days. Two loans of one thing never overlap."),
    N_ ("Choose a loan to see it here."), count_loans, loan_groups, G_N_ELEMENTS (loan_groups), 3,
    no_relations, loan_list_verbs, loan_verbs, .asked = asked_of_loan },
  { &aj_tour_record_type, "mark-location-symbolic", N_ ("New Tour"), N_ ("New tour"),
    N_ ("Remove tour"), N_ ("No Tours Yet"), N_ ("A thing along one municipality after another."),
    N_ ("Choose a tour to see it here."), count_tours, tour_groups, G_N_ELEMENTS (tour_groups), 1,
    tour_relations, list_verbs, tour_verbs, .new_action = "interventions.plan-tour" },
  { &aj_reach_goal_record_type, "aj-action-day-symbolic", N_ ("New Goal"), N_ ("New goal"),
    N_ ("Remove goal"), N_ ("No Goals Yet"),
    N_ ("How many people of a target group are to be reached: 300 seniors through Echt-Nep."),
    N_ ("Choose a goal to see it here."), count_goals, goal_groups, G_N_ELEMENTS (goal_groups), 1,
    no_relations, list_verbs, .make_note = aj_goal_note_new, .asked = asked_of_goal },
  { &aj_intervention_step_record_type, "view-list-symbolic", N_ ("New Step"), N_ ("New step"),
    N_ ("Remove step"), N_ ("No Steps Yet"),
    N_ ("What has to be done in every rollout of an intervention."),
    N_ ("Choose a step to see it here."), count_steps, step_groups, G_N_ELEMENTS (step_groups), 1,
    no_relations, list_verbs, .asked = asked_of_step },
};

const AjRecordKind *
aj_intervention_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
