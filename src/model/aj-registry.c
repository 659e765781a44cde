/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "aj-absence.h"
#include "aj-activity.h"
#include "aj-agenda-item.h"
#include "aj-attendance.h"
#include "aj-contact.h"
#include "aj-cycle.h"
#include "aj-decision.h"
#include "aj-district.h"
#include "aj-edition.h"
#include "aj-evaluation.h"
#include "aj-group.h"
#include "aj-intervention-step.h"
#include "aj-intervention.h"
#include "aj-loan.h"
#include "aj-mail-text.h"
#include "aj-material.h"
#include "aj-meeting.h"
#include "aj-membership.h"
#include "aj-municipality.h"
#include "aj-network.h"
#include "aj-organisation.h"
#include "aj-paper.h"
#include "aj-participation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-preparation-step.h"
#include "aj-reach-goal.h"
#include "aj-rollout-task.h"
#include "aj-rollout-trainer.h"
#include "aj-rollout.h"
#include "aj-seat.h"
#include "aj-standing-item.h"
#include "aj-task.h"
#include "aj-tour.h"
#include "aj-training.h"

/* The one list of what there is: a new record type adds its line here. */
static const AjRecordType *const all_types[] = {
  &aj_district_record_type,
  &aj_municipality_record_type,
  &aj_organisation_record_type,
  &aj_person_record_type,
  &aj_position_record_type,
  &aj_intervention_record_type,
  &aj_edition_record_type,
  &aj_contact_record_type,
  &aj_group_record_type,
  &aj_seat_record_type,
  &aj_membership_record_type,
  &aj_cycle_record_type,
  &aj_meeting_record_type,
  &aj_absence_record_type,
  &aj_preparation_step_record_type,
  &aj_standing_item_record_type,
  &aj_agenda_item_record_type,
  &aj_attendance_record_type,
  &aj_task_record_type,
  &aj_decision_record_type,
  &aj_paper_record_type,
  &aj_participation_record_type,
  &aj_activity_record_type,
  &aj_intervention_step_record_type,
  &aj_material_record_type,
  &aj_tour_record_type,
  &aj_rollout_record_type,
  &aj_rollout_task_record_type,
  &aj_rollout_trainer_record_type,
  &aj_training_record_type,
  &aj_loan_record_type,
  &aj_evaluation_record_type,
  &aj_reach_goal_record_type,
  &aj_mail_text_record_type,
  &aj_network_record_type,
  NULL,
};

const AjRecordType *const *
aj_record_types_all (void)
{
  return all_types;
}

const AjRecordType *
aj_record_type_lookup (const char *name)
{
  for (guint i = 0; all_types[i] != NULL; i++)
    if (g_strcmp0 (all_types[i]->name, name) == 0)
      return all_types[i];
  return NULL;
}

const AjRecordType *
aj_record_type_require (const char *name, GError **error)
{
  const AjRecordType *type = aj_record_type_lookup (name);
  g_autoptr (GString) names = NULL;

  if (type != NULL)
    return type;
  names = g_string_new (NULL);
  for (guint i = 0; all_types[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", all_types[i]->name);
  g_set_error (
      error, AJ_MODEL_ERROR, AJ_MODEL_ERROR_UNKNOWN_TYPE,
      /* Translators: what was taken for a record type, and the code names of those there are. */
      _ ("There is no record type “%s”. Choose one of: %s."), name, names->str);
  return NULL;
}
