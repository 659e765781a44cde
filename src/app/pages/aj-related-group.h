/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-record-kind.h"
#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RELATED_GROUP (aj_related_group_get_type ())

/* The records that refer to one record by one relation, live, with a button to add one. A row opens its record by the
 * action "records.show". */
G_DECLARE_FINAL_TYPE (AjRelatedGroup, aj_related_group, AJ, RELATED_GROUP, AdwPreferencesGroup)

GtkWidget *
aj_related_group_new (AjServices *services, const AjRecordRelation *relation, AjRecord *record);

G_END_DECLS
