/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-network-kinds.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-group.h"
#include "aj-membership.h"
#include "aj-merger-note.h"
#include "aj-municipality.h"
#include "aj-organisation.h"
#include "aj-person.h"
#include "aj-position.h"
#include "aj-succession-note.h"

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static char *
count_municipalities (guint count)
{
  return g_strdup_printf (ngettext ("%'u municipality", "%'u municipalities", count), count);
}

static char *
count_organisations (guint count)
{
  return g_strdup_printf (ngettext ("%'u organisation", "%'u organisations", count), count);
}

static char *
count_people (guint count)
{
  return g_strdup_printf (ngettext ("%'u person", "%'u people", count), count);
}

static char *
count_districts (guint count)
{
  return g_strdup_printf (ngettext ("%'u district", "%'u districts", count), count);
}

static const AjRecordFormGroup municipality_groups[] = {
  { NULL, FIELDS ("name", "code", "province", "district", "school-region", "population") },
  { N_ ("Mergers"), FIELDS ("valid-from", "valid-until") },
  { N_ ("Place on the Map"), FIELDS ("latitude", "longitude", "tile-column", "tile-row") },
  { NULL, FIELDS ("notes") },
};

static const AjRecordFormGroup organisation_groups[] = {
  { NULL, FIELDS ("name", "kind", "municipality", "district") },
  { N_ ("Contact"), FIELDS ("address", "mail", "phone", "website") },
  { NULL, FIELDS ("notes") },
};

static const AjRecordFormGroup person_groups[] = {
  { NULL, FIELDS ("name", "function", "organisation") },
  { N_ ("Contact"), FIELDS ("mail", "phone", "mobile", "role-mailbox") },
  { N_ ("Absence and Succession"), FIELDS ("deputy", "left-on", "successor") },
  { NULL, FIELDS ("notes") },
};

static const AjRecordFormGroup district_groups[] = {
  { NULL, FIELDS ("name", "lead", "notes") },
};

static const AjRecordVerb municipality_record_verbs[] = {
  { N_ ("_Merge With…"), "network.merge" },
  { N_ ("_Calendar of Rollouts and Loans…"), "network.save-calendar" },
  { NULL },
};

static const AjRecordRelation municipality_relations[] = {
  { N_ ("Organisations"), N_ ("No organisation here yet."), N_ ("New organisation"),
    &aj_organisation_record_type, "municipality" },
  { NULL },
};

static const AjRecordRelation organisation_relations[] = {
  { N_ ("People"), N_ ("Nobody of this organisation yet."), N_ ("New person"),
    &aj_person_record_type, "organisation" },
  { N_ ("Formerly or Also Here"), NULL, NULL, &aj_position_record_type, "organisation",
    .is_quiet = TRUE },
  { N_ ("Seats in Groups"), N_ ("It has a seat in no group."), N_ ("Add to a group"),
    &aj_membership_record_type, "organisation", "group" },
  { NULL },
};

static const AjRecordRelation person_relations[] = {
  { N_ ("Earlier and Other Functions"), N_ ("None but the one above."), N_ ("New function"),
    &aj_position_record_type, "person" },
  { N_ ("Groups"), N_ ("In no group yet."), N_ ("Add to a group"), &aj_membership_record_type,
    "person", "group" },
  { N_ ("Stands In For"), NULL, NULL, &aj_person_record_type, "deputy", .is_quiet = TRUE },
  { N_ ("Succeeds"), NULL, NULL, &aj_person_record_type, "successor", .is_quiet = TRUE },
  { NULL },
};

static const AjRecordRelation district_relations[] = {
  { N_ ("Municipalities"), N_ ("No municipality yet. A municipality says which district it is in."),
    NULL, &aj_municipality_record_type, "district" },
  { N_ ("Groups"), N_ ("No group of this district yet."), N_ ("New group"), &aj_group_record_type,
    "district" },
  { NULL },
};

static const AjRecordVerb municipality_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("_Save Map…"), "network.save-map" },
  { NULL },
};

static const AjRecordVerb district_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { NULL },
};

static const AjRecordVerb organisation_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("Find _Duplicates…"), "network.find-duplicates" },
  { NULL },
};

static const AjRecordVerb organisation_record_verbs[] = {
  { N_ ("_Merge With…"), "network.merge" },
  { NULL },
};

static const AjRecordVerb person_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("Find _Duplicates…"), "network.find-duplicates" },
  { N_ ("_Look Over…"), "people.look-over" },
  { NULL },
};

static const AjRecordVerb person_record_verbs[] = {
  { N_ ("_Another Function…"), "network.change-function" },
  { N_ ("_Merge With…"), "network.merge" },
  { N_ ("_What We Hold…"), "people.report" },
  { N_ ("_Forget…"), "people.forget" },
  { NULL },
};

static const AjRecordKind kinds[] = {
  { &aj_municipality_record_type, "mark-location-symbolic", N_ ("New Municipality"),
    N_ ("New municipality"), N_ ("Remove municipality"), N_ ("No Municipalities Yet"),
    N_ ("The municipalities of your region, with their district and school holiday region."),
    N_ ("Choose a municipality to see it here."), count_municipalities, municipality_groups,
    G_N_ELEMENTS (municipality_groups), 1, municipality_relations, municipality_list_verbs,
    municipality_record_verbs, aj_merger_note_new,
    .contact_paths = FIELDS ("municipality", "organisation.municipality") },
  { &aj_organisation_record_type, "aj-organisation-symbolic", N_ ("New Organisation"),
    N_ ("New organisation"), N_ ("Remove organisation"), N_ ("No Organisations Yet"),
    N_ ("Who takes part: municipalities, police, prosecution, schools, businesses, libraries."),
    N_ ("Choose an organisation to see it here."), count_organisations, organisation_groups,
    G_N_ELEMENTS (organisation_groups), 2, organisation_relations, organisation_list_verbs,
    organisation_record_verbs, .contact_paths = FIELDS ("organisation") },
  { &aj_person_record_type, "avatar-default-symbolic", N_ ("New Person"), N_ ("New person"),
    N_ ("Remove person"), N_ ("No People Yet"),
    N_ ("The people you work with, and the role mailboxes that outlive them."),
    N_ ("Choose a person to see them here."), count_people, person_groups,
    G_N_ELEMENTS (person_groups), 2, person_relations, person_list_verbs, person_record_verbs,
    aj_succession_note_new, .contact_paths = FIELDS ("person") },
  { &aj_district_record_type, "view-grid-symbolic", N_ ("New District"), N_ ("New district"),
    N_ ("Remove district"), N_ ("No Districts Yet"),
    N_ ("The parts of your region, each with a lead of its own."),
    N_ ("Choose a district to see it here."), count_districts, district_groups,
    G_N_ELEMENTS (district_groups), 1, district_relations, district_list_verbs },
};

const AjRecordKind *
aj_network_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const AjRecordKind *
aj_network_kind_lookup (const AjRecordType *type)
{
  return aj_record_kind_find (kinds, G_N_ELEMENTS (kinds), type);
}
