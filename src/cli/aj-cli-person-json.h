/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "aj-due-people.h"
#include "aj-forget-plan.h"
#include "aj-history.h"
#include "aj-person-report.h"

G_BEGIN_DECLS

/* What the commands about a person say to scripts. All (transfer full). */

JsonNode *aj_cli_person_report_to_json (AjPersonReport *report, int months);
/* @done: it was done, and not only tried. */
JsonNode *aj_cli_person_forgotten_to_json (
    AjForgetPlan *plan, const char *id, AjForgetFlags flags, gboolean done, gboolean wiped);
/* (element-type AjUnused) */
JsonNode *aj_cli_person_due_to_json (GPtrArray *due);

G_END_DECLS
